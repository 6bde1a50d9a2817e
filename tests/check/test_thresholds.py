"""Thresholds of a project, and what falls short of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.check.outcome import Measured, Threshold
from compare.check.thresholds import load_project, load_thresholds, shortfalls
from compare.errors import SettingsError


def asked(least: float) -> Threshold:
    return Threshold("links.f1", least, "error", "pyproject.toml [tool.compare.check.thresholds]")


def measured(value: float | None) -> dict[str, Measured]:
    return {"links.f1": Measured(value, value, value, 3)}


def written(folder: Path, text: str) -> Path:
    path = folder / "pyproject.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_project_says_what_is_checked_and_how_good_it_must_be(tmp_path: Path) -> None:
    text = '[tool.compare.check]\nfolders = ["sets"]\n[tool.compare.check.thresholds]\n"links.f1" = 0.7\n'
    path = written(tmp_path, text)
    project = load_project(path)
    assert project.folders == (tmp_path / "sets",)
    assert load_thresholds(path) == project.thresholds
    (threshold,) = project.thresholds
    assert (threshold.metric, threshold.least, threshold.severity) == ("links.f1", 0.7, "error")
    assert threshold.where == f"{path} [tool.compare.check.thresholds]"


@pytest.mark.parametrize("text", ["", "[tool.ruff]\nline-length = 1\n", "[tool.compare]\n"])
def test_a_project_may_say_nothing(tmp_path: Path, text: str) -> None:
    assert load_thresholds(written(tmp_path, text)) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool", "the settings of the check cannot be read"),
        ("[tool.compare]\ncheck = 1", "tool.compare.check is no table"),
        ("[tool.compare.check]\nfloders = []", "unknown key 'floders' in [tool.compare.check]"),
        ('[tool.compare.check]\nfolders = "samples"', "folders is no list of names"),
        ("[tool.compare.check.thresholds]\nlinks.f1 = 2", "links.f1 must be a number from 0 to 1"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load_thresholds(written(tmp_path, text))
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("value", "falls_short"), [(0.7, False), (0.71, False), (0.69, True), (None, True), (0.0, True)]
)
def test_a_figure_below_falls_short_and_so_does_one_that_cannot_be_measured(
    value: float | None, falls_short: bool
) -> None:
    assert bool(shortfalls([asked(0.7)], measured(value))) == falls_short


def test_a_sum_that_binary_cannot_hold_is_no_shortfall() -> None:
    assert 0.7 + 0.1 < 0.8
    assert shortfalls([asked(0.8)], measured(0.7 + 0.1)) == ()


def test_a_shortfall_holds_what_was_measured() -> None:
    (short,) = shortfalls([asked(0.7)], measured(0.5))
    assert (short.threshold.least, short.measured.value) == (0.7, 0.5)
