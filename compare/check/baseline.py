"""What is no longer as it was when the baseline was accepted, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compare.check.baseline_file import (
    Baseline,
    Entry,
    distinct,
    how_to_accept,
    ident,
    load_baseline,
    refuse_in_ci,
    write_baseline,
)
from compare.check.goldset import Passage
from compare.check.outcome import Change, ChangeKind, Item, SetOutcome, Severity
from compare.check.telling import both, by_gold, one_line
from compare.model import Relation

__all__ = ["ORDER", "Baseline", "Entry", "changes", "load_baseline", "refuse_in_ci", "write_baseline"]

ORDER: tuple[ChangeKind, ...] = ("missing baseline", "lost", "changed", "new", "obsolete")
"""In which changes are listed."""


def changes(outcome: SetOutcome, baseline: Baseline | None, severity: Severity = "error") -> tuple[Change, ...]:
    """Every item that is not as it was accepted, by kind and then in the order of the outcome."""
    if baseline is None:
        what = f"no baseline yet; look at what the engine found, then {how_to_accept(outcome.folder)}"
        return (Change("missing baseline", None, None, None, severity, what),)
    found = [*_of_items(outcome, baseline, severity), *_of_entries(outcome, baseline, severity)]
    return tuple(sorted(found, key=lambda change: ORDER.index(change.kind)))


def _of_items(outcome: SetOutcome, baseline: Baseline, severity: Severity) -> Iterator[Change]:
    """Of the items that gold or the engine has now."""
    for found_by, item in distinct(outcome.items).items():
        before = baseline.said(item)
        if found_by in baseline.by_ident and before == item.said:
            continue
        kind: ChangeKind = "new" if before is None else "lost" if item.said is None else "changed"
        yield Change(kind, item, before, item.said, severity, _words(item, before))


def _words(item: Item, before: Relation | None) -> str:
    if before is None and item.said is None:
        what = f"in gold as {item.wanted}, not linked by the engine, and not in the baseline"
    elif before is None:
        what = f"linked as {item.said}, which the baseline has not ({by_gold(item)})"
    elif item.said is None:
        what = f"no longer linked (was {before}, {by_gold(item)})"
    else:
        what = f"changed from {before} to {item.said} ({by_gold(item)})"
    skipped = "; the engine skips one of the two passages" if item.unread else ""
    return f"{what}{skipped}: {both(item.left, item.right)}"


def _of_entries(outcome: SetOutcome, baseline: Baseline, severity: Severity) -> Iterator[Change]:
    """Of what the baseline has and neither gold nor the engine has now."""
    texts = _Texts(outcome.folder)
    now = distinct(outcome.items)
    for entry in baseline.entries:
        if ident(entry) not in now:
            item = Item(entry.key, entry.left, entry.right, None, None)
            gone = _why_obsolete(entry, outcome, texts)
            words = f"{gone}: {both(entry.left, entry.right)}" if gone else _words(item, entry.said)
            yield Change("obsolete" if gone else "lost", item, entry.said, None, severity, words)


def _why_obsolete(entry: Entry, outcome: SetOutcome, texts: _Texts) -> str:
    """Why an entry speaks of nothing any more; "" where its sentences are there and only the link is not."""
    for passage in (entry.left, entry.right):
        if passage.quote not in texts.of(passage.article):
            return f"in the baseline, but {one_line(passage.article)} no longer has the sentence"
    if any(_overlap(entry, item) for item in outcome.items):
        return "in the baseline, but quoted otherwise now"
    return "" if entry.said else "in the baseline, but gold no longer has the link"


def _overlap(entry: Entry, item: Item) -> bool:
    """Whether both quotes of an item hold those of the entry, or the other way round."""
    return any(
        _same_place(entry.left, left) and _same_place(entry.right, right)
        for left, right in ((item.left, item.right), (item.right, item.left))
    )


def _same_place(one: Passage, other: Passage) -> bool:
    return one.article == other.article and (one.quote in other.quote or other.quote in one.quote)


class _Texts:
    """The articles of a set, each read once and only where it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, str] = {}

    def of(self, article: str) -> str:
        """The text of one article; "" where it is not there any more."""
        if article not in self._read:
            self._read[article] = self._text(article)
        return self._read[article]

    def _text(self, article: str) -> str:
        if Path(article).name != article:  # a baseline names nothing outside its folder
            return ""
        try:
            return (self._folder / article).read_bytes().decode("utf-8", "replace")
        except (OSError, ValueError):
            return ""
