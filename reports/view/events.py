"""The rows of the grid whose claims name one day, each with the words that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from compare.model import Claim, Comparison, Group, Span
from reports import words
from reports.safe import one_line
from reports.view import dates
from reports.view.dates import Place
from reports.view.grid import told_by
from reports.view.index import Index
from reports.view.passages import manner
from reports.view.spreads import Named, spread
from reports.view.values.timeline import Event, Phrase, Telling

_AROUND = 240  # characters of a claim on either side of the words that name a day
_MANY = 4  # sources that are counted and not named
_STANDINGS = tuple(words.STANDINGS)


class Naming:
    """Every time that the claims name, by row and by day."""

    def __init__(self, comparison: Comparison, index: Index) -> None:
        """Look through the rows of a comparison."""
        self.index = index
        self.groups = {group.id: group for group in comparison.groups}
        self.of_row = {id: list(_named(index, group)) for id, group in self.groups.items()}
        self.rows: dict[Place, list[str]] = defaultdict(list)
        for id in sorted(self.groups):
            for at in {one.place for one in self.of_row[id]}:
                self.rows[at].append(id)

    def events(self, at: Place) -> list[Event]:
        """The rows that name a day: verdicts on the time first, then what most sources place there."""
        found = [self._event(self.groups[id], at) for id in self.rows.get(at, ())]
        return sorted(found, key=_importance)

    def by_clock(self, at: Place, events: Iterable[Event]) -> tuple[Event, ...]:
        """By the time of day; what tells none follows, in the order given."""
        return tuple(sorted(events, key=lambda event: _opens(self._here(event.row, at))))

    def _here(self, row: str, at: Place) -> list[Named]:
        return [one for one in self.of_row[row] if one.place == at]

    def _event(self, group: Group, at: Place) -> Event:
        named = self.of_row[group.id]
        claims = groupby(self._here(group.id, at), key=lambda one: one.claim)
        here = sorted((list(own) for _, own in claims), key=self._order)
        return Event(
            row=group.id,
            standing=group.standing,
            told_by=told_by(self.index, group),
            tellings=tuple(self._telling(own, at) for own in here),
            spread=spread(self.index, group, named, at),
            silent=self._silent(group, {one.claim.article for one in named}),
        )

    def _order(self, own: Sequence[Named]) -> tuple[float, str, int]:
        claim = own[0].claim
        return _opens(own), self.index.labels[claim.article], self.index.rank[claim.id]

    def _telling(self, own: Sequence[Named], at: Place) -> Telling:
        claim = own[0].claim
        hours = dict.fromkeys(filter(None, (dates.hour(one.when) for one in own)))
        how = tuple(name for name in manner(claim) if name != "asserted")
        return Telling(claim.id, self.index.labels[claim.article], ", ".join(hours), tuple(_phrases(claim, at)), how)

    def _silent(self, group: Group, naming: set[str]) -> str:
        others = [article.id for article in self.index.told(group) if article.id not in naming]
        return _few(self.index.labels[id] for id in others)


def _named(index: Index, group: Group) -> Iterator[Named]:
    """A time of day alone counts only where its claim names no day."""
    for claim in index.in_order(group.claims):
        placed = [Named(claim, when, dates.place(when)) for when in claim.whens()]
        yield from [one for one in placed if one.place.unknown != dates.CLOCK] or placed


def _importance(event: Event) -> tuple[bool, int, int, bool, str]:
    sources = {telling.source for telling in event.tellings}
    return not event.is_judged, -len(sources), _STANDINGS.index(event.standing), event.spread is None, event.row


def _opens(own: Iterable[Named]) -> float:
    """The first minute told; infinite where none is."""
    return min((float(one.when.opens) for one in own if one.when.opens is not None), default=float("inf"))


def why(comparison: Comparison, index: Index, at: Place, events: Iterable[Event]) -> str:
    """Why a day is not known: the article bears no date, or its words leave it open; "" for a known day."""
    if not at.unknown:
        return ""
    claims = {telling.claim for event in events for telling in event.tellings}
    articles = {comparison.claim(id).article for id in claims}
    dated = {index.labels[id]: comparison.article(id).published is not None for id in articles}
    return f"Which {dates.MISSING[at.unknown]} is not known: {_reasons(dated, at.unknown)}."


def _reasons(dated: Mapping[str, bool], missing: int) -> str:
    if missing == dates.CLOCK:
        return _all_do(dated, "names none", "name none")
    undated = _all_do([label for label in dated if not dated[label]], "bears no date", "bear no date")
    unclear = _all_do([label for label in dated if dated[label]], "leaves it open", "leave it open")
    return "; ".join(filter(None, (undated, unclear)))


def _all_do(labels: Iterable[str], one: str, several: str) -> str:
    labels = list(labels)
    return f"{_few(labels)} {one if len(labels) == 1 else several}" if labels else ""


def _few(labels: Iterable[str]) -> str:
    """Sources by name, or how many where there are many."""
    labels = sorted(labels)
    return words.joined(labels) if len(labels) < _MANY else f"{len(labels)} sources"


# Words of a claim


def _phrases(claim: Claim, at: Place) -> Iterator[Phrase]:
    """The claim around the words that name the day, with the other times in it, each leading to its day."""
    times = [(when.span, dates.place(when)) for when in sorted(claim.whens(), key=lambda when: when.span)]
    here = [span for span, place in times if place == at]
    shown = _around(claim, here)
    done = shown.start
    yield from [Phrase("…")] if shown.start > claim.start else []
    for span, place in times:
        if done <= span.start and shown.holds(span) and (place == at or not any(map(span.meet, here))):
            yield from _words(claim, done, span.start)
            yield from _words(claim, span.start, span.end, place, here=place == at)
            done = span.end
    yield from _words(claim, done, shown.end)
    yield from [Phrase("…")] if shown.end < claim.end else []


def _around(claim: Claim, here: Sequence[Span]) -> Span:
    """Those words with some of the claim on either side, cut between words where there are any."""
    low, high = max(0, here[0].start - claim.start - _AROUND), here[-1].end - claim.start + _AROUND
    before, after = claim.text[low : here[0].start - claim.start], claim.text[here[-1].end - claim.start : high]
    skipped = before.find(" ") + 1 if low else 0
    kept = after.rfind(" ") if high < len(claim.text) and " " in after else len(after)
    return Span(claim.start + low + skipped, here[-1].end + kept)


def _words(claim: Claim, start: int, end: int, place: Place | None = None, *, here: bool = False) -> Iterator[Phrase]:
    """A stretch of the claim; a day in it is left without a link where it has none of its own."""
    text = one_line(f"|{claim.text[start - claim.start : end - claim.start]}|")[1:-1]
    if text or here:
        linked = place and not here and place.unknown != dates.CLOCK
        yield Phrase(text or "…", place.id if place and linked else "", here)
