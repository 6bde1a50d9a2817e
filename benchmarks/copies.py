"""How well copies are found, and how seldom independent accounts of one event are taken for copies.

usage: python benchmarks/copies.py [--seed N] [--paragraphs N] [--show] [--markdown OUT] [FOLDER ...]

A FOLDER holds one folder of articles an event: the repository's own sets unless given. Paragraphs are copied with a
share of their words edited, pasted into an article of another event, and looked for; then every two articles of one
event are compared. --show prints every pair found between articles of one event, and every copy missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random
from string import Template
from time import perf_counter

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.copying import edited
from benchmarks.readings import Read, events, read
from benchmarks.tables import ROOT, shown, table
from compare.ingest import from_text
from compare.model import Claim
from compare.origins.shared import BESIDE, shared_wording
from compare.settings import Settings
from compare.wording import words

FOLDERS = (ROOT / "samples", ROOT / "training" / "sets" / "invented")
SHARES = (0.0, 0.05, 0.1, 0.15, 0.2)
SETTINGS = Settings()

PAGE = Template("""# Copies

Written by `benchmarks/copies.py`; change nothing here by hand. To make it anew:

    $command

FOLDER stands for a place outside the repository, with texts that may not be passed on.

## Copies with edits

Of every article $paragraphs paragraphs are copied, a share of their words edited, and the copy pasted between two
paragraphs of an article of another event. An edit substitutes, deletes or puts in a word of these texts, swaps two
words, or cuts or moves a clause; edits fall where they may in the paragraph, so a sentence may bear twice its share.
Counted are pairs of sentences: of the paragraph and its copy, as the engine cuts each. "Likeness of 0.9" is the
simpler way: two sentences whose words are at least 90 % alike, in order (Indel similarity).

$edits

## Articles on one event

Every two articles of one event, written apart. "The same words": pairs of sentences with equal words in sets where
sentences were copied on purpose, as an agency's are; those with a quotation are counted apart, for two reporters who
hear one speech write the same words, and unless what stands around is shared too they are no copies. (A sentence
inside a longer quotation bears no mark and is counted with the former.) "Other words": pairs that are called shared
wording though their words are not the same: taken over with a decisive change, or wrong.

$events

The thresholds ($alike, and $beside beside a pair found) stand where recall is kept without a wrong pair
among the articles on one event. Both were in view while they were chosen.

## Time

