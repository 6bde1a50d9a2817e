"""Offices and institutions in a list of tokens: "former foreign minister", "the government", "police said"."""

from __future__ import annotations

from collections.abc import Sequence

from compare.facts.names.ordinary import AFTER_A_SUBJECT, DEFINITE
from compare.facts.names.persons import (
    ABBREVIATED,
    BARE,
    HEADS,
    INSTITUTION_PHRASES,
    INSTITUTIONS,
    MODIFIERS,
    OFFICE_PHRASES,
    OFFICES,
    PORTFOLIOS,
    TAILS,
)
from compare.facts.names.tokens import Token, sort_known

_LONGEST = 6  # words of one office
_LONGEST_TAIL = max(map(len, TAILS))


def follows(found: Sequence[Token], at: int) -> bool:
    """Whether a token stands right after the one before it."""
    return 0 < at < len(found) and found[at].gap == " " and not found[at - 1].owns


def office_at(found: Sequence[Token], at: int) -> int:
    """Where the office phrase that begins at a token ends, as a token index; `at` itself where none begins.

    Example: "Former Foreign Minister Ada Quill" -> 3.
    """
    end = at
    if _is_verb(found, at):
        return at
    for here in range(at, min(at + _LONGEST, len(found))):
        if here > at and not follows(found, here):
            break
        tail = _tail(found, here)
        if tail:
            end = here + tail
        word = _full(found[here])
        if word in HEADS:
            end = max(end, here + 1)
        if word not in MODIFIERS and word not in HEADS:
            break
    return _past_portfolio(found, end) if end > at else end


def _is_verb(found: Sequence[Token], at: int) -> bool:
    """To fire General Quill: what is small before an office with a capital is part of it only if it says when."""
    capital = at + 1 < len(found) and found[at + 1].cap and found[at + 1].low in HEADS
    return capital and not found[at].cap and found[at].low not in _SMALL_BEFORE_CAPITALS


_SMALL_BEFORE_CAPITALS = frozenset(
    """former ex then acting outgoing incoming late retired veteran longtime long-time vice deputy interim assistant
    exiled jailed""".split()
)


def _past_portfolio(found: Sequence[Token], end: int) -> int:
    """The end of an office after its field: "secretary of state for trade and industry"."""
    of_fields = found[end - 1].low in ("minister", "secretary", "state")
    if not of_fields or end + 1 >= len(found) or found[end].low not in ("for", "of") or not follows(found, end):
        return end
    if found[end + 1].low not in PORTFOLIOS or not follows(found, end + 1):
        return end
    more = end + 3 < len(found) and found[end + 2].low == "and" and found[end + 3].low in PORTFOLIOS
    return end + 4 if more and follows(found, end + 2) and follows(found, end + 3) else end + 2


def _tail(found: Sequence[Token], at: int) -> int:
    """Words of an office whose head is not its last word, from here on; 0 if there is none."""
    for count in range(min(_LONGEST_TAIL, len(found) - at), 1, -1):
        words = tuple(token.low for token in found[at : at + count])
        if words in TAILS and all(found[here].gap in (" ", "") for here in range(at + 1, at + count)):
            return count
    return 0


def _full(token: Token) -> str:
    short = token.text.endswith(".") or token.cap
    return ABBREVIATED.get(token.low, token.low) if short else token.low


def role_words(found: Sequence[Token]) -> tuple[str, ...]:
    """The words of an office in full: "Sen." -> ("senator",)."""
    return tuple(_full(token) for token in found)


def body_at(found: Sequence[Token], at: int) -> int:
    """Where the institution that begins at a token ends; `at` where none begins."""
    if at + 1 < len(found) and f"{found[at].low} {found[at + 1].low}" in INSTITUTION_PHRASES and follows(found, at + 1):
        return at + 2
    return at + 1 if found[at].low in INSTITUTIONS else at


def stands_alone(found: Sequence[Token], at: int, end: int) -> bool:
    """Whether tokens at to end are told of as one office or body: definite, and not describing what follows."""
    phrase = " ".join(role_words(found[at:end]))
    if at and found[at - 1].low in _NOT_THIS_ONE:
        return False
    if end < len(found) and found[end].low in ("to", "of") and phrase in _ALSO_DEEDS:
        return False
    if end < len(found) and found[end].gap in (" ", "") and not found[end - 1].owns:
        after = found[end]
        if after.low not in AFTER_A_SUBJECT and not (after.low.endswith("ed") and not after.cap):
            return False
    if phrase in BARE and (at == 0 or found[at - 1].low not in ("a", "an")) and not _described(found, at):
        return True
    return _is_definite(found, at)


_NOT_THIS_ONE = frozenset("a an any no every each next future first last potential possible another one own".split())
_ALSO_DEEDS = frozenset(["opposition", "leadership", "administration"])


def is_office(words: Sequence[str]) -> bool:
    """Whether an office phrase is one that a single person holds."""
    return words[-1] in OFFICES or any(phrase in " ".join(words) for phrase in OFFICE_PHRASES)


def _described(found: Sequence[Token], at: int) -> bool:
    return (
        at > 0 and found[at].gap == " " and found[at - 1].cap and not found[at - 1].opens and not _owner(found[at - 1])
    )


def _is_definite(found: Sequence[Token], at: int) -> bool:
    """After "the", a possessive or a land's adjective, at most two words before: "the embattled president"."""
    for back in range(1, 4):
        here = at - back
        if here < 0 or found[here + 1].gap != " ":
            return False
        before = found[here]
        if before.low in DEFINITE or before.owns or (back == 1 and _owner(before)):
            return True
        if before.low in AFTER_A_SUBJECT:
            return False
    return False


def _owner(token: Token) -> bool:
    return sort_known(token.low) in ("people", "place") and token.cap
