"""Files of decisions about the comparison of tests/samples.py, as a page exports them."""

from __future__ import annotations

import json
from typing import Any

from compare.model import Comparison
from compare.review.decisions import Review, loads
from tests import samples

COMPARISON = samples.comparison()
DEAD, OPENED, NINE, IGNORED, FOURTEEN, MAY = COMPARISON.claims
LINKS = {frozenset((link.left, link.right)): link.id for link in COMPARISON.links}


def side(claim: Any) -> dict[str, Any]:
    return {"claim": claim.id, "article": claim.article, "start": claim.start, "end": claim.end, "text": claim.text}


def decision(left: Any, right: Any, said: str, *aspects: str, **fields: Any) -> dict[str, Any]:
    link = LINKS.get(frozenset((left.id, right.id)))
    return {
        "link": link,
        "left": side(left),
        "right": side(right),
        "decision": said,
        "aspects": list(aspects),
        "comment": "",
        "peeked": False,
        "added": link is None,
        "time": "2026-02-16T10:30:00.000Z",
        **fields,
    }


def exported(reviewer: str, *decisions: dict[str, Any], comparison: Comparison = COMPARISON, **fields: Any) -> bytes:
    articles = [{"id": one.id, "sha256": one.sha256, "label": one.label} for one in comparison.articles]
    document = {
        "format": 1,
        "kind": "compare decisions",
        "reviewer": reviewer,
        "made": "2026-02-16T11:00:00Z",
        "signature": dict(comparison.signature),
        "articles": articles,
        "decisions": list(decisions),
        "unmatched": [],
        **fields,
    }
    return json.dumps(document).encode()


def reviewed(reviewer: str, *decisions: dict[str, Any], **fields: Any) -> Review:
    return loads(exported(reviewer, *decisions, **fields))
