"""Any sentence-transformers model, by name or folder. Needs the extra `models`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.backends.extra import called, load


class SentenceTransformersModel:
    """A model loaded by sentence-transformers, on a GPU where there is one.

    A folder is loaded without looking at the network. Raises ModelError where the extra or the model is missing.
    """

    def __init__(self, name: str) -> None:
        self._model = load("SentenceTransformer", name, "embedder", "--embedder", "minilm")
        self.name = called(name, self._model)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float32, shape (n, dim), unit rows."""
        vectors = self._model.encode(
            list(texts) or [""], normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32)[: len(texts)]
