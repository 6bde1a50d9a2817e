"""The page where JavaScript is turned off: all is there to read, and nothing waits for a script that never comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from reports import words
from reports.html import render
from tests.reports.crawl import open_all
from tests.reports.sight import sideways
from tests.reports.story import told

Read = Callable[..., Page]

# What is read aloud only, and what stands in a closed panel, is not seen: the text that a reader sees, on one line.
_SEEN = """() => document.body.innerText.replace(/\\s+/g, " ")"""


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The story without JavaScript, with everything unfolded that a reader can unfold; nobody changes it."""
    file = tmp_path_factory.mktemp("plain") / "report.html"
    file.write_text(render(told()), "utf-8")
    window = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = window.new_page()
    page.goto(file.as_uri())
    open_all(page)
    yield page
    window.close()


def headings(page: Page) -> list[str]:
    found: list[str] = page.locator("h1, h2, h3, h4").evaluate_all("""all => all.filter(one => one.checkVisibility())
      .map(one => one.tagName + " " + one.textContent.trim())""")
    return found


def test_every_claim_can_be_read_in_the_grid_and_in_its_article(plain: Page):
    grid, articles = (plain.locator(part).inner_text() for part in ("#grid", "#articles"))
    for claim in told().claims:
        assert claim.text in grid
        assert claim.text in articles.replace("\n", " ")


def test_every_section_has_its_headings(plain: Page, read: Read):
    scripted = read(told())
    open_all(scripted)
    assert len(headings(scripted)) > 15
    assert set(headings(scripted)) <= set(headings(plain))


def test_every_reason_can_be_read_with_its_words(plain: Page):
    text = plain.evaluate(_SEEN)
    for link in told().links:
        for reason in link.reasons:
            assert words.reason(reason.code) in text
            assert reason.detail in text
        for evidence in link.evidence:
            assert words.evidence(evidence.name) in text


def test_what_was_skipped_and_all_settings_can_be_read(plain: Page):
    text = plain.evaluate(_SEEN)
    comparison = told()
    for skip in comparison.skipped:
        assert skip.span.of(comparison.article(skip.article).text) in text
        assert words.SKIPPED[skip.reason] in text
    for note in comparison.notes:
        assert note in text
    assert "minilm" in text


def test_no_control_is_shown_that_would_do_nothing(plain: Page):
    assert plain.locator("button:visible, select:visible, input:visible, textarea:visible").count() == 0
    assert plain.locator("[role=tab]:visible, [role=button]:visible, [aria-live]:visible").count() == 0


def test_every_link_leads_to_something_that_can_be_seen(plain: Page):
    lost = plain.locator("a[href^='#']").evaluate_all("""links => links.filter(link => {
      const end = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return link.checkVisibility() && !(end && end.checkVisibility());
    }).map(link => link.outerHTML.slice(0, 160))""")
    assert lost == []


def test_it_does_not_scroll_sideways(browser: Browser, read: Read):
    window = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = read(told(), window)
    open_all(page)
    assert sideways(page) == 0
    window.close()
