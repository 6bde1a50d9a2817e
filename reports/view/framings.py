"""Where two sources tell the same fact with another certainty or another meaning."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Comparison, Link, Reason
from reports import words
from reports.figures import percent
from reports.safe import one_line
from reports.view.bonds import by_severity
from reports.view.index import Index
from reports.view.passages import quote
from reports.view.values.namings import Framing

_FRAMING = ("certainty", "interpretation")
_SHADES = {
    "hedge": "hedges",
    "allegation": "tells it as an allegation",
    "forecast": "tells it as a forecast",
    "condition": "makes it depend on something",
}
_ALIKE = frozenset(
    {"same quantity", "compatible quantity", "same time", "same cause", "shared wording", "voices", "model"}
)
"""Reasons that say nothing of how two claims differ in framing."""
_NOTICEABLE = 0.05  # log-odds; what weighs less is a rounding error to the reader


def framings(comparison: Comparison, index: Index) -> Iterator[Framing]:
    """Links that differ in certainty, then those in interpretation; of each the most severe and surest first."""
    for aspect in _FRAMING:
        for link in by_severity(comparison.links):
            if aspect == next((one for one in link.aspects if one in _FRAMING), None):
                yield _framing(index, link, aspect)


def _framing(index: Index, link: Link, aspect: str) -> Framing:
    left, right = (quote(index, index.comparison.claim(end), [link]) for end in (link.left, link.right))
    return Framing(
        aspect=aspect,
        aspects=tuple(link.aspects),
        relation=link.relation,
        called=words.called(link),
        confidence=percent(link.confidence),
        row=left.row,
        left=left,
        right=right,
        differs=tuple(_differs(index, link)),
    )


def _differs(index: Index, link: Link) -> Iterator[str]:
    """What the reasons saw, each in a sentence, heaviest first."""
    for reason in sorted(link.reasons, key=lambda reason: -reason.weight):
        if reason.weight >= _NOTICEABLE and reason.code not in _ALIKE | words.UNSEEN:
            yield _sentence(index, link, reason)


def _sentence(index: Index, link: Link, reason: Reason) -> str:
    labels = index.label(link.left), index.label(link.right)
    if reason.code in _SHADES and (side := _side(index, link, reason)) is not None:
        shade = f"{labels[side]} {_SHADES[reason.code]}: “{one_line(reason.detail)}”"
        return f"{shade}; {labels[1 - side]} does not."
    if reason.code == "loaded words" and reason.detail.count(" / ") == 1:
        sides = zip(labels, reason.detail.split(" / "), strict=True)
        told = "; ".join(f"{label} has {_listed(found)}" for label, found in sides)
        return f"{words.reason(reason.code)}: {told}."
    return f"{words.reason(reason.code)}: {one_line(reason.detail)}." if reason.detail else words.reason(reason.code)


def _listed(found: str) -> str:
    return "none" if found == "–" else f"“{one_line(found)}”"


def _side(index: Index, link: Link, reason: Reason) -> int | None:
    """On which side the words of a reason stand, 0 or 1; None where that cannot be told."""
    sides = []
    for number, (end, span) in enumerate(((link.left, reason.left), (link.right, reason.right))):
        text = index.comparison.article(index.comparison.claim(end).article).text
        if span and one_line(span.of(text)).casefold() == one_line(reason.detail).casefold():
            sides.append(number)
    return sides[0] if len(sides) == 1 else None
