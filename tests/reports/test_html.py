"""The file: self-contained, escaped, the same every time."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reports.html import render
from reports.notebook import summary
from tests.reports.conftest import HOSTILE, made
from tests.samples import comparison

_CLOSED_BY_WHAT_FOLLOWS = {"p", "li", "tr", "td", "th", "thead", "tbody", "dt", "dd", "option"}
_VOID = {"meta", "br", "col", "input", "img", "link"}


class Tags(HTMLParser):
    """Every tag with its attributes, and the tags left open."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1] != tag:
            assert self.open.pop() in _CLOSED_BY_WHAT_FOLLOWS
        self.open.pop()


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    assert parser.open == []
    return parser.tags


@pytest.fixture(scope="module")
def hostile() -> str:
    texts = {HOSTILE: [HOSTILE, "{{ 7 * 7 }} {% raw %}"], "</style>": ["</script> two", "--> &amp; ok"]}
    fields = dict.fromkeys(("title", "outlet", "author", "language", "encoding"), HOSTILE)
    return render(made(texts, **fields, notes=(HOSTILE,)))


def test_the_same_comparison_gives_the_same_bytes():
    assert render(comparison(), now="today") == render(comparison(), now="today")


def test_the_time_is_only_what_it_is_told():
    assert "2026-02-25" in render(comparison(), now="2026-02-25")
    assert "<time>" not in render(comparison())


def test_nothing_is_loaded_from_anywhere(hostile: str):
    for tag, attributes in tags(hostile):
        assert tag not in ("img", "iframe", "link", "object", "embed", "base", "form action")
        assert not {"src", "srcset", "action", "background", "poster"} & set(attributes)
    assert "url(" not in hostile
    assert "@import" not in hostile


def test_no_style_or_handler_stands_in_an_attribute(hostile: str):
    for _, attributes in tags(hostile):
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_the_policy_names_the_very_style_and_script(hostile: str):
    policy = next(a["content"] for tag, a in tags(hostile) if tag == "meta" and "http-equiv" in a)
    assert policy
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", hostile, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy
    assert "unsafe" not in policy


def test_article_text_is_no_template(hostile: str):
    assert "{{ 7 * 7 }} {% raw %}" in hostile
    assert "49" not in re.sub(r"<style>.*?</style>|[\d.]+%|sha256-\S+", "", hostile, flags=re.DOTALL)


def test_every_link_in_the_page_leads_somewhere():
    found = tags(render(comparison()))
    ids = [attributes["id"] for _, attributes in found if attributes.get("id")]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for tag, a in found if tag == "a" and (a["href"] or "").startswith("#")}
    assert targets <= set(ids)
    referred = {value for _, a in found for key in ("aria-labelledby", "aria-controls") if (value := a.get(key))}
    assert referred <= set(ids)


def test_outer_links_tell_nothing_about_the_reader():
    found = tags(render(made({"a": ["One two."], "b": ["Two one."]}, url="https://example.org/x?a=1&b=2")))
    outer = [a for tag, a in found if tag == "a" and not (a["href"] or "").startswith("#")]
    assert [a["href"] for a in outer] == ["https://example.org/x?a=1&b=2"] * 2
    assert {a["rel"] for a in outer} == {"noreferrer noopener"}


def test_headings_go_down_one_step_at_a_time():
    levels = [int(tag[1]) for tag, _ in tags(render(comparison())) if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_every_table_has_a_caption_and_every_head_a_scope():
    html = render(comparison())
    found = tags(html)
    assert len(re.findall("<table", html)) == len(re.findall("<caption", html))
    assert all(attributes.get("scope") for tag, attributes in found if tag == "th")


def test_every_standing_and_relation_is_written_out():
    html = render(comparison())
    for word in ("contested", "single source", "conflict", "agree"):
        assert re.search(rf'class="chip [^"]*">.{{0,90}}{word}</span>', html)


def test_unusual_text_can_be_written_to_a_file():
    html = render(made({"a\ud800": ["One \ud83d two\x00\x85 three."], "b": ["Two \u202e one."]}))
    html.encode("utf-8")
    assert "\x00" not in html


def test_the_notebook_summary_is_short_and_escaped():
    html = summary(made({HOSTILE: [HOSTILE], "b": ["Two one."]}))
    assert "<script" not in html
    assert "<img" not in html
    assert summary(comparison()).count("<li>") == 2
    assert len(summary(comparison())) < 5_000
    tags(summary(comparison()))


def test_a_comparison_shows_itself_in_a_notebook():
    assert comparison()._repr_html_() == summary(comparison())
