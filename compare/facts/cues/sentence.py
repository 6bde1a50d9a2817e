"""A text as words with what stands between them, which every rule of the cues looks at."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from compare.model import Span

_WORD = re.compile(r"\d[\d.,]{0,20}\d|\w+(?:['’\-‐‑]\w+)*")
_STOP = re.compile(r"[;:()\[\]—–…|\n]|(?<!\w)-|[!?]|\.[\"'”’)\]]?\s+[\"'“‘(]?(?=[^\W_])|\.{2}")
_QUOTE = re.compile('["“”]')
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr st gen sen rep gov lt col sgt capt maj prof rev hon no jan feb mar apr jun jul aug sep sept oct nov
    dec vs inc co corp ltd jr sr gov""".split()
)


@dataclass(frozen=True)
class Sentence:
    """The words of a text in lower case with straight apostrophes, and their places."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The word at a place; "" before the first and after the last."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """What stands between the word before a place and the word there: white space and punctuation."""
        start = self.spans[at - 1][1] if at else 0
        return self.text[start : self.spans[at][0]] if at < len(self.words) else self.text[start:]

    def stops(self, at: int) -> bool:
        """Whether a clause cannot go on from the word before a place to the word there."""
        if not 0 < at < len(self.words):
            return True
        gap = self.gap(at)
        if gap == " " or not _STOP.search(gap + "x"):
            return False
        before = self.words[at - 1]
        return not (gap.startswith(".") and (before in _ABBREVIATIONS or len(before) == 1))

    def comma(self, at: int) -> bool:
        """Whether a comma stands before the word at a place."""
        return 0 < at < len(self.words) and "," in self.gap(at)

    def quotes(self, at: int) -> bool:
        """Whether a quotation begins or ends before the word at a place."""
        return bool(_QUOTE.search(self.gap(at)))

    def opens(self, at: int) -> bool:
        """Whether the word at a place begins the text or stands after punctuation or an opening quotation mark."""
        return at == 0 or self.stops(at) or self.comma(at) or self.quotes(at)

    def is_capital(self, at: int) -> bool:
        """Whether the word at a place is written with a capital where none is due: not in a headline."""
        return not self.is_headline and 0 <= at < len(self.words) and self.text[self.spans[at][0]].isupper()

    def is_name(self, at: int) -> bool:
        """Whether the word at a place begins with a capital and goes on small: Hope, not NOT."""
        start, end = self.spans[at]
        return self.text[start].isupper() and not self.text[start:end].isupper()

    @cached_property
    def is_headline(self) -> bool:
        """Whether Nearly All Words Have Capitals."""
        long = [self.text[start] for start, end in self.spans if end - start > 3]
        return len(long) > 1 and sum(letter.isupper() for letter in long) >= 0.8 * len(long)

    def index(self, start: int) -> int:
        """The place of the first word that begins at a character, or behind it."""
        return bisect_left(self.spans, (start, 0))

    def stretch(self, first: int, after: int) -> Span | None:
        """The words from one place up to another, excluded, as a span; None for none."""
        return Span(self.spans[first][0], self.spans[after - 1][1]) if 0 <= first < after else None


def sentence(text: str) -> Sentence:
    """Cut a text into words: "Don’t go" -> (don't, go). Names with hyphens and numbers with commas are one word."""
    found = [(match[0].lower().replace("’", "'"), match.span()) for match in _WORD.finditer(text)]
    return Sentence(text, tuple(word for word, _ in found), tuple(span for _, span in found))
