"""A new set: what is in it, that it is whole or not there, and what cannot become one."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from compare.check.goldset import load_set
from compare.check.new_set import start_set
from compare.check.settings_file import load_fitting
from compare.errors import CompareError
from tests.check.ferries import STATE, WIRE
from tests.check.test_settings_file import GOLD, SCHEMA


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    (tmp_path / "wire.txt").write_bytes(WIRE.replace("\n", "\r\n").encode())
    (tmp_path / "state.md").write_text(STATE, "utf-8")
    return [tmp_path / "wire.txt", tmp_path / "state.md"]


def error_of(folder: Path, *articles: Path) -> str:
    with pytest.raises(CompareError) as raised:
        start_set(folder, articles)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_new_set_is_sound_and_has_no_links(tmp_path: Path, articles: list[Path]) -> None:
    folder = tmp_path / "ferry"
    made = start_set(folder, articles)
    assert sorted(made) == sorted(path.name for path in folder.iterdir())
    assert set(made) == {"wire.txt", "state.md", "gold.json", "set.toml", "README.md"}
    assert (folder / "wire.txt").read_bytes() == articles[0].read_bytes()
    gold = load_set(folder)
    assert (gold.articles, gold.links) == (("wire.txt", "state.md"), ())
    about = load_fitting(gold)
    assert (about.title, about.licence, about.labelled, about.language) == ("ferry", "not stated", "not yet", "und")
    jsonschema.validate(json.loads((folder / "gold.json").read_text("utf-8")), GOLD)
    jsonschema.validate(tomllib.loads((folder / "set.toml").read_text("utf-8")), SCHEMA)


def test_the_hints_in_set_toml_work_once_they_are_no_comment(tmp_path: Path, articles: list[Path]) -> None:
    start_set(tmp_path / "ferry", articles)
    path = tmp_path / "ferry" / "set.toml"
    hints = [line.removeprefix("# ") for line in path.read_text("utf-8").splitlines() if not line.endswith(":")]
    loaded = tomllib.loads("\n".join(hints))
    jsonschema.validate(loaded, SCHEMA)
    assert loaded["thresholds"]["links.f1"] == 0.6


def test_an_article_in_another_encoding_becomes_utf_8(tmp_path: Path, articles: list[Path]) -> None:
    text = "Les négociations ont échoué à Genève, a déclaré le ministère.\n" * 5
    articles[0].write_bytes(text.encode("cp1252"))
    start_set(tmp_path / "ferry", articles)
    assert (tmp_path / "ferry" / "wire.txt").read_text("utf-8") == text


def test_an_empty_folder_may_be_used_and_a_full_one_not(tmp_path: Path, articles: list[Path]) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    start_set(folder, articles)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert error_of(folder, *articles) == f"the folder is not empty ({folder}); name a new folder"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_what_cannot_become_a_set_leaves_nothing_behind(tmp_path: Path, articles: list[Path]) -> None:
    folder, other = tmp_path / "ferry", tmp_path / "other"
    other.mkdir()
    (other / "WIRE.txt").write_text(STATE, "utf-8")
    (other / "gold.json").write_text("{}", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert error_of(folder, articles[0]) == "1 article for a set; name 2 to 20 files"
    assert "two articles have one file name (wire.txt)" in error_of(folder, articles[0], other / "WIRE.txt")
    assert "no article of a set can have this name" in error_of(folder, articles[0], other / "gold.json")
    assert "no such file" in error_of(folder, articles[0], tmp_path / "none.txt")
    assert "no article of a set can have this name" in error_of(folder, articles[0], Path("-"))
    assert "no such folder" in error_of(tmp_path / "far" / "ferry", *articles)
    assert error_of(articles[0], *articles).startswith("there is a file of that name")
    assert sorted(tmp_path.rglob("*")) == before
