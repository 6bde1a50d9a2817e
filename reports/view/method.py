"""How a comparison was made: its signature, its scores, what it skipped, what it cannot know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compare.model import Comparison
from reports import words
from reports.safe import one_line
from reports.view.index import Index
from reports.view.passages import shown
from reports.view.values import Method, Omitted, Setting


def method(comparison: Comparison, index: Index) -> Method:
    """The last section."""
    return Method(
        signature=tuple(_settings(comparison.signature)),
        definitions=words.DEFINITIONS,
        skipped=tuple(_skipped(comparison, index)),
        notes=tuple(_notes(comparison, index)),
        limits=words.LIMITS,
    )


def _settings(signature: Mapping[str, Any], parent: str = "") -> Iterator[Setting]:
    for name, value in signature.items():
        full = f"{parent}{name}"
        if isinstance(value, Mapping):
            yield from _settings(value, f"{full}: ")
        else:
            yield Setting(one_line(words.setting(full)), one_line(_written(value)))


def _written(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _skipped(comparison: Comparison, index: Index) -> Iterator[Omitted]:
    order = {article.id: place for place, article in enumerate(comparison.articles)}
    for skip in sorted(comparison.skipped, key=lambda skip: (order[skip.article], skip.span)):
        text = skip.span.of(comparison.article(skip.article).text)
        yield Omitted(index.labels[skip.article], shown(text), words.SKIPPED[skip.reason])


def _notes(comparison: Comparison, index: Index) -> Iterator[str]:
    yield from (one_line(note) for note in comparison.notes)
    for article in comparison.articles:
        yield from (f"{index.labels[article.id]}: {one_line(note)}" for note in article.notes)
