"""Candidate links: which pairs, how likely, and that the order of articles and their size never matter."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import exp, isfinite, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from compare.align import Candidate, align
from compare.align.likeness import FAMILIES, Side, features, sides
from compare.embed import Embedder
from compare.model import Claim
from compare.settings import LinkWeights, Settings
from compare.wording import plain
from tests.fakes import FakeEmbedder, told

WIRE = told(
    "wire",
    "A ferry with 80 people on board sank off Cape Tarn on Monday.",
    "Divers recovered nine bodies, the coastguard said.",
    "The ferry was built in 1984.",
    "The owner of the ferry did not answer calls.",
)
STATE = told(
    "state",
    "Divers recovered four bodies, the ministry said.",
    "A ferry sank off Cape Tarn on Monday with 80 people on board.",
    "The minister praised the divers.",
)
PORT = told("port", "A ferry sank off Cape Tarn.", "Harbour fees rise in May.")

# A model that a reader can run in their head: log-odds = 8 * cosine - 4, so a cosine of 0.5 is even odds.
BY_HAND = replace(Settings(), link_weights=LinkWeights(0.0, {"cosine": 8.0}, {"cosine": 0.5}), link_threshold=0.5)


def vectors(claims: list[Claim]) -> NDArray[np.float32]:
    return FakeEmbedder().embed([plain(claim.text) for claim in claims])


def aligned(*articles: list[Claim], settings: Settings = BY_HAND) -> list[Candidate]:
    claims = [claim for article in articles for claim in article]
    return align(claims, vectors(claims), settings)


def ends(candidates: list[Candidate]) -> set[tuple[str, str]]:
    return {(found.left.text, found.right.text) for found in candidates}


def of(*articles: list[Claim]) -> list[Side]:
    claims = [claim for article in articles for claim in article]
    return sides(claims, vectors(claims))


# Features.


def test_one_side_an_article_with_its_own_rows() -> None:
    found = of(WIRE, STATE, PORT)
    assert [list(side.claims) for side in found] == [WIRE, STATE, PORT]
    for side in found:
        rows = {
            len(side.claims),
            len(side.vectors),
            len(side.texts),
            len(side.matter),
            len(side.names),
            len(side.numbers),
        }
        assert rows == {len(side.claims)}
    assert len({side.matter.shape[1] for side in found}) == 1


@pytest.mark.parametrize(("left", "right"), list(combinations((WIRE, STATE, PORT), 2)))
def test_every_feature_is_a_finite_matrix(left: list[Claim], right: list[Claim]) -> None:
    found = features(*of(left, right))
    assert set(found) == {name for members in FAMILIES.values() for name in members}
    assert set(Settings().link_weights.weights) == set(Settings().link_weights.centres) <= set(found)
    for name, matrix in found.items():
        assert matrix.shape == (len(left), len(right)), name
        assert np.isfinite(matrix).all(), name


@pytest.mark.parametrize(("left", "right"), list(combinations((WIRE, STATE, PORT), 2)))
def test_swapped_articles_transpose_every_feature(left: list[Claim], right: list[Claim]) -> None:
    there, back = features(*of(left, right)), features(*of(right, left))
    for name in there:
        np.testing.assert_allclose(there[name], back[name].T, atol=1e-12, err_msg=name)


def test_features_by_hand() -> None:
    left = told("one", "Nine divers search Tarn harbour.", "Bread costs more.")
    right = told("two", "Nine divers search Tarn harbour.", "Nine bakers left.", "It rained.")
    found = features(*of(left, right))
    # "nine" is no function word: stems nine, diver, search, tarn, harbour / bread, cost / nine, baker, left / rain
    assert found["cosine"] == pytest.approx(np.array([[1, 1 / np.sqrt(15), 0], [0, 0, 0]]), abs=1e-6)
    assert found["cosine squared"] == pytest.approx(np.array([[1, 1 / 15, 0], [0, 0, 0]]), abs=1e-6)
    assert found["shared numbers"].tolist() == [[1, 1, 0], [0, 0, 0]]
    assert found["shared words"][0, 0] == found["shared words of shorter"][0, 0] == pytest.approx(1)
    assert found["shared words"][1].tolist() == [0, 0, 0]
    assert found["token set"][0, 0] == 1
    assert found["distance"].tolist() == [[0, 0.5, 1], [1, 0.5, 0]]
    assert found["rank"][0] == pytest.approx([log(1), log(2), log(3)])
    assert found["gap"][0] == pytest.approx([0, 1 - 1 / np.sqrt(15), 1], abs=1e-6)
    assert found["shorter length"][1] == pytest.approx([log(3), log(3), log(2)])
    assert found["longer length"][1] == pytest.approx([log(5), log(3), log(3)])


def test_rare_words_weigh_more() -> None:
    left = told("one", "The ferry sank near Tarn.", "The ferry docked.", "The ferry left.")
    right = told("two", "The ferry was seen.", "A boat sailed to Tarn.", "The ferry burned.")
    shared = features(*of(left, right))["shared words of shorter"]
    assert shared[0, 1] > 0 < shared[0, 0]
    matter = of(left, right)[0].matter ** 2
    assert matter[0].max() > matter[1].min()


# Candidates.


def test_links_by_hand_cross_and_leave_out_what_stands_alone() -> None:
    sank, bodies, *_ = WIRE
    theirs, found, *_ = STATE
    assert ends(aligned(WIRE, STATE)) == {(sank.text, found.text), (bodies.text, theirs.text)}


def test_many_to_many() -> None:
    left = told("one", "Divers recovered nine bodies.", "Nine bodies were recovered by divers.")
    right = told("two", "The divers have recovered nine bodies.", "Nine bodies recovered by the divers at noon.")
    assert len(aligned(left, right)) == 4


def test_probability_and_evidence_by_hand() -> None:
    (found,) = aligned(told("one", "Nine divers search harbours."), told("two", "Nine divers ate bread."))
    assert found.similarity == pytest.approx(0.5)
    assert found.probability == pytest.approx(0.5)
    assert sum(part.weight for part in found.evidence) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("settings", [BY_HAND, replace(Settings(), link_threshold=0.0)], ids=["by hand", "fitted"])
def test_the_evidence_and_the_bias_make_the_log_odds(settings: Settings) -> None:
    found = aligned(WIRE, STATE, PORT, settings=settings)
    assert found
    for candidate in found:
        told_of = [part for part in candidate.evidence if part.name != "verbatim"]
        if not told_of or candidate.probability == 0:
            continue
        assert [part.name for part in told_of] == [*FAMILIES, "before any likeness"]
        odds = sum(part.weight for part in told_of)
        assert candidate.probability == pytest.approx(1 / (1 + exp(-odds)))
        assert {part.name: part.value for part in told_of}["meaning"] == pytest.approx(candidate.similarity)


def test_verbatim_claims_are_linked_for_certain_and_to_nothing_else_of_that_article() -> None:
    left = told("one", "Divers recovered nine bodies.", "Nine bodies were recovered by the divers.")
    right = told("two", "“Divers recovered  NINE bodies.”".strip("“”"), "The divers had recovered nine bodies.")
    by_words = {(found.left.text, found.right.text): found for found in aligned(left, right)}
    same = by_words.pop((left[0].text, right[0].text))
    assert same.probability == 1.0
    assert [(part.name, part.value, part.weight) for part in same.evidence] == [("verbatim", 1.0, 0.0)]
    assert set(by_words) == {(left[1].text, right[1].text)}
    assert by_words[left[1].text, right[1].text].probability < 1


def test_a_verbatim_claim_may_still_link_elsewhere_in_a_third_article() -> None:
    one, two, three = (told(label, "Divers recovered nine bodies.") for label in ("one", "two", "three"))
    other = told("four", "The divers have recovered nine bodies.")
    found = aligned(one, two, three, other)
    assert len(found) == 6
    assert sum(candidate.probability == 1 for candidate in found) == 3


def test_a_sentence_printed_twice_is_linked_to_each_copy() -> None:
    left = told("one", "Divers recovered nine bodies.", "The ferry was old.", "Divers recovered nine bodies.")
    right = told("two", "Divers recovered nine bodies.")
    assert [found.probability for found in aligned(left, right)] == [1.0, 1.0]


def test_nothing_links_within_one_article() -> None:
    same = told("one", "Divers recovered nine bodies.", "Divers recovered nine bodies.")
    assert aligned(same) == []
    assert aligned([]) == []


@pytest.mark.parametrize("settings", [BY_HAND, Settings()], ids=["by hand", "fitted"])
@pytest.mark.parametrize("size", [(1, 1), (1, 2), (2, 1), (2, 2), (1, 4)])
def test_articles_of_one_or_two_claims(settings: Settings, size: tuple[int, int]) -> None:
    sank = [claim for claim in STATE if "sank" in claim.text] + STATE[:1]
    found = aligned(WIRE[: size[0]], sank[: size[1]], settings=replace(settings, link_threshold=0.0))
    assert len(found) == size[0] * size[1] if size[1] <= 2 else True
    assert all(isfinite(candidate.probability) for candidate in found)


def test_candidates_stand_by_article_and_place() -> None:
    found = aligned(WIRE, STATE, PORT, settings=replace(BY_HAND, link_threshold=0.0))
    order = {claim.id: index for index, claim in enumerate([*WIRE, *STATE, *PORT])}
    places = [(order[candidate.left.id], order[candidate.right.id]) for candidate in found]
    homes = [(candidate.left.article, candidate.right.article) for candidate in found]
    assert list(dict.fromkeys(homes)) == [("wire", "state"), ("wire", "port"), ("state", "port")]
    assert all(left < right for left, right in places)
    assert len(found) == 4 * 3 + 4 * 2 + 3 * 2


@pytest.mark.parametrize("settings", [BY_HAND, Settings()], ids=["by hand", "fitted"])
def test_a_higher_threshold_gives_a_subset(settings: Settings) -> None:
    before: set[tuple[str, str, float]] | None = None
    for threshold in (0.0, 0.05, 0.2, 0.32, 0.5, 0.8, 0.99, 1.0):
        found = aligned(WIRE, STATE, PORT, settings=replace(settings, link_threshold=threshold))
        now = {(candidate.left.id, candidate.right.id, candidate.probability) for candidate in found}
        assert all(probability >= threshold for *_, probability in now)
        assert before is None or now <= before
        before = now


WORDS = "ferry divers nine 9 Tarn sank bodies minister praised on Monday of the old harbour"
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=7).map(" ".join), min_size=1, max_size=5
)


@pytest.mark.parametrize("settings", [BY_HAND, Settings()], ids=["by hand", "fitted"])
@given(left=SENTENCES, right=SENTENCES)
def test_the_order_of_two_articles_changes_nothing(settings: Settings, left: list[str], right: list[str]) -> None:
    one, two = told("one", *left), told("two", *right)
    everything = replace(settings, link_threshold=0.0)
    there = {(c.left.id, c.right.id): c for c in aligned(one, two, settings=everything)}
    back = {(c.right.id, c.left.id): c for c in aligned(two, one, settings=everything)}
    assert there.keys() == back.keys()
    for pair, found in there.items():
        assert found.probability == pytest.approx(back[pair].probability, abs=1e-9)
        assert found.similarity == pytest.approx(back[pair].similarity, abs=1e-6)
        assert [part.weight for part in found.evidence] == pytest.approx(
            [p.weight for p in back[pair].evidence], abs=1e-6
        )


def test_with_the_bundled_embedder_a_paraphrase_is_likelier_than_a_stranger(minilm: Embedder) -> None:
    left = told("one", "The ferry went down off Cape Tarn on Monday.", "Schools in the region stay shut until May.")
    right = told("two", "Classes are cancelled across the region until May.", "On Monday a ferry sank near Cape Tarn.")
    claims = [*left, *right]
    found = align(claims, minilm.embed([claim.text for claim in claims]), replace(Settings(), link_threshold=0.0))
    likely = {(candidate.left.id, candidate.right.id): candidate.probability for candidate in found}
    ferry, schools = left
    classes, sank = right
    assert likely[ferry.id, sank.id] > likely[ferry.id, classes.id]
    assert likely[schools.id, classes.id] > likely[schools.id, sank.id]
