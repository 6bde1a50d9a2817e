"""What befell the people that a number counts: each number's own verb or noun, in its own clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compare.facts.quantities.counted import Counted, Fate
from compare.facts.quantities.fate_after import ends_there, has_object, told_after, with_other
from compare.facts.quantities.fate_before import told_before
from compare.facts.quantities.fate_words import (
    CASUALTY,
    COUNTS,
    DIRECT,
)
from compare.facts.quantities.nouns import stops
from compare.facts.quantities.people import is_people, is_plural, singular
from compare.facts.tokens import MARKS, Sentence


def fates(sentence: Sentence, counted: Sequence[Counted]) -> list[Fate | None]:
    """The fate of each number, in order; None where nothing is told.

    Example: "killing 12 and injuring 30 people" -> dead, injured.
    """
    found: list[Fate | None] = [_own(sentence, one) for one in counted]
    for one, other in pairwise(range(len(counted))):
        if counted[one].after > counted[other].first:  # "4,200 of the town's 19,000 residents were evacuated"
            found[one], found[other] = found[one] or found[other], None
    for index in range(len(counted) - 2, -1, -1):
        following = found[index + 1]
        if found[index] is None and following and following.beyond and _joined(sentence, *counted[index : index + 2]):
            found[index] = Fate(following.name, counted[index].after, beyond=True)
    for index in range(1, len(counted)):
        before = found[index - 1]
        if found[index] is None and before and _shares(sentence, counted[index - 1], counted[index], before):
            found[index] = Fate(before.name, counted[index].after)
    for index in range(len(counted)):
        found[index] = _as_part(sentence, counted, found, index)
    return found


def _shares(sentence: Sentence, one: Counted, other: Counted, fate: Fate) -> bool:
    """Whether the second of a row has the fate of the first: "killed 12 miners and three engineers"."""
    if fate.part or not _joined(sentence, one, other):
        return False
    if other.noun:
        return ends_there(sentence, other.after)
    return not fate.beyond and sentence.word(other.after) in MARKS


def _own(sentence: Sentence, one: Counted) -> Fate | None:
    if direct := _direct(sentence, one):
        return direct
    name = told_after(sentence, one)
    if name is not None:
        return Fate(name, one.after, beyond=True) if name else None
    name = told_before(sentence, one)
    return Fate(name, one.after) if name else None


# On the noun itself


def _direct(sentence: Sentence, one: Counted) -> Fate | None:
    """ "12 dead", "30 others injured", "12 arrests", "12 civilian deaths"."""
    if one.noun and one.noun.head in _COUNT_HEADS:
        name = _COUNT_HEADS[one.noun.head]
        return Fate(name, one.after)
    at = one.after
    while (
        sentence.word(at) in ("more", "other", "others", "further", "people", "of", "them", "the")
        and at < one.after + 3
    ):
        at += 1
    word = sentence.word(at)
    if word not in DIRECT or (one.noun and sentence.word(at - 1) == "the"):
        return None
    if (
        one.noun is None
        and (is_plural(sentence.word(at + 1)) or is_plural(sentence.word(at + 2)))
        and not stops(sentence.word(at + 1))
    ):
        return _told_of_noun(sentence, at)
    if one.noun is None or not has_object(sentence, at):
        beyond = one.noun is not None
        name = with_other(sentence, at, DIRECT[word])
        return Fate(name, at + 1 if one.noun is None else one.after, beyond=beyond)
    return None


def _told_of_noun(sentence: Sentence, at: int) -> Fate | None:
    """ "12 wounded soldiers" are hurt, "1,200 dead seabirds" no people."""
    end = at + 1 if is_plural(sentence.word(at + 1)) else at + 2
    return Fate(DIRECT[sentence.word(at)], end + 1) if is_people(singular(sentence.word(end))) else None


_COUNT_HEADS = {singular(word): fate for word, fate in COUNTS.items()} | {
    "casualty": CASUALTY,
    "life": "dead",
    "body": "dead",
}


# Parts of a whole


def _joined(sentence: Sentence, one: Counted, other: Counted) -> bool:
    """Whether two counts stand in one row: "12 soldiers and 3 civilians"."""
    between = sentence.words[one.after : other.first]
    return between in (
        ["and"],
        [","],
        [",", "and"],
        ["or"],
        [",", "plus"],
        ["plus"],
        ["as", "well", "as"],
        ["and", "another"],
    )


def _as_part(sentence: Sentence, counted: Sequence[Counted], found: Sequence[Fate | None], index: int) -> Fate | None:
    """ "12 were killed, including two children": the two are of the dead, and no toll of their own."""
    one, own = counted[index], found[index]
    if name := _among_fate(sentence, one) or _of_fate(sentence, one):
        return Fate(name, one.after, part=True)
    whole = found[index - 1] if index else None
    if whole is None or (own and own.name != whole.name):
        return own
    in_row = whole.part and _joined(sentence, counted[index - 1], one)
    return Fate(whole.name, one.after, part=True) if in_row or _opens_part(sentence, one) else own


def _opens_part(sentence: Sentence, one: Counted) -> bool:
    before = [sentence.word(one.first - 1), sentence.word(one.first - 2)]
    if before[0] in ("including", "whom", "which", "includes", "included") or (
        before[0] == "them" and before[1] == "among"
    ):
        return True
    return (
        sentence.words[one.first + 1 : one.first + 3]
        in (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "the"])
        and before[0] == ","
    )


def _of_fate(sentence: Sentence, one: Counted) -> str | None:
    """ "Eleven of the dead were children"."""
    at = one.after - 1 if one.noun else one.after + 2
    if sentence.words[at - 2 : at] != ["of", "the"]:
        return None
    return DIRECT.get(sentence.word(at)) or ("dead" if sentence.word(at) == "victims" else None)


def _among_fate(sentence: Sentence, one: Counted) -> str | None:
    """ "Two children were among the dead", "among the 12 killed"."""
    for at in range(one.after, one.after + 3):
        if (sentence.word(at) == "among" and sentence.word(at - 1) in ("were", "are", "was", "is")) or (
            sentence.word(at) == "among" and at == one.after
        ):
            for place in range(at + 1, at + 6):
                word = sentence.word(place)
                if word in DIRECT or word == "victims":
                    return DIRECT.get(word, "dead")
                if stops(word) and not word[:1].isdecimal() and word not in ("at", "least"):
                    return None
    return None
