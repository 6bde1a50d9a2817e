"""The claim grid: a row a group, a cell a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from compare.model import Article, Claim, Comparison, Group, Link
from reports import words
from reports.figures import counted
from reports.view.bonds import bond, by_severity, kinds, sharpness
from reports.view.index import Index
from reports.view.passages import glimpse, manner, quote
from reports.view.values import Bond, Cell, Quote, Row

_ORDER = tuple(words.STANDINGS)
_ROOM, _NUMBERED, _QUOTED = 1000, 20, 3
"""How many links one page can tell step by step, and how many links by number and claims take the room of one such."""


class _Weight(NamedTuple):
    """What decides where a row stands."""

    alone: bool
    origins: int
    sources: int
    standing: int
    sharpness: float
    places: list[tuple[bool, int]]
    id: str

    @property
    def importance(self) -> tuple[object, ...]:
        """Told by many independent origins first, what one source alone tells last."""
        return (self.alone, -self.origins, -self.sources, *self.severity)

    @property
    def severity(self) -> tuple[object, ...]:
        """Contested first, and of each standing the surest conflict first."""
        return self.alone, self.standing, 0.0 if self.alone else -self.sharpness, self.places, self.id


def rows(comparison: Comparison, index: Index) -> Iterator[Row]:
    """All rows, by importance."""
    links = {group.id: by_severity(index.links(group.claims)) for group in comparison.groups}
    most = _explained([len(own) for own in links.values()], len(comparison.claims))
    weights = {group.id: _weight(index, group, links[group.id]) for group in comparison.groups}
    told_in: dict[str, str] = {}
    severe = {id: place for place, id in enumerate(sorted(weights, key=lambda id: weights[id].severity))}
    for group in sorted(comparison.groups, key=lambda group: weights[group.id].importance):
        yield _row(_Telling(index, group, links[group.id], most), severe[group.id], told_in)


def _explained(links: Sequence[int], claims: int) -> int | None:
    """How many of its links each row explains: None for all, else as many as the page can hold, at least one."""
    room = _ROOM - claims // _QUOTED
    if sum(links) <= room:
        return None
    room -= sum(links) // _NUMBERED
    return next((most for most in range(max(links), 1, -1) if sum(min(most, own) for own in links) <= room), 1)


def _weight(index: Index, group: Group, links: Sequence[Link]) -> _Weight:
    sharp = sharpness(links[0]) if links and links[0].relation in ("conflict", "differ") else 0.0
    places = [(place is None, place or 0) for place in _places(index, group)]
    sources = len(index.told(group))
    return _Weight(sources < 2, group.origins, sources, _ORDER.index(group.standing), sharp, places, group.id)


class _Telling:
    """What the parts of a row have in common."""

    def __init__(self, index: Index, group: Group, links: Sequence[Link], most: int | None) -> None:
        self.index = index
        self.group = group
        self.links = links
        self.crowded = most is not None
        self.explained, self.others = links[:most], links[len(links) if most is None else most :]
        self.beyond = list(index.beyond(group))
        self.own = {article.id: list[Claim]() for article in index.comparison.articles}
        for claim in index.in_order(group.claims):
            self.own[claim.article].append(claim)
        self.places = self._places()
        self.numbers = self.places if self.crowded else self._cell_numbers()

    def _cell_numbers(self) -> dict[str, int]:
        """1, 2, … for the claims of an article that has several in the group."""
        return {claim.id: n for own in self.own.values() if len(own) > 1 for n, claim in enumerate(own, 1)}

    def _places(self) -> dict[str, int]:
        """1, 2, … for all claims in the row, in the order they stand there, so that links can be told by number."""
        standing = (claim for article in self.own for claim in (*self.own[article], *self.others_of(article)))
        return {claim.id: number for number, claim in enumerate(standing, 1)}

    def others_of(self, article: str) -> list[Claim]:
        """Claims of an article that are linked to this row and stand in another."""
        return [claim for claim in self.beyond if claim.article == article]

    def suffixes(self) -> dict[str, str]:
        """What tells the claims of one article apart."""
        numbered = {claim: f" ({number})" for claim, number in self.numbers.items()}
        return numbered | {
            claim.id: f" ({number}, another row)" if (number := self.numbers.get(claim.id)) else " (another row)"
            for claim in self.beyond
        }


def _row(telling: _Telling, sharpest: int, told_in: dict[str, str]) -> Row:
    index, group = telling.index, telling.group
    return Row(
        id=group.id,
        standing=group.standing,
        cells=tuple(_cell(telling, article) for article in index.comparison.articles),
        bonds=tuple(_bonds(telling, told_in)),
        more=kinds(telling.others, telling.numbers),
        kinds=tuple(dict.fromkeys(" ".join((link.relation, *link.aspects)) for link in telling.links)),
        told_by=told_by(index, group),
        shared=len(index.told(group)) > 1,
        manners=tuple(dict.fromkeys(how for own in telling.own.values() for claim in own for how in manner(claim))),
        sharpest=sharpest,
        places=_places(index, group),
    )


def _bonds(telling: _Telling, told_in: dict[str, str]) -> Iterator[Bond]:
    """Its links step by step; of a link between two rows the steps stand in the first alone."""
    suffixes = telling.suffixes()
    for link in telling.explained:
        row = told_in.setdefault(link.id, telling.group.id)
        told, ends = bond(telling.index, link, suffixes), (telling.places[link.left], telling.places[link.right])
        yield replace(told, told_in="" if row == telling.group.id else row, ends=ends)


def told_by(index: Index, group: Group) -> str:
    """ "3 of 4 sources", and how many origins where that is fewer."""
    told, all_of = len(index.told(group)), len(index.comparison.articles)
    origins = f", {counted(group.origins, 'origin')}" if group.origins < told else ""
    return f"{told} of {all_of} sources{origins}"


def _cell(telling: _Telling, article: Article) -> Cell:
    def quoted(claim: Claim) -> Quote:
        touching = [link for link in telling.links if claim.id in (link.left, link.right)]
        return quote(telling.index, claim, touching, telling.numbers.get(claim.id, 0))

    own = tuple(map(quoted, telling.own[article.id]))
    return Cell(telling.index.labels[article.id], own, tuple(_elsewhere(telling, article, quoted)))


def _elsewhere(telling: _Telling, article: Article, quoted: Callable[[Claim], Quote]) -> Iterator[Quote]:
    """Claims of other rows; on a crowded page their first words alone."""
    for claim in telling.others_of(article.id):
        crowded, number = telling.crowded, telling.numbers.get(claim.id, 0)
        yield glimpse(telling.index, claim, number) if crowded else quoted(claim)


def _places(index: Index, group: Group) -> tuple[int | None, ...]:
    """The rank of its first claim in each article."""
    first: dict[str, int] = {}
    for claim in index.in_order(group.claims):
        first.setdefault(claim.article, index.rank[claim.id])
    return tuple(first.get(article.id) for article in index.comparison.articles)
