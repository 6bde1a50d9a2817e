"""Numbers below zero: "-20C", "minus 0.4 percent", "−$500 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.model import MEASURES, Quantity, Span

_SIGN = re.compile(r"(?:(?<![\w.,%)-])[-−–]|(?<!\w)minus\s)$", re.IGNORECASE)
_REACH = 8  # code points before a number in which its sign stands


def signed(text: str, quantity: Quantity) -> Quantity:
    """The quantity below zero where a sign stands before it; only of measures, for a dash before a count is a dash."""
    if quantity.unit not in MEASURES or quantity.sense != "amount":
        return quantity
    start = quantity.span.start
    sign = _SIGN.search(text, max(0, start - _REACH), start)
    if sign is None:
        return quantity
    low, high = (None if end is None else -end for end in (quantity.high, quantity.low))
    return replace(quantity, span=Span(sign.start(), quantity.span.end), low=low, high=high)
