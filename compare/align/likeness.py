"""What two articles' claims have in common: one matrix a feature, a row a left claim, a column a right one.

Every feature is symmetric: for the articles the other way round each matrix is transposed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from compare.model import FATES, Claim
from compare.wording import content, plain, words

Matrix = NDArray[np.float64]

FAMILIES: dict[str, tuple[str, ...]] = {
    "meaning": ("cosine", "cosine squared", "cosine in spread", "cosine over hubs", "cosine over nearest"),
    "best counterpart": ("rank", "gap"),
    "words": ("token set", "shared words", "shared words of shorter"),
    "numbers": ("shared numbers", "shared fates"),
    "names": ("shared names",),
    "neighbours": ("neighbours",),
    "place in the article": ("distance",),
    "length": ("shorter length", "longer length"),
}
"""What the report calls the features, the first of each being the value it shows."""

_NEAREST = 3  # claims whose mean similarity tells how crowded a claim's surroundings are (CSLS, Conneau et al. 2018)
_MANY_NAMES = 3  # shared words of names beyond this add nothing


@dataclass(frozen=True)
class Side:
    """One article's claims, ready to be compared: n claims, v words of the event, w words of names, u numbers."""

    claims: Sequence[Claim]
    vectors: NDArray[np.float32]
    """(n, dim), unit rows."""
    texts: list[str]
    """Normal form in lower case."""
    matter: Matrix
    """(n, v): square root of a word's weight where the claim has it."""
    names: Matrix
    """(n, w): 1 where the claim has it."""
    numbers: Matrix
    """(n, u): 1 where the claim has it."""
    fates: Matrix
    """(n, f): 1 where the claim counts the dead, the injured and so on."""


def sides(claims: Sequence[Claim], vectors: NDArray[np.float32]) -> list[Side]:
    """One side an article, over a vocabulary common to the event, in which rare words weigh more (idf)."""
    matter = _incidence([set(content(claim.text)) for claim in claims], _rarity(claims))
    names = _incidence([set(_named(claim)) for claim in claims])
    numbers = _incidence([set(_numbered(claim)) for claim in claims])
    fates = _incidence([{q.unit for q in claim.quantities() if q.unit in FATES} for claim in claims])
    texts = [plain(claim.text).casefold() for claim in claims]
    return [
        Side(claims[own], vectors[own], texts[own], matter[own], names[own], numbers[own], fates[own])
        for own in _rows(claims)
    ]


def _named(claim: Claim) -> Iterator[str]:
    """Actors by their ids, other names by their words; an office that nobody is known to hold is none."""
    for name in claim.names():
        if name.actor:
            yield name.actor
        elif name.sort != "role":
            yield from name.words


def _numbered(claim: Claim) -> Iterator[tuple[float | None, float | None, str]]:
    """The numbers of a claim; "first" and "second" stand everywhere."""
    for quantity in claim.quantities():
        if quantity.sense != "ordinal":
            yield quantity.low, quantity.high, quantity.sense


def _rows(claims: Sequence[Claim]) -> Iterator[slice]:
    """Where each article's claims stand."""
    start = 0
    for _, run in groupby(claims, key=lambda claim: claim.article):
        end = start + sum(1 for _ in run)
        yield slice(start, end)
        start = end


def _rarity(claims: Sequence[Claim]) -> dict[str, float]:
    counts = Counter(word for claim in claims for word in set(content(claim.text)))
    return {word: math.log((len(claims) + 1) / (count + 0.5)) for word, count in counts.items()}


def _incidence(sets: Sequence[set[Any]], weight: Mapping[Any, float] | None = None) -> Matrix:
    """Rows for sets, columns for their members in sorted order; the product of two rows sums the shared weights."""
    column = {member: index for index, member in enumerate(sorted(set().union(*sets), key=repr))}
    matrix = np.zeros((len(sets), len(column)))
    for row, members in enumerate(sets):
        for member in members:
            matrix[row, column[member]] = math.sqrt(weight[member]) if weight else 1.0
    return matrix


