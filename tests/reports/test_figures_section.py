"""The charts of numbers and times: what stands in one chart, where it stands, and in which words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from compare.model import (
    Article,
    Block,
    Claim,
    Comparison,
    Group,
    Link,
    Overall,
    Quantity,
    QuantitySense,
    Reason,
    Relation,
    Scores,
    Span,
    When,
)
from reports.html import render
from reports.view import page
from reports.view.scales import FROM_ELSEWHERE, LOG, of_clocks, of_days, of_numbers
from reports.view.units import counted_in, shown_in, written
from reports.view.values.figures import Chart, Mark
from tests.reports.conftest import HOSTILE
from tests.samples import comparison

Read = Callable[..., Page]
Fact = Quantity | When
Row = tuple[str, str, Fact]
"""A text, the words in it that tell the fact, and the fact (its span is set here)."""


def number(low: float | None, high: float | None, unit: str = "dead", **fields: Any) -> Quantity:
    return Quantity(Span(0, 1), low, high, unit, **fields)


def exactly(value: float, unit: str = "dead", **fields: Any) -> Quantity:
    return number(value, value, unit, **fields)


def made(
    rows: Mapping[str, Row], relation: Relation = "agree", *, code: str = "", linked: bool = True, sure: float = 0.9
) -> Comparison:
    """One claim a source, all in one row and, if linked, each linked with the next."""
    articles = [_article(label, text) for label, (text, _, _) in rows.items()]
    claims = [_claim(article, *row) for article, row in zip(articles, rows.values(), strict=True)]
    by_label = sorted(claims, key=lambda claim: claim.id)
    pairs = pairwise(by_label) if linked else ()
    links = tuple(_link(left, right, relation, code, sure) for left, right in pairs)
    group = Group("g-all", tuple(sorted(claim.id for claim in claims)), "contested", len(claims), ())
    size = len(claims)
    overall = Overall(size, size, size, 1, 0, 1, 0, 0, 0)
    return Comparison({}, tuple(articles), tuple(claims), links, (group,), (), Scores((), overall))


def _article(label: str, text: str) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(f"a-{label}", f"{label}.txt", label, text, sha256, (Block(Span(0, len(text)), "paragraph"),))


def _claim(article: Article, text: str, words: str, fact: Fact) -> Claim:
    start = text.index(words)
    placed = replace(fact, span=Span(start, start + len(words)))
    return Claim(f"c{article.id}", article.id, 0, len(text), text, facts=(placed,))


def _link(left: Claim, right: Claim, relation: Relation, code: str, sure: float) -> Link:
    spans = (left.facts[0].span, right.facts[0].span)
    reasons = (Reason(code, "", 1.0, *spans),) if code else ()
    aspect = "quantity" if isinstance(left.facts[0], Quantity) else "time"
    return Link(
        f"l{left.id}-{right.id}", left.id, right.id, 0.5, sure, relation, 0.8,
        (aspect,) if relation == "conflict" else (), (), reasons,
    )  # fmt: skip


def toll() -> Comparison:
    return made(
        {
            "wire": ("The flood killed 61 people, officials said.", "61 people", exactly(61)),
            "post": ("At least 58 people died.", "At least 58 people", number(58, None)),
            "herald": ("Dozens of dead were counted.", "Dozens of dead", number(24, 99, vague=True)),
            "echo": ("About 60 are dead.", "About 60", exactly(60, vague=True)),
            "globe": ("Up to 70 died.", "Up to 70", number(None, 70)),
            "mail": ("There were 50 to 65 deaths.", "50 to 65 deaths", number(50, 65)),
        },
        "conflict",
        code="other toll",
    )


def only(whole: Comparison) -> Chart:
    (chart,) = page(whole).figures
    return chart


def marks(chart: Chart) -> dict[str, Mark]:
    return {line.source: line.marks[0] for line in chart.lines}


def test_every_way_to_tell_a_number_has_its_own_mark():
    drawn = {source: (mark.kind, mark.vague, mark.told) for source, mark in marks(only(toll())).items()}
    assert drawn == {
        "wire": ("point", False, "61"),
        "post": ("at least", False, "at least 58"),
        "herald": ("range", True, "about 24 to 99"),
        "echo": ("point", True, "about 60"),
        "globe": ("up to", False, "up to 70"),
        "mail": ("range", False, "50 to 65"),
    }


def test_all_rows_of_a_chart_share_one_scale_with_few_round_ticks():
    chart = only(toll())
    places = marks(chart)
    assert places["mail"].start < places["post"].start < places["echo"].start < places["wire"].start
    assert places["post"].end == 1
    assert places["globe"].start == chart.ticks[0].at
    assert [tick.label for tick in chart.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert places["echo"].start == pytest.approx(chart.ticks[3].at)


def test_each_mark_has_the_words_of_its_source_and_the_ways_to_row_and_claim():
    (saying,) = marks(only(toll()))["wire"].sayings
    assert (saying.before, saying.words, saying.after) == ("The flood killed ", "61 people", ", officials said.")
    assert (saying.row, saying.claim) == ("g-all", "ca-wire")


def test_a_chart_says_what_is_counted_and_how_sure_its_conflict_is():
    chart = only(toll())
    assert (chart.title, chart.why) == ("Dead", "Counted: dead")
    assert (chart.relation, chart.called, chart.sure, chart.gist) == (
        "conflict",
        "conflict",
        "80 %",
        "they do not all fit",
    )


def test_who_tells_no_number_is_said():
    silent = made(
        {
            "wire": ("Nine died.", "Nine", exactly(9)),
            "post": ("Six died.", "Six", exactly(6)),
            "mail": ("Some boats sank.", "Some", exactly(1, "boat")),
        }
    )
    assert only(silent).silent == "No such number was found in mail."


def test_the_order_of_the_articles_changes_nothing():
    whole = comparison()
    first = page(whole).figures
    assert first
    for articles in permutations(whole.articles):
        shuffled = replace(whole, articles=articles, claims=whole.claims[::-1], links=whole.links[::-1])
        assert page(shuffled).figures == first


def test_a_conflict_comes_before_what_was_not_judged_and_what_all_tell_alike_comes_last():
    rows = {
        "wire": "Nine died and 200 houses and 30 cars burned.",
        "post": "Six died and 250 houses and 30 cars burned.",
    }
    facts = {
        "wire": [("30 cars", exactly(30, "car")), ("200 houses", exactly(200, "house")), ("Nine", exactly(9))],
        "post": [("30 cars", exactly(30, "car")), ("250 houses", exactly(250, "house")), ("Six", exactly(6))],
    }
    whole = made({label: (text, *facts[label][-1]) for label, text in rows.items()}, "conflict", code="other toll")
    told = [_with(claim, facts[claim.article[2:]]) for claim in whole.claims]
    figures = page(replace(whole, claims=tuple(told))).figures
    assert [(chart.title, chart.alike) for chart in figures] == [("Dead", False), ("Houses", False), ("Cars", True)]
    assert figures[1].gist.startswith("not judged")


def _with(claim: Claim, facts: list[tuple[str, Quantity]]) -> Claim:
    at = [(claim.text.index(words), len(words), fact) for words, fact in facts]
    return replace(claim, facts=tuple(replace(fact, span=Span(start, start + size)) for start, size, fact in at))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (exactly(5, "house"), exactly(5, "boat")),
        (exactly(5, "percent", of="voter"), exactly(6, "percent", of="house")),
        (exactly(5, "percent"), exactly(5, "percent", sense="change")),
        (exactly(5, "crown", per="day"), exactly(6, "crown", per="month")),
        (exactly(1, "crown"), exactly(1_200_000_000, "crown")),
        (exactly(5, ""), exactly(6, "")),
    ],
)
def test_numbers_of_two_things_never_share_a_chart(left: Quantity, right: Quantity):
    assert page(made({"wire": ("It was 5.", "5", left), "post": ("It was 6.", "6", right)})).figures == ()


def test_a_measure_in_a_doubtful_link_is_left_out_and_a_count_is_not():
    def shown(unit: str) -> int:
        rows = {"wire": ("It was 5.", "5", exactly(5, unit)), "post": ("It was 6.", "6", exactly(6, unit))}
        return len(page(made(rows, sure=0.4)).figures)

    assert (shown("percent"), shown("house")) == (0, 1)


def test_a_share_says_of_what_it_is_in_the_words_of_the_sources():
    share = {"unit": "percent", "of": "voter"}
    chart = only(
        made(
            {
                "wire": ("Some 48% of the voters came.", "48%", exactly(48, **share)),
                "post": ("Just 51% of all voters came.", "51%", exactly(51, **share)),
            }
        )
    )
    assert (chart.title, chart.why) == ("Percent of voters", "Measured: percent, of voters")
    assert {line.marks[0].told for line in chart.lines} == {"48 %", "51 %"}


def test_what_only_one_source_says_of_the_thing_is_told_apart():
    chart = only(
        made(
            {
                "wire": ("A nurse earns 2,000 crowns.", "2,000 crowns", exactly(2000, "crown")),
                "post": (
                    "A nurse earns 2,800 crowns a month.",
                    "2,800 crowns a month",
                    exactly(2800, "crown", per="month"),
                ),
            }
        )
    )
    assert (chart.title, chart.why) == ("Crowns", "Measured: crowns, a month where a source says so")


def test_lengths_are_shown_in_the_unit_that_is_shortest_to_write():
    chart = only(
        made(
            {
                "wire": ("It rained 148 millimetres.", "148 millimetres", exactly(0.000148, "km")),
                "post": ("It rained 212 millimetres.", "212 millimetres", exactly(0.000212, "km")),
            }
        )
    )
    assert chart.title == "Millimetres"
    assert [line.marks[0].told for line in chart.lines] == ["148", "212"]


def test_what_one_source_tells_twice_is_drawn_once():
    whole = toll()
    wire = whole.claims[0]
    again = replace(
        wire,
        facts=(*wire.facts, Quantity(Span(0, 3), 61, 61, "dead")),
    )
    assert len(only(replace(whole, claims=(again, *whole.claims[1:]))).lines) == 6


def day(first: date, **fields: Any) -> When:
    return When(Span(0, 1), first, first, **fields)


def test_days_that_do_not_fit_are_drawn_over_a_calendar():
    chart = only(
        made(
            {
                "wire": ("It opened on 3 March.", "3 March", day(date(2031, 3, 3))),
                "post": ("It opened on 5 March.", "5 March", day(date(2031, 3, 5))),
            },
            "conflict",
            code="other time",
        )
    )
    assert (chart.title, chart.relation) == ("Date", "conflict")
    assert [line.marks[0].told for line in chart.lines] == ["3 Mar 2031", "5 Mar 2031"]
    assert [tick.label for tick in chart.ticks] == ["3 Mar 2031", "4 Mar", "5 Mar"]


def test_times_of_day_are_drawn_by_the_clock():
    def at(minutes: int) -> When:
        return When(Span(0, 1), opens=minutes, closes=minutes)

    rows = {"wire": ("The call came at 1.30.", "1.30", at(90)), "post": ("The call came at 3.47.", "3.47", at(227))}
    chart = only(made(rows, "conflict", code="other time"))
    assert [line.marks[0].told for line in chart.lines] == ["01:30", "03:47"]
    assert chart.title == "Time of day"


def test_two_deadlines_are_drawn_though_both_might_be_so():
    def by(year: int) -> When:
        return day(date(year, 12, 31), bound="until")

    rows = {"wire": ("It ends by 2031.", "by 2031", by(2031)), "post": ("It ends by 2032.", "by 2032", by(2032))}
    chart = only(made(rows, "conflict", code="other time"))
    assert [(line.marks[0].kind, line.marks[0].start) for line in chart.lines] == [("up to", 0), ("up to", 0)]


def test_times_that_may_be_one_need_no_chart():
    month = When(Span(0, 1), date(2031, 3, 1), date(2031, 3, 31))
    rows = {
        "wire": ("It opened in March.", "March", month),
        "post": ("It opened on 5 March.", "5 March", day(date(2031, 3, 5))),
    }
    assert page(made(rows, code="same time")).figures == ()


# The axis


def test_an_axis_begins_at_zero_unless_that_would_press_the_numbers_together():
    assert (of_numbers([9, 14]).low, of_numbers([9, 14]).note) == (0, "")
    close = of_numbers([1138, 1140])
    assert close.low >= 1137
    assert close.note == FROM_ELSEWHERE


def test_a_log_scale_is_used_only_beyond_a_hundredfold_and_says_so():
    assert of_numbers([1, 100]).note == ""
    wide = of_numbers([1, 1_000_000])
    assert wide.note == LOG
    assert wide.place(1000) == pytest.approx(0.5)
    assert of_numbers([0, 1_000_000]).note == ""


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=4))
def test_every_number_has_a_place_and_every_axis_few_ticks(values: list[float]):
    scale = of_numbers(values)
    assert all(0 < scale.place(value) < 1 for value in values)
    assert 2 <= len(scale.marked) <= 9
    assert all(0 < tick.at < 1 for tick in scale.ticks)
    assert [scale.place(value) for value in sorted(values)] == sorted(scale.place(value) for value in values)


@given(st.lists(st.dates(), min_size=1, max_size=3))
def test_every_day_has_a_place_and_every_calendar_few_ticks(days: list[date]):
    ordinals = [float(one.toordinal()) for one in days]
    scale = of_days(ordinals)
    assert all(0 < scale.place(one) < 1 for one in ordinals)
    assert 2 <= len(scale.marked) <= 6


@given(st.lists(st.integers(-1000, 2880), min_size=1, max_size=3))
def test_every_time_of_day_has_a_place(minutes: list[int]):
    scale = of_clocks([float(one) for one in minutes])
    assert all(0 < scale.place(one) < 1 for one in minutes)
    assert 2 <= len(scale.marked) <= 7


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1138, "1,138"),
        (0.25, "0.25"),
        (100 / 3, "33.33"),
        (5.6e9, "5.6 billion"),
        (-1200, "−1,200"),
        (1e300, "10³⁰⁰"),
        (3e-7, "3 × 10⁻⁷"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float, text: str):
    assert written(value) == text


def test_a_thing_is_named_in_the_plural_of_the_sources():
    assert counted_in(["eighty-four patients"], "patient") == "patients"
    assert counted_in(["hundreds of cattle"], "cattle") == "cattle"
    assert counted_in(["nine of them"], "city") == "cities"
    assert shown_in("hour", [10227])[1] == "months"


# Whatever the articles hold


@pytest.mark.parametrize("low", [1e300, -1e308, 0.0, 5e-324, float("inf"), float("-inf"), float("nan")])
def test_the_strangest_numbers_do_not_break_the_page(low: float):
    rows = {
        "wire": ("It was so much.", "so much", number(low, None, "house")),
        "post": ("It was 3.", "3", exactly(3, "house")),
        "mail": ("It was 1e308.", "1e308", exactly(1e308, "house")),
    }
    shown = render(made(rows, "conflict", code="other quantity"))
    assert "<section id=figures" in shown
    assert "nan%" not in shown
    assert "inf%" not in shown


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.floats(allow_nan=False), min_size=4, max_size=4),
    st.sampled_from(["km", "hour", "litre", "percent", "dead", "score"]),
    st.sampled_from(get_args(QuantitySense)),
    st.booleans(),
)
def test_every_number_that_can_be_read_can_be_drawn(
    values: list[float], unit: str, sense: QuantitySense, open_end: bool
):
    low, high, one, against = *sorted(values[:2]), *values[2:]
    facts = {
        "wire": number(low, None if open_end else high, unit, sense=sense, against=against),
        "post": exactly(one, unit, sense=sense),
    }
    rows = {label: ("It was so much.", "so much", fact) for label, fact in facts.items()}
    for chart in page(made(rows, "conflict", code="other quantity")).figures:
        placed = [end for line in chart.lines for mark in line.marks for end in (mark.start, mark.end)]
        assert all(0 <= end <= 1 for end in placed)
        assert all(mark.start <= mark.end for line in chart.lines for mark in line.marks)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=30).filter(str.strip), st.text(max_size=20))
def test_no_text_breaks_out_of_a_chart(words: str, unit: str):
    text = f"{HOSTILE} {words} {HOSTILE}"
    hostile = text.encode("utf-8", "replace").decode()
    told = words.encode("utf-8", "replace").decode()
    rows = {label: (hostile, told, exactly(place, f"{HOSTILE}{unit}")) for place, label in enumerate(("wire", "post"))}
    shown = render(made(rows, "conflict", code="other quantity"))
    assert "<img src=x" not in shown
    assert "<section id=figures" in shown


def test_without_numbers_there_is_no_section():
    whole = comparison()
    bare = replace(whole, claims=tuple(replace(claim, facts=()) for claim in whole.claims))
    assert "<section id=figures" in render(whole)
    assert "<section id=figures" not in render(bare)


# In a browser


def test_the_marks_stand_where_the_scale_says_and_have_words_for_those_who_do_not_see_them(read: Read):
    shown = read(toll()).locator("#figures")
    dots = shown.locator("circle.dot, circle.ring").filter(visible=True)
    assert dots.count() >= 4
    names = shown.get_by_role("img").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert "at least 58" in names
    assert "61" in names

    def across(name: str) -> float:
        box = shown.locator(f"svg[aria-label='{name}'] circle").last.bounding_box()
        assert box
        return box["x"] + box["width"] / 2

    assert across("at least 58") < across("about 60") < across("61")


def test_the_words_lead_to_the_row_and_the_sign_to_the_article(read: Read):
    opened = read(toll())
    opened.locator("#figures .saying a", has_text="61 people").click()
    expect(opened.locator("#g-all")).to_be_in_viewport()
    opened.locator("#figures .saying .context").first.click()
    assert "#c-ca-" in opened.url


def test_nothing_of_a_chart_is_wider_than_a_phone(read: Read):
    opened = read(toll())
    opened.set_viewport_size({"width": 390, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
