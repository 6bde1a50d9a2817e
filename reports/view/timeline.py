"""One day or stretch of days, and what the sources place there."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Comparison
from reports.view.index import Index
from reports.view.values import Day


def days(comparison: Comparison, index: Index) -> Iterator[Day]:
    """Nothing yet."""
    yield from ()
