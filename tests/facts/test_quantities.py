from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.quantities import read_quantities
from compare.model import Span

HOUR = 1.0
DAY = 24.0
YEAR = 8766.0

# sentence, the words of the quantity, lowest, highest, unit, vague
CASES = [
    # what is counted
    ("Twelve ships left port.", "Twelve ships", 12, 12, "ship", False),
    ("They bought 14 planes.", "14 planes", 14, 14, "plane", False),
    ("Nine villages were cut off.", "Nine villages", 9, 9, "village", False),
    ("It closed three factories.", "three factories", 3, 3, "factory", False),
    ("Both boats carried eleven fishermen.", "eleven fishermen", 11, 11, "fisherman", False),
    ("Eight large grain ships sank.", "Eight large grain ships", 8, 8, "ship", False),
    ("The bill needs a 60-vote majority.", "60-vote", 60, 60, "vote", False),
    ("Four of the wells ran dry.", "Four of the wells", 4, 4, "well", False),
    # bounds
    ("At least 12 people came.", "At least 12 people", 12, None, "people", False),
    ("More than 300 people came.", "More than 300 people", 300, None, "people", False),
    ("No fewer than 300 people came.", "No fewer than 300 people", 300, None, "people", False),
    ("More than a dozen people came.", "More than a dozen people", 12, None, "people", False),
    ("Well over 50 people came.", "Well over 50 people", 50, None, "people", False),
    ("Up to 40 people came.", "Up to 40 people", None, 40, "people", False),
    ("Fewer than 40 people came.", "Fewer than 40 people", None, 40, "people", False),
    ("No more than 40 people came.", "No more than 40 people", None, 40, "people", False),
    ("Not more than 40 people came.", "Not more than 40 people", None, 40, "people", False),
    ("Forty people or more came.", "Forty people or more", 40, None, "people", False),
    ("Forty people at most came.", "Forty people at most", None, 40, "people", False),
    ("About 40 people came.", "About 40 people", 40, 40, "people", True),
    ("Nearly 40 people came.", "Nearly 40 people", 40, 40, "people", True),
    ("An estimated 40 people came.", "An estimated 40 people", 40, 40, "people", True),
    ("Dozens of people came.", "Dozens of people", 24, 99, "people", True),
    ("Several hundred people came.", "Several hundred people", 300, 900, "people", True),
    # ranges
    ("10 to 12 people came.", "10 to 12 people", 10, 12, "people", False),
    ("10-12 people came.", "10-12 people", 10, 12, "people", False),
    ("10–12 people came.", "10–12 people", 10, 12, "people", False),
    ("Between 10 and 12 people came.", "10 and 12 people", 10, 12, "people", False),
    ("It cost 5 to 10 million euros.", "5 to 10 million euros", 5e6, 10e6, "eur", False),
    ("It cost $5 to $10 million.", "$5 to $10 million", 5e6, 10e6, "usd", False),
    ("Two to three hundred people came.", "Two to three hundred people", 200, 300, "people", False),
    # percent
    ("Prices rose 4 percent.", "4 percent", 4, 4, "percent", False),
    ("Prices rose by 4.5%.", "4.5%", 4.5, 4.5, "percent", False),
    ("Prices rose four per cent.", "four per cent", 4, 4, "percent", False),
    ("Rates fell half a percentage point.", "half a percentage point", 0.5, 0.5, "points", False),
    ("Rates fell three percentage points.", "three percentage points", 3, 3, "points", False),
    ("Inflation was 3% to 5%.", "3% to 5%", 3, 5, "percent", False),
    ("Two thirds of voters stayed at home.", "Two thirds", 200 / 3, 200 / 3, "percent", False),
    ("About half of the harvest is lost.", "About half", 50, 50, "percent", True),
    # money
    ("It cost $12.", "$12", 12, 12, "usd", False),
    ("It cost US$12 million.", "US$12 million", 12e6, 12e6, "usd", False),
    ("It cost €1.5bn.", "€1.5bn", 1.5e9, 1.5e9, "eur", False),
    ("It cost £20.", "£20", 20, 20, "gbp", False),
    ("It cost 300 rubles.", "300 rubles", 300, 300, "rub", False),
    ("It cost more than $2 million.", "more than $2 million", 2e6, None, "usd", False),
    # units, each turned into one of its kind
    ("They walked 5 km.", "5 km", 5, 5, "km", False),
    ("They walked 10 miles.", "10 miles", 16.09344, 16.09344, "km", False),
    ("It fell 200 metres.", "200 metres", 0.2, 0.2, "km", False),
    ("It weighs two tonnes.", "two tonnes", 2000, 2000, "kg", False),
    ("It burnt 300 hectares.", "300 hectares", 3, 3, "km2", False),
    ("It took 48 hours.", "48 hours", 48, 48, "hour", False),
    ("It took two days.", "two days", 2 * DAY, 2 * DAY, "hour", False),
    ("She got a three-year sentence.", "three-year", 3 * YEAR, 3 * YEAR, "hour", False),
    ("It took two and a half years.", "two and a half years", 2.5 * YEAR, 2.5 * YEAR, "hour", False),
    ("It took half an hour.", "half an hour", 0.5 * HOUR, 0.5 * HOUR, "hour", False),
    ("A magnitude 6.4 tremor hit.", "6.4", 6.4, 6.4, "magnitude", False),
    # fates
    ("At least 12 people were killed.", "At least 12 people", 12, None, "dead", False),
    ("Twelve miners died.", "Twelve miners", 12, 12, "dead", False),
    ("The blast killed seven.", "seven", 7, 7, "dead", False),
    ("The blast killed seven people.", "seven people", 7, 7, "dead", False),
    ("The death toll rose to 214.", "214", 214, 214, "dead", False),
    ("Police arrested 30 demonstrators.", "30 demonstrators", 30, 30, "arrested", False),
    ("Forty people were detained.", "Forty people", 40, 40, "arrested", False),
    ("Nine soldiers were wounded.", "Nine soldiers", 9, 9, "injured", False),
    ("Some 200 are missing.", "Some 200", 200, 200, "missing", True),
    ("They evacuated 3,400 residents.", "3,400 residents", 3400, 3400, "evacuated", False),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "unit", "vague"), CASES)
