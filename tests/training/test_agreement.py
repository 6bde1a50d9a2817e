"""What is said of how far two annotators agree, on annotations small enough to count by hand."""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from training.agreement import (
    STATISTICS,
    aspect_overlap,
    figures,
    krippendorff,
    link_f1,
    macro_f1,
    main,
    page,
    same_relation,
    tally,
)
from training.annotations import KINDS, Judgement, Twice, read_twice


def link(a, b, relation="agree", *aspects):
    ends = [
        {"article": article, "quote": quote} if isinstance(quote, str) else [article, quote]
        for article, quote in (a, b)
    ]
    return {"a": ends[0], "b": ends[1], "relation": relation, "aspects": list(aspects)}


def store(sets, name, first, second, real=False):
    home = sets / "real" / f"{name}.json" if real else sets / "invented" / name / "gold.json"
    again = sets / "second" / f"{'real-' * real}{name}.json"
    for path, links in ((home, first), (again, second)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"set": name, "links": links}), "utf-8")


def twice(*said, name="flood", kind="invented"):
    """What both said of one pair after another: relation and aspects, or None."""
    judged = [[pair and Judgement(pair[0], frozenset(pair[1:])) for pair in pairs] for pairs in said]
    first, second = (
        {frozenset([("a", n), ("b", n)]): pairs[side] for n, pairs in enumerate(judged) if pairs[side]}
        for side in (0, 1)
    )
    return Twice(name, kind, first, second)


SAID = twice(
    (["agree"], ["agree"]),
    (["agree"], ["differ", "certainty"]),
    (["conflict", "time", "place"], ["conflict", "time"]),
    (["agree"], None),
    (None, ["conflict", "time"]),
)


def test_the_second_end_may_be_the_first(tmp_path):
    store(tmp_path, "flood", [link(("a", 1), ("b", 2))], [link(("b", 2), ("a", 1))], real=True)
    (one,) = read_twice(tmp_path)
    assert (one.name, one.kind) == ("flood", "real")
    assert one.first.keys() == one.second.keys()


def test_a_number_is_no_part_of_a_longer_one(tmp_path):
    store(tmp_path, "flood", [link(("a", 1), ("b", 2))], [link(("a", 11), ("b", 2))], real=True)
    assert link_f1([tally(one) for one in read_twice(tmp_path)]) == 0


def test_a_heading_counts_as_one_with_the_sentence_it_was_quoted_with(tmp_path):
    heading, sentence = "Dam bursts", "The dam burst on Monday."
    first = [link(("a", heading), ("b", "It burst.")), link(("a", sentence), ("b", "It burst."), "differ", "certainty")]
    store(
        tmp_path, "flood", first, [link(("b", "It burst."), ("a", f"{heading}\n\n{sentence}"), "differ", "certainty")]
    )
    (one,) = read_twice(tmp_path)
    assert one.first == one.second
    assert tally(one).identical


def test_a_heading_in_another_article_is_another_passage(tmp_path):
    store(tmp_path, "flood", [link(("c", "Dam bursts"), ("b", "x"))], [link(("a", "Dam bursts now"), ("b", "x"))])
    (one,) = read_twice(tmp_path)
    assert not one.first.keys() & one.second.keys()


def test_of_links_that_fall_together_the_strongest_counts(tmp_path):
    links = [link(("a", quote), ("b", "x"), relation, *aspects) for quote, relation, *aspects in (
        ("Dam", "conflict", "time"), ("Dam bursts", "agree"), ("bursts", "conflict", "place"))]  # fmt: skip
    store(tmp_path, "flood", links, [link(("a", "Dam bursts"), ("b", "x"), "agree")])
    (one,) = read_twice(tmp_path)
    assert list(one.first.values()) == [Judgement("conflict", frozenset({"time", "place"}))]


def test_figures_counted_by_hand():
    tallies = [tally(SAID)]
    assert link_f1(tallies) == pytest.approx(6 / 8)
    assert same_relation(tallies) == pytest.approx(2 / 3)
    assert macro_f1(tallies) == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert aspect_overlap(tallies) == pytest.approx(1 / 2)


def test_figures_are_of_all_links_not_means_of_sets():
    tallies = [tally(SAID), tally(twice((["agree"], ["agree"])))]
    assert same_relation(tallies) == pytest.approx(3 / 4)


def test_alpha_as_published():
    """Krippendorff (2011), nominal data, two observers: 12 articles sorted by each."""
    names = "abcde"
    counts = np.zeros((5, 5), int)
    for a, b in zip("aabbdcccedda", "babbbccceddd", strict=True):
        counts[names.index(a), names.index(b)] += 1
    assert krippendorff(counts) == pytest.approx(0.692, abs=0.0005)


def test_alpha_where_nothing_varies_is_not_known():
    assert isnan(krippendorff(np.array([[5, 0], [0, 0]])))
    assert isnan(krippendorff(np.zeros((2, 2), int)))


tables = arrays(int, (3, 3), elements=st.integers(0, 20))


@given(tables)
def test_alpha_is_one_only_in_full_agreement_and_alike_for_both_coders(counts):
    alpha = krippendorff(counts)
    assert alpha == pytest.approx(krippendorff(counts.T), nan_ok=True)
    if not isnan(alpha):
        assert (alpha == 1) == (np.trace(counts) == counts.sum())


@given(tables, st.permutations(range(3)))
def test_alpha_does_not_depend_on_the_order_of_values(counts, order):
    assert krippendorff(counts) == pytest.approx(krippendorff(counts[np.ix_(order, order)]), nan_ok=True)


def test_an_annotator_agrees_with_itself():
    tallies = [tally(twice((["agree"], ["agree"]), (["differ", "certainty"], ["differ", "certainty"])))]
    assert {name: statistic(tallies) for name, statistic in STATISTICS.items()} == dict.fromkeys(STATISTICS, 1.0)


def test_the_page_says_what_it_is_and_which_sets_come_out_alike():
    same = twice((["agree"], ["agree"]), (["conflict", "time"], ["conflict", "time"]), name="storm")
    text = page([tally(SAID), tally(same)], {"invented": 9})
    assert "upper bound" in text
    assert "2 of 9 invented sets" in text
    assert "1 invented and 0 real sets" in " ".join(text.split())
    assert "(`storm`)" in text
    assert "| first: agree | 2 | 1 | 0 | 1 |" in text
    assert "| invented/flood | 4 | 4 | 3 | 2 |" in text


def test_the_document_is_written(tmp_path, monkeypatch, capsys):
    links = [link(("a", 1), ("b", 1)), link(("a", 1), ("b", 2), "conflict", "time")]
    store(tmp_path, "1ecb", links, links, real=True)
    links = [link(("a", "x"), ("b", "y")), link(("a", "x"), ("b", "z"), "conflict", "time")]
    third = link(("a", "w"), ("b", "z"))
    store(tmp_path, "flood", [*links, third], links)
    out = tmp_path / "agreement.md"
    monkeypatch.setattr("sys.argv", ["agreement.py", "--sets", str(tmp_path), "--markdown", str(out)])
    main()
    assert out.read_text("utf-8").strip() == capsys.readouterr().out.strip()


def test_card_and_document_give_the_figures_as_printed():
    tallies = [tally(one) for one in read_twice()]
    printed = figures([[one for one in tallies if one.kind == kind] for kind in KINDS])
    root = Path(__file__).resolve().parents[2]
    for document in ("training/sets/README.md", "benchmarks/agreement.md"):
        assert printed in (root / document).read_text("utf-8"), document
