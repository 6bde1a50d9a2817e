"""Words for opposite outcomes, in all their forms, and words that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.relate.opposites import _OPPOSITES, are_opposites
from compare.wording import stem

OPPOSED = """
rose fell / began ended / rises falls / rising falling / risen fallen / grew shrank / climbed dropped / soared plunged
increases decreases / gained lost / higher lower / raised cut / widened narrowed / improved worsened
accelerated slowed / strengthened weakened / surplus deficit / doubled halved / bought sold / opened closed
reopening shut / approved rejected / adopts vetoed / accepts refuses / backed opposed / supporting opposing
upheld overturned / upholds quashed / allowed banned / permits forbids / imposed lifted / introduced scrapped
hires sacked / won lost / winning losing / wins loses / victory defeat / succeeded failed
successful unsuccessful / advanced withdrew / withdrawn deployed / stayed resigned / resumed suspended
continued halted / freed detained / confirmed denied / true false / guilty innocent / convicted acquitted
legal illegal / lawfully unlawfully / unharmed injured / unhurt wounded / peaceful violent / calm chaotic
united divided / intact destroyed / clean polluted / safe unsafe / safe dangerous / stable unstable
enough insufficient / empty packed / cheaper costlier / permanent temporary / compulsory optional
accidental deliberate / publicly secretly / honest dishonest / correct incorrect / possible impossible
legal illegal / responsible irresponsible / agrees disagrees / qualified disqualified / happy unhappy
lawful unlawful / constitutional unconstitutional / changed unchanged / planned unplanned
"""
PAIRS = [pair.split() for line in OPPOSED.strip().splitlines() for pair in line.split(" / ")]

UNOPPOSED = """
rose climbed / rose rejected / ion union / art bart / arrested released / arrived left
first last / early late / full part / up down / praised condemned / survived died / loaded unloaded
veiled unveiled / covered uncovered / port import / closed disclosed / missed dismissed / vested invested
proved improved / charged discharged / rest unrest / cover discover / real unreal / form inform
played displayed / north south / win fail / toll told / killed arrested / press impress
valuable invaluable / identify unidentified / tied united
"""
APART = [pair.split() for line in UNOPPOSED.strip().splitlines() for pair in line.split(" / ")]


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=map(" ".join, PAIRS))
def test_opposite_outcomes_in_either_order(a: str, b: str) -> None:
    assert are_opposites(stem(a), stem(b))
    assert are_opposites(stem(b), stem(a))


@pytest.mark.parametrize(("a", "b"), APART, ids=map(" ".join, APART))
def test_what_can_both_be_true_is_no_opposite(a: str, b: str) -> None:
    assert not are_opposites(stem(a), stem(b))
    assert not are_opposites(stem(b), stem(a))


@given(st.sampled_from(sorted(_OPPOSITES)), st.sampled_from(sorted(_OPPOSITES)))
def test_the_table_is_symmetric_and_no_word_is_its_own_opposite(a: str, b: str) -> None:
    assert are_opposites(a, b) == are_opposites(b, a)
    assert not are_opposites(a, a)


def test_the_words_of_the_table_are_stems() -> None:
    """A word that the stemming leaves different from itself would never be met."""
    assert all(
        there in _OPPOSITES and word in _OPPOSITES[there] for word, others in _OPPOSITES.items() for there in others
    )


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_words_are_answered_alike_in_either_order(a: str, b: str) -> None:
    assert are_opposites(a, b) == are_opposites(b, a)
