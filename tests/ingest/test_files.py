from __future__ import annotations

import io
import os
import sys

import pytest

from compare.errors import InputError
from compare.ingest import files, read_all
from compare.ingest.files import load, printable


def message(path) -> str:
    with pytest.raises(InputError) as caught:
        load(str(path))
    return str(caught.value)


def test_a_file_is_read_as_it_is(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Ein Schiff sank.\r\n")
    source = load(str(path))
    assert (source.path, source.text, source.encoding) == (str(path), "Ein Schiff sank.\r\n", "utf-8")


def test_what_where_and_cure_stand_in_one_line(tmp_path):
    missing = tmp_path / "missing.txt"
    assert message(missing) == f"no such file ({missing}); check the path"
    assert (
        message(tmp_path) == f"this is a folder, not an article ({tmp_path}); name its files, such as {tmp_path}/*.txt"
    )
    assert message(f"{tmp_path}/").endswith(f"such as {tmp_path}/*.txt")


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n \n"])
def test_an_empty_file_is_refused(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert message(path) == f"the file is empty ({path}); give a file with text in it"


@pytest.mark.parametrize("data", ["\ufeff".encode(), "\ufeff \n".encode("utf-16-le"), "\u2003\u3000\n".encode()])
def test_white_space_that_only_shows_after_decoding_is_refused(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match="is empty"):
        read_all([path])


def test_a_large_file_is_refused_at_the_first_byte_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 20)
    path = tmp_path / "a.txt"
    path.write_text("x" * 20)
    assert load(str(path)).text == "x" * 20
    path.write_text("x" * 21)
    assert message(path) == f"the file is larger than 20 bytes ({path}); cut it to the article"


def test_a_link_that_leads_nowhere_says_so(tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert message(link) == f"the link leads to no file ({link}); check the path"


def test_a_link_to_an_article_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("A ship sank.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert load(str(tmp_path / "link.txt")).text == "A ship sank."


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("A ship sank.")
    path.chmod(0)
    assert message(path) == f"the file cannot be read: permission denied ({path}); check the path and its permissions"


def test_an_error_of_the_system_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("A ship sank.")

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert message(path) == f"the file cannot be read: permission denied ({path}); check the path and its permissions"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_regular_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "this is no regular file" in message(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["a\nb.txt", "a\0b.txt", "a\x1b[31mb.txt", "a\u2028b.txt", "a\udcffb.txt", "x" * 5000])
def test_an_odd_name_breaks_neither_the_line_nor_the_terminal(tmp_path, name):
    told = message(f"{tmp_path}/{name}")
    assert told.isprintable()
    assert told.encode()


@pytest.mark.parametrize(
    ("path", "shown"), [("a b/ü.txt", "a b/ü.txt"), ("a\nb", "a\\nb"), ("a\0b", "a\\x00b"), ("a\udcff", "a\\udcff")]
)
def test_a_printable_path_stays_as_it_is(path, shown):
    assert printable(path) == shown


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_standard_input_is_read_for_a_dash(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Een schip zonk.")))
    source = load("-")
    assert (source.path, source.text) == ("standard input", "Een schip zonk.")


def test_a_dash_with_nothing_piped_in_says_so(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO()))
    assert message("-").startswith("nothing is piped in (standard input); pipe an article in")


def test_an_empty_pipe_says_so(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert message("-").startswith("the file is empty (standard input)")
