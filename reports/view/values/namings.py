"""One actor or act, and what each source calls it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """One actor or act, and what each source calls it."""

    title: str
