"""Numbers in digits and in words -> values. English words; Western digits with their separators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.facts.number_digits import digits
from compare.facts.number_phrases import PLURALS, SOME, VAGUE, Numeral, group_part, make, part, ratio, some, vague
from compare.facts.number_words import (
    GROUPS,
    HALVED,
    RANKS,
    TENS,
    UNITS,
    and_a_half,
    past_hyphen,
    rank_at,
    spelled_at,
)
from compare.facts.tokens import DASHES, Sentence

__all__ = ["Numeral", "digits", "numerals", "read_numerals", "spelled"]

_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SUFFIXES = ("st", "nd", "rd", "th")
# What may stand against a number without a space: units, and letters of magnitude.
_GLUED = frozenset(
    """km kms m cm mm mi ft yd kg kgs g mg t lb lbs l ml ha kph kmh mph kt kts kw mw gw tw kwh mwh gwh twh p c f
    x""".split()
) | {*_SHORT}
_JOINERS = frozenset("./:#@_&+*=\\") | DASHES
_STARTS = {*UNITS, *TENS, *RANKS, *VAGUE, *SOME, *_VULGAR, "a", "an", "half", "quarter"} | set(PLURALS)


def numerals(text: str) -> list[Numeral]:
    """Every number of a text, in order; "a" alone is none.

    Example: "one and a half million of 1,200" -> 1500000 at [0, 22), 1200 at [26, 31).
    """
    return list(read_numerals(Sentence(text)))


def read_numerals(sentence: Sentence) -> Iterator[Numeral]:
    """The numerals of a sentence that is already cut into tokens."""
    index = 0
    while index < len(sentence.words):
        found = _numeral(sentence, index)
        if found is None:
            index += 1
            continue
        index = found.after
        yield replace(found, start=sentence.spans[found.first][0], end=sentence.spans[found.after - 1][1])


def _numeral(sentence: Sentence, index: int) -> Numeral | None:
    word = sentence.words[index]
    if word[0].isdecimal():
        return _in_digits(sentence, index)
    if word not in _STARTS or _inside_word(sentence, index):
        return None
    for reader in (vague, some, ratio, group_part, part, _rank, _spelled):
        if found := reader(sentence, index):
            return replace(found, first=index)
    return None


def _inside_word(sentence: Sentence, index: int) -> bool:
    """ "F-16", "24/7", "version 2.1": joined to a letter or mark before it."""
    if not sentence.joined(index):
        return False
    before = sentence.word(index - 1)
    if before in DASHES:
        return index > 1 and sentence.joined(index - 1) and sentence.word(index - 2)[-1:].isalpha()
    return before[-1].isalnum() or before in _JOINERS


# Digits


def _in_digits(sentence: Sentence, index: int) -> Numeral | None:
    value = digits(sentence.written(index))
    if value is None or _inside_range_of_none(sentence, index):
        return None
    found = _scaled(sentence, index, value)
    if found is None or _runs_on(sentence, found.after):
        return None
    share = ratio(sentence, index) if found.after == index + 1 else None
    return replace(share or found, first=index)


def _inside_range_of_none(sentence: Sentence, index: int) -> bool:
    """Joined to what is no number: "F-16", "10/12", "555-0143"."""
    if not sentence.joined(index) or sentence.word(index - 1) == "~":
        return False
    before, mark = sentence.word(index - 2), sentence.word(index - 1)
    if mark in DASHES and sentence.joined(index - 1):
        follows_number = before[0].isdecimal() or before in _SHORT or before == "%" or before in GROUPS
        return not follows_number or (before[0].isdecimal() and digits(before) is None)
    return mark[-1].isalnum() or mark in _JOINERS - DASHES


def _scaled(sentence: Sentence, index: int, value: float) -> Numeral | None:
    """A number in digits with what stands against it: a vulgar fraction, an ordinal's ending, a magnitude."""
    after = index + 1
    glued = sentence.word(after) if sentence.joined(after) else ""
    if glued in _VULGAR:
        return make(value + _VULGAR[glued], value + _VULGAR[glued], after + 1)
    if glued in _SUFFIXES:
        return make(value, value, after + 1, "rank") if value == int(value) else None
    if glued in _SHORT:
        return make(value * _SHORT[glued], value * _SHORT[glued], after + 1, scale=_SHORT[glued])
    if glued[:1].isalpha() and (glued not in _GLUED or sentence.written(after) in ("G", "T", "L")):
        return None
    if half := and_a_half(sentence, after):
        value, after = value + half[0], half[1]
    group = past_hyphen(sentence, after)
    size = GROUPS.get(sentence.word(group), 0) or (_SHORT.get(sentence.word(group), 0) if group == after else 0)
    if not size or sentence.word(group) in ("score", "k", "m", "b"):
        return make(value, value, after)
    value, after = value * size, group + 1
    if half := and_a_half(sentence, after):
        value, after = value + half[0] * size, half[1]
    return make(value, value, after, scale=size)


def _runs_on(sentence: Sentence, after: int) -> bool:
    """A time, ratio, date or address goes on: "10:45", "24/7", "10.x"."""
    if not sentence.joined(after):
        return False
    mark, following = sentence.word(after), sentence.word(after + 1) if sentence.joined(after + 1) else ""
    if mark in (":", "/", "@", "_", "*"):
        return following[:1].isdecimal() or mark in ("@", "_", "*")
    return mark in DASHES and following[:1].isdecimal() and digits(following) is None


# Words


def spelled(words: str) -> float | None:
    """A number in words; None for what is not one from end to end, as a lone "a".

    Example: "one hundred and twenty-five" -> 125, "a dozen" -> 12, "three thousand" -> 3000.
    """
    sentence = Sentence(words)
    found = spelled_at(sentence, 0)
    return found[0] if found and found[1] == len(sentence.words) else None


def _spelled(sentence: Sentence, index: int) -> Numeral | None:
    if sentence.word(index) in _VULGAR:
        return None
    found = spelled_at(sentence, index) or _article(sentence, index)
    if found is None:
        return None
    value, after, scale = found
    half = and_a_half(sentence, after)
    if half and scale == 1 and 0 < value < 100:
        return _mixed(sentence, value + half[0], half[1])
    if half and scale > 1:
        value, after = value + half[0] * scale, half[1]
    return make(value, value, after, scale=scale)


def _article(sentence: Sentence, index: int) -> tuple[float, int, float] | None:
    """The "a" of "an hour and a half", "a million and a half"."""
    if sentence.word(index) not in ("a", "an") or sentence.word(index + 1) not in HALVED:
        return None
    return (1.0, index + 1, 1.0) if and_a_half(sentence, index + 2) else None


def _mixed(sentence: Sentence, value: float, after: int) -> Numeral:
    """ "two and a half", with a magnitude where there is one: "one and a half million"."""
    group = past_hyphen(sentence, after)
    size = GROUPS.get(sentence.word(group), 0)
    return make(value * size, value * size, group + 1, scale=size) if size else make(value, value, after)


def _rank(sentence: Sentence, index: int) -> Numeral | None:
    found = rank_at(sentence, index)
    return make(found[0], found[0], found[1], "rank") if found else None
