"""The whole page for everybody: what axe-core finds, and what only a keyboard can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.reports.crawl import open_all
from tests.reports.sight import broken, cut_off, faint, overlapping, sideways
from tests.reports.story import told

Read = Callable[..., Page]
Look = Callable[..., Page]

_WIDTHS = {"desktop": 1280, "phone": 390}
_AXE = """async (more) => {
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
  });
  return found.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => [rule.id, rule.impact,
    rule.nodes.length, node.target.join(" "), node.html.slice(0, 200), node.failureSummary].join(" | ")));
}"""


_MORE = ("target-size", "p-as-heading", "table-fake-caption")
"""Rules that axe has and does not apply by itself."""


def nothing_found_by_axe(page: Page, more: tuple[str, ...] = ()) -> bool:
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_AXE, more)
    assert not found, "\n".join(found)
    return True


@pytest.fixture
def look(browser: Browser, read: Read) -> Iterator[Look]:
    """Open the story in a window of the given colours and width."""
    windows = []

    def opened(scheme: str = "light", width: int = 1280, sources: int = 4, **options: Any) -> Page:
        window = browser.new_context(
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
            **options,
        )
        windows.append(window)
        return read(told(sources), window)

    yield opened
    for window in windows:
        window.close()


def filtered(page: Page) -> None:
    page.get_by_label("Find").first.fill("ferry")


def chosen(page: Page) -> None:
    page.locator("a.claim:visible").nth(1).click()


def reviewing(page: Page) -> None:
    page.locator(".rv-start button").click()


def decided(page: Page) -> None:
    reviewing(page)
    page.keyboard.press("c")
    page.keyboard.press("k")


def adding(page: Page) -> None:
    reviewing(page)
    page.keyboard.press("l")


def asking_for_keys(page: Page) -> None:
    reviewing(page)
    page.keyboard.press("?")


def leaving(page: Page) -> None:
    reviewing(page)
    page.keyboard.press("Escape")


STATES: dict[str, Callable[[Page], None]] = {
    "with a filter set": filtered,
    "with a claim chosen": chosen,
    "while reviewing": reviewing,
    "after a decision": decided,
    "while adding a link": adding,
    "with the keys shown": asking_for_keys,
    "while leaving the review": leaving,
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", _WIDTHS)
def test_axe_finds_nothing_with_all_that_unfolds_open(look: Look, scheme: str, width: str):
    page = look(scheme, _WIDTHS[width])
    open_all(page)
    assert nothing_found_by_axe(page, _MORE)


def test_axe_finds_nothing_where_the_grid_scrolls_in_its_own_box(look: Look):
    assert nothing_found_by_axe(look(sources=5))


@pytest.mark.parametrize(("scheme", "width"), [("light", "phone"), ("dark", "desktop")])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_while_the_page_is_used(look: Look, scheme: str, width: str, state: str):
    page = look(scheme, _WIDTHS[width])
    STATES[state](page)
    assert nothing_found_by_axe(page)


def test_every_section_has_something_to_show(look: Look):
    page = look()
    for section in page.locator("main > section").all():
        assert len((section.text_content() or "").split()) > 30
    named = page.locator("nav.sections a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert page.locator("main > section").evaluate_all("sections => sections.map(section => section.id)") == named


_STOPS = """() => {
  const seen = (node) => node.checkVisibility({ checkVisibilityCSS: true }) && !node.matches(":disabled");
  return Array.from(document.querySelectorAll("a[href], button, summary, select, input, textarea, [tabindex]"))
    .filter((node) => seen(node) && node.tabIndex >= 0).length;
}"""
_STOP = """() => {
  const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
  window.stopped ||= new Set();
  const again = node === document.body || window.stopped.has(node);
  window.stopped.add(node);
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { again, name: node.outerHTML.slice(0, 120), seen: inside && box.width > 0 && box.height > 0,
    ring: style.outlineStyle !== "none" && style.outlineWidth !== "0px" };
}"""


@pytest.mark.parametrize("width", _WIDTHS)
def test_the_tab_key_reaches_every_control_and_shows_where_it_is(look: Look, width: str):
    page = look(width=_WIDTHS[width])
    stops = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop["again"]:
            break
        stops.append(stop)
    assert len(stops) == page.evaluate(_STOPS)
    assert [stop["name"] for stop in stops if not stop["ring"]] == []
    assert [stop["name"] for stop in stops if not stop["seen"]] == []


@pytest.mark.parametrize(("width", "sources"), [(320, 4), (390, 5), (768, 2), (900, 4), (1280, 4), (1280, 5)])
def test_all_words_have_their_room_at_every_width(look: Look, width: int, sources: int):
    page = look(width=width, sources=sources)
    open_all(page)
    assert sideways(page) == 0
    assert overlapping(page) == []
    assert cut_off(page) == []
    assert broken(page) == []


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_what_is_under_them(look: Look, scheme: str, forced: str):
    """Words in drawings, and in the colours that a reader set for all pages, are beyond axe."""
    page = look(scheme, forced_colors=forced)
    open_all(page)
    assert faint(page) == []


_NAMES = {
    "conflict": "conflict|contested|cannot both|do not fit",
    "differ": "differ|told differently",
    "agree": "agree|corroborated",
    "unsure": "unsure",
    "single": "single source|one source|alone",
}
_BY_COLOUR_ALONE = """(names) => Array.from(document.querySelectorAll(":not(.intro) > [class]")).flatMap((node) => {
  const [, tone] = (node.getAttribute("class").match(/\\b[tumf]-(conflict|differ|agree|unsure|single)\\b/) || []);
  if (!tone) return [];
  const words = (one) => one.textContent + (one.getAttribute("aria-label") || "");
  const told = (one) => one && new RegExp(names[tone], "i").test(words(one));
  const near = [node, node.parentElement, node.closest("svg"), node.closest("li, td, tr"), node.closest("tbody")];
  return near.some(told) ? [] : [node.outerHTML.slice(0, 160)];
})"""


def test_no_standing_and_no_relation_is_told_by_colour_alone(look: Look):
    page = look()
    assert page.locator("main [class*='-conflict']").count() > 5
    assert page.evaluate(_BY_COLOUR_ALONE, _NAMES) == []
