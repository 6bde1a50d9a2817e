"""Markdown -> Article. `text` is the decoded file itself; mark-up stays in it and is named as skipped.

Blocks come from markdown-it-py (CommonMark). Tables, code and raw HTML hold no claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from compare.ingest.article import build, trimmed
from compare.ingest.files import Source
from compare.ingest.header import read_header
from compare.ingest.layout import BYLINE
from compare.model import Article, Block, BlockKind, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)]|#{1,6})(?=[ \t])))+[ \t]*")
_CLOSING = re.compile(r"[ \t]*#*[ \t]*$|\s*\n[ \t]*[=-]+[ \t]*$")


def read(source: Source) -> Article:
    """An article from a Markdown file. Raises InputError on a broken header."""
    header = read_header(source.text, source.path)
    return build(source, header, list(_blocks(source.text, header.end)))


def _blocks(text: str, start: int) -> Iterator[Block]:
    from markdown_it import MarkdownIt  # here: loaded for Markdown only

    body = text[start:]
    starts = _line_starts(body, start)
    titled = False
    for kind, first, last in _leaves(MarkdownIt("commonmark").enable("table").parse(_unified(body))):
        span = _content(text, starts[first], starts[last], kind)
        if span is None:
            continue
        if kind == "heading" and not titled:
            kind, titled = "title", True
        if kind == "paragraph" and BYLINE.match(span.of(text).strip("*_")):
            kind = "byline"
        yield Block(span, kind)


def _unified(body: str) -> str:
    # The parser knows only \n; a lone \r or a Unicode line separator must not shift its line numbers.
    return re.sub(r"\r(?!\n)", "\n", body).replace("\r\n", "\n")


def _line_starts(body: str, start: int) -> list[int]:
    ends = [start + match.end() for match in re.finditer(r"\r\n|\r|\n", body)]
    return [start, *ends, start + len(body), start + len(body)]


def _leaves(tokens: Sequence[Token]) -> Iterator[tuple[BlockKind, int, int]]:
    """(kind, first line, line after the last) of every block that holds text."""
    inside: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            inside.append(token.type)
        elif token.nesting == -1:
            inside.pop()
        if token.type in ("fence", "code_block", "html_block") and token.map:
            yield "code", token.map[0], token.map[1]
        elif token.type == "inline" and token.map and inside and "table_open" not in inside:
            yield "caption" if _is_picture(token) else _kind(inside), token.map[0], token.map[1]
        elif token.type == "table_open" and token.map:
            yield "table", token.map[0], token.map[1]


def _is_picture(token: Token) -> bool:
    """Whether a paragraph holds nothing but pictures."""
    shown = [child for child in token.children or () if child.content.strip() or child.type == "image"]
    return bool(shown) and all(child.type == "image" for child in shown)


def _kind(inside: Sequence[str]) -> BlockKind:
    if inside[-1] == "heading_open":
        return "heading"
    return "item" if "list_item_open" in inside else "paragraph"


def _content(text: str, start: int, end: int, kind: BlockKind) -> Span | None:
    if kind in ("caption", "code", "table"):
        return trimmed(text, start, end)
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    if kind == "heading":
        closing = _CLOSING.search(text[start:end].rstrip())
        end = start + closing.start() if closing else end
    return trimmed(text, start, end)
