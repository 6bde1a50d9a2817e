"""A verdict as JUnit XML, as continuous integration reads it: a suite a set, a case an item, a case a threshold.

A case fails where a change or a shortfall of severity error came up; a warning stands in the case's output. A set that
could not be run is an error, and so is a check of nothing, so that no reader sees success where the exit code is not 0.
Names of cases hold no figures and no verdicts: a case has one history from run to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from compare.check.baseline_file import distinct, ident
from compare.check.outcome import Change, CheckVerdict, Item, Measured, SetVerdict, Severity, Shortfall, Threshold
from compare.check.telling import NOTHING, both, by_gold, figure, interval, least, one_line, set_names, short_of

Result = Literal["failure", "error"]

# What XML 1.0 cannot hold, however it is written.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTE = 60


@dataclass(frozen=True)
class _Case:
    """One test case. `output` is what is to be read although it passed."""

    group: str
    name: str
    result: Result | None = None
    kind: str = ""
    message: str = ""
    body: str = ""
    output: str = ""


def junit(verdict: CheckVerdict) -> bytes:
    """The document, in UTF-8."""
    suites = [_suite(name, one) for name, one in zip(set_names(verdict), verdict.sets, strict=True)]
    root = Element("testsuites", {"name": "compare check"})
    root.extend([*suites, *_of_all(verdict)])
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    root.set("time", _seconds(sum(one.outcome.seconds for one in verdict.sets if one.outcome)))
    ElementTree.indent(root)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _of_all(verdict: CheckVerdict) -> Iterator[Element]:
    """The figures over all sets, or that there is no set."""
    if not verdict.sets:
        yield _written("compare check", [_Case("run", "sets", "error", "nothing checked", NOTHING)], {}, 0)
    elif verdict.thresholds or verdict.shortfalls:
        cases = list(_of_thresholds(verdict.thresholds, verdict.shortfalls, verdict.measured))
        yield _written("all sets", cases, verdict.measured, 0)


def _suite(name: str, one: SetVerdict) -> Element:
    seconds = one.outcome.seconds if one.outcome else 0
    suite = _written(name, list(_cases(one)), one.measured, seconds)
    suite.set("package", _legal(one_line(one.folder.as_posix())))
    return suite


def _cases(one: SetVerdict) -> Iterator[_Case]:
    if one.error:
        yield _Case("run", "the set can be run", "error", "could not run", one_line(one.error), one.error)
    changed = {ident(change.item): change for change in one.changes if change.item}
    items = distinct(
        [*(one.outcome.items if one.outcome else ()), *(change.item for change in one.changes if change.item)]
    )
    yield from (_of_item(item, changed.get(found_by)) for found_by, item in items.items())
    yield from (_of_baseline(change) for change in one.changes if not change.item)
    yield from _of_thresholds(one.thresholds, one.shortfalls, one.measured)


def _of_item(item: Item, change: Change | None) -> _Case:
    name = f"{both(item.left, item.right, _QUOTE)} [{one_line(item.key)[:12]}]"
    if change:
        return _judged("items", name, change.severity, change.kind, change.words, _in_full(item))
    return _Case("items", name, output=f"{item.said or 'not linked'}, {by_gold(item)}")


def _in_full(item: Item) -> str:
    return "\n".join(f"{one_line(end.article)}: {one_line(end.quote)}" for end in (item.left, item.right))


def _of_baseline(change: Change) -> _Case:
    return _judged("baseline", "there is a baseline", change.severity, change.kind, change.words)


def _of_thresholds(
    thresholds: Iterable[Threshold], shortfalls: Sequence[Shortfall], measured: Mapping[str, Measured]
) -> Iterator[_Case]:
    short = {shortfall.threshold: shortfall for shortfall in shortfalls}
    for threshold in dict.fromkeys([*thresholds, *short]):
        name = f"{threshold.metric} ({one_line(threshold.where)})"
        if threshold in short:
            told = short_of(short[threshold])
            yield _judged("thresholds", name, threshold.severity, "below threshold", told)
        else:
            value = measured[threshold.metric].value if threshold.metric in measured else None
            yield _Case("thresholds", name, output=f"{figure(value)}, at least {least(threshold)} is asked for")


def _judged(group: str, name: str, severity: Severity, kind: str, message: str, body: str = "") -> _Case:
    if severity == "error":
        return _Case(group, name, "failure", kind, message, body)
    return _Case(group, name, output=f"warning: {message}\n{body}".rstrip())


def _written(name: str, cases: Sequence[_Case], measured: Mapping[str, Measured], seconds: float) -> Element:
    suite = Element("testsuite", {"name": _legal(name), "tests": str(len(cases))})
    for result, count in (("failure", "failures"), ("error", "errors")):
        suite.set(count, str(sum(case.result == result for case in cases)))
    suite.set("skipped", "0")
    suite.set("time", _seconds(seconds))
    if measured:
        _properties(suite, measured)
    for case in cases:
        _case(suite, name, case)
    return suite


def _properties(suite: Element, measured: Mapping[str, Measured]) -> None:
    """Every figure, whether a threshold asks for it or not."""
    properties = SubElement(suite, "properties")
    for metric, one in measured.items():
        told = f"{figure(one.value)} (95 %: {interval(one)}; {one.count})"
        SubElement(properties, "property", {"name": _legal(metric), "value": told})


def _case(suite: Element, set_name: str, case: _Case) -> None:
    names = {"classname": _legal(f"{set_name}.{case.group}"), "name": _legal(case.name), "time": "0"}
    made = SubElement(suite, "testcase", names)
    if case.result:
        result = SubElement(made, case.result, {"type": case.kind, "message": _legal(case.message)})
        result.text = _legal(case.body or case.message)
    if case.output:
        SubElement(made, "system-out").text = _legal(case.output)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"
