"""Values -> places on an axis with few round ticks."""

from __future__ import annotations

from calendar import day_abbr, month_abbr
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, isfinite, log10

from reports.view.units import written
from reports.view.values.figures import Tick

_MARGIN = 0.05  # of the drawing, at either edge: room for arrows and for what is drawn around a point
_TICKS = 6
_CLOSE = 0.25  # numbers that lie within so much of the largest get an axis that does not begin at 0
_FAR = 100  # numbers more than so many times apart get a log scale
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_DAY = 1440
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)

FROM_ELSEWHERE = "The axis does not begin at 0."
LOG = "Log scale: equal steps on the axis multiply."


@dataclass(frozen=True)
class Scale:
    """An axis: where a value stands, and its round values."""

    low: float
    high: float
    marked: tuple[tuple[float, str], ...]
    note: str = ""

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Round values by place; of neighbours with the same label the first."""
        before = [""] + [label for _, label in self.marked]
        return tuple(
            Tick(self.place(value), label)
            for (value, label), last in zip(self.marked, before, strict=False)
            if label != last
        )

    @property
    def open_end(self) -> float:
        """Where a mark without a lower end begins: at 0 where the axis does, for there is nothing below it."""
        return self.place(0) if self.low == 0 else 0.0

    def place(self, value: float) -> float:
        """The place of a value, with a margin at either edge."""
        low, high, at = (self._even(end) for end in (self.low, self.high, value))
        # Halved, so that the widest of all spans is still a number.
        part = (at / 2 - low / 2) / (high / 2 - low / 2) if high > low else 0.5
        return _MARGIN + (1 - 2 * _MARGIN) * min(1.0, max(0.0, part))

    def _even(self, value: float) -> float:
        return log10(value) if self.note == LOG else value


def of_numbers(values: Sequence[float], suffix: str = "") -> Scale:
    """An axis for numbers: from 0 where that does not press them together, a log scale only where nothing else shows
    them all."""
    low, high = min(values), max(values)
    if low > 0 and high / low > _FAR:
        return _of_powers(low, high, suffix)
    if not _stand_close(low, high):
        low, high = min(low, 0.0), max(high, 0.0)
    low, high = (low, high) if low < high else (0.0, 1.0)
    least = 1.0 if all(value.is_integer() for value in map(float, values)) else 0.0
    ticks = list(_round_ticks(low, high, least)) or [low, high]
    low, high = min(low, ticks[0]), max(high, ticks[-1])
    marked = tuple((tick, written(tick, 6) + suffix) for tick in ticks)
    return Scale(low, high, marked, "" if low <= 0 <= high else FROM_ELSEWHERE)


def _stand_close(low: float, high: float) -> bool:
    return low * high > 0 and 0 < high / 2 - low / 2 < _CLOSE * max(abs(low), abs(high)) / 2


def _round_ticks(low: float, high: float, least: float) -> Iterator[float]:
    """Multiples of 1, 2 or 5 that take in both ends; none where the span is too wide or too small for that."""
    raw = (high / 2 - low / 2) / (_TICKS - 1) * 2
    if not 1e-290 < raw < 1e290:
        return
    power = 10.0 ** floor(log10(raw))
    step = next((step for step in (power, 2 * power, 5 * power) if step >= raw * 0.999), 10 * power)
    step = max(step, least)
    first, last = floor(low / step), ceil(high / step)
    for number in range(first, min(last, first + _TICKS + 1) + 1):
        yield float(f"{number * step:.12g}")


def _of_powers(low: float, high: float, suffix: str) -> Scale:
    first, last = floor(log10(low)), ceil(log10(high))
    step = max(1, ceil((last - first) / (_TICKS - 1)))
    powers = [float(f"1e{power}") for power in range(first, last + step, step) if -308 < power < 309]
    low, high = min([low, *powers]), max([high, *powers])
    return Scale(low, high, tuple((power, written(power) + suffix) for power in powers), LOG)


def of_days(ordinals: Sequence[float]) -> Scale:
    """An axis for days, told as `date.toordinal`."""
    low, high = min(ordinals), max(ordinals)
    if high - low < 2:
        low, high = max(1, low - 1), min(date.max.toordinal(), high + 1)
    days = (date.fromordinal(int(low)), date.fromordinal(int(high)))
    marked = next(filter(None, (_few(list(ticks)) for ticks in _calendars(*days))), ())
    ends = tuple((float(end.toordinal()), day(end.toordinal())) for end in days)
    return Scale(low, high, marked or ends)


def _few(ticks: list[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    return tuple(ticks) if 2 <= len(ticks) <= _TICKS else ()


def _calendars(low: date, high: date) -> Iterator[Iterator[tuple[float, str]]]:
    """Ticks at every day, week, month and so on, the closest first."""
    for step in (1, 2, 7):
        if (high - low).days <= step * _TICKS:
            yield _days(range(low.toordinal(), high.toordinal() + 1, step))
    for step in (1, 3, 6):
        if high.year - low.year < _TICKS:
            yield _months(low, high, step)
    for step in _YEARS:
        years = range(ceil(low.year / step) * step, high.year + 1, step)
        yield ((float(date(year, 1, 1).toordinal()), str(year)) for year in years if date(year, 1, 1) >= low)


def _days(ordinals: Sequence[int]) -> Iterator[tuple[float, str]]:
    """The year is told at its first day only."""
    year = 0
    for ordinal in ordinals:
        one = date.fromordinal(ordinal)
        yield float(ordinal), day(ordinal) if one.year != year else f"{one.day} {month_abbr[one.month]}"
        year = one.year


def _months(low: date, high: date, step: int) -> Iterator[tuple[float, str]]:
    told = 0
    for year in range(low.year, high.year + 1):
        for month in range(1, 13, step):
            first = date(year, month, 1)
            if low <= first <= high:
                yield float(first.toordinal()), month_abbr[month] if told == year else f"{month_abbr[month]} {year}"
                told = year


def of_clocks(minutes: Sequence[float]) -> Scale:
    """An axis for times of day, told as minutes after midnight."""
    low, high = min(minutes), max(minutes)
    step = next((step for step in _MINUTES if (high - low) / step <= _TICKS - 2), _DAY)
    first = floor(low / step) * step
    last = max(ceil(high / step) * step, first + step)
    return Scale(first, last, _marked(range(first, last + 1, step), clock))


def of_weekdays(numbers: Sequence[float]) -> Scale:
    """An axis for the days of a week, Monday first."""
    return Scale(0, 6, _marked(range(7), weekday))


def _marked(values: Sequence[int], word: Callable[[float], str]) -> tuple[tuple[float, str], ...]:
    return tuple((float(value), word(value)) for value in values)


def day(ordinal: float) -> str:
    """A day: "8 Oct 2031"."""
    one = date.fromordinal(int(ordinal))
    return f"{one.day} {month_abbr[one.month]} {one.year}"


def weekday(number: float) -> str:
    """A day of the week: "Mon"."""
    return day_abbr[int(number) % 7]


def clock(minutes: float) -> str:
    """A time of day: "03:47"; past midnight it begins anew."""
    return f"{int(minutes) % _DAY // 60:02}:{int(minutes) % 60:02}"


def known(value: float | None) -> float | None:
    """A number that can be drawn; None for what is no number or has no end."""
    return value if value is not None and isfinite(value) else None
