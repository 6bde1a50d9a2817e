"""Comparison -> Page: what the report shows, in which order and in which words. No mark-up is made here."""

from __future__ import annotations

from compare.model import Comparison
from reports.view import (
    annotated,
    bonds,
    figures,
    framings,
    grid,
    left_out,
    method,
    namings,
    overview,
    review,
    timeline,
    voices,
)
from reports.view.bonds import sharpest
from reports.view.index import Index
from reports.view.values import Page

__all__ = ["Page", "page", "sharpest"]

_CLASHES = 3


def page(comparison: Comparison) -> Page:
    """The whole report as values."""
    index = Index(comparison)
    pairs = tuple(overview.pairs(comparison, index))
    readings = tuple(annotated.readings(index))
    return Page(
        title=overview.title(comparison),
        lead=tuple(overview.lead(comparison, index)),
        details=overview.details(comparison),
        sources=tuple(overview.sources(comparison, index)),
        unknown=overview.unknown(comparison),
        matrix=overview.matrix(comparison, pairs),
        pairs=pairs,
        counts=tuple(overview.counts(comparison.scores.overall)),
        bars=tuple(overview.bars(comparison, index)),
        sharpest=tuple(bonds.clash(index, link) for link in sharpest(comparison, _CLASHES)),
        rows=tuple(grid.rows(comparison, index)),
        readings=readings,
        figures=tuple(figures.charts(comparison, index)),
        timeline=tuple(timeline.days(comparison, index)),
        namings=tuple(namings.named(comparison, index)),
        framings=tuple(framings.framings(comparison, index)),
        voices=tuple(voices.speakers(comparison, index)),
        own_voices=tuple(voices.own_voices(comparison, index)),
        retold=tuple(voices.retold(comparison, index)),
        left_out=tuple(left_out.left_out(comparison, index)),
        left_out_rule=left_out.rule(comparison),
        method=method.method(comparison, index),
        review=review.review(comparison, index, readings),
    )
