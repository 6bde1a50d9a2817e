"""A number that may count people, and what befell them."""

from __future__ import annotations

from dataclasses import dataclass

from compare.facts.quantities.nouns import Noun


@dataclass(frozen=True)
class Counted:
    """A number of people or of nothing named, before it is known what befell them: its tokens and its noun."""

    first: int
    after: int
    noun: Noun | None


@dataclass(frozen=True)
class Fate:
    """What befell them, or what befell those whom they are a part of."""

    name: str
    after: int
    """The token after the words counted, where they name the fate ("12 deaths"); else where the noun ends."""
    part: bool = False
    beyond: bool = False
    """Told by a verb after the noun, which a number joined by "and" before shares."""
