"""A subject with something between it and its verb: Tobias Renn, the chief executive, said."""

from __future__ import annotations

from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Doer
from compare.facts.attribution.sources import is_inner, is_verb
from compare.facts.attribution.subjects import subject_before
from compare.facts.attribution.words import ADVERBS, ARTICLES, CONJUNCTIONS, PREPOSITIONS

_INSERTION = 30
"""Tokens between the two commas of an apposition."""


def across(sentence: Sentence, close: int, at: int) -> Doer | None:
    """ "Tobias Renn, the chief executive, said" and "Renn (Lab) said"."""
    opening = "(" if sentence[close].low == ")" else sentence[close].low
    best: tuple[int, int] | None = None
    for _ in range(4):
        opened = _opened(sentence, close, opening)
        if opened is None:
            break
        end = _before_brackets(sentence, opened) if opening != "(" else opened
        found = subject_before(sentence, end)
        if found and sentence[found[0] - 1].low in ("which", "whom", "whose"):
            return None
        if found and (opening == "(" or _inserts(sentence, opened + 1)) and not is_verb(sentence, end - 1):
            if best and not (sentence[found[0]].is_capital and _opens(sentence, found[0])):
                break
            best = found
        elif best:
            break
        close = opened
    return Doer("subject", best, best[0], at + 1) if best else None


def _opens(sentence: Sentence, first: int) -> bool:
    """Whether a phrase begins the sentence or a quotation's frame, so that what follows are insertions of it."""
    return first == 0 or (not sentence[first - 1].is_word and sentence[first - 1].text != ",")


def _before_brackets(sentence: Sentence, end: int) -> int:
    """ "Jo Orr (Ind), a deputy, said": the place before the brackets."""
    if sentence[end - 1].low != ")":
        return end
    return next((place for place in range(end - 2, max(end - 8, 0), -1) if sentence[place].low == "("), end)


def _opened(sentence: Sentence, close: int, opening: str) -> int | None:
    for place in range(close - 1, max(close - _INSERTION, 0), -1):
        if sentence.quoted[place] >= 0 and opening != "(":
            continue
        if sentence[place].low == opening:
            return place
        if sentence[place].low in (";", ":"):
            return None
    return None


def _inserts(sentence: Sentence, at: int) -> bool:
    """Whether an apposition, a relative clause or an adverbial may begin at a token."""
    token = sentence[at]
    return (
        token.low
        in ARTICLES | PREPOSITIONS | ADVERBS | {"who", "which", "whose", "one", "as", "when", "while", "speaking"}
        or token.text[0].isdigit()
        or token.is_capital
        or token.low.endswith(("ing", "ed"))
        or (is_inner(token) and not is_verb(sentence, at))
    ) and token.low not in CONJUNCTIONS
