"""docs/formats.md shows what is really written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports import data, markdown, table, text
from reports.frames import COLUMNS, to_frames
from tests.reports.test_data import SCHEMA
from tests.samples import comparison

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
WRITERS = {"json": data.dumps, "csv": table.render, "markdown": markdown.render, "text": text.render}


def test_every_format_has_an_example():
    assert {kind for kind, _ in EXAMPLES} == {*WRITERS, "python"}


@pytest.mark.parametrize(("kind", "example"), [pair for pair in EXAMPLES if pair[0] in WRITERS])
def test_an_example_is_what_is_written(kind: str, example: str):
    assert example in WRITERS[kind](comparison()).replace("\r\n", "\n")


def test_every_field_at_the_top_is_described():
    json_part = PAGE.partition("## JSON")[2].partition("## CSV")[0]
    assert [name for name in SCHEMA["properties"] if f"| `{name}` |" not in json_part] == []


def test_every_column_of_the_table_is_described():
    csv_part = PAGE.partition("## CSV")[2].partition("## Markdown")[0]
    assert [name for name in table.COLUMNS if f"`{name}`" not in csv_part] == []


def test_every_frame_is_described_and_the_example_of_frames_runs():
    assert [name for name in COLUMNS if f"| `{name}` |" not in PAGE.partition("## Frames")[2]] == []
    example = [code for kind, code in EXAMPLES if kind == "python"][-1]
    assert "to_frames" in example
    named = re.findall(r'"(\w+)"', example)
    assert set(named) - {"pairs"} <= set(to_frames(comparison())["pairs"].columns)
