"""Make the bundled pair reader and every fitted weight, end to end.

    python training/make_reader.py --nli NLI.jsonl --ecbplus SENTENCES.jsonl --work FOLDER [--threads N]

Stage one learns inference from NLI.jsonl (training/cross_encoder/data.py names its sources and licences), stage two
links and relations from training/sets, in two rounds; then the model is made 8-bit and the weights around it are
fitted. FOLDER keeps checkpoints: the same command goes on after a kill. On two processor cores it takes about an hour
and a half.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INVENTED = ROOT / "training" / "sets" / "invented"
EPOCHS = {"nli": "1", "links": "1", "again": "1"}


def steps(nli: Path, ecbplus: Path, work: Path, threads: int) -> Iterator[list[str]]:
    """The commands, in order: each a script of training/ and its arguments."""
    families = [str(INVENTED), str(work / "train-real")]
    many = ["--threads", str(threads)]
    yield ["join_ecbplus.py", "--sentences", str(ecbplus), families[1]]
    yield ["fit.py", *families]
    yield [
        "cross_encoder/train_nli.py",
        "--data",
        str(nli),
        "--out",
        str(work / "nli"),
        "--epochs",
        EPOCHS["nli"],
        *many,
    ]
    start = ["--start", str(work / "nli" / "nli.pt"), "--out", str(work / "links")]
    yield ["cross_encoder/train_links.py", *families, *start, "--epochs", EPOCHS["links"], *many]
    again = ["--again", "--start", str(work / "links" / "links.pt"), "--out", str(work / "again")]
    yield ["cross_encoder/train_links.py", *families, *again, "--epochs", EPOCHS["again"], *many]
    out = str(ROOT / "compare" / "models" / "reader")
    records = ["--records", str(work / "again" / "records.jsonl")]
    yield ["cross_encoder/export.py", "--model", str(work / "again" / "links.pt"), "--out", out, *records]
    yield ["fit_reader.py", *families]


def main() -> None:
    """Run every step; one that fails ends the run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--nli", type=Path, required=True, help="inference pairs, JSON lines")
    parser.add_argument("--ecbplus", type=Path, required=True, help="sentences of ECB+, JSON lines")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints, and to go on from")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    for step in steps(options.nli.resolve(), options.ecbplus.resolve(), options.work.resolve(), options.threads):
        print("$", " ".join(step), flush=True)
        subprocess.run([sys.executable, str(ROOT / "training" / step[0]), *step[1:]], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
