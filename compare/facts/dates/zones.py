"""Time zones: what is written behind a time of day -> minutes ahead of UTC.

Abbreviations that name two zones both common in news (IST) are left out; CST is the American one. Clocks of zones with
summer time follow the rules of the European Union and of the United States as they are now: the last Sundays of March
and October, the second Sunday of March and the first of November.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

FIXED = {
    "gmt": 0, "utc": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "bst": 60, "msk": 180, "irst": 210, "trt": 180,
    "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "pkt": 300, "aest": 600, "aedt": 660, "sast": 120, "eat": 180,
    "tehran": 210, "iran": 210, "iranian": 210, "moscow": 180, "istanbul": 180, "ankara": 180, "turkish": 180,
    "baghdad": 180, "riyadh": 180, "saudi": 180, "doha": 180, "kuwait": 180, "dubai": 240, "baku": 240, "tbilisi": 240,
    "yerevan": 240, "kabul": 270, "islamabad": 300, "karachi": 300, "pakistan": 300, "delhi": 330, "indian": 330,
    "dhaka": 360, "bangkok": 420, "jakarta": 420, "hanoi": 420, "beijing": 480, "shanghai": 480, "hong kong": 480,
    "taipei": 480, "manila": 480, "singapore": 480, "tokyo": 540, "japan": 540, "seoul": 540, "pyongyang": 540,
    "nairobi": 180, "johannesburg": 120, "lagos": 60, "brasilia": -180, "buenos aires": -180, "caracas": -240,
}  # fmt: skip
_EUROPE = {
    "london": 0, "british": 0, "uk": 0, "dublin": 0, "lisbon": 0, "paris": 60, "berlin": 60, "brussels": 60,
    "geneva": 60, "vienna": 60, "rome": 60, "madrid": 60, "central european": 60, "athens": 120, "kyiv": 120,
    "kiev": 120, "helsinki": 120, "eastern european": 120,
}  # fmt: skip
_AMERICA = {
    "eastern": -300, "et": -300, "new york": -300, "washington": -300, "central": -360, "ct": -360, "chicago": -360,
    "mountain": -420, "mt": -420, "pacific": -480, "pt": -480, "los angeles": -480, "california": -480,
}  # fmt: skip
_STANDARD = {"est", "cst", "mst", "pst"}
_PLACE_NAMES = {"iran", "doha", "baku"}
_LETTERS = [*(name for name in FIXED if len(name) < 5 and name not in _PLACE_NAMES), "et", "ct", "mt", "pt"]
_PLACES = [name for name in (*FIXED, *_EUROPE, *_AMERICA) if name not in _LETTERS]
_ANY_PLACE = "|".join(sorted(_PLACES, key=len, reverse=True))

ZONE = (
    rf"(?:\s?(?:(?P<zone>(?-i:{'|'.join(_LETTERS).upper()}))(?P<offset>\s?[+-]\s?\d\d?(?::?\d\d)?)?"
    rf"|(?P<place>{_ANY_PLACE})(?:\s+(?P<standard>standard|summer|daylight))?\s+time"
    r"|(?P<local>local(?:\s+time)?))(?![^\W_]))"
)

AHEAD = re.sub(r"\?P<\w+>", "?:", ZONE)
"""The same without names, to look ahead."""


def zone_of(match: re.Match[str], day: date | None) -> int | None:
    """Minutes ahead of UTC for a match of ZONE; None for local time.

    Raises LookupError where that cannot be told: clocks change and no day is known, or "EST" is told of a summer day.
    """
    if match["zone"] is None and match["place"] is None:
        return None
    name = re.sub(r"\s+", " ", (match["zone"] or match["place"]).lower())
    if name in _STANDARD and day and _american(day.year)[0] <= day < _american(day.year)[1]:
        raise LookupError(name)  # "EST" in July: an hour off, or a slip for EDT
    if name in FIXED:
        return FIXED[name] + _offset(match["offset"])
    base, ends = (_EUROPE[name], _european) if name in _EUROPE else (_AMERICA[name], _american)
    season = (match["standard"] or "").lower()
    if season:
        return base + (0 if season == "standard" else 60)
    if day is None:
        raise LookupError(name)
    first, last = ends(day.year)
    return base + (60 if first <= day < last else 0)


def _offset(written: str | None) -> int:
    if not written:
        return 0
    digits = re.sub(r"[\s:+-]", "", written)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return (-1 if "-" in written else 1) * (60 * int(hours) + int(minutes))


def _european(year: int) -> tuple[date, date]:
    return _sunday(date(year, 3, 25)), _sunday(date(year, 10, 25))


def _american(year: int) -> tuple[date, date]:
    return _sunday(date(year, 3, 8)), _sunday(date(year, 11, 1))


def _sunday(day: date) -> date:
    """The first Sunday from a day on."""
    return day + timedelta((6 - day.weekday()) % 7)
