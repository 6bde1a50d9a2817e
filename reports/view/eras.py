"""Days in order: which are near the articles and which far from them, and where each stands on an axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reports.view import dates
from reports.view.dates import Place
from reports.view.values.timeline import Part

_NEAR = 31  # days before the first article and after the last one; a longer stretch is near nothing
_NEXT = 5  # days before and after that which stay open, the nearest ones
_MARGIN = 0.03  # of the axis, at either edge
_ROOM = 0.125  # of the axis, for the name of a day


@dataclass(frozen=True)
class Mark:
    """Where a day stands."""

    part: Part = "unknown"
    folded: bool = False
    at: float = 0.0
    gap: str = ""
    ticks: tuple[str, str] = ("", "")


def marks(told: Mapping[Place, int], published: Iterable[Place]) -> dict[Place, Mark]:
    """Every day with its mark, in order; `told` says how many rows name it."""
    published = set(published)
    known = sorted(at for at in {*told, *published} if not at.unknown)
    parts, places, gaps = _parts(known, told, published), _places(known), _gaps(known)
    named = _with_room(places, sorted(known, key=lambda at: (-told.get(at, 0), at not in published, at)))
    found = {at: Mark(*parts[at], places[at], gaps[at], at.ticks if at in named else ("", "")) for at in known}
    return found | {at: Mark() for at in sorted(told) if at.unknown}


def _parts(
    known: Sequence[Place], told: Mapping[Place, int], published: Iterable[Place]
) -> dict[Place, tuple[Part, bool]]:
    """Whether a day is near the articles, and whether it is so far from them that it is shown on demand."""
    low, high = _window(known, told, list(published))
    earlier = [at for at in known if at.start < low]
    later = [at for at in known if at.start >= low and at.last > high]
    parts: dict[Place, tuple[Part, bool]] = dict.fromkeys(known, ("around", False))
    parts |= {at: ("earlier", rank < len(earlier) - _NEXT) for rank, at in enumerate(earlier)}
    return parts | {at: ("later", rank >= _NEXT) for rank, at in enumerate(later)}


def _window(known: Sequence[Place], told: Mapping[Place, int], published: list[Place]) -> tuple[int, int]:
    """First and last of the days near the articles, or near the day most told of where no article bears a date."""
    most = sorted(known, key=lambda at: (at.days <= _NEAR, told.get(at, 0), at))[-1:]
    ends = [(at.start - _NEAR, at.last + _NEAR) for at in published or most]
    return min((low for low, _ in ends), default=0), max((high for _, high in ends), default=0)


def _places(known: Sequence[Place]) -> dict[Place, float]:
    """One step for each day or stretch, two where a week or more lies between."""
    steps = list(accumulate(2 if gap else 1 for gap in _gaps(known).values()))
    width = steps[-1] - steps[0] if len(steps) > 1 else 1
    return {at: _MARGIN + (1 - 2 * _MARGIN) * (step - steps[0]) / width for at, step in zip(known, steps, strict=True)}


def _gaps(known: Sequence[Place]) -> dict[Place, str]:
    reached = [0, *accumulate((at.last for at in known), max)]
    gaps = [dates.gap(at.start - before) if before else "" for at, before in zip(known, reached, strict=False)]
    return dict(zip(known, gaps, strict=True))


def _with_room(at: Mapping[Place, float], by_weight: Iterable[Place]) -> set[Place]:
    named: set[Place] = set()
    for day in by_weight:
        if all(abs(at[day] - at[other]) >= _ROOM for other in named):
            named.add(day)
    return named
