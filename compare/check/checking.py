"""Folders of sample sets -> the verdict: found, run, judged, measured, and held to thresholds and baselines.

What is wrong with one set stops no other; what is wrong with the engine or an option stops all and is raised.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from compare.check.baseline import Baseline, changes, load_baseline, refuse_in_ci, write_baseline
from compare.check.cache import Cache, key_of
from compare.check.engine import Engine
from compare.check.goldset import GoldSet, load_set
from compare.check.judging import judge_set
from compare.check.measures import measured
from compare.check.outcome import Change, CheckVerdict, SetOutcome, SetVerdict, Threshold
from compare.check.parallel import run_sets
from compare.check.settings_file import NAME, SetFile, load_fitting
from compare.check.thresholds import shortfalls
from compare.errors import CompareError, InputError
from compare.model import Comparison

GOLD = "gold.json"
Seen = Callable[[GoldSet, Comparison], None]


@dataclass(frozen=True)
class Options:
    """How sets are checked."""

    engine: Engine = field(default_factory=Engine)
    thresholds: tuple[Threshold, ...] = ()
    """Of the figures over all sets."""
    jobs: int | None = None
    """The most processes; None: one a core."""
    cache: bool = True
    accept: bool = False
    """Whether what the engine says now becomes the baseline."""
    seen: Seen | None = None
    """Told every comparison. None is then taken from the cache, which holds only what came of it."""
    progress: Callable[[str], None] = lambda stage: None


@dataclass(frozen=True)
class _Ready:
    """A set that can be run."""

    gold: GoldSet
    about: SetFile
    baseline: Baseline | None


def check_sets(folders: Sequence[Path], options: Options | None = None) -> CheckVerdict:
    """Check every set in these folders. Raises CompareError where it concerns them all."""
    options = options or Options()
    if options.accept:
        refuse_in_ci()
    prepared = [_prepared(folder, options) for folder in find_folders(folders)]
    ready = [one for one in prepared if isinstance(one, _Ready)]
    outcomes = dict(zip([one.gold.folder for one in ready], _outcomes(ready, options), strict=True))
    sets = [_judged(one, outcomes[one.gold.folder], options) if isinstance(one, _Ready) else one for one in prepared]
    return over_all(sets, options.thresholds)


def over_all(sets: Sequence[SetVerdict], thresholds: Sequence[Threshold] = ()) -> CheckVerdict:
    """The verdict on some sets, with the figures over all that could be run."""
    found = [one.outcome for one in sets if one.outcome]
    figures = measured(found) if found else {}
    asked = tuple(thresholds) if found else ()
    return CheckVerdict(tuple(sets), figures, asked, shortfalls(asked, figures))


def find_folders(folders: Sequence[Path]) -> list[Path]:
    """The folders with set.toml or gold.json, in the order given and then by name, each once, hidden ones left out.

    Raises InputError where there is no such folder.
    """
    found = {path.resolve(): path for folder in folders for path in _below(folder)}
    return list(found.values())


def _below(folder: Path) -> list[Path]:
    if not folder.is_dir():
        what = "this is no folder" if folder.exists() else "no such folder"
        raise InputError(what, str(folder), "name a sample set, or a folder of sample sets")
    top = folder if folder.name not in ("", "..") else folder.resolve()
    found = []
    for place, names, files in os.walk(top):
        names[:] = [name for name in names if not name.startswith(".")]
        if NAME in files or GOLD in files:
            found.append(Path(place))
    return sorted(found)


def load_ready(folder: Path) -> tuple[GoldSet, SetFile]:
    """A set's gold and what it says of itself. Raises InputError with one line that says what to do."""
    if not (folder / GOLD).exists():
        cure = "write it by docs/annotation.md, or make the set with compare review gold"
        raise InputError(f"the set has no {GOLD}", str(folder), cure)
    gold = load_set(folder)
    return gold, load_fitting(gold)


def _prepared(folder: Path, options: Options) -> _Ready | SetVerdict:
    try:
        gold, about = load_ready(folder)
        return _Ready(gold, about, None if options.accept else load_baseline(folder))
    except CompareError as error:
        return SetVerdict(folder.name, folder, None, error=str(error))


def _outcomes(ready: Sequence[_Ready], options: Options) -> list[SetOutcome | CompareError]:
    """What came of each set: from the cache, else by running it."""
    with Cache.opened() if options.cache else nullcontext(Cache.off()) as cache:
        keys = [key_of(one.gold, options.engine) if options.cache else None for one in ready]
        known = [None if options.seen else cache.load(key) for key in keys]
        new = [one for one, outcome in zip(ready, known, strict=True) if outcome is None]
        ran = _ran(new, options)
        results = []
        for key, outcome in zip(keys, known, strict=True):
            result = outcome or next(ran)
            if outcome is None and isinstance(result, SetOutcome):
                cache.store(key, result)
            results.append(result)
        return results


def _ran(ready: Sequence[_Ready], options: Options) -> Iterator[SetOutcome | CompareError]:
    if ready:
        options.progress(f"comparing the articles of {len(ready)} {'set' if len(ready) == 1 else 'sets'}")
    runs = run_sets([one.gold for one in ready], options.engine, options.jobs)
    for done, (one, (gold, found, seconds)) in enumerate(zip(ready, runs, strict=True), 1):
        options.progress(f"{done} of {len(ready)} compared, {gold.name}")
        if isinstance(found, CompareError):
            yield found
            continue
        if options.seen:
            options.seen(gold, found)
        yield judge_set(gold, found, seconds, one.about)


def _judged(one: _Ready, outcome: SetOutcome | CompareError, options: Options) -> SetVerdict:
    folder, thresholds = one.gold.folder, one.about.thresholds
    if isinstance(outcome, CompareError):
        return SetVerdict(one.gold.name, folder, None, error=str(outcome))
    figures = measured([outcome])
    below = shortfalls(thresholds, figures)
    verdict = SetVerdict(one.gold.name, folder, outcome, figures, thresholds, below)
    if not one.gold.links and not one.about.empty:
        return replace(verdict, changes=(_empty(folder),))
    if options.accept:
        return _accepted(verdict, outcome)
    return replace(verdict, changes=changes(outcome, one.baseline, one.about.changes))


def _empty(folder: Path) -> Change:
    what = f"{GOLD} has no link; mark the links by docs/annotation.md, or say empty = true in {NAME} if there are none"
    return Change("empty gold", None, None, None, "error", f"{what} ({folder / GOLD})")


def _accepted(verdict: SetVerdict, outcome: SetOutcome) -> SetVerdict:
    """With the baseline written; a broken one is what this is to mend."""
    try:
        before = load_baseline(verdict.folder)
    except InputError:
        before = None
    try:
        write_baseline(outcome)
    except CompareError as error:
        return replace(verdict, outcome=None, error=str(error))
    return replace(verdict, accepted=changes(outcome, before))
