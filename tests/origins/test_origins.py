"""Origins: what shares its wording counts once; what only tells the same does not share an origin."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ingest import from_text
from compare.model import Article, Claim
from compare.origins import Origins
from compare.origins.joined import Joined
from compare.settings import Settings
from tests.fakes import articles, claim, told

SETTINGS = Settings()
AGENCY = (
    "The ferry Alma sank off Cape Tarn shortly before dawn on Monday with eighty people on board.",
    "Divers working from two fishing boats had recovered nine bodies by the early afternoon, the coastguard said.",
    "The ship had been built in a yard at Orvale in 1984 and was inspected for the last time in April.",
    "Its owner, a company registered in Halden, did not answer calls from reporters on Monday evening.",
)
EDITED = tuple(text.replace("shortly before", "just before").replace("early afternoon", "afternoon") for text in AGENCY)
PARAPHRASED = (
    "On Monday, at first light, the Alma went down near Cape Tarn; eighty people were aboard.",
    "By the afternoon nine dead had been brought up by divers using two fishing vessels, according to the coastguard.",
    "She was launched at Orvale in 1984, and inspectors last saw her in April.",
    "Nobody picked up the telephone at the Halden firm that owns her.",
)
OTHER = (
    "Families waited all night at the pier for a list of names that nobody had.",
    "The harbour master says that he warned the ministry of the rotten lifeboats three times.",
    "A choir will sing for the dead in the cathedral of Orvale next Sunday at noon.",
    "Two cousins swam ashore and walked to the lighthouse in their stockings.",
)


def origins_of(*some: list[Claim], settings: Settings = SETTINGS) -> tuple[Origins, list[Claim]]:
    """With no two claims known to agree: shared wording needs none."""
    claims = [claim for article in some for claim in article]
    return Origins(made(some), claims, [], settings), claims


def made(some: tuple[list[Claim], ...]) -> list[Article]:
    texts = articles(**{claims[0].article: " ".join(claim.text for claim in claims) for claims in some})
    return [replace(article, id=article.label) for article in texts]


# Origins of claims and articles.


def test_articles_of_their_own_are_origins_of_their_own() -> None:
    found, claims = origins_of(told("one", *AGENCY), told("two", *PARAPHRASED), told("three", *OTHER))
    assert [found.of_article(label) for label in ("one", "two", "three")] == ["one", "two", "three"]
    assert found.count(claims) == 3
    assert found.count([claims[0], claims[4]]) == 2


def test_a_copied_paragraph_joins_its_claims_and_no_articles() -> None:
    ours = told("one", AGENCY[0], *OTHER[:3])
    theirs = told("two", *PARAPHRASED[1:], EDITED[0])
    found, _ = origins_of(ours, theirs)
    assert found.count([ours[0], theirs[-1]]) == 1
    assert found.count([ours[1], theirs[1]]) == 2
    assert found.of_article("one") != found.of_article("two")


@pytest.mark.parametrize(("copied", "one_origin"), [(0, False), (1, False), (2, True), (3, True), (4, True)])
def test_from_half_the_shorter_article_on_the_articles_are_one_origin(copied: int, one_origin: bool) -> None:
    ours = told("one", *AGENCY)
    theirs = told(
        "two", *EDITED[:copied], *OTHER[copied:], *(f"Ferry number {i} sails at {i} every day." for i in range(4))
    )
    found, _ = origins_of(ours, theirs)
    assert (found.of_article("one") == found.of_article("two")) is one_origin


def test_a_sentence_printed_again_and_again_is_one_copied_claim() -> None:
    ours = told("one", *AGENCY)
    theirs = told("two", *(text for other in OTHER for text in (AGENCY[0], other)))
    for order in ((ours, theirs), (theirs, ours)):
        found, _ = origins_of(*order)
        assert found.of_article("one") != found.of_article("two")


def test_articles_of_one_origin_corroborate_nothing_not_even_what_they_tell_in_other_words() -> None:
    ours = told("one", *AGENCY[:3], OTHER[0])
    theirs = told("two", *AGENCY[:3], OTHER[1])
    found, _ = origins_of(ours, theirs)
    assert found.count([ours[3], theirs[3]]) == 1


def test_a_third_voice_counts_beside_two_copies() -> None:
    copies = [told(label, *AGENCY) for label in ("one", "two")]
    voice = told("three", *PARAPHRASED)
    found, _ = origins_of(*copies, voice)
    assert found.count([copies[0][0], copies[1][0]]) == 1
    assert found.count([copies[0][0], copies[1][0], voice[0]]) == 2


def test_a_copied_claim_leads_from_article_to_article() -> None:
    """A copied from B in one sentence, B from C in another: of these claims there is one origin for each sentence."""
    a, b = told("one", AGENCY[0], *OTHER[1:]), told("two", AGENCY[0], AGENCY[1], *PARAPHRASED[2:])
    c = told("three", AGENCY[1], "Bread costs more.", "Tea costs less.", "Rain is due.")
    found, _ = origins_of(a, b, c)
    assert found.count([a[0], b[0]]) == 1
    assert found.count([b[1], c[0]]) == 1
    assert found.count([a[1], b[2], c[1]]) == 3


def test_a_decisive_change_does_not_make_another_origin() -> None:
    """That the two do not agree is for their link to say."""
    denied = AGENCY[2].replace("was inspected", "was not inspected")
    ours, theirs = told("one", AGENCY[2], *OTHER), told("two", denied, *PARAPHRASED)
    assert origins_of(ours, theirs)[0].count([ours[0], theirs[0]]) == 1


@pytest.mark.parametrize("sentences", [("The ferry sank.",), ("The ferry sank.", "All drowned.", "It rained."), AGENCY])
def test_an_article_and_itself_are_one_origin(sentences: tuple[str, ...]) -> None:
    found, claims = origins_of(told("one", *sentences), told("two", *sentences))
    assert found.of_article("one") == found.of_article("two") == "one"
    assert found.count(claims) == 1


def test_a_short_sentence_that_both_have_makes_no_origin() -> None:
    ours, theirs = told("one", "The ferry sank.", *AGENCY), told("two", *PARAPHRASED, "The ferry sank.")
    assert origins_of(ours, theirs)[0].count([ours[0], theirs[-1]]) == 2


def test_the_knobs_decide() -> None:
    ours, theirs = told("one", AGENCY[0], *OTHER), told("two", EDITED[0], *PARAPHRASED)
    alike = [ours[0], theirs[0]]
    assert origins_of(ours, theirs)[0].count(alike) == 1
    assert origins_of(ours, theirs, settings=replace(SETTINGS, copy_words=50))[0].count(alike) == 2
    assert origins_of(ours, theirs, settings=replace(SETTINGS, copy_share=0.2))[0].of_article("two") == "one"


# Credits.

LINES = {
    "dateline": "DELMA, May 3 ({}) - {}",
    "told": "{1} This is what a diver told {0}.",
    "none": "{1}",
}


def credited(label: str, form: str, agency: str, *sentences: str) -> tuple[Article, list[Claim]]:
    first = LINES[form].format(agency, sentences[0])
    article = replace(from_text("\n\n".join((f"News of {label}", first, *sentences[1:])), label), id=label)
    texts = (first if form == "told" else sentences[0], *sentences[1:])
    return article, [claim(text, label, at=article.text.index(text)) for text in texts]


@pytest.mark.parametrize(
    ("ours", "theirs", "one_origin"),
    [
        (("dateline", "AP"), ("dateline", "AP"), True),
        (("dateline", "Meridian"), ("dateline", "Meridian"), True),
        (("dateline", "Kyodo"), ("dateline", "TASS"), False),
        (("dateline", "Kyodo"), ("told", "Kyodo News"), True),
        (("told", "IRNA"), ("told", "IRNA"), True),
        (("told", "IRNA"), ("none", ""), False),
        (("none", ""), ("none", ""), False),
    ],
)
def test_claims_that_agree_and_credit_one_agency_have_one_origin(
    ours: tuple[str, str], theirs: tuple[str, str], one_origin: bool
) -> None:
    one, told_one = credited("one", *ours, *AGENCY)
    two, told_two = credited("two", *theirs, *PARAPHRASED)
    claims, pair = [*told_one, *told_two], (told_one[0], told_two[0])
    assert Origins([one, two], claims, [pair], SETTINGS).count(pair) == (1 if one_origin else 2)
    assert Origins([two, one], claims, [pair[::-1]], SETTINGS).count(pair) == (1 if one_origin else 2)
    assert Origins([one, two], claims, [], SETTINGS).count(pair) == 2
    assert Origins([one, two], claims, [pair], SETTINGS).of_article("two") == "two"


@pytest.mark.parametrize(("agencies", "one_origin"), [(("AP", "AP"), True), (("AP", "AFP"), False)])
def test_articles_of_one_agency_that_share_any_wording_are_one_origin(
    agencies: tuple[str, str], one_origin: bool
) -> None:
    one, told_one = credited("one", "dateline", agencies[0], *AGENCY)
    two, told_two = credited("two", "dateline", agencies[1], *PARAPHRASED[:3], AGENCY[3])
    found = Origins([one, two], [*told_one, *told_two], [], SETTINGS)
    assert (found.of_article("two") == "one") is one_origin


def test_the_order_of_articles_and_links_changes_nothing() -> None:
    some = [told("one", *AGENCY), told("two", *EDITED), told("three", *AGENCY[:2], *OTHER), told("four", *OTHER)]
    expected = None
    for order in permutations(some):
        found, _ = origins_of(*order)
        now = [found.of_article(label) for label in ("one", "two", "three", "four")]
        expected = expected or now
        assert now == expected
        assert found.count([claim for article in order for claim in article]) == len(set(expected))


def test_no_claims_have_no_origin() -> None:
    found, _ = origins_of(told("one", *AGENCY), told("two", *OTHER))
    assert found.count([]) == 0


# Disjoint sets.


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12))
def test_the_root_is_the_smallest_name_in_any_order(joins: list[tuple[str, str]]) -> None:
    there, back = Joined(), Joined()
    for a, b in joins:
        there.join(a, b)
    for a, b in reversed(joins):
        back.join(b, a)
    reached = {name: {name} for name in "abcdefgh"}
    for a, b in joins:
        union = reached[a] | reached[b]
        reached.update(dict.fromkeys(union, union))
    for name in "abcdefgh":
        assert there.root(name) == back.root(name) == min(reached[name])
