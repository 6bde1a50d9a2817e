"""compare.score: tables worked by hand, an oracle in plain Python, and what holds for any articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import fmean
from typing import TypeVar

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.model import RELATIONS, Article, Aspect, Claim, Group, Interval, Link, PairScore, Relation, Standing
from compare.score import WORTH, score
from compare.settings import Settings

SETTINGS = Settings()
INTERVALS = ("overlap", "agreement", "divergence")
Edge = tuple[str, str, Relation]
T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """Articles by label with their number of claims, and the links: `a0` is the first claim of article `a`."""

    sizes: dict[str, int]
    edges: tuple[Edge, ...]
    aspects: tuple[Aspect, ...] = ()

    def articles(self) -> list[Article]:
        return [
            Article(identity(label), path=label, label=label, text="", sha256="", blocks=(), origin=identity(label))
            for label in self.sizes
        ]

    def claims(self) -> list[Claim]:
        return [
            Claim(f"{label}{n}", identity(label), 0, 1, "x") for label, size in self.sizes.items() for n in range(size)
        ]

    def links(self) -> list[Link]:
        return [
            Link(f"{left} {right}", left, right, 0.5, 0.5, relation, 0.5, self.aspects)
            for left, right, relation in self.edges
        ]

    def pairs(self) -> tuple[PairScore, ...]:
        return score(self.articles(), self.claims(), self.links(), [], SETTINGS).pairs

    def pair(self) -> PairScore:
        (only,) = self.pairs()
        return only


def identity(label: str) -> str:
    """An id that sorts the other way than the labels: a -> id z."""
    return f"id {chr(ord('a') + ord('z') - ord(label))}"


def case(left: int, right: int, *edges: Edge, aspects: tuple[Aspect, ...] = ()) -> Case:
    return Case({"a": left, "b": right}, edges, aspects)


# Tables

FULL = [(f"a{n}", f"b{n}", "agree") for n in range(3)]

TABLE = [
    # case, overlap, agreement, divergence, conflict rate, what the left lacks, what the right lacks
    ("nothing linked", case(2, 3), 0, None, 1, None, 1, 1),
    ("all agree", case(3, 3, *FULL), 1, 1, 0, 0, 0, 0),
    ("all conflict", case(1, 1, ("a0", "b0", "conflict")), 1, 0, 1, 1, 0, 0),
    ("all differ", case(1, 1, ("a0", "b0", "differ")), 1, 0.5, 0.5, 0, 0, 0),
    ("all unsure", case(1, 1, ("a0", "b0", "unsure")), 1, None, 1, 0, 0, 0),
    ("unsure is left out", case(2, 2, ("a0", "b0", "agree"), ("a1", "b1", "unsure")), 1, 1, 0, 0, 0, 0),
    ("half of one side", case(2, 1, ("a0", "b0", "agree")), 2 / 3, 1, 1 / 3, 0, 0, 0.5),
    ("one claim, two links", case(2, 1, ("a0", "b0", "agree"), ("a1", "b0", "conflict")), 1, 0.5, 0.5, 0.5, 0, 0),
    (
        "a long sentence does not outweigh",
        case(4, 2, ("a0", "b0", "conflict"), ("a1", "b0", "conflict"), ("a2", "b0", "agree"), ("a3", "b1", "agree")),
        1,
        (0 + 0 + 1 + 1 + 1 / 3 + 1) / 6,
        1 - (0 + 0 + 1 + 1 + 1 / 3 + 1) / 6,
        0.5,
        0,
        0,
    ),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(row[1], row[2:], id=row[0]) for row in TABLE])
def test_table(case: Case, expected: tuple[float | None, ...]):
    pair = case.pair()
    found = (
        pair.overlap,
        pair.agreement,
        pair.divergence,
        pair.conflict_rate,
        pair.omission_left,
        pair.omission_right,
    )
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("relation", "aspects", "framing"),
    [
        ("differ", ("certainty",), 1),
        ("differ", ("interpretation",), 1),
        ("differ", ("certainty", "interpretation"), 1),
        ("differ", ("attribution",), 0),
        ("differ", (), 0),
        ("conflict", ("certainty",), 0),
        ("agree", ("interpretation",), 0),
        ("unsure", ("interpretation",), 0),
    ],
)
def test_framing(relation: Relation, aspects: tuple[Aspect, ...], framing: int):
    assert case(1, 1, ("a0", "b0", relation), aspects=aspects).pair().framing == framing


def test_framing_is_undefined_without_links():
    assert case(1, 1).pair().framing is None


def test_each_pair_of_articles_has_its_own_score_in_order_of_labels():
    three = Case({"c": 1, "a": 1, "b": 1}, (("a0", "b0", "agree"), ("b0", "c0", "conflict")))
    found = {(pair.left, pair.right): (pair.overlap, pair.agreement) for pair in three.pairs()}
    assert list(found.items()) == [
        ((identity("a"), identity("b")), (1, 1)),
        ((identity("a"), identity("c")), (0, None)),
        ((identity("b"), identity("c")), (1, 0)),
    ]


def test_overall_counts_standings_and_origins():
    one = Case({"a": 2, "b": 1, "c": 1}, ())
    standings: list[Standing] = ["corroborated", "contested", "told differently", "single source", "unsure", "unsure"]
    found = [Group(f"g{n}", (f"a{n}",), standing, 1, ()) for n, standing in enumerate(standings)]
    articles = [replace(article, origin="agency") for article in one.articles()[:2]] + one.articles()[2:]
    overall = score(articles, one.claims(), [], found, SETTINGS).overall
    assert (overall.articles, overall.origins, overall.claims, overall.groups) == (3, 2, 4, 6)
    assert (overall.corroborated, overall.contested, overall.told_differently) == (1, 1, 1)
    assert (overall.single_source, overall.unsure) == (1, 2)
    assert overall.corroboration == pytest.approx(1 / 6)


def test_where_every_claim_is_alike_the_interval_has_no_width():
    pair = case(3, 3, *FULL).pair()
    assert (pair.overlap_interval, pair.agreement_interval) == (Interval(1, 1), Interval(1, 1))
    assert pair.divergence_interval == Interval(0, 0)


def test_a_draw_without_any_worth_says_nothing_of_agreement():
    """Of twenty claims a side three are linked: some draws hold no end of a link and are left out."""
    edges = [(f"a{n}", f"b{n}", "agree") for n in range(3)]
    assert case(20, 20, *edges).pair().agreement_interval == Interval(1, 1)  # type: ignore[arg-type]


def test_too_few_judged_claims_have_no_interval():
    assert case(10, 10, ("a0", "b0", "agree"), ("a1", "b1", "agree")).pair().agreement_interval is None


def test_more_claims_give_a_narrower_interval():
    def width(times: int) -> float:
        edges = [(f"a{n}", f"b{n}", "agree") for n in range(2 * times)]
        found = case(4 * times, 4 * times, *edges).pair().overlap_interval  # type: ignore[arg-type]
        assert found
        return found.high - found.low

    assert width(1) > width(4) > width(16)
    assert width(16) == pytest.approx(width(4) / 2, rel=0.25)  # the square root of four times as many claims


def test_the_seed_moves_the_interval_and_no_score():
    edges: list[Edge] = [(f"a{n}", f"b{n}", RELATIONS[n % 3]) for n in range(20)]
    one = case(30, 40, *edges)
    other = replace(SETTINGS, bootstrap_seed=SETTINGS.bootstrap_seed + 1)
    (again,) = score(one.articles(), one.claims(), one.links(), [], other).pairs
    assert again != one.pair()
    assert without_intervals(again) == without_intervals(one.pair())


# Properties


@st.composite
def cases(draw: st.DrawFn, articles: int = 2, least: int = 1, most: int = 12) -> Case:
    sizes = {label: draw(st.integers(least, most)) for label in "abcd"[:articles]}
    ids = {label: [f"{label}{n}" for n in range(size)] for label, size in sizes.items()}
    ends = [(x, y) for left, right in combinations(ids, 2) for x in ids[left] for y in ids[right]]
    chosen = draw(st.lists(st.sampled_from(ends), unique=True, max_size=3 * most))
    edges = tuple((left, right, draw(st.sampled_from(RELATIONS))) for left, right in chosen)
    return Case(sizes, edges, draw(st.sampled_from([(), ("certainty",), ("quantity",)])))


def quick(test):
    return settings(max_examples=60, deadline=None, derandomize=True)(test)


def without_intervals(pair: PairScore) -> PairScore:
    return replace(pair, overlap_interval=None, agreement_interval=None, divergence_interval=None)


def oracle(one: Case) -> dict[str, float | None]:
    """The scores of two articles by their definitions, with lists and without arrays."""
    ends = {side: [f"{side}{n}" for n in range(one.sizes[side])] for side in "ab"}
    relations = {id: [relation for *edge, relation in one.edges if id in edge] for side in ends.values() for id in side}
    linked = [id for id, found in relations.items() if found]
    worth = [[WORTH[relation] for relation in found if relation in WORTH] for found in relations.values()]
    means = [fmean(found) for found in worth if found]
    overlap, agreement = len(linked) / len(relations), fmean(means) if means else None
    said = [relation for *_, relation in one.edges]
    return {
        "overlap": overlap,
        "agreement": agreement,
        "divergence": 1 - overlap * (agreement or 0),
        "conflict_rate": said.count("conflict") / len(said) if said else None,
        "framing": said.count("differ") * ("certainty" in one.aspects) / len(said) if said else None,
        "omission_left": 1 - sum(id in linked for id in ends["b"]) / len(ends["b"]),
        "omission_right": 1 - sum(id in linked for id in ends["a"]) / len(ends["a"]),
    }


@quick
@given(cases())
def test_the_scores_are_those_of_the_oracle(one: Case):
    pair = one.pair()
    expected = oracle(one)
    assert {name: getattr(pair, name) for name in expected} == pytest.approx(expected)


@quick
@given(cases())
def test_ratios_and_intervals_lie_in_range(one: Case):
    pair = one.pair()
    values = [getattr(pair, name) for name in oracle(one)]
    for interval in intervals(pair).values():
        assert interval.low <= interval.high
        values += [interval.low, interval.high]
    assert all(-1e-12 <= value <= 1 + 1e-12 for value in values if value is not None)


@quick
@given(cases())
def test_none_stands_where_nothing_is_defined_and_only_there(one: Case):
    pair = one.pair()
    relations = {relation for *_, relation in one.edges}
    assert (pair.agreement is None) == (relations <= {"unsure"})
    assert (pair.agreement_interval is None) == (pair.judged < Settings().interval_claims)
    assert (pair.conflict_rate is None) == (pair.framing is None) == (not relations)
    assert pair.overlap_interval is not None
    assert pair.divergence_interval is not None


@quick
@given(cases())
def test_articles_swapped(one: Case):
    """The label decides which article is left: with the labels exchanged, left and right are."""
    other = {"a": "b", "b": "a"}
    edges = tuple((other[y[0]] + y[1:], other[x[0]] + x[1:], relation) for x, y, relation in one.edges)
    here, there = one.pair(), Case({"a": one.sizes["b"], "b": one.sizes["a"]}, edges, one.aspects).pair()
    for name in ("overlap", "agreement", "divergence", "conflict_rate", "framing"):
        assert getattr(here, name) == pytest.approx(getattr(there, name))
    assert (here.omission_left, here.omission_right) == (there.omission_right, there.omission_left)
    assert (here.claims_left, here.linked_left) == (there.claims_right, there.linked_right)


@quick
@given(cases(articles=3), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_links_changes_nothing(one: Case, chance: random.Random):
    articles, links = shuffled(one.articles(), chance), shuffled(one.links(), chance)
    assert score(articles, one.claims(), links, [], SETTINGS).pairs == one.pairs()


@quick
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_score(one: Case, chance: random.Random):
    """Which claims the bootstrap draws goes by their place, so that only the intervals may move."""
    (found,) = score(one.articles(), shuffled(one.claims(), chance), one.links(), [], SETTINGS).pairs
    expected = without_intervals(one.pair())
    assert without_intervals(found) == replace(expected, worth=pytest.approx(expected.worth))


@quick
@given(cases())
def test_the_direction_of_links_changes_nothing(one: Case):
    turned = [replace(link, left=link.right, right=link.left) for link in one.links()]
    (found,) = score(one.articles(), one.claims(), turned, [], SETTINGS).pairs
    assert found == one.pair()


@quick
@given(cases(articles=3))
def test_the_same_input_gives_the_same_scores(one: Case):
    assert one.pairs() == one.pairs()


@quick
@given(cases(least=5, most=25))
def test_intervals_hold_the_scores(one: Case):
    assume(len(one.edges) >= 3)
    pair = one.pair()
    for name, interval in intervals(pair).items():
        assert interval.low - 1e-9 <= getattr(pair, name) <= interval.high + 1e-9


@quick
@given(cases(articles=3))
def test_another_article_changes_no_pair_of_the_others(one: Case):
    two = Case(
        {label: size for label, size in one.sizes.items() if label != "c"},
        tuple(edge for edge in one.edges if "c" not in edge[0] + edge[1]),
        one.aspects,
    )
    assert two.pair() == one.pairs()[0]


def intervals(pair: PairScore) -> dict[str, Interval]:
    found = {name: getattr(pair, f"{name}_interval") for name in INTERVALS}
    return {name: interval for name, interval in found.items() if interval}


def shuffled(values: Sequence[T], chance: random.Random) -> list[T]:
    return chance.sample(values, len(values))
