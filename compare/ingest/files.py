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
    data = _stdin() if path == "-" else _bytes(Path(path))
    where = "standard input" if path == "-" else path
    if len(data) > MAX_BYTES:
        raise InputError(f"the file has {len(data):,} bytes", where, f"the limit is {MAX_BYTES:,}; cut it")
    if not data.strip():
        raise InputError("the file is empty", where, "give a file with text in it")
    text, encoding = decode(data, where)
    return Source(where, text, encoding)


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise InputError("no such file", str(path), "check the path")
        if path.is_dir():
            raise InputError("this is a folder, not an article", str(path), f"name its files, such as {path}/*.txt")
        if not path.is_file():
            raise InputError("this is no regular file", str(path), "give a file, or - for standard input")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"the file cannot be read: {reason.lower()}", str(path), "check its permissions") from error


def _stdin() -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise InputError("nothing is piped in", "standard input", "pipe an article in, or name a file instead of -")
    return sys.stdin.buffer.read(MAX_BYTES + 1)
