from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Span, When
from compare.relate.times import compare_times

HERE = Span(0, 1)
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
BOUNDS = ("until", "from")


def _minutes(written: str) -> int:
    hours, minutes = written.split(":")
    return 60 * int(hours) + int(minutes)


def when(told: str) -> When:
    """A time from words: days as dates, "tue", "d3" "m3" as written, "18:00" or "18:00-29:00", "+180", a bound."""
    fields: dict[str, object] = {}
    for part in told.split():
        if part in WEEKDAYS:
            fields["weekday"] = WEEKDAYS[part]
        elif part in BOUNDS:
            fields["bound"] = part
        elif part[0] in "dm":
            fields["day" if part[0] == "d" else "month"] = int(part[1:])
        elif part[0] in "+-":
            fields["zone"] = int(part)
        elif ":" in part:
            opens, _, closes = part.partition("-")
            fields |= {"opens": _minutes(opens), "closes": _minutes(closes or opens)}
        else:
            first, _, last = part.partition("..")
            fields |= {"first": date.fromisoformat(first), "last": date.fromisoformat(last or first)}
    return When(HERE, **fields)  # type: ignore[arg-type]


MARCH = "2026-03-01..2026-03-31"
YEAR = "2026-01-01..2026-12-31"

PAIRS = [
    # days that are resolved
    ("2026-03-03", "2026-03-03", "same"),
    ("2026-03-03 tue", "2026-03-03 d3 m3", "compatible"),
    ("2026-03-03 d3 m3", "2026-03-05 d5 m3", "incompatible"),
    ("2026-03-03 tue", "2026-03-04 wed", "incompatible"),
    ("2026-03-03", "2026-04-03", "incompatible"),
    ("2026-03-03", "2026-04-04", "not comparable"),
    ("2026-03-03", "2026-03-01..2026-03-10", "compatible"),
    ("2026-03-13", "2026-03-01..2026-03-10", "not comparable"),
    ("2026-03-03", "2026-03-03..2026-03-05", "compatible"),
    ("2026-03-03", MARCH, "compatible"),
    (MARCH, "2026-04-01..2026-04-30", "incompatible"),
    (MARCH, "2027-04-01..2027-04-30", "not comparable"),
    (MARCH, YEAR, "compatible"),
    (YEAR, "2027-01-01..2027-12-31", "incompatible"),
    (YEAR, "2035-01-01..2035-12-31", "not comparable"),
    ("2026-03-03", "2019-01-01..2019-12-31", "not comparable"),
    # times of day
    ("18:00", "18:00", "same"),
    ("18:00", "18:05", "compatible"),
    ("18:00", "18:30", "incompatible"),
    ("18:12", "18:20", "incompatible"),
    ("18:12", "18:10", "compatible"),
    ("18:00", "20:00", "incompatible"),
    ("18:00", "16:30-24:00", "compatible"),
    ("18:00", "00:00-12:00", "incompatible"),
    ("17:30-18:30", "18:25", "compatible"),
    ("24:00", "00:05", "compatible"),
    ("18:00-29:00", "02:00", "compatible"),
    ("18:00-29:00", "14:00", "incompatible"),
    ("23:55", "00:10", "incompatible"),
    # zones
    ("15:00 +0", "18:00 +180", "same"),
    ("15:00 +0", "18:05 +180", "compatible"),
    ("15:00 +0", "18:00 +60", "incompatible"),
    ("15:00 +0", "18:00", "not comparable"),
    ("23:30 +0", "02:30 +180", "compatible"),
    ("2026-03-03 23:30 +0", "2026-03-04 02:30 +180", "compatible"),
    ("2026-03-03 23:30 +0", "2026-03-04", "not comparable"),
    ("2026-03-03 23:30 +0", "2026-03-05", "incompatible"),
    # days with times
    ("2026-03-03 18:00", "2026-03-03", "compatible"),
    ("2026-03-03 18:00", "2026-03-03 tue 18:00", "compatible"),
    ("2026-03-03 18:00", "2026-03-03 20:00", "incompatible"),
    ("2026-03-03 18:00", "2026-03-04 18:00", "incompatible"),
    ("2026-03-03 18:00-29:00", "2026-03-04 02:00", "compatible"),
    ("2026-03-03 18:00-29:00", "2026-03-04 20:00", "incompatible"),
    ("2026-03-03 18:00-29:00", "2026-03-04", "compatible"),
    ("2026-03-03 18:00-29:00", "2026-03-05", "incompatible"),
    ("2026-03-03 18:00", "18:00", "compatible"),
    ("2026-03-03 18:00", "20:00", "incompatible"),
    ("2026-03-03", "20:00", "not comparable"),
    # days as written, where the article has no date
    ("tue", "tue", "same"),
    ("tue", "wed", "incompatible"),
    ("sun", "mon", "incompatible"),
    ("tue 18:00", "tue 20:00", "incompatible"),
    ("tue 18:00", "tue", "compatible"),
    ("mon 18:00-29:00", "tue 02:00", "compatible"),
    ("sun 18:00-29:00", "mon 02:00", "compatible"),
    ("2026-03-03 tue", "tue", "compatible"),
    ("2026-03-03 tue", "wed", "incompatible"),
    ("2026-03-03 d3 m3", "wed", "not comparable"),
    ("d3 m3", "d3 m3", "same"),
    ("d3 m3", "d5 m3", "incompatible"),
    ("d31 m12", "d1 m1", "incompatible"),
    ("d3 m3", "d3 m9", "not comparable"),
    ("2026-03-03", "d3 m3", "compatible"),
    ("2026-03-03", "d5 m3", "incompatible"),
    ("m3", "m4", "incompatible"),
    ("m3", "d3 m3", "compatible"),
    ("m3", "d3 m4", "not comparable"),
    ("2026-03-01..2026-03-10 m3", "m3", "compatible"),
    ("d26", "d27", "incompatible"),
    ("d26", "2026-03-26", "compatible"),
    ("d26", "2026-03-03", "not comparable"),
    ("d29 m2", "2026-03-01", "incompatible"),
    # bounds
    ("2026-03-06 until", "2026-03-03", "compatible"),
    ("2026-03-06 until", "2026-03-07", "incompatible"),
    ("2026-03-06 until", "2026-03-08 until", "compatible"),
    ("2026-03-06 from", "2026-03-09", "compatible"),
    ("2026-03-06 from", "2026-03-05", "incompatible"),
    ("2026-03-06 until", "2026-03-07 from", "not comparable"),
    ("2026-03-06 until", "2026-03-06 from", "compatible"),
    ("17:00 until", "16:00", "compatible"),
    ("17:00 until", "18:00", "incompatible"),
    ("17:00 from", "18:00", "compatible"),
    ("17:00 from", "16:00", "incompatible"),
    ("17:00 until +0", "03:00 +180", "not comparable"),
    ("fri until", "fri", "compatible"),
    ("fri until", "sat", "not comparable"),
    ("2026-03-06 17:00 until", "2026-03-06 18:00", "incompatible"),
    ("m3 until", "m4", "not comparable"),
]


