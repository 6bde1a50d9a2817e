"""Two quantities -> same, compatible, incompatible or not comparable: a symmetric algebra over intervals.

What is not surely told of one thing never clashes: it fits, or it is not comparable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import inf, isclose, isfinite
from typing import Literal

from compare.model import FATES, MEASURES, Quantity

Verdict = Literal["same", "compatible", "incompatible", "not comparable"]
_Kinship = Literal["one thing", "perhaps one thing", "two things"]

_VAGUE = 0.1  # "about 3,000" may be 3,117, hardly 3,400: relative half-width of a rounded number
_ROUND = 0.05  # widest relative error of a large round number: "3,000" for 3,117, not for 3,200
_LARGE = 1000  # from which a number of two zeros and more may be rounded though nothing says so
_CUT = 1_000_000  # from which a number is often told by its first two or three places
_MEASURED = 0.03  # a length or weight converted from other units is seldom exact
_MONTH_OR_FOUR_WEEKS = 0.045  # on either side, for months told in days or weeks, which do not go into them
_DEGREES = 0.6  # degrees Celsius converted from whole degrees Fahrenheit
_CONVERTED = frozenset({"km", "kg", "litre", "km2"})
_MONTH, _FOUR_WEEKS = 730.5, 672  # hours
_COUNTED_IN_ORDER = frozenset("time term title win victory defeat attempt place medal".split())
"""Of these a "second" and a "third" contradict each other; the second and the third bomb are two bombs."""
_PEOPLE = frozenset(
    """protester soldier worker resident passenger migrant refugee civilian student tourist prisoner patient officer
    police lawmaker supporter fan guest villager miner visitor pilgrim worshipper voter man woman child member
    evacuee hostage militant fighter customer spectator activist citizen local islander traveller commuter
    survivor victim relative mourner volunteer rescuer firefighter teacher nurse doctor farmer
    fisherman sailor crewman rebel settler user participant delegate striker rioter believer adult teenager
    minor pensioner foreigner national immigrant attendee reveller player athlete runner driver
    journalist lawyer judge official detainee suspect""".split()
)
_WHOLES = {
    "people": _PEOPLE,
    "casualty": frozenset({"dead", "injured"}),
    "worker": frozenset({"miner", "nurse", "driver"}),
}
"""A unit, and the units that count a part of what it counts."""


@dataclass(frozen=True)
class Match:
    """Two quantities of two claims, and how they go together."""

    left: Quantity
    right: Quantity
    verdict: Verdict
    only: bool = True
    """Whether each claim has no other quantity of the kind."""


def compare_quantities(a: Quantity, b: Quantity) -> Verdict:
    """How two quantities go together; the same in either order.

    Example: "at least 12 dead" / "15 dead" compatible; "12 dead" / "15 dead" incompatible;
    "12 dead" / "12 arrested" not comparable.
    """
    kinship = _kinship(a, b)
    if kinship == "two things":
        return "not comparable"
    if _meaning(a) == _meaning(b):
        return "same"
    if _fit(a, b):
        return "compatible"
    certain = kinship == "one thing" or _none_of_the_whole(a, b) or _none_of_the_whole(b, a)
    return "incompatible" if certain else "not comparable"


def _meaning(quantity: Quantity) -> tuple[object, ...]:
    one = quantity
    return one.low, one.high, one.vague, one.unit, one.sense, one.of, one.per, one.against


# Whether both tell of one thing


def _kinship(a: Quantity, b: Quantity) -> _Kinship:
    if not a.unit or not b.unit:
        return "two things"
    if a.sense != b.sense:
        return "perhaps one thing" if _is_side_of(a, b) or _is_side_of(b, a) else "two things"
    if (a.of and b.of and a.of != b.of) or (a.per and b.per and a.per != b.per):
        return "two things"
    if a.unit != b.unit:
        part = b.unit in _WHOLES.get(a.unit, ()) or a.unit in _WHOLES.get(b.unit, ())
        return "perhaps one thing" if part else "two things"
    return "one thing" if _are_surely_one(a, b) else "perhaps one thing"


def _is_side_of(score: Quantity, votes: Quantity) -> bool:
    """ "by 212 votes to 198" tells of the same votes as "212 votes"."""
    told = (score.sense, votes.sense, score.unit, votes.unit) == ("score", "amount", "vote", "vote")
    return told and votes.low == votes.high and votes.low in (score.low, score.against)


def _are_surely_one(a: Quantity, b: Quantity) -> bool:
    """Of one unit, and nothing that only one of them tells may set them apart."""
    if a.sense == "ordinal":
        return a.unit in _COUNTED_IN_ORDER
    if a.sense == "age":
        return bool(a.of and a.of == b.of)
    return a.per == b.per and (a.of == b.of or a.unit in MEASURES)


def _none_of_the_whole(whole: Quantity, part: Quantity) -> bool:
    """ "no casualties" leaves no dead."""
    is_part = whole.unit == part.unit or part.unit in _WHOLES.get(whole.unit, ())
    return is_part and whole.unit in FATES and not whole.of and whole.high == 0 and (part.low or 0) > 0


# Whether the numbers fit


def _fit(a: Quantity, b: Quantity) -> bool:
    if a.sense == "score" or b.sense == "score":
        return a.sense != b.sense or {a.low, a.against} == {b.low, b.against}
    (low_a, high_a), (low_b, high_b) = _interval(a, b), _interval(b, a)
    return low_a <= high_b and low_b <= high_a


def _interval(quantity: Quantity, other: Quantity) -> tuple[float, float]:
    low = -inf if quantity.low is None else quantity.low - _slack(quantity, quantity.low, other)
    high = (
        inf
        if quantity.high is None
        else quantity.high + max(_slack(quantity, quantity.high, other), _cut(quantity, other))
    )
    return low, high


def _cut(quantity: Quantity, other: Quantity) -> float:
    """What a large number may have lost by cutting its last places: "$43 million" for $43,885,310."""
    value, exact = quantity.low, other.low
    if value is None or value != quantity.high or exact is None or exact != other.high or abs(value) < _CUT:
        return 0.0
    place = _last_place(value)
    return min(place * (1 - 1e-9), _ROUND * abs(value)) if _last_place(exact) < place / 10 else 0.0


def _slack(quantity: Quantity, end: float, other: Quantity) -> float:
    """How far from an end of its interval the true value may lie."""
    if quantity.vague:
        return _VAGUE * abs(end)
    if quantity.unit in _CONVERTED:
        return _MEASURED * abs(end)
    if quantity.unit == "celsius":
        return _DEGREES
    if quantity.unit == "hour":
        return _MONTH_OR_FOUR_WEEKS * abs(end) if _are_months_and_weeks(quantity, other) else 1e-9 * abs(end)
    return max(_rounding(quantity, other), 1e-9 * abs(end))


def _are_months_and_weeks(a: Quantity, b: Quantity) -> bool:
    """Whether one is told in months or years and the other in weeks or days."""
    ends = [end for end in (a.low, a.high, b.low, b.high) if end is not None]
    if not all(isfinite(end) and end >= _FOUR_WEEKS for end in ends):
        return False
    return _in_months(a) != _in_months(b)


def _in_months(quantity: Quantity) -> bool:
    return all(end is None or end % (_MONTH / 2) == 0 for end in (quantity.low, quantity.high))


def _rounding(quantity: Quantity, other: Quantity) -> float:
    """Half of the last place written, where the other number is written more exactly: "1.2 million" for 1,187,000.

    Large round numbers, and measures in whole ones ("51%" for 51.2%); "50" and "46" are two numbers.
    """
    value, exact = quantity.low, other.low
    if value is None or value != quantity.high or exact is None or exact != other.high:
        return 0.0
    place, finer = _last_place(value), _last_place(exact)
    if finer >= place:
        return 0.0
    if place <= 1:
        return place / 2 if quantity.unit in MEASURES and abs(value) >= 1 else 0.0
    return min(place / 2, _ROUND * abs(value)) if place >= 100 and abs(value) >= _LARGE else 0.0


def _last_place(value: float) -> float:
    """What the last digit that is not 0 counts: of 1,200,000 a hundred thousand, of 51.2 a tenth."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent if isfinite(value) and value else 0
    return float(10.0**exponent) if isinstance(exponent, int) else 1.0


