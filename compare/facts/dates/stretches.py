"""Arithmetic with days: every result lies in the calendar or is None.

A stretch is its first and its last day, both included.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Stretch = tuple[date, date]


def one(year: int, month: int, day: int) -> Stretch | None:
    """A single day; None where there is no such day."""
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def between(first: date | None, last: date | None) -> Stretch | None:
    """The days from first to last; None where one is unknown or they are out of order."""
    return (first, last) if first and last and first <= last else None


def shifted(day: date | None, days: int = 0, months: int = 0) -> date | None:
    """A day so many months and days on; the last day of a shorter month stands for the 31st."""
    if day is None:
        return None
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])) + timedelta(days)
    except (ValueError, OverflowError):
        return None


def away(day: date | None, first: int, last: int | None = None) -> Stretch | None:
    """The days so many days from a day: away(monday, -1) is Sunday."""
    return between(shifted(day, first), shifted(day, first if last is None else last))


def months(year: int, first: int, last: int | None = None) -> Stretch | None:
    """Whole months of a year; a last month before the first lies in the next year."""
    last = first if last is None else last
    start, end = one(year, first, 1), one(year + (last < first), last, 1)
    if start is None or end is None:
        return None
    return start[0], end[0].replace(day=calendar.monthrange(end[0].year, last)[1])


def part(whole: Stretch | None, which: str) -> Stretch | None:
    """The early, mid or late third of a stretch; "" is all of it.

    Thirds of a month end on the 10th and the 20th, those of a year or season are whole months. Those of a week and a
    decade overlap: Thursday is mid-week as well as late.
    """
    if whole is None or not which:
        return whole
    first, last = whole
    length = (last - first).days + 1
    third = ("early", "mid", "late").index(which)
    if length == 7:
        return away(first, *((0, 2), (1, 4), (3, 6))[third])
    if length <= 31:
        return away(first, *((0, 9), (10, 19), (20, length - 1))[third])
    begins, share = (36 * third, 48) if length > 3650 else (length // 90 * third, length // 90)
    return between(shifted(first, months=begins), shifted(first, days=-1, months=begins + share))


def about(day: date | None, unit: str, count: int) -> Stretch | None:
    """The days that "three weeks" before or after a day means: exact for days, longer units blurred.

    The blur is half a unit, or a tenth of the count.
    """
    if unit in ("day", "night"):
        return away(day, count)
    slack = max(0.5, abs(count) / 10)
    if unit in ("week", "fortnight"):
        length = 7 if unit == "week" else 14
        return away(day, count * length - int(slack * length), count * length + int(slack * length))
    if unit == "month":
        middle = shifted(day, months=count)
        return away(middle, -int(slack * 30), int(slack * 30))
    length = 12 if unit == "year" else 120
    return between(
        shifted(day, months=count * length - int(slack * length)),
        shifted(day, months=count * length + int(slack * length)),
    )
