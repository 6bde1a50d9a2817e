"""One number or time that several sources tell, source by source.

Places are shares of the drawing, 0 at its left edge to 1 at its right one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Relation

MarkKind = Literal["point", "range", "at least", "up to", "score"]


@dataclass(frozen=True)
class Tick:
    """A round value of the axis."""

    at: float
    label: str


@dataclass(frozen=True)
class Saying:
    """The source's own words for a number, with some of those around it."""

    before: str
    words: str
    after: str
    claim: str
    row: str
    """Id of the group it belongs to."""


@dataclass(frozen=True)
class Mark:
    """A number or time as it is drawn, and every place where the source tells it."""

    kind: MarkKind
    start: float
    end: float
    vague: bool
    told: str
    """As it was read: "at least 58", "about 340", "36 to 108"."""
    sayings: tuple[Saying, ...]

    @property
    def label_at(self) -> float:
        """Where its label stands: at the end that is told, or in the middle of two."""
        ends = {"point": self.start, "at least": self.start, "up to": self.end}
        return ends.get(self.kind, (self.start + self.end) / 2)

    @property
    def anchor(self) -> str:
        """The part of its label that stands there, so that no label leaves the drawing."""
        return "start" if self.label_at < 0.2 else "end" if self.label_at > 0.8 else "middle"


@dataclass(frozen=True)
class Line:
    """What one source tells."""

    source: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Chart:
    """One number or time that at least two sources tell, all on one scale."""

    id: str
    title: str
    why: str
    """Why these numbers stand in one chart."""
    relation: Relation | Literal[""]
    """The sharpest verdict on a pair of claims that rests on these numbers; "" where none does."""
    called: str
    sure: str
    gist: str
    """How the numbers go together, in words."""
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    note: str
    """What a reader must know about the axis; "" where it is plain."""
    silent: str
    """Which sources tell none, in words."""
    alike: bool
    """Whether every source tells the same."""
