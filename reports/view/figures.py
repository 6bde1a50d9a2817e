"""Charts of the numbers and times that several sources tell, source by source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from compare.model import Comparison, Link
from reports import words
from reports.figures import percent
from reports.safe import one_line, shortened
from reports.view import sheets
from reports.view.bonds import by_severity, sharpness
from reports.view.index import Index
from reports.view.scales import Scale
from reports.view.sheets import Ends, Sheet
from reports.view.together import Fact, Tie, Together, Told, numbers, times
from reports.view.values.figures import Chart, Line, Mark, MarkKind, Saying

_AROUND = 56  # characters shown on either side of a number
_LONGEST = 80
_RANKS = ("conflict", "differ", "unsure", "agree", "")
_CLASH, _UNJUDGED = "they do not all fit", "not judged: nothing says surely that they count the same"
_ALIKE, _FITTING, _BESIDES = "all tell the same", "told differently, and they fit", "by themselves they would fit"
_GISTS = (_CLASH, _UNJUDGED, _BESIDES, _FITTING, _ALIKE)
_FIT = frozenset({"same quantity", "compatible quantity", "same time"})
_CLASHES = frozenset({"other quantity", "other toll", "other time"})


def charts(comparison: Comparison, index: Index) -> Iterator[Chart]:
    """Conflicts first, then what differs, then what all tell alike; the same for any order of the articles."""
    made = [
        *_charts(index, numbers(index), sheets.of_numbers, "quantity"),
        *_charts(index, times(index), sheets.of_times, "time"),
    ]
    yield from (chart for _, chart in sorted(made, key=lambda pair: pair[0]))


_Aspect = Literal["quantity", "time"]
_Rank = tuple[bool, int, float, int, str, str]


def _charts(
    index: Index,
    found: Iterable[Together[Fact]],
    draw: Callable[[Together[Fact]], Sheet | None],
    aspect: _Aspect,
) -> Iterator[tuple[_Rank, Chart]]:
    for together in found:
        sheet = draw(together)
        if sheet and len({told.claim.article for told in together.told if told.key in sheet.ends}) > 1:
            link = _verdict(together.ties, sheet, aspect)
            chart = _chart(index, together, sheet, aspect, link)
            yield _rank(chart, sharpness(link) if link else 0.0), chart


def _rank(chart: Chart, sharp: float) -> _Rank:
    relation, gist = _RANKS.index(chart.relation), _GISTS.index(chart.gist)
    return chart.alike, relation, -sharp, gist, chart.title, chart.id


def _verdict(ties: Iterable[Tie[Fact]], sheet: Sheet, aspect: _Aspect) -> Link | None:
    """The sharpest link whose verdict rests on such numbers."""
    links = {tie.link.id: tie.link for tie in ties if tie.link and _rests_on(tie, tie.link, sheet, aspect)}
    return next(iter(by_severity(links.values())), None)


def _rests_on(tie: Tie[Fact], link: Link, sheet: Sheet, aspect: _Aspect) -> bool:
    """Whether these two are what the link's numbers, or times, are said to differ by."""
    if aspect not in link.aspects:
        return False
    if any(reason.code in _CLASHES for reason in link.reasons):
        return tie.code in _CLASHES
    left, right = sheet.ends.get(tie.left.key), sheet.ends.get(tie.right.key)
    return left is not None and right is not None and _drawn(left) != _drawn(right)


def _chart(index: Index, together: Together[Fact], sheet: Sheet, aspect: _Aspect, link: Link | None) -> Chart:
    told = [one for one in together.told if one.key in sheet.ends]
    alike = len({_drawn(sheet.ends[one.key]) for one in told}) == 1
    first = told[0]
    return Chart(
        id=f"plot-{aspect}-{first.claim.id}-{first.fact.span.start - first.claim.start}",
        title=sheet.title[:1].upper() + sheet.title[1:],
        why=sheet.why,
        relation=link.relation if link else "",
        called=words.called(link) if link else "",
        sure=percent(link.confidence) if link else "",
        gist=_gist(together, alike, link),
        lines=_lines(index, told, sheet),
        ticks=sheet.scale.ticks,
        note=sheet.scale.note,
        silent=_silent(index, {one.claim.article for one in told}, "number" if aspect == "quantity" else "time"),
        alike=alike and not link,
    )


