"""What befell people, told after them: "12 people, police said, were killed"."""

from __future__ import annotations

from dataclasses import dataclass

from compare.facts.quantities.counted import Counted
from compare.facts.quantities.fate_words import (
    CASUALTY,
    DIRECT,
    DOING,
    DONE,
    GLUE,
    PHRASES,
    PREPOSITIONS,
    STATES,
)
from compare.facts.tokens import MARKS, Sentence


def with_other(sentence: Sentence, at: int, name: str) -> str:
    """ "killed or injured" and "dead and wounded" count casualties."""
    other = DIRECT.get(sentence.word(at + 2), "")
    both = sentence.word(at + 1) in ("and", "or") and {name, other} == {"dead", "injured"}
    return CASUALTY if both else name


def has_object(sentence: Sentence, at: int) -> bool:
    """Whether a verb has an object, so that those before it are who does it: "12 gunmen killed a guard"."""
    if sentence.word(at) not in DOING or (sentence.word(at) in STATES and sentence.word(at) not in DONE):
        return False
    following = sentence.word(at + 1)
    return following[:1].isdecimal() or (following[:1].isalnum() and following not in AFTER_PARTICIPLE)


AFTER_PARTICIPLE = frozenset(
    """in at on by during when after before while as and or but since from near outside inside for over under with
    within so yesterday today monday tuesday wednesday thursday friday saturday sunday last this early late
    overnight so-far including were was are is have had there here across amid because if who that earlier later
    alone elsewhere following among to of not then critically seriously badly""".split()
)


def ends_there(sentence: Sentence, after: int) -> bool:
    """Whether a noun phrase ends what is said of it: not in "killed 12 people and two officers resigned"."""
    word = sentence.word(after)
    return not word or word in MARKS or word in PREPOSITIONS or word in AFTER_PARTICIPLE


_FAR = 20  # tokens and asides after people in which what befell them is looked for


@dataclass
class _Scan:
    """Where the look to the right of a number stands."""

    at: int
    passive: bool = False
    through: int = 0
    """How many more words of a phrase with a preposition, or of a clause with "who", may be passed over."""
    crossed: bool = False
    """Whether such a phrase was passed over."""


def told_after(sentence: Sentence, one: Counted) -> str | None:
    """The fate told after the noun; "" where the words after rule one out, None where they tell nothing."""
    scan = _Scan(one.after)
    for _ in range(_FAR):
        if scan.at >= len(sentence.words):
            break
        word = sentence.words[scan.at]
        if word in ("not", "never") or word.endswith("n't"):
            return ""
        if told := _phrase(sentence, scan.at):
            return told
        if word in DONE or word in STATES:
            return _verdict(sentence, one, scan)
        if not _goes_on(sentence, one, scan):
            return None
    return None


def _phrase(sentence: Sentence, at: int) -> str | None:
    if sentence.words[at] not in _PHRASE_STARTS:
        return None
    return next((name for phrase, name in PHRASES.items() if sentence.follows(at, phrase)), None)


_PHRASE_STARTS = frozenset(phrase[0] for phrase in PHRASES)


def _verdict(sentence: Sentence, one: Counted, scan: _Scan) -> str | None:
    """What a word for a fate says of those before it, who may have suffered it, or done it to others."""
    word = sentence.words[scan.at]
    if word in DONE and not scan.passive:
        if scan.crossed:
            return None  # "relatives of soldiers killed"
        if one.noun and has_object(sentence, scan.at):
            return ""
    if word == "missing" and not scan.passive and sentence.word(scan.at + 1) not in AFTER_PARTICIPLE | MARKS:
        return None  # "two men missing a leg"
    return with_other(sentence, scan.at, DONE.get(word) or STATES[word])


def _goes_on(sentence: Sentence, one: Counted, scan: _Scan) -> bool:
    """One token further, where it may stand between people and their fate."""
    word = sentence.words[scan.at]
    if word in AUXILIARIES:
        if scan.crossed and word in _SINGULAR:
            return False  # "12 people who saw that the driver was killed"
        scan.passive, scan.through = True, 0
    elif (word in PREPOSITIONS and not scan.passive) or (
        word == "who" and sentence.word(scan.at + 1) not in AUXILIARIES
    ):
        scan.through, scan.crossed = (8 if word == "who" else 6), True
    elif word == ",":
        opened = sentence.word(scan.at + 1) in _ASIDES or sentence.word(scan.at + 2) == "of"
        past = _past_aside(sentence, scan.at) if one.noun or opened else None
        if past is None:
            return False
        scan.at = past - 1
    elif word not in GLUE and not word.endswith("ly"):
        if (
            not scan.through
            or (word in MARKS and not sentence.hyphened(scan.at))
            or word in CLAUSE_WORDS
            or word[0].isdecimal()
        ):
            return False
        scan.through -= 1
    scan.at += 1
    return True


AUXILIARIES = frozenset("was were is are been being be has have had remain remained".split())
_SINGULAR = frozenset("was is has".split())
CLAUSE_WORDS = frozenset("and but while which that after before when as because if since although where than".split())
_ASIDES = frozenset("including among some most many mostly all both mainly".split())
_ASIDE = 26  # tokens at most between the commas of an aside


def _past_aside(sentence: Sentence, comma: int) -> int | None:
    """The token after an aside, ", including two children," or ", police said,"; None where the sentence ends
    there."""
    for at in range(comma + 2, min(comma + _ASIDE, len(sentence.words))):
        following = sentence.word(at + 1)
        if sentence.words[at] == "," and (following in AUXILIARIES or following in STATES):
            return at + 1
        if sentence.words[at] in (";", ".", ":") or sentence.words[at] in AUXILIARIES:
            return None
    return None
