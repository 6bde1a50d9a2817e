"""The bundled pair reader under ONNX Runtime: two texts -> are they linked, how do they relate, in what.

A text is read alone once, however many pairs it stands in; then pairs are read together, one a run, on as many
threads as there are cores: no padding, so what is said of a pair cannot depend on what stands beside it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from compare.backends.onnx import read_file, session, tokenizer

MAX_TOKENS = 64  # of one text, as it was trained (training/cross_encoder/batches.py)
Logits = NDArray[np.float32]
Hidden = NDArray[np.float32]


@dataclass(frozen=True)
class Reading:
    """What the model makes of n pairs, as logits."""

    linked: Logits
    """(n,): that both speak of one proposition."""
    relation: Logits
    """(n, 3): agree, differ, conflict, given that."""
    aspects: Logits
    """(n, 9): each of ASPECTS, given that they differ or conflict."""


class PairReader:
    """Reads pairs of texts; made of its two graphs and its tokenizer."""

    def __init__(self, alone: bytes, together: bytes, tokens: Tokenizer) -> None:
        self._alone, self._together, self._tokens = session(alone), session(together), tokens
        self._digest = hashlib.sha256(alone + together)

    @cached_property
    def name(self) -> str:
        """ "reader" and the first eight digits of the SHA-256 of its weights."""
        return f"reader@{self._digest.hexdigest()[:8]}"

    def read(self, pairs: Sequence[tuple[str, str]]) -> Reading:
        """Logits for each pair; the two may stand either way round."""
        texts = sorted({text for pair in pairs for text in pair})
        tokens = [encoding.ids for encoding in self._tokens.encode_batch(texts)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            hidden = dict(zip(texts, pool.map(self._read, tokens), strict=True))
            met = list(pool.map(lambda pair: self._meet(*(hidden[text] for text in sorted(pair))), pairs))
        linked, relation, aspects = (_stacked([row[place] for row in met], width) for place, width in _WIDTHS)
        return Reading(linked[:, 0], relation, aspects)

    def _read(self, ids: list[int]) -> Hidden:
        hidden: Hidden = self._alone.run(None, {"ids": np.array([ids], np.int64)})[0]
        return hidden

    def _meet(self, left: Hidden, right: Hidden) -> list[Logits]:
        found: list[Logits] = self._together.run(None, {"left": left, "right": right})
        return found


_WIDTHS = ((0, 1), (1, 3), (2, 9))


def _stacked(rows: Sequence[Logits], width: int) -> Logits:
    return np.array(rows, np.float32).reshape(len(rows), width)


def reader_of(folder: Path) -> PairReader:
    """The model in a folder with its two graphs and tokenizer.json. Raises ModelError where one is missing."""
    return PairReader(
        read_file(folder / "alone.onnx"),
        read_file(folder / "together.onnx"),
        tokenizer(folder / "tokenizer.json", MAX_TOKENS),
    )


def bundled() -> PairReader:
    """The model that comes with the package."""
    with as_file(files("compare") / "models") as folder:
        return PairReader(
            read_file(folder / "reader" / "alone.onnx"),
            read_file(folder / "reader" / "together.onnx"),
            tokenizer(folder / "minilm" / "tokenizer.json", MAX_TOKENS),
        )
