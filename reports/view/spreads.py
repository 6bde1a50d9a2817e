"""Sources of one row that do not name the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from compare.model import Claim, Group, Link, When
from reports import words
from reports.view import dates
from reports.view.bonds import by_severity
from reports.view.dates import Place
from reports.view.index import Index
from reports.view.values.timeline import Spread, Stand

_VERDICTS = ("conflict", "differ")


@dataclass(frozen=True)
class Named:
    """A time that a claim names."""

    claim: Claim
    when: When
    place: Place


def spread(index: Index, group: Group, named: Sequence[Named], here: Place) -> Spread | None:
    """The verdict on the times of a row, or else that its sources name different ones; None where they do not."""
    own = {one.claim.id for one in named if one.place == here}
    link = _verdict(index.links(own), {one.claim.id for one in named})
    said = f"{words.called(link)} over the time" if link else _said(named)
    if not said:
        return None
    stands = tuple(_stands(index, named, here))
    return Spread(link.relation if link else "", said, stands if len(stands) > 1 else ())


def _verdict(links: Iterable[Link], naming: set[str]) -> Link | None:
    found = (
        link
        for link in links
        if "time" in link.aspects and link.relation in _VERDICTS and {link.left, link.right} <= naming
    )
    return next(iter(by_severity(found)), None)


def _said(named: Sequence[Named]) -> str:
    """How two sources stand to each other none of whose times is told by the other."""
    by_source: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        by_source[one.claim.article].append(one)
    found = set(_differences(by_source))
    return next((said for said in ("different dates", "different times", "dates that may fit") if said in found), "")


def _differences(by_source: Mapping[str, Sequence[Named]]) -> Iterator[str]:
    for left, right in combinations(by_source.values(), 2):
        apart = {dates.apart(a.when, b.when) for a, b in product(left, right)}
        if "" not in apart:
            yield "different dates" if apart == {"dates"} else "different times"
        elif _all_known([*left, *right]) and not {one.place for one in left} & {one.place for one in right}:
            yield "dates that may fit"


def _all_known(named: Iterable[Named]) -> bool:
    return not any(one.place.unknown for one in named)


def _stands(index: Index, named: Iterable[Named], here: Place) -> Iterator[Stand]:
    sources: dict[Place, set[str]] = defaultdict(set)
    for one in named:
        sources[one.place].add(index.labels[one.claim.article])
    for at in sorted(sources):
        yield Stand(at.short, at.id, words.joined(sorted(sources[at])), at == here)
