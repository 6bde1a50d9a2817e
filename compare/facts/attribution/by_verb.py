"""Attributions by a verb: who does it, and what the verb governs."""

from __future__ import annotations

from dataclasses import replace

from compare.facts.attribution.clauses import ends, opens_clause
from compare.facts.attribution.doers import doer
from compare.facts.attribution.governed import Governed, Kind, governed
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Doer, Found
from compare.facts.attribution.sources import may_speak, phrase_after
from compare.facts.attribution.verbgroup import group_before, is_active, is_passive
from compare.facts.attribution.verbs import NEVER_LAST, NOUNISH, VERBS, Verb
from compare.facts.attribution.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    GROUPS,
    HUMANS,
    MODALS,
    OUTLET,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_AUTHORED = frozenset("statement statements letter memo note email e-mail communique communiqué message tweet".split())
_ADJECTIVAL = (
    "al",
    "ic",
    "ive",
    "ous",
    "ful",
    "less",
    "ible",
    "able",
    "ed",
    "ing",
    "new",
    "further",
    "false",
    "earlier",
    "other",
)
_REPORTED = frozenset("say report allege believe think claim estimate rumor rumour understand".split())
"""Verbs whose passive with "to" tells a claim: "is said to have left"."""


def verb_at(sentence: Sentence, at: int) -> Found | None:
    """The attribution whose verb stands at a token; None where it attributes nothing."""
    verb = VERBS[sentence[at].low]
    if _is_noun(sentence, at):
        return None
    if at == 0 and verb.form in ("past", "s"):
        return _opening(sentence, verb)
    group = group_before(sentence, at)
    if is_passive(group, verb):
        return _passive(sentence, at, group.start, verb)
    if verb.form == "past" and sentence[at + 1].low == "by" and not group.auxiliaries:
        return _by_agent(sentence, at, at, verb)
    if not is_active(sentence, at, group, verb):
        return None
    by = doer(sentence, at, group, verb)
    if by is None or (
        by.source and sentence[by.source[0]].low in OUTLET | {"there"} and by.source[1] - by.source[0] == 1
    ):
        return None
    if by.source and not _is_asserted(sentence, verb, by.source, group.auxiliaries):
        return None
    return _joined(sentence, at, verb, replace(by, source=_author(sentence, by.source)) if by.way == "subject" else by)


def _is_asserted(sentence: Sentence, verb: Verb, source: tuple[int, int], auxiliaries: frozenset[str]) -> bool:
    """Whether somebody does say it: not "no one said", nor "they will find that"."""
    low = sentence[source[0]].low
    if verb.lemma in ("find", "show") and (low in SUBJECT_PRONOUNS or auxiliaries & MODALS):
        return False
    if low == "nothing":
        return False
    return low not in ("neither", "nobody", "no") or verb.takes("stance")


