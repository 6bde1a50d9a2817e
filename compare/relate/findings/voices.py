"""Whose words they are: a clash between those quoted is not one between outlets; one quotation in two wordings."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from compare.model import Claim, Name, Span, Speech
from compare.relate.findings.actors import are_of_one_land
from compare.relate.findings.finding import Finding, at, told
from compare.relate.parties import is_group
from compare.wording import content, words

_QUOTED_WORDS = 4  # shorter quotations are alike or unlike by chance
_ALIKE = 55.0
"""Token sort ratio, in per cent, from which two quotations of one speaker render one utterance."""
_SAME = 95.0
"""Partial ratio from which one holds the words of the other."""


def voices(left: Claim, right: Claim) -> Iterator[Finding]:
    """Each side tells it in the words of another speaker.

    "The aide" and "Elizabeth Lauten" may be one, unless the aide is known over all articles to be somebody else.
    """
    a, b = _attributed(left), _attributed(right)
    if a and b and not _same_speaker(a, left, b, right) and not _may_be_one(a, left, b, right):
        yield Finding("voices", f"{a.speaker} / {b.speaker}", 1.0, a.source or a.span, b.source or b.span)


def _attributed(claim: Claim) -> Speech | None:
    named = [speech for speech in claim.speeches() if speech.speaker]
    return named[0] if named else None


def _same_speaker(a: Speech, left: Claim, b: Speech, right: Claim) -> bool:
    """One actor, a word in common, or a capital that stands for its country."""
    ours, theirs = _names(left, a), _names(right, b)
    if any((x.actor and x.actor == y.actor) or are_of_one_land(x, y) for x in ours for y in theirs):
        return True
    return bool(set(content(a.speaker or "")) & set(content(b.speaker or "")))


def _names(claim: Claim, speech: Speech) -> list[Name]:
    where = speech.source or speech.span
    return [name for name in claim.names() if where.holds(name.span)]


def _may_be_one(a: Speech, left: Claim, b: Speech, right: Claim) -> bool:
    """A person by name and an office without one, not told to be two actors."""
    sorts = {_sort(left, a), _sort(right, b)}
    return sorts == {"role", "person"} and not all(
        any(name.actor for name in _names(*side)) for side in ((left, a), (right, b))
    )


def _sort(claim: Claim, speech: Speech) -> str:
    if any(name.sort in ("person", "unknown") for name in _names(claim, speech)):
        return "person"
    parties = [word for word in words(speech.speaker or "") if is_group(word)]
    return "other" if parties or not (speech.speaker or "").lower().startswith(("the ", "a ")) else "role"


def quotations(left: Claim, right: Claim) -> Iterator[Finding]:
    """One utterance of one speaker, quoted in different words."""
    for a, ours in _quoted(left):
        for b, theirs in _quoted(right):
            if _same_speaker(a, left, b, right) and _is_reworded(at(left, ours), at(right, theirs)):
                yield Finding("quoted otherwise", told(left, ours, right, theirs), 1.0, ours, theirs)


def _is_reworded(a: str, b: str) -> bool:
    """Alike, but neither the same words nor a part of the other."""
    one, other = (" ".join(words(text)) for text in (a, b))
    return fuzz.token_sort_ratio(one, other) >= _ALIKE and fuzz.partial_ratio(one, other) < _SAME


def _quoted(claim: Claim) -> Iterator[tuple[Speech, Span]]:
    for speech in claim.speeches():
        if speech.manner == "direct" and speech.speaker:
            yield from ((speech, span) for span in speech.content if len(at(claim, span).split()) >= _QUOTED_WORDS)
