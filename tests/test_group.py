"""Groups: every claim in exactly one, no chains of strangers, whatever the order of the links."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.group import cluster, groups, standing
from compare.model import STANDINGS, Claim, Group, Link, Relation, Standing
from compare.settings import RereadWeights, Settings
from tests.fakes import articles, claim, link

A, B, C, D = (claim(f"Claim {name}.", f"article {name}") for name in "ABCD")
TEXTS = articles(**{f"article {name}": f"Claim {name}." for name in "ABCD"})


def cohesion(value: float) -> Settings:
    return replace(Settings(), reread_weights=None, group_cohesion=value)


def clustered(claims: list[Claim], links: list[Link], value: float) -> set[frozenset[str]]:
    return set(cluster(claims, links, cohesion(value)))


def together(*claims: Claim) -> frozenset[str]:
    return frozenset(one.id for one in claims)


# Clusters.


def test_claims_without_links_stand_alone() -> None:
    assert clustered([A, B, C], [], 0.5) == {together(A), together(B), together(C)}


def test_a_link_joins_two() -> None:
    assert clustered([A, B, C], [link(A, B, 0.9)], 0.5) == {together(A, B), together(C)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # {A, B} and C: (A-C 0 + B-C 0.8) / 2 = 0.4.
        (0.41, {together(A, B), together(C)}),
        (0.40, {together(A, B, C)}),
        (0.00, {together(A, B, C)}),
        (0.85, {together(A, B), together(C)}),
        (0.95, {together(A), together(B), together(C)}),
    ],
)
def test_a_chain_holds_only_where_the_knob_lets_it(value: float, expected: set[frozenset[str]]) -> None:
    assert clustered([A, B, C], [link(A, B, 0.9), link(B, C, 0.8)], value) == expected


@pytest.mark.parametrize(("read", "alone", "whole"), [(0.4, 1.0, True), (0.41, 0.0, False)])
def test_links_that_were_read_have_a_knob_of_their_own(read: float, alone: float, whole: bool) -> None:
    weights = RereadWeights((0.0, 1.0, 0.0), 0.0, 1.0, 0.0, {}, 0.5, read)
    settings = replace(Settings(), reread_weights=weights, group_cohesion=alone)
    found = cluster([A, B, C], [link(A, B, 0.9), link(B, C, 0.8)], settings)
    assert (together(A, B, C) in found) is whole


def test_a_chain_closed_by_a_third_link_is_one_group() -> None:
    """{A, B} and C: (0.3 + 0.8) / 2 = 0.55."""
    links = [link(A, B, 0.9), link(B, C, 0.8), link(A, C, 0.3)]
    assert clustered([A, B, C], links, 0.55) == {together(A, B, C)}
    assert clustered([A, B, C], links, 0.56) == {together(A, B), together(C)}


def test_one_strong_link_does_not_chain_two_large_sets() -> None:
    """Of four pairs between {A, B} and {C, D} one is linked: 0.95 / 4."""
    links = [link(A, B, 0.99), link(C, D, 0.98), link(B, C, 0.95)]
    assert clustered([A, B, C, D], links, 0.3) == {together(A, B), together(C, D)}
    assert clustered([A, B, C, D], links, 0.2) == {together(A, B, C, D)}


def test_claims_of_one_article_do_not_count_against_a_group() -> None:
    """Two sentences of B tell what A tells in one: the pair within B counts neither for nor against."""
    more = claim("Claim B, at length.", "article B", at=20)
    assert clustered([A, B, more], [link(A, B, 0.9), link(A, more, 0.5)], 0.5) == {together(A, B, more)}


def test_the_likeliest_link_is_taken_first() -> None:
    assert clustered([A, B, C], [link(B, C, 0.7), link(A, B, 0.8)], 0.5) == {together(A, B), together(C)}


def test_the_order_of_links_and_claims_changes_nothing() -> None:
    links = [link(A, B, 0.8), link(B, C, 0.8), link(C, D, 0.8), link(A, D, 0.8)]
    expected = cluster([A, B, C, D], links, cohesion(0.4))
    for one in permutations(links):
        assert cluster([A, B, C, D], one, cohesion(0.4)) == expected
    for some in permutations([A, B, C, D]):
        assert cluster(some, links, cohesion(0.4)) == expected


CLAIMS = [claim(f"Claim {number}.", f"article {number % 4}", at=20 * number) for number in range(9)]
PAIRS = [(a, b) for a in CLAIMS for b in CLAIMS if a.id < b.id and a.article != b.article]
LINKS = st.lists(
    st.tuples(
        st.sampled_from(PAIRS), st.sampled_from([0.32, 0.5, 0.8, 0.95, 1.0]), st.sampled_from(["agree", "conflict"])
    ),
    max_size=14,
    unique_by=lambda one: (one[0][0].id, one[0][1].id),
).map(lambda some: [link(*pair, probability, relation) for pair, probability, relation in some])


@given(LINKS, st.floats(0, 1), st.randoms(use_true_random=False))
def test_every_claim_is_in_exactly_one_cluster_in_any_order(links: list[Link], value: float, random: object) -> None:
    found = cluster(CLAIMS, links, cohesion(value))
    assert Counter(id for members in found for id in members) == Counter(one.id for one in CLAIMS)
    shuffled, claims = list(links), list(CLAIMS)
    random.shuffle(shuffled)
    random.shuffle(claims)
    assert cluster(claims, shuffled, cohesion(value)) == found


@given(LINKS)
def test_without_cohesion_clusters_are_what_links_connect(links: list[Link]) -> None:
    connected = {one.id: {one.id} for one in CLAIMS}
    for one in links:
        joined = connected[one.left] | connected[one.right]
        for id in joined:
            connected[id] = joined
    assert set(cluster(CLAIMS, links, cohesion(0))) == {frozenset(ids) for ids in connected.values()}


@given(LINKS)
def test_at_full_cohesion_only_the_certain_are_joined(links: list[Link]) -> None:
    certain = {frozenset((one.left, one.right)) for one in links if one.probability == 1}
    article = {one.id: one.article for one in CLAIMS}
    for members in cluster(CLAIMS, links, cohesion(1)):
        for a in members:
            if len(members) > 1:
                assert any(frozenset((a, b)) in certain for b in members)
            assert all(article[a] == article[b] or frozenset((a, b)) in certain for b in members if a != b)


# Groups.


def grouped(claims: list[Claim], links: list[Link], value: float = 0.5, origins: int | None = None) -> dict[str, Group]:
    """Groups by the label of their first claim's article; each article is an origin of its own unless told."""
    texts = [replace(text, id=text.label) for text in TEXTS]

    def count(told: list[Claim]) -> int:
        return origins or len({one.article for one in told})

    found = groups(texts, claims, links, count, cohesion(value))
    home = {one.id: one.article for one in claims}
    return {home[group.claims[0]]: group for group in found}


