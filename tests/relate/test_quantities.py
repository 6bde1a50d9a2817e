"""The algebra of quantities: which numbers fit, which clash, which cannot be held against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Quantity, Span
from compare.relate.quantities import compare_quantities, match_quantities
from tests.fakes import claim

SAME, FITS, CLASH, APART = "same", "compatible", "incompatible", "not comparable"

AS_WRITTEN = [
    # One number, several ways to write it.
    ("12 people were killed", "12 people were killed", SAME),
    ("12 people were killed", "Twelve people were killed", SAME),
    ("12 people were killed", "The death toll is 12", SAME),
    ("Turnout was 7%", "Turnout was 7 per cent", SAME),
    ("It cost $1.5 million", "It cost 1.5 million dollars", SAME),
    ("The fence is 2 km long", "The fence is 2,000 metres long", SAME),
    ("They waited 48 hours", "They waited two days", SAME),
    ("At least 12 people were killed", "No fewer than 12 people were killed", SAME),
    ("Up to 40 people were hurt", "At most 40 people were hurt", SAME),
    ("Between 10 and 20 soldiers were killed", "10 to 20 soldiers were killed", SAME),
    ("A dozen people were killed", "12 people were killed", SAME),
    # One more exact than the other.
    ("At least 12 people were killed", "15 people were killed", FITS),
    ("At least 12 people were killed", "12 people were killed", FITS),
    ("Up to 40 people were hurt", "31 people were hurt", FITS),
    ("More than 200 people were arrested", "At least 150 people were arrested", FITS),
    ("Between 10 and 20 soldiers were killed", "15 soldiers were killed", FITS),
    ("10 to 20 soldiers were killed", "18 to 30 soldiers were killed", FITS),
    ("Some 3,000 people marched", "3,117 people marched", FITS),
    ("Nearly 50% voted", "49 per cent voted", FITS),
    ("The village lies 10 miles away", "The village lies 16 km away", FITS),
    ("The fire burnt 100 hectares", "The fire burnt 247 acres", FITS),
    # As told, both cannot be true.
    ("12 people were killed", "15 people were killed", CLASH),
    ("At least 12 people were killed", "9 people were killed", CLASH),
    ("Up to 40 people were hurt", "41 people were hurt", CLASH),
    ("At least 50 people were hurt", "Up to 40 people were hurt", CLASH),
    ("10 to 20 soldiers were killed", "25 to 30 soldiers were killed", CLASH),
    ("About 3,000 people marched", "4,500 people marched", CLASH),
    ("Hundreds of people marched", "12 people marched", CLASH),
    ("Turnout was 7%", "Turnout was 9%", CLASH),
    ("It cost 3 million euros", "It cost 5 million euros", CLASH),
    ("The fence is 2 km long", "The fence is 3 km long", CLASH),
    # Different things are counted.
    ("12 people were arrested", "12 people were killed", APART),
    ("12 people were arrested", "15 people were killed", APART),
    ("12 people were injured", "12 people are missing", APART),
    ("Turnout rose by 7%", "Turnout rose by 7 percentage points", APART),
    ("It cost 3 million dollars", "It cost 3 million euros", APART),
    ("The tanks hold 3 litres", "The tanks are 3 km away", APART),
    ("12 deputies left", "12 ships left", APART),
    # Rounding, as far as the figures as written allow it.
    ("3,117 people marched", "3,000 people marched", FITS),
    ("3,200 people marched", "3,000 people marched", CLASH),
    ("1.2 million people marched", "1,187,000 people marched", FITS),
    ("1.2 million people marched", "1.4 million people marched", CLASH),
    ("Some 1.2 million people marched", "1.25 million people marched", FITS),
    ("Turnout was 51%", "Turnout was 51.2%", FITS),
    ("Turnout was 51%", "Turnout was 51.6%", CLASH),
    ("Turnout was 50%", "Turnout was 46%", CLASH),
    ("A third of voters stayed at home", "33% of voters stayed at home", FITS),
    ("It cost $1.5 billion", "It cost $1.47 billion", FITS),
    ("It cost $1,500", "It cost $1,560", CLASH),
    ("2,140 people marched", "2,143 people marched", CLASH),
    ("100 people were killed", "97 people were killed", CLASH),
    ("Dozens of people were killed", "20 people were killed", FITS),
    # Of the same people, a part and the whole.
    ("200 protesters gathered", "200 people gathered", FITS),
    ("200 protesters gathered", "300 people gathered", APART),
    ("200 protesters gathered", "200 soldiers gathered", APART),
    ("200 demonstrators gathered", "250 protesters gathered", CLASH),
    ("Three children were killed", "Three people were killed", FITS),
    ("Three children were killed", "Nine people were killed", APART),
    ("Three children were killed", "Four children were killed", CLASH),
    ("Three children were killed", "Nine soldiers were killed", APART),
    ("12 people were killed or injured", "12 people were killed", FITS),
    ("40 people were killed or injured", "12 people were killed", APART),
    ("There were no casualties", "Two people were killed", CLASH),
    ("Nobody was killed", "Two people were killed", CLASH),
    ("Nobody was killed", "No one died", SAME),
    ("Nobody was hurt", "Two people were killed", APART),
    ("Nobody was hurt", "Three children were hurt", CLASH),
    # A change is no level, a score no count, a place in a row no number.
    ("Prices rose by 5 percent", "Prices rose to 5 percent", APART),
    ("Prices rose by 5 percent", "Prices rose 5%", SAME),
    ("Prices rose by 5 percent", "Prices rose by 7 percent", CLASH),
    ("Exports are up 12%", "Exports rose by about 12%", FITS),
    ("Halden won 3-1", "Halden won 3-1", SAME),
    ("Halden won 3-1", "Halden won 3-2", CLASH),
    ("Halden won 3-1", "Halden won three medals", APART),
    ("The senate voted 52-48", "The bill passed by 52 votes to 48", SAME),
    ("The senate voted 52-48", "The bill passed by 51 votes to 49", CLASH),
    ("The bill passed by 52 votes to 48", "The bill got 52 votes", FITS),
    ("The bill passed by 52 votes to 48", "The bill got 50 votes", APART),
    ("It was his third term", "It was his second term", CLASH),
    ("It was the third bomb", "It was the second bomb", APART),
    ("It was the third bomb", "It was the third bomb", SAME),
    ("It was his third term", "It was three terms", APART),
    # What it is told by, and what it is of.
    ("It costs $500 a day", "It costs $500 per day", SAME),
    ("It costs $500 a day", "It costs $700 a day", CLASH),
    ("It costs $500 a day", "It costs $500 a week", APART),
    ("It costs $500 a day", "It costs $500", FITS),
    ("It costs $500 a day", "It costs $700", APART),
    ("60% of voters agreed", "50% of nurses agreed", APART),
    ("60% of voters agreed", "50% agreed", CLASH),
    ("Donors gave $5 million in aid", "Donors gave $5 million in loans", APART),
    # Ages: of whom, if anybody can tell.
    ("A 43-year-old man was held", "A 43-year-old man was held", SAME),
    ("A 43-year-old man was held", "A 45-year-old man was held", CLASH),
    ("A 43-year-old man was held", "A 45-year-old woman was held", APART),
    ("The suspect is 43 years old", "The suspect is 45 years old", APART),
    ("Reza Amini, 43, was held", "Reza Amini, 45, was held", CLASH),
    # Measures told in other units.
    ("It was 85 degrees Fahrenheit", "It was 29 degrees Celsius", FITS),
    ("It was 95 degrees Fahrenheit", "It was 29 degrees Celsius", CLASH),
    ("The strike lasted a month and a half", "The strike lasted six weeks", FITS),
    ("He got 12 years in prison", "He got 13 years in prison", CLASH),
    ("He got two years in prison", "He got 24 months in prison", SAME),
    ("The cut is 25 basis points", "The cut is a quarter of a percentage point", SAME),
]


def only_quantity(sentence: str) -> Quantity:
    (quantity,) = claim(sentence).quantities()
    return quantity


@pytest.mark.parametrize(("a", "b", "verdict"), AS_WRITTEN)
def test_the_algebra_on_sentences(a: str, b: str, verdict: str) -> None:
    assert compare_quantities(only_quantity(a), only_quantity(b)) == verdict
    assert compare_quantities(only_quantity(b), only_quantity(a)) == verdict


def number(low: float | None, high: float | None, unit: str = "people", vague: bool = False) -> Quantity:
    return Quantity(Span(0, 1), low, high, unit, vague)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (number(12, 12), number(12, 12), SAME),
        (number(12, 12, ""), number(12, 12, ""), APART),
        (number(12, 12, ""), number(12, 12), APART),
        (number(12, None), number(None, 12), FITS),
        (number(12, None), number(None, 11), CLASH),
        (number(0, 0), number(0, 0), SAME),
        (number(0, 0), number(1, 1), CLASH),
        (number(-5, -5), number(-5, -5), SAME),
        (number(-5, -5, vague=True), number(-5.4, -5.4), FITS),
        (number(-5, -5), number(5, 5), CLASH),
        (number(1000, 1000, vague=True), number(1100, 1100), FITS),
        (number(1000, 1000, vague=True), number(1101, 1101), CLASH),
        (number(1000, 1000), number(1000, 1000, vague=True), FITS),
        (number(100, 100, "km"), number(103, 103, "km"), FITS),
        (number(100, 100, "hour"), number(103, 103, "hour"), CLASH),
        (number(0.1 + 0.2, 0.1 + 0.2), number(0.3, 0.3), FITS),
    ],
)
def test_the_algebra_at_its_edges(a: Quantity, b: Quantity, verdict: str) -> None:
    assert compare_quantities(a, b) == verdict
    assert compare_quantities(b, a) == verdict


UNITS = st.sampled_from(["people", "dead", "arrested", "km", "percent", ""])
ENDS = st.one_of(st.integers(-50, 50), st.floats(-1e9, 1e9))


SENSES = st.sampled_from(["amount", "change", "ordinal", "age"])
NOUNS = st.sampled_from(["", "voter", "child"])
RATES = st.sampled_from(["", "day"])


@st.composite
def told_closely(draw: st.DrawFn) -> Quantity:
    """A quantity in which every field may be filled."""
    plain = draw(quantities())
    if draw(st.integers(0, 4)) == 0:
        high, low = sorted((draw(st.integers(0, 9)), draw(st.integers(0, 9))), reverse=True)
        return replace(plain, low=high, high=high, unit="vote", vague=False, sense="score", against=low)
    return replace(plain, sense=draw(SENSES), of=draw(NOUNS), per=draw(RATES))


@st.composite
def quantities(draw: st.DrawFn, units: st.SearchStrategy[str] = UNITS) -> Quantity:
    low, high = sorted((draw(ENDS), draw(ENDS)))
    kind = draw(st.sampled_from(["exact", "range", "at least", "at most"]))
    bounds = {"exact": (low, low), "range": (low, high), "at least": (low, None), "at most": (None, high)}[kind]
    start = draw(st.integers(0, 500))
    return Quantity(Span(start, start + 2), *bounds, draw(units), draw(st.booleans()))


@given(quantities(), quantities())
def test_symmetric(a: Quantity, b: Quantity) -> None:
    assert compare_quantities(a, b) == compare_quantities(b, a)


@given(told_closely(), told_closely())
def test_symmetric_in_every_sense(a: Quantity, b: Quantity) -> None:
    assert compare_quantities(a, b) == compare_quantities(b, a)


@given(told_closely())
def test_reflexive_in_every_sense(a: Quantity) -> None:
    assert compare_quantities(a, a) == (SAME if a.unit else APART)


@given(st.lists(told_closely(), max_size=4), st.lists(told_closely(), max_size=4))
def test_matching_is_symmetric_and_uses_no_quantity_twice(left: list[Quantity], right: list[Quantity]) -> None:
    there, back = list(match_quantities(left, right)), list(match_quantities(right, left))
    assert [match.verdict for match in there] == [match.verdict for match in back]
    assert [match.only for match in there] == [match.only for match in back]
    assert all(match.verdict != APART for match in there)


@given(quantities())
def test_a_quantity_is_the_same_as_itself(a: Quantity) -> None:
    assert compare_quantities(a, a) == (SAME if a.unit else APART)


@given(quantities(), quantities())
def test_different_units_are_never_held_against_each_other(a: Quantity, b: Quantity) -> None:
    if a.unit != b.unit:
        assert compare_quantities(a, b) == APART


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_dead_and_arrested_never_clash_nor_agree(arrested: int, dead: int) -> None:
    a, b = number(arrested, arrested, "arrested"), number(dead, dead, "dead")
    assert compare_quantities(a, b) == APART
    assert list(match_quantities([a], [b])) == []


@given(quantities(st.just("people")), st.floats(0, 1e6))
def test_a_looser_bound_never_clashes_with_what_it_loosens(a: Quantity, by: float) -> None:
    looser = Quantity(a.span, None if a.low is None else a.low - by, None if a.high is None else a.high + by, a.unit)
    assert compare_quantities(a, looser) in (SAME, FITS)


@given(st.lists(quantities(), max_size=4), st.lists(quantities(), max_size=4))
def test_matching_tells_one_pair_a_kind_and_is_symmetric(left: list[Quantity], right: list[Quantity]) -> None:
    there = list(match_quantities(left, right))
    back = list(match_quantities(right, left))
    kinds = sorted({a.unit for a in left} & {b.unit for b in right} - {""})
    assert [match.left.unit for match in there] == kinds
    assert [match.verdict for match in there] == [match.verdict for match in back]
    assert all(match.left in left and match.right in right and match.verdict != APART for match in there)
    for match in there:
        verdicts = {compare_quantities(a, b) for a in left for b in right if a.unit == b.unit == match.left.unit}
        assert match.verdict == next(verdict for verdict in (SAME, FITS, CLASH) if verdict in verdicts)


def test_one_fitting_pair_settles_a_kind() -> None:
    left = claim("Support for the party rose from 43 to 51 per cent.").quantities()
    right = claim("Support for the party reached 51%.").quantities()
    assert [match.verdict for match in match_quantities(left, right)] in ([SAME], [FITS])


def test_where_nothing_fits_the_closest_pair_tells_the_clash() -> None:
    left = [number(10, 10), number(90, 90)]
    right = [number(50, 50), number(95, 95)]
    (match,) = match_quantities(left, right)
    assert (match.left.low, match.right.low, match.verdict) == (90, 95, CLASH)


def test_each_kind_is_matched_apart() -> None:
    left = claim("Twelve people were killed and 30 were injured.").quantities()
    right = claim("Twelve people were killed and 45 were injured.").quantities()
    assert {match.left.unit: match.verdict for match in match_quantities(left, right)} == {
        "dead": SAME,
        "injured": CLASH,
    }


@given(quantities(st.just("people")), quantities(st.just("people")))
def test_an_exact_clash_is_told_by_numbers_that_differ(a: Quantity, b: Quantity) -> None:
    if compare_quantities(a, b) == CLASH:
        assert (a.low, a.high) != (b.low, b.high)


def test_what_is_told_more_closely_is_matched_first() -> None:
    left = claim("61% of voters and 5% of nurses agreed.").quantities()
    right = claim("63% of voters and 5% of nurses agreed.").quantities()
    found = {match.left.of: (match.verdict, match.only) for match in match_quantities(left, right)}
    assert found == {"voter": (CLASH, True), "nurse": (SAME, True)}


def test_a_part_is_matched_with_the_whole_only_where_nothing_closer_is_told() -> None:
    left = claim("200 protesters gathered.").quantities()
    right = claim("200 people gathered, 90 protesters among them.").quantities()
    assert [(match.left.unit, match.right.unit, match.verdict) for match in match_quantities(left, right)] == [
        ("protester", "protester", CLASH)
    ]


def test_every_part_of_people_is_a_kind_that_is_read() -> None:
    from compare.facts.quantities.people import is_people, singular
    from compare.relate.quantities import _PEOPLE

    assert [kind for kind in sorted(_PEOPLE) if not is_people(kind) or singular(kind) != kind] == []