def features(left: Side, right: Side) -> dict[str, Matrix]:
    """Every feature by name, each of shape (n_left, n_right)."""
    cosine = left.vectors.astype(float) @ right.vectors.astype(float).T
    found = {"cosine": cosine, "cosine squared": cosine**2}
    for group in (_standing_out, _ranks, _shared_words, _shared_facts, _places, _lengths):
        found |= group(left, right, cosine)
    return found


def _standing_out(left: Side, right: Side, cosine: Matrix) -> dict[str, Matrix]:
    """How far a pair stands out from what is usual for the two articles and for the two claims."""
    spread = cosine.std()
    usual = (cosine.mean(1, keepdims=True) + cosine.mean(0, keepdims=True)) / 2
    near_left = _nearest(cosine).mean(1)[:, None]
    near_right = _nearest(cosine.T).mean(1)[None, :]
    return {
        "cosine in spread": (cosine - cosine.mean()) / spread if spread > _FLAT else np.zeros_like(cosine),
        "cosine over hubs": cosine - usual,
        "cosine over nearest": 2 * cosine - near_left - near_right,
    }


_FLAT = 1e-6  # spread of similarities below which all pairs are the same one


def _nearest(cosine: Matrix) -> Matrix:
    return np.sort(cosine, axis=1)[:, -_NEAREST:]


def _ranks(left: Side, right: Side, cosine: Matrix) -> dict[str, Matrix]:
    """The worse of the two ranks (log of 1 + how many are closer), and the wider of the two gaps to the closest."""
    closer = np.maximum(_closer(cosine), _closer(cosine.T).T)
    gap = np.maximum(cosine.max(1)[:, None] - cosine, cosine.max(0)[None, :] - cosine)
    return {"rank": np.log1p(closer), "gap": gap}


def _closer(cosine: Matrix) -> Matrix:
    ordered = np.sort(cosine, axis=1)
    return np.array(
        [row.size - np.searchsorted(row, values, side="right") for row, values in zip(ordered, cosine, strict=True)],
        float,
    )


def _shared_words(left: Side, right: Side, cosine: Matrix) -> dict[str, Matrix]:
    """Likeness of words: rapidfuzz's token set ratio, and the weight of shared stems in all and in the shorter."""
    shared = left.matter @ right.matter.T
    ours, theirs = (left.matter**2).sum(1)[:, None], (right.matter**2).sum(1)[None, :]
    token_set = process.cdist(left.texts, right.texts, scorer=fuzz.token_set_ratio, dtype=np.float64)
    return {
        "token set": token_set / 100,
        "shared words": shared / np.maximum(ours + theirs - shared, 1e-9),
        "shared words of shorter": shared / np.maximum(np.minimum(ours, theirs), 1e-9),
    }


def _shared_facts(left: Side, right: Side, cosine: Matrix) -> dict[str, Matrix]:
    return {
        "shared numbers": np.minimum(left.numbers @ right.numbers.T, 1.0),
        "shared fates": np.minimum(left.fates @ right.fates.T, 1.0),
        "shared names": np.minimum(left.names @ right.names.T, _MANY_NAMES),
    }


def _places(left: Side, right: Side, cosine: Matrix) -> dict[str, Matrix]:
    """How alike the claims before and after are, and how far apart the two stand in their articles, 0 to 1."""
    here = np.linspace(0, 1, len(left.claims))[:, None]
    there = np.linspace(0, 1, len(right.claims))[None, :]
    before, after = np.full_like(cosine, cosine.mean()), np.full_like(cosine, cosine.mean())
    before[1:, 1:] = cosine[:-1, :-1]
    after[:-1, :-1] = cosine[1:, 1:]
    return {"neighbours": (before + after) / 2, "distance": np.abs(here - there)}


def _lengths(left: Side, right: Side, cosine: Matrix) -> dict[str, Matrix]:
    """Logarithms of the shorter and the longer claim's words."""
    ours = np.array([max(len(words(claim.text)), 1) for claim in left.claims], float)[:, None]
    theirs = np.array([max(len(words(claim.text)), 1) for claim in right.claims], float)[None, :]
    return {"shorter length": np.log(np.minimum(ours, theirs)), "longer length": np.log(np.maximum(ours, theirs))}
