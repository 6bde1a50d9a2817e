"""How far reviewers agree: Krippendorff's alpha for nominal data, with a bootstrap interval.

Klaus Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania. Alpha is
1 - observed / expected disagreement: 1 where all agree, 0 where they agree as often as chance would make them, below 0
where less. Any number of reviewers, and not everybody has to decide everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.model import Interval
from compare.settings import Settings

NO_PAIRS = "no pair of claims was decided by two reviewers"
NO_VARIATION = "all decisions are the same, so nothing shows whether more than chance made them so"
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Alpha:
    """Krippendorff's alpha, and what it rests on."""

    value: float | None
    """None where it is not defined."""
    interval: Interval | None
    """95 %, by drawing the units again; None over fewer units than an interval can bear."""
    units: int
    """Units with two values or more: only these count."""
    values: int
    """Values in them."""
    same: float | None
    """Raw agreement: how often two values of one unit are the same, 0 to 1."""
    why: str = ""
    """Why there is no alpha."""


def alpha(units: Iterable[Sequence[Hashable]], settings: Settings | None = None) -> Alpha:
    """Alpha over units, each with the values that it was given; a missing value is left out.

    Example: [["a", "a"], ["a", "b"], ["b", "b"]] -> 0.444, for 1 - (6 - 1) * 2 / (36 - 3 * 3 - 3 * 3).
    """
    patterns = Counter(tuple(sorted(Counter(map(repr, unit)).items())) for unit in units if len(unit) > 1)
    if not patterns:
        return Alpha(None, None, 0, 0, None, NO_PAIRS)
    counts, times = _table(patterns)
    values = times @ counts.sum(1)
    observed = _disagreement(counts)
    found = _alphas(times[None, :], counts, observed)
    return Alpha(
        value=float(found[0]) if found.size else None,
        interval=_interval(counts, times, observed, settings or Settings()) if found.size else None,
        units=int(times.sum()),
        values=int(values),
        same=float(1 - times @ observed / values),
        why="" if found.size else NO_VARIATION,
    )


def _table(patterns: Counter[tuple[tuple[str, int], ...]]) -> tuple[Vector, Vector]:
    """(patterns, values): how often each value stands in a unit; and how many units are so. Units alike are one row."""
    rows = sorted(patterns)
    names = sorted({name for row in rows for name, _ in row})
    counts = np.array([[dict(row).get(name, 0) for name in names] for row in rows], float)
    return counts, np.array([patterns[row] for row in rows], float)


def _disagreement(counts: Vector) -> Vector:
    """Of each row: its pairs of different values, each unit counting as many times as it has values."""
    size = counts.sum(1)
    different: Vector = (size**2 - (counts**2).sum(1)) / (size - 1)
    return different


def _alphas(draws: Vector, counts: Vector, observed: Vector) -> Vector:
    """The alpha of each draw (how many units of each row), but for those without variation, which have none."""
    totals = draws @ counts
    values = totals.sum(1)
    expected = values**2 - (totals**2).sum(1)
    varied = expected > 0
    alphas: Vector = 1 - (values - 1)[varied] * (draws @ observed)[varied] / expected[varied]
    return alphas


def _interval(counts: Vector, times: Vector, observed: Vector, settings: Settings) -> Interval | None:
    """Percentile bootstrap (Efron 1979): units are drawn again; a draw without an alpha does not count."""
    units = int(times.sum())
    if units < settings.interval_claims:
        return None
    generator = np.random.default_rng(settings.bootstrap_seed)
    draws = generator.multinomial(units, times / units, settings.bootstrap_samples).astype(float)
    low, high = np.percentile(_alphas(draws, counts, observed), [2.5, 97.5])
    return Interval(float(low), float(high))
