"""Any sentence-transformers model, by name or folder. Needs the extra `models`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
        try:
            self._model = SentenceTransformer(name, local_files_only=Path(name).exists())
        except Exception as error:  # the library raises many kinds; all mean that there is no such model here
            raise ModelError(
                f"no embedder {name}", "--embedder", "name minilm, a folder, or a model that can be downloaded"
            ) from error
        # Of a folder the last part: where it lies on this machine is nothing for a report.
        self.name = f"{Path(name).resolve().name if Path(name).exists() else name}@{_digest(self._model)}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float32, shape (n, dim), unit rows."""
        vectors = self._model.encode(
            list(texts) or [""], normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32)[: len(texts)]


def _digest(model: Any) -> str:
    """The first eight digits of the SHA-256 of the weights."""
    digest = hashlib.sha256()
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.detach().cpu().float().numpy().tobytes())
    return digest.hexdigest()[:8]
