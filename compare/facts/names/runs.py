"""Runs of tokens that make one name: capitals, and the small words that may join them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from compare.facts.names.bodies import (
    CLAUSES,
    FOR_HEADS,
    NUMBERED,
    OF_HEADS,
    ON_HEADS,
    ORGANISATIONS,
    PLACES,
    STATE_BODIES,
)
from compare.facts.names.ordinary import CALENDAR, HOLIDAYS, MONTHS_AND_NAMES, NO_NAMES, SHOUTED
from compare.facts.names.persons import ADDRESS, GENERATIONS, GIVEN, PARTICLES, PORTFOLIOS, SURNAMES_TOO
from compare.facts.names.roles import office_at
from compare.facts.names.tokens import Token, sort_known

_LONGEST = 14  # tokens of one name
_LONGEST_KNOWN = 6  # words of the longest form in the closed lists
_OWNED_BY_ALL = frozenset(
    "children women men people workers veterans teachers king queen st farmers attorney governor sheriff "
    "mayor prosecutor".split()
)


def may_name(found: Sequence[Token], at: int) -> bool:
    """Whether the token at that index may be part of a name."""
    token = found[at]
    if not token.cap or token.low in NO_NAMES:
        return False
    if token.low in CALENDAR:
        return token.low in MONTHS_AND_NAMES and _is_given_or_family(found, at)
    if token.low in HOLIDAYS and at + 1 < len(found) and found[at + 1].low.rstrip("s").endswith("day"):
        return False
    if (token.low in CLAUSES and _is_numbered(found, at)) or _PARTY_AND_STATE.match(token.text):
        return False
    return token.low not in SHOUTED or token.text in ("US", "U.S.", "U.S", "WHO") or (at > 0 and is_initial(token))


_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")  # of American lawmakers: "(R-Ohio)"


def _is_numbered(found: Sequence[Token], at: int) -> bool:
    """Article 5, the 14th Amendment."""
    after = at + 1 < len(found) and found[at + 1].text[0].isdigit()
    return after or (at > 0 and found[at - 1].text[0].isdigit())


def is_initial(token: Token) -> bool:
    """ "J." and "J" are; "I" and "A" are words."""
    letters = token.text.rstrip(".")
    return len(letters) == 1 and letters.isupper() and (token.text.endswith(".") or letters not in "AI")


def _is_given_or_family(found: Sequence[Token], at: int) -> bool:
    """April Quill, Theresa May; but not "in May", "March 6"."""
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if after and after.text[0].isdigit():
        return False
    named = (
        before is not None and found[at].gap == " " and before.cap and (before.low in GIVEN or before.low in ADDRESS)
    )
    follows = (
        after is not None and after.gap == " " and after.cap and after.low not in CALENDAR and not sort_known(after.low)
    )
    return named or (follows and not (before and before.low in ("in", "by", "since", "until", "last", "next", "this")))


def run_at(found: Sequence[Token], at: int, phrases: Container[str]) -> int:
    """Where the run of tokens that begins with a capital at an index ends."""
    end = at + 1
    while end < min(len(found), at + _LONGEST):
        following = _joined(found, at, end, phrases)
        if following == end:
            break
        end = following
    return end


def _joined(found: Sequence[Token], start: int, end: int, phrases: Container[str]) -> int:
    """The end of the run after one more token was joined to it, or the same end."""
    last, here = found[end - 1], found[end]
    if here.gap not in (" ", "&") and not (here.gap in ("'", "’") and last.owns):
        return end
    if last.owns:
        return end + 1 if here.cap and may_name(found, end) and _owned_name(found, start, end) else end
    if here.text[0].isdigit():
        return end + 1 if last.low in NUMBERED and here.text.isdigit() else end
    if may_name(found, end):
        return end + 1
    if here.cap or here.gap == "&":
        return end
    return _over_small_words(found, start, end, phrases)


def _owned_name(found: Sequence[Token], start: int, end: int) -> bool:
    """Children's Hospital, St. Mary's Church, Workers' Party; but not "Iran's Ministry"."""
    body = any(token.low in ORGANISATIONS for token in found[end : end + 3] if token.cap)
    shared = found[end - 1].low in _OWNED_BY_ALL or found[start].low in ("st", "saint")
    plural = found[end - 1].low.endswith("s") and not found[end - 1].text.endswith(("is", "us")) and end - start == 1
    return body and (shared or (plural and sort_known(found[end - 1].low) is None and found[end].gap != " "))


