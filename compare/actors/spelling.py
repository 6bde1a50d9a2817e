"""Whether two words are one name in two transliterations: "Zelensky" and "Zelenskyy", "Qaddafi" and "Gaddafi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

LIKENESS = 74.0
"""Least rapidfuzz ratio, 0 to 100, of two spellings. Chosen on the pairs of tests/test_actors.py, where it is measured:
of 50 pairs of transliterations 26 are joined alone and 34 beside the same first name, of 50 pairs of other names none
alone and 5 beside the same first name."""
_SHORTEST, _SHORTEST_ALONE = 5, 7
"""Letters of a word beside another word of the name, and alone: short names with the same consonants are often two."""

_GROUPS = (
    *(("tsch", "J"), ("dzh", "J"), ("sch", "S"), ("tch", "J"), ("kh", "K"), ("gh", "K"), ("ph", "F"), ("ch", "J")),
    *(("sh", "S"), ("zh", "J"), ("dj", "J"), ("ts", "S"), ("tz", "S"), ("dh", "D"), ("th", "T")),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "g": "k", "x": "s", "z": "s", "w": "v", "h": "", "j": "i", "y": "i"})
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_NEAR = frozenset([frozenset("ae"), frozenset("ei"), frozenset("ou")])


def are_spellings(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names differ in spelling alone, word by word.

    Two words may be one where their consonants are the same, those that transliterations mix taken for one, where
    no vowel is exchanged but for a near one (a/e, e/i, o/u), and where they are alike enough by letters.
    """
    if len(left) != len(right) or left == right:
        return False
    shortest = _SHORTEST if len(left) > 1 else _SHORTEST_ALONE
    return all(a == b or _is_spelling(a, b, shortest) for a, b in zip(left, right, strict=True))


def skeleton(word: str) -> str:
    """The consonants of a word as transliterations keep them: "khamenei", "khameney" -> "kmn"."""
    return _VOWELS.sub("", _sounds(word))


@lru_cache(maxsize=16384)
def _sounds(word: str) -> str:
    for group, single in _GROUPS:
        word = word.replace(group, single)
    return _TWICE.sub(r"\1", word.replace("J", "!").translate(_LETTERS).lower())


def _is_spelling(a: str, b: str, shortest: int) -> bool:
    if min(len(a), len(b)) < shortest or skeleton(a) != skeleton(b):
        return False
    return _near_vowels(_sounds(a), _sounds(b)) and fuzz.ratio(a, b) >= LIKENESS


def _near_vowels(a: str, b: str) -> bool:
    ours, theirs = _slots(a), _slots(b)
    return len(ours) == len(theirs) and all(
        x == y or frozenset(x + y) in _NEAR for x, y in zip(ours, theirs, strict=True)
    )


def _slots(sounds: str) -> list[str]:
    """What stands between the consonants, an i beside another vowel left out: "husain" -> "", u, a, ""."""
    slots = re.split(r"[^aeiou]", sounds)
    return [(slot.replace("i", "") or slot[:1]).replace("ou", "u").replace("oo", "u") for slot in slots]
