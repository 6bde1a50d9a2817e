"""Where in gold.json each link stands, so that a person is led to its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

_SPACE = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode


def link_lines(path: Path) -> list[int]:
    """The line on which each link begins, counted from 1, in the order of the file, which is known to be sound."""
    text = path.read_text("utf-8")
    lines, line, last = [], 1, 0
    for start in _links(text):
        line, last = line + text.count("\n", last, start), start
        lines.append(line)
    return lines


def _links(text: str) -> list[int]:
    """Where the links of the outermost object begin; of two keys of that name the last counts, as for `json`."""
    found: list[int] = []
    place = _past(text, 0)
    while text[place] != "}":
        key, end = _decode(text, place)
        value = _past(text, _over(text, end))
        if key == "links":
            found = list(_elements(text, value))
        place = _over(text, _decode(text, value)[1])
        place = _past(text, place) if text[place] == "," else place
    return found


def _elements(text: str, opening: int) -> Iterator[int]:
    place = _past(text, opening)
    while text[place] != "]":
        yield place
        place = _over(text, _decode(text, place)[1])
        place = _past(text, place) if text[place] == "," else place


def _past(text: str, place: int) -> int:
    """Past one character of punctuation and the space after it, or before it where it opens the text."""
    return _over(text, _over(text, place) + 1)


def _over(text: str, place: int) -> int:
    """Past white space."""
    found = _SPACE.match(text, place)
    return found.end() if found else place
