"""Which sense a modal has: "May" the month, the "will" of a testator, "could see"."""

from __future__ import annotations

from compare.facts.cues.grammar import DETERMINERS, INVARIANT, PREPOSITIONS
from compare.facts.cues.rules.around import Rule, ends
from compare.facts.cues.scope import is_past
from compare.facts.cues.sentence import Sentence

_PERCEIVED = frozenset(
    """see hear smell feel read taste still only barely hardly scarcely never no not finally easily afford
    count remember""".split()
)
_STRENGTHS = frozenset("military economic naval financial industrial full political imperial american".split())
_WISHES = frozenset("free good ill last political strong own iron popular national living".split())
_ABLE = frozenset("before until no".split())
_NOBODY = frozenset("nobody none neither nothing never".split())
_HABITS = frozenset(
    "often always sometimes usually regularly then occasionally like rather frequently routinely".split()
)


def _is_may(s: Sentence, first: int, after: int) -> bool:
    if s.text[s.spans[first][0]] == "m":
        return not s.comma(after) and s.word(after) != "day"
    return s.is_headline and first > 0 and not s.word(after)[:1].isdigit() and s.word(first - 1) not in PREPOSITIONS


def _is_might(s: Sentence, first: int, after: int) -> bool:
    noun = s.word(first - 1) in DETERMINERS | _STRENGTHS | {"of", "with"}
    return (
        not noun and not s.is_capital(first) and s.word(after) not in {"of", "and", "or", "to", "in", "is", "was", ""}
    )


def _is_could(s: Sentence, first: int, after: int) -> bool:
    """Not a past ability: "could see", "before they could leave", "no one could"."""
    seen = s.word(after) == "be" and s.word(after + 1) in {"seen", "heard", "felt"}
    able = seen or s.word(after) in _PERCEIVED or not _ABLE.isdisjoint(s.words[max(0, first - 3) : first])
    return not able and s.word(first - 1) not in _NOBODY and not ends(s, after)


def _surmises(s: Sentence, first: int, after: int) -> bool:
    return is_past(s.word(after)) or s.word(after).endswith("en") or s.word(after) in INVARIANT


def _is_will(s: Sentence, first: int, after: int) -> bool:
    noun = s.word(first - 1) in (DETERMINERS - {"that", "this", "those", "these", "all", "some", "both", "any", "each",
        "many", "most", "several", "few", "much", "more", "such"}) | _WISHES | {"at", "against", "of"}  # fmt: skip
    name = s.is_capital(first)
    return not (noun or name or ends(s, after) or s.word(after) in {"of", "and", "to", "or", "is", "was"})


def _is_would(s: Sentence, first: int, after: int) -> bool:
    return s.word(after) not in _HABITS


def _unreal(s: Sentence, first: int, after: int) -> bool:
    return s.word(after) not in DETERMINERS | {"to", "no"}


MODALITY: dict[str, Rule] = {
    "is_may": _is_may,
    "is_might": _is_might,
    "is_could": _is_could,
    "surmises": _surmises,
    "is_will": _is_will,
    "is_would": _is_would,
    "unreal": _unreal,
}
