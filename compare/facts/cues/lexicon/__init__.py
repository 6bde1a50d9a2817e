"""The cues by sense, as phrases: function words, and the verbs, adverbs and nouns that reporters use for them."""

from __future__ import annotations

from collections import defaultdict

from compare.facts.cues.lexicon.certainty import CERTAINTY
from compare.facts.cues.lexicon.phrases import Group, Reach
from compare.facts.cues.lexicon.polarity import POLARITY

__all__ = ["GROUPS", "PHRASES", "Group", "Reach"]

GROUPS = POLARITY + CERTAINTY


def _table() -> dict[str, dict[tuple[str, ...], tuple[Group, ...]]]:
    table: dict[str, dict[tuple[str, ...], list[Group]]] = defaultdict(lambda: defaultdict(list))
    for group in GROUPS:
        for phrase in group.written():
            words = tuple(phrase.split())
            table[words[0]][words].append(group)
    return {
        first: {words: tuple(found[words]) for words in sorted(found, key=len, reverse=True)}
        for first, found in table.items()
    }


PHRASES = _table()
"""By its first word, each phrase with its groups, the longest first."""
