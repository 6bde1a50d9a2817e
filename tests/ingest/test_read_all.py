from __future__ import annotations

import hashlib
from datetime import date

import pytest

from compare.errors import InputError
from compare.ingest import from_text, read_all

TEXT = """---
title: Ferry halted
outlet: The Kareth Post
author: Ada Quill
date: 2026-02-16
language: en
url: https://example.org/ferry
section: Coast
---
# Ferry to Tarsk halted

It stopped.
"""


def test_an_article_holds_the_file_itself_and_its_metadata(tmp_path):
    path = tmp_path / "post.md"
    path.write_text(TEXT)
    (article,) = read_all([path])
    assert article.text == TEXT
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (article.path, article.label, article.outlet) == (str(path), "The Kareth Post", "The Kareth Post")
    assert (article.title, article.author, article.published) == ("Ferry halted", "Ada Quill", date(2026, 2, 16))
    assert (article.language, article.url, article.encoding) == ("en", "https://example.org/ferry", "utf-8")
    assert article.notes == ("header field not used: section",)


@pytest.mark.parametrize("name", ["a.md", "A.MD", "a.markdown"])
def test_the_end_of_the_name_chooses_the_reader(tmp_path, name):
    path = tmp_path / name
    path.write_text("Ice\n---\n\n```\ncode\n```\n")
    assert [block.kind for block in read_all([path])[0].blocks] == ["title", "code"]


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "a.2026", "a.TXT"])
def test_any_other_name_is_read_as_plain_text(tmp_path, name):
    path = tmp_path / name
    path.write_text("Ferry halted\n\nIt *really* stopped.\n")
    assert [block.kind for block in read_all([path])[0].blocks] == ["title", "paragraph"]


def test_a_guessed_encoding_is_named_and_noted(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Мост через реку закрыт до конца мая, сообщили жители двух деревень.".encode("cp1251"))
    (article,) = read_all([path])
    assert article.encoding == "cp1251"
    assert article.notes == ("encoding not named in the file, read as cp1251",)


def test_the_first_path_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("A ship sank.")
    with pytest.raises(InputError, match="no such file"):
        read_all([tmp_path / "a.txt", tmp_path / "gone.txt", tmp_path])


def test_a_text_in_memory_is_read_like_a_file(tmp_path):
    (tmp_path / "a.txt").write_text("Ferry halted\n\nIt stopped.")
    (article,) = read_all([tmp_path / "a.txt"])
    memory = from_text("Ferry halted\n\nIt stopped.", "a")
    assert (memory.id, memory.sha256, memory.blocks) == (article.id, article.sha256, article.blocks)
    with pytest.raises(InputError, match="the article is empty"):
        from_text(" \n", "a")


def test_an_id_depends_on_label_and_text_and_on_nothing_else():
    one = from_text("A ship sank.", "a", "one.txt")
    assert from_text("A ship sank.", "a", "two.txt").id == one.id
    assert from_text("A ship sank!", "a").id != one.id
    assert from_text("A ship sank.", "b").id != one.id
