"""Where an item is found in the report of its set: the rows of the grid that its two passages stand in."""

from __future__ import annotations

from pathlib import PurePath

from compare.check.goldset import Passage, claims_for
from compare.check.outcome import Item
from compare.model import Comparison


def rows(item: Item, comparison: Comparison) -> tuple[str, str]:
    """The id of the group of each passage, one and the same where both stand in it; "" for one that no row has."""
    left, right = (_groups(passage, comparison) for passage in (item.left, item.right))
    shared = next((group for group in left if group in right), "")
    return shared or next(iter(left), ""), shared or next(iter(right), "")


def _groups(passage: Passage, comparison: Comparison) -> list[str]:
    group_of = {claim: group.id for group in comparison.groups for claim in group.claims}
    named = (article for article in comparison.articles if PurePath(article.path).name == passage.article)
    holding = (article for article in named if passage.quote in article.text)  # one of an old baseline may be gone
    claims = (claim for article in holding for claim in claims_for(passage, article, comparison.claims))
    return [group_of[claim.id] for claim in claims if claim.id in group_of]
