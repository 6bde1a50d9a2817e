"""path -> Article. One reader a format; which one is chosen by the end of the file's name."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from compare.errors import InputError
from compare.ingest.files import Source, load
from compare.ingest.naming import clean, labels
from compare.model import Article

Reader = Callable[[Source], Article]

READERS: dict[str, str] = {
    ".txt": "compare.ingest.plaintext:read",
    ".text": "compare.ingest.plaintext:read",
    "": "compare.ingest.plaintext:read",
    ".md": "compare.ingest.markdown:read",
    ".markdown": "compare.ingest.markdown:read",
}
"""End of the file's name in lower case -> "module:function". Standard input is read as ""."""


def read_all(paths: Sequence[str | Path], given: Sequence[str] = ()) -> list[Article]:
    """Read every path; `given` names the first sources in order. Labels are unique, ids set.

    Raises InputError on the first path that cannot be read.
    """
    articles = [_reader(path)(load(path)) for path in map(str, paths)]
    return [identified(article, label) for article, label in zip(articles, labels(articles, given), strict=True)]


def from_text(text: str, label: str, path: str = "<text>") -> Article:
    """An article from a string in memory, read as a plain text file would be."""
    reader = _reader("")
    return identified(reader(Source(path, text, "utf-8")), label)


def _reader(path: str) -> Reader:
    suffix = "" if path == "-" else Path(path).suffix.lower()
    name = READERS.get(suffix)
    if name is None:
        # A dot in a name is no promise of a format: "report.2026" is text until its bytes say otherwise.
        name = READERS[""]
    module, function = name.split(":")
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader


def identified(article: Article, label: str) -> Article:
    """The article with its label, and the hash and id that follow from label and text. Raises InputError."""
    label = clean(label)
    if not label:
        raise InputError("the article has no label", article.path, "give it one")
    if not article.text.strip():
        raise InputError("the article is empty", article.path, "give a file with text in it")
    sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    id = hashlib.sha256(f"{label}\x1f{sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return replace(article, id=id, label=label, sha256=sha256)
