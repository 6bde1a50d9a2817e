"""Numerals -> figures: a number by itself, the two ends of a range, or the two sides of a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.facts.numerals import Numeral
from compare.facts.quantities.changes import changes_before, is_change
from compare.facts.quantities.nouns import stops
from compare.facts.quantities.unit import Unit
from compare.facts.quantities.units import unit_of
from compare.facts.tokens import DASHES, Sentence


@dataclass(frozen=True)
class Figure:
    """A number or two that make one quantity, tokens `[first, after)`, with their unit where one is written."""

    low: float
    high: float
    first: int
    after: int
    numeral: Numeral
    """The last of its numerals."""
    unit: Unit | None = None
    against: float | None = None


def figures(sentence: Sentence, found: Sequence[Numeral]) -> Iterator[Figure]:
    """Every figure in order."""
    index = 0
    while index < len(found):
        one = found[index]
        other = found[index + 1] if index + 1 < len(found) else None
        pair = list(_pair(sentence, one, other)) if other else []
        yield from pair or [_alone(sentence, one)]
        index += 2 if pair else 1


def _alone(sentence: Sentence, one: Numeral) -> Figure:
    unit = unit_of(sentence, one)
    first = unit.first if unit else one.first
    return Figure(one.low, one.high, first, unit.after if unit else one.after, one, unit)


def _pair(sentence: Sentence, one: Numeral, other: Numeral) -> Iterator[Figure]:
    """Both numerals as one figure, or as two that share a unit; nothing where they do not belong together."""
    if other.first - one.after > _FURTHEST or "rank" in (one.form, other.form):
        return
    left, right = _alone(sentence, one), _alone(sentence, other)
    link = sentence.words[left.after : right.first]
    opened = _opening(sentence, left)
    if whole := _sum(left, right, link):
        yield whole
    elif score := _score(sentence, left, right, link, opened):
        yield score
    elif left.unit and not right.unit and link in _FALLEN_FROM:  # "48 per cent, down from 51"
        yield left
        yield replace(right, unit=_borrowed(left, right))
    elif _names_one_thing(left, right) and _is_link(sentence, left, link, opened):
        if link == ["to"] and _are_two_levels(sentence, left, right, opened):
            yield replace(left, unit=left.unit or _borrowed(right, left))
            yield right
        elif one.high < other.low or _scaled(one, other) < other.low:
            yield _range(sentence, left, right)


_FALLEN_FROM = (["from"], [",", "down", "from"], [",", "up", "from"], ["down", "from"], ["up", "from"])
_FURTHEST = 5  # tokens between the two numerals of a pair


def _opening(sentence: Sentence, left: Figure) -> str:
    """The word before a pair; of "aged between 15 and 20" the one inside."""
    inside = sentence.word(left.numeral.first - 1)
    return inside if inside in ("between", "from") else sentence.word(left.first - 1)


def _are_two_levels(sentence: Sentence, left: Figure, right: Figure, opened: str) -> bool:
    """ "fell from 51 to 48", "rose 5 percent to $30": no range, but where it stood, or by how much, and where it
    stands."""
    if opened == "from":
        return changes_before(sentence, left.first - 1) or left.low > right.high
    both = left.unit is not None and right.unit is not None
    return both and left.unit is not None and is_change(sentence, left.first, left.after, left.unit.name)


def _sum(left: Figure, right: Figure, link: list[str]) -> Figure | None:
    """ "two hours and 15 minutes", "six feet two inches": one measure told in two units."""
    if not left.unit or not right.unit or link not in ([], ["and"]) or left.unit.name != right.unit.name:
        return None
    large, little = left.unit.factor, right.unit.factor
    if left.unit.name not in ("hour", "km", "kg") or not right.high * little < large or left.unit.plus:
        return None
    total = left.low * large + right.low * little
    return Figure(total, total, left.first, right.after, right.numeral, replace(right.unit, factor=1, first=left.first))


def _names_one_thing(left: Figure, right: Figure) -> bool:
    if left.unit is None:
        return True
    if right.unit is None:
        return left.unit.symbol or left.unit.sense == "age"
    return left.unit.name == right.unit.name and left.unit.sense == right.unit.sense


def _is_link(sentence: Sentence, left: Figure, link: list[str], opened: str) -> bool:
    if len(link) == 1 and link[0] in DASHES:
        return True
    if link == ["and"]:
        return opened in ("between", "from")
    return link == ["to"] or (link == ["or"] and left.numeral.high <= 20 and not left.numeral.vague)


def _scaled(one: Numeral, other: Numeral) -> float:
    """ "two to three hundred": the first number takes the magnitude of the second where it has none."""
    return one.low * (other.scale if one.scale == 1 and one.low < other.low / other.scale else 1)


def _range(sentence: Sentence, left: Figure, right: Figure) -> Figure:
    first = left.first - (sentence.word(left.first - 1) in ("between", "from"))
    unit = right.unit or left.unit
    low = _scaled(left.numeral, right.numeral)
    return Figure(low, right.high, first, right.after, right.numeral, unit)


def _borrowed(lender: Figure, bare: Figure) -> Unit | None:
    return replace(lender.unit, first=bare.first, after=bare.after, per="") if lender.unit else None


# Scores and votes


_VOTES = frozenset(
    """vote votes voted voting ballot ballots ruling ruled decision majority verdict split passed approved rejected
    senate house parliament committee council board court panel deadlock deadlocked tally margin favour
    favor""".split()
)
_GAMES = frozenset(
    """won win wins winning lost lose loss losing beat beats beating beaten defeat defeats defeated defeating drew draw
    drawn tied tie lead led leading score scored scoreline victory victories trail trailed trailing up down
    defended thrashed edged hammered routed crushed final result record advantage aggregate shootout shoot-out
    penalties""".split()
)
_FOR = (
    ("for",),
    ("in", "favour"),
    ("in", "favor"),
    ("votes", "for"),
    ("votes", "in", "favour"),
    ("votes", "in", "favor"),
)
_CUE_REACH = 6  # tokens before a score in which a word for a vote or game is looked for


def _score(sentence: Sentence, left: Figure, right: Figure, link: list[str], opened: str) -> Figure | None:
    kind = _score_kind(sentence, left, right, link, opened)
    if kind is None:
        return None
    high, low = max(left.high, right.high), min(left.low, right.low)
    after = right.after + (sentence.word(right.after) in ("votes", "against", "opposed", "ballots"))
    first = left.first - (opened == "by")
    return Figure(high, high, first, after, right.numeral, Unit(kind, 1, left.first, after, sense="score"), low)


def _score_kind(sentence: Sentence, left: Figure, right: Figure, link: list[str], opened: str) -> str | None:
    """ "vote" or "score", or None where the two numbers are none."""
    one, other = left.numeral, right.numeral
    if (
        left.unit
        or right.unit
        or one.vague
        or other.vague
        or "part" in (one.form, other.form)
        or one.scale * other.scale > 1
    ):
        return None
    start = sentence.clause_start(left.first, _CUE_REACH)
    around = {*sentence.words[start : left.first], *sentence.words[right.after : right.after + 3]}
    votes, games = bool(around & _VOTES) or "votes" in link, bool(around & _GAMES)
    if _is_vote_count(sentence, right, link):
        return "vote"
    if len(link) == 1 and link[0] in DASHES and sentence.joined(left.after):
        following = sentence.word(right.after)
        told = one.low > other.high or (opened in _GAMES | _VOTES and stops(following)) or following in _GAMES | _VOTES
        return None if not told or sentence.hyphened(right.after) else "vote" if votes else "score"
    if link in (["to"], ["votes", "to"], ["ballots", "to"]) and (votes or games):
        return ("vote" if votes else "score") if one.low > other.high or opened == "by" else None
    return None


def _is_vote_count(sentence: Sentence, right: Figure, link: list[str]) -> bool:
    """ "148 for and 146 against", "52 in favour, 48 opposed"."""
    rest = [word for word in link if word not in ("and", ",", "to", "with", "voting", "voted")]
    against = {"against", "opposed", "opposing"} & {sentence.word(right.after), sentence.word(right.after + 1)}
    return tuple(rest) in _FOR and bool(against)
