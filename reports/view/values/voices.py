"""Somebody quoted, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Speaker:
    """Somebody quoted, and where."""

    title: str
