# ruff: noqa: E402 -- what needs torch is imported only where torch is installed
"""The cross-encoder's training, on a tiny BERT with weights drawn at random."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from compare.model import ASPECTS
from tests.training.tiny import tiny
from training.cross_encoder.batches import MAX_TOKENS, STRIDE, Example, collate, encode, pad, plan
from training.cross_encoder.data import LABELS, SOURCES, Pair, limited, read_pairs, split
from training.cross_encoder.evaluate import evaluate, figures
from training.cross_encoder.loop import Keeping, nli_loss_of, train
from training.cross_encoder.model import RELATIONS, known_only, nli_loss
from training.cross_encoder.recipe import Recipe, rate_at

RECIPE = Recipe(batch_size=4, rate=1e-3, seed=3)

pytestmark = pytest.mark.usefixtures("one_thread")


def example(label: int = 0, source: str = "cf_nli", ids: tuple[int, ...] = (2, 4, 5, 6, 3, 4, 5, 7, 3)) -> Example:
    return Example(source, list(ids), [0] * 5 + [1] * (len(ids) - 5), label)


def lessons() -> list[Example]:
    """`held` after `held` is entailed, `burst` contradicts; lengths differ by words that say nothing."""
    return [example(0 if word == 6 else 2, ids=(2, 4, 5, 6, 3, 4, 5, word, 3, *[8] * more)) for word in (6, 7)
            for more in range(11)]  # fmt: skip


def keeping(folder: Path, watch=lambda: None, every: float = 0.0) -> Keeping:
    return Keeping(folder / "checkpoint.pt", every, lambda **fields: None, watch)


def test_pairs_without_a_licence_are_not_read(tmp_path):
    rows = [{"source": source, "premise": "a", "hypothesis": "b", "label": "neutral"} for source in ("lingnli", "help")]
    path = tmp_path / "nli.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert read_pairs(path) == [Pair("help", "a", "b", "neutral")]


def test_every_source_has_a_licence_and_labels_that_exist():
    assert all(source.licence and set(source.labels) <= set(LABELS) for source in SOURCES.values())


def test_no_dev_premise_is_trained_on_from_either_side():
    pairs = [Pair("help", f"Text {n // 2}", f"other {n}", "neutral") for n in range(100)]
    pairs += [Pair("help", f"other {n}", f"text  {n // 2}", "entailment") for n in range(100)]
    train_pairs, dev = split(pairs, 40, seed=1)
    held = {pair.premise.lower() for pair in dev}
    seen = {" ".join(text.lower().split()) for pair in train_pairs for text in (pair.premise, pair.hypothesis)}
    assert len(dev) == 40
    assert len(train_pairs) > 80
    assert not held & seen


def test_the_split_depends_on_the_seed_and_not_on_the_order():
    pairs = [Pair("help", f"text {n}", "other", "neutral") for n in range(100)]
    _, dev = split(pairs, 10, seed=1)
    assert set(split(pairs[::-1], 10, seed=1)[1]) == set(dev)
    assert set(split(pairs, 10, seed=2)[1]) != set(dev)


def test_a_limit_draws_without_putting_back_from_all_sources():
    pairs = [Pair(source, f"text {n}", "other", "neutral") for source in ("help", "cf_nli") for n in range(50)]
    drawn = limited(pairs, 40, seed=1)
    assert len(set(drawn)) == 40
    assert min(Counter(pair.source for pair in drawn).values()) > 8
    assert limited(pairs, 1000, seed=1) == limited(pairs, None, seed=1) == pairs


def test_long_pairs_are_cut_and_both_texts_stay(tokenizer):
    pair = Pair("help", "the dam " * 200, "water rose", "entailment")
    [found] = encode([pair], tokenizer)
    assert len(found.ids) == len(found.types) == MAX_TOKENS
    assert found.types == [0] * (MAX_TOKENS - 3) + [1] * 3
    assert found.ids[-3:] == [8, 9, 3]


def test_each_epoch_deals_out_every_index_once():
    lengths = [n * 7 % 50 for n in range(1000)]
    batches = plan(lengths, 8, seed=1, epochs=2)
    assert Counter(index for batch in batches for index in batch) == Counter(dict.fromkeys(range(1000), 2))
    assert batches == plan(lengths, 8, seed=1, epochs=2)
    assert batches[:125] == plan(lengths, 8, seed=1)
    assert batches[:125] != batches[125:]


def test_pairs_of_like_length_share_a_batch_and_batches_come_in_any_order():
    lengths = [n * 7 % 100 for n in range(512)]
    spans = [[lengths[index] for index in batch] for batch in plan(lengths, 8, seed=1)]
    assert max(max(span) - min(span) for span in spans) <= 3
    starts = [span[0] for span in spans]
    assert starts != sorted(starts)


def test_padding_does_not_change_what_is_read():
    model, short = tiny().eval(), example()
    alone = model.nli(collate([short]).texts)
    beside = model.nli(collate([short, example(ids=(2, 4, 5, 6, 3, *[8] * 25))]).texts)
    assert collate([short]).texts.ids.shape[1] % STRIDE == 0
    assert torch.allclose(alone[0], beside[0], atol=1e-5)


def test_a_label_the_source_does_not_have_takes_no_part():
    batch = collate([example(source="help"), example(source="fever_rte"), example()])
    logits = torch.zeros(3, 3, requires_grad=True)
    nli_loss(logits, batch).backward()
    assert (logits.grad != 0).tolist() == [[True, True, False], [True, False, True], [True, True, True]]
    assert nli_loss(logits[:2], collate([example(source="help"), example(source="fm2_dev")])).item() == pytest.approx(
        torch.tensor(2.0).log().item()
    )


def test_evaluation_chooses_among_the_labels_of_the_source():
    batch = collate([example(source="help")])
    assert known_only(torch.tensor([[0.0, 1.0, 9.0]]), batch).argmax(1).tolist() == [1]


def test_every_question_has_its_logits():
    model = tiny().eval()
    texts = pad([([2, 4, 5, 6, 3, 8, 9, 3], [0] * 5 + [1] * 3)] * 2)
    assert [tuple(logits.shape) for logits in model(texts)] == [(2,), (2, len(RELATIONS)), (2, len(ASPECTS))]
    assert model.nli(texts).shape == (2, len(LABELS))


def test_the_rate_rises_then_falls():
    rates = [rate_at(step, 100, Recipe(rate=1.0, warm_up=0.1)) for step in range(100)]
    assert rates[:10] == sorted(rates[:10])
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert max(rates) == 1.0
    assert 0 < rates[-1] < 0.02


def test_training_learns_and_leaves_the_word_vectors_alone(tmp_path):
    model, examples = tiny(), lessons()
    words = model.encoder.embeddings.word_embeddings.weight.clone()
    before = nli_loss(model.nli(collate(examples).texts), collate(examples)).item()
    train(
        model,
        examples,
        "lessons",
        Recipe(batch_size=4, rate=3e-3, epochs=16),
        keeping(tmp_path, every=600),
        nli_loss_of,
    )
    found = evaluate(model, examples)["all"]
    assert before > 0.5
    assert found["accuracy"] == 1.0
    assert torch.equal(model.encoder.embeddings.word_embeddings.weight, words)


def test_a_killed_run_goes_on_to_the_same_weights(tmp_path):
    def kill_after(steps: int):
        left = iter(range(steps - 1))

        def watch() -> None:
            if next(left, None) is None:
                raise KeyboardInterrupt

        return watch

    (tmp_path / "whole").mkdir()
    whole = tiny()
    train(whole, lessons(), "lessons", RECIPE, keeping(tmp_path / "whole"), nli_loss_of)
    broken = tiny()
    with pytest.raises(KeyboardInterrupt):
        train(broken, lessons(), "lessons", RECIPE, keeping(tmp_path, kill_after(3)), nli_loss_of)
    resumed = tiny(seed=9)
    train(resumed, lessons(), "lessons", RECIPE, keeping(tmp_path), nli_loss_of)
    assert not torch.equal(broken.nli_head.weight, whole.nli_head.weight)
    for name, weight in whole.state_dict().items():
        assert torch.equal(weight, resumed.state_dict()[name]), name


@pytest.mark.parametrize(("data", "recipe"), [("others", RECIPE), ("lessons", Recipe(batch_size=4, rate=1.0))])
def test_a_checkpoint_of_another_run_is_refused(tmp_path, data, recipe):
    train(tiny(), lessons(), "lessons", RECIPE, keeping(tmp_path), nli_loss_of)
    with pytest.raises(SystemExit, match="other settings or data"):
        train(tiny(), lessons(), data, recipe, keeping(tmp_path), nli_loss_of)


def test_a_loss_that_is_no_number_is_not_kept(tmp_path):
    model = tiny()
    with torch.no_grad():
        model.nli_head.weight.fill_(float("nan"))
    with pytest.raises(SystemExit, match="the loss is nan"):
        train(model, lessons(), "lessons", RECIPE, keeping(tmp_path), nli_loss_of)
    assert not (tmp_path / "checkpoint.pt").exists()


def test_figures_count_by_source_and_label():
    found = figures([(example(0), 0), (example(0), 2), (example(2, "fm2_dev"), 2)])
    assert found["all"]["accuracy"] == pytest.approx(0.6667)
    assert found["cf_nli"] == {"pairs": 2.0, "accuracy": 0.5, "entailment": 0.5, "balanced": 0.5}
    assert found["all"]["balanced"] == 0.75
