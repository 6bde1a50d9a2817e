"""Other relation models: what their labels mean, that order and direction mean nothing, and what is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from compare.backends.cross_encoder import CrossEncoderModel, columns
from compare.errors import ModelError
from compare.model import Claim
from tests.fakes import claim

LABELS = ("entailment", "neutral", "contradiction")
SENTENCES = [
    "Nine miners died.",
    "Four miners died on Monday, the ministry said in a statement that named no cause.",
    "The pit opened in 1931.",
    "No miner died.",
]
PAIRS = [(claim(one, "one"), claim(other, "two")) for one, other in permutations(SENTENCES, 2)]

# The labels.


@pytest.mark.parametrize("places", list(permutations(range(3))))
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
def test_the_labels_may_stand_in_any_order_and_case(places: tuple[int, ...], case: Callable[[str], str]) -> None:
    assert columns(dict(zip(places, map(case, LABELS), strict=True)), "some/model") == list(places)


def test_other_forms_of_the_words_are_understood() -> None:
    assert columns({0: "contradictory", 1: "neutral", 2: "entail"}, "m") == [2, 1, 0]


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "entailment", 1: "not_entailment"},
        {0: "entailment", 1: "neutral"},
        {0: "entailment", 1: "neutral", 2: "contradiction", 3: "other"},
        {0: "entailment", 1: "neutral", 2: "neutral"},
        {0: "entailment", 1: "entails", 2: "neutral", 3: "contradiction"},
        {0: "positive", 1: "neutral", 2: "negative"},
        {0: "LABEL_0"},
    ],
)
def test_other_labels_are_refused_with_their_names(labels: dict[int, str]) -> None:
    with pytest.raises(ModelError) as caught:
        columns(labels, "some/model")
    assert str(caught.value) == (
        f"some/model has the labels {', '.join(labels.values())} (--relation-model); "
        "name a model for inference with the labels entailment, neutral and contradiction"
    )


# The library, played by a stand-in.


class Weights:
    def __init__(self, *values: float) -> None:
        self._values = np.array(values, np.float32)

    def state_dict(self) -> dict[str, Weights]:
        return {"weights": self}

    def __getattr__(self, name: str) -> Callable[[], object]:
        return (lambda: self._values) if name == "numpy" else (lambda: self)


class Library:
    """A CrossEncoder whose logits are the length of the first text, of the second, and their difference."""

    asked: tuple[tuple[str, object], ...] = ()
    seen: tuple[list[tuple[str, str]], ...] = ()

    def __init__(self, name: str, *, local_files_only: bool) -> None:
        Library.asked = (*Library.asked, (name, local_files_only))
        self.config = SimpleNamespace(id2label=dict(enumerate(LABELS)))
        self.model = Weights(1.0, 2.0)

    def predict(self, pairs: list[tuple[str, str]], activation_fn: Callable[..., object], **options: object) -> object:
        Library.seen = (*Library.seen, pairs)
        lengths = np.array([[len(one), len(other), len(one) - len(other)] for one, other in pairs], np.float32)
        return activation_fn(lengths / 10)


class Absent:
    def __init__(self, name: str, **options: object) -> None:
        raise RuntimeError("401 Client Error for url")


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("sentence_transformers")
    made.CrossEncoder = Library
    monkeypatch.setitem(sys.modules, "sentence_transformers", made)
    monkeypatch.setattr(Library, "asked", ())
    monkeypatch.setattr(Library, "seen", ())
    return made


def test_both_directions_count_alike(library: ModuleType) -> None:
    found = CrossEncoderModel("some/model").relate([(claim("x" * 10), claim("y" * 30))])
    logits = np.array([2.0, 2.0, 0.0])  # the mean of (1, 3, -2) and (3, 1, 2)
    expected = np.exp(logits) / np.exp(logits).sum()
    assert found == pytest.approx(np.array([[*expected, 0.0]]))


def test_a_text_is_read_once_with_another_and_a_boundless_one_is_cut(library: ModuleType) -> None:
    model = CrossEncoderModel("some/model")
    model.relate([*PAIRS, *PAIRS, (claim("word " * 20_000), claim("Nine."))])
    (pairs,) = Library.seen
    assert len(pairs) == len(set(pairs)) == 2 * (6 + 1)  # six sets of two sentences, both ways round
    assert max(len(text) for pair in pairs for text in pair) == 1000
    sizes = [len(one) + len(other) for one, other in pairs]
    assert sizes == sorted(sizes, reverse=True)


def test_no_pairs_are_no_rows(library: ModuleType) -> None:
    assert CrossEncoderModel("some/model").relate([]).shape == (0, 4)
    assert Library.seen == ()


def test_a_folder_is_loaded_without_the_network_and_named_without_its_place(
    library: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "nli").mkdir()
    names = [CrossEncoderModel(name).name for name in (str(tmp_path / "nli"), "some/nli")]
    assert Library.asked == ((str(tmp_path / "nli"), True), ("some/nli", False))
    assert [name.partition("@")[0] for name in names] == ["nli", "some/nli"]
    assert {len(name.partition("@")[2]) for name in names} == {8}


def test_without_the_extra_one_line_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError) as caught:
        CrossEncoderModel("some/model")
    assert str(caught.value) == (
        "the relation model some/model needs sentence-transformers (--relation-model); "
        "name reader, rules, or type: pip install 'compare-sources[models]'"
    )


def test_a_model_that_is_not_there_is_one_line(library: ModuleType) -> None:
    library.CrossEncoder = Absent
    with pytest.raises(ModelError) as caught:
        CrossEncoderModel("oracle")
    assert str(caught.value) == (
        "no relation model oracle (--relation-model); name reader, rules, a folder, or a model that can be downloaded"
    )


# The library itself, with a small model.

WORDS = "nine four no miner miners died on monday the ministry said in a statement that named cause pit opened 1931"


def save(folder: Path, labels: Sequence[str], seed: int = 0) -> Path:
    """A BERT of one layer with random weights; the logits of a label are the same wherever it stands."""
    torch = pytest.importorskip("torch", reason="the extra `models` is not installed")
    transformers = pytest.importorskip("transformers", reason="the extra `models` is not installed")
    vocabulary = {
        word: place for place, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS.split(), ".", ","])
    }
    config = transformers.BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        initializer_range=1.0,
        id2label=dict(enumerate(labels)),
        label2id={label: place for place, label in enumerate(labels)},
    )
    torch.manual_seed(seed)
    model = transformers.BertForSequenceClassification(config)
    order = [LABELS.index(label.lower()) if label.lower() in LABELS else place for place, label in enumerate(labels)]
    with torch.no_grad():
        for part in (model.classifier.weight, model.classifier.bias):
            part.copy_(torch.randn(3, *part.shape[1:])[order[: len(part)]])
    model.save_pretrained(folder)
    _tokenizer(vocabulary, transformers).save_pretrained(folder)
    return folder


def _tokenizer(vocabulary: dict[str, int], transformers: ModuleType) -> object:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    made = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(word, vocabulary[word]) for word in ("[CLS]", "[SEP]")],
    )
    names = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    return transformers.PreTrainedTokenizerFast(tokenizer_object=made, model_max_length=64, **names)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(tmp_path_factory.mktemp("models") / "tiny-nli", LABELS)


@pytest.fixture(scope="module")
def tiny(folder: Path) -> CrossEncoderModel:
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    return CrossEncoderModel(str(folder))


def close(given: NDArray[np.float64]) -> object:
    return pytest.approx(given, abs=1e-5)


def test_probabilities_of_three_relations_and_none_of_unsure(tiny: CrossEncoderModel) -> None:
    found = tiny.relate(PAIRS)
    assert found.shape == (len(PAIRS), 4)
    assert found.dtype == np.float64
    assert found.sum(1) == pytest.approx(1)
    assert (found[:, 3] == 0).all()
    assert found[:, :3].std(0).min() > 0.01  # the model does tell pairs apart


def test_neither_order_nor_direction_matters(tiny: CrossEncoderModel) -> None:
    found = tiny.relate(PAIRS)
    assert (tiny.relate(PAIRS[::-1])[::-1] == found).all()
    assert (tiny.relate([(right, left) for left, right in PAIRS]) == found).all()


def test_the_neighbours_of_a_pair_do_not_matter(tiny: CrossEncoderModel) -> None:
    alone = np.vstack([tiny.relate([pair]) for pair in PAIRS])
    assert alone == close(tiny.relate(PAIRS))


def test_a_sentence_longer_than_the_model_reads_is_cut(tiny: CrossEncoderModel) -> None:
    long: Claim = claim("Nine miners died, the ministry said. " * 500)
    assert tiny.relate([(long, PAIRS[0][0])]).sum() == pytest.approx(1)


def test_where_the_labels_stand_does_not_matter(tiny: CrossEncoderModel, tmp_path: Path) -> None:
    other = CrossEncoderModel(str(save(tmp_path / "other", ("CONTRADICTION", "ENTAILMENT", "NEUTRAL"))))
    assert other.relate(PAIRS) == close(tiny.relate(PAIRS))


def test_the_name_is_the_folder_and_a_hash_of_the_weights(
    tiny: CrossEncoderModel, folder: Path, tmp_path: Path
) -> None:
    assert tiny.name == CrossEncoderModel(str(folder)).name
    assert tiny.name.startswith("tiny-nli@")
    assert CrossEncoderModel(str(save(tmp_path / "tiny-nli", LABELS, seed=1))).name != tiny.name


def test_a_model_for_something_else_is_refused(tiny: CrossEncoderModel, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="has the labels LABEL_0, LABEL_1"):
        CrossEncoderModel(str(save(tmp_path / "other", ("LABEL_0", "LABEL_1"))))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"no relation model .*empty"):
        CrossEncoderModel(str(tmp_path / "empty"))


def test_loading_says_nothing_and_leaves_the_library_as_talkative_as_it_was(
    tiny: CrossEncoderModel, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = pytest.importorskip("transformers").utils.logging
    before = log.get_verbosity(), log.is_progress_bar_enabled()
    CrossEncoderModel(str(folder))
    assert capfd.readouterr() == ("", "")
    assert (log.get_verbosity(), log.is_progress_bar_enabled()) == before
