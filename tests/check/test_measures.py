"""Figures of outcomes made by hand: a worked example, what scikit-learn says of the same items, and intervals."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest

from compare.check.measure import VERDICTS
from compare.check.measures import METRICS, measured
from compare.check.outcome import Item, Kin, Measured, SetOutcome, Told
from compare.model import ASPECTS, RELATIONS, Relation
from tests.check.verdicts import TOLL, item, outcome


def one(wanted: Relation | None, said: Relation | None, **aspects: tuple[str, ...]) -> Item:
    return item(wanted=wanted, said=said, **aspects)


# On paper: 8 links of gold, 7 made by the engine, 5 of them right.
WORKED = (
    one("agree", "agree"),
    one("agree", "agree"),
    one("agree", "differ"),
    one("differ", "differ", wanted_aspects=("certainty",), said_aspects=("certainty", "time")),
    one("differ", None),
    one("conflict", "conflict", wanted_aspects=("quantity", "time"), said_aspects=("quantity",)),
    one("conflict", None),
    one("conflict", None),
    one(None, "agree"),
    one(None, "conflict"),
)
ON_PAPER = {
    "links.precision": (Fraction(5, 7), 7),
    "links.recall": (Fraction(5, 8), 8),
    "links.f1": (Fraction(2 * 5, 7 + 8), 10),
    # Of the five that were found: agree said 2, right 2 of 3; differ said 2, right 1 of 1; conflict 1, right 1 of 1.
    "relations.agree.f1": (Fraction(2 * 2, 2 + 3), 3),
    "relations.differ.f1": (Fraction(2 * 1, 2 + 1), 2),
    "relations.conflict.f1": (Fraction(1), 1),
    "relations.macro_f1": ((Fraction(4, 5) + Fraction(2, 3) + 1) / 3, 5),
    # Of all ten: agree said 3, right 2 of 3; differ said 2, right 1 of 2; conflict said 2, right 1 of 3.
    "end_to_end.macro_f1": ((Fraction(4, 6) + Fraction(2, 4) + Fraction(2, 5)) / 3, 10),
    # Of the two that are found, right and differ: three aspects said, two of them right, of three in gold.
    "aspects.f1": (Fraction(2 * 2, 3 + 3), 2),
    "standing.accuracy": (Fraction(2, 3), 3),
    "origins.accuracy": (Fraction(1, 2), 2),
}


def worked() -> SetOutcome:
    told = tuple(Told(TOLL[0], wanted, "contested") for wanted in ("contested", "contested", "unsure"))
    kin = (Kin("a.txt", "b.txt", True, True), Kin("a.txt", "c.txt", True, False))
    return outcome(*WORKED, told=told, kin=kin)


def test_a_worked_example() -> None:
    found = measured([worked()], seed=1)
    assert tuple(found) == METRICS
    assert {metric: (pytest.approx(float(value)), count) for metric, (value, count) in ON_PAPER.items()} == {
        metric: (figure.value, figure.count) for metric, figure in found.items()
    }


def test_over_two_sets_the_items_of_both_count_once_each() -> None:
    halves = [outcome(*WORKED[:4]), outcome(*WORKED[4:])]
    together, whole = measured(halves, seed=1), measured([outcome(*WORKED)], seed=1)
    assert together == whole


def test_the_order_of_items_does_not_matter() -> None:
    assert measured([outcome(*reversed(WORKED))], seed=1) == measured([outcome(*WORKED)], seed=1)


def test_of_nothing_there_is_nothing_to_measure() -> None:
    assert set(measured([], seed=1).values()) == {Measured(None, None, None, 0)}


def test_where_gold_is_empty_a_link_made_is_wrong_and_nothing_can_be_recalled() -> None:
    found = measured([outcome(one(None, "agree"))], seed=1)
    assert (found["links.precision"].value, found["links.f1"].value) == (0, 0)
    assert found["links.recall"] == found["relations.macro_f1"] == Measured(None, None, None, 0)


def test_unsure_is_a_link_and_never_a_right_relation() -> None:
    found = measured([outcome(one("agree", "unsure"), one("unsure", "unsure"))], seed=1)
    assert found["links.f1"].value == 1
    assert found["relations.macro_f1"].value == 0


def test_aspects_are_not_asked_of_a_wrong_relation_nor_where_gold_has_none() -> None:
    wrong = one("differ", "conflict", wanted_aspects=("time",), said_aspects=("time",))
    silent = one("conflict", "conflict", said_aspects=("time",))
    assert measured([outcome(wrong, silent)], seed=1)["aspects.f1"] == Measured(None, None, None, 0)


def test_an_interval_holds_the_figure_and_is_narrower_with_more_items() -> None:
    few, many = (measured([outcome(*WORKED * times)], seed=1) for times in (1, 40))
    for metric in METRICS[:9]:
        for found in (few[metric], many[metric]):
            assert found.low is not None
            assert found.low <= found.value <= found.high
    few_f1, many_f1 = few["links.f1"], many["links.f1"]
    assert many_f1.high - many_f1.low < (few_f1.high - few_f1.low) / 4


def test_the_interval_is_that_of_a_plain_bootstrap() -> None:
    items = WORKED * 10
    right = np.array([bool(a.said and a.wanted) for a in items])
    ends = np.array([bool(a.said) for a in items]) * 1 + np.array([bool(a.wanted) for a in items]) * 1
    drawn = np.random.default_rng(5).integers(len(items), size=(4000, len(items)))
    low, high = np.percentile(2 * right[drawn].sum(1) / ends[drawn].sum(1), [2.5, 97.5])
    found = measured([outcome(*items)], seed=2)["links.f1"]
    assert (found.low, found.high) == (pytest.approx(low, abs=0.02), pytest.approx(high, abs=0.02))


def test_the_same_seed_gives_the_same_interval() -> None:
    assert measured([worked()]) == measured([worked()])
    many = outcome(*WORKED * 40)
    assert measured([many], seed=1)["links.f1"] != measured([many], seed=2)["links.f1"]


@pytest.mark.parametrize("seed", range(5))
def test_figures_are_those_of_scikit_learn(seed: int) -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed (extra: train)")
    items = drawn_items(seed)
    found = {metric: figure.value for metric, figure in measured([outcome(*items)]).items()}
    linked = [(one.wanted is not None, one.said is not None) for one in items]
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(*zip(*linked, strict=True), average="binary")
    assert [found[f"links.{name}"] for name in ("precision", "recall", "f1")] == pytest.approx([precision, recall, f1])
    both = [(one.wanted, one.said) for one in items if one.wanted and one.said]
    by_relation = metrics.f1_score(*zip(*both, strict=True), labels=list(VERDICTS), average=None, zero_division=0)
    assert [found[f"relations.{name}.f1"] for name in VERDICTS] == pytest.approx(list(by_relation))
    assert found["relations.macro_f1"] == pytest.approx(np.mean(by_relation))
    every = [(one.wanted or "unsure", one.said or "unsure") for one in items]
    macro = metrics.f1_score(*zip(*every, strict=True), labels=list(VERDICTS), average="macro", zero_division=0)
    assert found["end_to_end.macro_f1"] == pytest.approx(macro)
    assert found["aspects.f1"] == pytest.approx(aspects_by(metrics, items))


def drawn_items(seed: int) -> list[Item]:
    draw = random.Random(seed)
    ends = [(wanted, said) for wanted in (None, *RELATIONS) for said in (None, *RELATIONS) if wanted or said]
    return [
        one(
            *draw.choice(ends),
            wanted_aspects=tuple(draw.sample(ASPECTS, draw.randrange(3))),
            said_aspects=tuple(draw.sample(ASPECTS, draw.randrange(3))),
        )
        for _ in range(200)
    ]


def aspects_by(metrics: object, items: list[Item]) -> float:
    known = [a for a in items if a.wanted == a.said and a.said in ("differ", "conflict") and a.wanted_aspects]
    truth, guess = (
        [[aspect in getattr(a, side) for aspect in ASPECTS] for a in known]
        for side in ("wanted_aspects", "said_aspects")
    )
    return metrics.f1_score(truth, guess, average="micro")
