"""Blocks of an article -> pieces in order: what may be a claim, and what was skipped, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compare.claims.skipping import DATELINE, reason, unless_it_states
from compare.model import Article, Block, ClaimKind, SkipReason, Span


@dataclass(frozen=True)
class Piece:
    """A stretch of an article that is read as one: a sentence, a headline, an item of a list."""

    span: Span
    kind: ClaimKind = "sentence"
    reason: SkipReason | None = None
    """Why it is no claim; None where it is one."""
    lead: Span | None = None
    """For an item of a list the sentence that leads into it."""


def pieces(article: Article, segment: Callable[[str], list[Span]]) -> Iterator[Piece]:
    """The pieces of an article. `segment` cuts a block into sentence spans."""
    lead: Span | None = None
    for block in article.blocks:
        found = list(_of_block(article.text, block, segment, lead if block.kind == "item" else None))
        yield from found
        if block.kind != "item":
            lead = _leading(article.text, found)


def _leading(text: str, found: list[Piece]) -> Span | None:
    """The last sentence of a block, where it ends with a colon."""
    return found[-1].span if found and found[-1].span.of(text).endswith(":") else None


def _of_block(text: str, block: Block, segment: Callable[[str], list[Span]], lead: Span | None) -> Iterator[Piece]:
    if block.kind in ("metadata", "byline", "caption", "code", "table"):
        yield Piece(block.span, reason=block.kind)
    elif block.kind in ("title", "heading"):
        yield _headline(text, block)
    else:
        for span in segment(block.span.of(text)):
            yield from _sentence(text, span.shift(block.span.start), block, lead)


def _headline(text: str, block: Block) -> Piece:
    kind: ClaimKind = "title" if block.kind == "title" else "heading"
    words = block.span.of(text)
    return Piece(block.span, kind, reason(words, kind) or unless_it_states(words))


def _sentence(text: str, span: Span, block: Block, lead: Span | None) -> Iterator[Piece]:
    dateline = DATELINE.match(text, span.start, span.end) if span.start == block.span.start else None
    start = dateline.end() if dateline else span.start
    if dateline:
        yield Piece(Span(span.start, span.start + len(dateline[0].rstrip())), reason="dateline")
    if start < span.end:
        kind: ClaimKind = "item" if block.kind == "item" else "sentence"
        yield Piece(Span(start, span.end), kind, reason(text[start : span.end], kind), lead)
