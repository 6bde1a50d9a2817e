"""Gold sets -> pairs of claims to learn from and to be measured on, with what the engine makes of them today.

A record is one event as one line of JSON, so that the sets need to be read only once.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from compare.check.goldset import find_sets
from compare.relate import judge
from compare.relate.rules import Rules
from compare.settings import Settings
from training.fit import VERDICTS, Event, Table, embedder, likely, read_event, tabulate
from training.splits import held_out

FLOOR = 0.02
"""Pairs that the engine's features find less likely to be linked than this are no candidates."""
LEAST_ODDS = math.log(FLOOR / (1 - FLOOR))

RANDOM = 0.5
"""Pairs drawn at random from below the floor, for each link of gold."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims of two articles, the sentences they are cut from, and the engine's log-odds of a link."""

    left: str
    right: str
    ends: str
    odds: float
    linked: bool
    closest: bool
    """Of the claims of these two sentences the two of most alike meaning."""


@dataclass(frozen=True, slots=True)
class Given:
    """The two claims of a link of gold, its relation, and what the rules say."""

    left: str
    right: str
    relation: str
    aspects: tuple[str, ...]
    rules: tuple[float, ...]
    """Probabilities of `VERDICTS` by the rules."""
    verdict: str
    """What the engine would say, `unsure` among it."""


@dataclass(frozen=True)
class Record:
    """What of one event is learnt from or measured."""

    family: str
    name: str
    held: bool
    candidates: list[Candidate]
    given: list[Given]
    wanted: list[list[str]]
    """For each link of gold the pairs of sentences that stand for it."""


def records(folders: Sequence[Path], seed: int) -> Iterator[Record]:
    """Read every set of the families, each a folder of sets, and mark those that are `held_out`."""
    settings, chance = Settings(), np.random.default_rng(seed)
    for folder in folders:
        found = sorted(find_sets(folder), key=lambda one: one.name)
        held = held_out([one.name for one in found])
        for gold in found:
            yield record(read_event(gold, embedder()), folder.name, gold.name in held, settings, chance)


def record(event: Event, family: str, held: bool, settings: Settings, chance: np.random.Generator) -> Record:
    """Candidates by the weights of the engine, all pairs of gold, and some pairs that are far from linked."""
    table = tabulate(event)
    likelihood = likely(settings.link_weights, table)
    far = np.flatnonzero((likelihood < FLOOR) & ~table.linked)
    drawn = chance.choice(far, min(len(far), round(RANDOM * len(event.wanted()))), replace=False)
    keep = np.union1d(np.flatnonzero((likelihood >= FLOOR) | table.linked), drawn)
    odds = np.log(likelihood / (1 - likelihood).clip(1e-12))
    return Record(
        family,
        event.gold.name,
        held,
        list(_candidates(event, table, keep.tolist(), odds.tolist())),
        given(event, settings),
        [[_key(ends) for ends in pairs] for pairs in event.wanted()],
    )


def _candidates(event: Event, table: Table, keep: Sequence[int], odds: Sequence[float]) -> Iterator[Candidate]:
    texts = _pair_texts(event)
    for row in keep:
        left, right = texts[row]
        linked, closest = bool(table.linked[row]), bool(table.closest[row])
        yield Candidate(left, right, _key(table.ends[row]), round(odds[row], 4), linked, closest)


def _pair_texts(event: Event) -> list[tuple[str, str]]:
    """The texts of all pairs, in the order of `tabulate`'s rows."""
    groups: dict[str, list[str]] = {}
    for claim in event.claims:
        groups.setdefault(claim.article, []).append(claim.text)
    sides = list(groups.values())
    return [(a, b) for i, left in enumerate(sides) for right in sides[i + 1 :] for a in left for b in right]


def given(event: Event, settings: Settings) -> list[Given]:
    """The closest claims of every link of gold, with the verdict of the rules."""
    links = [(link, pairs[0]) for link, pairs in zip(event.gold.links, event.wanted(), strict=True) if pairs]
    pairs = [event.closest(ends) for _, ends in links]
    rules = Rules(settings)
    rows, verdicts = rules.relate(pairs)[:, : len(VERDICTS)].tolist(), judge(pairs, rules, settings)
    return [
        Given(left.text, right.text, link.relation, link.aspects, tuple(row), verdict.relation)
        for (link, _), (left, right), row, verdict in zip(links, pairs, rows, verdicts, strict=True)
    ]


def _key(ends: frozenset[str]) -> str:
    return "|".join(sorted(ends))


def write_records(path: Path, found: Iterator[Record]) -> None:
    """Write one event a line."""
    with path.open("w", encoding="utf-8") as file:
        for one in found:
            file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            file.flush()


def read_records(path: Path) -> list[Record]:
    """Read what `write_records` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [_record(json.loads(line)) for line in lines]


def _record(fields: dict[str, object]) -> Record:
    known = dict(fields)
    known["candidates"] = [Candidate(**one) for one in known["candidates"]]  # type: ignore[attr-defined]
    known["given"] = [_given(one) for one in known["given"]]  # type: ignore[attr-defined]
    return Record(**known)  # type: ignore[arg-type]


def _given(fields: dict[str, object]) -> Given:
    tuples = {name: tuple(fields[name]) for name in ("rules", "aspects")}  # type: ignore[arg-type]
    return Given(**{**fields, **tuples})  # type: ignore[arg-type]
