"""Which words an attribution attributes, and whether they are quoted."""

from __future__ import annotations

from collections.abc import Sequence

from compare.facts.attribution.clauses import opens_clause
from compare.facts.attribution.nesting import inner_end
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Found, is_inner_clause
from compare.facts.attribution.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from compare.model import Manner, Span

Stretch = tuple[int, int]
_AS_SAID = frozenset(", : ; . — – - -- ― as".split())
_LINKS = CONJUNCTIONS | {",", ";", "—", "–", "--", "while", "whereas", "although", "though"}


def contents(sentence: Sentence, found: Sequence[Found], number: int) -> list[Stretch]:
    """The stretches of tokens attributed by one of the attributions of a sentence."""
    one = found[number]
    before = found[number - 1] if number else None
    stop = found[number + 1].first if number + 1 < len(found) else len(sentence)
    if one.side == "after":
        stretches = [_after(sentence, one, stop)]
    elif one.side == "before":
        stretches = [_before(sentence, one, before), *_resumed(sentence, one, stop)]
    else:
        stretches = _around(sentence, one, before, stop)
    return [kept for first, end in stretches if (kept := _trimmed(sentence, first, end))]


def _after(sentence: Sentence, one: Found, stop: int) -> Stretch:
    if one.kind == "named" and sentence.quoted[one.start] >= 0:
        return one.start, _quotation_end(sentence, one.start)
    if one.kind == "quotation":
        end = _quotation_end(sentence, one.start)
        if _is_complete(sentence, end) or sentence[end].text in ",.;:—":
            return one.start, _with_next_quotation(sentence, end, stop)
    end = _without_link(sentence, one.start, stop)
    if is_inner_clause(one):
        end = min(end, inner_end(sentence, one))
    return one.start, min(end, _own_statement(sentence, one, end))


def _quotation_end(sentence: Sentence, start: int) -> int:
    number = sentence.quoted[start]
    end = start
    while end < len(sentence) and sentence.quoted[end] == number:
        end += 1
    return end


def _is_complete(sentence: Sentence, end: int) -> bool:
    """Whether a quotation ends like a sentence of its own, inside its marks."""
    return end >= len(sentence) or (end > 1 and sentence[end - 2].text in ".!?…")


def _with_next_quotation(sentence: Sentence, end: int, stop: int) -> int:
    return _quotation_end(sentence, end) if end < stop and sentence.quoted[end] >= 0 else end


def _own_statement(sentence: Sentence, one: Found, stop: int) -> int:
    """Where the outlet goes on by itself: "Renn said the road was open, but the ministry closed it".

    A clause with a full subject of its own after ", but" or ", and"; one that begins with "that" or a pronoun
    is taken for a part of what was said.
    """
    if one.kind in ("to", "object", "named"):
        return stop
    for at in range(one.start + 2, stop - 3):
        if (
            sentence[at].low == ","
            and sentence[at + 1].low in ("but", "and", "although", "though")
            and sentence.quoted[at] < 0
        ):
            after = sentence[at + 2]
            own = sentence.quoted[at + 2] < 0 and (after.low in DETERMINERS or after.is_capital) and after.low != "that"
            apposed = any(sentence[place].low == "," for place in range(at + 4, at + 8))
            if own and sentence[at + 1].low != "and" and (apposed or opens_clause(sentence, at + 2, sure=False)):
                return at
    return stop


def _before(sentence: Sentence, one: Found, before: Found | None) -> Stretch:
    first = before.end if before else 0
    if before and before.side == "after":
        first = max(first, before.start)
    end = one.first
    number = sentence.quoted[end - 1] if end else -1
    if number < 0 and end > 1 and sentence[end - 1].text == ",":
        number = sentence.quoted[end - 2]
    if number >= 0:
        opening = end - 1
        while opening > first and (sentence.quoted[opening - 1] == number or sentence.quoted[opening] < 0):
            opening -= 1
        if (
            opening <= first
            or sentence[opening - 1].text in (":", ".", "?", "!", ",")
            or _is_long(sentence, opening, end)
        ):
            return opening, end
    for at in range(end - 2, first, -1):
        if sentence[at].text in (".", "?", "!", ";") and sentence.quoted[at] < 0:
            return at + 1, end
    return first, end


