"""A verdict as GitHub-flavoured Markdown, for the summary of a job and for a comment on a change.

What went wrong comes first and in full; every figure, also of what passed, is folded away below it.
Source text is untrusted: `escape` takes from it every power to make mark-up, links, mentions or table cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from compare.check.outcome import Change, CheckVerdict, Item, SetVerdict, Shortfall
from compare.check.telling import (
    NOTHING,
    UNKNOWN,
    VERDICTS,
    figure,
    interval,
    least,
    one_line,
    quoted,
    set_names,
    short_of,
    verdict_of,
)

MOST_CHANGES = 100
"""Changes of one set that are listed."""
MOST_BYTES = 1_000_000
"""GitHub refuses a summary of more than 1 MiB, and shows nothing of it then."""

_QUOTE = 160
_COLUMNS = {"links.f1": "Links F1", "relations.macro_f1": "Relations F1", "end_to_end.macro_f1": "End to end F1"}
_CUT = "The rest is left out, for the summary of a job has an end."
_MARKS = re.compile(r"[\\`*_\[\]<>#|~$&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(\d*)([-+=]|[.)](?=\s|$))")
# GitHub makes links and pictures of "@name", "#1" and ":word:" after the Markdown is read, where no escape stops it.
_LATER = re.compile(r"(&#64;|&#35;)(?=\w)|(:)(?=[\w+-]+:)")
_NOTHING = "&#8203;"


def summary(verdict: CheckVerdict) -> str:
    """The whole text; a block is in it whole or not at all."""
    kept: list[str] = []
    room = MOST_BYTES - len(_CUT.encode()) - 2
    for block in _blocks(verdict):
        room -= len(block.encode("utf-8", "replace")) + 2
        if room < 0:
            kept.append(_CUT)
            break
        kept.append(block)
    return "\n\n".join(kept) + "\n"


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is, wherever it stands."""
    marked = _MARKS.sub(lambda found: f"&#{ord(found[0])};", one_line(text))
    marked = _AT_START.sub(lambda found: f"{found[1]}&#{ord(found[2])};", marked)
    return _LATER.sub(lambda found: found[0] + _NOTHING, marked)


def _blocks(verdict: CheckVerdict) -> Iterator[str]:
    yield f"## compare check: {VERDICTS[verdict.exit_code]}"
    yield escape(_lead(verdict))
    named = list(zip(set_names(verdict), verdict.sets, strict=True))
    if named:
        yield _table(("Set", "Verdict", *_COLUMNS.values(), "Changes"), "ll" + "r" * 4, [_row(*one) for one in named])
    if verdict.shortfalls:
        yield "\n".join(f"- {escape(f'Over all sets: {_with_severity(one)}')}" for one in verdict.shortfalls)
    for name, one in named:
        yield from _told(name, one)
    yield from _figures("all sets", verdict)
    for name, one in named:
        yield from _figures(name, one)


def _lead(verdict: CheckVerdict) -> str:
    if not verdict.sets:
        return NOTHING.capitalize() + "."
    counts = Counter(verdict_of(one) for one in verdict.sets)
    told = ", ".join(f"{counts[word]} {word}" for word in VERDICTS if counts[word])
    return f"{len(verdict.sets)} {'set' if len(verdict.sets) == 1 else 'sets'}: {told}."


def _row(name: str, one: SetVerdict) -> list[str]:
    values = [figure(one.measured[metric].value) if metric in one.measured else UNKNOWN for metric in _COLUMNS]
    return [name, verdict_of(one), *values, str(len(one.changes))]


def _told(name: str, one: SetVerdict) -> Iterator[str]:
    """What went wrong in one set, and what it warns of; nothing where all is well."""
    if not (one.error or one.shortfalls or one.changes):
        return
    yield f"### {escape(name)}: {verdict_of(one)}"
    if one.error:
        yield escape(one.error)
    if one.shortfalls:
        yield "\n".join(f"- {escape(_with_severity(shortfall))}" for shortfall in one.shortfalls)
    yield from _changes(one.changes)


def _with_severity(shortfall: Shortfall) -> str:
    return short_of(shortfall) if shortfall.threshold.severity == "error" else f"warning: {short_of(shortfall)}"


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    yield from (escape(change.words) for change in changes if not change.item)
    rows = [_change(change, change.item) for change in changes if change.item]
    if rows:
        head = ("Change", "Before", "Now", "Gold", "One source", "The other")
        yield _table(head, "llllll", rows[:MOST_CHANGES])
    if len(rows) > MOST_CHANGES:
        yield f"And {len(rows) - MOST_CHANGES} more."


def _change(change: Change, item: Item) -> list[str]:
    kind = change.kind if change.severity == "error" else f"{change.kind} (warning)"
    relations = [relation or UNKNOWN for relation in (change.before, change.now, item.wanted)]
    return [kind, *relations, quoted(item.left, _QUOTE), quoted(item.right, _QUOTE)]


def _figures(name: str, judged: SetVerdict | CheckVerdict) -> Iterator[str]:
    if judged.measured:
        head = ("Measure", "Value", "95 % interval", "Items", "At least", "Verdict")
        table = _table(head, "lrrrrl", [_figure(metric, judged) for metric in judged.measured])
        yield f"<details><summary>Figures: {escape(name)}</summary>\n\n{table}\n\n</details>"


def _figure(metric: str, judged: SetVerdict | CheckVerdict) -> list[str]:
    one = judged.measured[metric]
    asked = [threshold for threshold in judged.thresholds if threshold.metric == metric]
    missed = {shortfall.threshold.severity for shortfall in judged.shortfalls if shortfall.threshold.metric == metric}
    verdict = f"below ({', '.join(sorted(missed))})" if missed else "passed" if asked else UNKNOWN
    bounds = ", ".join(least(threshold) for threshold in asked) or UNKNOWN
    return [metric, figure(one.value), interval(one), str(one.count), bounds, verdict]


def _table(head: Sequence[str], align: str, rows: Iterable[Sequence[str]]) -> str:
    rule = ["---:" if side == "r" else "---" for side in align]
    lines = [list(head), rule, *([escape(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
