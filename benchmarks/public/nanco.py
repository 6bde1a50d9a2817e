"""NAnCo (Laban et al. 2022): answers of different outlets to one question; are the two the same answer?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from string import Template
from typing import Any

import numpy as np

from benchmarks.public.choosing import balance, choose, crossed, in_words, picked
from benchmarks.public.figures import Draws, Flags, Statistic, auc, balanced_accuracy, draws
from benchmarks.public.lines import read_lines
from benchmarks.public.scorers import OURS, Scorer, Scores, Ways
from benchmarks.tables import table

TEXT = Template("""## NAnCo, valid: are two answers the same?

$pairs pairs of answers to one of $questions questions, by news articles; $same are the same answer. Each way may read
an answer alone, with its question before it, or with the paragraph it was found in after it. Which of these, which
score, and the threshold are chosen together, by mean balanced accuracy, on all questions but one, and used on that one,
for each question in turn; only the last column has a choice that saw its own pairs. Balanced accuracy and ROC AUC are
counted for each question, then averaged. In brackets: bootstrap over answers, with the choices kept as they are; a pair
weighs by how often both of its answers are drawn.

$rows

Published (Laban et al. 2022), mean balanced accuracy: on these pairs 0.929 for RoBERTa-large tuned on pairs of answers
and 0.854 for MPNet similarity; on the test half, which is not used here, 0.813, 0.730, and 0.580 for entailment by a
model of MNLI. If the published thresholds for these pairs were chosen on these pairs, the last column is what stands
beside them, else the first.

What it says: how far a score tells same from other answers in news on questions that had no part in choosing it. What
it cannot say: how other questions would fare, for a choice rests on $fewer and the intervals know nothing of the next;
nor how well `compare` works, for an answer is a piece of a sentence, and the same answer is less than the same claim.
""")

Line = Mapping[str, Any]
FORMS: dict[str, Callable[[Line, int], str]] = {
    "answer": lambda line, side: line[f"answer{side}"],
    "question and answer": lambda line, side: f"{line['question']} {line[f'answer{side}']}",
    "answer and paragraph": lambda line, side: f"{line[f'answer{side}']}. {line[f'paragraph{side}']}",
}
"""What is read of one side, 1 or 2, of a pair."""


@dataclass(frozen=True)
class Judged:
    """Pairs with their labels; `of` is which pairs are of which question."""

    lines: list[dict[str, Any]]
    same: Flags
    questions: list[str]

    @property
    def of(self) -> list[Flags]:
        """For each question, which pairs are its own, (n,)."""
        return [np.array(self.questions) == name for name in sorted(set(self.questions))]

    def draws(self) -> Draws:
        """A unit is an answer: its question, its words, and where it was found."""
        return draws(*([(x["qid"], x[f"answer{side}"], x[f"url{side}"]) for x in self.lines] for side in (1, 2)))

    def mean(self, measure: Callable[[Flags, Any, Scores], float], found: Scores | Flags, weights: Scores) -> float:
        """A figure counted for each question, averaged."""
        return float(np.mean([measure(self.same[own], found[own], weights[own]) for own in self.of]))

    def balance(self, ways: Ways, name: str, tried: Scores, seen: Flags) -> Scores:
        """Mean balanced accuracy of the questions seen, at each threshold."""
        asked = [own for own in self.of if seen[own].any()]
        return np.asarray(np.mean([balance(self.same[own], ways[name][own], tried) for own in asked], axis=0))


def read(folder: Path) -> Judged:
    """All pairs."""
    lines = read_lines(folder / "pairs.valid.jsonl")
    return Judged(lines, np.array([line["label"] == 1 for line in lines]), [line["qid"] for line in lines])


def ways_of(judged: Judged, scorer: Scorer) -> Ways:
    """All scores of all that may be read."""
    return {
        f"{form}, {way}": scores
        for form, text in FORMS.items()
        for way, scores in scorer.score([(text(line, 1), text(line, 2)) for line in judged.lines]).items()
    }


@dataclass(frozen=True)
class Outcome:
    """What a way makes of all pairs."""

    name: str
    scores: Scores
    guesses: Flags
    chosen: str
    ceiling: float


def outcome(judged: Judged, scorer: Scorer) -> Outcome:
    """Choose across questions, and judge."""
    ways = ways_of(judged, scorer)
    quality = partial(judged.balance, ways)
    choices = crossed(ways, judged.questions, quality)
    ceiling = choose(ways, np.ones_like(judged.same), quality).quality
    return Outcome(scorer.name, *picked(ways, judged.questions, choices), in_words(choices.values()), ceiling)


def section(data: Path, scorers: Sequence[Scorer]) -> str:
    """The part of the document."""
    judged = read(data / "nanco")
    outcomes = {scorer.name: outcome(judged, scorer) for scorer in scorers}
    questions = len(judged.of)
    head = ("NAnCo, valid", "balanced accuracy", "ROC AUC", f"balanced accuracy, {OURS} above",
            "chosen (for how many questions)", "balanced accuracy, best choice on these very pairs")  # fmt: skip
    return TEXT.substitute(
        pairs=f"{len(judged.lines):,}",
        questions=questions,
        fewer=questions - 1,
        same=f"{judged.same.sum():,}",
        rows=table(head, [_row(judged, one, outcomes[OURS]) for one in outcomes.values()]),
    )


def _row(judged: Judged, one: Outcome, ours: Outcome) -> list[object]:
    units = judged.draws()

    def balanced(found: Outcome) -> Statistic:
        return partial(judged.mean, balanced_accuracy, found.guesses)

    return [
        one.name,
        units.estimate(balanced(one)),
        units.estimate(partial(judged.mean, auc, one.scores)),
        "" if one.name == ours.name else units.above(balanced(ours), balanced(one)),
        one.chosen,
        f"{one.ceiling:.2f}",
    ]
