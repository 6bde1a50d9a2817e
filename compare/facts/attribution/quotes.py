"""Where quotations begin and end in a sentence, in every style of marks, over sentences and paragraphs.

A mark is read by its shape and by what stands around it. Marks inside a quotation of another kind are part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

CLOSERS = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "'": "'",
    "”": "”",
    "’": "’",
    "''": "''",
    "``": "''",
}
"""An opening mark and the marks that may end what it opened; German and French styles beside the English."""
_MARK = re.compile(r"''|``|[\"“”„«»‹›‘’‚']")
_ELIDED = re.compile(r"['’](?:\d0s|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
_MUST_OPEN = frozenset({"“", "„", "«", "‹", "‘", "‚", "``"})
_SINGLE = frozenset("'’‘‚")
_MOST_INSIDE = 60
"""Marks looked at for the end of a quotation, so that a text of nothing but marks stays cheap."""


@dataclass(frozen=True)
class Quotation:
    """A stretch in quotation marks, the marks included; without one where the sentence holds only part of it."""

    start: int
    end: int
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True)
class _Mark:
    at: int
    char: str
    opens: bool
    closes: bool
    plural: bool = False
    """Whether it may be the apostrophe of "workers’"."""

    @property
    def end(self) -> int:
        return self.at + len(self.char)


def read_quotes(text: str, waiting: str = "") -> tuple[list[Quotation], str]:
    """The quotations of a sentence, and the closing marks that the last of them still waits for.

    `waiting` is what the sentence before left: 'It is over.” He left.' with "”" begins in a quotation.
    """
    marks = [_read_mark(text, match.start(), match[0]) for match in _MARK.finditer(text)]
    found: list[Quotation] = []
    number = 0
    if waiting and not _reopened(text, marks):
        end = _closing(marks, 0, waiting)
        double = [mark for mark in marks if mark.char not in _SINGLE]
        if end is None and not any(mark.opens for mark in double):
            return [Quotation(0, len(text), opened=False, closed=False)], waiting
        # As many marks that open as close: the end of the quotation before was never written.
        if end is not None and not (
            double and double[0].opens and sum(mark.opens for mark in double) * 2 >= len(double)
        ):
            found.append(Quotation(0, marks[end].end, opened=False))
            number = end + 1
    return _read_on(text, marks, number, found)


def _reopened(text: str, marks: Sequence[_Mark]) -> bool:
    """Whether it begins like the next paragraph of a quotation: with an opening mark of its own."""
    return bool(marks) and marks[0].opens and not text[: marks[0].at].strip()


def _read_on(text: str, marks: Sequence[_Mark], number: int, found: list[Quotation]) -> tuple[list[Quotation], str]:
    single_ends = [mark.at for mark in marks if mark.closes and mark.char in _SINGLE]
    while number < len(marks):
        mark = marks[number]
        number += 1
        if not mark.opens:
            continue
        closers = CLOSERS[mark.char]
        if mark.char in _SINGLE and mark.at > 0 and (not single_ends or single_ends[-1] < mark.at):
            continue
        end = _closing(marks, number, closers)
        if end is None:
            if mark.char in _SINGLE and not _may_run_on(text, mark.at):
                continue
            return [*found, Quotation(mark.at, len(text), closed=False)], closers
        found.append(Quotation(mark.at, marks[end].end))
        number = end + 1
    return found, ""


def _may_run_on(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:] in ("", ",", ":") and bool(re.match(r".\w[\w'’]*\s+\S+\s", text[at : at + 80]))


def _closing(marks: Sequence[_Mark], number: int, closers: str) -> int | None:
    """The number of the mark that ends a quotation, nested ones of the same kind skipped."""
    depth = 0
    late: int | None = None
    for index in range(number, min(number + _MOST_INSIDE, len(marks))):
        mark = marks[index]
        if _ends(mark, closers):
            if depth == 0 and not (mark.plural and index + 1 < len(marks) and _ends(marks[index + 1], closers)):
                return index
            late = index
            depth = max(0, depth - 1)
        elif mark.opens and set(CLOSERS.get(mark.char, "")) == set(closers):
            depth += 1
    return late


def _ends(mark: _Mark, closers: str) -> bool:
    return mark.closes and (mark.char == closers or (len(mark.char) == 1 and mark.char in closers and closers != "''"))


def _read_mark(text: str, at: int, char: str) -> _Mark:
    end = at + len(char)
    before, after = text[at - 1 : at] if at else "", text[end : end + 1]
    free_before = not before or before.isspace() or before in "([{—–-/“‘\"'„«‚…"
    free_after = not after or not (after.isalnum() or after in "$£€#@")
    if char in _SINGLE and (_ELIDED.match(text, at) or (before.isalnum() and after.isalnum())):
        return _Mark(at, char, opens=False, closes=False)
    if char in _MUST_OPEN:
        german = char in "“‘" and not free_before and free_after
        return _Mark(at, char, opens=not german and bool(after), closes=german)
    opens = free_before and bool(after) and not after.isspace() and (not free_after or after in "“‘\"'[(.…$")
    closes = bool(before) and not before.isspace() and not (opens and before in "([{—–-/“‘„«‚")
    return _Mark(at, char, opens, closes, plural=char in _SINGLE and before == "s" and after.isspace())
