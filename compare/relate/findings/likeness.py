"""What two claims have in common in words, and whether they are one sentence with something changed."""

from __future__ import annotations

from compare.model import Claim, Name, Span
from compare.relate.findings.terms import terms

_APART = 3  # most words of matter that only one of two claims has, for them to be one sentence with one thing changed
_SAME_SENTENCE = 0.6  # share of matter in common from which two claims are one sentence with one thing changed
_NEIGHBOURS = 3  # words of matter on either side that a number or verb is taken to belong to


def shared(left: Claim, right: Claim) -> float:
    """Share of the terms of the shorter claim that the other has, names left out."""
    named = {word for claim in (left, right) for name in claim.names() if name.sort != "role" for word in name.words}
    ours = {term.stem for term in terms(left.text)} - named
    theirs = {term.stem for term in terms(right.text)} - named
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


def is_same_sentence(left: Claim, right: Claim, *changed: Span | None) -> bool:
    """Whether all but the changed stretches, the first in the left claim and the second in the right, is the same."""
    ours, theirs = matter(left, *changed[:1]), matter(right, *changed[1:])
    same, apart = len(ours & theirs), len(ours ^ theirs)
    return same > 1 and same >= _SAME_SENTENCE * (same + apart) and apart <= _APART


def matter(claim: Claim, *changed: Span | None) -> set[str]:
    """The stems of a claim without its numbers, dates, cues and speakers, and without what was changed."""
    apart = [fact.span for fact in claim.facts if not isinstance(fact, Name)] + [span for span in changed if span]
    return {
        term.stem
        for term in terms(claim.text)
        if not any(span.start - claim.start <= term.span.start < span.end - claim.start for span in apart)
    } | {quantity.unit for quantity in claim.quantities() if quantity.unit}


def beside(left: Claim, a: Span, right: Claim, b: Span) -> float:
    """Share of the words of matter near either stretch that stand near both, 0 to 1."""
    ours, theirs = _around(left, a), _around(right, b)
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


def is_of_another(left: Claim, a: Span, right: Claim, b: Span) -> bool:
    """Whether the names told last before the two stretches have no word or actor in common."""
    ours, theirs = _told_before(left, a), _told_before(right, b)
    if ours is None or theirs is None or (ours.actor is not None and ours.actor == theirs.actor):
        return False
    return not set(ours.words) & set(theirs.words)


def _told_before(claim: Claim, span: Span) -> Name | None:
    speaking = [speech.source or speech.span for speech in claim.speeches()]
    names = [
        name
        for name in claim.names()
        if name.sort not in ("role", "place")
        and name.span.end <= span.start
        and not any(place.meet(name.span) for place in speaking)
    ]
    return names[-1] if names else None


def _around(claim: Claim, span: Span) -> set[str]:
    found, place = terms(claim.text), span.shift(-claim.start)
    before = [term.stem for term in found if term.span.end <= place.start][-_NEIGHBOURS:]
    after = [term.stem for term in found if term.span.start >= place.end][:_NEIGHBOURS]
    return {*before, *after}
