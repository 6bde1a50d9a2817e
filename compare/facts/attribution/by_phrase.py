"""Attributions without a verb, or by a fixed phrase around one."""

from __future__ import annotations

from compare.facts.attribution.doers import doer
from compare.facts.attribution.governed import governed
from compare.facts.attribution.phrases import according_to, claim_noun, in_their_words
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Found
from compare.facts.attribution.sources import may_speak, phrase_after
from compare.facts.attribution.verbgroup import group_before
from compare.facts.attribution.verbs import VERBS
from compare.facts.attribution.words import GROUPS, HUMANS


def phrase_at(sentence: Sentence, at: int) -> Found | None:
    """The attribution without a verb of its own that begins at a token; None where none does."""
    low = sentence[at].low
    if low in ("according", "in"):
        if speaker := according_to(sentence, at):
            return Found(at, speaker[1], speaker, (at, speaker[0]), "around", "nothing", speaker[1], "phrase")
        if owner := in_their_words(sentence, at):
            return Found(at, owner[1] + 1, owner, (owner[1], owner[1] + 1), "around", "nothing", owner[1] + 1, "phrase")
    if low in ("quoted", "cited"):
        return _quoted_as(sentence, at)
    if low == "put" and sentence[at + 1].low == "it":
        return _put_it(sentence, at)
    if claimed := claim_noun(sentence, at):
        speaker, that = claimed
        first = min(at, speaker[0]) if speaker else at
        return Found(first, that, speaker, (at, at + 1), "after", "that", that + 1, "phrase")
    if low in ("—", "–", "―", "--") and at and sentence.quoted[at - 1] >= 0:
        return _signed(sentence, at)
    return _ascribed(sentence, at) if low in (":", "-", "–", "—") else None


def _quoted_as(sentence: Sentence, at: int) -> Found | None:
    """ "Renn was quoted by Interpress as saying", "Interpress quoted a driver as saying"."""
    named = at + 1 + (sentence[at + 1].low == "by")
    place = at + 1 if sentence[at + 1].low == "as" else phrase_after(sentence, named)
    if place is None or sentence[place].low != "as" or sentence[place + 1].low not in ("saying", "telling"):
        return None
    what = governed(sentence, place + 1, VERBS["saying"])
    if what is None or what.kind == "nothing":
        return None
    if place > named and named == at + 1:
        return Found(at, place + 2, (named, place), (place, place + 2), "after", what.kind, what.start)
    by = doer(sentence, at, group_before(sentence, at), VERBS["said"])
    if by is None or by.source is None:
        return None
    return Found(by.first, place + 2, by.source, (at, place + 2), "after", what.kind, what.start)


def _put_it(sentence: Sentence, at: int) -> Found | None:
    """ "It was, as one driver put it, a mess"."""
    by = doer(sentence, at, group_before(sentence, at), VERBS["said"])
    if by is None or by.source is None or by.first == 0 or sentence[by.first - 1].low not in ("as", ","):
        return None
    return Found(by.first, at + 2, by.source, (at, at + 2), "before", "nothing", at + 2)


def _ascribed(sentence: Sentence, mark: int) -> Found | None:
    """ "Two held over bank raid: police", as headlines have it."""
    end = len(sentence)
    if mark < 3 or not 1 <= end - mark - 1 <= 4 or phrase_after(sentence, mark + 1) != end:
        return None
    if not {sentence[end - 1].low, sentence[end - 1].low.removesuffix("s")} & (HUMANS | GROUPS):
        return None
    return Found(mark, end, (mark + 1, end), (mark, mark + 1), "before", "nothing", end, "phrase")


def _signed(sentence: Sentence, dash: int) -> Found | None:
    """“...” — Laleh Tavakoli."""
    end = phrase_after(sentence, dash + 1)
    if (
        end is None
        or not sentence[dash + 1].is_capital
        or sentence[end].is_word
        or not may_speak(sentence, dash + 1, end)
    ):
        return None
    return Found(dash, end, (dash + 1, end), (dash, dash + 1), "before", "nothing", end, "phrase")
