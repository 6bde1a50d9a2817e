"""One day or stretch of days, and what the sources place there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Day:
    """One day or stretch of days, and what the sources place there."""

    title: str
