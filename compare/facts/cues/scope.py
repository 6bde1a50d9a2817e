"""How far a cue governs: a small grammar of clauses, without a parser.

- clause   from the word after to the end of the clause, for a negated verb
- content  the object or that-clause, for what is denied, believed or claimed
- subject  for "no" and "nobody": the noun phrase and, where it opens the clause, the predicate
- phrase   the noun phrase, for adjectives and prepositions
- adverb   the rest of the clause, or for an adverb put last the clause before
- before   the subject: "the report is false"
- whole    the whole sentence, which is told by None

A clause ends at strong punctuation, at a subordinating conjunction or relative pronoun, at "and" before a new
subject or finite verb, and at a comma that neither lists nor interposes. Looks at most 40 words ahead and 25 back.
"""

from __future__ import annotations

import re

from compare.facts.cues.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    FINITE_BE,
    HAVE,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    RAISING,
    SILENT,
    SPEECH,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from compare.facts.cues.lexicon import Reach
from compare.facts.cues.sentence import Sentence
from compare.model import Span

_AHEAD, _BACK, _PHRASE = 40, 25, 8  # words
_APART = 10  # words between a verb and its that-clause
_SUBJECT = 4  # words of the longest subject behind "no" that an interposition may follow
_INTERPOSED = 12  # words of the longest interposition that a clause goes on after
_NOUNS_IN_ING = frozenset("warning funding training meeting hearing building housing evening morning".split())
_CLAUSE_OPENERS = frozenset("but because although while said say says saying that believe believes".split())
_OPENING = '"“'
_INTERPOSING = PREPOSITIONS | frozenset("however though therefore moreover indeed too according he she they".split())
_TRAILING = frozenset("of the a an and or nor even just only long shortly as including".split())
_RELATIVES = frozenset("which that whom something".split())
_JOINS = frozenset("and or nor".split())


def scope(s: Sentence, first: int, after: int, reach: Reach, negative: bool = False) -> Span | None:
    """What the cue in the words from `first` up to `after` governs; None for the whole or where it cannot be told.

    A negative governs no that-clause, but for that of "think" and the like.
    """
    if reach == "whole":
        return None
    if reach == "before" or (reach == "content" and _is_passive(s, first, after)):
        return _before(s, first)
    if reach == "phrase" or (reach == "adverb" and s.word(first - 1) in DETERMINERS):
        return s.stretch(after, _phrase_end(s, after))
    end = _trimmed(s, after, _clause_end(s, first, after, reach, negative))
    if end > after:
        start = _content_start(s, after) if reach == "content" else _past_interposition(s, after)
        return s.stretch(start, end) or s.stretch(after, end)
    without_object = reach == "content" and _RELATIVES.isdisjoint(s.words[max(0, first - 6) : first])
    return None if reach == "clause" or without_object else _before(s, first)


def _trimmed(s: Sentence, after: int, end: int) -> int:
    """Without the words that belong to what follows: "the report [even before]"."""
    while end > after + 1 and s.word(end - 1) in _TRAILING:
        end -= 1
    return end


def _content_start(s: Sentence, after: int) -> int:
    """Where a that-clause begins that stands apart from its verb: "denied to reporters on Monday that"."""
    if s.word(after) not in PREPOSITIONS | {"to"}:
        return after
    return next((at for at in range(after, min(after + _APART, len(s))) if s.word(at) == "that"), after)


def _is_passive(s: Sentence, first: int, after: int) -> bool:
    """ "The report was denied by the ministry": what is denied stands before."""
    by = s.stops(after) or s.comma(after) or s.word(after) in PREPOSITIONS
    return by and s.word(first).endswith("ed") and (s.word(first - 1) in BE or s.word(first - 2) in BE)


def _clause_end(s: Sentence, first: int, after: int, reach: Reach, negative: bool = False) -> int:
    """The place after the last word of the clause that goes on at `after`."""
    opening = reach == "subject" and (s.opens(first) or s.word(first - 1) in ("that", "and", "but", "because"))
    that, verb = not negative, False
    quoted = reach == "content" and s.comma(after) and s.gap(after)[-1] in _OPENING
    at = after + 1 if quoted else after
    while at < min(len(s), after + _AHEAD) and not s.stops(at):
        if s.comma(at):
            resumed = _resumed(s, at, after, opening and not verb and at - after <= _SUBJECT)
            if resumed == at:
                break
            at = resumed or at
        word = s.word(at)
        if at > after and _breaks(s, first, at, negative):
            break
        if word == "that" and (at > after or reach != "content"):
            if not that and s.word(at - 1) not in RAISING:
                break
            that = False
        verb = verb or word in AUXILIARIES or word in IRREGULAR_PASTS
        at += 1
        if word in SILENT and reach == "clause" and at - after <= 2 and s.word(at) not in ("of", "about"):
            break
    return at


