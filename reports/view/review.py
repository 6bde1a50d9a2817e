"""Review: the links in reading order, and where their claims stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from compare.model import ASPECTS, Claim, Comparison, Link
from reports import words
from reports.figures import percent
from reports.view.index import Index
from reports.view.values import Choice, Reading, Review

CHOICES = (
    Choice("a", "agree", "both say the same; one may be more exact", words.GLYPHS["agree"]),
    Choice("d", "differ", "the facts fit, but they are told in another way", words.GLYPHS["differ"]),
    Choice("c", "conflict", "as told, both cannot be true", words.GLYPHS["conflict"]),
    Choice("n", "not a link", "the two speak of different things", "∅"),
    Choice("u", "unsure", "it cannot be told from these words", words.GLYPHS["unsure"]),
)
"""Every decision with its key."""

KEYS = (
    (("1", "9"), "tick what they differ in"),
    (("m",), "write a comment"),
    (("Space", "Enter"), "next link without a decision"),
    (("j", "→"), "next link"),
    (("k", "←"), "previous link"),
    (("g",), "go to a number"),
    (("l",), "add a link of your own"),
    (("v",), "show what the machine says"),
    (("z",), "undo"),
    (("y", "Shift z"), "redo"),
    (("?",), "these keys"),
    (("Esc",), "close, or leave the review"),
)


def review(comparison: Comparison, index: Index, readings: Iterable[Reading]) -> Review:
    """All that the script needs and the page does not show elsewhere."""
    return Review(CHOICES, ASPECTS, KEYS, _data(comparison, index, _printed(readings)))


def _data(comparison: Comparison, index: Index, printed: dict[str, str]) -> dict[str, Any]:
    claims = list(index.in_order(claim.id for claim in comparison.claims))
    number = {claim.id: at for at, claim in enumerate(claims)}
    column = {article.id: at for at, article in enumerate(comparison.articles)}
    links = sorted(comparison.links, key=lambda link: (number[link.left], number[link.right], link.id))
    verdicts = list(dict.fromkeys(map(_verdict, links)))
    return {
        "signature": dict(comparison.signature),
        "articles": [[article.id, article.sha256, index.labels[article.id]] for article in comparison.articles],
        "claims": [_claim(claim, column[claim.article], printed) for claim in claims],
        "verdicts": verdicts,
        "links": [
            [link.id, number[link.left], number[link.right], verdicts.index(_verdict(link)), _sure(link)]
            for link in links
        ],
    }


def _claim(claim: Claim, column: int, printed: dict[str, str]) -> list[Any]:
    """Id, article, place; and its words where the annotated article does not print them letter by letter."""
    place = [claim.id, column, claim.start, claim.end]
    return place if printed.get(claim.id) == claim.text else [*place, claim.text]


def _verdict(link: Link) -> tuple[str, str, str, tuple[str, ...]]:
    return link.relation, words.called(link), words.meaning(link), tuple(link.aspects)


def _sure(link: Link) -> str:
    return percent(link.confidence).removesuffix(" %")


def _printed(readings: Iterable[Reading]) -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for id, text in _stretches(readings):
        found[id] += text
    return found


def _stretches(readings: Iterable[Reading]) -> Iterator[tuple[str, str]]:
    for reading in readings:
        for paragraph in reading.paragraphs:
            yield from ((part.claim.claim, part.text) for part in paragraph.stretches if part.claim)
