"""The words of a claim that carry matter, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.model import Span
from compare.wording import FUNCTION_WORDS, stem

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Term:
    """A word, its stem, and where it stands in the claim."""

    word: str
    stem: str
    span: Span


@lru_cache(maxsize=16384)
def terms(text: str) -> tuple[Term, ...]:
    """The terms of a text in order; numbers and negated auxiliaries, being facts of their own, are none."""
    found = [(match, match[0].casefold().replace("’", "'")) for match in _WORD.finditer(text)]
    return tuple(
        Term(match[0], stem(word), Span(*match.span()))
        for match, word in found
        if word not in FUNCTION_WORDS and not word[0].isdigit() and not word.endswith("n't")
    )
