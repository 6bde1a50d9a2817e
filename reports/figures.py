"""Figures as words: the one place where a number becomes text, and where a ratio that cannot be formed becomes None."""

from __future__ import annotations

from collections import Counter
from typing import Literal, get_args

from compare.model import STANDINGS, Comparison, Interval, Overall, PairScore

UNKNOWN = "–"

Ratio = Literal["overlap", "agreement", "divergence", "conflict_rate", "framing", "omission_left", "omission_right"]
RATIOS: tuple[Ratio, ...] = get_args(Ratio)


def percent(share: float | None) -> str:
    """A share, 0 to 1, as whole percent: never "0 %" or "100 %" unless exactly so; "–" where it is unknown.

    Example: 0.004 -> "<1 %", 0.42 -> "42 %", 0.999 -> ">99 %".
    """
    if share is None:
        return UNKNOWN
    return f"{_whole(share)} %"


def interval(ends: Interval | None) -> str:
    """A 95 % interval of a share: "20–90 %"; "–" where there is none."""
    if ends is None:
        return UNKNOWN
    return f"{_whole(ends.low)}–{_whole(ends.high)} %"


def with_interval(share: float | None, ends: Interval | None) -> str:
    """A share and its interval: "50 % (20–90 %)"."""
    return percent(share) if share is None or ends is None else f"{percent(share)} ({interval(ends)})"


def counted(number: int, thing: str, things: str | None = None) -> str:
    """A number and what it counts: "1 group", "31 groups", "2 pieces of evidence"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def ratio(pair: PairScore, name: Ratio) -> float | None:
    """One ratio of a pair, 0 to 1; None where it cannot be formed, as for an article without claims."""
    try:
        value: float | None = getattr(pair, name)
    except ZeroDivisionError:
        return None
    return value


def corroboration(overall: Overall) -> float | None:
    """Share of the groups that at least two origins tell alike; None without groups."""
    return overall.corroboration if overall.groups else None


def standings(overall: Overall) -> str:
    """The groups by standing: "31 groups: 4 corroborated, 2 contested, …"; a standing that no group has is left out."""
    counts = ((getattr(overall, name.replace(" ", "_")), name) for name in STANDINGS)
    parts = [f"{number} {name}" for number, name in counts if number]
    return counted(overall.groups, "group") + (": " + ", ".join(parts) if parts else "")


def skipped(comparison: Comparison) -> str:
    """How much was not compared, and why: "4 passages were not compared: 3 heading, 1 boilerplate"."""
    counts = Counter(skip.reason for skip in comparison.skipped)
    if not counts:
        return "Every passage was compared"
    ordered = sorted(counts, key=lambda reason: (-counts[reason], reason))
    parts = ", ".join(f"{counts[reason]} {reason}" for reason in ordered)
    return f"{counted(counts.total(), 'passage was', 'passages were')} not compared: {parts}"


def _whole(share: float) -> str:
    rounded = round(100 * share)
    if rounded <= 0 < share:
        return "<1"
    if rounded >= 100 and share < 1:
        return ">99"
    return str(rounded)
