"""Stand-ins for models that can be checked by eye, and claims made from a sentence. No weights are read here."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from compare.backends.pair_reader import PairReader, Reading
from compare.facts import Context, read_facts
from compare.ingest import from_text
from compare.model import RELATIONS, Article, Claim, Link, Relation
from compare.wording import content

PUBLISHED = date(2026, 3, 12)
"""A Thursday: the day on which every sentence of these tests was printed."""


class FakeEmbedder:
    """A bag of stems: a text has a one in the column of each of its stems, and its row is scaled to length 1.

    The cosine of two texts is then the stems they share over the geometric mean of the stems they have.
    A text without a word that carries matter has its one in column 0, which no stem uses.
    """

    name = "fake"
    dimensions = 4096

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[[self.column(stem) for stem in content(text)] or [0]] = 1.0
        return rows / np.sqrt((rows**2).sum(1, keepdims=True))

    @classmethod
    def column(cls, stem: str) -> int:
        return 1 + zlib.crc32(stem.encode()) % (cls.dimensions - 1)


class Remembering:
    """Another embedder's vectors, each text embedded once a test session. Sound because neighbours do not count."""

    def __init__(self, embedder: object) -> None:
        self._embedder = embedder
        self._known: dict[str, NDArray[np.float32]] = {}
        self.name = embedder.name

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        unknown = [text for text in texts if text not in self._known]
        if unknown or not texts:
            vectors = self._embedder.embed(unknown)
            self._known.update(zip(unknown, vectors, strict=True))
            if not texts:
                return vectors
        return np.stack([self._known[text] for text in texts])


class RememberingReader:
    """Another pair reader's logits, each pair read once a test session. Sound because neighbours do not count."""

    def __init__(self, model: PairReader) -> None:
        self._model = model
        self._known: dict[tuple[str, str], tuple[object, ...]] = {}
        self.name = model.name

    def read(self, pairs: Sequence[tuple[str, str]]) -> Reading:
        unknown = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        found = self._model.read(unknown)
        self._known.update(zip(unknown, zip(found.linked, found.relation, found.aspects, strict=True), strict=True))
        rows = [self._known[pair] for pair in pairs]
        linked, relation, aspects = (
            np.array([row[place] for row in rows], np.float32).reshape(len(rows), *shape)
            for place, shape in ((0, ()), (1, (3,)), (2, (9,)))
        )
        return Reading(linked, relation, aspects)


class FakeRelationModel:
    """Gives each pair the same probabilities, or those that `opinion` reads in it, and keeps what it was asked."""

    name = "fake-relations"

    def __init__(
        self, sure_of: Relation = "differ", opinion: Callable[[Claim, Claim], Relation] | None = None, by: float = 0.97
    ) -> None:
        self._opinion = opinion or (lambda left, right: sure_of)
        self._by = by
        self.asked: list[tuple[Claim, Claim]] = []

    def relate(self, pairs: Sequence[tuple[Claim, Claim]]) -> NDArray[np.float64]:
        self.asked.extend(pairs)
        rows = np.full((len(pairs), len(RELATIONS)), (1 - self._by) / (len(RELATIONS) - 1))
        for row, pair in zip(rows, pairs, strict=True):
            row[RELATIONS.index(self._opinion(*pair))] = self._by
        return rows


def claim(
    sentence: str, label: str = "one", *, at: int = 0, published: date = PUBLISHED, proper: Iterable[str] = ()
) -> Claim:
    """A claim with the facts read in it, that begins at code point `at` of an imagined article."""
    facts = read_facts(sentence, Context(published, frozenset(proper)))[0]
    id = hashlib.sha256(f"{label}\x1f{sentence}\x1f{at}".encode()).hexdigest()[:12]
    return Claim(
        id=id,
        article=label,
        start=at,
        end=at + len(sentence),
        text=sentence,
        facts=tuple(fact.shift(at) for fact in facts),
    )


def told(label: str, *sentences: str, title: str = "") -> list[Claim]:
    """The claims of one imagined article: its sentences, one after the other."""
    claims, at = [], len(title)
    for sentence in sentences:
        claims.append(claim(sentence, label, at=at))
        at += len(sentence) + 1
    return claims


def articles(**texts: str) -> list[Article]:
    """Articles in memory, by label."""
    return [from_text(text, label) for label, text in texts.items()]


def link(left: Claim, right: Claim, probability: float = 0.9, relation: Relation = "agree") -> Link:
    """A link that somebody made by hand."""
    id = "l" + "-".join(sorted((left.id, right.id)))
    return Link(id, left.id, right.id, probability, probability, relation, 0.9)
