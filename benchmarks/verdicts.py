"""How well relations are told: given the links of gold, and end to end."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from benchmarks.estimates import Estimate, estimate
from benchmarks.families import Family, between, files
from benchmarks.linking import OURS
from compare.backends.reader import Reader
from compare.check.measure import VERDICTS, Ends, linked_sentences, macro_f1
from compare.model import Comparison, Relation
from compare.relate import Pair, judge
from compare.relate.rules import Rules
from compare.settings import Settings
from training.fit import Event

ALWAYS, RULES, READER = "always agree", "rules alone", "reader alone"
Judged = list[tuple[Relation, Relation]]
"""(in gold, as said), "unsure" standing for no link on either side."""
Judge = Callable[[Sequence[Pair]], Sequence[Relation]]


@dataclass(frozen=True)
class Verdicts:
    """How well relations are told on one family."""

    name: str
    family: str
    given_links: Estimate
    """Macro-F1 where every link of gold is given and no other."""
    called_agreement: Estimate | None
    """Share of the conflicts of gold that is called agreement, links given; None without conflicts."""
    called_conflict: Estimate
    """Share of the agreements of gold that is called conflict, links given."""
    found_links: Estimate | None = None
    """Macro-F1 over the links of gold that were found."""
    end_to_end: Estimate | None = None
    """Macro-F1 over links found; a missing or a wrong link is a wrong verdict."""
    shown_as_agreement: Estimate | None = None
    """Share of the conflicts that is linked and called agreement, end to end."""


def judges(reader: Reader, settings: Settings) -> dict[str, Judge]:
    """Ways to judge pairs of claims that are known to be linked."""
    return {
        ALWAYS: lambda pairs: ["agree"] * len(pairs),
        RULES: lambda pairs: [one.relation for one in judge(pairs, Rules(settings), settings)],
        READER: lambda pairs: [VERDICTS[row] for row in reader.relate(pairs)[:, :3].argmax(1)],
        OURS: lambda pairs: [one.relation for one in judge(pairs, reader, settings)],
    }


def verdict_rows(family: Family) -> Iterator[Verdicts]:
    """Each way to judge on the links of gold, and `compare` as shipped on those it finds."""
    for name, ways in judges(Reader(), Settings()).items():
        given = list(chain(*(_given(event, ways) for event in family.events)))
        row = Verdicts(
            name,
            family.name,
            estimate(given, _macro),
            _share(given, "conflict", "agree"),
            cast("Estimate", _share(given, "agree", "conflict")),
        )
        yield _with_links(row, family) if name == OURS else row


def _with_links(row: Verdicts, family: Family) -> Verdicts:
    pairs = list(zip(family.events, family.comparisons, strict=True))
    found = list(chain(*(_found(event, comparison) for event, comparison in pairs)))
    made = list(chain(*(_made(event, comparison) for event, comparison in pairs)))
    return replace(
        row,
        found_links=estimate(found, _macro),
        end_to_end=estimate(made, _macro),
        shown_as_agreement=_share(made, "conflict", "agree"),
    )


def _macro(drawn: Sequence[Judged]) -> float:
    return macro_f1(list(chain(*drawn)))


def _share(drawn: Sequence[Judged], truth: Relation, guess: Relation) -> Estimate | None:
    """Of what is `truth` in gold the share called `guess`; None where gold has none."""

    def share(units: Sequence[Judged]) -> float:
        said = [one for unit in units for true, one in unit if true == truth]
        return said.count(guess) / len(said) if said else math.nan

    return estimate(drawn, share) if any(true == truth for unit in drawn for true, _ in unit) else None


def _given(event: Event, ways: Judge) -> list[Judged]:
    """Verdicts on the links of gold, by pair of articles; a link whose sentence was read as no claim is left out."""
    known = [(link, pairs[0]) for link, pairs in zip(event.gold.links, event.wanted(), strict=True) if pairs]
    pairs = [event.closest(ends) for _, ends in known]
    units: dict[Ends, Judged] = defaultdict(list)
    for (link, _), (left, right), said in zip(known, pairs, ways(pairs), strict=True):
        units[frozenset((left.article, right.article))].append((link.relation, said))
    return list(units.values())


def _found(event: Event, comparison: Comparison) -> list[Judged]:
    """Verdicts on the links of gold that were found, by pair of articles."""
    made, ids = linked_sentences(comparison), files(event)
    units: dict[Ends, Judged] = defaultdict(list)
    for link, pairs in zip(event.gold.links, event.wanted(), strict=True):
        said = [made[ends] for ends in pairs if ends in made]
        if said:
            units[between(link, ids)].append((link.relation, said[0]))
    return list(units.values())


def _made(event: Event, comparison: Comparison) -> list[Judged]:
    """Verdicts on the links found and on those missed, by pair of articles."""
    made, ids, wanted = linked_sentences(comparison), files(event), event.wanted()
    units: dict[Ends, Judged] = defaultdict(list)
    for link, pairs in zip(event.gold.links, wanted, strict=True):
        said: Relation = next((made[ends] for ends in pairs if ends in made), "unsure")
        units[between(link, ids)].append((link.relation, said))
    for ends in made.keys() - {ends for pairs in wanted for ends in pairs}:
        units[frozenset(comparison.claim(end).article for end in ends)].append(("unsure", made[ends]))
    return list(units.values())
