from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims import asserted, read_claims
from compare.claims.clauses import clauses, is_clause, without_conjunction
from compare.ingest import from_text
from compare.model import Article, Claim
from compare.segment import choose

CASES = Path(__file__).parent / "cases" / "clauses.txt"


def cases() -> Iterator[tuple[str, list[str]]]:
    for line in CASES.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            parts = line.split(" | ")
            yield " ".join(parts), parts


def read(text: str) -> tuple[Article, tuple[Claim, ...]]:
    article = from_text(text, "a")
    return article, read_claims(article, choose(text, "en").segment).claims


@pytest.mark.parametrize(("sentence", "parts"), list(cases()), ids=lambda value: str(value)[:50])
def test_a_sentence_is_cut_where_each_part_stands_alone(sentence: str, parts: list[str]) -> None:
    assert [span.of(sentence) for span in clauses(sentence)] == parts


WORDS = st.sampled_from(
    """the dam broke and , but ; was flooded he said it "quoted" ( ) if while , and the , and it was ; they were police
    had 12 , while Ada King has “ ” not only . denied that""".split()
)


@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_the_parts_cover_the_sentence_in_order_and_each_has_a_verb(text: str) -> None:
    spans = clauses(text)
    covered = "".join(span.of(text) for span in spans).split()
    assert "".join(covered) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    if len(spans) > 1:
        assert all(is_clause(span.of(text)) for span in spans)


@pytest.mark.parametrize("piece", ["a, and ", "it was; ", ", and the ", '"', "(", "and it was, and ", "the the "])
def test_no_text_takes_long(piece: str) -> None:
    assert len(clauses(piece * 2000)) >= 1
    assert len(clauses((piece * 400)[:2900])) >= 1


TWO = "Police said the dam broke on 3 March, and 12 people were killed."


def test_each_claim_has_the_facts_that_stand_in_it_and_knows_its_sentence() -> None:
    _, (first, second) = read(TWO)
    assert [fact.kind for fact in first.facts if fact.kind == "quantity"] == []
    assert [fact.span.of(TWO) for fact in second.quantities()] == ["12 people"]
    assert first.sentence == second.sentence
    assert first.sentence is not None
    assert first.sentence.of(TWO) == TWO


def test_a_sentence_of_one_proposition_is_a_claim_by_itself() -> None:
    _, (claim,) = read("The dam broke on Monday and the village was flooded.")
    assert claim.sentence is None


def test_a_clause_is_compared_with_its_sentence_beside_it() -> None:
    article, (_, second) = read(TWO)
    assert asserted(second, article) == f"12 people were killed. {TWO}"


def test_an_item_of_a_list_is_compared_with_its_lead_in() -> None:
    text = (
        "The plan was passed on Monday. It includes:\n\n- a new bridge\n- The toll will end.\n\nNobody objected to it."
    )
    article, claims = read(text)
    told = {claim.text: asserted(claim, article) for claim in claims}
    assert told["a new bridge"] == "It includes: a new bridge"
    assert told["The toll will end."] == "The toll will end."
    assert told["Nobody objected to it."] == "Nobody objected to it."
    assert [claim.lead is not None for claim in claims] == [False, True, True, False]


def test_words_that_join_are_no_part_of_what_is_asserted() -> None:
    assert without_conjunction("and the village was flooded;") == "the village was flooded"
    assert without_conjunction("Android phones were hit") == "Android phones were hit"
