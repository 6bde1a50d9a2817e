"""Which numbers and times of several sources stand together: what the engine compared, and what is counted alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from math import isfinite
from typing import Generic, TypeVar

from compare.model import FATES, MEASURES, Claim, Link, Quantity, Span, When
from reports.view.index import Index

Fact = TypeVar("Fact", Quantity, When)

_SURE = 0.75  # how surely two claims are linked, for two measures to stand together: a measure says not of what
_FAR = 100  # numbers further apart than so many times count different things
_COUNTING = ("amount", "change", "age")
_CODES = {
    Quantity: frozenset({"same quantity", "compatible quantity", "other quantity", "other toll"}),
    When: frozenset({"same time", "other time"}),
}
_Key = tuple[str, Span]


@dataclass(frozen=True)
class Told(Generic[Fact]):
    """A number or time in the claim that tells it."""

    claim: Claim
    fact: Fact

    @property
    def key(self) -> _Key:
        """What sets it apart from all others."""
        return self.claim.id, self.fact.span


@dataclass(frozen=True)
class Tie(Generic[Fact]):
    """Why two of them stand together."""

    left: Told[Fact]
    right: Told[Fact]
    link: Link | None = None
    code: str = ""
    """What the engine found when it compared them; "" where it did not compare them."""


@dataclass(frozen=True)
class Together(Generic[Fact]):
    """Numbers, or times, of two sources or more."""

    told: tuple[Told[Fact], ...]
    """By claim and place, whatever the order of the articles."""
    ties: tuple[Tie[Fact], ...]


def times(index: Index) -> Iterator[Together[When]]:
    """Times that the engine compared."""
    yield from _joined(list(_compared(index, When)))


def numbers(index: Index) -> Iterator[Together[Quantity]]:
    """Numbers that the engine compared, and those of one kind in claims that were put side by side."""
    compared = list(_compared(index, Quantity))
    for found in _joined([*compared, *_alike(index, compared)]):
        yield from _apart(found)


def _compared(index: Index, kind: type[Fact]) -> Iterator[Tie[Fact]]:
    for link in sorted(index.comparison.links, key=lambda link: link.id):
        left, right = (index.comparison.claim(end) for end in (link.left, link.right))
        for reason in link.reasons:
            a, b = _told(left, kind, reason.left), _told(right, kind, reason.right)
            if a and b and reason.code in _CODES[kind]:
                yield Tie(a, b, link, reason.code)


def _told(claim: Claim, kind: type[Fact], span: Span | None) -> Told[Fact] | None:
    found = (fact for fact in claim.facts if isinstance(fact, kind) and fact.span == span)
    return next((Told(claim, fact) for fact in found), None)


# Numbers of one kind that the engine did not compare


def _alike(index: Index, compared: Iterable[Tie[Quantity]]) -> Iterator[Tie[Quantity]]:
    """One pair for each kind of number in two claims, the closest, where the engine compared none of that kind."""
    compared = list(compared)
    settled = {(tie.link.id, *_kind(told)) for tie in compared if tie.link for told in (tie.left, tie.right)}
    judged = {told.key for tie in compared for told in (tie.left, tie.right)}
    for left, right, link in _side_by_side(index):
        closest: dict[tuple[str, str], Tie[Quantity]] = {}
        for a, b in product(_countable(left), _countable(right)):
            if (link.id if link else "", *_kind(a)) in settled or not _may_be_one(a, b, link, judged):
                continue
            known = closest.setdefault(_kind(a), Tie(a, b, link))
            if _distance(a.fact, b.fact) < _distance(known.left.fact, known.right.fact):
                closest[_kind(a)] = Tie(a, b, link)
        yield from closest.values()


def _side_by_side(index: Index) -> Iterator[tuple[Claim, Claim, Link | None]]:
    """Claims of two articles that are linked, or stand in one row."""
    linked = {frozenset((link.left, link.right)): link for link in index.comparison.links}
    rows = [frozenset(pair) for group in index.comparison.groups for pair in combinations(group.claims, 2)]
    for pair in sorted({*linked, *rows}, key=sorted):
        left, right = (index.comparison.claim(id) for id in sorted(pair))
        if left.article != right.article:
            yield left, right, linked.get(pair)


def _countable(claim: Claim) -> list[Told[Quantity]]:
    return [Told(claim, quantity) for quantity in claim.quantities() if quantity.unit and quantity.sense in _COUNTING]


def _kind(told: Told[Quantity]) -> tuple[str, str]:
    return told.fact.unit, told.fact.sense


def _may_be_one(a: Told[Quantity], b: Told[Quantity], link: Link | None, judged: set[_Key]) -> bool:
    one, other = a.fact, b.fact
    if _kind(a) != _kind(b) or _distance(one, other) >= 1 - 1 / _FAR:
        return False
    if not (_fit(one.of, other.of) and _fit(one.per, other.per)) or _tells_both(a, other) or _tells_both(b, one):
        return False
    if one.unit in FATES:  # of these the engine leaves out only what is told of another time
        return _value(one) == _value(other) or not judged & {a.key, b.key}
    return one.unit not in MEASURES or (link is not None and link.probability >= _SURE)


def _fit(one: str, other: str) -> bool:
    return not one or not other or one == other


def _tells_both(told: Told[Quantity], other: Quantity) -> bool:
    """Whether its claim has another number that is described as the other one is, and this one is not."""
    if (told.fact.of, told.fact.per) == (other.of, other.per):
        return False
    own = [one.fact for one in _countable(told.claim) if _kind(one) == _kind(told)]
    return any((one.of, one.per) == (other.of, other.per) for one in own)


def _value(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _distance(a: Quantity, b: Quantity) -> float:
    """0 where they are equal, 1 where one is nothing against the other."""
    x, y = _middle(a), _middle(b)
    most = max(abs(x), abs(y))
    return abs(x / most - y / most) if most and isfinite(most) else 0.0


def _middle(quantity: Quantity) -> float:
    ends = [end for end in _value(quantity) if end is not None]
    return sum(end / len(ends) for end in ends)


# What hangs together


def _joined(ties: list[Tie[Fact]]) -> Iterator[Together[Fact]]:
    parent: dict[_Key, _Key] = {}

    def root(key: _Key) -> _Key:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for tie in ties:
        parent[root(tie.left.key)] = root(tie.right.key)
    sets: dict[_Key, list[Tie[Fact]]] = {}
    for tie in ties:
        sets.setdefault(root(tie.left.key), []).append(tie)
    for found in sets.values():
        yield _made(found)


def _made(ties: Iterable[Tie[Fact]]) -> Together[Fact]:
    ties = tuple(ties)
    told = {one.key: one for tie in ties for one in (tie.left, tie.right)}
    return Together(tuple(told[key] for key in sorted(told)), ties)


def _apart(found: Together[Quantity]) -> Iterator[Together[Quantity]]:
    """Shares of different things stand apart, though a number that does not say of what fits both."""
    described = {told.fact.of for told in found.told} - {""}
    if len(described) < 2:
        yield found
        return
    for of in sorted({told.fact.of for told in found.told}):
        if ties := [tie for tie in found.ties if tie.left.fact.of == tie.right.fact.of == of]:
            yield from _joined(ties)
