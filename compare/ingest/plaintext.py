"""Plain text -> Article: the layout of lines is read as title, headings, list items and paragraphs."""

from __future__ import annotations

from compare.ingest.article import build
from compare.ingest.files import Source
from compare.ingest.header import read_header
from compare.ingest.layout import blocks
from compare.model import Article


def read(source: Source) -> Article:
    """An article from a text file; `text` is the decoded file itself. Raises InputError on a broken header."""
    header = read_header(source.text, source.path)
    return build(source, header, blocks(source.text, header.end))
