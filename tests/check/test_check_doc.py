"""docs/check.md says what the command does: its worked example, its outputs as they look, its commands."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import click
import pytest
import yaml

from compare.check import checking
from compare.check.baseline_file import write_baseline
from compare.check.engine import Engine
from compare.check.goldset import GoldSet
from compare.check.measures import METRICS
from compare.check.outcome import SetOutcome
from compare.check.parallel import Run
from compare.check.settings_file import load_set_file
from compare.check.telling import figure
from compare.check.thresholds import load_project
from compare.cli import COMMANDS, _run, app
from compare.group import groups
from compare.model import Comparison, Link
from compare.origins import Origins
from compare.settings import Settings
from tests.check import ferries
from tests.check.verdicts import CI
from tests.conftest import ROOT

pytest_plugins = ["pytester"]

PAGE = (ROOT / "docs" / "check.md").read_text("utf-8")
WORKFLOW = ROOT / "docs" / "check-workflow.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
NONE = "–"


def table(head: str) -> list[list[str]]:
    """The rows of a table of the page, found by its head."""
    rows = PAGE.split(f"\n{head}\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def fenced(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


ITEMS = table("| | `wire.txt` | `state.txt` | gold | engine |")
STANDINGS = table("| | by gold | by the engine |")
BEFORE = {"3": "conflict: polarity", "4": "differ: certainty", "7": NONE}
"""What the engine said when the baseline was accepted, where that was not what it says now."""


# The example, as values


def told(cell: str) -> tuple[str, list[str]]:
    relation, _, aspects = cell.partition(": ")
    return relation, [aspect for aspect in aspects.split(", ") if aspect]


def gold_links() -> Iterator[dict[str, object]]:
    for _, wire, state, gold, _ in ITEMS:
        if gold != NONE:
            relation, aspects = told(gold)
            yield ferries.link(wire, state, relation, *aspects)


def written(folder: Path) -> Path:
    """The set of the example on disk, with the settings that the page shows."""
    for place, name in enumerate(("wire.txt", "state.txt"), 1):
        sentences = [row[place] for row in ITEMS]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(" ".join(sentences[:4]) + "\n\n" + " ".join(sentences[4:]) + "\n", "utf-8")
    gold = {"set": folder.name, "articles": ["wire.txt", "state.txt"], "links": list(gold_links())}
    (folder / "gold.json").write_text(json.dumps(gold, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (folder / "set.toml").write_text(fenced("toml")[0], "utf-8")
    return folder


def said(row: list[str], before: bool) -> str:
    return BEFORE.get(row[0], row[4]) if before else row[4]


def compared(gold: GoldSet, before: bool) -> Comparison:
    """What the engine of the example finds."""
    ((_, plain, _),) = ferries.run_plainly([gold], ferries.ENGINE)
    links = tuple(_links(plain, before))
    origins = Origins(plain.articles, plain.claims, (), Settings())
    found = groups(plain.articles, plain.claims, links, origins.count, Settings())
    return replace(plain, links=links, groups=tuple(found))


def _links(plain: Comparison, before: bool) -> Iterator[Link]:
    claims = {(plain.article(claim.article).label, claim.text): claim for claim in plain.claims}
    for row in ITEMS:
        relation, aspects = told(said(row, before))
        if relation != NONE:
            ends = sorted((claims["wire", row[1]].id, claims["state", row[2]].id))
            yield Link(f"l{row[0]}", *ends, 0.9, 0.9, relation, 0.9, tuple(aspects))


@pytest.fixture
def compare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    """The command line, in a folder with the set of the example and the baseline that was accepted before."""
    for name in (*CI, "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "110")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    folder = written(Path("samples/ferry"))
    before = [True]

    def run_sets(sets: Sequence[GoldSet], engine: Engine, jobs: int | None = None) -> Iterator[Run]:
        for gold in sets:
            yield gold, compared(gold, before[0]), 0.5

    monkeypatch.setattr(checking, "run_sets", run_sets)
    (judged,) = checking.check_sets([folder], checking.Options(cache=False)).sets
    write_baseline(judged.outcome)
    before[0] = False

    def run(*arguments: str) -> str:
        monkeypatch.setattr("sys.argv", ["compare", *arguments])
        _run()
        return capfdbinary.readouterr().out.decode()

    return run


@pytest.fixture
def outcome(compare: Callable[..., str]) -> SetOutcome:
    (judged,) = checking.check_sets([Path("samples/ferry")], checking.Options(cache=False)).sets
    return judged.outcome


# The example against the code


def by_metric(compare: Callable[..., str]) -> dict[str, float]:
    return {name: one["value"] for name, one in json.loads(compare("check", "-f", "json"))["measured"].items()}


def test_every_figure_is_what_is_counted_on_paper(compare: Callable[..., str]):
    paper = {
        "links.precision": Fraction(5, 6),
        "links.recall": Fraction(5, 6),
        "links.f1": Fraction(2 * 5, 6 + 6),
        "relations.agree.f1": Fraction(4, 5),
        "relations.differ.f1": Fraction(1),
        "relations.conflict.f1": Fraction(2, 3),
        "relations.macro_f1": (Fraction(4, 5) + 1 + Fraction(2, 3)) / 3,
        "end_to_end.macro_f1": Fraction(2, 3),
        "aspects.f1": Fraction(4, 5),
        "standing.accuracy": Fraction(8, 14),
        "origins.accuracy": Fraction(1),
    }
    assert by_metric(compare) == pytest.approx({name: float(value) for name, value in paper.items()})


@pytest.mark.parametrize(
    ("title", "metrics"),
    [
        ("Links.", ["links.precision", "links.recall", "links.f1"]),
        ("Relations", ["relations.macro_f1"]),
        ("End to end", ["end_to_end.macro_f1"]),
        ("Standing.", ["standing.accuracy"]),
    ],
)
def test_the_page_tells_the_results_as_they_are_shown(title: str, metrics: list[str], compare: Callable[..., str]):
    part = PAGE.split(f"**{title}**", 1)[1].split("\n**", 1)[0]
    found = by_metric(compare)
    assert all(figure(found[metric]) in part for metric in metrics)


def test_every_sentence_has_the_standing_of_its_row(outcome: SetOutcome):
    wanted = {row[place]: tuple(both[1:]) for row, both in zip(ITEMS, STANDINGS, strict=True) for place in (1, 2)}
    assert {one.passage.quote: (one.wanted, one.said) for one in outcome.told} == wanted


def test_every_metric_is_explained_in_the_order_in_which_it_is_shown():
    rows = table("| metric | what it is |")
    assert [name for row in rows for name in re.findall(r"`([\w.]+\.\w+)`", row[0])] == list(METRICS)


# Outputs as they look


def shown(compare: Callable[..., str]) -> dict[str, str]:
    """What stands in the page, by where it stands."""
    outputs = {
        "TABLE": compare("check", "samples/ferry"),
        "LIST": compare("check", "--list", "samples"),
        "ANNOTATIONS": "".join(
            line + "\n" for line in compare("check", "--github", "-q").splitlines() if line.startswith("::")
        ),
        "AGAINST": compare("check", "--against", "baseline").split("\nset    ")[0],
        "MARKDOWN": _markdown(compare),
        "JUNIT": _junit(compare),
        "NEW": _new(compare),
        "WORKFLOW": WORKFLOW.read_text("utf-8"),
    }
    return {name: text.strip() for name, text in outputs.items()}


def _markdown(compare: Callable[..., str]) -> str:
    compare("check", "--markdown", "check.md")
    return Path("check.md").read_text("utf-8").split("\n<details>")[0]


def _junit(compare: Callable[..., str]) -> str:
    """One case, as it stands in the file."""
    compare("check", "--junit", "check.xml")
    cases = re.findall(r"^ *<testcase.*?</testcase>\n", Path("check.xml").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return next(case for case in cases if "changed from" in case)


def _new(compare: Callable[..., str]) -> str:
    for name in ("wire.txt", "state.txt"):
        Path(name).write_bytes(Path("samples/ferry", name).read_bytes())
    return compare("check", "new", "samples/new", "wire.txt", "state.txt").replace("samples/new", "samples/ferry")


@pytest.mark.parametrize("name", ["TABLE", "LIST", "ANNOTATIONS", "AGAINST", "MARKDOWN", "JUNIT", "NEW", "WORKFLOW"])
def test_every_output_looks_as_the_page_shows_it(name: str, compare: Callable[..., str]):
    text = shown(compare)[name]
    assert f"\n{text}\n" in PAGE, f"docs/check.md has another {name}; it is now:\n{text}"


def test_the_page_tells_every_exit_code(compare: Callable[..., str]):
    from compare.check.telling import VERDICTS

    rows = table("| exit code | last line | when |")
    assert [(int(code), word.strip("`")) for code, word, _ in rows] == list(enumerate(VERDICTS))


def test_json_is_read_as_the_page_reads_it(compare: Callable[..., str]):
    loaded = json.loads(compare("check", "samples/ferry", "-f", "json"))
    kinds = [change["kind"] for one in loaded["sets"] for change in one["changes"]]
    line = json.dumps([loaded["verdict"], loaded["exit_code"], *kinds], separators=(",", ":"))
    assert f"\n{line}\n" in PAGE


def test_the_plug_in_of_pytest_says_what_the_page_shows(
    compare: Callable[..., str], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    text = by_pytest(pytester, monkeypatch, tmp_path)
    assert f"\n{text}\n" in PAGE, f"docs/check.md has other words of pytest; they are now:\n{text}"


def by_pytest(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """What pytest says of the example, but for how long it took."""
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("COLUMNS", "80")
    arguments = ("-p", "compare.check.pytest_plugin", "--rootdir", ".", "--compare-samples", "samples", "-q")
    return "\n".join(line.rstrip() for line in pytester.runpytest_inprocess(*arguments).outlines[:-1])


# Commands, settings and what is to be copied


def commands() -> list[str]:
    found = re.findall(r"^(?: {4}|\$ |\d\. `|.*?run: |.*?entry: | {4}- )(compare [^`|\n]*)", PAGE, re.MULTILINE)
    return [command.split("  #")[0].strip() for command in found]


@pytest.mark.parametrize("command", commands())
def test_each_command_can_be_typed(command: str):
    name, *arguments = shlex.split(command)[1:]
    assert name in COMMANDS
    with click.Context(app) as context:
        one = app.get_command(context, name)
        if isinstance(one, click.Group):
            one = one.get_command(context, arguments.pop(0))
        one.make_context(name, arguments)


def test_there_are_commands_to_check():
    assert len(commands()) >= 12


def test_the_settings_of_a_set_are_read_as_shown(tmp_path: Path):
    (tmp_path / "set.toml").write_text(fenced("toml")[0], "utf-8")
    found = load_set_file(tmp_path)
    assert [(one.metric, one.least, one.severity) for one in found.thresholds] == [
        ("links.f1", 0.8, "error"),
        ("relations.conflict.f1", 0.7, "error"),
        ("aspects.f1", 0.9, "warn"),
    ]
    assert found.origins == ()


def test_the_settings_of_a_project_are_read_as_shown(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text(fenced("toml")[1], "utf-8")
    found = load_project(tmp_path / "pyproject.toml")
    assert [one.metric for one in found.thresholds] == ["links.f1", "relations.macro_f1"]
    assert found.folders == (tmp_path / "samples",)


def test_every_link_leads_somewhere():
    titles = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    for link in re.findall(r"\]\(([^)]+)\)", PAGE):
        file, _, anchor = link.partition("#")
        assert (ROOT / "docs" / file).exists() if file else anchor in anchors, link


@pytest.mark.parametrize(("schema", "place"), [("github-workflows", 1), ("gitlab-ci", 2)])
def test_what_is_to_be_copied_into_ci_is_valid_by_the_schema_of_its_service(schema: str, place: int, tmp_path: Path):
    file = tmp_path / "ci.yml"
    file.write_text(fenced("yaml")[place - 1], "utf-8")
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)]
    done = subprocess.run(checker, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    file.write_text(
        file.read_text("utf-8").replace("timeout-minutes", "minutes").replace("script:", "scripts:"), "utf-8"
    )
    assert subprocess.run(checker, capture_output=True).returncode == 1  # it would have seen a wrong key


def test_the_hook_of_pre_commit_runs_the_command_when_a_set_changes():
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    assert hook["id"] == "compare-check"
    assert {"name", "entry", "language"} <= hook.keys()
    assert shlex.split(hook["entry"])[1] in COMMANDS
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "samples/ferry/wire.txt")
    assert not re.search(hook["files"], "docs/check.md")
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert shlex.split(hook["entry"])[0] in scripts


def test_the_hooks_shown_have_the_name_that_the_repository_gives():
    shown = [hook for block in fenced("yaml")[2:] for repo in yaml.safe_load(block)["repos"] for hook in repo["hooks"]]
    assert {hook["id"] for hook in shown} == {"compare-check"}
    assert len(shown) == 2