@pytest.mark.parametrize(("a", "b", "verdict"), PAIRS)
def test_two_times_go_together_as_told(a: str, b: str, verdict: str) -> None:
    assert compare_times(when(a), when(b)) == verdict
    assert compare_times(when(b), when(a)) == verdict


MINUTES = st.integers(0, 1440)
ZONES = st.none() | st.integers(-720, 840)


@st.composite
def times(draw: st.DrawFn) -> When:
    days = draw(st.none() | st.tuples(st.dates(), st.integers(0, 900)))
    clock = draw(st.none() | st.tuples(MINUTES, st.integers(0, 700)))
    first = days and days[0]
    last = days and date.fromordinal(min(days[0].toordinal() + days[1], date.max.toordinal()))
    known = days is not None or clock is not None
    return When(
        HERE,
        first,
        last,
        weekday=draw(st.integers(0, 6) if not known else st.none() | st.integers(0, 6)),
        day=draw(st.none() | st.integers(1, 31)),
        month=draw(st.none() | st.integers(1, 12)),
        opens=clock and clock[0],
        closes=clock and clock[0] + clock[1],
        zone=draw(ZONES) if clock else None,
        bound=draw(st.sampled_from(["at", "until", "from"])),
    )


@given(times(), times())
def test_the_order_of_two_times_does_not_matter(a: When, b: When) -> None:
    assert compare_times(a, b) == compare_times(b, a)


@given(times(), st.integers(0, 1000))
def test_a_time_is_the_same_as_itself_wherever_it_stands(a: When, by: int) -> None:
    assert compare_times(a, a.shift(by)) == "same"


@given(
    st.dates(date(2, 1, 1), date(9998, 1, 1)),
    MINUTES,
    ZONES.filter(lambda zone: zone is not None),
    st.integers(-700, 700),
)
def test_one_moment_told_in_two_zones_is_the_same(day: date, opens: int, zone: int, by: int) -> None:
    a = When(HERE, day, day, opens=opens, closes=opens, zone=zone)
    assert compare_times(a, replace(a, opens=opens + by, closes=opens + by, zone=zone + by)) == "same"


@given(times(), times())
def test_a_bound_never_makes_two_times_clash_that_fit(a: When, b: When) -> None:
    if compare_times(replace(a, bound="at"), replace(b, bound="at")) in ("same", "compatible"):
        assert compare_times(a, b) != "incompatible"


@given(times(), st.integers(0, 2000))
def test_a_longer_stretch_fits_what_lies_inside(a: When, longer: int) -> None:
    if a.first is None or a.last is None or a.opens is not None:
        return
    last = date.fromordinal(min(a.last.toordinal() + longer, date.max.toordinal()))
    assert compare_times(a, replace(a, last=last)) in ("same", "compatible")
