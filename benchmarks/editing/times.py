"""Edits of when: another weekday, day, month, year or time of day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.editing.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from benchmarks.editing.edit import Kind, Maker, Sentence, alternatives, everywhere, not_after

_OPEN = not_after("before after by than from every between and to") + r"(?<!day\ )(?<!day,\ )"
_YEAR = re.compile(
    r"""(?<=\b[Ii]n\ )(?:19|20)\d\d\b(?=[,.;]|\ (?:and|when|after|the|a|by|with|to)\b)
        |(?<=\b[Ss]ince\ )(?:19|20)\d\d\b""",
    re.VERBOSE,
)
_WEEKDAY = re.compile(rf"{_OPEN}\b{WEEKDAY}\b(?!\ \d|,\ \d|,\ [A-Z][a-z]+\ \d|['’]|\ and\b|\ or\b|\ to\b)", re.VERBOSE)
_MONTH = re.compile(rf"(?<=\b[Ii]n\ )(?P<m>{MONTH})\b(?!\ \d\d?\b)", re.VERBOSE)
_BRITISH_DAY = re.compile(rf"{_OPEN}(?<![\d–-])\b(?P<d>\d\d?)(?=\ {MONTH}\b)", re.VERBOSE)
_AMERICAN_DAY = re.compile(rf"{_OPEN}(?<![\d–-])\b(?P<m>{MONTH})\ (?P<d>\d\d?)\b(?![\d–:/-])", re.VERBOSE)
_DATED_MONTH = re.compile(
    rf"{_OPEN}(?:\b(?P<d>\d\d?)\ (?P<m>{MONTH})\b|\b(?P<n>{MONTH})(?=\ \d\d?\b(?!\d)))", re.VERBOSE
)
_HOUR = re.compile(
    rf"{not_after('before after by and than to')}\b(?P<h>1?\d)(?P<m>[.:]\d\d)?\ (?P<half>[ap])\.m\.(?!\ (?:to|and)\b)",
    re.VERBOSE,
)
_PART = {"morning": "evening", "afternoon": "morning", "evening": "morning", "night": "afternoon"}
_PART_OF_DAY = re.compile(rf"\b(?P<w>{WEEKDAY})\ (?P<p>{alternatives(' '.join(_PART))})\b", re.VERBOSE)
_RELATIVE = {
    "last week": "last month",
    "last month": "last week",
    "last year": "five years ago",
    "next month": "next week",
    "next week": "next year",
    "next year": "next week",
    "this morning": "this evening",
    "yesterday": "last Sunday",
    "tomorrow": "next month",
    "last summer": "last winter",
    "last winter": "last summer",
    "last spring": "last autumn",
    "last autumn": "last spring",
    "this winter": "this summer",
    "the day before yesterday": "last month",
}
_SPOKEN = re.compile(rf"{_OPEN}\b(?:{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})\b(?!['’])", re.IGNORECASE)


def _each(pattern: re.Pattern[str], new: Callable[[re.Match[str], Random], str | None]) -> Maker:
    def make(sentence: Sentence, rng: Random) -> Iterator[str]:
        return everywhere(pattern, sentence.text, lambda match: new(match, rng))

    return make


def _other_weekday(match: re.Match[str], rng: Random) -> str:
    return rng.choice([day for day in WEEKDAYS if day not in match.string])


def _far_month(month: str, rng: Random) -> str:
    return MONTHS[(MONTHS.index(month) + rng.randint(3, 9)) % 12]


def _other_month(match: re.Match[str], rng: Random) -> str:
    return _far_month(match[0], rng)


def _other_day(match: re.Match[str], rng: Random) -> str | None:
    day = int(match["d"])
    if not 1 <= day <= 31:
        return None
    new = rng.choice([other for other in range(2, 28) if abs(other - day) > 3])
    return match[0].replace(match["d"], str(new), 1)


def _other_dated_month(match: re.Match[str], rng: Random) -> str:
    month = match["m"] or match["n"]
    return match[0].replace(month, _far_month(month, rng), 1)


def _other_year(match: re.Match[str], rng: Random) -> str | None:
    return str(int(match[0]) - rng.randint(3, 12))


def _other_hour(match: re.Match[str], rng: Random) -> str | None:
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return None
    new = rng.choice([other for other in range(1, 12) if 2 < (other - hour) % 12 < 10])
    return f"{new}{match['m'] or ''} {match['half']}.m."


def _other_half(match: re.Match[str], rng: Random) -> str:
    return f"{match['h']}{match['m'] or ''} {'p' if match['half'] == 'a' else 'a'}.m."


def _other_part(match: re.Match[str], rng: Random) -> str:
    return f"{match['w']} {_PART[match['p']]}"


def _other_relative(match: re.Match[str], rng: Random) -> str:
    new = _RELATIVE[match[0].lower()]
    return new[0].upper() + new[1:] if match[0][0].isupper() else new


def _kind(name: str, make: Maker) -> Kind:
    return Kind(name, "time", "conflict", frozenset({"time"}), make)


KINDS = (
    _kind("weekday", _each(_WEEKDAY, _other_weekday)),
    _kind("month", _each(_MONTH, _other_month)),
    _kind("month of a date", _each(_DATED_MONTH, _other_dated_month)),
    _kind("day of a date", _each(_BRITISH_DAY, _other_day)),
    _kind("day of a date, American", _each(_AMERICAN_DAY, _other_day)),
    _kind("year", _each(_YEAR, _other_year)),
    _kind("hour", _each(_HOUR, _other_hour)),
    _kind("a.m. or p.m.", _each(_HOUR, _other_half)),
    _kind("part of the day", _each(_PART_OF_DAY, _other_part)),
    _kind("relative day", _each(_SPOKEN, _other_relative)),
)
