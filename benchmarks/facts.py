"""Time to read the facts of an article, reader by reader, and how it grows with the length of the text.

usage: python benchmarks/facts.py [--runs N] [--markdown OUT] [ARTICLE ...]

All in one process on one core, in processor time; the median of the runs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from string import Template

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tables import ROOT, shown, table
from compare.claims.clauses import clauses
from compare.facts import Context, proper_words, read_facts
from compare.facts.attribution import read_speech
from compare.facts.cues import read_cues
from compare.facts.dates import read_dates
from compare.facts.names import read_names
from compare.facts.quantities import read_quantities
from compare.ingest import read_all
from compare.model import Span
from compare.segment import choose

ARTICLES = tuple(sorted(path for path in (ROOT / "samples").glob("*/*.txt")))
WORDS = 450
GROWTH = (1, 2, 4, 8, 16)

PAGE = Template("""# Time to read facts

Written by `benchmarks/facts.py`; change nothing here by hand. To make it anew:

    python benchmarks/facts.py --markdown benchmarks/facts.md

$articles articles of $words words, cut into sentences beforehand; processor time on one core, median of $runs runs,
scaled to an article of $each words.

$readers

One sentence made longer, by joining the sentences of an article: time a word against that of the shortest. Linear
reading stays at 1.

$growth
""")


def sentences(paths: Sequence[Path]) -> list[list[str]]:
    """The sentences of each article."""
    articles = read_all([str(path) for path in paths])
    return [
        [span.of(block.span.of(article.text)) for block in article.blocks for span in _cut(block.span.of(article.text))]
        for article in articles
    ]


def _cut(text: str) -> list[Span]:
    return choose(text, "en").segment(text)


def readers(texts: Sequence[Sequence[str]]) -> dict[str, Callable[[str], object]]:
    """What is measured, by name; each reads one sentence."""
    context = Context(None, proper_words(" ".join(text for article in texts for text in article)))
    return {
        "quantities": read_quantities,
        "dates": read_dates,
        "names": lambda text: read_names(text, context.proper),
        "cues": read_cues,
        "attribution": read_speech,
        "all facts": lambda text: read_facts(text, context),
        "clauses": clauses,
    }


def milliseconds(read: Callable[[str], object], texts: Sequence[str], runs: int) -> float:
    """Median processor time of reading the texts."""
    taken = []
    for run in range(runs + 1):
        unseen = [text + " " * run for text in texts]  # whatever is cached by text is read anew
        start = time.process_time()
        for text in unseen:
            read(text)
        taken.append(1000 * (time.process_time() - start))
    return median(taken[1:])  # the first compiles patterns


def growth(read: Callable[[str], object], text: str, runs: int) -> list[float]:
    """Time a word of the text repeated 1, 2, 4 … times, against that of once."""
    each = [milliseconds(read, [" ".join([text] * times)], runs) / times for times in GROWTH]
    return [value / each[0] for value in each]


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", type=Path, default=ARTICLES)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--markdown", type=Path)
    arguments = parser.parse_args()
    texts = sentences(arguments.articles)
    flat = [text for article in texts for text in article]
    count = sum(len(text.split()) for text in flat)
    measured = readers(texts)
    rows = [
        (name, f"{milliseconds(read, flat, arguments.runs) * WORDS / count:.1f} ms") for name, read in measured.items()
    ]
    longest = " ".join(max(texts, key=lambda article: sum(map(len, article))))
    longer = [
        (name, *(f"{x:.2f}" for x in growth(read, longest, 3))) for name, read in measured.items() if name != "clauses"
    ]
    page = PAGE.substitute(
        articles=len(texts),
        words=f"{count:,}",
        runs=arguments.runs,
        each=WORDS,
        readers=table(("reader", f"{WORDS} words"), rows),
        growth=table(("reader", *(f"{times} ×" for times in GROWTH)), longer),
    )
    print(page)
    if arguments.markdown:
        arguments.markdown.write_text(page, "utf-8")
        print(f"written: {shown(arguments.markdown)}")


if __name__ == "__main__":
    main()
