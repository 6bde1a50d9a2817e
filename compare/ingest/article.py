"""Put together what every reader finds: text, header and blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from compare.ingest.dateline import dateline_day
from compare.ingest.files import Source
from compare.ingest.header import Header
from compare.model import Article, Block, Span


def build(source: Source, header: Header, body: Sequence[Block]) -> Article:
    """An article without id, label and hash: `read_all` sets these when it knows all articles."""
    fields: dict[str, Any] = dict(header.values)
    fields.setdefault("title", _title(source.text, body))
    notes = [*header.notes, *_guessed(source.encoding)]
    if "published" not in fields and (day := dateline_day(_first_words(source.text, body))):
        fields["published"] = day
        notes.append("the date is that of the dateline")
    assert isinstance(fields.get("published"), date | None)
    return Article(
        id="",
        path=source.path,
        label="",
        text=source.text,
        sha256="",
        blocks=(*_metadata(source.text, header), *body),
        encoding=source.encoding,
        notes=tuple(notes),
        **fields,
    )


def _guessed(encoding: str) -> list[str]:
    return [] if encoding.startswith("utf") else [f"encoding not named in the file, read as {encoding}"]


def _first_words(text: str, body: Sequence[Block]) -> list[str]:
    """How the first blocks that hold text of the report begin."""
    told = [block.span for block in body if block.kind in ("paragraph", "title", "heading")][:3]
    return [text[span.start : min(span.end, span.start + 160)] for span in told]


def _metadata(text: str, header: Header) -> list[Block]:
    span = trimmed(text, 0, header.end)
    return [Block(span, "metadata")] if span else []


def _title(text: str, body: Sequence[Block]) -> str | None:
    titles = [block.span.of(text) for block in body if block.kind == "title"]
    return " ".join(titles[0].split()) if titles else None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its ends; None where nothing is left."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    kept = len(stretch.strip())
    return Span(start + left, start + left + kept) if kept else None
