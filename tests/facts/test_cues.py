from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.cues import read_cues

CASES = [
    ("negation", "The talks did not fail.", ["not"]),
    ("negation", "The talks didn’t fail.", ["didn’t"]),
    ("negation", "They can't and won't pay.", ["can't", "won't"]),
    ("negation", "Nobody was hurt.", ["Nobody"]),
    ("negation", "No one was hurt.", ["No one"]),
    ("negation", "Neither side gave way.", ["Neither"]),
    ("negation", "It fell without warning.", ["without"]),
    ("negation", "Not only ships but planes came.", []),
    ("negation", "It took no longer than an hour.", []),
    ("negation", "No fewer than 12 people came.", []),
    ("negation", "There is no doubt about it.", []),
    ("negation", "A notable knot of nobles.", []),
    ("denial", "The ministry denied the report.", ["denied"]),
    ("denial", "She dismissed it as baseless.", ["dismissed", "baseless"]),
    ("denial", "He rejects the charge.", ["rejects"]),
    ("denial", "The army ruled out an attack.", ["ruled out"]),
    ("denial", "There is no evidence of arson.", ["no evidence"]),
    ("hedge", "Ice may have caused it.", ["may"]),
    ("hedge", "In May it rained.", []),
    ("hedge", "On 3 May it rained.", []),
    ("hedge", "May 3 was wet.", []),
    ("hedge", "Ice possibly caused it.", ["possibly"]),
    ("hedge", "It is unclear whether he left.", ["unclear", "whether"]),
    ("hedge", "The cause appears to be ice.", ["appears"]),
    ("hedge", "The might-have-been left.", []),
    ("allegation", "He allegedly fled.", ["allegedly"]),
    ("allegation", "The union accused the firm of fraud.", ["accused"]),
    ("allegation", "The firm claims to be poor.", ["claims"]),
    ("allegation", "The figures could not be independently verified.", ["could not be independently verified"]),
    ("forecast", "The bridge will open.", ["will"]),
    ("forecast", "The bridge is expected to open.", ["expected"]),
    ("forecast", "The bridge is to open.", ["is to"]),
    ("forecast", "Goodwill was shown.", []),
    ("condition", "Work stops unless wages rise.", ["unless"]),
    ("condition", "If it rains, work stops.", ["If"]),
    ("condition", "Should it rain, work stops.", ["Should"]),
    ("condition", "The minister should resign.", []),
]


@pytest.mark.parametrize(("sense", "text", "words"), CASES)
def test_cues_of_a_sense_are_found_and_no_others(sense, text, words):
    assert [cue.span.of(text) for cue in read_cues(text) if cue.sense == sense] == words


def test_a_plain_sentence_has_no_cues():
    assert read_cues("Two ships left the port of Tarsk on Monday.") == []


@given(st.text(max_size=200))
def test_any_text_gives_ordered_cues_inside_it(text):
    cues = read_cues(text)
    assert [cue.span for cue in cues] == sorted(cue.span for cue in cues)
    assert all(cue.span.end <= len(text) for cue in cues)
