"""A report and the decisions about it -> a gold set: articles, gold.json, set.toml and a card, as bytes by file name.

Gold links sentences. Where several decided pairs of claims are of the same two sentences, they are one link with the
strongest of their relations and all their aspects (docs/annotation.md). What does not become gold is kept, with the
reason, for the card.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, get_args

from compare.errors import InputError
from compare.model import ASPECTS, Article, Aspect, Claim, Comparison, Relation, Span
from compare.review.decisions import Choice, Item, Review, Side, Source, Vote
from compare.review.quoting import quoted

Reason = Literal["not a link", "unsure", "disputed", "undecided", "lost", "not quotable"]
REASONS: tuple[Reason, ...] = get_args(Reason)

_BY_STRENGTH: tuple[Relation, ...] = ("conflict", "differ", "agree")
_SUFFIXES = {".md": ".md", ".markdown": ".md"}
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_TAKEN = frozenset({"readme", "con", "prn", "aux", "nul", *_PORTS})
"""Stems that another file of the set has, or that Windows keeps for itself."""


@dataclass(frozen=True)
class Passage:
    """Words of an article, and where they stand."""

    article: str
    """Id."""
    start: int
    quote: str


@dataclass(frozen=True)
class GoldLink:
    """Two passages, and how they relate."""

    a: Passage
    b: Passage
    relation: Relation
    aspects: tuple[Aspect, ...]
    decisions: int
    """How many decided pairs of claims it stands for."""


@dataclass(frozen=True)
class LeftOut:
    """A pair of claims that did not become gold."""

    reason: Reason
    left: tuple[str, str]
    """Label and words."""
    right: tuple[str, str]
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True)
class Gold:
    """What the set holds."""

    articles: tuple[Article, ...]
    names: Mapping[str, str]
    """Article id -> name of its file."""
    links: tuple[GoldLink, ...]
    left_out: tuple[LeftOut, ...]
    review: Review

    def dumps(self, name: str) -> bytes:
        """gold.json of the set of that name."""
        links = [self._told(link) for link in self.links]
        held = {"set": name, "articles": [self.names[article.id] for article in self.articles], "links": links}
        return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()

    def _told(self, link: GoldLink) -> dict[str, object]:
        ends = {
            key: {"article": self.names[end.article], "quote": end.quote} for key, end in (("a", link.a), ("b", link.b))
        }
        return {**ends, "relation": link.relation, "aspects": list(link.aspects)}


def gold(comparison: Comparison, review: Review, where: str = "decisions") -> Gold:
    """What the decisions make gold; `where` names their file.

    Raises InputError where they are about other articles or words than the report has, or no pair was decided.
    """
    report = _Report(comparison, _homes(comparison, review, where), where)
    links: list[GoldLink] = []
    left_out: list[LeftOut] = []
    for item in review.items:
        found = _link(report, item)
        links += [found] if isinstance(found, GoldLink) else []
        left_out += [found] if isinstance(found, LeftOut) else []
    if not links:
        raise InputError("no pair was decided as agree, differ or conflict", where, "review some first")
    left_out += [*_undecided(comparison, review), *(report.left_out("lost", item) for item in review.unmatched)]
    joined = tuple(_joined(links, report))
    return Gold(comparison.articles, _names(comparison), joined, tuple(left_out), review)


def _homes(comparison: Comparison, review: Review, where: str) -> Mapping[str, Article]:
    """Article id in the decisions -> the article of the report with that text, and that label where two have it."""
    by_text: dict[str, list[Article]] = {}
    for article in comparison.articles:
        by_text.setdefault(article.sha256, []).append(article)
    listed = {source.sha256 for source in review.articles}
    wrong = [
        *(f"{source.label!a} is not in the report" for source in review.reviewed if source.sha256 not in by_text),
        *(f"{one.label!a} is not in the decisions" for one in comparison.articles if one.sha256 not in listed),
    ]
    cure = "name the report that was reviewed"
    if wrong:
        raise InputError(f"the decisions are about other articles: {'; '.join(wrong)}", where, cure)
    known = [source for source in review.articles if source.sha256 in by_text]
    homes = {source.id: _namesake(source, by_text[source.sha256]) for source in known}
    if len({article.id for article in homes.values()}) < len(homes):
        raise InputError("two articles have one text, and other names than in the report", where, cure)
    return homes


def _namesake(source: Source, articles: Sequence[Article]) -> Article:
    return max(articles, key=lambda article: article.label == source.label)


class _Report:
    """The report as the decisions see it."""

    def __init__(self, comparison: Comparison, homes: Mapping[str, Article], where: str) -> None:
        self._homes, self._where = homes, where
        self._claims = {claim.id: claim for claim in comparison.claims}
        self._of: dict[str, list[Claim]] = {article.id: [] for article in comparison.articles}
        for claim in comparison.claims:
            self._of[claim.article].append(claim)
        self.order = {article.id: place for place, article in enumerate(comparison.articles)}

    def passage(self, side: Side) -> Passage | None:
        """The sentence of a claim, so quoted that it stands only once; None where no quote does."""
        article = self._homes[side.article]
        span = self._sentence(side, article)
        quote = quoted(article.text, span, self._of[article.id])
        return None if quote is None else Passage(article.id, span.start, quote)

    def left_out(self, reason: Reason, item: Item) -> LeftOut:
        """A pair that does not become gold."""
        return LeftOut(reason, self._named(item.left), self._named(item.right), item.votes)

    def _sentence(self, side: Side, article: Article) -> Span:
        """By the claim's id; where a newer engine cuts otherwise, by its place."""
        claim = self._claims.get(side.claim)
        if claim and claim.article == article.id and _alike(claim.text, side.text):
            return claim.sentence or claim.span
        span = Span(side.start, side.end)
        if not _alike(span.of(article.text), side.text):
            what = f"the words of claim {side.claim[:40]!a} do not stand in {article.label!a}"
            raise InputError(what, self._where, "name the report that was reviewed")
        return span

    def _named(self, side: Side) -> tuple[str, str]:
        home = self._homes.get(side.article)
        return (home.label if home else "an article of an earlier report", side.text)


