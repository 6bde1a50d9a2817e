"""Two times -> same, compatible, incompatible or not comparable: a symmetric algebra by grain."""

from __future__ import annotations

from datetime import date
from typing import Literal

from compare.model import When

Verdict = Literal["same", "compatible", "incompatible", "not comparable"]

_NEAR = {"day": 31, "month": 366, "year": 1830}  # days within which two dates of that grain may be told of one event


def compare_times(a: When, b: When) -> Verdict:
    """How two times go together; the same in either order.

    Example: "Tuesday" / "3 March" of one week compatible; "3 March" / "5 March" incompatible; "3 March" / "2019" not
    comparable, being too far apart to be told of one event.
    """
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return "not comparable"
    ours, theirs = (a.first, a.last), (b.first, b.last)
    if ours == theirs:
        return "same"
    if a.first <= b.last and b.first <= a.last:
        return "compatible"
    grain = _grain(*ours)
    near = grain == _grain(*theirs) and abs((a.first - b.first).days) <= _NEAR[grain]
    return "incompatible" if near else "not comparable"


def _grain(first: date, last: date) -> str:
    days = (last - first).days
    return "day" if days < 2 else "month" if days < 32 else "year"
