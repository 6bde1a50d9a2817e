"""What a report shows, as plain values: every word is chosen, every order is set, and there is no mark-up.

Lengths and places of what is drawn are shares of the whole, 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.view.values.articles import Lack, LeftOut, Paragraph, Reading, Stretch
from reports.view.values.claims import Bond, Cell, Piece, Quote, Row, Step, Waterfall
from reports.view.values.figures import Chart
from reports.view.values.method import Method, Omitted, Setting
from reports.view.values.namings import Framing, Named
from reports.view.values.overview import Bar, Clash, Count, Matrix, Pair, Share, Source
from reports.view.values.review import Choice, Review
from reports.view.values.timeline import Day
from reports.view.values.voices import OwnVoice, Retold, Speaker

__all__ = [
    "Bar",
    "Bond",
    "Cell",
    "Chart",
    "Choice",
    "Clash",
    "Count",
    "Day",
    "Framing",
    "Lack",
    "LeftOut",
    "Matrix",
    "Method",
    "Named",
    "Omitted",
    "OwnVoice",
    "Page",
    "Pair",
    "Paragraph",
    "Piece",
    "Quote",
    "Reading",
    "Retold",
    "Review",
    "Row",
    "Setting",
    "Share",
    "Source",
    "Speaker",
    "Step",
    "Stretch",
    "Waterfall",
]


@dataclass(frozen=True)
class Page:
    """The whole report."""

    title: str
    lead: tuple[str, ...]
    details: tuple[str, ...]
    """Names of the details that at least one source has."""
    sources: tuple[Source, ...]
    unknown: str
    """Which details no source has, in words."""
    matrix: Matrix
    pairs: tuple[Pair, ...]
    counts: tuple[Count, ...]
    bars: tuple[Bar, ...]
    sharpest: tuple[Clash, ...]
    rows: tuple[Row, ...]
    readings: tuple[Reading, ...]
    figures: tuple[Chart, ...]
    timeline: tuple[Day, ...]
    namings: tuple[Named, ...]
    framings: tuple[Framing, ...]
    voices: tuple[Speaker, ...]
    own_voices: tuple[OwnVoice, ...]
    retold: tuple[Retold, ...]
    left_out: tuple[LeftOut, ...]
    left_out_rule: str
    method: Method
    review: Review
