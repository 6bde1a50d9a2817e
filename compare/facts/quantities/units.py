"""The unit that is written with a number: money, percent, age, measure. What is counted otherwise is a noun."""

from __future__ import annotations

from dataclasses import replace

from compare.facts.number_words import and_a_half
from compare.facts.numerals import Numeral
from compare.facts.quantities.ages import age
from compare.facts.quantities.money import currency, sign_before
from compare.facts.quantities.people import singular
from compare.facts.quantities.unit import Unit
from compare.facts.quantities.unit_tables import (
    CODE_NAMES,
    CODES,
    CURRENCY_WORDS,
    MEASURES,
    RATES,
    SIGNS,
)
from compare.facts.tokens import Sentence


def unit_of(sentence: Sentence, numeral: Numeral) -> Unit | None:
    """The unit of a numeral, None where none is written."""
    if numeral.form == "rank":
        return None
    if sign := sign_before(sentence, numeral):
        return sign
    for reader in (_percent, age, _tremor, _degrees, _speed, _worded):
        if unit := reader(sentence, numeral):
            return unit
    return Unit("percent", 1, numeral.first, numeral.after) if numeral.form == "part" else None


# Shares


_POINTS = (
    ("percentage", "points"), ("percentage", "point"), ("per", "cent", "points"), ("percent", "points"),
    ("%", "points"), ("percentage", "-", "point"), ("per", "cent", "point"), ("percent", "point"),
)  # fmt: skip
_BASIS = (("basis", "points"), ("basis", "point"), ("basis", "-", "point"), ("bps",))
_PERCENT = (("%",), ("percent",), ("per", "cent"), ("pct",), ("per", "-", "cent"))


def _percent(sentence: Sentence, numeral: Numeral) -> Unit | None:
    at = numeral.after + sentence.hyphened(numeral.after)
    for phrases, name, factor in ((_POINTS, "points", 1.0), (_BASIS, "points", 0.01), (_PERCENT, "percent", 1.0)):
        for phrase in phrases:
            if sentence.follows(at, phrase):
                return Unit(name, factor, numeral.first, at + len(phrase))
    halved = sentence.word(numeral.first) in ("half", "quarter") and sentence.hyphened(numeral.after)
    if halved and sentence.word(at) == "point":
        return Unit("points", 1, numeral.first, at + 1)
    return None


# Measures


def _tremor(sentence: Sentence, numeral: Numeral) -> Unit | None:
    before = [sentence.word(numeral.first - 1), sentence.word(numeral.first - 2)]
    after = numeral.after + 1 if sentence.hyphened(numeral.after) else numeral.after
    if sentence.word(after) == "magnitude" and after > numeral.after:
        return Unit("magnitude", 1, numeral.first, after + 1)
    told = before[0] == "magnitude" or (before[0] in ("of", "-", "at") and before[1] == "magnitude")
    return Unit("magnitude", 1, numeral.first, numeral.after) if told and numeral.high <= 10 else None


def _degrees(sentence: Sentence, numeral: Numeral) -> Unit | None:
    """ "30 degrees Celsius", "86°F", "30C"; "degree" where the scale is not told."""
    at = numeral.after + sentence.hyphened(numeral.after)
    word = sentence.word(at)
    if sentence.joined(at) and sentence.written(at) in ("C", "F") and at == numeral.after:
        return _on_scale(sentence, numeral, at)
    if word not in ("°", "º", "degree", "degrees", "℃", "℉"):
        return None
    if word in ("℃", "℉"):
        return _on_scale(sentence, numeral, at)
    named = sentence.word(at + 1) in ("c", "f", "celsius", "fahrenheit", "centigrade")
    if named:
        return _on_scale(sentence, numeral, at + 1)
    return None if word in ("°", "º") else Unit("degree", 1, numeral.first, at + 1)


def _on_scale(sentence: Sentence, numeral: Numeral, at: int) -> Unit:
    if sentence.word(at) in ("f", "fahrenheit", "℉"):
        return Unit("celsius", 5 / 9, numeral.first, at + 1, zero=32)
    return Unit("celsius", 1, numeral.first, at + 1)


