"""From findings to a verdict: one number behind every view, and no verdict without words that carry it."""

from __future__ import annotations

import re
from dataclasses import replace
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from compare.errors import ModelError
from compare.model import ASPECTS, RELATIONS, Claim, Relation
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
    seen, base, runner_up = verdict.reasons
    assert (seen.code, seen.detail, base.code, runner_up.code) == ("shared wording", "50%", "base", "runner-up")
    assert [seen.weight, base.weight, runner_up.weight] == pytest.approx([0.5, 1.0, -log(2)])
    assert verdict.confidence == pytest.approx(exp(1.5) / (exp(1.5) + 2))


@pytest.mark.parametrize("settings", [SETTINGS, Settings()], ids=["by hand", "fitted"])
@pytest.mark.parametrize("model", [None, FakeRelationModel("differ"), FakeRelationModel("conflict", by=0.6)])
def test_the_reasons_sum_to_the_log_odds_of_the_confidence(settings: Settings, model: FakeRelationModel | None) -> None:
    for verdict in judge(PAIRS, model or Rules(settings), settings):
        told = sum(reason.weight for reason in verdict.reasons)
        assert told == pytest.approx(log(verdict.confidence / (1 - verdict.confidence)))


@given(
    st.lists(st.floats(1e-3, 1), min_size=4, max_size=4),
    st.floats(0, 2),
    st.floats(0, 2),
    st.dictionaries(st.sampled_from(VERDICTS), st.floats(-2, 2)),
    st.sampled_from(PAIRS),
)
def test_the_sum_holds_whatever_a_model_says_and_counts(
    shares: list[float], rules: float, model: float, bias: dict[Relation, float], one: tuple[Claim, Claim]
) -> None:
    settings = replace(Settings(), relation_blend=RelationBlend(rules, model, bias))
    opinion = Odd(np.array([shares]) / sum(shares))
    (verdict,) = judge([one], opinion, settings)
    told = {reason.code: reason.weight for reason in verdict.reasons}
    assert sum(told.values()) == pytest.approx(log(verdict.confidence / (1 - verdict.confidence)), abs=1e-6)
    assert set(list(told)[-2:]) == {"base", "runner-up"}
    assert "model" in told


@pytest.mark.parametrize("settings", [SETTINGS, Settings()], ids=["by hand", "fitted"])
def test_the_probabilities_are_those_of_the_log_odds(settings: Settings) -> None:
    for one, verdict in zip(PAIRS, judge(PAIRS, Rules(settings), settings), strict=True):
        weighed = Rules(settings).weigh(one)
        powers = {name: exp(weighed.logits[name]) for name in VERDICTS}
        likely = {name: power / sum(powers.values()) for name, power in powers.items()}
        assert weighed.probabilities() == pytest.approx(likely)
        assert weighed.leading() == (max(likely, key=lambda name: likely[name]), pytest.approx(max(likely.values())))
        assert verdict.confidence == pytest.approx(max(likely.values()))


def test_the_base_is_what_speaks_for_a_relation_before_anything_is_seen() -> None:
    """Agree 1, differ and conflict 0: so 1 for agree, and -0.5 for either of the others."""
    for verdict in judge(PAIRS, Rules(SETTINGS), SETTINGS):
        (base,) = (reason.weight for reason in verdict.reasons if reason.code == "base")
        assert base == pytest.approx(1.0 if verdict.relation == "agree" else -0.5) or verdict.relation == "unsure"


@pytest.mark.parametrize("settings", [SETTINGS, Settings()], ids=["by hand", "fitted"])
def test_reasons_point_into_the_right_article_the_heaviest_first(settings: Settings) -> None:
    for (left, right), verdict in zip(PAIRS, judge(PAIRS, Rules(settings), settings), strict=True):
        found = [abs(r.weight) for r in verdict.reasons if r.code not in ("base", "runner-up")]
        assert found == sorted(found, reverse=True)
        assert {r.code for r in verdict.reasons[len(found) :]} == {"base", "runner-up"}
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


def test_the_blend_says_how_much_each_counts() -> None:
    """Agree 0.5 * 1.5 by the rules, - 0.1 of its own; the model counts twice."""
    settings = replace(SETTINGS, relation_blend=RelationBlend(0.5, 2.0, {"agree": -0.1}))
    (verdict,) = judge([pair("Rain fell.", "Rain ceased.")], Odd([[0.2, 0.1, 0.7, 0.0]]), settings)
    odds = {"agree": 0.75 - 0.1 + 2 * log(0.2), "differ": 2 * log(0.1), "conflict": 2 * log(0.7)}
    assert verdict.relation == "conflict"
    assert verdict.confidence == pytest.approx(exp(odds["conflict"]) / sum(map(exp, odds.values())))
    told = {reason.code: reason.weight for reason in verdict.reasons}
    assert told["shared wording"] == pytest.approx(0.5 * -0.25)
    assert told["base"] == pytest.approx(0.5 * -0.5)
    assert told["model"] == pytest.approx(2 * log(0.7) - (2 * log(0.2) - 0.1 + 2 * log(0.1)) / 2)


