"""Bytes from a path or standard input, decoded; every way that can fail is one clear line."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from compare.errors import InputError
from compare.ingest.decoding import decode
from compare.settings import MAX_BYTES


@dataclass(frozen=True)
class Source:
    """A decoded file: what a reader starts from."""

    path: str
    text: str
    encoding: str


def load(path: str) -> Source:
    """Read and decode a file, or standard input for "-".

    Raises InputError where it is missing, a folder, unreadable, too large, empty or no text.
    """
    data = _stdin() if path == "-" else _bytes(Path(path), printable(path))
    where = "standard input" if path == "-" else printable(path)
    if len(data) > MAX_BYTES:
        raise InputError(f"the file is larger than {MAX_BYTES:,} bytes", where, "cut it to the article")
    if not data.strip():
        raise InputError("the file is empty", where, "give a file with text in it")
    text, encoding = decode(data, where)
    return Source(where, text, encoding)


def printable(path: str) -> str:
    """A path on one line that any terminal can show: `a\\nb.txt` for a name with a line break in it."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in path)


def _bytes(path: Path, where: str) -> bytes:
    try:
        _refuse_what_is_no_file(path, where)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(f"the file cannot be read: {reason}", where, "check the path and its permissions") from error


def _refuse_what_is_no_file(path: Path, where: str) -> None:
    if not path.exists():
        what = "the link leads to no file" if path.is_symlink() else "no such file"
        raise InputError(what, where, "check the path")
    if path.is_dir():
        raise InputError(
            "this is a folder, not an article", where, f"name its files, such as {where.rstrip('/')}/*.txt"
        )
    if not path.is_file():
        raise InputError("this is no regular file", where, "give a file, or - for standard input")


def _stdin() -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise InputError("nothing is piped in", "standard input", "pipe an article in, or name a file instead of -")
    return sys.stdin.buffer.read(MAX_BYTES + 1)
