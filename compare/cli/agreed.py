"""How far reviewers agree, as text for a terminal and as JSON; and what a gold set holds."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from compare.review.agreement import Alpha
from compare.review.decisions import Item, said, vote_told
from compare.review.gold import REASONS, Gold
from compare.review.merge import Measure, Merged, measures
from reports.figures import counted, percent
from reports.safe import encodable, one_line, shortened

_NAME = 40  # characters of a name
_WIDTH = (50, 110)


def as_json(merged: Merged) -> str:
    """Everything that the text tells, for programs."""
    review = merged.review
    document = {
        "reviewers": [{"reviewer": name, **asdict(merged.tally(name))} for name in review.reviewers],
        "items": len(review.items),
        "decided_by_two_or_more": merged.decided_by_two,
        "unmatched": len(review.unmatched),
        "replaced": merged.replaced,
        "runs": merged.runs,
        "measures": [{"name": one.name, "question": one.told, **_measured(one.alpha)} for one in measures(review)],
        "differing": [_item(merged, item) for item in merged.differing],
    }
    return encodable(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def as_text(merged: Merged, output: str | None = None) -> str:
    """The summary for a terminal."""
    parts = (_reviewers(merged), _alphas(merged), _notes(merged), _differing(merged))
    lines = [line for part in parts for line in part]
    return "\n".join([*lines, *(["", f"Merged decisions: {one_line(output)}"] if output else [])]) + "\n"


def gold_as_text(gold: Gold, folder: Path) -> str:
    """What the set holds, and what not."""
    relations = Counter(link.relation for link in gold.links)
    kinds = ", ".join(f"{relations[relation]} {relation}" for relation in ("agree", "differ", "conflict"))
    reasons = Counter(one.reason for one in gold.left_out)
    rest = ", ".join(f"{reasons[reason]} {reason}" for reason in REASONS if reasons[reason])
    return (
        f"{counted(len(gold.articles), 'article')}, {counted(len(gold.links), 'link')}: {kinds}.\n"
        f"Not gold, listed in the card: {rest or 'nothing'}.\n\n"
        f"Set: {one_line(str(folder))}; complete README.md and set.toml\n"
    )


def _reviewers(merged: Merged) -> Iterator[str]:
    review = merged.review
    yield (
        f"{counted(len(review.reviewers), 'reviewer')}, {counted(len(review.items), 'pair')} of claims, "
        f"{merged.decided_by_two:,} decided by two or more"
    )
    yield from ("", f"{'decided':>9} {'unsure':>9} {'peeked':>9}   reviewer")
    for name in review.reviewers:
        tally = merged.tally(name)
        yield f"{tally.decided:>9,} {tally.unsure:>9,} {tally.peeked:>9,}   {shortened(name, _NAME)}"
    yield from ("", "Peeked: decided after the machine's verdict was seen.", "")


def _alphas(merged: Merged) -> Iterator[str]:
    found = measures(merged.review)
    yield f"{'':22} {'alpha':>6} {'95 % interval':>16} {'pairs':>7} {'same decision':>14}"
    yield from map(_row, found)
    yield ""
    yield from (line for one in found for line in _folded(f"{one.name}: {one.told}.", "  "))
    yield from _folded(
        "Krippendorff's alpha, nominal: 1 where all agree, 0 where they agree as chance would have it. The interval is "
        "a bootstrap over pairs of claims that two or more decided.",
        "",
    )


def _row(measure: Measure) -> str:
    found = measure.alpha
    if found.value is None:
        return f"{measure.name:22} {'none':>6}   {found.why}"
    ends = f"{_rounded(found.interval.low)} to {_rounded(found.interval.high)}" if found.interval else "too few pairs"
    return f"{measure.name:22} {_rounded(found.value):>6} {ends:>16} {found.units:>7,} {percent(found.same):>14}"


def _rounded(value: float) -> str:
    """Two places: 1.00 and 0.00 only where it is exactly so."""
    shown = f"{value:.2f}"
    if shown == "1.00" and value < 1:
        return ">0.99"
    return shown if float(shown) or not value else f"{value:.0e}"


def _notes(merged: Merged) -> Iterator[str]:
    notes = [
        f"{shortened(name, _NAME)} decided {counted(times, 'pair')} otherwise at first: the later decision counts."
        for name, times in merged.replaced.items()
    ]
    if merged.runs > 1:
        notes.append(f"The reports come from {merged.runs} different runs of compare.")
    if merged.review.unmatched:
        lost = counted(len(merged.review.unmatched), "pair")
        notes.append(f"{lost} of an earlier report could not be found again; they are in the merged file only.")
    yield from (line for note in notes for line in ("", *_folded(note, "")))


def _differing(merged: Merged) -> Iterator[str]:
    found = merged.differing
    if not found:
        yield from ("", "On no pair do the reviewers differ.")
        return
    open_ = sum(item.choice is None for item in found)
    yield from ("", f"{counted(len(found), 'pair')} on which they differ, {open_:,} without a majority")
    labels = {article.id: article.label for article in merged.review.articles}
    for number, item in enumerate(found, 1):
        yield from ("", f"{number}. {'no majority' if item.choice is None else 'by majority ' + item.choice}")
        for side in (item.left, item.right):
            yield from _folded(f"{shortened(labels[side.article], _NAME)}: {one_line(side.text)}", "   ")
        yield from (
            line
            for vote in item.votes
            for line in _folded(one_line(said(vote)) + (", peeked" if vote.peeked else ""), "   - ")
        )


def _folded(text: str, first: str) -> list[str]:
    width = min(max(shutil.get_terminal_size().columns, _WIDTH[0]), _WIDTH[1])
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=" " * (len(first) + 2))


def _measured(found: Alpha) -> dict[str, Any]:
    ends = [found.interval.low, found.interval.high] if found.interval else None
    return {
        "alpha": found.value,
        "interval": ends,
        "pairs": found.units,
        "decisions": found.values,
        "same": found.same,
        "why_none": found.why or None,
    }


def _item(merged: Merged, item: Item) -> dict[str, Any]:
    labels = {article.id: article.label for article in merged.review.articles}
    sides = {
        name: {"label": labels[side.article], **asdict(side)}
        for name, side in (("left", item.left), ("right", item.right))
    }
    votes = [vote_told(vote) for vote in item.votes]
    return {"link": item.link, **sides, "decision": item.choice, "disputed": item.choice is None, "votes": votes}
