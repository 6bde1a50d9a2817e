"""Gold sets -> the pairs of claims that their links join, as the engine reads them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product

from compare.actors import join_actors
from compare.check.goldset import GoldSet
from compare.check.measure import Ends, gold_pairs, sentences
from compare.claims import asserted, read_claims
from compare.embed import Embedder, embed_once
from compare.ingest import read_all
from compare.model import Article, Claim, Relation
from compare.segment import choose


@dataclass(frozen=True)
class JudgedPair:
    """Two claims that gold links, in canonical order, and how they relate."""

    left: Claim
    right: Claim
    relation: Relation


def judged_pairs(gold: GoldSet, embedder: Embedder) -> list[JudgedPair]:
    """One for each link of gold whose relation is not `unsure`; none where a sentence was skipped.

    Where a sentence was cut into several claims, those of most alike meaning are taken to be linked.
    """
    articles, claims = read_gold(gold)
    pairs = [pairs[:1] for pairs in gold_pairs(gold, articles, claims)]
    closest = _closest([ends for found in pairs for ends in found], articles, claims, embedder)
    return [
        JudgedPair(*closest[ends], link.relation)
        for link, found in zip(gold.links, pairs, strict=True)
        for ends in found
        if link.relation != "unsure"
    ]


def read_gold(gold: GoldSet) -> tuple[list[Article], list[Claim]]:
    """Articles by label, and claims in canonical order with their actors."""
    articles = sorted(read_all([str(path) for path in gold.paths]), key=lambda article: article.label)
    read = [
        claim
        for article in articles
        for claim in read_claims(article, choose(article.text, article.language).segment).claims
    ]
    return articles, join_actors(articles, read)[0]


def _closest(
    wanted: Sequence[Ends], articles: Sequence[Article], claims: Sequence[Claim], embedder: Embedder
) -> dict[Ends, tuple[Claim, Claim]]:
    """Of the claims cut from two sentences the two of highest cosine, the first ones where several have it."""
    home = {article.id: article for article in articles}
    cut = _cut(claims, {end for ends in wanted for end in ends})
    places = sorted(place for found in cut.values() for place in found)
    vectors = embed_once(embedder, [asserted(claims[place], home[claims[place].article]) for place in places])
    row = dict(zip(places, vectors, strict=True))
    found = {}
    for ends in wanted:
        choices = sorted((min(pair), max(pair)) for pair in product(*(cut[end] for end in ends)))
        left, right = max(choices, key=lambda pair: float(row[pair[0]] @ row[pair[1]]))
        found[ends] = claims[left], claims[right]
    return found


def _cut(claims: Sequence[Claim], sentences_wanted: Collection[str]) -> dict[str, list[int]]:
    """The places of the claims cut from each of those sentences."""
    standing = sentences(claims)
    cut: dict[str, list[int]] = {end: [] for end in sentences_wanted}
    for place, claim in enumerate(claims):
        if standing[claim.id] in cut:
            cut[standing[claim.id]].append(place)
    return cut