def _drawn(ends: Ends) -> tuple[float | None, float | None, bool]:
    return ends.low, ends.high, ends.vague


def _gist(together: Together[Fact], alike: bool, link: Link | None) -> str:
    codes = {tie.code for tie in together.ties}
    if alike:
        return _ALIKE
    if codes <= _FIT:
        return _BESIDES if link and link.relation == "conflict" else _FITTING
    if codes & _CLASHES:
        return _CLASH
    return _UNJUDGED


def _silent(index: Index, telling: set[str], what: str) -> str:
    others = [label for id, label in index.labels.items() if id not in telling]
    return f"No such {what} was found in {words.joined(others)}." if others else ""


# Rows


def _lines(index: Index, told: Sequence[Told[Fact]], sheet: Sheet) -> tuple[Line, ...]:
    """The lowest first; a source that tells several stands together."""
    by_source: dict[str, list[Told[Fact]]] = {}
    for one in sorted(told, key=lambda one: _height(sheet.ends[one.key])):
        by_source.setdefault(one.claim.article, []).append(one)
    lines = [Line(index.labels[article], tuple(_marks(index, own, sheet))) for article, own in by_source.items()]
    heights = [_height(sheet.ends[own[0].key]) for own in by_source.values()]
    order = sorted(zip(heights, lines, strict=True), key=lambda pair: (pair[0], pair[1].source))
    return tuple(line for _, line in order)


def _height(ends: Ends) -> tuple[float, float, bool]:
    return min(ends.known), max(ends.known), ends.low is None


def _marks(index: Index, told: Sequence[Told[Fact]], sheet: Sheet) -> Iterator[Mark]:
    """What a source tells more than once is drawn once."""
    for _, same in groupby(told, key=lambda one: _drawn(sheet.ends[one.key])):
        places = list(same)
        ends = sheet.ends[places[0].key]
        sayings = tuple(_saying(index, one) for one in sorted(places, key=lambda one: one.fact.span))
        yield _mark(ends, sheet.scale, sayings)


def _mark(ends: Ends, scale: Scale, sayings: tuple[Saying, ...]) -> Mark:
    low = scale.open_end if ends.low is None else scale.place(ends.low)
    high = 1.0 if ends.high is None else scale.place(ends.high)
    kind: MarkKind = "point" if ends.low == ends.high else "range"
    if ends.score:
        kind = "score"
    elif ends.high is None:
        kind = "at least"
    elif ends.low is None:
        kind = "up to"
    return Mark(kind, low, high, ends.vague, ends.told, sayings)


def _saying(index: Index, told: Told[Fact]) -> Saying:
    claim, span = told.claim, told.fact.span
    start, end = span.start - claim.start, span.end - claim.start
    return Saying(
        before=_before(claim.text[:start]),
        words=shortened(claim.text[start:end], _LONGEST) or "…",
        after=_after(claim.text[end:]),
        claim=claim.id,
        row=index.group_of[claim.id].id,
    )


def _before(text: str) -> str:
    """The last words of it."""
    line = one_line(f"{text}|")[:-1]
    if len(line) <= _AROUND:
        return line
    cut = line[-_AROUND:]
    return f"…{cut[cut.find(' ') + 1 :] if ' ' in cut[:-1] else cut}"


def _after(text: str) -> str:
    """The first words of it."""
    line = one_line(f"|{text}")[1:]
    if len(line) <= _AROUND:
        return line
    cut = line[:_AROUND]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[1:] else cut}…"
