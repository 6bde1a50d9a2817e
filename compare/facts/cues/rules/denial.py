"""Whether a statement is denied, or something else refused: the object decides.

"Rejected the claim" is a denial; "rejected the offer", "dismissed the coach", "denied entry" and "disputed
territory" tell what happened.
"""

from __future__ import annotations

from itertools import pairwise

from compare.facts.cues.grammar import (
    ANAPHORS,
    AUXILIARIES,
    BASE_VERBS,
    BE,
    DETERMINERS,
    GRANTS,
    PREPOSITIONS,
    STATEMENTS,
)
from compare.facts.cues.rules.around import Rule, ends
from compare.facts.cues.scope import is_past
from compare.facts.cues.sentence import Sentence

_OBJECT, _SUBJECT = 7, 9  # words looked through for what is denied
_LEGAL = frozenset("charge charges complaint complaints finding findings argument arguments".split())
_COURTS = frozenset("court courts judge judges tribunal jury justices magistrate appeals".split())
_TIES = frozenset("links link ties connection connections relation relations reference references".split())
_COUNTS = frozenset("figure figures number numbers toll estimate estimates count".split())
_FALSE = frozenset(
    """false baseless groundless unfounded untrue fabricated nonsense propaganda lies lie rumour rumours rumor rumors
    fake fiction fabrication fabrications speculation ridiculous absurd guesswork hearsay disinformation misinformation
    unsubstantiated preposterous slander smear politically""".split()
)
_PERSONS = frozenset("him her them us me you".split())
_NAMING = frozenset(
    "call called calls calling describe described describes describing brand branded label labelled as".split()
)
_REPORTED_OUT = frozenset("possibility cause play error sabotage terrorism arson motive involvement link".split())


def _object(s: Sentence, after: int) -> tuple[str, ...]:
    """The noun phrase behind a verb: up to a preposition other than "of", a comma or the end."""
    at = after
    while at < min(len(s), after + _OBJECT) and not s.stops(at) and not s.comma(at):
        if s.word(at) == "that" or (at > after and s.word(at) in PREPOSITIONS - {"of"}):
            break
        at += 1
    return s.words[after:at]


def _subject(s: Sentence, first: int) -> tuple[str, ...]:
    """The words of the clause before a place."""
    at = first
    while at > max(0, first - _SUBJECT) and not s.stops(at) and not s.comma(at):
        at -= 1
    return s.words[at:first]


def _is_passive(s: Sentence, first: int, after: int) -> bool:
    return s.word(first).endswith("ed") and (s.word(first - 1) in BE or s.word(first - 2) in BE)


def denies(s: Sentence, first: int, after: int) -> bool:
    """Forms of "deny"; "denied entry" and "denied him a visa" are none, and "did not deny" says neither yes nor no."""
    if s.word(first - 1) in DETERMINERS:
        return False
    if s.word(after) == "that":
        return True
    if _is_passive(s, first, after):
        stands_alone = ends(s, after) or s.word(after) in PREPOSITIONS or s.word(after).endswith("ly")
        return stands_alone and any(word in STATEMENTS for word in _subject(s, first))
    if s.word(after) == "to" and "that" not in s.words[after : after + 10]:
        return False
    denied = _object(s, after)
    return not any(word in GRANTS for word in denied[:5]) and not _has_receiver(denied)


def _has_receiver(denied: tuple[str, ...]) -> bool:
    """ "Deny the voters a choice", "deny credit to families": somebody is named who does not get it."""
    if "to" in denied[1:] and STATEMENTS.isdisjoint(denied) and denied[denied.index("to") - 1] not in _TIES:
        return denied[-1] != "to" and denied[(denied.index("to") + 1)] not in BASE_VERBS
    for before, word in pairwise(denied):
        if word in AUXILIARIES or is_past(word) or before.endswith("ing"):
            return False
        if word in DETERMINERS and before not in DETERMINERS | PREPOSITIONS | {"and", "or", "that"}:
            return True
    return False


def denies_statement(s: Sentence, first: int, after: int) -> bool:
    """Verbs that deny only a statement: reject, dismiss, dispute."""
    if s.word(first - 1) in DETERMINERS:
        return False
    known = STATEMENTS | _COUNTS if s.word(first).startswith("disput") else STATEMENTS - _LEGAL
    if _is_passive(s, first, after):
        return any(word in known for word in _subject(s, first)) and (ends(s, after) or s.word(after) in PREPOSITIONS)
    if s.word(first) in ("dispute", "disputes") and s.word(first - 1).endswith(("al", "ade", "our", "pay", "land")):
        return False
    denied = _object(s, after)
    told = s.word(after + len(denied)) == "that"
    if not _COURTS.isdisjoint(_subject(s, first)) and not told:
        return False
    if denied and denied[-1] in ("idea", "ideas", "view", "notion") and told:
        return True
    return s.word(after) == "that" or any(word in known for word in denied) or _as_false(s, after)


def _as_false(s: Sentence, after: int) -> bool:
    """ "… as baseless" in the words ahead."""
    ahead = s.words[after : after + 12]
    return any(word == "as" and not _FALSE.isdisjoint(ahead[at + 1 : at + 4]) for at, word in enumerate(ahead))


def rules_out(s: Sentence, first: int, after: int) -> bool:
    """Not the player who is ruled out of a match."""
    if s.word(after) in {"of", "for", "until", "after", "with", "through", "from", "as"}:
        return False
    ruled = s.word(first) == "ruled" and (s.word(first - 1) in BE or s.word(first - 2) in BE)
    return not ruled or not _REPORTED_OUT.isdisjoint(_subject(s, first))


def denied_noun(s: Sentence, first: int, after: int) -> bool:
    """ "Denial that …", not "denial of access"."""
    if s.word(first) == "rejection":
        return any(word in STATEMENTS for word in _object(s, after))
    return s.word(first - 1) not in {"no", "not"} and not any(word in GRANTS for word in s.words[after : after + 3])


def calls(s: Sentence, first: int, after: int) -> bool:
    """ "The report is false", "called the report a lie": a statement is untrue, not an alarm."""
    before = _subject(s, first)
    if any(word.startswith(("dismiss", "reject", "not", "without", "if", "whether")) for word in before):
        return False
    linked = s.word(first - 1) in BE or s.word(first - 2) in BE
    named = not _NAMING.isdisjoint(before) and s.word(first - 1) not in DETERMINERS
    told = not (STATEMENTS | ANAPHORS).isdisjoint(before)
    last = s.stops(after) or s.comma(after) or s.word(after) in PREPOSITIONS | {"and", "but", "or", "to"}
    return (linked or named) and told and last


def false_statement(s: Sentence, first: int, after: int) -> bool:
    """ "False claims that …": the statement is named, and what it said."""
    noun = after if s.word(after) in STATEMENTS else after + 1
    return s.word(noun) in STATEMENTS and s.word(noun + 1) in {"that", "about", "of"}


DENIAL: dict[str, Rule] = {
    "denies": denies,
    "denies_statement": denies_statement,
    "rules_out": rules_out,
    "denied_noun": denied_noun,
    "calls": calls,
    "false_statement": false_statement,
}
