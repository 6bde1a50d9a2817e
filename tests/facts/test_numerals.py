from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.numerals import digits, numerals, spelled

EXACT = [
    ("12", 12),
    ("1,200", 1200),
    ("3,000,000", 3e6),
    ("1.6", 1.6),
    ("1,5", 1.5),
    ("12\u00a0000", 12000),
    ("2.6bn", 2.6e9),
    ("40k", 40000),
    ("15 million", 15e6),
    ("4.5-million", 4.5e6),
    ("seven", 7),
    ("twenty-one", 21),
    ("ninety nine", 99),
    ("a dozen", 12),
    ("two dozen", 24),
    ("40 dozen", 480),
    ("half a dozen", 6),
    ("a hundred", 100),
    ("three hundred", 300),
    ("twelve hundred", 1200),
    ("one hundred and twenty-five", 125),
    ("two thousand", 2000),
    ("a hundred thousand", 1e5),
    ("two million three hundred thousand", 2.3e6),
    ("half a million", 5e5),
    ("two and a half", 2.5),
    ("one and a half million", 1.5e6),
    ("one-and-a-half", 1.5),
    ("five lakh", 5e5),
    ("three crore", 3e7),
    ("1'200", 1200),
    ("12\u2009000", 12000),
    ("1.200.000", 1.2e6),
    ("1.200,50", 1200.5),
    ("12,50,000", 1.25e6),
    ("a million and a half", 1.5e6),
    ("two-and-a-half million", 2.5e6),
    ("a quarter of a million", 250_000),
    ("two and three quarters", 2.75),
    ("2½", 2.5),
    ("3 million and a half", 3.5e6),
    ("one thousand and one", 1001),
    ("fifty-five thousand", 55_000),
]


@pytest.mark.parametrize(("written", "value"), EXACT)
def test_a_number_in_digits_or_words_has_its_value(written, value):
    text = f"They counted {written} altogether."
    (numeral,) = numerals(text)
    assert text[numeral.start : numeral.end] == written
    assert numeral.low == numeral.high == value
    assert not numeral.vague


VAGUE = [
    ("dozens", 20, 99),
    ("scores", 40, 199),
    ("hundreds", 200, 1999),
    ("thousands", 2000, 19999),
    ("tens of thousands", 20_000, 199_000),
    ("hundreds of thousands", 200_000, 1_999_000),
    ("millions", 2e6, 19_999_999),
    ("several", 3, 12),
    ("several hundred", 300, 1200),
    ("a few", 3, 9),
    ("a few thousand", 3000, 9000),
    ("a couple", 2, 3),
]


@pytest.mark.parametrize(("written", "low", "high"), VAGUE)
def test_a_number_of_vague_size_is_a_range(written, low, high):
    (numeral,) = numerals(f"Police found {written} of them.".replace(" of of ", " of "))
    assert (numeral.low, numeral.high, numeral.vague) == (low, high, True)


PARTS = [
    ("half of the town", 50),
    ("half the town", 50),
    ("a third of the votes", 100 / 3),
    ("two thirds of the votes", 200 / 3),
    ("three-quarters agreed", 75),
    ("one-fifth of its budget", 20),
    ("seven in ten voters", 70),
    ("nine out of ten nurses", 90),
    ("one in three homes", 100 / 3),
    ("one household in five", 20),
    ("two thirds agreed", 200 / 3),
]


@pytest.mark.parametrize(("text", "percent"), PARTS)
def test_a_fraction_is_read_as_percent(text, percent):
    (numeral,) = numerals(text)
    assert numeral.form == "part"
    assert numeral.low == pytest.approx(percent)


NONE = [
    "An hour passed and a bus came.",
    "The F-16 took off.",
    "It is open 24/7.",
    "Signed on 10/12/2025.",
    "Covid-19 came back.",
    "She scores every week.",
    "Call 555-0143.",
    "The code is 007.",
    "A 5G mast fell.",
    "Version 2.0.1 is out.",
    "Someone left the stone bone alone.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_number_is_none(text):
    assert numerals(text) == []


SEPARATE = [
    ("a three-day strike", [3]),
    ("two five-year terms", [2, 5]),
    ("three in 10 days", [3, 10]),
    ("10-12 people", [10, 12]),
    ("They won 3-1.", [3, 1]),
    ("a hundred and two others", [100, 2]),
    ("twenty one-day passes", [20, 1]),
    ("between 5 and 10", [5, 10]),
]


@pytest.mark.parametrize(("text", "values"), SEPARATE)
def test_numbers_side_by_side_are_not_added_up(text, values):
    assert [numeral.low for numeral in numerals(text)] == values


@pytest.mark.parametrize(
    ("written", "value"), [("1,200", 1200), ("1,5", 1.5), ("1.6", 1.6), ("12\u202f000", 12000), ("1,234.5", 1234.5),
                          ("007", None), ("10,12,15", None), ("1.2.3", None)]
)  # fmt: skip
def test_digits_know_their_separators(written, value):
    assert digits(written) == value


@pytest.mark.parametrize(("written", "value"), [("a", None), ("an", None), ("a dozen", 12), ("forty-two", 42)])
def test_a_lone_article_is_no_number(written, value):
    assert spelled(written) == value


RANKS = [("third", 3), ("21st", 21), ("twenty-first", 21), ("twelfth", 12), ("40th", 40)]


@pytest.mark.parametrize(("written", "value"), RANKS)
def test_an_ordinal_is_a_rank(written, value):
    (numeral,) = numerals(f"It was the {written} attempt.")
    assert (numeral.low, numeral.form) == (value, "rank")


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_back_with_and_without_commas(value):
    for written in (f"{value}", f"{value:,}"):
        assert [numeral.low for numeral in numerals(f"about {written} things")] == [value]


@given(st.text(max_size=200))
def test_any_text_gives_ordered_numerals_inside_it(text):
    end = 0
    for numeral in numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert numeral.low <= numeral.high
        end = numeral.end
