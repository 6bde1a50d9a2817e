"""What to call each source: unique, short, and the same in any order of the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from compare.errors import SettingsError
from compare.model import Article


def labels(articles: Sequence[Article], given: Sequence[str] = ()) -> list[str]:
    """A label for each article: the one given, else its outlet, else the stem of its file.

    A label of its own that is not unique gets the folder, or the stem; one file twice is numbered.
    Raises SettingsError where more labels than articles are given, or one twice.
    """
    if len(given) > len(articles):
        raise SettingsError(f"{len(given)} labels for {len(articles)} articles", "--label", "give one for each file")
    first = [clean(label) for label in given]
    if len(set(first)) < len(first) or not all(first):
        raise SettingsError("labels must be different and not empty", "--label", "name each source once")
    rest = articles[len(first) :]
    own = [_own(article) for article in rest]
    told_apart = [_told_apart(label, article, own, first, rest) for label, article in zip(own, rest, strict=True)]
    return _numbered([*first, *told_apart], articles, len(first))


def _own(article: Article) -> str:
    if article.outlet:
        return clean(article.outlet)
    return clean(PurePath(article.path).stem) or "untitled"


def clean(label: str) -> str:
    """One short line of what can be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in label).split())[:60]


def _told_apart(label: str, article: Article, own: Sequence[str], given: Sequence[str], rest: Sequence[Article]) -> str:
    """The label alone, else with its folder, else with its stem: whichever no namesake shares."""
    paths = [PurePath(other.path) for name, other in zip(own, rest, strict=True) if name == label]
    if len(paths) == 1 and label not in given:
        return label
    path = PurePath(article.path)
    folder, stem = clean(path.parent.name), clean(path.stem)
    if folder and Counter(other.parent.name for other in paths)[path.parent.name] == 1:
        return f"{folder}/{label}"
    return f"{label} ({stem})" if stem != label and Counter(other.stem for other in paths)[path.stem] == 1 else label


def _numbered(wanted: Sequence[str], articles: Sequence[Article], given: int) -> list[str]:
    """Namesakes numbered by path and text, whatever the order of the files; a label that was given stays."""
    used: set[str] = set()
    result = dict.fromkeys(range(len(wanted)), "")
    for index in sorted(result, key=lambda index: (index >= given, articles[index].path, articles[index].text, index)):
        number, name = 1, wanted[index]
        while name in used:
            number += 1
            name = f"{wanted[index]} ({number})"
        used.add(name)
        result[index] = name
    return [result[index] for index in range(len(wanted))]
