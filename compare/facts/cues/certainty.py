"""How surely a claim is told, by the cues that govern its main statement."""

from __future__ import annotations

from collections.abc import Iterable

from compare.facts.cues.grammar import DETERMINERS, SUBORDINATORS
from compare.facts.cues.lexicon import GROUPS
from compare.facts.cues.rules import RULES
from compare.facts.cues.sentence import Sentence, sentence
from compare.model import Certainty, Cue, CueKind

# The strongest first.
_CERTAINTY: dict[CueKind, Certainty] = {
    "question": "asked",
    "unverified": "unverified",
    "allegation": "alleged",
    "condition": "conditional",
    "hedge": "hedged",
    "forecast": "predicted",
}
_NEAR_START = 4  # words before which "if" opens the sentence, and what follows holds on that condition
_MOST = 0.5  # share of the words of a claim that a cue in a subordinate part must govern to count for the whole
_PART = 0.15  # likewise for a cue in the main clause
_ASIDE = 0.25  # likewise for a condition or question, mostly put at the end
_OPENERS = SUBORDINATORS - {"but", "if", "unless", "should", "once"} | {"as"}


def certainty(cues: Iterable[Cue], text: str = "") -> Certainty:
    """How surely a claim is told, by the strongest of the cues that govern it; "asserted" without any.

    With the text that the cues were read in, a cue counts only if it governs the main statement: one in a
    subordinate clause ("police arrested a man who may have fled") or before a noun ("an alleged plot") says
    nothing of the whole, unless it governs the half of the words.
    """
    found = list(cues)
    s = sentence(text) if text and found else None
    senses = {cue.sense for cue in found if s is None or _governs(s, cue)}
    return next((told for sense, told in _CERTAINTY.items() if sense in senses), "asserted")


def _governs(s: Sentence, cue: Cue) -> bool:
    if cue.scope is None:
        return not _is_subordinate(s, cue)
    first, held = s.index(cue.span.start), s.index(cue.scope.end) - s.index(cue.scope.start)
    if cue.sense == "condition" and s.opens(first) and first < _NEAR_START:
        return True
    if _is_subordinate(s, cue) or _is_before_noun(s, first) or cue.span.of(s.text).lower() in _NOUNS:
        return held > _MOST * len(s)
    return held + len(cue.span.of(s.text).split()) >= (
        _ASIDE if cue.sense in ("condition", "question") else _PART
    ) * len(s)


def _is_before_noun(s: Sentence, at: int) -> bool:
    """ "A suspected bomb", "a seemingly empty house"."""
    if s.word(at).endswith("ly") and s.word(at - 1) in DETERMINERS:
        return True
    return s.word(at) in _BEFORE_NOUNS and RULES["attributive"](s, at, at + 1)


def _phrases(rule: str) -> frozenset[str]:
    return frozenset(phrase for group in GROUPS if group.rule == rule for phrase in group.written())


def _is_subordinate(s: Sentence, cue: Cue) -> bool:
    """Whether a subordinating conjunction or relative pronoun stands before the cue in its part of the sentence."""
    at = s.index(cue.span.start)
    for back in range(at, max(-1, at - 25), -1):
        if back < at and s.word(back) in _OPENERS:
            return True
        if s.stops(back) or s.comma(back):
            return False
    return False


_BEFORE_NOUNS, _NOUNS = _phrases("attributive"), _phrases("noun")
