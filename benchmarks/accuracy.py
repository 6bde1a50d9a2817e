"""How well links and relations are found, side by side with simpler ways.

usage: python benchmarks/accuracy.py --train FAMILY ... --test FAMILY ... [--json OUT] [--markdown OUT]

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

from benchmarks.communities import community_rows
from benchmarks.editing.generate import generate
from benchmarks.editing.report import share
from benchmarks.editing.sentences import read
from benchmarks.editing.trial import trials
from benchmarks.edits import FOLDERS, SEED, unseen
from benchmarks.estimates import Estimate
from benchmarks.families import Family, read_family
from benchmarks.linking import OURS, Row, link_rows
from benchmarks.reading import calibration, read_rows
from benchmarks.tables import shown, table
from benchmarks.verdicts import ALWAYS, Verdicts, verdict_rows
from compare.backends.reader import Reader
from compare.settings import Settings
from training.fit_reader import read_case

BEST_MATCH = "MiniLM mutual best match"

PAGE = Template("""# Accuracy: links and relations, side by side

Written by `benchmarks/accuracy.py`; change nothing here by hand. To make it anew:

    $command

FOLDER stands for a place outside the repository: `FOLDER/train-real` is written by `training/join_ecbplus.py`, and what
else stands there are texts that may not be passed on. The numbers depend on the versions and weights below, and on the
machine only in the last digits.

- $versions
- signature of `compare`: `$signature` (weights `$weights`, embedder `$embedder`, pair reader `$reader`)

Figures are for links between sentences, counted as `compare.check.measure` counts them. In brackets: the 95 % bootstrap
interval over pairs of articles (1,000 samples). Pairs of one event are alike, so with few events the true uncertainty
is wider. Every way to link sees the same claims. Each threshold has the best F1, mean over the training families;
those of ways that use the pair reader over the events of these families that the reader did not learn from.

No weight or threshold was fitted on the test families, but they are not untouched: their figures and errors were in
view while the features, the rules and a few constants of `compare` were chosen. Expect somewhat less on new articles.
Public data is in [pairs.md](pairs.md), controlled edits in [edits.md](edits.md), the agreement of two annotators in
[agreement.md](agreement.md).

## In short

$short

MiniLM: mutual best match for links; it has no word for how two claims relate, so it always says that they agree.

## The sets

$sets

## Links

"As shipped, above": by how much the F1 of `compare` as shipped is higher on the same pairs of articles. "Likeness
alone" leaves the pair reader out, "reading alone" is its logit without anything else, "no rivals" leaves out the joint
look at a pair's rivals and at third articles. "Weights of X": likeness fitted on the sets of X alone, less those that
share an article with the family measured.

$links

## Relations

Macro-F1 is the mean of F1 for agree, differ and conflict; unsure is never right. "Given": every link of gold is judged,
and no other. "Found": the links of gold that `compare` makes. "End to end": over the links that `compare` makes; a
missing or a wrong link counts as a wrong verdict. The last three are the errors that hurt: the share of the conflicts
of gold that a reader would be told are agreement, links given and end to end, and of the agreements that would be
called conflict, links given.

$relations

## Calibration

How far probabilities are from how often they are right: expected calibration error over ten bins of equal width.
Links: pairs that `compare` finds at least as likely as 0.3, and right where gold links their sentences. Relations: the
confidence in a verdict on a link of gold. At most 0.08 is wanted.

$calibration
""")


@dataclass(frozen=True)
class Results:
    """All figures."""

    train: Sequence[Family]
    test: Sequence[Family]
    links: list[Row]
    verdicts: list[Verdicts]
    calibration: list[tuple[str, float, float]]
    """(family, of links, of relations)."""
    negated: Estimate
    """Share of negated copies that are called agreement."""

    @property
    def signature(self) -> dict[str, Any]:
        """All that shaped what `compare` says."""
        return dict(self.test[0].comparisons[0].signature)

    def digest(self) -> str:
        """One hash for the signature."""
        return hashlib.sha256(json.dumps(self.signature, sort_keys=True).encode()).hexdigest()[:12]

    def link(self, name: str, family: str) -> Estimate:
        """The F1 of one way to link."""
        return next(row.f1 for row in self.links if (row.name, row.family) == (name, family))

    def verdict(self, name: str, family: str) -> Verdicts:
        """The figures of one way to judge."""
        return next(row for row in self.verdicts if (row.name, row.family) == (name, family))


def measure(train: Sequence[Family], test: Sequence[Family]) -> Results:
    """Every figure of the benchmark."""
    reader = Reader()
    cases = [read_case(family.name, event, reader) for family in train for event in family.unlearned()]
    rows = [*community_rows(train, test), *link_rows(train, test), *read_rows(cases, test, reader)]
    verdicts = [one for family in test for one in verdict_rows(family)]
    return Results(train, test, rows, verdicts, [calibration(family, reader) for family in test], negated())


def negated() -> Estimate:
    """How often a negated copy of a sentence is called agreement; sentences that nothing learned from."""
    edits = [edit for edit in generate(unseen(read(FOLDERS)), SEED) if edit.kind.group == "polarity"]
    return share(trials(edits, Settings()), lambda one: one.relation == "agree")


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
        reader=results.signature["link_reader"],
        short=short(results),
        sets=_sets(results),
        links="\n\n".join(_links(family.name, results.links) for family in results.test),
        relations="\n\n".join(_relations(family.name, results.verdicts) for family in results.test),
        calibration=table(
            ("family", "links", "relations"), [(name, f"{a:.3f}", f"{b:.3f}") for name, a, b in results.calibration]
        ),
    )


def _command(results: Results) -> str:
    options = [(family, "--train") for family in results.train] + [(family, "--test") for family in results.test]
    given = " \\\n      ".join(f"{option} {shown(family.folder)}" for family, option in options)
    return f"python benchmarks/accuracy.py \\\n      {given} \\\n      --markdown benchmarks/accuracy.md"


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


def short(results: Results) -> str:
    """The figures that matter most, beside what was to be reached."""
    head = ("on sets never trained on", "compare", "MiniLM", "floor", "aim")
    return table(head, [row for row in _headlines(results) if row])


def _headlines(results: Results) -> Iterator[tuple[object, ...] | None]:
    names = {family.name for family in results.test}
    for family, floor, aim in (("gold", "0.64", "0.80"), ("gold-real", "0.50", "0.65")):
        if family in names:
            ours, theirs = results.link(OURS, family), results.link(BEST_MATCH, family)
            yield f"links F1, {family}", ours, theirs, floor, aim
    if "gold" in names:
        ours, always = results.verdict(OURS, "gold"), results.verdict(ALWAYS, "gold")
        yield "relation macro-F1 on found links, gold", ours.found_links, always.given_links, "0.58", "0.75"
        yield "end to end, macro-F1, gold", ours.end_to_end, "–", "0.38", "0.60"
    if "gold-real" in names:
        ours = results.verdict(OURS, "gold-real")
        yield "true agreements called conflict, gold-real", ours.called_conflict, "0", "at most 0.04", "0.01"
    yield "negated copies called agreement, held out", results.negated, "1", "at most 0.03", "0.005"


def _relations(family: str, rows: Sequence[Verdicts]) -> str:
    head = (
        *(family, "macro-F1, given", "found", "end to end"),
        *("conflicts called agreement, given", "end to end", "agreements called conflict, given"),
    )
    cells = [
        tuple(
            one or "–"
            for one in (
                *(row.name, row.given_links, row.found_links, row.end_to_end),
                *(row.called_agreement, row.shown_as_agreement, row.called_conflict),
            )
        )
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