def _is_long(sentence: Sentence, opening: int, end: int) -> bool:
    """Whether a quotation after other words stands by itself: its first letter is a capital."""
    return (
        sentence[opening + 1].is_capital
        and end - opening > 6
        and sentence[opening - 1].low not in PREPOSITIONS | DETERMINERS
    )


def _resumed(sentence: Sentence, one: Found, stop: int) -> list[Stretch]:
    """What goes on after the attribution: “Yes,” she said, “we won”; The road, police said, is open."""
    for at in range(one.end, min(one.end + 14, stop)):
        token = sentence[at]
        if sentence.quoted[at] >= 0:
            if sentence[at - 1].text in ",.:;—–" or at == one.end:
                return [(at, _quotation_end(sentence, at))]
            return []
        if token.text == ".":
            continue
        if token.text == "," and at + 1 < stop and sentence.quoted[at + 1] < 0:
            return _rest(sentence, one, at + 1, stop)
    return []


def _rest(sentence: Sentence, one: Found, at: int, stop: int) -> list[Stretch]:
    low = sentence[at].low
    if at == one.end + 1 and sentence.quoted[one.first - 2] < 0 and not opens_clause(sentence, 0, sure=False):
        return [(at, _without_link(sentence, at, stop))]
    quoted = one.first > 0 and (sentence.quoted[one.first - 1] >= 0 or sentence.quoted[one.first - 2] >= 0)
    if (
        quoted
        or at > one.end + 1
        or low.endswith("ing")
        or low in SUBORDINATORS | PREPOSITIONS | DETERMINERS | {"speaking"}
    ):
        return []
    return [(at, _without_link(sentence, at, stop))]


def _around(sentence: Sentence, one: Found, before: Found | None, stop: int) -> list[Stretch]:
    """ "According to X, A", "A, according to X", "A, according to X, B"; of "X is said to A" the whole clause."""
    first = before.end if before else 0
    if before and before.side == "after" and one.kind == "nothing":
        first = before.first
    if one.kind == "to" and sentence[one.first - 1].low in ("which", "who", "that"):
        return [(one.start, _without_link(sentence, one.start, stop))]
    if one.kind == "to":
        return [(first, one.first), (one.start, _without_link(sentence, one.start, stop))]
    opens = one.first == 0 or (sentence[one.first - 1].low in CONJUNCTIONS and one.first == 1)
    after = next((at for at in range(one.end, min(one.end + 24, stop)) if sentence[at].low == ","), None)
    if opens:
        direct = sentence[one.end].is_word and opens_clause(sentence, one.end, sure=False)
        start = after + 1 if after and not direct else one.end
        return [(start, _without_link(sentence, start, stop))]
    found = [_before(sentence, one, None if before and before.side == "after" else before)]
    states = opens_clause(sentence, found[0][0], sure=False)
    if after == one.end and (
        not states
        or sentence[one.cue[0]].low == "in"
        or sentence[after + 1].low not in ("who", "which", "a", "an", "the")
    ):
        found.append((after + 1, _without_link(sentence, after + 1, stop)))
    return found


def _without_link(sentence: Sentence, first: int, stop: int) -> int:
    """The end of a stretch without the "and" or comma that leads to the next attribution."""
    if stop >= len(sentence):
        return len(sentence)
    while stop > first and sentence[stop - 1].low in _LINKS:
        stop -= 1
    return stop


def _trimmed(sentence: Sentence, first: int, end: int) -> Stretch | None:
    while first < end and sentence[first].low in _AS_SAID - {"as"} and sentence.quoted[first] < 0:
        first += 1
    while end > first and sentence[end - 1].low in _AS_SAID and sentence.quoted[end - 1] < 0:
        end -= 1
    return (first, end) if first < end and any(sentence[at].is_word for at in range(first, end)) else None


def manner_of(sentence: Sentence, stretches: Sequence[Stretch]) -> Manner:
    """Whether the words are quoted, reported, or partly each."""
    quoted = plain = 0
    for first, end in stretches:
        for at in range(first, end):
            if sentence[at].is_word:
                quoted += sentence.quoted[at] >= 0
                plain += sentence.quoted[at] < 0
    if not quoted:
        return "indirect"
    return "mixed" if plain else "direct"


def spans(sentence: Sentence, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    """Stretches of tokens as stretches of the text."""
    return tuple(sentence.span(first, end) for first, end in stretches)
