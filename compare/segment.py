"""text -> sentence spans."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

from compare.model import Span


class Segmenter(Protocol):
    """Cuts a text into sentences. Spans are in order, do not overlap, and leave out only white space."""

    def segment(self, text: str) -> list[Span]:
        """The sentence spans of one block of text."""
        ...


class Punkt:
    """English and other Latin-script prose, by nupunkt's bundled model (Kiss and Strunk 2006)."""

    def segment(self, text: str) -> list[Span]:
        from nupunkt import sent_spans

        return _whole_quotes(text, _trim(text, sent_spans(text)))


class ByRule:
    """Any script, by its sentence-final marks (Unicode property Sentence_Terminal, UAX #29).

    Cuts after a terminal mark with its closing quotes where white space follows, and without white
    space after the full-width marks of Chinese and Japanese. A mark between digits cuts nothing.
    """

    _END = re.compile(r"(?:[.!?…؟۔।॥։።]+['\"”’»)\]]*(?=\s)|[。！？｡]+[」』”’）]*|\n{2,})")

    def segment(self, text: str) -> list[Span]:
        cuts = [match.end() for match in self._END.finditer(text)]
        return _trim(text, list(zip([0, *cuts], [*cuts, len(text)], strict=True)))


def choose(text: str, language: str | None = None) -> Segmenter:
    """Punkt for Latin script, the rule for every other; the language, where known, decides first."""
    if language and language.lower().startswith("en"):
        return Punkt()
    return Punkt() if _is_latin(text) else ByRule()


def _is_latin(text: str) -> bool:
    letters = [char for char in text[:4000] if char.isalpha()]
    latin = sum(1 for char in letters if char.isascii() or unicodedata.name(char, "").startswith("LATIN"))
    return 2 * latin >= len(letters)


def _trim(text: str, cuts: Sequence[tuple[int, int]]) -> list[Span]:
    spans = []
    for start, end in cuts:
        stretch = text[start:end]
        left = start + len(stretch) - len(stretch.lstrip())
        if stretch.strip():
            spans.append(Span(left, left + len(stretch.strip())))
    return spans


# A sentence that begins like this goes on from the quotation before it: `"It is over." he said.`
_GOES_ON = re.compile(r"[a-z]|[,;:)\]”»]|—|–")


def _whole_quotes(text: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and _GOES_ON.match(span.of(text)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
