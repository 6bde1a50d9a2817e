"""JSON holds everything, reads back as it was, and says what is wrong with a file that does not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from compare.errors import InputError, OutputError
from compare.model import Comparison
from reports.data import dumps, loads
from tests.reports.strategies import EMPTY, comparisons, json_values
from tests.samples import comparison

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "comparison.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
DERIVED = {"overlap", "agreement", "divergence", "conflict_rate", "framing", "corroboration"}
DERIVED |= {"omission_left", "omission_right"}


def document() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(dumps(comparison()))
    return parsed


def refusal(changed: dict[str, Any] | str) -> InputError:
    with pytest.raises(InputError) as caught:
        loads(changed if isinstance(changed, str) else json.dumps(changed))
    error = caught.value
    assert error.where
    assert error.cure
    assert len(str(error).splitlines()) == 1
    return error


# What is written.


def test_the_sample_reads_back_as_it_was():
    assert loads(dumps(comparison())) == comparison()


def test_a_real_comparison_reads_back_as_it_was(sample_comparison: Comparison):
    written = dumps(sample_comparison)
    assert loads(written) == sample_comparison
    assert not list(VALID.iter_errors(json.loads(written)))


@given(comparisons())
def test_every_comparison_reads_back_as_it_was(drawn: Comparison):
    written = dumps(drawn).encode("utf-8")
    assert loads(written.decode("utf-8")) == drawn


@given(comparisons())
def test_every_comparison_keeps_to_the_schema(drawn: Comparison):
    assert not list(VALID.iter_errors(json.loads(dumps(drawn))))


def test_an_empty_comparison_reads_back():
    assert loads(dumps(EMPTY)) == EMPTY


def test_the_same_comparison_gives_the_same_text():
    assert dumps(comparison()) == dumps(loads(dumps(comparison())))


def test_text_stays_readable_and_half_characters_are_escaped():
    written = dumps(replace(comparison(), notes=("Ελλάδα \ud800 \udc80",)))
    assert "Ελλάδα \\ud800 \\udc80" in written
    assert loads(written).notes == ("Ελλάδα \ud800 \udc80",)


def test_what_json_cannot_hold_is_refused_and_not_changed():
    with pytest.raises(OutputError, match="surrogates"):
        dumps(replace(comparison(), notes=("\ud83d\ude00",)))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_know_is_never_written(number: float):
    with pytest.raises(ValueError, match="JSON"):
        dumps(replace(comparison(), signature={"odd": number}))


@pytest.mark.parametrize("number", [0.1 + 0.2, 5e-324, 1 / 3, 0.30000001192092896])
def test_floats_keep_every_digit(number: float):
    link = replace(comparison().links[0], probability=number)
    changed = replace(comparison(), links=(link, *comparison().links[1:]))
    assert loads(dumps(changed)).links[0].probability == number


def test_offsets_lead_to_the_words():
    written = document()
    texts = {article["id"]: article["text"] for article in written["articles"]}
    for claim in written["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]
    fact = written["claims"][0]["facts"][0]
    assert fact["kind"] == "quantity"
    assert texts["wire00000000"][fact["start"] : fact["end"]] == "At least 12 miners"


def test_reasons_say_where_on_both_sides():
    reasons = document()["links"][2]["reasons"]
    assert [(reason["left_span"], reason["right_span"]) for reason in reasons] == [
        ({"start": 53, "end": 55}, None),
        (None, {"start": 70, "end": 73}),
    ]


def test_ratios_stand_beside_the_counts():
    pair = document()["scores"]["pairs"][2]
    assert (pair["linked_left"], pair["claims_left"], pair["overlap"], pair["agreement"]) == (1, 2, 0.5, 1.0)
    assert pair["divergence"] == 0.5
    assert document()["scores"]["overall"]["corroboration"] == 0.0


def test_a_ratio_that_cannot_be_formed_is_null():
    pair = replace(comparison().scores.pairs[0], claims_left=0, claims_right=0, agree=0, conflict=0, judged=0)
    scores = replace(comparison().scores, pairs=(pair,))
    written = json.loads(dumps(replace(comparison(), scores=scores)))["scores"]["pairs"][0]
    assert {written[name] for name in DERIVED & set(written)} == {None}


# What is read.


def objects(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Every object of the file that has fixed fields, with the way to it."""
    if isinstance(value, dict):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if key != "signature":
            yield from objects(item, (*path, key))


def fields() -> list[tuple[tuple[Any, ...], str]]:
    """One of every field of every kind of object, with the way to it."""
    shapes: dict[tuple[Any, ...], tuple[tuple[Any, ...], str]] = {}
    for path, found in objects(document()):
        shape = tuple(step for step in path if isinstance(step, str))
        for key in found:
            shapes.setdefault((*shape, found.get("kind"), key), (path, key))
    return list(shapes.values())


