"""How well each way to link does: precision, recall, F1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from benchmarks.estimates import Estimate, difference, estimate
from benchmarks.families import Family, between, files
from benchmarks.linkers import LINKERS, best_threshold, weighed
from compare.align import align
from compare.check.measure import Counts, Ends, count_links
from compare.settings import Settings
from training.fit import Event, fit_links, tabulate

OURS = "compare, as shipped"
LIKENESS = "compare, likeness alone"


@dataclass(frozen=True)
class Row:
    """How well one way to link does on one family."""

    name: str
    threshold: float
    family: str
    precision: Estimate
    recall: Estimate
    f1: Estimate
    above_ours: Estimate | None
    """By how much the F1 of `compare` as shipped is higher; None for itself."""


def units(event: Event, found: Iterable[Ends]) -> list[Counts]:
    """The counts of every pair of articles."""
    home = {claim.id: claim.article for claim in event.claims}
    ids = files(event)
    wanted = event.wanted()
    anywhere = {ends for pairs in wanted for ends in pairs}
    made = set(found)
    counts = {frozenset((a.id, b.id)): Counts() for a, b in combinations(event.articles, 2)}
    for ends in made:
        counts[frozenset(home[end] for end in ends)] += Counts(found=1, right=int(ends in anywhere))
    for link, pairs in zip(event.gold.links, wanted, strict=True):
        recalled = int(bool(made & set(pairs)))
        counts[between(link, ids)] += Counts(gold=1, recalled=recalled)
    return list(counts.values())


def f1(counts: Sequence[Counts]) -> float:
    """F1 over all units."""
    return sum(counts, Counts()).f1


def row(name: str, threshold: float, family: str, counts: Sequence[Counts], ours: Sequence[Counts] | None) -> Row:
    """The figures of one way to link, set against those of `compare` as shipped."""
    return Row(
        name,
        threshold,
        family,
        estimate(counts, lambda drawn: sum(drawn, Counts()).precision),
        estimate(counts, lambda drawn: sum(drawn, Counts()).recall),
        estimate(counts, f1),
        None if ours is None else difference(ours, counts, f1),
    )


def shipped_units(family: Family) -> list[Counts]:
    """The counts of `compare` as shipped; they must add up to what `compare.check.measure` counts."""
    counts = []
    for event, comparison in zip(family.events, family.comparisons, strict=True):
        here = units(event, (event.between(link.left, link.right) for link in comparison.links))
        assert sum(here, Counts()) == count_links(event.gold, comparison), event.gold.name
        counts += here
    return counts


def link_rows(train: Sequence[Family], test: Sequence[Family]) -> Iterator[Row]:
    """Every way to link on every test family."""
    ours = {family.name: shipped_units(family) for family in test}
    for linker in LINKERS:
        threshold = best_threshold([[linker.candidates(event) for event in family.events] for family in train])
        for family in test:
            found = [units(event, linker.candidates(event).above(threshold)) for event in family.events]
            yield row(linker.name, threshold, family.name, list(chain(*found)), ours[family.name])
    alone = replace(Settings(), reread_weights=None)
    for family in test:
        found = [units(event, _linked(event, alone)) for event in family.events]
        yield row(LIKENESS, alone.link_threshold, family.name, list(chain(*found)), ours[family.name])
        yield row(OURS, shipped_threshold(), family.name, ours[family.name], None)
    yield from crossed_rows(train, test, ours)


def shipped_threshold() -> float:
    """From which probability on `compare` links, as shipped."""
    settings = Settings()
    return settings.reread_weights.threshold if settings.reread_weights else settings.link_threshold


def crossed_rows(
    train: Sequence[Family], test: Sequence[Family], ours: Mapping[str, Sequence[Counts]]
) -> Iterator[Row]:
    """Likeness alone with weights of one test family, on another; the threshold is of the training families."""
    tables = [[tabulate(event) for event in family.events] for family in train]
    for source in test:
        for target in test:
            events = source.without(target) if source is not target else []
            if not events:
                continue
            weights = fit_links([[tabulate(event) for event in events]])
            threshold = best_threshold([[weighed(weights, one) for one in family] for family in tables])
            settings = replace(Settings(), link_weights=weights, link_threshold=threshold, reread_weights=None)
            counts = list(chain(*(units(event, _linked(event, settings)) for event in target.events)))
            yield row(f"{LIKENESS}, weights of {source.name}", threshold, target.name, counts, ours[target.name])


def _linked(event: Event, settings: Settings) -> Iterator[Ends]:
    for found in align(event.claims, event.vectors, settings):
        yield event.between(found.left.id, found.right.id)
