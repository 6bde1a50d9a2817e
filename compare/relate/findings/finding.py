"""One thing seen in a pair of claims."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Claim, Span


@dataclass(frozen=True)
class Finding:
    """A code, the words it rests on, and how strongly it shows (0 to 1, or a count up to 2)."""

    code: str
    detail: str
    strength: float
    left: Span | None = None
    """Where in the left claim's article; likewise `right`."""
    right: Span | None = None


def at(claim: Claim, span: Span) -> str:
    """The words of a claim at a span of its article."""
    return claim.text[span.start - claim.start : span.end - claim.start]


def told(left: Claim, a: Span, right: Claim, b: Span) -> str:
    """The words of both sides: "Two / Three"."""
    return f"{at(left, a)} / {at(right, b)}"
