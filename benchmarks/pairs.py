"""How well pairs of sentences of public data are judged, side by side with simpler ways.

usage: python benchmarks/pairs.py --data FOLDER [--nli WEIGHTS.pt] [--markdown OUT]

FOLDER holds `ecbplus`, `nanco` and `propsegment`, each brought to one JSON object a line (benchmarks/public says which
files). With the weights of the first stage of training, "inference only" is measured too. Needs scikit-learn (extra
`train`).
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from string import Template

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.public import ecbplus, nanco, propsegment
from benchmarks.public.scorers import OURS, Scorer, cosine, overlap, reading, tfidf
from benchmarks.tables import shown
from compare.backends.pair_reader import PairReader, bundled
from compare.embed import Embedder, load_embedder

PAGE = Template("""# Pairs of sentences, side by side

Written by `benchmarks/pairs.py`; change nothing here by hand. To make it anew:

    $command

FOLDER stands for a place outside the repository: the data may not all be passed on, and no part of them is here. The
numbers depend on the versions and weights below, and on the machine only in the last digits.

- $versions
- pair reader `$reader`, MiniLM `$embedder`$nli

Each way gives two texts a score and knows nothing else of them; `compare` itself does more, with the context of both
articles, rules and facts (links.md). Nothing in `compare` was trained on these pairs. Token overlap is the share of
words that both have, of all words of both or of those of the shorter. TF-IDF counts how rare a word is over the texts
of the set. "Inference only" is the pair reader before it saw claims: after natural-language inference, its first stage,
with weights that do not come with `compare`. In brackets: the 95 % bootstrap interval (1,000 samples). The columns
"above" say by how much the pair reader is higher, on the same samples.

$sections""")


def scorers(reader: PairReader, embedder: Embedder, nli: Path | None) -> list[Scorer]:
    """All ways to judge."""
    found = [
        Scorer("token overlap", overlap),
        Scorer("TF-IDF cosine", tfidf),
        Scorer("MiniLM cosine", cosine(embedder)),
    ]
    if nli:
        from benchmarks.public.inference import inferring  # with it comes PyTorch

        found.append(Scorer("inference only", inferring(nli)))
    return [*found, Scorer(OURS, reading(reader))]


def page(data: Path, reader: PairReader, embedder: Embedder, nli: Path | None) -> str:
    """The document."""
    ways = scorers(reader, embedder, nli)
    return PAGE.substitute(
        command=_command(data, nli),
        versions=versions(nli),
        reader=reader.name,
        embedder=embedder.name,
        nli=f", inference only `{_digest(nli)}`" if nli else "",
        sections="\n".join(kind.section(data, ways) for kind in (ecbplus, nanco, propsegment)),
    )


def versions(nli: Path | None) -> str:
    """What the figures depend on, besides the weights."""
    names = ["compare-sources", "onnxruntime", "tokenizers", "numpy", "scikit-learn", *(["torch"] if nli else [])]
    return ", ".join(f"{name} {version(name)}" for name in names)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def _command(data: Path, nli: Path | None) -> str:
    given = f"--data {shown(data)}" + (f" --nli {shown(nli)}" if nli else "")
    return f"python benchmarks/pairs.py {given} --markdown benchmarks/pairs.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the public data")
    parser.add_argument("--nli", type=Path, metavar="WEIGHTS", help="weights of the first stage of training")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args(arguments)
    text = page(options.data, bundled(), load_embedder("minilm"), options.nli)
    print(text)
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
