"""What each source alone says, what it lacks, and where in its article that would stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from compare.model import Article, Claim, Comparison, Group
from reports import words
from reports.safe import shortened
from reports.view.index import Index
from reports.view.passages import quote
from reports.view.values import Lack, LeftOut, Piece, Quote
from reports.view.values.articles import Copied, Gap

_ORDER = tuple(words.STANDINGS)
_FEW, _SHORT = 6, 56
"""How many sources a page tells everything of at every place; of more it tells less, in so many characters."""


def rule(comparison: Comparison) -> str:
    """What counts as left out."""
    if _enough(comparison) == 1:
        other = "the other" if len(comparison.articles) == 2 else "another"
        return f"A source lacks what no claim of it was linked to and {other} source tells."
    return (
        "A source lacks what no claim of it was linked to and at least two other origins tell. "
        "What one origin alone tells stands with its own source."
    )


def left_out(comparison: Comparison, index: Index) -> Iterator[LeftOut]:
    """For every article, in the order given."""
    for article in comparison.articles:
        told = [(claim, index.told(index.group_of[claim.id])) for claim in index.claims_of[article.id]]
        alone = [quote(index, claim) for claim, tellers in told if len(tellers) == 1]
        copied = [_copied(index, claim, tellers) for claim, tellers in told if len(tellers) > 1]
        lacks = tuple(_lacks(comparison, index, article))
        yield LeftOut(index.labels[article.id], tuple(alone), tuple(filter(None, copied)), lacks)


def _copied(index: Index, claim: Claim, tellers: Iterable[Article]) -> Copied | None:
    if index.group_of[claim.id].origins > 1:
        return None
    others = [index.labels[teller.id] for teller in tellers if teller.id != claim.article]
    return Copied(quote(index, claim), words.joined(others))


def _lacks(comparison: Comparison, index: Index, article: Article) -> Iterator[Lack]:
    enough = _enough(comparison)
    found = [replace(lack, gap=gap.id) for gap in gaps(index, article) for lack in gap.lacks if lack.origins >= enough]
    yield from sorted(found, key=lambda lack: -lack.origins)


def _enough(comparison: Comparison) -> int:
    """How many other origins must tell what a source lacks: two, where there can be so many."""
    return max(1, min(2, comparison.scores.overall.origins - 1))


class _Place(NamedTuple):
    """Where something would stand, and how many claims of the teller lie between."""

    distance: float
    after: str


def gaps(index: Index, article: Article) -> tuple[Gap, ...]:
    """The places of an article where others tell more, in the order of its text."""
    places = dict(_places(index, article))
    needed = _enough(index.comparison) if is_crowded(index.comparison) else 1
    found: dict[str, list[Lack]] = defaultdict(list)
    for group in index.comparison.groups:
        if article.id in group.missing_from:
            lack = _lack(index, article, group)
            if lack.origins >= needed:
                found[min(places[claim] for claim in group.claims).after].append(lack)
    ordered = sorted(found, key=lambda after: index.rank[after] if after else -1)
    return tuple(
        Gap(f"n-{article.id}-{number}", number, after, tuple(sorted(found[after], key=_weight)))
        for number, after in enumerate(ordered, 1)
    )


def is_crowded(comparison: Comparison) -> bool:
    """Whether there are so many sources that what each lacks has to be told in short."""
    return len(comparison.articles) > _FEW


def _weight(lack: Lack) -> tuple[int, int, int, str]:
    return -lack.origins, -lack.sources, _ORDER.index(lack.quote.standing), lack.quote.row


def _lack(index: Index, article: Article, group: Group) -> Lack:
    told = index.told(group)
    origins = {teller.origin or teller.id for teller in told} - {article.origin or article.id}
    said = quote(index, _central(index, group))
    return Lack(
        quote=_short(said) if is_crowded(index.comparison) else said,
        told_by=words.joined([index.labels[teller.id] for teller in told]),
        sources=len(told),
        origins=max(1, min(group.origins, len(origins))),
    )


def _short(said: Quote) -> Quote:
    return replace(said, pieces=(Piece(shortened(said.text, _SHORT)),), cut=True)


def _central(index: Index, group: Group) -> Claim:
    """The claim that its links tie most firmly to the others of its group."""
    tied = dict.fromkeys(group.claims, 0.0)
    for link in index.links(group.claims):
        if link.left in tied and link.right in tied:
            tied[link.left] += link.probability
            tied[link.right] += link.probability
    return max(index.in_order(group.claims), key=lambda claim: tied[claim.id])


def _places(index: Index, article: Article) -> Iterator[tuple[str, _Place]]:
    """For every claim of the others, the claim of this article that it would come behind.

    That is the counterpart of the nearest claim before it that has one. What comes before all of them stands before
    the first claim; where two articles share nothing, at the end.
    """
    own = _counterparts(index, article)
    last = [claim.id for claim in index.claims_of[article.id]][-1:]
    for other in index.comparison.articles:
        claims = index.claims_of[other.id]
        met = [place for place, claim in enumerate(claims) if claim.id in own]
        place = _Place(len(claims), "") if met else _Place(float("inf"), "".join(last))
        for claim in claims:
            place = _Place(0, own[claim.id]) if claim.id in own else place._replace(distance=place.distance + 1)
            yield claim.id, place


def _counterparts(index: Index, article: Article) -> Mapping[str, str]:
    """Claims of others -> the claim of this article that speaks of the same: the likeliest link, or the same row."""
    own = [claim.id for claim in index.claims_of[article.id]]
    ranked: dict[str, tuple[float, int, str]] = {}
    for id in own:
        for other, sure in _met(index, id):
            candidate = (sure, -index.rank[id], id)
            ranked[other] = max(ranked.get(other, candidate), candidate)
    return {other: id for other, (_, _, id) in ranked.items()}


def _met(index: Index, id: str) -> Iterator[tuple[str, float]]:
    article = index.comparison.claim(id).article
    yield from ((link.other(id), link.probability) for link in index.links([id]))
    mates = (mate for mate in index.group_of[id].claims if index.comparison.claim(mate).article != article)
    yield from ((mate, 0.0) for mate in mates)
