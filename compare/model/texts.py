"""Articles and what is read in them: blocks, claims, and what was skipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from compare.model.facts import Certainty, Cue, CueKind, Fact, Name, Quantity, Speech, When
from compare.model.span import Span

BlockKind = Literal["title", "heading", "paragraph", "item", "metadata", "byline", "caption", "code", "table"]
ClaimKind = Literal["title", "heading", "sentence", "item"]
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
    certainty: Certainty = "asserted"
    """How surely it is told, by the strongest of its cues that governs it."""
    lead: Span | None = None
    """For an item of a list the words that lead into it ("The deal includes:")."""
    sentence: Span | None = None
    """The sentence that it was cut from; None where it is the whole of one."""
    facts: tuple[Fact, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"claim {self.id}: {self.end - self.start} code points, but {len(self.text)} in its text")
        for fact in self.facts:
            if any(place.start < self.start or place.end > self.end for place in fact.places()):
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

    def speeches(self) -> list[Speech]:
        """Its attributions, in order."""
        return [fact for fact in self.facts if isinstance(fact, Speech)]

    def cues(self, *senses: CueKind) -> list[Cue]:
        """Its cues of the given senses, in order."""
        return [fact for fact in self.facts if isinstance(fact, Cue) and fact.sense in senses]


@dataclass(frozen=True)
class Skipped:
    """A stretch of an article that was not compared, and why."""

    article: str
    span: Span
    reason: SkipReason
