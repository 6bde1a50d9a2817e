"""The document: what was called what, by aspect and kind, each share with its interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

import numpy as np

from benchmarks.editing.generate import CHANGING, KINDS
from benchmarks.editing.trial import Outcome
from benchmarks.estimates import Estimate
from benchmarks.tables import shown, table

COSINE = 0.41
"""From this cosine of MiniLM's vectors on two sentences are linked: its best threshold in benchmarks/accuracy.md."""

PAGE = Template("""# Controlled edits

Written by `benchmarks/edits.py`; change nothing here by hand. To make it anew:

    $command

Sentences of the sets in $folders are copied with one thing changed. Whether the change
alters the meaning is known by construction, from small pattern rules that share no code with the readers of `compare`.
Both versions are read as articles of one sentence, printed on the same Thursday, and judged as if they were linked.
Where a sentence is read as several claims, the strongest verdict counts. No set gives more than a twentieth of the
edits. In brackets: the 95 % interval (Wilson 1927).

The rules of the generator are plain, and a few edits in a hundred read oddly, though the meaning is as intended. The
sets that the sentences come from are in view while `compare` is written: expect somewhat less on new articles.

## In short

| | compare | embedder alone |
| --- | ---: | ---: |
| meaning changed: called a conflict, with the right aspect | $changed | $changed_alone |
| meaning changed: called agreement | $hidden | $hidden_alone |
| harmless: called a conflict | $harmless | $harmless_alone |

"Embedder alone" is what a tool says that calls two sentences the same from a cosine of $cosine on (MiniLM, the
threshold of [accuracy.md](accuracy.md)): it has no word for conflict. The mean cosine is $cosine_changed where the
meaning was changed and $cosine_harmless where it was not: no threshold parts them (area under the curve $area; 0.5 is
chance).

## Meaning changed: a conflict is right

$by_group

$by_kind

## Certainty changed: a difference is right

$certainty

## Harmless: anything but a conflict is right

$safe
""")


@dataclass(frozen=True)
class Results:
    """All outcomes, and the cosine of each pair of sentences."""

    outcomes: list[Outcome]
    cosines: list[float]

    def of(self, *groups: str) -> list[Outcome]:
        """The outcomes of some groups."""
        return [one for one in self.outcomes if one.edit.kind.group in groups]

    def cosines_of(self, *groups: str) -> list[float]:
        """The cosines of some groups."""
        both = zip(self.outcomes, self.cosines, strict=True)
        return [cosine for one, cosine in both if one.edit.kind.group in groups]


def wilson(hits: int, count: int) -> Estimate:
    """A share with its 95 % interval by Wilson's score (1927): 3 of 10 is 0.30 (0.11 to 0.60)."""
    if not count:
        return Estimate(math.nan, math.nan, math.nan)
    z, share = 1.959964, hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    spread = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return Estimate(share, max(middle - spread, 0.0), min(middle + spread, 1.0))


def share(outcomes: Sequence[Outcome], test: Callable[[Outcome], bool]) -> Estimate:
    """How many of the outcomes pass the test."""
    return wilson(sum(map(test, outcomes)), len(outcomes))


def page(results: Results, folders: Sequence[Path], seed: int) -> str:
    """The document."""
    changed, safe, sure = results.of(*CHANGING), results.of("harmless"), results.of("certainty")
    altered, same = results.cosines_of(*CHANGING), results.cosines_of("harmless")
    return PAGE.substitute(
        command=" ".join(
            ["python benchmarks/edits.py", *map(shown, folders), f"--seed {seed} --markdown benchmarks/edits.md"]
        ),
        folders=" and ".join(f"`{shown(folder)}`" for folder in folders),
        cosine=COSINE,
        changed=share(changed, lambda one: one.right),
        changed_alone=wilson(0, len(changed)),
        hidden=share(changed, _agrees),
        hidden_alone=wilson(sum(cosine >= COSINE for cosine in altered), len(altered)),
        harmless=share(safe, _conflicts),
        harmless_alone=wilson(0, len(safe)),
        cosine_changed=f"{np.mean(altered):.3f}",
        cosine_harmless=f"{np.mean(same):.3f}",
        area=f"{_area(same, altered):.2f}",
        by_group=table(("aspect", *_CHANGED), [*_by_group(results), ("all", *_changed(changed))]),
        by_kind=table(("kind", *_CHANGED), _by_kind(changed, _changed)),
        certainty=table(("kind", *_SURE), _by_kind(sure, _sure)),
        safe=table(("kind", *_SAFE), [*_by_kind(safe, _safe), ("all", *_safe(safe))]),
    )


def _agrees(outcome: Outcome) -> bool:
    return outcome.relation == "agree"


def _conflicts(outcome: Outcome) -> bool:
    return outcome.relation == "conflict"


def _area(same: Sequence[float], altered: Sequence[float]) -> float:
    """How often a harmless edit has the higher cosine of two (Mann and Whitney 1947)."""
    apart = np.subtract.outer(np.array(same), np.array(altered))
    return float(np.mean((apart > 0) + 0.5 * (apart == 0)))


_CHANGED = ("edits", "conflict, right aspect", "conflict, another", "differ", "agree", "unsure", "right")
_SURE = ("edits", "differ, certainty", "differ, another", "conflict", "agree", "unsure", "right")
_SAFE = ("edits", "agree", "differ", "unsure", "conflict", "false conflicts", "false differences")


def _changed(outcomes: Sequence[Outcome]) -> tuple[object, ...]:
    said = Counter(one.relation for one in outcomes)
    right = sum(one.right for one in outcomes)
    others = (said[name] for name in ("differ", "agree", "unsure"))
    return len(outcomes), right, said["conflict"] - right, *others, wilson(right, len(outcomes))


def _sure(outcomes: Sequence[Outcome]) -> tuple[object, ...]:
    said = Counter(one.relation for one in outcomes)
    right = sum(one.right for one in outcomes)
    others = (said[name] for name in ("conflict", "agree", "unsure"))
    return len(outcomes), right, said["differ"] - right, *others, wilson(right, len(outcomes))


def _safe(outcomes: Sequence[Outcome]) -> tuple[object, ...]:
    said = Counter(one.relation for one in outcomes)
    told = (said[name] for name in ("agree", "differ", "unsure", "conflict"))
    shares = (wilson(said[name], len(outcomes)) for name in ("conflict", "differ"))
    return len(outcomes), *told, *shares


def _by_group(results: Results) -> Iterator[tuple[object, ...]]:
    return ((group, *_changed(results.of(group))) for group in CHANGING)


def _by_kind(
    outcomes: Sequence[Outcome], cells: Callable[[Sequence[Outcome]], tuple[object, ...]]
) -> Iterator[tuple[object, ...]]:
    for kind in KINDS:
        of_kind = [one for one in outcomes if one.edit.kind == kind]
        if of_kind:
            yield kind.name, *cells(of_kind)
