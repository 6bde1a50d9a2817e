"""What stage two learns from: links of gold, the hardest pairs that gold does not link, and edited sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor

from benchmarks.editing.generate import WANTED, generate
from benchmarks.editing.sentences import read
from compare.model import ASPECTS
from training.cross_encoder.batches import MAX_TOKENS, Texts, pad
from training.cross_encoder.links import LEAST_ODDS, Candidate, Record
from training.cross_encoder.model import RELATIONS

HARDEST = 2
"""Pairs that gold does not link, for each that it links: those that the engine finds the most likely."""

EDITS = 1.5
"""Edits of each group from a family, as a multiple of what the benchmark of edits takes."""

SAME_EVERY = 8
"""One in so many linked claims is taught beside itself: edits must not make of every likeness a trap."""

BALANCE = 0.6
"""0 no balance between relations, 1 full balance."""

UNKNOWN = -1
"""The relation of a pair that is not linked."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two claims, whether they are linked, and their relation and its aspects where they are known."""

    left: str
    right: str
    linked: bool
    relation: str | None = None
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A lesson in one order as word pieces; `relation` is an index into `RELATIONS` or `UNKNOWN`."""

    ids: list[int]
    types: list[int]
    linked: bool
    relation: int
    aspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts with `linked`, float (batch,), `relation`, int64 (batch,), and `aspects`, float (batch, 9) of `ASPECTS`."""

    texts: Texts
    linked: Tensor
    relation: Tensor
    aspects: Tensor


def lessons(record: Record) -> list[Lesson]:
    """All of one event, less the pairs that nobody judged: claims of linked sentences that are not the closest two."""
    told = [Lesson(one.left, one.right, True, one.relation, one.aspects) for one in record.given]
    strange = sorted((one for one in record.candidates if not one.linked), key=lambda one: -one.odds)
    hard = [one for one in strange if _near(one)][: HARDEST * len(told)]
    far = [one for one in strange if not _near(one)]
    same = [Lesson(text, text, True, "agree") for text in sorted({one.left for one in record.given})[::SAME_EVERY]]
    return told + same + [Lesson(one.left, one.right, False) for one in hard + far]


def _near(candidate: Candidate) -> bool:
    return candidate.odds >= LEAST_ODDS


def edited(folders: Sequence[Path], names: Iterable[str], seed: int) -> list[Lesson]:
    """Sentences of the named sets beside edits of theirs: linked, and of the relation that the edit makes."""
    known = set(names)
    sentences = [one for one in read(folders) if one.event.name in known]
    wanted = {group: round(EDITS * count) for group, count in WANTED.items()}
    made = generate(sentences, seed, wanted)
    return [Lesson(one.original, one.edited, True, one.kind.relation, _only(one.kind.aspects)) for one in made]


def _only(aspects: Collection[str]) -> tuple[str, ...]:
    """Where any of several is right, none is taught."""
    return tuple(aspects) if len(aspects) == 1 else ()


def rewritten(path: Path, names: Collection[str]) -> list[Lesson]:
    """Sentences of the named sets beside what other outlets might write of the same (training/sets/rewritten.jsonl).

    "same" agrees, "conflict place" conflicts in place; "near" is linked neither to its sentence nor to what agrees.
    """
    with path.open(encoding="utf-8") as lines:
        found = [one for one in map(json.loads, lines) if one["set"] in names]
    taught = [_rewriting(one["quote"], one["kind"], one["text"]) for one in found]
    same = {one["quote"]: one["text"] for one in found if one["kind"] == "same"}
    apart = [one for one in found if one["kind"] == "near" and one["quote"] in same]
    return taught + [Lesson(same[one["quote"]], one["text"], False) for one in apart]


def _rewriting(quote: str, kind: str, text: str) -> Lesson:
    if kind == "near":
        return Lesson(quote, text, False)
    relation, *aspects = kind.replace("same", "agree").split()
    return Lesson(quote, text, True, relation, tuple(aspects))


def encode(taught: Sequence[Lesson], tokenizer: Tokenizer, seed: int) -> list[Example]:
    """Cut lessons into word pieces: linked pairs in both orders, the many others in one, drawn with `seed`."""
    chance = Random(seed)
    ordered = [(one, way) for one in taught for way in ((True, False) if one.linked else (chance.random() < 0.5,))]
    pairs = [(one.left, one.right) if way else (one.right, one.left) for one, way in ordered]
    return [
        Example(ids, types, one.linked, relation_index(one.relation), one.aspects)
        for (one, _), (ids, types) in zip(ordered, pieces(pairs, tokenizer), strict=True)
    ]


def pieces(pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer) -> Iterator[tuple[list[int], list[int]]]:
    """Yield ids and types of each pair of texts, cut as stage one cuts them."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    for encoding in tokenizer.encode_batch(list(pairs)):
        yield encoding.ids, encoding.type_ids


def relation_index(relation: str | None) -> int:
    """The place of a relation in `RELATIONS`, or `UNKNOWN`."""
    return UNKNOWN if relation is None else RELATIONS.index(relation)


def collate(examples: Sequence[Example]) -> Batch:
    """Make one batch of examples."""
    texts = pad([(example.ids, example.types) for example in examples])
    linked = torch.tensor([float(example.linked) for example in examples])
    aspects = torch.tensor([[float(name in example.aspects) for name in ASPECTS] for example in examples])
    return Batch(texts, linked, torch.tensor([example.relation for example in examples]), aspects)


def relation_weights(taught: Sequence[Lesson]) -> Tensor:
    """Return a weight for each of `RELATIONS`, (3,), a rare one's by a power of its rarity; the mean pair has 1."""
    counts = Counter(one.relation for one in taught if one.relation)
    total = sum(counts.values())
    weights = torch.tensor([(total / max(counts[name], 1)) ** BALANCE for name in RELATIONS])
    share = torch.tensor([counts[name] / total for name in RELATIONS])
    return weights / (weights * share).sum()