def test_a_quantity_has_bounds_and_says_what_it_counts(text, words, low, high, unit, vague):
    (found,) = read_quantities(text)
    assert (found.span.of(text), found.unit, found.vague) == (words, unit, vague)
    assert (found.low, found.high) == (low and pytest.approx(low), high and pytest.approx(high))


TWO = [
    ("Twelve people were killed and 30 injured.", [(12, "dead"), (30, "injured")]),
    ("Seven men died and nine were wounded.", [(7, "dead"), (9, "injured")]),
    ("Profit rose 12% to 6.1 billion crowns.", [(12, "percent"), (6.1e9, "crown")]),
    ("Two ships carried 300 tonnes.", [(2, "ship"), (300_000, "kg")]),
    ("The vote was 148 to 146.", [(148, ""), (146, "")]),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_each_number_of_a_sentence_keeps_its_own_unit(text, expected):
    assert [(found.low, found.unit) for found in read_quantities(text)] == expected


NONE = [
    "The pit opened in 1931.",
    "The 2016 election was close.",
    "Section 3 of the act applies.",
    "Article 12 was deleted.",
    "Flight 202 was late.",
    "A Boeing 737 landed.",
    "The council met at 10:45.",
    "The council met at 10.45.",
    "The council met at 4 p.m. as usual.",
    "The council met at half past six.",
    "The council met at four in the afternoon.",
    "At six o'clock the sirens went.",
    "A 43-year-old driver was questioned.",
    "No one was hurt.",
    "One of them fled.",
    "They helped one another.",
    "Terminal 2 is shut.",
    "Nobody came.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_years_times_ages_and_numbers_in_names_are_no_quantities(text):
    assert read_quantities(text) == []


def test_a_round_number_that_looks_like_a_year_counts_where_it_counts_people():
    assert [found.unit for found in read_quantities("Some 2000 troops crossed the river.")] == ["people"]
    assert [found.low for found in read_quantities("More than 2000 homes burnt.")] == [2000]


def test_a_verb_after_a_number_is_not_what_it_counts():
    (found,) = read_quantities("Hundreds resigned.")
    assert found.unit == ""


@pytest.mark.parametrize("text", ["Under the four-page text, schools close.", "Over the 3 hills lies Dorn."])
def test_under_the_and_over_the_are_no_bounds(text):
    (found,) = read_quantities(text)
    assert found.low == found.high


def test_nothing_is_read_where_a_date_stands():
    text = "On 12 March 30 people came."
    assert [found.low for found in read_quantities(text, [Span(3, 11)])] == [30]


@given(st.text(alphabet="0123456789 -–,.%$toand abcPeople", max_size=80))
def test_any_text_gives_ordered_quantities_inside_it(text):
    found = read_quantities(text)
    assert all(quantity.span.end <= len(text) for quantity in found)
    assert sorted(found, key=lambda quantity: quantity.span) == found
