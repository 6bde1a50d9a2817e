"""The pair reader as the engine asks it: nothing is read twice, and what is told of a claim is told of its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from compare.backends.pair_reader import Reading
from compare.backends.reader import Reader
from compare.model import ASPECTS, RELATIONS, Claim
from compare.relate import RelationModel
from tests.fakes import told

WIRE = told("wire", "Nine miners died.", "The pit opened in 1931.", "Rain fell.")
STATE = told("state", "Four miners died.", "The pit is old.", "Rain fell.")
PAIRS = [(left, right) for left in WIRE for right in STATE]


class Stub:
    """A model whose logits tell the lengths of the two texts, and that keeps what it was asked."""

    name = "reader@stub"

    def __init__(self) -> None:
        self.asked: list[list[tuple[str, str]]] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> Reading:
        self.asked.append(list(pairs))
        lengths = np.array([[len(left), len(right)] for left, right in pairs], np.float32).reshape(len(pairs), 2)
        relation = np.column_stack([lengths, np.zeros(len(pairs), np.float32)])
        return Reading(lengths.sum(1), relation, np.repeat(lengths[:, :1], len(ASPECTS), 1))


def texts(pairs: Sequence[tuple[Claim, Claim]]) -> list[tuple[str, str]]:
    return [(left.text, right.text) for left, right in pairs]


@pytest.fixture
def stub() -> Stub:
    return Stub()


@pytest.fixture
def reader(stub: Stub) -> Reader:
    return Reader(stub)  # type: ignore[arg-type]


def read(stub: Stub) -> list[tuple[str, str]]:
    return [pair for pairs in stub.asked for pair in pairs]


def test_it_is_a_relation_model_named_by_its_weights(reader: Reader) -> None:
    model: RelationModel = reader
    assert model.name == "reader@stub"


def test_links_then_relations_then_aspects_of_them_are_read_once(reader: Reader, stub: Stub) -> None:
    reader.linked(PAIRS)
    reader.relate(PAIRS[2:5])
    reader.aspects(PAIRS[4:1:-1])
    assert sorted(read(stub)) == sorted(texts(PAIRS))


def test_what_was_not_read_for_links_is_read_when_it_is_asked_for(reader: Reader, stub: Stub) -> None:
    reader.linked(PAIRS[:2])
    reader.relate(PAIRS[:4])
    assert sorted(read(stub)) == sorted(texts(PAIRS[:4]))


def test_the_same_words_are_read_once_whoever_says_them(reader: Reader, stub: Stub) -> None:
    more = told("union", WIRE[0].text)
    found = reader.linked([(WIRE[0], STATE[0]), (more[0], STATE[0])])
    assert found[0] == found[1]
    assert read(stub) == [(WIRE[0].text, STATE[0].text)]


def test_what_was_read_for_one_run_is_not_kept_for_the_next(reader: Reader, stub: Stub) -> None:
    reader.linked(PAIRS)
    reader.linked(PAIRS[:1])
    reader.relate(PAIRS[1:2])
    assert [len(pairs) for pairs in stub.asked if pairs] == [len(PAIRS), 1, 1]


def test_each_answer_stands_in_the_place_of_its_pair(reader: Reader) -> None:
    some = [PAIRS[5], PAIRS[0], PAIRS[7], PAIRS[0]]
    assert reader.linked(some).tolist() == [len(left.text) + len(right.text) for left, right in some]
    assert reader.aspects(some)[:, 0].tolist() == [len(left.text) for left, _ in some]
    assert reader.aspects(some).shape == (len(some), len(ASPECTS))


def test_probabilities_sum_to_one_and_never_say_unsure(reader: Reader) -> None:
    found = reader.relate(PAIRS)
    assert found.shape == (len(PAIRS), len(RELATIONS))
    assert found.sum(1) == pytest.approx(np.ones(len(PAIRS)))
    assert (found >= 0).all()
    assert (found[:, RELATIONS.index("unsure")] == 0).all()


def test_the_probabilities_are_those_of_the_logits(reader: Reader) -> None:
    (found,) = reader.relate([(WIRE[2], STATE[2])])  # the same words: logits of 10, 10 and 0
    assert found == pytest.approx([1 / (2 + np.exp(-10)), 1 / (2 + np.exp(-10)), 1 / (1 + 2 * np.exp(10)), 0])


def test_logits_of_any_size_make_probabilities(reader: Reader) -> None:
    (long,) = told("long", "x" * 5000)
    (found,) = reader.relate([(long, STATE[0])])
    assert found == pytest.approx([1, 0, 0, 0])


def test_no_pairs_no_answers(reader: Reader) -> None:
    assert reader.linked([]).shape == (0,)
    assert reader.relate([]).shape == (0, len(RELATIONS))
    assert reader.aspects([]).shape == (0, len(ASPECTS))
