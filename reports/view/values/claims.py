"""Claims and their links, as rows of the grid."""

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
