from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ingest import from_text
from compare.ingest.files import Source
from compare.ingest.plaintext import read


def layout(text: str) -> list[tuple[str, str]]:
    article = read(Source("a.txt", text, "utf-8"))
    return [(block.kind, block.span.of(text)) for block in article.blocks]


LONG = (
    "The ferry to Tarsk will not run before the end of May, the harbour office said on Monday, because the pier "
    "that it lands at was damaged by ice and the parts for it have to come from abroad."
)


def test_one_paragraph_a_line_without_empty_lines():
    text = f"Ferry to Tarsk halted until May\n{LONG}\nWhat went wrong\n{LONG}\n- It was cold.\n- It was dark.\n{LONG}"
    assert layout(text) == [
        ("title", "Ferry to Tarsk halted until May"),
        ("paragraph", LONG),
        ("heading", "What went wrong"),
        ("paragraph", LONG),
        ("item", "It was cold."),
        ("item", "It was dark."),
        ("paragraph", LONG),
    ]


HARD_WRAPPED = """Ferry to Tarsk halted until May

By Ada Quill

The ferry to Tarsk will not run before the end of May, the harbour
office said on Monday, because the pier that it lands at was damaged
by ice and the parts for it have to come from abroad.

Fishermen said that the ice was no thicker than in other years, and
that the pier had been rotten for a long time.
"""


def test_lines_broken_at_a_width_are_one_paragraph():
    kinds = layout(HARD_WRAPPED)
    assert [kind for kind, _ in kinds] == ["title", "byline", "paragraph", "paragraph"]
    assert kinds[2][1].startswith("The ferry")
    assert kinds[2][1].endswith("from abroad.")


CASES = [
    ("Ferry halted\n\nThe ferry stopped.", ["title", "paragraph"]),
    ("The ferry stopped.\n\nIt was cold.", ["paragraph", "paragraph"]),
    ("The ferry stopped.", ["paragraph"]),
    ("Ferry halted", ["heading"]),
    ("By Ada Quill\n\nThe ferry stopped.", ["byline", "paragraph"]),
    ("Ferry halted\n\nBY ADA QUILL and BO RENN\n\nIt stopped.", ["title", "byline", "paragraph"]),
    ("Ferry halted\n\nBy Ada Quill, Interpress\n\nIt stopped.", ["title", "byline", "paragraph"]),
    ("Ferry halted\n\nBy morning the ice was gone.", ["title", "paragraph"]),
    ("Ferry halted\n============\n\nIt stopped.", ["title", "paragraph"]),
    ("Ferry halted\n\n* * *\n\nIt stopped.\n\n-----\n\nIt ran.", ["title", "paragraph", "paragraph"]),
    ("# Ferry halted\n\n## Ice\n\nIt stopped.", ["title", "heading", "paragraph"]),
    ("It stopped.\n\n1. It was cold.\n2) It was dark.\n(a) It was late.", ["paragraph", "item", "item", "item"]),
    ("It stopped.\n\n• It was cold.\n– It was dark.", ["paragraph", "item", "item"]),
    ("It stopped.\n\n- It was cold, so cold that the ice\n  reached the pier of the harbour.", ["paragraph", "item"]),
    ("桥已关闭。\n\n渡轮停运。", ["paragraph", "paragraph"]),
    ("پل بسته است.\n\nآیا باز می‌شود؟", ["paragraph", "paragraph"]),
    ("Ferry halted\r\n\r\nIt stopped.\r\n", ["title", "paragraph"]),
    ("Title: Ferry halted\n\nIt stopped.", ["metadata", "paragraph"]),
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_the_layout_says_what_a_block_is(text, kinds):
    assert [kind for kind, _ in layout(text)] == kinds


def test_marks_of_bullets_and_headings_are_not_part_of_the_block():
    assert layout("Ferry halted\n\n- It was cold.\n\n## Ice and *snow*")[1:] == [
        ("item", "It was cold."),
        ("heading", "Ice and *snow*"),
    ]


def test_the_title_comes_from_the_header_before_the_text():
    assert from_text("Title: Ferry halted\n\nIce at Tarsk\n\nIt stopped.", "a").title == "Ferry halted"
    assert from_text("Ice at\n  Tarsk\n\nIt stopped.", "a").title in ("Ice at", "Ice at Tarsk")
    assert from_text("It stopped.\n\nIt ran.", "a").title is None


@given(st.text(alphabet="aB. \n\r\t-*#=1)\u2028\x0c", max_size=120))
def test_blocks_of_any_text_are_ordered_trimmed_and_leave_no_word_out(text):
    if not text.strip():
        return
    article = from_text(text, "a")
    rest = list(text)
    for block in article.blocks:
        words = block.span.of(text)
        assert words == words.strip() != ""
        rest[block.span.start : block.span.end] = " " * len(words)
    left = "".join(rest)
    assert "a" not in left.replace("(a)", "").replace("a)", "")
    assert "B" not in left
