"""`compare calibrate` and `compare run --calibration` as a user meets them, on the sample sets, with made-up models."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.backends.test_cross_encoder import LABELS, save
from tests.conftest import SAMPLES, sample_files, sample_sets
from tests.test_cli import compare

MODELS = dedent(
    """
    import json
    from pathlib import Path
    import numpy as np

    RELATIONS = ("agree", "differ", "conflict", "unsure")
    FILES = sorted(Path({samples!r}).rglob("gold.json"))
    GOLD = [link for path in FILES for link in json.loads(path.read_text("utf-8"))["links"]]


    class Oracle:
        '''Has read the gold.'''

        name = "oracle@1"

        def relate(self, pairs):
            return np.array([self._row(left.text, right.text) for left, right in pairs]).reshape(-1, 4)

        def _row(self, left, right):
            for link in GOLD:
                quotes = link["a"]["quote"], link["b"]["quote"]
                if any(left in a and right in b for a, b in (quotes, quotes[::-1])):
                    return [0.9 if link["relation"] == name else 0.1 / 3 for name in RELATIONS]
            return [0.25] * 4


    class Coin(Oracle):
        '''Says the same of everything.'''

        name = "coin@1"

        def _row(self, left, right):
            return [0.2, 0.3, 0.5, 0.0]
    """
).format(samples=str(SAMPLES))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "models.py").write_text(MODELS, "utf-8")
    return tmp_path


def calibrate(model: str, folder: Path, *options: str, output: str = "made.json") -> dict[str, object]:
    done = compare("calibrate", *map(str, sample_sets()), "--relation-model", model, "-o", output, *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    read: dict[str, object] = json.loads((folder / output).read_text("utf-8"))
    return read


def test_a_model_that_knows_counts_and_one_that_does_not_counts_for_nothing(folder: Path) -> None:
    knowing, guessing = calibrate("models:Oracle", folder), calibrate("models:Coin", folder)
    assert knowing["model"] == "oracle@1"
    assert knowing["blend"]["model"] > 0.5
    assert knowing["quality"]["both, calibrated"]["macro_f1"] > 0.9
    assert guessing["blend"]["model"] == pytest.approx(0, abs=1e-6)
    assert guessing["quality"]["rules alone"] == knowing["quality"]["rules alone"]
    assert (
        guessing["quality"]["both, calibrated"]["log_loss"]
        < guessing["quality"]["both, uncalibrated"]["log_loss"] + 0.1
    )
    assert set(knowing["sets"]) == {path.name for path in sample_sets()}


def test_the_table(folder: Path) -> None:
    done = compare(
        "calibrate", *map(str, sample_sets()), "--relation-model", "models:Oracle", "-o", "made.json", cwd=folder
    )
    table = done.stdout.decode()
    assert "links of 3 gold sets, oracle@1" in table
    for name in ("rules alone", "model alone", "both, uncalibrated", "both, calibrated"):
        assert name in table
    assert "macro-F1" in table
    assert "calibration error" in table
    assert table.rstrip().endswith("Calibration: made.json")
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["made.json", "models.py"]


def test_the_order_of_the_folders_and_naming_one_twice_change_nothing(folder: Path) -> None:
    calibrate("models:Oracle", folder, "-q")
    names = [str(path) for path in sample_sets()]
    arguments = ["calibrate", *reversed(names), names[0], "--relation-model", "models:Oracle", "-o", "other.json", "-q"]
    done = compare(*arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "other.json").read_bytes() == (folder / "made.json").read_bytes()


def run(folder: Path, *options: str) -> dict[str, object]:
    articles = [str(path) for path in sample_files(SAMPLES / "direct-talks")]
    done = compare("run", *articles, "-f", "json", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    read: dict[str, object] = json.loads(done.stdout)
    return read


def test_a_run_uses_the_calibration_and_says_where_there_is_none(folder: Path) -> None:
    calibrate("models:Oracle", folder)
    bare = run(folder, "--relation-model", "models:Oracle")
    used = run(folder, "--relation-model", "models:Oracle", "--calibration", "made.json")
    assert used["signature"]["relation_model"] == "oracle@1"
    assert used["signature"]["weights"] != bare["signature"]["weights"]
    assert [link["confidence"] for link in used["links"]] != [link["confidence"] for link in bare["links"]]
    assert [note for note in bare["notes"] if "oracle@1 is not calibrated" in note]
    assert not [note for note in used["notes"] if "calibrated" in note]


@pytest.mark.parametrize("model", ["models:Coin", "rules", "reader"])
def test_a_calibration_for_another_model_is_refused(model: str, folder: Path) -> None:
    calibrate("models:Oracle", folder)
    articles = [str(path) for path in sample_files(SAMPLES / "direct-talks")]
    done = compare("run", *articles, "--relation-model", model, "--calibration", "made.json", cwd=folder)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("compare: error: the calibration is for oracle@1, not for ")
    assert not (folder / "comparison.html").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["sets"], "Missing option '--relation-model'"),
        (["sets", "--relation-model", "models:Coin"], "Missing option '-o'"),
        (["sets", "--relation-model", "models:Coin", "-o", "made.txt"], "a calibration is a JSON file"),
        (["sets", "--relation-model", "models:Coin", "-o", "made.docx"], "no format for .docx"),
        (["sets", "--relation-model", "models:Coin", "-o", "nowhere/made.json"], "no such folder (nowhere)"),
        (["sets", "--relation-model", "models:Coin", "-o", "sets/one/gold.json"], "this would replace an article"),
        (["sets", "--relation-model", "models:None", "-o", "made.json"], "no relation model models:None"),
        (["sets", "--relation-model", "rules", "-o", "made.json"], "the rules are no model beside the rules"),
        (["nowhere", "--relation-model", "models:Coin", "-o", "made.json"], "no gold set found (nowhere)"),
        (
            ["sets", "--relation-model", "models:Coin", "-o", "made.json"],
            "1 link of gold with the relation agree; at least",
        ),
    ],
)
def test_bad_input_is_one_line_exit_2_and_nothing_written(arguments: list[str], message: str, folder: Path) -> None:
    (folder / "sets" / "one").mkdir(parents=True)
    texts = "The bridge was closed on Monday.", "The bridge was shut on Monday."
    ends = [{"article": f"{place}.txt", "quote": text} for place, text in enumerate(texts)]
    for place, text in enumerate(texts):
        (folder / "sets" / "one" / f"{place}.txt").write_text(text, "utf-8")
    gold = {"set": "one", "articles": ["0.txt", "1.txt"], "links": [{"a": ends[0], "b": ends[1], "relation": "agree"}]}
    (folder / "sets" / "one" / "gold.json").write_text(json.dumps(gold), "utf-8")
    done = compare("calibrate", *arguments, cwd=folder)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("compare: error: ")
    assert message in line
    assert done.stdout == b""
    assert not (folder / "made.json").exists()
    assert json.loads((folder / "sets" / "one" / "gold.json").read_text("utf-8")) == gold


def test_a_calibration_that_is_none(folder: Path) -> None:
    articles = [str(path) for path in sample_files(SAMPLES / "direct-talks")]
    for name, message in (("models.py", "this is no calibration"), ("none.json", "the calibration cannot be read")):
        done = compare("run", *articles, "--calibration", name, cwd=folder)
        assert done.returncode == 2
        (line,) = done.stderr.decode().splitlines()
        assert message in line


def test_a_cross_encoder_in_a_folder_from_end_to_end(folder: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    save(folder / "tiny-nli", LABELS)
    made = calibrate("tiny-nli", folder)
    assert made["model"].startswith("tiny-nli@")
    assert made["blend"]["model"] < 0.3  # its weights are random
    used = run(folder, "--relation-model", "tiny-nli", "--calibration", "made.json")
    assert used["signature"]["relation_model"] == made["model"]
