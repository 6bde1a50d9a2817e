"""Metadata at the head of a text: YAML front matter, or lines such as `Outlet: The Example`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from compare.errors import InputError

_ALIASES = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "author": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
}
_LINE = re.compile(r"(?P<key>[A-Za-z]+)[ \t]*:[ \t]+(?P<value>\S.*)$")
_FENCE = re.compile(
    # A rule above a text is no front matter: a field, a comment or the closing fence must follow.
    r"\A(?:\s*\n)?---[ \t]*\r?\n(?=\s*(?:[\w-]+[ \t]*:|\#|---))(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_AROUND_DAY = re.compile(r"^(?:[A-Za-z]+day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+|,?\s+\d{1,2}:\d\d.*$", re.IGNORECASE)
_YEARS = (1500, 2999)
_SPELLED = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%d.%m.%Y", "%Y/%m/%d")


@dataclass(frozen=True)
class Header:
    """What the head of a text says, and where the body begins, in code points."""

    end: int = 0
    values: Mapping[str, str | date] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def read_header(text: str, where: str) -> Header:
    """The header of a text; empty where it has none. Raises InputError on front matter that is no YAML."""
    fence = _FENCE.match(text)
    if fence:
        return _front_matter(fence, where)
    return _lines(text)


def _front_matter(fence: re.Match[str], where: str) -> Header:
    import yaml  # here: 25 ms, and most articles have no front matter

    try:
        loaded = yaml.load(fence["yaml"], yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings only
    except yaml.YAMLError as error:
        problem = getattr(error, "problem", None) or "not readable"
        raise InputError(f"the front matter is no YAML: {problem}", where, "mend the lines between ---") from error
    if not isinstance(loaded, dict):
        return Header(fence.end(), notes=("the front matter holds no fields",))
    return _header(fence.end(), {str(key): _one_line(value) for key, value in loaded.items() if value})


def _one_line(value: object) -> str:
    return ", ".join(map(_one_line, value)) if isinstance(value, list) else " ".join(str(value).split())


def _lines(text: str) -> Header:
    # A colon alone makes no header: the first line must be a known field, and fields must go on to an empty line.
    end = len(text) - len(text.lstrip())
    found: dict[str, str] = {}
    for line in text[end:].splitlines(keepends=True):
        match = _LINE.match(line.strip())
        if not match or (not found and match["key"].lower() not in _ALIASES):
            closed = not line.strip()
            return _header(end, found) if found and closed else Header()
        found[match["key"]] = match["value"].strip()
        end += len(line)
    return Header()


def _header(end: int, found: Mapping[str, str]) -> Header:
    values: dict[str, str | date] = {}
    notes = []
    for key, value in found.items():
        name = _ALIASES.get(key.lower())
        if name is None:
            notes.append(f"header field not used: {key}")
        elif name == "published":
            day = parse_day(value)
            if day is None or not _YEARS[0] <= day.year <= _YEARS[1]:
                notes.append(f"date not understood: {value}")
            else:
                values[name] = day
        else:
            values[name] = " ".join(value.split())
    return Header(end, values, tuple(notes))


def parse_day(value: str) -> date | None:
    """A calendar day from ISO 8601 or a spelled-out date; None where it is neither, or ambiguous such as 3/4/2026."""
    value = value.strip()
    try:
        return datetime.fromisoformat(value.replace("Z", "+00:00")).date()
    except ValueError:
        return _spelled_day(_AROUND_DAY.sub("", value))


def _spelled_day(value: str) -> date | None:
    short = value.replace(".", "").replace("Sept ", "Sep ")
    for pattern in _SPELLED:
        try:
            return datetime.strptime(short if "%b" in pattern else value, pattern).date()
        except ValueError:
            continue
    return None
