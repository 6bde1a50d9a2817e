"""A verdict as GitHub workflow commands: each points at the file and line that a person would open.

A changed item points at its entry in gold.json; one that gold does not have at the sentence in the article; an
obsolete one at its entry in baseline.json; a threshold at the line that asks for it.
"""

# `from __future__ import annotations` is left out: the function has that name.
import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path

from compare.check.baseline_file import NAME as BASELINE
from compare.check.outcome import Change, CheckVerdict, SetVerdict, Severity, Shortfall
from compare.check.telling import NOTHING, one_line, set_names, short_of

MOST = 10
"""Annotations of one severity that GitHub shows for a step; it drops the rest without a word."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warn": "warning"}


@dataclass(frozen=True)
class _Note:
    severity: Severity
    title: str
    message: str
    path: Path | None = None
    line: int | None = None


def annotations(verdict: CheckVerdict, root: Path) -> list[str]:
    """The commands, errors first, with paths as seen from `root`, the top of the repository."""
    notes = list(_notes(verdict, root))
    return [_command(note, root) for severity in _COMMANDS for note in _at_most(notes, severity)]


def _at_most(notes: list[_Note], severity: Severity) -> list[_Note]:
    found = [note for note in notes if note.severity == severity]
    if len(found) <= MOST:
        return found
    rest = f"{len(found) - MOST + 1} more; the summary of the job has them all"
    return [*found[: MOST - 1], _Note(severity, "compare check", rest)]


def _notes(verdict: CheckVerdict, root: Path) -> Iterator[_Note]:
    if not verdict.sets:
        yield _Note("error", "compare check", NOTHING)
    names = set_names(verdict)
    for name, one in zip(names, verdict.sets, strict=True):
        if one.error:
            yield _Note("error", f"{name}: could not run", one_line(one.error), _first_file(one.folder))
    for shortfall in verdict.shortfalls:
        yield _of_shortfall("all sets", shortfall, root)
    for name, one in zip(names, verdict.sets, strict=True):
        yield from _of_set(name, one, root)


def _of_set(name: str, one: SetVerdict, root: Path) -> Iterator[_Note]:
    for shortfall in one.shortfalls:
        yield _of_shortfall(name, shortfall, root)
    for change in one.changes:
        path, line = _place(one.folder, change)
        yield _Note(change.severity, f"{name}: {change.kind}", change.words, path, line)


def _of_shortfall(name: str, shortfall: Shortfall, root: Path) -> _Note:
    threshold = shortfall.threshold
    named = threshold.where.partition(" [")[0]
    path = next((path for path in (Path(named), root / named) if isfile(path)), None)
    line = _line_of(rf'^\s*"?{re.escape(threshold.metric)}"?\s*=', path) if path else None
    return _Note(threshold.severity, f"{name}: below threshold", short_of(shortfall), path, line)


def _place(folder: Path, change: Change) -> tuple[Path, int | None]:
    item, gold, baseline = change.item, folder / "gold.json", folder / BASELINE
    if item is None or item.line is not None:
        return gold, item.line if item else 1
    if change.kind == "obsolete":
        return baseline, _line_of(re.escape(f'"{item.key}"'), baseline)
    article = folder / item.left.article
    line = _line_of(re.escape(item.left.quote), article)
    return (article, line) if line else (gold, 1)


def _line_of(pattern: str, path: Path) -> int | None:
    """The line of a file on which this begins, counted from 1; None where it is not in it."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        return None
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _first_file(folder: Path) -> Path | None:
    return next((folder / name for name in ("gold.json", "set.toml") if isfile(folder / name)), None)


def _command(note: _Note, root: Path) -> str:
    path = _seen_from(root, note.path) if note.path else None
    told = {"file": path, "line": note.line if path else None, "title": note.title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in told.items() if value is not None)
    message = "\n".join(map(one_line, note.message.splitlines()))
    return f"::{_COMMANDS[note.severity]} {properties}::{_data(message)}"


def _seen_from(root: Path, path: Path) -> str:
    whole, top = path.resolve(), root.resolve()
    return (whole.relative_to(top) if whole.is_relative_to(top) else whole).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
