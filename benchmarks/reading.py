"""What the pair reader brings: ways to link that use a part of it, and how well the whole is calibrated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from benchmarks.families import Family
from benchmarks.linkers import Candidates, best_threshold, of_sentences
from benchmarks.linking import Row, row, shipped_units, units
from compare.align.reread import first_look
from compare.backends.reader import Reader
from compare.check.calibrate import calibration_error
from compare.model import Comparison, Relation
from compare.relate import judge
from compare.settings import Settings
from training.fit import Event
from training.fit_reader import Case, fit_reread, read_case

Scorer = Callable[[Case], NDArray[np.float64]]
"""A case -> a probability for each of its prospects."""


def read_rows(cases: Sequence[Case], test: Sequence[Family], reader: Reader) -> Iterator[Row]:
    """Reading alone, and likeness and reading without rivals."""
    weights = fit_reread(cases)
    ways: dict[str, Scorer] = {
        "compare, reading alone": lambda case: 1 / (1 + np.exp(-case.read.astype(float))),
        "compare, no rivals": lambda case: first_look(case.found, case.read.astype(float), weights),
    }
    families = [[c for c in cases if c.family == family] for family in dict.fromkeys(c.family for c in cases)]
    own = [[read_case(family.name, event, reader) for event in family.events] for family in test]
    for name, scorer in ways.items():
        threshold = best_threshold([[candidates(case, scorer) for case in family] for family in families])
        for family, measured in zip(test, own, strict=True):
            found = [units(case.event, candidates(case, scorer).above(threshold)) for case in measured]
            yield row(name, threshold, family.name, list(chain(*found)), shipped_units(family))


def candidates(case: Case, scorer: Scorer) -> Candidates:
    """The prospects of an event with a likeness by some part of the reader."""
    ends = [case.event.between(one.left.id, one.right.id) for one in case.found]
    return of_sentences(ends, scorer(case).tolist(), case.wanted)


def calibration(family: Family, reader: Reader) -> tuple[str, float, float]:
    """(family, error of the probabilities of links, of the confidence in relations)."""
    links = [one for event, made in zip(family.events, family.comparisons, strict=True) for one in _likely(event, made)]
    said = [one for event in family.events for one in _judged(event, reader)]
    return family.name, _error(links), _error(said)


def _error(rows: Sequence[tuple[float, bool]]) -> float:
    return calibration_error(np.array([row[0] for row in rows]), np.array([row[1] for row in rows], float))


def _likely(event: Event, made: Comparison) -> Iterator[tuple[float, bool]]:
    gold = {ends for pairs in event.wanted() for ends in pairs}
    for link in made.links:
        if not any(part.name == "verbatim" for part in link.evidence):
            yield link.probability, event.between(link.left, link.right) in gold


def _judged(event: Event, reader: Reader) -> Iterator[tuple[float, bool]]:
    known: list[tuple[Relation, frozenset[str]]] = [
        (link.relation, pairs[0]) for link, pairs in zip(event.gold.links, event.wanted(), strict=True) if pairs
    ]
    verdicts = judge([event.closest(ends) for _, ends in known], reader, Settings())
    for (relation, _), verdict in zip(known, verdicts, strict=True):
        if verdict.relation != "unsure":
            yield verdict.confidence, verdict.relation == relation
