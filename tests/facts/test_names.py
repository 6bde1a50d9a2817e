from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.names import proper_words, read_names

CASES = [
    ("The minister met Laleh Tavakoli.", [("laleh", "tavakoli")]),
    ("It was seen from Port Oru.", [("port", "oru")]),
    ("Then Mr. Brandt and his wife left.", [("brandt",)]),
    ("Yesterday Foreign Minister Kamran Sadeghi met the EU.", [("kamran", "sadeghi"), ("eu",)]),
    ("Yesterday Health Minister Ada Quill resigned.", [("ada", "quill")]),
    ("He thanked President Orla Venn.", [("orla", "venn")]),
    ("He thanked Steve King.", [("steve", "king")]),
    ("He thanked the Prime Minister.", []),
    ("She joined the Bank of Veldria.", [("bank", "veldria")]),
    ("They flew from Halvik and returned to Tarsk.", [("halvik",), ("tarsk",)]),
    ("He asked for Quill’s help.", [("quill",)]),
    ("NATO sent ships.", [("nato",)]),
    ("U.S. troops left.", [("us",)]),
    ("It rained on Monday in March.", []),
    ("Protesters sang.", []),
    ("“Nobody came,” she said.", []),
    ("I think I’ve seen it.", []),
    ("He left. Nobody knew.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_names_are_runs_of_capitals_without_titles_of_address(text, words):
    assert [name.words for name in read_names(text)] == words


def test_the_word_that_opens_a_sentence_is_a_name_where_the_article_knows_it():
    proper = proper_words("Officials in Kareth spoke. Kareth denied it.")
    assert proper == {"kareth"}
    assert [name.words for name in read_names("Kareth denied it.", proper)] == [("kareth",)]
    assert read_names("Kareth denied it.") == []


def test_a_word_also_written_small_is_not_known_as_a_name():
    assert proper_words("They met the Council. A council is a council.") == frozenset()


def test_spans_hold_the_words_as_written():
    text = "Then Mr. Brandt met the U.N. envoy."
    assert [name.span.of(text) for name in read_names(text)] == ["Mr. Brandt", "U.N."]


@given(st.text(max_size=200))
def test_any_text_gives_names_inside_it(text):
    for name in read_names(text, proper_words(text)):
        assert name.words
        assert name.span.of(text).strip()
