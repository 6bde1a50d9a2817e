"""How far two annotators agree on the sets that were annotated twice.

usage: python training/agreement.py [--sets FOLDER] [--markdown OUT]

Needs the repository alone: real articles are compared by document and sentence number.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.estimates import estimate
from benchmarks.tables import table
from training.annotations import KINDS, SETS, STRENGTH, Judgement, Twice, read_twice

ABSENT = "not linked"
VALUES = (*STRENGTH, ABSENT)
Table = NDArray[np.int64]
"""(4, 4) counts: what the first annotator said by what the second said, in the order of VALUES."""

PAGE = Template("""# Agreement of two annotators

Written by `training/agreement.py`; change nothing here by hand. To make it anew:

    python training/agreement.py --markdown benchmarks/agreement.md

$sets were annotated a second time by the rules of
[docs/annotation.md](../docs/annotation.md). The second annotator knew these rules and not the first annotation. Both
passes were made for this project, in the same way. **Their agreement is therefore an upper bound of what an editor from
outside would give**: two passes made alike share habits that the rules do not ask for.

$identical

## Figures

In brackets 95 % intervals: percentile bootstrap over sets; sets are few, so they are rough. A heading that one
annotator quoted together with the sentence after it counts as one with it for both, so invented sets have fewer links
here than in their files. "Shared" are links that both made.

$figures

- Alpha is Krippendorff's for nominal values (Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*): 1 is
  full agreement, 0 what chance gives.
- The alpha over all links also counts a pair that only one linked as a disagreement. Pairs that neither linked are left
  out; with them, nearly all pairs there are, it would be much higher and say less.
- Where nearly all links are `agree`, as in the real sets, chance alone agrees nearly always; a few disagreements then
  bring alpha and macro-F1 down though the share of the same relation is high.
- Aspects: the mean share of aspects that both gave of those that either gave (Jaccard), on links that both called
  `differ` or `conflict`.

$confusions

## Set by set

