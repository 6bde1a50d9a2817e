"""Claims and their links, as rows of the grid."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

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
    """Its number, where the row needs one to tell claims apart; else 0."""
    cut: bool = False
    """Whether these are its first words alone; the whole stands in its own row."""
    manner: tuple[str, ...] = ("asserted",)
    """How surely it is told: "asserted", "hedged", "denied" and the like."""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Step:
    """Something that adds to the log-odds, or takes from them."""

    name: str
    detail: str
    weight: str
    """With its sign, as written."""


@dataclass(frozen=True)
class Waterfall:
    """How single weights add up."""

    steps: tuple[Step, ...]
    still: tuple[Step, ...]
    """What was looked at and weighs next to nothing."""
    total: str
    """"" where nothing weighs anything."""
    chance: str
    """The probability that the total stands for; "" where it stands for none."""

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """Those that weigh something, then the others."""
        return self.steps + self.still


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
    reasons: Waterfall
    evidence: Waterfall
    told_in: str = ""
    """Id of the row where its steps stand; "" where they stand here."""
    ends: tuple[int, int] = (0, 0)
    """The places of its claims among those that its row shows, from 1."""


@dataclass(frozen=True)
class Brief:
    """A link by the numbers that its claims have in the row."""

    left: int
    right: int
    confidence: str


@dataclass(frozen=True)
class Kind:
    """Links of one row that have relation, aspects and strongest reason in common."""

    relation: Relation
    called: str
    aspects: tuple[str, ...]
    most: str
    """What speaks most for it; "" where nothing does."""
    links: tuple[Brief, ...]


@dataclass(frozen=True)
class Cell:
    """What one source says of one thing. Without quotes: it does not mention it."""

    source: str
    quotes: tuple[Quote, ...] = ()
    elsewhere: tuple[Quote, ...] = ()
    """Claims that are linked to this row and stand in another one."""
    columns: int = 1
    """How many sources side by side it speaks of: silent ones are shown as one."""

    @property
    def silent(self) -> bool:
        """Whether there is nothing to show."""
        return not self.quotes and not self.elsewhere


@dataclass(frozen=True)
class Row:
    """A group: one thing that is told, source by source."""

    id: str
    standing: Standing
    cells: tuple[Cell, ...]
    """One a source."""
    bonds: tuple[Bond, ...]
    """Its most decisive links, step by step; all of them, unless the page has very many."""
    more: tuple[Kind, ...]
    """Its other links, by number."""
    kinds: tuple[str, ...]
    """Relation and aspects of each kind of link that it has: "conflict quantity time"."""
    told_by: str
    """How many sources and origins tell it, in words."""
    shared: bool
    """Told by two sources or more."""
    manners: tuple[str, ...]
    """How surely its claims are told, each once."""
    sharpest: int
    """Its place where the surest conflicts come first."""
    places: tuple[int | None, ...]
    """Its first claim's rank in each article; None where it has none."""

    @property
    def merged(self) -> tuple[Cell, ...]:
        """Its cells, silent neighbours as one: where there are many sources, most are silent."""
        runs = [list(run) for _, run in groupby(self.cells, key=lambda cell: cell.silent)]
        return tuple(cell for run in runs for cell in (_as_one(run) if run[0].silent else run))

    @property
    def other_links(self) -> int:
        """How many links are told by number."""
        return sum(len(kind.links) for kind in self.more)


def _as_one(silent: list[Cell]) -> list[Cell]:
    names = ", ".join(cell.source for cell in silent) if len(silent) < 5 else f"{len(silent)} sources"
    return [Cell(names, columns=len(silent))]
