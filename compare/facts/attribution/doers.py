"""Who does it: the subject before the verb, the speaker after it, a shared or a relative one."""

from __future__ import annotations

from compare.facts.attribution.insertions import across
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Doer
from compare.facts.attribution.sources import is_inner, is_verb, may_speak, phrase_after
from compare.facts.attribution.subjects import subject_before
from compare.facts.attribution.verbgroup import GOING_ON, Group
from compare.facts.attribution.verbs import NEVER_LAST, Verb
from compare.facts.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    GROUPS,
    HAVE,
    HUMANS,
    MEDIA,
    PAPERS,
    PREPOSITIONS,
    TIMES,
)

_NEVER_INVERTED = frozenset("tell inform assure notify instruct order advise".split())


def doer(sentence: Sentence, at: int, group: Group, verb: Verb) -> Doer | None:
    """Who does it; None where that cannot be told."""
    if not group.auxiliaries and verb.form in ("past", "s", "base"):
        found = _inverted(sentence, at, verb)
        if found:
            return found
    before = sentence[group.start - 1].low
    start = group.start
    if "to" in group.auxiliaries:
        start = _before_going_on(sentence, group.start)
        before = sentence[start - 1].low
    if verb.form == "ing" and not group.auxiliaries & (BE | HAVE):
        return _participle(sentence, at, group)
    if before in ("who", "which", "that"):
        return _relative(sentence, start - 1, at)
    if before in CONJUNCTIONS | {"then"}:
        return Doer("elided", None, start, at + 1)
    if before in (",", ")", "--", "—", "–", "-"):
        return across(sentence, start - 1, at)
    return _subject(sentence, start, at)


def _before_going_on(sentence: Sentence, at: int) -> int:
    """The start of "went on to", "was quick to" before an infinitive."""
    while at > 0 and (sentence[at - 1].low in GOING_ON | {"on", "to"} | AUXILIARIES or sentence[at - 1].low in ADVERBS):
        at -= 1
    return at


def _subject(sentence: Sentence, end: int, at: int) -> Doer | None:
    found = _with_relative(sentence, end) or subject_before(sentence, end)
    if found and sentence[found[0] - 1].low in ("nor", "which", "whom", "whose", "whatever"):
        return None
    if found is None or (found[1] - found[0] == 1 and is_verb(sentence, found[0])):
        return None
    return Doer("subject", found, found[0], at + 1)


def _with_relative(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """ "The man who runs the shelter said": the words before the pronoun."""
    for at in range(end - 2, max(end - 14, 0), -1):
        if not sentence[at].is_word or sentence.quoted[at] >= 0 or sentence[at].low in CONJUNCTIONS:
            return None
        if sentence[at].low in ("who", "that", "which"):
            verbs = sum(is_verb(sentence, place) for place in range(at + 1, end))
            found = (
                subject_before(sentence, at)
                if verbs <= 1 and (is_verb(sentence, at + 1) or sentence[at + 1].low.endswith("s"))
                else None
            )
            return found if found and _is_whole(sentence, found[0]) else None
    return None


def _is_whole(sentence: Sentence, first: int) -> bool:
    return first == 0 or not sentence[first - 1].is_word or sentence[first - 1].low in CONJUNCTIONS


def _inverted(sentence: Sentence, at: int, verb: Verb) -> Doer | None:
    """ "..., said Laleh Tavakoli": after a quotation or a comma, and no clause follows."""
    before = sentence[at - 1]
    quoted = at > 0 and sentence.quoted[at - 1] >= 0
    if at == 0 or not (quoted or before.text in ",?!—–-") or not _inverts(verb, quoted=quoted):
        return None
    end = phrase_after(sentence, at + 1)
    if (
        end is None
        or not may_speak(sentence, at + 1, end)
        or sentence[at + 1].low in ("he", "she", "they", "it", "i", "we", "that")
    ):
        return None
    if is_verb(sentence, end) or sentence[end].low == "that" or sentence[end].low in AUXILIARIES:
        return None
    if not quoted and (sentence[end].is_word or not _names(sentence, at + 1, end)) and across(sentence, at - 1, at):
        return None
    if not quoted and sentence[at + 1].low in MEDIA:
        return None
    return Doer("inverted", (at + 1, end), at, end)


def _names(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a phrase names a speaker: by a name, or by a word for people."""
    words = [sentence[at] for at in range(first, end)]
    return any(word.is_capital or {word.low, word.low.removesuffix("s")} & (HUMANS | GROUPS) for word in words)


def _inverts(verb: Verb, *, quoted: bool) -> bool:
    """Whether the speaker may follow the verb: after a quotation, or if it takes a clause."""
    if verb.lemma in NEVER_LAST or verb.lemma in _NEVER_INVERTED:
        return False
    return verb.takes("clause") or (quoted and "quote" in verb.frames)


def _relative(sentence: Sentence, pronoun: int, at: int) -> Doer | None:
    """ "Renn, who said": the words before the pronoun."""
    end = pronoun - 1 if sentence[pronoun - 1].low == "," else pronoun
    if end <= 0 or (sentence[pronoun].low == "that" and end == pronoun and not is_inner(sentence[pronoun - 1])):
        return None
    found = subject_before(sentence, end)
    if found is None or sentence[found[0]].low in ("who", "which", "that"):
        return None
    if sentence[pronoun].low == "that" and not any(sentence[place].low in PAPERS for place in range(*found)):
        return None
    return Doer("relative", found, pronoun, at + 1)


def _participle(sentence: Sentence, at: int, group: Group) -> Doer | None:
    """ "..., saying", "a statement saying", "began by saying"."""
    before = sentence[group.start - 1]
    if (
        before.low in (",", "by", "—", "–", "and")
        or before.low in PAPERS | MEDIA
        or (group.start and sentence.quoted[group.start - 1] >= 0)
    ):
        return Doer("elided", None, at, at + 1)
    return None


def main_subject(sentence: Sentence) -> tuple[int, int] | None:
    """The subject that the sentence opens with, an adverbial before it skipped; None where that cannot be told."""
    at = 0
    if sentence.quoted and sentence.quoted[0] >= 0:
        return None
    while sentence[at].low in CONJUNCTIONS | ADVERBS:
        at += 1
    if (
        sentence[at + 1].low in TIMES
        or sentence[at].low in PREPOSITIONS | {"when", "while", "if", "although", "though", "because", "as", "after"}
        or sentence[at].low.endswith(("ing", "ed"))
    ):
        at = next((place + 1 for place in range(at, min(at + 30, len(sentence))) if sentence[place].low == ","), -1)
    if at < 0 or at >= len(sentence):
        return None
    end = phrase_after(sentence, at)
    if end is None or not may_speak(sentence, at, end):
        return None
    follows = end
    while sentence[follows].low in ADVERBS:
        follows += 1
    if sentence[follows].low in (",", "(") or is_verb(sentence, follows) or sentence[follows].low.endswith("s"):
        return at, end
    return None