class Seeing(FakeRelationModel):
    """Is sure of a relation, and sees the aspects that it is told, each with its logit."""

    def __init__(self, sure_of: Relation, **logits: float) -> None:
        super().__init__(sure_of, by=0.9999)
        self._logits = [logits.get(aspect, -3.0) for aspect in ASPECTS]

    def aspects(self, pairs: list[tuple[Claim, Claim]]) -> NDArray[np.float32]:
        return np.array([self._logits] * len(pairs), np.float32)


UNSEEN = ("The talks collapsed overnight.", "Delegates left the capital in good spirits.")
"""A pair in which the rules see nothing that bears an aspect."""


@pytest.mark.parametrize(
    ("relation", "logits", "aspect"),
    [
        ("conflict", {"cause": 1.0, "place": 0.5}, "cause"),
        ("conflict", {"place": -1.0, "time": -2.0}, "place"),
        # Nothing but what a conflict may lie in, however clearly the model sees the rest.
        ("conflict", {"certainty": 9.0, "interpretation": 9.0, "attribution": 9.0, "polarity": 0.1}, "polarity"),
        ("differ", {"quantity": 9.0, "attribution": 9.0, "interpretation": -1.0}, "interpretation"),
        ("differ", {"certainty": 0.2, "interpretation": 0.1}, "certainty"),
    ],
)
def test_an_aspect_is_the_models_where_no_finding_shows_one(
    relation: Relation, logits: dict[str, float], aspect: str
) -> None:
    (verdict,) = judge([pair(*UNSEEN)], Seeing(relation, **logits), SETTINGS)
    assert (verdict.relation, verdict.aspects) == (relation, (aspect,))


@pytest.mark.parametrize(
    ("left", "right", "relation", "aspects"),
    [
        ("Two deputies abstained from the vote.", "Three deputies abstained from the vote.", "conflict", ("quantity",)),
        ("Soldiers fired on the crowd.", "Soldiers may have fired on the crowd.", "differ", ("certainty",)),
        ("Ten died, police said.", "Forty died, activists said.", "conflict", ("attribution", "quantity")),
    ],
)
def test_what_a_finding_shows_stands_whatever_a_model_sees(
    left: str, right: str, relation: Relation, aspects: tuple[str, ...]
) -> None:
    (verdict,) = judge([pair(left, right)], Seeing(relation, cause=9.0, interpretation=9.0), SETTINGS)
    assert (verdict.relation, verdict.aspects) == (relation, aspects)


@pytest.mark.parametrize("relation", ["agree", "unsure"])
def test_no_model_sees_an_aspect_in_what_does_not_differ(relation: Relation) -> None:
    sure = replace(SETTINGS, verdict_threshold=1.0) if relation == "unsure" else SETTINGS
    (verdict,) = judge([pair(*UNSEEN)], Seeing("agree", cause=9.0, certainty=9.0), sure)
    assert (verdict.relation, verdict.aspects) == (relation, ())


@pytest.mark.parametrize("relation", ["differ", "conflict"])
def test_a_model_that_sees_no_aspects_names_none(relation: Relation) -> None:
    (verdict,) = judge([pair(*UNSEEN)], FakeRelationModel(relation, by=0.9999), SETTINGS)
    assert (verdict.relation, verdict.aspects) == (relation, ())


def test_a_model_is_weighed_by_its_name() -> None:
    """Nobody calibrated this one: it counts half as much as the rules."""
    usual = replace(SETTINGS, relation_blend=None)
    half = replace(SETTINGS, relation_blend=RelationBlend(1.0, 0.5, {}))
    assert judge(PAIRS, FakeRelationModel("conflict"), usual) == judge(PAIRS, FakeRelationModel("conflict"), half)


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
    with pytest.raises(ModelError, match=rf"model {re.escape(name)}.*\(--relation-model\); name reader, rules"):
        load_relation_model(name, Settings())


class Broken:
    """A class with a bug in it."""

    def __init__(self) -> None:
        raise ValueError("a bug of the plug-in")


def test_a_bug_in_a_plug_in_keeps_its_own_message() -> None:
    with pytest.raises(ValueError, match="a bug of the plug-in"):
        load_relation_model("tests.relate.test_verdicts:Broken", Settings())
