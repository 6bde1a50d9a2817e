"""Shared wording and agency credits -> origins: how many independent sources stand behind some claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from compare.model import Article, Claim
from compare.origins.credits import credited, credits, for_whole
from compare.origins.joined import Joined
from compare.origins.shared import shared_wording
from compare.settings import Settings
from compare.wording import words


class Origins:
    """Which articles and which claims come from one origin.

    Claims come from one origin where they share their wording, or agree and credit one news agency. Articles do
    where `copy_share` of the claims of the shorter one share their wording with the other, where both credit one
    agency for the whole and share any wording, and where their words are the same.

    An origin is one of text. A sentence taken over with a "not" put in still has that of its model; that the two do not
    agree is for their link to say. Independent of the order of everything given.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        claims: Sequence[Claim],
        agreeing: Iterable[tuple[Claim, Claim]],
        settings: Settings,
    ) -> None:
        """`claims` are all claims of the articles, `agreeing` pairs of them that are linked and agree."""
        self._claims = Joined()
        self._articles = Joined()
        shared = shared_wording(claims, settings)
        for left, right in (*shared, *_of_one_agency(articles, agreeing)):
            self._claims.join(left.id, right.id)
        for pairs in (_copied(claims, shared, settings), _same_agency(articles, shared), _same_words(claims)):
            for one, other in pairs:
                self._articles.join(one, other)

    def of_article(self, id: str) -> str:
        """The origin of an article: the id of the first article, by id, that it shares its origin with, or its own."""
        return self._articles.root(id)

    def count(self, claims: Sequence[Claim]) -> int:
        """How many independent origins tell these claims: copies, and articles of one origin, count once."""
        joined = Joined()
        for claim in claims:
            joined.join(f"claim {self._claims.root(claim.id)}", f"article {self.of_article(claim.article)}")
        return len({joined.root(f"article {self.of_article(claim.article)}") for claim in claims})


Pairs = Iterable[tuple[Claim, Claim]]
Ids = Iterator[tuple[str, str]]


def _of_one_agency(articles: Sequence[Article], agreeing: Pairs) -> Iterator[tuple[Claim, Claim]]:
    given = {article.id: credits(article) for article in articles}
    for left, right in agreeing:
        if credited(left, given.get(left.article, ())) & credited(right, given.get(right.article, ())):
            yield left, right


def _copied(claims: Sequence[Claim], shared: Pairs, settings: Settings) -> Ids:
    copied: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for left, right in shared:
        copied[left.article, right.article].add(left.id)
        copied[right.article, left.article].add(right.id)
    sizes = Counter(claim.article for claim in claims)
    for (article, other), ids in copied.items():
        if sizes[article] <= sizes[other] and len(ids) >= settings.copy_share * sizes[article]:
            yield article, other


def _same_agency(articles: Sequence[Article], shared: Pairs) -> Ids:
    agencies = {article.id: for_whole(article) for article in articles}
    for one, other in {(left.article, right.article) for left, right in shared}:
        if agencies.get(one, frozenset()) & agencies.get(other, frozenset()):
            yield one, other


def _same_words(claims: Sequence[Claim]) -> Ids:
    """Articles of short sentences have too few words to be copies by these; word for word the same they are."""
    told: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for claim in claims:
        told[claim.article].append((claim.start, words(claim.text)))
    alike: defaultdict[tuple[tuple[str, ...], ...], list[str]] = defaultdict(list)
    for article, sentences in told.items():
        alike[tuple(text for _, text in sorted(sentences))].append(article)
    for articles in alike.values():
        yield from combinations(sorted(articles), 2)
