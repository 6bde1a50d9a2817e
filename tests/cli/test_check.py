"""`compare check` as a user and a CI job meet it: one line for what is wrong, and an exit code that says the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from compare.check import checking
from compare.cli import _run
from tests.check import ferries
from tests.check.ferries import ABOUT, AGE, HELP, TOLL
from tests.check.test_checking import broken_sets, spoil
from tests.check.test_table import SCHEMA
from tests.check.verdicts import CI
from tests.test_cli import compare


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        return self.out.splitlines()[-1]


Check = Callable[..., Done]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Check:
    """The command line in this process, in an empty folder, with an engine of no weights."""
    for name in (*CI, "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(checking, "run_sets", ferries.run_plainly)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")

    def run(*arguments: str) -> Done:
        monkeypatch.setattr("sys.argv", ["compare", "check", *arguments])
        code = _run()
        found = capfdbinary.readouterr()
        return Done(code, found.out.decode(), found.err.decode())

    return run


@pytest.fixture
def ferry(check: Check) -> Path:
    """A set in samples/ with an accepted baseline."""
    folder = ferries.write(Path("samples/ferry"))
    assert check("--accept", "-q").code == 0
    return folder


def changed_since(folder: Path) -> None:
    path = folder / "baseline.json"
    path.write_text(path.read_text("utf-8").replace('"conflict"', '"agree"'), "utf-8")


def test_a_sound_set_passes_and_every_figure_is_shown(check: Check, ferry: Path) -> None:
    done = check("samples")
    assert (done.code, done.last, done.err) == (0, "compare check: passed (1 set: 1 passed)", "")
    for metric in ("links.precision", "relations.macro_f1", "standing.accuracy"):
        assert f"\n{metric} " in done.out


def test_accepting_writes_the_baseline_and_says_so(check: Check) -> None:
    folder = ferries.write(Path("samples/ferry"))
    missing = check()
    assert missing.code == 1
    assert "missing baseline: no baseline yet" in missing.out
    done = check("--accept")
    assert (done.code, done.err) == (0, "")
    assert "baseline accepted: ferry (the first)" in done.out
    assert (folder / "baseline.json").exists()


def test_accepting_is_refused_in_ci(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ferries.write(Path("samples/ferry"))
    monkeypatch.setenv("CI", "1")
    done = check("--accept")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("compare: error: a baseline is not accepted where CI is set (--accept); ")
    assert not (folder / "baseline.json").exists()


def test_a_change_fails_with_the_words_of_both_claims(check: Check, ferry: Path) -> None:
    changed_since(ferry)
    done = check("samples")
    assert (done.code, done.last) == (1, "compare check: failed (1 set: 1 failed)")
    told = " ".join(done.out.split())
    assert "changed from agree to conflict (as gold says): " in told
    assert "“Nine bodies were recovered off the cape on Monday.”" in told
    assert "“Four bodies were recovered off the cape on Monday.”" in told


def test_a_lost_link_fails(check: Check) -> None:
    folder = ferries.write(Path("samples/ferry"), TOLL, AGE, HELP)
    check("--accept", "-q")
    path = folder / "baseline.json"
    path.write_text(path.read_text("utf-8").replace("null", '"differ"'), "utf-8")
    done = check()
    assert done.code == 1
    assert "lost: no longer linked (was differ, gold says differ)" in done.out


def test_an_obsolete_item_fails(check: Check, ferry: Path) -> None:
    ferries.write(ferry, AGE, wire=ferries.WIRE.replace(ferries.NINE, ""))
    done = check()
    assert done.code == 1
    assert "obsolete: in the baseline, but wire.txt no longer has the sentence" in done.out


def test_a_figure_below_its_threshold_fails_beside_one_that_passes(check: Check, ferry: Path) -> None:
    (ferry / "set.toml").write_text(ABOUT + "[thresholds]\naspects.f1 = 0.9\nstanding.accuracy = 0.99\n", "utf-8")
    ferries.write(ferry, TOLL, AGE, HELP, about=(ferry / "set.toml").read_text("utf-8"))
    check("--accept", "-q")
    done = check()
    assert done.code == 1
    rows = [line.split() for line in done.out.splitlines()]
    assert ["ferry", "aspects.f1", "1.000", "0.9", "passed"] in rows
    assert ["ferry", "standing.accuracy", "0.714", "0.99", "below"] in rows
    assert "  - standing.accuracy is 0.714, below 0.99 (samples/ferry/set.toml [thresholds])\n" in done.out


def test_pyproject_says_what_is_checked_and_how_good_it_must_be(check: Check, ferry: Path) -> None:
    ferry.parent.rename("sets")
    project = Path("pyproject.toml")
    project.write_text('[tool.compare.check]\nfolders = ["sets"]\nthresholds.links.f1 = 0.99\n', "utf-8")
    assert check().code == 0
    ferries.write(Path("sets/other"), TOLL, AGE, HELP)
    check("--accept", "-q")
    done = check()
    assert done.code == 1
    assert "over all sets: links.f1 is 0.888, below 0.99 (pyproject.toml [tool.compare.check.thresholds])" in done.out
    assert done.last == "compare check: failed (2 sets: 2 passed; 1 below its threshold over all)"


def test_a_broken_pyproject_is_one_line(check: Check, ferry: Path) -> None:
    Path("pyproject.toml").write_text("[tool.compare.check]\nfloders = 1", "utf-8")
    done = check()
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "unknown key 'floders' in [tool.compare.check]" in done.err


@pytest.mark.parametrize(("how", "told"), broken_sets().values(), ids=broken_sets())
def test_a_set_that_cannot_be_run_is_an_error_in_a_line(check: Check, ferry: Path, how: str, told: str) -> None:
    spoil(ferry, how)
    done = check("samples")
    assert (done.code, done.last) == (2, "compare check: could not run (1 set: 1 could not run)")
    assert told in " ".join(done.out.split())


def test_an_empty_gold_fails_but_not_where_it_is_meant(check: Check) -> None:
    folder = ferries.without_gold(Path("samples/ferry"))
    done = check()
    assert done.code == 1
    assert "say empty = true in set.toml if there are none" in " ".join(done.out.split())
    (folder / "set.toml").write_text(ABOUT + "empty = true", "utf-8")
    assert check("--accept").code == 0
    assert check().code == 0


@pytest.mark.parametrize("options", [(), ("--list",), ("-q",)])
def test_an_empty_folder_is_nothing_checked(check: Check, options: tuple[str, ...]) -> None:
    Path("samples").mkdir()
    done = check("samples", *options)
    assert (done.code, done.err) == (3, "")
    assert done.last.endswith("no set was checked; name a folder with gold.json in it or below it")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none",), "no such folder (none); name a sample set, or a folder of sample sets"),
        (("--against", "none.json"), "the verdict cannot be read"),
        (("--accept", "--against", "baseline"), "the baseline is about to be replaced"),
        (("--json", "far/check.json"), "no such folder (far); make it first"),
        (("--junit", "samples"), "this is a folder (samples)"),
        (("--markdown", "samples/ferry/gold.json"), "this is a sample set (samples/ferry); write to another folder"),
        (("--html", "samples/ferry"), "this is a sample set"),
        (("--jobs", "0"), "Invalid value for '--jobs'"),
        (("new", "samples/ferry", "samples/ferry/wire.txt", "samples/ferry/state.txt"), "the folder is not empty"),
        (("new", "samples/other", "samples/ferry/wire.txt"), "1 article for a set"),
        (("new",), "Missing argument 'FOLDER'"),
    ],
)
def test_a_command_that_cannot_be_done_is_one_line_and_changes_nothing(
    check: Check, ferry: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    done = check(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("compare: error: ")
    assert told in done.err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_every_output_tells_the_same_verdict(check: Check, ferry: Path) -> None:
    changed_since(ferry)
    done = check("--junit", "c.xml", "--json", "c.json", "--markdown", "c.md", "-q")
    assert (done.code, done.out) == (1, "compare check: failed (1 set: 1 failed)\n")
    assert ElementTree.parse("c.xml").getroot().get("failures") == "1"
    document = json.loads(Path("c.json").read_text("utf-8"))
    assert (document["verdict"], document["exit_code"]) == ("failed", 1)
    assert Path("c.md").read_text("utf-8").startswith("## compare check: failed\n")
    printed = check("-f", "json")
    assert printed.code == 1
    jsonschema.validate(json.loads(printed.out), SCHEMA)


def test_github_gets_a_summary_and_annotations(check: Check, ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed_since(ferry)
    summary = Path("summary.md")
    summary.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert "::error" not in check().out
    assert summary.read_text("utf-8").startswith("# Before\n## compare check: failed\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (line,) = [line for line in check().out.splitlines() if line.startswith("::")]
    assert line.startswith("::error file=samples/ferry/gold.json,line=8,title=ferry%3A changed::changed from agree")
    assert "::" not in check("--no-github").out
    as_json = check("-f", "json")
    assert json.loads(as_json.out)["exit_code"] == 1
    assert as_json.err.startswith("::error file=samples/ferry/gold.json,line=8")


def test_html_has_a_page_over_all_and_a_report_of_every_set(check: Check, ferry: Path) -> None:
    changed_since(ferry)
    assert check("--html", "pages", "-q").code == 1
    assert sorted(path.name for path in Path("pages").iterdir()) == ["ferry.html", "index.html"]
    page = Path("pages/index.html").read_text("utf-8")
    assert re.search('href="?ferry.html', page)
    assert re.search("<h1[^>]*>[^<]*failed", page)
    assert "Nine bodies were recovered" in Path("pages/ferry.html").read_text("utf-8")
    Path("file").touch()
    assert "this is no folder (file)" in check("--html", "file").err


def test_against_the_baseline_and_against_another_run(check: Check, ferry: Path) -> None:
    assert check("--json", "before.json", "-q").code == 0
    changed_since(ferry)
    then = check("--against", "baseline")
    assert then.code == 1
    (row,) = [line for line in then.out.splitlines() if line.startswith("ferry end to end F1")]
    assert row.split()[4:8] == ["F1", "0.666", "0.222", "+0.444"]
    assert row.endswith("not to be told apart")
    same = check("--against", "before.json", "-f", "json")
    told = json.loads(same.out)["against"]
    assert told["overall"]["links.f1"]["difference"] == 0
    jsonschema.validate(json.loads(same.out), SCHEMA)


def test_the_list_says_what_is_in_each_set_and_checks_nothing(check: Check, ferry: Path) -> None:
    (ferry.parent / "broken").mkdir()
    (ferry.parent / "broken" / "set.toml").write_text(ABOUT, "utf-8")
    done = check("--list")
    assert done.code == 2
    rows = [line.split() for line in done.out.splitlines()]
    assert ["ferry", "2", "2", "1", "0", "1", "yes", "en", "Ferry"] in rows
    assert "the set has no gold.json (samples/broken)" in done.out
    (ferry.parent / "broken" / "set.toml").unlink()
    (told,) = json.loads(check("--list", "-f", "json").out)
    assert (told["articles"], told["licence"], told["links"]) == (
        ["wire.txt", "state.txt"],
        "CC-BY-4.0",
        {"conflict": 1, "agree": 1},
    )


def test_a_new_set_is_started_and_then_says_what_is_missing(check: Check, ferry: Path) -> None:
    done = check("new", "samples/new", "samples/ferry/wire.txt", "samples/ferry/state.txt")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Set: samples/new\nFiles: wire.txt, state.txt, gold.json, set.toml, README.md\n")
    failing = check("samples/new")
    assert failing.code == 1
    assert "gold.json has no link; mark the links" in failing.out


def test_a_folder_called_new_can_be_checked(check: Check, ferry: Path) -> None:
    ferry.rename("new")
    assert check("./new").last == "compare check: passed (1 set: 1 passed)"


def test_the_second_time_nothing_is_run(check: Check, ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check("-f", "json")

    def nobody(*given: object) -> None:
        assert not given[0], "a set is run again"
        yield from ()

    monkeypatch.setattr(checking, "run_sets", nobody)
    again = check("-f", "json")
    told, cached = (json.loads(done.out)["sets"][0]["outcome"] for done in (first, again))
    assert {**told, "seconds": 0} == {**cached, "seconds": 0}
    with pytest.raises(AssertionError, match="a set is run again"):
        check("--no-cache")


def test_the_program_leaves_with_the_exit_code(tmp_path: Path) -> None:
    folder = ferries.write(tmp_path / "samples" / "ferry")
    (folder / "set.toml").write_text("title: Ferry", "utf-8")
    done = compare("check", "samples", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, b"")
    assert done.stdout.decode().endswith("compare check: could not run (1 set: 1 could not run)\n")
    done = compare("check", "--embedder", "no/where:x", "samples/none", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "compare: error: no such folder (samples/none); name a sample set, or a folder of sample sets\n"
    )
