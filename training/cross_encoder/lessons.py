"""What stage two learns from: links of gold, the hardest pairs that gold does not link, and edited sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor

from benchmarks.editing.generate import WANTED, generate
from benchmarks.editing.sentences import read
from training.cross_encoder.batches import MAX_TOKENS, Texts, pad
from training.cross_encoder.links import LEAST_ODDS, Candidate, Record
from training.cross_encoder.model import RELATIONS

HARDEST = 2
"""Pairs that gold does not link, for each that it links: those that the engine finds the most likely."""

EDITS = 0.75
"""Edits of each group from a family, as a multiple of what the benchmark of edits takes."""

BALANCE = 0.6
"""0 no balance between relations, 1 full balance."""

UNKNOWN = -1
"""The relation of a pair that is not linked."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two claims, whether they are linked, and their relation where it is known."""

    left: str
    right: str
    linked: bool
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A lesson in one order as word pieces; `relation` is an index into `RELATIONS` or `UNKNOWN`."""

    ids: list[int]
    types: list[int]
    linked: bool
    relation: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts with `linked`, float (batch,), and `relation`, int64 (batch,)."""

    texts: Texts
    linked: Tensor
    relation: Tensor


def lessons(record: Record) -> list[Lesson]:
    """All of one event, less the pairs that nobody judged: claims of linked sentences that are not the closest two."""
    told = [Lesson(one.left, one.right, True, one.relation) for one in record.given]
    strange = sorted((one for one in record.candidates if not one.linked), key=lambda one: -one.odds)
    hard = [one for one in strange if _near(one)][: HARDEST * len(told)]
    far = [one for one in strange if not _near(one)]
    return told + [Lesson(one.left, one.right, False) for one in hard + far]


def _near(candidate: Candidate) -> bool:
    return candidate.odds >= LEAST_ODDS


def edited(folders: Sequence[Path], names: Iterable[str], seed: int) -> list[Lesson]:
    """Sentences of the named sets beside edits of theirs: linked, and of the relation that the edit makes."""
    known = set(names)
    sentences = [one for one in read(folders) if one.event.name in known]
    wanted = {group: round(EDITS * count) for group, count in WANTED.items()}
    return [Lesson(one.original, one.edited, True, one.kind.relation) for one in generate(sentences, seed, wanted)]


def encode(taught: Sequence[Lesson], tokenizer: Tokenizer, seed: int) -> list[Example]:
    """Cut lessons into word pieces: linked pairs in both orders, the many others in one, drawn with `seed`."""
    chance = Random(seed)
    ordered = [(one, way) for one in taught for way in ((True, False) if one.linked else (chance.random() < 0.5,))]
    pairs = [(one.left, one.right) if way else (one.right, one.left) for one, way in ordered]
    return [
        Example(ids, types, one.linked, UNKNOWN if one.relation is None else RELATIONS.index(one.relation))
        for (one, _), (ids, types) in zip(ordered, pieces(pairs, tokenizer), strict=True)
    ]


def pieces(pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer) -> Iterator[tuple[list[int], list[int]]]:
    """Yield ids and types of each pair of texts, cut as stage one cuts them."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    for encoding in tokenizer.encode_batch(list(pairs)):
        yield encoding.ids, encoding.type_ids


def collate(examples: Sequence[Example]) -> Batch:
    """Make one batch of examples."""
    texts = pad([(example.ids, example.types) for example in examples])
    linked = torch.tensor([float(example.linked) for example in examples])
    return Batch(texts, linked, torch.tensor([example.relation for example in examples]))


def relation_weights(taught: Sequence[Lesson]) -> Tensor:
    """Return a weight for each of `RELATIONS`, (3,), a rare one's by a power of its rarity; the mean pair has 1."""
    counts = Counter(one.relation for one in taught if one.relation)
    total = sum(counts.values())
    weights = torch.tensor([(total / max(counts[name], 1)) ** BALANCE for name in RELATIONS])
    share = torch.tensor([counts[name] / total for name in RELATIONS])
    return weights / (weights * share).sum()
