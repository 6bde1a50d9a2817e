"""Reviewing in the report, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from playwright.sync_api import Browser, BrowserContext, Page, expect

from compare.model import Comparison
from reports.html import render
from reports.view import page as page_of
from tests.reports.conftest import HOSTILE, made
from tests.samples import comparison

Read = Callable[..., Page]
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "decisions.schema.json").read_text("utf-8"))
_TELLING = (
    ".chip, mark, .why, .sure, .aspects, .bond, .heat, .counts, .clash, .lead, .claim, .row, #overview, #left-out"
)
_IN_SIGHT = """(selector) => Array.from(document.querySelectorAll(selector))
  .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((node) => node.outerHTML)"""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def said(page: Page) -> str:
    return page.locator(".rv-said").inner_text()


def progress(page: Page) -> str:
    return page.locator(".rv-count").inner_text()


def passages(page: Page) -> list[str]:
    return page.locator(".rv-claim.now").all_inner_texts()


def exported(page: Page) -> dict[str, Any]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = json.loads(Path(download.value.path()).read_text("utf-8"))
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(file)
    return file


def bring(page: Page, file: object) -> str:
    words = file if isinstance(file, str) else json.dumps(file)
    page.locator(".rv input[type=file]").set_input_files(
        {"name": "d.json", "mimeType": "application/json", "buffer": words.encode()}
    )
    expect(page.locator(".rv-said")).not_to_have_text("")
    return said(page)


def decided(page: Page) -> dict[str, Any]:
    """A file with one decision: conflict, with a comment, on the first link."""
    press(page, "r", "c", "1", "m")
    page.keyboard.type("nine is not twelve")
    press(page, "Enter")
    return exported(page)


def at(hour: int) -> str:
    return f"2030-01-01T{hour:02}:00:00.000Z"


def test_a_whole_review_by_keyboard_alone(read: Read):
    page = read()
    press(page, "r")
    assert progress(page) == "0 of 3 decided"
    assert passages(page) == ["Nine miners died, the ministry said.", "At least 12 miners died on Monday, police said."]
    press(page, "c", "1", "m")
    page.keyboard.type("jk counts, not people")
    press(page, "Enter", "Space")
    assert passages(page)[0] == "No warning was ignored."
    press(page, "d", "9", "7", "9", "Enter", "a", "j", "k")
    assert passages(page)[0] == "No warning was ignored."
    press(page, "g")
    page.keyboard.type("1")
    press(page, "Enter")
    assert page.get_by_label("Comment").input_value() == "jk counts, not people"
    press(page, "Space")
    assert said(page) == "Every link is decided. Export the file to hand it on."
    assert progress(page) == "3 of 3 decided"
    first, second, third = exported(page)["decisions"]
    assert (first["decision"], first["aspects"], first["comment"]) == (
        "conflict",
        ["quantity"],
        "jk counts, not people",
    )
    assert (second["decision"], second["aspects"], second["link"]) == ("differ", ["certainty"], "l-warning")
    assert (third["decision"], third["aspects"], third["peeked"]) == ("agree", [], False)
    press(page, "Escape")
    expect(page.locator("#grid")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("Review")


def test_the_file_tells_of_the_run_the_articles_and_the_claims(read: Read):
    page = read()
    page.get_by_role("button", name="Review").click()
    page.get_by_label("Reviewer").fill("Ana Ruiz")
    page.get_by_role("button", name="unsure").click()
    file = exported(page)
    told = comparison()
    left = told.claim(told.links[0].left)
    assert (file["reviewer"], file["signature"], file["unmatched"]) == ("Ana Ruiz", dict(told.signature), [])
    assert file["articles"] == [{"id": a.id, "sha256": a.sha256, "label": a.label} for a in told.articles]
    assert file["decisions"][0]["left"] == {
        "claim": left.id, "article": left.article, "start": left.start, "end": left.end, "text": left.text,
    }  # fmt: skip
    assert said(page) == "1 decision written to decisions-ana-ruiz.json."


def test_no_verdict_is_in_sight_before_it_is_asked_for(read: Read):
    page = read()
    press(page, "r")
    for _ in range(3):
        assert page.evaluate(_IN_SIGHT, _TELLING) == []
        assert not re.search(r"contested|machine says|%", page.locator("body").inner_text())
        titles = page.evaluate(f"({_IN_SIGHT})('[title]')")
        assert all("data-choice" in title for title in titles)
        press(page, "j")
    press(page, "c")
    assert page.evaluate(_IN_SIGHT, _TELLING) == []


def test_a_verdict_seen_first_is_noted_and_one_seen_after_is_not(read: Read):
    page = read()
    press(page, "r", "v")
    verdict = page.locator(".rv-verdict")
    expect(verdict).to_contain_text("conflict")
    expect(verdict).to_contain_text("90 % sure")
    press(page, "c", "j")
    expect(verdict).to_be_hidden()
    press(page, "d", "v", "j", "a", "v", "d")
    assert [record["peeked"] for record in exported(page)["decisions"]] == [True, False, True]


def test_who_leaves_early_is_warned_and_later_decisions_are_noted(read: Read):
    page = read()
    press(page, "r", "c", "Escape")
    dialog = page.get_by_role("dialog", name="Leave the review?")
    expect(dialog).to_contain_text("2 links are not decided.")
    press(page, "Escape")
    expect(page.locator("#grid")).to_be_hidden()
    page.get_by_role("button", name="Leave").click()
    dialog.get_by_role("button", name="Leave").click()
    expect(page.locator("#grid")).to_be_visible()
    press(page, "r", "Space", "a")
    assert [record["peeked"] for record in exported(page)["decisions"]] == [False, True]


def test_a_reload_brings_the_review_back_where_it_was(read: Read):
    page = read()
    press(page, "r", "c", "1", "j", "d", "m")
    page.keyboard.type("half a com")
    page.reload()
    expect(page.locator("#grid")).to_be_hidden()
    assert progress(page) == "2 of 3 decided"
    assert page.get_by_label("Comment").input_value() == "half a com"
    press(page, "k")
    assert page.get_by_role("button", name="conflict").get_attribute("aria-pressed") == "true"
    assert page.get_by_role("button", name="quantity").get_attribute("aria-pressed") == "true"


def test_where_the_browser_keeps_nothing_the_page_says_so_and_goes_on(context: BrowserContext, read: Read):
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })")
    page = read()
    press(page, "r")
    assert said(page) == "This browser keeps nothing for this page: export before you close it."
    press(page, "a")
    assert progress(page) == "1 of 3 decided"
    assert len(exported(page)["decisions"]) == 1


def test_undo_and_redo_lead_back_to_what_was_changed(read: Read):
    page = read()
    press(page, "r", "c", "1", "d", "j", "j", "z")
    assert page.locator(".rv [aria-pressed=true]").all_inner_texts()[0].startswith("≠conflict")
    press(page, "z", "z")
    assert progress(page) == "0 of 3 decided"
    press(page, "z")
    assert said(page) == "Nothing to undo."
    press(page, "y", "Shift+Z", "y")
    assert exported(page)["decisions"][0]["decision"] == "differ"
    press(page, "y")
    assert said(page) == "Nothing to redo."


def test_an_import_into_a_fresh_page_brings_all_back(browser: Browser, read: Read):
    file = decided(read())
    window = browser.new_context()
    page = read(window=window)
    press(page, "r")
    assert bring(page, file) == "1 decision came in."
    assert exported(page)["decisions"] == file["decisions"]
    press(page, "z")
    assert progress(page) == "0 of 3 decided"
    window.close()


def test_of_two_decisions_on_one_link_the_later_stays(read: Read):
    page = read()
    file = decided(page)
    (record,) = file["decisions"]
    late, early = (
        {**record, "decision": "agree", "aspects": [], "time": time} for time in (at(1), "2020-01-01T00:00:00Z")
    )
    assert bring(page, {**file, "decisions": [early]}) == "0 decisions came in. 1 not later than what is here."
    assert exported(page)["decisions"] == [record]
    bring(page, {**file, "decisions": [late], "reviewer": "Ben"})
    assert exported(page)["decisions"] == [late]


def later_run() -> Comparison:
    """The wire is called agency now, one link is gone, and the claim of the warning is cut in another way."""
    run = comparison()
    names = {claim.id: f"new{claim.id}" for claim in run.claims if claim.article.startswith("wire")}
    articles = tuple(replace(a, id="agency000000", label="agency") if a.label == "wire" else a for a in run.articles)
    id = {"wire00000000": "agency000000"}
    claims = [replace(c, id=names.get(c.id, c.id), article=id.get(c.article, c.article)) for c in run.claims]
    cut = [replace(c, text=c.text[:-1], end=c.end - 1, facts=()) if c.text.startswith("No ") else c for c in claims]
    links = [
        replace(one, right=names.get(one.right, one.right), reasons=()) for one in run.links if one.id != "l-fourteen"
    ]
    groups = tuple(
        replace(g, claims=tuple(sorted(names.get(c, c) for c in g.claims)), missing_from=()) for g in run.groups
    )
    pairs = tuple(replace(pair, right=id.get(pair.right, pair.right)) for pair in run.scores.pairs)
    scores = replace(run.scores, pairs=pairs)
    skipped = tuple(replace(skip, article=id.get(skip.article, skip.article)) for skip in run.skipped)
    return replace(
        run, skipped=skipped, articles=articles, claims=tuple(cut), links=tuple(links), groups=groups, scores=scores
    )


def test_in_a_report_of_a_changed_run_nothing_is_dropped(browser: Browser, read: Read):
    first = read()
    press(first, "r", "c", "1", "j", "d", "j", "a")
    file = exported(first)
    window = browser.new_context()
    page = read(later_run(), window)
    press(page, "r")
    assert bring(page, file) == "2 decisions came in. 1 matches nothing here; see the list below."
    assert progress(page) == "1 of 2 decided, 1 added"
    lost = page.locator(".rv-lost")
    lost.locator("summary").click()
    expect(lost).to_contain_text("No warning was ignored.")
    page.reload()
    again = exported(page)
    assert [(record["link"], record["decision"], record["added"]) for record in again["decisions"]] == [
        ("l-nine", "conflict", False),
        (None, "agree", False),
    ]
    assert again["unmatched"] == file["decisions"][1:2]
    window.close()
    assert bring(first, again) == "0 decisions came in. 3 not later than what is here."


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: "{", "This file is no JSON."),
        (lambda file: [], "This is no file of decisions."),
        (lambda file: {**file, "format": 2}, "This file has format 2; this report reads format 1."),
        (lambda file: {**file, "decisions": None}, "The file has no list of decisions."),
        (lambda file: {**file, "articles": [3]}, "The list of articles cannot be read."),
        (lambda file: _with(file, decision="perhaps"), "Decision 1 decides something unknown."),
        (lambda file: _with(file, aspects=["colour"]), "Decision 1 has an unknown aspect."),
        (lambda file: _with(file, left={"claim": "x"}), "Decision 1 lacks one of its two claims."),
        (lambda file: _with(file, time="yesterday-ish"), "Decision 1 has no time."),
        (lambda file: _with(file, comment=["x"]), "Decision 1 is not complete."),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    shared: tuple[Page, Any], spoil: Callable[[Any], object], words: str
):
    page, file = shared
    assert bring(page, spoil(file)) == words
    assert progress(page) == "1 of 3 decided"
    assert page.locator(".rv-lost").is_hidden()


def _with(file: dict[str, Any], **fields: object) -> dict[str, Any]:
    return {**file, "decisions": [{**file["decisions"][0], **fields}]}


@pytest.fixture(scope="module")
def shared(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = tmp_path_factory.mktemp("review") / "report.html"
    file.write_text(render(comparison()), "utf-8")
    window = browser.new_context()
    page = window.new_page()
    page.goto(f"{file.as_uri()}#review")
    press(page, "c")
    yield page, exported(page)
    window.close()


def test_keys_do_nothing_while_a_reader_types_or_holds_a_modifier(read: Read):
    page = read()
    page.get_by_label("Find", exact=True).fill("")
    page.keyboard.type("r")
    expect(page.locator("#grid")).to_be_visible()
    page.get_by_label("Find", exact=True).blur()
    press(page, "r")
    page.get_by_label("Reviewer").focus()
    page.keyboard.type("acdnu z?")
    assert page.get_by_label("Reviewer").input_value() == "acdnu z?"
    press(page, "Enter", "Control+a", "Alt+a", "Meta+a")
    assert progress(page) == "0 of 3 decided"
    press(page, "a")
    assert progress(page) == "1 of 3 decided"


def test_the_keys_are_told_and_closed_again(read: Read):
    page = read()
    press(page, "r", "?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("next link without a decision")
    press(page, "a", "Escape")
    expect(keys).to_be_hidden()
    assert progress(page) == "0 of 3 decided"
    press(page, "?", "?")
    expect(keys).to_be_hidden()
    press(page, "a")
    assert progress(page) == "1 of 3 decided"


def test_a_missed_link_is_added_by_keyboard(read: Read):
    page = read()
    press(page, "r", "l")
    page.keyboard.type("fourteen")
    press(page, "Enter")
    page.keyboard.type("miners nine")
    press(page, "ArrowDown", "Enter")
    assert passages(page) == ["Fourteen miners died, the union says.", "Nine miners died, the ministry said."]
    press(page, "c", "1")
    assert progress(page) == "0 of 3 decided, 1 added"
    (record,) = exported(page)["decisions"]
    assert (record["link"], record["added"], record["decision"]) == (None, True, "conflict")
    assert [record["left"]["article"], record["right"]["article"]] == ["state0000000", "union0000000"]
    page.reload()
    assert page.locator(".rv-at input").input_value() == "4"
    press(page, "z", "l", "Escape", "Escape", "j")
    assert said(page) == "This is the last link."


def test_a_missed_link_is_added_by_touch_on_a_phone(browser: Browser, read: Read):
    window = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = read(window=window)
    page.get_by_role("button", name="Review").tap()
    page.get_by_role("button", name="Add a link").tap()
    page.get_by_label("First source").select_option("wire")
    page.locator("[data-side=left] .rv-claim", has_text="1931").tap()
    page.get_by_label("Second source").select_option("union")
    page.locator("[data-side=right] .rv-claim", has_text="The owners may").tap()
    page.get_by_role("button", name="differ").tap()
    page.get_by_role("button", name="cause").tap()
    assert progress(page) == "0 of 3 decided, 1 added"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for name in ("agree", "not a link", "Next undecided", "Undo", "Leave"):
        assert page.get_by_role("button", name=name).is_visible()
    page.get_by_role("button", name="Undo").tap()
    page.get_by_role("button", name="Undo").tap()
    assert progress(page) == "0 of 3 decided"
    window.close()


def test_choosing_two_claims_that_are_linked_leads_to_their_link(read: Read):
    page = read()
    press(page, "r", "l")
    page.keyboard.type("warning owners")
    press(page, "Enter")
    page.keyboard.type("no warning")
    press(page, "Enter")
    assert said(page) == "These two are in the list already."
    press(page, "a")
    assert exported(page)["decisions"][0]["link"] == "l-warning"


def test_the_claim_stands_in_its_paragraph_and_in_view(read: Read):
    long = ["Filler sentence that goes on. " * 20] * 12
    page = read(
        made({"a": [*long[:9], "The last claim of a."], "b": ["First of b.", *long[:8], "The last claim of b."]})
    )
    press(page, "r", "g")
    page.keyboard.type("10")
    press(page, "Enter")
    for side in ("left", "right"):
        text = page.locator(f"[data-side={side}] .rv-text")
        claim = text.locator(".rv-claim.now")
        frame, box = text.bounding_box(), claim.bounding_box()
        assert frame
        assert box
        assert frame["y"] <= box["y"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]
        assert text.locator("p").count() == 10
    assert page.locator(".rv-desk").bounding_box()["y"] < 900


def test_hostile_words_stay_words(context: BrowserContext, read: Read):
    turned = "\u202eevil \u2066 text\x07\r\nmore"
    heard: list[str] = []
    context.on("console", lambda message: heard.append(message.text))
    context.on("weberror", lambda error: heard.append(str(error.error)))
    page = read(made({HOSTILE: [HOSTILE, turned], "</script><script>window.broken=1</script>": [HOSTILE, "Two."]}))
    press(page, "r", "c", "m")
    page.keyboard.type(HOSTILE)
    press(page, "Enter", "v", "j", "u")
    file = exported(page)
    assert file["decisions"][0]["comment"] == HOSTILE
    assert [record["left"]["text"] for record in file["decisions"]] == [HOSTILE, turned]
    stranger = {
        **file["decisions"][0],
        "right": {**file["decisions"][0]["right"], "text": f"{HOSTILE}{turned}", "claim": "__proto__"},
    }
    bring(page, {**file, "decisions": [stranger]})
    page.locator(".rv-lost summary").click()
    expect(page.locator(".rv-lost li")).to_contain_text(HOSTILE)
    page.reload()
    press(page, "l")
    page.keyboard.type("onerror")
    assert page.evaluate("window.broken") is None
    assert page.locator(".rv img, .rv script").count() == 0
    assert heard == []


def test_the_desk_is_named_for_those_who_do_not_see_it(read: Read):
    page = read()
    page.get_by_role("button", name="Review").press("Enter")
    assert page.evaluate("document.activeElement.id") == "review"
    assert page.get_by_role("main", name="Review").count() == 1
    assert page.get_by_role("progressbar", name="Decided").count() == 1
    press(page, "d")
    assert page.get_by_role("status").all_inner_texts() == ["1 of 3 decided", "Link 1: differ."]
    assert page.get_by_role("region", name="Article of the first passage").get_attribute("tabindex") == "0"
    names = page.eval_on_selector_all(
        ".rv button, .rv input:not([type=file])",
        "nodes => nodes.map(n => n.ariaLabel || (n.labels?.[0] || n).textContent)",
    )
    assert all(name.strip() for name in names)


def test_a_report_without_links_can_still_be_given_one(read: Read):
    run = replace(comparison(), links=())
    page = read(run)
    press(page, "r", "a", "v", "Space", "l")
    page.keyboard.type("nine")
    press(page, "Enter")
    page.keyboard.type("at least")
    press(page, "Enter", "c")
    assert progress(page) == "0 of 0 decided, 1 added"
    assert len(exported(page)["decisions"]) == 1


def test_on_paper_and_without_javascript_there_is_no_desk(browser: Browser, read: Read):
    page = read()
    press(page, "r")
    page.emulate_media(media="print")
    assert page.locator(".rv").is_hidden()
    assert page.locator("#grid").is_visible()
    window = browser.new_context(java_script_enabled=False)
    plain = read(window=window)
    assert plain.locator(".rv, .rv-start, dialog").evaluate_all("nodes => nodes.every(n => !n.checkVisibility())")
    window.close()


def test_the_words_of_a_claim_are_not_in_the_file_twice_for_the_review():
    data = page_of(comparison()).review.data
    assert all(len(claim) == 4 for claim in data["claims"])
    odd = page_of(made({"a": ["One\r\ntwo\x07."], "b": ["Two one."]})).review.data
    assert [claim[4:] for claim in odd["claims"]] == [["One\r\ntwo\x07."], []]


def test_links_come_in_the_order_of_reading_not_of_sharpness():
    told = comparison()
    data = page_of(told).review.data
    lefts = [data["claims"][left][:3] for _, left, *_ in data["links"]]
    assert lefts == sorted(lefts, key=lambda claim: claim[1:])
    assert len(data["links"]) == len(told.links)
