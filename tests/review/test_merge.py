"""Several reviewers' files joined: what counts, what is said, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from compare.errors import InputError
from compare.review.decisions import Review, dumps, loads
from compare.review.merge import Merged, Named, measures, merged
from tests.review.made import DEAD, FOURTEEN, IGNORED, MAY, NINE, OPENED, decision, reviewed

ANA = reviewed(
    "Ana",
    decision(NINE, DEAD, "conflict", "quantity"),
    decision(FOURTEEN, DEAD, "agree"),
    decision(IGNORED, MAY, "conflict", "polarity", comment="plainly"),
)
BEN = reviewed(
    "Ben",
    decision(DEAD, NINE, "conflict", "quantity", "participant"),
    decision(FOURTEEN, DEAD, "not a link", peeked=True),
    decision(IGNORED, MAY, "unsure"),
    decision(OPENED, MAY, "differ"),
)
CLEO = reviewed("Cleo", decision(NINE, DEAD, "conflict"), decision(FOURTEEN, DEAD, "agree"))


def joined(*reviews: Review) -> Merged:
    return merged({f"{number}.json": review for number, review in enumerate(reviews)})


def choices(found: Merged) -> dict[frozenset[str], str | None]:
    return {item.key: item.choice for item in found.review.items}


def test_more_than_half_decide_and_else_it_is_disputed() -> None:
    found = choices(joined(ANA, BEN))
    assert found[frozenset((NINE.id, DEAD.id))] == "conflict"
    assert found[frozenset((FOURTEEN.id, DEAD.id))] is None
    assert found[frozenset((IGNORED.id, MAY.id))] is None  # one says conflict, the other cannot tell
    assert found[frozenset((OPENED.id, MAY.id))] == "differ"
    assert choices(joined(ANA, BEN, CLEO))[frozenset((FOURTEEN.id, DEAD.id))] == "agree"


def test_aspects_are_those_that_half_of_the_majority_name() -> None:
    by_two, by_three = joined(ANA, BEN), joined(ANA, BEN, CLEO)
    assert next(item.aspects for item in by_two.review.items if item.choice == "conflict") == (
        "quantity",
        "participant",
    )
    assert next(item.aspects for item in by_three.review.items if item.choice == "conflict") == ("quantity",)


def test_the_order_of_the_files_never_shows() -> None:
    reviews = {"a": ANA, "b": BEN, "c": CLEO}
    told = {dumps(merged({name: reviews[name] for name in order}).review) for order in permutations(reviews)}
    assert len(told) == 1


def test_a_merged_file_merges_on() -> None:
    halfway = loads(dumps(joined(ANA, BEN).review))
    assert joined(halfway, CLEO).review == joined(ANA, BEN, CLEO).review


def test_every_pair_on_which_they_differ_those_without_majority_first() -> None:
    found = joined(ANA, BEN, CLEO).differing
    assert [item.choice for item in found] == [None, "agree"]
    assert found[0].key == {IGNORED.id, MAY.id}
    assert [(vote.reviewer, vote.choice) for vote in found[1].votes] == [
        ("Ana", "agree"),
        ("Ben", "not a link"),
        ("Cleo", "agree"),
    ]


def test_who_did_how_much() -> None:
    found = joined(ANA, BEN)
    ben = found.tally("Ben")
    assert (ben.decided, ben.unsure, ben.peeked) == (3, 1, 1)
    assert found.decided_by_two == 2


def test_of_one_reviewer_the_later_decision_counts() -> None:
    later = reviewed(
        "Ana",
        decision(DEAD, NINE, "differ", time="2026-02-16T13:30:00+01:00"),
        decision(FOURTEEN, DEAD, "agree", time="2026-02-17T09:00:00Z"),
        decision(IGNORED, MAY, "agree", time="2026-02-16T11:00:00+01:00"),
    )
    for order in ((ANA, later), (later, ANA)):
        found = joined(*order)
        assert found.review.reviewers == ["Ana"]
        assert choices(found)[frozenset((NINE.id, DEAD.id))] == "differ"
        assert choices(found)[frozenset((IGNORED.id, MAY.id))] == "conflict"  # an hour earlier, by its zone
        assert found.replaced == {"Ana": 2}


def test_what_no_longer_matched_is_kept_apart() -> None:
    old = decision(NINE, DEAD, "agree")
    old["left"]["article"] = "gone"
    found = joined(reviewed("Ana", unmatched=[old]), reviewed("Ben", decision(NINE, DEAD, "conflict")))
    assert [item.choice for item in found.review.unmatched] == ["agree"]
    assert [item.choice for item in found.review.items] == ["conflict"]
    assert loads(dumps(found.review)) == found.review


def by_name(*reviews: Review) -> dict[str, float | None]:
    return {measure.name: measure.alpha.value for measure in measures(joined(*reviews).review)}


def test_alpha_by_hand() -> None:
    # Both decided two pairs: conflict twice, and agree against not a link.
    found = by_name(ANA, BEN)
    assert found["decision"] == pytest.approx(1 - 3 * 2 / (16 - 4 - 1 - 1))
    assert found["linked"] == pytest.approx(1 - 3 * 2 / (16 - 9 - 1))
    assert found["decision, with unsure"] == pytest.approx(1 - 5 * 4 / (36 - 9 - 1 - 1 - 1))


def test_alpha_that_is_not_defined_says_why() -> None:
    found = {measure.name: measure.alpha for measure in measures(joined(ANA, BEN).review)}
    assert found["relation"].value is None
    assert "all decisions are the same" in found["relation"].why
    assert found["decision, blind"].units == 1
    (single,) = {measure.alpha.why for measure in measures(ANA)}
    assert "decided by two reviewers" in single


def test_relation_is_of_pairs_that_all_call_linked() -> None:
    other = reviewed("Dan", decision(NINE, DEAD, "agree"), decision(FOURTEEN, DEAD, "agree"))
    (relation,) = [one.alpha for one in measures(joined(ANA, BEN, other).review) if one.name == "relation"]
    assert (relation.units, relation.values) == (1, 3)
    assert relation.value == pytest.approx(1 - 2 * 2 / (9 - 4 - 1))


def test_other_articles_are_refused_and_named() -> None:
    wire, state, union = ANA.articles
    other = replace(
        BEN, articles=(wire, replace(state, sha256="0" * 64), replace(union, id="other", label="Union Daily")), items=()
    )
    with pytest.raises(InputError) as error:
        merged({"ana.json": ANA, "ben.json": other})
    assert "not the articles that ana.json reviews" in str(error.value)
    assert "'state' has another text" in str(error.value)
    assert "'union' is called 'Union Daily'" in str(error.value)
    assert "ben.json" in str(error.value)


def test_an_article_more_or_less_is_named() -> None:
    fewer = replace(BEN, articles=BEN.articles[:2], items=())
    with pytest.raises(InputError, match="'union' is missing"):
        joined(ANA, fewer)
    with pytest.raises(InputError, match="'union' is new"):
        joined(fewer, ANA)


def test_articles_of_an_earlier_report_do_not_count_as_reviewed() -> None:
    old = decision(NINE, DEAD, "agree")
    old["left"]["article"] = "gone"
    gone = {"id": "gone", "sha256": "1" * 64, "label": "old state"}
    listed = [{"id": one.id, "sha256": one.sha256, "label": one.label} for one in BEN.articles]
    ana = reviewed("Ana", decision(IGNORED, MAY, "differ"), unmatched=[old], articles=[*listed, gone])
    for found in (joined(ana, BEN), joined(BEN, ana)):
        assert [article.label for article in found.review.articles] == ["old state", "state", "union", "wire"]
        assert [article.label for article in found.review.reviewed] == ["state", "union", "wire"]


def test_a_file_without_a_name_joins_nothing() -> None:
    nobody = reviewed("", decision(NINE, DEAD, "agree"))
    assert joined(nobody).review.items == nobody.items
    with pytest.raises(InputError, match=r"it does not say who reviewed \(1.json\)"):
        joined(ANA, nobody)


def test_one_claim_with_other_words_is_refused() -> None:
    item = BEN.items[0]
    other = replace(BEN, items=(replace(item, left=replace(item.left, text=item.left.text.upper())),))
    files: Named = {"ana.json": ANA, "ben.json": other}
    with pytest.raises(InputError, match=r"has other words or another place \(ben.json\)"):
        merged(files)


def test_reports_of_other_runs_are_counted() -> None:
    newer = reviewed("Ben", signature={"compare": "9"})
    assert joined(ANA, newer).runs == 2
    assert joined(ANA, BEN).runs == 1
