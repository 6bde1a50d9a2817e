from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.attribution import read_speech

# sentence, the words of the attribution, the speaker
CASES = [
    ("The road is open, police said.", "police said", "police"),
    ("The road is open, said Laleh Tavakoli.", "said Laleh Tavakoli", "Laleh Tavakoli"),
    ("“The road is open,” said Laleh Tavakoli.", "said Laleh Tavakoli", "Laleh Tavakoli"),
    ("Laleh Tavakoli said the road is open.", "Laleh Tavakoli said", "Laleh Tavakoli"),
    ("Ms Prast told reporters the road is open.", "Ms Prast told", "Ms Prast"),
    (
        "The road is open, according to the interior ministry.",
        "according to the interior ministry",
        "the interior ministry",
    ),
    ("According to Interpress, the road is open.", "According to Interpress", "Interpress"),
    ("The road is open, according to Interpress.", "according to Interpress", "Interpress"),
    ("The road is open, he said.", "he said", None),
    ("Mr. Renn said he would leave.", "Mr. Renn said", "Mr. Renn"),
    ("Mr. Renn on Friday said the road is open.", "Mr. Renn on Friday said", "Mr. Renn"),
    (
        "Tobias Renn, the chief executive, said the road is open.",
        "Tobias Renn, the chief executive, said",
        "Tobias Renn",
    ),
    ("A spokesman said the road is open.", "A spokesman said", "A spokesman"),
    ("Two witnesses said the road is open.", "Two witnesses said", "Two witnesses"),
    ("The finance ministry announced new taxes.", "The finance ministry announced", "The finance ministry"),
    ("The Bank of Veldria warned of losses.", "Bank of Veldria warned", "Bank of Veldria"),
    ("Renn has denied the report.", "Renn has denied", "Renn"),
    ("The union said the army would leave.", "The union said", "The union"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CASES)
def test_the_speaker_is_read_beside_the_verb(text, words, speaker):
    ((found,), _) = read_speech(text)
    assert (found.span.of(text), found.speaker) == (words, speaker)


NONE = [
    "The road is open.",
    "It was announced Sunday.",
    "The plan was announced in a statement.",
    "Renn’s claims are many.",
    "The told story is old.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_without_a_speaker_has_no_attribution(text):
    assert read_speech(text)[0] == []


def test_who_is_told_is_not_who_speaks():
    ((found,), _) = read_speech("She told Orlan Today that the road is open.")
    assert found.speaker is None


@given(st.text(max_size=200))
def test_any_text_gives_ordered_attributions_without_overlap(text):
    end = 0
    for speech in read_speech(text)[0]:
        assert end <= speech.span.start < speech.span.end <= len(text)
        end = speech.span.end
