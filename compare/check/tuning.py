"""Which thresholds would serve some gold sets best, and whether they would serve others better than those there are.

What is chosen on some sets looks better on them than it is. So the choice is made again without each event in turn, and
judged on the sets of that event: those figures are what may be expected of a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from compare.check.against import Against, against
from compare.check.engine import Engine
from compare.check.goldset import GoldSet
from compare.check.judging import judge_set
from compare.check.measures import figures
from compare.check.opinions import story
from compare.check.outcome import SetOutcome
from compare.check.parallel import run_sets
from compare.check.settings_file import load_fitting
from compare.check.sheets import LEAST_LINK, LOOSE, Sheet, Thresholds, rejudged, sheet
from compare.errors import CompareError, InputError
from compare.model import Comparison

FOLDS = 10
LINK, RELATION = "links.f1", "end_to_end.macro_f1"
"""What the link threshold is chosen by, and the three others, given that one."""

_STEPS = {
    "link": np.arange(LEAST_LINK, 0.81, 0.02),
    "verdict": np.arange(0.34, 0.61, 0.02),  # of three relations the likeliest has at least a third
    "firm": np.arange(0.0, 0.51, 0.05),
    "shade": np.arange(0.0, 0.51, 0.05),
}
_EQUAL = 1e-9  # figures that differ by less are one

Counts = NDArray[np.int64]
Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Tuning:
    """What came of it."""

    sets: tuple[str, ...]
    now: Thresholds
    proposed: Thresholds
    """Those that serve all the sets best; of equally good ones those nearest to what there is."""
    without: tuple[Thresholds, ...]
    """Those chosen without each event in turn: how much hangs on one of them."""
    held_out: Against
    """What is chosen without an event against what there is, on that event."""

    @property
    def worth_it(self) -> bool:
        """Whether sets that had no part in the choice are served better, by what it was made by, and none worse."""
        verdicts = [one.verdict for metric, one in self.held_out.overall.items() if metric in (LINK, RELATION)]
        return self.proposed != self.now and "better" in verdicts and "worse" not in verdicts


def tune(
    sets: Sequence[GoldSet],
    engine: Engine | None = None,
    jobs: int | None = None,
    progress: Callable[[str], None] = lambda stage: None,
) -> Tuning:
    """Choose thresholds. Raises CompareError where a set cannot be compared, or all tell of one event."""
    engine = engine or Engine()
    _check_enough(sets)
    comparisons = list(_compared(sets, replace(engine, settings=LOOSE.put(engine.settings)), jobs, progress))
    progress("choosing")
    now = Thresholds.of(engine.settings)
    search = _Search([sheet(*pair) for pair in zip(sets, comparisons, strict=True)], now)
    folds = list(_folds([gold.name for gold in sets]))
    without = [search.best(~held) for held in folds]
    chosen = [next(one for one, held in zip(without, folds, strict=True) if held[place]) for place in range(len(sets))]
    tuned = [_outcome(*one) for one in zip(sets, comparisons, chosen, strict=True)]
    before = [_outcome(gold, comparison, now) for gold, comparison in zip(sets, comparisons, strict=True)]
    best = search.best(np.ones(len(sets), bool))
    return Tuning(tuple(gold.name for gold in sets), now, best, tuple(without), against(tuned, before))


def _check_enough(sets: Sequence[GoldSet]) -> None:
    if not any(gold.links for gold in sets):
        raise InputError("no set has a link in its gold", None, "mark links by docs/annotation.md")
    if len({story(gold.name) for gold in sets}) < 2:
        raise InputError("all gold sets tell of one event", story(sets[0].name), "add a set on another event")


def _compared(
    sets: Sequence[GoldSet], engine: Engine, jobs: int | None, progress: Callable[[str], None]
) -> Iterator[Comparison]:
    progress(f"comparing the articles of {len(sets)} sets")
    for done, (gold, found, _) in enumerate(run_sets(sets, engine, jobs), 1):
        if isinstance(found, CompareError):
            raise found
        progress(f"{done} of {len(sets)} compared, {gold.name}")
        yield found


def _outcome(gold: GoldSet, comparison: Comparison, thresholds: Thresholds) -> SetOutcome:
    """Its links by these thresholds; what follows from all links together was not made anew."""
    about = replace(load_fitting(gold), origins=())
    return replace(judge_set(gold, rejudged(comparison, thresholds), 0.0, about), told=(), kin=())


def _folds(names: Sequence[str]) -> Iterator[Chosen]:
    """The sets held out in each turn: all sets of an event together, each in one turn."""
    turn = {name: place % FOLDS for place, name in enumerate(sorted(set(map(story, names))))}
    own = np.array([turn[story(name)] for name in names])
    yield from (own == one for one in sorted(set(turn.values())))


class _Search:
    """Every threshold of a grid on every set, counted once, whichever sets are then chosen by."""

    def __init__(self, sheets: Sequence[Sheet], now: Thresholds) -> None:
        self._sheets, self._now = sheets, now
        self._links = [replace(now, link=link) for link in _steps("link", now)]
        self._counted_links = self._counted(self._links)
        self._by_link: dict[float, tuple[list[Thresholds], Counts]] = {}

    def best(self, chosen: Chosen) -> Thresholds:
        """For the chosen sets."""
        link = self._best(self._links, self._counted_links, chosen, LINK).link
        if link not in self._by_link:
            points = [Thresholds(link, *rest) for rest in product(*(_steps(name, self._now) for name in _REST))]
            self._by_link[link] = points, self._counted(points)
        return self._best(*self._by_link[link], chosen, RELATION)

    def _counted(self, points: Sequence[Thresholds]) -> Counts:
        """(points, sets, 8, 3)."""
        return np.stack([one.counts(points) for one in self._sheets], axis=1)

    def _best(self, points: Sequence[Thresholds], counts: Counts, chosen: Chosen, metric: str) -> Thresholds:
        values = np.nan_to_num(figures(counts[:, chosen].sum(axis=1))[metric])
        good = [point for point, value in zip(points, values, strict=True) if value >= values.max() - _EQUAL]
        return min(good, key=lambda point: _apart(point, self._now))


_REST = ("verdict", "firm", "shade")


def _steps(name: str, now: Thresholds) -> list[float]:
    """What is tried for one threshold: also what it is."""
    return sorted({*(round(float(step), 2) for step in _STEPS[name]), getattr(now, name)})


def _apart(one: Thresholds, other: Thresholds) -> float:
    return float(sum(abs(getattr(one, part.name) - getattr(other, part.name)) for part in fields(Thresholds)))
