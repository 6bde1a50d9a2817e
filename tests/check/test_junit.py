"""JUnit XML: valid by the schema, red where the exit code is not 0, with failures apart from errors."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from compare.check.junit import junit
from compare.check.outcome import CheckVerdict
from tests.check.verdicts import (
    AGE,
    EVERY_KIND,
    TOLL,
    a_set,
    broken,
    change,
    hostile_verdict,
    item,
    measured,
    short,
    threshold,
    verdict,
)

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("junit.xsd"))


def read(verdict: CheckVerdict) -> Element:
    document = junit(verdict)
    SCHEMA.validate(document.decode())
    return ElementTree.fromstring(document)


def case(root: Element, end_of_class: str, start_of_name: str = "") -> Element:
    (found,) = [
        case
        for case in root.iter("testcase")
        if case.get("classname", "").endswith(end_of_class) and case.get("name", "").startswith(start_of_name)
    ]
    return found


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_verdict_is_valid_and_counts_what_it_holds(kind: str) -> None:
    root = read(EVERY_KIND[kind])
    for one in (root, *root.iter("testsuite")):
        held = [len(list(one.iter(name))) for name in ("testcase", "failure", "error")]
        assert [int(one.get(name, "")) for name in ("tests", "failures", "errors")] == held


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_it_is_red_exactly_where_the_exit_code_is_not_0(kind: str) -> None:
    root = read(EVERY_KIND[kind])
    red = root.get("failures") != "0" or root.get("errors") != "0"
    assert red == (EVERY_KIND[kind].exit_code != 0)


def test_a_suite_is_a_set_and_a_case_an_item_or_a_threshold() -> None:
    one = a_set(item(), item(AGE), thresholds=(threshold(),))
    root = read(verdict(one, a_set(name="port", folder=Path("samples/port"))))
    assert [(suite.get("name"), suite.get("package"), suite.get("tests")) for suite in root] == [
        ("ferry", "samples/ferry", "3"),
        ("port", "samples/port", "0"),
    ]
    assert root[0].get("time") == "1.250"
    assert root.get("time") == "2.500"
    assert [case.get("classname") for case in root[0].iter("testcase")] == ["ferry.items"] * 2 + ["ferry.thresholds"]


def test_a_changed_item_fails_in_the_words_of_both() -> None:
    root = read(verdict(a_set(item(AGE), item(said="agree"), changes=(change(),))))
    failure = case(root, "items", "wire.txt “Nine bodies were recovered, the coastguard said.” / state").find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("changed", "changed: Nine bodies / Four bodies")
    assert failure.text == f"wire.txt: {TOLL[0].quote}\nstate.txt: {TOLL[1].quote}"
    assert case(root, "items", "wire.txt “The ship").find("failure") is None


def test_an_item_that_is_no_longer_in_the_set_is_a_case_of_its_own() -> None:
    root = read(verdict(a_set(item(AGE), changes=(change("obsolete", one=item()),))))
    failure = case(root, "items", "wire.txt “Nine bodies").find("failure")
    assert failure is not None
    assert failure.get("type") == "obsolete"


def test_a_set_that_cannot_be_run_is_an_error_and_no_failure() -> None:
    root = read(verdict(a_set(item()), broken()))
    error = case(root, "broken.run").find("error")
    assert error is not None
    assert error.get("message") == "the gold cannot be read (gold.json); see docs/annotation.md"
    assert (root.get("failures"), root.get("errors")) == ("0", "1")


def test_a_threshold_tells_its_figure_also_where_it_is_met() -> None:
    root = read(verdict(a_set(item(), thresholds=(threshold(),))))
    assert case(root, "thresholds").findtext("system-out") == "0.700, at least 0.6 is asked for"
    failed = read(verdict(a_set(item(), thresholds=(threshold(),), shortfalls=(short(0.59999),))))
    failure = case(failed, "ferry.thresholds").find("failure")
    assert failure is not None
    assert failure.get("message") == "links.f1 is 0.599, below 0.6 (samples/ferry/set.toml [thresholds])"


def test_every_figure_is_a_property() -> None:
    values = {"links.f1": measured(0.99999), "standing.accuracy": measured(None), "origins.accuracy": measured(1)}
    root = read(verdict(a_set(item(), measured=values)))
    assert {one.get("name"): one.get("value") for one in root[0].iter("property")} == {
        "links.f1": "0.999 (95 %: 0.899 to 1.000; 12)",
        "standing.accuracy": "– (95 %: –; 0)",
        "origins.accuracy": "1.000 (95 %: 0.900 to 1.000; 12)",
    }


def test_a_warning_passes_and_can_be_read() -> None:
    root = read(verdict(a_set(item(said="agree"), changes=(change(severity="warn"),))))
    told = case(root, "items").findtext("system-out") or ""
    assert told.startswith("warning: changed: Nine bodies / Four bodies\nwire.txt: Nine bodies")


def test_a_case_keeps_its_name_whatever_came_of_it() -> None:
    well = read(verdict(a_set(item(), thresholds=(threshold(),))))
    failed = a_set(item(said=None), thresholds=(threshold(),), shortfalls=(short(0.1),), changes=(change("lost"),))
    names = [[case.get("name") for case in root.iter("testcase")] for root in (well, read(verdict(failed)))]
    assert names[0] == names[1]


def test_two_sets_of_one_name_are_told_apart() -> None:
    root = read(verdict(a_set(item()), a_set(item(), folder=Path("more/ferry"))))
    assert [suite.get("name") for suite in root] == ["samples/ferry", "more/ferry"]


@given(st.text(st.characters(categories=None), min_size=1))
def test_any_text_at_all_gives_a_valid_document(text: str) -> None:
    assert read(hostile_verdict(text)).get("errors") == "1"
