"""Numbers told by a phrase: of vague size ("dozens"), in ratios ("one in three"), as parts ("two thirds of")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from compare.facts.number_words import FRACTIONS, GROUPS, HALVED, MAGNITUDES, UNITS, fraction_at, past_hyphen, small
from compare.facts.tokens import Sentence

Form = Literal["cardinal", "part", "rank"]

# What a plural of vague size stands for, as the range that a reader would accept.
VAGUE = {
    "tens": (20.0, 99.0),
    "dozens": (20.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 1999.0),
    "thousands": (2000.0, 19999.0),
    "millions": (2e6, 19999999.0),
    "billions": (2e9, 19999999999.0),
    "trillions": (2e12, 19999999999999.0),
}
_TIMES_OVER = {"tens": (20.0, 199.0), "hundreds": (200.0, 1999.0)}
PLURALS = {f"{word}s": size for word, size in MAGNITUDES.items()}
SOME = {"several": (3.0, 12.0), "few": (3.0, 9.0), "handful": (3.0, 9.0), "couple": (2.0, 3.0)}
_AFTER_SCORES = frozenset("of more others were are have had dead killed injured wounded arrested missing".split())
_AFTER_COUPLE = frozenset("of hundred thousand million billion dozen more days weeks months years hours".split())
_TIMES = frozenset("year years month months week weeks day days hour hours minute minutes second seconds".split())
_WHOLES = frozenset("the its their his her our all those these this that them us".split())


@dataclass(frozen=True)
class Numeral:
    """A number as written: `[start, end)` in the text, and the lowest and highest value it can stand for."""

    start: int
    end: int
    low: float
    high: float
    vague: bool = False
    form: Form = "cardinal"
    """A "part" is a fraction of something ("two thirds of"), as percent; a "rank" an ordinal ("third")."""
    scale: float = 1.0
    """What a word or letter of magnitude at its end multiplies by: of "10 million" a million."""
    first: int = 0
    """Its first token in the sentence, and the one after its last."""
    after: int = 0


def make(
    low: float, high: float, after: int, form: Form = "cardinal", vague: bool = False, scale: float = 1
) -> Numeral:
    """A numeral whose place is filled in by who found it."""
    return Numeral(0, 0, low, high, vague, form, scale, 0, after)


def vague(sentence: Sentence, index: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands"; "tens" only of something larger."""
    word = sentence.word(index)
    if word not in VAGUE or (word == "scores" and sentence.word(index + 1) not in _AFTER_SCORES):
        return None
    size = PLURALS.get(sentence.word(index + 2), 0) if sentence.word(index + 1) == "of" else 0
    if size and word in _TIMES_OVER:
        low, high = _TIMES_OVER[word]
        return make(low * size, high * size, index + 3, vague=True)
    return None if word == "tens" else make(*VAGUE[word], index + 1, vague=True)


def some(sentence: Sentence, index: int) -> Numeral | None:
    """ "several", "a few hundred", "a handful of", "a couple of"."""
    at = index + 1 if sentence.word(index) == "a" else index
    word, following = sentence.word(at), sentence.word(at + 1)
    if word not in SOME or (at == index) != (word == "several") or sentence.hyphened(at + 1):
        return None
    if (word == "couple" and following not in _AFTER_COUPLE) or (word == "handful" and following != "of"):
        return None
    group = at + 2 if following == "of" else at + 1
    size = GROUPS.get(sentence.word(group), 0)
    low, high = SOME[word]
    return make(low * (size or 1), high * (size or 1), group + 1 if size else at + 1, vague=True, scale=size or 1)


def ratio(sentence: Sentence, index: int) -> Numeral | None:
    """ "one in three", "7 out of 10", "four in every five": a part."""
    tens = small(sentence, index)
    count, at = tens if tens else (_single(sentence, index), index + 1)
    if count == 1 and sentence.word(at + 1) == "in" and sentence.word(at)[:1].isalpha():  # "one household in five"
        at += 1
    for link in (("out", "of", "every"), ("out", "of"), ("in", "every"), ("in",)):
        if sentence.follows(at, link):
            at += len(link)
            break
    else:
        return None
    whole = _single(sentence, at)
    if not count or not whole or not (count < whole) or not (whole <= 10 or whole in (20, 100)):
        return None
    if sentence.hyphened(at + 1) or sentence.word(at + 1) in _TIMES or (link == ("in",) and count > 1 and whole < 10):
        return None
    return make(100 * count / whole, 100 * count / whole, at + 1, "part")


def _single(sentence: Sentence, index: int) -> float:
    word = sentence.word(index)
    if word == "hundred":
        return 100.0
    return float(word) if re.fullmatch(r"[0-9]{1,3}", word) else float(UNITS.get(word, 0))


def group_part(sentence: Sentence, index: int) -> Numeral | None:
    """ "half a million", "half a dozen", "a quarter of a million", "half an hour", "three quarters of a mile"."""
    fraction = fraction_at(sentence, index) or ((0.25, index + 1) if sentence.word(index) == "quarter" else None)
    if fraction is None:
        return None
    value, after = fraction
    at = past_hyphen(sentence, after)
    if sentence.word(index) in ("half", "quarter") and at > after:  # "half-million", "half-hour", "quarter-point"
        return _make_group(sentence, value, at)
    if sentence.word(at) == "of" and sentence.word(index) != "quarter":
        at += 1
    if sentence.word(at) not in ("a", "an") or (at == after and sentence.word(index) != "half"):
        return None
    return _make_group(sentence, value, past_hyphen(sentence, at + 1))


def _make_group(sentence: Sentence, value: float, at: int) -> Numeral | None:
    """A fraction of a magnitude, or of a unit, which is left to be read."""
    size = GROUPS.get(sentence.word(at), 0)
    if size:
        return make(value * size, value * size, at + 1, scale=size)
    halved = sentence.word(at) in HALVED or sentence.word(at) in ("percentage", "point", "metre", "meter")
    return make(value, value, at - sentence.hyphened(at - 1)) if halved else None


def part(sentence: Sentence, index: int) -> Numeral | None:
    """A fraction of something told: "two thirds of voters", "half the town", "by a third", "a two-thirds majority"."""
    fraction = fraction_at(sentence, index)
    if fraction is None:
        return None
    value, after = fraction
    following = sentence.word(after)
    plural = (
        sentence.word(after - 1) in FRACTIONS
        and sentence.word(after - 1)[-1] == "s"
        and "quarter" not in sentence.word(after - 1)
    )
    told = following == "of" or (following in _WHOLES and sentence.word(index) == "half")
    hyphened = sentence.hyphened(index + 1) and not sentence.hyphened(after)
    amount = sentence.word(index - 1) in _BY and not following[:1].isalpha()
    return make(100 * value, 100 * value, after, "part") if told or plural or hyphened or amount else None


_BY = frozenset("by than about around nearly almost roughly over under least exactly".split())
