"""Figures of pairs that may weigh differently, as they do when a bootstrap draws some of them twice and some never.

Labels and guesses are bool, scores and weights float, all of shape (n,).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.estimates import Estimate, estimate
from benchmarks.public.scorers import Scores

Flags = NDArray[np.bool_]
Statistic = Callable[[Scores], float]
"""The weights of all pairs -> a figure."""


@dataclass(frozen=True)
class Draws:
    """What a bootstrap draws: pairs that share a unit are drawn together.

    A pair of two units weighs the product of how often each was drawn (the pigeonhole bootstrap, Owen 2007).
    """

    members: NDArray[np.intp]
    """(n, units a pair is made of): their numbers."""

    def estimate(self, statistic: Statistic) -> Estimate:
        """A figure with its interval."""
        units = range(int(self.members.max()) + 1)
        return estimate(units, lambda drawn: statistic(self.weights(drawn)))

    def above(self, ours: Statistic, theirs: Statistic) -> Estimate:
        """By how much ours is higher, on the same draws."""
        return self.estimate(lambda weights: ours(weights) - theirs(weights))

    def weights(self, drawn: Sequence[int]) -> Scores:
        """How often each pair was drawn, (n,)."""
        counts = np.bincount(drawn, minlength=int(self.members.max()) + 1)
        return np.asarray(counts[self.members].prod(axis=1), float)


def draws(*sides: Sequence[object]) -> Draws:
    """Units by any names: of each pair the one it belongs to, or the two it is made of."""
    numbers: dict[object, int] = {}
    members = [[numbers.setdefault(name, len(numbers)) for name in names] for names in zip(*sides, strict=True)]
    return Draws(np.array(members, np.intp))


def accuracy(right: Flags, weights: Scores) -> float:
    """Share of pairs that are judged right."""
    return float(np.average(right, weights=weights)) if weights.any() else float("nan")


def balanced_accuracy(labels: Flags, guesses: Flags, weights: Scores) -> float:
    """Mean of the shares of either label that are found."""
    right = labels == guesses
    return (accuracy(right[labels], weights[labels]) + accuracy(right[~labels], weights[~labels])) / 2


def macro_f1(labels: Flags, guesses: Flags, weights: Scores) -> float:
    """Mean of the F1 of either label."""
    wrong = weights[labels != guesses].sum()
    right = [weights[(labels == value) & (guesses == value)].sum() for value in (True, False)]
    return float(np.mean([2 * hits / max(2 * hits + wrong, 1e-9) for hits in right]))


def average_precision(labels: Flags, scores: Scores, weights: Scores) -> float:
    """Mean precision over the ranks of what is sought."""
    right, wrong = _ranked(labels, scores, weights)
    return float((np.diff(right) * right[1:] / (right + wrong)[1:]).sum() / right[-1])


def best_f1(labels: Flags, scores: Scores, weights: Scores) -> float:
    """F1 at the threshold that gives the best."""
    right, wrong = _ranked(labels, scores, weights)
    return float((2 * right / (right + wrong + right[-1])).max())


def auc(labels: Flags, scores: Scores, weights: Scores) -> float:
    """How often one of the sought ranks above one of the others, a tie half; half is chance."""
    right, wrong = _ranked(labels, scores, weights)
    heights = (right[1:] + right[:-1]) / 2
    return float((heights * np.diff(wrong)).sum() / (right[-1] * wrong[-1]))


def _ranked(labels: Flags, scores: Scores, weights: Scores) -> tuple[Scores, Scores]:
    """Weight of right and wrong pairs above each threshold, from none to all; nan where there is one label only."""
    drawn = weights > 0
    labels, scores, weights = labels[drawn], scores[drawn], weights[drawn]
    if labels.all() or not labels.any():
        return np.full(2, np.nan), np.full(2, np.nan)
    order = np.argsort(-scores)
    ends = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)  # pairs of one score come together
    right, wrong = (np.cumsum(np.where(labels == kind, weights, 0)[order])[ends] for kind in (True, False))
    return np.append(0.0, right), np.append(0.0, wrong)
