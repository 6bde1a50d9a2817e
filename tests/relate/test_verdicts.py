"""From findings to a verdict: one number behind every view, and no verdict without words that carry it."""

from __future__ import annotations

import sys
from dataclasses import replace
from math import exp, log

import numpy as np
import pytest

from compare.errors import ModelError
from compare.model import RELATIONS, Claim, Relation
from compare.relate import Verdict, judge, load_relation_model
from compare.relate.rules import ASPECT_OF, Rules
from compare.settings import RelationBlend, RelationWeights, Settings
from tests.fakes import FakeRelationModel, claim
from tests.relate.test_findings import TABLE, pair

VERDICTS: tuple[Relation, ...] = ("agree", "differ", "conflict")
CONTRARY = {"quantity", "time", "polarity", "participant", "place", "cause"}
PAIRS = [pair(left, right) for left, right, _ in TABLE]

# Weights that a reader can add up in their head, so that these tests outlive any fit.
BY_HAND = RelationWeights(
    bias={"agree": 1.0, "differ": 0.0, "conflict": 0.0},
    weights={
        "other quantity": {"agree": -1.0, "differ": 0.0, "conflict": 3.0},
        "compatible quantity": {"agree": 2.0},
        "negation": {"conflict": 3.0},
        "denial": {"conflict": 3.0},
        "other toll": {"conflict": 3.0},
        "other name": {"conflict": 3.0},
        "other place": {"conflict": 3.0},
        "other time": {"conflict": 3.0},
        "hedge": {"differ": 3.0},
        "allegation": {"differ": 3.0},
        "loaded words": {"differ": 3.0},
        "shared wording": {"agree": 1.0},
    },
)
SETTINGS = replace(Settings(), relation_weights=BY_HAND, verdict_threshold=0.4, relation_blend=RelationBlend(1, 1, {}))


def judged(left: str, right: str, settings: Settings = SETTINGS) -> Verdict:
    (verdict,) = judge([pair(left, right)], Rules(settings), settings)
    return verdict


def lead(values: dict[Relation, float], relation: Relation) -> float:
    others = [values[name] for name in VERDICTS if name != relation]
    return values[relation] - sum(others) / len(others)


@pytest.mark.parametrize(
    ("left", "right", "relation", "aspects"),
    [
        ("Two deputies abstained from the vote.", "Three deputies abstained from the vote.", "conflict", ("quantity",)),
        ("The market reopened on Monday.", "The market reopened on Tuesday.", "conflict", ("time",)),
        ("Inspectors found cracks in the dam.", "Inspectors found no cracks in the dam.", "conflict", ("polarity",)),
        ("The envoy of Halden left first.", "The envoy of Morvia left first.", "conflict", ("participant",)),
        ("Officials met in Norway.", "Officials met in Kenya.", "conflict", ("place",)),
        ("Ten died, police said.", "Forty died, activists said.", "conflict", ("attribution", "quantity")),
        ("Soldiers fired on the crowd.", "Soldiers may have fired on the crowd.", "differ", ("certainty",)),
        ("Police cleared the square.", "Police brutally cleared the square.", "differ", ("interpretation",)),
        ("At least 12 people were killed.", "Fifteen people were killed.", "agree", ()),
        ("The talks ended without a deal.", "The talks ended without a deal.", "agree", ()),
    ],
)
def test_each_relation_and_what_it_lies_in(left: str, right: str, relation: Relation, aspects: tuple[str, ...]) -> None:
    verdict = judged(left, right)
    assert (verdict.relation, verdict.aspects) == (relation, aspects)


def test_a_worked_example_by_hand() -> None:
    """Two claims alike in one word of two: agree 1 + 1 * 0.5 = 1.5, the others 0."""
    verdict = judged("Rain fell.", "Rain ceased.")
    (reason,) = verdict.reasons
    assert (reason.code, reason.detail) == ("shared wording", "50%")
    assert reason.weight == pytest.approx(0.5)
    assert verdict.confidence == pytest.approx(exp(1.5) / (exp(1.5) + 2))


