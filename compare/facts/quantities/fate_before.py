"""What befell people, told before them: "killing 12", "the arrest of 12", "the death toll rose to 12"."""

from __future__ import annotations

from compare.facts.quantities.counted import Counted
from compare.facts.quantities.fate_after import AUXILIARIES, CLAUSE_WORDS, ends_there
from compare.facts.quantities.fate_words import (
    CASUALTY,
    COUNTS,
    DOING,
    DONE,
    PREPOSITIONS,
)
from compare.facts.tokens import Sentence

_LAST_BEFORE = frozenset(
    "to at of is was reached hit passed topped exceeded surpassed by numbered were are totalled : - – —".split()
)
_LEVEL_REACH = 14


def told_before(sentence: Sentence, one: Counted) -> str | None:
    """The fate told before the number, None where nothing is told."""
    at = one.first - 1
    while sentence.word(at) in (
        "the",
        "another",
        "a",
        "an",
        "further",
        "additional",
        "other",
        "some",
        "those",
        "these",
        "all",
    ):
        at -= 1
    word, before = sentence.word(at), sentence.word(at - 1)
    if word in DOING:
        if word in DONE and before in ("was", "were", "been", "be", "being", "is", "are"):
            return None
        if sentence.word(at - 1) in ("and", "or") and {DOING.get(sentence.word(at - 2), ""), DOING[word]} == {
            "dead",
            "injured",
        }:
            return CASUALTY
        return None if word in ("claimed", "claiming") else DOING[word]
    if word == "of" and before in COUNTS:
        return COUNTS[before]
    if word == "of" and before in ("injuring", "wounding"):
        return "injured"
    return _in_row_with_one(sentence, one, at) or _level(sentence, one, at)


def _in_row_with_one(sentence: Sentence, one: Counted, at: int) -> str | None:
    """ "killed the driver and two passengers": in a row with somebody who is not counted."""
    if sentence.word(at) not in ("and", "or") or not one.noun or not ends_there(sentence, one.after):
        return None
    for place in range(at - 1, max(at - 6, -1), -1):
        word = sentence.word(place)
        if word in DOING:
            return None if sentence.word(place - 1) in AUXILIARIES else DOING[word]
        if not word[0].isalpha() or word in AUXILIARIES or word in PREPOSITIONS or word in CLAUSE_WORDS:
            return None
    return None


def _level(sentence: Sentence, one: Counted, at: int) -> str | None:
    """ "the death toll rose to 12", "the number of injured was put at 30", "Dead: 12"."""
    if sentence.word(at) not in _LAST_BEFORE or (one.noun and one.noun.head not in ("people", "person")):
        return None
    start = sentence.clause_start(at, _LEVEL_REACH) if sentence.word(at) not in (":", "–", "—") else max(0, at - 3)
    found = [word for word in sentence.words[start:at] if word in _TOLD]
    if not found or (sentence.word(at) == "by" and "toll" not in found):
        return None
    named = [word for word in found if word != "toll"]
    return _TOLD[named[-1]] if named else "dead"


_TOLD = {
    word: fate for word, fate in COUNTS.items()
    if word in """dead death deaths fatalities toll injured injuries wounded arrests detainees missing displaced
    evacuees""".split()
}  # fmt: skip
