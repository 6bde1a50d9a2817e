"""Who speaks: the noun phrase before a verb, or after it, without a parser.

A phrase is read outward from the verb until a word that no noun phrase holds. What cannot be told apart is not read.
"""

from __future__ import annotations

from compare.facts.attribution.scan import Sentence, Token
from compare.facts.attribution.verbs import NOUNISH, VERBS
from compare.facts.attribution.words import (
    ADVERBS,
    ARTICLES,
    ATTACHING,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    HUMANS,
    MEDIA,
    NO_SPEAKERS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    SPOKEN_FOR,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
)

_NEW_PHRASE = ARTICLES | {"no", "every", "each", "some", "any", "both"}


REACH = 26
"""Tokens that a noun phrase may span."""


def is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word is a finite verb, as far as its form tells."""
    token, before = sentence[at], sentence[at - 1]
    if token.low in AUXILIARIES or token.low in PAST:
        return not (token.is_capital and at > 0)
    if before.low in ARTICLES or before.low.endswith(("'s", "’s")) or token.is_capital or not token.is_word:
        return False
    if token.low in VERBS and token.low not in NOUNISH:
        return VERBS[token.low].form != "ing"
    return (
        token.low.endswith("ed")
        and before.low not in PREPOSITIONS
        and token.low not in SPOKEN_FOR
        and len(token.low) > 4
    )


def is_inner(token: Token) -> bool:
    """Whether a word may stand inside a noun phrase, verbs apart."""
    low = token.low
    return (
        token.is_word
        and low not in PREPOSITIONS
        and low not in SUBORDINATORS
        and low not in CONJUNCTIONS
        and low not in PRONOUNS
        and low != "according"
        and (token.is_capital or not is_adverb(low) or low in ("first", "earlier", "only"))
        and (low not in AUXILIARIES or (token.is_capital and low in ("may", "will")))
    ) or low in ("'", "’", "&", "%", "$", "£", "€")


def modifies(sentence: Sentence, at: int, after: int) -> bool:
    """Whether a word in -ed is a participle beside its noun: armed police, people displaced by the flood."""
    if not sentence[at].low.endswith("ed"):
        return False
    before = sentence[at - 1]
    if before.is_capital and before.low not in DETERMINERS | HUMANS and not before.low.endswith("s"):
        return False
    if not before.is_word or before.low in DETERMINERS or before.low in PREPOSITIONS or before.low in ADVERBS:
        return sentence[after].low not in DETERMINERS | PREPOSITIONS
    return sentence[after].low in ("by", "in", "at", "with", "near", "to")


_NO_SOURCES = frozenset("something anything nothing everything what whatever page".split())
"""Words that begin what is told, or what it is told in: "something X said", "a 47-page indictment"."""


def may_speak(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a phrase can name a speaker: not a time, a mere number or "this"."""
    words = [sentence[at] for at in range(first, end) if sentence[at].is_word]
    if not words:
        return False
    last = words[-1]
    if len(words) > 1 and words[0].low in _NO_SOURCES:
        return False
    if all(word.low in DETERMINERS or word.low in NO_SPEAKERS or word.text[0].isdigit() for word in words):
        return len(words) == 1 and words[0].low in (
            "both",
            "all",
            "many",
            "some",
            "several",
            "few",
            "most",
            "one",
            "others",
        )
    return last.low not in TIMES and last.low not in DETERMINERS and last.low not in ("way", "move", "time")


def phrase_after(sentence: Sentence, first: int, *, attach: bool = True) -> int | None:
    """The end of the noun phrase that begins at a token; None where none does."""
    token = sentence[first]
    if token.low in SUBJECT_PRONOUNS or token.low in ("him", "them", "us", "me"):
        return first + 1
    end = _core_after(sentence, first)
    if end is None:
        return None
    while attach and end - first < REACH:
        further = _attached(sentence, first, end)
        if further is None:
            break
        end = further
    return end


def _core_after(sentence: Sentence, first: int) -> int | None:
    at = first
    while at - first < 14:
        token = sentence[at]
        inner = is_inner(token) and not (at > first and token.low in DAYS and sentence[at - 1].low not in ARTICLES)
        if not inner and not (token.low in ("that", "this") and at == first):
            break
        if at > first and token.low in _NEW_PHRASE and sentence[at - 1].low not in ("all", "both", "half"):
            break
        if is_verb(sentence, at) and not (at == first or modifies(sentence, at, at + 1)):
            break
        if token.low in TIMES and not token.is_capital and at > first and sentence[at - 1].low in ("last", "this"):
            at -= 1
            break
        at += 1
    if at == first or (at == first + 1 and sentence[first].low in ARTICLES):
        return None
    return at if sentence[first].low not in TIMES else None


def _attached(sentence: Sentence, first: int, end: int) -> int | None:
    """The end of a phrase that hangs on the one before; None where the words go on with something else."""
    low = sentence[end].low
    if low in ("and", "or", "&"):
        return _joined(sentence, first, end)
    if low in SPOKEN_FOR:
        return end + 1 if sentence[end + 1].low in PREPOSITIONS else None
    if low not in ATTACHING and sentence[end - 1].low not in SPOKEN_FOR:
        return None
    if low == "to" and not (sentence[end + 1].is_capital or sentence[end + 1].low in ARTICLES):
        return None
    following = _core_after(sentence, end + 1)
    if following is None or any(sentence[at].low in MEDIA | TIMES for at in range(end + 1, following)):
        return None
    head, start = sentence[end - 1], sentence[first]
    loose = low in ("of", "for") or head.low in SPOKEN_FOR or start.low not in ARTICLES - {"a", "an"}
    if head.is_capital:
        loose = low in ("of", "from", "at", "for") and (
            sentence[end + 1].is_capital or (sentence[end + 2].is_capital and sentence[end + 1].low == "the")
        )
    return following if loose else None


def _joined(sentence: Sentence, first: int, end: int) -> int | None:
    following = _core_after(sentence, end + 1)
    if following is None or is_verb(sentence, following) or not may_speak(sentence, end + 1, following):
        return None
    alike = sentence[first].is_capital == sentence[end + 1].is_capital or sentence[end + 1].low in DETERMINERS
    return following if alike else None
