"""The table of a terminal and the JSON of a verdict: what a reader and a program are told."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from compare.check.against import against
from compare.check.held import Apart, held_against
from compare.check.outcome import Change, CheckVerdict
from compare.check.table import last_line, table
from compare.check.telling import VERDICTS
from compare.check.verdict_file import dumps, load, loads
from compare.errors import CompareError
from tests.check.verdicts import EVERY_KIND, TOLL, a_set, broken, item, outcome, short, threshold, verdict
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "docs" / "check.schema.json").read_text("utf-8"))
every_kind = pytest.mark.parametrize("one", EVERY_KIND.values(), ids=EVERY_KIND)


@every_kind
def test_the_last_line_says_what_the_exit_code_says(one: CheckVerdict) -> None:
    told = table(one)
    assert told.endswith(last_line(one) + "\n")
    assert last_line(one).startswith(f"compare check: {VERDICTS[one.exit_code]}")


@every_kind
def test_no_source_text_breaks_a_line_or_reaches_the_terminal_as_a_command(one: CheckVerdict) -> None:
    told = table(one, 10**6)
    assert not [char for char in told if char != "\n" and not char.isprintable()]
    assert not [line for line in told.splitlines() if line.startswith("::")]


def test_what_was_measured_stands_beside_what_was_asked_for_also_when_it_passes() -> None:
    passing = a_set(item(), thresholds=(threshold(), threshold("links.recall", 0.1)))
    passing = replace(passing, measured={**passing.measured, "links.recall": passing.measured["links.f1"]})
    rows = [line.split() for line in table(verdict(passing)).splitlines()]
    assert ["ferry", "links.f1", "0.700", "0.6", "passed"] in rows
    assert ["ferry", "links.recall", "0.700", "0.1", "passed"] in rows


def test_a_shortfall_a_change_and_an_error_are_told_in_full() -> None:
    asked = threshold()
    lost = Change("lost", item(said=None), "conflict", None, "error", "no longer linked: Nine bodies / Four bodies")
    failing = a_set(item(said=None), thresholds=(asked,), shortfalls=(short(),), changes=(lost,))
    told = table(verdict(failing, broken()))
    assert "ferry: failed\n" in told
    assert "  - links.f1 is 0.500, below 0.6 (samples/ferry/set.toml [thresholds])\n" in told
    assert "  - lost: no longer linked: Nine bodies / Four bodies\n" in told
    assert "broken: could not run\n  - the gold cannot be read (gold.json); see docs/annotation.md\n" in told
    assert last_line(verdict(failing, broken())) == "compare check: could not run (2 sets: 1 failed, 1 could not run)"


def test_a_warning_is_called_one() -> None:
    asked = threshold(severity="warn")
    told = table(verdict(a_set(item(), thresholds=(asked,), shortfalls=(short(severity="warn"),))))
    assert "below (warning)" in told
    assert last_line(verdict(a_set(item(), shortfalls=(short(severity="warn"),)))).startswith("compare check: passed")


def test_what_was_accepted_is_told() -> None:
    first = Change("missing baseline", None, None, None, "error", "none yet")
    lost = Change("lost", item(said=None), "conflict", None, "error", "no longer linked")
    told = [table(verdict(a_set(item(), accepted=accepted))) for accepted in ((), (first,), (lost, lost))]
    for words, text in zip(("nothing changed", "the first", "2 lost"), told, strict=True):
        assert f"baseline accepted: ferry ({words})" in text


def test_lines_are_as_wide_as_the_terminal_but_for_the_tables() -> None:
    long = Change("lost", item(), "conflict", None, "error", "a word " * 60)
    told = table(verdict(a_set(item(), changes=(long,))), 60)
    assert max(len(line) for line in told.splitlines() if "a word" in line) <= 60


@every_kind
def test_the_json_keeps_to_its_schema_and_reads_back(one: CheckVerdict) -> None:
    written = dumps(one)
    document = json.loads(written)
    jsonschema.validate(document, SCHEMA)
    assert (document["verdict"], document["exit_code"]) == (VERDICTS[one.exit_code], one.exit_code)
    assert loads(written) == one


def test_the_schema_refuses_another_document() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(dumps(EVERY_KIND["a change"]))
    for spoiled in ({**document, "format": 2}, {**document, "more": 1}, {**document, "exit_code": 7}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoiled, SCHEMA)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "Expecting property name"),
        ("{}", "this is no verdict of compare check"),
        ('{"kind": "compare check", "format": 9}', "format 9 is not known"),
        ('{"kind": "compare check", "format": 1, "sets": 3}', "3 is of another type"),
        ('{"kind": "compare check", "format": 1}', "'sets' is missing"),
        (None, "No such file"),
    ],
)
def test_a_file_that_is_no_verdict_is_told_in_a_line(tmp_path, text: str | None, told: str) -> None:
    path = tmp_path / "check.json"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(CompareError) as raised:
        load(path)
    assert str(raised.value).startswith("the verdict cannot be read: ")
    assert told in str(raised.value)
    assert str(raised.value).endswith("; make one with compare check --json")


def numbered(count: int, said: str | None) -> tuple:
    ends = [(replace(TOLL[0], quote=f"{number} dead."), TOLL[1]) for number in range(count)]
    return tuple(item(pair, key=pair[0].quote, said=said) for pair in ends)


def test_against_another_verdict_says_what_is_better(tmp_path) -> None:
    right = a_set(*numbered(30, "conflict"))
    wrong = a_set(*numbered(15, "conflict"), *numbered(30, "agree")[15:])
    path = tmp_path / "other.json"
    path.write_text(dumps(verdict(wrong)), "utf-8")
    apart = held_against(str(path))(verdict(right))
    (row,) = [line for line in apart.as_text().splitlines() if line.startswith("end_to_end.macro_f1")]
    assert row.endswith("  better")
    (row,) = [line for line in apart.as_text().splitlines() if line.startswith("links.f1")]
    assert row.endswith("  not to be told apart")
    document = json.loads(dumps(verdict(right), apart.as_data()))
    jsonschema.validate(document, SCHEMA)
    assert document["against"]["overall"]["end_to_end.macro_f1"]["verdict"] == "better"


def test_a_set_that_only_one_has_is_named() -> None:
    apart = Apart(against([outcome(item())], [outcome(item(), name="other")]), "other.json")
    assert "Not on both sides: ferry, other" in apart.as_text()
