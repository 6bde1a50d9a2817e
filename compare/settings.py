"""The limits and thresholds of a run: value, unit and source. A constant of one rule stands beside that rule."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

MAX_BYTES = 5_000_000
"""Bytes of one input file. A book has a million; a larger file is no article."""
MAX_CLAIMS = 1000
"""Claims of one article: memory grows with the square, and a long feature has two hundred."""
MIN_ARTICLES, MAX_ARTICLES = 2, 20
"""Articles of one comparison: a table of more columns cannot be read."""


@dataclass(frozen=True)
class LinkWeights:
    """A logistic model of "these two claims are linked": log-odds = bias + sum of weight * (feature - centre)."""

    bias: float
    weights: Mapping[str, float]
    centres: Mapping[str, float]


@dataclass(frozen=True)
class RelationWeights:
    """A multinomial logistic model: per relation, log-odds = bias + sum of weight * strength of a finding."""

    bias: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    """Finding code -> relation -> weight."""


@dataclass(frozen=True)
class RereadWeights:
    """A logistic model of "these two claims are linked" for pairs that the pair reader has read.

    log-odds = bias + odds * (log-odds by likeness) + read * (logit of the reader) + sum of weight * rivalry feature.
    The rivalry features rest on the probabilities by the `first` two alone.
    """

    first: tuple[float, float, float]
    """Bias, odds and read of the first look, without rivals."""
    bias: float
    odds: float
    read: float
    rivals: Mapping[str, float]
    threshold: float
    """A pair of claims that was read is linked from this probability on."""
    cohesion: float
    """As `Settings.group_cohesion`, for links that were read."""


@dataclass(frozen=True)
class RelationBlend:
    """How much the opinion of a relation model counts beside the rules.

    log-odds of a relation = rules * (that of the rules) + model * log(probability by the model) + bias of the relation.
    """

    rules: float
    model: float
    bias: Mapping[str, float]


@lru_cache(maxsize=1)
def _fitted() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("compare") / "models" / "weights.json").read_text("utf-8"))
    return loaded


def _knob(unit: str, source: str, **default: Any) -> Any:
    return field(metadata={"unit": unit, "source": source}, **default)


def _reread() -> RereadWeights | None:
    fitted = _fitted().get("reread_weights")
    return RereadWeights(**{**fitted, "first": tuple(fitted["first"])}) if fitted else None


UNCALIBRATED = RelationBlend(1.0, 0.5, {})
"""For a model that nobody calibrated: half as much as the rules."""


_FITTED = "fitted by training/fit.py; figures in benchmarks/accuracy.md"


@dataclass(frozen=True)
class Settings:
    """The thresholds of one run. Raises ValueError where one lies outside its range."""

    link_threshold: float = _knob("probability", _FITTED, default_factory=lambda: float(_fitted()["link_threshold"]))
    """A pair of claims is linked from this probability on."""
    link_weights: LinkWeights = _knob(
        "log-odds", _FITTED, default_factory=lambda: LinkWeights(**_fitted()["link_weights"])
    )
    group_cohesion: float = _knob("probability", _FITTED, default_factory=lambda: float(_fitted()["group_cohesion"]))
    """Two groups become one while the mean link probability between their claims is at least this."""
    relation_weights: RelationWeights = _knob(
        "log-odds", _FITTED, default_factory=lambda: RelationWeights(**_fitted()["relation_weights"])
    )
    read_floor: float = _knob(
        "probability", "reading more pairs finds no better links (training/README.md)", default=0.08
    )
    """Pairs that likeness alone finds less likely to be linked than this are not read."""
    reread_weights: RereadWeights | None = _knob("log-odds", _FITTED, default_factory=lambda: _reread())
    """None: links by likeness alone."""
    relation_blend: RelationBlend | None = _knob("factor", "by `compare calibrate`; None: by the model", default=None)
    """How a relation model and the rules are weighed, where it is not `blend_for` that says it."""
    verdict_threshold: float = _knob(
        "probability", "chosen on events held out: macro-F1 end to end falls above it", default=0.4
    )
    """Below this confidence the relation is `unsure`."""
    firm_threshold: float = _knob(
        "probability", "chosen on events held out: macro-F1 end to end falls above it", default=0.2
    )
    """Least probability of link and relation together, their product, for `agree` and `conflict`."""
    shade_threshold: float = _knob(
        "probability",
        "chosen on events held out: macro-F1 end to end falls above it",
        default=0.2,
    )
    """The same for `differ`."""
    copy_likeness: float = _knob("share", "between paraphrases and copies (benchmarks/copies.md)", default=0.55)
    """Two claims whose words are at least this alike share their wording, 0 to 1."""
    copy_words: int = _knob("words", "shorter passages are alike by chance (benchmarks/copies.md)", default=8)
    """Fewest shared words of a copied passage, an ordinary word counting twice."""
    copy_share: float = _knob("share", "half of an article copied makes it no independent source", default=0.5)
    """Two articles are of one origin from this share of copied claims of the shorter one on."""
    interval_claims: int = _knob("claims", "an interval over fewer says more than they can bear", default=5)
    """Agreement has an interval from this number of judged claims on."""
    bootstrap_samples: int = _knob("samples", "Efron and Tibshirani 1993: 1,000 for percentile intervals", default=1000)
    bootstrap_seed: int = _knob("seed", "any number: the same run gives the same intervals", default=20260224)

    def __post_init__(self) -> None:
        for name in (
            "link_threshold",
            "group_cohesion",
            "verdict_threshold",
            "firm_threshold",
            "shade_threshold",
            "copy_likeness",
            "copy_share",
            "read_floor",
        ):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must lie between 0 and 1, not {getattr(self, name)}")
        for name in ("bootstrap_samples", "copy_words", "interval_claims"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.relation_blend and min(self.relation_blend.rules, self.relation_blend.model) < 0:
            raise ValueError("the factors of relation_blend must not be negative")

    @property
    def cohesion(self) -> float:
        """What two groups need to become one, by how their links were found."""
        return self.reread_weights.cohesion if self.reread_weights else self.group_cohesion

    def blend_for(self, model: str) -> RelationBlend:
        """How the relation model of that name and the rules are weighed."""
        fitted = _fitted().get("relation_blend", {"name": ""})
        if self.relation_blend or fitted["name"] != model:
            return self.relation_blend or UNCALIBRATED
        return RelationBlend(fitted["rules"], fitted["model"], fitted["bias"])

    def signature(self) -> dict[str, Any]:
        """Each threshold by name, and one hash for the fitted weights."""
        fitted = ("link_weights", "relation_weights", "reread_weights", "relation_blend")
        plain = {knob.name: getattr(self, knob.name) for knob in fields(self) if knob.name not in fitted}
        weights = repr([*(getattr(self, name) for name in fitted), _fitted().get("relation_blend")]).encode()
        return {**plain, "weights": hashlib.sha256(weights).hexdigest()[:12]}


def described() -> list[tuple[str, str, str]]:
    """(name, unit, source) of every setting, for the documents."""
    return [(knob.name, knob.metadata["unit"], knob.metadata["source"]) for knob in fields(Settings)]
