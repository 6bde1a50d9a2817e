"""Facts read in a claim: quantities, dates and times, names, cues, attributions.

Every fact has a span; what it points at beside that lies in the same text. Unknown is None or "".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, ClassVar, Literal, Self

from compare.model.span import Span

QuantitySense = Literal["amount", "change", "ordinal", "age", "score"]
NameSort = Literal["person", "place", "organisation", "people", "role", "unknown"]
CueKind = Literal[
    "negation", "denial", "failure", "hedge", "allegation", "unverified", "forecast", "condition", "question"
]
Certainty = Literal["asserted", "hedged", "alleged", "unverified", "predicted", "conditional", "asked"]
Manner = Literal["direct", "indirect", "mixed"]
Bound = Literal["at", "until", "from"]

FATES = frozenset(
    """dead injured arrested missing evacuated displaced rescued hospitalised abducted released casualty""".split()
)
"""Units of quantities that count what befell people: two such counts speak of one thing even where they clash."""


MEASURES = frozenset(
    """percent points km kg litre km2 barrel hour celsius degree magnitude kw kwh
    usd eur gbp jpy cny inr rub irr toman franc crown peso lira dinar ils chf aud cad hkd nzd sgd sek nok dkk czk pln
    huf brl mxn ars zar try krw uah aed sar dirham riyal ngn kes shilling thb twd php vnd egp pkr iqd btc""".split()
)
"""Units that say how much, not of what: two such quantities may well speak of different things."""


@dataclass(frozen=True)
class _Placed:
    """What every fact can do with its places."""

    span: Span

    def shift(self, by: int) -> Self:
        """The same fact, `by` code points further on."""
        return replace(self, **{field.name: _moved(getattr(self, field.name), by) for field in fields(self)})

    def clip(self, to: Span) -> Self | None:
        """The same fact as far as it stands within a stretch; None where its own span does not."""
        if not to.holds(self.span):
            return None
        return replace(self, **{field.name: _clipped(getattr(self, field.name), to) for field in fields(self)})

    def places(self) -> tuple[Span, ...]:
        """Every stretch it points at, its own first."""
        held = [getattr(self, field.name) for field in fields(self)]
        return tuple(
            place
            for value in held
            for place in (value if isinstance(value, tuple) else (value,))
            if isinstance(place, Span)
        )


def _clipped(value: Any, to: Span) -> Any:
    if isinstance(value, tuple):
        return tuple(kept for item in value if (kept := _clipped(item, to)) is not None)
    return value.meet(to) if isinstance(value, Span) else value


def _places(value: Any) -> Iterator[Span]:
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Span):
            yield item


def _moved(value: Any, by: int) -> Any:
    if isinstance(value, Span):
        return value.shift(by)
    return tuple(_moved(item, by) for item in value) if isinstance(value, tuple) else value


@dataclass(frozen=True)
class Quantity(_Placed):
    """A number with its bounds and what it counts: "at least 12 people" is low 12, high None, unit "people"."""

    kind: ClassVar[str] = "quantity"
    span: Span
    low: float | None
    high: float | None
    unit: str
    """Normal form of the unit or of the thing counted ("percent", "km", "dead"); "" where none was read."""
    vague: bool = False
    """Rounded or approximate as told ("about", "dozens")."""
    sense: QuantitySense = "amount"
    """A level ("stands at 5%"), a change ("rose by 5%"), a place in an order, an age in years, a score or vote."""
    of: str = ""
    """What a share, sum or measure is of, in normal form: "61% of voters" is of "voter"; "" where none was read."""
    per: str = ""
    """For a rate the unit it is told by: "$500 a day" is per "day"."""
    against: float | None = None
    """The lower number of a score or vote: "won 3-1" is low 3, high 3, against 1."""

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"bounds out of order: {self.low} > {self.high}")


@dataclass(frozen=True)
class When(_Placed):
    """A time: a day or a stretch of days, a time of day, or what is known of one ("3 March" in an undated article)."""

    kind: ClassVar[str] = "when"
    span: Span
    first: date | None = None
    """First day, included, where the day could be resolved; likewise the next."""
    last: date | None = None
    weekday: int | None = None
    """As written, 0 is Monday; likewise the next two. Known also where the day could not be resolved."""
    day: int | None = None
    month: int | None = None
    opens: int | None = None
    """First minute after midnight, included, where a time of day is told; likewise the next."""
    closes: int | None = None
    zone: int | None = None
    """Minutes ahead of UTC, where a time zone is named."""
    bound: Bound = "at"
    """Whether it tells when, until when ("by Friday", "before 5 p.m.") or from when ("since Monday")."""

    def __post_init__(self) -> None:
        if (self.first is None) != (self.last is None) or (self.opens is None) != (self.closes is None):
            raise ValueError("a time needs both its ends")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"dates out of order: {self.first} > {self.last}")
        if all(known is None for known in (self.first, self.weekday, self.day, self.month, self.opens)):
            raise ValueError("a time of which nothing is known")


@dataclass(frozen=True)
class Name(_Placed):
    """A person, place, organisation or office, by its words in the text."""

    kind: ClassVar[str] = "name"
    span: Span
    words: tuple[str, ...]
    """Lower case, titles of address left out."""
    sort: NameSort = "unknown"
    """"people" is a demonym ("the French"), "role" an office told without a name ("the president")."""
    role: str = ""
    """The office told with a name: "Foreign Minister Kamran Sadeghi" is "foreign minister"."""
    actor: str | None = None
    """The id of the actor that it was joined with, over all articles; None before that is known."""


@dataclass(frozen=True)
class Cue(_Placed):
    """A word that turns, denies or weakens what is said."""

    kind: ClassVar[str] = "cue"
    span: Span
    sense: CueKind
    scope: Span | None = None
    """The stretch that it governs; None where that could not be told."""


@dataclass(frozen=True)
class Speech(_Placed):
    """The words that attribute a claim to somebody: "police said".

    Where a quotation goes on from the sentence before, span and content are the words still quoted, without a cue.
    """

    kind: ClassVar[str] = "speech"
    span: Span
    speaker: str | None
    """As written; for "he said" the speaker before, if there is one; None where nobody can be told."""
    source: Span | None = None
    """The words for the speaker, in this text."""
    cue: Span | None = None
    """The verb or phrase that attributes."""
    content: tuple[Span, ...] = ()
    """The stretches that are attributed."""
    manner: Manner = "indirect"
    """Whether the content is quoted, reported, or partly each."""


Fact = Quantity | When | Name | Cue | Speech
