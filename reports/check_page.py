"""The page of `compare check`: every set beside what was asked of it, what changed, and what the engine got wrong."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reports import lean
from reports.checked import FIGURES, MISSES, Check
from reports.html import environment, policy, style

STYLES = ("base", "masthead", "sections", "tables", "chips", "overview", "method", "phone", "paper", "check")
"""Files of templates/style, in the order of the cascade."""

IN_TABLE = (
    "links.f1",
    "relations.macro_f1",
    "end_to_end.macro_f1",
    "aspects.f1",
    "standing.accuracy",
    "origins.accuracy",
)
"""Metrics that the table of sets has a column for."""


def render(check: Check) -> str:
    """The whole page; the same check gives the same bytes."""
    styled = style(STYLES)
    values = {
        "check": check,
        "columns": IN_TABLE,
        "names": FIGURES,
        "kinds": MISSES,
        "policy": policy(styled),
        # Our own file, which must reach the browser byte by byte: the policy holds its hash.
        "style": Markup(styled),  # noqa: S704
    }
    return lean.markup(environment().get_template("check.html.j2").render(values))


def file_names(names: Sequence[str]) -> list[str]:
    """A file for the report of each set, of letters that are safe in every address, no two alike."""
    taken = {"index"}
    return [f"{_free(name, taken)}.html" for name in names]


def _free(name: str, taken: set[str]) -> str:
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "-_") else "-" for char in name)
    stem = plain.strip("-")[:60] or "set"
    tries = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    found = next(one for one in tries if one.lower() not in taken)
    taken.add(found.lower())
    return found
