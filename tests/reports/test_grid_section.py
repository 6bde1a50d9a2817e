"""The claim grid: its order, its links, and what a reader does to find a row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import reports
from compare.model import Comparison, Cue, Group, Reason
from reports import words
from reports.html import render
from reports.view import grid, page
from reports.view.bonds import strongest, waterfall
from tests.samples import comparison
from tests.samples import span as place

Read = Callable[..., Page]


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all("tbody.row", "rows => rows.filter(r => r.offsetParent).map(r => r.id)")


def asked(page: Page, name: str) -> Locator:
    return page.locator(".filters").get_by_label(name, exact=True)


def between_rows() -> Comparison:
    """The claim of fourteen in a row of its own, still linked to that of twelve."""
    whole = comparison()
    dead, *others = whole.groups
    fourteen = next(claim.id for claim in whole.claims if claim.text.startswith("Fourteen"))
    rest = tuple(id for id in dead.claims if id != fourteen)
    alone = Group("g-other", (fourteen,), "corroborated", 2, (whole.articles[1].id,))
    return replace(whole, groups=(replace(dead, claims=rest), alone, *others))


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """A small comparison on a page that has no room for the steps of every link."""
    monkeypatch.setattr(grid, "_ROOM", 0)
    return between_rows()


def test_what_most_origins_tell_comes_first():
    whole = comparison()
    dead, warning, opened = whole.groups
    widely = replace(whole, groups=(dead, replace(warning, origins=9), opened))
    assert [row.id for row in page(widely).rows] == ["g-warning", "g-dead", "g-opened"]


def test_of_rows_told_alike_the_contested_one_comes_first():
    whole = comparison()
    dead, warning, opened = whole.groups
    calm = replace(dead, standing="corroborated", origins=2, missing_from=warning.missing_from)
    rows = page(replace(whole, groups=(calm, warning, opened))).rows
    assert [row.id for row in rows] == ["g-warning", "g-dead", "g-opened"]


def test_where_the_sharpest_come_first_the_surest_conflict_leads():
    whole = comparison()
    nine, fourteen, warning = whole.links
    sure = replace(whole, links=(nine, fourteen, replace(warning, confidence=0.99, probability=0.99)))
    places = {row.id: row.sharpest for row in page(sure).rows}
    assert places == {"g-warning": 0, "g-dead": 1, "g-opened": 2}


def test_a_row_knows_its_kinds_of_links_and_how_surely_its_claims_are_told():
    whole = comparison()
    claims = [replace(claim, certainty="hedged") if "may" in claim.text else claim for claim in whole.claims]
    dead, warning, _ = page(replace(whole, claims=tuple(claims))).rows
    assert dead.kinds == ("conflict quantity", "agree")
    assert warning.manners == ("asserted", "hedged")


def test_a_denial_is_told_as_one():
    whole = comparison()
    claims = [
        replace(claim, facts=(Cue(place("state", "No"), "denial"),)) if claim.text.startswith("No ") else claim
        for claim in whole.claims
    ]
    quote = page(replace(whole, claims=tuple(claims))).rows[1].cells[1].quotes[0]
    assert quote.manner == ("denied",)


def test_silent_sources_side_by_side_are_one_cell():
    opened = page(comparison()).rows[2]
    assert [(cell.source, cell.columns) for cell in opened.merged] == [("wire", 1), ("state, union", 2)]
    assert len(opened.cells) == 3


def test_steps_that_weigh_nothing_stand_apart_and_all_are_kept():
    fall = waterfall([("a", "", 3.0), ("b", "0.2", 0.04), ("c", "", -4.0)], 0.3)
    assert [(step.name, step.weight) for step in fall.steps] == [("a", "+3.0"), ("c", "−4.0")]
    assert [(step.name, step.detail) for step in fall.still] == [("b", "0.2")]
    assert (fall.total, fall.chance) == ("−1.0", "30 %")
    assert waterfall([("a", "", 0.0)]).total == ""


def test_the_strongest_reason_is_one_that_was_seen_and_speaks_for_the_verdict():
    link = comparison().links[0]
    base, against = Reason("base", "", 9.0), Reason("hedge", "", -8.0)
    assert strongest(replace(link, reasons=(base, *link.reasons, against))) == "Figures that do not fit"
    assert strongest(replace(link, reasons=(base, against))) == ""


def test_words_marked_for_many_reasons_name_the_first_few():
    whole = comparison()
    nine, *others = whole.links
    codes = ("other quantity", "other toll", "negation", "denial")
    many = replace(nine, reasons=tuple(Reason(code, "x", 1.0, place("state", "Nine")) for code in codes))
    piece = page(replace(whole, links=(many, *others))).rows[0].cells[1].quotes[0].pieces[0]
    assert piece.note == "Figures that do not fit; Counts of people that do not fit; and 2 more"


def test_the_steps_of_a_link_between_two_rows_stand_in_one_of_them():
    rows = {row.id: row for row in page(between_rows()).rows}
    assert rows["g-dead"].bonds[1].told_in == ""
    assert rows["g-other"].bonds[0].told_in == "g-dead"


def test_where_there_is_no_room_each_row_explains_its_sharpest_link(crowded: Comparison):
    dead = next(row for row in page(crowded).rows if row.id == "g-dead")
    assert [bond.relation for bond in dead.bonds] == ["conflict"]
    (kind,) = dead.more
    numbers = {quote.number: quote.text for cell in dead.cells for quote in (*cell.quotes, *cell.elsewhere)}
    assert sorted(numbers) == [1, 2, 3]
    assert numbers[kind.links[0].left].startswith("Fourteen miners")
    assert numbers[kind.links[0].right].startswith("At least 12 miners")
    assert (kind.relation, kind.most, kind.links[0].confidence) == ("agree", "Figures that fit", "80 %")


def test_where_there_is_no_room_the_page_says_where_the_rest_is(crowded: Comparison):
    assert "compare run --format json" in render(crowded)
    assert "1 more link by number" in render(crowded)


def test_every_link_is_explained_where_there_is_room():
    assert "compare run --format json" not in render(comparison())
    assert all(not row.more for row in page(comparison()).rows)


def test_a_chip_has_the_sign_of_its_word():
    style = (Path(reports.__file__).parent / "templates" / "style" / "chips.css").read_text("utf-8")
    signs = dict(re.findall(r'\.t-(\w+) \{ --sign: "(.)"', style))
    assert {name: signs[words.TONES[name]] for name in words.GLYPHS} == words.GLYPHS


def test_relation_and_aspect_are_looked_for_in_one_link(read: Read):
    page = read()
    asked(page, "Aspect").select_option("polarity")
    assert shown(page) == ["g-warning"]
    asked(page, "Link").select_option("conflict")
    assert shown(page) == ["g-warning"]
    asked(page, "Link").select_option("agree")
    assert shown(page) == []


def test_rows_are_found_by_who_speaks(read: Read):
    page = read()
    asked(page, "Speaker").fill("MINISTRY")
    assert shown(page) == ["g-dead"]
    offered = page.locator("#f-speakers option").evaluate_all("options => options.map(o => o.value)")
    assert offered == ["police", "the ministry"]


def test_rows_are_found_by_how_surely_they_are_told(read: Read):
    whole = comparison()
    claims = [replace(claim, certainty="hedged") if "may" in claim.text else claim for claim in whole.claims]
    page = read(replace(whole, claims=tuple(claims)))
    asked(page, "Certainty").select_option("hedged")
    assert shown(page) == ["g-warning"]
    assert page.locator("#g-warning").get_by_text("hedged", exact=True).is_visible()


def test_an_empty_result_says_so_and_leads_back(read: Read):
    page = read()
    asked(page, "Find").fill("nowhere")
    assert page.get_by_text("No point fits all of this.").is_visible()
    page.get_by_role("button", name="Show all points").click()
    expect(page.get_by_text("No point fits all of this.")).to_be_hidden()
    assert shown(page) == ["g-dead", "g-warning"]


def test_rows_can_be_put_by_sharpness(read: Read):
    whole = comparison()
    nine, fourteen, warning = whole.links
    page = read(replace(whole, links=(nine, fourteen, replace(warning, confidence=0.99, probability=0.99))))
    assert shown(page) == ["g-dead", "g-warning"]
    asked(page, "Order").select_option("sharpest")
    assert shown(page) == ["g-warning", "g-dead"]


def test_a_reload_keeps_what_was_asked_for(read: Read):
    page = read()
    asked(page, "Link").select_option("agree")
    asked(page, "points of one source alone").check()
    page.reload()
    assert shown(page) == ["g-dead"]
    assert asked(page, "points of one source alone").is_checked()


def test_every_row_has_an_address_of_its_own(read: Read):
    page = read()
    page.locator("#g-warning").get_by_role("link", name="2 of 3 sources").click()
    assert page.url.endswith("#g-warning")


def test_an_opened_link_shows_its_steps_as_bars_that_begin_where_the_last_one_ended(read: Read):
    page = read()
    page.locator("#g-warning .bond summary").click()
    bars = page.locator("#g-warning .fall").first.locator("rect:not(.zero)")
    places = bars.evaluate_all(
        "all => all.map(r => [r.getAttribute('class'), r.getAttribute('x'), r.getAttribute('width')])"
    )
    assert places == [["adds", "0.0%", "100.0%"], ["takes", "66.7%", "33.3%"]]


def test_what_was_written_in_letters_opens_with_its_names(read: Read):
    page = read()
    evidence = page.locator("#g-dead .fall").nth(1)
    assert evidence.locator("li").first.text_content() == "a 0.81 +2.0; b 0.50 +0.7"
    page.locator("#g-dead .bond summary").first.click()
    assert evidence.locator("li").all_text_contents()[:2] == ["Likeness of meaning 0.81 +2.0", "Shared words 0.50 +0.7"]


def test_a_link_opens_to_its_steps_in_either_row(read: Read):
    page = read(between_rows())
    link = page.locator("#g-other .bond")
    assert "other row" in (link.text_content() or "")
    link.locator("summary").click()
    assert link.get_by_text("Figures that fit").is_visible()


def test_a_link_told_by_number_knows_its_claims(read: Read, crowded: Comparison):
    page = read(crowded)
    page.locator("#g-dead .rest summary").click()
    link = page.locator("#g-dead .kind .bond")
    assert link.inner_text() == "3–1: 80 %"
    fourteen, twelve = (crowded.links[1].left, crowded.links[1].right)
    assert link.evaluate("b => [b.dataset.left, b.dataset.right]") == [fourteen, twelve]
    link.hover()
    assert link.get_attribute("title") == "union – wire"
