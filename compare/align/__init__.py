"""Vectors and claims -> candidate links, between all pairs of articles: crossing, many to many, free of order.

First `prospects` by likeness alone, cheap for every pair; then, where a pair reader has read these, `reread` looks
again, with the rivals of each pair in view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from compare.align.likeness import FAMILIES, Side, features, sides
from compare.model import Claim, Evidence
from compare.settings import LinkWeights, Settings

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Candidate:
    """Two claims that are linked with some probability, and why."""

    left: Claim
    right: Claim
    similarity: float
    """Cosine, -1 to 1."""
    probability: float
    evidence: tuple[Evidence, ...]
    """Its weights sum to the log-odds, but for those that are `certain`."""

    @property
    def certain(self) -> bool:
        """Whether the two have the same words."""
        return self.evidence == (SAME,)


SAME = Evidence("verbatim", 1.0, 0.0)


def align(claims: Sequence[Claim], vectors: NDArray[np.float32], settings: Settings) -> list[Candidate]:
    """All links by likeness of at least `settings.link_threshold`, by article and place.

    `claims` stand in canonical order of their articles; `vectors` has shape (len(claims), dim), unit rows.
    """
    return prospects(claims, vectors, settings, settings.link_threshold)


def prospects(
    claims: Sequence[Claim], vectors: NDArray[np.float32], settings: Settings, floor: float
) -> list[Candidate]:
    """All pairs that likeness finds at least so likely to be linked, by article and place."""
    pairs = combinations(sides(claims, vectors), 2)
    return [candidate for left, right in pairs for candidate in _between(left, right, settings.link_weights, floor)]


def _between(left: Side, right: Side, weights: LinkWeights, floor: float) -> Iterator[Candidate]:
    found = features(left, right)
    contributions = _contributions(found, weights)
    odds = weights.bias + sum(contributions.values())
    likely = 1 / (1 + np.exp(-odds))
    verbatim = _verbatim(left, right)
    taken = verbatim.any(axis=1, keepdims=True) | verbatim.any(axis=0, keepdims=True)
    likely = np.where(verbatim, 1.0, np.where(taken, 0.0, likely))
    for i, j in np.argwhere(likely >= floor):
        base = Evidence("before any likeness", 0.0, weights.bias)
        evidence = (SAME,) if verbatim[i, j] else (*_evidence(found, contributions, i, j), base)
        cosine = min(max(float(found["cosine"][i, j]), -1.0), 1.0)
        yield Candidate(left.claims[i], right.claims[j], cosine, float(likely[i, j]), evidence)


def _verbatim(left: Side, right: Side) -> NDArray[np.bool_]:
    """Pairs with the same words: linked for certain, and then with nothing else of that article."""
    return np.array([[a == b for b in right.texts] for a in left.texts], bool).reshape(
        len(left.texts), len(right.texts)
    )


def _contributions(found: Mapping[str, Matrix], weights: LinkWeights) -> dict[str, Matrix]:
    return {name: weight * (found[name] - weights.centres[name]) for name, weight in weights.weights.items()}


def _evidence(found: Mapping[str, Matrix], contributions: Mapping[str, Matrix], i: int, j: int) -> Iterator[Evidence]:
    """Features that measure one thing in several ways are shown as one: their sum is what counts."""
    for family, members in FAMILIES.items():
        weight = sum(float(contributions[name][i, j]) for name in members if name in contributions)
        yield Evidence(family, float(found[members[0]][i, j]), weight)
