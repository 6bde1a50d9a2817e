"""GitHub workflow commands: each on one line, well escaped, and pointing at the place to open."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from compare.check.annotations import annotations
from compare.check.baseline import write_baseline
from compare.check.outcome import Shortfall, Threshold
from tests.check.verdicts import (
    AGE,
    CI,
    EVERY_KIND,
    STATE,
    WIRE,
    a_set,
    broken,
    change,
    hostile_verdict,
    item,
    measured,
    outcome,
    short,
    verdict,
)

COMMAND = re.compile(r"::(error|warning) ((?:[a-z]+=[^,:]*)(?:,[a-z]+=[^,:]*)*)::(.*)")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in CI:
        monkeypatch.delenv(name, raising=False)
    made = tmp_path / "samples" / "ferry"
    made.mkdir(parents=True)
    (made / "wire.txt").write_text(WIRE, "utf-8")
    (made / "state.txt").write_text(STATE, "utf-8")
    (made / "gold.json").write_text("{}", "utf-8")
    return made


def root_of(folder: Path) -> Path:
    return folder.parents[1]


def test_a_changed_item_points_at_its_line_of_gold(folder: Path) -> None:
    changed = change(one=item(said="agree", line=12))
    assert annotations(verdict(a_set(item(), folder=folder, changes=(changed,))), root_of(folder)) == [
        "::error file=samples/ferry/gold.json,line=12,title=ferry%3A changed::changed: Nine bodies / Four bodies"
    ]


def test_a_link_that_gold_has_not_points_at_the_sentence(folder: Path) -> None:
    new = change("new", one=item(wanted=None))
    (told,) = annotations(verdict(a_set(item(), folder=folder, changes=(new,))), root_of(folder))
    assert told.startswith("::error file=samples/ferry/wire.txt,line=3,title=ferry%3A new::")


def test_an_obsolete_item_points_at_its_line_of_the_baseline(folder: Path) -> None:
    write_baseline(outcome(item(), item(AGE), folder=folder))
    lines = (folder / "baseline.json").read_text("utf-8").splitlines()
    gone = change("obsolete", one=item(AGE, wanted=None, said=None))
    (told,) = annotations(verdict(a_set(folder=folder, changes=(gone,))), root_of(folder))
    line = next(number for number, text in enumerate(lines, 1) if item(AGE).key in text)
    assert told.startswith(f"::error file=samples/ferry/baseline.json,line={line},title=ferry%3A obsolete::")


def test_a_threshold_points_at_the_line_that_asks_for_it(folder: Path) -> None:
    (folder / "set.toml").write_text('title = "links.f1"\n[thresholds]\n"links.f1" = 0.6\n', "utf-8")
    asked = Threshold("links.f1", 0.6, "error", f"{folder / 'set.toml'} [thresholds]")
    one = a_set(folder=folder, shortfalls=(Shortfall(asked, measured(0.5)),))
    (told,) = annotations(verdict(one), root_of(folder))
    assert told.startswith("::error file=samples/ferry/set.toml,line=3,title=ferry%3A below threshold::links.f1 is 0.5")


def test_a_file_outside_the_repository_keeps_its_whole_path(folder: Path, tmp_path: Path) -> None:
    changed = change(one=item(said="agree", line=1))
    (told,) = annotations(verdict(a_set(folder=folder, changes=(changed,))), tmp_path / "elsewhere")
    assert f"file={folder.resolve().as_posix()}/gold.json," in told


def test_a_set_that_cannot_be_run_comes_first(folder: Path) -> None:
    unread = replace(broken(), folder=folder)
    told = annotations(verdict(a_set(shortfalls=(short(),), changes=(change(),)), unread), root_of(folder))
    assert told[0] == (
        "::error file=samples/ferry/gold.json,title=broken%3A could not run::"
        "the gold cannot be read (gold.json); see docs/annotation.md"
    )
    assert len(told) == 3


def test_warnings_are_warnings_and_come_after_errors() -> None:
    one = a_set(shortfalls=(short(severity="warn"),), changes=(change("lost"),))
    assert [line.split()[0] for line in annotations(verdict(one), Path())] == ["::error", "::warning"]


def test_what_github_would_drop_is_counted() -> None:
    lost = tuple(change("lost", one=item(key=str(number), line=number)) for number in range(25))
    told = annotations(verdict(a_set(changes=(*lost, change("new", "warn")))), Path())
    assert [line.split()[0] for line in told] == ["::error"] * 10 + ["::warning"]
    assert told[9] == "::error title=compare check::16 more; the summary of the job has them all"


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_there_is_an_error_exactly_where_the_exit_code_is_not_0(kind: str) -> None:
    told = annotations(EVERY_KIND[kind], Path())
    assert any(line.startswith("::error ") for line in told) == (EVERY_KIND[kind].exit_code != 0)


def test_hostile_text_stays_in_its_place() -> None:
    for line in annotations(hostile_verdict(), Path()):
        found = COMMAND.fullmatch(line)
        assert found, line
        assert {one.partition("=")[0] for one in found[2].split(",")} <= {"file", "line", "title"}
        assert not re.search("%(?!25|0D|0A|3A|2C)", line)
        assert len(line.splitlines()) == 1


def test_escapes_are_those_of_the_runner() -> None:
    one = a_set(name="50%: a,b", changes=(replace(change(), words="100%\n::error::x, y: z"),))
    (told,) = annotations(verdict(one), Path())
    assert told.endswith(",title=50%25%3A a%2Cb%3A changed::100%25%0A::error::x, y: z")
