"""Sources, scores and the sharpest conflicts."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Standing
from reports.view.values.claims import Bond, Quote


@dataclass(frozen=True)
class Source:
    """An article as the overview lists it; "" where nothing is known."""

    id: str
    label: str
    title: str
    outlet: str
    details: tuple[str, ...]
    """What else is known, in the order of `Page.details`."""
    words: int
    claims: int
    origin: int
    """Number of its origin; sources of one origin have the same."""
    url: str
    """Only http and https addresses."""
    shares: str
    """The sources it shares an origin with, in words."""
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """A part of a stacked bar."""

    standing: Standing
    count: int
    start: float
    length: float


@dataclass(frozen=True)
class Bar:
    """The claims of one source by the standing of what they tell."""

    source: str
    claims: int
    shares: tuple[Share, ...]
    words: str


@dataclass(frozen=True)
class Count:
    """How many things have one standing."""

    standing: Standing
    count: int
    meaning: str


@dataclass(frozen=True)
class Pair:
    """The scores of two sources, as written; each ratio with its interval in words, or ""."""

    left: str
    right: str
    overlap: str
    agreement: str
    divergence: str
    overlap_interval: str
    agreement_interval: str
    divergence_interval: str
    conflict_rate: str
    framing: str
    omission_left: str
    omission_right: str
    counts: str
    overlap_share: float
    step: int | None
    """Shade of the heat map, 0 (agreement 0) to 5 (agreement 1); None without verdicts."""


@dataclass(frozen=True)
class Matrix:
    """Every pair once: a row for each source but the first, a column for each but the last."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Pair | None, ...]], ...]
    alike: str
    """Which two tell it most and least alike, or why that cannot be told, in words."""


@dataclass(frozen=True)
class Clash:
    """A conflict in the words of both."""

    bond: Bond
    row: str
    left: Quote
    right: Quote
