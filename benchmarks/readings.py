"""Articles with their claims, read as the engine reads them and without its vectors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from compare.claims import read_claims
from compare.ingest import read_all
from compare.model import Article, Claim
from compare.segment import choose


@dataclass(frozen=True)
class Read:
    """An article with its claims."""

    event: str
    article: Article
    claims: tuple[Claim, ...]


def read(event: str, article: Article) -> Read:
    """An article's claims, as the engine reads them."""
    return Read(event, article, read_claims(article, choose(article.text, article.language).segment).claims)


def events(folder: Path) -> Iterator[list[Read]]:
    """The articles of each event of a folder."""
    for event in sorted(path for path in folder.iterdir() if path.is_dir()):
        paths = sorted(path for path in event.iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md")
        if len(paths) > 1:
            yield [read(f"{folder.name}/{event.name}", article) for article in read_all(paths)]
