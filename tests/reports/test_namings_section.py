"""What the report shows of names and framing, and that it can be read by anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser

from compare.model import (
    Article,
    Block,
    Claim,
    Comparison,
    Group,
    Link,
    Mention,
    Naming,
    Overall,
    PairScore,
    Reason,
    Scores,
    Span,
    Tie,
)
from reports.html import environment
from reports.view.framings import framings
from reports.view.index import Index
from reports.view.namings import named
from reports.view.overview import sources
from tests.reports.conftest import HOSTILE
from tests.reports.test_page import Read

TEXTS = {
    "wire": ["Minister Ana Ruiz met Tom Okoro.", "Ruiz may resign.", "The protest went on."],
    "state": ["Ruiz met Tom Okoro.", "Ana Ruiz will not resign.", "The riot went on."],
    "union": ["The minister met nobody.", "Mia Holt spoke.", "Holt left."],
}


def told(texts: Mapping[str, Sequence[str]], links: Sequence[Link] = ()) -> Comparison:
    """Articles whose paragraphs are their claims, with ids like "wire0"; every claim is a group of its own."""
    articles = tuple(_article(label, paragraphs) for label, paragraphs in texts.items())
    claims = tuple(
        Claim(f"{article.id}{number}", article.id, block.span.start, block.span.end, block.span.of(article.text))
        for article in articles
        for number, block in enumerate(article.blocks)
    )
    groups = tuple(
        Group(f"g-{claim.id}", (claim.id,), "single source", 1, tuple(sorted(set(texts) - {claim.article})))
        for claim in claims
    )
    pairs = tuple(PairScore(a, b, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.0) for a in texts for b in texts if a < b)
    overall = Overall(len(texts), len(texts), len(claims), len(claims), 0, 0, 0, len(claims), 0)
    return Comparison({}, articles, claims, tuple(links), groups, (), Scores(pairs, overall))


def _article(label: str, paragraphs: Sequence[str]) -> Article:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(one) + 2 for one in paragraphs[:number]) for number in range(len(paragraphs))]
    blocks = [Block(Span(start, start + len(one)), "paragraph") for start, one in zip(starts, paragraphs, strict=True)]
    return Article(label, f"{label}.txt", label, text, hashlib.sha256(text.encode()).hexdigest(), tuple(blocks))


def at(comparison: Comparison, claim: str, words: str) -> Span:
    """Where words stand in a claim."""
    start = comparison.claim(claim).start + comparison.claim(claim).text.index(words)
    return Span(start, start + len(words))


def naming(comparison: Comparison, sort: str, label: str, *places: tuple[str, str], ties: Sequence[Tie] = ()) -> Naming:
    mentions = [Mention(claim, words.lower(), at(comparison, claim, words)) for claim, words in places]
    return Naming(f"n-{label}", sort, label, tuple(mentions), tuple(ties))  # type: ignore[arg-type]


def comparison() -> Comparison:
    """One minister by three names, one act by two words, one man named alike and one woman whom one source names."""
    made = told(TEXTS, _links(told(TEXTS)))
    ruiz = naming(made, "person", "Minister Ana Ruiz", ("wire0", "Minister Ana Ruiz"), ("wire1", "Ruiz"),
                  ("state0", "Ruiz"), ("state1", "Ana Ruiz"), ("union0", "minister"),
                  ties=(Tie("ruiz", "minister", "office"), Tie("minister ana ruiz", "ruiz", "a new code")))  # fmt: skip
    okoro = naming(made, "person", "Tom Okoro", ("wire0", "Tom Okoro"), ("state0", "Tom Okoro"))
    holt = naming(made, "person", "Mia Holt", ("union1", "Mia Holt"), ("union2", "Holt"))
    act = naming(made, "act", "protest", ("wire2", "protest"), ("state2", "riot"),
                 ties=(Tie("protest", "riot", "neutral / blaming"),))  # fmt: skip
    return replace(made, namings=(okoro, holt, ruiz, act))


def _links(made: Comparison) -> list[Link]:
    may, loaded = at(made, "wire1", "may"), at(made, "state2", "riot")
    hedge = Reason("hedge", "may", 0.9, at(made, "state1", "resign"), may)
    reader = (Reason("model", "", 1.0), Reason("base", "", 0.5), Reason("negation", "not", -0.4))
    return [
        Link("l1", "state1", "wire1", 0.7, 0.8, "differ", 0.7, ("polarity", "certainty"), (), (hedge, *reader)),
        Link("l2", "state2", "wire2", 0.7, 0.8, "differ", 0.6, ("interpretation",), (),
             (Reason("loaded words", "riot / –", 0.6, loaded, None),)),
        Link("l3", "state0", "wire0", 0.7, 0.8, "agree", 0.6),
    ]  # fmt: skip


def shown(made: Comparison) -> str:
    """The section alone, as markup."""
    index = Index(made)
    page = SimpleNamespace(
        sources=tuple(sources(made, index)), namings=tuple(named(made, index)), framings=tuple(framings(made, index))
    )
    return environment().get_template("namings.html.j2").render(page=page)


def test_a_row_tells_what_each_source_calls_somebody_and_how_often():
    ruiz = next(one for one in named(comparison(), Index(comparison())) if one.title == "Minister Ana Ruiz")
    assert [(form.words, form.count, form.only_here) for form in ruiz.forms[0].forms] == [
        ("Minister Ana Ruiz", 1, True),
        ("Ruiz", 1, False),
    ]
    assert [form.words for form in ruiz.forms[2].forms] == ["minister"]
    assert ruiz.shared == "none of 4 names shared by all"


def test_the_most_used_name_stands_first():
    made = told({"wire": ["Zed met Al.", "Zed left.", "Al left Zed."], "state": ["Al left."]})
    one = naming(made, "person", "Al", ("wire0", "Zed"), ("wire0", "Al"), ("wire1", "Zed"), ("state0", "Al"))
    forms = next(named(replace(made, namings=(one,)), Index(made))).forms
    assert [(form.words, form.count) for form in forms[0].forms] == [("Zed", 2), ("Al", 1)]


def test_what_sources_name_most_differently_comes_first_and_nothing_is_dropped():
    rows = list(named(comparison(), Index(comparison())))
    assert [(row.title, row.alikeness) for row in rows] == [
        ("protest", "differ"),
        ("Minister Ana Ruiz", "differ"),
        ("Mia Holt", "alone"),
        ("Tom Okoro", "alike"),
    ]
    assert sum(len(row.sightings) for row in rows) == sum(len(one.mentions) for one in comparison().namings)


def test_every_join_is_told_in_words_and_an_act_is_not_judged():
    rows = {row.title: row for row in named(comparison(), Index(comparison()))}
    assert [(tie.left, tie.right, tie.why) for tie in rows["Minister Ana Ruiz"].joined] == [
        ("Ruiz", "minister", "the office, of which only one holder is named"),
        ("Minister Ana Ruiz", "Ruiz", "a new code"),
    ]
    assert "linked" in rows["protest"].joined[0].why
    assert "blaming" not in shown(comparison())


def test_a_mention_in_a_long_sentence_keeps_the_words_around_it():
    made = told({"wire": [f"{'Rain fell. ' * 30}Ruiz spoke{' and rain fell' * 30}.", "Ruiz left."]})
    one = naming(made, "person", "Ruiz", ("wire0", "Ruiz"), ("wire1", "Ruiz"))
    long, short = next(named(replace(made, namings=(one,)), Index(made))).sightings
    assert long.before.startswith("… ")
    assert long.before.endswith("Rain fell. ")
    assert long.after.startswith(" spoke and rain")
    assert long.after.endswith(" …")
    assert (short.before, short.words, short.after) == ("", "Ruiz", " left.")


def test_certainty_comes_before_interpretation_and_agreement_is_left_out():
    made = comparison()
    assert [(one.aspect, one.row) for one in framings(made, Index(made))] == [
        ("certainty", "g-state1"),
        ("interpretation", "g-state2"),
    ]


def test_it_says_which_side_hedges_and_with_which_words():
    certainty, meaning = framings(comparison(), Index(comparison()))
    assert certainty.differs == ("wire hedges: “may”; state does not.",)
    assert meaning.differs == ("Words of praise or blame: state has “riot”; wire has none.",)
    assert "may" in [piece.text for piece in certainty.right.pieces if piece.tone == "differ"]


def test_a_framing_without_a_telling_word_says_so():
    made = told(TEXTS, [Link("l", "state0", "wire0", 0.7, 0.8, "differ", 0.6, ("certainty",))])
    assert "No single word was found" in shown(made)


def test_names_and_acts_stand_apart_and_the_alike_are_folded_with_their_count():
    html = shown(comparison())
    assert html.index("<h3>Actors and places</h3>") < html.index("Minister Ana Ruiz") < html.index("<h3>Acts</h3>")
    assert "<summary>1 named alike by all who name it</summary>" in html
    assert "<summary>1 named by one source alone</summary>" in html
    assert "only here" in html


def test_without_names_and_framing_there_is_no_section():
    assert shown(told(TEXTS)).strip() == ""


def test_hostile_names_stay_text():
    made = told({"wire": [f"{HOSTILE} spoke.", f"{HOSTILE} left."], "state": ["Ruiz spoke."]})
    one = naming(made, "person", HOSTILE, ("wire0", HOSTILE), ("wire1", HOSTILE), ("state0", "Ruiz"),
                 ties=(Tie(HOSTILE, "ruiz", HOSTILE),))  # fmt: skip
    html = shown(replace(made, namings=(one,)))
    assert "<img" not in html
    assert "<script" not in html
    assert html.count("&lt;img") >= 6


@pytest.mark.parametrize("width", [390, 1280])
def test_twenty_sources_scroll_in_their_own_box(browser: Browser, read: Read, width: int):
    made = told({f"source {number}": [f"Name{number} spoke."] for number in range(20)})
    places = [(f"source {number}0", f"Name{number}") for number in range(20)]
    window = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = read(replace(made, namings=(naming(made, "person", "Name", *places),)), window)
    box = page.locator("#naming .by-source-box")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert box.evaluate("box => box.scrollWidth > box.clientWidth") == (width > 390)
    box.focus()
    assert box.evaluate("box => box === document.activeElement")
    assert page.locator("#naming .who").last.is_visible() == (width == 390)
    window.close()


def test_a_mention_leads_to_its_claim(read: Read):
    page = read(comparison())
    row = page.locator("#naming tbody.named", has_text="Minister Ana Ruiz").first
    row.locator("summary").click()
    row.locator(".sightings a").first.click()
    assert page.evaluate("location.hash") == "#c-wire0"
    assert page.locator("#c-wire0").is_visible()
