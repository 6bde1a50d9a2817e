from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.names import proper_words, read_names
from compare.facts.names.tokens import normal
from compare.model import Name

CASES = Path(__file__).parent / "cases" / "names.txt"


def cases() -> list[tuple[str, str]]:
    """Sentence and expectation, one a line."""
    lines = CASES.read_text("utf-8").splitlines()
    return [tuple(line.split(" => ", 1)) for line in lines if line.strip() and not line.startswith("#")]


def shown(name: Name, text: str) -> str:
    role = f": {name.role}" if name.role else ""
    return f"{name.span.of(text)} {{{name.sort}{role}}}"


def read(line: str) -> str:
    known, _, text = line.rpartition(" // ")
    names = read_names(text, frozenset({known.lower()} if " and " in known else map(normal, known.split())))
    return " | ".join(shown(name, text) for name in names) or "-"


@pytest.mark.parametrize(("sentence", "expected"), cases(), ids=[sentence[:60] for sentence, _ in cases()])
def test_names_of_a_sentence(sentence, expected):
    assert read(sentence) == expected, f"\nexpected: {expected}\n    read: {read(sentence)}"


def test_the_cases_are_many_and_each_stands_once():
    sentences = [sentence for sentence, _ in cases()]
    assert len(sentences) == len(set(sentences)) >= 100


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then Mr. Al-Ésad met O’Brien.", [("esad",), ("obrien",)]),
        ("Then Bashar al-Karim left.", [("bashar", "karim")]),
        ("The Bank of Veldria sued the U.S.", [("bank", "veldria"), ("us",)]),
        ("The Finns and a Spaniard won.", [("finnish",), ("spanish",)]),
        ("Former Foreign Minister Ada Quill came.", [("ada", "quill")]),
        ("The Prime Minister left.", [("prime", "minister")]),
        ("Ms. Zelenskyy thanked Erdoğan.", [("zelenskyy",), ("erdogan",)]),
    ],
)
def test_words_are_what_names_are_compared_by(text, words):
    assert [name.words for name in read_names(text)] == words


def test_the_word_that_opens_a_sentence_is_a_name_where_the_article_knows_it():
    proper = proper_words("Officials in Kareth spoke. Kareth denied it.")
    assert proper == {"kareth"}
    assert [name.words for name in read_names("Kareth denied it.", proper)] == [("kareth",)]
    assert read_names("Kareth denied it.") == []


def test_a_word_also_written_small_is_not_known_as_a_name():
    assert proper_words("They met the Council. A council is a council.") == frozenset()


def test_a_headline_says_nothing_of_what_is_a_name():
    assert proper_words("Rebels in Kareth Storm the Old Harbour Again\nThen they left.") == frozenset()


def test_two_names_always_told_together_are_one():
    always = "He sued Harrow and Finch. Later Harrow and Finch paid."
    assert "harrow and finch" in proper_words(always)
    assert "harrow and finch" not in proper_words(always + " Then Harrow left.")


def test_spans_leave_out_the_possessive_and_hold_the_title():
    text = "Then Mr. Brandt’s aide met the U.N. envoy and the Guards' lawyer."
    assert [name.span.of(text) for name in read_names(text)] == ["Mr. Brandt", "U.N.", "Guards"]


WORDS = st.sampled_from(
    """the The of and for President Foreign Minister Iran Iranian U.S. Mr. al-Karim Bank Ministry Trade Industry police
    government Ada Quill , . ' ’s ( ) - & 14th Article 5 May in said — “ ” IEA St. Van van der""".split()
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_names_inside_it_in_order_and_apart(text):
    end = 0
    for name in read_names(text, proper_words(text)):
        assert name.words
        assert all(name.words)
        assert name.span.of(text).strip() == name.span.of(text)
        assert name.span.start >= end
        end = name.span.end


@pytest.mark.parametrize(
    "piece",
    [
        *("a ", "1,", "(", '"', "not ", "in the ", "A ", "the President ", "Al-", "U.S.", "A and ", "of ", "Mr. "),
        *("Bank of the ", "Foreign Minister ", "X-", "' ", "’s ", "Iran's ", "A, the minister, ", "former ", "the "),
        *("Trade and ", "a.", "Ada Quill and Ada Quill, ", "1,1"),
    ],
)
def test_no_text_takes_long(piece):
    begun = time.process_time()
    read_names(piece * 20_000 + "z", proper_words(piece * 20_000))
    assert time.process_time() - begun < 5  # measured under 0.5; a quadratic rule takes minutes
