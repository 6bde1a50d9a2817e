"""The bundled pair reader as the engine asks it: of claims, for links, relations and aspects."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.backends.pair_reader import PairReader, Reading, bundled
from compare.model import Claim
from compare.wording import is_latin

Pairs = Sequence[tuple[Claim, Claim]]
Row = tuple[NDArray[np.float32], ...]


class Reader:
    """Judges pairs of claims. What was read for links is kept until the next call, so that nothing is read twice."""

    def __init__(self, model: PairReader | None = None) -> None:
        self._model = model or bundled()
        self.name = self._model.name
        """ "reader" and a hash of its weights."""
        self._rows: dict[tuple[str, str], Row] = {}

    def linked(self, pairs: Pairs) -> NDArray[np.float32]:
        """Logit that each pair speaks of one proposition, (n,); 0 for texts in a script that the model cannot read."""
        self._rows = {}
        return np.where(_legible(pairs), self._read(pairs).linked, 0).astype(np.float32)

    def relate(self, pairs: Pairs) -> NDArray[np.float64]:
        """Probabilities of agree, differ, conflict and unsure, (n, 4); all unsure where the script is unknown."""
        logits, legible = self._read(pairs).relation.astype(float), _legible(pairs)
        powers = np.exp(logits - logits.max(1, keepdims=True, initial=-np.inf))
        likely = powers / powers.sum(1, keepdims=True) * legible[:, None]
        return np.column_stack([likely, ~legible])

    def aspects(self, pairs: Pairs) -> NDArray[np.float32]:
        """Logits of each of ASPECTS, for pairs that differ or conflict, (n, 9)."""
        return self._read(pairs).aspects

    def _read(self, pairs: Pairs) -> Reading:
        texts = [(left.text, right.text) for left, right in pairs]
        missing = sorted(set(texts) - self._rows.keys())
        found = self._model.read(missing)
        self._rows |= dict(zip(missing, zip(found.linked, found.relation, found.aspects, strict=True), strict=True))
        rows = [self._rows[pair] for pair in texts]
        linked, relation, aspects = (
            np.array([row[place] for row in rows], np.float32).reshape(len(rows), *shape)
            for place, shape in ((0, ()), (1, (3,)), (2, (9,)))
        )
        return Reading(linked, relation, aspects)


def _legible(pairs: Pairs) -> NDArray[np.bool_]:
    """(n,): whether both texts of a pair are in the script that the model learned from."""
    return np.array([is_latin(left.text) and is_latin(right.text) for left, right in pairs], bool)
