"""Sets on disk, an engine without weights, and the verdict: each thing that can go wrong, and what it costs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from compare.check.checking import Options, check_sets, find_folders
from compare.check.outcome import CheckVerdict, SetVerdict, Threshold
from compare.errors import CompareError
from tests.check import ferries
from tests.check.ferries import ABOUT, AGE, ENGINE, FOUR, HELP, NINE, TOLL
from tests.check.verdicts import CI

WITHOUT_TOLL = ferries.WIRE.replace(f"{NINE} ", "")
PLAINLY = Options(ENGINE, jobs=1, cache=False)


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CI:
        monkeypatch.delenv(name, raising=False)


def checked(*folders: Path, **options: object) -> CheckVerdict:
    return check_sets(folders, replace(PLAINLY, **options))


def accepted(folder: Path) -> Path:
    assert checked(folder, accept=True).exit_code == 0
    return folder


def only(verdict: CheckVerdict) -> SetVerdict:
    (one,) = verdict.sets
    return one


def words(verdict: CheckVerdict) -> list[str]:
    return [change.words for change in only(verdict).changes]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A set whose baseline is accepted."""
    return accepted(ferries.write(tmp_path / "ferry"))


def test_what_is_as_accepted_passes(ferry: Path) -> None:
    verdict = checked(ferry)
    assert (verdict.exit_code, only(verdict).changes) == (0, ())
    assert verdict.measured["links.f1"].value == 1


def test_a_missing_baseline_fails_and_says_what_to_do(tmp_path: Path) -> None:
    folder = ferries.write(tmp_path / "ferry")
    verdict = checked(folder)
    assert verdict.exit_code == 1
    assert [change.kind for change in only(verdict).changes] == ["missing baseline"]
    assert words(verdict)[0].endswith(f"accept it with `compare check --accept {folder}`")
    assert not (folder / "baseline.json").exists()


def test_accepting_tells_what_was_accepted(ferry: Path) -> None:
    assert only(checked(ferry, accept=True)).accepted == ()
    ferries.write(ferry, AGE, wire=WITHOUT_TOLL)
    verdict = checked(ferry, accept=True)
    assert (verdict.exit_code, only(verdict).changes) == (0, ())
    assert "obsolete" in [change.kind for change in only(verdict).accepted or ()]
    assert checked(ferry).exit_code == 0


