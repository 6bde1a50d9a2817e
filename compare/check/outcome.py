"""What came of a check: every item of gold beside what the engine made of it, what was measured, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from compare.check.goldset import Passage
from compare.model import Aspect, Relation, Standing

Severity = Literal["warn", "error"]
ChangeKind = Literal["lost", "new", "changed", "obsolete", "missing baseline", "empty gold"]


@dataclass(frozen=True)
class Item:
    """Two sentences that gold links, or the engine, or both."""

    key: str
    """Derived from the two quotes, whichever way round: the same in every run and on every machine."""
    left: Passage
    right: Passage
    wanted: Relation | None
    """By gold; None where gold has no such link."""
    said: Relation | None
    """By the engine; None where it made no such link."""
    wanted_aspects: tuple[Aspect, ...] = ()
    said_aspects: tuple[Aspect, ...] = ()
    line: int | None = None
    """Where it stands in gold.json, counted from 1; None where it does not."""
    unread: bool = False
    """Whether one of the quotes is in a passage that the engine skipped."""


@dataclass(frozen=True)
class Told:
    """A sentence with the standing that follows from gold's links and that of the group the engine put it in."""

    passage: Passage
    wanted: Standing
    said: Standing


@dataclass(frozen=True)
class Kin:
    """Two articles, and whether they are of one origin, by set.toml and by the engine."""

    left: str
    right: str
    wanted: bool
    said: bool


@dataclass(frozen=True)
class SetOutcome:
    """One sample set as the engine sees it."""

    name: str
    folder: Path
    title: str
    items: tuple[Item, ...]
    told: tuple[Told, ...]
    kin: tuple[Kin, ...]
    """Empty where set.toml says nothing of origins."""
    signature: Mapping[str, object]
    seconds: float
    """That the comparison took; 0 where it came from the cache."""


@dataclass(frozen=True)
class Measured:
    """One figure. `low` and `high` bound its 95 % bootstrap interval; None where there is nothing to measure."""

    value: float | None
    low: float | None
    high: float | None
    count: int
    """Items that it rests on."""


@dataclass(frozen=True)
class Threshold:
    """The least that a figure may be."""

    metric: str
    least: float
    severity: Severity
    where: str
    """The file and table that asks for it."""


@dataclass(frozen=True)
class Shortfall:
    """A figure below its threshold, or one that cannot be measured."""

    threshold: Threshold
    measured: Measured


@dataclass(frozen=True)
class Change:
    """An item that is not as in the baseline."""

    kind: ChangeKind
    item: Item | None
    """None where the whole baseline is missing, or gold has no link."""
    before: Relation | None
    now: Relation | None
    severity: Severity
    words: str
    """What happened, in a line, with the words of both claims."""


@dataclass(frozen=True)
class SetVerdict:
    """One set, judged."""

    name: str
    folder: Path
    outcome: SetOutcome | None
    """None where it could not be run."""
    measured: Mapping[str, Measured] = field(default_factory=dict)
    thresholds: tuple[Threshold, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    changes: tuple[Change, ...] = ()
    accepted: tuple[Change, ...] | None = None
    """What was not as in the baseline before this was accepted; None where nothing was accepted."""
    error: str = ""
    """Why it could not be run: what, where and the cure."""

    @property
    def failed(self) -> bool:
        """Whether anything of severity error came up; a set that could not be run has not failed but erred."""
        severe = [one.threshold.severity for one in self.shortfalls] + [one.severity for one in self.changes]
        return "error" in severe


@dataclass(frozen=True)
class CheckVerdict:
    """All sets, judged, and the figures over all of them."""

    sets: tuple[SetVerdict, ...]
    measured: Mapping[str, Measured]
    thresholds: tuple[Threshold, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    """Of the figures over all sets."""

    @property
    def exit_code(self) -> int:
        """0 passed, 1 below a threshold or not as the baseline, 2 a set could not be run, 3 nothing checked."""
        if not self.sets:
            return 3
        if any(one.error for one in self.sets):
            return 2
        severe = any(one.threshold.severity == "error" for one in self.shortfalls)
        return 1 if severe or any(one.failed for one in self.sets) else 0
