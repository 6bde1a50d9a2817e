"""What stands around a phrase, as far as several rules look at it."""

from __future__ import annotations

from collections.abc import Callable

from compare.facts.cues.grammar import BE, DETERMINERS, SUBJECT_PRONOUNS
from compare.facts.cues.sentence import Sentence

Rule = Callable[[Sentence, int, int], bool]
"""Of a sentence, the place of the phrase's first word, and the place after its last."""

_NEGATIVES = frozenset("not never no cannot nobody nor neither without hardly".split())
_LINKS = BE | frozenset(
    "remain remains remained look looks looked appear appears appeared still seem seems seemed".split()
)
NUMBERS = frozenset("a an one two three four five six seven eight nine ten twelve twenty".split())
STARTS = DETERMINERS | SUBJECT_PRONOUNS | frozenset("him them us me".split())
"""Words that a noun phrase or clause begins with."""


def after_be(s: Sentence, first: int) -> bool:
    """Whether a form of "be" stands before, perhaps with an adverb between."""
    before = s.word(first - 1)
    return before in _LINKS or (s.word(first - 2) in _LINKS and not s.comma(first)) or before == "widely"


def is_negated(s: Sentence, first: int, within: int = 2) -> bool:
    """Whether a negative word stands in the few words before, in the same clause."""
    for at in range(first - 1, max(-1, first - 1 - within), -1):
        if s.stops(at + 1) or s.comma(at + 1):
            return False
        if s.word(at) in _NEGATIVES or s.word(at).endswith("n't"):
            return True
    return False


def ends(s: Sentence, after: int) -> bool:
    """Whether the clause ends, or a comma stands, before the word at a place."""
    return s.stops(after) or s.comma(after)
