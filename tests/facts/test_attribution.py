from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.attribution import Voice, read_speech
from compare.model import Speech

CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "attribution.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
ENDS = " .,;:!?…\"“”„«»‘’'—–-"


@dataclass(frozen=True)
class Told:
    """One attribution in the words of the case table."""

    speaker: str | None
    cue: str | None
    content: tuple[str, ...]
    manner: str


def expected(written: str) -> list[Told]:
    return [] if written.strip() == "-" else [told(part) for part in written.split(" ;; ")]


def told(written: str) -> Told:
    speaker, cue, content, *manner = (field.strip() for field in written.split(" | "))
    return Told(
        None if speaker == "?" else speaker,
        None if cue == "-" else cue,
        () if content == "-" else tuple(part.strip(ENDS) for part in content.split(" + ")),
        manner[0] if manner else "indirect",
    )


def read(sentence: str, voice: Voice | None) -> tuple[list[Told], Voice | None]:
    speeches, voice = read_speech(sentence, voice)
    return [_as_told(sentence, speech) for speech in speeches], voice


def _as_told(sentence: str, speech: Speech) -> Told:
    cue = speech.cue.of(sentence) if speech.cue else None
    content = tuple(part.of(sentence).strip(ENDS) for part in speech.content)
    return Told(speech.speaker, cue, content, speech.manner)


def alike(wanted: Told, found: Told) -> bool:
    return (
        (wanted.speaker, wanted.cue, wanted.manner) == (found.speaker, found.cue, found.manner)
        and len(wanted.content) == len(found.content)
        and all(map(_same_words, wanted.content, found.content))
    )


def _same_words(wanted: str, found: str) -> bool:
    head, mark, tail = wanted.partition(" … ")
    return found.startswith(head) and found.endswith(tail) if mark else found == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.split(" => ")[0][:60])
def test_who_said_what(case):
    text, wanted = case.split(" => ")
    sentences, each = text.split(" || "), [expected(part) for part in wanted.split(" || ")]
    assert len(sentences) == len(each), f"sentences and expectations differ in number: {case}"
    voice = None
    for sentence, tolds in zip(sentences, each, strict=True):
        found, voice = read(sentence, voice)
        same = len(found) == len(tolds) and all(map(alike, tolds, found))
        assert same, f"\n{sentence}\nexpected {tolds}\nread     {found}"


def test_a_quotation_without_an_end_does_not_run_on_for_ever():
    _, voice = read_speech("Ms Kott said: “The road is open.")
    for _ in range(40):
        speeches, voice = read_speech("The tunnel is old.", voice)
    assert speeches == []


def test_the_words_point_into_the_sentence():
    text = "“The road is open,” Laleh Tavakoli, the mayor, said."
    ((found,), _) = read_speech(text)
    assert found.span.of(text) == "Laleh Tavakoli, the mayor, said"
    assert found.source is not None
    assert found.source.of(text) == "Laleh Tavakoli"
    assert [part.of(text) for part in found.content] == ["“The road is open,”"]


def test_white_space_in_a_speaker_is_made_plain():
    ((found,), _) = read_speech("Laleh \n Tavakoli said the road is open.")
    assert found.speaker == "Laleh Tavakoli"


WORDS = st.sampled_from(
    """he she they Renn Orr police said says told denied claim according to that who and but of in the a was by
    quoted as saying asked whether on Monday called it road is open “ ” ‘ ’ " ' « » — , . : ; ( )""".split()
)
SENTENCES = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@given(st.lists(SENTENCES, max_size=4))
def test_any_text_gives_ordered_attributions_without_overlap(sentences):
    voice = None
    for text in sentences:
        speeches, voice = read_speech(text, voice)
        end = 0
        for speech in speeches:
            assert end <= speech.span.start < speech.span.end <= len(text)
            assert all(0 <= place.start < place.end <= len(text) for place in speech.places())
            assert speech.speaker is None or speech.speaker == " ".join(speech.speaker.split()) != ""
            end = speech.span.end


@given(SENTENCES)
def test_a_sentence_is_read_alike_twice(text):
    assert read_speech(text) == read_speech(text)


REPEATED = [
    "a ",
    "1,",
    "(",
    '"',
    "not ",
    "in the ",
    "“",
    "' ",
    "he said ",
    "was said to ",
    ", said ",
    "claims of ",
    "“a” said X, ",
]


@pytest.mark.parametrize("unit", REPEATED)
def test_a_long_sentence_is_read_in_good_time(unit):
    started = time.perf_counter()
    read_speech((unit * 20_000)[:100_000])
    assert time.perf_counter() - started < 5  # seconds; it takes less than one
