"""Links with their reasons: what weighs how much, and which conflicts are sharpest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from compare.model import Comparison, Link
from reports import words
from reports.figures import percent
from reports.safe import one_line
from reports.view.index import Index
from reports.view.passages import quote
from reports.view.values import Bond, Clash, Step, Waterfall

_SEVEREST = ("conflict", "differ", "unsure", "agree")


def sharpness(link: Link) -> float:
    """How sure it is that a link is one and that its relation holds, 0 to 1."""
    return link.confidence * link.probability


def sharpest(comparison: Comparison, n: int) -> list[Link]:
    """The `n` surest conflicts, surest first. Several of one group come in only where there is nothing else."""
    index = Index(comparison)
    conflicts = by_severity(link for link in comparison.links if link.relation == "conflict")
    firsts: dict[frozenset[str], Link] = {}
    for link in conflicts:
        firsts.setdefault(frozenset(index.group_of[end].id for end in (link.left, link.right)), link)
    chosen = set(list(firsts.values())[:n])
    rest = [link for link in conflicts if link not in chosen]
    return by_severity([*chosen, *rest[: n - len(chosen)]])


def by_severity(links: Iterable[Link]) -> list[Link]:
    """Links, conflicts first, and of each relation the surest first."""
    return sorted(links, key=lambda link: (_SEVEREST.index(link.relation), -sharpness(link), link.id))


def bond(index: Index, link: Link, suffixes: Mapping[str, str] | None = None) -> Bond:
    """A link in words; `suffixes` tells the claims of one article in one row apart."""
    left, right = (f"{index.label(end)}{(suffixes or {}).get(end, '')}" for end in (link.left, link.right))
    return Bond(
        id=link.id,
        relation=link.relation,
        called=words.called(link),
        meaning=words.meaning(link),
        left=left,
        right=right,
        left_claim=link.left,
        right_claim=link.right,
        aspects=tuple(link.aspects),
        confidence=percent(link.confidence),
        likelihood=percent(link.probability),
        similarity=_decimal(link.similarity),
        reasons=waterfall(
            [(words.reason(r.code), one_line(r.detail), r.weight) for r in link.reasons], link.confidence
        ),
        evidence=waterfall(
            [(words.evidence(e.name), _decimal(e.value), e.weight) for e in link.evidence], _weighed(link)
        ),
    )


def _weighed(link: Link) -> float | None:
    """The probability that the evidence sums to; the same words need no sum."""
    return None if any(part.name == "verbatim" for part in link.evidence) else link.probability


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def clash(index: Index, link: Link) -> Clash:
    """A conflict with the words of both sides."""
    left, right = (quote(index, index.comparison.claim(end), [link]) for end in (link.left, link.right))
    return Clash(bond(index, link), left.row, left, right)


def waterfall(weights: Sequence[tuple[str, str, float]], chance: float | None = None) -> Waterfall:
    """(name, detail, weight) -> bars, each beginning where the one before ends; `chance` is what they come to."""
    levels = list(accumulate((weight for _, _, weight in weights), initial=0.0))
    low, high = min(levels), max(levels)
    scale = 1 / (high - low) if high > low else 0.0
    steps = tuple(
        Step(name, detail, words.signed(weight), (min(a, b) - low) * scale, abs(weight) * scale, weight > 0)
        for (name, detail, weight), a, b in zip(weights, levels, levels[1:], strict=False)
    )
    return Waterfall(steps, words.signed(levels[-1]), "" if chance is None else percent(chance), -low * scale)
