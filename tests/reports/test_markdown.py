"""The Markdown is readable, and source text in it is text and nothing else."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compare.model import Comparison
from reports.markdown import escape, render
from reports.safe import one_line
from tests.reports.conftest import HOSTILE, made
from tests.reports.strategies import EMPTY, comparisons, words
from tests.samples import comparison

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"h1", "h2", "h3", "p", "blockquote", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
SPECIAL = "\\`*_{}[]()<>#+-=.!|~&:;\"'^$@/1w \n\t"


def tags(page: str) -> set[str]:
    return set(re.findall(r"<([a-z][a-z0-9]*)", page))


def shown(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page)).replace("\u200b", "").strip()


def hostile(text: str) -> Comparison:
    sources = made({text: [f"{text} nine"], "b": [f"ten {text}"]}, title=text, outlet=text, author=text)
    return replace(sources, notes=(text,), signature={text: text})


def test_it_tells_the_sources_the_scores_and_the_counts():
    page = render(comparison())
    assert "| wire | Wire | Twelve dead in mine | – | – | – | 2 |" in page
    assert "| union · wire | 100 % (20–90 %) | 50 % (20–90 %) | 50 % (20–90 %) | 0 / 1 | 0 % |" in page
    assert "3 groups: 2 contested, 1 single source." in page


def test_conflicts_stand_in_the_words_of_both():
    page = render(comparison())
    assert "## Conflicts (2)" in page
    assert "### 1. state ≠ wire: quantity" in page
    assert "> **state:** Nine miners died, the ministry said.\n>\n> **wire:** At least 12 miners died on Monday" in page
    assert "Figures that do not fit: Nine miners / At least 12 miners. Confidence 90 %." in page
    assert "Only one hedges: may (speaks against it)." in page


def test_differences_have_their_own_section():
    link = replace(comparison().links[0], relation="differ", aspects=("certainty",))
    page = render(replace(comparison(), links=(link,)))
    assert "## Conflicts (0)\n\nNone found." in page
    assert "## Differences (1)" in page
    assert "### 1. state ≈ wire: certainty" in page


def test_it_tells_what_each_lacks_and_what_each_tells_alone():
    page = render(comparison())
    assert "wire lacks 1 point that others tell:\n\n- No warning was ignored. (state and union)" in page
    assert "wire alone tells 1 claim:\n\n- The pit opened in 1931." in page
    assert "state lacks nothing and tells nothing alone." in page


def test_it_tells_how_it_was_made_and_what_was_skipped():
    page = render(comparison())
    assert "Compare 0.1.0; Embedder fake; Relation model rules; Link threshold 0.3." in page
    assert "4 passages were not compared: 3 heading, 1 boilerplate." in page


def test_notes_come_first():
    page = render(replace(comparison(), notes=("Nothing is linked.",)))
    assert page.index("> Nothing is linked.") < page.index("## Sources")


def test_copies_are_named():
    articles = tuple(replace(article, origin="same") for article in comparison().articles)
    page = render(replace(comparison(), articles=articles))
    assert "wire shares its wording with state and union: one origin" in page


def test_an_empty_comparison_renders():
    assert "None found." in render(EMPTY)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "<b>bold</b> &lt; &amp;",
        "[click](http://evil.example)",
        "![x](http://evil.example/x.png)",
        "[a]: http://evil.example",
        "<http://evil.example>",
        "a | b | c",
        "a \\| b",
        "```\ncode\n```",
        "# head",
        "- item",
        "1. item",
        "1) item",
        "> quote",
        "---",
        "===",
        "***bold*** ~~gone~~ `code` __b__",
        "trailing \\",
        "<!-- hidden",
        "[^1] [!NOTE]",
    ],
)
def test_hostile_text_stays_text(text: str):
    page = render(hostile(text))
    drawn = READER.render(page)
    assert tags(drawn) <= OURS
    assert one_line(text) in shown(drawn)
    assert drawn.count("<td>") == 2 * 6 + 1
    assert drawn.count("<h2>") == 6


@given(st.text(SPECIAL, max_size=20) | words)
@example("\\|")
@example("1.")
@example("$&#8203;$")
def test_escaped_text_is_shown_as_it_is(text: str):
    for before, after in (("", ""), ("- ", ""), ("> **", ":** x"), ("| a |\n| --- |\n| ", " |")):
        drawn = READER.render(f"{before}{escape(text)}{after}")
        assert tags(drawn) <= OURS
        assert not tags(drawn) & {"h1", "h2"}
        body = drawn.partition("</thead>")[2] if before.startswith("|") else drawn
        told = shown(body).removesuffix(": x") if after.startswith(":") else shown(body)
        assert told == one_line(text)


@pytest.mark.parametrize("text", ["http://a.example", "HTTPS://a.example", "www.a.example", "Www.a.example", "ftp://a"])
def test_addresses_do_not_become_links(text: str):
    assert not re.search(r"(?i)\b(?:https?|ftp)://|\bwww\.", render(hostile(text)))
    assert text in shown(READER.render(render(hostile(text))))


@pytest.mark.parametrize("text", ["@octocat", "a@b.example", "#1"])
def test_mentions_and_references_do_not_reach_anybody(text: str):
    drawn = html.unescape(re.sub(r"<[^>]*>", "", READER.render(escape(text))))
    assert not re.search(r"[@#]\w", drawn)
    assert drawn.strip().replace("\u200b", "") == text


@given(comparisons())
def test_whatever_is_compared_the_page_keeps_its_shape(drawn: Comparison):
    page = READER.render(render(drawn))
    assert tags(page) <= OURS
    assert page.count("<h1>") == 1
    assert page.count("<h2>") == 6
    assert page.count("<td>") + page.count('<td style="text-align:right">') == 7 * len(drawn.articles) + 6 * len(
        drawn.scores.pairs
    )


def test_a_real_comparison_renders(sample_comparison: Comparison):
    page = render(sample_comparison)
    conflicts = sum(link.relation == "conflict" for link in sample_comparison.links)
    assert f"## Conflicts ({conflicts})" in page
    assert tags(READER.render(page)) <= OURS
