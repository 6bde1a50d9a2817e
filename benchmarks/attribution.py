"""Who said it: the attributions that `compare` reads against those that people marked, in documents of PolNeAR.

usage: python benchmarks/attribution.py FOLDER [--errors N] [--markdown OUT]

FOLDER holds a part of the corpus (Newell et al. 2018): `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` in
standoff format. Of an article marked by several people the first by name counts. `--errors` prints what was missed and
what was read wrongly in the N worst documents; nothing of the texts goes into the document.
"""

from __future__ import annotations

import argparse
import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from string import Template

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tables import shown, table
from compare.facts.attribution import Voice, read_speech
from compare.segment import choose

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_SAMPLES, _SEED = 1000, 7

PAGE = Template("""# Attributions against human marks

Written by `benchmarks/attribution.py`; change nothing here by hand. To make it anew:

    $command

FOLDER stands for a place outside the repository: the corpus may not be passed on, and no text of it stands here.

- $versions
- $documents documents, $marked attributions marked, $read read (and $uncued quotations that go on without a cue)

The marks are broader than what `compare` reads: people also marked wants, plans and attitudes ("supports", "seeks").
Documents are cut at their line breaks into paragraphs, and these into sentences as `compare` cuts them. In brackets:
the 95 % bootstrap interval over documents ($samples samples).

$table

- Cue: an attribution counts as found if its cue shares a token with a marked cue, each marked one once.
- Source with cue: likewise, and the sources share a token too, or neither names one.
- Source, content: every token of a source or content, read against marked, with or without the right cue.

The documents were in view while the rules were written; no rule speaks of them. Expect somewhat less elsewhere.
""")


@dataclass(frozen=True)
class Mark:
    """One attribution: the tokens of its cue, source and content."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True)
class Document:
    """A text with what was marked and what was read."""

    name: str
    text: str
    tokens: Sequence[re.Match[str]]
    gold: Sequence[Mark]
    read: Sequence[Mark]


def read_documents(folder: Path) -> Iterator[Document]:
    """Every document of a folder that somebody marked."""
    for path in sorted((folder / "text").glob("*.txt")):
        marked = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if marked:
            text = path.read_bytes().decode("utf-8")
            tokens = list(_TOKEN.finditer(text))
            yield Document(path.stem, text, tokens, list(_marked(marked[0], tokens)), list(_read(text, tokens)))


def _marked(path: Path, tokens: Sequence[re.Match[str]]) -> Iterator[Mark]:
    lines = [line.split("\t") for line in path.read_bytes().decode("utf-8").split("\n") if line]
    places = {line[0]: line[1].split(" ", 1)[1] for line in lines if line[0].startswith("T")}
    for line in lines:
        if line[0].startswith("E"):
            parts = [part.split(":") for part in line[1].split()]
            held = {
                role: [places[name] for kind, name in parts if re.sub(r"\d", "", kind) == role and name in places]
                for role in ("Cue", "Source", "Content")
            }
            yield Mark(*(_covered(tokens, _ranges(held[role])) for role in ("Cue", "Source", "Content")))


def _ranges(places: Iterable[str]) -> Iterator[tuple[int, int]]:
    for place in places:
        for stretch in place.split(";"):
            start, end = stretch.split()
            yield int(start), int(end)


def _covered(tokens: Sequence[re.Match[str]], ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the tokens that lie in the ranges; a range of a mark alone is told by its place."""
    starts = [token.start() for token in tokens]
    held: set[int] = set()
    for start, end in ranges:
        first = bisect_left(starts, start)
        inside = set(range(first, bisect_left(starts, end)))
        held |= inside or {-1 - start}
    return frozenset(held)


def _read(text: str, tokens: Sequence[re.Match[str]]) -> Iterator[Mark]:
    voice: Voice | None = None
    segmenter = choose(text, "en")
    for block in re.finditer(r"\S.*", text):
        for span in segmenter.segment(block[0]):
            speeches, voice = read_speech(span.of(block[0]), voice)
            by = block.start() + span.start
            for speech in speeches:
                ranges = (
                    (speech.cue,) if speech.cue else (),
                    (speech.source,) if speech.source else (),
                    speech.content,
                )
                yield Mark(*(_covered(tokens, [(by + one.start, by + one.end) for one in some]) for some in ranges))


