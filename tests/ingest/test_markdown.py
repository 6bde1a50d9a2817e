from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ingest.files import Source
from compare.ingest.markdown import read


def layout(text: str) -> list[tuple[str, str]]:
    article = read(Source("a.md", text, "utf-8"))
    return [(block.kind, block.span.of(text)) for block in article.blocks]


CASES = [
    ("# Ferry halted\n\nIt stopped.", [("title", "Ferry halted"), ("paragraph", "It stopped.")]),
    ("# Ferry halted #\n\n## Ice ##", [("title", "Ferry halted"), ("heading", "Ice")]),
    ("Ferry halted\n============\n\nIce\n---\n\nIt stopped.",
     [("title", "Ferry halted"), ("heading", "Ice"), ("paragraph", "It stopped.")]),
    ("It stopped.\n\n# Ice", [("paragraph", "It stopped."), ("title", "Ice")]),
    ("- cold\n- dark\n  and late\n", [("item", "cold"), ("item", "dark\n  and late")]),
    ("1. cold\n2. dark", [("item", "cold"), ("item", "dark")]),
    ("- a\n  - b\n", [("item", "a"), ("item", "b")]),
    ("- one\n\n  two\n", [("item", "one"), ("item", "two")]),
    ("* cold\n+ dark", [("item", "cold"), ("item", "dark")]),
    ("> It stopped.", [("paragraph", "It stopped.")]),
    (">It stopped.", [("paragraph", "It stopped.")]),
    ("> > It stopped.\n> > Twice.", [("paragraph", "It stopped.\n> > Twice.")]),
    ("> - cold", [("item", "cold")]),
    ("> # Ice", [("title", "Ice")]),
    ("It *really* stopped at [Tarsk](https://example.org).",
     [("paragraph", "It *really* stopped at [Tarsk](https://example.org).")]),
    ("```\nx = 1\n```\n\nIt stopped.", [("code", "```\nx = 1\n```"), ("paragraph", "It stopped.")]),
    ("    x = 1\n\nIt stopped.", [("code", "x = 1"), ("paragraph", "It stopped.")]),
    ("<div>\nx\n</div>\n\nIt stopped.", [("code", "<div>\nx\n</div>"), ("paragraph", "It stopped.")]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\nIt stopped.",
     [("table", "| a | b |\n|---|---|\n| 1 | 2 |"), ("paragraph", "It stopped.")]),
    ("![The ferry in dock](ferry.jpg)\n\nIt stopped.",
     [("caption", "![The ferry in dock](ferry.jpg)"), ("paragraph", "It stopped.")]),
    ("It stopped.\n\n---\n\nIt ran.", [("paragraph", "It stopped."), ("paragraph", "It ran.")]),
    ("# Ferry halted\r\n\r\nIt stopped.\r\nTwice.\r\n",
     [("title", "Ferry halted"), ("paragraph", "It stopped.\r\nTwice.")]),
    ("# Ferry halted\r\rIt stopped.\r", [("title", "Ferry halted"), ("paragraph", "It stopped.")]),
    ("# Ferry halted\n\n*By Ada Quill*\n\nIt stopped.",
     [("title", "Ferry halted"), ("byline", "*By Ada Quill*"), ("paragraph", "It stopped.")]),
    ("A\u2028B\n\nC", [("paragraph", "A\u2028B"), ("paragraph", "C")]),
    ("*Ice* came.", [("paragraph", "*Ice* came.")]),
    ("-5 degrees were measured.", [("paragraph", "-5 degrees were measured.")]),
    ("#Ice came.", [("paragraph", "#Ice came.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), CASES)
def test_blocks_hold_the_text_without_its_marks(text, blocks):
    assert layout(text) == blocks


def test_front_matter_comes_first_and_offsets_count_from_the_whole_file():
    text = "---\ntitle: Ferry halted\n---\n# Ice\n\nIt stopped.\n"
    assert layout(text) == [
        ("metadata", "---\ntitle: Ferry halted\n---"),
        ("title", "Ice"),
        ("paragraph", "It stopped."),
    ]


@given(st.text(alphabet="aB. \n\r\t-*#>`=|[]()1_~<\\", max_size=150))
def test_blocks_of_any_text_are_ordered_and_trimmed(text):
    article = read(Source("a.md", text, "utf-8"))
    for block in article.blocks:
        words = block.span.of(text)
        assert words == words.strip() != ""
