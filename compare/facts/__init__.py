"""Claim text -> facts: quantities, dates, names, cues of polarity and certainty, attribution.

Each module reads one kind and knows nothing of the others. Spans count from the start of the text
that is given. The rules read English; in other languages they find digits and names, no words.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from compare.facts.attribution import Voice, read_speech
from compare.facts.cues import certainty, read_cues
from compare.facts.dates import read_dates
from compare.facts.names import proper_words, read_names
from compare.facts.quantities import read_quantities
from compare.model import Fact, When

__all__ = ["Context", "certainty", "proper_words", "read_facts"]


@dataclass(frozen=True)
class Context:
    """What the sentences before tell about one: pass on the context that reading a sentence gives back."""

    published: date | None = None
    """The day that "Monday" and "3 March" count from."""
    proper: Set[str] = frozenset()
    """Words known to be names, for the start of a sentence."""
    anchor: date | None = None
    """The day told last, that "two days later" counts from."""
    voice: Voice | None = None
    """Who spoke last, and whether the quotation goes on."""


def read_facts(text: str, context: Context = Context()) -> tuple[list[Fact], Context]:
    """All facts of a sentence, by place, and the context for the next."""
    whens, taken = read_dates(text, context.published, context.anchor)
    speeches, voice = read_speech(text, context.voice)
    facts: list[Fact] = [
        *whens,
        *read_quantities(text, taken),
        *read_names(text, context.proper),
        *read_cues(text),
        *speeches,
    ]
    after = replace(context, voice=voice, anchor=_anchor(whens, context.anchor))
    return sorted(facts, key=lambda fact: (fact.span, fact.kind)), after


def _anchor(whens: Sequence[When], before: date | None) -> date | None:
    """The last day told; after a longer stretch of days nobody knows what "the next day" follows."""
    days = [when for when in whens if when.first is not None]
    if not days:
        return before
    return days[-1].first if days[-1].first == days[-1].last else None