def _author(sentence: Sentence, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """Who speaks through a text: "a statement from the ministry" is the ministry."""
    if source is None:
        return None
    first, end = source
    for at in range(first, end - 1):
        if sentence[at].low in _AUTHORED and sentence[at + 1].low in ("from", "by") and at + 2 < end:
            return at + 2, end
    return source


def _opening(sentence: Sentence, verb: Verb) -> Found | None:
    """ "Said Orr: ..."."""
    end = phrase_after(sentence, 1)
    if end is None or sentence[end].low not in (":", ",") or not sentence[1].is_capital or not verb.takes("clause"):
        return None
    if sentence[end].low == "," and not sentence.quoted[min(end + 1, len(sentence) - 1)] >= 0:
        return None
    kind: Kind = "quotation" if end + 1 < len(sentence) and sentence.quoted[end + 1] >= 0 else "clause"
    return Found(0, end, (1, end), (0, 1), "after", kind, end + 1)


def _joined(sentence: Sentence, at: int, verb: Verb, by: Doer) -> Found | None:
    if by.way == "inverted":
        return Found(by.first, by.end, by.source, (at, at + 1), "before", "nothing", by.end, "inverted")
    what = governed(sentence, at, verb)
    if what is None or (sentence[at].low in NOUNISH and not _is_firm(sentence, at, what, by)):
        return None
    if what.kind == "nothing":
        return _after_its_words(sentence, at, by, what)
    if (
        what.kind == "quotation"
        and by.way == "subject"
        and sentence[what.start - 1].text == ","
        and (_follows_quotation(sentence, by.first) or _interrupts(sentence, by.first))
    ):
        return Found(by.first, max(by.end, at + 1), by.source, (at, at + 1), "before", "nothing", what.start, by.way)
    cue = (at, at + 1)
    end = max(by.end, at + 1)
    if (
        what.kind in ("object", "that")
        and what.start > at + 1
        and verb.takes("after")
        and sentence[at + 1].low in verb.after
    ):
        cue, end = (at, at + 2), max(end, at + 2)
    return Found(by.first, end, by.source, cue, "after", what.kind, what.start, by.way)


def _interrupts(sentence: Sentence, first: int) -> bool:
    """Whether the words before have no verb yet: The offer, he told parliament, “is a trap”."""
    if not 1 < first < 9 or sentence[first - 1].text != "," or _is_lead(sentence):
        return False
    return not opens_clause(sentence, _opening_word(sentence), sure=False)


def _follows_quotation(sentence: Sentence, first: int) -> bool:
    return first > 1 and (
        sentence.quoted[first - 1] >= 0 or (sentence[first - 1].text == "," and sentence.quoted[first - 2] >= 0)
    )


def _after_its_words(sentence: Sentence, at: int, by: Doer, what: Governed) -> Found | None:
    """ "The road is open, police said": what is said stands before."""
    verb = VERBS[sentence[at].low]
    if by.way not in ("subject", "elided") or not (verb.takes("clause") or "quote" in verb.frames):
        return None
    before = sentence[by.first - 1]
    quoted = by.first > 0 and sentence.quoted[by.first - 1] >= 0
    if by.first == 0 or (
        not (quoted or before.text in (",", "?", "!", "—", "–", "-", "--", "―")) and before.low != "as"
    ):
        return None
    if (
        not quoted
        and what.start > at + 1
        and (_is_lead(sentence) or not opens_clause(sentence, _opening_word(sentence), sure=False))
    ):
        return None
    if not quoted and (not verb.takes("clause") or by.way == "elided" or verb.lemma in NEVER_LAST | {"add"}):
        return None
    return Found(by.first, max(by.end, at + 1), by.source, (at, at + 1), "before", "nothing", what.start, by.way)


def _is_lead(sentence: Sentence) -> bool:
    """Whether a sentence opens with an adverbial, which cannot be what was said: "Speaking in Brel, ..."."""
    low = sentence[0].low
    return low.endswith(("ing", "ed")) or low in PREPOSITIONS or low in ("while", "when", "if", "although")


def _opening_word(sentence: Sentence) -> int:
    return next((at for at in range(min(4, len(sentence))) if sentence[at].low not in CONJUNCTIONS | ADVERBS), 0)


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Whether a form of a verb stands where only a noun or an adjective can: the told story, Renn’s claims."""
    token, before = sentence[at], sentence[at - 1]
    if token.is_capital and at > 0 and not (sentence.is_headline and before.low != "united"):
        return True
    if before.low in DETERMINERS - {
        "that",
        "these",
        "those",
        "all",
        "some",
        "many",
        "both",
        "most",
        "few",
        "other",
        "another",
        "one",
    }:
        return True
    return (before.low.endswith(("'s", "’s")) and before.low not in ("'s", "’s")) or sentence[at + 1].low in ("-",)


def _is_firm(sentence: Sentence, at: int, what: Governed, by: Doer) -> bool:
    """Whether a word that is mostly a noun is a verb here: by its subject, and by what it governs."""
    if what.kind in ("that", "quotation", "question"):
        before = sentence[at - 1]
        third = VERBS[sentence[at].low].form == "s"
        if third and by.way == "subject" and by.source and _is_bare(sentence, by.source):
            return False
        return not ((at == 1 or not before.is_capital) and before.low.endswith(_ADJECTIVAL))
    plain = by.source is not None and (
        sentence[by.source[0]].low in SUBJECT_PRONOUNS | {"who"}
        or (sentence[at - 1].is_capital and sentence[at - 1].low not in DETERMINERS)
        or bool(group_before(sentence, at).auxiliaries)
    )
    if what.kind == "nothing":
        return plain or by.way == "inverted"
    return plain and what.start <= at + 3


def _is_bare(sentence: Sentence, source: tuple[int, int]) -> bool:
    """Whether a phrase is no singular subject, having no article and no name: Democrats lob charges."""
    first, last = sentence[source[0]], sentence[source[1] - 1]
    return not last.is_capital and first.low not in DETERMINERS | SUBJECT_PRONOUNS and last.low not in GROUPS | HUMANS


def _passive(sentence: Sentence, at: int, start: int, verb: Verb) -> Found | None:
    """ "It was reported that", "He was told by Orr that", "The general is said to have left"."""
    if sentence[at + 1].low == "by":
        return _by_agent(sentence, at, start, verb)
    what = governed(sentence, at, verb)
    if what and what.kind == "that" and (verb.takes("clause") or verb.takes("whom")):
        subject = sentence[start - 1].low
        first = start - 1 if subject in ("it", "he", "she", "they") else start
        return Found(first, at + 1, None, (start, at + 1), "after", "that", what.start, "passive")
    if sentence[at + 1].low == "to" and verb.lemma in _REPORTED and not sentence[at + 2].is_capital:
        return Found(start, at + 1, None, (start, at + 1), "around", "to", at + 1, "passive")
    return None


def _by_agent(sentence: Sentence, at: int, start: int, verb: Verb) -> Found | None:
    """ "was described by police as", "was accused by Orr of"."""
    first = at + 2
    end = phrase_after(sentence, first, attach=False)
    if end is None or not may_speak(sentence, first, end):
        return None
    low = sentence[end].low
    if low == "that" and (verb.takes("clause") or verb.takes("whom")):
        return Found(start, end, (first, end), (at, at + 1), "after", "that", end + 1, "passive")
    named = verb.takes("name") or (verb.takes("as") and low == "as") or (verb.lemma == "accuse" and low == "of")
    if (named and not ends(sentence, end)) or (low == "as" and verb.takes("as")):
        return Found(start, end, (first, end), (at, at + 1), "after", "named", end, "passive")
    return None
