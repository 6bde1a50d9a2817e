"""One day or stretch of days, and what the sources place there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from compare.model import Comparison
from reports.view import dates, eras
from reports.view.dates import Place
from reports.view.eras import Mark
from reports.view.events import Naming, why
from reports.view.index import Index
from reports.view.values import Day
from reports.view.values.timeline import Dot, Event

_OPEN, _FEW = 6, 3  # rows of one day that are shown at once, those that most sources place there
_CROWD = 60  # rows over all days from which only the few are shown


def days(comparison: Comparison, index: Index) -> Iterator[Day]:
    """Known days in order, then what names a time whose day is not known; the same for any order of the articles."""
    naming = Naming(comparison, index)
    if not naming.rows:
        return
    published = _published(comparison, index)
    shown = _OPEN if sum(map(len, naming.rows.values())) < _CROWD else _FEW
    for at, mark in eras.marks({at: len(rows) for at, rows in naming.rows.items()}, published).items():
        events = naming.events(at)
        yield _day(
            at,
            mark,
            published=published.get(at, []),
            why=why(comparison, index, at, events),
            events=naming.by_clock(at, events[:shown]),
            more=naming.by_clock(at, events[shown:]),
        )


def _published(comparison: Comparison, index: Index) -> dict[Place, list[str]]:
    found: dict[Place, list[str]] = defaultdict(list)
    for article in comparison.articles:
        if article.published:
            found[dates.of_days(article.published, article.published)].append(index.labels[article.id])
    return {at: sorted(labels) for at, labels in found.items()}


def _day(
    at: Place, mark: Mark, *, published: Sequence[str], why: str, events: tuple[Event, ...], more: tuple[Event, ...]
) -> Day:
    return Day(
        id=at.id,
        title=at.title,
        part=mark.part,
        folded=mark.folded and not any(event.is_judged for event in (*events, *more)),
        single=at.days == 1,
        gap=mark.gap,
        at=mark.at,
        ticks=mark.ticks,
        dots=tuple(_dots((*events, *more), published)),
        published=tuple(published),
        why=why,
        events=events,
        more=more,
    )


def _dots(events: Iterable[Event], published: Sequence[str]) -> Iterator[Dot]:
    claims: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for telling in event.tellings:
            claims[telling.source].add(telling.claim)
    for label in sorted({*claims, *published}):
        yield Dot(label, len(claims[label]), label in published)
