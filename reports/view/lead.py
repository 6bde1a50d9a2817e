"""The lead: what the sources share and where they clash, in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from compare.model import Comparison, Link, Overall, Standing
from reports import words
from reports.figures import counted, percent
from reports.safe import one_line
from reports.view.bonds import sharpest
from reports.view.index import Index

_EXCERPT = 110  # characters


def lead(comparison: Comparison, index: Index) -> Iterator[str]:
    """What they share, where they clash most sharply, and then the figures, in a few sentences."""
    overall = comparison.scores.overall
    sources, origins = counted(overall.articles, "source"), counted(overall.origins, "independent origin")
    told = f"{counted(overall.claims, 'claim')} about {counted(overall.groups, 'point')}"
    yield f"{sources} from {origins} make {told}."
    yield _shared(overall)
    yield from _sharpest(comparison, index)
    yield from _spread(comparison, index)
    yield from _clash(comparison, index)


def _shared(overall: Overall) -> str:
    if overall.origins == 1 and overall.articles > 1:
        return "They share one origin: what they tell alike is copied, and copies corroborate nothing."
    names = [standing for standing in words.STANDINGS if standing != "single source" and count_of(overall, standing)]
    if not names:
        return "They share nothing that independent sources tell: every point rests on a single source."
    parts = words.joined([f"{count_of(overall, name)} {_be(count_of(overall, name))} {name}" for name in names])
    shared = counted(overall.groups - overall.single_source, "point")
    rest = f"{overall.single_source} {'rests' if overall.single_source == 1 else 'rest'} on a single source."
    return f"Of {shared} that the sources share, {parts}; {rest}"


def _sharpest(comparison: Comparison, index: Index) -> Iterator[str]:
    """The surest conflict in the words of both."""
    if not comparison.links:
        yield "No claim was linked to one of another source: where they agree or clash cannot be told."
    elif not any(link.relation == "conflict" for link in comparison.links):
        yield "No two claims were found that cannot both be true."
    for link in sharpest(comparison, 1):
        said = [
            f"{index.label(end)} tells {_quoted(_excerpt(comparison, link, end))}" for end in (link.left, link.right)
        ]
        kind = ", between those quoted" if link.is_of_voices else ""
        yield f"The sharpest clash{kind}, {percent(link.confidence)} sure: {words.joined(said)}."


def _excerpt(comparison: Comparison, link: Link, end: str) -> str:
    """The words around what the verdict rests on: all of a short claim, a stretch of a long one."""
    claim = comparison.claim(end)
    spans = [(reason.weight, reason.left if end == link.left else reason.right) for reason in link.reasons]
    resting = [span for _, span in sorted(spans, key=lambda one: -one[0]) if span and claim.span.meet(span)]
    return _around(claim.text, max(0, resting[0].start - claim.start) if resting else 0, _EXCERPT)


def _quoted(text: str) -> str:
    """Between quotation marks: single ones where there are double ones within."""
    bare = text.rstrip(".,;: ")
    return f"‘{bare}’" if any(mark in bare for mark in '"“”') else f"“{bare}”"


def _spread(comparison: Comparison, index: Index) -> Iterator[str]:
    """How many points are told by all, by several, by one."""
    tellers = Counter(len(index.told(group)) for group in comparison.groups)
    total, everyone = tellers.total(), len(comparison.articles)
    if not total or everyone < 2:
        return
    some = [count for count in range(2, everyone) if tellers[count]]
    parts = [("both sources" if everyone == 2 else f"all {everyone} sources", tellers[everyone])]
    parts += [(_several(some), sum(tellers[count] for count in some))] if some else []
    parts += [("one alone", tellers[1])]
    (most, first), *rest = parts
    told = [f"{first} ({percent(first / total)}) {_be(first)} told by {most}"]
    told += [f"{number} ({percent(number / total)}) by {who}" for who, number in rest]
    yield f"Of {counted(total, 'point')} in all, {words.joined(told)}."


def _several(counts: Sequence[int]) -> str:
    first, last = counts[0], counts[-1]
    if first == last:
        return str(first)
    return f"{first} {'or' if last == first + 1 else 'to'} {last}"


def count_of(overall: Overall, standing: Standing) -> int:
    """How many points have this standing."""
    count: int = getattr(overall, standing.replace(" ", "_"))
    return count


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _clash(comparison: Comparison, index: Index) -> Iterator[str]:
    pairs = [pair for pair in comparison.scores.pairs if pair.conflict]
    if pairs:
        worst = max(pairs, key=lambda pair: (pair.conflict, pair.conflict / pair.links))
        names = words.joined(sorted((index.labels[worst.left], index.labels[worst.right])))
        conflicts = counted(worst.conflict, "conflict")
        yield f"Most conflicts stand between {names}: {conflicts} in {counted(worst.links, 'link')}."
    clashing = [link for link in comparison.links if link.relation == "conflict"]
    aspects = Counter(aspect for link in clashing for aspect in link.aspects if aspect != "attribution")
    most = sorted(aspects, key=lambda aspect: (-aspects[aspect], aspect))[:2]
    if most:
        more = " and more" if len(aspects) > len(most) else ""
        yield f"In all, {counted(len(clashing), 'conflict')}, about {words.joined(most)}{more}."
    if voices := sum(link.is_of_voices for link in clashing):
        told = "is a conflict of voices" if voices == 1 else "are conflicts of voices"
        yield f"{voices} of them {told}: those quoted contradict each other, the outlets only report it."


def _around(text: str, at: int, most: int) -> str:
    """A stretch of whole words around a place, with "…" where something was cut."""
    line, at = one_line(text), len(one_line(text[:at]))
    if len(line) <= most:
        return line
    start = line.rfind(" ", 0, max(0, min(at - most // 3, len(line) - most))) + 1
    end = len(line) if len(line) - start <= most else max(line.rfind(" ", start + 1, start + most), start + most // 2)
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
