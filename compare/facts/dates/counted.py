"""Days told by a count: "three weeks ago", "in the past two days" from the day of publication; "two days later" from
the day told before."""

from __future__ import annotations

import re
from datetime import date

from compare.facts.dates.pieces import Form, Piece, Setting, before, spanned, told
from compare.facts.dates.stretches import about, away, between, shifted
from compare.facts.dates.words import COUNT, COUNTS, STOPS, count_of

# "more than two years ago", "five to six years ago", "two and a half years ago"
_INEXACT = re.compile(
    r"\b(?:more\s+than|over|less\s+than|at\s+least|under|up\s+to|fewer\s+than)\s+$"
    r"|[^\W_][-–—]\s?$|\d\s[-–—]\s$|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty))\s+(?:to|or|and)\s+$",
    re.IGNORECASE,
)


def _ago(match: re.Match[str], setting: Setting) -> Piece | None:
    count, unit = _counted(match)
    if count is None or _INEXACT.search(before(setting.text, match.start())):
        return Piece(spanned(match))
    if unit in ("hour", "minute"):
        return told(spanned(match), away(setting.published, -1 - count // 24, 0))
    return told(spanned(match), about(setting.published, unit, -count))


def _from_now(match: re.Match[str], setting: Setting) -> Piece | None:
    count, unit = _counted(match)
    return told(spanned(match), about(setting.published, unit, count)) if count else Piece(spanned(match))


def _later(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "two days later", counted from the day told before; "two days after the vote" is not, and stays unread."""
    count, unit = _counted(match)
    if count is None or _INEXACT.search(before(setting.text, match.start())) or unit in ("hour", "minute"):
        return Piece(spanned(match))
    back = match["side"].lower() in ("earlier", "before", "previously", "beforehand")
    return told(spanned(match), about(setting.anchor, unit, -count if back else count))


def _counted(match: re.Match[str]) -> tuple[int | None, str]:
    unit = match["unit"].lower()
    unit = unit if unit in ("fortnight",) else unit.removesuffix("s")
    return (count_of(match["count"]) if match["count"] else None), unit


def _past(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "in the past two days": so many days up to the day of publication, or from it on."""
    count = count_of(match["count"]) if match["count"] else 1
    unit = match["unit"].lower().removesuffix("s")
    sign = 1 if match["which"].lower() in ("next", "coming") else -1
    if unit in ("hour", "minute"):
        count, unit = -(-count // 24) if unit == "hour" else 1, "day"
    far = _exactly(setting.published, unit, sign * count)
    ends = (far, setting.published) if sign < 0 else (setting.published, far)
    return told(spanned(match), between(*ends))


def _exactly(day: date | None, unit: str, count: int) -> date | None:
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return shifted(day, count * days[unit])
    return shifted(day, months=count * {"month": 1, "year": 12, "decade": 120}[unit])


_UNITS = r"(?P<unit>(?:minute|hour|day|night|week|fortnight|month|year|decade)s?)"
_VAGUE = r"(?:several|some|many|(?:a\s+)?few|(?:a\s+)?couple\s+of|dozens\s+of)"
_SOME = rf"(?:{COUNT}|{_VAGUE})(?:\s+|-)(?:full\s+)?{_UNITS}"
_STARTS = frozenset({"#", *COUNTS, "several", "some", "many", "few", "couple", "dozens"})

FORMS = (
    Form(_STARTS, rf"{_SOME}\s+ago", _ago),
    Form(_STARTS, rf"{_SOME}(?:['’]\s+time|\s+from\s+(?:now|today))", _from_now),
    Form(_STARTS, rf"{_SOME}\s+(?P<side>later|earlier|previously|beforehand)", _later),
    Form(_STARTS, rf"{_SOME}\s+(?P<side>after|before){STOPS}", _later),
    Form(
        frozenset({"the", "past", "last", "next"}),
        rf"(?:the\s+)?(?P<which>past|last|next|coming)\s+(?:{COUNT}|{_VAGUE})\s+{_UNITS}",
        lambda match, setting: _past(match, setting) if match["count"] else Piece(spanned(match)),
    ),
    Form(
        frozenset({"the", "past"}),
        (
            r"(?:(?<=\bin\s)|(?<=\bover\s)|(?<=\bduring\s)|(?<=\bwithin\s))(?:the\s+)?(?P<which>past|last)\s+"
            r"(?P<count>(?!))?(?P<unit>day|week|fortnight|month|year|decade)"
        ),
        _past,
    ),
)