@pytest.mark.parametrize("settings", [SETTINGS, Settings()], ids=["by hand", "fitted"])
@pytest.mark.parametrize("model", [None, FakeRelationModel("differ"), FakeRelationModel("conflict", by=0.6)])
def test_the_shares_and_the_bias_make_the_lead_of_the_relation(
    settings: Settings, model: FakeRelationModel | None
) -> None:
    rules = Rules(settings)
    for one, verdict in zip(PAIRS, judge(PAIRS, model or rules, settings), strict=True):
        weighed = rules.weigh(one)
        if model:
            weighed = weighed.with_model(model.relate([one])[0], settings)
        chosen = weighed.leading()[0] if verdict.relation == "unsure" else verdict.relation
        told = sum(reason.weight for reason in verdict.reasons)
        bias = lead(dict(settings.relation_weights.bias), chosen)
        assert told + bias == pytest.approx(lead(dict(weighed.logits), chosen))
        likely = weighed.probabilities()
        powers = {name: exp(weighed.logits[name]) for name in VERDICTS}
        assert likely == pytest.approx({name: power / sum(powers.values()) for name, power in powers.items()})
        overtook = chosen == "conflict" and likely["differ"] > likely["conflict"] > likely["agree"]
        assert verdict.confidence == pytest.approx(likely[chosen] + (likely["differ"] if overtook else 0))


@pytest.mark.parametrize("settings", [SETTINGS, Settings()], ids=["by hand", "fitted"])
def test_reasons_point_into_the_right_article_the_heaviest_first(settings: Settings) -> None:
    for (left, right), verdict in zip(PAIRS, judge(PAIRS, Rules(settings), settings), strict=True):
        found = [abs(r.weight) for r in verdict.reasons if r.code not in ("base", "runner-up")]
        assert found == sorted(found, reverse=True)
        assert [r.code for r in verdict.reasons[len(found) :]] == ["base", "runner-up"] or found == [0.0]
        for reason in verdict.reasons:
            assert reason.left is None or (left.start <= reason.left.start < reason.left.end <= left.end)
            assert reason.right is None or (right.start <= reason.right.start < reason.right.end <= right.end)


@pytest.mark.parametrize("settings", [SETTINGS, Settings()], ids=["by hand", "fitted"])
def test_no_conflict_without_a_contrary_finding(settings: Settings) -> None:
    for verdict in judge(PAIRS, Rules(settings), settings):
        speaking_for = {ASPECT_OF.get(reason.code) for reason in verdict.reasons if reason.weight > 0}
        if verdict.relation == "conflict":
            assert speaking_for & CONTRARY
            assert speaking_for & CONTRARY <= set(verdict.aspects) <= CONTRARY | {"attribution"}
        if verdict.relation == "differ":
            assert set(verdict.aspects) == speaking_for & {"certainty", "interpretation"} != set()
        if verdict.relation in ("agree", "unsure"):
            assert verdict.aspects == () or verdict.relation == "unsure"


def test_a_clash_and_a_difference_in_one_pair_are_a_clash() -> None:
    """What is told clashes by itself: how surely it is told then counts for nothing."""
    weights = RelationWeights(
        {"agree": 0.0, "differ": 0.0, "conflict": 0.0},
        {"hedge": {"differ": 3.0}, "other quantity": {"agree": -1.0, "conflict": 1.0}},
    )
    settings = replace(SETTINGS, relation_weights=weights)
    told, hedged = "Two deputies abstained from the vote.", "Perhaps three deputies abstained from the vote."
    both = judged(told, hedged, settings)
    assert (both.relation, both.aspects) == ("conflict", ("quantity",))
    alone = judged(told, told.replace("Two", "Perhaps two"), settings)
    assert (alone.relation, alone.aspects) == ("differ", ("certainty",))
    plain = judged(told, hedged.replace("Perhaps three", "Three"), settings)
    assert both.confidence == pytest.approx(plain.confidence)
    assert [reason.weight for reason in both.reasons if reason.code == "hedge"] == [0.0]


@pytest.mark.parametrize("relation", ["differ", "conflict"])
def test_a_bias_alone_calls_nothing(relation: Relation) -> None:
    biased = replace(
        SETTINGS, relation_weights=RelationWeights({"agree": 0, "differ": 0, "conflict": 0, relation: 9}, {})
    )
    verdict = judged("The talks ended without a deal.", "The talks ended without a deal.", biased)
    assert (verdict.relation, verdict.aspects) == ("unsure", ())


