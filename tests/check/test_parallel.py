"""Sets compared one after the other and side by side, with an engine that has no weights to load."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from compare.check import parallel
from compare.check.engine import Engine
from compare.check.goldset import GoldSet
from compare.check.parallel import cores, run_sets
from compare.errors import CompareError, InputError, ModelError
from compare.model import Comparison
from compare.settings import Settings

ROOT = Path(__file__).parents[2]
LIGHT = replace(Settings(), reread_weights=None)
FAKE = Engine("tests.fakes:FakeEmbedder", "rules", LIGHT)
BOTH = pytest.mark.parametrize("jobs", [1, 2])

EMBEDDERS = """
    import os, signal, time
    from pathlib import Path
    from tests.fakes import FakeEmbedder

    HERE = Path(__file__).parent

    def note(*words):
        with (HERE / "notes").open("a") as file:
            file.write(" ".join(map(str, words)) + "\\n")

    class Noting(FakeEmbedder):
        def __init__(self):
            note(os.getpid(), os.cpu_count(), os.environ.get("OMP_NUM_THREADS"))

    class Dying(FakeEmbedder):
        def embed(self, texts):
            os.kill(os.getpid(), signal.SIGKILL)

    class Sleeping(FakeEmbedder):
        def embed(self, texts):
            note(os.getpid())
            time.sleep(300)
"""
SCRIPT = """
    import sys
    sys.path.insert(0, {here!r})
    from compare.check.goldset import GoldSet
    from compare.check.parallel import run_sets
    from tests.check.test_parallel import Engine, LIGHT, made
    from pathlib import Path

    if __name__ == "__main__":
        sets = [made(Path({here!r}), name) for name in ("one", "two")]
        try:
            list(run_sets(sets, Engine("embedders:Sleeping", "rules", LIGHT), 2))
        except KeyboardInterrupt:
            sys.exit("stopped")
"""


def made(folder: Path, name: str, *, wire: str = "") -> GoldSet:
    """A set of two short articles."""
    here = folder / name
    here.mkdir(exist_ok=True)
    (here / "wire.txt").write_text(wire or f"Nine bodies were recovered in {name}.\n\nThe ferry sank on Monday.\n")
    (here / "state.txt").write_text(f"Four bodies were recovered in {name}.\n\nThe ferry was old.\n")
    return GoldSet(here, ("wire.txt", "state.txt"), ())


@pytest.fixture
def sets(tmp_path: Path) -> list[GoldSet]:
    return [made(tmp_path, name) for name in ("one", "three", "four", "two")]


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[list[str]]]:
    """What the embedders below wrote down."""
    (tmp_path / "embedders.py").write_text(dedent(EMBEDDERS))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "embedders", raising=False)
    parallel._models.cache_clear()

    def read() -> list[list[str]]:
        path = tmp_path / "notes"
        return [line.split() for line in path.read_text().splitlines()] if path.exists() else []

    return read


def compared(sets: list[GoldSet], engine: Engine, jobs: int | None) -> list[Comparison | CompareError]:
    found = list(run_sets(sets, engine, jobs))
    assert [gold for gold, _, _ in found] == sets
    return [one for _, one, _ in found]


def test_side_by_side_gives_what_one_after_the_other_gives_in_the_order_given(sets: list[GoldSet]) -> None:
    alone = compared(sets, FAKE, 1)
    assert [one.articles[0].text.split(".")[0].split()[-1] for one in alone] == ["one", "three", "four", "two"]
    assert alone[0].links
    assert compared(sets, FAKE, 2) == alone


@BOTH
def test_a_set_that_cannot_be_compared_stops_no_other(sets: list[GoldSet], tmp_path: Path, jobs: int) -> None:
    broken = [made(tmp_path, "empty", wire="."), GoldSet(tmp_path / "missing", ("a.txt", "b.txt"), ())]
    found = compared([sets[0], *broken, sets[1]], FAKE, jobs)
    assert [type(one) for one in found] == [Comparison, InputError, InputError, Comparison]
    assert "no claims found" in str(found[1])
    assert str(tmp_path / "missing") in str(found[2])


@BOTH
def test_a_model_that_is_not_there_is_told_once(sets: list[GoldSet], jobs: int) -> None:
    runs = run_sets(sets, Engine("tests.fakes:Nothing", "rules", LIGHT), jobs)
    with pytest.raises(ModelError, match=r"no embedder tests\.fakes:Nothing"):
        next(runs)


@BOTH
def test_no_set_is_no_work(jobs: int) -> None:
    assert list(run_sets([], FAKE, jobs)) == []


@BOTH
def test_models_are_loaded_once_a_process_and_all_threads_together_fit_the_cores(
    sets: list[GoldSet], notes: Callable[[], list[list[str]]], jobs: int
) -> None:
    compared(sets, Engine("embedders:Noting", "rules", LIGHT), jobs)
    processes = min(jobs, len(sets))
    told = notes()
    assert set(Counter(process for process, _, _ in told).values()) == {1}
    assert 1 <= len(told) <= processes
    if processes > 1:
        assert str(os.getpid()) not in {process for process, _, _ in told}
        assert {tuple(rest) for _, *rest in told} == {(str(max(1, cores() // processes)),) * 2}


def test_one_set_needs_no_other_process(sets: list[GoldSet], notes: Callable[[], list[list[str]]]) -> None:
    compared(sets[:1], Engine("embedders:Noting", "rules", LIGHT), 8)
    assert [int(process) for process, _, _ in notes()] == [os.getpid()]


def test_the_time_is_that_of_the_comparison_alone(sets: list[GoldSet]) -> None:
    for _, _, seconds in run_sets(sets, FAKE, 1):
        assert 0 < seconds < 30


@pytest.mark.usefixtures("notes")
def test_a_process_that_is_killed_is_told_and_nothing_hangs(sets: list[GoldSet]) -> None:
    found = compared(sets, Engine("embedders:Dying", "rules", LIGHT), 2)
    assert {str(one) for one in found} == {
        "a process that compared sets was ended from outside; there may be too little memory: try --jobs 1"
    }


def test_who_wants_no_more_does_not_wait(
    sets: list[GoldSet], tmp_path: Path, notes: Callable[[], list[list[str]]]
) -> None:
    """The first set fails at once, the second would sleep for minutes."""
    runs = run_sets([made(tmp_path, "empty", wire="."), sets[0]], Engine("embedders:Sleeping", "rules", LIGHT), 2)
    assert isinstance(next(runs)[1], InputError)
    start = time.monotonic()
    runs.close()
    assert time.monotonic() - start < 10
    assert all(gone(int(process)) for (process,) in notes())


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_first(
    how: signal.Signals, tmp_path: Path, notes: Callable[[], list[list[str]]]
) -> None:
    script = tmp_path / "script.py"
    script.write_text(dedent(SCRIPT).format(here=str(tmp_path)))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    first = subprocess.Popen(
        [sys.executable, str(script)], stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    )
    assert until(lambda: len(notes()) == 2), first.poll()
    if how == signal.SIGINT:
        os.killpg(first.pid, how)  # as a terminal does
    else:
        first.kill()
    _, told = first.communicate(timeout=30)
    assert until(lambda: all(gone(int(process)) for (process,) in notes()))
    if how == signal.SIGINT:
        assert told == "stopped\n"  # and no traceback of any other process


def until(true: Callable[[], bool]) -> bool:
    """Whether it becomes so within half a minute."""
    end = time.monotonic() + 30
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def gone(process: int) -> bool:
    """Whether it has ended; one that nobody has asked for its end yet has ended too."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"
