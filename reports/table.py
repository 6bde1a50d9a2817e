"""The links as CSV (RFC 4180): a row a link, and a row for every claim that no link touches, so that nothing vanishes.

A spreadsheet runs a cell that begins with "=" and some other signs as a formula. Source text is untrusted, so
such a cell gets an apostrophe in front (OWASP, "CSV Injection"). Numbers are written bare, text always quoted.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from compare.model import Claim, Comparison, Link
from reports.flat import Homes, joined, reasons
from reports.safe import encodable

COLUMNS = (
    "group",
    "relation",
    "confidence",
    "aspects",
    "left",
    "left_text",
    "right",
    "right_text",
    "similarity",
    "probability",
    "reasons",
    "link",
)
_UNLINKED = "single source"
_RISKY = re.compile("[=+\\-@\t\r\n＝＋－＠]")

Cell = str | float | None


def render(comparison: Comparison) -> str:
    """The table, with a header, in the order of the groups; lines end in CR LF."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in _rows(comparison))
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = encodable(cell)
    return f"'{text}" if _RISKY.match(text) else text


def _rows(comparison: Comparison) -> Iterator[list[Cell]]:
    homes = Homes(comparison)
    place = {group.id: number for number, group in enumerate(comparison.groups)}
    rows = [_linked(comparison, homes, link) for link in comparison.links]
    rows += [_alone(homes, claim) for claim in homes.unlinked()]
    yield from sorted(rows, key=lambda row: place.get(str(row[0]).partition(";")[0], len(place)))


def _linked(comparison: Comparison, homes: Homes, link: Link) -> list[Cell]:
    return [
        homes.groups(link),
        link.relation,
        link.confidence,
        joined(link.aspects),
        homes.label(link.left),
        comparison.claim(link.left).text,
        homes.label(link.right),
        comparison.claim(link.right).text,
        link.similarity,
        link.probability,
        reasons(link),
        link.id,
    ]


def _alone(homes: Homes, claim: Claim) -> list[Cell]:
    nothing: list[Cell] = [None] * 6
    return [homes.group(claim.id), _UNLINKED, None, None, homes.label(claim.id), claim.text, *nothing]
