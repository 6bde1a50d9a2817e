"""Links among pairs that were read: one number, every share of it shown, and the certain left alone."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align import SAME, Candidate
from compare.align.reread import first_look, likeness, reread
from compare.align.rivals import RIVALS
from compare.model import Evidence
from compare.settings import RereadWeights, Settings
from tests.fakes import told

WIRE = told("wire", "Divers found nine bodies.", "The ferry sank on Monday.")
STATE = told("state", "Divers found four bodies.", "Divers found the wreck.", "The ferry sank at dawn.")
PORT = told("port", "Divers searched the wreck.", "The ferry went down.")
CLAIMS = [*PORT, *STATE, *WIRE]  # by label

# Weights that a reader can add up in their head.
BY_HAND = RereadWeights(
    first=(0.0, 1.0, 1.0),
    bias=-1.0,
    odds=0.5,
    read=2.0,
    rivals={
        "stronger rival": -1.0,
        "weaker rival": -2.0,
        "third article": 1.0,
        "third article broken": -0.5,
        "neighbours linked": 0.25,
    },
    threshold=0.5,
    cohesion=0.4,
)
ALL = replace(BY_HAND, threshold=0.0)


def share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def prospect(left: int, right: int, odds: float) -> Candidate:
    """Two of CLAIMS with the log-odds of a link by likeness."""
    evidence = Evidence("meaning", 0.8, odds + 0.5), Evidence("before any likeness", 0.0, -0.5)
    return Candidate(CLAIMS[left], CLAIMS[right], 0.8, share(odds), evidence)


def again(found: list[Candidate], logits: list[float], weights: RereadWeights = BY_HAND) -> list[Candidate]:
    return reread(found, CLAIMS, np.array(logits, np.float32), weights)


def test_a_worked_example_by_hand() -> None:
    """One claim and two rivals for it: at first sight 1 + 1 and 0 + 0, so 0.88 and 0.5."""
    better, worse = prospect(2, 5, odds=1.0), prospect(3, 5, odds=0.0)
    assert first_look([better, worse], np.array([1.0, 0.0]), BY_HAND) == pytest.approx([share(2), 0.5])
    kept, dropped = again([better, worse], [1.0, 0.0], ALL)
    assert [(part.name, part.value, part.weight) for part in kept.evidence] == [
        ("meaning", 0.8, pytest.approx(0.75)),
        ("before any likeness", 0.0, pytest.approx(-0.25)),
        ("read together", pytest.approx(share(1)), pytest.approx(2.0)),
        ("rivals", pytest.approx(0.5), pytest.approx(-0.5)),
        ("third article", 0.0, 0.0),
        ("neighbours linked", 0.0, 0.0),
        ("after reading", 0.0, -1.0),
    ]
    assert kept.probability == pytest.approx(share(0.5 + 2.0 - 0.5 - 1.0))
    assert dropped.probability == pytest.approx(share(0.0 + 0.0 - share(2) - 1.0))
    assert (kept.left, kept.right, kept.similarity) == (better.left, better.right, better.similarity)


def test_a_third_article_and_a_neighbour_are_shown_with_their_share() -> None:
    """Port 0, state 0 and wire 0 tell one thing; state 1 and wire 1 stand beside the last two. All at even odds."""
    found = [prospect(0, 2, 0.0), prospect(0, 5, 0.0), prospect(2, 5, 0.0), prospect(3, 6, 0.0)]
    shown = {(one.left.id, one.right.id): one.evidence for one in again(found, [0.0] * 4, ALL)}
    parts = {part.name: part for part in shown[CLAIMS[2].id, CLAIMS[5].id]}
    assert (parts["third article"].value, parts["third article"].weight) == pytest.approx((0.25, 0.25))
    assert (parts["neighbours linked"].value, parts["neighbours linked"].weight) == pytest.approx((0.5, 0.125))


@pytest.mark.parametrize("logit", [-80.0, 0.0, 80.0])
def test_the_same_words_stay_certain_whatever_was_read(logit: float) -> None:
    same = Candidate(CLAIMS[2], CLAIMS[5], 1.0, 1.0, (SAME,))
    assert first_look([same], np.array([logit]), BY_HAND) == [1.0]
    assert again([same, prospect(3, 6, 0.0)], [logit, -9.0], replace(BY_HAND, threshold=1.0)) == [same]


def test_a_certain_link_counts_fully_against_its_rivals() -> None:
    same = Candidate(CLAIMS[2], CLAIMS[5], 1.0, 1.0, (SAME,))
    (_, rival) = again([same, prospect(3, 5, 0.0)], [-80.0, 0.0], ALL)
    assert [part.value for part in rival.evidence if part.name == "rivals"] == [1.0]


def test_likeness_is_the_log_odds_of_a_prospect() -> None:
    found = [prospect(2, 5, 1.5), prospect(3, 5, -0.3)]
    assert likeness(found) == pytest.approx([log(one.probability / (1 - one.probability)) for one in found])


@pytest.mark.parametrize("weights", [BY_HAND, Settings().reread_weights], ids=["by hand", "fitted"])
def test_nothing_read_nothing_linked(weights: RereadWeights) -> None:
    assert again([], [], weights) == []


ACROSS = [(a, b) for b in range(len(CLAIMS)) for a in range(b) if CLAIMS[a].article != CLAIMS[b].article]
READ = st.dictionaries(st.sampled_from(ACROSS), st.tuples(st.floats(-6, 6), st.floats(-6, 6, width=32)), max_size=12)
Found = dict[tuple[int, int], tuple[float, float]]


def made(read: Found, weights: RereadWeights) -> list[Candidate]:
    return again(
        [prospect(*pair, odds) for pair, (odds, _) in read.items()], [logit for _, logit in read.values()], weights
    )


@pytest.mark.parametrize("weights", [BY_HAND, Settings().reread_weights], ids=["by hand", "fitted"])
@given(read=READ)
def test_the_evidence_sums_to_the_log_odds(weights: RereadWeights, read: Found) -> None:
    for one in made(read, replace(weights, threshold=0.0)):
        assert share(sum(part.weight for part in one.evidence)) == pytest.approx(one.probability)


@given(READ, st.floats(0, 1))
def test_the_threshold_is_kept_and_changes_no_number(read: Found, threshold: float) -> None:
    everything = made(read, ALL)
    assert len(everything) == len(read)
    assert made(read, replace(BY_HAND, threshold=threshold)) == [
        one for one in everything if one.probability >= threshold
    ]


@given(READ, st.randoms(use_true_random=False))
def test_the_order_of_the_prospects_changes_nothing(read: Found, random: object) -> None:
    pairs = list(read)
    random.shuffle(pairs)
    shuffled = made({pair: read[pair] for pair in pairs}, ALL)
    assert sorted(shuffled, key=_ends) == sorted(made(read, ALL), key=_ends)


def _ends(one: Candidate) -> tuple[str, str]:
    return one.left.id, one.right.id


def test_the_fitted_weights_name_every_rivalry() -> None:
    weights = Settings().reread_weights
    assert weights is not None
    assert set(weights.rivals) == set(BY_HAND.rivals) == set(RIVALS)
