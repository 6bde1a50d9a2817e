"""A new sample set from articles: everything but the links, which a person marks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from compare.check.settings_file import NAME
from compare.check.telling import one_line
from compare.errors import InputError, OutputError
from compare.ingest import read_all
from compare.model import Article
from compare.review.card import escaped
from compare.review.folder import check_new, write_folder
from compare.settings import MAX_ARTICLES, MIN_ARTICLES

_OWN = frozenset({"gold.json", NAME, "baseline.json", "readme.md"})
"""Names that a set needs for itself."""
_UNKNOWN = "und"
"""ISO 639 for a language that nobody named."""


def start_set(folder: Path, articles: Sequence[Path]) -> tuple[str, ...]:
    """Write the set, whole or not at all, and give the names of its files.

    The articles are copied as UTF-8. Raises InputError where one cannot be used, and OutputError where the folder is
    not empty or cannot be written.
    """
    try:
        check_new(folder)
        read = _read(articles)
        files = _files(folder.resolve().name, read)
        write_folder(folder, files)
    except OutputError as error:
        raise OutputError(error.what, error.where, "name a new folder") from error
    return tuple(files)


def _read(paths: Sequence[Path]) -> dict[str, Article]:
    """By file name."""
    if not MIN_ARTICLES <= len(paths) <= MAX_ARTICLES:
        count = f"{len(paths)} article{'' if len(paths) == 1 else 's'}"
        raise InputError(f"{count} for a set", None, f"name {MIN_ARTICLES} to {MAX_ARTICLES} files")
    for path in paths:
        if path.name.lower() in _OWN or path.name.startswith((".", "-")) or not path.name.isprintable():
            raise InputError("no article of a set can have this name", one_line(str(path)), "rename the file")
    for name, times in Counter(path.name.lower() for path in paths).items():
        if times > 1:
            raise InputError("two articles have one file name", name, "rename one of them")
    return {path.name: article for path, article in zip(paths, read_all(paths), strict=True)}


def _files(name: str, articles: dict[str, Article]) -> dict[str, bytes]:
    gold = {"set": name, "articles": list(articles), "links": []}
    texts = {file: _encoded(article) for file, article in articles.items()}
    written = {
        "gold.json": json.dumps(gold, ensure_ascii=False, indent=1) + "\n",
        NAME: _about(name, articles),
        "README.md": _card(name, articles),
    }
    return {**texts, **{file: text.encode("utf-8", "replace") for file, text in written.items()}}


def _encoded(article: Article) -> bytes:
    try:
        return article.text.encode()
    except UnicodeEncodeError as error:
        what = "the text holds half a character (a surrogate), which no UTF-8 file can"
        raise InputError(what, article.path, "mend the article") from error


def _about(name: str, articles: dict[str, Article]) -> str:
    languages = {article.language for article in articles.values()}
    fields = {
        "title": one_line(name),
        "licence": "not stated",
        "labelled": "not yet",
        "language": one_line((languages.pop() if len(languages) == 1 else None) or _UNKNOWN),
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    return "\n".join([*lines, *_HINTS]) + "\n"


_HINTS = (
    "",
    "# Articles that come from one origin, where some do; every other article is one of its own:",
    '# origins = [["wire.txt", "regional.txt"]]',
    "",
    "# What the engine must reach on this set:",
    "# [thresholds]",
    '# "links.f1" = 0.6',
    '# "relations.macro_f1" = {least = 0.5, severity = "warn"}',
)


def _card(name: str, articles: dict[str, Article]) -> str:
    rows = [f"| `{file}` | {escaped(one.label)} | {escaped(one.title or '')} |" for file, one in articles.items()]
    return (
        "\n".join([f"# {escaped(name)}", "", "| file | source | title |", "|---|---|---|", *rows, "", *_TO_DO]) + "\n"
    )


_TO_DO = (
    "## To do",
    "",
    "1. Mark every pair of sentences that speak of the same thing in `gold.json`, by the rules of `docs/annotation.md`",
    "   of compare. Quotes are whole sentences, word for word.",
    f"2. Complete `{NAME}`: title, licence, how it was labelled, language. The articles belong to their outlets: do",
    "   not pass them on without their leave.",
    "3. `compare check` on this folder; when what the engine finds is accepted as it is, `compare check --accept`.",
    "4. Write here: the event, the voices of the outlets, what is hard in the set.",
)
