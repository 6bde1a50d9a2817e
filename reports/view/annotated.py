"""Annotated articles: all of a text, each claim with its standing, what was skipped and why, and what others add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.model import Article, Claim, Skipped, Span
from reports import words
from reports.safe import one_line
from reports.view.index import Index
from reports.view.left_out import gaps
from reports.view.passages import quote, shown
from reports.view.values import Paragraph, Reading, Stretch
from reports.view.values.articles import Gap

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def readings(index: Index) -> Iterator[Reading]:
    """Every article in the order given."""
    for article in index.comparison.articles:
        title = one_line(article.title or article.label)
        found = gaps(index, article)
        opening, behind = next((gap for gap in found if not gap.after), None), [gap for gap in found if gap.after]
        paragraphs = _opened(list(_paragraphs(index, article, behind)), opening)
        yield Reading(article.id, index.labels[article.id], title, tuple(paragraphs))


def _opened(paragraphs: list[Paragraph], opening: Gap | None) -> Iterator[Paragraph]:
    """What others tell before all that an article tells stands before the paragraph of its first claim."""
    telling = (at for at, paragraph in enumerate(paragraphs) if any(part.claim for part in paragraph.stretches))
    first = next(telling, 0)
    for at, paragraph in enumerate(paragraphs):
        yield replace(paragraph, opening=opening) if at == first else paragraph


def _paragraphs(index: Index, article: Article, found: Sequence[Gap]) -> Iterator[Paragraph]:
    taken = _taken(index, article)
    ends = [(index.comparison.claim(gap.after).end, gap) for gap in found]
    for span, kind in tiles(article):
        stretches = list(_stretches(index, article, span, taken))
        if any(stretch.text.strip() for _, stretch in stretches):
            here = {end: gap for end, gap in ends if span.start < end <= span.end}
            yield Paragraph(kind, tuple(_with_gaps(stretches, here)), tuple(here.values()))


def _with_gaps(stretches: Iterable[tuple[int, Stretch]], here: Mapping[int, Gap]) -> Iterator[Stretch]:
    """Stretches, each with its end, and the gap that lies behind it."""
    waiting = sorted(here)
    for at, stretch in stretches:
        passed = [end for end in waiting if end <= at]
        waiting = waiting[len(passed) :]
        yield replace(stretch, gaps=tuple(here[end].number for end in passed))


def tiles(article: Article) -> Iterator[tuple[Span, str]]:
    """The whole text in stretches, each a block with the mark-up of its line, or what lies between blocks."""
    at = 0
    for block in article.blocks:
        begin = _line_start(article.text, at, block.span.start)
        yield from _between(article.text, at, begin)
        yield Span(begin, block.span.end), block.kind
        at = block.span.end
    yield from _between(article.text, at, len(article.text))


def _line_start(text: str, after: int, start: int) -> int:
    return max(after, text.rfind("\n", after, start) + 1)


def _between(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    for cut in [*(match.end() for match in _BLANK_LINE.finditer(text, start, end)), end]:
        if start < cut:
            yield Span(start, cut), "between"
        start = cut


@dataclass(frozen=True)
class _Taken:
    span: Span
    what: Claim | Skipped


def _taken(index: Index, article: Article) -> list[_Taken]:
    """Claims and skipped pieces in order; of two that overlap, the claim, and then the first."""
    claims = [_Taken(claim.span, claim) for claim in index.claims_of[article.id]]
    skipped = [_Taken(skip.span, skip) for skip in index.comparison.skipped if skip.article == article.id]
    kept: list[_Taken] = []
    for one in [*claims, *sorted(skipped, key=lambda taken: taken.span)]:
        if all(one.span.end <= other.span.start or other.span.end <= one.span.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda taken: taken.span)


def _stretches(index: Index, article: Article, tile: Span, taken: list[_Taken]) -> Iterator[tuple[int, Stretch]]:
    """The stretches of a tile, each with its end."""
    at = tile.start
    for one in taken:
        start, end = max(one.span.start, tile.start), min(one.span.end, tile.end)
        if start < end:
            yield from _plain(article.text, at, start)
            yield end, _stretch(index, article.text[start:end], one.what, first=start == one.span.start)
            at = end
    yield from _plain(article.text, at, tile.end)


def _plain(text: str, start: int, end: int) -> Iterator[tuple[int, Stretch]]:
    if start < end:
        yield end, Stretch(shown(text[start:end]))


def _stretch(index: Index, text: str, what: Claim | Skipped, *, first: bool) -> Stretch:
    if isinstance(what, Claim):
        return Stretch(shown(text), claim=quote(index, what), first=first)
    return Stretch(shown(text), skipped=words.SKIPPED[what.reason], quiet=what.reason == "mark-up")
