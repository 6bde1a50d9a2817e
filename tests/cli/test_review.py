"""`compare review` as a user meets it: files in, a summary and files out, one line where something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.check.goldset import load_set
from reports.data import dumps
from tests.review.made import COMPARISON, DEAD, FOURTEEN, IGNORED, MAY, NINE, decision, exported
from tests.test_cli import compare


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ana = exported(
        "Ana",
        decision(NINE, DEAD, "conflict", "quantity"),
        decision(FOURTEEN, DEAD, "agree", peeked=True),
        decision(IGNORED, MAY, "conflict", comment="\x1b[31mplainly\x07\nso"),
    )
    ben = exported(
        "Ben",
        decision(DEAD, NINE, "conflict", "quantity"),
        decision(FOURTEEN, DEAD, "agree"),
        decision(IGNORED, MAY, "differ"),
    )
    (tmp_path / "ana.json").write_bytes(ana)
    (tmp_path / "ben.json").write_bytes(ben)
    (tmp_path / "report.json").write_text(dumps(COMPARISON), "utf-8")
    return tmp_path


def test_merge_tells_how_far_they_agree_and_on_what_they_differ(folder: Path) -> None:
    done = compare("review", "merge", "ana.json", "ben.json", "-o", "merged.json", cwd=folder)
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode()
    assert told.startswith("2 reviewers, 3 pairs of claims, 3 decided by two or more\n")
    (row,) = [line for line in told.splitlines() if line.startswith("decision  ")]
    # 3 pairs, one split; conflict 3, agree 2, differ 1: 1 - 5 * 2 / (36 - 9 - 4 - 1).
    assert row.split() == ["decision", "0.55", "too", "few", "pairs", "3", "67", "%"]
    assert "1 pair on which they differ, 1 without a majority" in told
    assert f"state: {IGNORED.text}" in told
    assert "- Ana: conflict, “plainly so”" in told
    assert "- Ben: differ" in told
    assert "Merged decisions: merged.json" in told
    assert not set(told) & {"\x1b", "\x07"}
    merged = json.loads((folder / "merged.json").read_text("utf-8"))
    assert merged["reviewers"] == ["Ana", "Ben"]
    assert [(entry["decision"], entry["disputed"]) for entry in merged["decisions"]] == [
        ("conflict", False),
        ("unsure", True),
        ("agree", False),
    ]


def test_merge_as_json(folder: Path) -> None:
    done = compare("review", "merge", "ben.json", "ana.json", "--format", "json", cwd=folder)
    told = json.loads(done.stdout)
    assert told["reviewers"][0] == {"reviewer": "Ana", "decided": 3, "unsure": 0, "peeked": 1}
    by_name = {measure["name"]: measure for measure in told["measures"]}
    assert by_name["decision"]["alpha"] == pytest.approx(1 - 10 / 22)
    assert by_name["decision, blind"]["pairs"] == 2
    assert (by_name["linked"]["alpha"], by_name["linked"]["same"]) == (None, 1)
    assert "all decisions are the same" in by_name["linked"]["why_none"]
    (differing,) = told["differing"]
    assert differing["left"]["text"] == IGNORED.text
    assert [(vote["reviewer"], vote["decision"]) for vote in differing["votes"]] == [
        ("Ana", "conflict"),
        ("Ben", "differ"),
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["ana.json", "ben.json", "report.json"]


def test_merge_says_what_was_replaced_and_lost_and_that_runs_differ(folder: Path) -> None:
    again = exported(
        "Ana",
        decision(NINE, DEAD, "agree", time="2027-01-01T00:00:00Z"),
        unmatched=[decision(NINE, MAY, "agree")],
        signature={},
    )
    (folder / "again.json").write_bytes(again)
    told = compare("review", "merge", "ana.json", "again.json", "ben.json", cwd=folder).stdout.decode()
    assert "Ana decided 1 pair otherwise at first: the later decision counts." in told
    assert "The reports come from 2 different runs of compare." in told
    assert "1 pair of an earlier report could not be found again" in told


def test_gold_makes_a_set_that_loads(folder: Path) -> None:
    assert compare("review", "merge", "ana.json", "ben.json", "-o", "merged.json", cwd=folder).returncode == 0
    done = compare("review", "gold", "report.json", "merged.json", "-o", "mine", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == (
        "3 articles, 2 links: 1 agree, 0 differ, 1 conflict.\n"
        "Not gold, listed in the card: 1 disputed.\n\n"
        "Set: mine; complete README.md and set.toml\n"
    )
    assert [link.relation for link in load_set(folder / "mine").links] == ["conflict", "agree"]
    assert {path.name for path in (folder / "mine").iterdir()} == {
        *("wire.txt", "state.txt", "union.txt"),
        *("gold.json", "set.toml", "README.md"),
    }


def test_gold_of_one_reviewer_in_silence(folder: Path) -> None:
    done = compare("review", "gold", "report.json", "ana.json", "-o", "mine", "-q", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert len(load_set(folder / "mine").links) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "Missing command"),
        ("merge", "Missing argument 'DECISIONS.json...'"),
        ("merge ana.json", "there is one reviewer only"),
        ("merge ana.json none.json", "the file cannot be read: no such file or directory (none.json)"),
        ("merge ana.json report.json", "this is no file of decisions (report.json)"),
        ("merge ana.json ben.json -o merged.html", "merged decisions are a JSON file"),
        ("merge ana.json ben.json -o ben.json", "this would replace what is merged (ben.json)"),
        ("merge ana.json ben.json -o no/merged.json", "no such folder (no)"),
        ("gold report.json ana.json", "Missing option '-o'"),
        ("gold none.json ana.json -o mine", "the report cannot be read: no such file or directory (none.json)"),
        ("gold ana.json ana.json -o mine", "is missing (ana.json, articles[0])"),
        ("gold report.json report.json -o mine", "this is no file of decisions (report.json)"),
        ("gold report.json ana.json -o .", "this names no new folder"),
        ("gold report.json ana.json -o full", "the folder is not empty (full)"),
        ("gold report.json ana.json -o ana.json", "there is a file of that name (ana.json)"),
    ],
)
def test_what_cannot_be_done_is_one_line(folder: Path, arguments: str, message: str) -> None:
    (folder / "full").mkdir()
    (folder / "full" / "kept.txt").write_bytes(b"kept")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = compare("review", *arguments.split(), cwd=folder)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("compare: error: ")
    assert message in line
    assert done.stdout == b""
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_help_names_both() -> None:
    told = compare("review", "--help", cwd=Path.cwd()).stdout.decode()
    assert "merge" in told
    assert "gold" in told
