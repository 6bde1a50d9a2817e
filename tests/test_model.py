from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from compare.model import (
    Article,
    Block,
    Claim,
    Comparison,
    Cue,
    Group,
    Link,
    Name,
    Overall,
    PairScore,
    Quantity,
    Span,
    Speech,
    When,
)
from tests.samples import comparison

AT = Span(0, 3)


def article(*blocks: Block) -> Article:
    return Article("a", "a.txt", "a", "A ship sank.", "", blocks)


def claim(text: str = "A ship", start: int = 0, **fields: object) -> Claim:
    return Claim("c", "a", start, start + len(text), text, **fields)  # type: ignore[arg-type]


def link(**fields: object) -> Link:
    whole = {"id": "l", "left": "x", "right": "y", "similarity": 0.5, "probability": 0.5} | fields
    return Link(**{"relation": "agree", "confidence": 0.5} | whole)  # type: ignore[arg-type]


def pair(**fields: object) -> PairScore:
    counts = dict.fromkeys(("agree", "differ", "conflict", "unsure", "framed", "judged", "worth"), 0)
    whole = {"left": "a", "right": "b", "claims_left": 10, "claims_right": 5, "linked_left": 4, "linked_right": 2}
    return PairScore(**counts | whole | fields)  # type: ignore[arg-type]


WRONG = {
    "an empty span": lambda: Span(3, 3),
    "a span that ends before it starts": lambda: Span(3, 2),
    "a span before the text": lambda: Span(-1, 2),
    "blocks that overlap": lambda: article(Block(Span(0, 5), "title"), Block(Span(4, 8), "paragraph")),
    "blocks out of order": lambda: article(Block(Span(5, 8), "title"), Block(Span(0, 3), "paragraph")),
    "a block beyond the text": lambda: article(Block(Span(0, 13), "paragraph")),
    "a quantity without a bound": lambda: Quantity(AT, None, None, "ship"),
    "a quantity upside down": lambda: Quantity(AT, 3, 2, "ship"),
    "days out of order": lambda: When(AT, date(2026, 2, 2), date(2026, 2, 1)),
    "a claim without text": lambda: claim(""),
    "a claim longer than its text": lambda: Claim("c", "a", 0, 9, "A ship"),
    "a fact before its claim": lambda: claim(start=5, facts=(Cue(Span(4, 7), "hedge"),)),
    "a fact beyond its claim": lambda: claim(facts=(Cue(Span(3, 7), "hedge"),)),
    "a link of a claim to itself": lambda: link(left="x", right="x"),
    "a probability above one": lambda: link(probability=1.01),
    "a confidence below zero": lambda: link(confidence=-0.01),
}


@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG)
def test_a_value_that_cannot_be_is_never_made(make):
    with pytest.raises(ValueError, match=r"."):
        make()


def test_what_lies_at_the_edge_can_be():
    assert len(article(Block(Span(0, 6), "title"), Block(Span(6, 12), "paragraph")).blocks) == 2
    assert Quantity(AT, 3, 3, "").low == 3
    assert Quantity(AT, None, 0, "").high == 0
    assert When(AT, date(2026, 2, 1), date(2026, 2, 1)).first == date(2026, 2, 1)
    assert len(claim(facts=(Cue(Span(0, 6), "hedge"),)).facts) == 1
    assert link(probability=0, confidence=1).confidence == 1


def test_values_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        AT.start = 1  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim().text = "B"  # type: ignore[misc]


def test_a_span_counts_code_points_and_moves():
    text = "😀é ship"
    assert Span(3, 7).of(text) == "ship"
    assert Span(3, 7).shift(2) == Span(5, 9)
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 1)]) == [Span(0, 1), Span(0, 9), Span(2, 3)]


def test_a_claim_gives_its_facts_by_kind():
    two = Quantity(AT, 2, 2, "ship")
    day = When(AT, date(2026, 2, 1), date(2026, 2, 1))
    name, may, no = Name(AT, ("tarsk",)), Cue(AT, "hedge"), Cue(AT, "negation")
    made = claim(facts=(two, day, name, may, no, Speech(AT, None)))
    assert (made.quantities(), made.whens(), made.names()) == ([two], [day], [name])
    assert made.cues("hedge") == [may]
    assert made.cues("negation", "hedge") == [may, no]
    assert made.cues() == []
    assert made.span == Span(0, 6)


def test_a_link_knows_its_other_end():
    assert (link().other("x"), link().other("y")) == ("y", "x")


def test_ratios_come_from_counts():
    score = pair(agree=2, differ=1, conflict=1, unsure=1, framed=1, judged=4, worth=2.5)
    assert score.links == 5
    assert score.overlap == pytest.approx(6 / 15)
    assert score.agreement == pytest.approx(0.625)
    assert score.divergence == pytest.approx(1 - 6 / 15 * 0.625)
    assert (score.conflict_rate, score.framing) == (0.2, 0.2)
    assert score.omission_left == pytest.approx(1 - 2 / 5)
    assert score.omission_right == pytest.approx(1 - 4 / 10)


def test_without_links_a_ratio_is_unknown_and_nothing_is_shared():
    score = pair(linked_left=0, linked_right=0)
    assert (score.agreement, score.conflict_rate, score.framing) == (None, None, None)
    assert (score.overlap, score.divergence) == (0, 1)


def test_corroboration_is_a_share_of_the_groups():
    assert Overall(3, 3, 6, 4, 1, 2, 0, 1, 0).corroboration == 0.25


def test_a_comparison_finds_its_articles_and_claims():
    made = comparison()
    first = made.claims[0]
    assert made.claim(first.id) is first
    assert made.article(first.article).label == "wire"
    with pytest.raises(KeyError):
        made.claim("nobody")


def changed(**fields: object) -> Comparison:
    return dataclasses.replace(comparison(), **fields)


def test_a_comparison_holds_only_verbatim_claims():
    first, *rest = comparison().claims
    moved = dataclasses.replace(first, start=first.start - 1, end=first.end - 1, facts=())
    with pytest.raises(ValueError, match="not verbatim"):
        changed(claims=(moved, *rest))


def test_a_comparison_links_no_article_to_itself():
    whole = comparison()
    first, second = [made for made in whole.claims if made.article == whole.articles[0].id]
    inside = dataclasses.replace(whole.links[0], left=first.id, right=second.id)
    with pytest.raises(ValueError, match="within one article"):
        changed(links=(inside,))


def test_a_group_is_a_plain_value():
    assert Group("g", ("c",), "unsure", 1, ()) == Group("g", ("c",), "unsure", 1, ())
