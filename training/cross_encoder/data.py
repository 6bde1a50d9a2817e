"""Pairs of natural-language inference: which sources may be used, how they are read and split.

A line of the file is one JSON object: `{"source": "help", "premise": "...", "hypothesis": "...", "label": "neutral"}`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")
NO_NEUTRAL = ("entailment", "contradiction")
NO_CONTRADICTION = ("entailment", "neutral")


@dataclass(frozen=True, slots=True)
class Source:
    """The licence that lets a released model be trained on it, and the labels its makers gave out."""

    licence: str
    labels: tuple[str, ...] = LABELS


# Sources without a stated licence are left out. C-UDA 1.0, section 2.2, puts no restriction on results such as weights.
SOURCES = {
    "openie_nli": Source("CC BY-SA 4.0 (SNLI); MultiNLI"),
    "conjnli_adv": Source("MIT"),
    "mnli_dev_union": Source("MultiNLI"),
    "fever_rte": Source("CC BY-SA 3.0", NO_NEUTRAL),
    "mnli_llmsknow": Source("MIT over MultiNLI"),
    "cf_nli": Source("Apache-2.0 over SNLI"),
    "help": Source("CC BY-SA 4.0", NO_CONTRADICTION),
    "taxinli_notdev": Source("C-UDA 1.0"),
    "fm2_dev": Source("Apache-2.0", NO_NEUTRAL),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and what the first says of the second, one of `LABELS`."""

    source: str
    premise: str
    hypothesis: str
    label: str


def read_pairs(path: Path) -> list[Pair]:
    """Read the pairs of the allowed `SOURCES`, in the order of the file."""
    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [Pair(**fields) for fields in found if fields["source"] in SOURCES]


def split(pairs: Sequence[Pair], dev_size: int, seed: int) -> tuple[list[Pair], list[Pair]]:
    """Draw whole premises for the dev set until it has `dev_size` pairs; return (train, dev).

    No premise of the dev set stands in the training pairs, on neither side: some sources hold a pair both ways round.
    """
    held = _drawn_premises(pairs, dev_size, seed)
    dev = [pair for pair in pairs if _key(pair.premise) in held]
    train = [pair for pair in pairs if _key(pair.premise) not in held and _key(pair.hypothesis) not in held]
    return train, dev[:dev_size]


def limited(pairs: Sequence[Pair], limit: int | None, seed: int) -> list[Pair]:
    """Draw `limit` pairs without putting back, each source by its share; all of them without a limit."""
    if limit is None or limit >= len(pairs):
        return list(pairs)
    return random.Random(seed).sample(pairs, limit)


def _drawn_premises(pairs: Sequence[Pair], dev_size: int, seed: int) -> set[str]:
    counts: dict[str, int] = {}
    for pair in pairs:
        counts[_key(pair.premise)] = counts.get(_key(pair.premise), 0) + 1
    order = sorted(counts)
    random.Random(seed).shuffle(order)
    held: set[str] = set()
    drawn = 0
    for premise in order:
        if drawn >= dev_size:
            break
        held.add(premise)
        drawn += counts[premise]
    return held


def _key(text: str) -> str:
    return " ".join(text.lower().split())
