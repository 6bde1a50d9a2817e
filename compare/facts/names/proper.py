"""What an article as a whole tells about its names."""

from __future__ import annotations

import re
from collections import Counter

from compare.facts.names.ordinary import CALENDAR, NO_NAMES
from compare.facts.names.tokens import normal

_INSIDE = re.compile(r"(?<=[a-z,;] )([A-Z][\w’'-]+)")
_SMALL = re.compile(r"(?<!\w)[a-z][\w-]+")
_PAIR = re.compile(r"(?<![\w-])([A-Z][a-z]+) and ([A-Z][a-z]+)(?![\w-])")
_ALONE = re.compile(r"(?<!\w)[A-Z][a-z]+(?!\w)")
_LONGEST_TITLE = 200  # characters
_SHORT = 3  # letters of words that title case may leave small
_TWICE = 2  # times that "A and B" must be written, A and B never apart, to be one name


def proper_words(text: str) -> frozenset[str]:
    """Words of a whole article that are capitalised inside a sentence and never written small.

    With them the pairs that the article always tells together: "Harrow and Finch" -> "harrow and finch".
    """
    sentences = "\n".join(line for line in text.splitlines() if not _is_title_case(line))
    inside = {normal(match[1]) for match in _INSIDE.finditer(sentences)} - {""}
    return frozenset(inside - set(_SMALL.findall(text)) - CALENDAR - NO_NAMES) | _pairs(text)


def _is_title_case(line: str) -> bool:
    """Whether a line is a headline whose capitals say nothing."""
    words = [word for word in line.split() if word[0].isalpha() and len(word) > _SHORT]
    return (
        len(line) < _LONGEST_TITLE
        and line[-1:] not in '.!?"”’'
        and sum(map(str.isupper, (w[0] for w in words))) > len(words) / 2
    )


def _pairs(text: str) -> frozenset[str]:
    pairs = Counter(match.groups() for match in _PAIR.finditer(text))
    alone = Counter(_ALONE.findall(text)) if pairs else Counter[str]()
    return frozenset(
        f"{left} and {right}".lower()
        for (left, right), times in pairs.items()
        if times >= _TWICE and alone[left] == times == alone[right]
    )
