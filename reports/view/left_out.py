"""What each source alone says, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Article, Comparison, Group
from reports import words
from reports.view.index import Index
from reports.view.passages import quote
from reports.view.values import Lack, LeftOut


def rule(comparison: Comparison) -> str:
    """What counts as left out."""
    if len(comparison.articles) == 2:
        return "A source lacks what no claim of it was linked to and the other source tells."
    return "A source lacks what no claim of it was linked to and at least two other sources tell."


def left_out(comparison: Comparison, index: Index) -> Iterator[LeftOut]:
    """For every article, in the order given."""
    for article in comparison.articles:
        alone = [claim for claim in index.claims_of[article.id] if len(index.told(index.group_of[claim.id])) == 1]
        label = index.labels[article.id]
        yield LeftOut(label, tuple(quote(index, claim) for claim in alone), tuple(_lacks(comparison, index, article)))


def _lacks(comparison: Comparison, index: Index, article: Article) -> Iterator[Lack]:
    needed = min(2, len(comparison.articles) - 1)
    missing = [group for group in comparison.groups if article.id in group.missing_from]
    told = [group for group in missing if len(index.told(group)) >= needed]
    for group in sorted(told, key=lambda group: (-len(index.told(group)), _first(index, group))):
        tellers = [index.labels[teller.id] for teller in index.told(group)]
        yield Lack(quote(index, index.in_order(group.claims)[0]), words.joined(tellers))


def _first(index: Index, group: Group) -> tuple[int, str]:
    claim = index.in_order(group.claims)[0]
    return index.rank[claim.id], claim.id
