"""Where a clause or a quotation begins, told by closed word classes."""

from __future__ import annotations

from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.sources import is_inner
from compare.facts.attribution.verbs import NOUNISH, Verb
from compare.facts.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PAST,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
)

OBJECTS = frozenset({"him", "her", "them", "us", "me", "it", "himself", "herself", "itself", "themselves"})
_GREETINGS = frozenset(
    "goodbye good-bye hello hi farewell thanks thank sorry prayers grace mass amen so as cheese".split()
)
_NO_CLAIM = frozenset("nothing little something anything everything much more less no yes".split())
_RECITED = frozenset(
    "prayer prayers word words rosary mass grace oath oaths name names line lines thing things goodbye".split()
)
"""What can be said without anything being claimed."""
BREAKS = frozenset("because since after before until as".split())
_MARKS = frozenset({"“", "”", '"', "‘", "’", "'", "''", "«", "»"})


def ends(sentence: Sentence, at: int) -> bool:
    """Whether a clause ends before this token."""
    token = sentence[at]
    return not token.is_word or token.low in (
        "and",
        "but",
        "as",
        "when",
        "after",
        "while",
        "before",
        "because",
        "who",
        "which",
    )


def opens_quotation(sentence: Sentence, at: int) -> bool:
    """Whether a quotation begins at a token."""
    return (
        0 <= at < len(sentence)
        and sentence.quoted[at] >= 0
        and (at == 0 or sentence.quoted[at - 1] != sentence.quoted[at])
    )


def is_claimed(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether a bare clause begins at a token."""
    token = sentence[at]
    if not token.is_word or token.low in _GREETINGS:
        return False
    if opens_clause(sentence, at, sure=verb.lemma not in ("say", "think", "believe")):
        return True
    return verb.lemma == "say" and token.low not in _NO_CLAIM and _goes_on(sentence, at)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether enough words follow "said" for a clause of which no verb is known: "says talks near end"."""
    token = sentence[at]
    if token.low in PREPOSITIONS | {"to", "and", "but", "or"} or token.low in TIMES:
        return False
    words = next(
        (place for place in range(4) if not (sentence[at + place].is_word or sentence[at + place].text in "$£€")), 4
    )
    quoted = 0 < words < 4 and opens_quotation(sentence, at + words)
    added = words == 2 and sentence[at + 2].text == "," and sentence[at + 3].low not in CONJUNCTIONS | {"then"}
    return (words > 2 or quoted or added) and not any(
        sentence[place].low in _RECITED for place in range(at, at + words)
    )


def opens_clause(sentence: Sentence, at: int, *, sure: bool = True) -> bool:
    """Whether a subject and its finite verb begin at a token; a doubtful -ed form counts only if not `sure`."""
    if sentence[at].low in SUBJECT_PRONOUNS:
        follows = sentence[at + 1]
        return follows.low in AUXILIARIES or (follows.is_word and follows.low not in PREPOSITIONS)
    if sentence[at].low in PREPOSITIONS | AUXILIARIES and not sentence[at].is_capital:
        return False
    for place in range(at, min(at + 22, len(sentence))):
        token = sentence[place]
        if place > at and not token.is_word and token.text in _MARKS and sentence.quoted[place] >= 0:
            continue
        if not (
            is_inner(token)
            or token.low in AUXILIARIES
            or token.low in PREPOSITIONS
            or token.low in ("and", "or", "not")
        ):
            if token.low in ("himself", "herself", "themselves", "he", "she", "they") or token.low in ADVERBS:
                continue
            return False
        if token.low in BREAKS:
            return False
        if place == at:
            continue
        if token.low in AUXILIARIES and token.low not in ("be", "been", "being", "having"):
            return True
        if (
            token.low in PAST
            and sentence[place - 1].low not in DETERMINERS
            and sentence[place - 1].low not in AUXILIARIES
        ):
            return True
        if _acts(sentence, place, sure=sure):
            return True
    return False


def _acts(sentence: Sentence, at: int, *, sure: bool) -> bool:
    """Whether a word in -ed or -s is a finite verb, by what follows it."""
    token, after, before = sentence[at], sentence[at + 1], sentence[at - 1]
    if token.is_capital or before.low in DETERMINERS or not is_inner(before):
        return False
    if token.low.endswith("ed") and len(token.low) > 4:
        return (
            not sure or after.low in DETERMINERS or after.is_capital or after.text[0].isdigit() or after.low in OBJECTS
        )
    if token.low.endswith("s") and not token.low.endswith("ss") and token.low not in NOUNISH:
        return (after.low in DETERMINERS and after.low not in ("all", "both", "no")) or after.low in OBJECTS
    return False
