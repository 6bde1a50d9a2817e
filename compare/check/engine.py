"""Which engine is checked, and what it is known by without loading a model."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from pathlib import Path

from compare.settings import Settings

_PACKAGE = "compare-sources"
_BESIDE = ("sentence-transformers", "transformers", "torch")
"""Libraries of the extra that runs other models."""


@dataclass(frozen=True)
class Engine:
    """The names of its models, as on the command line, and its settings."""

    embedder: str = "minilm"
    relation_model: str = "reader"
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def stamp(self) -> str | None:
        """A hash of all that shapes what it says: code, weights, libraries, settings, and the kind of machine.

        None where that cannot be known before the models are loaded: of one that is named by its place on the
        network, or by its class.
        """
        from compare.embed import EMBEDDERS
        from compare.relate import RELATION_MODELS

        embedder = _model(self.embedder, EMBEDDERS)
        relation_model = _model(self.relation_model, (*RELATION_MODELS, "rules"))
        if embedder is None or relation_model is None:
            return None
        shaping = [_code(), _libraries(), embedder, relation_model, self.settings.signature(), _machine()]
        return digest([json.dumps(shaping, sort_keys=True).encode()])


def digest(parts: Iterable[bytes]) -> str:
    """One hash for some texts, which their borders shape too."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def _model(name: str, bundled: Iterable[str]) -> str | None:
    """What a model is known by. A bundled one is part of the code; the files of a folder are read."""
    if name in bundled:
        return name
    folder = Path(name)
    return digest(_contents(folder)) if folder.is_dir() else None


@cache
def _code() -> str:
    """Everything in the package: rules, tables and weights, also what judges the outcome."""
    return digest(_contents(Path(str(files("compare")))))


def _contents(folder: Path) -> Iterator[bytes]:
    """The names and contents of all files in it, but for what Python compiled."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        yield path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
        with path.open("rb") as file:
            yield hashlib.file_digest(file, "sha256").digest()


@cache
def _libraries() -> dict[str, str]:
    """The versions of all that the package needs, and of what runs other models where that is installed."""
    needed = [line for line in requires(_PACKAGE) or () if "extra ==" not in line]
    names = [_PACKAGE, *_BESIDE, *(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed)]
    return {name: _version(name) for name in names}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _machine() -> list[str]:
    """Another processor or Python may round otherwise."""
    return [platform.machine(), platform.system(), platform.python_version()]
