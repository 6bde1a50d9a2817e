"""Cues of polarity (negation, denial, failure) and of certainty (hedge, allegation, forecast, condition), with scope.

Two negatives, one in the scope of the other, cancel each other: "denied that he had not paid" negates nothing, and
"failed to prevent the flood" governs no more than "prevent". "Did not deny" is no negation of what was not denied,
and no denial: it says neither yes nor no. "Did not rule out" is a hedge. "It is unclear whether" is a hedge, "asked
whether" a question. A negated instruction ("told them not to leave") counts as a negation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from compare.facts.cues.certainty import certainty
from compare.facts.cues.grammar import INVERTING, STATEMENTS
from compare.facts.cues.lexicon import PHRASES, Group
from compare.facts.cues.rules import RULES
from compare.facts.cues.scope import scope
from compare.facts.cues.sentence import Sentence, sentence
from compare.model import Cue, Span

__all__ = ["certainty", "read_cues"]

_NEGATIVES = frozenset({"negation", "denial", "failure"})
_LISTING = frozenset("and or nor neither".split())
_NEAR = 8  # words between two negatives that can cancel each other


def read_cues(text: str) -> list[Cue]:
    """The cues of a sentence, in order, each with what it governs.

    Example: "He denied that it may rain" -> denial [3, 9) over "that it may rain", hedge [18, 21) over "rain".
    """
    s = sentence(text)
    return _cancelled(s, list(_read(s)))


def _read(s: Sentence) -> Iterator[Cue]:
    at = 0
    while at < len(s):
        after, groups = _phrase(s, at)
        senses = {group.sense: group for group in groups if group.sense}
        for sense, group in sorted(senses.items()):
            span = Span(s.spans[at][0], s.spans[after - 1][1])
            yield Cue(span, sense, scope(s, at, after, group.reach, group.sense in ("negation", "failure")))
        at = after


def _phrase(s: Sentence, at: int) -> tuple[int, list[Group]]:
    """The place after the longest phrase that begins at a place and has a sense there, and its groups."""
    if s.is_capital(at) and not s.opens(at) and s.is_name(at):
        return at + 1, []
    for words, groups in PHRASES.get(s.word(at), {}).items():
        after = at + len(words)
        if s.words[at:after] == words and not any(s.stops(inner) or s.comma(inner) for inner in range(at + 1, after)):
            holding = [group for group in groups if not group.rule or RULES[group.rule](s, at, after)]
            if holding:
                return after, holding
    return at + 1, []


def _cancelled(s: Sentence, cues: list[Cue]) -> list[Cue]:
    """The cues without the negatives that cancel each other."""
    gone: set[int] = set()
    held = [at for at, cue in enumerate(cues) if cue.sense in _NEGATIVES]
    for outer, inner in pairwise(held):
        if outer in gone or not _turns(s, cues[outer], cues[inner]):
            continue
        gone |= {inner} if cues[outer].sense == cues[inner].sense == "failure" else {outer, inner}
    gone |= {at for at in range(1, len(cues)) if _is_what_is_denied(s, cues[at - 1], cues[at])}
    return [_shortened(s, cue) for at, cue in enumerate(cues) if at not in gone]


def _is_what_is_denied(s: Sentence, denial: Cue, cue: Cue) -> bool:
    """ "Rejected the claim that", "nobody was charged with": that is not alleged, but denied."""
    if denial.sense == "negation" and cue.sense == "allegation":
        return _turns(s, denial, cue)
    if denial.sense != "denial" or denial.scope is None or not denial.scope.start <= cue.span.start < denial.scope.end:
        return False
    return cue.sense in ("allegation", "hedge") and s.word(s.index(cue.span.start)) in STATEMENTS


def _turns(s: Sentence, outer: Cue, inner: Cue) -> bool:
    """Whether one negative stands in the scope of another before it, and neither is one of a list."""
    scope = outer.scope
    if scope is None or outer.span == inner.span or not scope.start <= inner.span.start < scope.end:
        return False
    between = s.text[outer.span.end : inner.span.start]
    words = between.lower().split()
    listed = between.rstrip().endswith(",") or {*words[-1:], inner.span.of(s.text).lower()} & _LISTING
    return not listed and len(words) <= _NEAR


def _shortened(s: Sentence, cue: Cue) -> Cue:
    """ "Failed to prevent the flood": the flood came, so the scope ends with the verb."""
    if cue.sense not in ("negation", "failure") or cue.scope is None:
        return cue
    first = s.index(cue.scope.start)
    for at in range(first, min(first + 3, len(s))):
        if s.word(at) in INVERTING and s.spans[at][1] <= cue.scope.end:
            return replace(cue, scope=Span(cue.scope.start, s.spans[at][1]))
    return cue
