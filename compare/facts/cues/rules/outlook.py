"""What is still to come, or holds on a condition: not "due to rain", nor "set to work", nor "as if"."""

from __future__ import annotations

from itertools import pairwise

from compare.facts.cues.grammar import BASE_VERBS, BE, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from compare.facts.cues.rules.around import NUMBERS, STARTS, Rule, after_be, ends
from compare.facts.cues.sentence import Sentence

_AIMS = frozenset(
    """aim goal purpose plan task job idea step way priority challenge point key objective intention wish dream hope
    ambition answer solution mission role duty first next option alternative trick temptation response method work
    """.split()
)
_ASKS = frozenset(
    """ask asked say asks asking wonder wondered wonders wondering see know questioned investigate investigating check
    unsure
    determine establish""".split()
)


def _to_come(s: Sentence, first: int, after: int) -> bool:
    word, follows = s.word(first), s.word(after)
    if word in ("due", "set", "bound", "tipped", "destined"):
        ready = after_be(s, first) or (s.is_headline and first > 0)
        return ready and follows in BASE_VERBS and follows != "work"
    if word == "about":
        return after_be(s, first) and follows not in DETERMINERS
    if word == "going":
        return after_be(s, first) and follows in BASE_VERBS
    if s.word(after - 1) == "to":
        return follows not in DETERMINERS and not ends(s, after)
    return True


def _is_to(s: Sentence, first: int, after: int) -> bool:
    aims = any(word in _AIMS for word in s.words[max(0, first - 6) : first])
    return s.word(after) in BASE_VERBS and not aims and not s.comma(first)


def _expects(s: Sentence, first: int, after: int) -> bool:
    return (s.word(after) in STARTS or s.is_capital(after)) and s.word(first - 1) not in DETERMINERS | {"as", "than"}


def _requires(s: Sentence, first: int, after: int) -> bool:
    if s.word(first) == "subject":
        granted = {"approval", "agreement", "confirmation", "review", "consent", "conditions", "ratification", "vote"}
        return any(word in granted for word in s.words[after : after + 4])
    if s.word(first) == "assuming":
        return s.opens(first) and (s.word(after - 1) == "that" or s.word(after) in SUBJECT_PRONOUNS | {"the"})
    return not ends(s, after) and not (
        s.word(first) == "pending" and (s.word(first - 1) in DETERMINERS | BE or s.word(after) in PREPOSITIONS)
    )


def _is_if(s: Sentence, first: int, after: int) -> bool:
    if s.word(first) == "provided":
        return s.comma(first) and (s.word(after) in STARTS)
    return (
        s.word(first - 1) not in {"as", "even", "what"}
        and s.word(after) not in {"any", "anything"}
        and not _if_asks(s, first)
    )


def _if_asks(s: Sentence, first: int) -> bool:
    return any(word in _ASKS for word in s.words[max(0, first - 4) : first])


def _asks(s: Sentence, first: int, after: int) -> bool:
    if s.word(first) == "if":
        return _if_asks(s, first) and s.word(first - 1) not in {"as", "even", "what"}
    ahead = s.words[after : after + 12]
    return not any(pair == ("or", "not") for pair in pairwise(ahead))


def _lasts(s: Sentence, first: int, after: int) -> bool:
    return not s.word(after)[:1].isdigit() and s.word(after) not in NUMBERS


def _inverted(s: Sentence, first: int, after: int) -> bool:
    if not s.opens(first) or not (s.word(after) in STARTS or s.is_capital(after)):
        return False
    return s.word(first) == "should" or "to" in s.words[after + 1 : after + 6]


OUTLOOK: dict[str, Rule] = {
    "to_come": _to_come,
    "is_to": _is_to,
    "expects": _expects,
    "requires": _requires,
    "is_if": _is_if,
    "asks": _asks,
    "lasts": _lasts,
    "inverted": _inverted,
}
