"""What a run of tokens names: person, place, organisation or people, by the evidence in and around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.facts.names.bodies import CORPORATE, FOR_HEADS, OF_HEADS, ORGANISATIONS, PLACE_FIRST, PLACES
from compare.facts.names.ordinary import AFTER_A_SUBJECT
from compare.facts.names.persons import FAMILY_FIRST, GENERATIONS, GIVEN, NOBLE, PARTICLES
from compare.facts.names.runs import is_initial, phrase
from compare.facts.names.tokens import Token, sort_known
from compare.model import NameSort

_WITHIN = frozenset("in near outside inside throughout across around".split())
_PLACE_ENDS = ("stan", "shire", "ville", "abad", "grad", "burgh")
_PERSONAL = re.compile(r"(?:al|el|ul|ad|as|bin|abu)[-'’]\w", re.IGNORECASE)
_OF_PLACES = frozenset(
    """republic kingdom isle gulf strait straits bay cape state states province region town port sea emirate sultanate
    district tower valley wall mount bridge arch arc""".split()
)


def sort_of(found: Sequence[Token], start: int, end: int) -> NameSort:
    """The sort of the name that tokens start to end make; "unknown" without evidence.

    Example: "Lesk River" is a place by its last word, "D. Reth" a person by the initial.
    """
    run = found[start:end]
    known = sort_known(phrase(run))
    if known:
        return known
    return _by_its_words(run) or _by_its_surroundings(found, start, end)


def _by_its_words(run: Sequence[Token]) -> NameSort | None:
    if len(run) > 1:
        return _by_head(run) or _as_person(run) or _by_first(run)
    only = run[0]
    if _is_acronym(only) or only.low in ORGANISATIONS:
        return "organisation"
    if only.low.endswith("ians") and len(only.low) > 6:
        return "people"
    return "place" if only.low.endswith(_PLACE_ENDS) and len(only.low) > 6 else None


def _by_head(run: Sequence[Token]) -> NameSort | None:
    for here, token in enumerate(run):
        if token.low in ("of", "for", "on") and not token.cap and here:
            head = run[here - 1].low
            if head in NOBLE:
                return "person"
            if head in _OF_PLACES:
                return "place"
            return "organisation" if head in ORGANISATIONS | OF_HEADS | FOR_HEADS else None
    last = run[-1].low
    if last in CORPORATE or (last in ORGANISATIONS and run[0].low not in ("st", "saint")):
        return "organisation"
    if last in PLACES:
        return None if run[0].low in GIVEN and last in _SURNAMES_LIKE_PLACES else "place"
    return "organisation" if last in ORGANISATIONS else None


_SURNAMES_LIKE_PLACES = frozenset(
    "lake hill hills street lane park woods castle forest bridge ford brook creek banks falls bay rivers port".split()
)


def _as_person(run: Sequence[Token]) -> NameSort | None:
    first = run[0].low
    if first in GIVEN or first.split("-")[0] in GIVEN or run[-1].low in GENERATIONS:
        return "person"
    if any(is_initial(token) for token in run):
        return "person"
    if any(token.low in PARTICLES and not token.cap for token in run[1:]) or _PERSONAL.match(run[-1].text):
        return "person"
    return "person" if first in FAMILY_FIRST and len(run) < 4 else None


def _by_first(run: Sequence[Token]) -> NameSort | None:
    return "place" if run[0].low in PLACE_FIRST and len(run) < 4 else None


def _is_acronym(token: Token) -> bool:
    letters = token.text.replace(".", "").removesuffix("s")
    return 1 < len(letters) < 7 and letters.isupper() and letters.isalpha()


def _by_its_surroundings(found: Sequence[Token], start: int, end: int) -> NameSort:
    if _is_aged(found, end):
        return "person"
    before = found[start - 1] if start and found[start].gap == " " else None
    alone = end >= len(found) or found[end].gap != " " or found[end].low in AFTER_A_SUBJECT
    within = before is not None and before.low in _WITHIN and alone and not found[end - 1].owns
    return "place" if within and end - start < 4 else "unknown"


def _is_aged(found: Sequence[Token], at: int) -> bool:
    """Ada Quill, 41, said."""
    if at + 1 >= len(found) or found[at].gap != ",":
        return False
    return found[at].text.isdigit() and len(found[at].text) < 3 and found[at + 1].gap.startswith(",")
