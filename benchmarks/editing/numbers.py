"""Numbers in figures and in words, and others that are clearly not the same."""

from __future__ import annotations

import re
from random import Random

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

SPELLED = {
    **dict(enumerate(_SMALL)),
    **{10 * place: ten for place, ten in enumerate(_TENS, 2)},
    **{10 * place + unit: f"{ten}-{_SMALL[unit]}" for place, ten in enumerate(_TENS, 2) for unit in range(1, 10)},
}
"""Value -> number in words, 0 to 99."""
VALUE = {word: value for value, word in SPELLED.items()}

FIGURES = r"(?<![\w.,:/–$€£-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d:/–-]|[.,]\d)"
WORD = (
    "(?<![\\w-])(?:"
    + "|".join(sorted((word for word in VALUE if VALUE[word] > 1), key=len, reverse=True))
    + r")(?![\w-])"
)

_FACTORS = (0.3, 0.4, 0.5, 1.7, 2.0, 2.6, 3.2)


def value(written: str) -> float:
    """What a number in figures or words stands for."""
    return float(VALUE[written.lower()]) if written.lower() in VALUE else float(written.replace(",", ""))


def other(written: str, rng: Random, most: float = 1e12) -> str | None:
    """A number at least 1.7 times larger or half as large, written the same way; None where there is none."""
    wanted = [factor for factor in _FACTORS if value(written) * factor <= most]
    for factor in rng.sample(wanted, len(wanted)):
        made = _like(written, value(written) * factor)
        if value(made) >= 2 and not 0.6 < value(made) / value(written) < 1.6:
            return made
    return None


def scaled(written: str, factor: float) -> str:
    """The number times the factor, written the same way; ones for words beyond 99."""
    return _like(written, value(written) * factor)


def rounded(amount: float) -> str:
    """As news rounds a converted figure: three places below 10, whole numbers to two or three."""
    if amount < 10:
        return f"{amount:.1f}".removesuffix(".0")
    digits = 1 - len(str(int(amount))) + (1 if amount < 1000 else 2)
    return f"{int(round(amount, min(digits, 0))):,}"


def _like(written: str, amount: float) -> str:
    if written.lower() in VALUE:
        number = max(round(amount), 2)
        return SPELLED.get(number) or f"{number:,}"
    if "." in written:
        return f"{amount:.{len(written.partition('.')[2])}f}"
    plain = written.replace(",", "")
    zeros = min(len(plain) - len(plain.rstrip("0")), max(len(str(int(amount))) - 2, 0))
    number = round(amount / 10**zeros) * 10**zeros
    # A four-digit figure without a comma would look like a year.
    return f"{number:,}"


def is_year(written: str) -> bool:
    """A bare number that may be a year."""
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", written))
