"""Times of day: "6 p.m.", "18:30", "1830 GMT", "noon", "half past six", "between 6 and 7 p.m.".

Minutes count from midnight. "around 6 p.m." takes in half an hour to either side. A time that could be of the morning
or the evening ("half past six", "6:30") is known only with words beside it that tell which.
"""

from __future__ import annotations

import re

from compare.facts.dates.pieces import Form, Piece, Setting, before, spanned
from compare.facts.dates.words import COUNTS, WEEKDAYS
from compare.facts.dates.zones import AHEAD, ZONE, zone_of
from compare.model import When

_SLACK = 30  # minutes to either side of a time told as "around"
_DAY = 1440  # minutes
_AT = re.compile(
    r"\b(?:at|by|until|till|from|to|before|after|around|about|since|and|between|approximately|roughly|than)\s+$|[-–—]\s?$",
    re.IGNORECASE,
)

_OFF = re.compile(r"\b(?:minutes?|hours?|quarter|five|ten|twenty)\s+(?:to|past|before|after|until)\s+$", re.IGNORECASE)
_DAY_FOLLOWS = re.compile(rf",?\s+(?:on\s+)?(?:{'|'.join(WEEKDAYS)}|yesterday|this\s|last\s)", re.IGNORECASE)


def _clock(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "6 p.m.", "6.30 in the morning"; but "killed six in the morning"."""
    sure = match["half"] or match["minute"] or match["rough"] or match["clock"]
    if not sure and not _AT.search(before(setting.text, match.start())):
        return None
    minutes = _twelve(_number(match["hour"]), int(match["minute"] or 0))
    return _piece(match, setting, None if minutes is None else minutes + _noon_or_midnight(match))


def _range(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "6 to 7 p.m.", "from 9 a.m. to 5 p.m.", "between 11 p.m. and 1 a.m."."""
    first = _twelve(_number(match["from"]), int(match["frommin"] or 0))
    last = _twelve(_number(match["hour"]), int(match["minute"] or 0))
    if first is None or last is None:
        return Piece(spanned(match))
    last += _noon_or_midnight(match)
    if match["fromhalf"]:
        first += 720 if match["fromhalf"].lower() == "p" else 0
    elif first + 720 <= last:
        first += 720
    return _piece(match, setting, first, last if last >= first else last + _DAY)


def _digital(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "18:30", "06:30", "6:30 GMT" count 24 hours; "6:30" could be of the morning or the evening."""
    hour, minute = int(match["hour"]), int(match["minute"])
    named = match["zone"] or match["hours"]
    if hour > 23 or minute > 59:
        return None
    if match["sep"] == "." and not (named or match["place"] or match["local"]) and not _is_timed(match, setting):
        return None  # "6.30" is a number
    sure = bool(named or match["rough"] or match["place"] or match["local"])
    sure = sure or bool(_AT.search(before(setting.text, match.start())))
    wire = len(match["hour"]) == 2 and (match["place"] or match["local"])
    if hour < 13 and not (match["hour"].startswith("0") or named or wire):
        return Piece(spanned(match), half=_twelve(hour, minute), weak=not sure)
    found = _piece(match, setting, 60 * hour + minute)
    return Piece(found.span, found.when, weak=not sure)


def _is_timed(match: re.Match[str], setting: Setting) -> bool:
    """ "at 6.30 on Friday": a day follows."""
    stands_at = before(setting.text, match.start(), 4).lower().endswith("at ")
    return stands_at and bool(_DAY_FOLLOWS.match(setting.text, match.end()))


def _bare(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "at 9 on Monday morning"."""
    if not match["rough"] and not before(setting.text, match.start(), 4).lower().endswith(("at ", "by ")):
        return None
    return Piece(spanned(match), half=_twelve(_number(match["hour"]), 0))


def _military(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "1830 GMT", "0600 hours", "18 GMT"."""
    digits = match["digits"]
    hour, minute = divmod(int(digits), 100) if len(digits) > 2 else (int(digits), 0)
    return _piece(match, setting, 60 * hour + minute) if hour < 24 and minute < 60 else None


def _spoken(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "half past six", "ten to nine", "six o'clock", alone or with "in the morning"."""
    hour = _twelve(_number(match["hour"]), 0)
    counted = match["off"].lower() in COUNTS and not match["rough"]
    if hour is None or (counted and not _AT.search(before(setting.text, match.start()))):
        return None  # "five to six people"
    off = {"half": 30, "quarter": 15}.get(match["off"].lower().split()[-1]) or _number(match["off"].split()[-1])
    minutes = (hour + (-off if match["side"].lower() == "to" else off)) % 720
    if match["half"] or match["part"] or match["night"]:
        return _piece(match, setting, minutes + _noon_or_midnight(match))
    return Piece(spanned(match), half=minutes)


def _o_clock(match: re.Match[str], setting: Setting) -> Piece | None:
    return Piece(spanned(match), half=_twelve(_number(match["hour"]), 0))


def _noon(match: re.Match[str], setting: Setting) -> Piece | None:
    """Noon, or the end of the day; "the midday heat" is neither."""
    front = before(setting.text, match.start())
    if match["name"].lower() == "midday" and not match["rough"] and not _AT.search(front):
        return None
    if _OFF.search(front):
        return Piece(spanned(match))  # "two minutes to midnight"
    return _piece(match, setting, _DAY if match["name"].lower() == "midnight" else 720)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else COUNTS[written.lower()]


def _twelve(hour: int, minute: int) -> int | None:
    """Minutes after noon or midnight on a dial of twelve hours."""
    return hour % 12 * 60 + minute if 1 <= hour <= 12 and minute < 60 else None


def _noon_or_midnight(match: re.Match[str]) -> int:
    """The minute that a time of twelve hours counts from: "11 at night" from noon, "2 at night" from midnight."""
    if match["half"]:
        return 720 if match["half"].lower() == "p" else 0
    if match["part"]:
        return 0 if match["part"].lower() == "morning" else 720
    return 720 if 6 <= _number(match["hour"]) <= 11 else 0


def _piece(match: re.Match[str], setting: Setting, opens: int | None, closes: int | None = None) -> Piece:
    if opens is None:
        return Piece(spanned(match))
    try:
        zone = zone_of(match, setting.anchor or setting.published)
    except LookupError:
        return Piece(spanned(match))
    opens, closes = _roughly(match["rough"] or "", opens, opens if closes is None else closes)
    return Piece(spanned(match), When(spanned(match), opens=opens, closes=closes, zone=zone))


def _roughly(words: str, opens: int, closes: int) -> tuple[int, int]:
    """A time with the words before it: "around" blurs it both ways, "shortly after" one way."""
    words = words.lower()
    if not words:
        return opens, closes
    earlier = 0 if "after" in words else _SLACK
    later = 0 if words.endswith(("before", "nearly", "almost")) else _SLACK
    return max(0, opens - earlier), closes + later


_HOURS = [word for word, number in COUNTS.items() if number <= 12 and len(word) > 2]
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(_HOURS)})"
_AM_PM = r"(?:\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b\.?(?=\s*[^\s.])|m\b))"
_IN_THE = r"(?P<clock>\s+o['’]\s?clock)?\s+(?:in\s+the\s+(?P<part>morning|afternoon|evening)|(?P<night>at\s+night))"
_HALF = rf"(?:{_AM_PM}|{_IN_THE})"
_ROUGH = (
    r"(?:(?P<rough>(?:at\s+)?(?:(?:shortly|just|soon|a\s+little)\s+(?:after|before)"
    r"|around|about|approximately|roughly|nearly|almost))\s+)?"
)
_ROUGHLY = {"at", "around", "about", "approximately", "roughly", "nearly", "almost", "shortly", "just", "soon", "a"}
_MINUTE = r"(?:[:.](?P<minute>[0-5]\d))?"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till)\s+)"
_PART_FOLLOWS = (
    rf"\s+(?:on\s+)?(?:{'|'.join(WEEKDAYS)}|this|yesterday|tomorrow|last)\s+(?:morning|afternoon|evening|night)"
)
_NUMBERS = frozenset({"#", *_HOURS, *_ROUGHLY})
_DIGITS = frozenset({"#", *_ROUGHLY})

