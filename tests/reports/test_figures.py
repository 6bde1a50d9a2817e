"""Figures as words never say more than the number does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Interval
from reports.figures import counted, interval, percent, skipped, standings, with_interval
from tests.reports.strategies import EMPTY
from tests.samples import comparison


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, "–"),
        (0, "0 %"),
        (1, "100 %"),
        (5e-324, "<1 %"),
        (0.004, "<1 %"),
        (0.006, "1 %"),
        (0.42, "42 %"),
        (0.994, "99 %"),
        (0.996, ">99 %"),
        (1 - 2**-53, ">99 %"),
    ],
)
def test_percent(share: float | None, text: str):
    assert percent(share) == text


@given(st.floats(0, 1))
def test_none_and_all_are_said_only_where_it_is_exactly_so(share: float):
    assert (percent(share) == "0 %") == (share == 0)
    assert (percent(share) == "100 %") == (share == 1)


def test_intervals():
    assert interval(Interval(0.2, 0.9)) == "20–90 %"
    assert interval(Interval(0.001, 0.999)) == "<1–>99 %"
    assert interval(None) == "–"
    assert with_interval(0.5, Interval(0, 1)) == "50 % (0–100 %)"
    assert with_interval(None, Interval(0, 1)) == "–"


def test_counts_agree_with_their_noun():
    assert [counted(n, "group") for n in (0, 1, 2000)] == ["0 groups", "1 group", "2,000 groups"]
    assert counted(2, "piece of evidence", "pieces of evidence") == "2 pieces of evidence"


def test_counts_by_standing_leave_nothing_out_and_add_up():
    assert standings(comparison().scores.overall) == "3 groups: 2 contested, 1 single source"
    assert standings(EMPTY.scores.overall) == "0 groups"


def test_what_was_skipped_is_counted_by_reason():
    assert skipped(comparison()) == "4 passages were not compared: 3 heading, 1 boilerplate"
    one = replace(comparison(), skipped=comparison().skipped[:1])
    assert skipped(one) == "1 passage was not compared: 1 heading"
    assert skipped(EMPTY) == "Every passage was compared"
