"""Dates and times of a sentence, resolved against the day of publication and the day told before.

Reads days and months ("26 February", "Feb. 26, 2026", "3-5 March"), weekdays, days told from another ("yesterday", "two
days later"), longer stretches ("early March", "the 1990s"), times of day with their zone, and bounds ("by Friday").
What cannot be resolved keeps what is written: "3 March" in an undated article is a day and a month. Does not read
feasts ("Christmas"), times that start from an event ("two days after the vote"), or other calendars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from compare.facts.dates import calendar_days, clock, counted, dayparts, eras, relative, weekdays
from compare.facts.dates.joining import joined, whens
from compare.facts.dates.pieces import Form, Piece, Setting
from compare.facts.dates.words import compiled
from compare.model import Span, When

__all__ = ["read_dates"]

_MODULES = (clock, calendar_days, dayparts, relative, counted, eras, weekdays)
# A word, or a number that is no part of a longer one and no sum of money.
_WORD = re.compile(r"(?<![$£€¥#])(?<!\d[.,:/])[^\W_]+")


def _table() -> dict[str, tuple[Form, ...]]:
    starts = {start for module in _MODULES for form in module.FORMS for start in form.starts}
    return {
        start: tuple(form for module in _MODULES for form in module.FORMS if start in form.starts) for start in starts
    }


_FORMS = _table()
"""First word of a time -> the forms that it may begin, those first that take in more."""


def read_dates(text: str, published: date | None = None, anchor: date | None = None) -> tuple[list[When], list[Span]]:
    """The times of a sentence, and every span that is one, known or not, so that no number is read there.

    Example: "on Monday, 16 Feb. 2026, at 6 p.m." -> one time, of day and minute.
    """
    pieces = joined(text, list(_pieces(text, published, anchor)))
    return whens(pieces), [piece.span for piece in pieces]


def _pieces(text: str, published: date | None, anchor: date | None) -> Iterator[Piece]:
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        piece = _piece(word, Setting(text, published, anchor))
        if piece:
            end = piece.span.end
            anchor = _anchor(piece, anchor)
            yield piece


def _piece(word: re.Match[str], setting: Setting) -> Piece | None:
    start = "#" if "0" <= word[0][0] <= "9" else word[0].lower()
    for form in _FORMS.get(start, ()):
        match = compiled(form.expression).match(setting.text, word.start())
        piece = form.read(match, setting) if match else None
        if piece:
            return piece
    return None


def _anchor(piece: Piece, anchor: date | None) -> date | None:
    """The day that "the following day" counts from: the last single day told; none after a longer stretch."""
    if piece.when is None or (piece.when.opens is not None and piece.when.first is None):
        return anchor
    return piece.when.last if piece.when.first == piece.when.last else None
