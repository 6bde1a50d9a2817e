"""What two annotators said of the same sets, brought to the same passages so that their links can be compared.

A set annotated twice has a file in training/sets/second. Sets of real articles are compared by document and sentence
number alone, so that none of their text is needed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETS = Path(__file__).resolve().parent / "sets"
KINDS = ("invented", "real")
STRENGTH = ("agree", "differ", "conflict")
"""Where several links fall on one pair of passages the strongest relation counts, as in docs/annotation.md."""

Passage = tuple[str, Any]
"""(article, quote) in an invented set, (document, sentence number) in a real one."""
Ends = frozenset[Passage]


@dataclass(frozen=True)
class Judgement:
    """How an annotator related two passages."""

    relation: str
    aspects: frozenset[str]


Judgements = Mapping[Ends, Judgement]


@dataclass(frozen=True)
class Twice:
    """One set as two annotators linked it."""

    name: str
    kind: str
    first: Judgements
    second: Judgements


def read_twice(sets: Path = SETS) -> list[Twice]:
    """Every set that was annotated twice, by kind and name."""
    found = [_read(sets, path) for path in sorted((sets / "second").glob("*.json"))]
    return sorted(found, key=lambda one: (KINDS.index(one.kind), one.name))


def _read(sets: Path, path: Path) -> Twice:
    second = json.loads(path.read_text("utf-8"))
    name, kind = second["set"], "real" if path.stem.startswith("real-") else "invented"
    home = sets / "real" / f"{name}.json" if kind == "real" else sets / "invented" / name / "gold.json"
    first = json.loads(home.read_text("utf-8"))
    place = _same_passage([passage(link[end]) for one in (first, second) for link in one["links"] for end in "ab"])
    return Twice(name, kind, judgements(first["links"], place), judgements(second["links"], place))


def passage(end: Mapping[str, str] | Sequence[Any]) -> Passage:
    """An end of a link as either kind of set writes it."""
    article, where = (end["article"], end["quote"]) if isinstance(end, Mapping) else end
    return article, where


def _same_passage(passages: Iterable[Passage]) -> Callable[[Passage], Passage]:
    """The longest passage of either that holds a given one: a heading may be quoted alone or with its sentence."""
    known = set(passages)

    def longest(one: Passage) -> Passage:
        if not isinstance(one[1], str):
            return one
        around = [other for other in known if other[0] == one[0] and one[1] in other[1]]
        return max(around, key=lambda other: (len(other[1]), other[1]))

    return longest


def judgements(links: Iterable[Mapping[str, Any]], place: Callable[[Passage], Passage]) -> dict[Ends, Judgement]:
    """The links by their passages; of several on the same two the strongest."""
    made: dict[Ends, Judgement] = {}
    for link in links:
        ends = frozenset(place(passage(link[end])) for end in "ab")
        new = Judgement(link["relation"], frozenset(link["aspects"]))
        made[ends] = _stronger(made[ends], new) if ends in made else new
    return made


def _stronger(one: Judgement, other: Judgement) -> Judgement:
    if one.relation == other.relation:
        return Judgement(one.relation, one.aspects | other.aspects)
    return max(one, other, key=lambda judgement: STRENGTH.index(judgement.relation))
