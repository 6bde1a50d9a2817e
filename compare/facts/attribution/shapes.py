"""One attribution before its content is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.facts.attribution.governed import Kind
from compare.facts.attribution.scan import Sentence

Side = Literal["after", "before", "around"]


Way = Literal["subject", "inverted", "elided", "relative", "passive"]


@dataclass(frozen=True)
class Doer:
    """Who does it: the tokens of the phrase (None where nobody is named), and where the attribution begins and ends."""

    way: Way
    source: tuple[int, int] | None
    first: int
    end: int


@dataclass(frozen=True)
class Found:
    """An attribution: its tokens [first, end), who speaks, its cue, and where its content lies."""

    first: int
    end: int
    source: tuple[int, int] | None
    cue: tuple[int, int]
    side: Side
    kind: Kind
    start: int
    """The token at which the content after the cue begins; for "before" the token after the attribution."""
    way: Way | Literal["phrase"] = "subject"


def is_inner_clause(one: Found) -> bool:
    """Whether its content is a clause inside a noun phrase, after which the sentence goes on."""
    return one.side == "after" and (one.way == "relative" or (one.kind == "that" and one.way == "phrase"))


def is_ing(sentence: Sentence, found: Found) -> bool:
    """Whether its cue is a participle: "saying"."""
    return sentence[found.cue[0]].low.endswith("ing")
