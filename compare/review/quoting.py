"""A claim -> the words that stand for it in gold: verbatim, and only once in the article."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from compare.model import Claim, Span

_MOST_WORDS = 6
"""That are quoted beside a claim to tell it from the same words elsewhere."""


def quoted(text: str, span: Span, claims: Sequence[Claim]) -> str | None:
    """The words at that place, with a few beside them where they alone stand more than once.

    None where that does not tell them apart, or would quote another claim of the article too.
    """
    meant = _meant(span, claims)
    for words in range(_MOST_WORDS + 1):
        for wider in (_after(text, span, words), _before(text, span, words)):
            quote = wider.of(text)
            if _stands_once(text, quote) and _meant(wider, claims) == meant:
                return quote
    return None


def _stands_once(text: str, quote: str) -> bool:
    return text.find(quote, text.find(quote) + 1) < 0


def _meant(span: Span, claims: Sequence[Claim]) -> Collection[str]:
    """The claims that the reader of gold takes a quote for: half of the shorter one is in both."""
    return {claim.id for claim in claims if _half_shared(claim.span, span)}


def _half_shared(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start)


def _after(text: str, span: Span, words: int) -> Span:
    rest = text[span.end :].split(None, words) if words else []
    tail = rest[words] if len(rest) > words else ""
    return Span(span.start, len(text[: len(text) - len(tail)].rstrip())) if words else span


def _before(text: str, span: Span, words: int) -> Span:
    rest = text[: span.start].rsplit(None, words) if words else []
    head = rest[0] if len(rest) > words else ""
    return Span(len(text) - len(text[len(head) :].lstrip()), span.end) if words else span
