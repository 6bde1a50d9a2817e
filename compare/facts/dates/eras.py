"""Longer stretches: years, decades, seasons, quarters and halves of a year, and early, mid or late ones.

Seasons are those of the north: spring is March to May. Winter spans two years and stays unread with one year beside it.
"""

from __future__ import annotations

import re

from compare.facts.dates.calendar_days import month_near
from compare.facts.dates.pieces import Form, Piece, Setting, before, spanned, told
from compare.facts.dates.stretches import Stretch, between, months, one, part
from compare.facts.dates.words import DASH, MONTH, ORDINALS, YEAR, month_of

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

_BEFORE_YEAR = re.compile(
    r"\b(?:in|of|by|since|until|till|from|before|after|during|through|between|and|to|year|circa|around|about|for|into"
    r"|back\s+in|or|[-–—])\s*$",
    re.IGNORECASE,
)
# "in 2000 homes": a number of things.
_COUNTED = re.compile(
    r"\s+(?:people|homes|houses|men|women|children|workers|troops|soldiers|dollars|euros|pounds|votes|cases|metres|meters"
    r"|feet|miles|km|kilomet\w+|acres|hectares|tons|tonnes|copies|jobs|members|more|other|places|towns|cities|villages"
    r"|schools|stores|shops|percent|per\s+cent|years|days|hours)\b"
)


def _year(match: re.Match[str], setting: Setting) -> Piece | None:
    """A year after a preposition, or in brackets."""
    if _COUNTED.match(setting.text, match.end()):
        return None
    front = before(setting.text, match.start(), 12)
    bracketed = front.endswith("(") and setting.text[match.end() : match.end() + 1] == ")"
    if not bracketed and not _BEFORE_YEAR.search(front):
        return None
    return told(spanned(match), _whole(match["year"]))


def _years(match: re.Match[str], setting: Setting) -> Piece | None:
    end = match["end"] if len(match["end"]) == 4 else match["year"][:2] + match["end"]
    first, last = _whole(match["year"]), _whole(end)
    found = between(first and first[0], last and last[1])
    return told(spanned(match), found) if found else None


def _decade(match: re.Match[str], setting: Setting) -> Piece | None:
    first, last = one(int(match["tens"]), 1, 1), one(int(match["tens"]) + 9, 12, 31)
    whole = between(first and first[0], last and last[0])
    return told(spanned(match), part(whole, _which(match)))


def _part_of_year(match: re.Match[str], setting: Setting) -> Piece | None:
    return told(spanned(match), part(_whole(match["year"]), _which(match)))


def _end_of_year(match: re.Match[str], setting: Setting) -> Piece | None:
    return told(spanned(match), part(_whole(match["year"]), _ENDS[match["end"].lower()]))


def _part_of_month(match: re.Match[str], setting: Setting) -> Piece | None:
    month = month_of(match["month"])
    whole = months(int(match["year"]), month) if match["year"] else month_near(match, setting, month)
    return told(spanned(match), part(whole, _which(match)), month=month)


def _season(match: re.Match[str], setting: Setting) -> Piece | None:
    first, last = SEASONS[match["season"].lower()]
    whole = months(int(match["year"]), first, last) if last > first else None
    return told(spanned(match), part(whole, _which(match)))


def _quarter(match: re.Match[str], setting: Setting) -> Piece | None:
    count = int(match["n"]) if match["n"] else ORDINALS[match["ordinal"].lower()]
    half = (match["unit"] or "quarter").lower() == "half"
    length = 6 if half else 3
    if count * length > 12:
        return None
    year = _year_meant(match, setting)
    found = months(year, (count - 1) * length + 1, count * length) if year else None
    return told(spanned(match), found)


def _year_meant(match: re.Match[str], setting: Setting) -> int | None:
    if match["year"]:
        return int(match["year"])
    by = {"last": -1, "this": 0, "next": 1}.get((match["which"] or "").lower())
    return setting.published.year + by if setting.published and by is not None else None


def _whole(year: str) -> Stretch | None:
    return months(int(year), 1, 12)


def _which(match: re.Match[str]) -> str:
    return (match["part"] or "").lower().rstrip("-")


_PART = r"(?:(?P<part>early|mid|late)(?:-\s?|\s+)(?:in\s+)?(?:the\s+)?)"
_OF = r"(?:,?\s+(?:of\s+)?)"
_OLD = r"(?P<year>1[5-8]\d\d|(?:19|20|21)\d\d)(?![^\W_]|[.,:]\d|\s*(?:gmt|utc|hours|hrs)\b)"
_EARLY = frozenset({"early", "mid", "late"})
_ENDS = {"end": "late", "close": "late", "middle": "mid", "beginning": "early", "start": "early"}
_DIGIT = frozenset("#")
_THE = frozenset({"the"})

FORMS = (
    Form(_DIGIT | _THE | _EARLY, rf"(?:the\s+)?{_PART}?(?P<tens>(?:1[5-9]|20)\d0)['’]?s", _decade),
    Form(_EARLY, rf"{_PART}{MONTH}(?:,?\s+{YEAR})?", _part_of_month),
    Form(_EARLY, rf"{_PART}{_OLD}", _part_of_year),
    Form(_THE | frozenset(_ENDS), rf"(?:the\s+)?(?P<end>{'|'.join(_ENDS)})\s+of\s+{_OLD}", _end_of_year),
    Form(
        _EARLY | frozenset(SEASONS) | _THE,
        rf"(?:the\s+)?{_PART}?(?P<season>{'|'.join(SEASONS)}){_OF}{YEAR}",
        _season,
    ),
    Form(
        frozenset({"q1", "q2", "q3", "q4", "first", "second", "third", "fourth"}) | _THE,
        (
            r"(?:(?:the\s+)?(?P<ordinal>first|second|third|fourth)[\s-](?P<unit>quarter|half)|q(?P<n>[1-4]))(?![^\W_])"
            rf"(?:{_OF}{YEAR}|\s+(?:of\s+)?(?P<which>last|this|next)\s+year)?"
        ),
        _quarter,
    ),
    Form(
        _DIGIT,
        rf"(?<!\d[-–—]){_OLD}(?:{DASH}|\s+to\s+(?=\d{{4}}))(?P<end>(?:19|20|21)\d\d|\d\d)(?!\s*[-–—/]\d)",
        _years,
    ),
    Form(_DIGIT, _OLD, _year),
    # Names made of numbers: no date is told by them, and no number either.
    Form(_DIGIT, r"(?:9/11|24/7|7/7)", lambda match, setting: Piece(spanned(match))),
)
