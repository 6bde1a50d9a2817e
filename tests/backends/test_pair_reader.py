"""The bundled pair reader: the same of a pair whichever text comes first and whatever stands beside it."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.backends.pair_reader import PairReader, Reading, bundled, reader_of
from compare.errors import ModelError

SENTENCES = [
    "Nine miners died in the pit on Monday, police said.",
    "At least nine miners were killed at the pit on Monday.",
    "Four miners died in the pit on Monday, the ministry said.",
    "No miner died.",
    "Fares on the harbour ferry rise by 7 per cent in May.",
    "Überall war Nacht — наконец 夜が来た。",
    "",
]
PAIRS = list(combinations(SENTENCES, 2))


def same(one: Reading, other: Reading) -> bool:
    """Whether two readings are equal to the last bit."""
    return all(np.array_equal(getattr(one, part.name), getattr(other, part.name)) for part in fields(Reading))


def row(found: Reading, place: int) -> Reading:
    return Reading(*(getattr(found, part.name)[place : place + 1] for part in fields(Reading)))


def test_every_pair_has_a_logit_for_each_question(pair_reader: PairReader) -> None:
    found = pair_reader.read(PAIRS)
    assert (found.linked.shape, found.relation.shape, found.aspects.shape) == (
        (len(PAIRS),),
        (len(PAIRS), 3),
        (len(PAIRS), 9),
    )
    for part in fields(Reading):
        logits = getattr(found, part.name)
        assert logits.dtype == np.float32
        assert np.isfinite(logits).all(), part.name


def test_the_texts_may_stand_either_way_round(pair_reader: PairReader) -> None:
    assert same(pair_reader.read(PAIRS), pair_reader.read([pair[::-1] for pair in PAIRS]))


def test_what_stands_beside_a_pair_changes_nothing(pair_reader: PairReader) -> None:
    together = pair_reader.read([*PAIRS, ("A word.", "A very long sentence, " * 30)])
    for place, pair in enumerate(PAIRS):
        assert same(pair_reader.read([pair]), row(together, place)), pair


def test_each_reading_stands_in_the_place_of_its_pair(pair_reader: PairReader) -> None:
    there, back = pair_reader.read(PAIRS), pair_reader.read(PAIRS[::-1])
    for place in range(len(PAIRS)):
        assert same(row(there, place), row(back, len(PAIRS) - 1 - place))


def test_a_pair_that_stands_twice_is_read_alike(pair_reader: PairReader) -> None:
    found = pair_reader.read([PAIRS[0], PAIRS[0]])
    assert same(row(found, 0), row(found, 1))


def test_nothing_to_read(pair_reader: PairReader) -> None:
    found = pair_reader.read([])
    assert (found.linked.shape, found.relation.shape, found.aspects.shape) == ((0,), (0, 3), (0, 9))


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000, "1," * 50_000], ids=["words", "one word", "digits"])
def test_a_text_of_any_length_is_read(pair_reader: PairReader, text: str) -> None:
    found = pair_reader.read([(text, "A ferry sank."), (text, text)])
    assert np.isfinite(found.linked).all()
    assert np.isfinite(found.relation).all()


def test_a_long_text_leaves_room_for_the_other(pair_reader: PairReader) -> None:
    long = "The ferry sank off the cape on Monday. " * 200
    other, another = pair_reader.read([(long, SENTENCES[0])]), pair_reader.read([(long, SENTENCES[4])])
    assert not same(other, another)


@settings(max_examples=25)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_read_the_same_either_way_round(pair_reader: PairReader, one: str, other: str) -> None:
    found = pair_reader.read([(one, other)])
    assert np.isfinite(found.linked).all()
    assert same(found, pair_reader.read([(other, one)]))


def test_what_tells_the_same_is_likelier_linked_than_what_does_not(pair_reader: PairReader) -> None:
    alike, apart = pair_reader.read([(SENTENCES[0], SENTENCES[1]), (SENTENCES[0], SENTENCES[4])]).linked
    assert alike > apart


def test_the_name_tells_the_weights(pair_reader: PairReader) -> None:
    assert re.fullmatch(r"reader@[0-9a-f]{8}", pair_reader.name)
    assert bundled().name == pair_reader.name


# What is missing.

MODELS = Path(str(files("compare"))) / "models"


def test_a_missing_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"the bundled model is missing \(model.onnx\); reinstall compare-sources"):
        reader_of(tmp_path / "model.onnx", MODELS / "minilm" / "tokenizer.json")


def test_a_missing_tokenizer_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"")
    with pytest.raises(ModelError, match=r"the bundled model is missing \(tokenizer.json\); reinstall"):
        reader_of(tmp_path / "model.onnx", tmp_path / "tokenizer.json")
