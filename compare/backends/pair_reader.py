"""The bundled pair reader under ONNX Runtime: two texts -> are they linked, how do they relate, in what.

One pair a run, on as many threads as there are cores: no padding, so what is said of a pair cannot depend on what
stands beside it. Each pair is read both ways round and the logits are averaged: which text is left makes no difference.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from compare.backends.onnx import read_file, session, tokenizer

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

MAX_TOKENS = 128  # of both texts, as it was trained (training/cross_encoder/batches.py); the longer is cut
MAX_CHARACTERS = 1000  # of one text; the tokenizer keeps all that it cuts off, and of two books that fills the memory
Logits = NDArray[np.float32]


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
    """Reads pairs of texts; made of its graph and its tokenizer."""

    def __init__(self, graph: bytes, tokens: Tokenizer) -> None:
        self._session, self._tokens = session(graph), tokens
        self._digest = hashlib.sha256(graph)

    @cached_property
    def name(self) -> str:
        """ "reader" and the first eight digits of the SHA-256 of its weights."""
        return f"reader@{self._digest.hexdigest()[:8]}"

    def read(self, pairs: Sequence[tuple[str, str]]) -> Reading:
        """Logits for each pair, the mean of both ways round."""
        cut = [tuple(text[:MAX_CHARACTERS] for text in pair) for pair in pairs]
        ways = self._tokens.encode_batch([*cut, *((right, left) for left, right in cut)])
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            rows = list(pool.map(self._read, ways))
        linked, relation, aspects = (_mean([row[place] for row in rows], width) for place, width in _WIDTHS)
        return Reading(linked[:, 0], relation, aspects)

    def _read(self, found: Encoding) -> list[Logits]:
        fed = {"ids": np.array([found.ids], np.int64), "types": np.array([found.type_ids], np.int64)}
        logits: list[Logits] = self._session.run(["linked", "relation", "aspects"], fed)
        return logits


_WIDTHS = ((0, 1), (1, 3), (2, 9))


def _mean(rows: Sequence[Logits], width: int) -> Logits:
    """Of the rows of all pairs one way round, and then the other."""
    mean: Logits = np.array(rows, np.float32).reshape(2, len(rows) // 2, width).mean(0)
    return mean


def reader_of(graph: Path, tokens: Path) -> PairReader:
    """The model of a graph and a tokenizer.json. Raises ModelError where one is missing."""
    return PairReader(read_file(graph), tokenizer(tokens, MAX_TOKENS))


@cache
def bundled() -> PairReader:
    """The model that comes with the package, loaded once a process; its word pieces are those of the embedder."""
    with as_file(files("compare") / "models") as folder:
        return reader_of(folder / "reader" / "model.onnx", folder / "minilm" / "tokenizer.json")
