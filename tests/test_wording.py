from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.wording import content, plain, stem, words

PLAIN = [
    ("It stopped.", "It stopped."),
    ("It *really* stopped.", "It really stopped."),
    ("It **really** __stopped__ ~~twice~~.", "It really stopped twice."),
    ("It ***really*** stopped.", "It really stopped."),
    ("It stopped at [Tarsk](https://example.org).", "It stopped at Tarsk."),
    ('It stopped at [Tarsk](https://example.org "the port").', "It stopped at Tarsk."),
    ("![the pier](pier.png) It stopped.", "the pier It stopped."),
    ("It ran `halt` twice.", "It ran halt twice."),
    ("It\n  stopped\r\nthere.", "It stopped there."),
    ("It\n> stopped\n> there.", "It stopped there."),
    ("“It” ‘is’ «so» „here“", '"It" \'is\' "so" "here"'),
    ("don’t", "don't"),
    ("ﬁne ½", "fine 1⁄2"),
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("*no end", "*no end"),
    ("", ""),
    (" \n ", ""),
]


@pytest.mark.parametrize(("written", "expected"), PLAIN)
def test_plain_takes_away_mark_up_and_typography(written, expected):
    assert plain(written) == expected


def test_words_are_in_lower_case_and_in_order():
    assert words("Don’t stop: 1,200 men at 3.5 km!") == ("don't", "stop", "1,200", "men", "at", "3.5", "km")


def test_content_leaves_out_words_without_matter_and_stems_the_rest():
    assert content("The talks have ended, said the officials of both cities.") == ("talk", "end", "official", "city")


STEMS = [
    ("talks", "talk"),
    ("ended", "end"),
    ("ending", "end"),
    ("cities", "city"),
    ("stopped", "stop"),
    ("stopping", "stop"),
    ("killed", "kill"),
    ("passes", "pass"),
    ("boxes", "box"),
    ("minister's", "minister"),
    ("ministers'", "minister"),
    ("virus", "virus"),
    ("crisis", "crisis"),
    ("loss", "loss"),
    ("red", "red"),
    ("sing", "sing"),
    ("a", "a"),
    ("", ""),
]


@pytest.mark.parametrize(("word", "root"), STEMS)
def test_a_stem_is_the_word_without_its_ending(word, root):
    assert stem(word) == root


@pytest.mark.parametrize(
    "pair", [("sign", "signed"), ("agree", "agrees"), ("vote", "votes"), ("vote", "voted"), ("close", "closing")]
)
def test_forms_of_one_word_share_a_stem(pair):
    assert stem(pair[0]) == stem(pair[1])


@given(st.text(max_size=300))
def test_plain_is_one_trimmed_line(text):
    made = plain(text)
    assert made == made.strip()
    assert "\n" not in made
    assert all(word == word.casefold() for word in words(text))


@pytest.mark.parametrize("part", ["*a ", "_a", "`", "``a ", "[", "[a](", "![", "~~a", "\n> "])
def test_a_text_full_of_openings_costs_no_more_than_seconds(part):
    begin = time.monotonic()
    plain(part * (100_000 // len(part)))
    assert time.monotonic() - begin < 20
