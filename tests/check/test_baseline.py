"""A baseline: what is written, what no longer is so, and one line for each thing that can be wrong with the file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.check.baseline import Baseline, changes, load_baseline, write_baseline
from compare.check.goldset import Passage
from compare.check.outcome import Item, SetOutcome
from compare.errors import CompareError
from tests.check.verdicts import AGE, CI, HOSTILE, STATE, TOLL, WIRE, item, outcome


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CI:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ferry"
    made.mkdir()
    (made / "wire.txt").write_text(WIRE, "utf-8")
    (made / "state.txt").write_text(STATE, "utf-8")
    return made


def accepted(now: SetOutcome) -> Baseline:
    write_baseline(now)
    found = load_baseline(now.folder)
    assert found
    return found


def kinds(folder: Path, before: list[Item], now: list[Item]) -> list[str]:
    baseline = accepted(outcome(*before, folder=folder))
    return [change.kind for change in changes(outcome(*now, folder=folder), baseline)]


def only_change(folder: Path, before: list[Item], now: list[Item]) -> Any:
    (found,) = changes(outcome(*now, folder=folder), accepted(outcome(*before, folder=folder)))
    return found


def test_what_was_accepted_is_no_change(folder: Path) -> None:
    items = [item(), item(AGE, wanted="agree", said=None), item((TOLL[0], AGE[1]), wanted=None, said="unsure")]
    assert kinds(folder, items, items) == []


def test_a_lost_link_is_told_in_the_words_of_both(folder: Path) -> None:
    change = only_change(folder, [item()], [item(said=None)])
    assert (change.kind, change.before, change.now, change.severity) == ("lost", "conflict", None, "error")
    assert change.words == (
        "no longer linked (was conflict, gold says conflict): "
        "wire.txt “Nine bodies were recovered, the coastguard said.” / "
        "state.txt “Four bodies were recovered, the ministry said.”"
    )


def test_a_link_that_gold_has_not_is_lost_too(folder: Path) -> None:
    change = only_change(folder, [item(wanted=None, said="agree")], [])
    assert (change.kind, change.before) == ("lost", "agree")
    assert "no longer linked (was agree, gold has no such link)" in change.words
    assert (change.item.key, change.item.wanted, change.item.said) == (item().key, None, None)


def test_another_relation_is_a_change(folder: Path) -> None:
    change = only_change(folder, [item()], [item(said="differ")])
    assert (change.kind, change.before, change.now) == ("changed", "conflict", "differ")
    assert change.words.startswith("changed from conflict to differ (gold says conflict): wire.txt “Nine bodies")


def test_a_change_for_the_better_is_listed_and_says_so(folder: Path) -> None:
    change = only_change(folder, [item(said="agree")], [item()])
    assert change.words.startswith("changed from agree to conflict (as gold says)")


def test_a_link_that_the_baseline_has_not_is_new(folder: Path) -> None:
    change = only_change(folder, [], [item(wanted=None, said="agree")])
    assert (change.kind, change.before, change.now) == ("new", None, "agree")
    assert change.words.startswith("linked as agree, which the baseline has not (gold has no such link)")


def test_a_link_found_at_last_is_new(folder: Path) -> None:
    change = only_change(folder, [item(said=None)], [item()])
    assert (change.kind, change.words.partition(":")[0]) == (
        "new",
        "linked as conflict, which the baseline has not (as gold says)",
    )


def test_an_entry_of_gold_that_was_never_accepted_is_new_though_the_engine_misses_it(folder: Path) -> None:
    change = only_change(folder, [], [item(said=None, unread=True)])
    assert change.kind == "new"
    assert change.words.startswith(
        "in gold as conflict, not linked by the engine, and not in the baseline; the engine "
    )


def test_a_sentence_that_the_article_lost_makes_an_obsolete_item(folder: Path) -> None:
    baseline = accepted(outcome(item(), folder=folder))
    (folder / "state.txt").write_text("Three bodies were recovered.\n", "utf-8")
    (change,) = changes(outcome(folder=folder), baseline)
    assert (change.kind, change.before, change.now) == ("obsolete", "conflict", None)
    assert change.words.startswith("in the baseline, but state.txt no longer has the sentence: ")
    assert "“Four bodies were recovered, the ministry said.”" in change.words


def test_an_article_that_is_gone_makes_its_items_obsolete(folder: Path) -> None:
    baseline = accepted(outcome(item(), folder=folder))
    (folder / "wire.txt").unlink()
    assert [change.kind for change in changes(outcome(folder=folder), baseline)] == ["obsolete"]


def test_a_link_taken_out_of_gold_that_was_never_found_is_obsolete(folder: Path) -> None:
    change = only_change(folder, [item(said=None)], [])
    assert change.kind == "obsolete"
    assert "but gold no longer has the link" in change.words


def test_a_quote_made_longer_is_obsolete_and_new_and_not_lost(folder: Path) -> None:
    longer = (Passage("wire.txt", f"{TOLL[0].quote} The ship was built in 1984."), TOLL[1])
    assert kinds(folder, [item()], [item(longer)]) == ["new", "obsolete"]


def test_changes_come_by_kind(folder: Path) -> None:
    crossed = (TOLL[0], AGE[1])
    before = [item(), item(AGE, wanted="agree", said="agree"), item(crossed, wanted="agree", said=None)]
    now = [item(crossed, wanted="agree", said="agree"), item(AGE, wanted="agree", said="unsure"), item(said=None)]
    assert kinds(folder, before, now) == ["lost", "changed", "new"]


def test_a_set_without_a_baseline_says_what_to_do(folder: Path) -> None:
    (change,) = changes(outcome(item(), folder=folder), load_baseline(folder), "warn")
    assert (change.kind, change.item, change.severity) == ("missing baseline", None, "warn")
    assert f"compare check --accept {folder}" in change.words


def test_one_sentence_in_three_articles_makes_three_items(folder: Path) -> None:
    same = "Nine bodies were recovered."
    pairs = [("a.txt", "b.txt"), ("a.txt", "c.txt"), ("b.txt", "c.txt")]
    before = [item((Passage(a, same), Passage(b, same)), key="one", said="agree") for a, b in pairs]
    now = [*before[:2], replace(before[2], said="differ")]
    change = only_change(folder, before, now)
    assert (change.kind, change.item) == ("changed", now[2])


def test_ends_may_change_sides_and_items_their_order(folder: Path) -> None:
    first = write_baseline(outcome(item(), item(AGE), folder=folder)).read_bytes()
    turned = [replace(one, left=one.right, right=one.left) for one in (item(AGE), item())]
    assert write_baseline(outcome(*turned, folder=folder)).read_bytes() == first
    assert kinds(folder, [item()], turned[1:]) == []


def test_the_file_holds_relations_and_quotes_and_no_figure(folder: Path) -> None:
    written = write_baseline(outcome(item(), item(AGE, said=None), folder=folder, seconds=1.5)).read_text("utf-8")
    assert json.loads(written, parse_float=pytest.fail) == {
        "format": 1,
        "set": "ferry",
        "items": [
            {
                "key": one.key,
                "relation": one.said,
                "left": {"article": "state.txt", "quote": one.right.quote},
                "right": {"article": "wire.txt", "quote": one.left.quote},
            }
            for one in (item(), item(AGE, said=None))
        ],
    }


def test_hostile_quotes_come_back_as_they_were_and_are_told_on_one_line(folder: Path) -> None:
    ends = Passage("wire.txt", HOSTILE), Passage("state.txt", HOSTILE)
    baseline = accepted(outcome(item(ends), folder=folder))
    assert baseline.entries[0].left == ends[1]
    (change,) = changes(outcome(item(ends, said=None), folder=folder), baseline)
    assert change.words.isprintable()


def test_long_quotes_are_cut_after_a_word(folder: Path) -> None:
    ends = Passage("wire.txt", "Recovered bodies " * 20), TOLL[1]
    change = only_change(folder, [item(ends)], [item(ends, said=None)])
    assert f"wire.txt “{'Recovered bodies ' * 4}Recovered bodies…” / " in change.words


@pytest.mark.parametrize("name", CI)
def test_nothing_is_accepted_in_ci(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "true")
    with pytest.raises(CompareError, match=f"not accepted where {name} is set .* own machine"):
        write_baseline(outcome(item(), folder=folder))
    assert not (folder / "baseline.json").exists()


def test_a_variable_that_says_no_is_no_ci(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "false")
    assert write_baseline(outcome(item(), folder=folder)).is_file()


def test_a_write_that_fails_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = write_baseline(outcome(item(), folder=folder)).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CompareError, match="cannot be written: no space left on device"):
        write_baseline(outcome(folder=folder))
    assert (folder / "baseline.json").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["baseline.json", "state.txt", "wire.txt"]


ENTRY = {
    "key": "k",
    "relation": "agree",
    "left": {"article": "a", "quote": "b"},
    "right": {"article": "c", "quote": "d"},
}


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "Expecting value"),
        ("<<<<<<< HEAD", "Expecting value"),
        ("[]", "list indices"),
        ('{"items": []}', "'format' is missing"),
        ('{"format": 2, "items": []}', "format 2 is not known"),
        ('{"format": 1}', "'items' is missing"),
        (json.dumps({"format": 1, "items": [{**ENTRY, "relation": "same"}]}), "unknown relation 'same'"),
        (json.dumps({"format": 1, "items": [{**ENTRY, "key": 3}]}), "3 is no text"),
        (json.dumps({"format": 1, "items": [{**ENTRY, "left": {"article": "a"}}]}), "'quote' is missing"),
        (json.dumps({"format": 1, "items": [ENTRY, ENTRY]}), "an item stands in it twice"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_broken_file_is_one_line_with_the_cure(folder: Path, written: str, reason: str) -> None:
    (folder / "baseline.json").write_text(written, "utf-8")
    with pytest.raises(CompareError) as caught:
        load_baseline(folder)
    message = str(caught.value)
    assert message.startswith("the baseline cannot be read: ")
    assert reason in message
    assert f"({folder / 'baseline.json'}); mend it, or accept it with `compare check --accept {folder}`" in message
    assert "\n" not in message


def test_a_baseline_reads_nothing_outside_its_folder(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("the sentence", "utf-8")
    ends = Passage("../secret.txt", "the sentence"), TOLL[1]
    change = only_change(folder, [item(ends)], [])
    assert change.kind == "obsolete"
