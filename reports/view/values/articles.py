"""Whole articles, marked, and what each leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from reports.view.values.claims import Quote


@dataclass(frozen=True)
class Stretch:
    """A part of an article's text: a claim, something that was skipped, or neither."""

    text: str
    claim: Quote | None = None
    skipped: str = ""
    """Why it was not compared, in words."""
    quiet: bool = False
    """Mark-up, which needs no spoken note."""
    first: bool = True
    """Whether the claim begins here."""


@dataclass(frozen=True)
class Paragraph:
    """A block of an article. All paragraphs in order hold all of its text but white space between them."""

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Reading:
    """A whole article, marked."""

    id: str
    label: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Lack:
    """Something that others tell and this source does not."""

    quote: Quote
    told_by: str


@dataclass(frozen=True)
class LeftOut:
    """What one source alone says, and what it lacks."""

    label: str
    alone: tuple[Quote, ...]
    lacks: tuple[Lack, ...]
