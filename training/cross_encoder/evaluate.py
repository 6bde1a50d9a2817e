"""How often the NLI head is right, by source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import torch

from training.cross_encoder.batches import Example, collate
from training.cross_encoder.data import LABELS
from training.cross_encoder.model import PairReader, known_only

BATCH = 64


def guesses(model: PairReader, examples: Sequence[Example]) -> Iterator[tuple[Example, int]]:
    """Yield each example with the label found, an index into `LABELS`, among those its source has."""
    model.eval()
    by_length = sorted(examples, key=lambda example: len(example.ids))
    for start in range(0, len(by_length), BATCH):
        chosen = by_length[start : start + BATCH]
        batch = collate(chosen)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            logits = model.nli(batch.texts)
        yield from zip(chosen, known_only(logits, batch).argmax(1).tolist(), strict=True)


def figures(found: Sequence[tuple[Example, int]]) -> dict[str, dict[str, float]]:
    """Return for each source, and for `all`, the pairs, the accuracy, and the recall of each label that occurs."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for example, guess in found:
        for name in ("all", example.source):
            groups[name].append((example.label, guess))
    return {name: _scores(groups[name]) for name in sorted(groups)}


def evaluate(model: PairReader, examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Measure a model on examples; leaves it in evaluation mode, and chance untouched."""
    return figures(list(guesses(model, examples)))


def _scores(pairs: Sequence[tuple[int, int]]) -> dict[str, float]:
    scores = {"pairs": float(len(pairs)), "accuracy": _share([label == guess for label, guess in pairs])}
    recalls = {
        LABELS[truth]: _share([guess == truth for label, guess in pairs if label == truth])
        for truth in sorted({label for label, _ in pairs})
    }
    return scores | recalls | {"balanced": round(sum(recalls.values()) / len(recalls), 4)}


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 4)
