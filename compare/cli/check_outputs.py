"""The files that `compare check` writes, and what it tells GitHub."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.outputs import write_whole
from compare.errors import OutputError

if TYPE_CHECKING:
    from compare.check.goldset import GoldSet
    from compare.check.held import Apart
    from compare.check.outcome import CheckVerdict
    from compare.model import Comparison

_SUMMARY, _WORKSPACE, _ACTIONS = "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITHUB_ACTIONS"


@dataclass(frozen=True)
class Files:
    """Where to write what; None: not asked for."""

    junit: Path | None
    json: Path | None
    markdown: Path | None
    html: Path | None
    comparisons: dict[Path, Comparison] = field(default_factory=dict)
    """By the folder of the set, for the reports."""

    def check(self) -> None:
        """Raise OutputError before any work is done where a file could not be written, or would spoil a set."""
        for path in filter(None, (self.junit, self.json, self.markdown)):
            _check(path)
        if self.html:
            _check_folder(self.html)

    def keep(self, gold: GoldSet, comparison: Comparison) -> None:
        """Keep a comparison for its report."""
        self.comparisons[gold.folder] = comparison

    def write(self, verdict: CheckVerdict, apart: Apart | None) -> None:
        """Render everything, then write it, and add the summary to that of the job where GitHub asks for it."""
        from compare.check.summary import summary

        rendered = list(self._rendered(verdict, apart))
        if self.html:
            _make(self.html)
        for path, data in rendered:
            write_whole(path, data)
        if name := os.environ.get(_SUMMARY):
            _append(Path(name), summary(verdict).encode("utf-8", "replace"))

    def _rendered(self, verdict: CheckVerdict, apart: Apart | None) -> Iterator[tuple[Path, bytes]]:
        from compare.check.junit import junit
        from compare.check.summary import summary
        from compare.check.verdict_file import dumps

        if self.junit:
            yield self.junit, junit(verdict)
        if self.json:
            yield self.json, dumps(verdict, apart.as_data() if apart else None).encode("utf-8")
        if self.markdown:
            yield self.markdown, summary(verdict).encode("utf-8", "replace")
        if self.html:
            from compare.cli.check_page import pages

            yield from ((self.html / name, data) for name, data in pages(verdict, self.comparisons))


def _check(path: Path) -> None:
    if path.is_dir():
        raise OutputError("this is a folder", str(path), f"name a file in it: {path}/check.json")
    if not path.parent.is_dir():
        raise OutputError("no such folder", str(path.parent), "make it first")
    if not os.access(path.parent, os.W_OK):
        raise OutputError("the folder cannot be written to", str(path.parent), "choose another")
    _keep_out(path.parent)


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise OutputError("this is no folder", str(folder), "name one with --html")
    if not folder.parent.is_dir():
        raise OutputError("no such folder", str(folder.parent), "make it first")
    _keep_out(folder)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"it cannot be made: {reason}", str(folder), "choose another with --html") from error


def _keep_out(folder: Path) -> None:
    """A sample set is no place for what is made: nothing of it may be replaced."""
    if (folder / "gold.json").exists() or (folder / "set.toml").exists():
        raise OutputError("this is a sample set", str(folder), "write to another folder")


def _append(path: Path, data: bytes) -> None:
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"it cannot be written: {reason}", str(path), f"mend or unset {_SUMMARY}") from error


def annotate(verdict: CheckVerdict, asked: bool | None, format_: str) -> None:
    """Annotations for GitHub, which reads both streams: on standard error where the other one holds JSON."""
    if not (bool(os.environ.get(_ACTIONS)) if asked is None else asked):
        return
    from compare.check.annotations import annotations

    sys.stdout.flush()
    root = Path(os.environ.get(_WORKSPACE) or ".")
    for line in annotations(verdict, root):
        click.echo(line.encode("utf-8", "replace"), err=format_ == "json")
