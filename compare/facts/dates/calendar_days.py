"""Days and months of the calendar: "26 February", "Feb. 26, 2026", "3-5 March", "2026-02-26", "in May", "the 26th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from compare.facts.dates.pieces import Form, Piece, Setting, before, spanned, told
from compare.facts.dates.stretches import Stretch, between, months, one
from compare.facts.dates.tense import tense_at
from compare.facts.dates.words import DASH, DAY, MONTH, MONTHS, YEAR, month_of

_FAR = 150  # days within which a date without a year is the nearest one; beyond, two years are about as likely
_SLIP = 45  # days within which a verb beside it that says otherwise is no proof of another year

_AND = rf"(?:{DASH}|\s+(?:to|and|or|until|till|through)\s+)(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
# After the month "and" may lead on to a number of something else: "March 3 and 4 people".
_TO = _AND.replace("|and|or", r"|and(?=\s+\d{1,2}(?:st|nd|rd|th)?\s*(?:[.,;:!?)]|$))") + r"(?!\s*[ap]\.?m\b|:\d)"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR})?"
_DIGIT = frozenset("#")
_NAMES = frozenset(MONTHS)

# Months that are also names or verbs are read alone only where nothing else can be meant.
_BEFORE_MONTH = re.compile(
    r"\b(in|since|until|till|by|before|after|from|of|during|through|for|late\s+in|early\s+in)\s+$", re.IGNORECASE
)
_TRUST = re.compile(r"\b(?:trust|confidence|faith|belief|interest|believes?|believed)\s+in\s+$", re.IGNORECASE)
_NAMELIKE = {"may", "march", "april", "june", "august", "jan", "mar", "jun", "aug", "apr"}
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)\]—–\"”]|$|-\s|(?:and|or|but|when|while|as|at|this|last|next)\b|of\s+(?:the|this|last|next)\b)"
)
_NAME_FOLLOWS = re.compile(r"\s+(?-i:[A-Z])[a-z]")
_AIMED = re.compile(r"\b(?:to|until|till|for|by)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_THE = re.compile(r"\b(?:the|those|these)\s+$", re.IGNORECASE)
_NUMBER_FOLLOWS = re.compile(r"\s+\d{1,2}(?![^\W_]|[:.]\d)")
_ON_THE = re.compile(r"\b(?:on|by|until|till|from|since|before|after|to|and|or)\s+(?:the\s+)?$", re.IGNORECASE)


def _dated(match: re.Match[str], setting: Setting) -> Piece | None:
    month, day = month_of(match["month"]), int(match["day"])
    if _OF_THE.search(before(setting.text, match.start())) and _NUMBER_FOLLOWS.match(setting.text, match.end()):
        return None  # "six of the 19 Sept. 11 hijackers"
    if one(2024, month, day) is None or _attacks(match, setting):
        return Piece(spanned(match))
    found = (
        one(int(match["year"]), month, day) if match["year"] else _nearest(match, setting, lambda y: one(y, month, day))
    )
    return told(spanned(match), found, day=day, month=month)


def _attacks(match: re.Match[str], setting: Setting) -> bool:
    """Whether "September 11" without a year names the attacks of 2001."""
    named = month_of(match["month"]) == 9 and int(match["day"]) == 11 and not match["year"]
    return named and (
        setting.published is None or abs((setting.published - date(setting.published.year, 9, 11)).days) > 31
    )


def _days(match: re.Match[str], setting: Setting) -> Piece | None:
    month, day, last = month_of(match["month"]), int(match["day"]), int(match["last"])
    if one(2024, month, day) is None or one(2024, month, last) is None or last < day:
        return Piece(spanned(match))

    def of(year: int) -> Stretch | None:
        first, end = one(year, month, day), one(year, month, last)
        return between(first and first[0], end and end[0])

    found = of(int(match["year"])) if match["year"] else _nearest(match, setting, of)
    return told(spanned(match), found, month=month)


def _numeric(match: re.Match[str], setting: Setting) -> Piece | None:
    """Day, month and year in digits; unread where day and month could change places."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    day, month = (a, b) if a > 12 else (b, a)
    return _full(match, one(year, month, day) if max(a, b) > 12 or a == b else None)


def _iso(match: re.Match[str], setting: Setting) -> Piece | None:
    return _full(match, one(int(match["year"]), int(match["m"]), int(match["day"])))


def _full(match: re.Match[str], found: Stretch | None) -> Piece:
    return told(spanned(match), found, day=found[0].day, month=found[0].month) if found else Piece(spanned(match))


def _month_of_year(match: re.Match[str], setting: Setting) -> Piece | None:
    month = month_of(match["month"])
    return told(spanned(match), months(int(match["year"]), month), month=month)