def test_accepting_is_refused_where_nobody_looks(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (ferry / "baseline.json").read_bytes()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(CompareError, match="a baseline is not accepted where CI is set"):
        checked(ferry, accept=True)
    assert (ferry / "baseline.json").read_bytes() == before
    assert checked(ferry).exit_code == 0


def test_a_lost_link_fails(ferry: Path) -> None:
    baseline = json.loads((ferry / "baseline.json").read_text("utf-8"))
    gold_only = ferries.write(ferry, TOLL, AGE, HELP)
    assert [change.kind for change in only(checked(gold_only)).changes] == ["new"]
    accepted(gold_only)
    path = ferry / "baseline.json"
    held = json.loads(path.read_text("utf-8"))
    assert len(held["items"]) == len(baseline["items"]) + 1
    for entry in held["items"]:
        entry["relation"] = entry["relation"] or "differ"
    path.write_text(json.dumps(held), "utf-8")
    verdict = checked(ferry)
    assert verdict.exit_code == 1
    assert words(verdict)[0].startswith("no longer linked (was differ, gold says differ): ")
    assert "Divers will return" in words(verdict)[0]


def test_a_changed_relation_fails(ferry: Path) -> None:
    path = ferry / "baseline.json"
    path.write_text(path.read_text("utf-8").replace('"conflict"', '"agree"'), "utf-8")
    verdict = checked(ferry)
    assert verdict.exit_code == 1
    (told,) = words(verdict)
    assert told.startswith("changed from agree to conflict (as gold says): ")
    assert f"“{NINE}”" in told
    assert f"“{FOUR}”" in told


def test_an_obsolete_item_fails(ferry: Path) -> None:
    ferries.write(ferry, AGE, wire=WITHOUT_TOLL)
    verdict = checked(ferry)
    assert verdict.exit_code == 1
    (told,) = [change.words for change in only(verdict).changes if change.kind == "obsolete"]
    assert told.startswith("in the baseline, but wire.txt no longer has the sentence: ")


def test_changes_may_be_made_a_warning(ferry: Path) -> None:
    path = ferry / "baseline.json"
    path.write_text(path.read_text("utf-8").replace('"conflict"', '"agree"'), "utf-8")
    (ferry / "set.toml").write_text(ABOUT + 'changes = "warn"', "utf-8")
    verdict = checked(ferry)
    assert verdict.exit_code == 0
    assert [change.severity for change in only(verdict).changes] == ["warn"]


def test_a_figure_below_its_threshold_fails_and_a_warning_does_not(tmp_path: Path) -> None:
    asked = ABOUT + '[thresholds]\n"links.f1" = 0.9\n"links.precision" = 1\n'
    folder = accepted_though_below(ferries.write(tmp_path / "ferry", TOLL, AGE, HELP, about=asked))
    verdict = checked(folder)
    assert verdict.exit_code == 1
    (short,) = only(verdict).shortfalls
    assert (short.threshold.metric, short.measured.value) == ("links.f1", pytest.approx(0.8))
    assert len(only(verdict).thresholds) == 2
    warned = asked.replace("0.9", '{least = 0.9, severity = "warn"}')
    (folder / "set.toml").write_text(warned, "utf-8")
    assert checked(folder).exit_code == 0


def accepted_though_below(folder: Path) -> Path:
    assert checked(folder, accept=True).exit_code == 1
    return folder


def test_what_cannot_be_measured_falls_short(ferry: Path) -> None:
    (ferry / "set.toml").write_text(ABOUT + '[thresholds]\n"origins.accuracy" = 0.1\n', "utf-8")
    verdict = checked(ferry)
    assert verdict.exit_code == 1
    assert only(verdict).shortfalls[0].measured.value is None


def test_a_threshold_over_all_sets_fails_though_each_passes(ferry: Path) -> None:
    asked = Threshold("aspects.f1", 0.5, "error", "pyproject.toml"), Threshold("links.f1", 1, "error", "pyproject.toml")
    assert checked(ferry, thresholds=asked).exit_code == 0
    accepted(ferries.write(ferry.parent / "other", TOLL, AGE, HELP))
    verdict = checked(ferry, ferry.parent / "other", thresholds=asked)
    assert [one.failed for one in verdict.sets] == [False, False]
    assert verdict.exit_code == 1
    assert [one.threshold.metric for one in verdict.shortfalls] == ["links.f1"]
    assert verdict.measured["links.recall"].value == pytest.approx(4 / 5)


def test_a_gold_without_links_fails_and_says_what_to_do(tmp_path: Path) -> None:
    folder = ferries.without_gold(tmp_path / "ferry")
    for accept in (False, True):
        verdict = checked(folder, accept=accept)
        assert verdict.exit_code == 1
        assert [change.kind for change in only(verdict).changes] == ["empty gold"]
        assert "mark the links by docs/annotation.md, or say empty = true in set.toml" in words(verdict)[0]
    assert not (folder / "baseline.json").exists()


def test_a_gold_that_is_empty_on_purpose_is_held_to_its_baseline(tmp_path: Path) -> None:
    folder = ferries.without_gold(tmp_path / "ferry", ABOUT + "empty = true")
    assert [change.kind for change in only(checked(folder)).changes] == ["missing baseline"]
    accepted(folder)
    assert checked(folder).exit_code == 0


def broken_sets() -> dict[str, tuple[str, str]]:
    """What is done to a sound set, and the line that it gives."""
    return {
        "quote": ("quote", "a quote is not verbatim: 'Eight bodies were recovered"),
        "article": ("article", "an article of the set cannot be read"),
        "toml": ("toml", "the set cannot be read: Expected"),
        "no toml": ("no toml", "the set has no set.toml"),
        "no gold": ("no gold", "the set has no gold.json"),
        "json": ("json", "the gold cannot be read: Expecting"),
        "articles": ("articles", "the gold cannot be read: articles is no list of file names"),
        "links": ("links", "the gold cannot be read: 'links' is missing"),
        "baseline": ("baseline", "the baseline cannot be read"),
    }


def spoil(folder: Path, how: str) -> None:
    gold = folder / "gold.json"
    sound = gold.read_text("utf-8")
    if how == "quote":
        gold.write_text(sound.replace(NINE, NINE.replace("Nine", "Eight")), "utf-8")
    elif how == "article":
        (folder / "state.txt").unlink()
    elif how == "toml":
        (folder / "set.toml").write_text("title: Ferry", "utf-8")
    elif how == "no toml":
        (folder / "set.toml").unlink()
    elif how == "no gold":
        gold.unlink()
    elif how == "json":
        gold.write_text("links", "utf-8")
    elif how == "articles":
        gold.write_text('{"articles": [1, 2], "links": []}', "utf-8")
    elif how == "links":
        gold.write_text('{"articles": ["wire.txt", "state.txt"]}', "utf-8")
    elif how == "baseline":
        (folder / "baseline.json").write_text("{", "utf-8")


@pytest.mark.parametrize(("how", "told"), broken_sets().values(), ids=broken_sets())
def test_a_broken_set_is_told_in_a_line_and_stops_no_other(ferry: Path, how: str, told: str) -> None:
    other = accepted(ferries.write(ferry.parent / "other"))
    spoil(ferry, how)
    verdict = checked(ferry.parent)
    assert verdict.exit_code == 2
    broken, sound = verdict.sets
    assert told in broken.error
    assert "\n" not in broken.error
    assert str(ferry) in broken.error
    assert ";" in broken.error  # and what to do
    assert (broken.outcome, sound.folder, sound.error, sound.changes) == (None, other, "", ())
    assert verdict.measured["links.f1"].value == 1


def test_a_set_that_the_engine_cannot_read_is_an_error_too(ferry: Path) -> None:
    (ferry / "state.txt").write_text(ferries.STATE + "x" * 5_000_001, "utf-8")
    verdict = checked(ferry)
    assert verdict.exit_code == 2
    assert "the file is larger than" in only(verdict).error


def test_a_broken_baseline_is_mended_by_accepting(ferry: Path) -> None:
    (ferry / "baseline.json").write_text("{", "utf-8")
    assert checked(ferry, accept=True).exit_code == 0
    assert checked(ferry).exit_code == 0


def test_where_no_set_is_nothing_is_checked(tmp_path: Path) -> None:
    verdict = checked(tmp_path, thresholds=(Threshold("links.f1", 0.5, "error", "pyproject.toml"),))
    assert (verdict.exit_code, verdict.sets, verdict.shortfalls) == (3, (), ())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match=r"no such folder .*; name a sample set"):
        checked(tmp_path / "none")
    (tmp_path / "file").touch()
    with pytest.raises(CompareError, match="this is no folder"):
        checked(tmp_path / "file")


