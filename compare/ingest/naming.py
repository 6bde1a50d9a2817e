"""What to call each source: unique, short, and the same in any order of the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from compare.errors import SettingsError
from compare.model import Article


def labels(articles: Sequence[Article], given: Sequence[str] = ()) -> list[str]:
    """A label for each article: the one given, else its outlet, else the stem of its file.

    Where that is not unique, the folder is added; identical files are numbered.
    Raises SettingsError where more labels than articles are given, or one twice.
    """
    if len(given) > len(articles):
        raise SettingsError(f"{len(given)} labels for {len(articles)} articles", "--label", "give one for each file")
    if len(set(given)) < len(given) or any(not label.strip() for label in given):
        raise SettingsError("labels must be different and not empty", "--label", "name each source once")
    wanted = [_clean(label) for label in given] + [_own(article) for article in articles[len(given) :]]
    told_apart = [_with_folder(label, article, wanted) for label, article in zip(wanted, articles, strict=True)]
    return _numbered(told_apart)


def _own(article: Article) -> str:
    if article.outlet:
        return _clean(article.outlet)
    return _clean(PurePath(article.path).stem) or "untitled"


def _clean(label: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in label).split())[:60]


def _with_folder(label: str, article: Article, wanted: Sequence[str]) -> str:
    folder = PurePath(article.path).parent.name
    return f"{folder}/{label}" if Counter(wanted)[label] > 1 and folder else label


def _numbered(wanted: Sequence[str]) -> list[str]:
    used: set[str] = set()
    result = []
    for label in wanted:
        number, name = 1, label
        while name in used:
            number += 1
            name = f"{label} ({number})"
        used.add(name)
        result.append(name)
    return result
