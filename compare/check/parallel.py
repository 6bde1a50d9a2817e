"""Sets -> comparisons, over several processes, each of which loads the models once.

Processes are started afresh and not copied: a copy of one in which ONNX Runtime has threads may hang.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from compare.check.engine import Engine
from compare.check.goldset import GoldSet
from compare.errors import CompareError, ModelError, SettingsError
from compare.model import Comparison

if TYPE_CHECKING:
    from compare.embed import Embedder
    from compare.relate import RelationModel

Found = tuple[Comparison | CompareError, float]
Run = tuple[GoldSet, Comparison | CompareError, float]


def run_sets(sets: Sequence[GoldSet], engine: Engine, jobs: int | None = None) -> Iterator[Run]:
    """Each set with its comparison, or why there is none, and the seconds it took; in the order given.

    `jobs` is the most processes, by default one a core. Raises ModelError and SettingsError, which concern every set.
    """
    processes = min(len(sets), jobs or cores())
    compared = _beside(sets, engine, processes) if processes > 1 else (_compare(gold, engine) for gold in sets)
    for gold, (found, seconds) in zip(sets, compared, strict=True):
        if isinstance(found, ModelError | SettingsError):
            raise found
        yield gold, found, seconds


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _beside(sets: Sequence[GoldSet], engine: Engine, processes: int) -> Iterator[Found]:
    context = get_context("spawn")
    lifeline, held = context.Pipe(duplex=False)
    begin = max(1, cores() // processes), lifeline
    pool = ProcessPoolExecutor(processes, context, _begin, begin)
    try:
        yield from map(_result, [pool.submit(_compare, gold, engine) for gold in sets])
    finally:
        held.close()
        pool.shutdown(cancel_futures=True)
        lifeline.close()


def _result(future: Future[Found]) -> Found:
    try:
        return future.result()
    except BrokenProcessPool:
        cure = "there may be too little memory: try --jobs 1"
        return CompareError("a process that compared sets was ended from outside", None, cure), 0.0


def _begin(threads: int, lifeline: Connection) -> None:
    """What a new process does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the first process, which ends the others
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(threads)
    vars(os)["cpu_count"] = lambda: threads  # the models take a thread a core: all processes together, no more
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End at once when nobody waits for this process: the first one lets go, or was killed."""
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(1)


def _compare(gold: GoldSet, engine: Engine) -> Found:
    found: Comparison | CompareError
    start = time.perf_counter()
    try:
        models = _models(engine.embedder, engine.relation_model)
        start = time.perf_counter()
        found = _compared(gold, engine, *models)
    except CompareError as error:
        found = error
    return found, time.perf_counter() - start


def _compared(gold: GoldSet, engine: Engine, embedder: Embedder, relation_model: str | RelationModel) -> Comparison:
    from compare.pipeline import compare_articles

    return compare_articles(gold.paths, embedder=embedder, relation_model=relation_model, settings=engine.settings)


@lru_cache(maxsize=1)
def _models(embedder: str, relation_model: str) -> tuple[Embedder, str | RelationModel]:
    """Loaded once a process; the rules are no model and go by the settings of a run."""
    from compare.embed import load_embedder
    from compare.relate import load_relation_model
    from compare.settings import Settings

    judge = relation_model if relation_model == "rules" else load_relation_model(relation_model, Settings())
    return load_embedder(embedder), judge