def matched(document: Document) -> list[tuple[Mark, Mark]]:
    """Read and marked attributions whose cues share a token, each once."""
    free = list(document.gold)
    pairs = []
    for read in document.read:
        near = [gold for gold in free if read.cue & gold.cue]
        if near:
            best = max(near, key=lambda gold: (len(read.source & gold.source), len(read.content & gold.content)))
            free.remove(best)
            pairs.append((read, best))
    return pairs


ROWS = ("cue", "source with cue", "source", "content")


def counts(document: Document) -> np.ndarray:
    """For each row what is right, read and marked: (4, 3)."""
    pairs = matched(document)
    sourced = sum(bool(read.source & gold.source) or not (read.source or gold.source) for read, gold in pairs)
    cued = sum(bool(read.cue) for read in document.read)
    rows = [(len(pairs), cued, len(document.gold)), (sourced, cued, len(document.gold))]
    for role in ("source", "content"):
        read, gold = (
            frozenset().union(*(getattr(mark, role) for mark in some)) for some in (document.read, document.gold)
        )
        rows.append((len(read & gold), len(read), len(gold)))
    return np.array(rows, dtype=np.int64)


def rates(total: np.ndarray) -> np.ndarray:
    """Precision, recall and F1 of each row: (..., 4, 3) counts -> (..., 4, 3)."""
    right, read, gold = (total[..., place].astype(np.float64) for place in range(3))
    none = np.ones_like(read)
    return np.stack(
        [right / np.maximum(read, none), right / np.maximum(gold, none), 2 * right / np.maximum(read + gold, none)], -1
    )


def figures(documents: Sequence[Document]) -> str:
    """The table, with intervals over documents."""
    each = np.stack([counts(document) for document in documents])
    draws = np.random.default_rng(_SEED).integers(0, len(documents), (_SAMPLES, len(documents)))
    low, high = np.quantile(rates(each[draws].sum(1)), (0.025, 0.975), axis=0)
    measured = rates(each.sum(0))
    cells = [
        (name, *(f"{measured[row, at]:.2f} ({low[row, at]:.2f} to {high[row, at]:.2f})" for at in range(3)))
        for row, name in enumerate(ROWS)
    ]
    return table(("", "precision", "recall", "F1"), cells)


def page(folder: Path, documents: Sequence[Document]) -> str:
    """The document."""
    return PAGE.substitute(
        command=f"python benchmarks/attribution.py {shown(folder)} --markdown benchmarks/attribution.md",
        versions=", ".join(f"{name} {version(name)}" for name in ("compare-sources", "nupunkt")),
        documents=len(documents),
        marked=sum(len(document.gold) for document in documents),
        read=sum(bool(mark.cue) for document in documents for mark in document.read),
        uncued=sum(not mark.cue for document in documents for mark in document.read),
        samples=_SAMPLES,
        table=figures(documents),
    )


def errors(documents: Sequence[Document], most: int) -> Iterator[str]:
    """What was missed and what was read wrongly, the worst documents first."""
    worst = sorted(documents, key=lambda document: rates(counts(document))[1, 2])
    for document in worst[:most]:
        pairs = matched(document)
        yield f"== {document.name} F1 {rates(counts(document))[1, 2]:.2f}"
        yield from (
            f"missed  {_told(document, mark)}" for mark in document.gold if all(mark is not gold for _, gold in pairs)
        )
        cued = [mark for mark in document.read if mark.cue]
        yield from (f"false   {_told(document, mark)}" for mark in cued if all(mark is not read for read, _ in pairs))
        for read, gold in pairs:
            if not read.source & gold.source and (read.source or gold.source):
                yield f"source  {_told(document, read)}\n     is {_told(document, gold)}"


def _told(document: Document, mark: Mark) -> str:
    def words(numbers: Iterable[int]) -> str:
        return " ".join(document.tokens[number][0] if number >= 0 else "·" for number in sorted(numbers)[:12])

    return f"[{words(mark.source)}] {words(mark.cue)} -> {words(mark.content)}"


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a part of PolNeAR, with text/ and attributions/")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the errors of the N worst documents")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    documents = list(read_documents(options.folder))
    if not documents:
        print(f"no marked documents in {options.folder}", file=sys.stderr)
        return 2
    print(page(options.folder, documents))
    print(*errors(documents, options.errors), sep="\n")
    if options.markdown:
        options.markdown.write_text(page(options.folder, documents), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
