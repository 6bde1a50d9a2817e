"""What must hold of every comparison, whatever the articles: on the curated sets with the bundled embedder, and on
made-up articles with the fake one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations
from math import exp
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import Article, Comparison, Settings, compare_articles
from compare.model import Claim, Name, Span
from compare.relate import judge
from compare.relate.rules import Rules
from tests.conftest import Compared, sample_files, sample_sets
from tests.fakes import FakeEmbedder, FakeRelationModel, articles

CONTRARY = {"quantity", "time", "polarity", "participant", "place", "cause"}
CLASH = CONTRARY | {"attribution"}
"""Of a conflict between those quoted the aspects name the attribution beside what clashes."""
ARTICLES = [path for folder in sample_sets() for path in sample_files(folder)]


def without_order(made: Comparison) -> Comparison:
    """The same comparison, with what stands in the order of the files sorted."""
    return replace(
        made,
        articles=tuple(sorted(made.articles, key=lambda article: article.id)),
        skipped=tuple(sorted(made.skipped, key=lambda skip: (skip.article, skip.span))),
    )


# Laws that are checked on every comparison in this file.


def check_everything(made: Comparison) -> None:
    nothing_vanishes(made)
    verbatim(made)
    links_are_sound(made)
    groups_are_sound(made)
    counts_add_up(made)


def nothing_vanishes(made: Comparison) -> None:
    """Every character but white space lies in exactly one claim or skipped piece."""
    for article in made.articles:
        claims = [claim.span for claim in made.claims if claim.article == article.id]
        pieces = [*claims, *(skip.span for skip in made.skipped if skip.article == article.id)]
        covered = Counter(place for span in pieces for place in range(span.start, span.end))
        for place, char in enumerate(article.text):
            assert covered[place] == 1 or (char.isspace() and covered[place] == 0), (article.label, place, char)


def verbatim(made: Comparison) -> None:
    for claim in made.claims:
        text = made.article(claim.article).text
        assert claim.span.of(text) == claim.text
        assert claim.text == claim.text.strip()
        for fact in claim.facts:
            assert fact.span.of(text).strip()
            assert inside(fact.span, claim)


def inside(span: Span, claim: Claim) -> bool:
    return claim.start <= span.start < span.end <= claim.end


def links_are_sound(made: Comparison) -> None:
    label = {article.id: article.label for article in made.articles}
    ends = [(link.left, link.right) for link in made.links]
    assert len({frozenset(pair) for pair in ends}) == len(ends)
    assert len({link.id for link in made.links}) == len(ends)
    for link in made.links:
        left, right = made.claim(link.left), made.claim(link.right)
        assert label[left.article] < label[right.article]
        assert Settings().reread_weights.threshold <= link.probability <= 1
        assert link.relation == "unsure" or link.confidence >= made.signature["verdict_threshold"]
        assert link.relation != "conflict" or (link.aspects and set(link.aspects) <= CLASH)
        assert link.relation != "differ" or link.aspects
        for reason in link.reasons:
            assert reason.left is None or inside(reason.left, left)
            assert reason.right is None or inside(reason.right, right)


def groups_are_sound(made: Comparison) -> None:
    told = Counter(id for group in made.groups for id in group.claims)
    assert told == Counter(claim.id for claim in made.claims)
    assert len({group.id for group in made.groups}) == len(made.groups)
    linked = {end for link in made.links for end in (link.left, link.right)}
    for group in made.groups:
        heard = {made.claim(id).article for id in group.claims}
        assert not heard & set(group.missing_from)
        assert 1 <= group.origins <= len(made.articles)
        assert group.origins <= len({made.article(id).origin for id in heard}) or linked & set(group.claims)
        if not linked & set(group.claims):
            assert group.standing == "single source"
            assert len(group.claims) == 1
        if group.standing == "corroborated":
            assert group.origins >= 2


def counts_add_up(made: Comparison) -> None:
    overall = made.scores.overall
    standings = Counter(group.standing for group in made.groups)
    assert (overall.corroborated, overall.contested, overall.single_source) == (
        standings["corroborated"],
        standings["contested"],
        standings["single source"],
    )
    assert (overall.told_differently, overall.unsure) == (standings["told differently"], standings["unsure"])
    assert sum(standings.values()) == overall.groups == len(made.groups)
    assert overall.claims == len(made.claims)
    assert overall.origins == len({article.origin for article in made.articles})
    assert sum(pair.links for pair in made.scores.pairs) == len(made.links)
    for pair in made.scores.pairs:
        for value, interval in (
            (pair.overlap, pair.overlap_interval),
            (pair.agreement, pair.agreement_interval),
            (pair.divergence, pair.divergence_interval),
        ):
            if value is not None and interval is not None:
                assert 0 <= value <= 1
                assert 0 <= interval.low <= interval.high <= 1 + 1e-12


# The curated sets.


def test_every_law_on_a_curated_set(sample_comparison: Comparison) -> None:
    assert sample_comparison.links
    check_everything(sample_comparison)


def test_the_order_of_the_files_changes_nothing(
    sample: list[Path], sample_comparison: Comparison, compared: Compared
) -> None:
    expected = without_order(sample_comparison)
    for order in permutations(sample):
        made = compared(*order)
        assert [article.path for article in made.articles] == [str(path) for path in order]
        assert without_order(made) == expected


@pytest.mark.usefixtures("fresh_reader")
def test_the_same_run_twice_gives_the_same(sample: list[Path], sample_comparison: Comparison) -> None:
    """With the models loaded anew, so that nothing is remembered between the runs."""
    assert compare_articles(sample) == sample_comparison


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_article_against_itself(path: Path, compared: Compared) -> None:
    made = compared(path, path)
    check_everything(made)
    (pair,) = made.scores.pairs
    assert (pair.overlap, pair.agreement, pair.divergence) == (1, 1, 0)
    assert (pair.differ, pair.conflict, pair.unsure) == (0, 0, 0)
    assert {link.relation for link in made.links} == {"agree"}
    assert {link.probability for link in made.links} == {1.0}
    overall = made.scores.overall
    assert (overall.articles, overall.origins) == (2, 1)
    assert overall.corroborated == 0
    assert overall.single_source == overall.groups
    assert len({article.label for article in made.articles}) == 2


def test_a_copy_beside_other_voices_corroborates_nothing(
    sample: list[Path], sample_comparison: Comparison, compared: Compared
) -> None:
    made = compared(*sample, sample[0])
    check_everything(made)
    assert made.scores.overall.articles == len(sample) + 1
    assert made.scores.overall.origins == sample_comparison.scores.overall.origins
    copied = made.articles[0], made.articles[-1]
    assert copied[0].origin == copied[1].origin
    homes = {article.id for article in copied}
    for group in made.groups:
        if {made.claim(id).article for id in group.claims} <= homes and set(group.missing_from) | homes == {
            article.id for article in made.articles
        }:
            assert group.origins == 1
            assert group.standing != "corroborated"


def test_another_article_does_not_change_the_facts_and_claims_of_the_first(
    sample: list[Path], sample_comparison: Comparison, compared: Compared
) -> None:
    fewer = compared(*sample[:2])
    known = {claim.id: _without_actors(claim) for claim in sample_comparison.claims}
    assert all(known[claim.id] == _without_actors(claim) for claim in fewer.claims)


def _without_actors(claim: Claim) -> Claim:
    """Who is named by more than one claim depends on all articles; what is read in one does not."""
    facts = tuple(replace(fact, actor=None) if isinstance(fact, Name) else fact for fact in claim.facts)
    return replace(claim, facts=facts)


def test_a_higher_threshold_links_less(sample: list[Path], sample_comparison: Comparison, compared: Compared) -> None:
    threshold = sorted(link.probability for link in sample_comparison.links)[len(sample_comparison.links) * 7 // 10]
    reread = replace(Settings().reread_weights, threshold=threshold)
    strict = compared(*sample, settings=replace(Settings(), reread_weights=reread))
    kept = {link.id: link for link in strict.links}
    assert kept.keys() < {link.id for link in sample_comparison.links}
    for link in sample_comparison.links:
        assert (link.id in kept) == (link.probability >= threshold)
        assert link.id not in kept or kept[link.id] == link


def test_one_number_stands_behind_every_view(sample_comparison: Comparison) -> None:
    """Evidence adds up to the log-odds of a link, reasons to those of its relation."""
    for link in sample_comparison.links:
        if link.probability < 1:
            odds = sum(part.weight for part in link.evidence)
            assert link.probability == pytest.approx(1 / (1 + exp(-odds)))
        assert link.confidence == pytest.approx(1 / (1 + exp(-sum(reason.weight for reason in link.reasons))))
        assert "model" in {reason.code for reason in link.reasons}


def test_the_rules_alone_give_one_number_too(sample: list[Path], compared: Compared) -> None:
    for link in compared(*sample, relation_model="rules").links:
        assert link.confidence == pytest.approx(1 / (1 + exp(-sum(reason.weight for reason in link.reasons))))
        assert "model" not in {reason.code for reason in link.reasons}


def test_no_conflict_without_words_that_carry_it(sample_comparison: Comparison) -> None:
    pairs = [
        (sample_comparison.claim(link.left), sample_comparison.claim(link.right)) for link in sample_comparison.links
    ]
    for verdict in judge(pairs, Rules(Settings()), Settings()):
        if verdict.relation == "conflict":
            speaking_for = [reason for reason in verdict.reasons if reason.weight > 0 and reason.left and reason.right]
            assert speaking_for


def test_a_relation_model_moves_relations_and_no_links(
    sample: list[Path], sample_comparison: Comparison, compared: Compared
) -> None:
    made = compared(*sample, relation_model=FakeRelationModel("differ", by=0.999999))
    check = {(link.id, link.probability, link.evidence) for link in made.links}
    assert check == {(link.id, link.probability, link.evidence) for link in sample_comparison.links}
    assert {link.relation for link in made.links} != {link.relation for link in sample_comparison.links}
    assert made.signature["relation_model"] == "fake-relations"


# Made-up articles.

SENTENCES = [
    "At least nine people died when the ferry Alma sank off Cape Tarn.",
    "Four people died when the ferry Alma sank off Cape Tarn.",
    "The ferry did not sink on Monday, the ministry said.",
    "The owner of the ferry may have ignored a warning.",
    "The owner of the ferry ignored a warning.",
    "Divers searched the wreck on 3 March.",
    "Divers searched the wreck on 5 March.",
    "The regime praised the heroic divers!",
    "Halden walked out of the talks.",
    "Morvia walked out of the talks.",
    "Who warned the crew?",
    "Read more",
    "Fares rose by 7 per cent.",
    "Fares fell by 9%.",
    "“No comment,” she said.",
    "Überall war Nacht — наконец 夜が来た。",
    "A\tsentence with  odd   spaces in it.",
    "It cost $3 million.",
]
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4
)
TEXTS = PARAGRAPHS.map("\n\n".join).filter(
    lambda text: "e" in text.replace("Who warned the crew?", "").replace("Read more", "")
)


def made_up(texts: list[str]) -> list[Article]:
    return articles(**{f"paper {number}": text for number, text in enumerate(texts)})


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_every_law_on_made_up_articles_in_any_order(texts: list[str], random: object) -> None:
    some = made_up(texts)
    quick = replace(Settings(), bootstrap_samples=50)
    made = compare_articles(some, embedder=FakeEmbedder(), settings=quick)
    check_everything(made)
    shuffled = list(some)
    random.shuffle(shuffled)
    again = compare_articles(shuffled, embedder=FakeEmbedder(), settings=quick)
    assert [article.id for article in again.articles] == [article.id for article in shuffled]
    assert without_order(again) == without_order(made)


@settings(max_examples=40)
@given(TEXTS)
def test_a_made_up_article_against_itself(text: str) -> None:
    quick = replace(Settings(), bootstrap_samples=50)
    made = compare_articles(made_up([text, text]), embedder=FakeEmbedder(), settings=quick)
    check_everything(made)
    (pair,) = made.scores.pairs
    assert (pair.overlap, pair.agreement, pair.divergence) == (1, 1, 0)
    assert (made.scores.overall.origins, made.scores.overall.corroborated) == (1, 0)
