"""Thresholds chosen on gold: what they do is what the engine does, and what is proposed holds on sets held out."""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from compare import compare_articles
from compare.backends.pair_reader import Reading
from compare.check import tuning as module
from compare.check.engine import Engine
from compare.check.goldlinks import read_gold
from compare.check.goldset import GoldSet, load_set
from compare.check.judging import judge_set
from compare.check.measures import measured, tally
from compare.check.settings_file import load_fitting
from compare.check.sheets import CODES, LOOSE, Sheet, Thresholds, rejudged, sheet
from compare.check.tuning import LINK, RELATION, Tuning, _Search, tune
from compare.check.tuning_table import as_text, dumps
from compare.errors import CompareError, InputError
from compare.model import Comparison, Group, Link, Overall, Relation, Scores
from compare.settings import Settings
from tests.conftest import SAMPLES
from tests.fakes import FakeEmbedder

NOW = Thresholds(0.33, 0.4, 0.2, 0.2)
POINTS = [Thresholds(*one) for one in product((0.12, 0.4), (0.0, 0.5), (0.1, 0.35), (0.0, 0.3))]
SETTINGS = {"likeness alone": dataclasses.replace(Settings(), reread_weights=None), "pairs read": Settings()}


class MadeUp:
    """Reads pairs as a hash would have it, for two alike: all probabilities come up."""

    name = "made-up"

    def read(self, pairs: Sequence[tuple[str, str]]) -> Reading:
        rows = [np.random.default_rng(zlib.crc32(repr(sorted(pair)).encode())).normal(0, 2, 13) for pair in pairs]
        table = np.array(rows, np.float32).reshape(len(pairs), 13)
        return Reading(table[:, 0] + 1, table[:, 1:4], table[:, 4:])


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return load_set(SAMPLES / "direct-talks")


@pytest.fixture(scope="module", params=SETTINGS)
def settings(request: pytest.FixtureRequest) -> Settings:
    return SETTINGS[request.param]


Compared = Callable[[Thresholds], Comparison]


