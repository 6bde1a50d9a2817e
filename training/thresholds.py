"""What the thresholds that were chosen, not fitted, rest on: one table each, over events that no model learned from.

usage: python training/thresholds.py FAMILY [FAMILY ...]

Prints how often a verdict is right by its confidence and by the probability of link and relation together, how alike
the words of linked sentences are, and how often headings of each length are linked.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compare import compare_articles
from compare.check.goldset import find_sets
from compare.ingest import read_all
from compare.settings import Settings
from compare.wording import words
from training.fit import Event, embedder, read_event
from training.splits import held_out

OPEN = replace(Settings(), verdict_threshold=0.0, firm_threshold=0.0, shade_threshold=0.0)
Tally = Mapping[tuple[object, ...], list[bool]]


def verdicts(events: Iterable[Event]) -> Tally:
    """(what, relation, tenth) -> whether each verdict is right, by confidence and by probability of both together."""
    tally: dict[tuple[object, ...], list[bool]] = defaultdict(list)
    for event in events:
        truth = _truth(event)
        for link in compare_articles(event.gold.paths, embedder=embedder(), settings=OPEN).links:
            right = truth.get(event.between(link.left, link.right)) == link.relation
            tally["confidence", link.relation, _tenth(link.confidence)].append(right)
            tally["link and relation", link.relation, _tenth(link.confidence * link.probability)].append(right)
    return tally


def likeness(events: Iterable[Event]) -> Tally:
    """(what, tenth) -> True for each gold link whose words are so alike, with eight words or more on both sides."""
    tally: dict[tuple[object, ...], list[bool]] = defaultdict(list)
    for event in events:
        for link in event.gold.links:
            left, right = words(link.a.quote), words(link.b.quote)
            if min(len(left), len(right)) >= OPEN.copy_words:
                alike = fuzz.ratio(" ".join(left), " ".join(right)) / 100
                tally["likeness of linked sentences", _tenth(alike)].append(True)
    return tally


def headings(folders: Sequence[Path]) -> Tally:
    """(kind, words) -> whether each title or sub-heading of that length is linked in gold."""
    tally: dict[tuple[object, ...], list[bool]] = defaultdict(list)
    for gold in (one for folder in folders for one in find_sets(folder)):
        quoted = {end.quote for link in gold.links for end in (link.a, link.b)}
        for article in read_all([str(path) for path in gold.paths]):
            for block in article.blocks:
                if block.kind in ("title", "heading"):
                    text = block.span.of(article.text)
                    tally[block.kind, min(len(words(text)), 8)].append(text in quoted)
    return tally


def _truth(event: Event) -> dict[frozenset[str], str]:
    pairs = zip(event.gold.links, event.wanted(), strict=True)
    return {ends: link.relation for link, wanted in pairs for ends in wanted}


def _tenth(value: float) -> float:
    return int(value * 10) / 10


def lines(tally: Tally) -> Iterator[str]:
    """A line a key: how many, and the share that is true."""
    for key, values in sorted(tally.items(), key=lambda item: tuple(map(str, item[0]))):
        yield f"  {' '.join(map(str, key)):44} {len(values):5}  {sum(values) / len(values):5.0%}"


def main() -> None:
    """Print every table for every family."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("families", nargs="+", type=Path)
    for family in parser.parse_args().families:
        sets = find_sets(family)
        held = held_out([gold.name for gold in sets])
        events = [read_event(gold, embedder()) for gold in sets if gold.name in held]
        print(f"{family.name}: {len(events)} sets")
        for tally in (verdicts(events), likeness(events), headings([family])):
            print(*lines(tally), "", sep="\n")


if __name__ == "__main__":
    main()