FORMS = (
    Form(
        _NUMBERS | {"from", "between"},
        (
            rf"{_ROUGH}(?:(?:from|between)\s+)?(?P<from>{_HOUR})(?:[:.](?P<frommin>[0-5]\d))?"
            rf"(?:\s?(?P<fromhalf>[ap])\.?\s?m\b\.?)?{_TO}(?P<hour>{_HOUR}){_MINUTE}{_HALF}{ZONE}?"
        ),
        _range,
    ),
    Form(_NUMBERS, rf"{_ROUGH}(?P<hour>{_HOUR}){_MINUTE}{_HALF}{ZONE}?", _clock),
    Form(
        _DIGITS,
        (
            rf"{_ROUGH}(?P<hour>\d{{1,2}})(?P<sep>[:.])(?P<minute>\d\d)(?::[0-5]\d)?(?![:.,]?\d)"
            rf"(?P<hours>\s?(?:hours|hrs))?{ZONE}?"
        ),
        _digital,
    ),
    Form(
        _DIGITS,
        rf"{_ROUGH}(?P<digits>\d{{4}})(?=\s?(?:hours|hrs)|{AHEAD})(?:\s?(?:hours|hrs))?{ZONE}?",
        _military,
    ),
    Form(_DIGITS, rf"{_ROUGH}(?P<digits>\d{{1,2}})(?=\s?(?-i:GMT|UTC)\b){ZONE}", _military),
    Form(
        _NUMBERS | {"half", "quarter", "a", "twenty"},
        (
            rf"{_ROUGH}(?P<off>half|(?:a\s+)?quarter|\d{{1,2}}(?=\s+min)|five|ten|twenty)(?:\s+minutes)?\s+(?P<side>past|to)\s+"
            rf"(?P<hour>{_HOUR})(?:\s+o['’]\s?clock)?{_HALF}?{ZONE}?"
        ),
        _spoken,
    ),
    Form(_NUMBERS, rf"{_ROUGH}(?P<hour>{_HOUR})\s+o['’]\s?clock", _o_clock),
    Form(_NUMBERS, rf"{_ROUGH}(?P<hour>{_HOUR})(?={_PART_FOLLOWS})", _bare),
    Form(
        _DIGITS - {"#"} | {"noon", "midnight", "midday"},
        rf"{_ROUGH}(?P<name>noon|midnight|midday){ZONE}?",
        _noon,
    ),
)
