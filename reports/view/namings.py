"""One actor or act, and what each source calls it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Comparison
from reports.view.index import Index
from reports.view.values import Named


def named(comparison: Comparison, index: Index) -> Iterator[Named]:
    """Nothing yet."""
    yield from ()
