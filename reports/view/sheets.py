"""What a chart is drawn from: an axis, its name, and where numbers or times stand on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compare.model import FATES, MEASURES, Quantity, Span, When
from reports import words
from reports.safe import shortened
from reports.view import scales, units
from reports.view.scales import Scale
from reports.view.together import Together


@dataclass(frozen=True)
class Ends:
    """A number or time on its axis; None where an end is open."""

    low: float | None
    high: float | None
    told: str
    vague: bool = False
    score: bool = False

    @property
    def known(self) -> list[float]:
        """The ends that are told."""
        return [end for end in (self.low, self.high) if end is not None]


@dataclass(frozen=True)
class Sheet:
    """What a chart is drawn from: the axis, its name, and where each number or time stands on it."""

    title: str
    why: str
    scale: Scale
    ends: dict[tuple[str, Span], Ends]


# Numbers


def of_numbers(together: Together[Quantity]) -> Sheet | None:
    """Numbers on an axis in the unit in which they are shortest to write."""
    told = [one for one in together.told if _known(one.fact)]
    if not told or {(one.fact.sense, one.fact.low) for one in told} == {("ordinal", told[0].fact.low)}:
        return None  # "the second phase" in all of them says nothing that a chart could show
    facts = [one.fact for one in told]
    unit = facts[0].unit if len({fact.unit for fact in facts}) == 1 else ""
    factor, name = units.shown_in(unit, [end for fact in facts for end in _known(fact)])
    suffix = " %" if unit == "percent" else ""
    ends = {one.key: _ends(one.fact, factor, suffix) for one in told}
    scale = scales.of_numbers([end for one in ends.values() for end in one.known], suffix)
    texts = [one.claim.text for one in told]
    return Sheet(_title(facts, name, texts), _why(facts, name, texts), scale, ends)


def _known(quantity: Quantity) -> list[float]:
    ends = map(scales.known, (quantity.low, quantity.high))
    return [end for end in ends if end is not None]


def _ends(quantity: Quantity, factor: float, suffix: str) -> Ends:
    low, high = (
        None if end is None else _even(end / factor) for end in map(scales.known, (quantity.low, quantity.high))
    )
    other = scales.known(quantity.against)
    if quantity.sense == "score" and other is not None and low is not None:
        told = f"{units.written(low)}–{units.written(other)}"
        return Ends(min(low, other), max(low, other), told, quantity.vague, score=True)
    return Ends(low, high, _bounded(low, high, quantity.vague, suffix), quantity.vague)


def _even(value: float) -> float:
    """Without what a conversion leaves in the last places: 240 hectares are 2.4 square kilometres."""
    return float(f"{value:.12g}")


def _bounded(low: float | None, high: float | None, vague: bool, suffix: str) -> str:
    about = "about " if vague else ""
    if low is None:
        return f"up to {about}{units.written(high or 0.0)}{suffix}"
    if high is None:
        return f"at least {about}{units.written(low)}{suffix}"
    if low == high:
        return f"{about}{units.written(low)}{suffix}"
    return f"{about}{units.written(low)} to {units.written(high)}{suffix}"


def _title(facts: Sequence[Quantity], name: str, texts: Sequence[str]) -> str:
    """The thing counted, as far as every source tells it: "percent of expense", "crowns a month"."""
    thing, sense = _things(facts, name, texts), facts[0].sense
    of, per = ({getattr(fact, part) for fact in facts} for part in ("of", "per"))
    if sense == "age":
        return f"age of {_of(of, texts)}" if "" not in of else "age in years"
    full = f"{thing} of {_of(of, texts)}" if "" not in of else thing
    full = f"{full} a {_joined(per)}" if "" not in per else full
    return full + {"change": ", change", "ordinal": ", place in an order", "score": ", score"}.get(sense, "")


def _why(facts: Sequence[Quantity], name: str, texts: Sequence[str]) -> str:
    """The unit or thing, and what only some of them say of it."""
    how = "Measured" if facts[0].unit in MEASURES else "Told" if facts[0].sense != "amount" else "Counted"
    parts = [f"{how}: {_things(facts, name, texts)}"]
    of, per = ({getattr(fact, part) for fact in facts} for part in ("of", "per"))
    if of != {""}:
        parts.append(f"of {_of(of, texts)}{_where(of)}")
    if per != {""}:
        parts.append(f"a {_joined(per)}{_where(per)}")
    return ", ".join(parts)


def _where(said: set[str]) -> str:
    return " where a source says so" if "" in said else ""


def _things(facts: Sequence[Quantity], name: str, texts: Sequence[str]) -> str:
    if name:
        return name
    several = any(end != 1 for fact in facts for end in _known(fact))
    return words.joined([_thing(unit, texts, several) for unit in sorted({fact.unit for fact in facts})], "or")


def _thing(unit: str, texts: Sequence[str], several: bool) -> str:
    _, name = units.shown_in(unit, [1.0])
    if name or unit in FATES:
        return name or unit
    return units.counted_in(texts, _short(unit), several=several)


def _of(said: set[str], texts: Sequence[str]) -> str:
    things = sorted(said - {""})
    return words.joined(
        [f"the {one}" if one in FATES else units.counted_in(texts, _short(one), several=False) for one in things], "or"
    )


def _joined(said: set[str]) -> str:
    return words.joined([_short(one) for one in sorted(said - {""})], "or")


def _short(word: str) -> str:
    return shortened(word, 40)


# Times


@dataclass(frozen=True)
class _Calendar:
    """A way to place times: by day, by weekday, by the clock."""

    title: str
    why: str
    ends: Callable[[When], tuple[float, float] | None]
    scale: Callable[[Sequence[float]], Scale]
    word: Callable[[float], str]


def _days(when: When) -> tuple[float, float] | None:
    return (when.first.toordinal(), when.last.toordinal()) if when.first and when.last else None


def _weekday(when: When) -> tuple[float, float] | None:
    return None if when.weekday is None else (when.weekday, when.weekday)


def _clock(when: When) -> tuple[float, float] | None:
    plain = when.opens is not None and when.closes is not None and when.zone is None
    return (when.opens or 0, when.closes or 0) if plain else None


def _zoned(when: When) -> tuple[float, float] | None:
    if when.opens is None or when.closes is None or when.zone is None:
        return None
    return when.opens - when.zone, when.closes - when.zone


_CALENDARS = (
    _Calendar("date", "Told as days", _days, scales.of_days, scales.day),
    _Calendar("day of the week", "Told as days of a week", _weekday, scales.of_weekdays, scales.weekday),
    _Calendar("time of day", "Told by the clock", _clock, scales.of_clocks, scales.clock),
    _Calendar("time of day, UTC", "Told by the clock of a time zone", _zoned, scales.of_clocks, scales.clock),
)


def of_times(together: Together[When]) -> Sheet | None:
    """The first way to place them by which two sources are apart; times that all may be one need no chart."""
    for calendar in _CALENDARS:
        placed = {one.key: found for one in together.told if (found := calendar.ends(one.fact))}
        ends = {one.key: _timed(one.fact, placed[one.key], calendar.word) for one in together.told if one.key in placed}
        if _lie_apart(list(ends.values())) or _clash(together, ends):
            scale = calendar.scale([end for one in ends.values() for end in one.known])
            return Sheet(calendar.title, calendar.why, scale, ends)
    return None


def _lie_apart(ends: list[Ends]) -> bool:
    latest = max((one.low for one in ends if one.low is not None), default=None)
    earliest = min((one.high for one in ends if one.high is not None), default=None)
    return latest is not None and earliest is not None and latest > earliest


def _clash(together: Together[When], ends: dict[tuple[str, Span], Ends]) -> bool:
    """ "by the end of 2031" and "by the end of 2032" may both be so, and yet do not tell the same."""
    pairs = [(ends.get(tie.left.key), ends.get(tie.right.key)) for tie in together.ties if tie.code == "other time"]
    return any(left and right and left.known != right.known for left, right in pairs)


def _timed(when: When, ends: tuple[float, float], word: Callable[[float], str]) -> Ends:
    low, high = ends
    if when.bound == "until":
        return Ends(None, high, f"until {word(high)}")
    if when.bound == "from":
        return Ends(low, None, f"from {word(low)}")
    return Ends(low, high, word(low) if low == high else f"{word(low)} to {word(high)}")
