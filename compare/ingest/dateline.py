"""The day in the dateline of a report: "DUBAI, Feb. 16, 2026 (AP) - The vote ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from compare.ingest.header import parse_day

_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’/-]{1,40}(?:,\s[A-Z][\w.]{0,20}(?:\s[A-Z][a-z]{1,20})?){0,2}?"
_YEAR = r",?\s(?:19|20|21)\d\d"
_DAY = (
    rf"(?P<day>[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}{_YEAR}|\d{{1,2}}\s[A-Z][a-z]{{2,8}}\.?{_YEAR}"
    r"|(?:19|20|21)\d\d-\d\d-\d\d)"
)
_WEEKDAY = r"(?:[A-Z][a-z]{2,5}day,?\s)?"
_AGENCY = r"(?:,?\s[(/][A-Za-z ./-]{2,30}[)/])?"
_DASH = r"(?:\s+[–-]{1,2}|\s*(?:--|[—―])[–-]?)\s*(?=[\"“'‘«(]?[A-ZÀ-ÖØ-Þ\d])"
_DATELINE = re.compile(rf"{_PLACE},\s{_WEEKDAY}{_DAY}{_AGENCY}(?:{_DASH}|\s?[.:]\s)")
_WITH_COMMA = re.compile(r"^(\D+ \d{1,2}) (\d{4})$")  # "Feb. 16 2026"


def dateline_day(blocks: Iterable[str]) -> date | None:
    """The day told by a dateline at the start of one of the blocks; None without one, or without a year.

    Example: ["LONDON, 16 February 2026 (Reuters) — The pound fell."] -> 16 February 2026.
    """
    for text in blocks:
        match = _DATELINE.match(text)
        if match:
            return parse_day(_WITH_COMMA.sub(r"\1, \2", re.sub(r",?\s+", " ", match["day"])))
    return None
