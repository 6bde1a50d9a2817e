"""The terminal summary says what matters, fits the window, and does nothing to the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from compare.model import Comparison, Overall
from reports.text import render
from tests.reports.conftest import HOSTILE, made
from tests.reports.strategies import EMPTY, comparisons
from tests.samples import comparison

ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_pair_has_its_scores():
    text = render(comparison())
    assert re.search(r"union · wire +100 % \(20–90 %\) +50 % +50 % +0 of 1 link", text)
    assert re.search(r"state · wire +0 % \(20–90 %\) +50 % +100 % +1 of 1 link", text)


def test_groups_are_counted_by_standing():
    assert "3 groups: 2 contested, 1 single source." in render(comparison())
    overall = Overall(3, 3, 60, 31, 4, 2, 1, 23, 1)
    scores = replace(comparison().scores, overall=overall)
    text = squeezed(render(replace(comparison(), scores=scores)))
    assert "31 groups: 4 corroborated, 2 contested, 1 told differently, 23 single source, 1 unsure." in text


def test_the_sharpest_conflicts_stand_in_the_words_of_both_side_by_side():
    text = render(comparison())
    assert text.index("1. quantity, confidence 90 %") < text.index("2. polarity, confidence 60 %")
    line = next(line for line in text.splitlines() if "Nine miners died" in line)
    assert "Nine miners died, the ministry said." in line
    assert "At least 12 miners died on Monday, police said." in line
    assert "Figures that do not fit: Nine miners / At least 12 miners" in text


def test_words_that_speak_against_a_conflict_are_not_named_as_its_reason():
    assert "hedges" not in render(comparison())


def test_no_more_than_three_conflicts_are_shown_and_the_rest_is_counted():
    many = made({"a": [f"about {n} were hurt" for n in range(5)], "b": [f"some {n} were hurt" for n in range(5)]})
    text = render(many)
    assert "The 3 sharpest conflicts of 5" in text
    assert "\n3. " in text
    assert "\n4. " not in text


def test_without_conflicts_it_says_so():
    assert "No conflicts were found." in render(replace(comparison(), links=comparison().links[1:2]))
    assert "No conflicts were found." in render(EMPTY)


def test_notes_of_the_run_and_of_the_articles_are_told():
    wire = replace(comparison().articles[0], notes=("read as latin-1",))
    noted = replace(comparison(), articles=(wire, *comparison().articles[1:]), notes=("Nothing is linked.",))
    assert "Notes\n  Nothing is linked.\n  wire: read as latin-1\n" in render(noted)


def test_the_path_comes_last_and_can_be_copied_whole():
    path = "/srv/" + "a very long name/" * 20 + "report [red].html"
    assert render(comparison(), width=60, path=path).splitlines()[-1] == f"Report: {path}"
    assert "Report:" not in render(comparison())


def test_a_path_does_nothing_to_the_terminal():
    last = render(comparison(), path="a\x1b]0;x\x07\nb\ud800.html").splitlines()[-1]
    assert last == "Report: a b\ufffd.html"


def test_colour_is_used_only_where_it_is_wanted():
    plain, coloured = render(comparison()), render(comparison(), colour=True)
    assert not ESCAPE.search(plain)
    assert ESCAPE.search(coloured)
    assert squeezed(ESCAPE.sub("", coloured)) == squeezed(plain)


def test_the_clashing_words_stand_out():
    assert "\x1b[1;31mNine miners\x1b[0m died" in render(comparison(), colour=True)


@pytest.mark.parametrize(
    "environment",
    [{"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}, {"TERM": "xterm-256color"}],
    ids=lambda environment: next(iter(environment)),
)
@pytest.mark.parametrize("colour", [True, False])
def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool):
    before = render(comparison(), colour=colour)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert render(comparison(), colour=colour) == before


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
def test_it_fits_the_window(sample_comparison: Comparison, width: int):
    lines = render(sample_comparison, width=width).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_a_narrow_window_breaks_no_name_or_figure(sample_comparison: Comparison):
    text = render(sample_comparison, width=60)
    labels = {article.id: article.label for article in sample_comparison.articles}
    for pair in sample_comparison.scores.pairs:
        assert f"{labels[pair.left]} · {labels[pair.right]}" in text
        assert f"conflicts {pair.conflict} of {pair.links} link" in text


def test_of_too_many_pairs_those_with_conflicts_are_shown_and_the_rest_is_counted():
    quiet = comparison().scores.pairs[2]
    scores = replace(comparison().scores, pairs=(*[quiet] * 40, comparison().scores.pairs[0]))
    text = render(replace(comparison(), scores=scores))
    assert "state · union" in text
    assert text.count("union · wire") == 19
    assert "and 21 more pairs" in text


@pytest.mark.parametrize("text", ["[red]alarm[/red]", "[/]", ":smile:", "[link=http://x]y[/link]", HOSTILE])
def test_mark_up_of_the_console_is_shown_and_not_obeyed(text: str):
    drawn = render(made({text: [f"nine {text} killed"], "b": ["ten were killed"]}), width=300, colour=False)
    assert f"nine {text} killed" in drawn


@pytest.mark.parametrize("colour", [True, False])
@given(drawn=comparisons(), width=st.integers(1, 130))
def test_whatever_a_source_says_the_terminal_obeys_only_us(colour: bool, drawn: Comparison, width: int):
    text = render(drawn, width=width, colour=colour, path="report.html")
    assert text.endswith("Report: report.html\n")
    rest = ESCAPE.sub("", text) if colour else text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", rest)
    assert max(map(cell_len, rest.splitlines())) <= max(width, 40)
