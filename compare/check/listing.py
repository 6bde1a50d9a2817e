"""The sample sets in some folders, for `compare check --list`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from compare.check.baseline import load_baseline
from compare.check.checking import find_folders, load_ready
from compare.check.measure import VERDICTS
from compare.check.telling import NOTHING, one_line, shortened
from compare.errors import CompareError
from compare.model import Relation

_NAME, _TITLE = 28, 60


@dataclass(frozen=True)
class Listed:
    """One set. Where it cannot be read `error` says why, and the rest is empty."""

    name: str
    folder: str
    title: str = ""
    licence: str = ""
    labelled: str = ""
    language: str = ""
    articles: tuple[str, ...] = ()
    links: Mapping[Relation, int] = field(default_factory=dict)
    """By relation."""
    thresholds: int = 0
    baseline: bool = False
    error: str = ""


def listed(folders: Sequence[Path]) -> list[Listed]:
    """Every set in these folders. Raises InputError where there is no such folder."""
    return [_listed(folder) for folder in find_folders(folders)]


def _listed(folder: Path) -> Listed:
    try:
        gold, about = load_ready(folder)
        baseline = load_baseline(folder) is not None
    except CompareError as error:
        return Listed(folder.name, str(folder), error=str(error))
    texts = about.title, about.licence, about.labelled, about.language
    links = dict(Counter(link.relation for link in gold.links))
    return Listed(gold.name, str(folder), *texts, gold.articles, links, len(about.thresholds), baseline)


def exit_code(sets: Sequence[Listed]) -> int:
    """As for a check: 2 where a set cannot be read, 3 where there is none."""
    if not sets:
        return 3
    return 2 if any(one.error for one in sets) else 0


def as_json(sets: Sequence[Listed]) -> str:
    """Everything that is known of them."""
    text = json.dumps([asdict(one) for one in sets], ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_text(sets: Sequence[Listed]) -> str:
    """A line a set."""
    if not sets:
        return NOTHING + "\n"
    head = (
        f"{'set':{_NAME}}  {'articles':>8}  {'links':>6}  {'  '.join(VERDICTS)}  {'baseline':8}  {'language':8}  title"
    )
    return "\n".join([head, *map(_line, sets)]) + "\n"


def _line(one: Listed) -> str:
    name = f"{shortened(one.name, _NAME):{_NAME}}"
    if one.error:
        return f"{name}  {one_line(one.error)}"
    counts = "  ".join(f"{one.links.get(relation, 0):>{len(relation)},}" for relation in VERDICTS)
    numbers = f"{len(one.articles):>8}  {sum(one.links.values()):>6,}  {counts}"
    language, title = shortened(one.language, 8), shortened(one.title, _TITLE)
    return f"{name}  {numbers}  {'yes' if one.baseline else 'no':8}  {language:8}  {title}"
