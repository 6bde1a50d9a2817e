"""What all tests share: quiet hypothesis profiles, the bundled embedder loaded once, and the sample sets."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from compare import compare_articles
from compare.backends.pair_reader import PairReader, bundled
from compare.embed import Embedder, load_embedder
from compare.model import Article, Comparison
from tests.fakes import Remembering, RememberingReader

settings.register_profile(
    "quick",
    deadline=None,
    max_examples=60,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("quick"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"


def all_sample_sets() -> list[Path]:
    """The folders of the curated sets, by name."""
    return sorted(path.parent for path in SAMPLES.glob("*/gold.json"))


def sample_sets() -> list[Path]:
    """Three of them, rich in links, on which many tests run the engine; `compare check` judges all."""
    return [SAMPLES / name for name in ("chip-plant", "dam-release", "direct-talks")]


def sample_files(folder: Path) -> list[Path]:
    """The articles of one set."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md")


@pytest.fixture(scope="session")
def minilm() -> Embedder:
    """The bundled embedder; what it once embedded it does not embed again."""
    return Remembering(load_embedder("minilm"))


@pytest.fixture(scope="session")
def pair_reader() -> PairReader:
    """The bundled pair reader, loaded once."""
    return bundled()


@pytest.fixture(scope="session", autouse=True)
def reader_once() -> Iterator[None]:
    """Every run of a test session asks one pair reader, which reads no pair twice, but for `fresh_reader`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("compare.backends.reader.bundled", cache(lambda: RememberingReader(bundled())))
        yield


@pytest.fixture
def fresh_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of this test load the bundled pair reader anew and remember nothing."""
    monkeypatch.setattr("compare.backends.reader.bundled", bundled)


Compared = Callable[..., Comparison]


@pytest.fixture(scope="session")
def compared(minilm: Embedder) -> Compared:
    """compare_articles with the bundled embedder already loaded."""

    def run(*sources: str | Path | Article, **options: object) -> Comparison:
        return compare_articles(sources, **{"embedder": minilm, **options})

    return run


@pytest.fixture(scope="session", params=sample_sets(), ids=lambda folder: folder.name)
def sample(request: pytest.FixtureRequest) -> list[Path]:
    """The files of one sample set; a test that asks for it runs on every set."""
    return sample_files(request.param)


@pytest.fixture(scope="session")
def sample_comparison(sample: list[Path], compared: Compared) -> Comparison:
    """One sample set, compared."""
    return compared(*sample)
