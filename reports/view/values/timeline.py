"""One day or stretch of days, and what the sources place there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Relation, Standing

Part = Literal["earlier", "around", "later", "unknown"]


@dataclass(frozen=True)
class Phrase:
    """A stretch of a claim; a time in it leads on."""

    text: str
    day: str = ""
    """Id of the day that these words name, where it is another one."""
    here: bool = False
    """Whether these words name this day."""


@dataclass(frozen=True)
class Telling:
    """A claim whose words name the day."""

    claim: str
    source: str
    clock: str
    """The time of day as it was read, after "from" or "until"; "" where neither is told."""
    phrases: tuple[Phrase, ...]
    manner: tuple[str, ...]
    """How surely it is told, where it is not simply asserted."""


@dataclass(frozen=True)
class Stand:
    """Sources that place something on one day."""

    title: str
    day: str
    """Id of that day."""
    sources: str
    here: bool


@dataclass(frozen=True)
class Spread:
    """How the sources of one row stand to each other where they do not name the same time."""

    relation: Relation | Literal[""]
    """The verdict on the times; "" where there is none."""
    said: str
    stands: tuple[Stand, ...]
    """Every day that the row's claims name; none where it is only one."""


@dataclass(frozen=True)
class Event:
    """One row of the grid as far as its claims name one day."""

    row: str
    """Id of the group."""
    standing: Standing
    told_by: str
    tellings: tuple[Telling, ...]
    spread: Spread | None
    silent: str
    """The sources that tell the row and name no time in it."""

    @property
    def is_judged(self) -> bool:
        """Whether there is a verdict on the times."""
        return self.spread is not None and bool(self.spread.relation)


@dataclass(frozen=True)
class Dot:
    """How much one source tells of one day."""

    source: str
    claims: int
    published: bool
    """Whether the article was published then."""

    @property
    def radius(self) -> float:
        """Its size in the drawing; 0 for a day of which the source tells nothing."""
        return min(7.0, 2 + 1.5 * self.claims) if self.claims else 0.0


@dataclass(frozen=True)
class Day:
    """One day or stretch of days, and what the sources place there."""

    id: str
    title: str
    part: Part
    """Near the days on which the articles appeared, earlier, later, or not known."""
    folded: bool
    """Far from the others, and so shown on demand."""
    single: bool
    """One day, not a stretch."""
    gap: str
    """How long after the day before it, in words; "" where that is less than a week."""
    at: float
    """Its place on the axis, 0 to 1."""
    ticks: tuple[str, str]
    """Its name on the axis, in two lines; "" where there is no room for it."""
    dots: tuple[Dot, ...]
    published: tuple[str, ...]
    """Labels of the articles that were published then."""
    why: str
    """Why the day is not known."""
    events: tuple[Event, ...]
    more: tuple[Event, ...]
    """What else is told of it, shown on demand."""

    @property
    def claims(self) -> int:
        """How many claims name it."""
        return sum(len(event.tellings) for event in (*self.events, *self.more))