def test_a_group_knows_its_claims_and_who_lacks_it() -> None:
    (group,) = {one.id: one for one in grouped([A, B], [link(A, B)]).values()}.values()
    assert group.claims == tuple(sorted((A.id, B.id)))
    assert group.id == f"g{group.claims[0]}"
    assert group.standing == "corroborated"
    assert group.origins == 2
    assert group.missing_from == ("article C", "article D")


def test_a_link_out_of_the_group_counts_for_its_standing() -> None:
    """C was not joined to A and B, but is linked with B: it is no claim of a single source."""
    links = [link(A, B, 0.9), link(B, C, 0.8)]
    found = grouped([A, B, C], links, value=0.9)
    alone = found["article C"]
    assert alone.claims == (C.id,)
    assert alone.standing == "corroborated"
    assert alone.origins == 2
    assert alone.missing_from == ("article A", "article D")
    assert all(group.standing != "single source" for group in found.values())


def test_a_conflict_out_of_the_group_makes_both_contested() -> None:
    links = [link(A, B, 0.9), link(B, C, 0.8, "conflict")]
    assert {group.standing for group in grouped([A, B, C], links, value=0.9).values()} == {"contested"}


def test_copies_do_not_corroborate() -> None:
    assert {group.standing for group in grouped([A, B], [link(A, B)], origins=1).values()} == {"single source"}


STANDING_TABLE: list[tuple[tuple[Relation, ...], int, Standing]] = [
    ((), 1, "single source"),
    (("agree",), 2, "corroborated"),
    (("agree",), 1, "single source"),
    (("agree", "agree"), 3, "corroborated"),
    (("agree", "unsure"), 2, "corroborated"),
    (("unsure",), 2, "unsure"),
    (("unsure", "unsure"), 3, "unsure"),
    (("unsure",), 1, "single source"),
    (("differ",), 2, "told differently"),
    (("differ", "agree"), 3, "told differently"),
    (("differ",), 1, "told differently"),
    (("conflict",), 2, "contested"),
    (("conflict",), 1, "contested"),
    (("agree", "agree", "agree", "conflict"), 4, "contested"),
    (("differ", "conflict"), 2, "contested"),
    (("unsure", "differ", "agree"), 2, "told differently"),
]


@pytest.mark.parametrize(("relations", "origins", "expected"), STANDING_TABLE)
def test_standing(relations: tuple[Relation, ...], origins: int, expected: Standing) -> None:
    for order in set(permutations(relations)):
        assert standing(order, origins, independent=True) == expected


def test_agreement_between_copies_alone_does_not_corroborate() -> None:
    assert standing(["agree", "unsure"], 2, independent=False) == "unsure"


def test_one_agreement_among_many_doubts_does_not_corroborate() -> None:
    assert standing(["agree", "unsure", "unsure"], 3, independent=True) == "unsure"


def test_every_standing_is_in_the_table() -> None:
    assert {expected for *_, expected in STANDING_TABLE} == set(STANDINGS)
