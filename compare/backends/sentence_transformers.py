"""Any sentence-transformers model, by name or folder. Needs the extra `models`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.errors import ModelError


class SentenceTransformersModel:
    """A model loaded by sentence-transformers, on a GPU where there is one.

    A folder is loaded without looking at the network. Raises ModelError where the extra or the model is missing.
    """

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelError(
                f"the embedder {name} needs sentence-transformers",
                "--embedder",
                "type: pip install 'compare-sources[models]'",
            ) from error
        self.name = name
        try:
            self._model = SentenceTransformer(name, local_files_only=Path(name).exists())
        except Exception as error:  # the library raises many kinds; all mean that there is no such model here
            raise ModelError(
                f"no embedder {name}", "--embedder", "name minilm, a folder, or a model that can be downloaded"
            ) from error

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float32, shape (n, dim), unit rows."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32).reshape(len(texts), -1)
