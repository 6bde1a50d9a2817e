"""Two quantities -> same, compatible, incompatible or not comparable: a symmetric algebra over intervals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, isclose
from typing import Literal

from compare.model import Quantity

Verdict = Literal["same", "compatible", "incompatible", "not comparable"]

_VAGUE = 0.1  # "about 3,000" may be 3,117, hardly 3,400: relative half-width of a rounded number
_MEASURED = 0.03  # a length or weight converted from other units is seldom exact
_CONVERTED = frozenset({"km", "kg", "litre", "km2"})


@dataclass(frozen=True)
class Match:
    """Two quantities of two claims, and how they go together."""

    left: Quantity
    right: Quantity
    verdict: Verdict
    only: bool = True
    """Whether each claim has no other quantity of the kind."""


def compare_quantities(a: Quantity, b: Quantity) -> Verdict:
    """How two quantities go together; the same in either order.

    Example: "at least 12 dead" / "15 dead" compatible; "12 dead" / "15 dead" incompatible;
    "12 dead" / "12 arrested" not comparable.
    """
    if not a.unit or not b.unit or a.unit != b.unit:
        return "not comparable"
    if (a.low, a.high, a.vague) == (b.low, b.high, b.vague):
        return "same"
    (low_a, high_a), (low_b, high_b) = _interval(a), _interval(b)
    return "compatible" if low_a <= high_b and low_b <= high_a else "incompatible"


def _interval(quantity: Quantity) -> tuple[float, float]:
    slack = _VAGUE if quantity.vague else _MEASURED if quantity.unit in _CONVERTED else 1e-9
    low = -inf if quantity.low is None else quantity.low - slack * abs(quantity.low)
    high = inf if quantity.high is None else quantity.high + slack * abs(quantity.high)
    return low, high


def match_quantities(left: Sequence[Quantity], right: Sequence[Quantity]) -> Iterator[Match]:
    """For each thing counted on both sides, the one pair that goes together best.

    A sentence often has two numbers of a kind ("rose from 51 to 48 per cent"): one fitting pair settles the
    kind, and only where none fits is it a clash, told by the closest pair.
    """
    for unit in sorted({quantity.unit for quantity in left} & {quantity.unit for quantity in right} - {""}):
        ours, theirs = ([one for one in side if one.unit == unit] for side in (left, right))
        only = len(ours) == len(theirs) == 1
        pairs = [Match(a, b, compare_quantities(a, b), only) for a in ours for b in theirs]
        yield min(pairs, key=_rank)


def _rank(match: Match) -> tuple[int, float, int, int]:
    order = ("same", "compatible", "incompatible", "not comparable").index(match.verdict)
    return order, _distance(match.left, match.right), match.left.span.start, match.right.span.start


def _distance(a: Quantity, b: Quantity) -> float:
    x, y = _middle(a), _middle(b)
    return 0.0 if isclose(x, y) else abs(x - y) / max(abs(x), abs(y))


def _middle(quantity: Quantity) -> float:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends)
