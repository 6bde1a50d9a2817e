"""Shared wording: copies are found, edited or not; independent accounts of one event are none."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.copying import edited
from compare.model import Claim
from compare.origins.shared import shared_wording
from compare.origins.wordings import wordings
from compare.settings import Settings
from tests.fakes import told

SETTINGS = Settings()
CASES = [
    (*(line[2:] for line in pair.splitlines()), pair[0] == "=")
    for pair in (Path(__file__).parent / "cases" / "wording.txt").read_text("utf-8").split("\n\n")
    if pair[:1] in "=!"
]
PASSAGE = (
    "The pumps in the lower town failed shortly after the generators had run out of diesel.",
    "Nobody was hurt.",
    "By noon the water stood as high as the counters of the shops around the old market hall.",
    "Soldiers in rubber boats carried sixty patients out of the clinic through its windows.",
    "The clinic had moved its beds to the upper floors only a week before.",
    "A spokesman for the waterworks blamed a delivery that had been ordered too late.",
)
OTHER = (
    "Teachers returned to their classrooms after a strike that had lasted longer than any before it.",
    "Their union wants smaller classes and has collected signatures in every district.",
    "Parents had looked after the youngest pupils in church halls and in their own kitchens.",
    "The education office promised a plan and named neither a sum nor a day.",
)


def found(*articles: list[Claim]) -> set[tuple[str, str]]:
    """The texts of the pairs found, the first article's first."""
    rank = {claim.id: number for number, article in enumerate(articles) for claim in article}
    pairs = shared_wording([claim for article in articles for claim in article], SETTINGS)
    ordered = [sorted(pair, key=lambda claim: rank[claim.id]) for pair in pairs]
    return {(left.text, right.text) for left, right in ordered}


@pytest.mark.parametrize(("a", "b", "shared"), CASES, ids=[case[0][:40] for case in CASES])
def test_pairs_of_sentences(a: str, b: str, shared: bool) -> None:
    assert found(told("one", a), told("two", b)) == ({(a, b)} if shared else set())
    assert found(told("two", b), told("one", a)) == ({(b, a)} if shared else set())


def test_there_are_cases_of_both_kinds() -> None:
    assert {shared for *_, shared in CASES} == {True, False}
    assert len(set(CASES)) == len(CASES) > 15


def test_a_passage_is_found_in_an_article_of_another_event() -> None:
    theirs = [*OTHER[:2], *PASSAGE, *OTHER[2:]]
    assert found(told("one", *PASSAGE), told("two", *theirs)) == {(text, text) for text in PASSAGE}


def test_a_short_sentence_is_a_copy_within_a_passage_and_not_alone() -> None:
    short = PASSAGE[1]
    assert (short, short) in found(told("one", *PASSAGE[:3]), told("two", *PASSAGE[:3]))
    assert found(told("one", short, *OTHER), told("two", PASSAGE[0], short)) == set()


def test_quoted_words_are_copies_within_a_passage_and_not_alone() -> None:
    speech = '"Whoever sold that diesel should hand back the money and then his keys," the mayor said.'
    assert found(told("one", speech, *OTHER[:2]), told("two", PASSAGE[0], speech)) == set()
    both = found(told("one", PASSAGE[0], speech, PASSAGE[2]), told("two", OTHER[0], PASSAGE[0], speech, PASSAGE[2]))
    assert (speech, speech) in both


def test_a_quotation_may_go_on_over_sentences() -> None:
    speech = ('"They came at night and took the boats without asking any of us.', 'Then they sold the nets for scrap."')
    ours, theirs = told("one", *speech, OTHER[0]), told("two", *speech, PASSAGE[0])
    assert found(ours, theirs) == set()
    assert [len(one.own.words) for one in wordings(ours)][:2] == [1, 1]
    assert next(wordings(told("one", *OTHER[:1]))).own == next(wordings(told("one", *OTHER[:1]))).whole


@pytest.mark.parametrize("share", [0, 0.05, 0.1, 0.15, 0.2])
@pytest.mark.parametrize("seed", range(4))
def test_an_edited_passage_is_found(share: float, seed: int) -> None:
    vocabulary = " ".join(OTHER).split()
    copy = edited(PASSAGE, share, vocabulary, Random(seed))
    expected = set(zip(PASSAGE, copy, strict=True))
    pairs = found(told("one", *PASSAGE), told("two", *OTHER[:2], *copy, *OTHER[2:]))
    assert pairs <= expected
    assert len(pairs) >= len(expected) - 1
    assert share or pairs == expected


def test_nothing_is_shared_within_one_article() -> None:
    assert found(told("one", *PASSAGE, *PASSAGE)) == set()


@given(st.lists(st.lists(st.sampled_from([*PASSAGE, *OTHER]), max_size=6), max_size=4))
def test_the_order_of_articles_and_claims_changes_nothing(some: list[list[str]]) -> None:
    articles = [told(f"a{number}", *texts) for number, texts in enumerate(some)]
    claims = [claim for article in articles for claim in article]
    expected = {frozenset((a.id, b.id)) for a, b in shared_wording(claims, SETTINGS)}
    for order in permutations(articles):
        mixed = [claim for article in order for claim in reversed(article)]
        assert {frozenset((a.id, b.id)) for a, b in shared_wording(mixed, SETTINGS)} == expected


@given(st.text(alphabet="aB1 \"'“”‘’.,(\x00漢я", max_size=80), st.text(max_size=40))
def test_any_text_can_be_read(a: str, b: str) -> None:
    sentences = [text for text in (a, b, a + b) if text]
    for left, right in shared_wording([*told("one", *sentences), *told("two", *sentences)], SETTINGS):
        assert left.article != right.article


@pytest.mark.parametrize("part", ["a ", "1,", "(", '"', "'a", "not ", "in the ", "rain fell "])
def test_a_long_sentence_costs_no_quadratic_time(part: str) -> None:
    ours, theirs = part * 20_000, "x " + part * 20_000
    claims = [Claim("a", "one", 0, len(ours), ours), Claim("b", "two", 0, len(theirs), theirs)]
    start = perf_counter()
    shared_wording(claims, SETTINGS)
    assert perf_counter() - start < 5


def test_twenty_articles_take_little_time() -> None:
    """Sixty claims each; a fifth of every article is copied from the first."""
    random = Random(7)
    words = [
        f"{a}{b}" for a in ("ka", "lo", "mi", "ru", "se") for b in ("ban", "dor", "fel", "gim", "hut", "jan", "kor")
    ]
    common = [" ".join(random.choices(words, k=20)) for _ in range(12)]
    articles = [
        told(f"a{n:02}", *common, *(" ".join(random.choices(words, k=20)) for _ in range(48))) for n in range(20)
    ]
    claims = [claim for article in articles for claim in article]
    start = perf_counter()
    pairs = shared_wording(claims, SETTINGS)
    assert perf_counter() - start < 5
    assert len(pairs) >= 12 * 190