def _month(match: re.Match[str], setting: Setting) -> Piece | None:
    """A month alone, where a preposition stands before it and no name can be meant."""
    front = before(setting.text, match.start())
    preposition = _BEFORE_MONTH.search(front)
    if preposition is None or _TRUST.search(front):
        return None
    if _NAME_FOLLOWS.match(setting.text, match.end()) or setting.text[match.end() :][:2] in ("'s", "’s"):
        return None
    inside = preposition[1].lower().split()[-1] == "in"
    if match["month"].lower().rstrip(".") in _NAMELIKE and not inside:
        named_or_not = preposition[1].lower() in ("by", "of", "for", "from", "during")
        if named_or_not or not _CLAUSE_ENDS.match(setting.text, match.end()):
            return None
    month = month_of(match["month"])
    return told(spanned(match), month_near(match, setting, month), month=month)


def month_near(match: re.Match[str], setting: Setting, month: int) -> Stretch | None:
    """The month without a year that is meant, by the tense of its clause and the day of publication."""
    return _nearest(match, setting, lambda year: months(year, month))


def _day_alone(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "on the 26th", where nothing is counted by it ("the 26th floor")."""
    if not _ON_THE.search(before(setting.text, match.start())) or not _CLAUSE_ENDS.match(setting.text, match.end()):
        return None
    day = int(match["day"])
    return told(spanned(match), day=day) if 1 <= day <= 31 else None


def _nearest(match: re.Match[str], setting: Setting, of: Callable[[int], Stretch | None]) -> Stretch | None:
    """The day or month of the year in which it lies nearest to the day of publication, unless its verb says other."""
    published = setting.published
    if published is None:
        return None
    found = [days for year in (-1, 0, 1) if (days := of(published.year + year))]
    if not found:
        return None
    nearest = min(found, key=lambda days: _distance(days, published))
    # "was put off to 3 March": the date is not when that happened.
    aimed = _AIMED.search(before(setting.text, match.start(), 12))
    tense = "none" if aimed else tense_at(setting.text, *match.span())
    if (tense == "past" and nearest[0] > published) or (tense == "future" and nearest[1] < published):
        if _distance(nearest, published) <= _SLIP:
            return None
        if tense == "past":
            return max((days for days in found if days[1] <= published), default=None)
        return min((days for days in found if days[0] >= published), default=None)
    return nearest if _distance(nearest, published) <= _FAR or tense in ("past", "future") else None


def _distance(days: Stretch, published: date) -> int:
    return max(0, (days[0] - published).days, (published - days[1]).days)


def _end_of_month(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "the end of March", "the first week of May"; a year may follow."""
    month = month_of(match["month"])
    whole = months(int(match["year"]), month) if match["year"] else month_near(match, setting, month)
    return told(spanned(match), _share(match["part"].lower(), whole), month=month)


def _share(part: str, whole: Stretch | None) -> Stretch | None:
    if whole is None:
        return None
    first, last = whole
    weeks = {
        "first": (1, 9),
        "second": (7, 16),
        "third": (13, 23),
        "fourth": (20, last.day),
        "last": (last.day - 9, last.day),
    }
    ends = {"beginning": (1, 10), "start": (1, 10), "middle": (10, 21), "end": (last.day - 10, last.day)}
    by = ends.get(part) or weeks[part.split()[0]]
    return first.replace(day=by[0]), first.replace(day=by[1])


_PARTS = r"(?P<part>(?:first|second|third|fourth|last)\s+(?:full\s+)?week|beginning|start|middle|end)"

FORMS = (
    Form(_DIGIT, rf"{YEAR}-(?P<m>[01]\d)-(?P<day>[0-3]\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?", _iso),
    Form(_DIGIT, rf"(?P<a>\d{{1,2}})([/.-])(?P<b>\d{{1,2}})\2{YEAR}", _numeric),
    Form(_DIGIT, rf"{DAY}{_AND}\s+(?:of\s+)?{MONTH}{_OF_YEAR}", _days),
    Form(_DIGIT, rf"{DAY}(?:\s+(?:of\s+)?|-){MONTH}{_OF_YEAR}", _dated),
    Form(_NAMES, rf"{MONTH}\s+{DAY}{_TO}(?:,?\s+{YEAR})?", _days),
    Form(_NAMES, rf"{MONTH}\s+(?:the\s+)?{DAY}(?![^\W_]|[:.]\d)(?:,?\s+{YEAR})?", _dated),
    Form(_NAMES, rf"{MONTH},?\s+(?:of\s+)?{YEAR}", _month_of_year),
    Form(_NAMES, MONTH, _month),
    Form(
        frozenset({"the", "first", "second", "third", "fourth", "last", "beginning", "start", "middle", "end"}),
        rf"(?:the\s+)?(?:very\s+)?{_PARTS}\s+(?:of|in)\s+{MONTH}(?:,?\s+(?:of\s+)?{YEAR})?",
        _end_of_month,
    ),
    Form(frozenset({"the"}), r"the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)", _day_alone),
)
