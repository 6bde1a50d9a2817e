"""Comparisons drawn at random: every kind of fact, every optional field, and text that no editor would let through."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any, get_args

from hypothesis import strategies as st

from compare.model import (
    ASPECTS,
    RELATIONS,
    STANDINGS,
    Article,
    Block,
    BlockKind,
    Bound,
    Certainty,
    Claim,
    ClaimKind,
    Comparison,
    Cue,
    CueKind,
    Evidence,
    Group,
    Interval,
    Link,
    Manner,
    Mention,
    Name,
    NameSort,
    Naming,
    NamingSort,
    Overall,
    PairScore,
    Quantity,
    QuantitySense,
    Reason,
    Scores,
    Skipped,
    SkipReason,
    Span,
    Speech,
    Tie,
    When,
)

NASTY = "=+-@\t\r\n\x00\x1b[31m|`*_<>&\"';,\\#$~\u202e\u2066\u2028\ud800\udfff\ufeff😀é中0a "
_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

words = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=12).filter(
    lambda text: not _SPLIT_PAIR.search(text)
)
some_words = words.filter(bool)
maybe_words = st.none() | words
floats = st.floats(allow_nan=False, allow_infinity=False)
shares = st.floats(0, 1)
counts = st.integers(0, 9)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | floats | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def spans(draw: st.DrawFn, start: int, end: int) -> Span:
    first = draw(st.integers(start, end - 1))
    return Span(first, draw(st.integers(first + 1, end)))


@st.composite
def facts(draw: st.DrawFn, start: int, end: int) -> Any:
    span = draw(spans(start, end))
    low, high = sorted((draw(floats), draw(floats)))
    first, last = sorted((draw(st.dates()), draw(st.dates())))
    return draw(
        st.sampled_from(
            [
                Quantity(span, low, high, draw(words), draw(st.booleans())),
                Quantity(
                    span, None, high, draw(words), False, draw(one_of(QuantitySense)), draw(words), draw(words), low
                ),
                Quantity(span, low, None, ""),
                When(span, first, last),
                When(span, None, None, 0, 1, 2, 3, 4, draw(st.none() | st.integers(-720, 840)), draw(one_of(Bound))),
                Name(span, tuple(draw(st.lists(words, max_size=2)))),
                Name(span, (), draw(one_of(NameSort)), draw(words), draw(maybe_words)),
                Cue(span, draw(one_of(CueKind)), draw(st.none() | spans(start, end))),
                Speech(span, draw(maybe_words)),
                Speech(
                    span, None, span, span, tuple(draw(st.lists(spans(start, end), max_size=2))), draw(one_of(Manner))
                ),
            ]
        )
    )


@st.composite
def articles(draw: st.DrawFn, number: int) -> Article:
    paragraphs = draw(st.lists(some_words, min_size=1, max_size=3))
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), draw(one_of(BlockKind))))
        start += len(paragraph) + 2
    published: date | None = draw(st.none() | st.dates())
    return Article(
        f"article-{number}",
        draw(words),
        f"{number}{draw(words)}",
        "\n\n".join(paragraphs),
        "0" * 64,
        tuple(blocks),
        *(draw(words), draw(maybe_words), draw(maybe_words), draw(maybe_words)),
        *(published, draw(maybe_words), draw(maybe_words), draw(words)),
        tuple(draw(st.lists(words, max_size=1))),
    )


@st.composite
def claims(draw: st.DrawFn, article: Article) -> list[Claim]:
    return [
        Claim(
            f"{article.id}-{number}",
            article.id,
            block.span.start,
            block.span.end,
            block.span.of(article.text),
            draw(one_of(ClaimKind)),
            draw(maybe_words),
            draw(one_of(Certainty)),
            *(draw(st.none() | spans(0, block.span.end)) for _ in ("lead", "sentence")),
            tuple(draw(st.lists(facts(block.span.start, block.span.end), max_size=1))),
        )
        for number, block in enumerate(article.blocks)
    ]


@st.composite
def links(draw: st.DrawFn, number: int, left: Claim, right: Claim) -> Link:
    reasons = [
        Reason(draw(words), draw(words), draw(floats), left.span, draw(st.none() | spans(right.start, right.end))),
        Reason(draw(words), draw(words), draw(floats)),
    ]
    return Link(
        f"link-{number}",
        left.id,
        right.id,
        draw(st.floats(-1, 1)),
        draw(shares),
        draw(st.sampled_from(RELATIONS)),
        draw(shares),
        tuple(draw(st.lists(st.sampled_from(ASPECTS), max_size=2, unique=True))),
        (Evidence(draw(words), draw(floats), draw(floats)),),
        tuple(reasons[: draw(st.integers(0, 2))]),
    )


@st.composite
def namings(draw: st.DrawFn, number: int, claim: Claim) -> Naming:
    mention = Mention(claim.id, draw(words), draw(spans(claim.start, claim.end)))
    ties = tuple(draw(st.lists(st.builds(Tie, words, words, words), max_size=1)))
    return Naming(f"naming-{number}", draw(one_of(NamingSort)), draw(words), (mention,), ties)


@st.composite
def pair_scores(draw: st.DrawFn, left: str, right: str) -> PairScore:
    claims = draw(counts), draw(counts)
    linked = [draw(st.integers(0, number)) for number in claims]
    relations = [draw(counts) for _ in RELATIONS]
    framed, judged = draw(st.integers(0, sum(relations))), draw(st.integers(0, sum(linked)))
    worth = draw(st.floats(0, judged))
    intervals = [draw(st.none() | st.builds(Interval, shares, shares)) for _ in range(3)]
    return PairScore(left, right, *claims, *linked, *relations, framed, judged, worth, *intervals)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    sources = [draw(articles(number)) for number in range(draw(st.integers(0, 3)))]
    told = [draw(claims(article)) for article in sources]
    neighbours = [pair for left, right in pairwise(told) for pair in zip(left, right, strict=False)]
    linked = [draw(links(number, left, right)) for number, (left, right) in enumerate(neighbours)]
    every = [claim for own in told for claim in own]
    ids = [article.id for article in sources]
    groups = [
        Group(f"group-{claim.id}", (claim.id,), draw(st.sampled_from(STANDINGS)), draw(counts), tuple(ids[1:]))
        for claim in every
    ]
    skipped = [Skipped(article.id, draw(spans(0, len(article.text))), draw(one_of(SkipReason))) for article in sources]
    pairs = [draw(pair_scores(left, right)) for left, right in pairwise(ids)]
    standings = [draw(counts) for _ in STANDINGS]
    overall = Overall(len(ids), draw(counts), len(every), sum(standings), *standings)
    return Comparison(
        draw(st.dictionaries(words, json_values, max_size=2)),
        *(tuple(sources), tuple(every), tuple(linked), tuple(groups), tuple(skipped)),
        Scores(tuple(pairs), overall),
        tuple(draw(st.lists(words, max_size=2))),
        tuple(draw(namings(number, claim)) for number, claim in enumerate(every)),
    )


EMPTY = Comparison({}, (), (), (), (), (), Scores((), Overall(0, 0, 0, 0, 0, 0, 0, 0, 0)))
