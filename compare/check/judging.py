"""A comparison beside gold -> every item, the standing of every sentence, and which articles are of one origin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath

from compare.check.goldlines import link_lines
from compare.check.goldset import GoldLink, GoldSet, Passage
from compare.check.measure import Ends, gold_pairs, linked_sentences, sentences
from compare.check.outcome import Item, Kin, SetOutcome
from compare.check.settings_file import Origins, SetFile, load_fitting
from compare.check.standings import told
from compare.model import ASPECTS, Aspect, Claim, Comparison, Relation


def judge_set(gold: GoldSet, comparison: Comparison, seconds: float = 0.0, about: SetFile | None = None) -> SetOutcome:
    """The set as the engine sees it; `about` is what set.toml says, read where it is not given."""
    about = about or load_fitting(gold)
    return SetOutcome(
        name=gold.name,
        folder=gold.folder,
        title=about.title,
        items=tuple(_items(gold, comparison)),
        told=tuple(told(gold, comparison, about.origins)),
        kin=tuple(_kin(gold, comparison, about.origins)),
        signature=comparison.signature,
        seconds=seconds,
    )


def key_of(one: str, other: str) -> str:
    """What an item of these two quotes is found by, whichever way round."""
    return hashlib.sha256("\x1f".join(sorted((one, other))).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True)
class _Made:
    """Two sentences that the engine linked."""

    left: Claim
    right: Claim
    relation: Relation
    aspects: tuple[Aspect, ...]


def _items(gold: GoldSet, comparison: Comparison) -> Iterator[Item]:
    """The links of gold in its order, then those of the engine that gold does not have."""
    made = _made(comparison)
    wanted = list(gold_pairs(gold, comparison.articles, comparison.claims))
    for link, pairs, line in zip(gold.links, wanted, link_lines(gold.folder / "gold.json"), strict=True):
        yield _of_gold(link, pairs, line, made)
    known = {ends for pairs in wanted for ends in pairs}
    yield from (_of_engine(one, comparison) for ends, one in made.items() if ends not in known)


def _of_gold(link: GoldLink, pairs: list[Ends], line: int, made: Mapping[Ends, _Made]) -> Item:
    said = next((made[ends] for ends in pairs if ends in made), None)
    return Item(
        key=key_of(link.a.quote, link.b.quote),
        left=link.a,
        right=link.b,
        wanted=link.relation,
        said=said.relation if said else None,
        wanted_aspects=link.aspects,
        said_aspects=said.aspects if said else (),
        line=line,
        unread=not pairs,
    )


def _of_engine(one: _Made, comparison: Comparison) -> Item:
    left, right = (_passage(claim, comparison) for claim in (one.left, one.right))
    return Item(key_of(left.quote, right.quote), left, right, None, one.relation, said_aspects=one.aspects)


def _passage(claim: Claim, comparison: Comparison) -> Passage:
    """The sentence that a claim was cut from."""
    article = comparison.article(claim.article)
    return Passage(PurePath(article.path).name, (claim.sentence or claim.span).of(article.text))


def _made(comparison: Comparison) -> dict[Ends, _Made]:
    """The pairs of sentences that the engine linked, in its order, with the aspects of their strongest relation."""
    standing, strongest = sentences(comparison.claims), linked_sentences(comparison)
    aspects: dict[Ends, set[Aspect]] = {}
    sides: dict[Ends, tuple[Claim, Claim]] = {}
    for link in comparison.links:
        ends = frozenset((standing[link.left], standing[link.right]))
        sides.setdefault(ends, (comparison.claim(link.left), comparison.claim(link.right)))
        aspects.setdefault(ends, set()).update(link.aspects if link.relation == strongest[ends] else ())
    return {
        ends: _Made(*sides[ends], relation, tuple(one for one in ASPECTS if one in aspects[ends]))
        for ends, relation in strongest.items()
    }


def _kin(gold: GoldSet, comparison: Comparison, origins: Origins | None) -> Iterator[Kin]:
    said = {PurePath(article.path).name: article.origin for article in comparison.articles}
    for left, right in combinations(gold.articles, 2) if origins is not None else ():
        wanted = any({left, right} <= group for group in origins or ())
        yield Kin(left, right, wanted, said[left] == said[right])
