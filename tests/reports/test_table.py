"""The CSV loses nothing, reads back everywhere, and runs nothing."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given

from compare.model import Comparison, Group
from reports.safe import encodable
from reports.table import COLUMNS, render
from tests.reports.conftest import made
from tests.reports.strategies import EMPTY, comparisons
from tests.samples import comparison


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_link_is_a_row_with_both_texts_and_the_reasons_in_words():
    row = rows(render(comparison()))[0]
    assert (row["left"], row["left_text"]) == ("state", "Nine miners died, the ministry said.")
    assert (row["right"], row["right_text"]) == ("wire", "At least 12 miners died on Monday, police said.")
    assert (row["relation"], row["aspects"], row["group"], row["link"]) == ("conflict", "quantity", "g-dead", "l-nine")
    assert (row["confidence"], row["similarity"], row["probability"]) == ("0.9", "0.81", "0.93")
    assert row["reasons"] == "Figures that do not fit: Nine miners / At least 12 miners (+2.1)"


def test_reasons_that_speak_against_show_their_sign():
    assert rows(render(comparison()))[2]["reasons"].endswith("Only one hedges: may (−0.4)")


def test_a_claim_of_one_source_stands_with_an_empty_right_side():
    row = rows(render(comparison()))[-1]
    assert (row["group"], row["relation"], row["left"]) == ("g-opened", "single source", "wire")
    assert row["left_text"] == "The pit opened in 1931."
    assert {row[name] for name in ("right", "right_text", "confidence", "link", "reasons")} == {""}


def test_several_aspects_share_a_cell():
    link = replace(comparison().links[0], aspects=("quantity", "time"))
    assert rows(render(replace(comparison(), links=(link,))))[0]["aspects"] == "quantity;time"


def test_rows_of_a_group_stand_together():
    found = [row["group"] for row in rows(render(comparison()))]
    assert found == ["g-dead", "g-dead", "g-warning", "g-opened"]


def test_a_link_from_group_to_group_names_both():
    dead, warning, opened = comparison().groups
    ends = {comparison().links[0].left, comparison().links[0].right}
    left, right = comparison().links[0].left, comparison().links[0].right
    others = tuple(id for id in dead.claims if id not in ends)
    split = (Group("g-a", (left,), "unsure", 1, ()), Group("g-b", (right, *others), "unsure", 1, ()), warning, opened)
    assert rows(render(replace(comparison(), groups=split)))[0]["group"] == "g-a;g-b"


def test_lines_end_as_rfc_4180_says_and_an_empty_table_has_its_head():
    assert render(EMPTY) == ",".join(f'"{name}"' for name in COLUMNS) + "\r\n"
    assert render(comparison()).count("\r\n") == 5


def test_numbers_are_bare_and_text_is_quoted():
    line = render(comparison()).split("\r\n")[1]
    assert line.startswith('"g-dead","conflict",0.9,"quantity","state"')


def test_a_negative_number_stays_a_number():
    link = replace(comparison().links[0], similarity=-0.25)
    assert rows(render(replace(comparison(), links=(link,))))[0]["similarity"] == "-0.25"


RISKY = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠A",
]


@pytest.mark.parametrize("text", RISKY, ids=ascii)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str):
    row = rows(render(made({text: [f"{text} killed"], "b": ["nine killed"]})))[0]
    assert row["left"] == f"'{text}"
    assert row["left_text"] == f"'{text} killed"


@pytest.mark.parametrize("text", ["a=1", "'=1", "nine - or ten", '"=1"', "a,=1", "a\r\n=1"], ids=ascii)
def test_other_cells_are_left_as_they_are(text: str):
    assert rows(render(made({"a": [f"{text}..."], "b": ["nine"]})))[0]["left_text"] == f"{text}..."


def test_every_claim_of_a_real_comparison_is_there(sample_comparison: Comparison):
    found = rows(render(sample_comparison))
    told = {row[side] for row in found for side in ("left_text", "right_text")}
    assert {claim.text for claim in sample_comparison.claims} <= told
    linked = {end for link in sample_comparison.links for end in (link.left, link.right)}
    alone = sum(claim.id not in linked for claim in sample_comparison.claims)
    assert len(found) == len(sample_comparison.links) + alone


@given(comparisons())
def test_whatever_a_source_says_it_reads_back(drawn: Comparison):
    text = render(drawn).encode("utf-8").decode("utf-8")
    found = rows(text)
    told = {row["left_text"].removeprefix("'") for row in found} | {
        row["right_text"].removeprefix("'") for row in found
    }
    assert {encodable(claim.text).removeprefix("'") for claim in drawn.claims} <= told
    assert all(set(row) == set(COLUMNS) for row in found)
    cells = [cell for row in found for name, cell in row.items() if name not in ("similarity", "confidence")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@given(comparisons())
def test_pandas_reads_what_csv_reads(drawn: Comparison):
    text = render(drawn)
    frame = pd.read_csv(io.BytesIO(text.encode("utf-8")), dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == rows(text)
