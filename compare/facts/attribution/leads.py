"""What may stand between a verb and its clause: said on Friday, in a statement, at noon, that."""

from __future__ import annotations

from compare.facts.attribution.clauses import opens_quotation
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.sources import is_inner, is_verb, phrase_after
from compare.facts.attribution.words import ADVERBS, MEDIA, PREPOSITIONS, TIMES, is_adverb

_TIME_WORDS = frozenset("last this late early earlier next local".split())


def skip(sentence: Sentence, at: int) -> int | None:
    """The end of one phrase that may stand between a verb and its clause."""
    token = sentence[at]
    if is_adverb(token.low):
        return at + 1
    if token.low in TIMES or (token.low in _TIME_WORDS and sentence[at + 1].low in TIMES | {"on"}):
        return _time_end(sentence, at)
    if token.low in PREPOSITIONS | {"to"} and token.low not in ("as", "because"):
        if sentence[at + 1].low in TIMES:
            return _time_end(sentence, at + 1)
        return phrase_after(sentence, at + 1, attach=sentence[at + 2].low in MEDIA or sentence[at + 1].low in MEDIA)
    if token.low == ",":
        return _skip_inserted(sentence, at)
    return None


def _time_end(sentence: Sentence, at: int) -> int:
    while sentence[at].low in TIMES | _TIME_WORDS or (sentence[at].low == "on" and sentence[at + 1].low in TIMES):
        at += 1
    return at + 1 if sentence[at].text.isdigit() else at


def _skip_inserted(sentence: Sentence, at: int) -> int | None:
    """ "said, in a letter to the court, that": the place after the second comma."""
    if sentence[at + 1].low not in PREPOSITIONS and sentence[at + 1].low not in ADVERBS:
        return None
    for place in range(at + 2, min(at + 16, len(sentence))):
        if sentence[place].low == ",":
            return place + 1 if sentence[place + 1].low == "that" or opens_quotation(sentence, place + 1) else None
        if not (is_inner(sentence[place]) or sentence[place].low in PREPOSITIONS):
            return None
    return None


def skip_lead(sentence: Sentence, at: int) -> bool:
    """Whether a day or a medium stands here that belongs to the verb: "said Monday the road is open"."""
    token = sentence[at]
    dated = token.low in _TIME_WORDS and sentence[at + 1].low in TIMES
    if dated or token.low in TIMES or token.low in ("late", "early", "earlier", "on"):
        further = skip(sentence, at)
        return further is not None and not is_verb(sentence, further)
    further = skip(sentence, at) if token.low in PREPOSITIONS else None
    return further is not None and any(sentence[place].low in MEDIA for place in range(at, further))
