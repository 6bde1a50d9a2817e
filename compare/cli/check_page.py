"""A verdict -> the pages that `compare check --html` writes: one over all sets, and the report of every set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from compare.check.outcome import Change, CheckVerdict, Item, Measured, SetVerdict, Shortfall, Threshold
from compare.check.rows import rows
from compare.check.telling import (
    NOTHING,
    VERDICTS,
    both,
    figure,
    interval,
    least,
    one_line,
    set_names,
    short_of,
    verdict_of,
)
from compare.model import Comparison
from reports import check_page, checked, html

Comparisons = Mapping[Path, Comparison]
"""By the folder of the set."""


def pages(verdict: CheckVerdict, comparisons: Comparisons) -> Iterator[tuple[str, bytes]]:
    """Each page with the name of its file in the folder; index.html comes first."""
    names = check_page.file_names(set_names(verdict))
    yield "index.html", _encoded(check_page.render(_check(verdict, comparisons, names)))
    for file, one in zip(names, verdict.sets, strict=True):
        if one.folder in comparisons:
            yield file, _encoded(html.render(comparisons[one.folder]))


def _encoded(page: str) -> bytes:
    return page.encode("utf-8", "replace")


def _check(verdict: CheckVerdict, comparisons: Comparisons, files: list[str]) -> checked.Check:
    named = zip(set_names(verdict), verdict.sets, files, strict=True)
    return checked.Check(
        verdict=VERDICTS[verdict.exit_code],
        lead=_lead(verdict),
        sets=tuple(_set(name, one, comparisons.get(one.folder), file) for name, one, file in named),
        figures=_figures(verdict),
        problems=tuple(map(_short, verdict.shortfalls)),
    )


def _lead(verdict: CheckVerdict) -> str:
    if not verdict.sets:
        return NOTHING.capitalize() + "."
    words = [verdict_of(one) for one in verdict.sets]
    told = ", ".join(f"{words.count(word)} {word}" for word in VERDICTS if word in words)
    return f"{len(words)} {'set' if len(words) == 1 else 'sets'}: {told}."


def _set(name: str, one: SetVerdict, comparison: Comparison | None, file: str) -> checked.CheckedSet:
    items = one.outcome.items if one.outcome else ()
    return checked.CheckedSet(
        name=name,
        title=one_line(one.outcome.title) if one.outcome else "",
        verdict=verdict_of(one),
        problems=(*([one_line(one.error)] if one.error else []), *map(_short, one.shortfalls)),
        figures=_figures(one),
        changes=tuple(_change(change, comparison) for change in one.changes),
        right=sum(item.wanted is not None and item.wanted == item.said for item in items),
        misses=tuple(_miss(item, comparison) for item in items if item.wanted != item.said),
        report=file if comparison else "",
    )


def _short(shortfall: Shortfall) -> str:
    return short_of(shortfall) + (" – a warning" if shortfall.threshold.severity == "warn" else "")


def _figures(judged: SetVerdict | CheckVerdict) -> tuple[checked.Figure, ...]:
    missed = {shortfall.threshold for shortfall in judged.shortfalls}
    bounds = [(threshold.metric, _bound(threshold, missed)) for threshold in judged.thresholds]
    return tuple(
        replace(_figure(metric, one), bounds=tuple(bound for asked, bound in bounds if asked == metric))
        for metric, one in judged.measured.items()
    )


def _figure(metric: str, one: Measured) -> checked.Figure:
    return checked.Figure(metric, one.value, one.low, one.high, one.count, figure(one.value), interval(one))


def _bound(threshold: Threshold, missed: set[Threshold]) -> checked.Bound:
    return checked.Bound(threshold.least, least(threshold), threshold not in missed, threshold.severity == "warn")


def _change(change: Change, comparison: Comparison | None) -> checked.Change:
    item = change.item
    what = change.words.removesuffix(f": {both(item.left, item.right)}") if item else change.words
    sides = _sides(item, comparison) if item else ()
    return checked.Change(change.kind, one_line(what), change.severity == "warn", sides)


def _miss(item: Item, comparison: Comparison | None) -> checked.Miss:
    left, right = _sides(item, comparison)
    return checked.Miss(
        kind="needless" if item.wanted is None else "missed" if item.said is None else "wrong",
        gold=checked.Verdict(item.wanted or "", item.wanted_aspects),
        engine=checked.Verdict(item.said or "", item.said_aspects),
        left=left,
        right=right,
        place=f"gold.json, line {item.line}" if item.line else "",
        unread=item.unread,
    )


def _sides(item: Item, comparison: Comparison | None) -> tuple[checked.Quote, checked.Quote]:
    left, right = rows(item, comparison) if comparison else ("", "")
    return (
        checked.Quote(item.left.article, one_line(item.left.quote), left),
        checked.Quote(item.right.article, one_line(item.right.quote), right),
    )
