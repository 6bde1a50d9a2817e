"""Frames are flat and typed, whatever is in them."""

from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given

from compare.model import Comparison
from reports.frames import COLUMNS, to_frames
from tests.reports.strategies import EMPTY, comparisons
from tests.samples import comparison

NAMES = ["articles", "claims", "links", "groups", "pairs", "skipped"]


def sizes(given: Comparison) -> list[int]:
    parts = (given.articles, given.claims, given.links, given.groups, given.scores.pairs, given.skipped)
    return [len(part) for part in parts]


def test_a_row_a_thing():
    frames = to_frames(comparison())
    assert list(frames) == NAMES
    assert [len(frame) for frame in frames.values()] == sizes(comparison()) == [3, 6, 3, 3, 3, 4]


def test_the_comparison_gives_them_itself():
    assert list(comparison().to_frames()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_comparison_has_every_column_with_its_type(name: str):
    empty, full = to_frames(EMPTY)[name], to_frames(comparison())[name]
    assert list(empty.columns) == list(COLUMNS[name])
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert "object" not in {str(dtype) for dtype in empty.dtypes}
    assert empty.empty


def test_links_hold_the_words_of_both_claims():
    row = to_frames(comparison())["links"].set_index("id").loc["l-nine"]
    assert (row["left_label"], row["left_text"]) == ("state", "Nine miners died, the ministry said.")
    assert (row["right_label"], row["right_text"]) == ("wire", "At least 12 miners died on Monday, police said.")
    assert (row["relation"], row["aspects"], row["group"]) == ("conflict", "quantity", "g-dead")
    assert (row["similarity"], row["probability"], row["confidence"]) == (0.81, 0.93, 0.9)
    assert row["reasons"].startswith("Figures that do not fit: Nine miners")


def test_pairs_hold_counts_ratios_and_both_ends_of_each_interval():
    row = to_frames(comparison())["pairs"].iloc[2]
    assert (row["left_label"], row["right_label"], row["links"], row["agree"]) == ("union", "wire", 1, 1)
    assert (row["overlap"], row["agreement"], row["divergence"], row["omission_left"]) == (0.5, 1.0, 0.5, 0.5)
    assert (row["overlap_low"], row["agreement_high"], row["divergence_low"]) == (0.2, 0.9, 0.2)


def test_what_is_unknown_is_missing_and_no_number():
    pair = replace(comparison().scores.pairs[0], conflict=0, judged=0, agreement_interval=None)
    scores = replace(comparison().scores, pairs=(pair,))
    row = to_frames(replace(comparison(), scores=scores))["pairs"].iloc[0]
    assert row[["agreement", "conflict_rate", "framing", "agreement_low", "agreement_high"]].isna().all()
    assert to_frames(comparison())["articles"]["author"].isna().all()


def test_claims_say_where_they_stand():
    frame = to_frames(comparison())["claims"]
    dead = frame[frame["text"].str.startswith("At least 12")].iloc[0]
    assert (dead["label"], dead["start"], dead["end"], dead["speaker"]) == ("wire", 21, 68, "police")
    assert (dead["quantities"], dead["links"], dead["group"], dead["standing"]) == (1, 2, "g-dead", "contested")


def test_groups_name_who_tells_and_who_does_not():
    row = to_frames(comparison())["groups"].set_index("id").loc["g-warning"]
    assert (row["labels"], row["missing_from"], row["articles"], row["origins"]) == ("state;union", "wire", 2, 2)


def test_skipped_passages_show_their_words():
    frame = to_frames(comparison())["skipped"]
    assert list(frame["text"]) == ["Twelve dead in mine", "Read more", "Order restored", "A disaster foretold"]
    assert frame["reason"].value_counts()["heading"] == 3


@pytest.mark.parametrize("day", [datetime.date(2026, 2, 16), datetime.date.min, datetime.date.max])
def test_dates_are_dates(day: datetime.date):
    wire = replace(comparison().articles[0], published=day)
    frame = to_frames(replace(comparison(), articles=(wire, *comparison().articles[1:])))["articles"]
    assert frame["published"].iloc[0].date() == day
    assert frame["published"].isna().sum() == 2


def test_categories_hold_every_word_there_is():
    frame = to_frames(comparison())["links"]
    assert list(frame["relation"].cat.categories) == ["agree", "differ", "conflict", "unsure"]
    assert frame["relation"].value_counts().to_dict() == {"conflict": 2, "agree": 1, "differ": 0, "unsure": 0}


def test_frames_join_on_ids():
    frames = to_frames(comparison())
    merged = frames["links"].merge(frames["claims"], left_on="left", right_on="id", suffixes=("", "_claim"))
    assert (merged["left_text"] == merged["text"]).all()


@given(comparisons())
def test_any_comparison_fits(drawn: Comparison):
    frames = to_frames(drawn)
    assert [len(frame) for frame in frames.values()] == sizes(drawn)
    assert [frame.dtypes.to_dict() for frame in frames.values()] == [
        f.dtypes.to_dict() for f in to_frames(EMPTY).values()
    ]
    assert list(frames["claims"]["text"]) == [claim.text for claim in drawn.claims]


def test_a_real_comparison_fits(sample_comparison: Comparison):
    frames = to_frames(sample_comparison)
    assert [len(frame) for frame in frames.values()] == sizes(sample_comparison)
    assert frames["links"]["group"].notna().all()
    assert isinstance(frames["claims"]["standing"].dtype, pd.CategoricalDtype)


def test_pandas_is_loaded_only_when_frames_are_asked_for():
    code = "import sys, reports.frames; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
