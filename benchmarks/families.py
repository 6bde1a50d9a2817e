"""Folders of gold sets, and what `compare` makes of them. A unit of every bootstrap is a pair of articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from compare import compare_articles
from compare.check.goldset import GoldLink, find_sets
from compare.check.measure import Ends
from compare.model import Comparison
from training.fit import Event, embedder, read_event
from training.splits import held_out


@dataclass(frozen=True)
class Family:
    """A folder of gold sets, read and embedded."""

    folder: Path
    events: list[Event]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def texts(self) -> set[str]:
        """A digest of every article."""
        return {digest for event in self.events for digest in texts(event)}

    def without(self, other: Family) -> list[Event]:
        """The events that share no article with another family."""
        return [event for event in self.events if not texts(event) & other.texts()]

    def unlearned(self) -> list[Event]:
        """The events of a training family that the pair reader did not learn from."""
        held = held_out([event.gold.name for event in self.events])
        return [event for event in self.events if event.gold.name in held]

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """What `compare` makes of each event, as shipped."""
        return [compare_articles(event.gold.paths, embedder=embedder()) for event in self.events]


def texts(event: Event) -> set[str]:
    """A digest of every article."""
    return {article.sha256 for article in event.articles}


def read_family(folder: Path) -> Family:
    """Read and embed every set of a folder."""
    return Family(folder, [read_event(gold, embedder()) for gold in find_sets(folder)])


def files(event: Event) -> dict[str, str]:
    """File name -> article id."""
    return {PurePath(article.path).name: article.id for article in event.articles}


def between(link: GoldLink, ids: Mapping[str, str]) -> Ends:
    """The two articles that a link of gold joins."""
    return frozenset((ids[link.a.article], ids[link.b.article]))
