"""Puts the claims of several news articles on one event side by side.

>>> from compare import compare_articles
>>> comparison = compare_articles(["wire.txt", "state.txt", "exile.txt"])  # doctest: +SKIP

Loading this package is cheap: each name below is looked up when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.errors import CompareError
    from compare.ingest import from_text
    from compare.model import Article, Claim, Comparison, Group, Link
    from compare.pipeline import compare_articles
    from compare.settings import Settings

_HOMES = {
    "Article": "compare.model",
    "Claim": "compare.model",
    "CompareError": "compare.errors",
    "Comparison": "compare.model",
    "Group": "compare.model",
    "Link": "compare.model",
    "Settings": "compare.settings",
    "compare_articles": "compare.pipeline",
    "from_text": "compare.ingest",
}

__all__ = [
    "Article",
    "Claim",
    "CompareError",
    "Comparison",
    "Group",
    "Link",
    "Settings",
    "compare_articles",
    "from_text",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