$claims claims of $articles articles: $seconds s for all shared wording among them.
""")


@dataclass
class Count:
    """What was found of what is there."""

    right: int = 0
    wrong: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, found: set[tuple[str, str]], true: set[tuple[str, str]], texts: dict[str, str]) -> None:
        """Count one comparison."""
        self.right += len(found & true)
        self.wrong += len(found - true)
        self.missed += [(texts[a], texts[b]) for a, b in sorted(true - found)]

    def row(self) -> tuple[str, str]:
        """Precision and recall."""
        total = self.right + len(self.missed)
        return f"{self.right / max(1, self.right + self.wrong):.3f}", f"{self.right / max(1, total):.3f}"


# Copies with edits.


def copies(pool: Sequence[Read], share: float, paragraphs: int, seed: int) -> tuple[Count, Count]:
    """What is found of edited copies: by the engine, and by likeness alone."""
    random = Random(seed)
    vocabulary = sorted({word for one in pool for word in one.article.text.split() if word.isalpha()})
    engine, simple = Count(), Count()
    for one in pool:
        every = list(_paragraphs(one))
        for chosen in random.sample(every, min(paragraphs, len(every))):
            host = random.choice([other for other in pool if other.event != one.event])
            copied, true = _pasted(chosen, edited([c.text for c in chosen], share, vocabulary, random), host, random)
            texts = {claim.id: claim.text for claim in (*one.claims, *copied.claims)}
            engine.add(_ids(shared_wording([*one.claims, *copied.claims], SETTINGS), one), true, texts)
            simple.add(_alike(one, copied), true, texts)
    return engine, simple


def _paragraphs(one: Read) -> Iterator[list[Claim]]:
    for block in one.article.blocks:
        inside = [c for c in one.claims if block.span.start <= c.start and c.end <= block.span.end]
        if block.kind == "paragraph" and inside:
            yield inside


def _pasted(
    chosen: Sequence[Claim], copy: Sequence[str], host: Read, random: Random
) -> tuple[Read, set[tuple[str, str]]]:
    """The host with the copy in it, and the pairs of claims that are original and copy."""
    text = host.article.text
    at = random.choice([block for block in host.article.blocks if block.kind == "paragraph"]).span.end
    made = read("", from_text(f"{text[:at]}\n\n{' '.join(copy)}{text[at:]}", "pasted"))
    true, start = set(), at + 2
    for claim, sentence in zip(chosen, copy, strict=True):
        end = start + len(sentence)
        for other in made.claims:
            if 2 * (min(end, other.end) - max(start, other.start)) > min(len(sentence), len(other.text)):
                true.add((claim.id, other.id))
        start = end + 1
    return made, true


def _ids(pairs: Sequence[tuple[Claim, Claim]], left: Read) -> set[tuple[str, str]]:
    ordered = [(a, b) if a.article == left.article.id else (b, a) for a, b in pairs]
    return {(a.id, b.id) for a, b in ordered}


def _alike(one: Read, other: Read) -> set[tuple[str, str]]:
    ours, theirs = ([(c.id, " ".join(words(c.text))) for c in some.claims] for some in (one, other))
    return {(a, b) for a, x in ours for b, y in theirs if fuzz.ratio(x, y) >= 90}


# Articles on one event.


@dataclass
class Apart:
    """What is found between articles on one event."""

    name: str
    events: int = 0
    pairs: int = 0
    claims: int = 0
    same: int = 0
    same_found: int = 0
    quoted: int = 0
    quoted_found: int = 0
    other: list[tuple[str, str]] = field(default_factory=list)

    def row(self) -> tuple[object, ...]:
        """Its line of the table."""
        same, quoted = f"{self.same_found} of {self.same}", f"{self.quoted_found} of {self.quoted}"
        return (self.name, self.events, self.pairs, f"{self.claims:,}", same, quoted, len(self.other))


def apart(name: str, sets: Sequence[Sequence[Read]]) -> Apart:
    """Compare every two articles of each event."""
    count = Apart(name, events=len(sets))
    for articles in sets:
        for one, other in combinations(articles, 2):
            count.pairs += 1
            count.claims += len(one.claims) * len(other.claims)
            _compare(one, other, count)
    return count


def _compare(one: Read, other: Read, count: Apart) -> None:
    found = _ids(shared_wording([*one.claims, *other.claims], SETTINGS), one)
    for a in one.claims:
        for b in other.claims:
            if words(a.text) == words(b.text) and len(words(a.text)) >= SETTINGS.copy_words:
                quoted = any(mark in a.text for mark in '"“')
                count.quoted, count.same = count.quoted + quoted, count.same + (not quoted)
                count.quoted_found += quoted and (a.id, b.id) in found
                count.same_found += not quoted and (a.id, b.id) in found
            elif (a.id, b.id) in found and words(a.text) != words(b.text):
                count.other.append((a.text, b.text))


def timed(pool: Sequence[Read]) -> tuple[int, int, float]:
    """Claims, articles and seconds for twenty articles at once."""
    some = pool[:20]
    claims = [claim for one in some for claim in one.claims]
    seconds = []
    for _ in range(3):
        start = perf_counter()
        shared_wording(claims, SETTINGS)
        seconds.append(perf_counter() - start)
    return len(claims), len(some), seconds[0]


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", default=list(FOLDERS))
    parser.add_argument("--seed", type=int, default=20260224)
    parser.add_argument("--paragraphs", type=int, default=3, metavar="N", help="copied of each article")
    parser.add_argument("--show", action="store_true", help="print pairs found and copies missed")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    sets = {shown(folder): list(events(folder)) for folder in options.folders}
    pool = [one for every in sets.values() for articles in every for one in articles]
    claims, articles, seconds = timed(pool)
    results = {share: copies(pool, share, options.paragraphs, options.seed) for share in SHARES}
    found = [apart(name, every) for name, every in sets.items()]
    head = ("words edited", "sentences", "precision", "recall", "likeness of 0.9: precision", "recall")
    rows = [(f"{s:.0%}", e.right + len(e.missed), *e.row(), *simple.row()) for s, (e, simple) in results.items()]
    columns = ("sets", "events", "pairs of articles", "pairs of sentences", "the same words, found")
    page = PAGE.substitute(
        command=" ".join(
            ("python benchmarks/copies.py", *map(shown, options.folders), "--markdown benchmarks/copies.md")
        ),
        paragraphs=f"up to {options.paragraphs}",
        edits=table(head, rows),
        events=table((*columns, "of these quotations, found", "other words"), [one.row() for one in found]),
        alike=Settings().copy_likeness,
        beside=BESIDE,
        claims=f"{claims:,}",
        articles=articles,
        seconds=f"{seconds:.2f}",
    )
    print(page)
    if options.show:
        pairs = [pair for one in found for pair in one.other] + [p for e, _ in results.values() for p in e.missed]
        print(*(f"{a}\n  {b}" for a, b in pairs), sep="\n\n")
    if options.markdown:
        options.markdown.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
