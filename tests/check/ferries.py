"""A sample set of two short reports on a sunken ferry, and an engine of no weights that reads it in a moment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from compare.check.engine import Engine
from compare.check.goldset import GoldSet
from compare.check.parallel import Run
from compare.pipeline import compare_articles
from compare.settings import Settings
from tests.fakes import FakeEmbedder

NINE = "Nine bodies were recovered off the cape on Monday."
FOUR = "Four bodies were recovered off the cape on Monday."
BUILT = "The ship was built in 1984."
DAWN = "Divers will return to the wreck at dawn."
FUND = "A fund was opened for the families."
WIRE = f"Ferry sinks off Cape Tarn\n\n{NINE} {BUILT}\n\n{DAWN}\n"
STATE = f"Order restored\n\n{FOUR} {BUILT}\n\n{FUND}\n"
ABOUT = 'title = "Ferry"\nlicence = "CC-BY-4.0"\nlabelled = "By hand."\nlanguage = "en"\n'

PLAIN = replace(Settings(), reread_weights=None)
ENGINE = Engine("tests.fakes:FakeEmbedder", "rules", PLAIN)
"""It links the two tolls, a conflict, and the two that are word for word the same, and nothing else."""


def link(wire: str, state: str, relation: str, *aspects: str) -> dict[str, object]:
    ends = {"a": {"article": "wire.txt", "quote": wire}, "b": {"article": "state.txt", "quote": state}}
    return {**ends, "relation": relation, "aspects": list(aspects)}


TOLL = link(NINE, FOUR, "conflict", "quantity")
AGE = link(BUILT, BUILT, "agree")
HELP = link(DAWN, FUND, "differ", "interpretation")
"""Found by nobody."""


def write(folder: Path, *links: dict[str, object], about: str = ABOUT, wire: str = WIRE) -> Path:
    """A set on disk; by default gold is what the engine finds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "wire.txt").write_text(wire, "utf-8")
    (folder / "state.txt").write_text(STATE, "utf-8")
    gold = {"set": folder.name, "articles": ["wire.txt", "state.txt"], "links": links or [TOLL, AGE]}
    (folder / "gold.json").write_text(json.dumps(gold, indent=1), "utf-8")
    (folder / "set.toml").write_text(about, "utf-8")
    return folder


def without_gold(folder: Path, about: str = ABOUT) -> Path:
    """A set whose gold has no link."""
    gold = write(folder, about=about) / "gold.json"
    gold.write_text(json.dumps({**json.loads(gold.read_text("utf-8")), "links": []}), "utf-8")
    return folder


def run_plainly(sets: Sequence[GoldSet], engine: Engine, jobs: int | None = None) -> Iterator[Run]:
    """In place of `run_sets`: whatever engine is asked for, that of no weights runs."""
    for gold in sets:
        yield gold, compare_articles(gold.paths, embedder=FakeEmbedder(), relation_model="rules", settings=PLAIN), 0.5
