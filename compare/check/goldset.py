"""A folder with articles and gold.json -> what a careful reader linked in them.

Quotes are verbatim sentences. A claim stands for a quote where the two overlap by at least half of the
shorter one, so that a sentence cut differently by the engine is not held against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import InputError
from compare.model import ASPECTS, RELATIONS, Article, Aspect, Claim, Relation, Span


@dataclass(frozen=True)
class Passage:
    """A verbatim sentence of one article."""

    article: str
    """File name within the set."""
    quote: str


@dataclass(frozen=True)
class GoldLink:
    """Two passages that speak of the same proposition, and how they relate."""

    a: Passage
    b: Passage
    relation: Relation
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True)
class GoldSet:
    """The articles of one event and every link between their sentences."""

    folder: Path
    articles: tuple[str, ...]
    links: tuple[GoldLink, ...]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def paths(self) -> list[Path]:
        """The articles' files, in the order of gold.json."""
        return [self.folder / article for article in self.articles]


def find_sets(folder: Path) -> list[GoldSet]:
    """Every set in a folder: itself, or the folders below it, by name. Raises InputError where there is none."""
    found = sorted(path.parent for path in folder.rglob("gold.json"))
    if not found:
        raise InputError("no gold set found", str(folder), "name a folder with gold.json in it or below it")
    return [load_set(path) for path in found]


def load_set(folder: Path) -> GoldSet:
    """Read one set. Raises InputError where gold.json is missing, broken or quotes what no article says."""
    path = folder / "gold.json"
    try:
        loaded = json.loads(path.read_text("utf-8"))
        links = tuple(_link(entry) for entry in loaded["links"])
        gold = GoldSet(folder, _articles(loaded["articles"]), links)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else error
        raise InputError(f"the gold cannot be read: {reason}", str(path), "see docs/annotation.md") from error
    _check_quotes(gold, path)
    return gold


def _articles(names: object) -> tuple[str, ...]:
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise ValueError("articles is no list of file names")
    if len(set(names)) < len(names):
        raise ValueError("articles names a file twice")
    return tuple(names)


def _link(entry: Mapping[str, Any]) -> GoldLink:
    if entry["relation"] not in RELATIONS:
        raise ValueError(f"unknown relation {entry['relation']!r}")
    for aspect in entry.get("aspects", ()):
        if aspect not in ASPECTS:
            raise ValueError(f"unknown aspect {aspect!r}")
    a, b = (_passage(entry[end]) for end in "ab")
    if a.article == b.article:
        raise ValueError(f"a link within one article, {a.article}")
    return GoldLink(a, b, entry["relation"], tuple(entry.get("aspects", ())))


def _passage(entry: Mapping[str, Any]) -> Passage:
    if not isinstance(entry["quote"], str) or not entry["quote"].strip():
        raise ValueError(f"no quote: {entry['quote']!r}")
    if not isinstance(entry["article"], str):
        raise ValueError(f"no article: {entry['article']!r}")
    return Passage(entry["article"], entry["quote"])


def _check_quotes(gold: GoldSet, path: Path) -> None:
    texts = {article: _text(gold.folder / article) for article in gold.articles}
    for passage in (end for link in gold.links for end in (link.a, link.b)):
        if passage.quote not in texts.get(passage.article, ""):
            raise InputError(
                f"a quote is not verbatim: {passage.quote[:60]!r}",
                f"{path}, {passage.article}",
                "copy it from the article",
            )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")  # line ends as they are, as in Article.text
    except (OSError, ValueError) as error:
        raise InputError("an article of the set cannot be read", str(path), "mend gold.json or the file") from error


def claims_for(passage: Passage, article: Article, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of an article that stand for a passage: usually one, none where it was skipped."""
    start = article.text.find(passage.quote)
    quote = Span(start, start + len(passage.quote))
    for claim in claims:
        overlap = min(claim.end, quote.end) - max(claim.start, quote.start)
        if claim.article == article.id and 2 * overlap >= min(claim.end - claim.start, len(passage.quote)):
            yield claim
