"""Cues of polarity and certainty: the cases in cases/certainty.txt, one a test, and what holds of any text."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.cues import certainty, read_cues
from compare.facts.cues.inflection import forms
from compare.facts.cues.lexicon import GROUPS, PHRASES
from compare.facts.cues.rules import RULES

LINES = Path(__file__).with_name("cases").joinpath("certainty.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" => ") for line in LINES if line and not line.startswith("#")]


def ends(text: str) -> str:
    words = re.findall(r"\w[\w.,'’-]*\w|\w", text)
    return words[0] if len(words) == 1 else f"{words[0]} … {words[-1]}"


def told(text: str) -> str:
    cues = [
        f"{cue.sense}: {cue.span.of(text)} > {ends(cue.scope.of(text)) if cue.scope else '-'}"
        for cue in read_cues(text)
    ]
    return " | ".join(cues) or "-"


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:48] for text, _ in CASES])
def test_cues_and_what_they_govern(text: str, expected: str) -> None:
    cues, _, surely = expected.partition(" = ")
    assert told(text) == cues.strip(), f"\n{text}\nexpected {cues}\nread     {told(text)}"
    if surely:
        assert certainty(read_cues(text), text) == surely.strip()


def test_there_are_many_cases_and_none_twice() -> None:
    assert len(CASES) >= 150
    assert len({text for text, _ in CASES}) == len(CASES)


def test_without_the_text_every_cue_counts() -> None:
    text = "Police arrested a man who may have fled."
    assert (certainty(read_cues(text)), certainty(read_cues(text), text)) == ("hedged", "asserted")
    assert certainty([]) == certainty([], text) == "asserted"


def test_the_strongest_cue_tells_how_sure_a_claim_is() -> None:
    text = "The mayor will allegedly resign."
    assert {cue.sense for cue in read_cues(text)} == {"forecast", "allegation"}
    assert certainty(read_cues(text), text) == "alleged"


@pytest.mark.parametrize(
    ("verb", "all_forms"),
    [
        ("deny", "deny denies denied denying"),
        ("refuse", "refuse refuses refused refusing"),
        ("dismiss", "dismiss dismisses dismissed dismissing"),
        ("play", "play plays played playing"),
        ("bar", "bar bars barred barring"),
    ],
)
def test_forms_of_verbs(verb: str, all_forms: str) -> None:
    assert forms(verb) == all_forms.split()


def test_every_rule_is_used_and_every_rule_named_is_there() -> None:
    assert {group.rule for group in GROUPS} - {""} == set(RULES)
    assert all(len(words) <= 7 for found in PHRASES.values() for words in found)


@given(st.text(max_size=200))
def test_any_text_gives_ordered_cues_inside_it(text: str) -> None:
    _lies_inside(text)


VOCABULARY = """not no never denied , . — ; that which who and or but nor neither without may could will would if
    whether failed to rule out claims report was is be the a man bridge open opened had said he it they
    false not , due set likely don’t""".split()


@given(st.lists(st.sampled_from(VOCABULARY), max_size=40))
def test_any_order_of_words_gives_ordered_cues_inside_it(words: list[str]) -> None:
    _lies_inside(" ".join(words))


def _lies_inside(text: str) -> None:
    cues = read_cues(text)
    assert [cue.span for cue in cues] == sorted(cue.span for cue in cues)
    assert all(place.end <= len(text) for cue in cues for place in cue.places())
    assert all(cue.span.of(text).strip() for cue in cues)
    certainty(cues, text)


@pytest.mark.parametrize(
    "part", ["a ", "1,", "(", '"', "not ", "in the ", "no, ", "not and ", "denied ", "if ", "who may "]
)
def test_the_time_grows_with_the_length_alone(part: str) -> None:
    def seconds(times: int) -> float:
        text = part * times
        start = perf_counter()
        certainty(read_cues(text), text)
        return perf_counter() - start

    seconds(100)
    assert min(seconds(20_000), seconds(20_000)) < 40 * max(seconds(2_000), 0.002)
