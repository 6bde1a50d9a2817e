"""Counts over links and groups; every ratio is derived from them (docs/scores.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from compare.model import Article, Claim, Group, Interval, Link, Overall, PairScore, Relation, Scores
from compare.settings import Settings

WORTH: dict[Relation, float] = {"agree": 1.0, "differ": 0.5, "conflict": 0.0}
"""What a link adds to agreement; `unsure` has no worth and is left out."""
_FRAMING = frozenset({"certainty", "interpretation"})
Vector = NDArray[np.float64]


def score(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    links: Sequence[Link],
    groups: Sequence[Group],
    settings: Settings,
) -> Scores:
    """The scores of every pair of articles, in the order of their labels, and the counts over all."""
    pairs = tuple(_pairs(articles, claims, links, settings))
    standings = Counter(group.standing for group in groups)
    overall = Overall(
        articles=len(articles),
        origins=len({article.origin for article in articles}),
        claims=len(claims),
        groups=len(groups),
        corroborated=standings["corroborated"],
        contested=standings["contested"],
        told_differently=standings["told differently"],
        single_source=standings["single source"],
        unsure=standings["unsure"],
    )
    return Scores(pairs, overall)


def _pairs(
    articles: Sequence[Article], claims: Sequence[Claim], links: Sequence[Link], settings: Settings
) -> Iterator[PairScore]:
    home = {claim.id: claim.article for claim in claims}
    by_pair: dict[frozenset[str], list[Link]] = {}
    for link in links:
        by_pair.setdefault(frozenset((home[link.left], home[link.right])), []).append(link)
    for left, right in combinations(sorted(articles, key=lambda article: article.label), 2):
        between = by_pair.get(frozenset((left.id, right.id)), [])
        ours = _side(left, claims, between)
        theirs = _side(right, claims, between)
        yield _with_intervals(_counts(left, right, ours, theirs, between), ours, theirs, settings)


@dataclass(frozen=True)
class _Side:
    """One article's claims against another article: each array has an entry a claim."""

    linked: Vector
    judged: Vector
    worth: Vector


def _side(article: Article, claims: Sequence[Claim], between: Sequence[Link]) -> _Side:
    values: dict[str, list[float]] = {}
    for link in between:
        for end in (link.left, link.right):
            values.setdefault(end, []).extend([WORTH[link.relation]] if link.relation in WORTH else [])
    own = [claim.id for claim in claims if claim.article == article.id]
    return _Side(
        linked=np.array([id in values for id in own], float),
        judged=np.array([bool(values.get(id)) for id in own], float),
        worth=np.array([_mean(values.get(id, ())) for id in own], float),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _counts(left: Article, right: Article, ours: _Side, theirs: _Side, between: Sequence[Link]) -> PairScore:
    relations: Mapping[str, int] = Counter(link.relation for link in between)
    return PairScore(
        left=left.id,
        right=right.id,
        claims_left=len(ours.linked),
        claims_right=len(theirs.linked),
        linked_left=int(ours.linked.sum()),
        linked_right=int(theirs.linked.sum()),
        agree=relations["agree"],
        differ=relations["differ"],
        conflict=relations["conflict"],
        unsure=relations["unsure"],
        framed=sum(1 for link in between if link.relation == "differ" and _FRAMING & set(link.aspects)),
        judged=int(ours.judged.sum() + theirs.judged.sum()),
        worth=float(ours.worth.sum() + theirs.worth.sum()),
    )


def _with_intervals(score: PairScore, ours: _Side, theirs: _Side, settings: Settings) -> PairScore:
    """Percentile bootstrap (Efron 1979): the claims of both articles are drawn again with replacement."""
    draws_ours, draws_theirs = (
        _draws(len(side.linked), settings.bootstrap_samples, settings.bootstrap_seed, stream)
        for stream, side in enumerate((ours, theirs))
    )

    def total(a: Vector, b: Vector) -> Vector:
        return draws_ours @ a + draws_theirs @ b

    overlap = total(ours.linked, theirs.linked) / (score.claims_left + score.claims_right)
    judged, worth = total(ours.judged, theirs.judged), total(ours.worth, theirs.worth)
    agreement = np.divide(worth, judged, out=np.zeros_like(worth), where=judged > 0)
    return replace(
        score,
        overlap_interval=_interval(overlap),
        agreement_interval=_interval(agreement[judged > 0]) if score.judged >= settings.interval_claims else None,
        divergence_interval=_interval(1 - overlap * agreement),
    )


@lru_cache(maxsize=64)
def _draws(count: int, samples: int, seed: int, stream: int) -> Vector:
    """(samples, count): how often each claim is drawn."""
    generator = np.random.default_rng([seed, stream])
    return generator.multinomial(count, np.full(count, 1 / count), samples).astype(float)


def _interval(values: Vector) -> Interval:
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(float(low), float(high))