$rows
""")


@dataclass(frozen=True)
class Tally:
    """One set, counted."""

    name: str
    kind: str
    counts: Table
    aspects: tuple[float, ...]
    """Jaccard of the aspects of each link that both call differ or conflict."""
    identical: bool
    """The same links with the same relations and aspects."""


def tally(one: Twice) -> Tally:
    """Count what the two annotators said of each pair that either linked."""
    said = Counter((_value(one.first.get(ends)), _value(one.second.get(ends))) for ends in {*one.first, *one.second})
    counts = np.array([[said[a, b] for b in VALUES] for a in VALUES])
    both = [(one.first[ends], one.second[ends]) for ends in one.first.keys() & one.second.keys()]
    aspects = tuple(_jaccard(a, b) for a, b in both if "agree" not in (a.relation, b.relation))
    return Tally(one.name, one.kind, counts, aspects, one.first == one.second)


def _value(judgement: Judgement | None) -> str:
    return judgement.relation if judgement else ABSENT


def _jaccard(a: Judgement, b: Judgement) -> float:
    either = a.aspects | b.aspects
    return len(a.aspects & b.aspects) / len(either) if either else 1.0


def krippendorff(counts: Table) -> float:
    """Krippendorff's alpha of two coders and nominal values from their (k, k) table; nan where nothing varies.

    1 - observed / expected disagreement, the expected one from all values of both coders, a value never paired with
    itself (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability). Example: [[8, 1], [1, 0]] -> -0.06.
    """
    values = counts.sum(0) + counts.sum(1)
    n = values.sum()
    alike = (values * (values - 1)).sum()
    if alike == n * (n - 1):
        return float("nan")
    observed = 1 - np.trace(counts) / counts.sum()
    return float(1 - observed / (1 - alike / (n * (n - 1))))


def _sum(tallies: Sequence[Tally]) -> Table:
    total: Table = np.sum([one.counts for one in tallies], axis=0)
    return total


def _shared(tallies: Sequence[Tally]) -> Table:
    """(3, 3): relations on the links that both made."""
    return _sum(tallies)[:3, :3]


def link_f1(tallies: Sequence[Tally]) -> float:
    """2 x shared / (links of the first + links of the second)."""
    counts = _sum(tallies)
    return float(2 * counts[:3, :3].sum() / (counts[:3].sum() + counts[:, :3].sum()))


def same_relation(tallies: Sequence[Tally]) -> float:
    """Share of shared links with the same relation."""
    counts = _shared(tallies)
    return float(np.trace(counts) / counts.sum())


def macro_f1(tallies: Sequence[Tally]) -> float:
    """Mean F1 over the relations that either annotator gave to a shared link."""
    counts = _shared(tallies)
    given = counts.sum(0) + counts.sum(1)
    return float(np.mean(2 * np.diag(counts)[given > 0] / given[given > 0]))


def aspect_overlap(tallies: Sequence[Tally]) -> float:
    """Mean Jaccard of aspects; nan where no link was called differ or conflict by both."""
    every = [value for one in tallies for value in one.aspects]
    return float(np.mean(every)) if every else float("nan")


STATISTICS = {
    "F1 of links": link_f1,
    "same relation, of shared links": same_relation,
    "macro-F1 over relations, shared links": macro_f1,
    "alpha over relations, shared links": lambda tallies: krippendorff(_shared(tallies)),
    "alpha over relations and not linked, all links": lambda tallies: krippendorff(_sum(tallies)),
    "aspects, mean Jaccard": aspect_overlap,
}


def figures(kinds: Sequence[Sequence[Tally]]) -> str:
    """A column a kind."""
    totals = [_sum(kind) for kind in kinds]
    rows: list[tuple[object, ...]] = [
        ("sets annotated twice", *map(len, kinds)),
        ("links of the first annotator", *(total[:3].sum() for total in totals)),
        ("links of the second annotator", *(total[:, :3].sum() for total in totals)),
        ("shared links", *(total[:3, :3].sum() for total in totals)),
        *((name, *(estimate(kind, statistic) for kind in kinds)) for name, statistic in STATISTICS.items()),
        ("links of these figures on aspects", *(sum(len(one.aspects) for one in kind) for kind in kinds)),
    ]
    return table(("", *(kind[0].kind for kind in kinds)), rows)


def confusion(tallies: Sequence[Tally]) -> str:
    """Rows the first annotator, columns the second."""
    rows = [(f"first: {value}", *row) for value, row in zip(VALUES, _sum(tallies).tolist(), strict=True)]
    return table((tallies[0].kind, *(f"second: {value}" for value in VALUES)), [*rows[:-1], (*rows[-1][:-1], "")])


def row(one: Tally) -> tuple[object, ...]:
    """A line of the table of sets."""
    shared = one.counts[:3, :3]
    return f"{one.kind}/{one.name}", one.counts[:3].sum(), one.counts[:, :3].sum(), shared.sum(), np.trace(shared)


def page(tallies: Sequence[Tally], in_all: dict[str, int]) -> str:
    """The document."""
    kinds = [[one for one in tallies if one.kind == kind] for kind in KINDS if any(t.kind == kind for t in tallies)]
    counted = [f"{len(kind)} of {in_all[kind[0].kind]} {kind[0].kind} sets" for kind in kinds]
    columns = ("set", "links, first", "links, second", "shared", "same relation")
    return PAGE.substitute(
        sets=" and ".join(counted),
        identical=_identical(tallies),
        figures=figures(kinds),
        confusions="\n\n".join(f"## What was taken for what: {k[0].kind} sets\n\n{confusion(k)}" for k in kinds),
        rows=table(columns, map(row, tallies)),
    )


def _identical(tallies: Sequence[Tally]) -> str:
    """Which sets come out alike, said plainly: it is more than two strangers would reach."""
    alike = [one for one in tallies if not one.counts[3].any() and not one.counts[:, 3].any()]
    if not alike:
        return ""
    by_kind = [f"{sum(one.kind == kind for one in alike)} {kind}" for kind in KINDS]
    names = ", ".join(f"`{one.name}`" for one in alike)
    wholly = sum(one.identical for one in alike)
    return (
        f"In {' and '.join(by_kind)} sets the two have the very same links\n({names}),\nin {wholly} of them with "
        "the same relations and aspects throughout. Two strangers would hardly reach that."
    )


def sets_in_all(sets: Path) -> dict[str, int]:
    """How many sets there are of each kind."""
    return {
        "invented": len(list((sets / "invented").glob("*/gold.json"))),
        "real": len(list((sets / "real").glob("*.json"))),
    }


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=Path, default=SETS, metavar="FOLDER")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    made = page([tally(one) for one in read_twice(options.sets)], sets_in_all(options.sets))
    print(made)
    if options.markdown:
        options.markdown.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
