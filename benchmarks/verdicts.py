"""How well relations are told: given the links of gold, and end to end."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from benchmarks.estimates import Estimate, estimate
from benchmarks.families import Family, between, files
from benchmarks.linking import OURS
from compare.check.measure import Ends, linked_sentences, macro_f1
from compare.model import Comparison, Relation
from compare.relate import judge, load_relation_model
from compare.settings import Settings
from training.fit import Event

ALWAYS = "always agree"
Judged = list[tuple[Relation, Relation]]
"""(in gold, as said), "unsure" standing for no link on either side."""


@dataclass(frozen=True)
class Verdicts:
    """How well relations are told on one family."""

    name: str
    family: str
    given_links: Estimate
    """Macro-F1 where every link of gold is given and no other."""
    end_to_end: Estimate
    """Macro-F1 over links found; a missing or a wrong link is a wrong verdict."""
    conflicts: int
    """Links of gold that conflict."""
    called_agreement: Estimate | None
    """Share of them that is called agreement, links given; None without conflicts."""
    shown_as_agreement: Estimate | None
    """Share of them that is linked and called agreement, end to end."""


def verdict_rows(family: Family) -> Iterator[Verdicts]:
    """Agreement always, and `compare` as shipped."""
    for name in (ALWAYS, OURS):
        given = list(chain(*(_given(event, name) for event in family.events)))
        pairs = zip(family.events, family.comparisons, strict=True)
        made = list(chain(*(_made(event, comparison, name) for event, comparison in pairs)))
        yield Verdicts(
            name,
            family.name,
            estimate(given, _macro),
            estimate(made, _macro),
            sum(truth == "conflict" for unit in given for truth, _ in unit),
            _hidden(given),
            _hidden(made),
        )


def _macro(drawn: Sequence[Judged]) -> float:
    return macro_f1(list(chain(*drawn)))


def _hidden(drawn: Sequence[Judged]) -> Estimate | None:
    return estimate(drawn, _hidden_share) if any(truth == "conflict" for unit in drawn for truth, _ in unit) else None


def _hidden_share(drawn: Sequence[Judged]) -> float:
    said = [guess for unit in drawn for truth, guess in unit if truth == "conflict"]
    return said.count("agree") / len(said) if said else math.nan


def _given(event: Event, name: str) -> list[Judged]:
    """Verdicts on the links of gold, by pair of articles; a link whose sentence was read as no claim is left out."""
    settings = Settings()
    known = [(link, pairs[0]) for link, pairs in zip(event.gold.links, event.wanted(), strict=True) if pairs]
    pairs = [event.closest(ends) for _, ends in known]
    verdicts = judge(pairs, load_relation_model("rules", settings), settings)
    units: dict[Ends, Judged] = defaultdict(list)
    for (link, _), (left, right), verdict in zip(known, pairs, verdicts, strict=True):
        said: Relation = "agree" if name == ALWAYS else verdict.relation
        units[frozenset((left.article, right.article))].append((link.relation, said))
    return list(units.values())


def _made(event: Event, comparison: Comparison, name: str) -> list[Judged]:
    """Verdicts on the links found and on those missed, by pair of articles."""
    linked = linked_sentences(comparison)
    made: dict[Ends, Relation] = dict.fromkeys(linked, "agree") if name == ALWAYS else linked
    ids = files(event)
    units: dict[Ends, Judged] = defaultdict(list)
    wanted = event.wanted()
    for link, pairs in zip(event.gold.links, wanted, strict=True):
        said: Relation = next((made[ends] for ends in pairs if ends in made), "unsure")
        units[between(link, ids)].append((link.relation, said))
    for ends in made.keys() - {ends for pairs in wanted for ends in pairs}:
        units[frozenset(comparison.claim(end).article for end in ends)].append(("unsure", made[ends]))
    return list(units.values())