@pytest.fixture(scope="module")
def compared(gold: GoldSet, settings: Settings) -> Iterator[Compared]:
    """The real engine with made-up models."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("compare.backends.reader.bundled", MadeUp)
        yield lambda thresholds: compare_articles(
            gold.paths, embedder=FakeEmbedder(), relation_model="rules", settings=thresholds.put(settings)
        )


@pytest.fixture(scope="module")
def loose(compared: Compared) -> Comparison:
    return compared(LOOSE)


# What thresholds do.


def test_thresholds_are_put_where_they_were_found(settings: Settings) -> None:
    assert Thresholds.of(settings).put(settings) == settings
    assert Thresholds.of(POINTS[3].put(settings)) == POINTS[3]


@pytest.mark.parametrize("thresholds", POINTS[::5], ids=str)
def test_what_they_leave_is_what_the_engine_finds_with_them(
    thresholds: Thresholds, loose: Comparison, compared: Compared
) -> None:
    assert rejudged(loose, thresholds).links == compared(thresholds).links


def test_they_matter(loose: Comparison) -> None:
    told = [[(link.id, link.relation) for link in rejudged(loose, point).links] for point in POINTS]
    assert len({tuple(one) for one in told}) > 4
    assert len(loose.links) > len(told[-1]) > 0


@pytest.mark.parametrize("thresholds", POINTS, ids=str)
def test_the_counts_are_those_of_a_set_that_is_judged(thresholds: Thresholds, gold: GoldSet, loose: Comparison) -> None:
    items = judge_set(gold, rejudged(loose, thresholds)).items
    wanted = np.array([tally(item) for item in items]).sum(axis=0)
    assert (sheet(gold, loose).counts([NOW, thresholds])[1, :7] == wanted[:7]).all()


def test_a_comparison_without_links_counts_what_gold_wants(gold: GoldSet, loose: Comparison) -> None:
    (counts,) = sheet(gold, dataclasses.replace(loose, links=())).counts([NOW])
    assert counts[0].tolist() == [0, 0, len(gold.links)]
    assert counts[4:7, 2].sum() == len(gold.links)


def test_two_articles_without_gold_count_what_was_found(gold: GoldSet, loose: Comparison) -> None:
    (counts,) = sheet(dataclasses.replace(gold, links=()), loose).counts([LOOSE])
    assert counts[0, 0] == counts[0, 2] == 0
    assert counts[0, 1] > 0


# The search, on sheets made by hand: a link is (probability, confidence, relation said, relation in gold or None).

Row = tuple[float, float, Relation, Relation | None]


def a_sheet(*rows: Row) -> Sheet:
    """One pair of sentences a link."""
    in_gold = [place for place, row in enumerate(rows) if row[3]]
    return Sheet(
        probability=np.array([row[0] for row in rows]),
        confidence=np.array([row[1] for row in rows]),
        relation=np.array([CODES.index(row[2]) for row in rows]),
        starts=np.arange(len(rows)),
        gold=np.array(in_gold, np.int64).reshape(-1, 1),
        truth=np.array([CODES.index(row[3]) for row in rows if row[3]], np.int64),
        extra=np.array([place for place, row in enumerate(rows) if not row[3]], np.int64),
    )


def best(*sheets: Sheet, now: Thresholds = NOW) -> Thresholds:
    return _Search(sheets, now).best(np.ones(len(sheets), bool))


def test_a_link_threshold_that_parts_right_from_wrong_is_found() -> None:
    found = best(a_sheet(*[(0.52, 0.9, "agree", "agree")] * 5, *[(0.47, 0.9, "agree", None)] * 5))
    assert 0.47 < found.link <= 0.52


def test_of_equally_good_ones_the_nearest_to_what_there_is_is_chosen() -> None:
    rows = [(0.7, 0.9, "agree", "agree")] * 3, [(0.12, 0.9, "agree", None)] * 3
    assert best(a_sheet(*rows[0], *rows[1])) == NOW
    assert best(a_sheet(*rows[0], *rows[1]), now=dataclasses.replace(NOW, link=0.72)).link == pytest.approx(0.7)


def test_doubtful_relations_are_let_go_where_they_are_wrong() -> None:
    """Of the surer half all are right; of the other all are wrong, and none is a better verdict than a wrong one."""
    right = [(0.9, 0.9, one, one) for one in ("agree", "differ", "conflict")]
    wrong = [(0.9, 0.5, "conflict", "agree"), (0.9, 0.5, "agree", "differ"), (0.9, 0.5, "differ", "conflict")]
    found = best(a_sheet(*right, *wrong))
    (counts,) = a_sheet(*right, *wrong).counts([found])
    assert counts[4:7].tolist() == [[1, 1, 2]] * 3
    assert found.verdict > 0.5 or (found.firm > 0.45 and found.shade > 0.45)


def test_what_an_unchosen_set_holds_plays_no_part() -> None:
    chosen, other = a_sheet((0.4, 0.9, "agree", "agree")), a_sheet(*[(0.4, 0.9, "agree", None)] * 50)
    search = _Search([chosen, other], NOW)
    assert search.best(np.array([True, False])) == NOW
    assert search.best(np.array([True, True])) == NOW
    parted = a_sheet((0.4, 0.9, "agree", None), (0.6, 0.9, "agree", "agree"))
    search = _Search([chosen, parted], NOW)
    assert search.best(np.array([True, False])) == NOW
    assert search.best(np.array([False, True])).link == pytest.approx(0.42)


# The whole, on sets on disk whose links are made by hand.


def a_set(folder: Path, name: str, rows: int) -> GoldSet:
    """Two articles of so many sentences; the first two thirds of them are linked in gold."""
    here = folder / name
    here.mkdir(parents=True)
    texts = {
        label: "\n".join(f"The {label} of {name} saw ship number {row} on Monday." for row in range(rows)) + "\n"
        for label in ("wire", "state")
    }
    for label, text in texts.items():
        (here / f"{label}.txt").write_text(text)
    quoted = [[text.splitlines()[row] for text in texts.values()] for row in range(rows * 2 // 3)]
    links = [
        {"a": {"article": "wire.txt", "quote": a}, "b": {"article": "state.txt", "quote": b}, "relation": "agree"}
        for a, b in quoted
    ]
    (here / "gold.json").write_text(json.dumps({"set": name, "articles": ["wire.txt", "state.txt"], "links": links}))
    (here / "set.toml").write_text('title = "Ships"\nlicence = "CC0"\nlabelled = "By hand."\nlanguage = "en"\n')
    load_fitting(load_set(here))
    return load_set(here)


def made(gold: GoldSet, probabilities: Sequence[float]) -> Comparison:
    """Its sentences, linked one by one with these probabilities."""
    articles, claims = read_gold(gold)
    sides = [[claim for claim in claims if claim.article == article.id] for article in articles]
    links = [
        Link(f"l{left.id}", left.id, right.id, 0.5, chance, "agree", 0.9)
        for left, right, chance in zip(*sides, probabilities, strict=True)
    ]
    groups = tuple(Group(f"g{claim.id}", (claim.id,), "single source", 1, ()) for claim in claims)
    overall = Overall(2, 2, len(claims), len(groups), 0, 0, 0, len(groups), 0)
    return Comparison({}, tuple(articles), tuple(claims), tuple(links), groups, (), Scores((), overall))


ROWS = 18


def tuned(
    folder: Path, monkeypatch: pytest.MonkeyPatch, chances: Callable[[int], Sequence[float]], *names: str
) -> tuple[Tuning, list[Engine]]:
    sets = [a_set(folder, name, ROWS) for name in names]
    engines: list[Engine] = []

    def runs(
        wanted: Sequence[GoldSet], engine: Engine, jobs: int | None
    ) -> Iterator[tuple[GoldSet, Comparison, float]]:
        engines.append(engine)
        yield from ((gold, made(gold, chances(place)), 1.0) for place, gold in enumerate(wanted))

    monkeypatch.setattr(module, "run_sets", runs)
    return tune(sets, Engine()), engines


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tuning, list[Engine]]:
    """In every set what is wrong is as likely as 0.5 and what is right as 0.7."""
    chances = [0.7] * (ROWS * 2 // 3) + [0.5] * (ROWS // 3)
    with pytest.MonkeyPatch.context() as patch:
        return tuned(tmp_path_factory.mktemp("plain"), patch, lambda place: chances, "one", "two", "two-b", "three")


def test_what_serves_every_set_is_proposed_and_worth_it(plain: tuple[Tuning, list[Engine]]) -> None:
    found, _ = plain
    assert 0.5 < found.proposed.link <= 0.7
    assert found.now == Thresholds.of(Settings())
    figures = found.held_out.overall
    assert figures[LINK].ours == 1
    assert figures[LINK].theirs == pytest.approx(0.8)
    assert figures[LINK].verdict == "better"
    assert found.worth_it
    assert found.sets == ("one", "two", "two-b", "three")


def test_the_engine_is_asked_once_for_everything(plain: tuple[Tuning, list[Engine]]) -> None:
    (engine,) = plain[1]
    assert Thresholds.of(engine.settings) == LOOSE


def test_all_sets_of_an_event_are_held_out_together(plain: tuple[Tuning, list[Engine]]) -> None:
    assert len(plain[0].without) == 3
    folds = list(module._folds(["one", "two", "two-b", "three"]))
    assert [held.tolist() for held in folds] == [
        [True, False, False, False],
        [False, False, False, True],
        [False, True, True, False],
    ]
    many = list(module._folds([f"event{place}" for place in range(25)]))
    assert len(many) == module.FOLDS
    assert (np.sum(many, axis=0) == 1).all()


def test_what_serves_one_event_and_harms_the_others_is_not_worth_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each set would have another threshold, so that what is chosen on two of them is wrong for the third."""
    right, wrong = ROWS * 2 // 3, ROWS // 3
    kinds = ([0.20] * right + [0.12] * wrong, [0.7] * right + [0.6] * wrong, [0.45] * right + [0.34] * wrong)
    found, _ = tuned(tmp_path, monkeypatch, lambda place: kinds[place], "one", "two", "three")
    assert not found.worth_it