def at(parsed: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        parsed = parsed[step]
    return parsed


@pytest.mark.parametrize(("path", "key"), fields(), ids=lambda part: part if isinstance(part, str) else None)
def test_a_missing_field_is_noticed(path: tuple[Any, ...], key: str):
    changed = document()
    del at(changed, path)[key]
    assert list(VALID.iter_errors(changed))
    if key in DERIVED:
        assert loads(json.dumps(changed)) == comparison()
    else:
        assert f"'{key}' is missing" in str(refusal(changed)) or key in ("start", "end")


@pytest.mark.parametrize(("path", "key"), fields(), ids=lambda part: part if isinstance(part, str) else None)
@pytest.mark.parametrize("value", [True, {"wrong": 1}, [[]]], ids=repr)
def test_a_wrong_type_is_noticed(path: tuple[Any, ...], key: str, value: Any):
    if isinstance(at(document(), path)[key], type(value)) and not isinstance(value, list):
        return
    changed = document()
    at(changed, path)[key] = value
    assert list(VALID.iter_errors(changed))
    if key not in DERIVED:
        refusal(changed)


def test_unknown_fields_are_ignored_wherever_they_stand():
    changed = document()
    for _, found in list(objects(changed)):
        found["later"] = {"anything": [1]}
    assert loads(json.dumps(changed)) == comparison()


def test_the_schema_lets_other_fields_stand_at_the_top_only():
    changed = document()
    changed["later"] = 1
    assert not list(VALID.iter_errors(changed))
    changed["links"][0]["relatoin"] = "agree"
    assert list(VALID.iter_errors(changed))


def test_a_byte_order_mark_does_no_harm():
    assert loads("\ufeff" + dumps(comparison())) == comparison()


Change = Callable[[dict[str, Any]], object]
BROKEN: dict[str, tuple[Change, str, str]] = {
    "newer": (lambda d: d.update(format=2), "format 2", "format"),
    "format as text": (lambda d: d.update(format="1"), "format '1'", "format"),
    "relation": (lambda d: d["links"][0].update(relation="agrees"), "agree, differ, conflict", "links[0].relation"),
    "fact": (lambda d: d["claims"][0]["facts"][0].update(kind="smell"), "quantity, when", "claims[0].facts[0].kind"),
    "date": (lambda d: d["articles"][1].update(published="16/2/2026"), "date like", "articles[1].published"),
    "claim's article": (lambda d: d["claims"][3].update(article="x"), "id 'x'", "claims[3].article"),
    "link's end": (lambda d: d["links"][1].update(right="x"), "id 'x'", "links[1].right"),
    "group's claim": (lambda d: d["groups"][0]["claims"].append("x"), "id 'x'", "groups[0].claims"),
    "group's article": (lambda d: d["groups"][0]["missing_from"].append("x"), "id 'x'", "groups[0].missing_from"),
    "skipped article": (lambda d: d["skipped"][2].update(article="x"), "id 'x'", "skipped[2].article"),
    "pair's article": (lambda d: d["scores"]["pairs"][0].update(left="x"), "id 'x'", "scores.pairs[0].left"),
    "twice": (lambda d: d["claims"].append(d["claims"][0]), "twice", "claims"),
    "moved claim": (lambda d: d["claims"][1].update(start=68, end=91), "offsets", "claims[1]"),
    "changed text": (lambda d: d["articles"][0].update(text="x" * 103), "offsets", "claims[0]"),
    "long claim": (lambda d: d["claims"][1].update(end=93), "code points", "claims[1]"),
    "backwards": (lambda d: d["skipped"][0].update(start=9, end=3), "not a span", "skipped[0]"),
    "skipped beyond": (lambda d: d["skipped"][1].update(end=999), "999", "skipped[1]"),
    "reason beyond": (
        lambda d: d["links"][0]["reasons"][0]["right_span"].update(end=999),
        "999",
        "links[0].reasons[0].right_span",
    ),
    "fact outside": (lambda d: d["claims"][0]["facts"][0].update(end=92), "outside", "claims[0]"),
    "probability": (lambda d: d["links"][0].update(probability=1.5), "0 to 1", "links[0]"),
    "within one article": (lambda d: d["links"][0].update(left="b39de7a63765"), "one article", "the whole file"),
    "boolean count": (lambda d: d["scores"]["overall"].update(claims=True), "whole number", "scores.overall.claims"),
    "infinite": (lambda d: d["links"][0].update(similarity=float("1e999")), "no number", "the whole file"),
}


@pytest.mark.parametrize(("change", "what", "where"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_with_what_and_where(change: Change, what: str, where: str):
    changed = document()
    change(changed)
    error = refusal(changed)
    assert what in error.what
    assert error.where == where


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "not JSON"),
        ("Nine miners died.", "not JSON"),
        ('{"format": 1', "not JSON"),
        ("[]", "not an object"),
        ("{}", "'format' is missing"),
        ('{"format": NaN}', "NaN"),
        ('{"format": 1' + "0" * 5000 + "}", "not JSON"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_no_comparison_is_refused(text: str, what: str):
    assert what in str(refusal(text))


def test_a_number_beyond_all_bounds_is_refused():
    text = dumps(comparison()).replace('"similarity": 0.81', '"similarity": 1e999')
    assert "out of range" in refusal(text).what


def test_a_refusal_repeats_no_control_characters():
    changed = document()
    changed["claims"][0].update(id="\x1b[31m\u202e", text="short")
    changed["links"][0]["relation"] = "\x1b[2J"
    assert "\x1b" not in str(refusal(changed))
    assert "\u202e" not in str(refusal(changed))


@given(st.text() | json_values.map(json.dumps))
def test_anything_else_is_refused_and_nothing_breaks(text: str):
    assert len(str(refusal(text)).splitlines()) == 1


@given(st.data())
def test_a_change_anywhere_is_refused_or_understood(data: st.DataObject):
    changed = copy.deepcopy(document())
    _, found = data.draw(st.sampled_from(list(objects(changed))))
    found[data.draw(st.sampled_from(sorted(found)))] = data.draw(json_values)
    try:
        read = loads(json.dumps(changed))
    except InputError:
        return
    assert loads(dumps(read)) == read
