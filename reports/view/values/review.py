"""What a reviewer works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Choice:
    """One way to decide on a link."""

    key: str
    name: str
    meaning: str
    sign: str


@dataclass(frozen=True)
class Review:
    """How a link can be decided, and what the file of decisions tells beside them."""

    choices: tuple[Choice, ...]
    aspects: tuple[str, ...]
    """In the order of the keys 1 to 9."""
    keys: tuple[tuple[tuple[str, ...], str], ...]
    """The other keys with what they do."""
    data: Mapping[str, Any]
    """Signature, articles, claims and links, for the script: lists without names, to be small."""
