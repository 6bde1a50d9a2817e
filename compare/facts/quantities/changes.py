"""Words of rise and fall, which tell a change from a level."""

from __future__ import annotations

from compare.facts.tokens import Sentence


def _verb_forms(stems: str) -> frozenset[str]:
    found: set[str] = set()
    for stem in stems.split():
        root = stem.removesuffix("e")
        found |= {stem, f"{stem}s", f"{root}ed", f"{root}ing", f"{stem}es"}
    return frozenset(found)


_MOVES = _verb_forms(
    """climb jump surge soar plunge drop decline decrease increase tumble dip slide ease edge gain advance slump sink
    expand widen narrow contract rally rebound recover retreat appreciate depreciate plummet dive rocket swell inflate
    strengthen weaken accelerate slow inch slip shrink skyrocket balloon crash fall rise grow improve worsen
    deteriorate"""
) | frozenset(
    """rose risen rising fell fallen grew grown shrank shrunk slid sank sunk slipped slipping dropped dropping dipped
    dipping sliding edging""".split()
)
_BALANCE = frozenset("gain gained gaining gains lose loses losing lost shed sheds shedding add added adding".split())
"""Of a share they tell a change ("lost 3%"), of money what was lost."""
_LEVELS = frozenset(
    "rise rises rose risen rising grow grew grown growing shrank shrunk widened narrowed up down".split()
)
"""Of a length they tell a change; other verbs of rise and fall tell how far something moved."""
_MOVERS = _verb_forms(
    """raise lower reduce cut trim slash boost lift hike curb devalue expand increase decrease shorten lengthen extend
    shave prune scale bump ramp push pull discount"""
) | frozenset("cutting trimmed trimming bumped slashed raised".split())
NOUNS = frozenset(
    """increase increases rise rises fall falls drop drops decline declines decrease decreases cut cuts reduction
    reductions growth gain gains jump jumps surge hike hikes slide slump dip climb plunge boost uptick downturn
    contraction expansion swing improvement devaluation raise shortfall""".split()
)
_HIGHER = frozenset(
    """higher lower more less fewer up down cheaper dearer faster slower bigger smaller larger stronger weaker above
    below better worse longer shorter""".split()
)
_CHANGES = _MOVES | _MOVERS | NOUNS
_REACH = 9  # tokens before a number in which the verb that governs "by" or "from" is looked for
_WINS = frozenset(
    """won win wins beat beats defeated lost led leads winning beating passed carried margin
    ahead""".split()
)
_ADVERBS = frozenset("another further additional only just some mere".split())


def changes_before(sentence: Sentence, index: int) -> bool:
    """Whether a word of change stands in the clause before a token."""
    start = sentence.clause_start(index, _REACH)
    return any(word in _CHANGES or word in ("up", "down") for word in sentence.words[start:index])


def is_change(sentence: Sentence, first: int, after: int, unit: str) -> bool:
    """Whether the quantity at tokens `[first, after)` tells by how much something changed; `unit` is "" for a
    count."""
    return _told_after(sentence, after, unit) or _told_before(sentence, first, unit)


_SHARES = frozenset({"percent", "points", "point"})
_MOVED = frozenset({"km", "hour", "kg", "km2", "litre", "barrel"})
"""Units in which a verb of rise or fall by itself need not tell a change: "sank two days later"."""


def _told_before(sentence: Sentence, first: int, unit: str) -> bool:
    at = first - 1
    while sentence.word(at) in _ADVERBS or (sentence.word(at).endswith("ly") and at > first - 4):
        at -= 1
    if at < first - 1 and sentence.word(at) in ("a", "an"):
        at -= 1
    word = sentence.word(at)
    if word == "by":
        start = sentence.clause_start(at, _REACH)
        before = set(sentence.words[start:at])
        return bool(before & (_CHANGES | _BALANCE)) or (unit in _SHARES and not before & _WINS)
    if word == "of":
        return sentence.word(at - 1) in NOUNS and bool(unit)
    if unit in _SHARES:
        return word in _MOVES | _MOVERS | _BALANCE or word in ("up", "down")
    if unit in _MOVED:
        return unit == "km" and word in _LEVELS
    return bool(unit) and (word in _MOVES or word in ("up", "down"))


def _told_after(sentence: Sentence, after: int, unit: str) -> bool:
    """ "a 5 percent increase", "12% higher", "a 3-point drop"."""
    word, following = sentence.word(after), sentence.word(after + 1)
    if word in NOUNS and following not in ("rate", "target", "forecast"):
        return bool(unit) or sentence.hyphened(after - 2)
    if unit and word in _HIGHER:
        sided = word in ("above", "below", "better", "up", "down")
        return not sided or (unit in _SHARES and following != "to")
    adjective = word.isalpha() and not word.endswith("s") and word not in _NO_ADJECTIVES
    return bool(unit) and following in NOUNS and adjective


_NO_ADJECTIVES = frozenset("of in on at to from and or by for with after as than a the before per".split())
