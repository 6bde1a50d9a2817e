"""Shared wording -> origins. Articles that share most of their wording come from one origin; so do copied claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from compare.model import Article, Claim
from compare.settings import Settings
from compare.wording import words


class Origins:
    """Which articles and which claims come from one origin."""

    def __init__(
        self,
        articles: Sequence[Article],
        claims: Sequence[Claim],
        linked: Iterable[tuple[Claim, Claim]],
        settings: Settings,
    ) -> None:
        self._copies = Joined()
        self._articles = Joined()
        copied: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for left, right in linked:
            if is_copy(left, right, settings):
                self._copies.join(left.id, right.id)
                copied[left.article, right.article].add(left.id)
                copied[right.article, left.article].add(right.id)
        sizes = Counter(claim.article for claim in claims)
        for (article, other), ids in sorted(copied.items()):
            if sizes[article] <= sizes[other] and len(ids) >= settings.copy_share * sizes[article]:
                self._articles.join(article, other)

    def of_article(self, id: str) -> str:
        """The origin of an article: the id of the first article, by id, that it shares its wording with, or its own."""
        return self._articles.root(id)

    def count(self, claims: Sequence[Claim]) -> int:
        """How many independent origins tell these claims: copies, and articles of one origin, count once."""
        joined = Joined()
        for claim in claims:
            joined.join(f"claim {self._copies.root(claim.id)}", f"article {self.of_article(claim.article)}")
        return len({joined.root(f"article {self.of_article(claim.article)}") for claim in claims})


def is_copy(left: Claim, right: Claim, settings: Settings) -> bool:
    """Whether two claims share their wording: long enough, and almost the same words in the same order."""
    ours, theirs = words(left.text), words(right.text)
    if min(len(ours), len(theirs)) < settings.copy_words:
        return ours == theirs
    return fuzz.ratio(" ".join(ours), " ".join(theirs)) >= 100 * settings.copy_likeness


class Joined:
    """Disjoint sets of names (union-find); the root of a set is its smallest name, whatever the order of joining."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The smallest name joined with this one."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def join(self, a: str, b: str) -> None:
        """Put two names into one set."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
