"""The annotated articles: what others add stands where it belongs, and a second article is read in step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.crowd import crowd
from compare.model import Comparison, Group
from reports.view import page
from reports.view.values import Reading
from reports.view.values.articles import Gap
from tests.reports.conftest import made
from tests.reports.story import told
from tests.samples import comparison

Read = Callable[..., Page]


def gaps(reading: Reading) -> list[Gap]:
    return [gap for part in reading.paragraphs for gap in ((part.opening,) if part.opening else ()) + part.gaps]


def before(reading: Reading, number: int) -> str:
    """The text of the stretch that the sign of a gap stands behind."""
    parts = [part for paragraph in reading.paragraphs for part in paragraph.stretches]
    return next(part.text for part in parts if number in part.gaps)


def unlinked(whole: Comparison, *keep: int) -> Comparison:
    """Only the links of these numbers, and every other claim a group of its own."""
    links = tuple(whole.links[number] for number in keep)
    linked = {end for link in links for end in (link.left, link.right)}
    groups = [group for group in whole.groups if set(group.claims) <= linked]
    for claim in whole.claims:
        if claim.id not in linked:
            others = tuple(sorted(article.id for article in whole.articles if article.id != claim.article))
            groups.append(Group(f"g{claim.id}", (claim.id,), "single source", 1, others))
    return replace(whole, links=links, groups=tuple(groups))


def test_what_others_tell_stands_behind_the_counterpart_of_what_they_tell_before_it():
    reading = page(told(4)).readings[0]
    warning = next(gap for gap in gaps(reading) if "warning" in gap.lacks[0].quote.text)
    assert before(reading, warning.number) == "Police said the ferry had left its course."
    assert warning.lacks[0].told_by == " and ".join(article.label for article in told(4).articles[1:3])
    assert warning.lacks[0].shared


def test_what_one_source_alone_tells_is_told_apart_from_what_several_tell():
    lacks = [lack for gap in gaps(page(told(4)).readings[0]) for lack in gap.lacks]
    assert {lack.quote.text: lack.shared for lack in lacks if not lack.shared} == {
        "Ana Ruiz thanked the fishing crews by name.": False,
        "“Nobody listened to us for years,” union leader Tom Okoro said.": False,
        "An inquiry is to report by 30 June.": False,
    }
    assert sum(lack.shared for lack in lacks) == 1


def test_a_copy_makes_no_second_voice():
    wire, gazette, voice, herald = told(4).articles
    voices = page(told(4)).readings[2]
    paid = next(lack for gap in gaps(voices) for lack in gap.lacks if "pay" in lack.quote.text)
    assert (paid.sources, paid.origins) == (2, 2)
    same = replace(told(4), articles=(wire, replace(gazette, origin=wire.origin), voice, herald))
    paid = next(lack for gap in gaps(page(same).readings[2]) for lack in gap.lacks if "pay" in lack.quote.text)
    assert (paid.sources, paid.origins, paid.shared) == (2, 1, False)


def test_what_comes_before_all_links_stands_before_the_first_claim():
    left = page(unlinked(made({"a": ["Aa bb.", "One two."], "b": ["First.", "Two one."]}), 1)).readings[0]
    assert left.paragraphs[0].opening
    assert [lack.quote.text for lack in left.paragraphs[0].opening.lacks] == ["First."]


def test_what_shares_no_link_stands_at_the_end():
    left = page(unlinked(made({"a": ["Aa bb.", "One two."], "b": ["First.", "Two one."]}))).readings[0]
    (gap,) = gaps(left)
    assert before(left, gap.number) == "One two."
    assert [lack.quote.text for lack in gap.lacks] == ["First.", "Two one."]


def test_every_point_that_an_article_lacks_has_one_place_in_it():
    whole = told(5)
    for article, reading in zip(whole.articles, page(whole).readings, strict=True):
        placed = [lack.quote.row for gap in gaps(reading) for lack in gap.lacks]
        assert sorted(placed) == sorted(group.id for group in whole.groups if article.id in group.missing_from)


def test_of_many_sources_the_places_hold_in_short_what_two_origins_tell():
    whole = crowd(articles=8, claims=12, links=60)
    lacks = [lack for reading in page(whole).readings for gap in gaps(reading) for lack in gap.lacks]
    assert lacks
    assert all(lack.shared and len(lack.quote.text) <= 56 for lack in lacks)


def test_what_is_left_out_is_sorted_by_origins_and_leads_to_its_place(read: Read):
    shown = page(told(5))
    for one in shown.left_out:
        origins = [lack.origins for lack in one.lacks]
        assert origins == sorted(origins, reverse=True)
    document = read(told(5))
    document.get_by_label("Show what others tell").uncheck()
    link = document.get_by_role("link", name="where it would stand").last
    link.click()
    place = document.locator(link.get_attribute("href") or "")
    assert place.is_visible()
    assert "Not here" in place.inner_text()


def test_what_only_copies_tell_is_not_lost():
    wire, *_, herald = page(told(4)).left_out
    whole = told(2)
    same = replace(
        whole,
        articles=tuple(replace(article, origin="one") for article in whole.articles),
        groups=tuple(replace(group, origins=1) for group in whole.groups),
    )
    first, second = page(same).left_out
    assert not wire.copied
    assert not herald.copied
    assert len(first.copied) + len(first.alone) == len([c for c in whole.claims if c.article == whole.articles[0].id])
    assert first.copied[0].also == second.label


def test_of_many_sources_one_table_says_who_lacks_what(read: Read):
    whole = crowd(articles=8, claims=12, links=60)
    lacking = {(lack.quote.row, one.label) for one in page(whole).left_out for lack in one.lacks}
    document = read(whole)
    assert document.locator("table.gaps td a").count() == len(lacking)
    document.locator("table.gaps td a").last.click()
    assert document.locator(":target").is_visible()


def test_a_chosen_claim_is_shown_with_the_passage_around_its_counterpart(read: Read):
    document = read()
    document.locator(".claim", has_text="At least 12 miners").click()
    passage = document.locator(".versions .passage").first
    assert passage.inner_text() == "Nine miners died, the ministry said. No warning was ignored."
    assert passage.locator(".same").inner_text() == "Nine miners died, the ministry said."


def test_arrows_go_from_claim_to_claim_and_the_others_follow(read: Read):
    document = read()
    document.locator(".claim", has_text="At least 12 miners").press("Enter")
    document.keyboard.press("ArrowDown")
    assert "The pit opened" in document.evaluate("document.activeElement.textContent")
    assert document.locator(".versions").inner_text().count("not mentioned") == 2
    document.keyboard.press("ArrowUp")
    assert "Nine miners" in document.locator(".versions").inner_text()


def test_each_article_is_one_stop_of_the_tab_key(read: Read):
    document = read(told())
    assert document.locator("article.reading:visible a.claim[tabindex='0']").count() == 1


def long(label: str, words: int) -> list[str]:
    return [f"{label} {number} " + "word " * words + "end." for number in range(30)]


@pytest.mark.parametrize("width", [390, 1280])
def test_two_articles_are_read_side_by_side_in_step(browser: Browser, read: Read, width: int):
    window = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    document = read(made({"a": long("A", 20), "b": long("B", 60)}), window)
    document.get_by_label("Read beside").select_option(label="b")
    left, right = document.locator("article.reading:visible").all()
    left.hover()
    document.mouse.wheel(0, 1200)
    document.wait_for_function("document.querySelectorAll('.two > .reading')[1].scrollTop > 0")
    seen = """pane => Array.from(pane.querySelectorAll(".claim")).findIndex((claim) =>
      claim.getBoundingClientRect().bottom > pane.getBoundingClientRect().top + pane.clientHeight / 2)"""
    assert abs(left.evaluate(seen) - right.evaluate(seen)) <= 2
    window.close()


def test_a_claim_chosen_side_by_side_brings_its_counterpart_to_its_height(read: Read):
    document = read(made({"a": long("A", 20), "b": long("B", 60)}))
    document.get_by_label("Read beside").select_option(label="b")
    left, right = document.locator("article.reading:visible").all()
    left.locator(".claim").nth(3).click()
    for _ in range(12):
        document.keyboard.press("ArrowDown")
    here, there = left.locator(".claim.chosen"), right.locator(".claim.linked")
    assert there.inner_text().startswith("B 15 ")
    heights = [one.evaluate("claim => claim.getBoundingClientRect().top") for one in (here, there)]
    assert abs(heights[0] - heights[1]) < 3
    assert "conflict" in document.locator(".bridge").inner_text()
    document.keyboard.press("Escape")
    assert document.locator("article.reading:visible").count() == 1


def test_a_version_opens_its_article_beside(read: Read):
    document = read()
    document.locator(".claim", has_text="At least 12 miners").click()
    document.get_by_role("button", name="Read the articles side by side").last.click()
    assert document.locator(".pane:visible").all_inner_texts() == ["wire", "union"]
    assert document.locator(".claim.linked bdi").all_inner_texts() == ["Fourteen miners died, the union says."]
    assert document.evaluate("document.activeElement.textContent").startswith("At least 12 miners")


def test_the_notes_can_be_hidden_and_paper_has_them_all_the_same(read: Read):
    document = read(told())
    notes = document.locator("article.reading:visible .absent")
    assert notes.first.is_visible()
    document.get_by_label("Show what others tell").uncheck()
    assert notes.count() > 0
    assert not any(note.is_visible() for note in notes.all())
    document.emulate_media(media="print")
    assert notes.first.is_visible()


def test_what_one_source_alone_tells_waits_folded(read: Read):
    document = read(told())
    note = document.locator("article.reading:visible .absent", has_text="that one source alone tells").first
    folded = note.locator("li a")
    assert not folded.last.is_visible()
    note.locator("summary").last.click()
    assert folded.last.is_visible()


def test_paper_prints_the_articles_in_their_own_order_even_when_two_are_side_by_side(read: Read):
    document = read()
    order = document.locator("article.reading").evaluate_all("all => all.map((one) => one.id)")
    document.get_by_label("Read beside").select_option(label="union")
    document.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert document.locator("article.reading").evaluate_all("all => all.map((one) => one.id)") == order
    assert document.locator("article.reading:visible").count() == 3
    document.evaluate("dispatchEvent(new Event('afterprint'))")
    assert document.locator("article.reading:visible").count() == 2


def test_the_notes_of_a_comparison_without_gaps_are_none():
    whole = comparison()
    state = page(whole).readings[1]
    assert [lack.quote.text for gap in gaps(state) for lack in gap.lacks] == ["The pit opened in 1931."]
    filled = replace(whole, groups=tuple(replace(group, missing_from=()) for group in whole.groups))
    assert not any(gaps(reading) for reading in page(filled).readings)
