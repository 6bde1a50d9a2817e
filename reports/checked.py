"""What the page of `compare check` shows: values ready for reading, in the words that every output of a check uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reports.safe import one_line

MissKind = Literal["wrong", "missed", "needless"]
MISSES: dict[MissKind, str] = {
    "wrong": "linked, and told otherwise than gold says",
    "missed": "in gold, and not linked",
    "needless": "linked, and not in gold",
}
"""Every way in which the engine can be at odds with gold."""

FIGURES: dict[str, tuple[str, str]] = {
    "links.precision": ("Links, precision", "Of the links made, the share that gold has."),
    "links.recall": ("Links, recall", "Of the links in gold, the share that was made."),
    "links.f1": ("Links, F1", "Precision and recall in one figure: their harmonic mean."),
    "relations.agree.f1": ("Agree, F1", "The same for the relation agree, over the links that both have."),
    "relations.differ.f1": ("Differ, F1", "The same for the relation differ."),
    "relations.conflict.f1": ("Conflict, F1", "The same for the relation conflict."),
    "relations.macro_f1": ("Relations, F1", "The mean of these three. Unsure is never right."),
    "end_to_end.macro_f1": ("End to end, F1", "As relations, where a link that is missed or needless counts as well."),
    "aspects.f1": ("Aspects, F1", "In what two passages differ or conflict, where the relation is told right."),
    "standing.accuracy": ("Standing", "The share of the sentences whose group has the standing that gold gives it."),
    "origins.accuracy": ("Origins", "The share of the pairs of articles whose common origin is told right."),
}
"""Metric -> what it is called, and what it means."""


@dataclass(frozen=True)
class Bound:
    """The least that a figure may be."""

    at: float
    words: str
    met: bool
    warns: bool
    """Whether falling short of it is only a warning."""


@dataclass(frozen=True)
class Figure:
    """One figure with its 95 % interval. None where there is nothing to measure."""

    metric: str
    value: float | None
    low: float | None
    high: float | None
    items: int
    words: str
    interval: str
    bounds: tuple[Bound, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return FIGURES.get(self.metric, (self.metric, ""))[0]

    @property
    def short(self) -> bool:
        """Whether it is below one of its bounds."""
        return not all(bound.met for bound in self.bounds)

    @property
    def told(self) -> str:
        """What a drawing of it shows."""
        asked = "".join(f", at least {bound.words} asked for" for bound in self.bounds)
        return f"{self.words}, interval {self.interval}{asked}"


@dataclass(frozen=True)
class Quote:
    """A passage, and the row of the set's report that it stands in, "" where it is in none."""

    article: str
    text: str
    row: str = ""

    @property
    def source(self) -> str:
        """Its article as a reader may see it."""
        return one_line(self.article)


@dataclass(frozen=True)
class Verdict:
    """A relation with its aspects; "" where there is no link."""

    relation: str
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Miss:
    """Two passages of which gold and the engine do not say the same."""

    kind: MissKind
    gold: Verdict
    engine: Verdict
    left: Quote
    right: Quote
    place: str = ""
    """Where in the set gold says so."""
    unread: bool = False
    """Whether the engine skipped one of the passages."""


@dataclass(frozen=True)
class Change:
    """An item that is not as in the baseline."""

    kind: str
    what: str
    warns: bool
    sides: tuple[Quote, ...] = ()
    """Both passages; none where it is about the whole set."""


@dataclass(frozen=True)
class CheckedSet:
    """One set."""

    name: str
    title: str
    verdict: str
    problems: tuple[str, ...] = ()
    """Why it could not be run, and what fell short."""
    figures: tuple[Figure, ...] = ()
    changes: tuple[Change, ...] = ()
    right: int = 0
    """Links of gold that were found and told right."""
    misses: tuple[Miss, ...] = ()
    report: str = ""
    """The file of its report, beside the page; "" where there is none."""

    @property
    def gold(self) -> int:
        """Links in gold."""
        return self.right + sum(miss.kind != "needless" for miss in self.misses)

    @property
    def by_kind(self) -> list[tuple[MissKind, list[Miss]]]:
        """The misses that there are, kind by kind."""
        found = [(kind, [miss for miss in self.misses if miss.kind == kind]) for kind in MISSES]
        return [(kind, misses) for kind, misses in found if misses]

    def figure(self, metric: str) -> Figure | None:
        """One of its figures."""
        return next((one for one in self.figures if one.metric == metric), None)


@dataclass(frozen=True)
class Check:
    """All sets, and the figures over them."""

    verdict: str
    lead: str
    sets: tuple[CheckedSet, ...] = ()
    figures: tuple[Figure, ...] = ()
    problems: tuple[str, ...] = ()
    """Of the figures over all sets."""
