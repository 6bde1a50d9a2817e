"""Edits of amounts: another number, another unit, another bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.editing.calendar import MONTHS
from benchmarks.editing.edit import Kind, Maker, Sentence, alternatives, everywhere, not_after, replaced
from benchmarks.editing.numbers import FIGURES, WORD, is_year, other, scaled

_BOUND = not_after("least most than over under below above between beyond up_to")
_ALONE = not_after("and or of in another other") + r"(?<!\d\ )(?<!\d\ to\ )(?<!\d\ or\ )"
_KNOWN = not_after("the these those its their our his her last all next")
_MANY = r"""(?!\ (?:hundred|thousand|million|billion)\b|[^.,]{0,30}\ at\ (?:most|least)\b)
    (?-i:(?=\ (?!(?:and|or|in|at|on|to|for|by|with)\b)
        (?:[a-z]+(?:-[a-z]+)?\ )?(?:people|men|women|children|[a-z]{2,}[a-rt-z]s)\b))"""
_LENGTH = alternatives("seconds minutes hours days weeks months years")
_COUNTED = rf"(?!\ (?:[a-z]+\ )?{_LENGTH})"
_CROWNS = alternatives("crowns florins dollars euros pounds thalers marks francs dinars krone lira talers")
_PART_OF = re.compile(
    r"(?:\b(?:article|section|chapter|line|route|phase|number|no\.|hall|terminal|page|gate|past|first|recent)\ "
    rf"|\b{alternatives(MONTHS)}\ |(?:\d|%|\b(?:million|billion|percent|cent|{WORD}))\ (?:to|or|and)\ )$",
    re.VERBOSE | re.IGNORECASE,
)
"""What comes before a number that names a thing, or is the second of a range."""
_HUNDREDTHS = r"(?:\ per\ cent\b|\ percent\b|\s?%)"


def _number(pattern: str, most: float = 1e12) -> Maker:
    found = re.compile(pattern, re.VERBOSE | re.IGNORECASE)

    def make(sentence: Sentence, rng: Random) -> Iterator[str]:
        def another(match: re.Match[str]) -> str | None:
            written = match["n"]
            if is_year(written) or written in {"0", "1"} or _PART_OF.search(sentence.text[: match.start()]):
                return None
            new = other(written, rng, most)
            return match[0].replace(written, _cased(written, new), 1) if new else None

        return everywhere(found, sentence.text, another)

    return make


def _cased(written: str, new: str) -> str:
    return new.capitalize() if written[:1].isupper() else new


_UNITS = {
    "kilometres": "miles",
    "km": "miles",
    "miles": "kilometres",
    "metres": "kilometres",
    "hectares": "square kilometres",
    "acres": "hectares",
    "tonnes": "kilograms",
    "kilograms": "tonnes",
    "kilos": "tonnes",
    "litres": "gallons",
    "centimetres": "metres",
    "millimetres": "centimetres",
    "degrees": "per cent",
    "seconds": "minutes",
    "minutes": "hours",
    "hours": "days",
    "days": "weeks",
    "weeks": "months",
    "months": "years",
    "years": "months",
}
_UNIT = re.compile(
    rf"{_BOUND}(?P<n>{FIGURES}|{WORD})\ (?P<unit>{alternatives(_UNITS)})\b(?!\ old|\ of\ age|/|\ \()", re.VERBOSE
)
_MAGNITUDE = re.compile(
    rf"{_BOUND}(?<!\bto\ )(?:{FIGURES}|{WORD}|[$€£]\d[\d.,]*)\ ?(?P<power>million|billion)\b", re.VERBOSE
)


def _unit(sentence: Sentence, rng: Random) -> Iterator[str]:
    for match in _UNIT.finditer(sentence.text):
        if match["unit"] != "degrees":
            yield replaced(match, _UNITS[match["unit"]], "unit")


def _magnitude(sentence: Sentence, rng: Random) -> Iterator[str]:
    for match in _MAGNITUDE.finditer(sentence.text):
        yield replaced(match, "billion" if match["power"] == "million" else "million", "power")


_BOUNDS = {
    "at least": ("at most", 0.5),
    "more than": ("fewer than", 0.5),
    "up to": ("more than", 2.0),
    "fewer than": ("more than", 2.0),
    "less than": ("more than", 2.0),
    "at most": ("at least", 2.0),
}
_BOUNDED = re.compile(
    rf"""\b(?P<bound>{alternatives(_BOUNDS)})\ (?P<n>{FIGURES}|{WORD})
        (?=\ (?!years?\ )[a-z]|%)(?!\ (?:in|out\ of|a\.m|p\.m|to)\b)""",
    re.VERBOSE | re.IGNORECASE,
)


def _bound(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "At least 12" -> "at most 6"."""

    def turned(match: re.Match[str]) -> str | None:
        bound, factor = _BOUNDS[match["bound"].lower()]
        if is_year(match["n"]) or match["n"].lower() in {"two", "three", "2", "3"}:
            return None
        return f"{_cased(match['bound'], bound)} {scaled(match['n'].lower(), factor)}"

    return everywhere(_BOUNDED, sentence.text, turned)


_SHARES = {
    "a third of": "two thirds of",
    "half of": "a tenth of",
    "half the": "a tenth of the",
    "a quarter of": "three quarters of",
    "two thirds of": "a fifth of",
    "two-thirds of": "a fifth of",
    "three quarters of": "a quarter of",
    "three-quarters of": "a quarter of",
    "a fifth of": "half of",
    "a tenth of": "half of",
}
_SHARE = re.compile(rf"{not_after('first second than')}(?<!-)\b{alternatives(_SHARES)}(?=\ )", re.IGNORECASE)


def _share(sentence: Sentence, rng: Random) -> Iterator[str]:
    return everywhere(_SHARE, sentence.text, lambda match: _cased(match[0], _SHARES[match[0].lower()]))


def _kind(name: str, make: Maker, *also: str) -> Kind:
    return Kind(name, "quantity", "conflict", frozenset({"quantity", *also}), make)  # type: ignore[arg-type]


KINDS = (
    _kind("count in figures", _number(rf"{_BOUND}{_ALONE}{_KNOWN}(?P<n>{FIGURES}){_COUNTED}{_MANY}")),
    _kind("count in words", _number(rf"{_BOUND}{_ALONE}{_KNOWN}(?P<n>{WORD}){_COUNTED}{_MANY}")),
    _kind(
        "per cent",
        _number(rf"{_BOUND}(?<!and\ )(?<!\d\ to\ )(?P<n>{FIGURES})(?={_HUNDREDTHS}(?!\ (?:to|or|in)\ ))", 100),
    ),
    _kind(
        "money",
        _number(rf"{_BOUND}(?<!and\ )(?<!\d\ to\ )(?:(?P<n>{FIGURES})(?=\ (?:million\ |billion\ )?{_CROWNS}\b))"),
    ),
    _kind(
        "duration",
        _number(
            rf"""{_BOUND}{_ALONE}{_KNOWN}(?P<n>{FIGURES}|{WORD})(?!\ \w+\ at\ (?:most|least)\b)
                (?=\ {_LENGTH}\b(?!\ old|['’])|-(?:hour|day|week|month|year)\b(?!-old))"""
        ),
        "time",
    ),
    _kind("unit", _unit, "time"),
    _kind("million or billion", _magnitude),
    _kind("bound", _bound),
    _kind("share", _share),
)
