"""Whether something is told as likely or believed: not "the suspect", nor "suggested a meeting"."""

from __future__ import annotations

from compare.facts.cues.grammar import AUXILIARIES, BE, DETERMINERS, MODALS, PREPOSITIONS, SUBJECT_PRONOUNS
from compare.facts.cues.rules.allegation import is_verb
from compare.facts.cues.rules.around import STARTS, Rule, after_be, ends, is_negated
from compare.facts.cues.scope import is_past
from compare.facts.cues.sentence import Sentence

_EVIDENCE = frozenset(
    """data evidence report reports poll polls figures survey surveys study studies research results findings footage
    images image video videos records documents document analysis tests test readings signs estimates indications
    investigation inquiry autopsy reading everything nothing imagery testimony sources intelligence surveillance
    photographs photos statistics number numbers projections models""".split()
)


def _is_adverb(s: Sentence, first: int, after: int) -> bool:
    if s.word(after - 1) in ("likely", "unlikely"):
        return (
            after_be(s, first) or s.word(first - 1) in MODALS | {"most", "will", "would"} or s.word(first) != "likely"
        )
    return not (s.word(first) == "possibly" and is_negated(s, first, 1)) and not s.word(first - 1).endswith("could")


def _believed(s: Sentence, first: int, after: int) -> bool:
    if s.word(first) in ("wanted", "held", "understood", "lost"):
        return after_be(s, first)
    if s.word(first) in ("likely", "unlikely"):
        return True
    return s.word(first - 1) not in DETERMINERS | {"gave", "give", "given", "giving", "second", "without", "no"}


def _opines(s: Sentence, first: int, after: int) -> bool:
    follows, before = s.word(after), s.word(first - 1)
    if before in DETERMINERS or ends(s, after) or not (follows in STARTS or s.is_capital(after)):
        return False
    if s.word(first) in ("suspect", "fear", "fears") and not (
        before in SUBJECT_PRONOUNS or before.endswith(("s", "ce"))
    ):
        return False
    ahead = s.words[after + 1 : after + 8]
    return any(word in MODALS | BE or is_past(word) or word in ("has", "had", "have") for word in ahead)


def _evidence_suggests(s: Sentence, first: int, after: int) -> bool:
    return any(word in _EVIDENCE for word in s.words[max(0, first - 6) : first]) and not ends(s, after)


def _suggests(s: Sentence, first: int, after: int) -> bool:
    ahead = s.words[after : after + 8]
    finite = any(word in AUXILIARIES - {"should"} or is_past(word) for word in ahead)
    return (finite and "should" not in ahead) or _evidence_suggests(s, first, after)


def _noun(s: Sentence, first: int, after: int) -> bool:
    return not is_negated(s, first, 1)


def _attributive(s: Sentence, first: int, after: int) -> bool:
    if ends(s, after) or s.word(after) in PREPOSITIONS | BE | MODALS | {"to", "that", "and", "or", "but"}:
        return False
    before = s.word(first - 1)
    if s.word(first) in ("possible", "probable", "likely", "potential", "apparent"):
        return before in DETERMINERS | PREPOSITIONS - {"as"} | {"most", "for", "and", "with"}
    return before not in BE and not is_verb(s, first, after)


def _predicative(s: Sentence, first: int, after: int) -> bool:
    return after_be(s, first)


BELIEF: dict[str, Rule] = {
    "is_adverb": _is_adverb,
    "believed": _believed,
    "opines": _opines,
    "evidence_suggests": _evidence_suggests,
    "suggests": _suggests,
    "noun": _noun,
    "attributive": _attributive,
    "predicative": _predicative,
}
