"""Numbers in digits and in words -> values. English words; Western digits with their separators."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_DOZEN = {"dozen": 12.0, "score": 20.0, "couple": 2.0, "pair": 2.0}
# What a plural of vague size stands for, as the range that a reader would accept.
_VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 1999.0),
    "thousands": (2000.0, 19999.0),
    "millions": (2e6, 19999999.0),
    "several": (3.0, 9.0),
}

_WORD = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_MAGNITUDE = "|".join(MAGNITUDES)
_DIGITS = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_SPELLED = rf"(?:{_WORD}|an?)(?:[- ](?:and[- ])?(?:{_WORD}|{_MAGNITUDE}|dozen)\b)*"
_PATTERN = re.compile(
    rf"""(?<![\w.,/:-])(?:
      (?P<vague>(?:tens\ of\ |hundreds\ of\ )?(?:{"|".join(_VAGUE)})\b(?:\ of\ (?:thousands|millions))?)
    | (?P<part>(?:(?:one|two|three|four|a)[- ])?(?:half|thirds?|quarters?|fifths?|tenths?))\b(?=\s+(?:of|the|its|all|a)\b)
    | (?P<digits>{_DIGITS})(?:(?P<short>k|mn?|bn|tn)\b|[\s-](?P<magnitude>{_MAGNITUDE}|dozen)\b)?
    | (?P<mixed>(?:one|two|three|four|five|six|seven|eight|nine)\ and\ a\ (?:half|quarter)\ (?:{_MAGNITUDE}))\b
    | (?P<spelled>\b{_SPELLED})
    )(?![\w])""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Numeral:
    """A number as written: `[start, end)` in the text, and the lowest and highest value it can stand for."""

    start: int
    end: int
    low: float
    high: float
    vague: bool = False
    part: bool = False
    """A fraction of something ("two thirds of"), as percent."""


def numerals(text: str) -> list[Numeral]:
    """Every number of a text, in order; "a" alone is none.

    Example: "one and a half million of 1,200" -> 1500000 at [0, 24), 1200 at [28, 33).
    """
    found = (_read(match) for match in _PATTERN.finditer(text))
    return [numeral for numeral in found if numeral]


def _read(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["vague"]:
        words = match["vague"].lower().split()
        low, high = _vague(words)
        return Numeral(start, end, low, high, vague=True)
    if match["part"]:
        value = 100 * _part(match["part"].lower())
        return Numeral(start, end, value, value, part=True)
    value = _value(match)
    return None if value is None else Numeral(start, end, value, value)


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        scale = _SHORT.get((match["short"] or "").lower(), 1.0)
        word = (match["magnitude"] or "").lower()
        return digits(match["digits"]) * scale * MAGNITUDES.get(word, _DOZEN.get(word, 1.0))
    if match["mixed"]:
        whole, _, _, part, magnitude = match["mixed"].lower().split()
        return (_UNITS[whole] + _FRACTIONS[part]) * MAGNITUDES[magnitude]
    return spelled(match["spelled"].lower())


def _vague(words: list[str]) -> tuple[float, float]:
    if words[0] == "tens":
        scale = MAGNITUDES[words[-1].rstrip("s")]
        return 20 * scale, 199 * scale
    low, high = _VAGUE[words[0] if words[0] in _VAGUE else words[-1]]
    if len(words) == 3:
        scale = MAGNITUDES[words[-1].rstrip("s")]
        return low * scale, high * scale
    return low, high


def _part(words: str) -> float:
    *count, part = words.replace("-", " ").split()
    return _FRACTIONS[part.rstrip("s")] * (_UNITS.get(count[0], 1) if count else 1)


def digits(written: str) -> float:
    """A number in digits: comma and thin space group thousands, a comma before other than three digits is a decimal.

    Example: "1,200" -> 1200, "1,5" -> 1.5, "1.6" -> 1.6, "12\u00a0000" -> 12000.
    """
    if re.fullmatch(r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?", written):
        return float(re.sub(r"[,\u202f\u00a0]", "", written))
    return float(written.replace(",", "."))


def spelled(words: str) -> float | None:
    """A number in words; None for a lone "a" or "an".

    Example: "one hundred and twenty-five" -> 125, "a dozen" -> 12, "three thousand" -> 3000.
    """
    parts = [word for word in re.split(r"[- ]", words) if word != "and"]
    if parts in (["a"], ["an"]):
        return None
    total, current = 0.0, 0.0
    for word in parts:
        if word in ("a", "an"):
            current = 1
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in MAGNITUDES:
            total, current = total + max(current, 1) * MAGNITUDES[word], 0
        else:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return total + current
