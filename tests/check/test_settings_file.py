"""set.toml: what it says, and one line for each thing that can be wrong with it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from compare.check.goldset import load_set
from compare.check.measures import METRICS
from compare.check.settings_file import load_fitting, load_set_file
from compare.errors import CompareError
from tests.check import ferries
from tests.check.ferries import ABOUT
from tests.conftest import ROOT, all_sample_sets

SCHEMA = json.loads((ROOT / "docs" / "set.schema.json").read_text("utf-8"))
GOLD = json.loads((ROOT / "docs" / "gold.schema.json").read_text("utf-8"))

FULL = (
    ABOUT
    + """
changes = "warn"
origins = [["wire.txt", "state.txt"]]
[thresholds]
"links.f1" = 0.6
links.recall = {least = 0.5, severity = "warn"}
relations.agree.f1 = 1
"""
)


def written(folder: Path, text: str) -> Path:
    (folder / "set.toml").write_text(text, "utf-8")
    return folder


def error_of(folder: Path, text: str) -> str:
    with pytest.raises(CompareError) as raised:
        load_set_file(written(folder, text))
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_everything_that_it_can_say(tmp_path: Path) -> None:
    about = load_set_file(written(tmp_path, FULL))
    assert (about.title, about.licence, about.labelled, about.language) == ("Ferry", "CC-BY-4.0", "By hand.", "en")
    told = [(one.metric, one.least, one.severity) for one in about.thresholds]
    assert told == [("links.f1", 0.6, "error"), ("links.recall", 0.5, "warn"), ("relations.agree.f1", 1.0, "error")]
    assert about.thresholds[0].where == f"{tmp_path / 'set.toml'} [thresholds]"
    assert about.origins == (frozenset({"wire.txt", "state.txt"}),)
    assert (about.changes, about.empty) == ("warn", False)


def test_what_it_need_not_say(tmp_path: Path) -> None:
    about = load_set_file(written(tmp_path, ABOUT))
    assert (about.thresholds, about.origins, about.changes, about.empty) == ((), None, "error", False)


def test_that_no_two_articles_share_an_origin_can_be_said(tmp_path: Path) -> None:
    assert load_set_file(written(tmp_path, ABOUT + "origins = []")).origins == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = \n", "the set cannot be read: Invalid value (at line 1, column 9)"),
        (ABOUT.replace("title", "titel"), "unknown key 'titel'; known are title, licence"),
        ('title = "Ferry"', "licence is missing"),
        (ABOUT.replace('"en"', "5"), "language must be a text, not 5"),
        (ABOUT.replace('"Ferry"', '" "'), "title must be a text, not ' '"),
        (ABOUT + 'empty = "yes"', "empty must be true or false, not 'yes'"),
        (ABOUT + 'changes = "ignore"', "unknown severity 'ignore'; known are warn, error"),
        (ABOUT + 'origins = ["wire.txt"]', "origins must be a list of groups of two or more files"),
        (ABOUT + 'origins = [["a", "b"], ["b", "c"]]', "origins names b twice"),
        (ABOUT + '[thresholds]\n"links.f2" = 0.5', "unknown metric 'links.f2'; known are links.precision"),
        (ABOUT + "[thresholds]\nlinks = 0.5", "unknown metric 'links'"),
        (ABOUT + "[thresholds]\nlinks.f1 = 60", "links.f1 must be a number from 0 to 1, not 60"),
        (ABOUT + "[thresholds]\nlinks.f1 = nan", "links.f1 must be a number from 0 to 1, not nan"),
        (ABOUT + "[thresholds]\nlinks.f1 = true", "links.f1 must be a number from 0 to 1, not True"),
        (ABOUT + '[thresholds]\nlinks.f1 = {severity = "warn"}', "links.f1 is neither a number nor {least = 0.6"),
        (ABOUT + '[thresholds]\nlinks.f1 = {least = 0.1, severity = "fatal"}', "unknown severity 'fatal'"),
        (ABOUT + "thresholds = 3", "thresholds is no table"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(tmp_path: Path, text: str, told: str) -> None:
    line = error_of(tmp_path, text)
    assert told in line
    assert str(tmp_path / "set.toml") in line
    assert line.endswith("see docs/set.schema.json")


def test_a_missing_file_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match=r"the set has no set.toml .*; write one with title, licence, labelled"):
        load_set_file(tmp_path)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "set.toml").write_bytes(b"title = \xff")
    with pytest.raises(CompareError, match="the set cannot be read"):
        load_set_file(tmp_path)


def test_an_origin_of_no_article(tmp_path: Path) -> None:
    folder = ferries.write(tmp_path / "ferry", about=ABOUT + 'origins = [["wire.txt", "local.txt"]]')
    with pytest.raises(CompareError, match=r"origins names local.txt, which is no article of the set"):
        load_fitting(load_set(folder))


def test_a_set_called_empty_that_has_gold(tmp_path: Path) -> None:
    folder = ferries.write(tmp_path / "ferry", about=ABOUT + "empty = true")
    with pytest.raises(CompareError, match="the set is called empty, and its gold has 2 links"):
        load_fitting(load_set(folder))


def test_the_schema_knows_every_metric_and_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(METRICS) <= SCHEMA["properties"]["thresholds"]["properties"].keys()
    jsonschema.validate(tomllib.loads(FULL), SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(ABOUT + "[thresholds]\nlinks.f2 = 0.5"), SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(ABOUT + "colour = 1"), SCHEMA)


@pytest.mark.parametrize("folder", all_sample_sets(), ids=lambda folder: folder.name)
def test_the_curated_sets_keep_to_the_schemas(folder: Path) -> None:
    jsonschema.validate(tomllib.loads((folder / "set.toml").read_text("utf-8")), SCHEMA)
    jsonschema.validate(json.loads((folder / "gold.json").read_text("utf-8")), GOLD)
    assert load_fitting(load_set(folder)).title


def test_the_schema_of_gold_refuses_what_the_reader_refuses(tmp_path: Path) -> None:
    folder = ferries.write(tmp_path / "ferry", {**ferries.TOLL, "relation": "maybe"})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads((folder / "gold.json").read_text("utf-8")), GOLD)
    with pytest.raises(CompareError, match="unknown relation 'maybe'"):
        load_set(folder)