def test_below_the_threshold_nothing_is_called() -> None:
    flat = RelationWeights({"agree": 0.1, "differ": 0.0, "conflict": 0.0}, {})
    for threshold, relation in ((0.2, "agree"), (0.5, "unsure"), (1.0, "unsure")):
        settings = replace(SETTINGS, relation_weights=flat, verdict_threshold=threshold)
        verdict = judged("Rain fell.", "Rain fell.", settings)
        assert verdict.relation == relation
        assert verdict.confidence == pytest.approx(exp(0.1) / (exp(0.1) + 2))


@pytest.mark.parametrize("threshold", [0.0, 0.34, 0.5, 0.7, 0.9, 0.99])
def test_called_relations_have_at_least_the_threshold(threshold: float) -> None:
    settings = replace(Settings(), verdict_threshold=threshold)
    for verdict in judge(PAIRS, Rules(settings), settings):
        assert verdict.relation == "unsure" or verdict.confidence >= threshold


def test_the_sides_may_be_swapped() -> None:
    there = judge(PAIRS, Rules(Settings()), Settings())
    back = judge([(right, left) for left, right in PAIRS], Rules(Settings()), Settings())
    for a, b in zip(there, back, strict=True):
        assert (a.relation, a.aspects, a.confidence) == (b.relation, b.aspects, pytest.approx(b.confidence))


def test_no_pairs_no_verdicts() -> None:
    assert judge([], Rules(SETTINGS), SETTINGS) == []
    assert judge([], FakeRelationModel(), SETTINGS) == []


# Relation models.


@pytest.mark.parametrize("sure_of", VERDICTS)
def test_a_sure_model_is_heard(sure_of: Relation) -> None:
    """By rules that find nothing to weigh, the model decides alone."""
    flat = replace(SETTINGS, relation_weights=RelationWeights({"agree": 0.0, "differ": 0.0, "conflict": 0.0}, {}))
    model = FakeRelationModel(sure_of)
    for verdict in judge(PAIRS, model, flat):
        assert verdict.relation == sure_of
        assert verdict.confidence == pytest.approx(0.97**0.99 / (0.97**0.99 + 2 * 0.01**0.99))
        assert "model" in {reason.code for reason in verdict.reasons}
    assert model.asked == PAIRS


def test_rules_and_model_are_weighed_together() -> None:
    """Agree 1 + 0.5 by the rules and log 0.01 by the model; differ and conflict by the model alone."""
    model = FakeRelationModel("conflict", by=0.97)
    (verdict,) = judge([pair("Rain fell.", "Rain ceased.")], model, SETTINGS)
    assert verdict.relation == "conflict"
    heard = 0.99  # the model is unsure by 0.01, and adds so much less
    odds = {"agree": 1.5 + heard * log(0.01), "differ": heard * log(0.01), "conflict": heard * log(0.97)}
    assert verdict.confidence == pytest.approx(exp(odds["conflict"]) / sum(exp(value) for value in odds.values()))
    (told,) = [reason for reason in verdict.reasons if reason.code == "model"]
    assert told.weight == pytest.approx(heard * (log(0.97) - log(0.01)))
    assert (told.left, told.right) == (None, None)


def test_a_model_that_cannot_tell_adds_next_to_nothing() -> None:
    for ours, theirs in zip(
        judge(PAIRS, Rules(SETTINGS), SETTINGS), judge(PAIRS, FakeRelationModel("unsure"), SETTINGS), strict=True
    ):
        assert theirs.confidence == pytest.approx(ours.confidence, abs=0.05)


def test_a_model_without_a_share_changes_nothing_but_is_shown() -> None:
    silent = replace(SETTINGS, relation_blend=RelationBlend(1, 0, {}))
    for ours, theirs in zip(
        judge(PAIRS, Rules(silent), silent), judge(PAIRS, FakeRelationModel("conflict"), silent), strict=True
    ):
        assert theirs.confidence == pytest.approx(ours.confidence)
        assert [r.weight for r in theirs.reasons if r.code == "model"] == [0.0]


