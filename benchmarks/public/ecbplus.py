"""ECB+ (Cybulska and Vossen 2014): sentences of two articles on one event; do they share an event mentioned in both?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from string import Template

import numpy as np

from benchmarks.public.figures import Draws, Flags, Statistic, auc, average_precision, best_f1, draws
from benchmarks.public.lines import read_lines
from benchmarks.public.scorers import OURS, Pair, Scorer, Scores
from benchmarks.tables import table
from training.join_ecbplus import read_sentences

TEXT = Template("""## ECB+, dev: do two sentences share an event?

$pairs pairs of sentences of different articles on one of $events events, where annotators marked what happens in both
sentences; $aligned share at least one event that is marked in both, the others share none. No threshold is chosen: the
pairs are ranked by the first score of each way (of all words, linked, not neutral), and F1 is that of the best
threshold on these very pairs. "No skill" is what a random order gives. Unit of the bootstrap: an event.

$rows

What it says: whether pairs of sentences of one event that have something in common come before those that have
nothing, on topics from which no bundled model has learned. What it cannot say: how well links are found, for two
sentences that share an event ("the police came") need not share a claim, most pairs here do share one, and an event
that the annotators left out counts against whoever sees it.
""")


@dataclass(frozen=True)
class Judged:
    """Pairs with their labels."""

    pairs: list[Pair]
    aligned: Flags
    events: list[str]


def read(folder: Path) -> Judged:
    """The pairs of one event, as running text."""
    texts = read_sentences(folder / "sentences.jsonl")
    events = {line["doc"]: line["subtopic"] for line in read_lines(folder / "sentences.jsonl")}
    lines = [line for line in read_lines(folder / "sentence_pairs.dev.jsonl") if line["same_subtopic"]]
    return Judged(
        [(texts[line["doc1"]][line["sid1"]], texts[line["doc2"]][line["sid2"]]) for line in lines],
        np.array([line["label"] == "aligned" for line in lines]),
        [events[line["doc1"]] for line in lines],
    )


def section(data: Path, scorers: Sequence[Scorer]) -> str:
    """The part of the document."""
    judged = read(data / "ecbplus")
    return TEXT.substitute(
        pairs=f"{len(judged.pairs):,}",
        events=len(set(judged.events)),
        aligned=f"{judged.aligned.sum():,}",
        rows=table(
            ("ECB+, dev", "average precision", "best F1", "ROC AUC", f"average precision, {OURS} above"),
            [_no_skill(judged.aligned), *_rows(judged, scorers)],
        ),
    )


def _no_skill(aligned: Flags) -> list[object]:
    share = float(aligned.mean())
    return ["no skill", f"{share:.2f}", f"{2 * share / (1 + share):.2f}", "0.50", ""]


def _rows(judged: Judged, scorers: Sequence[Scorer]) -> list[list[object]]:
    scores = {scorer.name: next(iter(scorer.score(judged.pairs).values())) for scorer in scorers}
    units = draws(judged.events)
    return [_row(name, judged.aligned, found, scores[OURS], units) for name, found in scores.items()]


def _row(name: str, aligned: Flags, scores: Scores, ours: Scores, units: Draws) -> list[object]:
    figures: list[Statistic] = [partial(measure, aligned, scores) for measure in (average_precision, best_f1, auc)]
    better = "" if name == OURS else units.above(partial(average_precision, aligned, ours), figures[0])
    return list(chain([name], map(units.estimate, figures), [better]))
