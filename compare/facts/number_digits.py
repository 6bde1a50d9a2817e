"""Numbers in digits, with the separators of several countries."""

from __future__ import annotations

import re

_GROUPED = re.compile(r"\d{1,3}(?P<by>[,'’\u00a0\u2009\u202f])\d{3}(?:(?P=by)\d{3})*(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?|\d{1,3}\.\d{3},\d{1,2}")
_PLAIN = re.compile(r"(?:0|[1-9]\d*)(?:[.]\d+|,\d{1,2})?")
_LONGEST = 30  # characters; longer strings of digits are codes


def digits(written: str) -> float | None:
    """A number in digits with the separators of several countries; None for what is a code, a time or a date.

    Three digits after one point are a decimal, after several points thousands.

    Example: "1,200" "1'200" "1.200.000" "12,50,000" -> 1200, 1200, 1200000, 1250000; "1,5" -> 1.5; "007" -> None.
    """
    if len(written) > _LONGEST:
        return None
    if _GROUPED.fullmatch(written) or _INDIAN.fullmatch(written):
        return float(re.sub(r"[^\d.]", "", written))
    if _EUROPEAN.fullmatch(written):
        return float(written.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(written):
        return float(written.replace(",", "."))
    return None