def _alike(one: str, other: str) -> bool:
    # A browser reads every line end as one character.
    return one.split() == other.split()


def _link(report: _Report, item: Item) -> GoldLink | LeftOut:
    relation = _relation(item.choice)
    if relation is None:
        return report.left_out(_why(item.choice), item)
    ends = [end for end in map(report.passage, (item.left, item.right)) if end]
    if len(ends) < 2:
        return report.left_out("not quotable", item)
    a, b = sorted(ends, key=lambda end: report.order[end.article])
    return GoldLink(a, b, relation, item.aspects, 1)


def _relation(choice: Choice | None) -> Relation | None:
    return next((relation for relation in _BY_STRENGTH if relation == choice), None)


def _why(choice: Choice | None) -> Reason:
    if choice is None:
        return "disputed"
    return "unsure" if choice == "unsure" else "not a link"


def _joined(links: list[GoldLink], report: _Report) -> Iterator[GoldLink]:
    """One link for two passages, in the order of the articles and places."""
    by_ends: dict[tuple[Passage, Passage], list[GoldLink]] = {}
    for link in links:
        by_ends.setdefault((link.a, link.b), []).append(link)
    for a, b in sorted(by_ends, key=lambda ends: [(report.order[end.article], end.start) for end in ends]):
        same = by_ends[a, b]
        named = {aspect for link in same for aspect in link.aspects}
        relation = min((link.relation for link in same), key=_BY_STRENGTH.index)
        yield GoldLink(a, b, relation, tuple(aspect for aspect in ASPECTS if aspect in named), len(same))


def _undecided(comparison: Comparison, review: Review) -> Iterator[LeftOut]:
    """The links of the report that nobody decided about."""
    decided = {item.key for item in review.items}
    for link in comparison.links:
        if frozenset((link.left, link.right)) not in decided:
            left, right = (comparison.claim(end) for end in (link.left, link.right))
            yield LeftOut("undecided", _told(comparison, left), _told(comparison, right))


def _told(comparison: Comparison, claim: Claim) -> tuple[str, str]:
    return comparison.article(claim.article).label, claim.text


def _names(comparison: Comparison) -> dict[str, str]:
    """A file name for each article: its label in letters, digits and dashes, with the suffix of its own file."""
    names: dict[str, str] = {}
    used = set(_TAKEN)
    for place, article in enumerate(comparison.articles, 1):
        stem = own = safe_name(article.label) or f"article-{place}"
        number = 1
        while stem in used:
            number += 1
            stem = f"{own}-{number}"
        used.add(stem)
        names[article.id] = stem + _SUFFIXES.get(PurePath(article.path).suffix.lower(), ".txt")
    return names


def safe_name(label: str) -> str:
    """The label as the stem of a file name; "" where nothing of it can stand there.

    Example: "The Kelvara Gazette / 2" -> "the-kelvara-gazette-2".
    """
    plain = unicodedata.normalize("NFKC", label).casefold()
    return "-".join("".join(char if char.isalnum() else " " for char in plain).split())[:60].strip("-")
