"""Links -> groups over all articles, without chaining unrelated claims together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from compare.model import Article, Claim, Group, Link, Relation, Standing
from compare.settings import Settings

Members = frozenset[str]


def cluster(claims: Sequence[Claim], links: Sequence[Link], settings: Settings) -> list[Members]:
    """Sets of claim ids, every claim in exactly one.

    Links are taken from the likeliest on; two sets become one where the mean link probability between
    their claims of different articles, pairs without a link counting 0, reaches `settings.cohesion`
    (average linkage, Sokal and Michener 1958). One strong link alone cannot chain two large sets.
    """
    article = {claim.id: claim.article for claim in claims}
    likely = {frozenset((link.left, link.right)): link.probability for link in links}
    member = {claim.id: frozenset((claim.id,)) for claim in claims}
    for link in sorted(links, key=lambda link: (-link.probability, link.id)):
        a, b = member[link.left], member[link.right]
        if a != b and _cohesion(a, b, article, likely) >= settings.cohesion:
            member.update(dict.fromkeys(a | b, a | b))
    return sorted(set(member.values()), key=sorted)


def _cohesion(a: Members, b: Members, article: Mapping[str, str], likely: Mapping[Members, float]) -> float:
    pairs = [(x, y) for x in a for y in b if article[x] != article[y]]
    return sum(likely.get(frozenset(pair), 0.0) for pair in pairs) / len(pairs) if pairs else 0.0


def groups(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    links: Sequence[Link],
    origins: Callable[[Sequence[Claim]], int],
    settings: Settings,
) -> Iterator[Group]:
    """The groups with their standing. `origins` counts the independent origins of some claims."""
    by_id = {claim.id: claim for claim in claims}
    for members in cluster(claims, links, settings):
        touching = [link for link in links if link.left in members or link.right in members]
        told = sorted(members | {end for link in touching for end in (link.left, link.right)})
        count = origins([by_id[id] for id in told])
        agreeing = [link for link in touching if link.relation == "agree"]
        independent = any(origins([by_id[link.left], by_id[link.right]]) > 1 for link in agreeing)
        heard = {by_id[id].article for id in told}
        yield Group(
            id=f"g{min(members)}",
            claims=tuple(sorted(members)),
            standing=standing(_telling(members, touching), count, independent),
            origins=count,
            missing_from=tuple(sorted(article.id for article in articles if article.id not in heard)),
        )


def _telling(members: Members, touching: Sequence[Link]) -> list[Relation]:
    """The relations that count: those of links to another group where they have a verdict, or are all there is."""
    own = [one for one in touching if one.relation != "unsure" or {one.left, one.right} <= members]
    return [link.relation for link in own or touching]


def standing(relations: Sequence[Relation], origins: int, independent: bool) -> Standing:
    """What the links of a group's claims, within it and to others, make of it.

    One conflict makes it contested; copies of one origin remain a single source. `independent` says whether two
    origins agree: where all agreement is between copies, or most links carry no verdict, it is unsure.
    """
    if "conflict" in relations:
        return "contested"
    if "differ" in relations:
        return "told differently"
    if origins < 2:
        return "single source"
    doubtful = 2 * relations.count("unsure") > len(relations)
    return "corroborated" if independent and not doubtful else "unsure"
