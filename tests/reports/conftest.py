"""A hostile comparison, and one real browser for all tests that look at the page."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from compare.model import (
    Article,
    Block,
    Claim,
    Comparison,
    Group,
    Link,
    Overall,
    PairScore,
    Reason,
    Scores,
    Span,
)
from reports.html import render
from tests.samples import comparison

HOSTILE = '"><img src=x onerror="window.broken=1"><script>alert(1)</script>'
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def made(texts: Mapping[str, Sequence[str]], **fields: object) -> Comparison:
    """Two articles whose paragraphs are their claims; claims of the same place are linked as conflicts."""
    articles = tuple(_article(label, paragraphs, fields) for label, paragraphs in texts.items())
    claims = [_claims(article) for article in articles]
    links = tuple(_conflict(a, b) for a, b in zip(*claims, strict=True))
    groups = tuple(Group(f"g{link.id}", tuple(sorted((link.left, link.right))), "contested", 2, ()) for link in links)
    number = len(links)
    pair = PairScore(
        articles[0].id, articles[1].id, number, number, number, number, 0, 0, number, 0, 0, 2 * number, 0.0
    )
    overall = Overall(2, 2, 2 * number, number, 0, number, 0, 0, 0)
    every = (*claims[0], *claims[1])
    return Comparison({}, articles, every, links, groups, (), Scores((pair,), overall), (HOSTILE,))


def _article(label: str, paragraphs: Sequence[str], fields: Mapping[str, object]) -> Article:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(paragraph) + 2 for paragraph in paragraphs[:number]) for number in range(len(paragraphs))]
    spans = [Span(start, start + len(paragraph)) for start, paragraph in zip(starts, paragraphs, strict=True)]
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    blocks = tuple(Block(span, "paragraph") for span in spans)
    return replace(Article(sha256[:12], f"{label}.txt", label, text, sha256, blocks), **fields)


def _claims(article: Article) -> list[Claim]:
    return [
        Claim(f"{article.id}{number}", article.id, block.span.start, block.span.end, block.span.of(article.text))
        for number, block in enumerate(article.blocks)
    ]


def _conflict(left: Claim, right: Claim) -> Link:
    reason = Reason("other quantity", HOSTILE, 1.0, Span(left.start, left.start + 3), Span(right.start, right.end))
    return Link(f"l{left.id}", left.id, right.id, 0.5, 0.9, "conflict", 0.9, ("quantity",), (), (reason,))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, the only thing that can say whether a page is safe and readable."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if not found and os.environ.get("CI"):
        pytest.fail("no Chromium found: install one, the page must be looked at in CI")
    if not found:
        pytest.skip("no Chromium found: the page was not looked at")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window of a reader's desk."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def read(context: BrowserContext, tmp_path: Path) -> Callable[..., Page]:
    """Open the report of a comparison, as a file, in the given window."""

    def opened(shown: Comparison | None = None, window: BrowserContext | None = None, at: str = "") -> Page:
        file = tmp_path / "report.html"
        file.write_text(render(shown or comparison()), "utf-8")
        page = (window or context).new_page()
        page.goto(f"{file.as_uri()}{at}")
        return page

    return opened