def test_a_model_that_is_certain_of_the_impossible_stays_finite() -> None:
    for verdict in judge(PAIRS, FakeRelationModel("conflict", by=1.0), SETTINGS):
        assert 0 <= verdict.confidence <= 1
        assert all(np.isfinite(reason.weight) for reason in verdict.reasons)


def test_the_rules_keep_the_contract_of_a_relation_model() -> None:
    opinions = Rules(Settings()).relate(PAIRS)
    assert opinions.shape == (len(PAIRS), len(RELATIONS))
    assert opinions.sum(1) == pytest.approx(np.ones(len(PAIRS)))
    assert (opinions >= 0).all()
    assert Rules(Settings()).relate([]).shape == (0, len(RELATIONS))


class Odd(FakeRelationModel):
    """Answers what it was told to answer."""

    name = "odd"

    def __init__(self, answer: object) -> None:
        super().__init__()
        self._answer = answer

    def relate(self, pairs: list[tuple[Claim, Claim]]) -> object:
        return self._answer


GOOD = [0.7, 0.1, 0.1, 0.1]


@pytest.mark.parametrize(
    "answer",
    [
        np.array([GOOD]),
        np.array([GOOD, GOOD, GOOD]),
        np.array([GOOD[:3], GOOD[:3]]),
        np.array(GOOD),
        np.array([[*GOOD[:3], np.nan], GOOD]),
        np.array([[*GOOD[:3], np.inf], GOOD]),
        np.array([[-0.2, 0.4, 0.4, 0.4], GOOD]),
        np.array([[7.0, 1.0, 1.0, 1.0], GOOD]),
        np.array([[0.1, 0.1, 0.1, 0.1], GOOD]),
        None,
        "agree",
    ],
    ids=[
        "too few",
        "too many",
        "three columns",
        "flat",
        "nan",
        "inf",
        "negative",
        "counts",
        "no sum of 1",
        "none",
        "text",
    ],
)
def test_no_usable_probabilities_is_an_error_that_names_the_model(answer: object) -> None:
    pairs = [(claim("Rain fell."), claim("Rain ceased.", "two"))] * 2
    with pytest.raises(ModelError, match=r"no usable probabilities \(odd\); use another with --relation-model"):
        judge(pairs, Odd(answer), SETTINGS)


def test_lists_and_32_bit_floats_are_welcome() -> None:
    pairs = [(claim("Rain fell."), claim("Rain ceased.", "two"))] * 2
    assert judge(pairs, Odd([GOOD, GOOD]), SETTINGS) == judge(pairs, Odd(np.array([GOOD, GOOD])), SETTINGS)
    narrow = judge(pairs, Odd(np.array([GOOD, GOOD], np.float32)), SETTINGS)
    assert narrow[0].confidence == pytest.approx(judge(pairs, Odd([GOOD, GOOD]), SETTINGS)[0].confidence)


# Names.


def test_the_default_is_known_by_name() -> None:
    assert load_relation_model("rules", Settings()).name == "rules"


def test_a_class_of_ones_own_is_loaded_by_reference() -> None:
    assert load_relation_model("tests.fakes:FakeRelationModel", Settings()).name == "fake-relations"


@pytest.mark.parametrize(
    "name",
    [
        "",
        ":",
        "oracle",
        "oracle:",
        ":Oracle",
        "no.such:Thing",
        "tests.fakes",
        "tests.fakes:Nobody",
        ".fakes:Thing",
        "a..b:C",
        "os",
    ],
)
def test_an_unknown_name_says_what_to_type(name: str) -> None:
    with pytest.raises(ModelError, match=r"no relation model .*name reader, rules"):
        load_relation_model(name, Settings())


class Broken:
    """A class with a bug in it."""

    def __init__(self) -> None:
        raise ValueError("a bug of the plug-in")


def test_a_bug_in_a_plug_in_keeps_its_own_message() -> None:
    with pytest.raises(ValueError, match="a bug of the plug-in"):
        load_relation_model("tests.relate.test_verdicts:Broken", Settings())
