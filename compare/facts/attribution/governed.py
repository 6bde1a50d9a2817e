"""What a verb governs: a clause, a quotation, a noun, or the words before it. Without one it attributes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.facts.attribution.clauses import BREAKS, OBJECTS, ends, is_claimed, opens_clause, opens_quotation
from compare.facts.attribution.leads import skip, skip_lead
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.sources import is_inner, is_verb, phrase_after
from compare.facts.attribution.verbs import Verb
from compare.facts.attribution.words import ADVERBS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, TIMES

Kind = Literal["that", "clause", "quotation", "object", "to", "named", "question", "nothing"]
_ASKING = frozenset("whether if why how what who where when which".split())
_NOUN_CLAIMS = frozenset(
    """claim claims allegation allegations report reports accusation accusations charge charges rumour rumours rumor
    rumors suggestion suggestions idea notion criticism concerns comments remarks""".split()
)
_FIRM_OBJECTS = frozenset(
    "prize title victory responsibility credit lives life crown seat point points award reward".split()
)
_LONGEST_LEAD = 7
"""Phrases between a verb and its clause: said on Friday, in a statement, at noon, that."""


@dataclass(frozen=True)
class Governed:
    """What stands after a verb that it governs, and at which token that begins."""

    kind: Kind
    start: int


def governed(sentence: Sentence, at: int, verb: Verb) -> Governed | None:
    """What the verb at a token governs after it; "nothing" where only the words before it can be meant."""
    place = at + 1
    told = _told(sentence, place) if verb.takes("whom") else None
    if told:
        place = told
    elif (verb.takes("name") or verb.takes("as")) and (found := _named(sentence, place, verb)):
        return found
    if verb.takes("after") and sentence[place].low in verb.after:
        return _after_preposition(sentence, place)
    moved = False
    for _ in range(_LONGEST_LEAD):
        if sentence[place].low in BREAKS | {"when", "if"} and (that := _that_after(sentence, place)):
            return Governed("that", that + 1)
        led = skip_lead(sentence, place)
        if not led and (found := _direct(sentence, place, verb, told=bool(told))):
            return None if found.kind == "object" and moved else found
        further = skip(sentence, place)
        if further is None:
            break
        # A noun after a phrase of time or place is no object: "the record announced on 12 May".
        moved = moved or sentence[place].low in PREPOSITIONS
        place = further
    if ends(sentence, place):
        return Governed("nothing", place)
    return None


def _that_after(sentence: Sentence, at: int) -> int | None:
    """ "said after the vote was lost that": the place of "that", no mark between."""
    for place in range(at + 2, min(at + 14, len(sentence))):
        if not sentence[place].is_word:
            return None
        if sentence[place].low == "that" and opens_clause(sentence, place + 1, sure=False):
            return place
    return None


def _told(sentence: Sentence, at: int) -> int | None:
    """The end of whom something is told; None where no such phrase stands there."""
    if sentence[at].low in OBJECTS:
        return at + 1
    if sentence[at].low in ("that", "of", "about") or sentence[at].low in SUBJECT_PRONOUNS:
        return None
    end = phrase_after(sentence, at, attach=False)
    if end and sentence[end].low in ("and", "or"):
        further = phrase_after(sentence, end + 1, attach=False)
        return further if further and not is_verb(sentence, further) else end
    return end


def _named(sentence: Sentence, at: int, verb: Verb) -> Governed | None:
    """ "called it a disgrace", "described the plan as reckless"."""
    if sentence[at].low in PREPOSITIONS and sentence[at].low != "as":
        return None
    end = at + 1 if sentence[at].low in OBJECTS else (phrase_after(sentence, at) or at)
    for place in range(at, min(at + 16, len(sentence))):
        token = sentence[place]
        if (verb.takes("as") and token.low == "as" and place > at and is_inner(sentence[place - 1])) or (
            token.low == "as" and place > at and sentence[place - 1].low in OBJECTS
        ):
            return Governed("named", at)
        if (
            place > at
            and sentence.quoted[place] >= 0
            and sentence.quoted[place - 1] < 0
            and sentence[place - 1].is_word
        ):
            return Governed("named", at)
        if not token.is_word or token.low in ("that", "who", "which", "and", "but"):
            break
    if not verb.takes("name") or verb.lemma in ("declare", "pronounce"):
        return None
    second = sentence[end]
    if second.low in ("a", "an", "the") and end > at and second.low != sentence[at].low:
        return Governed("named", at)
    if (
        sentence[at].low in OBJECTS - {"her"}
        and second.is_word
        and second.low not in PREPOSITIONS | {"and", "but", "to", "that", "when"}
    ):
        return Governed("named", at)
    return None


def _after_preposition(sentence: Sentence, at: int) -> Governed | None:
    place = at + 1
    if sentence[place].low == "that":
        return Governed("that", place + 1)
    if sentence[place].low in TIMES or not (sentence[place].is_word or sentence.quoted[place] >= 0):
        return None
    return Governed("object", place)


def _direct(sentence: Sentence, at: int, verb: Verb, *, told: bool) -> Governed | None:
    """What is governed right at a token."""
    token, after = sentence[at], sentence[at + 1]
    if (
        token.low == "that"
        and _leads(sentence, at, verb)
        and (after.is_word or after.text == "," or opens_quotation(sentence, at + 1))
    ):
        return Governed("that", at + 1)
    if opens_quotation(sentence, at):
        return Governed("quotation", at)
    if token.low in (",", ":", "-", "–", "—", "that") and opens_quotation(sentence, at + 1):
        return Governed("quotation", at + 1)
    if token.low == ":" and (after.is_word or at + 1 == len(sentence)):
        return Governed("clause", at + 1)
    if token.low in _ASKING and verb.takes("question") and after.is_word:
        return Governed("question", at)
    if (
        token.low == "to"
        and verb.takes("to")
        and after.is_word
        and not after.is_capital
        and (told or not verb.takes("whom"))
    ):
        return Governed("to", at)
    if verb.takes("clause") and is_claimed(sentence, at, verb):
        return Governed("clause", at)
    if verb.takes("object") and _is_object(sentence, at, verb):
        return Governed("object", at)
    return None


def _leads(sentence: Sentence, that: int, verb: Verb) -> bool:
    """Whether "that" leads to a clause: not "a talk that will end", nor "disputed that argument"."""
    if is_verb(sentence, that + 1):
        return False
    return not verb.takes("object") or verb.takes("clause") or opens_clause(sentence, that + 1, sure=False)


def _is_object(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether a noun phrase that stands for a claim begins at a token."""
    token = sentence[at]
    if token.low in PREPOSITIONS | {"to"} or token.low in TIMES or not token.is_word or token.low in ADVERBS:
        return token.low.endswith("ing") and verb.lemma in (
            "deny",
            "admit",
            "acknowledge",
            "recommend",
            "suggest",
            "propose",
        )
    if verb.lemma == "claim":
        return token.low in ("responsibility", "credit", "self-defence", "self-defense")
    if verb.lemma in ("dismiss", "reject", "echo", "cite", "question") and token.low in DETERMINERS | _NOUN_CLAIMS:
        return True
    if verb.lemma in ("express", "voice"):
        return True
    end = phrase_after(sentence, at)
    if token.low.endswith("ing") and verb.lemma in ("deny", "admit", "acknowledge", "recommend", "suggest", "propose"):
        return True
    if end is None:
        return False
    return not any(sentence[place].low in _FIRM_OBJECTS for place in range(at, end))
