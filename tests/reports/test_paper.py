"""The page on paper: a clean document that holds all that was told, and nothing that only a screen can do."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from reports import words
from reports.html import render
from tests.reports.sight import broken, cut_off, overlapping, sideways
from tests.reports.story import told

Read = Callable[..., Page]

_A4 = 688
"""Pixels between the margins of a page of A4."""
_CONTROLS = "button, select, input, textarea, dialog, progress, nav, .jump, [role=tab], [role=status], [aria-live]"


def letters(text: str) -> str:
    """A text without what paper changes: white space, hyphens at the end of a line, ligatures."""
    return "".join(
        char for char in unicodedata.normalize("NFKC", text) if not char.isspace() and char not in "\u00ad-‐"
    )


def on_paper(page: Page) -> list[str]:
    """The text of every page that a browser prints."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


@pytest.fixture(scope="module")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("paper") / "report.html"
    file.write_text(render(told()), "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def sheets(browser: Browser, story_file: str) -> list[str]:
    """The text of every page of the story, printed once for all."""
    page = browser.new_page()
    page.goto(story_file)
    pages = on_paper(page)
    page.close()
    return pages


@pytest.fixture(scope="module")
def print_view(browser: Browser, story_file: str) -> Iterator[Page]:
    """The story as a dark screen would print it, as wide as the paper; nobody changes it."""
    window = browser.new_context(viewport={"width": _A4, "height": 1000}, color_scheme="dark")
    page = window.new_page()
    page.goto(story_file)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    yield page
    window.close()


def test_every_claim_is_on_paper(sheets: list[str]):
    text = letters("".join(sheets))
    assert [claim.text for claim in told().claims if letters(claim.text) not in text] == []


def test_paper_holds_the_same_without_javascript(browser: Browser, read: Read):
    window = browser.new_context(java_script_enabled=False)
    text = letters("".join(on_paper(read(told(), window))))
    assert [claim.text for claim in told().claims if letters(claim.text) not in text] == []
    window.close()


def test_paper_holds_every_section(read: Read, sheets: list[str]):
    titles = read(told()).get_by_role("heading", level=2).all_inner_texts()
    text = letters("".join(sheets))
    assert len(titles) >= 5
    assert [title for title in titles if letters(title) not in text] == []


def test_what_a_reader_does_on_screen_hides_nothing_on_paper(read: Read):
    page = read(told())
    page.get_by_label("Find").first.fill("no row has these words")
    page.locator("a.claim:visible").first.click()
    text = letters("".join(on_paper(page)))
    assert [claim.text for claim in told().claims if letters(claim.text) not in text] == []
    assert letters("How the others tell it") not in text


def test_no_page_is_blank_and_there_are_not_too_many(sheets: list[str]):
    assert [number for number, text in enumerate(sheets, 1) if len(text.split()) < 20] == []
    assert 5 <= len(sheets) <= 14


def test_nothing_on_paper_is_a_control(print_view: Page):
    found = print_view.locator(_CONTROLS).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 120))"
    )
    assert found == []
    signs = print_view.locator("a").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.innerText.trim().length < 2).map(one => one.outerHTML)"
    )
    assert signs == []
    words_of_controls = ("Clear", "Close", "Find", "points shown", "In context", "¶", "Go to the report")
    instructions = ("Open a link", "Choose a claim", "See all sources", "See the words", "where it would stand")
    text = print_view.locator("body").inner_text()
    assert [word for word in (*words_of_controls, *instructions) if word in text] == []


def test_no_heading_on_paper_has_a_triangle_to_unfold_it(print_view: Page):
    unfolding = print_view.locator("summary").evaluate_all("""all => all.filter((one) => {
      const { display, listStyleType } = getComputedStyle(one);
      return one.checkVisibility() && display === "list-item" && listStyleType !== "none";
    }).map((one) => one.outerHTML.slice(0, 120))""")
    assert unfolding == []


def test_all_words_have_their_room_on_paper(print_view: Page):
    assert sideways(print_view) == 0
    assert overlapping(print_view) == []
    assert cut_off(print_view) == []
    assert broken(print_view) == []
    wide = print_view.locator("main table").evaluate_all("""all => all.filter((one) => one.checkVisibility()
      && one.getBoundingClientRect().right > one.parentElement.getBoundingClientRect().right + 1)
      .map((one) => one.className)""")
    assert wide == []


def test_a_dark_screen_prints_black_on_white(print_view: Page):
    ground, ink = print_view.evaluate(
        """["backgroundColor", "color"].map((one) => getComputedStyle(document.body)[one])"""
    )
    root = print_view.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert {ground, root} <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert ink == "rgb(0, 0, 0)"


def test_every_standing_is_told_in_words_on_paper(sheets: list[str]):
    text = letters("".join(sheets))
    assert [standing for standing in words.STANDINGS if letters(standing) not in text] == []
