"""JSON from a stranger, field by field: each is there, has its type and its limit, or one line says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from compare.errors import InputError

MAX_BYTES = 50_000_000
"""Bytes of one file: a merge of three reviews of twenty thousand pairs has twenty million."""
MAX_TEXT = 100_000
"""Characters of one text: a claim, a comment."""
MAX_NAME = 200
"""Characters of an id, a label, a reviewer's name."""
MAX_DEPTH = 50
"""Levels of lists and objects in each other."""
CURE = "export it again from the report"


@dataclass(frozen=True)
class Node:
    """An object of the file, and where it stands."""

    fields: dict[str, Any]
    where: str

    def keys(self, needed: Collection[str], also: Collection[str] = ()) -> None:
        """Raise InputError where a field is missing, or one stands there that nobody knows."""
        for key in needed:
            if key not in self.fields:
                self.refuse(f"the field {key!r} is missing")
        for key in self.fields:
            if key not in needed and key not in also:
                self.refuse(f"the field {key[:40]!a} is not known")

    def text(self, key: str) -> str:
        """A text, which may be empty."""
        value = self._of(key, str, "a text")
        if len(value) > MAX_TEXT:
            self.refuse(f"{key!r} has more than {MAX_TEXT:,} characters")
        return str(value)

    def line(self, key: str) -> str:
        """A short text on one line, which may be empty."""
        value = " ".join("".join(char if char.isprintable() else " " for char in self.text(key)).split())
        if len(value) > MAX_NAME:
            self.refuse(f"{key!r} has more than {MAX_NAME} characters")
        return value

    def named(self, key: str) -> str:
        """A short text on one line, not empty."""
        return self.line(key) or self.refuse(f"{key!r} is empty")

    def maybe(self, key: str) -> str | None:
        """A text, or null."""
        return None if self.fields[key] is None else self.text(key)

    def truth(self, key: str) -> bool:
        """True or false."""
        return bool(self._of(key, bool, "true or false"))

    def place(self, key: str) -> int:
        """A whole number from 0 on."""
        value = self._of(key, int, "a whole number")
        if isinstance(value, bool) or value < 0:
            self.refuse(f"{key!r} is not a whole number from 0 on")
        return int(value)

    def time(self, key: str) -> str:
        """A time, as it is written."""
        value = self.text(key)
        try:
            datetime.fromisoformat(value)
        except ValueError:
            self.refuse(f"{key!r} is not a time like 2026-02-16T10:30:00Z")
        return value

    def word(self, key: str, words: Collection[str]) -> Any:
        """One of these words."""
        return self._known(key, self.fields[key], words)

    def words(self, key: str, words: Collection[str]) -> tuple[Any, ...]:
        """Those of these words that the list names, in the order of `words`."""
        found = {self._known(key, value, words) for value in self._of(key, list, "a list")}
        return tuple(word for word in words if word in found)

    def node(self, key: str) -> Node:
        """An object."""
        return Node(self._of(key, dict, "an object"), f"{self.where}, {key}")

    def nodes(self, key: str, most: int) -> Iterator[Node]:
        """A list of objects."""
        values = self._of(key, list, "a list")
        if len(values) > most:
            self.refuse(f"{key!r} has {len(values):,} entries, more than {most:,}")
        for number, value in enumerate(values):
            where = f"{self.where}, {key}[{number}]"
            yield Node(value if isinstance(value, dict) else refuse("not an object", where), where)

    def refuse(self, what: str) -> NoReturn:
        """Say what is wrong here."""
        refuse(what, self.where)

    def _of(self, key: str, kind: type, words: str) -> Any:
        value = self.fields[key]
        return value if isinstance(value, kind) else self.refuse(f"{key!r} is not {words}")

    def _known(self, key: str, value: Any, words: Collection[str]) -> str:
        if not isinstance(value, str) or value not in words:
            self.refuse(f"{key!r} is {ascii(value)[:40]}, none of {', '.join(words)}")
        return value


def opened(path: Path) -> Node:
    """The object that a JSON file holds. Raises InputError where it cannot be read, is too large or no object."""
    where = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(f"the file cannot be read: {reason}", where, "check the path and its permissions") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"the file is larger than {MAX_BYTES:,} bytes", where, "is it a file of decisions?")
    return parsed(data, where)


def parsed(data: bytes, where: str) -> Node:
    """The object in this JSON text. Raises InputError where there is none."""
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_number)
    except json.JSONDecodeError as error:
        refuse(f"not JSON: {error.msg}", f"{where}, line {error.lineno}, column {error.colno}")
    except (ValueError, RecursionError) as error:
        refuse(f"not JSON: {str(error)[:80]}", where)
    if not isinstance(value, dict) or _too_deep(value):
        refuse("not an object, or nested too deep", where)
    return Node(value, where)


def refuse(what: str, where: str) -> NoReturn:
    """Say what is wrong with the file, and where."""
    raise InputError(what, where, CURE)


def _too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for one in level for child in (one.values() if isinstance(one, dict) else one)]
        level = [child for child in level if isinstance(child, dict | list)]
    return bool(level)


def _number(word: str) -> float:
    number = float(word)
    return number if isfinite(number) else _no_number(word[:40])


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
