"""What was measured on some sets, each figure with its 95 % interval.

By pairs of sentences, so that a claim that is cut otherwise is not punished. Each item adds three counts (right, said
by the engine, wanted by gold) to each question asked of it, and every figure of items is derived from the sums. The
interval is a percentile bootstrap (Efron 1979) over items: as a sum forgets the order, a sample is drawn as how often
each kind of item comes up in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from compare.check.measure import VERDICTS
from compare.check.outcome import Item, Measured, SetOutcome
from compare.settings import Settings

SAMPLES = 1000
METRICS = (
    "links.precision",
    "links.recall",
    "links.f1",
    *(f"relations.{relation}.f1" for relation in VERDICTS),
    "relations.macro_f1",
    "end_to_end.macro_f1",
    "aspects.f1",
    "standing.accuracy",
    "origins.accuracy",
)
"""Every figure, in the order in which they are shown."""

Sums = NDArray[np.int64]
"""(n, 8, 3): n times, for each question, how many are right, said and wanted."""
Values = NDArray[np.float64]
Triple = tuple[int, int, int]

_LINKS, _RELATIONS, _END_TO_END, _ASPECTS = 0, slice(1, 4), slice(4, 7), 7
_DIFFERING = ("differ", "conflict")


def measured(outcomes: Sequence[SetOutcome], seed: int | None = None) -> dict[str, Measured]:
    """Every one of METRICS over all these sets together."""
    seed = Settings().bootstrap_seed if seed is None else seed
    items = [item for outcome in outcomes for item in outcome.items]
    told = [one.wanted == one.said for outcome in outcomes for one in outcome.told]
    kin = [one.wanted == one.said for outcome in outcomes for one in outcome.kin]
    found = dict(_of_items(items, seed))
    return {**found, "standing.accuracy": _accuracy(told, seed), "origins.accuracy": _accuracy(kin, seed)}


def tally(item: Item) -> tuple[Triple, ...]:
    """(right, said, wanted) for each question: linked; each relation, found and end to end; aspects."""
    linked = _triple(item.said is not None, item.wanted is not None)
    found = [_triple(linked[0] and item.said == one, linked[0] and item.wanted == one) for one in VERDICTS]
    end_to_end = [_triple(item.said == one, item.wanted == one) for one in VERDICTS]
    return (linked, *found, *end_to_end, _aspects(item))


def _triple(said: object, wanted: object) -> Triple:
    return int(bool(said and wanted)), int(bool(said)), int(bool(wanted))


def _aspects(item: Item) -> Triple:
    """Counted where gold names some and the relation is told right, else nothing could be known of them."""
    if item.said != item.wanted or item.said not in _DIFFERING or not item.wanted_aspects:
        return 0, 0, 0
    said, wanted = set(item.said_aspects), set(item.wanted_aspects)
    return len(said & wanted), len(said), len(wanted)


def _of_items(items: Sequence[Item], seed: int) -> Iterable[tuple[str, Measured]]:
    kinds = sorted(Counter(map(tally, items)).items())
    table = np.array([kind for kind, _ in kinds], np.int64).reshape(len(kinds), len(_QUESTIONS), 3)
    often = np.array([times for _, times in kinds], np.int64)
    whole = figures(np.tensordot(often[None], table, 1))
    drawn = figures(np.tensordot(_drawn(often, seed), table, 1))
    counts = _counts(often, table)
    return [(metric, _measured(float(whole[metric][0]), drawn[metric], counts[metric])) for metric in whole]


_QUESTIONS = ("linked", *VERDICTS, *VERDICTS, "aspects")


def _drawn(often: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """(SAMPLES, kinds): how often each kind comes up in each sample."""
    total = often.sum()
    share = often / total if total else np.zeros(0)
    return np.random.default_rng(seed).multinomial(total, share, size=SAMPLES) if total else np.zeros((0, 0), np.int64)


def figures(sums: Sums) -> dict[str, Values]:
    """Every figure of items, n times; not a number where there is nothing to measure."""
    right, said, wanted = (sums[:, _LINKS, place] for place in range(3))
    by_relation = _f1(sums[:, _RELATIONS])
    return {
        "links.precision": _ratio(right, said),
        "links.recall": _ratio(right, wanted),
        "links.f1": _f1(sums[:, _LINKS]),
        **{f"relations.{one}.f1": by_relation[:, place] for place, one in enumerate(VERDICTS)},
        "relations.macro_f1": np.where(right > 0, _macro(sums[:, _RELATIONS]), np.nan),
        "end_to_end.macro_f1": np.where(said + wanted > 0, _macro(sums[:, _END_TO_END]), np.nan),
        "aspects.f1": _f1(sums[:, _ASPECTS]),
    }


def _f1(triples: Sums) -> Values:
    return _ratio(2 * triples[..., 0], triples[..., 1] + triples[..., 2])


def _macro(triples: Sums) -> Values:
    """Mean over the relations; one that neither side has counts 0, as in `measure.macro_f1`."""
    mean: Values = np.nan_to_num(_f1(triples)).mean(axis=1)
    return mean


def _ratio(part: NDArray[np.int64], whole: NDArray[np.int64]) -> Values:
    result: Values = np.divide(part, whole, out=np.full(whole.shape, np.nan), where=whole > 0)
    return result


def _counts(often: NDArray[np.int64], table: Sums) -> dict[str, int]:
    """How many items each figure rests on: those that would count in its denominator."""
    asked: NDArray[np.bool_] = table[..., 1] + table[..., 2] > 0  # (kinds, questions)
    found = table[:, _LINKS, 0] > 0
    rests: dict[str, NDArray[np.bool_]] = {
        "links.precision": table[:, _LINKS, 1] > 0,
        "links.recall": table[:, _LINKS, 2] > 0,
        "links.f1": asked[:, _LINKS],
        **{f"relations.{one}.f1": asked[:, 1 + place] for place, one in enumerate(VERDICTS)},
        "relations.macro_f1": found,
        "end_to_end.macro_f1": asked[:, _LINKS],
        "aspects.f1": asked[:, _ASPECTS],
    }
    return {metric: int(often[chosen].sum()) for metric, chosen in rests.items()}


def _accuracy(rights: Sequence[bool], seed: int) -> Measured:
    count = len(rights)
    if not count:
        return Measured(None, None, None, 0)
    share = sum(rights) / count
    return _measured(share, np.random.default_rng(seed).binomial(count, share, size=SAMPLES) / count, count)


def _measured(value: float, drawn: Values, count: int) -> Measured:
    """A sample that lacks what is measured says nothing."""
    if np.isnan(value):
        return Measured(None, None, None, count)
    low, high = np.percentile(drawn[~np.isnan(drawn)], [2.5, 97.5])
    return Measured(value, float(low), float(high), count)
