"""Whose words they are: a clash between those quoted is not one between outlets; one quotation in two wordings."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from compare.model import Claim, Span, Speech
from compare.relate.findings.finding import Finding, at, told
from compare.wording import content, plain

_QUOTED_WORDS = 4  # shorter quotations are alike or unlike by chance
_ALIKE, _SAME = 55.0, 95.0
"""Token sort ratio from which two quotations of one speaker render one utterance, and from which in the same words."""


def voices(left: Claim, right: Claim) -> Iterator[Finding]:
    """Each side tells it in the words of another speaker."""
    a, b = _attributed(left), _attributed(right)
    if a and b and not _same_speaker(a, left, b, right):
        yield Finding("voices", f"{a.speaker} / {b.speaker}", 1.0, a.source or a.span, b.source or b.span)


def _attributed(claim: Claim) -> Speech | None:
    named = [speech for speech in claim.speeches() if speech.speaker]
    return named[0] if named else None


def _same_speaker(a: Speech, left: Claim, b: Speech, right: Claim) -> bool:
    ours, theirs = _actors(left, a), _actors(right, b)
    if ours & theirs:
        return True
    return bool(set(content(a.speaker or "")) & set(content(b.speaker or "")))


def _actors(claim: Claim, speech: Speech) -> set[str]:
    where = speech.source or speech.span
    return {name.actor for name in claim.names() if name.actor and where.holds(name.span)}


def quotations(left: Claim, right: Claim) -> Iterator[Finding]:
    """One utterance of one speaker, quoted in different words."""
    for a, ours in _quoted(left):
        for b, theirs in _quoted(right):
            if _same_speaker(a, left, b, right) and _ALIKE <= _likeness(left, ours, right, theirs) < _SAME:
                yield Finding("quoted otherwise", told(left, ours, right, theirs), 1.0, ours, theirs)


def _likeness(left: Claim, a: Span, right: Claim, b: Span) -> float:
    return fuzz.token_sort_ratio(plain(at(left, a)).casefold(), plain(at(right, b)).casefold())


def _quoted(claim: Claim) -> Iterator[tuple[Speech, Span]]:
    for speech in claim.speeches():
        if speech.manner == "direct" and speech.speaker:
            yield from ((speech, span) for span in speech.content if len(at(claim, span).split()) >= _QUOTED_WORDS)
