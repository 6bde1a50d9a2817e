"""The file of a baseline: what the engine said of each item when somebody last accepted it.

`baseline.json` stands beside gold.json. It holds relations and quotes, no figures, so that it is the same on every
machine and can be read in a review. Two items may have one key where articles share a sentence; the names of the two
articles tell them apart.
"""

from __future__ import annotations

import json
import os
import secrets
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from compare.check.goldset import Passage
from compare.check.outcome import Item, SetOutcome
from compare.check.telling import one_line
from compare.errors import InputError, OutputError, SettingsError
from compare.model import RELATIONS, Relation

FORMAT = 1
"""The number of the format. A change that an older reader would misread makes a new one."""
NAME = "baseline.json"

_CI = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION")
_NO = ("", "0", "false", "no")

Ident = tuple[str, str, str]


@dataclass(frozen=True)
class Entry:
    """One item as it was accepted."""

    key: str
    left: Passage
    right: Passage
    said: Relation | None
    """None where gold has the link and the engine did not make it."""


@dataclass(frozen=True)
class Baseline:
    """All items of one set as they were accepted."""

    entries: tuple[Entry, ...]

    @cached_property
    def by_ident(self) -> Mapping[Ident, Entry]:
        """Found by what `ident` gives for an item or an entry."""
        return {ident(entry): entry for entry in self.entries}

    def said(self, item: Item) -> Relation | None:
        """What the engine said of an item; None where it made no such link, or the baseline does not know it."""
        entry = self.by_ident.get(ident(item))
        return entry.said if entry else None


def ident(one: Item | Entry) -> Ident:
    """What an item is found by: its key and the names of its two articles, in alphabetical order."""
    first, second = sorted((one.left.article, one.right.article))
    return one.key, first, second


def distinct(items: Iterable[Item]) -> dict[Ident, Item]:
    """The items by what they are found by; of two with the same words in the same articles the first."""
    found: dict[Ident, Item] = {}
    for item in items:
        found.setdefault(ident(item), item)
    return found


def load_baseline(folder: Path) -> Baseline | None:
    """The accepted baseline of a set, None where there is none. Raises InputError where it cannot be read."""
    path = folder / NAME
    try:
        return _baseline(json.loads(path.read_bytes().decode("utf-8-sig")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else one_line(str(error))[:120]
        cure = f"mend it, or {how_to_accept(folder)}"
        raise InputError(f"the baseline cannot be read: {reason}", str(path), cure) from error


def _baseline(loaded: Mapping[str, Any]) -> Baseline:
    if loaded["format"] != FORMAT:
        raise ValueError(f"format {ascii(loaded['format'])[:20]} is not known")
    found = Baseline(tuple(_entry(entry) for entry in loaded["items"]))
    if len(found.by_ident) < len(found.entries):
        raise ValueError("an item stands in it twice")
    return found


def _entry(entry: Mapping[str, Any]) -> Entry:
    said = entry["relation"]
    if said is not None and said not in RELATIONS:
        raise ValueError(f"unknown relation {ascii(said)[:40]}")
    return Entry(_text(entry["key"]), _passage(entry["left"]), _passage(entry["right"]), said)


def _passage(entry: Mapping[str, Any]) -> Passage:
    return Passage(_text(entry["article"]), _text(entry["quote"]))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{ascii(value)[:40]} is no text")
    return value


def refuse_in_ci() -> None:
    """Raise SettingsError where the environment says that nobody is looking: a baseline is accepted by a person."""
    for name in _CI:
        if os.environ.get(name, "").strip().lower() not in _NO:
            cure = "accept it on your own machine, look at what changed and commit the file"
            raise SettingsError(f"a baseline is not accepted where {name} is set", "--accept", cure)


def write_baseline(outcome: SetOutcome) -> Path:
    """Accept what the engine says now. Raises SettingsError in CI and OutputError; the file is whole or as it was."""
    refuse_in_ci()
    path = outcome.folder / NAME
    try:
        _write(path.resolve(), _dumped(outcome))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"it cannot be written: {reason}", str(path), "check the permissions") from error
    return path


def _dumped(outcome: SetOutcome) -> bytes:
    """By article and words, so that a change of one item changes its lines only."""
    items = sorted(map(_sorted_ends, distinct(outcome.items).values()), key=_place)
    document = {"format": FORMAT, "set": outcome.name, "items": [_told(item) for item in items]}
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")  # half a surrogate pair, as JSON writes it


def _sorted_ends(item: Item) -> Item:
    left, right = sorted((item.left, item.right), key=lambda end: (end.article, end.quote))
    return replace(item, left=left, right=right)


def _place(item: Item) -> tuple[str, ...]:
    return item.left.article, item.right.article, item.left.quote, item.right.quote, item.key


def _told(item: Item) -> dict[str, Any]:
    return {"key": item.key, "relation": item.said, "left": asdict(item.left), "right": asdict(item.right)}


def _write(path: Path, data: bytes) -> None:
    made = path.with_name(f".{NAME}.{secrets.token_hex(4)}")
    try:
        with made.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def how_to_accept(folder: Path) -> str:
    """The command that accepts what the engine says now."""
    return f"accept it with `compare check --accept {one_line(shlex.quote(str(folder)))}`"
