"""Somebody quoted, and where."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Comparison
from reports.view.index import Index
from reports.view.values import Speaker


def speakers(comparison: Comparison, index: Index) -> Iterator[Speaker]:
    """Nothing yet."""
    yield from ()
