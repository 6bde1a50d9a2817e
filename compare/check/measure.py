"""Links found against links in gold -> counts, from which precision, recall and F1 are derived."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from compare.check.goldset import GoldSet, claims_for
from compare.model import Article, Claim, Comparison, Relation

Ends = frozenset[str]
VERDICTS: tuple[Relation, ...] = ("agree", "differ", "conflict")


@dataclass(frozen=True)
class Counts:
    """Of one or more sets; adding two counts both."""

    found: int = 0
    """Links the engine made."""
    right: int = 0
    """Of these, how many join claims that gold joins."""
    gold: int = 0
    """Links in gold."""
    recalled: int = 0
    """Of these, how many the engine made."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found, self.right + other.right, self.gold + other.gold, self.recalled + other.recalled
        )

    @property
    def precision(self) -> float:
        """Share of the links made that are in gold; 0 where none was made."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the links in gold that were made; 0 where there are none."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def sentences(claims: Sequence[Claim]) -> dict[str, str]:
    """Claim id -> the id that stands for its sentence: that of the first claim cut from it.

    Gold speaks of sentences, so that how one is cut into claims is neither rewarded nor punished.
    """
    first: dict[tuple[str, int], str] = {}
    for claim in claims:
        first.setdefault((claim.article, (claim.sentence or claim.span).start), claim.id)
    return {claim.id: first[claim.article, (claim.sentence or claim.span).start] for claim in claims}


def gold_pairs(gold: GoldSet, articles: Sequence[Article], claims: Sequence[Claim]) -> Iterator[list[Ends]]:
    """For each link of gold the pairs of sentences, by `sentences`, that stand for it; empty where one was skipped."""
    by_file = {PurePath(article.path).name: article for article in articles}
    standing = sentences(claims)
    for link in gold.links:
        left = [standing[claim.id] for claim in claims_for(link.a, by_file[link.a.article], claims)]
        right = [standing[claim.id] for claim in claims_for(link.b, by_file[link.b.article], claims)]
        yield list(dict.fromkeys(frozenset((a, b)) for a in left for b in right))


def linked_sentences(comparison: Comparison) -> dict[Ends, Relation]:
    """The pairs of sentences that the engine linked, each with the strongest relation of its claims."""
    standing = sentences(comparison.claims)
    made: dict[Ends, Relation] = {}
    for link in comparison.links:
        ends = frozenset((standing[link.left], standing[link.right]))
        made[ends] = max(made.get(ends, link.relation), link.relation, key=_STRENGTH.index)
    return made


_STRENGTH: tuple[Relation, ...] = ("unsure", "agree", "differ", "conflict")


def count_links(gold: GoldSet, comparison: Comparison) -> Counts:
    """How many links between sentences were found, right, wanted and recalled."""
    wanted = list(gold_pairs(gold, comparison.articles, comparison.claims))
    return counted(set(linked_sentences(comparison)), wanted)


def counted(made: Collection[Ends], wanted: Sequence[Sequence[Ends]]) -> Counts:
    """The counts of some pairs of sentences; `wanted` has for each link of gold the pairs that stand for it."""
    found = set(made)
    anywhere = {ends for pairs in wanted for ends in pairs}
    return Counts(
        found=len(found),
        right=len(found & anywhere),
        gold=len(wanted),
        recalled=sum(1 for pairs in wanted if found & set(pairs)),
    )


def relations(gold: GoldSet, comparison: Comparison) -> Iterator[tuple[Relation, Relation]]:
    """(in gold, by the engine) for every link of gold that the engine made."""
    made = linked_sentences(comparison)
    for link, pairs in zip(gold.links, gold_pairs(gold, comparison.articles, comparison.claims), strict=True):
        judged = [made[ends] for ends in pairs if ends in made]
        if judged:
            yield link.relation, judged[0]


def macro_f1(judged: Sequence[tuple[Relation, Relation]]) -> float:
    """Mean over agree, differ and conflict of the F1 of that relation; `unsure` is never right."""
    return sum(_f1_of(relation, judged) for relation in VERDICTS) / len(VERDICTS)


def _f1_of(relation: Relation, judged: Sequence[tuple[Relation, Relation]]) -> float:
    right = sum(1 for truth, guess in judged if truth == guess == relation)
    said = sum(1 for _, guess in judged if guess == relation)
    true = sum(1 for truth, _ in judged if truth == relation)
    return 2 * right / (said + true) if said + true else 0.0