def test_an_engine_that_is_not_there_concerns_every_set(ferry: Path) -> None:
    with pytest.raises(CompareError, match="no embedder"):
        checked(ferry, engine=replace(ENGINE, embedder="tests.fakes:Nobody"))


def test_sets_are_found_once_by_name_and_not_in_hidden_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b", "a/deep", ".venv/c", "a/.git/d"):
        ferries.write(tmp_path / name)
    (tmp_path / "e").mkdir()
    found = [tmp_path / "a" / "deep", tmp_path / "b"]
    assert find_folders([tmp_path]) == found
    assert find_folders([tmp_path / "b", tmp_path, tmp_path / "a"]) == [found[1], found[0]]
    monkeypatch.chdir(tmp_path / "b")
    assert [folder.name for folder in find_folders([Path()])] == ["b"]


def test_a_set_in_the_cache_is_not_run_again(ferry: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path / "cache"))
    ran = []
    monkeypatch.setattr(
        "compare.check.checking.run_sets", lambda sets, *rest: ran.extend(sets) or ferries.run_plainly(sets, *rest)
    )
    known = Options(jobs=1)
    first, second = check_sets([ferry], known), check_sets([ferry], known)
    assert len(ran) == 1
    assert only(second).outcome == replace(only(first).outcome, seconds=0.0)
    assert (only(first).outcome.seconds, first.exit_code, second.exit_code) == (0.5, 0, 0)
    check_sets([ferry], replace(known, cache=False))
    seen = []
    check_sets([ferry], replace(known, seen=lambda gold, comparison: seen.append((gold.name, len(comparison.links)))))
    assert (len(ran), seen) == (3, [("ferry", 2)])
