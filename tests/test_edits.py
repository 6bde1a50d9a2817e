"""The generator of controlled edits: each kind makes what it says. Nothing here asks what the engine thinks of it."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import edits as script
from benchmarks.editing.edit import Edit, Event, Sentence
from benchmarks.editing.generate import CHANGING, KINDS, generate
from benchmarks.editing.numbers import SPELLED, other, value
from benchmarks.editing.report import wilson
from benchmarks.editing.sentences import read
from benchmarks.editing.trial import Outcome, trials
from benchmarks.editing.verbs import clause
from compare.settings import Settings

EDITING = Path(script.__file__).parent / "editing"
EVENT = Event("flood", ("Ada Lind", "Bo Marr"), ("Tarn",), ("Keld",))
BY_NAME = {kind.name: kind for kind in KINDS}


def made(kind: str, text: str) -> list[str]:
    return list(BY_NAME[kind].make(Sentence(text, EVENT), Random(1)))


@pytest.mark.parametrize(
    ("kind", "text", "edited"),
    [
        ("unit", "The road is 12 km long.", "The road is 12 miles long."),
        ("million or billion", "It cost 8 million crowns.", "It cost 8 billion crowns."),
        ("bound", "At least 12 people fled.", "At most 6 people fled."),
        ("share", "Half of the crew left.", "A tenth of the crew left."),
        ("a.m. or p.m.", "It rang at 4.10 a.m. on Friday.", "It rang at 4.10 p.m. on Friday."),
        ("part of the day", "It rang on Friday morning.", "It rang on Friday evening."),
        ("relative day", "Last week two ships sank.", "Last month two ships sank."),
        ("not put in", "The bridge was closed for repairs.", "The bridge was not closed for repairs."),
        ("not taken out", "The bridge was not closed for repairs.", "The bridge was closed for repairs."),
        ("did not put in", "The council approved the plan.", "The council did not approve the plan."),
        ("did not taken out", "The council didn’t approve the plan.", "The council approved the plan."),
        ("failed to put in", "The council approved the plan.", "The council failed to approve the plan."),
        ("refusal taken out", "The council declined to publish it.", "The council published it."),
        ("denied that", "Police said two men fled.", "Police denied that two men fled."),
        ("no taken out", "There were no injuries.", "There were injuries."),
        ("no taken out", "Nobody was hurt.", "Someone was hurt."),
        ("opposite word", "The plan was approved on Friday.", "The plan was rejected on Friday."),
        ("person who acts", "Mayor Ada Lind opened the gate.", "Mayor Bo Marr opened the gate."),
        ("person acted on", "The gate was opened by Ms Lind.", "The gate was opened by Ms Marr."),
        ("place", "The gate in Tarn was open.", "The gate in Keld was open."),
        ("role that acts", "The union rejected the company's offer.", "The company rejected the union's offer."),
        ("may have", "The council approved the plan.", "The council may have approved the plan."),
        ("may have", "The gates were opened early.", "The gates may have been opened early."),
        ("allegedly", "The gates were opened early.", "The gates were allegedly opened early."),
        ("figures to words", "Some 12 people fled.", "Some twelve people fled."),
        ("words to figures", "Some twelve people fled.", "Some 12 people fled."),
        ("hyphenated number", "A 48-hour strike began.", "A forty-eight-hour strike began."),
        ("unit converted", "The road is 12 km long.", "The road is 7.5 miles long."),
        ("duration in another unit", "It lasted 48 hours.", "It lasted two days."),
        ("rounded, about", "They counted 1,217 birds.", "They counted about 1,200 birds."),
        ("rounded, more than", "They counted 1,217 birds.", "They counted more than 1,200 birds."),
        ("millions written out", "It cost 9.1 million crowns.", "It cost 9,100,000 crowns."),
        ("fraction to per cent", "It took a quarter of the harvest.", "It took 25% of the harvest."),
        ("order of day and month", "It opened on 3 March.", "It opened on March 3."),
        ("date, other form", "It opened on March 3.", "It opened on 3rd March."),
        ("contraction", "It was not open.", "It wasn't open."),
        ("contraction", "It won't open.", "It will not open."),
        ("attribution taken out", "Police said two men fled.", "Two men fled."),
        ("shorter name", "It was Mayor Ada Lind.", "It was Mayor Lind."),
        ("another speaker", "Ada Lind said that the gate was shut.", "Bo Marr said that the gate was shut."),
        ("adverbial moved", "The old gate was closed on Friday.", "On Friday, the old gate was closed."),
        ("passive", "The council approved the plan.", "The plan was approved by the council."),
        ("apposition dropped", "Lind, a baker, was there.", "Lind was there."),
        (
            "clause dropped",
            "The river rose over its banks in the night, which nobody foresaw.",
            "The river rose over its banks in the night.",
        ),
    ],
)  # fmt: skip
def test_a_kind_makes_its_edit(kind: str, text: str, edited: str) -> None:
    assert edited in made(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("count in figures", "In 2019 they moved in 1999 to the coast."),
        ("count in figures", "At least 12 people fled."),
        ("count in words", "They have two to three weeks left."),
        ("duration", "The boy is ten years old, said one of the men."),
        ("weekday", "It shuts by Friday."),
        ("hour", "It shuts before 4 p.m. today."),
        ("not put in", "Nobody was there."),
        ("not put in", "Before the sun had risen they were gone."),
        ("not taken out", "It was not only cold."),
        ("did not put in", "When the council approved the plan, it rained."),
        ("opposite word", "Shares closed lower in Tarn."),
        ("person who acts", "Ada Lind said the gate was open."),
        ("role that acts", "The union said the offer was poor."),
        ("weekday to date", "It will open on Monday."),
        ("weekday to date", "It was closed on Thursday."),
        ("attribution taken out", "Police said they had seen it."),
        ("another speaker", 'Ada Lind said that "we are lost".'),
        ("allegedly", "The men were reportedly detained."),
    ],
)
def test_a_kind_leaves_a_sentence_alone_where_its_edit_would_not_hold(kind: str, text: str) -> None:
    assert made(kind, text) == []


def test_a_weekday_of_the_past_becomes_the_date_it_was() -> None:
    assert set(made("weekday to date", "The gate was closed on Monday.")) <= {
        "The gate was closed on 9 March.",
        "The gate was closed on March 9.",
    }


@given(st.integers(2, 99) | st.integers(100, 10**7), st.randoms(use_true_random=False))
def test_another_number_is_clearly_another(number: int, rng: Random) -> None:
    for written in (f"{number:,}", SPELLED.get(number, "two")):
        new = other(written, rng)
        assert new is None or not 0.6 < value(new) / value(written) < 1.6


@given(st.integers(2, 60), st.randoms(use_true_random=False))
def test_another_percentage_stays_below_a_hundred(number: int, rng: Random) -> None:
    new = other(str(number), rng, most=100)
    assert new is None or value(new) <= 100


def test_every_kind_has_a_name_of_its_own_and_knows_what_is_right() -> None:
    assert len(BY_NAME) == len(KINDS)
    for kind in KINDS:
        assert (kind.relation == "conflict") == (kind.group in CHANGING)
        assert bool(kind.aspects) == (kind.relation != "agree")


def test_a_clause_is_found_only_where_the_subject_is_plain() -> None:
    assert clause("The company chartered six jets.")["verb"] == "chartered"
    for text in (
        "A view now being passed around the town is new.",
        "What the company chartered six jets for is unknown.",
    ):
        assert clause(text) is None


def test_the_generator_reads_nothing_with_the_readers_that_are_measured() -> None:
    for path in EDITING.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("compare.facts"), path.name


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return read(script.FOLDERS)


def test_edits_are_balanced_and_the_same_for_the_same_seed(sentences: list[Sentence]) -> None:
    wanted = {"quantity": 20, "time": 20, "polarity": 20, "participant": 20, "harmless": 40}
    edits = generate(sentences, 5, wanted)
    assert edits == generate(sentences, 5, wanted)
    assert edits != generate(sentences, 6, wanted)
    assert Counter(edit.kind.group for edit in edits) == Counter(wanted)
    changed = Counter(edit.event for edit in edits if edit.kind.group in CHANGING)
    assert max(changed.values()) <= 0.05 * 80
    assert all(edit.original != edit.edited for edit in edits)


def test_there_are_enough_edits_of_every_group(sentences: list[Sentence]) -> None:
    found = Counter(edit.kind.group for edit in generate(sentences, script.SEED))
    assert sum(found[group] for group in CHANGING) == found["harmless"] == 500
    assert min(found[group] for group in CHANGING) >= 100


def test_a_verdict_is_right_only_with_the_aspect_wanted() -> None:
    edit = Edit("flood", BY_NAME["place"], "The gate in Tarn was open.", "The gate in Keld was open.")
    assert Outcome(edit, "conflict", ("place",)).right
    assert Outcome(edit, "conflict", ("participant", "time")).right
    assert not Outcome(edit, "conflict", ("time",)).right
    assert not Outcome(edit, "differ", ("place",)).right


def test_an_engine_is_asked_about_every_edit_once() -> None:
    copied = Edit("flood", BY_NAME["synonym"], *["The old gate in Tarn was open all day."] * 2)
    silent = Edit("flood", BY_NAME["synonym"], "Why was it open?", "Why was it open?")
    copy, question = trials([copied, silent], Settings())
    assert (copy.edit, copy.relation) == (copied, "agree")
    assert (question.edit, question.relation) == (silent, "unsure")


def test_intervals_are_those_of_wilson() -> None:
    # Newcombe 1998, table I: 81 of 263, and 0 of 20
    assert str(wilson(81, 263)) == "0.31 (0.26 to 0.37)"
    assert str(wilson(0, 20)) == "0.00 (0.00 to 0.16)"
