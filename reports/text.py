"""A comparison as a few lines for a terminal: scores, counts, the sharpest conflicts, notes.

Source text is untrusted: it reaches the terminal as `Text`, never as rich mark-up, and without control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.model import Claim, Comparison, Link, PairScore, Span
from reports import figures, words
from reports.figures import counted, percent, ratio, with_interval
from reports.flat import telling
from reports.safe import one_line, shortened, visible
from reports.view import method, sharpest
from reports.view.index import Index

_CONFLICTS = 3
_MOST_PAIRS = 20  # seven sources; the rest stands in the report
_LABEL = 30  # characters of a source's name
_NARROW = 80  # columns below which the scores are stacked
_NARROWEST = 40


def render(comparison: Comparison, *, width: int = 100, colour: bool = False, path: str | None = None) -> str:
    """The summary for a terminal of that many columns; `path`, where the report lies, comes last."""
    out = StringIO()
    console = _console(out, max(width, _NARROWEST), colour)
    for part in _parts(comparison, width):
        console.print(part)
    lines = out.getvalue().splitlines()
    return "\n".join([*(line.rstrip() for line in lines), *_place(path)]) + "\n"


def _console(out: StringIO, width: int, colour: bool) -> Console:
    # Nothing is left to the environment: the same call gives the same text.
    return Console(
        file=out,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        force_jupyter=False,
        force_interactive=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def _place(path: str | None) -> list[str]:
    # Not through the console, which would break it at the edge.
    return ["", f"Report: {visible(path)}"] if path else []


def _parts(comparison: Comparison, width: int) -> Iterator[RenderableType]:
    index = Index(comparison)
    yield from _scores(comparison, index, width)
    yield Text(f"{figures.standings(comparison.scores.overall)}.", style="bold")
    yield from _conflicts(comparison, index)
    notes = method.method(comparison, index).notes
    if notes:
        yield Text("\nNotes", style="bold")
        yield from (Padding(Text(one_line(note)), (0, 0, 0, 2)) for note in notes)


def _scores(comparison: Comparison, index: Index, width: int) -> Iterator[RenderableType]:
    shown = _most_telling(comparison.scores.pairs)
    yield from _stacked(shown, index) if width < _NARROW else [_table(shown, index)]
    more = len(comparison.scores.pairs) - len(shown)
    if more:
        yield Text(f"and {counted(more, 'more pair')} with no more conflicts than these\n")


def _table(pairs: Sequence[PairScore], index: Index) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column(Text("sources"), overflow="fold")
    for name in ("agreement", "overlap", "divergence", "conflicts"):
        table.add_column(Text(name), justify="right", no_wrap=True)
    for pair in pairs:
        score = _Score(pair, index)
        table.add_row(score.names, score.agreement, score.overlap, score.divergence, score.conflicts)
    return table


def _stacked(pairs: Sequence[PairScore], index: Index) -> Iterator[RenderableType]:
    """Three lines a pair, where a table would squeeze the names."""
    for pair in pairs:
        score = _Score(pair, index)
        figures_there = f"agreement {score.agreement}, overlap {score.overlap}, divergence {score.divergence}"
        yield score.names
        yield Padding(Text(figures_there), (0, 0, 0, 2))
        yield Padding(Text.assemble("conflicts ", score.conflicts), (0, 0, 1, 2))


def _most_telling(pairs: tuple[PairScore, ...]) -> list[PairScore]:
    """All pairs in their order; where they are too many, those with most conflicts first."""
    if len(pairs) <= _MOST_PAIRS:
        return list(pairs)
    return sorted(pairs, key=lambda pair: -pair.conflict)[:_MOST_PAIRS]


class _Score:
    """The scores of a pair as words."""

    def __init__(self, pair: PairScore, index: Index) -> None:
        self.names = Text(" · ".join(shortened(index.labels[id], _LABEL) for id in (pair.left, pair.right)))
        self.agreement = with_interval(ratio(pair, "agreement"), pair.agreement_interval)
        self.overlap = percent(ratio(pair, "overlap"))
        self.divergence = percent(ratio(pair, "divergence"))
        count = f"{pair.conflict:,} of {counted(pair.links, 'link')}"
        self.conflicts = Text(count, style="red" if pair.conflict else "")


def _conflicts(comparison: Comparison, index: Index) -> Iterator[RenderableType]:
    found = sum(link.relation == "conflict" for link in comparison.links)
    links = sharpest(comparison, _CONFLICTS)
    if not links:
        yield Text("\nNo conflicts were found.")
        return
    shown = f"{len(links)} sharpest conflicts" if len(links) > 1 else "sharpest conflict"
    yield Text(f"\nThe {shown}{f' of {found:,}' if found > len(links) else ''}", style="bold")
    for number, link in enumerate(links, 1):
        yield _heading(number, link)
        yield _quotes(comparison, index, link)
        yield from (Padding(line, (0, 0, 0, 3)) for line in _clashes(link))


def _heading(number: int, link: Link) -> Text:
    aspects = words.joined([aspect for aspect in link.aspects if aspect != "attribution"])
    what = ", ".join(filter(None, [aspects, words.called(link) if link.is_of_voices or not aspects else ""]))
    return Text(f"\n{number}. {what}, confidence {percent(link.confidence)}", style="bold")


def _quotes(comparison: Comparison, index: Index, link: Link) -> Padding:
    table = Table(box=None, pad_edge=False, expand=True, padding=(0, 3, 0, 0), header_style="underline")
    for end in (link.left, link.right):
        table.add_column(Text(shortened(index.label(end), _LABEL)), ratio=1, overflow="fold")
    left = _quoted(comparison.claim(link.left), (reason.left for reason in link.reasons if reason.weight > 0))
    right = _quoted(comparison.claim(link.right), (reason.right for reason in link.reasons if reason.weight > 0))
    table.add_row(left, right)
    return Padding(table, (0, 0, 0, 3))


def _quoted(claim: Claim, spans: Iterable[Span | None]) -> Text:
    """The claim in its own words, with the words that the verdict rests on made to stand out."""
    marked = {place for span in spans if span for place in range(span.start, span.end)}
    quote = Text()
    for stands_out, places in groupby(range(claim.start, claim.end), key=marked.__contains__):
        offsets = list(places)
        words_there = claim.text[offsets[0] - claim.start : offsets[-1] + 1 - claim.start]
        quote.append(visible(words_there), style="bold red" if stands_out else "")
    return quote


def _clashes(link: Link) -> Iterator[Text]:
    """What does not fit, in the sources' words: "Figures that do not fit: nine / at least 12"."""
    for reason in sorted(telling(link), key=lambda reason: -reason.weight):
        if reason.weight > 0:
            detail = f": {one_line(reason.detail)}" if reason.detail else ""
            yield Text.assemble((one_line(words.reason(reason.code)), "dim"), detail)
