"""Links found against links in gold -> counts, from which precision, recall and F1 are derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


def gold_pairs(gold: GoldSet, articles: Sequence[Article], claims: Sequence[Claim]) -> Iterator[list[Ends]]:
    """For each link of gold the pairs of claim ids that stand for it; an empty list where a passage was skipped."""
    by_file = {PurePath(article.path).name: article for article in articles}
    for link in gold.links:
        left = [claim.id for claim in claims_for(link.a, by_file[link.a.article], claims)]
        right = [claim.id for claim in claims_for(link.b, by_file[link.b.article], claims)]
        yield [frozenset((a, b)) for a in left for b in right]


def count_links(gold: GoldSet, comparison: Comparison) -> Counts:
    """How many links were found, right, wanted and recalled."""
    wanted = list(gold_pairs(gold, comparison.articles, comparison.claims))
    found = {frozenset((link.left, link.right)) for link in comparison.links}
    anywhere = {ends for pairs in wanted for ends in pairs}
    return Counts(
        found=len(found),
        right=len(found & anywhere),
        gold=len(wanted),
        recalled=sum(1 for pairs in wanted if found & set(pairs)),
    )


def relations(gold: GoldSet, comparison: Comparison) -> Iterator[tuple[Relation, Relation]]:
    """(in gold, by the engine) for every link of gold that the engine made."""
    made: Mapping[Ends, Relation] = {frozenset((link.left, link.right)): link.relation for link in comparison.links}
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
