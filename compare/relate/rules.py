"""The rules as a relation model: findings weighed by a fitted multinomial logistic model, every weight visible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.model import ASPECTS, RELATIONS, Aspect, Claim, Reason, Relation
from compare.relate.findings import DECISIVE, Finding, findings
from compare.settings import RelationBlend, RelationWeights, Settings

_VERDICTS: tuple[Relation, ...] = ("agree", "differ", "conflict")
# What a finding speaks of; the code of a finding that stands for no aspect is left out.
ASPECT_OF: dict[str, Aspect] = {
    "other quantity": "quantity",
    "other toll": "quantity",
    "other time": "time",
    "negation": "polarity",
    "denial": "polarity",
    "failure": "polarity",
    "opposites": "polarity",
    "other name": "participant",
    "other place": "place",
    "other cause": "cause",
    "hedge": "certainty",
    "allegation": "certainty",
    "forecast": "certainty",
    "condition": "certainty",
    "loaded words": "interpretation",
}
_CARRIES: dict[Relation, frozenset[Aspect]] = {
    "conflict": frozenset({"quantity", "time", "polarity", "participant", "place", "cause"}),
    "differ": frozenset({"certainty", "interpretation"}),
}
"""A conflict or difference is called only where a finding of such an aspect shows it in both texts' words."""
_LAST = ("base", "runner-up")
_FLOOR = 1e-6  # probability below which a model's opinion counts as this


@dataclass(frozen=True)
class Weighed:
    """The findings of a pair, and the log-odds of each verdict before they are compared."""

    findings: tuple[Finding, ...]
    logits: Mapping[Relation, float]
    weights: RelationWeights
    model: Mapping[Relation, float] | None = None
    """What a relation model added to each."""
    scale: float = 1.0
    """What the weights of the findings are multiplied by."""
    seen: Mapping[Aspect, float] = field(default_factory=dict)
    """How clearly a model sees that they differ in an aspect, as logits."""

    def with_model(self, opinion: NDArray[np.float64], seen: NDArray[Any], blend: RelationBlend) -> Weighed:
        """The same with a model's probabilities, in the order of RELATIONS, weighed as the blend says.

        The surer the model is that it cannot tell, the less it adds. `seen` has a logit for each of ASPECTS, or none.
        """
        told = 1 - float(opinion[RELATIONS.index("unsure")])
        added = {
            name: blend.model * told * float(np.log(max(opinion[RELATIONS.index(name)], _FLOOR)))
            + blend.bias.get(name, 0.0)
            for name in _VERDICTS
        }
        logits = {name: blend.rules * self.logits[name] + added[name] for name in _VERDICTS}
        return replace(
            self, logits=logits, model=added, scale=blend.rules, seen=dict(zip(ASPECTS, seen.tolist(), strict=False))
        )

    def probabilities(self) -> dict[Relation, float]:
        """Of agree, differ and conflict; they sum to 1."""
        top = max(self.logits.values())
        powers = {relation: float(np.exp(self.logits[relation] - top)) for relation in _VERDICTS}
        return {relation: power / sum(powers.values()) for relation, power in powers.items()}

    def leading(self) -> tuple[Relation, float]:
        """The likeliest relation and its probability."""
        likely = self.probabilities()
        best = max(_VERDICTS, key=lambda relation: likely[relation])
        return best, likely[best]

    def supports(self, relation: Relation) -> bool:
        """Whether a finding, or a model, shows what the relation claims; agreement needs no more than the link."""
        return relation == "agree" or self.model is not None or bool(self.aspects(relation))

    def aspects(self, relation: Relation) -> tuple[Aspect, ...]:
        """In what the two differ, by the findings that speak for the relation; by all of them where one decides."""
        carried = _CARRIES.get(relation, frozenset())
        decisive = any(finding.code in DECISIVE for finding in self.findings)
        speaking = [f for f in self.findings if decisive or self._share(f, relation) > 0]
        found = {ASPECT_OF[f.code] for f in speaking if f.code in ASPECT_OF} & carried
        if not found and carried & self.seen.keys():
            found = {max(carried & self.seen.keys(), key=lambda aspect: (self.seen[aspect], aspect))}
        if found and relation == "conflict" and any(finding.code == "voices" for finding in self.findings):
            found |= {"attribution"}  # it is those quoted who clash, not the outlets
        return tuple(sorted(found))

    def reasons(self, relation: Relation) -> tuple[Reason, ...]:
        """Each finding with what it adds to the log-odds of the relation over the mean of the others.

        With "base", what speaks for the relation before anything is seen, and "runner-up", how much nearer one of the
        others is than their mean, the weights sum to the log-odds of the confidence.
        """
        chosen = self.leading()[0] if relation == "unsure" else relation
        told = [Reason(f.code, f.detail, self._share(f, chosen), f.left, f.right) for f in self.findings]
        if self.model is not None:
            told.append(Reason("model", "", _lead(self.model, chosen)))
        told.append(
            Reason("base", "", self.scale * _lead({name: self.weights.bias[name] for name in _VERDICTS}, chosen))
        )
        told.append(Reason("runner-up", "", self._log_odds(chosen) - _lead(self.logits, chosen)))
        return tuple(sorted(told, key=lambda reason: (reason.code in _LAST, -abs(reason.weight), reason.code)))

    def _log_odds(self, relation: Relation) -> float:
        """Of one relation against the two others together."""
        one, other = (value for name, value in self.logits.items() if name != relation)
        return self.logits[relation] - float(np.logaddexp(one, other))

    def _share(self, finding: Finding, relation: Relation) -> float:
        if relation not in self.logits:
            relation = self.leading()[0]
        weights = self.weights.weights.get(finding.code, {})
        return self.scale * finding.strength * _lead({name: weights.get(name, 0.0) for name in _VERDICTS}, relation)


def _lead(values: Mapping[Relation, float], relation: Relation) -> float:
    others = [value for name, value in values.items() if name != relation]
    return values[relation] - sum(others) / len(others)


def _is_shade(finding: Finding) -> bool:
    return ASPECT_OF.get(finding.code) in _CARRIES["differ"]


class Rules:
    """The default relation model."""

    name = "rules"

    def __init__(self, settings: Settings) -> None:
        self._weights = settings.relation_weights

    def weigh(self, pair: tuple[Claim, Claim]) -> Weighed:
        """The findings of a pair, weighed.

        A pair that shows both a conflict and a difference is a conflict (docs/annotation.md): where what is told
        clashes by itself, how surely it is told counts for nothing.
        """
        found = tuple(findings(*pair))
        bare = self._weighed([replace(one, strength=0.0) if _is_shade(one) else one for one in found])
        return bare if bare.leading()[0] == "conflict" and bare.supports("conflict") else self._weighed(found)

    def _weighed(self, found: Sequence[Finding]) -> Weighed:
        logits = {relation: self._logit(found, relation) for relation in _VERDICTS}
        return Weighed(tuple(found), logits, self._weights)

    def relate(self, pairs: Sequence[tuple[Claim, Claim]]) -> NDArray[np.float64]:
        """Shape (n, 4): probabilities of agree, differ, conflict, and 0 for unsure, which is no outcome but a doubt."""
        rows = [[*self.weigh(pair).probabilities().values(), 0.0] for pair in pairs]
        return np.array(rows, float).reshape(len(rows), len(RELATIONS))

    def _logit(self, found: Sequence[Finding], relation: Relation) -> float:
        weights = self._weights.weights
        told = sum(one.strength * weights.get(one.code, {}).get(relation, 0.0) for one in found)
        return self._weights.bias[relation] + told
