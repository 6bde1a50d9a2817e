"""Look-ups over a comparison, made once for a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from compare.model import Article, Claim, Comparison, Group, Link
from reports.safe import one_line


class Index:
    """Where each claim stands, and what it is linked to."""

    def __init__(self, comparison: Comparison) -> None:
        """Index the claims and links of a comparison."""
        self.comparison = comparison
        self.labels = {article.id: one_line(article.label) for article in comparison.articles}
        self.group_of = {id: group for group in comparison.groups for id in group.claims}
        self.claims_of: dict[str, list[Claim]] = {article.id: [] for article in comparison.articles}
        for claim in sorted(comparison.claims, key=lambda claim: (claim.start, claim.end, claim.id)):
            self.claims_of[claim.article].append(claim)
        self.rank = {claim.id: rank for claims in self.claims_of.values() for rank, claim in enumerate(claims)}
        self._column = {article.id: column for column, article in enumerate(comparison.articles)}
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in comparison.links:
            self._links[link.left].append(link)
            self._links[link.right].append(link)

    def label(self, claim: str) -> str:
        """The label of the article that a claim stands in."""
        return self.labels[self.comparison.claim(claim).article]

    def links(self, claims: Iterable[str]) -> list[Link]:
        """The links that touch any of these claims, each once, by id."""
        found = {link.id: link for id in claims for link in self._links.get(id, [])}
        return [found[id] for id in sorted(found)]

    def told(self, group: Group) -> list[Article]:
        """The articles that tell of a group, in the order of the comparison."""
        missing = set(group.missing_from)
        return [article for article in self.comparison.articles if article.id not in missing]

    def in_order(self, claims: Iterable[str]) -> list[Claim]:
        """Claims by article, then by place."""
        found = (self.comparison.claim(id) for id in claims)
        return sorted(found, key=lambda claim: (self._column[claim.article], self.rank[claim.id]))

    def beyond(self, group: Group) -> Iterator[Claim]:
        """Claims of other groups that are linked to this one, by article and place."""
        own = set(group.claims)
        ends = {end for link in self.links(own) for end in (link.left, link.right)}
        yield from self.in_order(ends - own)
