"""The Markdown summary: what went wrong in the words of both sources, and text that stays text."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compare.check.outcome import CheckVerdict
from compare.check.summary import MOST_BYTES, escape, summary
from compare.check.telling import VERDICTS, one_line
from tests.check.verdicts import (
    EVERY_KIND,
    HOSTILE,
    a_set,
    broken,
    change,
    hostile_verdict,
    item,
    measured,
    short,
    threshold,
    verdict,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"}
SPECIAL = "\\`*_{}[]()<>#+-=.!|~&:;\"'^$@/1w \n\t"


def tags(page: str) -> set[str]:
    return set(re.findall(r"<([a-z][a-z0-9]*)", page))


def shown(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page)).replace("\u200b", "").strip()


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_heading_and_the_exit_code_agree(kind: str) -> None:
    assert summary(EVERY_KIND[kind]).startswith(f"## compare check: {VERDICTS[EVERY_KIND[kind].exit_code]}\n")


def test_sets_stand_in_a_table_with_their_verdicts() -> None:
    failed = a_set(item(), name="port", changes=(change(),), measured={"links.f1": measured(0.5)})
    page = summary(verdict(a_set(item()), failed, broken()))
    assert "3 sets: 1 passed, 1 failed, 1 could not run." in page
    assert "| ferry | passed | 0.700 | – | – | 0 |" in page
    assert "| port | failed | 0.500 | – | – | 1 |" in page
    assert "### broken: could not run\n\nthe gold cannot be read (gold.json); see docs/annotation.md" in page


def test_changes_stand_in_the_words_of_both() -> None:
    page = summary(verdict(a_set(item(said="agree"), changes=(change(), change("lost", "warn")))))
    row = (
        "| conflict | agree | conflict | wire.txt “Nine bodies were recovered, the coastguard said.” "
        "| state.txt “Four bodies were recovered, the ministry said.” |"
    )
    assert f"| changed {row}" in page
    assert f"| lost (warning) {row}" in page


def test_a_set_without_a_baseline_says_what_to_do() -> None:
    assert "\n\nnone yet\n\n" in summary(EVERY_KIND["no baseline"])


def test_every_figure_stands_beside_its_threshold_also_where_it_passes() -> None:
    asked = (threshold(), threshold("standing.accuracy", 0.5))
    values = {"links.f1": measured(), "standing.accuracy": measured(0.4), "origins.accuracy": measured(None)}
    missed = short(0.4, metric="standing.accuracy", least=0.5)
    page = summary(verdict(a_set(item(), measured=values, thresholds=asked, shortfalls=(missed,))))
    assert "| links.f1 | 0.700 | 0.600 to 0.800 | 12 | 0.6 | passed |" in page
    assert "| standing.accuracy | 0.400 | 0.300 to 0.500 | 12 | 0.5 | below (error) |" in page
    assert "| origins.accuracy | – | – | 0 | – | – |" in page
    assert "- standing.accuracy is 0.400, below 0.5 (samples/ferry/set.toml &#91;thresholds&#93;)" in page


def test_what_passed_has_no_section_but_its_figures() -> None:
    page = summary(EVERY_KIND["all is well"])
    assert "###" not in page
    assert "<details><summary>Figures: ferry</summary>" in page


def test_shortfalls_over_all_sets_are_told() -> None:
    assert "- Over all sets: links.f1 is 0.500, below 0.6" in summary(EVERY_KIND["below a threshold over all"])
    assert "- Over all sets: warning: links.f1 is 0.500, below 0.6" in summary(EVERY_KIND["a warning over all"])


def test_a_check_of_nothing_says_so() -> None:
    assert "No set was checked; name a folder" in summary(EVERY_KIND["no set"])


def test_a_long_list_is_cut_and_counted() -> None:
    lost = tuple(change("lost", one=item(key=str(number))) for number in range(103))
    page = summary(verdict(a_set(changes=lost)))
    assert page.count("| lost |") == 100
    assert "And 3 more." in page


def test_it_is_never_longer_than_github_takes() -> None:
    sets = [replace(broken("“" * 9_000), name=str(number)) for number in range(100)]
    page = summary(verdict(*sets))
    assert len(page.encode()) <= MOST_BYTES
    assert page.endswith("\n\nThe rest is left out, for the summary of a job has an end.\n")
    assert "could not run" in page


def hostile_page(text: str) -> tuple[str, CheckVerdict]:
    made = hostile_verdict(text)
    return READER.render(summary(made)), made


@pytest.mark.parametrize(
    "text", [HOSTILE, "</details>", "| x | y |", "- - 1. # x", "---", "\\|", "`|`", "&#124;", "```"]
)
def test_hostile_text_makes_no_mark_up_and_no_cell(text: str) -> None:
    page, made = hostile_page(text)
    assert tags(page) <= OURS
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    assert {row.count("<td") + row.count("<th") for row in rows} == {6}
    assert page.count("<details") == page.count("</details>") == len(made.sets)


@given(st.text(st.one_of(st.sampled_from(SPECIAL), st.characters(categories=None))))
@example(HOSTILE)
@example("www.example.org and http://example.org")
@example("=")
@example("1. one")
def test_escaped_text_is_shown_as_it_is_in_a_cell_and_in_a_list(text: str) -> None:
    for page in (f"| a | b |\n| --- | --- |\n| x | {escape(text)} |", f"- {escape(text)}", f"### {escape(text)}"):
        made = READER.render(page)
        assert tags(made) <= OURS
        expected = {"|": f"a\nb\n\n\n\n\nx\n{one_line(text)}"}.get(page[0], one_line(text))
        assert shown(made).split() == expected.split()


@pytest.mark.parametrize("text", ["@team", "#12", "x:bomb:", "a@b.example"])
def test_what_github_links_after_reading_is_broken_up(text: str) -> None:
    assert re.search(r"(?:&#64;|&#35;|:)&#8203;\w", escape(text))


@pytest.mark.parametrize("text", ["at 12:30 on 1 May", "Nine (9) of 10, i.e. 90 %: “most”", "C'est l'heure."])
def test_plain_text_stays_readable_in_the_source(text: str) -> None:
    assert escape(text) == text
