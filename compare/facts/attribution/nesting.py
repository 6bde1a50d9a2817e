"""Which attribution stands inside another one, and who shares a subject with whom."""

from __future__ import annotations

from dataclasses import replace

from compare.facts.attribution.doers import main_subject
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Found, is_ing, is_inner_clause
from compare.facts.attribution.sources import is_verb
from compare.facts.attribution.words import ADVERBS, ARTICLES, AUXILIARIES, CONJUNCTIONS, OUTLET, SUBORDINATORS

_OPENS_ANEW = frozenset("while whereas although though ; — –".split())
_OWN_CLAUSE = frozenset("for because while when which who as although but".split())
_LONGEST_CLAUSE = 60
"""Tokens in which the end of a clause inside a noun phrase is looked for."""


def tells_all(sentence: Sentence, found: Found) -> bool:
    """Whether all before it is told by its speaker: "Officials felt safe, said Mr Orr."."""
    unquoted = found.first > 1 and sentence.quoted[found.first - 1] < 0 and sentence.quoted[found.first - 2] < 0
    aside = sentence[found.first - 1].low == "as"
    return found.side == "before" and found.way in ("inverted", "subject") and unquoted and not aside


def is_apart(sentence: Sentence, one: Found, later: Found) -> bool:
    """Whether a new main clause begins between two attributions."""
    return any(
        sentence[at].text in (";", ".", ":") for at in range(one.end, min(later.first, one.end + 2 * _LONGEST_CLAUSE))
    )


def settled(sentence: Sentence, found: Found, kept: list[Found]) -> Found | None:
    """The same with whoever it shares a subject with: "Renn denied it and said that"."""
    if found.way != "elided" or found.source:
        return found
    last = next((one for one in reversed(kept) if one.source and one.way not in ("relative", "phrase")), None)
    source = last.source if last else _shared_subject(sentence, found)
    if source is None or sentence[source[0]].low in OUTLET or source[0] > found.first:
        return None
    if found.kind == "object" and sentence[found.cue[0]].low.endswith("ing") and last is None:
        return None
    return replace(found, source=source)


def _shared_subject(sentence: Sentence, found: Found) -> tuple[int, int] | None:
    """The subject of the sentence, unless another clause with one of its own may stand between."""
    subject = main_subject(sentence)
    if subject is None or sentence[found.cue[0]].low.endswith("ing"):
        return subject
    between = range(subject[1] + 1, found.first)
    own = any(sentence[at - 1].low == "," and sentence[at].low in _OWN_CLAUSE for at in between)
    return None if own else subject


def is_nested(sentence: Sentence, found: Found, outer: Found) -> bool:
    """Whether an attribution stands inside the words of another one, and so is told by that speaker."""
    if outer.side == "before" or (outer.side == "around" and outer.way == "phrase"):
        return False
    before = sentence[found.first - 1]
    if outer.kind == "quotation" and sentence.quoted[outer.start] >= 0 and _closed_before(sentence, outer, found):
        return False
    if found.way == "elided" and before.low == "and" and is_ing(sentence, found) and not is_ing(sentence, outer):
        return True
    if found.way == "elided":
        return not (before.low in CONJUNCTIONS | {",", "—", "by", "then"} or before.low in ARTICLES)
    if before.low in (";", ".", ":") or (is_inner_clause(outer) and found.first >= inner_end(sentence, outer)):
        return False
    if before.low == "," and is_inner_clause(outer) and outer.way == "phrase" and found.way == "subject":
        return False
    if before.low in CONJUNCTIONS | _OPENS_ANEW and found.way == "subject":
        further = sentence[found.first - 2]
        quoted = found.first > 1 and sentence.quoted[found.first - 2] >= 0
        return not (further.low in (",", ";", "—", "–", "--", "-") or quoted or before.low in _OPENS_ANEW)
    if found.way == "phrase" and found.kind == "that" and found.source is None and outer.kind == "object":
        return True
    if outer.kind in ("object", "to", "named"):
        return before.low in ("that", "which", "who", "what", "how", "where")
    if found.way == "phrase" and found.side == "around":
        return not (before.low == "," and sentence[found.end].low in ("", "."))
    return True


def inner_end(sentence: Sentence, one: Found) -> int:
    """Where the sentence goes on after a clause inside a noun phrase: "the claim that he lied | is under review"."""
    if one.way == "relative" and sentence[one.first - 1].low == ",":
        return _next_comma(sentence, one.start)
    seen = False
    for at in range(one.start, min(one.start + _LONGEST_CLAUSE, len(sentence))):
        low = sentence[at].low
        if sentence.quoted[at] >= 0:
            continue
        if low in (":", ";") or (
            seen and (low in SUBORDINATORS | CONJUNCTIONS or not sentence[at].is_word or low == "to")
        ):
            return at if low in (":", ";") else len(sentence)
        if is_verb(sentence, at) and sentence[at - 1].low not in AUXILIARIES | ADVERBS:
            if seen:
                return at
            seen = True
    return len(sentence)


def _next_comma(sentence: Sentence, start: int) -> int:
    places = range(start + 2, min(start + _LONGEST_CLAUSE, len(sentence)))
    return next((at for at in places if sentence[at].low == "," and sentence.quoted[at] < 0), len(sentence))


def _closed_before(sentence: Sentence, outer: Found, found: Found) -> bool:
    quotation = sentence.quotations[sentence.quoted[outer.start]]
    return quotation.closed and quotation.end <= sentence[found.first].start
