"""Two times -> same, compatible, incompatible or not comparable: a symmetric algebra by grain.

How it decides:
- A time with a day is a stretch of minutes. Stretches that overlap fit; apart, they clash where both are of one grain
  (a day, about a month, a year) and near enough to be told of one event. "early March" / "3 March" fit.
- A time of day counts where both tell one, and both name a zone or neither does. A clock on one side only says nothing.
- Where a day could not be resolved on either side, days of a month and weekdays are compared as written ("Tuesday" /
  "Wednesday" clash), then months and days alone. Where a side tells no day, the clocks are compared around the dial.
- Bounds are half-open: "by Friday" is all up to Friday. Two bounds that look away from each other ("until Friday",
  "from Saturday") tell two things, no clash.
- "same" is for times told alike; "Tuesday" / "3 March" of one day are compatible.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from compare.model import Span, When

Verdict = Literal["same", "compatible", "incompatible", "not comparable"]

_NEAR = {"day": 31, "month": 366, "year": 1830}  # days within which two dates of that grain may be told of one event
_DAY = 1440  # minutes
_ROUND = {30: 10, 5: 2}  # a time told to so many minutes is rounded by up to so many: "6 p.m." / "18:05" fit
_ZONES = 14 * 60  # minutes that a local time may lie from a time whose zone is named
_MONDAY = date(2024, 1, 1)  # of a week and a leap year that stand for any
_NOWHERE = Span(0, 1)

Minutes = tuple[float, float]


def compare_times(a: When, b: When) -> Verdict:
    """How two times go together; the same in either order.

    Example: "Tuesday" / "3 March" of one week compatible; "3 March" / "5 March" incompatible; "3 March" / "2019" not
    comparable, being too far apart to be told of one event.
    """
    if _told(a) == _told(b):
        return "same"
    if placed := _placed(a, b):
        return _on_days(*placed)
    clocks = _dials(a, b)
    if _no_day(a) or _no_day(b):
        return clocks
    written = _written(a, b)
    return "incompatible" if written == "compatible" and clocks == "incompatible" else written


def _told(when: When) -> When:
    """The same without its place, its clock in UTC where the zone is known."""
    when = replace(when, span=_NOWHERE)
    if when.zone is None or when.opens is None or when.closes is None:
        return when
    return replace(when, opens=when.opens - when.zone, closes=when.closes - when.zone, zone=0)


def _placed(a: When, b: When) -> tuple[When, When] | None:
    """Both with days that can be compared: resolved, or day and month in some year, or weekdays in some week."""
    if a.first is not None and b.first is not None:
        return a, b
    one, other = _date(a), _date(b)
    if one and other:
        years = (-366, 0, 366)
    elif a.weekday is not None and b.weekday is not None and (a.bound == b.bound == "at" or a.weekday == b.weekday):
        one, other = _MONDAY + timedelta(a.weekday), _MONDAY + timedelta(b.weekday)
        years = (-7, 0, 7)
    else:
        return None
    nearest = min((other + timedelta(turn) for turn in years), key=lambda day: abs((day - one).days))
    return replace(a, first=one, last=one), replace(b, first=nearest, last=nearest)


def _date(when: When) -> date | None:
    """The day and month told, in a leap year that has every day."""
    single = when.first if when.first == when.last else None
    day, month = (single.day, single.month) if single else (when.day, when.month)
    return date(_MONDAY.year, month, day) if day and month and day <= monthrange(_MONDAY.year, month)[1] else None


def _on_days(a: When, b: When) -> Verdict:
    (left, right), clocks = _stretches(a, b), _both_clocks(a, b)
    if _overlap(left, right):
        return "compatible"
    if {a.bound, b.bound} == {"until", "from"}:
        return "not comparable"
    grain = _grain(a)
    if grain != _grain(b) or abs(_first(a) - _first(b)) > _NEAR[grain]:
        return "not comparable"
    # A clock in a zone against none: what is a day apart may be one moment.
    return "incompatible" if clocks or not _neighbours(a, b) else "not comparable"


def _stretches(a: When, b: When) -> tuple[Minutes, Minutes]:
    """Both as minutes since the year 1, with their clocks where both have comparable ones."""
    if _both_clocks(a, b):
        return _bounded(a, _moment(a)), _bounded(b, _moment(b))
    return _bounded(a, _days(a)), _bounded(b, _days(b))


def _days(when: When) -> Minutes:
    # A night goes on into the next day.
    after = _DAY if when.closes is not None and when.closes > _DAY else 0
    return _first(when) * _DAY, (_last(when) + 1) * _DAY - 1 + after


def _moment(when: When) -> Minutes:
    opens, closes = _clock(when)
    return _first(when) * _DAY + opens, _last(when) * _DAY + closes


def _clock(when: When) -> Minutes:
    """First and last minute of a time of day in UTC or local time, blurred as far as it is rounded."""
    assert when.opens is not None
    assert when.closes is not None
    slack = 0
    if when.opens == when.closes:
        slack = next((blur for step, blur in _ROUND.items() if when.opens % step == 0), 0)
    zone = when.zone or 0
    return when.opens - zone - slack, when.closes - zone + slack


def _bounded(when: When, minutes: Minutes) -> Minutes:
    """Open on the side that a bound leaves open."""
    if when.bound == "until":
        return float("-inf"), minutes[1]
    return (minutes[0], float("inf")) if when.bound == "from" else minutes


def _overlap(a: Minutes, b: Minutes) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _both_clocks(a: When, b: When) -> bool:
    return a.opens is not None and b.opens is not None and (a.zone is None) == (b.zone is None)


def _neighbours(a: When, b: When) -> bool:
    """Whether one has a clock in a named zone and the days lie so close that zones may part them."""
    zoned = (a.zone is not None) != (b.zone is not None)
    (_, first), (second, _) = sorted((_days(a), _days(b)))
    return zoned and second - first <= _ZONES


def _dials(a: When, b: When) -> Verdict:
    """Times of day alone, around the dial; bounds open it to midnight."""
    if not _both_clocks(a, b) or {a.bound, b.bound} == {"until", "from"}:
        return "not comparable"
    left, right = _dial(a), _dial(b)
    bounded = {a.bound, b.bound} != {"at"}
    if bounded and a.zone is not None:
        return "not comparable"  # a zone may carry a bound past midnight
    turns = (0,) if bounded else (-2 * _DAY, -_DAY, 0, _DAY, 2 * _DAY)
    fits = any(_overlap(left, (right[0] + turn, right[1] + turn)) for turn in turns)
    return "compatible" if fits else "incompatible"


def _dial(when: When) -> Minutes:
    opens, closes = _clock(when)
    if when.bound == "until":
        return min(0, opens), closes
    return (opens, max(closes, _DAY)) if when.bound == "from" else (opens, closes)


def _written(a: When, b: When) -> Verdict:
    """What is written of two days that cannot be placed: months, or days of an unknown month."""
    if {a.bound, b.bound} != {"at"}:
        return "not comparable"
    (weekday, day, month), (other, its_day, its_month) = _parts(a), _parts(b)
    if month and its_month and month != its_month:
        return "incompatible" if day is None and its_day is None else "not comparable"
    if day and its_day and day != its_day:
        return "incompatible" if month is None and its_month is None else "not comparable"
    shared = (weekday is not None and weekday == other) or (day and day == its_day) or (month and month == its_month)
    return "compatible" if shared else "not comparable"


def _parts(when: When) -> tuple[int | None, int | None, int | None]:
    """Weekday, day and month, those of a resolved day where they were not written."""
    if when.first is None or when.first != when.last:
        return when.weekday, when.day, when.month
    return when.weekday, when.first.day, when.first.month


def _no_day(when: When) -> bool:
    return when.first is None and _parts(when) == (None, None, None)


def _first(when: When) -> int:
    assert when.first is not None
    return when.first.toordinal()


def _last(when: When) -> int:
    assert when.last is not None
    return when.last.toordinal()


def _grain(when: When) -> str:
    days = _last(when) - _first(when)
    return "day" if days < 2 else "month" if days < 32 else "year"