def _breaks(s: Sentence, first: int, at: int, negative: bool) -> bool:
    """Whether a word begins another clause: a conjunction, a relative pronoun, for a negative a question word."""
    word = s.word(at)
    if word in SUBORDINATORS or (negative and word in ("why", "how", "what")):
        return True
    if word == "as":
        return s.word(at + 1) in SUBJECT_PRONOUNS | AUXILIARIES
    return word in _JOINS and not (word == "nor" and s.word(first) == "neither") and _begins_clause(s, first, at)


def _resumed(s: Sentence, at: int, after: int, predicate_missing: bool) -> int | None:
    """Behind a comma: None where a list goes on, `at` where the clause ends, else where it goes on."""
    if s.quotes(at):
        return at
    if at == after and s.word(at) not in _INTERPOSING and s.word(at + 1) not in SPEECH:
        return at
    if at == after or predicate_missing:
        closing = next((to for to in range(at + 1, min(at + _INTERPOSED, len(s))) if s.comma(to) or s.stops(to)), at)
        return closing if s.comma(closing) and not s.stops(closing) else at
    if s.word(at) in ("or", "nor") and s.word(at + 1) not in AUXILIARIES:
        return None
    return None if _lists(s, at) else at


def _lists(s: Sentence, at: int) -> bool:
    """Whether the words behind a comma are an item of a list that ends in "and" or "or"."""
    first = s.word(at)
    if first.endswith("ing") or first in PREPOSITIONS | SUBJECT_PRONOUNS | SUBORDINATORS | AUXILIARIES | SPEECH:
        return False
    for to in range(at, min(at + 6, len(s))):
        word = s.word(to)
        if word in _JOINS and to > at:
            return not _begins_clause(s, at, to)
        if word in AUXILIARIES | SPEECH | SUBJECT_PRONOUNS | SUBORDINATORS or s.stops(to + 1):
            return False
    return False


def _begins_clause(s: Sentence, first: int, at: int) -> bool:
    """Whether "and" at a place joins a new clause or a new finite verb, rather than another word."""
    follows = re.split(r"['’]", s.word(at + 1))[0]  # "and I'm"
    if follows in SUBJECT_PRONOUNS | AUXILIARIES | SPEECH | {"not", "never", "no", "nothing", "nobody", "that", "then"}:
        return True
    if is_past(follows):
        governed = (s.word(first - 1), *s.words[first : min(at, first + 8)])
        return not any(word in BE or word in HAVE for word in governed)
    for to in range(at + 2, min(at + 7, len(s))):
        if s.stops(to) or s.comma(to) or s.word(to) in PREPOSITIONS:
            return False
        if s.word(to) in AUXILIARIES or is_past(s.word(to)):
            return True
    return False


def is_past(word: str) -> bool:
    """Whether a word looks like a past tense or participle."""
    return word in IRREGULAR_PASTS or (len(word) > 4 and word.endswith("ed"))


def _past_interposition(s: Sentence, after: int) -> int:
    """Where a clause begins whose cue is followed by ", however,"."""
    if not s.comma(after) or (s.word(after) not in _INTERPOSING and s.word(after + 1) not in SPEECH):
        return after
    return next((to for to in range(after + 1, min(after + _INTERPOSED, len(s))) if s.comma(to)), after)


def _phrase_end(s: Sentence, after: int) -> int:
    """The place after the last word of the noun phrase that begins at `after`; a gerund takes its whole clause."""
    first = s.word(after)
    if first.endswith("ing") and len(first) > 4 and first not in _NOUNS_IN_ING:
        return _clause_end(s, after, after, "clause")
    ends = (
        (PREPOSITIONS - {"of"}) | AUXILIARIES | FINITE_BE | SUBJECT_PRONOUNS | SUBORDINATORS | _JOINS | {"that", "to"}
    )
    at = after
    while at < min(len(s), after + _PHRASE) and not s.stops(at) and not (at > after and s.comma(at)):
        word = s.word(at)
        finite = at > after and is_past(word) and s.word(at - 1) not in DETERMINERS
        if finite or (word in ends and not (at == after and word == "whose")):
            break
        at += 1
    return at


def _before(s: Sentence, first: int) -> Span | None:
    """The clause before a place, without the verb that links it; behind a relative pronoun what that stands for."""
    at, end = first, first
    while end > 0 and not s.stops(end) and (s.word(end - 1) in BE | HAVE or s.word(end - 1).endswith("ly")):
        end -= 1
    relative = False
    at = end
    while at > max(0, first - _BACK) and not s.stops(at):
        if s.comma(at) and not relative and at < end:
            break
        relative = relative or s.word(at - 1) in ("which", "whom")
        at -= 1
        if s.word(at) in _CLAUSE_OPENERS and at < end - 1:
            at += 1
            break
    at += s.word(at) in _JOINS
    return s.stretch(at, end) if at < end else None
