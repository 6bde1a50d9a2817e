"""Claim text -> facts: quantities, dates, names, cues of polarity and certainty, attribution.

Each module reads one kind and knows nothing of the others. Spans count from the start of the text
that is given. The rules read English; in other languages they find digits and names, no words.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from compare.facts.attribution import read_speech
from compare.facts.cues import read_cues
from compare.facts.dates import read_dates
from compare.facts.names import proper_words, read_names
from compare.facts.quantities import read_quantities
from compare.model import Fact

__all__ = ["proper_words", "read_facts"]


def read_facts(text: str, published: date | None = None, proper: Set[str] = frozenset()) -> list[Fact]:
    """All facts of a sentence, by place.

    `published` is the day that "Monday" and "3 March" count from; `proper` are words known to be names.
    """
    whens, taken = read_dates(text, published)
    facts: list[Fact] = [
        *whens,
        *read_quantities(text, taken),
        *read_names(text, proper),
        *read_cues(text),
        *read_speech(text),
    ]
    return sorted(facts, key=lambda fact: (fact.span, fact.kind))
