"""Claims as quotes: a source's own words, marked where the reasons rest on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from compare.model import Claim, Link, Span
from reports import words
from reports.safe import one_line, shortened
from reports.view.index import Index
from reports.view.values import Piece, Quote

AGAINST = "against"
"""The tone of words that speak against the verdict."""
_LOUDEST = ("conflict", "differ", "agree", "unsure", AGAINST)
_NOTICEABLE = 0.05  # log-odds; what weighs less is a rounding error to the reader
_GLIMPSE = 28  # characters
_NOTES = 2  # what more is marked there for is told with the links
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True)
class _Mark:
    span: Span
    tone: str
    note: str


def quote(index: Index, claim: Claim, links: Iterable[Link] = (), number: int = 0) -> Quote:
    """A claim, marked where the reasons of these links rest on it."""
    group = index.group_of[claim.id]
    return Quote(
        claim=claim.id,
        source=index.labels[claim.article],
        pieces=tuple(_pieces(claim, [mark for link in links for mark in _marks(link, claim)])),
        row=group.id,
        standing=group.standing,
        speaker=one_line(claim.speaker) if claim.speaker else None,
        number=number,
        manner=manner(claim),
    )


def glimpse(index: Index, claim: Claim, number: int) -> Quote:
    """Its first words, for where the whole of it stands elsewhere on the page."""
    return replace(quote(index, claim, number=number), pieces=(Piece(shortened(claim.text, _GLIMPSE)),), cut=True)


def manner(claim: Claim) -> tuple[str, ...]:
    """How surely it is told: as its cues say, and "denied" where one of them is a denial."""
    denied = ("denied",) if claim.cues("denial") else ()
    return (*denied, claim.certainty) if claim.certainty != "asserted" or not denied else denied


def shown(text: str) -> str:
    """A text with its line breaks, in which every control character and lone surrogate shows as U+FFFD."""
    return _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", text))


def _marks(link: Link, claim: Claim) -> Iterator[_Mark]:
    for reason in link.reasons:
        span = reason.left if link.left == claim.id else reason.right if link.right == claim.id else None
        if span and abs(reason.weight) >= _NOTICEABLE and claim.start < span.end and span.start < claim.end:
            note = words.reason(reason.code)
            yield _Mark(span, link.relation, note) if reason.weight > 0 else _Mark(span, AGAINST, f"{note} (against)")


def _pieces(claim: Claim, marks: list[_Mark]) -> Iterator[Piece]:
    ends = {end for mark in marks for end in (mark.span.start, mark.span.end) if claim.start < end < claim.end}
    for start, end in pairwise(sorted({claim.start, claim.end, *ends})):
        over = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
        tone = next((tone for tone in _LOUDEST if any(mark.tone == tone for mark in over)), "")
        notes = list(dict.fromkeys(mark.note for mark in over if mark.tone == tone))
        yield Piece(shown(claim.text[start - claim.start : end - claim.start]), tone, _noted(notes))


def _noted(notes: list[str]) -> str:
    """The first few of them: claims that many sources tell are marked for many links."""
    more = len(notes) - _NOTES
    return "; ".join([*notes[:_NOTES], *([f"and {more} more"] if more > 0 else [])])
