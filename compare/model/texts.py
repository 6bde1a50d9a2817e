"""Articles and what is read in them: spans, blocks, facts, claims, and what was skipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "metadata", "byline", "caption", "code", "table"]
ClaimKind = Literal["title", "heading", "sentence", "item"]
CueKind = Literal["negation", "denial", "hedge", "allegation", "forecast", "condition"]
SkipReason = Literal[
    "metadata",
    "byline",
    "dateline",
    "heading",
    "question",
    "boilerplate",
    "caption",
    "fragment",
    "code",
    "table",
    "mark-up",
]


FATES = frozenset({"dead", "injured", "arrested", "missing", "evacuated"})
"""Units of quantities that count what befell people: two such counts speak of one thing even where they clash."""


MEASURES = frozenset(
    """percent points km kg litre km2 barrel hour usd eur gbp jpy cny inr rub irr toman franc crown peso lira dinar
    ils""".split()
)
"""Units that say how much, not of what: two such quantities may well speak of different things."""


@dataclass(frozen=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def shift(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The words of `text` that it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item of an article: what the layout of the page says."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True)
class Article:
    """One source text with its metadata. Unknown metadata is None."""

    id: str
    """Derived from label and text."""
    path: str
    """Where it came from, as the user named it."""
    label: str
    """The name that the report shows; unique in a comparison."""
    text: str
    """The whole decoded text: every offset points into it."""
    sha256: str
    """Of `text` in UTF-8."""
    blocks: tuple[Block, ...]
    """In order, without overlap; what lies between them is white space or mark-up."""
    encoding: str = "utf-8"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    origin: str = ""
    """The origin it shares with the articles it was copied from or to; "" before origins are known."""
    notes: tuple[str, ...] = ()
    """What was guessed or could not be read, in words."""

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end or block.span.end > len(self.text):
                raise ValueError(f"{self.label}: block {block.span} overlaps or lies outside the text")
            end = block.span.end


@dataclass(frozen=True)
class Quantity:
    """A number with its bounds and what it counts: "at least 12 people" is low 12, high None, unit "people"."""

    kind: ClassVar[str] = "quantity"
    span: Span
    low: float | None
    high: float | None
    unit: str
    """Normal form of the unit or of the thing counted ("percent", "km", "dead"); "" where none was read."""
    vague: bool = False
    """Rounded or approximate as told ("about", "dozens")."""

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"bounds out of order: {self.low} > {self.high}")


@dataclass(frozen=True)
class When:
    """A date or a stretch of days, first to last, both included."""

    kind: ClassVar[str] = "when"
    span: Span
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"dates out of order: {self.first} > {self.last}")


@dataclass(frozen=True)
class Name:
    """A person, place or organisation, by its words in the text."""

    kind: ClassVar[str] = "name"
    span: Span
    words: tuple[str, ...]
    """Lower case, titles of address left out."""


@dataclass(frozen=True)
class Cue:
    """A word that turns, denies or weakens what is said."""

    kind: ClassVar[str] = "cue"
    span: Span
    sense: CueKind


@dataclass(frozen=True)
class Speech:
    """The words that attribute a claim to somebody: "police said"."""

    kind: ClassVar[str] = "speech"
    span: Span
    speaker: str | None
    """As written; None where the text does not name one ("he said")."""


Fact = Quantity | When | Name | Cue | Speech


@dataclass(frozen=True)
class Claim:
    """A stretch of an article that asserts something, with the facts read in it."""

    id: str
    """Derived from the label of its article and its words."""
    article: str
    start: int
    end: int
    text: str
    kind: ClaimKind = "sentence"
    speaker: str | None = None
    facts: tuple[Fact, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"claim {self.id}: {self.end - self.start} code points, but {len(self.text)} in its text")
        for fact in self.facts:
            if not self.start <= fact.span.start < fact.span.end <= self.end:
                raise ValueError(f"claim {self.id}: {fact} lies outside it")

    @property
    def span(self) -> Span:
        """Where it stands in its article."""
        return Span(self.start, self.end)

    def quantities(self) -> list[Quantity]:
        """Its numbers, in order."""
        return [fact for fact in self.facts if isinstance(fact, Quantity)]

    def whens(self) -> list[When]:
        """Its dates, in order."""
        return [fact for fact in self.facts if isinstance(fact, When)]

    def names(self) -> list[Name]:
        """Its names, in order."""
        return [fact for fact in self.facts if isinstance(fact, Name)]

    def cues(self, *senses: CueKind) -> list[Cue]:
        """Its cues of the given senses, in order."""
        return [fact for fact in self.facts if isinstance(fact, Cue) and fact.sense in senses]


@dataclass(frozen=True)
class Skipped:
    """A stretch of an article that was not compared, and why."""

    article: str
    span: Span
    reason: SkipReason