def _over_small_words(found: Sequence[Token], start: int, end: int, phrases: Container[str]) -> int:
    """Joins over "of", "for the", "and", "van der" and the like, where the words around allow it."""
    after = end + 1
    while after < len(found) and after - end < 3 and found[after].gap == " " and not found[after].cap:
        after += 1
    if after >= len(found) or found[after].gap != " " or not may_name(found, after):
        return end
    small = [token.low for token in found[end:after]]
    if all(word in PARTICLES for word in small):
        return after + 1
    allowed = {
        ("of",): OF_HEADS,
        ("of", "the"): OF_HEADS,
        ("for",): FOR_HEADS,
        ("for", "the"): FOR_HEADS,
        ("on",): ON_HEADS,
        ("against",): FOR_HEADS,
    }.get(tuple(small))
    if allowed is not None:
        joins = found[end - 1].low in allowed or _is_spelt_out(found, start, end, after)
        return after + 1 if joins else end
    return after + 1 if small in (["and"], ["and", "the"]) and _and_joins(found, start, end, after, phrases) else end


def _is_spelt_out(found: Sequence[Token], start: int, end: int, after: int) -> bool:
    """Whether initials in brackets follow that take in the word after the small ones: "Council of Resistance of
    Iran (CRI)".
    """
    for here in range(after + 1, min(after + 4, len(found))):
        if found[here].gap == "(":
            initials = "".join(token.low[0] for token in found[start:here] if token.cap)
            return found[here].low == initials
    return False


def _and_joins(found: Sequence[Token], start: int, end: int, after: int, phrases: Container[str]) -> bool:
    """Whether "A and B" is one name: known as one, two fields of one body, or written so again in the article."""
    if known_to(found, start) > after or phrase(found[start : after + 1]) in phrases:
        return True
    left, right = found[end - 1].low, found[after].low
    if left not in PORTFOLIOS or right not in PORTFOLIOS:
        return False
    before = any(token.low in OF_HEADS or token.low in FOR_HEADS for token in found[start : end - 1])
    return before or any(token.cap and token.low in ORGANISATIONS for token in found[after + 1 : after + 3])


def phrase(run: Sequence[Token]) -> str:
    """The words of a run as the closed lists have them: "Johnson & Johnson" -> "johnson and johnson"."""
    return " ".join(f"and {token.low}" if token.gap == "&" and at else token.low for at, token in enumerate(run))


def known_to(found: Sequence[Token], at: int) -> int:
    """Where the longest known form that begins at an index ends; `at` where none does."""
    end = at + 1 if sort_known(found[at].low) else at
    for here in range(at + 1, min(at + _LONGEST_KNOWN, len(found))):
        if found[here].gap not in (" ", "&", "") or found[here - 1].owns:
            break
        if found[here].cap and sort_known(phrase(found[at : here + 1])):
            end = here + 1
    return end


def is_body(found: Sequence[Token], start: int, end: int) -> bool:
    """Whether a run says itself that it is an organisation or a place."""
    return end - start > 1 and (found[end - 1].low in ORGANISATIONS or found[end - 1].low in PLACES)


def cut(found: Sequence[Token], start: int, end: int) -> int:
    """Where the first name of a run ends: "Iranian Foreign Minister Kamran Sadeghi" is cut after its first word."""
    known = known_to(found, start)
    if known >= end:
        return end
    if start < known < end and office_at(found, known) > known and not is_body(found, known, end):
        return known
    if start < known < end and _splits(found, start, known, end):
        return known
    for here in range(start + 1, end):
        office = office_at(found, here)
        if office > here and not is_body(found, here, end) and _office_inside(found, start, here, office, end):
            return here
    return end


def _splits(found: Sequence[Token], start: int, known: int, end: int) -> bool:
    """Whether a known name and what follows it are two names."""
    sort = sort_known(phrase(found[start:known]))
    if found[known].low in GIVEN and not is_body(found, known, end) and found[start].low not in GIVEN:
        return True
    if sort == "people" and not is_body(found, known, end):
        return known_to(found, known) > known
    if sort == "people":
        return found[end - 1].low in STATE_BODIES
    if found[end - 1].low in STATE_BODIES:
        return sort == "place" and end - known == 1
    return sort == "place" and known_to(found, known) >= end and found[start].low not in GIVEN


def _office_inside(found: Sequence[Token], start: int, at: int, office: int, end: int) -> bool:
    """Whether the office found within a run is one: "Acme Chief Executive Ada Quill", not "Steve King"."""
    named = office < end and found[office].low not in GENERATIONS
    if office > end:
        return False
    if found[start].low in GIVEN or is_initial(found[at - 1]):
        return office - at > 1 and not named
    if office - at == 1 and found[at].low in SURNAMES_TOO:
        return named and at - start >= 1 and found[office].low in GIVEN
    return named or office - at > 1
