"""Ways to link claims that `compare` is measured against: a likeness for each pair of claims, and a threshold.

All see the same claims, those that `compare` reads, so that they differ in linking alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

from compare.check.measure import Counts, Ends
from compare.settings import LinkWeights
from compare.wording import plain, words
from training.fit import Event, Table, likely

Matrix = NDArray[np.float64]
Scorer = Callable[[Event], Matrix]
"""An event -> (n, n) likeness of all its claims, 0 to 1."""
GRID = np.arange(0.01, 1.0, 0.01)
"""The thresholds tried."""


@dataclass(frozen=True)
class Candidates:
    """The pairs of sentences of one event that may be linked, and how alike each pair is."""

    ends: list[Ends]
    likeness: Matrix
    wanted: list[list[Ends]]
    """For each link of gold the pairs that stand for it."""

    def above(self, threshold: float) -> set[Ends]:
        """The links at a threshold."""
        return {self.ends[index] for index in np.flatnonzero(self.likeness >= threshold)}

    def counts(self, thresholds: Matrix) -> list[Counts]:
        """What `compare.check.measure` would count at each threshold, without making the links."""
        anywhere = {ends for pairs in self.wanted for ends in pairs}
        right = np.sort(self.likeness[[ends in anywhere for ends in self.ends]])
        score = dict(zip(self.ends, self.likeness.tolist(), strict=True))
        recalled = np.sort([max((score.get(ends, -1.0) for ends in pairs), default=-1.0) for pairs in self.wanted])
        columns = [_reaching(values, thresholds) for values in (np.sort(self.likeness), right, recalled)]
        return [Counts(found, good, len(self.wanted), back) for found, good, back in zip(*columns, strict=True)]


def _reaching(ordered: Matrix, thresholds: Matrix) -> list[int]:
    counts: list[int] = (len(ordered) - np.searchsorted(ordered, thresholds, side="left")).tolist()
    return counts


@dataclass(frozen=True)
class Linker:
    """One way to link."""

    name: str
    scorer: Scorer
    mutual: bool = False
    """Link only two claims each of which is the other's best in its article."""

    def candidates(self, event: Event) -> Candidates:
        """The pairs that may be linked."""
        matrix = self.scorer(event)
        ends: list[Ends] = []
        likeness: list[float] = []
        for left, right in combinations(_places(event), 2):
            block = matrix[np.ix_(left, right)]
            for i, j in np.argwhere(_mutual(block) if self.mutual else np.ones_like(block, bool)):
                ends.append(event.between(event.claims[left[i]].id, event.claims[right[j]].id))
                likeness.append(float(block[i, j]))
        return of_sentences(ends, likeness, event.wanted())


def weighed(weights: LinkWeights, table: Table) -> Candidates:
    """The pairs of an event by the model of `compare` with other weights."""
    return of_sentences(table.ends, likely(weights, table).tolist(), table.wanted)


def of_sentences(ends: Sequence[Ends], likeness: Sequence[float], wanted: list[list[Ends]]) -> Candidates:
    """The pairs of sentences, each as alike as the closest claims cut from the two."""
    best: dict[Ends, float] = {}
    for pair, value in zip(ends, likeness, strict=True):
        best[pair] = max(value, best.get(pair, value))
    return Candidates(list(best), np.array(list(best.values())), wanted)


def best_threshold(families: Sequence[Sequence[Candidates]]) -> float:
    """The threshold with the best F1, mean over families; the middle one where several are best."""
    scores = np.mean([_f1s(family) for family in families], axis=0)
    best = np.flatnonzero(scores >= scores.max() - 1e-9)
    return round(float(GRID[best[len(best) // 2]]), 2)


def _f1s(family: Sequence[Candidates]) -> list[float]:
    events = [candidates.counts(GRID) for candidates in family]
    return [sum(at, Counts()).f1 for at in zip(*events, strict=True)]


def _places(event: Event) -> Iterator[list[int]]:
    """For each article the places of its claims."""
    for article in event.articles:
        yield [index for index, claim in enumerate(event.claims) if claim.article == article.id]


def _mutual(block: Matrix) -> NDArray[np.bool_]:
    best: NDArray[np.bool_] = (block == block.max(1, keepdims=True)) & (block == block.max(0, keepdims=True))
    return best


def jaccard(event: Event) -> Matrix:
    """Share of the words of two claims that both have."""
    bags = [set(words(claim.text)) for claim in event.claims]
    return np.array([[len(a & b) / max(len(a | b), 1) for b in bags] for a in bags])


def tfidf(event: Event) -> Matrix:
    """Cosine of TF-IDF vectors; how rare a word is, is counted over the claims of the event."""
    vectors = TfidfVectorizer().fit_transform([plain(claim.text) for claim in event.claims])
    return np.asarray((vectors @ vectors.T).toarray(), float)


def minilm(event: Event) -> Matrix:
    """Cosine of the bundled embedder's vectors."""
    vectors = event.vectors.astype(float)
    return np.asarray(vectors @ vectors.T)


LINKERS = (
    Linker("token overlap (Jaccard)", jaccard),
    Linker("TF-IDF cosine", tfidf),
    Linker("MiniLM cosine", minilm),
    Linker("MiniLM mutual best match", minilm, mutual=True),
)
