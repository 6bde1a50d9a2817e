"""The kinds of edit after which a sentence says the same."""

from __future__ import annotations

from benchmarks.editing import clauses, dates, figures, wordings
from benchmarks.editing.edit import Kind, Maker


def _kind(name: str, make: Maker) -> Kind:
    return Kind(name, "harmless", "agree", frozenset(), make)


KINDS = (
    _kind("figures to words", figures.in_words),
    _kind("words to figures", figures.in_figures),
    _kind("hyphenated number", figures.hyphenated),
    _kind("per cent written otherwise", figures.per_cent),
    _kind("unit converted", figures.unit),
    _kind("duration in another unit", figures.duration),
    _kind("rounded, about", figures.about),
    _kind("rounded, more than", figures.more_than),
    _kind("millions written out", figures.magnitude),
    _kind("fraction to per cent", figures.share),
    _kind("order of day and month", dates.order),
    _kind("date, other form", dates.ordinal),
    _kind("weekday to date", dates.weekday),
    _kind("hour, other form", dates.hour),
    _kind("synonym", wordings.synonym),
    _kind("contraction", wordings.contraction),
    _kind("attribution put in", wordings.attribution_in),
    _kind("attribution taken out", wordings.attribution_out),
    _kind("another speaker", wordings.speaker),
    _kind("shorter name", wordings.surname),
    _kind("adverbial moved", clauses.adverbial),
    _kind("passive", clauses.passive),
    _kind("apposition dropped", clauses.apposition),
    _kind("clause dropped", clauses.clause_out),
)
