"""Pairs as word pieces, and batches of pairs of like length in an order that a seed fixes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.cross_encoder.data import LABELS, SOURCES, Pair

MAX_TOKENS = 128
BUCKET = 64
"""Batches sorted by length together: more means less padding, fewer means more chance in who shares a batch."""

STRIDE = 8
"""Widths are multiples of this: torch compiles for every new shape, and few shapes are faster than little padding."""


@dataclass(frozen=True, slots=True)
class Example:
    """One pair, cut to `MAX_TOKENS` word pieces; `types` is 0 for the first text and 1 for the second."""

    source: str
    ids: list[int]
    types: list[int]
    label: int


@dataclass(frozen=True, slots=True)
class Texts:
    """What the encoder reads: int64 (batch, tokens) each, padded with 0; `mask` is 1 where there is a token."""

    ids: Tensor
    types: Tensor
    mask: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts with their labels, (batch,) indices into `LABELS`, and `known`, bool (batch, 3): labels the source has."""

    texts: Texts
    labels: Tensor
    known: Tensor


def encode(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Example]:
    """Cut each pair into word pieces; where a pair is too long, the longer text loses its end."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    found = tokenizer.encode_batch([(pair.premise, pair.hypothesis) for pair in pairs])
    return [
        Example(pair.source, encoding.ids, encoding.type_ids, LABELS.index(pair.label))
        for pair, encoding in zip(pairs, found, strict=True)
    ]


def plan(lengths: Sequence[int], batch_size: int, seed: int, epochs: int = 1) -> list[list[int]]:
    """Return the batches of all epochs, each dealt out anew; the same arguments give the same batches.

    So a number is enough to say how far a run has come.
    """
    return [batch for epoch in range(epochs) for batch in _epoch(lengths, batch_size, random.Random(seed + epoch))]


def _epoch(lengths: Sequence[int], batch_size: int, chance: random.Random) -> list[list[int]]:
    """Deal out all indices in batches: shuffled, sorted by length within buckets, the batches shuffled again."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), batch_size * BUCKET):
        bucket = sorted(order[start : start + batch_size * BUCKET], key=lambda index: (lengths[index], index))
        batches += [bucket[at : at + batch_size] for at in range(0, len(bucket), batch_size)]
    chance.shuffle(batches)
    return batches


def pad(rows: Sequence[tuple[list[int], list[int]]]) -> Texts:
    """Put (ids, types) of several pairs into arrays as wide as the longest, rounded up to `STRIDE`."""
    longest = max(len(ids) for ids, _ in rows)
    width = -(-longest // STRIDE) * STRIDE
    return Texts(
        torch.tensor([ids + [0] * (width - len(ids)) for ids, _ in rows]),
        torch.tensor([types + [0] * (width - len(types)) for _, types in rows]),
        torch.tensor([[1] * len(ids) + [0] * (width - len(ids)) for ids, _ in rows]),
    )


def collate(examples: Sequence[Example]) -> Batch:
    """Make one batch of examples."""
    known = [[label in SOURCES[example.source].labels for label in LABELS] for example in examples]
    texts = pad([(example.ids, example.types) for example in examples])
    return Batch(texts, torch.tensor([example.label for example in examples]), torch.tensor(known))
