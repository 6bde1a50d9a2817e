"""A verdict made into pages: the words of every other output, and links that end in rows of the reports."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from compare.check.baseline import changes
from compare.check.baseline_file import Baseline, Entry
from compare.check.checking import over_all
from compare.check.goldset import GoldSet, load_set
from compare.check.judging import judge_set
from compare.check.measures import measured
from compare.check.outcome import CheckVerdict, SetOutcome, SetVerdict, Threshold
from compare.check.rows import rows
from compare.check.thresholds import shortfalls
from compare.cli.check_page import pages
from compare.model import Comparison
from tests.check import ferries
from tests.check.verdicts import EVERY_KIND, broken, item


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> tuple[GoldSet, Comparison]:
    folder = ferries.write(tmp_path_factory.mktemp("sets") / "ferry", ferries.TOLL, ferries.HELP)
    gold = load_set(folder)
    ((_, comparison, _),) = ferries.run_plainly([gold], ferries.ENGINE)
    return gold, comparison


@pytest.fixture(scope="module")
def outcome(ferry: tuple[GoldSet, Comparison]) -> SetOutcome:
    return judge_set(*ferry, 0.5)


@pytest.fixture(scope="module")
def verdict(outcome: SetOutcome) -> CheckVerdict:
    """The age is linked and not in gold, the help is in gold and not linked; the toll once agreed, by the baseline."""
    figures = measured([outcome])
    asked = (Threshold("links.f1", 0.9, "error", "set.toml [thresholds]"),)
    accepted = [Entry(one.key, one.left, one.right, "agree") for one in outcome.items if one.said == "conflict"]
    changed = changes(outcome, Baseline(tuple(accepted)))
    one = SetVerdict("ferry", outcome.folder, outcome, figures, asked, shortfalls(asked, figures), changed)
    return over_all([one, broken()])


@pytest.fixture(scope="module")
def written(verdict: CheckVerdict, ferry: tuple[GoldSet, Comparison]) -> dict[str, str]:
    gold, comparison = ferry
    return {name: data.decode() for name, data in pages(verdict, {gold.folder: comparison})}


def test_there_is_a_page_and_a_report_for_each_set_that_ran(written: dict[str, str]):
    assert list(written) == ["index.html", "ferry.html"]
    assert "Claim by claim" in written["ferry.html"]


def test_every_link_ends_in_a_row_of_the_report(written: dict[str, str]):
    ends = re.findall(r'href="?ferry\.html#([^">\s]+)', written["index.html"])
    assert len(ends) >= 3
    for end in map(unquote, ends):
        assert re.search(rf'<tbody id="?{re.escape(end)}"?\s', written["ferry.html"])


def test_changes_are_told_without_their_quotes_twice(written: dict[str, str]):
    assert "changed from agree to conflict (gold says conflict)" not in written["index.html"]
    assert "changed from agree to conflict (as gold says)</bdi>" in written["index.html"]


def test_figures_stand_beside_what_is_asked_for(written: dict[str, str]):
    text = " ".join(re.sub("<[^>]+>", " ", written["index.html"]).split())
    assert "links.f1 is 0.500, below 0.9 (set.toml [thresholds])" in text
    assert "0.500 at least 0.9: below" in text
    assert "1 of 2 links in gold is found and told right; 1 missed, 1 needless." in text
    assert "2 sets: 1 failed, 1 could not run." in text
    assert "gold.json, line " in text


def test_two_passages_of_one_row_share_it_and_others_have_their_own(
    outcome: SetOutcome, ferry: tuple[GoldSet, Comparison]
):
    _, comparison = ferry
    toll = next(one for one in outcome.items if one.said == "conflict")
    help_ = next(one for one in outcome.items if one.said is None)
    left, right = rows(toll, comparison)
    assert left == right
    assert {left} < {group.id for group in comparison.groups}
    assert len({left, *rows(help_, comparison)}) == 3


def test_a_passage_that_the_articles_no_longer_have_leads_nowhere(ferry: tuple[GoldSet, Comparison]):
    assert rows(item(), ferry[1]) == ("", "")


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_verdict_makes_a_page_that_says_it(kind: str):
    ((name, data),) = pages(EVERY_KIND[kind], {})
    assert name == "index.html"
    words = ("passed", "failed", "could not run", "nothing checked")[EVERY_KIND[kind].exit_code]
    assert f"<h1>Sample sets: {words}</h1>" in data.decode()
    assert b"<script" not in data


def test_two_sets_of_one_name_have_two_reports(ferry: tuple[GoldSet, Comparison]):
    sets = [SetVerdict("ferry", Path(place) / "ferry", judge_set(*ferry)) for place in ("a", "b")]
    names = [name for name, _ in pages(CheckVerdict(tuple(sets), {}), {one.folder: ferry[1] for one in sets})]
    assert names == ["index.html", "a-ferry.html", "b-ferry.html"]
