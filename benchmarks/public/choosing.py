"""Thresholds, and which of several scores to use: chosen on all groups but one, used on that one, for each in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.public.figures import Flags
from benchmarks.public.scorers import Scores

Quality = Callable[[str, Scores, Flags], Scores]
"""(score's name, t thresholds, which pairs to look at) -> how good each threshold is there, (t,)."""


@dataclass(frozen=True)
class Choice:
    """A score and a threshold: pairs that reach it are taken."""

    name: str
    threshold: float
    quality: float


def choose(ways: Mapping[str, Scores], seen: Flags, quality: Quality) -> Choice:
    """The best on the pairs seen; of equal scores the first, of equal thresholds the middle one."""
    found = [_best(name, scores[seen], seen, quality) for name, scores in ways.items()]
    return max(found, key=lambda choice: choice.quality)


def _best(name: str, scores: Scores, seen: Flags, quality: Quality) -> Choice:
    tried = thresholds(scores)
    values = quality(name, tried, seen)
    best = np.flatnonzero(values >= values.max() - 1e-12)
    return Choice(name, float(tried[best[len(best) // 2]]), float(values.max()))


def crossed(ways: Mapping[str, Scores], groups: Sequence[str], quality: Quality) -> dict[str, Choice]:
    """For each group what is chosen without it."""
    of = np.array(groups)
    return {group: choose(ways, of != group, quality) for group in sorted(set(groups))}


def picked(ways: Mapping[str, Scores], groups: Sequence[str], choices: Mapping[str, Choice]) -> tuple[Scores, Flags]:
    """The score of each pair that its group's choice names, and whether it reaches the threshold."""
    scores = np.array([ways[choices[group].name][index] for index, group in enumerate(groups)])
    return scores, scores >= np.array([choices[group].threshold for group in groups])


def thresholds(scores: Scores) -> Scores:
    """All that tell the scores apart: half-way between any two that follow each other, and one beyond either end."""
    values = np.unique(scores)
    return np.concatenate([[values[0] - 1], (values[1:] + values[:-1]) / 2, [values[-1] + 1]])


def reaching(scores: Scores, tried: Scores) -> NDArray[np.intp]:
    """How many scores reach each threshold, (t,)."""
    return len(scores) - np.searchsorted(np.sort(scores), tried, side="left")


def balance(labels: Flags, scores: Scores, tried: Scores) -> Scores:
    """Balanced accuracy at each threshold, (t,)."""
    found = reaching(scores[labels], tried) / labels.sum()
    refused = 1 - reaching(scores[~labels], tried) / (~labels).sum()
    return np.asarray((found + refused) / 2, float)


def in_words(choices: Iterable[Choice]) -> str:
    """What was chosen, and how often: `linked 3, linked and agree 1`."""
    counts = Counter(choice.name for choice in choices)
    return ", ".join(f"{name} ({count})" for name, count in counts.most_common())
