"""What stands before a verb of speech: its auxiliaries and adverbs, and then who does it."""

from __future__ import annotations

from dataclasses import dataclass

from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.verbs import Verb
from compare.facts.attribution.words import (
    ADVERBS,
    ATTACHING,
    AUXILIARIES,
    BE,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    TIME_LEADS,
    TIMES,
    is_adverb,
)

_MOST_STEPS = 10
_PLURALS = frozenset("they who i we police people many some others that women men media both".split())
_WEAK_MODALS = frozenset("could may might should must can cannot can't can’t couldn't couldn’t".split())
GOING_ON = frozenset("went goes go gone going continued continues quick continue keen".split())


@dataclass(frozen=True)
class Group:
    """A verb with its auxiliaries: the token it begins at, the auxiliaries, whether it is negated."""

    start: int
    auxiliaries: frozenset[str]
    negated: bool


def group_before(sentence: Sentence, at: int) -> Group:
    """The verb at a token with what belongs to it on its left."""
    start, auxiliaries, negated = at, set(), False
    for _ in range(_MOST_STEPS):
        low = sentence[start - 1].low
        if low in NEGATIONS:
            negated = True
        if (low in AUXILIARIES and not (sentence[start - 1].is_capital and start > 1)) or low == "to":
            auxiliaries.add(low)
        elif low in ("both", "all", "each") and sentence[start - 2].is_word and start > 2:
            pass
        elif (low in TIMES or _is_year(low)) and start > 1:
            start = _time_start(sentence, start)
            continue
        elif not (low in NEGATIONS or (is_adverb(low) and (start > 1 or low in ADVERBS))):
            break
        start -= 1
    return Group(start, frozenset(auxiliaries), negated)


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit()


def _time_start(sentence: Sentence, end: int) -> int:
    at = end - 1
    while at > 0 and end - at < 6 and (sentence[at - 1].low in TIMES or sentence[at - 1].low in TIME_LEADS):
        at -= 1
    return at


def is_passive(group: Group, verb: Verb) -> bool:
    """Whether the subject is what is said, or who is told: "it was reported that"."""
    return verb.form in ("past", "participle") and bool(group.auxiliaries & BE)


def is_active(sentence: Sentence, at: int, group: Group, verb: Verb) -> bool:
    """Whether the form and its auxiliaries make a statement that something was, is or will be said."""
    held = group.auxiliaries
    if group.negated and not verb.takes("stance"):
        return False
    if verb.form == "past":
        return not held & (MODALS | DO) or bool(held & HAVE and not held & _WEAK_MODALS)
    if verb.form == "participle":
        return bool(held & HAVE)
    if verb.form == "s":
        return not held - {"'s", "’s"}
    if verb.form == "ing":
        return not held & DO
    return _is_base_active(sentence, group, verb.lemma)


def _is_base_active(sentence: Sentence, group: Group, lemma: str) -> bool:
    held = group.auxiliaries
    if "to" in held:
        return sentence[group.start - 1].low in GOING_ON or (
            sentence[group.start].low == "to" and _goes_on(sentence, group.start)
        )
    if held:
        return not held & _WEAK_MODALS
    low = sentence[group.start - 1].low
    return lemma == "say" or _is_plural(low) or _is_plural(_before_name(sentence, group.start - 1))


def _is_plural(low: str) -> bool:
    return low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and low != "as")


def _before_name(sentence: Sentence, last: int) -> str:
    """The head before a phrase with a name: "the hoteliers of Anselm"."""
    if not sentence[last].is_capital:
        return ""
    place = next((at for at in range(last - 1, max(last - 4, 0), -1) if sentence[at].low in ATTACHING), 0)
    return sentence[place - 1].low if place else ""


def _goes_on(sentence: Sentence, at: int) -> bool:
    return any(sentence[place].low in GOING_ON for place in (at - 1, at - 2))
