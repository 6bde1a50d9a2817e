"""Dates, resolved against the day the article was published.

Reads "26 February", "Feb. 26, 2026", "3-5 March", "2026-02-26", "February 2026", "Monday", "yesterday", "last week".
What cannot be resolved (a weekday in an article without a date) stays unread. Does not read times of day,
"two days later", or other calendars than the Gregorian one.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from compare.model import Span, When

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name} | {"sept": 9}
_DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

# With a capital: "the 12 may have died" and "a march" name no month.
_MONTH = (
    r"(?P<month>(?=(?-i:[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?))"
)
_UNTIL = r"(?:\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){expression}(?!\w)", re.IGNORECASE)


def read_dates(text: str, published: date | None = None, anchor: date | None = None) -> tuple[list[When], list[Span]]:
    """The dates of a sentence, and every span that is one, resolved or not, so that no number is read there.

    Example: "on Monday, 16 Feb. 2026", published that day -> two dates of 16 February.
    """
    found: list[When] = []
    taken: list[Span] = []
    covered: set[int] = set()
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not covered.isdisjoint(range(span.start, span.end)):
                continue
            taken.append(span)
            covered.update(range(span.start, span.end))
            days = resolve(match, published)
            if days:
                found.append(When(span, *days))
    return sorted(found, key=lambda when: when.span), taken


def _calendar_day(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    month = _MONTHS[match["month"].lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else _nearest_year(published, month, int(match["day"]))
    return _one(year, month, int(match["day"])) if year else None


def _days(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    first = _calendar_day(match, published)
    if first is None or int(match["last"]) < first[0].day:
        return None
    last = _one(first[0].year, first[0].month, int(match["last"]))
    return (first[0], last[0]) if last else None


def _iso(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    return _one(int(match["year"]), int(match["m"]), int(match["day"]))


def _month_of_year(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    return _whole_month(int(match["year"]), _MONTHS[match["month"].lower().rstrip(".")])


def _part_of_month(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    month = _MONTHS[match["month"].lower().rstrip(".")]
    year = _nearest_year(published, month, 15)
    if year is None:
        return None
    first, last = _whole_month(year, month)
    third = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}
    ends = third.get((match["part"] or "").lower().rstrip("-"), (1, last.day))
    return first.replace(day=ends[0]), last.replace(day=ends[1])


def _weekday(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    if published is None:
        return None
    ahead = (_DAYS[match["weekday"].lower()] - published.weekday()) % 7
    # News tells of the past unless it says "next": a weekday is the last one up to the day of publication.
    if match["next"]:
        ahead = ahead or 7
    elif ahead or match["before"]:
        ahead -= 7
    return published + timedelta(ahead), published + timedelta(ahead)


def _relative(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    if published is None:
        return None
    first, last = _RELATIVE[re.sub(r"\s+", " ", match[0].lower())]
    return published + timedelta(first), published + timedelta(last)


def _stretch(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    if published is None:
        return None
    by = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"].lower() == "week":
        monday = published - timedelta(published.weekday() - 7 * by)
        return monday, monday + timedelta(6)
    if match["unit"].lower() == "year":
        return date(published.year + by, 1, 1), date(published.year + by, 12, 31)
    months = 12 * published.year + published.month - 1 + by
    return _whole_month(months // 12, months % 12 + 1)


def _bare_year(match: re.Match[str], published: date | None) -> tuple[date, date] | None:
    return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)


# Days from the day of publication, first to last.
_RELATIVE = {"yesterday": (-1, -1), "today": (0, 0), "tomorrow": (1, 1), "tonight": (0, 0), "last night": (-1, 0)}

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], tuple[date, date] | None]], ...] = (
    (_pattern(rf"{_YEAR}-(?P<m>[01]\d)-(?P<day>[0-3]\d)"), _iso),
    (_pattern(rf"{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"), _days),
    (_pattern(rf"{_MONTH}\s+{_DAY}{_UNTIL.replace('|and|or', '')}(?:,?\s+{_YEAR})?"), _days),
    (_pattern(rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"), _calendar_day),
    (_pattern(rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?"), _calendar_day),
    (_pattern(rf"{_MONTH},?\s+{_YEAR}"), _month_of_year),
    (_pattern(rf"(?:(?P<part>early|mid|late)[\s-])(?:in\s+)?{_MONTH}"), _part_of_month),
    (_pattern(rf"(?<=\bin\s){_MONTH}(?P<part>)"), _part_of_month),
    (_pattern(rf"(?:(?P<next>next\s+)|(?P<before>last\s+))?(?P<weekday>{'|'.join(_DAYS)})"), _weekday),
    (_pattern(r"(?:yesterday|today|tomorrow|tonight|last\s+night)"), _relative),
    (_pattern(r"(?<!the\s)(?P<which>last|this|next)\s+(?P<unit>(?-i:week|month|year))"), _stretch),
    (_pattern(rf"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\buntil\s)){_YEAR}"), _bare_year),
)


def _nearest_year(published: date | None, month: int, day: int) -> int | None:
    """The year in which a day and month lie closest to the day of publication."""
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    known = [(abs((found[0] - published).days), year) for year in years if (found := _one(year, month, day))]
    return min(known)[1] if known else None


def _one(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
