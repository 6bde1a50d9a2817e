"""What every output of a check shares: source text made safe, figures, and how sets, passages and verdicts are named.

Articles, gold and file names are untrusted: none of them may break a line, hide or reorder words.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from decimal import ROUND_FLOOR, Decimal

from compare.check.goldset import Passage
from compare.check.outcome import CheckVerdict, Item, Measured, SetVerdict, Shortfall, Threshold

VERDICTS = ("passed", "failed", "could not run", "nothing checked")
"""By exit code."""
NOTHING = "no set was checked; name a folder with gold.json in it or below it"
UNKNOWN = "–"
QUOTE = 90
"""Characters of a quote where it is shortened: a line of print."""

# Persian and Indic spelling and joined emoji need the zero-width (non-)joiner.
_KEPT = frozenset("\u200c\u200d")
_SPACES = frozenset("\t\n\x0b\x0c\r\x85\u2028\u2029")
_NO_CHARACTERS = frozenset("\ufffe\uffff")
_STEP = Decimal("0.001")


def one_line(text: str) -> str:
    """The text on one line, without invisible or controlling characters; what no file can hold becomes U+FFFD."""
    return " ".join("".join(map(_shown, text)).split())


def _shown(char: str) -> str:
    if char in _SPACES:
        return " "
    category = unicodedata.category(char)
    if category == "Cs" or char in _NO_CHARACTERS:
        return "\ufffd"
    return "" if category in ("Cc", "Cf") and char not in _KEPT else char


def shortened(text: str, most: int = QUOTE) -> str:
    """`one_line`, cut after a word to at most `most` characters, the last of them "…" where something was cut."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    whole_words = cut.rpartition(" ")[0] if line[most - 1] != " " else cut
    return (whole_words if 2 * len(whole_words) > most else cut).rstrip(" ,;:") + "…"


def quoted(passage: Passage, most: int = QUOTE) -> str:
    """A passage with the name of its article: `wire.txt “Nine bodies were recovered.”`."""
    return f"{one_line(passage.article)} “{shortened(passage.quote, most)}”"


def both(left: Passage, right: Passage, most: int = QUOTE) -> str:
    """Two passages side by side."""
    return f"{quoted(left, most)} / {quoted(right, most)}"


def by_gold(item: Item) -> str:
    """What gold says of an item."""
    if item.wanted is None:
        return "gold has no such link"
    return "as gold says" if item.wanted == item.said else f"gold says {item.wanted}"


def figure(value: float | None) -> str:
    """Three decimals, rounded down: no figure looks as if it met a threshold that it misses, or were 1 when it is not.

    More decimals where three would show 0 and it is not 0.
    """
    if value is None:
        return UNKNOWN
    exact = Decimal(repr(round(float(value), 9)))  # 0.1 + 0.7 is 0.8
    down = exact.quantize(_STEP, ROUND_FLOOR)
    return f"{down:f}" if down or not exact else f"{exact:.1g}"


def interval(measured: Measured) -> str:
    """Its bounds."""
    if measured.low is None or measured.high is None:
        return UNKNOWN
    return f"{figure(measured.low)} to {figure(measured.high)}"


def least(threshold: Threshold) -> str:
    """The least that it lets pass, as it was written."""
    return f"{threshold.least:g}"


def short_of(shortfall: Shortfall) -> str:
    """A shortfall in a line: `links.f1 is 0.512, below 0.6 (samples/ferry/set.toml)`."""
    threshold, measured = shortfall.threshold, shortfall.measured
    where = one_line(threshold.where)
    if measured.value is None:
        return f"{threshold.metric} cannot be measured, at least {least(threshold)} is asked for ({where})"
    return f"{threshold.metric} is {figure(measured.value)}, below {least(threshold)} ({where})"


def verdict_of(one: SetVerdict) -> str:
    """The verdict on one set in a word or two."""
    return VERDICTS[2] if one.error else VERDICTS[1 if one.failed else 0]


def set_names(verdict: CheckVerdict) -> list[str]:
    """A name for each set: its folder's, with the way there where two sets have one name."""
    times = Counter(one.name for one in verdict.sets)
    return [one_line(one.name if times[one.name] == 1 else one.folder.as_posix()) for one in verdict.sets]
