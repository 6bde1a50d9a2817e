"""The page of a check: what was measured beside what was asked, every change and error in words, safe and printed."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from reports.check_page import IN_TABLE, file_names, render
from reports.checked import FIGURES, Bound, Change, Check, CheckedSet, Figure, Miss, Quote, Verdict
from tests.reports.conftest import HOSTILE
from tests.reports.sight import broken, cut_off, faint, overlapping, sideways
from tests.reports.test_accessible import nothing_found_by_axe
from tests.reports.test_html import tags
from tests.reports.test_paper import letters

NINE = Quote("wire.txt", "Nine bodies were recovered off the cape on Monday.", "row1")
FOUR = Quote("state.txt", "Four bodies were recovered off the cape on Monday.", "row1")
DAWN = Quote("wire.txt", "Divers will return to the wreck at dawn.", "row2")
FUND = Quote("state.txt", "A fund was opened for the families.", "row3")
GONE = Quote("state.txt", "Order was restored within the hour.")
NONE = Verdict("")
QUANTITY, AGREE = Verdict("conflict", ("quantity",)), Verdict("agree")

WRONG = Miss("wrong", QUANTITY, AGREE, NINE, FOUR, "gold.json, line 4")
MISSED = Miss("missed", Verdict("differ", ("interpretation",)), NONE, DAWN, FUND, "gold.json, line 19")
UNREAD = replace(MISSED, right=GONE, unread=True)
NEEDLESS = Miss("needless", NONE, Verdict("unsure"), DAWN, FOUR)
CHANGED = Change("changed", "changed from conflict to agree (gold says conflict)", False, (NINE, FOUR))
WARNED = Change("new", "linked as unsure, which the baseline has not", True, (DAWN, FOUR))
FIRST = Change("missing baseline", "no baseline yet; accept it with compare check --accept", False)


def figure(metric: str = "links.f1", value: float | None = 0.5, *bounds: Bound) -> Figure:
    if value is None:
        return Figure(metric, None, None, None, 0, "–", "–", bounds)
    low, high = max(0.0, value - 0.1), min(1.0, value + 0.1)
    return Figure(metric, value, low, high, 12, f"{value:.3f}", f"{low:.3f} to {high:.3f}", bounds)


MET, BELOW, WARNS = Bound(0.4, "0.4", True, False), Bound(0.6, "0.6", False, False), Bound(0.7, "0.7", False, True)
FERRY = CheckedSet(
    name="ferry",
    title="A ferry sinks off Cape Tarn, told twice",
    verdict="failed",
    problems=("links.f1 is 0.500, below 0.6 (samples/ferry/set.toml [thresholds])",),
    figures=(figure("links.f1", 0.5, BELOW), figure("relations.macro_f1", 0.5, WARNS), figure("aspects.f1", None)),
    changes=(CHANGED, WARNED),
    right=3,
    misses=(WRONG, MISSED, UNREAD, NEEDLESS),
    report="ferry.html",
)
TANKER = CheckedSet("tanker", "A tanker", "passed", (), (figure("links.f1", 0.5, MET),), (FIRST,), 5, (), "tanker.html")
BROKEN = CheckedSet("broken", "", "could not run", ("the gold cannot be read (gold.json); see docs/annotation.md",))
CHECK = Check(
    "could not run",
    "3 sets: 1 passed, 1 failed, 1 could not run.",
    (FERRY, TANKER, BROKEN),
    tuple(figure(metric, 0.5, *((MET,) if metric == "links.f1" else ())) for metric in FIGURES),
)


def hostile() -> Check:
    """Every text in it is as a stranger would write it."""
    quotes = Quote(HOSTILE, HOSTILE, "row"), Quote(HOSTILE, HOSTILE)
    miss = Miss("wrong", Verdict("conflict", (HOSTILE,)), AGREE, *quotes, HOSTILE)
    change = Change(HOSTILE, HOSTILE, False, quotes)
    bad = figure(HOSTILE, 0.5, Bound(0.9, HOSTILE, False, False))
    one = CheckedSet(HOSTILE, HOSTILE, "failed", (HOSTILE,), (bad,), (change,), 0, (miss,), "x.html")
    return Check("failed", HOSTILE, (one,), (bad,), (HOSTILE,))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "index.html"
    path.write_text(render(CHECK), "utf-8")
    return path


@pytest.fixture
def page(context: BrowserContext, file: Path) -> Page:
    page = context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.fixture
def phone(browser: Browser, file: Path) -> Iterator[Page]:
    window = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = window.new_page()
    page.goto(file.as_uri())
    yield page
    window.close()


def test_the_same_check_gives_the_same_bytes():
    assert render(CHECK) == render(CHECK)


def test_a_set_is_told_with_its_verdict_and_each_figure_beside_its_threshold(page: Page):
    row = page.locator("#sets tbody tr").filter(has_text="ferry")
    told = " ".join(row.inner_text().split())
    assert "failed" in told
    assert "0.500 at least 0.6: below" in told
    assert "0.500 at least 0.7: warning" in told


def test_a_threshold_that_is_met_is_shown_too(page: Page):
    row = page.locator("#sets tbody tr").filter(has_text="tanker")
    assert "0.500 at least 0.4" in " ".join(row.inner_text().split())
    assert "below" not in row.inner_text()


def test_a_set_that_could_not_be_run_says_why_and_has_no_report(page: Page):
    part = page.locator("article").filter(has_text="broken")
    assert "the gold cannot be read" in part.inner_text()
    assert part.locator("a").count() == 0


def test_every_change_is_told_with_the_words_of_both_claims(page: Page):
    for change in (CHANGED, WARNED):
        told = page.locator("li").filter(has_text=change.what).inner_text()
        assert change.kind in told
        assert ("(a warning)" in told) == change.warns
        assert all(quote.text in told and quote.article in told for quote in change.sides)
    assert FIRST.what in page.locator("article").filter(has_text="tanker").inner_text()


def test_every_error_is_told_with_what_gold_says_and_what_the_engine_says(page: Page):
    text = " ".join(page.locator("article").filter(has_text="Cape Tarn").inner_text().split())
    assert "3 of 6 links in gold are found and told right; 1 wrong, 2 missed, 1 needless." in text
    assert "Gold: conflict quantity Engine: agree · gold.json, line 4" in text
    assert "Gold: differ interpretation Engine: no link · gold.json, line 19" in text
    assert "Engine: skips one of the passages" in text
    assert "Gold: no link Engine: unsure" in text


def test_errors_lead_to_their_rows_in_the_report_of_the_set():
    links = [a["href"] or "" for tag, a in tags(render(CHECK)) if tag == "a"]
    inner = {link[1:] for link in links if link.startswith("#")}
    assert {link for link in links if not link.startswith("#")} == {
        *("ferry.html", "ferry.html#row1", "ferry.html#row2", "ferry.html#row3", "tanker.html")
    }
    assert inner <= {a["id"] for _, a in tags(render(CHECK)) if a.get("id")}


def test_the_errors_of_a_set_that_failed_are_open_and_of_one_that_passed_closed(
    context: BrowserContext, tmp_path: Path
):
    both = replace(CHECK, sets=(FERRY, replace(TANKER, misses=(replace(WRONG, left=DAWN),))))
    (tmp_path / "index.html").write_text(render(both), "utf-8")
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert page.get_by_text(NINE.text).last.is_visible()
    assert not page.locator("article").filter(has_text="tanker").get_by_text(DAWN.text).is_visible()


def test_a_check_of_nothing_is_a_page_that_says_so():
    html = render(Check("nothing checked", "No set was checked; name a folder."))
    assert "nothing checked" in html
    assert "No set was checked; name a folder." in html
    assert "<table" not in html


def test_nothing_is_loaded_and_no_script_runs():
    found = tags(render(hostile()))
    assert not {"script", "img", "iframe", "link", "object", "base", "form"} & {tag for tag, _ in found}
    for _, attributes in found:
        assert not {"src", "srcset", "style", "background"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]


def test_the_policy_names_the_very_style_and_lets_no_script_run():
    html = render(CHECK)
    (policy,) = (a["content"] or "" for tag, a in tags(html) if tag == "meta" and "http-equiv" in a)
    (text,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_hostile_text_is_shown_and_does_nothing(context: BrowserContext, tmp_path: Path):
    (tmp_path / "index.html").write_text(render(hostile()), "utf-8")
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate("window.broken") is None
    assert refused == []
    assert page.get_by_text(HOSTILE).count() >= 10


def test_headings_go_down_one_step_at_a_time_and_tables_have_captions_and_scopes():
    html = render(CHECK)
    levels = [int(tag[1]) for tag, _ in tags(html) if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert len(re.findall("<table", html)) == len(re.findall("<caption", html)) == 4
    assert all(attributes.get("scope") for tag, attributes in tags(html) if tag == "th")


def unfold(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_who_does_not_see_finds_everything(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    unfold(page)
    assert nothing_found_by_axe(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read(page: Page, scheme: str):
    page.emulate_media(color_scheme=scheme)
    unfold(page)
    assert faint(page) == []
    assert overlapping(page) == []
    assert cut_off(page) == []
    assert sideways(page) == 0


def test_a_phone_shows_all_without_scrolling_sideways(phone: Page):
    assert sideways(phone) == 0
    assert overlapping(phone) == []
    assert broken(phone) == []
    for box in phone.locator(".scroll:visible").all():
        assert box.evaluate("one => one.scrollWidth <= one.clientWidth")
    row = phone.locator("#sets tbody tr").filter(has_text="ferry").locator("td[data-name]")
    assert row.count() == len(IN_TABLE) + 1


def test_paper_holds_every_set_change_and_error(page: Page):
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    text = letters("".join(sheets))
    quotes = [quote.text for miss in FERRY.misses for quote in (miss.left, miss.right)]
    wanted = [*quotes, CHANGED.what, FIRST.what, *BROKEN.problems, *(name for name, _ in FIGURES.values())]
    assert [words for words in wanted if letters(words) not in text] == []
    assert letters("In the report") not in text
    assert all(len(sheet.split()) > 10 for sheet in sheets)


def test_each_report_has_a_file_of_its_own_with_a_safe_name():
    names = ["ferry", "Ferry", "index", "../../etc/passwd", "a b?c#d", "…", "x" * 300, "ferry-2"]
    files = file_names(names)
    assert files[0] == "ferry.html"
    assert len({file.lower() for file in files} | {"index.html"}) == len(names) + 1
    assert all(re.fullmatch(r"[\w-]{1,70}\.html", file, re.ASCII) for file in files)
