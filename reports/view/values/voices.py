"""Who is quoted where, how often and in whose words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reports.view.values.claims import Quote

SpeakerKind = Literal["named", "described", "nobody"]


@dataclass(frozen=True)
class Part:
    """A piece of a bar."""

    name: str
    count: int
    start: float
    length: float


@dataclass(frozen=True)
class Heard:
    """How often one source lets a speaker speak."""

    source: str
    claims: int
    words: str
    """How many of the claims are quoted and how many reported."""
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Saying:
    """One claim that a speaker stands for."""

    quote: Quote
    """The words that are attributed are marked, where they are not all."""
    how: str
    speaker: str
    """As told there."""


@dataclass(frozen=True)
class Speaker:
    """Somebody quoted, and where."""

    title: str
    kind: SpeakerKind
    """Whether a name, a description or nothing tells who it is."""
    heard: tuple[Heard, ...]
    """A column a source."""
    claims: int
    alone: str
    """The only source that quotes it; "" where several do."""
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class OwnVoice:
    """How much of a source is told in the words of others, and how much in its own voice."""

    source: str
    parts: tuple[Part, ...]
    attributed: str
    own: str
    speakers: str
    """How many it quotes, and how many of them no other source does."""


@dataclass(frozen=True)
class Retold:
    """What several sources quote on one point: one speaker in other words, or different speakers."""

    why: str
    row: str
    sayings: tuple[Saying, ...]
