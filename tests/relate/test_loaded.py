"""Loaded words: of every camp, and none that plain reports use."""

from __future__ import annotations

import pytest

from compare.relate.loaded import KINDS, LOADED
from compare.wording import FUNCTION_WORDS, stem

BOTH_WAYS = [
    ("regime", "terrorists"),
    ("dictatorship", "rioters"),
    ("puppets", "traitors"),
    ("occupiers", "saboteurs"),
    ("crackdown", "mob"),
    ("martyrs", "liberators"),
    ("massacre", "neutralised"),
    ("heroic", "cowardly"),
    ("triumph", "humiliation"),
    ("resolute", "reckless"),
    ("masterstroke", "fiasco"),
]

PLAIN = """crisis order calm injured killed attack attacks crime criminal criminals justice court police army government
    opposition protesters fighters rebels militants soldiers victory defeat lead surrender retreat strength weakness
    fear panic collapse disaster hostages murder murdered illegal execution finally only responsible unity radical
    elements invasion stolen plot conspiracy lie lies shock shocked silence alarm handful explosive
    explosives scheme cave corner inspired champion champions principle eliminate rig oil-rig landmark milestone
    robbery looting liquidation collateral precautionary punished chill crawl spin token religion holy sacred
    baseless said""".split()


@pytest.mark.parametrize(("ours", "theirs"), BOTH_WAYS, ids=map(" ".join, BOTH_WAYS))
def test_words_of_both_camps_are_loaded(ours: str, theirs: str) -> None:
    assert {stem(ours), stem(theirs)} <= LOADED


@pytest.mark.parametrize("word", PLAIN)
def test_words_of_plain_reports_are_not_loaded(word: str) -> None:
    assert stem(word) not in LOADED


@pytest.mark.parametrize("word", ["brutally", "brutal", "heroes", "heroically", "massacred", "betrayed", "appeasing"])
def test_every_form_is_loaded(word: str) -> None:
    assert stem(word) in LOADED


def test_no_word_stands_in_two_kinds_and_none_is_a_function_word() -> None:
    words = [word for kind in KINDS.values() for word in kind.split()]
    assert len(words) == len(set(words))
    assert not set(words) & FUNCTION_WORDS


def test_blame_of_those_in_power_and_of_those_against_them_weigh_alike() -> None:
    """A list that knows twice the words for one camp would find framing in the other's reports alone."""
    rulers, opponents = (len(KINDS[kind].split()) for kind in ("blame of rulers", "blame of opponents"))
    assert 0.7 <= rulers / opponents <= 1.4
