"""Two claims -> relation, aspects, reasons. The RelationModel protocol, and the table of names to choose one by."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from compare.errors import ModelError
from compare.model import RELATIONS, Aspect, Claim, Reason, Relation
from compare.relate.rules import Rules, Weighed
from compare.settings import Settings
from compare.wording import is_latin, plain

Pair = tuple[Claim, Claim]


class RelationModel(Protocol):
    """Judges how two linked claims relate."""

    name: str
    """What the report and the signature call it."""

    def relate(self, pairs: Sequence[Pair]) -> NDArray[np.float64]:
        """Shape (n, 4): probabilities of agree, differ, conflict, unsure; rows sum to 1."""
        ...


@dataclass(frozen=True)
class Verdict:
    """How two claims relate, and why."""

    relation: Relation
    confidence: float
    aspects: tuple[Aspect, ...]
    reasons: tuple[Reason, ...]


@runtime_checkable
class TellsAspects(Protocol):
    """A relation model that also says in what two claims differ."""

    def aspects(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Shape (n, 9): a logit for each of ASPECTS, given that the two differ or conflict."""
        ...


RELATION_MODELS: dict[str, str] = {"reader": "compare.backends.reader:Reader"}
_ANY_MODEL = "compare.backends.cross_encoder:CrossEncoderModel"


def load_relation_model(name: str, settings: Settings) -> RelationModel:
    """The relation model of that name: of the table, "rules", "package.module:Class", else a CrossEncoder.

    Raises ModelError where it is unknown, or needs an extra that is not installed.
    """
    if name == "rules":
        return Rules(settings)
    if name in RELATION_MODELS or _is_reference(name):
        model: RelationModel = _attribute(RELATION_MODELS.get(name, name))()
    else:
        model = _attribute(_ANY_MODEL)(name)
    return model


def _is_reference(name: str) -> bool:
    module, _, attribute = name.partition(":")
    return attribute.isidentifier() and all(part.isidentifier() for part in module.split("."))


def _attribute(reference: str) -> type:
    module, _, attribute = reference.partition(":")
    try:
        found: type = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise ModelError(
            f"no relation model {reference}", "--relation-model", "name reader, rules, or package.module:Class"
        ) from error
    return found


def judge(pairs: Sequence[Pair], model: RelationModel, settings: Settings) -> list[Verdict]:
    """A verdict a pair: the rules' log-odds, with those of the model added where it is another one."""
    rules = model if isinstance(model, Rules) else Rules(settings)
    weighed = [rules.weigh(pair) for pair in pairs]
    if rules is model or not pairs:
        return [_verdict(one, settings, _legible(pair)) for one, pair in zip(weighed, pairs, strict=True)]
    opinions = usable(model.relate(pairs), len(pairs), model.name)
    blend = settings.blend_for(model.name)
    seen = model.aspects(pairs) if isinstance(model, TellsAspects) else np.zeros((len(pairs), 0))
    return [
        _verdict(one.with_model(row, aspects, blend), settings, row[_UNSURE] < 1 or _legible(pair))
        for one, row, aspects, pair in zip(weighed, opinions, seen, pairs, strict=True)
    ]


_UNSURE = RELATIONS.index("unsure")


def _legible(pair: Pair) -> bool:
    """Whether the rules can judge the two: of texts in another script they see whether the words are the same."""
    left, right = (plain(claim.text).casefold() for claim in pair)
    return left == right or (is_latin(left) and is_latin(right))


def _verdict(weighed: Weighed, settings: Settings, legible: bool) -> Verdict:
    relation, confidence = weighed.leading()
    if confidence < settings.verdict_threshold or not legible or not weighed.supports(relation):
        relation = "unsure"
    return Verdict(relation, confidence, weighed.aspects(relation), weighed.reasons(relation))


def firm(verdict: Verdict, linked: float, settings: Settings) -> Verdict:
    """The verdict, or `unsure` where link and relation together are too doubtful.

    `linked` is the probability that the two are linked at all: a sure verdict on a doubtful link is doubtful.
    """
    wanted = settings.shade_threshold if verdict.relation == "differ" else settings.firm_threshold
    if verdict.relation == "unsure" or linked * verdict.confidence >= wanted:
        return verdict
    return replace(verdict, relation="unsure", aspects=())


def usable(opinions: NDArray[np.float64], count: int, name: str) -> NDArray[np.float64]:
    """The probabilities that a model gave for so many pairs. Raises ModelError where they are none."""
    try:
        rows = np.asarray(opinions, float)
    except (TypeError, ValueError):
        rows = np.empty(0)
    if (
        rows.shape != (count, len(RELATIONS))
        or not (rows >= 0).all()
        or not np.allclose(rows.sum(1), 1, atol=_ROUNDING)
    ):
        raise ModelError("the relation model gave no usable probabilities", name, "use another with --relation-model")
    return rows


_ROUNDING = 1e-3  # how far the probabilities of a row, perhaps in 16-bit floats, may be from 1
