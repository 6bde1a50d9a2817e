"""Pairs as word pieces, and batches of pairs of like length in an order that a seed fixes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.cross_encoder.data import LABELS, SOURCES, Pair

MAX_TOKENS = 64
"""Of one text; nine claims in ten are shorter."""

BUCKET = 64
"""Batches sorted by length together: more means less padding, fewer means more chance in who shares a batch."""

STRIDE = 8
"""Widths are multiples of this: torch compiles for every new shape, and few shapes are faster than little padding."""


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as word pieces, each text cut to `MAX_TOKENS`; `label` is an index into `LABELS`."""

    source: str
    left: list[int]
    right: list[int]
    label: int

    @property
    def length(self) -> int:
        """Tokens of both texts."""
        return len(self.left) + len(self.right)


@dataclass(frozen=True, slots=True)
class Text:
    """One text a row: int64 (batch, tokens), padded with 0; `mask` is 1 where there is a token."""

    ids: Tensor
    mask: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs with their labels, (batch,) indices into `LABELS`, and `known`, bool (batch, 3): labels the source has."""

    left: Text
    right: Text
    labels: Tensor
    known: Tensor


def pieces(texts: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """Cut texts into word pieces; a long one loses its end."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def encode(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Example]:
    """Cut each pair into word pieces."""
    left, right = ([pair.premise for pair in pairs], [pair.hypothesis for pair in pairs])
    return [
        Example(pair.source, one, other, LABELS.index(pair.label))
        for pair, one, other in zip(pairs, pieces(left, tokenizer), pieces(right, tokenizer), strict=True)
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


def pad(rows: Sequence[list[int]]) -> Text:
    """Put the word pieces of several texts into arrays as wide as the longest, rounded up to `STRIDE`."""
    width = -(-max(map(len, rows)) // STRIDE) * STRIDE
    ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
    return Text(ids, torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows]))


def collate(examples: Sequence[Example]) -> Batch:
    """Make one batch of examples."""
    known = [[label in SOURCES[example.source].labels for label in LABELS] for example in examples]
    left, right = pad([example.left for example in examples]), pad([example.right for example in examples])
    return Batch(left, right, torch.tensor([example.label for example in examples]), torch.tensor(known))
