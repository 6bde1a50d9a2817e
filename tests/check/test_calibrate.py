"""The blend of rules and a model: found again where it is known, and judged on events that it never saw."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from compare.check.calibrate import (
    BALANCES,
    TOLERATED,
    best_balance,
    blended,
    calibration_error,
    compared,
    crossed,
    fit,
    fit_blend,
    quality,
    rarity,
)
from compare.check.calibration import Calibration, load_calibration
from compare.check.goldlinks import judged_pairs
from compare.check.goldset import load_set
from compare.check.measure import VERDICTS
from compare.check.opinions import FEWEST, Opinions, check_enough, opinions, story, told
from compare.embed import Embedder
from compare.errors import CompareError, InputError, SettingsError
from compare.model import RELATIONS, Claim, Relation
from compare.relate.rules import Rules
from compare.settings import UNCALIBRATED, RelationBlend, Settings
from tests.conftest import sample_sets
from tests.fakes import FakeEmbedder, FakeRelationModel, claim

Rows = NDArray[np.float64]
ALL_ALIKE = np.array([1.0])


def log_softmax(logits: Rows) -> Rows:
    return logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)


def simulated(count: int, rules: float, model: float, bias: tuple[float, ...], seed: int = 0) -> Opinions:
    """Links whose relation is drawn from the blend with these numbers, of eight events."""
    random = np.random.default_rng(seed)
    said, heard = random.normal(0, 1.5, (count, 3)), log_softmax(random.normal(0, 1.5, (count, 3)))
    likely = np.exp(log_softmax(rules * said + model * heard + np.array(bias)))
    truth = (random.random((count, 1)) > likely.cumsum(1)).sum(1).clip(max=2)
    return Opinions(said, heard, truth, tuple(f"event{place % 8}" for place in range(count)))


def plain_fit(known: Opinions) -> RelationBlend:
    return fit_blend(known.rules, known.model, known.truth, np.ones(len(known)))


def numbers(blend: RelationBlend) -> list[float]:
    return [blend.rules, blend.model, *blend.bias.values()]


# The fit.


@pytest.mark.parametrize(
    ("rules", "model", "bias"),
    [(1.0, 0.5, (0.0, 0.0, 0.0)), (0.4, 1.3, (0.8, -0.5, -0.3)), (1.5, 0.0, (0.0, 0.0, 0.0)), (0.0, 1.0, (-1, 0, 1))],
)
def test_known_numbers_are_found_again(rules: float, model: float, bias: tuple[float, ...]) -> None:
    found = plain_fit(simulated(6000, rules, model, bias))
    assert numbers(found) == pytest.approx([rules, model, *bias], abs=0.1)


def test_a_useless_model_counts_for_nothing() -> None:
    known = simulated(3000, 1.0, 0.0, (0, 0, 0))
    assert plain_fit(known).model < 0.08
    for said in ([1 / 3, 1 / 3, 1 / 3], [0.2, 0.1, 0.7]):
        constant = np.tile(np.log(said), (len(known), 1))
        found = fit_blend(known.rules, constant, known.truth, np.ones(len(known)))
        assert found.model == pytest.approx(0, abs=1e-9)


def test_a_model_that_is_always_wrong_is_not_turned_round() -> None:
    known = simulated(500, 1.0, 0.0, (0, 0, 0))
    wrong = log_softmax(-5 * np.eye(3)[known.truth])
    found = fit_blend(known.rules, wrong, known.truth, np.ones(len(known)))
    assert found.model == 0
    assert found.rules > 0.7


def test_a_perfect_model_leads() -> None:
    known = simulated(500, 1.0, 0.0, (0, 0, 0))
    perfect = log_softmax(5 * np.eye(3)[known.truth])
    found = fit_blend(known.rules, perfect, known.truth, np.ones(len(known)))
    assert found.model > 1
    assert found.rules < 1
    guess = blended(found, known.rules, perfect).argmax(1)
    assert (guess == known.truth).all()


def test_with_nothing_to_learn_from_the_rules_stand_alone() -> None:
    empty = np.empty((0, 3))
    assert fit_blend(empty, empty, np.empty(0, np.int64), np.empty(0)) == RelationBlend(
        1.0, 0.0, dict.fromkeys(VERDICTS, 0.0)
    )


@st.composite
def small(draw: st.DrawFn) -> Opinions:
    count = draw(st.integers(1, 30))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    scale = draw(st.sampled_from([0.01, 1.0, 8.0, 100.0]))
    truth = random.integers(0, draw(st.integers(1, 3)), count)
    model = np.maximum(log_softmax(random.normal(0, scale, (count, 3))), np.log(1e-6))
    return Opinions(random.normal(0, scale, (count, 3)), model, truth, ("one",) * count)


def loss(blend: RelationBlend, known: Opinions) -> float:
    """As fitted: the bias is pulled to where it cancels what the model says on average."""
    logs = log_softmax(blended(blend, known.rules, known.model))
    away = np.array(numbers(blend)) - [1, 0, 0, 0, 0]
    away[2:] += blend.model * known.model.mean(0)
    away[2:] -= away[2:].mean()
    return float(-logs[np.arange(len(known)), known.truth].sum() + away @ away / 2)


@given(small(), st.lists(st.floats(-0.5, 0.5), min_size=5, max_size=5))
def test_no_other_blend_loses_less(known: Opinions, moved: list[float]) -> None:
    best = plain_fit(known)
    rules, model, *bias = (value + change for value, change in zip(numbers(best), moved, strict=True))
    other = RelationBlend(max(rules, 0), max(model, 0), dict(zip(VERDICTS, bias, strict=True)))
    assert loss(best, known) <= loss(other, known) + 1e-9


@given(small(), st.randoms(use_true_random=False))
def test_factors_are_not_negative_the_bias_is_centred_and_rows_have_no_order(known: Opinions, random: object) -> None:
    best = plain_fit(known)
    assert min(best.rules, best.model) >= 0
    assert sum(best.bias.values()) == pytest.approx(0, abs=1e-9)
    order = list(range(len(known)))
    random.shuffle(order)
    shuffled = Opinions(known.rules[order], known.model[order], known.truth[order], known.sets)
    assert numbers(plain_fit(shuffled)) == pytest.approx(numbers(best), abs=1e-5)
    assert plain_fit(known) == best


@given(small(), st.integers(2, 4))
def test_a_link_of_weight_two_counts_as_two_links(known: Opinions, times: int) -> None:
    heavy = fit_blend(known.rules, known.model, known.truth, np.full(len(known), float(times)))
    often = [np.concatenate([part] * times) for part in (known.rules, known.model, known.truth)]
    assert numbers(heavy) == pytest.approx(numbers(fit_blend(*often, np.ones(len(often[0])))), abs=1e-5)


def test_the_blend_is_used_as_it_was_fitted() -> None:
    rules = Rules(Settings())
    pair = claim("Nine miners died on Monday."), claim("Four miners died on Monday.", "two")
    given_ = np.array([[0.2, 0.1, 0.3, 0.4], [0.0, 0.0, 1.0, 0.0]])
    blend = RelationBlend(0.8, 1.2, {"agree": 0.3, "differ": -0.1, "conflict": -0.2})
    weighed = rules.weigh(pair)
    said = np.array([[weighed.logits[relation] for relation in VERDICTS]] * 2)
    for row, logits in zip(given_, blended(blend, said, told(given_)), strict=True):
        used = weighed.with_model(row, np.zeros(0), blend).logits
        assert [used[relation] for relation in VERDICTS] == pytest.approx(logits.tolist())


# Rare relations, and what weighing them does.


def lopsided() -> Opinions:
    """Nine in ten agree, as among real articles, and neither rules nor model tell much."""
    return simulated(3000, 0.4, 0.3, (2.0, -0.8, -1.2))


def test_links_weigh_by_how_rare_their_relation_is() -> None:
    truth = np.array([0] * 8 + [1] * 2)
    weight = rarity(truth, 0.5)
    assert weight.mean() == pytest.approx(1)
    assert weight[-1] / weight[0] == pytest.approx(2)
    assert rarity(truth, 0) == pytest.approx(1)


def test_balance_finds_more_of_the_rare_and_costs_calibration() -> None:
    known = lopsided()
    plain, balanced = (quality(crossed(known, power), known.truth) for power in (0.0, 0.6))
    assert balanced.macro_f1 > plain.macro_f1
    assert balanced.calibration_error > plain.calibration_error


def test_balance_is_kept_within_what_is_tolerated() -> None:
    known = lopsided()
    found = best_balance(known)
    assert quality(crossed(known, found), known.truth).calibration_error <= TOLERATED
    assert all(
        quality(crossed(known, higher), known.truth).calibration_error > TOLERATED
        for higher in BALANCES
        if higher > found
    )
    assert best_balance(simulated(3000, 1.0, 0.5, (0, 0, 0))) == BALANCES[0]


# Judged on events that it never saw.


def test_each_event_is_judged_by_a_blend_fitted_without_it() -> None:
    known = simulated(400, 1.0, 0.5, (0.2, 0, -0.2))
    logits = crossed(known, 0.3)
    for name in set(known.sets):
        own = np.array([one == name for one in known.sets])
        blend = fit(known.of(~own), 0.3)
        assert logits[own] == pytest.approx(blended(blend, known.rules[own], known.model[own]))


def test_sets_on_one_event_are_held_out_together() -> None:
    known = simulated(400, 1.0, 0.5, (0, 0, 0))
    sets = tuple(("ferry", "ferry-b", "mine")[place % 3] for place in range(len(known)))
    known = Opinions(known.rules, known.model, known.truth, sets)
    ferry = np.array([name != "mine" for name in sets])
    blend = fit(known.of(~ferry), 0.3)
    assert crossed(known, 0.3)[ferry] == pytest.approx(blended(blend, known.rules[ferry], known.model[ferry]))


@pytest.mark.parametrize(
    ("name", "event"), [("ferry-b", "ferry"), ("ferry", "ferry"), ("10ecb-b", "10ecb"), ("x-ray", "x-ray"), ("-", "-")]
)
def test_a_letter_after_the_name_is_another_set_on_the_event(name: str, event: str) -> None:
    assert story(name) == event


def test_all_are_compared_and_the_calibrated_pair_is_best_where_both_know_something() -> None:
    known = simulated(3000, 0.5, 1.0, (0.5, 0, -0.5))
    found = compared(known, UNCALIBRATED, 0.0)
    assert list(found) == ["rules alone", "model alone", "both, uncalibrated", "both, calibrated"]
    assert min(found, key=lambda name: found[name].log_loss) == "both, calibrated"
    assert found["both, calibrated"].calibration_error < 0.03


def test_quality_by_hand() -> None:
    logits = np.log(np.array([[0.8, 0.1, 0.1], [0.6, 0.3, 0.1], [0.2, 0.2, 0.6]]))
    found = quality(logits, np.array([0, 1, 2]))
    assert found.log_loss == pytest.approx(-np.log([0.8, 0.3, 0.6]).mean())
    assert found.macro_f1 == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert found.calibration_error == pytest.approx((0.2 + abs(0.6 + 0.6 - 1)) / 3)


@pytest.mark.parametrize(
    ("confidences", "rights", "error"),
    [
        ([], [], 0.0),
        ([1.0, 1.0], [True, True], 0.0),
        ([1.0, 1.0], [False, False], 1.0),
        ([0.95, 0.95], [True, False], 0.45),
        ([0.72, 0.78, 0.75, 0.75], [True, True, True, False], 0.0),
        ([0.55, 0.95], [False, True], 0.3),
    ],
)
def test_calibration_error_by_hand(confidences: list[float], rights: list[bool], error: float) -> None:
    assert calibration_error(np.array(confidences), np.array(rights, bool)) == pytest.approx(error)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40))
def test_calibration_error_lies_between_0_and_1_and_has_no_order(judged: list[tuple[float, bool]]) -> None:
    def error(rows: list[tuple[float, bool]]) -> float:
        return calibration_error(np.array([row[0] for row in rows]), np.array([row[1] for row in rows], bool))

    assert 0 <= error(judged) <= 1
    assert error(sorted(judged)) == pytest.approx(error(judged))


# Enough to learn from.


@pytest.mark.parametrize("place", range(3))
def test_too_few_links_of_a_relation(place: int) -> None:
    truth = np.array([0, 1, 2] * FEWEST)
    check_enough(truth, ["mine", "ferry"])
    fewer = truth[np.flatnonzero(truth != place).tolist() + np.flatnonzero(truth == place)[1:].tolist()]
    with pytest.raises(InputError) as caught:
        check_enough(fewer, ["mine", "ferry"])
    assert str(caught.value) == (
        f"9 links of gold with the relation {VERDICTS[place]}; at least 10 of each relation are needed: add gold sets"
    )


def test_one_event_is_not_enough() -> None:
    with pytest.raises(InputError, match=r"all gold sets tell of one event \(mine\); add a set on another event"):
        check_enough(np.array([0, 1, 2] * FEWEST), ["mine", "mine-b"] * 15)


# Gold as the engine reads it.

WIRE = (
    "Ferry sinks off Cape Tarn.\n\nNine bodies were recovered. The ship was built in 1984, and it carried 300 people."
)
STATE = "Four bodies were recovered. The ship was launched in 1984. It had been inspected in spring."


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "state.txt").write_text(STATE, "utf-8")
    quotes = [
        ("Nine bodies were recovered.", "Four bodies were recovered.", "conflict"),
        ("The ship was built in 1984, and it carried 300 people.", "The ship was launched in 1984.", "agree"),
        ("Nine bodies were recovered.", "It had been inspected in spring.", "unsure"),
    ]
    links = [
        {"a": {"article": "wire.txt", "quote": a}, "b": {"article": "state.txt", "quote": b}, "relation": relation}
        for a, b, relation in quotes
    ]
    gold = {"set": "ferry", "articles": ["wire.txt", "state.txt"], "links": links}
    (tmp_path / "gold.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def test_the_closest_claims_stand_for_linked_sentences_and_unsure_is_left_out(ferry: Path) -> None:
    found = judged_pairs(load_set(ferry), FakeEmbedder())
    assert [(pair.left.text, pair.relation) for pair in found] == [
        ("Four bodies were recovered.", "conflict"),
        ("The ship was launched in 1984.", "agree"),
    ]
    assert found[0].right.text == "Nine bodies were recovered."
    assert found[1].right.text.startswith("The ship was built in 1984")


def test_what_rules_and_model_say_of_the_sample_sets(minilm: Embedder) -> None:
    sets = [load_set(folder) for folder in sample_sets()]
    rules, model = Rules(Settings()), FakeRelationModel("conflict")
    found = opinions(sets, minilm, rules, model)
    assert len(found) > 200
    assert set(found.sets) == {gold.name for gold in sets}
    assert len(model.asked) == len(found)
    assert (found.model.argmax(1) == VERDICTS.index("conflict")).all()
    first = rules.weigh(model.asked[0]).logits
    assert found.rules[0].tolist() == [first[relation] for relation in VERDICTS]


def test_a_model_that_gives_no_probabilities(minilm: Embedder) -> None:
    class Broken(FakeRelationModel):
        def relate(self, pairs: list[tuple[Claim, Claim]]) -> Rows:
            return super().relate(pairs)[:-1]

    with pytest.raises(CompareError, match="the relation model gave no usable probabilities"):
        opinions([load_set(folder) for folder in sample_sets()], minilm, Rules(Settings()), Broken())


def test_the_surer_a_model_is_that_it_cannot_tell_the_less_it_adds() -> None:
    def opinion(**likely: float) -> list[float]:
        by_name: dict[Relation, float] = {**dict.fromkeys(RELATIONS, 0.0), **likely}
        return told(np.array([[by_name[relation] for relation in RELATIONS]]))[0].tolist()

    assert opinion(unsure=1.0) == [0, 0, 0]
    assert opinion(agree=0.5, differ=0.25, conflict=0.25) == pytest.approx(np.log([0.5, 0.25, 0.25]))
    assert opinion(agree=0.5, unsure=0.5) == pytest.approx([0.5 * np.log(0.5), 0.5 * np.log(1e-6), 0.5 * np.log(1e-6)])


# The file.

MADE = Calibration(
    "nli@01234567",
    "0.1.0",
    RelationBlend(0.75, 0.5, {"agree": 0.25, "differ": -0.5, "conflict": 0.25}),
    0.3,
    {"ferry": 12, "mine": 30},
    {"rules alone": quality(np.zeros((1, 3)), np.array([0]))},
)


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(MADE.dumps())
    read = load_calibration(tmp_path / "a.json")
    assert (read.model, read.engine, read.blend, read.balance, read.sets) == (
        *(MADE.model, MADE.engine, MADE.blend, MADE.balance),
        MADE.sets,
    )
    assert read.quality["rules alone"].log_loss == pytest.approx(np.log(3), abs=1e-5)
    assert read.dumps() == MADE.dumps()


def test_a_blend_is_for_its_own_model_only() -> None:
    assert MADE.blend_for("nli@01234567") == MADE.blend
    with pytest.raises(SettingsError) as caught:
        MADE.blend_for("nli@89abcdef")
    assert str(caught.value) == (
        "the calibration is for nli@01234567, not for nli@89abcdef (--calibration); "
        "make one for it with compare calibrate"
    )


def edited(**fields: object) -> str:
    return json.dumps({**json.loads(MADE.dumps()), **fields})


BLEND = {"rules": 1, "model": 1, "bias": {"agree": 0, "differ": 0, "conflict": 0}}


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        "12",
        "{}",
        "[" * 100_000,
        edited(format=2),
        edited(model=None),
        edited(blend=None),
        edited(blend={**BLEND, "rules": -1}),
        edited(blend={**BLEND, "model": float("nan")}),
        edited(blend={**BLEND, "model": "much"}),
        edited(blend={**BLEND, "bias": {"agree": 0}}),
        edited(blend={**BLEND, "bias": {"agree": 0, "differ": float("inf"), "conflict": 0}}),
        edited(sets=3),
        edited(quality={"rules alone": {"macro_f1": 1}}),
    ],
)
def test_another_file_is_refused_in_one_line(written: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(written, "utf-8")
    with pytest.raises(InputError, match=r"^this is no calibration: .*a\.json\); make one with compare calibrate$"):
        load_calibration(tmp_path / "a.json")


@pytest.mark.parametrize(("name", "reason"), [("none.json", "no such file"), ("", "is a directory")])
def test_a_file_that_cannot_be_read(name: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"the calibration cannot be read: {reason}"):
        load_calibration(tmp_path / name)
