"""How well links and relations are found, side by side with simpler ways.

usage: python benchmarks/links.py --train FAMILY ... --test FAMILY ... [--json OUT] [--markdown OUT]

A family is a folder of gold sets (docs/annotation.md). Whatever has a threshold gets it from the training families;
this script chooses nothing on the test families. Needs scikit-learn (extra `train`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from string import Template
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.families import Family, read_family
from benchmarks.linking import Row, link_rows
from benchmarks.tables import shown, table
from benchmarks.verdicts import Verdicts, verdict_rows

PAGE = Template("""# Links and relations, side by side

Written by `benchmarks/links.py`; change nothing here by hand. To make it anew:

    $command

FOLDER stands for a place outside the repository: `FOLDER/train-real` is written by `training/join_ecbplus.py`, and what
else stands there are texts that may not be passed on. The numbers depend on the versions and weights below, and on the
machine only in the last digits.

- $versions
- signature of `compare`: `$signature` (weights `$weights`, embedder `$embedder`)

Figures are for links between sentences, counted as `compare.check.measure` counts them. In brackets: the 95 % bootstrap
interval over pairs of articles (1,000 samples). Pairs of one event are alike, so with few events the true uncertainty
is wider. Every way to link sees the same claims. Each threshold has the best F1, mean over the training families.
"Weights of X": the model of `compare` fitted on the sets of X alone, less those that share an article with the family
measured, with its threshold from the training families: neither has seen the family measured.

No weight or threshold was fitted on the test families, but they are not untouched: their figures and errors were in
view while the features, the rules and a few constants of `compare` were chosen. Expect somewhat less on new articles.

## The sets

$sets

## Links

"As shipped, above": by how much the F1 of `compare` as shipped is higher on the same pairs of articles.

$links

## Relations

Macro-F1 is the mean of F1 for agree, differ and conflict; unsure is never right. "Links given": every link of gold is
judged, and no other. "End to end": over the links that `compare` makes; a missing or a wrong link counts as a wrong
verdict. "Conflicts called agreement": the share of the conflicts of gold that a reader would be told are agreement.

$relations
""")


@dataclass(frozen=True)
class Results:
    """All figures."""

    train: Sequence[Family]
    test: Sequence[Family]
    links: list[Row]
    verdicts: list[Verdicts]

    @property
    def signature(self) -> dict[str, Any]:
        """All that shaped what `compare` says."""
        return dict(self.test[0].comparisons[0].signature)

    def digest(self) -> str:
        """One hash for the signature."""
        return hashlib.sha256(json.dumps(self.signature, sort_keys=True).encode()).hexdigest()[:12]


def measure(train: Sequence[Family], test: Sequence[Family]) -> Results:
    """Every figure of the benchmark."""
    rows = list(link_rows(train, test))
    return Results(train, test, rows, [one for family in test for one in verdict_rows(family)])


def mixed(train: Sequence[Family], test: Sequence[Family]) -> Iterator[str]:
    """The training and test families that share an article, in words."""
    for one in train:
        for other in test:
            if one.texts() & other.texts():
                yield f"{one.name} and {other.name} share articles: nothing measured on them would hold"


def versions() -> str:
    """What the figures depend on, besides the weights."""
    names = ("compare-sources", "onnxruntime", "tokenizers", "numpy", "rapidfuzz", "nupunkt", "scikit-learn")
    return ", ".join(f"{name} {version(name)}" for name in names)


def page(results: Results) -> str:
    """The document."""
    return PAGE.substitute(
        command=_command(results),
        versions=versions(),
        signature=results.digest(),
        weights=results.signature["weights"],
        embedder=results.signature["embedder"],
        sets=_sets(results),
        links="\n\n".join(_links(family.name, results.links) for family in results.test),
        relations="\n\n".join(_relations(family.name, results.verdicts) for family in results.test),
    )


def _command(results: Results) -> str:
    options = [(family, "--train") for family in results.train] + [(family, "--test") for family in results.test]
    given = " \\\n      ".join(f"{option} {shown(family.folder)}" for family, option in options)
    return f"python benchmarks/links.py \\\n      {given} \\\n      --markdown benchmarks/links.md"


def _sets(results: Results) -> str:
    head = ("family", "use", "events", "articles", "claims", "links", "agree", "differ", "conflict")
    uses = [(family, "training") for family in results.train] + [(family, "test") for family in results.test]
    return table(head, [(family.name, use, *_size(family)) for family, use in uses])


def _size(family: Family) -> tuple[int, ...]:
    relations = Counter(link.relation for event in family.events for link in event.gold.links)
    return (
        len(family.events),
        sum(len(event.articles) for event in family.events),
        sum(len(event.claims) for event in family.events),
        relations.total(),
        *(relations[relation] for relation in ("agree", "differ", "conflict")),
    )


def _links(family: str, rows: Sequence[Row]) -> str:
    head = (family, "threshold", "precision", "recall", "F1", "as shipped, above")
    cells = [
        (row.name, f"{row.threshold:.2f}", row.precision, row.recall, row.f1, row.above_ours or "")
        for row in rows
        if row.family == family
    ]
    return table(head, cells)


def _relations(family: str, rows: Sequence[Verdicts]) -> str:
    hidden = "conflicts called agreement"
    head = (family, "macro-F1, links given", "macro-F1, end to end", f"{hidden}, links given", f"{hidden}, end to end")
    cells = [
        (row.name, row.given_links, row.end_to_end, row.called_agreement or "–", row.shown_as_agreement or "–")
        for row in rows
        if row.family == family
    ]
    return table(head, cells)


def data(results: Results) -> str:
    """The figures as JSON."""
    figures = {
        "signature": results.signature,
        "links": [asdict(row) for row in results.links],
        "relations": [asdict(row) for row in results.verdicts],
    }
    return json.dumps(figures, indent=1) + "\n"


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", action="append", required=True, type=Path, metavar="FAMILY", help="repeatable")
    parser.add_argument("--test", action="append", required=True, type=Path, metavar="FAMILY", help="repeatable")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    train, test = ([read_family(folder) for folder in folders] for folders in (options.train, options.test))
    if problems := list(mixed(train, test)):
        print(*problems, sep="\n", file=sys.stderr)
        return 2
    results = measure(train, test)
    print(page(results))
    for path, text in ((options.json, data(results)), (options.markdown, page(results))):
        if path:
            path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
