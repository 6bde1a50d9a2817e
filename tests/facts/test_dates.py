from __future__ import annotations

import re
import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.dates import read_dates
from compare.model import When

MONDAY = date(2026, 2, 16)  # a Monday
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CASES = Path(__file__).parent / "cases" / "dates.txt"
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?")
_CLOCK = re.compile(r"\d\d:\d\d(?:-\d\d:\d\d)?")


def _cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _setting(sentence: str) -> tuple[str, date | None, date | None]:
    published, anchor = MONDAY, None
    while mark := re.match(r"([@^])(\S+) ", sentence):
        day = None if mark[2] == "-" else date.fromisoformat(mark[2])
        published, anchor = (day, anchor) if mark[1] == "@" else (published, day)
        sentence = sentence[mark.end() :]
    return sentence, published, anchor


def _minutes(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _shown(when: When | None) -> list[str]:
    """What a time tells, in the notation of the table."""
    if when is None:
        return ["?"]
    told = []
    if when.first:
        told.append(f"{when.first}" if when.first == when.last else f"{when.first}..{when.last}")
    if when.weekday is not None:
        told.append(WEEKDAYS[when.weekday])
    told += [f"{name}{value}" for name, value in (("day", when.day), ("month", when.month)) if value is not None]
    if when.opens is not None:
        ends = {when.opens: None, when.closes: None}
        told.append("-".join(map(_minutes, ends)))
    if when.zone is not None:
        told.append(f"{'-' if when.zone < 0 else '+'}{abs(when.zone) // 60:02}{abs(when.zone) % 60:02}")
    return told if when.bound == "at" else [*told, when.bound]


def _is_written(told: str) -> bool:
    return told in WEEKDAYS or told.startswith(("day", "month"))


@pytest.mark.parametrize("case", _cases())
def test_every_time_of_a_sentence_is_read_as_told(case: str) -> None:
    sentence, _, right = case.partition(" => ")
    text, published, anchor = _setting(sentence)
    expected = [] if right == "-" else [item.partition(" = ")[::2] for item in right.split(" | ")]
    found, taken = read_dates(text, published, anchor)
    by_span = {when.span: when for when in found}
    read = [(span.of(text), _shown(by_span.get(span))) for span in taken]
    read = [item for item in read if item[1] != ["?"] or item[0] in [words for words, _ in expected]]
    wanted = [(words, told.split()) for words, told in expected]
    for (_, told), (_, shown) in zip(wanted, read, strict=False):
        if any(map(_DAYS.fullmatch, told)) and not any(map(_is_written, told)):
            shown[:] = [part for part in shown if not _is_written(part)]
    assert [(words, sorted(told)) for words, told in read] == [(words, sorted(told)) for words, told in wanted], (
        f"\nexpected {wanted}\n    read {read}"
    )


def test_the_table_holds_no_case_twice() -> None:
    sentences = [case.partition(" => ")[0] for case in _cases()]
    assert len(sentences) == len(set(sentences)) >= 150


@pytest.mark.parametrize(
    "words",
    ["half past six", "the second quarter", "24/7", "9/11", "two days ago", "03/04/2026", "1830 GMT", "a week ago"],
)
def test_no_number_is_read_where_a_time_stands(words: str) -> None:
    text = f"They came {words}, it was said."
    _, taken = read_dates(text)
    assert words in [span.of(text) for span in taken]


STYLES = (
    "{0.day} {0:%B} {0.year}",
    "{0:%B} {0.day}, {0.year}",
    "{0:%A}, {0.day} {0:%B} {0.year}",
    "{0:%A}, {0:%B} {0.day}, {0.year}",
    "{0:%Y-%m-%d}",
    "{0.day} {0:%b} {0.year}",
    "{0:%a}, {0.day} {0:%b} {0.year}",
)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.sampled_from(STYLES), st.none() | st.dates())
def test_a_written_date_reads_back_whatever_the_day_of_publication(day, style, published):
    written = style.format(day)
    text = f"It was signed on {written} in Bern."
    (found,), taken = read_dates(text, published)
    assert (found.first, found.last) == (day, day)
    assert found.span.of(text) == written
    assert taken == [found.span]


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["at {h}:{m:02} {half}", "at {h}.{m:02} {dots}"]))
def test_a_written_time_of_twelve_hours_reads_back(hour, minute, style):
    half = "pm" if hour >= 12 else "am"
    written = style.format(h=hour % 12 or 12, m=minute, half=half, dots=f"{half[0]}.m.")
    (found,), _ = read_dates(f"It rained {written} yesterday week", None)
    assert found.opens == found.closes == 60 * hour + minute


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{:02}:{:02} GMT", "{:02}{:02} GMT"]))
def test_a_written_time_of_twenty_four_hours_reads_back(hour, minute, style):
    (found,), _ = read_dates(f"It rained at {style.format(hour, minute)}.")
    assert (found.opens, found.closes, found.zone) == (60 * hour + minute, 60 * hour + minute, 0)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_the_day_of_publication(published, ago):
    day = published - timedelta(ago)
    (found,), _ = read_dates(f"It rained on {day:%A}.", published)
    assert found.first == found.last == day


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(1, 6))
def test_in_a_clause_about_the_future_it_is_the_coming_one(published, ahead):
    day = published + timedelta(ahead)
    (found,), _ = read_dates(f"They will meet on {day:%A}.", published)
    assert found.first == found.last == day


WORDS = st.sampled_from(
    """last next this the past two days weeks ago later earlier before after March 3 3rd May Monday Tuesday's night
    morning at on by until from to and between 6 p.m. 18:30 1830 GMT noon half past six early late week month year
    weekend yesterday 2026 1990s second quarter of , . - – ( ) will met "'" Tehran time 99 0 31""".split()
)


@given(
    st.lists(WORDS, max_size=25).map(" ".join)
    | st.text(max_size=60)
    | st.text("0123456789 -–,.:/thndMaychprl", max_size=60),
    st.none() | st.dates(),
    st.none() | st.dates(),
)
def test_any_text_on_any_day_gives_times_inside_it_without_overlap(text, published, anchor):
    found, taken = read_dates(text, published, anchor)
    assert taken == sorted(taken)
    assert all(left.end <= right.start for left, right in pairwise(taken))
    assert all(span.end <= len(text) for span in taken)
    assert {when.span for when in found} <= set(taken)


@pytest.mark.parametrize("day", [date.min, date.min + timedelta(40), date.max - timedelta(40), date.max])
@pytest.mark.parametrize("case", [case for case in _cases() if not case.startswith(("@", "^"))][::3])
def test_the_ends_of_the_calendar_are_no_error(case, day):
    text = case.partition(" => ")[0]
    found, taken = read_dates(text, day, day)
    assert len(found) <= len(taken)


UNITS = (
    'a |1,|(|"|not |in the |Monday |3 March |6 p.m. |last |early |1830 |at |to |3-|two days |half past |from |the |May '
    "|twenty |18:|  "
).split("|")


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_of_the_text(unit):
    def seconds(length: int) -> float:
        start = time.perf_counter()
        read_dates(unit * (length // len(unit)), MONDAY, MONDAY)
        return time.perf_counter() - start

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.005)  # ten times the text
