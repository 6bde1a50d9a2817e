"""Harmless edits of figures: the same amount written another way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.editing.edit import Maker, Sentence, alternatives, everywhere, not_after, replaced
from benchmarks.editing.numbers import FIGURES, SPELLED, VALUE, WORD, is_year, rounded, value

_COUNTED = r"(?=\ (?!(?:hundred|thousand|in|out|of|or|and|a|p|to|per|halves|thirds|quarters|fifths|tenths)\b)[a-z]{2,})"
_ALONE = not_after("No. half-past past to and or at the in") + "(?<!-)"
_IN_FIGURES = re.compile(rf"{_ALONE}(?P<n>{FIGURES}){_COUNTED}", re.VERBOSE)
_IN_WORDS = re.compile(rf"{_ALONE}(?P<n>{WORD}){_COUNTED}", re.VERBOSE | re.IGNORECASE)
_UNHYPHENED = "(?:" + "|".join(word for word in VALUE if VALUE[word] > 1 and "-" not in word) + ")"
_BEGUN = re.compile(rf"(?<![\w.,-])(?P<n>{_UNHYPHENED}|\d\d?)(?=-(?:hour|day|week|month|year)\b(?!-old))", re.VERBOSE)


def in_words(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "12 people" -> "twelve people"."""
    return everywhere(_IN_FIGURES, sentence.text, lambda match: _spelled(match["n"]))


def in_figures(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "Twelve people" -> "12 people"."""
    return everywhere(_IN_WORDS, sentence.text, lambda match: str(VALUE[match["n"].lower()]))


def _spelled(written: str) -> str | None:
    return SPELLED.get(int(written)) if written.isdigit() and 2 <= int(written) <= 99 else None


_HUNDREDTHS = re.compile(
    rf"(?<![\w$€£.,-])(?P<n>\d+(?:\.\d+)?|{WORD})(?P<sign>\ per\ cent|\ percent|\s?%)(?![\w])", re.VERBOSE
)


def per_cent(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "4.6%", "4.6 per cent", "4.6 percent": one for another."""

    def new(match: re.Match[str]) -> str:
        signs = [
            sign
            for sign in ("%", " per cent", " percent")
            if sign != match["sign"] and (sign != "%" or match["n"][0].isdigit())
        ]
        return match["n"] + rng.choice(signs)

    return everywhere(_HUNDREDTHS, sentence.text, new)


_CONVERTED: dict[str, tuple[str, float]] = {
    "kilometres": ("miles", 0.6214),
    "km": ("miles", 0.6214),
    "miles": ("kilometres", 1.609),
    "metres": ("feet", 3.281),
    "hectares": ("acres", 2.471),
    "square kilometres": ("square miles", 0.3861),
    "square miles": ("square kilometres", 2.59),
    "acres": ("hectares", 0.4047),
    "kilograms": ("pounds", 2.205),
    "kg": ("pounds", 2.205),
    "kilos": ("pounds", 2.205),
    "litres": ("US gallons", 0.2642),
    "centimetres": ("inches", 0.3937),
    "millimetres": ("inches", 0.03937),
}
_MEASURE = re.compile(
    rf"(?<!\d\ to\ )(?P<n>{FIGURES}|{WORD})\ (?P<unit>{alternatives(_CONVERTED)})\b(?!\ \(|/)",
    re.VERBOSE,
)


def unit(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "12 km" -> "7.5 miles"."""

    def new(match: re.Match[str]) -> str:
        name, factor = _CONVERTED[match["unit"]]
        return f"{rounded(value(match['n']) * factor)} {name}"

    return everywhere(_MEASURE, sentence.text, new)


_EXACT_AFTER = not_after(
    """No. called estimated about around some nearly almost than least most over up_to the to and of roughly only all
    exactly exceed his by its their"""
)
_EXACT = re.compile(
    rf"""(?<![\w.,$€£/–-]){_EXACT_AFTER}(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{3}})(?=\ [a-z]{{3,}})
        (?!\ (?:million|billion|votes|deputies)|[^.,]*\ at\ most)""",
    re.VERBOSE,
)


def _loose(put: Callable[[int], str | None]) -> Maker:
    def make(sentence: Sentence, rng: Random) -> Iterator[str]:
        def new(match: re.Match[str]) -> str | None:
            return None if is_year(match["n"]) else put(int(match["n"].replace(",", "")))

        return (text for text in everywhere(_EXACT, sentence.text, new) if not re.match("[a-z]", text))

    return make


def _near(number: int) -> str | None:
    step = 10 ** (len(str(number)) - 2)
    near = round(number / step) * step
    return f"about {near:,}" if near else None


def _below(number: int) -> str | None:
    step = 10 ** (len(str(number)) - 2)
    floor = number // step * step
    return f"more than {floor:,}" if floor < number else None


about, more_than = _loose(_near), _loose(_below)

_LETTERED = {"million": "m", "billion": "bn"}
_SUM = re.compile(r"(?P<n>[$€£]\d+(?:\.\d+)?)\ (?P<power>million|billion)\b", re.VERBOSE)
_POWER = re.compile(r"(?<![\w.,$€£-])(?P<n>\d{1,3}(?:\.\d+)?)(?P<power>\ million)\b(?!\ \w+\ to)", re.VERBOSE)


def magnitude(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "8 billion" -> "8,000 million" is seldom written; "9.1 million" -> "9,100,000" is."""
    for match in _POWER.finditer(sentence.text):
        yield replaced(match, f"{round(float(match['n']) * 10**6):,}")
    for match in _SUM.finditer(sentence.text):
        yield replaced(match, match["n"] + _LETTERED[match["power"]])


_SHARES = {
    "half of": "50% of",
    "a quarter of": "25% of",
    "a fifth of": "20% of",
    "a tenth of": "10% of",
    "three quarters of": "75% of",
    "three-quarters of": "75% of",
    "a third of": "33% of",
    "two thirds of": "two-thirds of",
    "two-thirds of": "two thirds of",
}
_SHARE = re.compile(rf"(?<=[a-z]\ ){not_after('first second')}{alternatives(_SHARES)}(?=\ )(?!\ an?\b)")


def share(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "A quarter of" -> "25% of"."""
    return everywhere(_SHARE, sentence.text, lambda match: _SHARES[match[0]])


def hyphenated(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "A 48-hour strike" -> "a forty-eight-hour strike" and back."""

    def new(match: re.Match[str]) -> str | None:
        return str(VALUE[match["n"]]) if match["n"] in VALUE else _spelled(match["n"])

    return everywhere(_BEGUN, sentence.text, new)


_DURATIONS = {
    "24 hours": "one day",
    "48 hours": "two days",
    "two days": "48 hours",
    "forty-eight hours": "two days",
    "72 hours": "three days",
    "three days": "72 hours",
    "two weeks": "14 days",
    "a fortnight": "two weeks",
    "six months": "half a year",
    "two years": "24 months",
    "18 months": "a year and a half",
    "a decade": "ten years",
    "12 months": "a year",
    "ten years": "a decade",
    "two decades": "20 years",
    "three decades": "30 years",
    "20 years": "two decades",
    "half an hour": "30 minutes",
    "two hours": "120 minutes",
    "a dozen": "twelve",
    "a century": "100 years",
}
_LASTING = re.compile(rf"(?<!-){not_after('a half')}\b{alternatives(_DURATIONS)}\b(?!\ old|['’])")


def duration(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "48 hours" -> "two days"."""
    return everywhere(_LASTING, sentence.text, lambda match: _DURATIONS[match[0]])
