"""A comparison as pandas frames: flat, typed, ready to group and join. pandas is loaded here, and only when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, get_args

from compare.model import RELATIONS, STANDINGS, ClaimKind, Comparison, Interval, SkipReason
from reports.figures import RATIOS, ratio
from reports.flat import Homes, joined, reasons

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]

_CATEGORIES: dict[str, tuple[str, ...]] = {
    "relation": RELATIONS,
    "standing": STANDINGS,
    "claim kind": get_args(ClaimKind),
    "skip reason": get_args(SkipReason),
}
_COUNTS = (
    *("claims_left", "claims_right", "linked_left", "linked_right"),
    *("links", "agree", "differ", "conflict", "unsure", "framed", "judged"),
)
_INTERVALS = ("overlap", "agreement", "divergence")
_ENDS = tuple(f"{name}_{end}" for name in _INTERVALS for end in ("low", "high"))

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        **dict.fromkeys(("id", "label", "path", "outlet", "title", "author"), "text"),
        "published": "day",
        **dict.fromkeys(("language", "url", "encoding", "origin", "sha256"), "text"),
        **dict.fromkeys(("characters", "claims", "skipped"), "count"),
        "text": "text",
    },
    "claims": {
        **dict.fromkeys(("id", "article", "label"), "text"),
        **dict.fromkeys(("start", "end"), "count"),
        "text": "text",
        "kind": "claim kind",
        "speaker": "text",
        **dict.fromkeys(("quantities", "dates", "names", "links"), "count"),
        "group": "text",
        "standing": "standing",
    },
    "links": {
        **dict.fromkeys(("id", "group", "left", "left_label", "left_text"), "text"),
        **dict.fromkeys(("right", "right_label", "right_text"), "text"),
        "relation": "relation",
        **dict.fromkeys(("confidence", "similarity", "probability"), "number"),
        **dict.fromkeys(("aspects", "reasons"), "text"),
    },
    "groups": {
        "id": "text",
        "standing": "standing",
        **dict.fromkeys(("origins", "articles", "claims"), "count"),
        **dict.fromkeys(("labels", "missing_from", "claim_ids"), "text"),
    },
    "pairs": {
        **dict.fromkeys(("left", "right", "left_label", "right_label"), "text"),
        **dict.fromkeys(_COUNTS, "count"),
        **dict.fromkeys(("worth", *RATIOS, *_ENDS), "number"),
    },
    "skipped": {
        **dict.fromkeys(("article", "label"), "text"),
        **dict.fromkeys(("start", "end"), "count"),
        "text": "text",
        "reason": "skip reason",
    },
}
"""The columns of every frame and what they hold: text, count, number, day, or one of a fixed set of words."""


def to_frames(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Frames by name: articles, claims, links, groups, pairs, skipped. A frame without rows keeps its columns."""
    return {name: _frame(COLUMNS[name], list(rows(comparison))) for name, rows in _ROWS.items()}


def _frame(columns: dict[str, str], rows: list[Row]) -> pd.DataFrame:
    import pandas as pd

    series = {name: [row[name] for row in rows] for name in columns}
    return pd.DataFrame({name: pd.Series(series[name], dtype=_type(what)) for name, what in columns.items()})


def _type(what: str) -> Any:
    import pandas as pd

    if what in _CATEGORIES:
        return pd.CategoricalDtype(list(_CATEGORIES[what]))
    if what == "text":
        # Not the Arrow kind: it needs pyarrow, and refuses half a surrogate pair.
        return pd.StringDtype("python")
    return {"count": pd.Int64Dtype(), "number": pd.Float64Dtype(), "day": "datetime64[s]"}[what]


def _articles(comparison: Comparison) -> Iterator[Row]:
    for article in comparison.articles:
        yield {
            **{name: getattr(article, name, None) for name in COLUMNS["articles"]},
            "characters": len(article.text),
            "claims": sum(claim.article == article.id for claim in comparison.claims),
            "skipped": sum(skip.article == article.id for skip in comparison.skipped),
        }


def _claims(comparison: Comparison) -> Iterator[Row]:
    homes = Homes(comparison)
    links = Counter(end for link in comparison.links for end in (link.left, link.right))
    for claim in comparison.claims:
        yield {
            **{name: getattr(claim, name, None) for name in COLUMNS["claims"]},
            "label": homes.label(claim.id),
            "quantities": len(claim.quantities()),
            "dates": len(claim.whens()),
            "names": len(claim.names()),
            "links": links[claim.id],
            "group": homes.group(claim.id) or None,
            "standing": homes.standing(claim.id),
        }


def _links(comparison: Comparison) -> Iterator[Row]:
    homes = Homes(comparison)
    for link in comparison.links:
        yield {
            **{name: getattr(link, name, None) for name in COLUMNS["links"]},
            "group": homes.groups(link) or None,
            "left_label": homes.label(link.left),
            "left_text": comparison.claim(link.left).text,
            "right_label": homes.label(link.right),
            "right_text": comparison.claim(link.right).text,
            "aspects": joined(link.aspects),
            "reasons": reasons(link),
        }


def _groups(comparison: Comparison) -> Iterator[Row]:
    for group in comparison.groups:
        tellers = {comparison.claim(id).article for id in group.claims}
        yield {
            "id": group.id,
            "standing": group.standing,
            "origins": group.origins,
            "articles": len(tellers),
            "claims": len(group.claims),
            "labels": _labels(comparison, tellers),
            "missing_from": _labels(comparison, set(group.missing_from)),
            "claim_ids": joined(group.claims),
        }


def _labels(comparison: Comparison, articles: set[str]) -> str:
    return joined(article.label for article in comparison.articles if article.id in articles)


def _pairs(comparison: Comparison) -> Iterator[Row]:
    for pair in comparison.scores.pairs:
        ends = (getattr(pair, f"{name}_interval") for name in _INTERVALS)
        yield {
            **{name: getattr(pair, name) for name in ("left", "right", *_COUNTS, "worth")},
            "left_label": comparison.article(pair.left).label,
            "right_label": comparison.article(pair.right).label,
            **{name: ratio(pair, name) for name in RATIOS},
            **dict(zip(_ENDS, (value for interval in ends for value in _ends(interval)), strict=True)),
        }


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if interval else (None, None)


def _skipped(comparison: Comparison) -> Iterator[Row]:
    for skip in comparison.skipped:
        article = comparison.article(skip.article)
        yield {
            "article": article.id,
            "label": article.label,
            "start": skip.span.start,
            "end": skip.span.end,
            "text": skip.span.of(article.text),
            "reason": skip.reason,
        }


_ROWS: dict[str, Callable[[Comparison], Iterator[Row]]] = {
    "articles": _articles,
    "claims": _claims,
    "links": _links,
    "groups": _groups,
    "pairs": _pairs,
    "skipped": _skipped,
}
