"""Numbers and times of two claims that fit or clash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import FATES, Claim, Quantity, Span, When
from compare.relate.findings.finding import Finding, told
from compare.relate.findings.likeness import beside, is_of_another
from compare.relate.quantities import Match, match_quantities
from compare.relate.times import compare_times

_CODES = {"same": "same quantity", "compatible": "compatible quantity"}
_ONE_OF_SEVERAL = 0.5  # strength of a clash where a claim has several numbers of the kind


def quantities(left: Claim, right: Claim) -> Iterator[Finding]:
    """Numbers of one kind that fit or clash.

    "five points" and "116 points" may well be told of different things: but for counts of what befell people, numbers
    clash only beside shared words, the more surely the more of them, and not where they follow different names; one of
    several of a kind clashes less surely. Numbers told of different days do not clash.
    """
    for match in match_quantities(left.quantities(), right.quantities()):
        if match.verdict == "not comparable":
            continue
        a, b = match.left.span, match.right.span
        strength = _clash(left, right, match) if match.verdict == "incompatible" else 1.0
        if strength:
            code = clash_of(match.left) if match.verdict == "incompatible" else _CODES[match.verdict]
            yield Finding(code, told(left, a, right, b), strength, a, b)


def clash_of(quantity: Quantity) -> str:
    """The code of a clash: counts of what befell people are surely told of one thing."""
    return "other toll" if quantity.unit in FATES else "other quantity"


def _clash(left: Claim, right: Claim, match: Match) -> float:
    """How surely two numbers that do not fit are told of one thing, 0 to 1."""
    a, b = match.left.span, match.right.span
    if are_of_other_times(left, match.left, right, match.right):
        return 0.0
    alone = 1.0 if match.only else _ONE_OF_SEVERAL
    if match.left.unit in FATES:
        return alone
    return 0.0 if is_of_another(left, a, right, b) else alone * beside(left, a, right, b)


def are_of_other_times(left: Claim, a: Quantity, right: Claim, b: Quantity) -> bool:
    """Whether the time told nearest to each number is another: a later count is no contradiction."""
    if bool(_BACK_THEN.search(left.text)) != bool(_BACK_THEN.search(right.text)):
        return True
    ours, theirs = _nearest(left, a.span), _nearest(right, b.span)
    if ours is None or theirs is None or ours.first is None or theirs.first is None:
        return False
    return compare_times(ours, theirs) in ("not comparable", "incompatible")


_BACK_THEN = re.compile(r"\b(?:that|the same) (?:year|month|summer|winter|spring|autumn|decade)\b|\bback then\b", re.I)
"""A time told in a sentence before."""


def _told_of(claim: Claim) -> list[When]:
    """Its times, without the day on which somebody said so."""
    return [when for when in claim.whens() if not is_day_of_speech(claim, when.span)]


def is_day_of_speech(claim: Claim, span: Span) -> bool:
    """ "Police said on Monday": the day stands in the words of attribution, or right behind them."""
    return any(
        speech.span.holds(span) or 0 <= span.start - speech.span.end <= len(" on the ") for speech in claim.speeches()
    )


def _nearest(claim: Claim, span: Span) -> When | None:
    whens = claim.whens()
    return min(whens, key=lambda when: max(when.span.start - span.end, span.start - when.span.end)) if whens else None


def times(left: Claim, right: Claim) -> Iterator[Finding]:
    """Times that fit; or times alike in grain, close to each other and beside a shared word: both seem to mean one."""
    pairs = [(a, b, compare_times(a, b)) for a in _told_of(left) for b in _told_of(right)]
    fitting = [pair for pair in pairs if pair[2] in ("same", "compatible")]
    clashing = [] if fitting else [pair for pair in pairs if pair[2] == "incompatible"]
    rival = [pair for pair in clashing if beside(left, pair[0].span, right, pair[1].span)]
    for a, b, _ in (fitting or rival)[:1]:
        code = "same time" if fitting else "other time"
        yield Finding(code, told(left, a.span, right, b.span), 1.0, a.span, b.span)
