"""PropSegmEnt (Chen et al. 2023): does another document support a proposition, and which of its sentences does?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from string import Template
from typing import Any

import numpy as np

from benchmarks.public.choosing import balance, crossed, in_words, picked, reaching
from benchmarks.public.figures import Draws, Flags, Statistic, accuracy, balanced_accuracy, draws, macro_f1
from benchmarks.public.lines import read_lines
from benchmarks.public.scorers import OURS, Pair, Scorer, Scores, Ways
from benchmarks.tables import table

TEXT = Template("""## PropSegmEnt, wiki dev: which sentence supports a proposition?

$asked propositions, each beside all sentences of another text on the same thing, in $clusters groups of texts; three
people judged each. $entailed are entailed by the other text by the vote of most; any sentence that a voter for it named
is right. For the others, $contradicted of them contradicted, the right answer is that none supports them. $undecided
more have no majority and are left out. The sentence found is the one with the highest score, or none where no score
reaches the threshold. Score and threshold are chosen on all groups but one and used on that one, for each in turn: by
accuracy for the columns on sentences, by balanced accuracy for those on entailment. "Where one does" needs no
threshold: of the entailed ones, how often the best sentence is right. Unit of the bootstrap: a group.

$rows

What it says: whether a claim of one text finds its support among sentences that all speak of the same thing, and
whether the score knows when there is none. What it cannot say: how news fares, for these are encyclopedia articles,
partly machine translations, and propositions cut out of sentences with words missing; and with $clusters groups the
intervals are rough. Part of what "inference only", and so the pair reader, learned from is Wikipedia too.
""")

Line = Mapping[str, Any]
DECIDED = ("entailment", "neutral", "contradiction")


@dataclass(frozen=True)
class Asked:
    """A proposition, the sentences of the other document, and which of them support it."""

    cluster: str
    proposition: str
    sentences: list[str]
    support: frozenset[int]
    label: str

    @property
    def entailed(self) -> bool:
        """Whether most voters say so."""
        return self.label == "entailment"


def read(folder: Path) -> tuple[list[Asked], int]:
    """The propositions with a majority, and how many have none."""
    documents = {line["document_id"]: line["sentences"] for line in read_lines(folder / "wiki_docs.jsonl")}
    lines = read_lines(folder / "wiki_dev_relations.jsonl")
    decided = [line for line in lines if line["label"] in DECIDED]
    return [_asked(line, documents[line["premise_document_id"]]) for line in decided], len(lines) - len(decided)


def _asked(line: Line, sentences: list[str]) -> Asked:
    named = frozenset(one["sentence_index"] for one in line["support"] if one["relation"] == "ENTAILS")
    return Asked(line["cluster_id"], line["hypothesis_proposition"], sentences, named, line["label"])


@dataclass(frozen=True)
class Found:
    """For each name of a score the best sentence of each proposition: its score, and whether it supports."""

    scores: Ways
    right: dict[str, Flags]
    entailed: Flags

    def accuracy(self, name: str, tried: Scores, seen: Flags) -> Scores:
        """Share that gets the right sentence or rightly none, at each threshold."""
        scores, right, other = self.scores[name][seen], self.right[name][seen], ~self.entailed[seen]
        kept, refused = reaching(scores[right], tried), other.sum() - reaching(scores[other], tried)
        return np.asarray((kept + refused) / seen.sum(), float)

    def balance(self, name: str, tried: Scores, seen: Flags) -> Scores:
        """Balanced accuracy of entailed or not, at each threshold."""
        return balance(self.entailed[seen], self.scores[name][seen], tried)


def find(asked: Sequence[Asked], scorer: Scorer) -> Found:
    """The best sentence by every score of a way; of equal ones the first."""
    pairs: list[Pair] = [(sentence, one.proposition) for one in asked for sentence in one.sentences]
    ends = list(accumulate(len(one.sentences) for one in asked))[:-1]
    blocks = {name: np.split(scores, ends) for name, scores in scorer.score(pairs).items()}
    return Found(
        {name: np.array([block.max() for block in found]) for name, found in blocks.items()},
        {name: _right(asked, found) for name, found in blocks.items()},
        np.array([one.entailed for one in asked]),
    )


def _right(asked: Sequence[Asked], blocks: Sequence[Scores]) -> Flags:
    return np.array([one.entailed and int(b.argmax()) in one.support for one, b in zip(asked, blocks, strict=True)])


@dataclass(frozen=True)
class Outcome:
    """What a way makes of all propositions."""

    name: str
    right: Flags
    """The right sentence, or rightly none."""
    first: Flags
    """The best sentence supports it."""
    guesses: Flags
    """Called entailed."""
    chosen: str


def outcome(asked: Sequence[Asked], scorer: Scorer) -> Outcome:
    """Choose across groups, and judge."""
    found, groups = find(asked, scorer), [one.cluster for one in asked]
    choices = crossed(found.scores, groups, found.accuracy)
    kept = picked(found.scores, groups, choices)[1]
    first = np.array([found.right[choices[group].name][index] for index, group in enumerate(groups)])
    right = np.where(kept, first, ~found.entailed)
    guesses = picked(found.scores, groups, crossed(found.scores, groups, found.balance))[1]
    return Outcome(scorer.name, right, first, guesses, in_words(choices.values()))


def nothing(asked: Sequence[Asked]) -> Outcome:
    """Never any sentence."""
    never = np.zeros(len(asked), bool)
    return Outcome("never any", np.array([not one.entailed for one in asked]), never, never, "")


def section(data: Path, scorers: Sequence[Scorer]) -> str:
    """The part of the document."""
    asked, undecided = read(data / "propsegment")
    outcomes = {scorer.name: outcome(asked, scorer) for scorer in scorers}
    units = draws([one.cluster for one in asked])
    entailed = np.array([one.entailed for one in asked])
    head = ("PropSegmEnt, wiki dev", "right sentence or rightly none", f"the same, {OURS} above",
            "right sentence, where one does", "entailed or not, balanced accuracy", "entailed or not, macro-F1",
            "chosen (for how many groups)")  # fmt: skip
    rows = [_row(one, outcomes[OURS], entailed, units) for one in (nothing(asked), *outcomes.values())]
    return TEXT.substitute(
        asked=f"{len(asked):,}",
        clusters=len({one.cluster for one in asked}),
        entailed=entailed.sum(),
        contradicted=sum(one.label == "contradiction" for one in asked),
        undecided=undecided,
        rows=table(head, rows),
    )


def _row(one: Outcome, ours: Outcome, entailed: Flags, units: Draws) -> list[object]:
    right: Statistic = partial(accuracy, one.right)
    return [
        one.name,
        units.estimate(right),
        "" if one is ours else units.above(partial(accuracy, ours.right), right),
        units.estimate(lambda weights: accuracy(one.first[entailed], weights[entailed])),
        units.estimate(partial(balanced_accuracy, entailed, one.guesses)),
        units.estimate(partial(macro_f1, entailed, one.guesses)),
        one.chosen,
    ]
