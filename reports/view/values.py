"""What a report shows, as plain values: every word is chosen, every order is set, and there is no mark-up.

Lengths and places of what is drawn are shares of the whole, 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Relation, Standing


@dataclass(frozen=True)
class Piece:
    """A stretch of a source's own words; marked where a reason rests on it."""

    text: str
    tone: str = ""
    """The relation that the marked words speak for, or "against" one; "" where nothing is marked."""
    note: str = ""
    """Why they are marked, in words."""


@dataclass(frozen=True)
class Quote:
    """A claim in its source's own words."""

    claim: str
    source: str
    """Label of its article."""
    pieces: tuple[Piece, ...]
    row: str
    """Id of the group it belongs to."""
    standing: Standing
    speaker: str | None = None
    number: int = 0
    """Its number in the cell, where the source tells the same more than once; else 0."""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Step:
    """One bar of a waterfall: something that adds to the log-odds, or takes from them."""

    name: str
    detail: str
    weight: str
    """With its sign, as written."""
    start: float
    length: float
    adds: bool


@dataclass(frozen=True)
class Waterfall:
    """How single weights add up."""

    steps: tuple[Step, ...]
    total: str
    chance: str
    """The probability that the total stands for; "" where it stands for none."""
    zero: float
    """Where nothing is added yet."""


@dataclass(frozen=True)
class Bond:
    """A link as the report tells it."""

    id: str
    relation: Relation
    called: str
    """The relation in words: a conflict between those quoted is told apart."""
    meaning: str
    left: str
    """Label of the article, with the number of the claim where it has several in the row."""
    right: str
    left_claim: str
    right_claim: str
    aspects: tuple[str, ...]
    confidence: str
    likelihood: str
    """That the two are linked at all."""
    similarity: str
    reasons: Waterfall
    evidence: Waterfall


@dataclass(frozen=True)
class Cell:
    """What one source says of one thing. Without quotes: it does not mention it."""

    source: str
    quotes: tuple[Quote, ...] = ()
    elsewhere: tuple[Quote, ...] = ()
    """Claims that are linked to this row and stand in another one."""


@dataclass(frozen=True)
class Row:
    """A group: one thing that is told, source by source."""

    id: str
    standing: Standing
    cells: tuple[Cell, ...]
    bonds: tuple[Bond, ...]
    told_by: str
    """How many sources and origins tell it, in words."""
    shared: bool
    """Told by two sources or more."""
    sharpness: float
    """How sure its sharpest conflict or difference is, 0 to 1."""
    places: tuple[int | None, ...]
    """Its first claim's rank in each article; None where it has none."""


@dataclass(frozen=True)
class Source:
    """An article as the overview lists it; "" where nothing is known."""

    id: str
    label: str
    title: str
    outlet: str
    details: tuple[str, ...]
    """What else is known, in the order of `Page.details`."""
    claims: int
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


@dataclass(frozen=True)
class Clash:
    """A conflict in the words of both."""

    bond: Bond
    row: str
    left: Quote
    right: Quote


@dataclass(frozen=True)
class Stretch:
    """A part of an article's text: a claim, something that was skipped, or neither."""

    text: str
    claim: Quote | None = None
    skipped: str = ""
    """Why it was not compared, in words."""
    quiet: bool = False
    """Mark-up, which needs no spoken note."""
    first: bool = True
    """Whether the claim begins here."""


@dataclass(frozen=True)
class Paragraph:
    """A block of an article. All paragraphs in order hold all of its text but white space between them."""

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Reading:
    """A whole article, marked."""

    id: str
    label: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Lack:
    """Something that others tell and this source does not."""

    quote: Quote
    told_by: str


@dataclass(frozen=True)
class LeftOut:
    """What one source alone says, and what it lacks."""

    label: str
    alone: tuple[Quote, ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True)
class Setting:
    """One line of the signature."""

    name: str
    value: str


@dataclass(frozen=True)
class Omitted:
    """A piece of text that was not compared."""

    source: str
    text: str
    reason: str


@dataclass(frozen=True)
class Method:
    """How the comparison was made, and what it cannot know."""

    signature: tuple[Setting, ...]
    definitions: tuple[tuple[str, str], ...]
    skipped: tuple[Omitted, ...]
    notes: tuple[str, ...]
    limits: tuple[str, ...]


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
    left_out: tuple[LeftOut, ...]
    left_out_rule: str
    method: Method
