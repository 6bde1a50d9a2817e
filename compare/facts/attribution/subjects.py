"""The subject before a verb, read leftward until a word that no noun phrase holds."""

from __future__ import annotations

from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.sources import REACH, is_inner, is_verb, may_speak, modifies
from compare.facts.attribution.words import (
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MEDIA,
    PREPOSITIONS,
    SPOKEN_FOR,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
)

_CLAUSE_OPENERS = frozenset("after before since until as because except while".split())
"""Prepositions that may as well begin a clause; no subject holds one."""


def subject_before(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The tokens [first, end) of the subject that ends before a token; None where no noun phrase does."""
    last = sentence[end - 1]
    if last.low in SUBJECT_PRONOUNS or last.low in ("who", "which", "that"):
        return end - 1, end
    if not is_inner(last) and not (last.low in ("him", "them", "her") and sentence[end - 2].low in PREPOSITIONS):
        return None
    first = _walk_left(sentence, end)
    first = _without_lead(sentence, first, end)
    end = _without_medium(sentence, first, end)
    return (first, end) if first < end and may_speak(sentence, first, end) else None


def _walk_left(sentence: Sentence, end: int) -> int:
    at = end if is_inner(sentence[end - 1]) else end - 1
    joined: int | None = None  # where the part after the last "and" begins
    while end - at < REACH:
        before = sentence[at - 1]
        if at < end and sentence[at].low in ARTICLES and not _joins(sentence, at - 1):
            return at if _is_edge(sentence, at - 1) else (joined or at)
        if before.low in CONJUNCTIONS - {"nor", "yet"} and at < end:
            if before.low == "but" or not (is_inner(sentence[at - 2]) and not is_verb(sentence, at - 2)):
                return joined or at
            joined = joined or at
        elif before.low == "," and joined and _in_list(sentence, at - 1):
            pass
        elif before.low in _CLAUSE_OPENERS or not (
            is_inner(before) or before.low in PREPOSITIONS or before.low in SPOKEN_FOR
        ):
            return at if joined is None or _is_edge(sentence, at - 1) else joined
        elif is_verb(sentence, at - 1) and not modifies(sentence, at - 1, at):
            return joined or at
        at -= 1
    return joined or at


def _joins(sentence: Sentence, at: int) -> bool:
    low = sentence[at].low
    return (
        low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in ("all", "both", "half", "such")
        or low in SPOKEN_FOR
        or (low == "," and sentence[at + 1].low in DETERMINERS)
    )


def _is_edge(sentence: Sentence, at: int) -> bool:
    """Whether a clause may begin after this token."""
    token = sentence[at]
    return not token.is_word or token.low in SUBORDINATORS | CONJUNCTIONS | _CLAUSE_OPENERS


def _in_list(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands in a list of names: Orr, Renn and Blum said."""
    return sentence[comma - 1].is_capital and sentence[comma + 1].is_capital


def _without_lead(sentence: Sentence, first: int, end: int) -> int:
    """The start of the subject after what stands before it: On Friday police; In a statement the ministry."""
    while first < end:
        low = sentence[first].low
        if low in PREPOSITIONS and first + 1 < end:
            first = _after_object(sentence, first + 1, end)
        elif (
            low in CONJUNCTIONS
            or (low in ADVERBS and low != "no")
            or (low in DAYS and first + 1 < end)
            or (low in TIMES and not sentence[first].is_capital)
        ):
            first += 1
        else:
            return first
    return end


def _after_object(sentence: Sentence, at: int, end: int) -> int:
    """Where the subject begins after the object of a preposition at the start of a clause."""
    if sentence[at].low in TIMES or sentence[at].low in ("late", "early", "last", "this", "next"):
        while at < end and (sentence[at].low in TIMES or sentence[at].low in ("late", "early", "last", "this", "next")):
            at += 1
        return at
    for place in range(at + 1, end):
        low = sentence[place].low
        if low in ARTICLES and sentence[place - 1].low not in PREPOSITIONS:
            return place
        if place > at and sentence[place - 1].low in MEDIA | TIMES and low not in PREPOSITIONS:
            return place
    return end


def _without_medium(sentence: Sentence, first: int, end: int) -> int:
    for at in range(first + 1, end):
        if sentence[at].low in ("in", "on", "via", "during", "through", "at", "to") and any(
            sentence[later].low in MEDIA | TIMES for later in range(at + 1, end)
        ):
            return at
    return end
