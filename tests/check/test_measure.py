"""Links against gold, counted by hand on three articles of two claims each."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.check.goldset import GoldSet, load_set
from compare.check.measure import VERDICTS, Counts, count_links, gold_pairs, macro_f1, relations
from compare.model import RELATIONS
from tests.conftest import Compared, sample_sets
from tests.samples import TEXTS, comparison

# What tests/samples.py links: nine-dead (conflict), fourteen-dead (agree), ignored-may (conflict).
LINKS = [
    (
        "state.txt",
        "Nine miners died, the ministry said.",
        "wire.txt",
        "At least 12 miners died on Monday, police said.",
        "conflict",
    ),
    ("state.txt", "No warning was ignored.", "union.txt", "The owners may have ignored a warning.", "differ"),
    (
        "union.txt",
        "Fourteen miners died, the union says.",
        "state.txt",
        "Nine miners died, the ministry said.",
        "conflict",
    ),
    ("wire.txt", "Twelve dead in mine", "union.txt", "A disaster foretold", "differ"),
]


@pytest.fixture
def gold(tmp_path: Path) -> GoldSet:
    for label, text in TEXTS.items():
        (tmp_path / f"{label}.txt").write_text(text, "utf-8")
    links = [
        {"a": {"article": a, "quote": ours}, "b": {"article": b, "quote": theirs}, "relation": relation}
        for a, ours, b, theirs, relation in LINKS
    ]
    written = {"set": "mine", "articles": [f"{label}.txt" for label in TEXTS], "links": links}
    (tmp_path / "gold.json").write_text(json.dumps(written), "utf-8")
    return load_set(tmp_path)


def test_a_worked_example(gold: GoldSet) -> None:
    """Three links made, two of them in gold; four in gold, of which two were made and one was of skipped headings."""
    counts = count_links(gold, comparison())
    assert counts == Counts(found=3, right=2, gold=4, recalled=2)
    assert counts.precision == pytest.approx(2 / 3)
    assert counts.recall == pytest.approx(2 / 4)
    assert counts.f1 == pytest.approx(2 * 2 / (3 + 4))


def test_relations_of_the_links_made(gold: GoldSet) -> None:
    """Of two conflicts called one is right: 2 * 1 / (2 + 1); agree and differ have none right."""
    judged = list(relations(gold, comparison()))
    assert judged == [("conflict", "conflict"), ("differ", "conflict")]
    assert macro_f1(judged) == pytest.approx((2 / 3 + 0 + 0) / 3)


def test_pairs_that_stand_for_gold(gold: GoldSet) -> None:
    made = comparison()
    pairs = list(gold_pairs(gold, made.articles, made.claims))
    assert [len(some) for some in pairs] == [1, 1, 1, 0]
    assert {made.claim(id).text for id in pairs[0][0]} == {LINKS[0][1], LINKS[0][3]}


def test_no_links_made_and_no_gold(gold: GoldSet) -> None:
    nothing = replace(comparison(), links=())
    assert count_links(gold, nothing) == Counts(0, 0, 4, 0)
    assert list(relations(gold, nothing)) == []
    assert count_links(replace(gold, links=()), comparison()) == Counts(3, 0, 0, 0)


@pytest.mark.parametrize("counts", [Counts(), Counts(found=3), Counts(gold=3)])
def test_shares_of_nothing_are_nothing(counts: Counts) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (0, 0, 0)


def test_counts_of_several_sets_add_up() -> None:
    assert sum([Counts(3, 2, 4, 2), Counts(1, 1, 2, 1)], Counts()) == Counts(4, 3, 6, 3)


JUDGED = st.lists(st.tuples(st.sampled_from(VERDICTS), st.sampled_from(RELATIONS)), max_size=30)


@given(JUDGED)
def test_macro_f1_is_a_share_and_whole_only_for_the_whole_truth(judged: list[tuple[str, str]]) -> None:
    value = macro_f1(judged)
    assert 0 <= value <= 1
    assert value == pytest.approx(macro_f1(judged[::-1]))
    seen = {truth for truth, _ in judged}
    assert (value == pytest.approx(1)) == (seen == set(VERDICTS) and all(truth == guess for truth, guess in judged))


def test_unsure_is_never_right() -> None:
    assert macro_f1([("agree", "unsure"), ("differ", "unsure"), ("conflict", "unsure")]) == 0
    assert macro_f1([("agree", "agree"), ("agree", "unsure")]) == pytest.approx((2 * 1 / (1 + 2)) / 3)


@pytest.mark.parametrize("folder", sample_sets(), ids=lambda folder: folder.name)
def test_the_engine_is_measured_on_the_curated_sets(folder: Path, compared: Compared) -> None:
    """No threshold: only that what is counted can be, and that the engine finds something at all."""
    gold = load_set(folder)
    made = compared(*gold.paths)
    counts = count_links(gold, made)
    assert counts.gold == len(gold.links)
    assert 0 < counts.found <= len(made.links)
    assert 0 < counts.right <= counts.found
    assert 0 < counts.recalled <= counts.gold
    assert len(list(relations(gold, made))) == counts.recalled
    standing_for = list(gold_pairs(gold, made.articles, made.claims))
    assert sum(1 for pairs in standing_for if pairs) > 0.9 * len(standing_for)
