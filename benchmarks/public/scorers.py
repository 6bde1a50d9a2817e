"""Ways to judge two texts, each with one or several scores for a pair: the higher, the more they say the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

from compare.backends.pair_reader import PairReader
from compare.embed import Embedder, embed_once
from compare.wording import plain, words

Pair = tuple[str, str]
Scores = NDArray[np.float64]
Ways = dict[str, Scores]
"""What a score stands for -> the scores of n pairs, (n,). The first is the one to rank by whether two texts meet."""

OURS = "pair reader"


@dataclass(frozen=True)
class Scorer:
    """One way to judge pairs."""

    name: str
    score: Callable[[Sequence[Pair]], Ways]


def overlap(pairs: Sequence[Pair]) -> Ways:
    """Words that both have, as a share of all words, and of those of the text with fewer."""
    bags = [(set(words(a)), set(words(b))) for a, b in pairs]
    return {
        "of all words": np.array([len(a & b) / max(len(a | b), 1) for a, b in bags]),
        "of the shorter": np.array([len(a & b) / max(min(len(a), len(b)), 1) for a, b in bags]),
    }


def tfidf(pairs: Sequence[Pair]) -> Ways:
    """Cosine of TF-IDF vectors; how rare a word is, is counted over the distinct texts of the pairs."""
    texts = sorted({text for pair in pairs for text in pair})
    row = {text: index for index, text in enumerate(texts)}
    vectors = TfidfVectorizer().fit_transform([plain(text) for text in texts])
    left, right = (vectors[[row[pair[side]] for pair in pairs]] for side in (0, 1))
    return {"cosine": np.asarray(left.multiply(right).sum(axis=1), float).ravel()}


def cosine(embedder: Embedder) -> Callable[[Sequence[Pair]], Ways]:
    """Cosine of an embedder's vectors."""

    def score(pairs: Sequence[Pair]) -> Ways:
        left, right = (embed_once(embedder, [pair[side] for pair in pairs]).astype(float) for side in (0, 1))
        return {"cosine": (left * right).sum(axis=1)}

    return score


def reading(reader: PairReader) -> Callable[[Sequence[Pair]], Ways]:
    """The pair reader's probability that two texts are linked, and that they are linked and agree."""

    def score(pairs: Sequence[Pair]) -> Ways:
        found = reader.read(pairs)
        linked = 1 / (1 + np.exp(-found.linked.astype(float)))
        return {"linked": linked, "linked and agree": linked * softmax(found.relation.astype(float))[:, 0]}

    return score


def softmax(logits: Scores) -> Scores:
    """Logits -> probabilities, along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Scores = raised / raised.sum(axis=-1, keepdims=True)
    return shares
