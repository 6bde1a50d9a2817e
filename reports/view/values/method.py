"""How the comparison was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """One line of the signature."""

    name: str
    value: str


@dataclass(frozen=True)
class Omitted:
    """A piece of text that was not compared."""

    source: str
    text: str
    reason: str


@dataclass(frozen=True)
class Method:
    """How the comparison was made, and what it cannot know."""

    signature: tuple[Setting, ...]
    definitions: tuple[tuple[str, str], ...]
    skipped: tuple[Omitted, ...]
    notes: tuple[str, ...]
    limits: tuple[str, ...]
