"""Krippendorff's alpha against the worked examples of Krippendorff 2011, by hand, and its interval."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from compare.review.agreement import alpha
from compare.settings import Settings


def units(*observers: str) -> list[list[str]]:
    """A row an observer, a column a unit, "." where a value is missing -> the values of each unit."""
    rows = [observer.split() for observer in observers]
    return [[value for value in unit if value != "."] for unit in zip(*rows, strict=True)]


BINARY = units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")  # section A
TWO_OBSERVERS = units("a a b b d c c c e d d a", "b a b b b c c c e d d d")  # section B
MISSING = units(  # section C
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


@pytest.mark.parametrize(("example", "printed"), [(BINARY, 0.095), (TWO_OBSERVERS, 0.692), (MISSING, 0.743)])
def test_the_worked_examples_of_the_paper(example: list[list[str]], printed: float) -> None:
    assert alpha(example).value == pytest.approx(printed, abs=0.0005)


def test_only_units_with_two_values_count() -> None:
    found = alpha(MISSING)
    assert (found.units, found.values) == (11, 40)  # the paper: the twelfth unit has one value, n = 40
    assert alpha([*MISSING, ["7"], []]) == found


def test_by_hand() -> None:
    # n = 6, three a and three b, one unit split: 1 - 5 * 2 / (36 - 9 - 9).
    found = alpha([["a", "a"], ["a", "b"], ["b", "b"]])
    assert found.value == pytest.approx(4 / 9)
    assert found.same == pytest.approx(2 / 3)
    # Always the other: n = 4, 1 - 3 * 4 / 8.
    assert alpha([["a", "b"], ["b", "a"]]).value == pytest.approx(-0.5)
    # Three values in one unit: 4 of its 6 ordered pairs differ, each counts half; n = 5, 1 - 4 * 2 / (25 - 16 - 1).
    assert alpha([["a", "a", "b"], ["a", "a"]]).value == pytest.approx(0)


def test_all_agree() -> None:
    found = alpha([["a", "a"], ["b", "b", "b"]] * 4)
    assert found.value == found.same == 1
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (1, 1)


def test_nothing_to_compare_is_no_alpha_and_says_why() -> None:
    found = alpha([["a"], [], ["b"]])
    assert (found.value, found.interval, found.same, found.units) == (None, None, None, 0)
    assert "decided by two" in found.why


def test_no_variation_is_no_alpha_and_says_why() -> None:
    found = alpha([["a", "a"]] * 9)
    assert (found.value, found.interval, found.same, found.units) == (None, None, 1, 9)
    assert "all decisions are the same" in found.why


def test_the_order_of_units_and_values_never_shows() -> None:
    shuffled = [list(reversed(unit)) for unit in MISSING]
    random.Random(1).shuffle(shuffled)
    assert alpha(shuffled) == alpha(MISSING)


def test_the_interval_is_that_of_drawing_units_again() -> None:
    example = MISSING * 5
    found = alpha(example).interval
    assert found is not None
    chance = random.Random(7)
    single = Settings(interval_claims=1000)  # no interval for each of them
    drawn = [alpha(chance.choices(example, k=len(example)), single).value for _ in range(1000)]
    assert (found.low, found.high) == pytest.approx(tuple(np.percentile(drawn, [2.5, 97.5])), abs=0.03)
    assert found.low < 0.743 < found.high


def test_few_units_bear_no_interval() -> None:
    settings = replace(Settings(), interval_claims=4)
    assert alpha(TWO_OBSERVERS[:3], settings).interval is None
    assert alpha(TWO_OBSERVERS[:5], settings).interval is not None
