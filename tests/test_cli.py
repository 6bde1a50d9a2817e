"""The command line as a user meets it: files in, files out, one line where something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WIRE = "Nine miners die in pit\n\nAt least nine miners died on Monday, police said. The pit opened in 1931.\n"
STATE = "Order restored at pit\n\nFour miners died on Monday, the ministry said. The owners kept every rule.\n"


def compare(*arguments: str, cwd: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "compare", *arguments], cwd=cwd, input=stdin, capture_output=True, env=environment
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "state.txt").write_text(STATE, "utf-8")
    return tmp_path


def test_default_writes_the_report_and_tells_where(folder: Path) -> None:
    done = compare("run", "wire.txt", "state.txt", cwd=folder)
    assert done.returncode == 0, done.stderr
    page = (folder / "comparison.html").read_text("utf-8")
    assert "At least nine miners died on Monday" in page
    assert "comparison.html" in done.stdout.decode()
    assert "wire" in done.stdout.decode()
    assert done.stderr == b""


def test_every_output_by_suffix(folder: Path) -> None:
    names = ["r.html", "r.json", "r.csv", "r.md"]
    done = compare("run", "wire.txt", "state.txt", "-q", *(f"-o{name}" for name in names), cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    assert all((folder / name).stat().st_size > 200 for name in names)
    assert not (folder / "comparison.html").exists()
    assert json.loads((folder / "r.json").read_text("utf-8"))["format"] == 1


@pytest.mark.parametrize("format_", ["csv", "html", "json", "md", "text"])
def test_format_prints_and_writes_nothing(folder: Path, format_: str) -> None:
    done = compare("run", "wire.txt", "state.txt", "-f", format_, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "miners died" in done.stdout.decode()
    assert sorted(path.name for path in folder.iterdir()) == ["state.txt", "wire.txt"]


def test_standard_input_and_labels(folder: Path) -> None:
    done = compare("run", "-", "state.txt", "-l", "Agency", "-f", "json", cwd=folder, stdin=WIRE.encode())
    labels = [article["label"] for article in json.loads(done.stdout)["articles"]]
    assert labels == ["Agency", "state"]


def test_the_same_run_twice_gives_the_same_bytes(folder: Path) -> None:
    outputs = ("-q", "-o", "r.html", "-o", "r.json", "-o", "r.csv", "-o", "r.md")
    written = []
    for _ in range(2):
        assert compare("run", "wire.txt", "state.txt", *outputs, cwd=folder).returncode == 0
        written.append([path.read_bytes() for path in sorted(folder.glob("r.*"))])
    assert written[0] == written[1]


def test_fail_on_conflict_is_a_gate_and_the_report_is_written(folder: Path) -> None:
    done = compare("run", "wire.txt", "state.txt", "-q", "--fail-on", "conflict", cwd=folder)
    assert done.returncode == 1
    assert b"with relation conflict" in done.stderr
    assert (folder / "comparison.html").exists()
    assert compare("run", "wire.txt", "wire.txt", "-q", "--fail-on", "conflict", cwd=folder).returncode == 0


BAD = [
    (["run"], "0 articles to compare; give 2 to 20"),
    (["run", "wire.txt"], "1 article to compare; give 2 to 20"),
    (["run", "wire.txt", "nowhere.txt"], "no such file (nowhere.txt)"),
    (["run", "wire.txt", "."], "this is a folder, not an article"),
    (["run", "wire.txt", "empty.txt"], "the file is empty (empty.txt)"),
    (["run", "wire.txt", "blank.txt"], "the file is empty (blank.txt)"),
    (["run", "wire.txt", "picture.txt"], "the file is binary, not text (picture.txt)"),
    (["run", "wire.txt", "state.txt", "-o", "missing/r.html"], "no such folder (missing)"),
    (["run", "wire.txt", "state.txt", "-o", "r.docx"], "no format for .docx"),
    (["run", "wire.txt", "state.txt", "-o", "sub"], "no format for a name without a suffix"),
    (["run", "wire.txt", "state.txt", "-o", "wire.txt"], "this would replace an article (wire.txt)"),
    (["run", "wire.txt", "state.txt", "--embedder", "no.such:Thing"], "no embedder no.such:Thing"),
    (["run", "wire.txt", "state.txt", "--relation-model", "no.such:Oracle"], "no relation model no.such:Oracle"),
    (["run", "wire.txt", "state.txt", "-l", "a", "-l", "a"], "labels must be different"),
    (["run", "wire.txt", "state.txt", "-l", "a", "-l", "b", "-l", "c"], "3 labels for 2 articles"),
    (["run", "wire.txt", "questions.txt"], "no claims found"),
    (["run", "wire.txt", "state.txt", "--format", "pdf"], "'pdf' is not one of"),
    (["walk"], "No such command 'walk'"),
    (["run", "wire.txt", "new\nline.txt"], "no such file (new\\nline.txt)"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD, ids=[message for _, message in BAD])
def test_bad_input_is_one_line_exit_2_and_nothing_written(folder: Path, arguments: list[str], message: str) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "questions.txt").write_text("Who knows?\n", "utf-8")
    before = sorted(folder.iterdir())
    done = compare(*arguments, cwd=folder)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("compare: error: ")
    assert message in lines[0]
    assert done.stdout == b""
    assert sorted(folder.iterdir()) == before


def test_a_missing_extra_says_what_to_type(folder: Path) -> None:
    blocker = "import sys; sys.modules['sentence_transformers'] = None; from compare.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", blocker, "run", "wire.txt", "state.txt", "--embedder", "all-mpnet-base-v2"],
        cwd=folder,
        capture_output=True,
    )
    assert done.returncode == 2
    assert b"pip install 'compare-sources[models]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o500)
    done = compare("run", "wire.txt", "state.txt", "-o", "locked/r.html", cwd=folder)
    assert done.returncode == 2
    assert b"cannot be written to" in done.stderr


def test_an_old_report_survives_a_run_that_fails(folder: Path) -> None:
    (folder / "comparison.html").write_text("old", "utf-8")
    assert compare("run", "wire.txt", "nowhere.txt", cwd=folder).returncode == 2
    assert (folder / "comparison.html").read_text("utf-8") == "old"


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m compare run wire.txt state.txt -f json | head -c 20"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], cwd=folder, capture_output=True)
    assert done.stderr == b""
    assert done.stdout.startswith(b"{")


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"]])
def test_help_and_version(folder: Path, arguments: list[str]) -> None:
    done = compare(*arguments, cwd=folder)
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"compare" in done.stdout
