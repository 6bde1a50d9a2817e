"""How much the articles clash on the whole: what a relation model says of all links of one comparison.

A model fitted on many events supposes their usual mix of agreement, difference and conflict. Where the mix of an event
is another, the log-odds of each relation move by how far its share is from the usual one: the correction for a shift
of classes by Saerens, Latinne and Decaestecker (2002), here with a fitted factor and not iterated.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from compare.model import RELATIONS

Rows = NDArray[np.float64]

FLOOR = 1e-4
"""The least usual share."""
PSEUDO = 10
"""So many links of the usual mix are counted beside those seen: few links say little of the mix."""


def climate(opinions: Rows, usual: Mapping[str, float]) -> dict[str, float]:
    """The log of each relation's share among links, (n, 4) probabilities in the order of RELATIONS, over its usual one.

    Links that the model cannot read count for nothing. Empty where nothing usual is known.
    """
    place: dict[str, int] = {name: number for number, name in enumerate(RELATIONS)}
    chosen = np.array([place[name] for name in usual], np.intp)
    told = np.asarray(opinions, float).reshape(-1, len(RELATIONS))[:, chosen]
    expected = np.maximum(np.array(list(usual.values()), float), FLOOR)
    seen = (told.sum(0) + PSEUDO * expected) / (told.sum() + PSEUDO)
    shift = np.log(seen) - np.log(expected)
    return dict(zip(usual, shift.tolist(), strict=True))
