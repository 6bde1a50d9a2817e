"""A time in a claim -> its place in the order of days, and how it is written."""

from __future__ import annotations

from calendar import day_abbr, day_name, month_abbr, month_name, monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from compare.model import When
from reports.figures import counted
from reports.view.scales import clock

_FOREVER = (date.min.toordinal(), date.max.toordinal())
_WIDE = 60  # minutes; a longer stretch of a day is told as a part of it
_PARTS = ((300, "night"), (720, "morning"), (1050, "afternoon"), (1320, "evening"), (9999, "night"))
_DAY = 1440

MISSING = ("", "week", "year", "month", "day")
"""What is not known of a place, by the number of its kind."""
CLOCK = MISSING.index("day")
"""The kind of a time that names no day at all."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in the order of days a time stands: known days first, then weekdays, days of a month, and the clock."""

    unknown: int
    start: int
    length: int
    """Of two that start together the longer stands first: this is negative."""
    id: str
    title: str
    short: str
    ticks: tuple[str, str] = ("", "")

    @property
    def last(self) -> int:
        """Its last day."""
        return self.start - self.length

    @property
    def days(self) -> int:
        """How many days it takes in."""
        return 1 - self.length


def of_days(first: date, last: date) -> Place:
    """The place of a known day or stretch of days."""
    start, end = first.toordinal(), last.toordinal()
    id = f"day-{first.isoformat()}" if first == last else f"day-{first.isoformat()}-to-{last.isoformat()}"
    title, short, ticks = _single(first) if first == last else _stretch(first, last)
    return Place(0, start, start - end, id, title, short, ticks)


def place(when: When) -> Place:
    """The place of a time, by what is known of it."""
    if when.first and when.last:
        return of_days(when.first, when.last)
    if when.weekday is not None and when.month is None and when.day is None:
        name, short = day_name[when.weekday], day_abbr[when.weekday]
        return Place(1, when.weekday, 0, f"day-some-{name.lower()}", f"{name}, of some week", f"a {short}")
    if when.month is not None:
        number = f"{when.day} " if when.day else ""
        id = f"day-{when.day or 'some'}-{month_name[when.month].lower()}"
        name, short = number + month_name[when.month], number + month_abbr[when.month]
        return Place(2, when.month * 32 + (when.day or 0), 0, id, f"{name}, of some year", short)
    if when.day is not None:
        return Place(3, when.day, 0, f"day-{when.day}", f"Day {when.day}, of some month", f"day {when.day}")
    return Place(CLOCK, 0, 0, "day-none", "A time of day alone", "a time of day")


def _single(day: date) -> tuple[str, str, tuple[str, str]]:
    week, short = day_name[day.weekday()], f"{day.day} {month_abbr[day.month]}"
    title = f"{week} {day.day} {month_name[day.month]} {day.year}"
    return title, f"{day_abbr[day.weekday()]} {short} {day.year}", (short, str(day.year))


def _stretch(first: date, last: date) -> tuple[str, str, tuple[str, str]]:
    full, short = (_ends(first, last, list(names)) for names in (month_name, month_abbr))
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year % 100:02}"
    months = "" if _whole_years(first, last) or first.year != last.year else _months(first, last)
    return full, short, (months, years)


def _months(first: date, last: date) -> str:
    names = dict.fromkeys((month_abbr[first.month], month_abbr[last.month]))
    return "–".join(names)


def _ends(first: date, last: date, names: Sequence[str]) -> str:
    """ "1996", "April 2031", "September to December 2031", "11 to 20 September 2031"."""
    if _whole_years(first, last):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    left, right = (names[one.month] if whole else f"{one.day} {names[one.month]}" for one in (first, last))
    if first.year != last.year:
        return f"{left} {first.year} to {right} {last.year}"
    if first.month != last.month:
        return f"{left} to {right} {last.year}"
    return f"{right} {last.year}" if whole else f"{first.day} to {right} {last.year}"


def _whole_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def gap(days: int) -> str:
    """How much later, in words; "" for less than a week."""
    for least, size, thing in ((730, 365.25, "year"), (61, 30.44, "month"), (7, 7, "week")):
        if days >= least:
            return f"about {counted(round(days / size), thing)} later"
    return ""


# Time of day


def hour(when: When) -> str:
    """The time of day with its bound: "03:20", "until 09:00", "evening", "from then"; "" where neither is told."""
    told = _hour(when)
    return told if when.bound == "at" else f"{when.bound} {told or 'then'}"


def _hour(when: When) -> str:
    if when.opens is None or when.closes is None:
        return ""
    if when.closes - when.opens > _WIDE:
        middle = (when.opens + when.closes) / 2 % _DAY
        return next(name for end, name in _PARTS if middle < end)
    ends = clock(when.opens) if when.opens == when.closes else f"{clock(when.opens)}–{clock(when.closes)}"
    return ends + ("" if when.zone is None else _zone(when.zone))


def _zone(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


# Two times


def apart(a: When, b: When) -> Literal["dates", "times", ""]:
    """Whether two times can be the same, as far as both are told: by their days, or else by the clock."""
    if _days_apart(a, b):
        return "dates"
    return "times" if _clocks_apart(a, b) else ""


def _days_apart(a: When, b: When) -> bool:
    if a.first and b.first:
        (low, high), (other_low, other_high) = (_reach(one, bounded=a.bound == b.bound) for one in (a, b))
        return low > other_high or other_low > high
    known = zip(_parts(a), _parts(b), strict=True)
    return a.bound == b.bound and any(None not in pair and pair[0] != pair[1] for pair in known)


def _reach(when: When, *, bounded: bool) -> tuple[int, int]:
    """Its days; where the other is bounded otherwise, all that "until" and "from" take in."""
    first, last = when.first or date.min, when.last or date.max
    low = _FOREVER[0] if when.bound == "until" and not bounded else first.toordinal()
    return low, _FOREVER[1] if when.bound == "from" and not bounded else last.toordinal()


def _parts(when: When) -> tuple[int | None, int | None, int | None]:
    """Weekday, day and month, as far as they are known."""
    first, last = when.first, when.last
    if first and first == last:
        return first.weekday(), first.day, first.month
    month = first.month if first and last and (first.year, first.month) == (last.year, last.month) else when.month
    return when.weekday, when.day, month


def _clocks_apart(a: When, b: When) -> bool:
    if a.opens is None or b.opens is None or a.closes is None or b.closes is None:
        return False
    same = a.zone == b.zone and a.bound == b.bound
    return same and (a.opens > b.closes or b.opens > a.closes)
