"""A figure with a 95 % interval: percentile bootstrap (Efron 1979) over units drawn again with replacement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

SAMPLES, SEED = 1000, 20260224
T = TypeVar("T")
Statistic = Callable[[Sequence[T]], float]


@dataclass(frozen=True)
class Estimate:
    """A figure and its interval, both ends included."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """As tables show it: `0.62 (0.57 to 0.67)`."""
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


def estimate(units: Sequence[T], statistic: Statistic[T]) -> Estimate:
    """The statistic of all units, with its interval."""
    return Estimate(statistic(units), *_ends([statistic(drawn) for drawn in _samples(units)]))


def difference(ours: Sequence[T], theirs: Sequence[T], statistic: Statistic[T]) -> Estimate:
    """How much higher the statistic is for ours: both are measured on the same units of each sample."""
    pairs = list(zip(ours, theirs, strict=True))

    def apart(drawn: Sequence[tuple[T, T]]) -> float:
        return statistic([a for a, _ in drawn]) - statistic([b for _, b in drawn])

    return estimate(pairs, apart)


def _samples(units: Sequence[T]) -> list[list[T]]:
    drawn = np.random.default_rng(SEED).integers(len(units), size=(SAMPLES, len(units)))
    return [[units[index] for index in row] for row in drawn.tolist()]


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = np.nanpercentile(values, [2.5, 97.5])  # a sample may lack what the statistic is about
    return float(low), float(high)
