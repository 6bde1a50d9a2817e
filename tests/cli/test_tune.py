"""`compare tune` as a user meets it: it tells what it would change, and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.check import tuning
from compare.cli import _run
from tests.check import ferries
from tests.check.ferries import AGE, HELP, TOLL
from tests.cli.test_check import Check, Done


@pytest.fixture
def tune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Check:
    """The command line in this process, in an empty folder, with an engine of no weights."""
    monkeypatch.setattr(tuning, "run_sets", ferries.run_plainly)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Done:
        monkeypatch.setattr("sys.argv", ["compare", "tune", *arguments])
        code = _run()
        found = capfdbinary.readouterr()
        return Done(code, found.out.decode(), found.err.decode())

    return run


def test_it_says_what_it_would_change_and_writes_only_what_is_asked_for(tune: Check) -> None:
    ferries.write(Path("samples/ferry"))
    ferries.write(Path("samples/liner"), TOLL, AGE, HELP)
    before = sorted(Path().rglob("*"))
    done = tune("samples")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 sets\n")
    assert "verdict_threshold" in done.out
    assert sorted(Path().rglob("*")) == before
    assert tune("samples", "-o", "tuned.json", "-q") == Done(0, "", "")
    assert json.loads(Path("tuned.json").read_text("utf-8"))["sets"] == ["ferry", "liner"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none",), "no such folder (none)"),
        (("empty",), "no sample set found (empty); name a folder of sample sets"),
        (("samples",), "all gold sets tell of one event"),
        (("samples", "-o", "tuned.txt"), "what is proposed is a JSON file (-o tuned.txt); end it in .json"),
        (("samples", "-o", "samples/ferry/gold.json"), "this would replace an article"),
        (("broken",), "the set has no set.toml"),
    ],
)
def test_what_cannot_be_done_is_one_line(tune: Check, arguments: tuple[str, ...], told: str) -> None:
    ferries.write(Path("samples/ferry"))
    (ferries.write(Path("broken")) / "set.toml").unlink()
    Path("empty").mkdir()
    done = tune(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert told in done.err
