"""Rivals and neighbours of likely pairs: worked out by hand, and the same from either side in any order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.rivals import RIVALS, rivalry

Chances = dict[tuple[int, int], float]
HOME = [*"aaabbbcc"]
"""Claims 0 to 2 stand in article a, 3 to 5 in b, 6 and 7 in c."""


def seen(chances: Chances, home: list[str] = HOME) -> dict[tuple[int, int], dict[str, float]]:
    """What is said of each pair, by the names of the columns."""
    rows = rivalry(list(chances), np.array([*chances.values()], float), home)
    return {pair: dict(zip(RIVALS, row, strict=True)) for pair, row in zip(chances, rows.tolist(), strict=True)}


CHANCES = {(0, 3): 0.9, (0, 4): 0.6, (1, 4): 0.8, (0, 6): 0.7, (3, 6): 0.5, (1, 7): 0.4}


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        # 0-4 is a rival on one side, 3 has none; 6 holds both, 0.7 * 0.5, by 0.2 unevenly; 1-4 follows.
        ((0, 3), (0.6, 0.0, 0.35, 0.2, 0.8)),
        # 0-3 and 1-4 are both rivals; 6 is linked to 0 and not to 4; nothing is beside it.
        ((0, 4), (0.9, 0.8, 0.0, 0.7, 0.0)),
        # 0-4 is a rival; 7 is linked to 1 alone; 0-3 goes before.
        ((1, 4), (0.6, 0.0, 0.0, 0.4, 0.9)),
        # Of article b, 3 holds both, 0.9 * 0.5, but 4 is linked to 0 alone; 1-7 follows.
        ((0, 6), (0.0, 0.0, 0.45, 0.6, 0.4)),
        # 0 holds both, 0.9 * 0.7.
        ((3, 6), (0.0, 0.0, 0.63, 0.2, 0.0)),
        # 4 is linked to 1 alone; 0-6 goes before.
        ((1, 7), (0.0, 0.0, 0.0, 0.8, 0.7)),
    ],
)
def test_a_worked_example_by_hand(pair: tuple[int, int], expected: tuple[float, ...]) -> None:
    assert tuple(seen(CHANCES)[pair].values()) == pytest.approx(expected)


def test_a_pair_alone_has_no_rivals_and_no_neighbours() -> None:
    assert set(seen({(0, 3): 0.9})[0, 3].values()) == {0.0}


def test_only_the_strongest_rival_of_each_side_counts() -> None:
    found = seen({(0, 3): 0.5, (0, 4): 0.2, (0, 5): 0.9, (1, 3): 0.4, (2, 3): 0.3})[0, 3]
    assert (found["stronger rival"], found["weaker rival"]) == (0.9, 0.4)


def test_a_claim_of_another_article_is_no_rival() -> None:
    found = seen({(0, 3): 0.5, (0, 6): 0.9})[0, 3]
    assert (found["stronger rival"], found["weaker rival"]) == (0.0, 0.0)


def test_the_claim_of_a_third_article_that_holds_the_two_best_counts() -> None:
    found = seen({(0, 3): 0.5, (0, 6): 0.9, (3, 6): 0.1, (0, 7): 0.6, (3, 7): 0.6})[0, 3]
    assert found["third article"] == pytest.approx(0.36)
    assert found["third article broken"] == pytest.approx(0.8)


def test_the_likelier_neighbour_counts() -> None:
    assert seen({(0, 3): 0.3, (1, 4): 0.5, (2, 5): 0.7})[1, 4]["neighbours linked"] == 0.7


def test_claims_that_are_crossed_are_no_neighbours() -> None:
    assert seen({(0, 4): 0.5, (1, 3): 0.9})[0, 4]["neighbours linked"] == 0.0


@pytest.mark.parametrize(
    ("chances", "pair"),
    [
        ({(2, 5): 0.5, (3, 6): 0.9}, (2, 5)),  # 3 and 6 stand next, in the articles after
        ({(2, 5): 0.5, (3, 6): 0.9}, (3, 6)),
        ({(2, 7): 0.5}, (2, 7)),  # nothing stands after 7
        ({(0, 3): 0.5}, (0, 3)),  # nothing stands before 0
    ],
)
def test_an_article_ends_where_it_ends(chances: Chances, pair: tuple[int, int]) -> None:
    assert seen(chances)[pair]["neighbours linked"] == 0.0


def test_no_pairs_no_rows() -> None:
    assert rivalry([], np.empty(0), HOME).shape == (0, len(RIVALS))


ACROSS = [(a, b) for a in range(len(HOME)) for b in range(a) if HOME[a] != HOME[b]]
SOME = st.dictionaries(st.sampled_from([(b, a) for a, b in ACROSS]), st.floats(0, 1), max_size=15)


@given(SOME, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_nothing(chances: Chances, random: object) -> None:
    pairs = list(chances)
    random.shuffle(pairs)
    assert seen({pair: chances[pair] for pair in pairs}) == seen(chances)


@given(SOME)
def test_left_and_right_may_be_swapped(chances: Chances) -> None:
    back = seen({pair[::-1]: chance for pair, chance in chances.items()})
    assert {pair[::-1]: row for pair, row in back.items()} == seen(chances)


@given(SOME, st.permutations("abc"))
def test_the_order_of_the_articles_changes_nothing(chances: Chances, order: list[str]) -> None:
    places = [old for label in order for old, home in enumerate(HOME) if home == label]
    new = {old: place for place, old in enumerate(places)}
    moved = {(new[a], new[b]): chance for (a, b), chance in chances.items()}
    there = seen({(min(pair), max(pair)): chance for pair, chance in moved.items()}, [HOME[old] for old in places])
    for (a, b), row in seen(chances).items():
        assert there[min(new[a], new[b]), max(new[a], new[b])] == row


@given(SOME)
def test_every_value_is_a_share_and_the_stronger_rival_is_the_stronger(chances: Chances) -> None:
    for row in seen(chances).values():
        assert all(0 <= value <= 1 for value in row.values())
        assert row["stronger rival"] >= row["weaker rival"]
