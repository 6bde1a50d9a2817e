"""Whether something is alleged: not jobless claims, nor lives claimed by a fire."""

from __future__ import annotations

from compare.facts.cues.grammar import AUXILIARIES, BASE_VERBS, BE, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from compare.facts.cues.rules.around import STARTS, Rule, after_be, ends
from compare.facts.cues.scope import is_past
from compare.facts.cues.sentence import Sentence

_NO_CLAIM = frozenset(
    """responsibility life lives victory credit title titles gold silver bronze medal medals benefit benefits asylum
    points point win championship crown trophy place compensation expenses wicket wickets seat seats record
    prize prizes award reward spot berth ownership ground territory throne insurance damages scalp scalps""".split()
)


def is_verb(s: Sentence, first: int, after: int) -> bool:
    """Whether a form of "allege" is the verb, rather than "the alleged plot"."""
    if s.word(after - 1) == "to":
        return True
    if s.word(first) not in ("allege", "alleges", "alleging", "alleged"):
        return False
    before = s.word(first - 1)
    if s.word(first) != "alleged":
        return True
    named = s.is_capital(after) and any(word in AUXILIARIES or is_past(word) for word in s.words[after : after + 6])
    adjective = before in DETERMINERS | PREPOSITIONS or before.endswith("ing")
    return s.word(after) == "that" or (not adjective and (s.word(after) in STARTS or named))


def _accuses(s: Sentence, first: int, after: int) -> bool:
    word, before = s.word(first), s.word(first - 1)
    if word.startswith("blam"):
        return (
            before not in DETERMINERS | {"to", "no", "of"} and s.word(after) not in {"for", "on"} and not ends(s, after)
        )
    noun = word == "accused" and s.word(after - 1) == "accused" and before in DETERMINERS
    return not noun and not (word.startswith("accus") and ends(s, after) and not after_be(s, first))


def _is_said(s: Sentence, first: int, after: int) -> bool:
    if s.word(first) not in ("said", "reported", "claimed") or s.word(after - 1) == "have":
        return True
    return after_be(s, first) and (s.word(after) in BASE_VERBS)


def _claims(s: Sentence, first: int, after: int) -> bool:
    before, follows, last = s.word(first - 1), s.word(after), s.word(after - 1)
    if last == "that":
        return True
    if last == "to":
        return follows in BASE_VERBS and before != "a"
    if ends(s, after) or before in BE | DETERMINERS or any(w in _NO_CLAIM for w in s.words[after : after + 4]):
        return False
    if s.word(first) == "claimed":
        return follows in STARTS or s.is_capital(after)
    subject = before in SUBJECT_PRONOUNS or (s.is_capital(first - 1) and s.word(first) != "claim")
    return (subject or s.word(first) == "claiming") and follows in STARTS


ALLEGATION: dict[str, Rule] = {
    "asserts": is_verb,
    "accuses": _accuses,
    "is_said": _is_said,
    "claims": _claims,
}
