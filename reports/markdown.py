"""A comparison as GitHub-flavoured Markdown: a summary to paste into a ticket or a wiki.

Source text is untrusted: `escape` takes from it every power to make mark-up, links, mentions or table cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from compare.model import Comparison, Link, Relation
from reports import figures, flat, words
from reports.figures import UNKNOWN, counted, percent, ratio, with_interval
from reports.safe import one_line
from reports.view import left_out, method, overview
from reports.view.bonds import by_severity
from reports.view.index import Index
from reports.view.values import LeftOut

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_MARKS = re.compile(r"[\\`*_\[\]~#$]")
_AT_START = re.compile(r"^(\d*)(?=[-+=.):])")
_ADDRESS = re.compile(r"(?:(?<=www)(?=\.)|(?=://))", re.IGNORECASE)
# GitHub turns "@name" and "#1" into links after the Markdown is read, where no escape can stop it.
_MENTION = re.compile(r"(@|\\#)(?=\w)")
_NOTHING = "&#8203;"


def render(comparison: Comparison) -> str:
    """The summary: sources, scores, conflicts and differences in the sources' own words, what each lacks, method."""
    index = Index(comparison)
    sections = (_head, _sources, _scores, _conflicts, _differences, _left_out, _method)
    return "\n\n".join(part for section in sections for part in section(comparison, index)) + "\n"


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is, wherever it stands."""
    marked = _AT_START.sub(r"\1\\", _MARKS.sub(r"\\\g<0>", one_line(text)))
    marked = "".join(_ENTITIES.get(char, char) for char in marked)
    return _MENTION.sub(rf"\1{_NOTHING}", _ADDRESS.sub(r"\\", marked))


def _head(comparison: Comparison, index: Index) -> Iterator[str]:
    yield f"# {escape(overview.title(comparison))}"
    yield escape(" ".join(overview.lead(comparison, index)))
    yield from (f"> {escape(note)}" for note in method.method(comparison, index).notes)


def _sources(comparison: Comparison, index: Index) -> Iterator[str]:
    yield "## Sources"
    head = ("Source", "Outlet", "Title", "Author", "Date", "Language", "Claims")
    yield _table(head, "llllllr", [_source(comparison, index, n) for n in range(len(comparison.articles))])
    for source in overview.sources(comparison, index):
        if source.shares:
            yield f"{escape(source.label)} {escape(source.shares)}: one origin, and one voice in what is corroborated."


def _source(comparison: Comparison, index: Index, number: int) -> list[str]:
    article = comparison.articles[number]
    date = article.published.isoformat() if article.published else None
    known = (article.label, article.outlet, article.title, article.author, date, article.language)
    return [*(value or UNKNOWN for value in known), f"{len(index.claims_of[article.id]):,}"]


def _scores(comparison: Comparison, index: Index) -> Iterator[str]:
    yield "## Scores"
    yield f"{figures.standings(comparison.scores.overall)}."
    head = ("Sources", "Agreement (95 %)", "Overlap (95 %)", "Divergence (95 %)", "Conflicts / links", "Framing")
    rows = [
        [
            f"{index.labels[pair.left]} · {index.labels[pair.right]}",
            with_interval(ratio(pair, "agreement"), pair.agreement_interval),
            with_interval(ratio(pair, "overlap"), pair.overlap_interval),
            with_interval(ratio(pair, "divergence"), pair.divergence_interval),
            f"{pair.conflict:,} / {pair.links:,}",
            percent(ratio(pair, "framing")),
        ]
        for pair in comparison.scores.pairs
    ]
    yield _table(head, "lrrrrr", rows)


def _table(head: Sequence[str], align: str, rows: Iterable[Sequence[str]]) -> str:
    rule = ["---:" if side == "r" else "---" for side in align]
    lines = [list(head), rule, *([escape(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _conflicts(comparison: Comparison, index: Index) -> Iterator[str]:
    yield from _links(comparison, index, "conflict", "Conflicts")


def _differences(comparison: Comparison, index: Index) -> Iterator[str]:
    yield from _links(comparison, index, "differ", "Differences")


def _links(comparison: Comparison, index: Index, relation: Relation, title: str) -> Iterator[str]:
    links = by_severity(link for link in comparison.links if link.relation == relation)
    yield f"## {title} ({len(links):,})"
    yield f"{words.RELATIONS[relation].capitalize()}." if links else "None found."
    for number, link in enumerate(links, 1):
        yield from _link(comparison, index, number, link)


def _link(comparison: Comparison, index: Index, number: int, link: Link) -> Iterator[str]:
    left, right = (escape(index.label(end)) for end in (link.left, link.right))
    told = [aspect for aspect in link.aspects if aspect != "attribution"] + [words.OF_VOICES] * link.is_of_voices
    aspects = f": {words.joined(told)}" if told else ""
    yield f"### {number}. {left} {words.GLYPHS[link.relation]} {right}{aspects}"
    quotes = (f"> **{escape(index.label(end))}:** {_words(comparison, end)}" for end in (link.left, link.right))
    yield "\n>\n".join(quotes)
    yield f"{_reasons(link)}Confidence {percent(link.confidence)}."


def _words(comparison: Comparison, claim: str) -> str:
    return escape(comparison.claim(claim).text)


def _reasons(link: Link) -> str:
    told = (f"{escape(flat.named(r))}{'' if r.weight > 0 else ' (speaks against it)'}. " for r in flat.telling(link))
    return "".join(told)


def _left_out(comparison: Comparison, index: Index) -> Iterator[str]:
    yield "## Left out"
    yield left_out.rule(comparison)
    for source in left_out.left_out(comparison, index):
        yield from _left_out_by(source)


def _left_out_by(source: LeftOut) -> Iterator[str]:
    label = escape(source.label)
    yield f"### {label}"
    if source.lacks:
        yield f"{label} lacks {counted(len(source.lacks), 'point')} that others tell:"
        yield _bullets(f"{escape(lack.quote.text)} ({escape(lack.told_by)})" for lack in source.lacks)
    if source.alone:
        yield f"{label} alone tells {counted(len(source.alone), 'claim')}:"
        yield _bullets(escape(quote.text) for quote in source.alone)
    if not source.lacks and not source.alone:
        yield f"{label} lacks nothing and tells nothing alone."


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _method(comparison: Comparison, index: Index) -> Iterator[str]:
    yield "## Method"
    settings = (f"{setting.name} {setting.value}" for setting in method.method(comparison, index).signature)
    yield f"Made by {escape('; '.join(settings))}."
    yield f"{figures.skipped(comparison)}."
    yield " ".join(words.LIMITS)
