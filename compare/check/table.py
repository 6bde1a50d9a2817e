"""A verdict for a terminal: what was measured, beside what was asked for, also where all is well."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from compare.check.outcome import Change, CheckVerdict, SetVerdict, Threshold
from compare.check.telling import (
    NOTHING,
    UNKNOWN,
    VERDICTS,
    figure,
    interval,
    least,
    one_line,
    set_names,
    short_of,
    shortened,
    verdict_of,
)

_COLUMNS = {
    "links.f1": "links F1",
    "relations.macro_f1": "relations F1",
    "end_to_end.macro_f1": "end to end F1",
    "aspects.f1": "aspects F1",
    "standing.accuracy": "standing",
    "origins.accuracy": "origins",
}
_NAME = 28  # characters of the name of a set


def table(verdict: CheckVerdict, width: int = 120) -> str:
    """The whole text; the last line is the verdict."""
    parts = (_sets(verdict), _over_all(verdict), _thresholds(verdict), _wrong(verdict, width), _accepted(verdict))
    told = [lines for lines in (list(part) for part in parts) if lines]
    return "\n\n".join("\n".join(lines) for lines in [*told, [last_line(verdict)]]) + "\n"


def last_line(verdict: CheckVerdict) -> str:
    """The verdict in a line."""
    if not verdict.sets:
        return f"compare check: {VERDICTS[3]}: {NOTHING}"
    words = [verdict_of(one) for one in verdict.sets]
    told = ", ".join(f"{words.count(word)} {word}" for word in VERDICTS if word in words)
    short = sum(one.threshold.severity == "error" for one in verdict.shortfalls)
    over_all = f"; {short} below its threshold over all" if short else ""
    sets = "1 set" if len(words) == 1 else f"{len(words)} sets"
    return f"compare check: {VERDICTS[verdict.exit_code]} ({sets}: {told}{over_all})"


def _sets(verdict: CheckVerdict) -> Iterator[str]:
    """A row a set."""
    if not verdict.sets:
        return
    yield _row("set", _COLUMNS.values(), "changes", "verdict")
    for name, one in zip(set_names(verdict), verdict.sets, strict=True):
        values = [figure(one.measured[metric].value) if metric in one.measured else UNKNOWN for metric in _COLUMNS]
        changes = str(len(one.changes)) if one.outcome else UNKNOWN
        yield _row(shortened(name, _NAME), values, changes, verdict_of(one))


def _row(name: str, values: Iterable[str], changes: str, verdict: str) -> str:
    cells = [f"{value:>{max(8, len(head))}}" for value, head in zip(values, _COLUMNS.values(), strict=True)]
    return f"{name:{_NAME}}  {'  '.join(cells)}  {changes:>7}  {verdict}"


def _over_all(verdict: CheckVerdict) -> Iterator[str]:
    """Every figure over all sets."""
    if not verdict.measured:
        return
    yield f"{'over all sets':{_NAME}}  {'value':>8}  {'95 % interval':>16}  {'items':>7}"
    for metric, one in verdict.measured.items():
        yield f"{metric:{_NAME}}  {figure(one.value):>8}  {interval(one):>16}  {one.count:>7,}"


def _thresholds(verdict: CheckVerdict) -> Iterator[str]:
    """What was asked for beside what was measured, also where it is met."""
    rows = [*_asked("all sets", verdict)]
    for name, one in zip(set_names(verdict), verdict.sets, strict=True):
        rows.extend(_asked(name, one))
    if rows:
        yield f"{'thresholds':{_NAME}}  {'metric':24}  {'value':>8}  {'at least':>8}  result"
        yield from rows


def _asked(name: str, one: SetVerdict | CheckVerdict) -> Iterator[str]:
    missed = {shortfall.threshold for shortfall in one.shortfalls}
    for threshold in one.thresholds if one.measured else ():
        value = figure(one.measured[threshold.metric].value)
        result = _result(threshold, threshold in missed, value == UNKNOWN)
        yield f"{shortened(name, _NAME):{_NAME}}  {threshold.metric:24}  {value:>8}  {least(threshold):>8}  {result}"


def _result(threshold: Threshold, missed: bool, unknown: bool) -> str:
    if not missed:
        return "passed"
    word = "cannot be measured" if unknown else "below"
    return word if threshold.severity == "error" else f"{word} (warning)"


def _wrong(verdict: CheckVerdict, width: int) -> Iterator[str]:
    """Every error, shortfall and change in full."""
    for shortfall in verdict.shortfalls:
        yield from _folded(f"over all sets: {short_of(shortfall)}", width, "")
    for name, one in zip(set_names(verdict), verdict.sets, strict=True):
        told = [
            *([one_line(one.error)] if one.error else []),
            *map(short_of, one.shortfalls),
            *map(_change, one.changes),
        ]
        if told:
            yield f"{name}: {verdict_of(one)}"
            yield from (line for entry in told for line in _folded(entry, width, "  - "))


def _change(change: Change) -> str:
    kind = change.kind if change.severity == "error" else f"{change.kind} (warning)"
    return f"{kind}: {one_line(change.words)}"


def _folded(text: str, width: int, first: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _accepted(verdict: CheckVerdict) -> Iterator[str]:
    """What became the baseline."""
    for name, one in zip(set_names(verdict), verdict.sets, strict=True):
        if one.accepted is None:
            continue
        kinds = [change.kind for change in one.accepted]
        told = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
        if kinds == ["missing baseline"]:
            told = "the first"
        yield f"baseline accepted: {name} ({told or 'nothing changed'})"
