"""The words of dates, and the pieces of patterns made of them."""

from __future__ import annotations

import calendar
import re
from functools import cache

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4} | {
    "sat": 5,
    "sun": 6,
}
COUNTS = {"a": 1, "an": 1} | {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        1,
    )
}
COUNTS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

END = r"(?![^\W_])"
# With a capital: "the 12 may have died" and "a march" name no month.
MONTH = (
    r"(?P<month>(?=(?-i:[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?))"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20|21)\d\d)(?![^\W_]|\s*(?:gmt|utc|hours|hrs)\b)"
WEEKDAY = rf"(?P<weekday>(?=(?-i:[A-Z]))(?:{'|'.join(WEEKDAYS)}))"
_TENS = "(?:twenty|thirty|forty|fifty|sixty)-(?:one|two|three|four|five|six|seven|eight|nine)"
COUNT = rf"(?P<count>\d{{1,3}}|{_TENS}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
STOPS = r"(?=\s*(?:[.,;:!?)\]—–\"”]|$|(?:and|but|when|while|as)\b))"
"""Looks ahead to the end of a clause."""
DASH = r"\s?[-–—]\s?"


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The pattern of a form, that ends at the end of a word, in either case; compiled when it is first needed."""
    return re.compile(expression + END, re.IGNORECASE)


def month_of(written: str) -> int:
    """The number of a month: "Feb." -> 2."""
    return MONTHS[written.lower().rstrip(".")]


def count_of(written: str) -> int:
    """A small number in digits or words: "two" -> 2, "a" -> 1."""
    return int(written) if written.isdecimal() else sum(COUNTS[word] for word in written.lower().split("-"))
