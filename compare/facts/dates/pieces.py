"""What a form reads: a piece of a sentence and what it tells of a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date

from compare.model import Span, When


@dataclass(frozen=True)
class Setting:
    """What a form may look at beside its own match."""

    text: str
    published: date | None
    anchor: date | None


@dataclass(frozen=True)
class Piece:
    """A stretch that is a date or time."""

    span: Span
    when: When | None = None
    """None where nothing is known of it ("yesterday" in an undated article)."""
    half: int | None = None
    """Minutes after noon or midnight where it is not told which: "half past six" is 390."""
    weak: bool = False
    """Only with a day beside it is it sure to be a time: "18:30" may be a ratio."""


@dataclass(frozen=True)
class Form:
    """One way of writing a time: the words it can start with, "#" for any digit, its pattern, and how it is read.

    `read` gives None where the match is no time after all.
    """

    starts: Set[str]
    expression: str
    read: Callable[[re.Match[str], Setting], Piece | None]


def told(
    span: Span,
    days: tuple[date, date] | None = None,
    *,
    weekday: int | None = None,
    day: int | None = None,
    month: int | None = None,
    clock: tuple[int, int] | None = None,
) -> Piece:
    """A piece that tells what is given; without a `When` where nothing is."""
    if days is None and clock is None and (weekday, day, month) == (None, None, None):
        return Piece(span)
    first, last = days or (None, None)
    opens, closes = clock or (None, None)
    return Piece(span, When(span, first, last, weekday, day, month, opens, closes))


def spanned(match: re.Match[str]) -> Span:
    """The span of a match."""
    return Span(*match.span())


def before(text: str, start: int, width: int = 40) -> str:
    """The few characters in front of a place."""
    return text[max(0, start - width) : start]
