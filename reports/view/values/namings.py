"""What each source calls the same actor or act, and the claims that it frames otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Relation
from reports.view.values.claims import Quote

Alikeness = Literal["differ", "alike", "alone"]


@dataclass(frozen=True)
class Form:
    """One name for something, as one source uses it."""

    words: str
    count: int
    only_here: bool
    """No other source uses it."""


@dataclass(frozen=True)
class Forms:
    """All names that one source has for something, most used first; none where it does not name it."""

    source: str
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True)
class Sighting:
    """One place where it is named, with the words around it."""

    claim: str
    source: str
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Joined:
    """Why two forms are held to name one thing."""

    left: str
    right: str
    why: str


@dataclass(frozen=True)
class Named:
    """One actor or act, and what each source calls it."""

    title: str
    sort: str
    """What it is, in words; "" where that is not known."""
    is_act: bool
    alikeness: Alikeness
    """Whether those who name it call it the same; "alone" where one source names it."""
    forms: tuple[Forms, ...]
    """A column a source."""
    shared: str
    """How many forms all who name it share, in words."""
    joined: tuple[Joined, ...]
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True)
class Framing:
    """Two claims that tell the same fact with another certainty or another meaning."""

    aspect: str
    """The group it is listed in."""
    aspects: tuple[str, ...]
    relation: Relation
    called: str
    confidence: str
    row: str
    left: Quote
    right: Quote
    differs: tuple[str, ...]
    """What differs, in words."""