# Which go together


def match_quantities(left: Sequence[Quantity], right: Sequence[Quantity]) -> Iterator[Match]:
    """For each thing counted on both sides, the one pair that goes together best.

    A sentence often has two numbers of a kind ("rose from 51 to 48 per cent"): one fitting pair settles the
    kind, and only where none fits is it a clash, told by the closest pair. What is told more closely ("5% of voters"
    / "6% of voters") is matched first, and is not matched again with what is told less closely.
    """
    kinds: dict[tuple[int, str, str, str, str], list[tuple[Match, int, int]]] = {}
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            verdict = compare_quantities(a, b)
            if verdict != "not comparable":
                kinds.setdefault(_kind(a, b), []).append((Match(a, b, verdict), i, j))
    ours: set[int] = set()
    theirs: set[int] = set()
    for kind in sorted(kinds):
        pairs = [pair for pair in kinds[kind] if pair[1] not in ours and pair[2] not in theirs]
        if pairs:
            best = min(pairs, key=lambda pair: _rank(pair[0]))[0]
            yield Match(
                best.left, best.right, best.verdict, len({i for _, i, _ in pairs}) == len({j for _, _, j in pairs}) == 1
            )
            ours |= {i for _, i, _ in pairs}
            theirs |= {j for _, _, j in pairs}


def _kind(a: Quantity, b: Quantity) -> tuple[int, str, str, str, str]:
    """What two quantities have in common, the closest kinds first; the same in either order."""
    of, per = a.of if a.of == b.of else "", a.per if a.per == b.per else ""
    unit = "/".join(sorted({a.unit, b.unit}))
    loose = 2 if a.unit != b.unit or a.sense != b.sense else 0 if of else 1
    return loose, unit, min(a.sense, b.sense), of, per


def _rank(match: Match) -> tuple[int, float, int, int]:
    order = ("same", "compatible", "incompatible", "not comparable").index(match.verdict)
    return order, _distance(match.left, match.right), match.left.span.start, match.right.span.start


def _distance(a: Quantity, b: Quantity) -> float:
    x, y = _middle(a), _middle(b)
    return 0.0 if isclose(x, y) else abs(x - y) / max(abs(x), abs(y))


def _middle(quantity: Quantity) -> float:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends)
