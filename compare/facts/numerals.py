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
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
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
_MANY = MAGNITUDES | {"dozen": 12.0}
# What a plural of vague size stands for, as the range that a reader would accept.
_VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 1999.0),
    "thousands": (2000.0, 19999.0),
    "millions": (2e6, 19999999.0),
    "billions": (2e9, 19999999999.0),
}
_SOME = {"several": (3.0, 9.0), "few": (3.0, 9.0), "couple": (2.0, 3.0)}

_WORD = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_DIGIT = "|".join(list(_UNITS)[1:10])
_MAGNITUDE = "|".join(MAGNITUDES)
_DIGITS = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_DIGIT})\b)?|{_WORD})\b"
_HUNDREDS = (
    rf"(?:{_SMALL}|an?(?=[- ](?:{_MAGNITUDE}|dozen)\b))"
    rf"(?:[- ](?:hundred|dozen)\b(?:[- ](?:and[- ])?{_SMALL}(?!-))?)?"
)
_SPELLED = rf"{_HUNDREDS}(?:[- ](?:{_MAGNITUDE})\b(?:[- ](?:and[- ])?{_HUNDREDS}(?!-))?)*"
_TIMES = r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?)\b"
_PATTERN = re.compile(
    rf"""(?<![\w.,/:])(?<!(?<!\d)-)(?:
      (?P<vague>(?:(?:tens|hundreds)\ of\ )?
        (?:scores(?=\ (?:of|more|were)\b)|(?:dozens|hundreds|thousands|millions|billions)\b)
        (?:\ of\ (?:thousands|millions|billions)\b)?)
    | (?P<some>(?:several|a\ few|a\ couple(?=\ of\b))\b(?:\ (?:of\ )?(?:{_MAGNITUDE}|dozen)\b)?)
    | (?P<ratio>(?:(?:{_DIGIT}|\d)(?:\ in\ (?:ten|10)|\ out\ of\ (?:ten|10|100))|one\ in\ (?:{_DIGIT}))\b(?!-|{_TIMES}))
    | (?P<half>half\ an?(?:[- ](?:{_MAGNITUDE}|dozen))?\b)
    | (?P<part>half\b(?=\s+(?:of|the|its|their|all)\b)
        |(?:one|two|three|four|an?)[- ](?:thirds?|quarters?|fifths?|tenths?)\b(?=\s+(?:of|the|its|their|all)\b)
        |(?:two|three|four|seven|nine)-(?:thirds|quarters|fifths|tenths)\b|two\ thirds\b)
    | (?P<digits>{_DIGITS})(?:(?P<short>k|mn?|bn|tn)\b|[\s-](?P<magnitude>{_MAGNITUDE}|dozen)\b)?
    | (?P<mixed>(?:{_DIGIT})[- ]and[- ]an?[- ](?:half|quarter)\b(?:[- ](?:{_MAGNITUDE})\b)?)
    | (?P<spelled>\b{_SPELLED})
    )(?!\w|/\d)""",
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
    scale: float = 1.0
    """What a word or letter of magnitude at its end multiplies by: of "10 million" a million."""


def numerals(text: str) -> list[Numeral]:
    """Every number of a text, in order; "a" alone is none, nor is the rest of a score such as "3-1".

    Example: "one and a half million of 1,200" -> 1500000 at [0, 24), 1200 at [28, 33).
    """
    found: list[Numeral] = []
    for match in _PATTERN.finditer(text):
        numeral = _read(match)
        if numeral and not _ends_score(text, found, numeral):
            found.append(numeral)
    return found


def _ends_score(text: str, found: list[Numeral], numeral: Numeral) -> bool:
    if text[numeral.start - 1 : numeral.start] != "-":
        return False
    return not (found and found[-1].end == numeral.start - 1 and found[-1].high < numeral.low)


def _read(match: re.Match[str]) -> Numeral | None:
    written = " ".join(re.split(r"[\s-]+", match[0].lower()))
    if match["vague"] or match["some"]:
        low, high = _vague(written.split()) if match["vague"] else _some(written.split())
        return Numeral(*match.span(), low, high, vague=True)
    if match["part"] or match["ratio"]:
        value = 100 * (_part(written) if match["part"] else _ratio(written))
        return Numeral(*match.span(), value, value, part=True)
    exact = _value(match, written)
    return None if exact is None else Numeral(*match.span(), exact, exact, scale=_scale(match, written))


def _scale(match: re.Match[str], written: str) -> float:
    return _SHORT.get((match["short"] or "").lower(), 1.0) * MAGNITUDES.get(written.split()[-1], 1.0)


def _value(match: re.Match[str], written: str) -> float | None:
    if match["digits"]:
        word = (match["magnitude"] or "").lower()
        return digits(match["digits"]) * _SHORT.get((match["short"] or "").lower(), _MANY.get(word, 1.0))
    if match["half"]:
        return _MANY.get(written.split()[-1], 1.0) / 2
    if match["mixed"]:
        whole, _, _, part, *magnitude = written.split()
        return (_UNITS[whole] + _FRACTIONS[part]) * (MAGNITUDES[magnitude[0]] if magnitude else 1)
    return spelled(written)


def _vague(words: list[str]) -> tuple[float, float]:
    scale = MAGNITUDES.get(words[-1].rstrip("s"), 1.0)
    if words[0] == "tens":
        return 20 * scale, 199 * scale
    low, high = _VAGUE[words[0]]
    return (low * scale, high * scale) if len(words) == 3 else (low, high)


def _some(words: list[str]) -> tuple[float, float]:
    low, high = next(bounds for word, bounds in _SOME.items() if word in words)
    scale = _MANY.get(words[-1], 1.0)
    return low * scale, high * scale


def _ratio(written: str) -> float:
    count, *_, whole = written.split()
    return (_UNITS.get(count) or float(count)) / (_UNITS.get(whole) or float(whole))


def _part(written: str) -> float:
    *count, part = written.split()
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
            current = 1.0
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in MAGNITUDES:
            total, current = total + max(current, 1) * MAGNITUDES[word], 0
        else:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return total + current
