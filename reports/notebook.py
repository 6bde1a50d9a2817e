"""Comparison -> a short HTML summary for a notebook's cell."""

from __future__ import annotations

from compare.model import Comparison
from reports.html import environment
from reports.view import page


def summary(comparison: Comparison) -> str:
    """The scores of every pair, the counts and the three sharpest conflicts, all escaped."""
    return environment().get_template("notebook.html.j2").render(page=page(comparison))
