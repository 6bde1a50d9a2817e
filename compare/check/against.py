"""Two engines, or one before and after a change, on the same sets: better, worse or not to be told apart.

Both are measured on the same items, and each bootstrap sample draws the same ones for both (Efron and Tibshirani 1993,
chapter 8), so that what is hard about an item for either does not widen the interval of their difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from compare.check.baseline import Baseline, changes
from compare.check.baseline_file import distinct, ident
from compare.check.measures import METRICS, SAMPLES, figures, tally
from compare.check.outcome import Item, SetOutcome
from compare.settings import Settings

FEWEST = 6
"""Items changed below which nothing is told: five that all change for the better are chance (sign test, 5 %)."""

Verdict = Literal["better", "worse", "not to be told apart"]
Pair = tuple[SetOutcome, SetOutcome]
Rows = NDArray[np.int64]
T = TypeVar("T")

_ASKED: dict[str, tuple[int, ...]] = {
    "links": (0,),
    "relations.agree": (1,),
    "relations.differ": (2,),
    "relations.conflict": (3,),
    "relations.macro_f1": (1, 2, 3),
    "end_to_end": (4, 5, 6),
    "aspects": (7,),
}
"""By how a metric begins: the questions of `tally` that it rests on."""


@dataclass(frozen=True)
class Difference:
    """One figure by both, and how far it is apart: ours less theirs, with its 95 % interval."""

    ours: float
    theirs: float
    low: float
    high: float
    changed: int
    """Items that the two do not judge alike."""

    @property
    def value(self) -> float:
        """How much higher ours is."""
        return self.ours - self.theirs

    @property
    def verdict(self) -> Verdict:
        """On ours. An interval with 0 in it, or too few items that changed, tell nothing."""
        if self.changed < FEWEST or self.low <= 0 <= self.high:
            return "not to be told apart"
        return "better" if self.value > 0 else "worse"


Differences = Mapping[str, Difference]
"""By metric, in the order of METRICS; one that either cannot be measured by is left out."""


@dataclass(frozen=True)
class Against:
    """Each set that both have, and all of these together."""

    sets: tuple[tuple[str, Differences], ...]
    overall: Differences
    alone: tuple[str, ...]
    """The names of sets that only one of the two has."""


def against(outcomes: Sequence[SetOutcome], others: Sequence[SetOutcome], seed: int | None = None) -> Against:
    """`outcomes` set against those of another engine. Gold is what it is in `outcomes`."""
    seed = Settings().bootstrap_seed if seed is None else seed
    pairs = list(_matched(outcomes, others))
    both = {id(one) for pair in pairs for one in pair}
    return Against(
        sets=tuple((ours.name, _differences([(ours, theirs)], seed)) for ours, theirs in pairs),
        overall=_differences(pairs, seed),
        alone=tuple(one.name for one in (*outcomes, *others) if id(one) not in both),
    )


def of_baseline(outcome: SetOutcome, baseline: Baseline) -> SetOutcome:
    """What the engine said when the baseline was accepted, as far as that holds it: links and their relations."""
    gone = {ident(one.item) for one in changes(outcome, baseline) if one.kind == "obsolete" and one.item}
    now = distinct(outcome.items)
    items = [replace(item, said=baseline.said(item), said_aspects=()) for item in now.values()]
    lost = [
        Item(entry.key, entry.left, entry.right, None, entry.said)
        for found_by, entry in baseline.by_ident.items()
        if found_by not in now and found_by not in gone
    ]
    return replace(outcome, items=(*items, *lost), told=(), kin=(), signature={}, seconds=0.0)


def _matched(outcomes: Sequence[SetOutcome], others: Sequence[SetOutcome]) -> Iterator[Pair]:
    """By folder, or else by name: the other engine may have run elsewhere."""
    left = list(others)
    for ours in outcomes:
        same = [one for one in left if one.name == ours.name]
        theirs = next((one for one in same if one.folder == ours.folder), same[0] if same else None)
        if theirs:
            left.remove(theirs)
            yield ours, theirs


def _differences(pairs: Sequence[Pair], seed: int) -> dict[str, Difference]:
    """Of these sets together."""
    found = dict(_of_items(pairs, seed))
    for metric, rights in (
        ("standing.accuracy", [one for pair in pairs for one in _told(*pair)]),
        ("origins.accuracy", [one for pair in pairs for one in _kin(*pair)]),
    ):
        if rights:
            found[metric] = _of_rights(rights, seed)
    if not all(any(item.said_aspects for one in side for item in one.items) for side in zip(*pairs, strict=True)):
        found.pop("aspects.f1", None)  # a baseline, for one, holds none
    return {metric: found[metric] for metric in METRICS if metric in found}


def _of_items(pairs: Sequence[Pair], seed: int) -> Iterator[tuple[str, Difference]]:
    both = [(tally(mine), tally(other)) for pair in pairs for mine, other in _items(*pair)]
    if not both:
        return
    table, often = _kinds(both)
    drawn = _drawn(often, seed)
    whole, samples = (
        [figures(np.tensordot(times, table[:, side], 1)) for side in (0, 1)] for times in (often[None], drawn)
    )
    for metric in whole[0]:
        ours, theirs = (float(side[metric][0]) for side in whole)
        if not np.isnan(ours + theirs):
            asked = list(next(places for begin, places in _ASKED.items() if metric.startswith(begin)))
            apart = (table[:, 0, asked] != table[:, 1, asked]).any(axis=(1, 2))
            spread = samples[0][metric] - samples[1][metric]
            yield metric, Difference(ours, theirs, *_ends(spread), int(often[apart].sum()))


def _items(ours: SetOutcome, theirs: SetOutcome) -> Iterator[tuple[Item, Item]]:
    """Every item that gold or either engine has, as both judge it; what only theirs has is not in gold."""
    mine, other = distinct(ours.items), distinct(theirs.items)
    for found_by in dict.fromkeys((*mine, *other)):
        item, said = mine.get(found_by), other.get(found_by)
        known = item or replace(other[found_by], wanted=None, wanted_aspects=(), said=None, said_aspects=())
        yield known, replace(known, said=said.said if said else None, said_aspects=said.said_aspects if said else ())


def _told(ours: SetOutcome, theirs: SetOutcome) -> Iterator[tuple[bool, bool]]:
    said = {one.passage: one.said for one in theirs.told}
    for one in ours.told:
        if one.passage in said:
            yield one.wanted == one.said, one.wanted == said[one.passage]


def _kin(ours: SetOutcome, theirs: SetOutcome) -> Iterator[tuple[bool, bool]]:
    said = {frozenset((one.left, one.right)): one.said for one in theirs.kin}
    for one in ours.kin:
        if (two := frozenset((one.left, one.right))) in said:
            yield one.wanted == one.said, one.wanted == said[two]


def _of_rights(rights: Sequence[tuple[bool, bool]], seed: int) -> Difference:
    """Of whether each is right by both: shares of all."""
    table, often = _kinds(rights)
    spread = _drawn(often, seed) @ (table[:, 0] - table[:, 1]) / len(rights)
    ours, theirs = (float(share) for share in often @ table / len(rights))
    return Difference(ours, theirs, *_ends(spread), int(often[table[:, 0] != table[:, 1]].sum()))


def _kinds(judged: Iterable[T]) -> tuple[Rows, Rows]:
    """The kinds of items, (kinds, 2, ...), and how often each comes up: a sum forgets the order."""
    kinds = sorted(Counter(judged).items())
    return np.array([kind for kind, _ in kinds], np.int64), np.array([times for _, times in kinds], np.int64)


def _drawn(often: Rows, seed: int) -> Rows:
    """(SAMPLES, kinds): how often each kind comes up in each sample."""
    return np.random.default_rng(seed).multinomial(often.sum(), often / often.sum(), size=SAMPLES)


def _ends(spread: NDArray[np.float64]) -> tuple[float, float]:
    """A sample that lacks what is measured says nothing."""
    low, high = np.percentile(spread[~np.isnan(spread)], [2.5, 97.5])
    return float(low), float(high)
