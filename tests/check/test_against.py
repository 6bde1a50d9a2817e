"""Better, worse or not to be told apart: small sets whose differences can be counted, and large ones that are drawn."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from compare.check.against import FEWEST, Against, against, of_baseline
from compare.check.baseline import load_baseline, write_baseline
from compare.check.goldset import Passage
from compare.check.measures import METRICS, measured
from compare.check.outcome import Item, Kin, SetOutcome, Told
from compare.model import Relation
from tests.check.verdicts import CI, STATE, WIRE, item, outcome


def pair(number: int, wanted: Relation | None = "agree", said: Relation | None = "agree", **fields: object) -> Item:
    ends = Passage("a.txt", f"One {number}."), Passage("b.txt", f"Two {number}.")
    return item(ends, key=f"{number}", wanted=wanted, said=said, **fields)


def ferry(*items: Item, **fields: object) -> SetOutcome:
    return outcome(*items, **fields)


def linked(rights: int, of: int = 100, extra: int = 0) -> SetOutcome:
    """A set with so many links in gold, of which so many are found, and so many that gold does not have."""
    gold = [pair(number, said="agree" if number < rights else None) for number in range(of)]
    return ferry(*gold, *(pair(of + number, wanted=None) for number in range(extra)))


def f1(found: Against) -> object:
    return found.overall["links.f1"]


def test_the_figures_are_those_that_are_measured_of_each() -> None:
    ours = ferry(pair(1), pair(2, "conflict", "differ"), pair(3, "conflict", None), pair(4, None, "agree"))
    theirs = ferry(pair(1), pair(2, "conflict", "conflict"), pair(3, "conflict", "agree"))
    found = against([ours], [theirs])
    mine, other = measured([ours]), measured([ferry(*theirs.items)])
    for metric, one in found.overall.items():
        assert one.ours == pytest.approx(mine[metric].value)
        assert one.theirs == pytest.approx(other[metric].value)
        assert one.value == pytest.approx(mine[metric].value - other[metric].value)
    assert list(found.overall) == [metric for metric in METRICS if metric in found.overall]
    assert found.sets == (("ferry", found.overall),)


def test_an_engine_is_not_to_be_told_from_itself() -> None:
    found = against([linked(70, extra=20)], [linked(70, extra=20)])
    for one in found.overall.values():
        assert (one.value, one.low, one.high, one.changed) == (0, 0, 0, 0)
        assert one.verdict == "not to be told apart"


def test_what_is_plainly_better_is_called_better_and_the_other_way_round_worse() -> None:
    good, bad = linked(90), linked(60)
    better, worse = against([good], [bad]).overall["links.recall"], against([bad], [good]).overall["links.recall"]
    assert (better.verdict, worse.verdict) == ("better", "worse")
    assert better.value == pytest.approx(0.3)
    assert 0.2 < better.low < 0.3 < better.high < 0.4
    assert worse.changed == better.changed == 30
    assert worse.value == -better.value


def test_gains_and_losses_that_cancel_are_not_to_be_told_apart() -> None:
    ours = ferry(*(pair(number, said="agree" if number % 2 else None) for number in range(40)))
    theirs = ferry(*(pair(number, said=None if number % 2 else "agree") for number in range(40)))
    one = against([ours], [theirs]).overall["links.f1"]
    assert one.value == 0
    assert one.low < 0 < one.high
    assert one.changed == 40
    assert one.verdict == "not to be told apart"


@pytest.mark.parametrize(
    ("changed", "verdict"), [(FEWEST - 1, "not to be told apart"), (FEWEST, "better"), (FEWEST + 4, "better")]
)
def test_a_few_items_tell_nothing_even_where_all_of_them_are_better(changed: int, verdict: str) -> None:
    assert against([linked(20, of=20)], [linked(20 - changed, of=20)]).overall["links.f1"].verdict == verdict


def test_pairing_sees_what_two_separate_intervals_would_not() -> None:
    """The intervals of both overlap widely, and yet every change is for the better."""
    ours, theirs = linked(60, of=100), linked(52, of=100)
    mine, other = measured([ours])["links.f1"], measured([theirs])["links.f1"]
    assert mine.low is not None
    assert other.high is not None
    assert mine.low < other.high
    assert against([ours], [theirs]).overall["links.f1"].verdict == "better"


def test_a_difference_of_chance_is_seldom_called_one() -> None:
    """Two engines that are equally good by construction: about one in twenty may seem to differ."""
    random = np.random.default_rng(7)
    called = 0
    for seed in range(60):
        two = [
            ferry(*(pair(n, said="agree" if hit else None) for n, hit in enumerate(drawn)))
            for drawn in random.random((2, 80)) < 0.7
        ]
        called += against(two[:1], two[1:], seed).overall["links.recall"].verdict != "not to be told apart"
    assert called <= 8


def test_the_interval_is_that_of_a_bootstrap_written_out() -> None:
    random = np.random.default_rng(3)
    hits = random.random((2, 60)) < [[0.8], [0.5]]
    ours, theirs = (ferry(*(pair(n, said="agree" if hit else None) for n, hit in enumerate(row))) for row in hits)
    one = against([ours], [theirs]).overall["links.recall"]
    drawn = random.integers(60, size=(20_000, 60))
    apart = hits[0][drawn].mean(1) - hits[1][drawn].mean(1)
    assert [one.low, one.high] == pytest.approx(np.percentile(apart, [2.5, 97.5]), abs=0.04)


def test_the_same_seed_gives_the_same_intervals_whatever_the_order() -> None:
    ours, theirs = linked(70, extra=5), linked(60, extra=9)
    turned = dataclasses.replace(ours, items=ours.items[::-1]), dataclasses.replace(theirs, items=theirs.items[::-1])
    assert against([ours], [theirs], 5).overall == against([turned[0]], [turned[1]], 5).overall


# Which items are compared.


def test_a_link_that_only_one_engine_made_counts_for_both() -> None:
    ours, theirs = ferry(pair(1), pair(2, None, "agree")), ferry(pair(1), pair(3, None, "conflict"))
    one = against([ours], [theirs]).overall["links.precision"]
    assert (one.ours, one.theirs, one.changed) == (0.5, 0.5, 2)


def test_gold_is_what_it_is_now() -> None:
    """Theirs was judged by a gold that had no second link and called the first a conflict."""
    ours = ferry(pair(1, "agree", "agree"), pair(2, "agree", "agree"))
    theirs = ferry(pair(1, "conflict", "agree"), pair(2, None, "agree"), pair(3, "agree", "agree"))
    found = against([ours], [theirs]).overall
    assert found["relations.macro_f1"].value == 0
    assert (found["links.precision"].ours, found["links.precision"].theirs) == (1, pytest.approx(2 / 3))
    assert found["links.recall"].theirs == 1


def test_sets_are_found_by_folder_and_else_by_name() -> None:
    def at(place: str, rights: int) -> SetOutcome:
        return dataclasses.replace(linked(rights, of=10), folder=Path(place), name=Path(place).name)

    found = against(
        [at("a/ferry", 1), at("b/ferry", 2), at("a/tram", 3), at("a/new", 4)],
        [at("b/ferry", 8), at("a/ferry", 9), at("elsewhere/tram", 7), at("a/old", 6)],
    )
    told = [
        (name, round(one["links.recall"].ours * 10), round(one["links.recall"].theirs * 10)) for name, one in found.sets
    ]
    assert told == [("ferry", 1, 9), ("ferry", 2, 8), ("tram", 3, 7)]
    assert found.alone == ("new", "old")
    assert found.overall["links.recall"].ours == pytest.approx(0.2)


def test_with_no_set_in_common_there_is_nothing_to_say() -> None:
    found = against([], [linked(3)])
    assert (found.sets, dict(found.overall), found.alone) == ((), {}, ("ferry",))


def test_sets_without_any_item_have_no_figures() -> None:
    assert against([ferry()], [ferry()]).sets == (("ferry", {}),)


def standing(*rights: bool) -> tuple[Told, ...]:
    return tuple(
        Told(Passage("a.txt", f"One {number}."), "contested", "contested" if right else "single source")
        for number, right in enumerate(rights)
    )


def test_standing_and_origins_are_compared_where_both_have_them() -> None:
    kin = Kin("a.txt", "b.txt", wanted=True, said=True)
    ours = ferry(told=standing(*[True] * 20), kin=(kin,))
    theirs = ferry(told=standing(*[True, False] * 8), kin=(Kin("b.txt", "a.txt", wanted=True, said=False),))
    found = against([ours], [theirs]).overall
    assert (found["standing.accuracy"].ours, found["standing.accuracy"].theirs) == (1, 0.5)
    assert (found["standing.accuracy"].changed, found["standing.accuracy"].verdict) == (8, "better")
    assert found["origins.accuracy"].value == 1
    assert found["origins.accuracy"].verdict == "not to be told apart"
    assert not against([ours], [ferry()]).overall


def test_aspects_are_compared_where_both_tell_them() -> None:
    def said(*aspects: str) -> SetOutcome:
        return ferry(pair(1, "conflict", "conflict", wanted_aspects=("time",), said_aspects=aspects))

    assert against([said("time")], [said("place")]).overall["aspects.f1"].value == 1
    assert "aspects.f1" not in against([said("time")], [said()]).overall


# The baseline.


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in CI:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "state.txt").write_text(STATE, "utf-8")
    return tmp_path


def accepted(outcome: SetOutcome) -> SetOutcome:
    """What the baseline of these remembers of them."""
    write_baseline(outcome)
    baseline = load_baseline(outcome.folder)
    assert baseline
    return of_baseline(outcome, baseline)


def test_a_baseline_is_as_good_as_what_was_accepted(folder: Path) -> None:
    made = ferry(item(), folder=folder)
    assert {one.value for one in against([made], [accepted(made)]).overall.values()} == {0.0}


def test_what_was_lost_since_the_baseline_is_worse(folder: Path) -> None:
    accepted(ferry(item(), folder=folder))
    now = ferry(item(said=None), folder=folder)
    baseline = load_baseline(folder)
    assert baseline
    found = against([now], [of_baseline(now, baseline)]).overall["links.recall"]
    assert (found.ours, found.theirs, found.changed) == (0, 1, 1)


def test_a_wrong_link_that_is_made_no_more_counts_against_the_baseline(folder: Path) -> None:
    accepted(ferry(item(wanted=None), folder=folder))
    baseline = load_baseline(folder)
    assert baseline
    now = ferry(folder=folder)
    assert [(one.wanted, one.said) for one in of_baseline(now, baseline).items] == [(None, "conflict")]
    (folder / "state.txt").write_text("Nothing is known.\n", "utf-8")
    assert of_baseline(now, baseline).items == ()
