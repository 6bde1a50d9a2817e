"""Figures -> quantities: bounds, what is counted, and the sense in which it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from compare.facts.quantities.bounds import Bounds, bounds_after, bounds_before
from compare.facts.quantities.changes import NOUNS as CHANGES
from compare.facts.quantities.changes import is_change
from compare.facts.quantities.counted import Counted, Fate
from compare.facts.quantities.designations import follows_name, is_dated, is_year
from compare.facts.quantities.fates import fates
from compare.facts.quantities.figures import Figure
from compare.facts.quantities.nouns import Noun, noun_after
from compare.facts.quantities.people import PART_OF_THE_DEAD
from compare.facts.quantities.rates import rate_after, topic_of
from compare.facts.quantities.unit import Unit
from compare.facts.quantities.unit_tables import CURRENCIES
from compare.facts.tokens import Sentence
from compare.model import Quantity, Span


@dataclass(frozen=True)
class _Told:
    """A figure with the bounds around it and the noun after it."""

    figure: Figure
    before: Bounds
    noun: Noun | None = None
    past: int = 0
    """The token after the number and what bounds it, where no noun follows: "60 or more"."""
    end: int | None = None
    """Where its words end, if before the noun: of "4,200 of the town's 19,000 residents" the first number is
    "4,200"."""

    @property
    def first(self) -> int:
        return self.before.first

    @property
    def after(self) -> int:
        return self.noun.after if self.noun else max(self.past, self.figure.after)


def read_figures(sentence: Sentence, found: Sequence[Figure]) -> Iterator[Quantity]:
    """One quantity for each figure that counts or measures something."""
    told = [_told(sentence, figure) for figure in found]
    told = [_apart(one, other) for one, other in zip_longest(told, told[1:]) if one]
    people = [one for one in told if _may_be_people(one)]
    counted = [Counted(one.first, one.after, one.noun) for one in people]
    known = {id(one): fate for one, fate in zip(people, fates(sentence, counted), strict=True)}
    for one in told:
        if quantity := _quantity(sentence, one, known.get(id(one))):
            yield quantity


def _apart(one: _Told, other: _Told | None) -> _Told:
    inside = other is not None and one.noun is not None and other.first < one.noun.after
    return replace(one, end=one.figure.after) if inside else one


def _told(sentence: Sentence, figure: Figure) -> _Told:
    unit = figure.unit
    before = bounds_before(sentence, figure.first, lasting=bool(unit and unit.name == "hour"))
    if unit or figure.numeral.form == "part":
        return _Told(figure, before)
    tail = bounds_after(sentence, figure.after)
    after = tail.after if tail.low or tail.high or tail.vague else figure.after
    noun = noun_after(sentence, after, one=figure.high == 1 or figure.numeral.form == "rank")
    plural_without_of = figure.numeral.vague and sentence.word(figure.after - 1).endswith("s")
    if plural_without_of and sentence.word(figure.after) not in ("of", "more", "other"):
        noun = None  # "hundreds resigned citing fears"
    return _Told(figure, before, noun, after)


def _may_be_people(one: _Told) -> bool:
    if one.figure.unit or one.figure.numeral.form != "cardinal":
        return False
    return one.noun is None or one.noun.people or one.noun.head in _COUNTED_PEOPLE


_COUNTED_PEOPLE = frozenset(
    """death fatality killing life body corpse arrest detention injury wound casualty detainee evacuee martyr
    murder execution abduction kidnapping disappearance hospitalisation hospitalization rescue""".split()
)


def _quantity(sentence: Sentence, one: _Told, fate: Fate | None) -> Quantity | None:
    if one.figure.numeral.form == "rank":
        return _rank(sentence, one)
    if one.figure.unit:
        return _measured(sentence, one, one.figure.unit)
    if _is_no_count(sentence, one, fate):
        return None
    return _count(sentence, one, fate)


def _is_no_count(sentence: Sentence, one: _Told, fate: Fate | None) -> bool:
    """A year, or digits after a name, that no bound and no people after it make a count."""
    numeral, bounded = one.figure.numeral, one.before.low or one.before.high or one.before.vague
    round_number = sentence.word(numeral.first).endswith("00")
    people = fate is not None or (round_number and one.noun is not None and one.noun.people)
    if is_year(sentence, numeral) and not (bounded and one.noun):
        return is_dated(sentence, numeral) or not people
    return one.noun is None and fate is None and not bounded and (numeral.high == 0 or follows_name(sentence, numeral))


# Each kind


def _rank(sentence: Sentence, one: _Told) -> Quantity | None:
    """ "the third attempt": an ordinal counts only before a noun, and no name: not "the Third Reich"."""
    figure = one.figure
    named = sentence.written(figure.after)[:1].isupper() or (
        sentence.written(figure.first)[:1].isupper() and figure.first
    )
    if (
        one.noun is None
        or named
        or sentence.hyphened(figure.after)
        or sentence.word(figure.first - 1) not in _BEFORE_RANK
        or one.noun.head in _NO_RANKS
    ):
        return None
    span = _span(sentence, figure.first, one.noun.after)
    return Quantity(span, figure.low, figure.high, one.noun.head, sense="ordinal")


_BEFORE_RANK = frozenset("the a his her its their our my for this in that".split())
_NO_RANKS = frozenset("century half quarter hand glance sight thing place instance part".split())


def _measured(sentence: Sentence, one: _Told, unit: Unit) -> Quantity:
    per, after = (unit.per, one.figure.after) if unit.per else rate_after(sentence, one.figure.after)
    tail = bounds_after(sentence, after)
    measured = unit.sense == "amount"
    change = measured and is_change(sentence, one.first, tail.after, unit.name)
    offset = 0.0 if change else unit.zero
    low, high = ((end + unit.plus - offset) * unit.factor for end in (one.figure.low, one.figure.high))
    topic = _topic(sentence, one, after, unit) if measured else ""
    made = _bounded(sentence, one, tail, (low, high), unit.name)
    if unit.sense == "age":
        return replace(made, sense="age", of=_of_age(sentence, one))
    return replace(made, sense="change" if change else unit.sense, of=topic, per=per, against=one.figure.against)


def _topic(sentence: Sentence, one: _Told, after: int, unit: Unit) -> str:
    if unit.name in ("hour", "magnitude", "celsius"):
        return ""
    topic = topic_of(sentence, one.first, after, unit.name in CURRENCIES)
    return topic.head if topic and topic.head not in CHANGES else ""


def _of_age(sentence: Sentence, one: _Told) -> str:
    """Whose age: the noun after "43-year-old", the name before ", 43,"."""
    after = one.figure.after
    if sentence.word(after - 1) == "old" and sentence.hyphened(after - 2):
        noun = noun_after(sentence, after, one=True)
        return noun.head if noun and noun.people else ""
    name = sentence.written(one.figure.first - 2)
    apart = sentence.word(one.figure.first - 1) in (",", "(") and name[:1].isupper()
    return name.lower() if apart else ""


def _count(sentence: Sentence, one: _Told, fate: Fate | None) -> Quantity:
    """Things or people, with what befell them."""
    end = fate.after if fate and not fate.part else one.after
    per, after = rate_after(sentence, end)
    tail = bounds_after(sentence, after)
    head = one.noun.head if one.noun else ""
    made = _bounded(sentence, one, tail, (one.figure.low, one.figure.high), head)
    if fate and fate.part:
        return replace(made, unit=head or "people", of=fate.name)
    change = is_change(sentence, one.first, tail.after, head if head == "point" else "")
    made = replace(made, sense="change" if change else "amount", per=per)
    return replace(made, unit=fate.name, of=head if head in PART_OF_THE_DEAD else "") if fate else made


def _bounded(sentence: Sentence, one: _Told, tail: Bounds, ends: tuple[float, float], unit: str) -> Quantity:
    """The quantity with its bounds; what stands between a number and its noun counts as well: "12 or more people"."""
    inner = bounds_after(sentence, one.figure.after)
    around = (one.before, inner, tail)
    low: float | None = ends[0]
    high: float | None = ends[1]
    if any(place.low for place in around):
        high = None
    elif any(place.high for place in around):
        low = None
    vague = one.figure.numeral.vague or any(place.vague for place in around)
    after = one.end or max(tail.after, inner.after)
    return Quantity(_span(sentence, one.first, after), low, high, unit, vague)


def _span(sentence: Sentence, first: int, after: int) -> Span:
    return Span(sentence.spans[first][0], sentence.spans[after - 1][1])
