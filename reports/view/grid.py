"""The claim grid: a row a group, a cell a source."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Article, Claim, Comparison, Group, Link
from reports import words
from reports.figures import counted
from reports.view.bonds import bond, by_severity, sharpness
from reports.view.index import Index
from reports.view.passages import quote
from reports.view.values import Cell, Quote, Row

_ORDER = tuple(words.STANDINGS)


def rows(comparison: Comparison, index: Index) -> Iterator[Row]:
    """All rows: what most needs attention first, what one source alone tells last."""
    made = [_row(comparison, index, group) for group in comparison.groups]
    yield from sorted(made, key=_rank)


def _rank(row: Row) -> tuple[bool, int, float, list[tuple[bool, int]], str]:
    places = [(place is None, place or 0) for place in row.places]
    return not row.shared, _ORDER.index(row.standing), -row.sharpness if row.shared else 0.0, places, row.id


def _row(comparison: Comparison, index: Index, group: Group) -> Row:
    links = by_severity(index.links(group.claims))
    numbers = _numbers(index, group)
    suffixes = {**{claim.id: " (another row)" for claim in index.beyond(group)}, **_suffixes(numbers)}
    return Row(
        id=group.id,
        standing=group.standing,
        cells=tuple(_cell(index, group, article, links, numbers) for article in comparison.articles),
        bonds=tuple(bond(index, link, suffixes) for link in links),
        told_by=told_by(index, group),
        shared=len(index.told(group)) > 1,
        sharpness=sharpness(links[0]) if links and links[0].relation in ("conflict", "differ") else 0.0,
        places=tuple(_place(index, group, article) for article in comparison.articles),
    )


def told_by(index: Index, group: Group) -> str:
    """ "3 of 4 sources", and how many origins where that is fewer."""
    told, all_of = len(index.told(group)), len(index.comparison.articles)
    origins = f", {counted(group.origins, 'origin')}" if group.origins < told else ""
    return f"{told} of {all_of} sources{origins}"


def _numbers(index: Index, group: Group) -> dict[str, int]:
    """1, 2, … for the claims of an article that has several in the group."""
    numbers: dict[str, int] = {}
    for article in index.comparison.articles:
        own = _own(index, group, article)
        numbers.update({claim.id: number for number, claim in enumerate(own, 1)} if len(own) > 1 else {})
    return numbers


def _suffixes(numbers: dict[str, int]) -> dict[str, str]:
    return {claim: f" ({number})" for claim, number in numbers.items()}


def _own(index: Index, group: Group, article: Article) -> list[Claim]:
    return [claim for claim in index.in_order(group.claims) if claim.article == article.id]


def _cell(index: Index, group: Group, article: Article, links: list[Link], numbers: dict[str, int]) -> Cell:
    def quoted(claim: Claim) -> Quote:
        return quote(index, claim, links, numbers.get(claim.id, 0))

    own = [quoted(claim) for claim in _own(index, group, article)]
    beyond = [quoted(claim) for claim in index.beyond(group) if claim.article == article.id]
    return Cell(index.labels[article.id], tuple(own), tuple(beyond))


def _place(index: Index, group: Group, article: Article) -> int | None:
    return min((index.rank[claim.id] for claim in _own(index, group, article)), default=None)
