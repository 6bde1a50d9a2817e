"""text -> sentence spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from compare.model import Span
from compare.wording import is_latin


class Segmenter(Protocol):
    """Cuts a text into sentences. Spans are in order, do not overlap, and leave out only white space."""

    def segment(self, text: str) -> list[Span]:
        """The sentence spans of one block of text."""
        ...


class Punkt:
    """English and other Latin-script prose, by nupunkt's bundled model (Kiss and Strunk 2006)."""

    def segment(self, text: str) -> list[Span]:
        """The sentences of one block, as the model cuts them, quotations kept whole."""
        from nupunkt import sent_spans

        cuts = [part for start, end in sent_spans(text) for part in _missed(text, start, end)]
        return _whole_quotes(text, _trim(text, cuts))


# The model takes "bank." or "month." for abbreviations; an ordinary word in small letters ends a sentence.
_ORDINARY_END = re.compile(r"(?<![\w.])([a-z]{3,})[.!?]+['\"”’»)]*(?=\s+[\"“‘«(]?[A-Z])")
_ABBREVIATIONS = frozenset("""approx dept est etc max min misc vol cap govt intl prof sgt capt gen col""".split())


def _missed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = _ORDINARY_END.finditer(text, start, end)
    cuts = [match.end() for match in found if match[1] not in _ABBREVIATIONS]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


class ByRule:
    """Any script, by its sentence-final marks (Unicode property Sentence_Terminal, UAX #29).

    Cuts after a terminal mark with its closing quotes where white space follows, and without white
    space after the full-width marks of Chinese and Japanese. A mark between digits cuts nothing, nor does
    a full stop after an initial or before a small letter.
    """

    _END = re.compile(
        r"""(?:[!?…؟۔।॥։።]|(?<!\b\w)(?<!\b(?:ул|им|др|гг))(?<!\bпроф)\.|(?<=\d)\.)[.!?…]*['"”’»)\]]*(?=\s+(?!\s)(\S))
          | [。！？｡]+[」』”’）]* | \n{2,}""",
        re.VERBOSE,
    )

    def segment(self, text: str) -> list[Span]:
        """The sentences of one block, cut at their marks."""
        cuts = [match.end() for match in self._END.finditer(text) if not (match[1] or "").islower()]
        return _trim(text, list(zip([0, *cuts], [*cuts, len(text)], strict=True)))


def choose(text: str, language: str | None = None) -> Segmenter:
    """Punkt for Latin script, the rule for every other; the language, where known, decides first."""
    if language and language.lower().startswith("en"):
        return Punkt()
    return Punkt() if is_latin(text) else ByRule()


def _trim(text: str, cuts: Sequence[tuple[int, int]]) -> list[Span]:
    spans = []
    for start, end in cuts:
        stretch = text[start:end]
        left = start + len(stretch) - len(stretch.lstrip())
        if stretch.strip():
            spans.append(Span(left, left + len(stretch.strip())))
    return spans


# A sentence that begins like this goes on from the one before it: `"It is over." he said.`
_GOES_ON = re.compile(r"[a-z](?![A-Z])|[,;:)\]”»]|—|–")
# And one like this from a quotation before it: `"Why?" Ms Orr asked.`
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.'’-]{0,40}\s+){1,4}(?:said|asked|added|told \w+|wrote|continued|recalled|replied)(?:\.|, [a-z])"
)
# What looks like the end of a sentence after one of these is none, however the sentence begins: `“Mr. Orr left.”`
_TITLE_OF_ADDRESS = re.compile(
    r"(?:^|[\s“\"'‘(—–-])(?:Mrs?|Ms|Dr|Prof|Rev|Lt|Gen|Col|Capt|Sgt|Maj|Adm|Reps?|Sens?|Gov|St|Hon)\.$"
)


def _whole_quotes(text: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and _belong_together(text, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _belong_together(text: str, end: int, start: int) -> bool:
    if text[end - 1] in "\"”'’»" and _SPEAKER.match(text, start):
        return True
    return bool(_GOES_ON.match(text, start) or _TITLE_OF_ADDRESS.search(text[max(0, end - 12) : end]))
