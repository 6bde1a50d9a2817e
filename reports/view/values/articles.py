"""Whole articles, marked, with what others tell and they do not, and what each leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reports.safe import shortened
from reports.view.values.claims import Quote

_SHORT = 80  # characters


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
    gaps: tuple[int, ...] = ()
    """Numbers of the gaps that lie behind it."""


@dataclass(frozen=True)
class Lack:
    """Something that others tell and this source does not."""

    quote: Quote
    """In the words of the claim that most links of its row rest on."""
    told_by: str
    """The sources that tell it, in words."""
    sources: int
    origins: int
    """How many independent origins tell it, without the source's own."""
    gap: str = ""
    """Id of the place in the annotated article where it would stand."""

    @property
    def shared(self) -> bool:
        """Told by two other origins or more."""
        return self.origins > 1

    @property
    def in_short(self) -> str:
        """Its first words: all of them stand in the row."""
        return shortened(self.quote.text, _SHORT)


@dataclass(frozen=True)
class Gap:
    """A place in an article where others tell more: what they tell there, the most widely told first."""

    id: str
    number: int
    """1, 2, … in the order of the text."""
    after: str
    """Id of the claim that it comes behind; "" before the first."""
    lacks: tuple[Lack, ...]

    @property
    def shared(self) -> tuple[Lack, ...]:
        """What two other origins or more tell."""
        return tuple(lack for lack in self.lacks if lack.shared)

    @property
    def single(self) -> tuple[Lack, ...]:
        """What one other origin tells."""
        return tuple(lack for lack in self.lacks if not lack.shared)


@dataclass(frozen=True)
class Paragraph:
    """A block of an article. All paragraphs in order hold all of its text but white space between them."""

    kind: str
    stretches: tuple[Stretch, ...]
    gaps: tuple[Gap, ...] = ()
    """What others tell at places within it."""
    opening: Gap | None = None
    """What others tell before it, which begins what this article tells."""


@dataclass(frozen=True)
class Reading:
    """A whole article, marked."""

    id: str
    label: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Copied:
    """Something that only sources of one origin tell."""

    quote: Quote
    also: str
    """The other sources that tell it, in words."""


@dataclass(frozen=True)
class LeftOut:
    """What one source alone says, and what it lacks."""

    label: str
    alone: tuple[Quote, ...]
    copied: tuple[Copied, ...]
    lacks: tuple[Lack, ...]
    """The most widely told first."""

    @property
    def by_row(self) -> Mapping[str, Lack]:
        """What it lacks, by the id of the row."""
        return {lack.quote.row: lack for lack in self.lacks}