def _speed(sentence: Sentence, numeral: Numeral) -> Unit | None:
    at = numeral.after + sentence.hyphened(numeral.after)
    if found := RATES.get(singular(sentence.word(at))) or RATES.get(sentence.word(at)):
        return Unit(found[0], found[1], numeral.first, at + 1, per="hour")
    if sentence.words[at : at + 3] == ["km", "/", "h"]:
        return Unit("km", 1, numeral.first, at + 3, per="hour")
    if sentence.words[at : at + 3] == ["m", "/", "s"]:
        return Unit("km", 3.6, numeral.first, at + 3, per="hour")
    return None


def _worded(sentence: Sentence, numeral: Numeral) -> Unit | None:
    """A word or two for a measure or a currency after the number."""
    if letter := _letter(sentence, numeral):
        return letter
    at = numeral.after
    at += 1 if sentence.hyphened(at) else 0
    if sentence.word(at) == "of" and sentence.word(at + 1) in ("a", "an"):  # "a quarter of an hour"
        at += 2
    elif sentence.word(at) == "of" and numeral.vague:  # "hundreds of tonnes"
        at += 1
    if sentence.word(at) in ("full", "whole", "straight", "consecutive", "long", "calendar", "more", "further"):
        at += 1
    unit = _named(sentence, numeral, at)
    return _halved(sentence, unit) if unit else None


def _named(sentence: Sentence, numeral: Numeral, at: int) -> Unit | None:
    words = [sentence.word(at), sentence.word(at + 1), sentence.word(at + 2)]
    if sentence.hyphened(at + 1):  # "30-square-kilometre", "kilowatt-hours"
        words = [sentence.word(at), sentence.word(at + 2), ""]
    for length in (3, 2, 1):
        name = (*words[: length - 1], _root(words[length - 1]))
        after = at + length + (length == 2 and sentence.hyphened(at + 1))
        if name in MEASURES:
            return Unit(*MEASURES[name], numeral.first, after)
        if name in CURRENCY_WORDS:
            return currency(sentence, numeral, name, after)
    if sentence.written(at).isupper() and words[0] in CODES:
        return Unit(CODE_NAMES.get(words[0], words[0]), 1, numeral.first, at + 1)
    if sentence.word(at) in SIGNS and (sentence.joined(at) or not sentence.word(at + 1)[:1].isdecimal()):
        return Unit(SIGNS[sentence.word(at)], 1, numeral.first, at + 1)
    return None


_IRREGULAR = {"feet": "feet", "inches": "inch", "centuries": "century", "pennies": "penny", "pence": "pence"}


def _root(word: str) -> str:
    return _IRREGULAR.get(word) or (word[:-1] if len(word) > 3 and word.endswith("s") and word != "reais" else word)


def _halved(sentence: Sentence, unit: Unit) -> Unit:
    """ "two years and a half"."""
    part = and_a_half(sentence, unit.after)
    return replace(unit, plus=part[0], after=part[1]) if part else unit


_LONG = frozenset(
    """long high tall deep wide away off below above beneath down underground thick apart from race sprint freestyle
    hurdles dash final relay waves wave tower wall fence drop cliff pool tide swell crater telescope yacht boat
    ship vessel tree statue building dam bridge gap stretch section border""".split()
)
_LETTERS = {"g": ("kg", 0.001), "t": ("kg", 1000.0), "l": ("litre", 1.0), "p": ("gbp", 0.01), "c": ("usd", 0.01)}


def _letter(sentence: Sentence, numeral: Numeral) -> Unit | None:
    """A letter joined to the number: "50p", "30m" where a length is spoken of, otherwise a million."""
    last = numeral.after - 1
    if numeral.scale == 1e6 and sentence.word(last) == "m":
        following = {sentence.word(numeral.after), sentence.word(numeral.after + 1)}
        if following & _LONG and sentence.word(numeral.after) not in ("dollars", "euros", "people"):
            return Unit("km", 1e-9, numeral.first, numeral.after)
        return None
    glued = sentence.written(numeral.after) if sentence.joined(numeral.after) else ""
    if glued in _LETTERS:
        return Unit(*_LETTERS[glued], numeral.first, numeral.after + 1)
    return None
