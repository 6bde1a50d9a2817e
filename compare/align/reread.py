"""Prospects and what a pair reader made of them -> links: one logistic model, every share of it in the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from compare.align import Candidate
from compare.align.rivals import RIVALS, Array, rivalry
from compare.model import Claim, Evidence
from compare.settings import RereadWeights

_JOINT = {
    "rivals": ("stronger rival", "weaker rival"),
    "third article": ("third article", "third article broken"),
    "neighbours linked": ("neighbours linked",),
}
"""What the report calls the columns of `RIVALS`, the first of each being the value it shows."""


def reread(
    found: Sequence[Candidate], claims: Sequence[Claim], logits: NDArray[np.float32], weights: RereadWeights
) -> list[Candidate]:
    """The links among some prospects, given the reader's logit of each, (n,).

    Those with the same words stay certain.
    """
    place = {claim.id: index for index, claim in enumerate(claims)}
    pairs = [(place[one.left.id], place[one.right.id]) for one in found]
    read = np.asarray(logits, float)
    joint = rivalry(pairs, first_look(found, read, weights), [claim.article for claim in claims])
    looked = [_again(one, logit, row, weights) for one, logit, row in zip(found, read, joint.tolist(), strict=True)]
    return [one for one in looked if one.probability >= weights.threshold]


def first_look(found: Sequence[Candidate], read: Array, weights: RereadWeights) -> Array:
    """Probabilities by likeness and reading alone, (n,)."""
    bias, by_likeness, by_reading = weights.first
    odds = bias + by_likeness * likeness(found) + by_reading * read
    return np.where([one.certain for one in found], 1.0, 1 / (1 + np.exp(-odds)))


def likeness(found: Sequence[Candidate]) -> Array:
    """The log-odds of a link by likeness alone, (n,)."""
    return np.array([sum(part.weight for part in one.evidence) for one in found], float)


def _again(one: Candidate, read: float, joint: Sequence[float], weights: RereadWeights) -> Candidate:
    if one.certain:
        return one
    evidence = (*_evidence(one, read, joint, weights), Evidence("after reading", 0.0, weights.bias))
    odds = sum(part.weight for part in evidence)
    return replace(one, probability=float(1 / (1 + np.exp(-odds))), evidence=evidence)


def _evidence(one: Candidate, read: float, joint: Sequence[float], weights: RereadWeights) -> Iterator[Evidence]:
    for part in one.evidence:
        yield replace(part, weight=weights.odds * part.weight)
    yield Evidence("read together", float(1 / (1 + np.exp(-read))), weights.read * read)
    value = dict(zip(RIVALS, joint, strict=True))
    for name, members in _JOINT.items():
        yield Evidence(name, value[members[0]], sum(weights.rivals[member] * value[member] for member in members))
