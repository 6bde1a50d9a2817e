"""Quantities: a number with its bounds, its unit or what it counts, and in which sense it is told.

Reads digits and words, ranges, scores and votes, bounds ("at least", "up to", "nearly"), percent, currencies,
measures (converted to one of each kind), ages, ordinals, rates, changes, and what is counted, from the words around.
A change is told by its size: whether something rose or fell stands in the verb. Years, times of day and numbers that
are part of a name ("Section 3", "Boeing 737") are no quantities.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.facts.numerals import Numeral, read_numerals
from compare.facts.quantities.designations import is_designation
from compare.facts.quantities.figures import figures
from compare.facts.quantities.reading import read_figures
from compare.facts.quantities.signs import signed
from compare.facts.quantities.zero import read_zeros
from compare.facts.tokens import Sentence
from compare.model import Quantity, Span

__all__ = ["read_quantities"]


def read_quantities(text: str, taken: Sequence[Span] = ()) -> list[Quantity]:
    """The quantities of a sentence, in order; nothing is read inside the spans already `taken`.

    Example: "at least 12 people were killed" -> low 12, high None, unit "dead".
    """
    sentence = Sentence(text)
    found = _free(list(read_numerals(sentence)), taken)
    counting = [numeral for numeral in found if not is_designation(sentence, numeral)]
    told = [signed(text, quantity) for quantity in read_figures(sentence, list(figures(sentence, counting)))]
    read = [*told, *read_zeros(sentence)]
    return sorted(read, key=lambda quantity: quantity.span)


def _free(found: Sequence[Numeral], taken: Sequence[Span]) -> list[Numeral]:
    """The numerals that do not lie in a stretch already taken."""
    covered = sorted((span.start, span.end) for span in taken)
    free, at, reach = [], 0, 0
    for numeral in found:
        while at < len(covered) and covered[at][0] < numeral.end:
            reach, at = max(reach, covered[at][1]), at + 1
        if reach <= numeral.start:
            free.append(numeral)
    return free
