"""How heavy the page is, for as few and as many articles as people compare."""

from __future__ import annotations

import pytest

from benchmarks.crowd import crowd
from compare.model import Comparison
from reports.html import render
from reports.view import page

KILO, MEGA = 1_000, 1_000_000


@pytest.fixture(scope="module")
def twenty() -> Comparison:
    return crowd(articles=20, claims=60, links=6000)


@pytest.fixture(scope="module")
def twenty_page(twenty: Comparison) -> str:
    return render(twenty)


def test_three_articles_stay_under_400_kilobytes():
    assert len(render(crowd(articles=3, claims=30, links=60)).encode()) < 400 * KILO


def test_twenty_articles_stay_under_four_megabytes(twenty_page: str):
    assert len(twenty_page.encode()) < 4 * MEGA


def test_of_three_articles_every_link_is_told_step_by_step():
    assert not any(row.more for row in page(crowd(articles=3, claims=30, links=60)).rows)


def test_of_twenty_articles_every_row_tells_all_its_links_and_explains_the_sharpest(twenty: Comparison):
    groups = {group.id: set(group.claims) for group in twenty.groups}
    for row in page(twenty).rows:
        own = [link for link in twenty.links if {link.left, link.right} & groups[row.id]]
        assert len(row.bonds) + row.other_links == len(own)
        assert bool(row.bonds) == bool(own)


def test_of_twenty_articles_every_claim_can_be_read(twenty: Comparison, twenty_page: str):
    assert len(twenty.claims) == 1200
    assert all(f"id=c-{claim.id}" in twenty_page for claim in twenty.claims)
