"""How the phrases of the lexicon are written, and what they share.

A phrase is written in words: `a|b` is either, `a?` may be left out, `deny~` is any form of the verb. Of phrases that
begin at one word the longest is read. A group with a rule is read only where the rule of that name (rules/) holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from compare.facts.cues.inflection import forms
from compare.model import CueKind

Reach = Literal["clause", "content", "subject", "phrase", "adverb", "before", "whole"]
"""How far a cue governs; see scope.py."""


def _choices(slot: str) -> Iterator[tuple[str, ...]]:
    """`a|b?` -> (a), (b), (); `deny~` -> its forms."""
    if slot.endswith("?"):
        yield ()
        slot = slot[:-1]
    for word in slot.split("|"):
        yield from ((form,) for form in (forms(word[:-1]) if word.endswith("~") else [word]))


@dataclass(frozen=True)
class Group:
    """Cues of one sense that govern alike; without a sense, phrases that look like a cue and are none."""

    sense: CueKind | None
    reach: Reach
    phrases: str
    rule: str = ""

    def written(self) -> Iterator[str]:
        """Each phrase in all the ways it is written."""
        for phrase in self.phrases.split(","):
            for parts in product(*(list(_choices(slot)) for slot in phrase.split())):
                yield " ".join(word for part in parts for word in part)
