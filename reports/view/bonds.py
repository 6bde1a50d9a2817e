"""Links with their reasons: what weighs how much, and which conflicts are sharpest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from compare.model import Comparison, Link
from reports import words
from reports.figures import percent
from reports.safe import one_line
from reports.view.index import Index
from reports.view.passages import quote
from reports.view.values import Bond, Clash, Step, Waterfall
from reports.view.values.claims import Brief, Kind

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
    """A link step by step; `suffixes` tells the claims of one article in one row apart."""
    left, right = _ends(index, link, suffixes or {})
    reasons = [(words.reason(reason.code), one_line(reason.detail), reason.weight) for reason in link.reasons]
    evidence = [(words.evidence(part.name), _decimal(part.value), part.weight) for part in link.evidence]
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
        reasons=waterfall(reasons, link.confidence),
        evidence=waterfall(evidence, _weighed(link)),
    )


def kinds(links: Sequence[Link], numbers: Mapping[str, int]) -> tuple[Kind, ...]:
    """Links by the numbers of their claims, together where relation, aspects and strongest reason are the same."""
    alike: dict[tuple[str, str, tuple[str, ...], str], list[Link]] = {}
    for link in links:
        key = (link.relation, words.called(link), tuple(link.aspects), strongest(link))
        alike.setdefault(key, []).append(link)
    return tuple(
        Kind(own[0].relation, called, aspects, most, tuple(_brief(link, numbers) for link in own))
        for (_, called, aspects, most), own in alike.items()
    )


def strongest(link: Link) -> str:
    """What in the two texts speaks most for the relation; "" where nothing does."""
    seen = [reason for reason in link.reasons if reason.code not in words.UNSEEN and _noticeable(reason.weight)]
    most = max(seen, key=lambda reason: reason.weight, default=None)
    return words.reason(most.code) if most and most.weight > 0 else ""


def _brief(link: Link, numbers: Mapping[str, int]) -> Brief:
    return Brief(numbers[link.left], numbers[link.right], percent(link.confidence))


def _ends(index: Index, link: Link, suffixes: Mapping[str, str]) -> list[str]:
    return [f"{index.label(end)}{suffixes.get(end, '')}" for end in (link.left, link.right)]


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
    """(name, detail, weight) -> steps that add up; `chance` is what they come to."""
    steps = [Step(name, detail, words.signed(weight)) for name, detail, weight in weights if _noticeable(weight)]
    still = [Step(name, detail, words.signed(weight)) for name, detail, weight in weights if not _noticeable(weight)]
    total = words.signed(sum(weight for _, _, weight in weights)) if steps else ""
    return Waterfall(tuple(steps), tuple(still), total, "" if chance is None else percent(chance))


def _noticeable(weight: float) -> bool:
    """Whether a weight is more than 0.0 as written."""
    return words.signed(weight) != words.signed(0)
