"""Copies as an editor makes them: a paragraph with a share of its words substituted, deleted, put in or moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

_MARKS = ",.;:!?\"'()“”‘’—–"
_KINDS = {"substitute": 6, "delete": 3, "insert": 3, "swap": 1, "cut": 1, "move": 1}
"""How often each kind of edit is made; "cut" and "move" are of a clause where one is small enough."""


def edited(sentences: Sequence[str], share: float, vocabulary: Sequence[str], random: Random) -> list[str]:
    """The sentences with `share` of their words edited, one word at a time or a clause as a whole.

    The edits fall where they may in the paragraph, so that one sentence bears more of them than another.
    Example: edited(["It rained all day."], 0.25, ["snowed"], Random(1)) -> ["It snowed all day."], or another.
    """
    made = [sentence.split() for sentence in sentences]
    budget = round(share * sum(map(len, made)))
    while budget > 0:
        words = random.choices(made, [len(words) for words in made])[0]
        budget -= _edit(words, budget, vocabulary, random)
    return [" ".join(words) for words in made]


def _edit(words: list[str], budget: int, vocabulary: Sequence[str], random: Random) -> int:
    """One edit, in place; how many words it cost, at least one."""
    kind = random.choices(list(_KINDS), list(_KINDS.values()))[0]
    place = random.randrange(len(words))
    if kind in ("cut", "move") and (clause := _clause(words, budget, random)):
        taken = words[clause]
        del words[clause]
        words[:0] = taken if kind == "move" else []
        return len(taken)
    if kind == "swap" and place + 1 < len(words) and budget > 1:
        words[place : place + 2] = reversed(words[place : place + 2])
        return 2
    if kind == "delete" and len(words) > 3:
        del words[place]
    elif kind == "insert":
        words.insert(place, random.choice(vocabulary))
    else:
        words[place] = _like(words[place], random.choice(vocabulary))
    return 1


def _clause(words: Sequence[str], budget: int, random: Random) -> slice | None:
    """A clause after a comma, of two to `budget` words."""
    ends = [place + 1 for place, word in enumerate(words) if word.endswith(",")]
    clauses = [slice(a, b) for a, b in pairwise([*ends, len(words) - 1]) if 1 < b - a <= budget]
    return random.choice(clauses) if clauses else None


def _like(old: str, new: str) -> str:
    """The new word with the marks around the old one."""
    bare = old.strip(_MARKS)
    return old.replace(bare, new, 1) if bare else new
