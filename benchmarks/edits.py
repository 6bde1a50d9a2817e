"""Whether a change of meaning in a copied sentence is called a conflict, and a harmless change is not.

usage: python benchmarks/edits.py [FOLDER ...] [--seed N] [--errors N] [--show N] [--json OUT] [--markdown OUT]

A FOLDER holds sets, a set is a folder of .txt articles. Every edit is generated: its meaning is known by construction.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.editing.edit import Edit, Sentence
from benchmarks.editing.generate import WANTED, generate
from benchmarks.editing.listing import data, errors, pairs
from benchmarks.editing.report import Results, page
from benchmarks.editing.sentences import read
from benchmarks.editing.trial import trials
from benchmarks.tables import ROOT
from compare.embed import load_embedder
from compare.settings import Settings
from training.splits import held_out

SEED = 20260312
FOLDERS = (ROOT / "samples", ROOT / "training" / "sets" / "invented")
"""Of the training sets only those that the pair reader did not learn from."""


def measure(edits: Sequence[Edit]) -> Results:
    """What `compare` says of each edit, and how alike the vectors are."""
    return Results(trials(edits, Settings()), _cosines(edits))


def unseen(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Without those of the training sets that the pair reader learned from."""
    names = [path.name for path in FOLDERS[-1].iterdir() if path.is_dir()]
    learned = set(names) - held_out(names)
    return [sentence for sentence in sentences if sentence.event.name not in learned]


def _cosines(edits: Sequence[Edit]) -> list[float]:
    embed = load_embedder("minilm").embed
    left, right = embed([edit.original for edit in edits]), embed([edit.edited for edit in edits])
    return [float(cosine) for cosine in np.einsum("ij,ij->i", left, right)]


def main() -> int:
    """Generate, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="of sets; the repository's own unless given"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong verdicts a kind")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N pairs a kind, and judge nothing")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write every edit with its verdict")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    folders = options.folders or list(FOLDERS)
    edits = generate(unseen(read(folders)), options.seed, WANTED)
    if options.show:
        print(pairs(edits, options.show))
        return 0
    results = measure(edits)
    document = page(results, folders, options.seed)
    print(document)
    if options.errors:
        print(errors(results.outcomes, options.errors))
    for path, text in ((options.json, data(results)), (options.markdown, document)):
        if path:
            path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
