"""Whether a negative word negates: the "no" of a vote, "not untrue", "to avoid"."""

from __future__ import annotations

from compare.facts.cues.grammar import DETERMINERS, MODALS
from compare.facts.cues.rules.around import NUMBERS, Rule, after_be, ends, is_negated
from compare.facts.cues.sentence import Sentence

_UN_WORDS = ("under", "uni", "until", "unless", "unto")


def _negates(s: Sentence, first: int, after: int) -> bool:
    follows = s.word(after)
    if follows.startswith("un") and len(follows) > 5 and not follows.startswith(_UN_WORDS) and s.word(first) == "not":
        return False
    if s.word(first) in ("hardly", "scarcely"):
        return follows not in NUMBERS and not follows[:1].isdigit()
    return s.word(first) != "without" or not is_negated(s, first, 6)


def _determines(s: Sentence, first: int, after: int) -> bool:
    if s.word(first) != "no" or after > first + 1:
        return True
    answer = s.comma(after) or s.stops(after) or s.text[s.spans[first][1] :].startswith((".", '"', "”", "'", "’"))
    noun = s.word(first - 1) in DETERMINERS - {"that"} | {"said", "say", "says", "vote", "voted", "answered", "or"}
    return not (answer or noun or s.word(after)[:1].isdigit())


def _fails(s: Sentence, first: int, after: int) -> bool:
    return s.word(first - 1) != "to" or s.word(first) not in ("fail", "refuse", "decline")


def _averts(s: Sentence, first: int, after: int) -> bool:
    unreal = s.word(first - 1) in {"have", "be"} and (s.word(first - 2) in MODALS | {"not", "to"})
    return s.word(first - 1) != "to" and not unreal and not ends(s, after)


def _hindered(s: Sentence, first: int, after: int) -> bool:
    return s.word(after).endswith("ing") and after_be(s, first)


NEGATION: dict[str, Rule] = {
    "negates": _negates,
    "determines": _determines,
    "fails": _fails,
    "averts": _averts,
    "hindered": _hindered,
}
