"""The standing of every sentence: as it follows from gold's links, and as the engine says.

Gold's links are grouped by the engine's own rule, each as a certain link, so that only links, relations and origins
are judged and not the rule.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from compare.check.goldset import GoldSet, Passage
from compare.check.measure import Ends, gold_pairs, sentences
from compare.check.outcome import Told
from compare.check.settings_file import Origins as Stated
from compare.group import groups
from compare.model import Claim, Comparison, Link, Relation, Standing
from compare.origins import Origins
from compare.settings import Settings

_STRENGTH: tuple[Standing, ...] = ("single source", "unsure", "corroborated", "told differently", "contested")
Count = Callable[[Sequence[Claim]], int]


def told(gold: GoldSet, comparison: Comparison, stated: Stated | None) -> Iterator[Told]:
    """One for every sentence with a claim; that of the strongest group where its claims are in several."""
    standing = sentences(comparison.claims)
    heads = [claim for claim in comparison.claims if standing[claim.id] == claim.id]
    wanted = _wanted(gold, comparison, heads, stated)
    said: dict[str, Standing] = {}
    for group in comparison.groups:
        for sentence in {standing[id] for id in group.claims}:
            said[sentence] = max(said.get(sentence, group.standing), group.standing, key=_STRENGTH.index)
    for head in heads:
        article = comparison.article(head.article)
        quote = (head.sentence or head.span).of(article.text)
        yield Told(Passage(PurePath(article.path).name, quote), wanted[head.id], said[head.id])


def _wanted(
    gold: GoldSet, comparison: Comparison, heads: Sequence[Claim], stated: Stated | None
) -> dict[str, Standing]:
    """By the id of the first claim of each sentence."""
    links = list(_links(gold, comparison))
    count = _by_name(comparison, stated) if stated is not None else _by_wording(comparison, links)
    grouped = groups(comparison.articles, heads, links, count, Settings())
    return {id: group.standing for group in grouped for id in group.claims}


def _links(gold: GoldSet, comparison: Comparison) -> Iterator[Link]:
    pairs = gold_pairs(gold, comparison.articles, comparison.claims)
    for link, wanted in zip(gold.links, pairs, strict=True):
        yield from (_certain(ends, link.relation) for ends in wanted)


def _certain(ends: Ends, relation: Relation) -> Link:
    left, right = sorted(ends)
    id = hashlib.sha256(f"{left} {right} {relation}".encode()).hexdigest()[:12]
    return Link(id, left, right, 1.0, 1.0, relation, 1.0)


def _by_name(comparison: Comparison, stated: Stated) -> Count:
    """Origins as set.toml has them."""
    names = {article.id: PurePath(article.path).name for article in comparison.articles}
    home = {id: next((min(group) for group in stated if name in group), name) for id, name in names.items()}
    return lambda claims: len({home[claim.article] for claim in claims})


def _by_wording(comparison: Comparison, links: Sequence[Link]) -> Count:
    """Origins as the engine finds them, which are then not what is judged."""
    agreeing = [
        (comparison.claim(link.left), comparison.claim(link.right)) for link in links if link.relation == "agree"
    ]
    return Origins(comparison.articles, comparison.claims, agreeing, Settings()).count
