"""The timeline: what stands on which day, in which words, and what is said where the sources name different days."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from compare.model import Article, Block, Claim, Comparison, Group, Link, Overall, Scores, Span, When
from reports.html import environment
from reports.view.dates import apart, gap, hour, place
from reports.view.index import Index
from reports.view.overview import sources
from reports.view.timeline import days
from reports.view.values import Day
from reports.view.values.timeline import Event
from tests.reports.conftest import HOSTILE

Read = Callable[..., Page]
Fact = tuple[str, When]
"""The words that name a time, and the time (its span is set here)."""
Told = tuple[str, str, tuple[Fact, ...]]
"""A row, the text of the claim, and its times."""
MONDAY, TUESDAY, FRIDAY = date(2031, 3, 3), date(2031, 3, 4), date(2031, 3, 7)


def when(first: date | None = None, last: date | None = None, **fields: Any) -> When:
    return When(Span(0, 1), first, last or first, **fields)


def year(number: int) -> When:
    return when(date(number, 1, 1), date(number, 12, 31))


def made(told: Mapping[str, Sequence[Told]], published: date | None = FRIDAY, links: Sequence[Link] = ()) -> Comparison:
    """Articles with their claims; claims of one row are one group."""
    articles, claims, rows = [], [], {}
    for label, paragraphs in told.items():
        articles.append(_article(label, [text for _, text, _ in paragraphs], published))
        for (row, text, facts), block in zip(paragraphs, articles[-1].blocks, strict=True):
            start = block.span.start
            claim = Claim(f"{label}-{row}-{start}", articles[-1].id, start, block.span.end, text)
            claims.append(replace(claim, facts=tuple(_placed(fact, text, start) for fact in facts)))
            rows.setdefault(row, []).append(claims[-1])
    groups = tuple(_group(row, own, articles) for row, own in rows.items())
    overall = Overall(len(articles), len(articles), len(claims), len(groups), 0, 0, 0, 0, 0)
    return Comparison({}, tuple(articles), tuple(claims), tuple(links), groups, (), Scores((), overall))


def _article(label: str, paragraphs: Sequence[str], published: date | None) -> Article:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(one) + 2 for one in paragraphs[:number]) for number in range(len(paragraphs))]
    blocks = tuple(Block(Span(at, at + len(one)), "paragraph") for at, one in zip(starts, paragraphs, strict=True))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(f"a-{label}", f"{label}.txt", label, text, sha256, blocks, published=published)


def _placed(fact: Fact, text: str, start: int) -> When:
    words, told = fact
    at = start + text.index(words)
    return replace(told, span=Span(at, at + len(words)))


def _group(row: str, claims: Sequence[Claim], articles: Sequence[Article]) -> Group:
    telling = {claim.article for claim in claims}
    missing = sorted(article.id for article in articles if article.id not in telling)
    standing = "corroborated" if len(telling) > 1 else "single source"
    return Group(f"g-{row}", tuple(sorted(claim.id for claim in claims)), standing, len(telling), tuple(missing))


def timeline(comparison: Comparison) -> dict[str, Day]:
    return {day.title: day for day in days(comparison, Index(comparison))}


def events(day: Day) -> list[Event]:
    return [*day.events, *day.more]


def shown(comparison: Comparison) -> str:
    """The section alone, as markup."""
    index = Index(comparison)
    page = SimpleNamespace(sources=tuple(sources(comparison, index)), timeline=tuple(days(comparison, index)))
    return environment().get_template("timeline.html.j2").render(page=page)


def blast(*, at: date = MONDAY, other: date = TUESDAY, **fields: Any) -> Comparison:
    """A blast that the wire places on one day and the state on another; the union tells it without a day."""
    early = when(at, opens=555, closes=555)
    return made({
        "wire": [("blast", "On Monday at 9.15 the pit exploded.", (("Monday at 9.15", early),))],
        "state": [("blast", "The pit exploded on Tuesday.", (("on Tuesday", when(other)),))],
        "union": [("blast", "The pit exploded.", ())],
    }, **fields)  # fmt: skip


def test_what_several_sources_tell_of_a_day_is_one_entry_in_their_own_words():
    found = timeline(blast(other=MONDAY))
    (event,) = events(found["Monday 3 March 2031"])
    assert [(told.source, told.clock) for told in event.tellings] == [("wire", "09:15"), ("state", "")]
    assert "".join(phrase.text for phrase in event.tellings[0].phrases) == "On Monday at 9.15 the pit exploded."
    assert [phrase.text for phrase in event.tellings[0].phrases if phrase.here] == ["Monday at 9.15"]
    assert (event.row, event.standing, event.silent) == ("g-blast", "corroborated", "union")
    assert event.spread is None


def test_different_days_are_said_at_both_and_lead_to_each_other():
    found = timeline(blast())
    spreads = [events(found[title])[0].spread for title in ("Monday 3 March 2031", "Tuesday 4 March 2031")]
    assert [spread and (spread.said, spread.relation) for spread in spreads] == [("different dates", "")] * 2
    assert [[(one.sources, one.title, one.here) for one in spread.stands] for spread in spreads if spread] == [
        [("wire", "Mon 3 Mar 2031", True), ("state", "Tue 4 Mar 2031", False)],
        [("wire", "Mon 3 Mar 2031", False), ("state", "Tue 4 Mar 2031", True)],
    ]
    assert '<a href="#day-2031-03-04">Tue 4 Mar 2031</a>' in shown(blast())


@pytest.mark.parametrize(("aspects", "said"), [(("time",), "conflict over the time"), (("cause",), "different dates")])
def test_only_a_verdict_on_the_time_is_called_a_conflict(aspects: tuple[Any, ...], said: str):
    link = Link("l", "state-blast-0", "wire-blast-0", 0.7, 0.9, "conflict", 0.9, aspects)
    spread = events(timeline(blast(links=[link]))["Monday 3 March 2031"])[0].spread
    assert spread
    assert spread.said == said


def test_a_month_and_a_day_in_it_may_fit_and_are_no_different_dates():
    made_up = made({
        "wire": [("r", "It fell in March.", (("in March", when(date(2031, 3, 1), date(2031, 3, 31))),))],
        "state": [("r", "It fell on 3 March.", (("3 March", when(MONDAY)),))],
    })  # fmt: skip
    spread = events(timeline(made_up)["March 2031"])[0].spread
    assert spread
    assert spread.said == "dates that may fit"


def test_sources_that_share_a_day_are_not_told_apart_by_what_else_they_name():
    both = (("April", when(date(2031, 4, 1), date(2031, 4, 30))), ("August", when(date(2031, 8, 1), date(2031, 8, 31))))
    told = made({"wire": [("r", "Found in April, mended in August.", both)], "state": [("r", "In April.", both[:1])]})
    assert events(timeline(told)["April 2031"])[0].spread is None


def test_a_claim_that_names_two_days_stands_at_both_and_each_leads_to_the_other():
    facts = (("Monday", when(MONDAY)), ("Friday", when(FRIDAY)), ("noon", when(opens=720, closes=720)))
    found = timeline(made({"wire": [("r", "Begun on Monday, over on Friday at noon.", facts)]}))
    assert list(found) == ["Monday 3 March 2031", "Friday 7 March 2031"]
    (telling,) = events(found["Monday 3 March 2031"])[0].tellings
    assert [(phrase.text, phrase.day) for phrase in telling.phrases if phrase.day] == [("Friday", "day-2031-03-07")]


def test_what_names_no_day_stands_last_with_the_reason():
    facts = {
        "On a Monday.": ("Monday", when(weekday=0)),
        "It was in June.": ("June", when(month=6)),
        "Until the 20th.": ("20th", when(day=20, bound="until")),
        "At 3 p.m. sharp.": ("3 p.m.", when(opens=900, closes=900)),
    }
    rows = [(f"r{number}", text, (fact,)) for number, (text, fact) in enumerate(facts.items())]
    known = ("known", "In 2030.", (("2030", year(2030)),))
    found = timeline(made({"wire": [*rows, known]}, published=None))
    assert [(title, day.why) for title, day in found.items()] == [
        ("2030", ""),
        ("Monday, of some week", "Which week is not known: wire bears no date."),
        ("June, of some year", "Which year is not known: wire bears no date."),
        ("Day 20, of some month", "Which month is not known: wire bears no date."),
        ("A time of day alone", "Which day is not known: wire names none."),
    ]
    dated = timeline(made({"wire": rows}))
    assert dated["Monday, of some week"].why == "Which week is not known: wire leaves it open."


def test_times_of_a_day_stand_in_order_and_clash_only_as_times():
    told = {
        "wire": [("r", "Warned at 1.30.", (("1.30", when(opens=90, closes=90)),))],
        "state": [("r", "Warned at 3.47.", (("3.47", when(opens=227, closes=227)),))],
    }
    (event,) = events(timeline(made(told))["A time of day alone"])
    assert [telling.clock for telling in event.tellings] == ["01:30", "03:47"]
    assert event.spread
    assert (event.spread.said, event.spread.stands) == ("different times", ())


def far(links: Sequence[Link] = ()) -> Comparison:
    past = [("p" + str(at), f"Back in {at}.", ((str(at), year(at)),)) for at in range(1900, 1980, 10)]
    both = [("b", "Closed in 1890.", (("1890", year(1890)),)), *past, ("m", "Monday.", (("Monday", when(MONDAY)),))]
    return made({"wire": both, "state": [("b", "Closed in 1895.", (("1895", year(1895)),))]}, links=links)


def test_the_far_past_is_folded_and_counted_and_what_is_near_stays_open():
    found = list(timeline(far()).values())
    assert [day.title for day in found if day.folded] == ["1890", "1895", "1900", "1910", "1920"]
    assert found[-2].part == "around"
    assert not found[-2].folded
    assert found[3].gap == "about 9 years later"
    assert "5 earlier days and stretches of days: 1890 to 1920 (5 claims)" in shown(far())


def test_a_conflict_over_the_time_is_never_folded():
    link = Link("l", "state-b-0", "wire-b-0", 0.7, 0.9, "conflict", 0.9, ("time",))
    folded = [day.title for day in timeline(far([link])).values() if day.folded]
    assert folded == ["1900", "1910", "1920"]


def test_days_of_publication_are_marked_even_where_nothing_else_is_told():
    found = timeline(blast())
    assert found["Friday 7 March 2031"].published == ("state", "union", "wire")
    assert events(found["Friday 7 March 2031"]) == []
    assert [(dot.source, dot.claims, dot.published) for dot in found["Friday 7 March 2031"].dots] == [
        (label, 0, True) for label in ("state", "union", "wire")
    ]
    assert "Published: <bdi>state, union, wire</bdi>" in shown(blast())


def test_the_axis_keeps_the_order_and_its_names_do_not_meet():
    found = [day for day in timeline(far()).values() if day.part != "unknown"]
    assert [day.at for day in found] == sorted({day.at for day in found})
    assert 0 < found[0].at < found[-1].at < 1
    named = [day.at for day in found if day.ticks[1]]
    assert all(right - left > 0.1 for left, right in pairwise(named))


def test_nothing_is_dropped_where_much_is_told():
    crowd = {
        f"s{source}": [
            (f"r{number}", f"No {source}.{number} on a day.", (("a day", when(MONDAY + timedelta(number % 4))),))
            for number in range(40)
        ]
        for source in range(8)
    }
    comparison = made(crowd)
    html = shown(comparison)
    assert sum(day.claims for day in timeline(comparison).values()) == 320
    assert html.count('href="#c-') == 320
    assert "4 more rows of the grid that name this" in html
    assert "5 more claims of this row" in html


def test_the_order_of_the_files_changes_nothing():
    story = far()
    story = replace(story, articles=(*story.articles, *blast().articles[2:]))
    first = list(days(story, Index(story)))
    for order in permutations(story.articles):
        turned = replace(story, articles=order, claims=story.claims[::-1], groups=story.groups[::-1])
        assert list(days(turned, Index(turned))) == first


def test_a_long_claim_is_shown_around_the_words_that_name_the_day():
    text = f"{'before ' * 90}on Monday {'after ' * 90}end"
    html = shown(made({"wire": [("r", text, (("Monday", when(MONDAY)),))]}))
    assert "…before before" in html
    assert "Monday</a> after" in html
    assert len(html) < 4000


def test_hostile_words_stay_text():
    told = made({f"w{HOSTILE}": [("r", f"{HOSTILE} on {HOSTILE}.", ((HOSTILE, when(MONDAY)),))]})
    html = shown(told)
    assert "<img" not in html
    assert "<script" not in html
    assert "&lt;img" in html


def test_without_times_there_is_no_section():
    assert shown(made({"wire": [("r", "It fell.", ())]})).strip() == ""


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (when(date(2031, 9, 1), date(2031, 12, 31)), "September to December 2031"),
        (when(date(2031, 9, 11), date(2031, 9, 20)), "11 to 20 September 2031"),
        (when(date(1990, 1, 1), date(1999, 12, 31)), "1990 to 1999"),
        (when(date(2029, 4, 10), date(2030, 4, 10)), "10 April 2029 to 10 April 2030"),
        (when(date(2031, 12, 1), date(2032, 2, 29)), "December 2031 to February 2032"),
        (when(day=5, month=2), "5 February, of some year"),
    ],
)
def test_stretches_of_days_are_written_as_people_write_them(told: When, title: str):
    assert place(told).title == title


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"opens": 200, "closes": 200}, "03:20"),
        ({"opens": 210, "closes": 240}, "03:30–04:00"),
        ({"opens": 990, "closes": 1440, "bound": "until"}, "until evening"),
        ({"opens": 1080, "closes": 1740}, "night"),
        ({"opens": 540, "closes": 540, "zone": -210}, "09:00 UTC−3:30"),
        ({"weekday": 5, "bound": "from"}, "from then"),
        ({"weekday": 5}, ""),
    ],
)
def test_times_of_day_are_written_short(fields: dict[str, Any], words: str):
    assert hour(when(**fields)) == words


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (when(MONDAY), when(weekday=1), "dates"),
        (when(MONDAY), when(weekday=0), ""),
        (when(MONDAY), when(TUESDAY, bound="until"), ""),
        (when(FRIDAY), when(TUESDAY, bound="until"), "dates"),
        (when(MONDAY, bound="until"), when(TUESDAY, bound="until"), "dates"),
        (when(MONDAY, opens=60, closes=60), when(MONDAY, opens=90, closes=90), "times"),
        (when(MONDAY, opens=60, closes=60, zone=0), when(MONDAY, opens=90, closes=90), ""),
        (when(month=6), when(year(2030).first, date(2030, 1, 31)), "dates"),
    ],
)
def test_two_times_are_apart_only_where_they_cannot_be_one(one: When, other: When, said: str):
    assert apart(one, other) == apart(other, one) == said


def test_gaps_are_told_from_a_week_on():
    assert [gap(number) for number in (6, 7, 20, 90, 800)] == [
        "",
        "about 1 week later",
        "about 3 weeks later",
        "about 3 months later",
        "about 2 years later",
    ]


def test_a_link_to_a_folded_day_opens_it(read: Read):
    page = read(far())
    day = page.locator('[id="day-1890-01-01-to-1890-12-31"]')
    expect(day).to_be_hidden()
    page.evaluate("location.hash = 'day-1890-01-01-to-1890-12-31'")
    expect(day).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
