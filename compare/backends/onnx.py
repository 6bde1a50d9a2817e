"""all-MiniLM-L6-v2 with 8-bit weights under ONNX Runtime: the default embedder, bundled, no network.

One sentence a run, on as many threads as there are cores: so no padding, and the vector of a sentence
cannot depend on what stands beside it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from compare.errors import ModelError

_MAX_TOKENS = 256  # as the original model was trained (sentence_bert_config.json)


class MiniLM:
    """The bundled embedder: 384 dimensions, English."""

    def __init__(self) -> None:
        with as_file(files("compare") / "models" / "minilm") as folder:
            self._tokenizer = tokenizer(folder / "tokenizer.json", _MAX_TOKENS)
            weights = read_file(folder / "model.onnx")
        self._session = session(weights)
        self._digest = hashlib.sha256(weights).hexdigest()

    @cached_property
    def name(self) -> str:
        """ "minilm" and the first eight digits of the SHA-256 of its weights."""
        return f"minilm@{self._digest[:8]}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float32, shape (n, 384), unit rows."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            rows = list(pool.map(self._vector, tokens))
        return np.vstack(rows) if rows else np.empty((0, 384), np.float32)

    def _vector(self, ids: list[int]) -> NDArray[np.float32]:
        tokens = np.array([ids], np.int64)
        (vector,) = self._session.run(None, {"input_ids": tokens, "attention_mask": np.ones_like(tokens)})
        return np.asarray(vector, np.float32)


def session(weights: bytes) -> onnxruntime.InferenceSession:
    """A model of the given bytes, one thread a run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def tokenizer(path: Path, most: int) -> Tokenizer:
    """A tokenizer that cuts texts at `most` word pieces and pads nothing."""
    made = Tokenizer.from_buffer(read_file(path))
    made.no_padding()
    made.enable_truncation(most)
    return made


def read_file(path: Path) -> bytes:
    """The bytes of a bundled file. Raises ModelError where it is missing."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError("the bundled model is missing", path.name, "reinstall compare-sources") from error
