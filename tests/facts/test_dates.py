from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.dates import read_dates

MONDAY = date(2026, 2, 16)  # a Monday

# words, first day, last day: whatever day the article came out
ABSOLUTE = [
    ("16 February 2026", "2026-02-16", "2026-02-16"),
    ("February 16, 2026", "2026-02-16", "2026-02-16"),
    ("Feb. 16, 2026", "2026-02-16", "2026-02-16"),
    ("Feb 16 2026", "2026-02-16", "2026-02-16"),
    ("16th of February 2026", "2026-02-16", "2026-02-16"),
    ("February 2nd, 2026", "2026-02-02", "2026-02-02"),
    ("Sept. 3, 2025", "2025-09-03", "2025-09-03"),
    ("2026-02-16", "2026-02-16", "2026-02-16"),
    ("May 3, 2026", "2026-05-03", "2026-05-03"),
    ("3-5 March 2026", "2026-03-03", "2026-03-05"),
    ("3 to 5 March 2026", "2026-03-03", "2026-03-05"),
    ("March 3–5, 2026", "2026-03-03", "2026-03-05"),
    ("February 2026", "2026-02-01", "2026-02-28"),
    ("February 2024", "2024-02-01", "2024-02-29"),
]


@pytest.mark.parametrize("published", [None, MONDAY])
@pytest.mark.parametrize(("words", "first", "last"), ABSOLUTE)
def test_a_full_date_needs_no_day_of_publication(words, first, last, published):
    text = f"The pact was signed on {words} in the capital."
    (found,), taken = read_dates(text, published)
    assert found.span.of(text) == words
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert taken == [found.span]


# words, first day, last day, counted from Monday, 16 February 2026
RELATIVE = [
    ("12 February", "2026-02-12", "2026-02-12"),
    ("20 December", "2025-12-20", "2025-12-20"),
    ("Jan. 5", "2026-01-05", "2026-01-05"),
    ("Monday", "2026-02-16", "2026-02-16"),
    ("Sunday", "2026-02-15", "2026-02-15"),
    ("Tuesday", "2026-02-10", "2026-02-10"),
    ("last Monday", "2026-02-09", "2026-02-09"),
    ("next Monday", "2026-02-23", "2026-02-23"),
    ("next Thursday", "2026-02-19", "2026-02-19"),
    ("today", "2026-02-16", "2026-02-16"),
    ("yesterday", "2026-02-15", "2026-02-15"),
    ("tomorrow", "2026-02-17", "2026-02-17"),
    ("last night", "2026-02-15", "2026-02-16"),
    ("last week", "2026-02-09", "2026-02-15"),
    ("this week", "2026-02-16", "2026-02-22"),
    ("next month", "2026-03-01", "2026-03-31"),
    ("last month", "2026-01-01", "2026-01-31"),
    ("last year", "2025-01-01", "2025-12-31"),
    ("early March", "2026-03-01", "2026-03-10"),
    ("mid-March", "2026-03-11", "2026-03-20"),
    ("late February", "2026-02-21", "2026-02-28"),
]


@pytest.mark.parametrize(("words", "first", "last"), RELATIVE)
def test_other_dates_count_from_the_day_of_publication(words, first, last):
    text = f"Talks were held {words} behind closed doors."
    (found,), _ = read_dates(text, MONDAY)
    assert found.span.of(text) == words
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("words", [words for words, *_ in RELATIVE])
def test_without_a_day_of_publication_they_stay_unread_but_are_no_numbers(words):
    text = f"Talks were held {words} behind closed doors."
    found, taken = read_dates(text)
    assert found == []
    assert [span.of(text) for span in taken] == [words]


def test_a_month_alone_is_read_after_in():
    (found,), _ = read_dates("The dam was finished in May.", MONDAY)
    assert (found.first, found.last) == (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize("words", ["in 1931", "since 1931", "until 1931", "by 1931"])
def test_a_year_alone_is_read_after_a_preposition(words):
    (found,), _ = read_dates(f"The pit was open {words} or so.")
    assert (found.first, found.last) == (date(1931, 1, 1), date(1931, 12, 31))


NONE = [
    "The mayor may resign.",
    "Of the crew, 12 may have died.",
    "They set out on a march.",
    "The 31 march on.",
    "He met 31 February once.",
    "The last year of the war was hard to bear over the last month.",
    "May I leave?",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_date_is_none(text):
    found, _ = read_dates(text, MONDAY)
    assert [when for when in found if when.span.of(text) != "The last year"] == []


def test_two_dates_of_a_sentence_are_two():
    found, _ = read_dates("From 3 March 2026 he was held until 9 April 2026.")
    assert [when.first for when in found] == [date(2026, 3, 3), date(2026, 4, 9)]


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_the_day_of_publication(published, ago):
    day = published - timedelta(ago)
    (found,), _ = read_dates(f"It rained on {day:%A}.", published)
    assert found.first == found.last == day


@given(
    st.text(alphabet="0123456789 -–,.thndMarchySeptMonday", max_size=60), st.dates(date(1500, 1, 1), date(2900, 1, 1))
)
def test_any_text_gives_dates_inside_it_without_overlap(text, published):
    found, taken = read_dates(text, published)
    places = [place for span in taken for place in range(span.start, span.end)]
    assert len(places) == len(set(places))
    assert {when.span for when in found} <= set(taken)
