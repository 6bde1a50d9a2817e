"""What is being done, on stderr, where somebody waits for it: a terminal, and more than a second of work."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

_PATIENCE = 1.0  # seconds before anything is shown


@contextmanager
def shown(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function to be told each stage by name."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage: None
        return
    spinner = _Spinner()
    timer = threading.Timer(_PATIENCE, spinner.start)
    timer.daemon = True
    timer.start()
    try:
        yield spinner.tell
    finally:
        timer.cancel()
        spinner.stop()


class _Spinner:
    """rich's status line, loaded when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stage = ""
        self._status: Status | None = None
        self._over = False

    def tell(self, stage: str) -> None:
        with self._lock:
            self._stage = stage
            if self._status is not None:
                self._status.update(f"{stage} …")

    def start(self) -> None:
        from rich.console import Console

        with self._lock:
            if not self._over:
                self._status = Console(stderr=True).status(f"{self._stage} …")
                self._status.start()

    def stop(self) -> None:
        with self._lock:
            self._over = True
            if self._status is not None:
                self._status.stop()
