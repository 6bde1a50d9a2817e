"""The unit of a quantity as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import QuantitySense


@dataclass(frozen=True)
class Unit:
    """A unit in normal form, what the number is multiplied by to be in it, and its tokens with the number's."""

    name: str
    factor: float
    first: int
    after: int
    sense: QuantitySense = "amount"
    zero: float = 0.0
    """What is taken off the number before: 32 for degrees Fahrenheit."""
    plus: float = 0.0
    """What follows in halves and quarters: "two years and a half"."""
    per: str = ""
    symbol: bool = False
    """Whether it is a sign before the number, so that a second number may do without: "$3-5"."""
