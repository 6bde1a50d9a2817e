"""What the report shows, in which order and in which words."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from compare.model import Block, Comparison, Group, Link, Reason, Skipped, Span
from reports import words
from reports.view import page, sharpest
from reports.view.annotated import tiles
from tests.reports.conftest import made
from tests.samples import comparison


def test_every_claim_stands_in_the_grid_in_its_own_words():
    shown = page(comparison())
    quoted = {quote.text for row in shown.rows for cell in row.cells for quote in cell.quotes}
    assert quoted == {claim.text for claim in comparison().claims}


def test_conflicts_come_first_and_single_sources_last():
    rows = page(comparison()).rows
    assert [row.id for row in rows] == ["g-dead", "g-warning", "g-opened"]
    assert [row.shared for row in rows] == [True, True, False]


def test_a_row_has_a_cell_for_every_source_and_an_empty_one_where_it_is_silent():
    row = page(comparison()).rows[1]
    assert [(cell.source, bool(cell.quotes)) for cell in row.cells] == [
        ("wire", False),
        ("state", True),
        ("union", True),
    ]
    assert row.told_by == "2 of 3 sources"


def test_the_words_that_a_verdict_rests_on_are_marked_with_it():
    cells = page(comparison()).rows[0].cells
    marked = {piece.text: piece.tone for cell in cells for quote in cell.quotes for piece in quote.pieces if piece.tone}
    assert marked == {"Nine miners": "conflict", "At least 12 miners": "conflict", "Fourteen miners": "agree"}


def test_words_that_speak_against_the_verdict_are_told_apart():
    quote = page(comparison()).rows[1].cells[2].quotes[0]
    assert [(piece.text, piece.tone) for piece in quote.pieces if piece.tone] == [("may", "against")]
    assert quote.text == "The owners may have ignored a warning."


def test_the_bonds_of_a_row_begin_with_the_conflict():
    bonds = page(comparison()).rows[0].bonds
    assert [(bond.relation, bond.left, bond.right) for bond in bonds] == [
        ("conflict", "state", "wire"),
        ("agree", "union", "wire"),
    ]
    assert bonds[0].confidence == "90 %"
    assert bonds[0].reasons.steps[0].name == "Figures that do not fit"


def test_a_claim_linked_to_another_row_is_shown_in_both():
    whole = comparison()
    dead = next(group for group in whole.groups if group.id == "g-dead")
    fourteen = next(claim for claim in whole.claims if claim.text.startswith("Fourteen"))
    rest = tuple(id for id in dead.claims if id != fourteen.id)
    split = (replace(dead, claims=rest), Group("g-other", (fourteen.id,), "corroborated", 2, (whole.articles[1].id,)))
    others = tuple(group for group in whole.groups if group.id != "g-dead")
    rows = {row.id: row for row in page(replace(whole, groups=(*split, *others))).rows}
    assert [quote.row for quote in rows["g-dead"].cells[2].elsewhere] == ["g-other"]
    assert rows["g-dead"].bonds[1].left == "union (another row)"
    assert rows["g-other"].shared


def test_several_claims_of_a_source_in_one_row_are_numbered():
    whole = comparison()
    dead, warning, opened = whole.groups
    both = replace(dead, claims=tuple(sorted((*dead.claims, *opened.claims))))
    row = page(replace(whole, groups=(both, warning))).rows[0]
    assert [quote.number for quote in row.cells[0].quotes] == [1, 2]
    assert row.bonds[0].right == "wire (1)"


def test_the_sharpest_conflict_is_the_surest_and_each_group_has_its_turn():
    whole = comparison()
    assert [link.id for link in sharpest(whole, 3)] == ["l-nine", "l-warning"]
    nine, fourteen, warning = whole.links
    loud = replace(whole, links=(nine, replace(fourteen, relation="conflict"), warning))
    assert [link.id for link in sharpest(loud, 2)] == ["l-nine", "l-warning"]
    assert [link.id for link in sharpest(loud, 3)] == ["l-nine", "l-fourteen", "l-warning"]
    assert sharpest(loud, 0) == []


def test_a_comparison_without_conflicts_has_no_sharpest_one():
    calm = replace(comparison(), links=tuple(replace(link, relation="agree") for link in comparison().links))
    assert sharpest(calm, 3) == []
    assert page(calm).sharpest == ()


def test_the_order_of_links_and_claims_never_shows():
    whole = comparison()
    shuffled = [list(values) for values in (whole.claims, whole.links, whole.groups, whole.skipped)]
    for values in shuffled:
        random.Random(7).shuffle(values)
    claims, links, groups, skipped = map(tuple, shuffled)
    assert page(replace(whole, claims=claims, links=links, groups=groups, skipped=skipped)) == page(whole)


def test_the_lead_says_what_is_shared_and_where_it_clashes():
    lead = " ".join(page(comparison()).lead)
    assert "3 sources from 3 independent origins make 6 claims about 3 points." in lead
    assert "2 are contested; 1 rests on a single source" in lead
    assert "1 conflict in 1 link" in lead


def test_the_matrix_holds_every_pair_once():
    matrix = page(comparison()).matrix
    assert matrix.columns == ("wire", "state")
    found = [(label, [pair and (pair.left, pair.right) for pair in cells]) for label, cells in matrix.rows]
    assert found == [("state", [("state", "wire"), None]), ("union", [("union", "wire"), ("state", "union")])]


def test_a_bar_shows_all_claims_of_a_source():
    for bar in page(comparison()).bars:
        assert sum(part.count for part in bar.shares) == bar.claims
        assert sum(part.length for part in bar.shares) == pytest.approx(1)
    assert page(comparison()).bars[0].words == "1 contested and 1 single source"


def test_details_that_no_source_has_are_said_to_be_missing():
    shown = page(comparison())
    assert shown.details == ("Outlet", "Encoding")
    assert shown.unknown == "No source names its author, date or language."


def test_a_source_of_a_shared_origin_says_with_whom():
    whole = comparison()
    wire, state, union = whole.articles
    copied = replace(whole, articles=(wire, replace(state, origin=wire.origin), union))
    assert [source.shares for source in page(copied).sources] == [
        "shares its wording with state",
        "shares its wording with wire",
        "",
    ]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://[broken", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_become_links(url: str | None, shown: str):
    assert page(made({"a": ["One two."], "b": ["Two one."]}, url=url)).sources[0].url == shown


def test_an_article_is_shown_whole():
    whole = comparison()
    for article, reading in zip(whole.articles, page(whole).readings, strict=True):
        text = "\n".join("".join(part.text for part in paragraph.stretches) for paragraph in reading.paragraphs)
        assert text.split() == article.text.split()


def test_skipped_text_says_why():
    reading = page(comparison()).readings[0]
    parts = [part for paragraph in reading.paragraphs for part in paragraph.stretches]
    assert [(part.text, part.skipped) for part in parts if part.skipped] == [
        ("Twelve dead in mine", "heading that states nothing"),
        ("Read more", "boilerplate of the website"),
    ]


@pytest.mark.parametrize(
    "blocks", [(), (Block(Span(4, 7), "item"),), (Block(Span(2, 3), "title"), Block(Span(4, 7), "item"))]
)
def test_tiles_cover_a_text_once(blocks: tuple[Block, ...]):
    article = replace(made({"a": ["One."], "b": ["Two."]}).articles[0], text="# A\n- b.\n\nc\n\n\nd **", blocks=blocks)
    covered = [span.of(article.text) for span, _ in tiles(article)]
    assert "".join(covered) == article.text


def test_a_claim_inside_another_is_not_printed_twice():
    whole = comparison()
    dead = next(claim for claim in whole.claims if claim.text.startswith("At least"))
    inner = Skipped(dead.article, Span(dead.start + 3, dead.end - 3), "fragment")
    paragraphs = page(replace(whole, skipped=(inner,))).readings[0].paragraphs
    text = "".join(part.text for paragraph in paragraphs for part in paragraph.stretches)
    assert text.count("12 miners") == 1


def test_left_out_names_what_one_alone_says_and_what_it_lacks():
    wire, state, union = page(comparison()).left_out
    assert [quote.text for quote in wire.alone] == ["The pit opened in 1931."]
    assert [lack.quote.text for lack in wire.lacks] == ["No warning was ignored."]
    assert wire.lacks[0].told_by == "state and union"
    assert (state.alone, state.lacks, union.alone, union.lacks) == ((), (), (), ())


def test_of_two_articles_each_lacks_what_the_other_tells():
    whole = made({"a": ["One two.", "Left."], "b": ["Two one.", "Right."]})
    ours, theirs = (claim.id for claim in (whole.claims[1], whole.claims[3]))
    a, b = whole.articles
    alone = (Group("g1", (ours,), "single source", 1, (b.id,)), Group("g2", (theirs,), "single source", 1, (a.id,)))
    left, _ = page(replace(whole, links=whole.links[:1], groups=(whole.groups[0], *alone))).left_out
    assert [quote.text for quote in left.alone] == ["Left."]
    assert [lack.quote.text for lack in left.lacks] == ["Right."]


def test_a_nested_signature_is_told_line_by_line():
    signed = replace(comparison(), signature={"link_threshold": 0.3, "models": {"embedder": "fake"}})
    lines = [(line.name, line.value) for line in page(signed).method.signature]
    assert lines == [("Link threshold", "0.3"), ("Models: embedder", "fake")]


def test_an_unknown_code_is_shown_as_it_is():
    assert words.reason("moon phase") == "Moon phase"
    assert words.evidence("tea leaves") == "Tea leaves"


def test_nothing_linked_is_said_in_words():
    whole = comparison()
    alone = tuple(
        Group(
            f"g{claim.id}",
            (claim.id,),
            "single source",
            1,
            tuple(a.id for a in whole.articles if a.id != claim.article),
        )
        for claim in whole.claims
    )
    overall = replace(whole.scores.overall, groups=6, contested=0, single_source=6)
    nothing = replace(whole, links=(), groups=alone, scores=replace(whole.scores, pairs=(), overall=overall))
    shown = page(nothing)
    assert "They share nothing" in shown.lead[1]
    assert not any(row.shared for row in shown.rows)
    assert all(cell is None for _, cells in shown.matrix.rows for cell in cells)


def test_control_characters_are_shown_and_line_breaks_kept():
    shown = page(made({"a": ["One\x00 two\x1b[31m\ud800\r\nthree."], "b": ["Two one."]}))
    quote = shown.rows[0].cells[0].quotes[0]
    assert quote.text == "One\ufffd two\ufffd[31m\ufffd\nthree."
    quote.text.encode()


def link_of(whole: Comparison, *reasons: Reason) -> Link:
    return replace(whole.links[0], reasons=reasons)


def test_overlapping_marks_show_the_words_once():
    whole = made({"a": ["One two three."], "b": ["Two one."]})
    crossing = link_of(whole, Reason("hedge", "", 1, Span(0, 7)), Reason("negation", "", -1, Span(4, 13)))
    quote = page(replace(whole, links=(crossing,))).rows[0].cells[0].quotes[0]
    assert quote.text == "One two three."
    assert [(piece.text, piece.tone) for piece in quote.pieces] == [
        ("One ", "conflict"),
        ("two", "conflict"),
        (" three", "against"),
        (".", ""),
    ]
