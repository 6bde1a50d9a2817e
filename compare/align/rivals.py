"""Pairs that were found likely -> what their rivals and their neighbours say of each: the joint look.

A claim that has a better counterpart in the same article is less likely to be meant; two claims that a claim of a
third article is linked to both are more likely to be linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Pairs = Sequence[tuple[int, int]]
"""Claims by their place in the canonical order."""

RIVALS = ("stronger rival", "weaker rival", "third article", "third article broken", "neighbours linked")
"""What `rivalry` gives, in the order of its columns."""


def rivalry(pairs: Pairs, likely: Array, home: Sequence[str]) -> Array:
    """(n, 5), the columns of `RIVALS`, for n pairs with the probability of each; `home` is the article of each claim.

    Pairs that are not given count as not linked.
    """
    known = dict(zip(pairs, likely.tolist(), strict=True))
    partners: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), chance in known.items():
        partners[a][b] = partners[b][a] = chance
    rows = [_row(a, b, known, partners, home) for a, b in pairs]
    return np.array(rows, float).reshape(len(rows), len(RIVALS))


def _row(
    a: int, b: int, known: Mapping[tuple[int, int], float], partners: Mapping[int, Mapping[int, float]],
    home: Sequence[str],
) -> tuple[float, ...]:  # fmt: skip
    rivals = _best_other(partners[a], b, home), _best_other(partners[b], a, home)
    thirds = [
        (partners[a].get(c, 0.0), partners[b].get(c, 0.0))
        for c in partners[a].keys() | partners[b].keys()
        if home[c] not in (home[a], home[b])
    ]
    together = max((one * other for one, other in thirds), default=0.0)
    broken = max((abs(one - other) for one, other in thirds), default=0.0)
    beside = max(_neighbour(a, b, step, known, home) for step in (-1, 1))
    return max(rivals), min(rivals), together, broken, beside


def _best_other(partners: Mapping[int, float], chosen: int, home: Sequence[str]) -> float:
    return max((p for other, p in partners.items() if other != chosen and home[other] == home[chosen]), default=0.0)


def _neighbour(a: int, b: int, step: int, known: Mapping[tuple[int, int], float], home: Sequence[str]) -> float:
    """How likely the claims before or after the two are linked; 0 where an article ends."""
    x, y = a + step, b + step
    inside = min(x, y) >= 0 and max(x, y) < len(home) and (home[x], home[y]) == (home[a], home[b])
    return known.get((x, y), 0.0) if inside else 0.0
