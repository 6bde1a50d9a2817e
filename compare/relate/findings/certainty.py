"""One side hedges, alleges or foretells what the other does not, or colours it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Claim, Cue, CueKind, Span
from compare.relate.findings.finding import Finding, at
from compare.relate.findings.polarity import is_named, scope
from compare.relate.findings.terms import Term, terms
from compare.relate.loaded import LOADED
from compare.wording import words

_PLAIN_SENTENCE = 15  # words up to which a cue is taken to govern the whole sentence


def certainty(left: Claim, right: Claim) -> Iterator[Finding]:
    """One side hedges, alleges, leaves unverified, makes conditional or foretells, the other does not.

    In a long sentence a cue that governs no word of the other claim probably speaks of another of its propositions.
    """
    for code, senses in _SENSES.items():
        ours, theirs = left.cues(*senses), right.cues(*senses)
        if bool(ours) == bool(theirs):
            continue
        claim, other, cues = (left, right, ours) if ours else (right, left, theirs)
        cue = max(cues, key=lambda cue: _bears_on(claim, cue, other))
        there = _counterpart(claim, cue, other)
        spans = (cue.span, there) if ours else (there, cue.span)
        yield Finding(code, at(claim, cue.span), _bears_on(claim, cue, other), *spans)


_SENSES: dict[str, tuple[CueKind, ...]] = {
    "hedge": ("hedge", "question"),
    "allegation": ("allegation", "unverified"),
    "forecast": ("forecast",),
    "condition": ("condition",),
}


def _bears_on(claim: Claim, cue: Cue, other: Claim) -> float:
    if _counterpart(claim, cue, other):
        return 1.0
    return min(_PLAIN_SENTENCE / len(words(claim.text)), 1.0)


def _counterpart(claim: Claim, cue: Cue, other: Claim) -> Span | None:
    """The first word of the other claim that this one makes uncertain."""
    governed = {term.stem for term in scope(claim, cue)}
    found = [term.span for term in terms(other.text) if term.stem in governed]
    return found[0].shift(other.start) if found else None


def loaded_words(left: Claim, right: Claim) -> Iterator[Finding]:
    """Praise or blame in the words of one side that the other does not use."""
    ours, theirs = _loaded(left), _loaded(right)
    only_left = [term for term in ours if term.stem not in {other.stem for other in theirs}]
    only_right = [term for term in theirs if term.stem not in {other.stem for other in ours}]
    if only_left or only_right:
        detail = " / ".join(", ".join(term.word for term in side[:2]) or "–" for side in (only_left, only_right))
        yield Finding(
            "loaded words",
            detail,
            min(len(only_left) + len(only_right), 2),
            only_left[0].span.shift(left.start) if only_left else None,
            only_right[0].span.shift(right.start) if only_right else None,
        )


def _loaded(claim: Claim) -> list[Term]:
    """Loaded words of the outlet: not within names, that everybody uses, nor in what it quotes from others."""
    quoted = [span for speech in claim.speeches() if speech.manner == "direct" for span in speech.content]
    return [
        term
        for term in terms(claim.text)
        if term.stem in LOADED
        and not is_named(claim, term)
        and not any(span.meet(term.span.shift(claim.start)) for span in quoted)
    ]
