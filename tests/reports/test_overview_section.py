"""The overview: what the sources share and where they clash, in words that a desk would print, and the way around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.crowd import crowd
from compare.model import Comparison, Group, Interval, Overall, PairScore
from reports.view import page
from reports.view.overview import alike
from tests.reports.conftest import made
from tests.reports.sight import sideways
from tests.reports.story import told
from tests.samples import comparison

Read = Callable[..., Page]


def lead(whole: Comparison) -> str:
    return " ".join(page(whole).lead)


def separate(whole: Comparison) -> Comparison:
    """The same claims without any link."""
    ids = {article.id for article in whole.articles}
    groups = tuple(
        Group(f"g{claim.id}", (claim.id,), "single source", 1, tuple(sorted(ids - {claim.article})))
        for claim in whole.claims
    )
    none = {"linked_left": 0, "linked_right": 0, "agree": 0, "differ": 0, "conflict": 0, "unsure": 0, "judged": 0}
    pairs = tuple(replace(pair, **none, worth=0.0) for pair in whole.scores.pairs)  # type: ignore[arg-type]
    overall = replace(
        whole.scores.overall, groups=len(groups), contested=0, told_differently=0, corroborated=0, unsure=0,
        single_source=len(groups),
    )  # fmt: skip
    return replace(whole, links=(), groups=groups, scores=replace(whole.scores, pairs=pairs, overall=overall))


def test_the_sharpest_clash_is_told_in_the_words_of_both():
    assert (
        "The sharpest clash, 90 % sure: state tells “Nine miners died, the ministry said” "
        "and wire tells “At least 12 miners died on Monday, police said”." in lead(comparison())
    )


def test_a_clash_of_those_quoted_is_not_laid_at_the_outlets_door():
    whole = comparison()
    voices = tuple(replace(link, aspects=("quantity", "attribution")) for link in whole.links)
    assert "The sharpest clash, between those quoted, 90 % sure" in lead(replace(whole, links=voices))


def test_a_long_claim_is_told_around_the_words_that_clash():
    far = "Much is said before it. " * 10 + "Then nine people died in the pit." + " More is said." * 10
    whole = made({"a": [far], "b": ["Fourteen died."]})
    (link,) = whole.links
    at = far.index("nine people")
    claim = whole.claim(link.left)
    reason = replace(link.reasons[0], left=replace(claim.span, start=at, end=at + 11))
    told = lead(replace(whole, links=(replace(link, reasons=(reason,)),)))
    assert "…" in told
    assert "Then nine people died in the pit" in told
    assert far not in told


def test_quotations_within_words_are_kept_apart_from_ours():
    assert 'a tells ‘"Enough," he said’' in lead(made({"a": ['"Enough," he said.'], "b": ["More, he said."]}))


def test_points_are_counted_by_how_many_tell_them():
    assert "Of 3 points in all, 1 (33 %) is told by all 3 sources, 1 (33 %) by 2 and 1 (33 %) by one alone." in lead(
        comparison()
    )
    assert "by both sources" in lead(made({"a": ["One two."], "b": ["Two one."]}))


def test_without_links_it_says_that_nothing_can_be_told(read: Read):
    whole = separate(told(3))
    assert "where they agree or clash cannot be told" in lead(whole)
    assert page(whole).matrix.alike == (
        "Which two tell it most alike cannot be told: too few of their claims are linked."
    )
    assert "None can be told" in read(whole).locator("#overview").inner_text()


def test_copies_of_one_origin_are_said_to_corroborate_nothing():
    whole = told(3)
    one = replace(
        whole,
        articles=tuple(replace(article, origin="one") for article in whole.articles),
        scores=replace(whole.scores, overall=replace(whole.scores.overall, origins=1)),
    )
    assert "They share one origin" in lead(one)
    assert [source.origin for source in page(one).sources] == [1, 1, 1]


def test_without_a_clash_it_says_so():
    calm = replace(comparison(), links=tuple(replace(link, relation="agree") for link in comparison().links))
    assert "No two claims were found that cannot both be true." in lead(calm)


def scored(*divergences: tuple[float, float, float]) -> Comparison:
    """Three sources whose pairs have these divergences: (low, value, high)."""
    whole = comparison()
    pairs = tuple(
        replace(pair, linked_left=10, linked_right=10, claims_left=10, claims_right=10, judged=20,
                worth=20 * (1 - value), divergence_interval=Interval(low, high))
        for pair, (low, value, high) in zip(whole.scores.pairs, divergences, strict=True)
    )  # fmt: skip
    return replace(whole, scores=replace(whole.scores, pairs=pairs))


def test_the_most_and_the_least_alike_are_named_and_how_sure_that_is():
    clear = alike(scored((0.1, 0.2, 0.3), (0.6, 0.7, 0.8), (0.4, 0.5, 0.6)))
    assert clear == "state and union tell it most alike (divergence 20 %), state and wire least (70 %)."
    vague = alike(scored((0.1, 0.2, 0.7), (0.6, 0.7, 0.8), (0.4, 0.5, 0.6)))
    assert vague.endswith("; the intervals overlap, so the order is not certain.")
    assert "equally alike" in alike(scored(*[(0.1, 0.2, 0.3)] * 3))


def test_of_two_sources_no_pair_is_the_most_alike():
    assert alike(made({"a": ["One two."], "b": ["Two one."]})) == ""


def test_an_article_without_claims_breaks_no_sentence():
    whole = comparison()
    wire, state, _ = whole.articles
    silent = replace(whole, articles=(wire, state), claims=(), links=(), groups=(), skipped=())
    pair = PairScore(state.id, wire.id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0)
    scores = replace(whole.scores, pairs=(pair, pair), overall=Overall(2, 2, 0, 0, 0, 0, 0, 0, 0))
    shown = page(replace(silent, scores=scores))
    assert "cannot be told" in " ".join(shown.lead)
    assert [source.claims for source in shown.sources] == [0, 0]


def test_sources_are_listed_with_their_length_and_origin(read: Read):
    row = read(told(4)).locator(".sources tbody tr").last
    herald = page(told(4)).sources[-1]
    assert herald.words == len(told(4).articles[-1].text.split())
    assert row.locator(".of-words").inner_text() == str(herald.words)
    assert row.locator(".of-origin").inner_text() == "1"


@pytest.mark.parametrize("width", [390, 1280])
def test_twenty_sources_have_their_room(browser: Browser, read: Read, width: int):
    window = browser.new_context(viewport={"width": width, "height": 800})
    document = read(crowd(articles=20, claims=6, links=60), window)
    assert sideways(document) == 0
    assert document.locator("#overview .heat").count() == 190
    box = document.get_by_role("region", name="Agreement and overlap")
    if width == 1280:
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    window.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_way_to_every_section_is_within_reach(browser: Browser, read: Read, width: int):
    window = browser.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce")
    document = read(told(4), window)
    links = document.locator("nav.sections a")
    shown = document.locator("main > section").evaluate_all("all => all.map((one) => one.id)")
    assert links.evaluate_all("all => all.map((one) => one.hash.slice(1))") == shown
    for link in links.all():
        link.click()
        top = document.locator(link.get_attribute("href") or "").evaluate("one => one.getBoundingClientRect().top")
        assert top < 740
    assert sideways(document) == 0
    window.close()


def test_a_section_that_has_nothing_has_no_entry(read: Read):
    plain = made({"a": ["One two."], "b": ["Two one."]})
    entries = read(plain).locator("nav.sections a").all_inner_texts()
    assert entries == ["Overview", "Claims", "Articles", "Left out", "Method"]
