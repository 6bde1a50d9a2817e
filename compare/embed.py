"""Texts -> unit vectors. The Embedder protocol, and the table of names to choose one by."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from compare.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors. The vector of a text depends on that text alone, never on its neighbours."""

    name: str
    """What the report and the signature call it, with a hash of its weights where it has any."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float32, shape (n, dim), rows of length 1."""
        ...


EMBEDDERS: dict[str, str] = {"minilm": "compare.backends.onnx:MiniLM"}
_ANY_MODEL = "compare.backends.sentence_transformers:SentenceTransformersModel"


def load_embedder(name: str) -> Embedder:
    """The embedder of that name: one of the table, "package.module:Class", else a sentence-transformers model.

    Raises ModelError where it is unknown, or needs an extra that is not installed.
    """
    if name in EMBEDDERS:
        embedder: Embedder = _attribute(EMBEDDERS[name])()
    elif _is_reference(name):
        embedder = _attribute(name)()
    else:
        embedder = _attribute(_ANY_MODEL)(name)
    return embedder


def embed_once(embedder: Embedder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors for all texts, each distinct text embedded once, in an order that the input files do not shape.

    Shape (n, dim). Raises ModelError where the embedder keeps not to its contract.
    """
    distinct = sorted(set(texts))
    vectors = _checked(embedder.embed(distinct), len(distinct), embedder.name)
    row = {text: index for index, text in enumerate(distinct)}
    return vectors[[row[text] for text in texts]]


_ROUNDING = 1e-2  # how far the length of a row, perhaps of 16-bit floats, may be from 1


def _checked(given: NDArray[np.float32], count: int, name: str) -> NDArray[np.float32]:
    try:
        vectors = np.asarray(given, np.float32)
    except (TypeError, ValueError):
        vectors = np.empty(0, np.float32)
    if (
        vectors.ndim != 2
        or len(vectors) != count
        or not np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=_ROUNDING)
    ):
        raise ModelError("the embedder gave no usable vectors", name, "use another with --embedder")
    return vectors


def _is_reference(name: str) -> bool:
    module, _, attribute = name.partition(":")
    return bool(attribute) and attribute.isidentifier() and all(part.isidentifier() for part in module.split("."))


def _attribute(reference: str) -> type:
    module, _, attribute = reference.partition(":")
    try:
        found: type = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise ModelError(
            f"no embedder {reference}: {error}", "--embedder", "check the spelling and install it"
        ) from error
    return found
