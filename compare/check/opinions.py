"""What the rules and a relation model say of the links of gold, side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.check.goldlinks import JudgedPair, judged_pairs
from compare.check.goldset import GoldSet
from compare.check.measure import VERDICTS
from compare.embed import Embedder
from compare.errors import InputError
from compare.model import RELATIONS
from compare.relate import RelationModel, usable
from compare.relate.rules import Rules

Rows = NDArray[np.float64]
Truth = NDArray[np.int64]

FEWEST = 10
"""Links of each relation without which nothing is fitted."""
FLOOR = 1e-6
"""A model's probability below this counts as this, as when the blend is used."""


@dataclass(frozen=True)
class Opinions:
    """What rules and model say of n gold links, and what is true."""

    rules: Rows
    """(n, 3): log-odds of agree, differ, conflict."""
    model: Rows
    """(n, 3): log-probabilities, as `told` gives them."""
    truth: Truth
    """(n,): places in VERDICTS."""
    sets: tuple[str, ...]
    """(n,): the name of the set that a link belongs to."""

    def __len__(self) -> int:
        return len(self.truth)

    def of(self, chosen: NDArray[np.bool_]) -> Opinions:
        """Those of the chosen links."""
        sets = tuple(name for name, wanted in zip(self.sets, chosen, strict=True) if wanted)
        return Opinions(self.rules[chosen], self.model[chosen], self.truth[chosen], sets)


def opinions(
    sets: Sequence[GoldSet],
    embedder: Embedder,
    rules: Rules,
    model: RelationModel,
    progress: Callable[[str], None] = lambda stage: None,
) -> Opinions:
    """Of every link of the sets. Raises InputError where they are too few to fit anything, see `check_enough`.

    The embedder only says which claims of two linked sentences are the linked ones.
    """
    pairs: list[JudgedPair] = []
    names: list[str] = []
    for gold in sets:
        progress(f"reading {gold.name}")
        found = judged_pairs(gold, embedder)
        pairs += found
        names += [gold.name] * len(found)
    truth = np.array([VERDICTS.index(pair.relation) for pair in pairs], np.int64)
    check_enough(truth, names)
    progress("judging")
    claims = [(pair.left, pair.right) for pair in pairs]
    weighed = [rules.weigh(pair).logits for pair in claims]
    return Opinions(
        rules=np.array([[logits[relation] for relation in VERDICTS] for logits in weighed]),
        model=told(usable(model.relate(claims), len(claims), model.name)),
        truth=truth,
        sets=tuple(names),
    )


def told(probabilities: Rows) -> Rows:
    """What a model's probabilities, (n, 4) in the order of RELATIONS, add to the log-odds at factor 1, (n, 3).

    The surer it is that it cannot tell, the less.
    """
    sure = 1 - probabilities[:, RELATIONS.index("unsure")]
    chosen = probabilities[:, [RELATIONS.index(relation) for relation in VERDICTS]]
    logs: Rows = sure[:, None] * np.log(np.maximum(chosen, FLOOR))
    return logs


def check_enough(truth: Truth, sets: Sequence[str]) -> None:
    """Raise InputError where there are too few links of a relation, or all are of one event."""
    for place, relation in enumerate(VERDICTS):
        count = int((truth == place).sum())
        if count < FEWEST:
            raise InputError(
                f"{count} {'link' if count == 1 else 'links'} of gold with the relation {relation}",
                None,
                f"at least {FEWEST} of each relation are needed: add gold sets",
            )
    if len(set(map(story, sets))) < 2:
        raise InputError("all gold sets tell of one event", story(sets[0]), "add a set on another event")


def story(name: str) -> str:
    """The event that a set of that name tells: sets of other articles on it have the same name with a letter after it.

    >>> story("ferry-collision-b")
    'ferry-collision'
    """
    return re.sub(r"-[a-z]$", "", name)
