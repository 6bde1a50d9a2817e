"""The page as a reader meets it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from benchmarks.crowd import crowd
from reports.html import render
from tests.reports.sight import sideways
from tests.reports.story import told
from tests.samples import comparison

Read = Callable[..., Page]


def shown_rows(page: Page) -> list[str]:
    return page.eval_on_selector_all("tbody.row", "rows => rows.filter(r => r.offsetParent).map(r => r.id)")


def test_the_policy_stops_a_script_that_is_slipped_in(context: BrowserContext, tmp_path: Path):
    file = tmp_path / "broken.html"
    file.write_text(render(comparison()).replace("</main>", "<script>window.broken=1</script></main>"), "utf-8")
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(file.as_uri())
    assert page.evaluate("window.broken") is None
    assert any("Content Security Policy" in message for message in refused)


def test_points_of_one_source_wait_until_they_are_asked_for(read: Read):
    page = read()
    assert shown_rows(page) == ["g-dead", "g-warning"]
    page.get_by_label("points of one source alone").check()
    assert shown_rows(page) == ["g-dead", "g-warning", "g-opened"]


def test_filters_hide_what_does_not_fit_and_say_how_much_is_left(read: Read):
    page = read()
    page.get_by_label("Standing", exact=True).select_option("single source")
    assert shown_rows(page) == ["g-opened"]
    assert page.get_by_role("status").inner_text() == "1 of 3 points shown"
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("status")).to_have_text("2 of 3 points shown")
    page.get_by_label("Link", exact=True).select_option("agree")
    assert shown_rows(page) == ["g-dead"]
    page.get_by_label("Link", exact=True).select_option("")
    page.get_by_label("Source", exact=True).select_option(label="not in wire")
    assert shown_rows(page) == ["g-warning"]


def test_search_finds_words_in_any_case(read: Read):
    page = read()
    page.get_by_label("Find").fill("OWNERS may")
    assert shown_rows(page) == ["g-warning"]
    page.get_by_label("Find").fill("1931")
    assert shown_rows(page) == ["g-opened"]
    page.get_by_label("Find").fill("nowhere")
    assert shown_rows(page) == []


def test_rows_follow_the_order_of_an_article(read: Read):
    page = read()
    page.get_by_label("points of one source alone").check()
    page.get_by_label("Order", exact=True).select_option(label="as in wire")
    assert shown_rows(page) == ["g-dead", "g-opened", "g-warning"]
    page.get_by_label("Order", exact=True).select_option("")
    assert shown_rows(page) == ["g-dead", "g-warning", "g-opened"]


def test_a_deep_link_reaches_a_row_that_is_filtered_out(read: Read):
    page = read(at="#g-opened")
    assert "g-opened" in shown_rows(page)
    assert page.locator("#g-opened").evaluate("row => row.getBoundingClientRect().top < innerHeight")


def test_a_deep_link_reaches_a_claim_behind_another_tab(read: Read):
    claim = comparison().claims[-1]
    page = read(at=f"#c-{claim.id}")
    assert page.locator(f"#c-{claim.id}").is_visible()
    assert page.get_by_role("tab", name="union").get_attribute("aria-selected") == "true"


def test_a_link_opens_to_its_reasons(read: Read):
    page = read()
    link = page.locator("#g-dead .bond").first
    assert not link.get_by_text("Figures that do not fit").is_visible()
    link.locator("summary").click()
    assert link.get_by_text("Figures that do not fit").is_visible()
    assert link.get_by_text("+2.1").first.is_visible()


def test_choosing_a_claim_shows_how_the_others_tell_it(read: Read):
    page = read()
    page.locator(".claim", has_text="At least 12 miners").click()
    beside = page.get_by_role("complementary", name="How the others tell it")
    assert beside.is_visible()
    told = beside.inner_text()
    assert "Nine miners died" in told
    assert "Fourteen miners died" in told
    assert re.search(r"conflict\s+quantity\s+·? ?90 %", told)
    page.keyboard.press("Escape")
    assert not beside.is_visible()
    assert page.evaluate("document.activeElement.classList.contains('claim')")


def test_choosing_a_claim_of_one_source_says_that_the_others_are_silent(read: Read):
    page = read()
    page.locator(".claim", has_text="The pit opened").press("Enter")
    told = page.get_by_role("complementary", name="How the others tell it").inner_text()
    assert told.count("not mentioned") == 2


def test_tabs_show_one_article_and_move_with_the_arrows(read: Read):
    page = read()
    assert page.locator("article.reading:visible").count() == 1
    page.get_by_role("tab", name="wire").press("ArrowRight")
    assert page.get_by_role("tab", name="state").evaluate("tab => tab === document.activeElement")
    assert page.locator("article.reading:visible").get_attribute("aria-labelledby") == "t-state0000000"


def test_ten_sources_scroll_in_their_own_box(browser: Browser, read: Read):
    ten = crowd(articles=10, claims=8, links=90)
    for width in (360, 1280):
        window = browser.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce")
        page = read(ten, window)
        assert sideways(page) == 0
    box, point = page.locator(".grid-box"), page.locator("tbody.row:visible th.what").first
    left = point.bounding_box()
    box.evaluate("box => box.scrollTo(900, 0)")
    assert box.evaluate("box => box.scrollLeft") == 900
    assert point.bounding_box() == left


def test_on_a_phone_every_cell_names_its_source(browser: Browser, read: Read):
    window = browser.new_context(viewport={"width": 360, "height": 740})
    page = read(window=window)
    assert page.locator("#g-dead .who:visible").all_inner_texts() == ["wire", "state", "union"]
    window.close()


def test_light_and_dark_differ(browser: Browser, read: Read):
    grounds = []
    for scheme in ("light", "dark"):
        window = browser.new_context(color_scheme=scheme)
        grounds.append(read(window=window).evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        window.close()
    assert grounds[0] != grounds[1]


def test_after_printing_the_page_is_as_it_was(read: Read):
    page = read()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article.reading .text:visible").count() == 3
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article.reading .text:visible").count() == 1
    assert page.locator(".all-scores[open]").count() == 0


def test_headings_and_landmarks_lead_through_the_page(read: Read):
    page = read(told())
    assert page.get_by_role("heading", level=2).all_inner_texts() == [
        "Overview",
        "Claim by claim",
        "The articles, annotated",
        "Figures and dates",
        "Timeline",
        "Naming and framing",
        "Voices",
        "Left out",
        "Method",
    ]
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1


def test_the_title_of_an_article_is_a_heading(read: Read):
    page = read(told())
    title = page.locator("#articles").get_by_role("heading", name="Ferry runs aground off Port Marrow")
    assert title.is_visible()
