"""Plain text -> blocks: what is a title, a heading, a list item, a paragraph.

Does not handle tables or columns. Lines broken at a fixed width are joined to paragraphs; files with
one paragraph a line and no empty lines between are read as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from compare.ingest.article import trimmed
from compare.model import Block, BlockKind, Span

_BULLET = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"(?:[-=*_~#•·⁂][ \t]*){3,}$|⁂$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।;:,]['\"”’»)\]]*$")
BYLINE = re.compile(
    r"(?:[Bb]y|BY):?[ \t]+[A-Z][\w.'’-]*(?:,?[ \t]+(?:and[ \t]+|in[ \t]+|de[ \t]+|van[ \t]+)?[A-Z][\w.'’-]*){0,9}$"
)

_HEADING_WORDS = 14  # longest sub-heading that counts as one, in words: longer lines are prose without a full stop
_TITLE_WORDS = 30
_WRAP_RANGE = (40, 100)  # code points: widths at which people and programs break lines
_WRAP_LONGEST = 120  # a longer line was not broken by width, so neither were its neighbours


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    """Without white space at its ends."""


def blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of a text from `start` on, in order."""
    paragraphs = list(_paragraphs(_lines(text, start)))
    found = [block for group in paragraphs for block in _split(group, text)]
    return _with_title(found, text)


def _lines(text: str, start: int) -> Iterator[_Line | None]:
    for raw in text[start:].splitlines(keepends=True):
        span = trimmed(text, start, start + len(raw))
        # A rule between sections, or under a title, has no text of its own.
        yield _Line(span.start, span.end, span.of(text)) if span and not _RULE.match(span.of(text)) else None
        start += len(raw)


def _paragraphs(lines: Iterator[_Line | None]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if line:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _split(group: Sequence[_Line], text: str) -> Iterator[Block]:
    """One block for lines that were wrapped, else one a line; a list item takes its wrapped lines along."""
    wrapped = _is_wrapped(group)
    run: list[_Line] = []
    for line in group:
        if run and (not wrapped or _BULLET.match(line.text) or _HASHES.match(line.text)):
            yield from _block(run, text)
            run = []
        run.append(line)
    yield from _block(run, text)


def _is_wrapped(group: Sequence[_Line]) -> bool:
    """Lines of much the same width that mostly break inside a sentence were broken by width."""
    if any(len(line.text) > _WRAP_LONGEST and " " in line.text for line in group):
        return False
    inner = [line for line in group[:-1] if not _BULLET.match(line.text)]
    if not inner:
        return len(group) > 1 and not _BULLET.match(group[-1].text) and not _SENTENCE_END.search(group[0].text)
    broken = sum(1 for line in inner if not _SENTENCE_END.search(line.text))
    width = median(len(line.text) for line in inner)
    return broken >= len(inner) / 2 and _WRAP_RANGE[0] <= width <= _WRAP_RANGE[1]


def _block(run: Sequence[_Line], text: str) -> Iterator[Block]:
    start, end = run[0].start, run[-1].end
    first = run[0].text
    kind: BlockKind = "paragraph"
    if mark := _HASHES.match(first):
        kind, start = "heading", start + mark.end()
    elif mark := _BULLET.match(first):
        kind, start = "item", start + mark.end()
    elif BYLINE.match(first) and len(run) == 1:
        kind = "byline"
    elif _looks_like_heading(Span(start, end).of(text), _HEADING_WORDS):
        kind = "heading"
    if start < end:
        yield Block(Span(start, end), kind)


def _looks_like_heading(words: str, limit: int) -> bool:
    return len(words.split()) <= limit and not _SENTENCE_END.search(words)


def _with_title(found: Sequence[Block], text: str) -> list[Block]:
    """The first block is the title where it reads like one and prose follows."""
    if len(found) < 2 or found[0].kind in ("item", "byline"):
        return list(found)
    first = found[0]
    reads_like_one = first.kind == "heading" or _looks_like_heading(first.span.of(text), _TITLE_WORDS)
    return [Block(first.span, "title"), *found[1:]] if reads_like_one else list(found)
