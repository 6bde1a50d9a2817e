"""`pytest --compare-samples`: what people see of sample sets among their other tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from compare.check.baseline import write_baseline
from compare.check.checking import Options, check_sets
from compare.errors import ModelError
from tests.check import ferries
from tests.check.verdicts import CI

pytest_plugins = ["pytester"]

Run = Callable[..., pytest.RunResult]

STRICT = '[thresholds]\n"links.f1" = {least = 0.9, severity = "SEVERITY"}\n'


@pytest.fixture
def checked(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Run:
    """Run pytest in the folder of the test, with an engine of no weights and no other plug-in."""
    monkeypatch.setattr("compare.check.checking.run_sets", ferries.run_plainly)
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for name in CI:
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> pytest.RunResult:
        chosen = arguments or ("--compare-samples", "samples")
        return pytester.runpytest_inprocess("-p", "compare.check.pytest_plugin", *chosen)

    return run


def a_set(name: str = "ferry", *links: dict[str, object], about: str = ferries.ABOUT, accepted: bool = True) -> Path:
    """A set below samples/, by default as its baseline has it."""
    folder = ferries.write(Path("samples") / name, *links, about=about)
    if accepted:
        (judged,) = check_sets([folder], Options(cache=False)).sets
        write_baseline(judged.outcome)
    return folder


def asking(severity: str) -> str:
    return ferries.ABOUT + STRICT.replace("SEVERITY", severity)


def test_a_set_that_is_as_it_should_be_passes_beside_other_tests(checked: Run, pytester: pytest.Pytester):
    a_set("ferry"), a_set("tanker")
    pytester.makepyfile("def test_other(): pass")
    result = checked("--compare-samples", "samples", "-v")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["*test_other PASSED*", "*ferry PASSED*", "*tanker PASSED*"])


def test_nothing_is_checked_where_nobody_asks_for_it(checked: Run, pytester: pytest.Pytester):
    a_set()
    pytester.makepyfile("def test_other(): pass")
    checked("-q").assert_outcomes(passed=1)


def test_a_failure_tells_what_fell_short_and_what_changed_in_words(checked: Run):
    a_set(about=asking("error"))
    ferries.write(Path("samples/ferry"), ferries.TOLL, ferries.HELP, about=asking("error"))
    result = checked()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*links.f1 is 0.500, below 0.9 (samples/ferry/set.toml *thresholds*",
            f"new: in gold as differ, not linked by the engine*“{ferries.DAWN}”*“{ferries.FUND}”",
            "FAILED samples/ferry/gold.json::ferry*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_set_without_a_baseline_fails_and_says_what_to_do(checked: Run):
    a_set(accepted=False)
    result = checked()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*missing baseline:*compare check*--accept*"])


def test_a_warning_is_shown_and_fails_nothing(checked: Run):
    a_set("ferry", ferries.TOLL, ferries.HELP, about=asking("warn"))
    result = checked()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        ["*samples/ferry/gold.json::ferry: passed with a warning*", "warning: links.f1 is 0.500*"]
    )


def test_a_set_that_cannot_be_run_is_an_error_and_stops_no_other(checked: Run):
    a_set("ferry")
    (a_set("tanker") / "gold.json").write_text("{")
    result = checked()
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*the gold cannot be read*samples/tanker/gold.json*docs/annotation.md*"])


def test_an_engine_that_is_broken_is_told_in_a_line(checked: Run, monkeypatch: pytest.MonkeyPatch):
    a_set("ferry"), a_set("tanker")
    asked = []

    def broken(*arguments: object):
        asked.append(arguments)
        raise ModelError("no such embedder", "minilm", "name another")

    monkeypatch.setattr("compare.check.checking.run_sets", broken)
    result = checked()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["no such embedder (minilm); name another"])
    assert len(asked) == 1


@pytest.mark.parametrize(("make", "told"), [(False, "*no such folder (samples)*"), (True, "*no set was checked*")])
def test_a_folder_without_sets_is_a_usage_error(make: bool, told: str, checked: Run):
    if make:
        os.mkdir("samples")
    result = checked()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([told])


def test_the_thresholds_of_the_project_are_a_test_over_all_sets(checked: Run, pytester: pytest.Pytester):
    pytester.makepyprojecttoml('[tool.compare.check.thresholds]\n"links.f1" = 0.8\n')
    a_set("ferry"), a_set("tanker", ferries.TOLL, ferries.HELP)
    result = checked()
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*links.f1 is 0.750, below 0.8 (*pyproject.toml*", "FAILED pyproject.toml::over all*"])


def test_the_figures_over_all_rest_on_sets_that_are_not_chosen_too(checked: Run, pytester: pytest.Pytester):
    pytester.makepyprojecttoml('[tool.compare.check.thresholds]\n"links.f1" = 0.8\n')
    a_set("ferry"), a_set("tanker", ferries.TOLL, ferries.HELP)
    result = checked("--compare-samples", "samples", "-k", "all")
    result.assert_outcomes(failed=1, deselected=2)
    result.stdout.fnmatch_lines(["*links.f1 is 0.750, below 0.8*"])


def test_only_chosen_sets_are_run(checked: Run, monkeypatch: pytest.MonkeyPatch):
    a_set("ferry"), a_set("tanker")
    ran = []

    def noting(sets, *rest):
        ran.extend(gold.name for gold in sets)
        return ferries.run_plainly(sets, *rest)

    monkeypatch.setattr("compare.check.checking.run_sets", noting)
    checked("--compare-samples", "samples", "-k", "ferry").assert_outcomes(passed=1, deselected=1)
    assert ran == ["ferry"]


def test_sets_can_be_left_out_by_their_mark(checked: Run, pytester: pytest.Pytester):
    a_set()
    pytester.makepyfile("def test_other(): pass")
    result = checked("--compare-samples", "samples", "--strict-markers", "-m", "not compare_samples")
    result.assert_outcomes(passed=1, deselected=1)


def test_figures_go_into_the_junit_file_of_pytest(checked: Run):
    a_set()
    checked("--compare-samples", "samples", "--junitxml", "out.xml")
    assert '<property name="links.f1" value="1.000"' in Path("out.xml").read_text("utf-8")


def test_pytest_finds_the_plug_in_by_itself():
    # What is installed may be older than this tree, so the project's own word counts.
    import tomllib

    told = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert told["entry-points"]["pytest11"] == {"compare": "compare.check.pytest_plugin"}
    assert {one.value for one in entry_points(group="pytest11", name="compare")} <= {"compare.check.pytest_plugin"}
