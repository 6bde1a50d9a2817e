"""A comparison beside gold: items, their lines and keys, standings and origins."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from compare.check.goldlines import link_lines
from compare.check.goldset import load_set
from compare.check.judging import judge_set, key_of
from compare.check.outcome import Item, SetOutcome
from compare.model import Aspect, Comparison, Relation
from compare.pipeline import compare_articles
from tests.check import ferries
from tests.check.ferries import ABOUT, AGE, BUILT, DAWN, FOUR, FUND, HELP, NINE, PLAIN, TOLL
from tests.fakes import FakeEmbedder, link


def compared(folder: Path) -> Comparison:
    paths = [folder / name for name in ("wire.txt", "state.txt")]
    return compare_articles(paths, embedder=FakeEmbedder(), relation_model="rules", settings=PLAIN)


def judged(folder: Path, comparison: Comparison | None = None) -> SetOutcome:
    return judge_set(load_set(folder), comparison or compared(folder), 1.5)


def by_words(outcome: SetOutcome) -> dict[frozenset[str], Item]:
    return {frozenset((one.left.quote, one.right.quote)): one for one in outcome.items}


def linking(comparison: Comparison, *ends: tuple[str, str, Relation, tuple[Aspect, ...]]) -> Comparison:
    """The same comparison with these links alone, each between the claims that hold these words."""
    found = []
    for left, right, relation, aspects in ends:
        pair = [next(claim for claim in comparison.claims if words in claim.text) for words in (left, right)]
        found.append(replace(link(*pair, relation=relation), id=f"l{len(found)}", aspects=aspects))
    return replace(comparison, links=tuple(found))


def test_items_hold_what_gold_and_the_engine_say(tmp_path: Path) -> None:
    outcome = judged(ferries.write(tmp_path / "ferry", TOLL, HELP))
    items = by_words(outcome)
    toll = items[frozenset((NINE, FOUR))]
    assert (toll.wanted, toll.said) == ("conflict", "conflict")
    assert (toll.wanted_aspects, toll.said_aspects) == (("quantity",), ("quantity",))
    missed, made = items[frozenset((DAWN, FUND))], items[frozenset((BUILT,))]
    assert (missed.wanted, missed.said) == ("differ", None)
    assert (made.wanted, made.said, made.line) == (None, "agree", None)
    assert {made.left.article, made.right.article} == {"wire.txt", "state.txt"}
    assert (outcome.name, outcome.title, outcome.seconds) == ("ferry", "Ferry", 1.5)
    assert "embedder" in outcome.signature


def test_an_item_points_at_its_line_of_gold(tmp_path: Path) -> None:
    folder = ferries.write(tmp_path / "ferry", TOLL, AGE)
    lines = (folder / "gold.json").read_text("utf-8").splitlines()
    places = [one.line for one in judged(folder).items]
    assert len(places) == 2
    for place, quote in zip(places, (NINE, BUILT), strict=True):
        assert lines[place - 1].strip() == "{"
        assert quote in lines[place + 1] + lines[place + 2]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"links": []}', []),
        ('{"links":[{"links": [1]},\n\n {"a": "]}"}]}', [1, 3]),
        ('\n{ "set" : "x,{" ,\n "links"\n:\n[\n{}\n,\r\n{}], "more": [[1], 2] }', [6, 8]),
        ('{"links": [1,\n2], "links": [\n3]}', [3]),
        ("{}", []),
    ],
)
def test_lines_are_found_however_the_file_is_laid_out(tmp_path: Path, text: str, lines: list[int]) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(text.encode())
    assert len(json.loads(text).get("links", [])) == len(lines)
    assert link_lines(path) == lines


def test_a_key_is_the_same_whichever_way_round() -> None:
    assert key_of(NINE, FOUR) == key_of(FOUR, NINE)
    assert len({key_of(NINE, FOUR), key_of(NINE, BUILT), key_of(NINE, NINE)}) == 3


def test_a_link_by_both_has_one_key_even_where_the_engine_alone_found_it(tmp_path: Path) -> None:
    known = by_words(judged(ferries.write(tmp_path / "one", TOLL, AGE)))
    alone = by_words(judged(ferries.write(tmp_path / "two", TOLL)))
    assert {ends: one.key for ends, one in known.items()} == {ends: one.key for ends, one in alone.items()}


LONG_WIRE = f"Ferry sinks\n\n{NINE[:-1]}, and the ship was built in 1984.\n\n{DAWN}\n"


def test_a_sentence_cut_into_claims_is_one_item_with_the_strongest_relation(tmp_path: Path) -> None:
    whole = LONG_WIRE.split("\n")[2]
    folder = ferries.write(tmp_path / "ferry", ferries.link(whole, FOUR, "conflict", "quantity"), wire=LONG_WIRE)
    comparison = compared(folder)
    cut = [claim for claim in comparison.claims if claim.sentence and claim.sentence.of(LONG_WIRE) == whole]
    assert len(cut) == 2
    made = linking(comparison, (cut[0].text, FOUR, "conflict", ("quantity",)), (cut[1].text, FOUR, "agree", ("time",)))
    (only,) = judged(folder, made).items
    assert (only.said, only.said_aspects) == ("conflict", ("quantity",))


def test_a_quote_that_the_engine_skips_is_said_to_be_unread(tmp_path: Path) -> None:
    question = "Who will pay for this?"
    wire = ferries.WIRE + f"\n{question}\n"
    folder = ferries.write(tmp_path / "ferry", TOLL, ferries.link(question, FUND, "agree"), wire=wire)
    toll, skipped = judged(folder).items[:2]
    assert (toll.unread, skipped.unread, skipped.said) == (False, True, None)


def standings(outcome: SetOutcome) -> dict[str, tuple[str, str]]:
    return {f"{one.passage.article}: {one.passage.quote}": (one.wanted, one.said) for one in outcome.told}


def test_standing_follows_from_the_links_of_gold(tmp_path: Path) -> None:
    told = standings(judged(ferries.write(tmp_path / "ferry", TOLL, HELP)))
    assert told[f"wire.txt: {NINE}"] == ("contested", "contested")
    assert told[f"state.txt: {FUND}"] == ("told differently", "single source")
    # The engine links what gold does not; both articles have the very same words, which is one origin.
    assert told[f"wire.txt: {BUILT}"] == ("single source", "single source")
    assert len(told) == 7


def test_where_origins_are_stated_the_standing_goes_by_them(tmp_path: Path) -> None:
    apart = judged(ferries.write(tmp_path / "apart", TOLL, AGE, about=ABOUT + "origins = []"))
    joined = judged(ferries.write(tmp_path / "one", TOLL, AGE, about=ABOUT + 'origins = [["wire.txt", "state.txt"]]'))
    assert standings(apart)[f"wire.txt: {BUILT}"][0] == "corroborated"
    assert standings(joined)[f"wire.txt: {BUILT}"][0] == "single source"
    # Half of the claims of the shorter article are word for word those of the other.
    assert [(one.wanted, one.said) for one in (*apart.kin, *joined.kin)] == [(False, True), (True, True)]


def test_where_nothing_is_said_of_origins_they_are_not_judged(tmp_path: Path) -> None:
    assert judged(ferries.write(tmp_path / "ferry")).kin == ()
