"""One comparable quantity, source by source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chart:
    """One comparable quantity, source by source."""

    title: str
