from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from compare.facts import Context, proper_words, read_facts


def test_all_kinds_are_read_in_the_order_of_their_place():
    text = "At least 12 miners died on 3 March in Kareth, police said, but may not have been warned."
    found = [(fact.kind, fact.span.of(text)) for fact in read_facts(text, Context(date(2026, 3, 4)))[0]]
    assert found == [
        ("quantity", "At least 12 miners"),
        ("when", "3 March"),
        ("name", "Kareth"),
        ("name", "police"),
        ("speech", "police said"),
        ("cue", "may"),
        ("cue", "not"),
    ]


def test_the_day_of_a_date_is_no_quantity_even_where_its_year_is_unknown():
    assert [fact.kind for fact in read_facts("It rained on 3 March.")[0]] == ["when"]


@given(st.text(max_size=300))
def test_every_fact_lies_in_the_text_it_was_read_in(text):
    facts = read_facts(text, Context(date(2026, 2, 16), proper_words(text)))[0]
    assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in facts)
    assert read_facts(text, Context(date(2026, 2, 16), proper_words(text)))[0] == facts
