"""set.toml: what a sample set is, how it was labelled, and what is asked of the engine on it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.check.goldset import GoldSet
from compare.check.outcome import Severity, Threshold
from compare.check.thresholds import read_thresholds, severity_of
from compare.errors import InputError

NAME = "set.toml"
TEXTS = ("title", "licence", "labelled", "language")
"""What every set says of itself."""
_REST = ("thresholds", "origins", "changes", "empty")
_CURE = "see docs/set.schema.json"

Origins = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class SetFile:
    """What set.toml says."""

    title: str
    licence: str
    labelled: str
    """By whom, by which rules, in how many passes."""
    language: str
    thresholds: tuple[Threshold, ...] = ()
    origins: Origins | None = None
    """Articles that come from one origin, by file name; every other article is one of its own. None: not said."""
    changes: Severity = "error"
    """How bad an item is that is not as in the baseline."""
    empty: bool = False
    """Whether nothing in the articles is linked, so that gold without links is meant so."""


def load_set_file(folder: Path) -> SetFile:
    """What the set says of itself. Raises InputError, in one line."""
    path = folder / NAME
    try:
        return _read(tomllib.loads(path.read_text("utf-8")), path)
    except FileNotFoundError as error:
        cure = f"write one with {', '.join(TEXTS)} ({_CURE})"
        raise InputError(f"the set has no {NAME}", str(path), cure) from error
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"the set cannot be read: {error}", str(path), _CURE) from error


def load_fitting(gold: GoldSet) -> SetFile:
    """`load_set_file` for a set whose gold is known. Raises InputError where the two do not go together."""
    found, where = load_set_file(gold.folder), str(gold.folder / NAME)
    if found.empty and gold.links:
        cure = "take empty out of it, or the links out of gold.json"
        raise InputError(f"the set is called empty, and its gold has {len(gold.links)} links", where, cure)
    for name in sorted(name for group in found.origins or () for name in group):
        if name not in gold.articles:
            raise InputError(f"origins names {name}, which is no article of the set", where, "mend the name")
    return found


def _read(loaded: Mapping[str, Any], path: Path) -> SetFile:
    if unknown := sorted(loaded.keys() - {*TEXTS, *_REST}):
        raise ValueError(f"unknown key {unknown[0]!r}; known are {', '.join((*TEXTS, *_REST))}")
    return SetFile(
        **{name: _text(loaded, name) for name in TEXTS},
        thresholds=read_thresholds(loaded.get("thresholds", {}), f"{path} [thresholds]"),
        origins=_origins(loaded["origins"]) if "origins" in loaded else None,
        changes=severity_of(loaded.get("changes", "error")),
        empty=_flag(loaded.get("empty", False)),
    )


def _text(loaded: Mapping[str, Any], name: str) -> str:
    if name not in loaded:
        raise ValueError(f"{name} is missing")
    value = loaded[name]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} must be a text, not {value!r}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"empty must be true or false, not {value!r}")
    return value


def _origins(value: object) -> Origins:
    if not isinstance(value, list) or not all(map(_is_group, value)):
        raise ValueError('origins must be a list of groups of two or more files, such as [["wire.txt", "local.txt"]]')
    names = [name for group in value for name in group]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"origins names {name} twice")
    return tuple(frozenset(group) for group in value)


def _is_group(value: object) -> bool:
    return isinstance(value, list) and len(value) > 1 and all(isinstance(name, str) for name in value)
