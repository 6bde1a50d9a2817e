"""The page as a reader meets it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from compare import compare_articles
from compare.model import Comparison
from reports.html import render
from tests.reports.conftest import HOSTILE, made
from tests.samples import comparison

Read = Callable[..., Page]
_CONTRAST = """(selector) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3).map((part) => part / 255);
  };
  const light = (color) => {
    const [r, g, b] = rgb(color).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (node) => {
    const color = getComputedStyle(node).backgroundColor;
    return color !== "rgba(0, 0, 0, 0)" || !node.parentElement ? color : ground(node.parentElement);
  };
  return Array.from(document.querySelectorAll(selector)).map((node) => {
    const [dark, bright] = [getComputedStyle(node).color, ground(node)].map(light).sort((a, b) => a - b);
    return (bright + .05) / (dark + .05);
  });
}"""
_TEXTS = (
    ".chip, .quiet, .intro, .about, .sure, .aspects, mark, .skipped, .none p, .heat b, .heat span, a, .meaning, th, dd"
)


def hostile() -> Comparison:
    turned = "\u202eevil \u2066 text\x07"
    return made(
        {HOSTILE: [HOSTILE, turned], "</script><script>window.broken=1</script>": [HOSTILE, "Two."]}, title=HOSTILE
    )


def shown_rows(page: Page) -> list[str]:
    return page.eval_on_selector_all("tbody.row", "rows => rows.filter(r => r.offsetParent).map(r => r.id)")


def test_a_hostile_article_runs_nothing_and_asks_for_nothing(context: BrowserContext, tmp_path: Path):
    file = tmp_path / "hostile.html"
    file.write_text(render(hostile()), "utf-8")
    asked: list[str] = []
    heard: list[str] = []

    def route(call: Route) -> None:
        asked.append(call.request.url)
        call.continue_()

    page = context.new_page()
    context.route("**/*", route)
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(file.as_uri())
    page.locator(".claim").first.click()
    page.wait_for_timeout(100)
    assert page.evaluate("window.broken") is None
    assert heard == []
    assert asked == [file.as_uri()]
    assert page.locator("blockquote p").first.inner_text().startswith(HOSTILE)


def test_the_policy_stops_a_script_that_is_slipped_in(context: BrowserContext, tmp_path: Path):
    file = tmp_path / "broken.html"
    file.write_text(render(comparison()).replace("</main>", "<script>window.broken=1</script></main>"), "utf-8")
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(file.as_uri())
    assert page.evaluate("window.broken") is None
    assert any("Content Security Policy" in message for message in refused)


def test_turned_text_does_not_turn_what_stands_around_it(read: Read):
    page = read(hostile())
    unisolated = page.evaluate(r"""() => {
      const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) if (/[\u202a-\u202e\u2066-\u2069]/.test(walk.currentNode.data)
        && !walk.currentNode.parentElement.closest("bdi, [dir=auto]")) found.push(walk.currentNode.data);
      return found; }""")
    assert unisolated == []
    attributes = page.evaluate(r"""() => Array.from(document.querySelectorAll("*")).flatMap((node) =>
      Array.from(node.attributes).filter((a) => /[\u202a-\u202e\u2066-\u2069]/.test(a.value)).map((a) => a.name))""")
    assert attributes == []


def test_every_claim_is_there_to_read(read: Read):
    page = read()
    text = page.locator("#grid").text_content() or ""
    articles = page.locator("#articles").text_content() or ""
    for claim in comparison().claims:
        assert claim.text in text
        assert claim.text in articles


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


def test_without_javascript_all_can_be_read(browser: Browser, read: Read):
    window = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = read(window=window)
    assert page.locator("tbody.row:visible").count() == 3
    assert not page.locator(".filters").is_visible()
    page.locator("article.reading summary", has_text="union").click()
    claim = page.locator(".claim", has_text="The owners may")
    assert claim.is_visible()
    claim.click()
    assert page.url.endswith("#g-warning")
    window.close()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, read: Read, width: int):
    window = browser.new_context(viewport={"width": width, "height": 740})
    long = made({"a": ["x" * 400, "One two three."], "b" * 60: ["word " * 80, "Two one."]}, title="t" * 300)
    page = read(long, window)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.locator(".claim").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    window.close()


def test_ten_sources_scroll_in_their_own_box(browser: Browser, read: Read):
    files = [
        file for file in sorted((Path(__file__).parents[2] / "samples").glob("*/*")) if file.suffix in (".txt", ".md")
    ]
    ten = compare_articles([file for file in files if file.name != "README.md"][:10])
    for width in (360, 1280):
        window = browser.new_context(viewport={"width": width, "height": 740})
        page = read(ten, window)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        window.close()
    page = read(ten)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, read: Read, scheme: str):
    window = browser.new_context(color_scheme=scheme)
    page = read(window=window)
    ratios = page.evaluate(_CONTRAST, _TEXTS)
    assert len(ratios) > 50
    assert min(ratios) >= 4.5
    window.close()


def test_light_and_dark_differ(browser: Browser, read: Read):
    grounds = []
    for scheme in ("light", "dark"):
        window = browser.new_context(color_scheme=scheme)
        grounds.append(read(window=window).evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        window.close()
    assert grounds[0] != grounds[1]


def test_focus_can_be_seen(read: Read):
    page = read()
    page.keyboard.press("Tab")
    outline = page.evaluate("(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle; })()")
    assert outline == "solid"
    assert page.evaluate("document.activeElement.className") == "jump"


def test_on_paper_all_articles_are_open_and_nothing_is_for_the_mouse(read: Read):
    page = read()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article.reading .text:visible").count() == 3
    for gone in (".filters", ".tabs", ".sections", ".context"):
        assert page.locator(gone).first.is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article.reading .text:visible").count() == 1
    assert page.pdf().startswith(b"%PDF")


def test_headings_and_landmarks_lead_through_the_page(read: Read):
    page = read()
    assert page.get_by_role("heading", level=2).all_inner_texts() == [
        "Overview",
        "Claim by claim",
        "The articles, annotated",
        "Left out",
        "Method",
    ]
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1
