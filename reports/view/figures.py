"""One comparable quantity, source by source."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Comparison
from reports.view.index import Index
from reports.view.values import Chart


def charts(comparison: Comparison, index: Index) -> Iterator[Chart]:
    """Nothing yet."""
    yield from ()