def test_figures_held_out_are_those_of_thresholds_chosen_without_the_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One set alone asks for a high threshold: the two others do not let it have one."""
    right, wrong = ROWS * 2 // 3, ROWS // 3
    low, high = [0.35] * right + [0.2] * wrong, [0.8] * right + [0.6] * wrong
    found, _ = tuned(tmp_path, monkeypatch, lambda place: (low, low, high)[place], "one", "two", "three")
    by_set = dict(found.held_out.sets)
    assert by_set["three"][LINK].ours == by_set["three"][LINK].theirs == pytest.approx(0.8)


def test_thresholds_that_cannot_be_bettered_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chances = [0.7] * (ROWS * 2 // 3) + [0.2] * (ROWS // 3)
    found, _ = tuned(tmp_path, monkeypatch, lambda place: chances, "one", "two")
    assert found.proposed == found.now
    assert set(found.without) == {found.now}
    assert not found.worth_it
    assert found.held_out.overall[RELATION].value == 0
    assert "Nothing to change" in as_text(found)


# What it says.


def test_the_table_shows_every_threshold_and_what_to_do(plain: tuple[Tuning, list[Engine]]) -> None:
    text = as_text(plain[0])
    row = next(line for line in text.splitlines() if line.startswith("link threshold")).split()
    assert float(row[2]) == round(plain[0].now.link, 2)
    assert float(row[3]) == round(plain[0].proposed.link, 2)
    for name in ("verdict_threshold", "firm_threshold", "shade_threshold", "links.f1"):
        assert name in text
    assert text.endswith("Worth a change: sets that had no part in the choice are served better.\n")


def test_the_file_holds_what_the_table_shows(plain: tuple[Tuning, list[Engine]]) -> None:
    held = json.loads(dumps(plain[0]))
    assert held["proposed"]["link"] == plain[0].proposed.link
    assert held["worth_it"] is True
    assert held["held_out"]["overall"][LINK]["verdict"] == "better"


# What cannot be tuned on.


def test_sets_of_one_event_are_too_few(tmp_path: Path) -> None:
    sets = [a_set(tmp_path, name, 3) for name in ("ferry", "ferry-b")]
    with pytest.raises(InputError, match="one event"):
        tune(sets)


def test_gold_without_links_is_nothing_to_tune_on(tmp_path: Path) -> None:
    sets = [dataclasses.replace(a_set(tmp_path, name, 3), links=()) for name in ("ferry", "tram")]
    with pytest.raises(InputError, match="no set has a link"):
        tune(sets)
    with pytest.raises(InputError, match="no set has a link"):
        tune([])


def test_a_set_that_cannot_be_compared_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sets = [a_set(tmp_path, name, 3) for name in ("ferry", "tram")]
    broken = CompareError("no claims found", "ferry", "give prose")
    monkeypatch.setattr(module, "run_sets", lambda wanted, engine, jobs: iter([(wanted[0], broken, 0.0)]))
    with pytest.raises(CompareError, match="no claims found"):
        tune(sets)


def test_figures_of_the_proposal_are_those_of_the_engine_as_it_would_be(plain: tuple[Tuning, list[Engine]]) -> None:
    """With one row a pair of sentences, precision and recall can be counted by hand: all of both."""
    one = dict(plain[0].held_out.sets)["one"]
    assert (one["links.precision"].ours, one["links.recall"].ours) == (1, 1)
    assert one["links.precision"].theirs == pytest.approx(12 / 18)
    assert measured([])[LINK].value is None
