"""Thresholds: their range, where each comes from, and that the signature tells every one of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, replace
from importlib.resources import files
from math import isfinite, nan

import pytest

from compare.align.rivals import RIVALS
from compare.model import RELATIONS
from compare.settings import (
    UNCALIBRATED,
    LinkWeights,
    RelationBlend,
    RelationWeights,
    RereadWeights,
    Settings,
    described,
)

SHARES = [
    "link_threshold",
    "group_cohesion",
    "verdict_threshold",
    "firm_threshold",
    "shade_threshold",
    "copy_likeness",
    "copy_share",
    "read_floor",
]
KNOBS = [knob.name for knob in fields(Settings)]


@pytest.mark.parametrize("name", SHARES)
@pytest.mark.parametrize("value", [-0.01, 1.01, 30, nan, float("inf")])
def test_a_share_lies_between_0_and_1(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"{name} must lie between 0 and 1, not"):
        Settings(**{name: value})


@pytest.mark.parametrize("name", SHARES)
@pytest.mark.parametrize("value", [0, 0.0, 0.5, 1, 1.0])
def test_both_ends_belong_to_the_range(name: str, value: float) -> None:
    assert getattr(Settings(**{name: value}), name) == value


def test_settings_are_frozen_and_two_of_the_same_are_equal() -> None:
    assert Settings() == Settings()
    with pytest.raises(FrozenInstanceError):
        Settings().link_threshold = 0.1


def test_every_number_has_a_unit_and_a_source() -> None:
    assert [name for name, _, _ in described()] == KNOBS
    for name, unit, source in described():
        assert unit, name
        assert len(source) > 10, name


def test_the_fitted_weights_are_finite_and_of_known_relations() -> None:
    links, relations = Settings().link_weights, Settings().relation_weights
    assert links.weights.keys() == links.centres.keys()
    assert all(map(isfinite, [links.bias, *links.weights.values(), *links.centres.values()]))
    verdicts = set(RELATIONS) - {"unsure"}
    assert set(relations.bias) == verdicts
    for weights in relations.weights.values():
        assert set(weights) <= verdicts
        assert all(map(isfinite, weights.values()))


def test_the_fitted_weights_of_links_that_were_read_are_finite_and_complete() -> None:
    weights = Settings().reread_weights
    assert weights is not None
    assert set(weights.rivals) == set(RIVALS)
    assert len(weights.first) == 3
    assert all(map(isfinite, [*weights.first, weights.bias, weights.odds, weights.read, *weights.rivals.values()]))
    assert 0 < weights.threshold < 1
    assert 0 < weights.cohesion < 1


# How much a relation model counts.


def fitted_name() -> str:
    """The relation model that the fitted blend is for."""
    name: str = json.loads((files("compare") / "models" / "weights.json").read_text("utf-8"))["relation_blend"]["name"]
    return name


def test_the_model_that_was_calibrated_has_a_blend_of_its_own() -> None:
    blend = Settings().blend_for(fitted_name())
    assert blend is not UNCALIBRATED
    assert min(blend.rules, blend.model) >= 0
    assert set(blend.bias) <= set(RELATIONS) - {"unsure"}
    assert all(map(isfinite, [blend.rules, blend.model, *blend.bias.values()]))


@pytest.mark.parametrize("name", ["", "reader", "rules", "another/model@12345678"])
def test_a_model_of_another_name_is_uncalibrated(name: str) -> None:
    assert Settings().blend_for(name) is UNCALIBRATED
    assert Settings().blend_for(f"{fitted_name()}0") is UNCALIBRATED


def test_a_blend_that_was_given_is_for_any_model() -> None:
    given = RelationBlend(0.5, 2.0, {"agree": 0.1})
    settings = replace(Settings(), relation_blend=given)
    assert settings.blend_for("another/model") is given
    assert settings.blend_for(fitted_name()) is given


@pytest.mark.parametrize(("rules", "model"), [(-0.1, 1.0), (1.0, -0.1)])
def test_a_blend_never_turns_an_opinion_around(rules: float, model: float) -> None:
    with pytest.raises(ValueError, match="the factors of relation_blend must not be negative"):
        Settings(relation_blend=RelationBlend(rules, model, {}))


def test_groups_are_cut_by_how_their_links_were_found() -> None:
    settings = Settings()
    assert settings.reread_weights is not None
    assert settings.cohesion == settings.reread_weights.cohesion
    assert replace(settings, reread_weights=None, group_cohesion=0.7).cohesion == 0.7


# The signature.


def changed(value: object) -> object:
    """Another value of the same type, within its range."""
    if isinstance(value, LinkWeights):
        return replace(value, bias=value.bias + 1)
    if isinstance(value, RelationWeights):
        return replace(value, bias={**value.bias, "agree": value.bias["agree"] + 1})
    if isinstance(value, RereadWeights):
        return replace(value, threshold=value.threshold / 2)
    if value is None:  # no blend was given
        return RelationBlend(0.7, 0.4, {})
    if isinstance(value, int):
        return value + 1
    assert isinstance(value, float)
    return value / 2


@pytest.mark.parametrize("name", KNOBS)
def test_a_change_of_any_number_changes_the_signature(name: str) -> None:
    usual = Settings()
    assert replace(usual, **{name: changed(getattr(usual, name))}).signature() != usual.signature()


def test_links_by_likeness_alone_stand_in_the_signature() -> None:
    assert replace(Settings(), reread_weights=None).signature()["weights"] != Settings().signature()["weights"]


@pytest.mark.parametrize("part", ["weights", "centres"])
def test_a_change_of_one_weight_changes_the_signature(part: str) -> None:
    usual = Settings()
    values: Mapping[str, float] = getattr(usual.link_weights, part)
    other = replace(usual.link_weights, **{part: {**values, "cosine": values["cosine"] + 1e-9}})
    assert replace(usual, link_weights=other).signature()["weights"] != usual.signature()["weights"]


def test_the_signature_is_the_same_each_time_and_can_be_written_as_json() -> None:
    signature = Settings().signature()
    assert signature == Settings().signature()
    assert json.loads(json.dumps(signature)) == signature
    assert set(signature) == {name for name in KNOBS if not name.endswith(("_weights", "_blend"))} | {"weights"}
    assert all(isinstance(value, str | int | float) for value in signature.values())
