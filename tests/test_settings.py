"""Thresholds: their range, where each comes from, and that the signature tells every one of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields, replace
from math import isfinite, nan

import pytest

from compare.model import RELATIONS
from compare.settings import LinkWeights, RelationWeights, Settings, described

SHARES = [
    "link_threshold",
    "group_cohesion",
    "verdict_threshold",
    "firm_threshold",
    "shade_threshold",
    "copy_likeness",
    "copy_share",
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


# The signature.


def changed(value: object) -> object:
    """Another value of the same type, within its range."""
    if isinstance(value, LinkWeights):
        return replace(value, bias=value.bias + 1)
    if isinstance(value, RelationWeights):
        return replace(value, bias={**value.bias, "agree": value.bias["agree"] + 1})
    if isinstance(value, int):
        return value + 1
    assert isinstance(value, float)
    return value / 2


@pytest.mark.parametrize("name", KNOBS)
def test_a_change_of_any_number_changes_the_signature(name: str) -> None:
    usual = Settings()
    assert replace(usual, **{name: changed(getattr(usual, name))}).signature() != usual.signature()


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
    assert set(signature) == {name for name in KNOBS if not name.endswith("_weights")} | {"weights"}
    assert all(isinstance(value, str | int | float) for value in signature.values())
