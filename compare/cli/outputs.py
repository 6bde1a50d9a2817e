"""Which renderer writes which file, and writing files whole or not at all."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.errors import OutputError, SettingsError
from compare.model import Comparison


@dataclass(frozen=True)
class Format:
    """A renderer: "module:function" from a Comparison to text."""

    renderer: str

    def render(self, comparison: Comparison) -> bytes:
        """The whole output in UTF-8."""
        module, function = self.renderer.split(":")
        text: str = getattr(importlib.import_module(module), function)(comparison)
        return text.encode("utf-8", "replace")


FORMATS: dict[str, Format] = {
    "csv": Format("reports.table:render"),
    "html": Format("reports.html:render"),
    "json": Format("reports.data:dumps"),
    "md": Format("reports.markdown:render"),
    "text": Format("reports.text:render"),
}
_SUFFIXES = {".csv": "csv", ".htm": "html", ".html": "html", ".json": "json", ".md": "md", ".txt": "text"}


@dataclass(frozen=True)
class Output:
    """A file to write and its format."""

    path: Path
    format: Format


def planned(paths: Sequence[str]) -> list[Output]:
    """The outputs asked for. Raises SettingsError where a suffix names no format."""
    return [Output(Path(path), _format_of(path)) for path in paths]


def _format_of(path: str) -> Format:
    suffix = Path(path).suffix.lower()
    if suffix not in _SUFFIXES:
        known = ", ".join(sorted(_SUFFIXES))
        raise SettingsError(f"no format for {suffix or 'a name without a suffix'}", f"-o {path}", f"end it in {known}")
    return FORMATS[_SUFFIXES[suffix]]


def check(outputs: Sequence[Output], articles: Sequence[str]) -> None:
    """Raise OutputError before any work is done where a file could not be written, or would replace an article."""
    for output in outputs:
        folder = output.path.parent
        if output.path.is_dir():
            raise OutputError("this is a folder", str(output.path), f"name a file in it: {output.path}/report.html")
        if output.path.exists() and not output.path.is_file():
            raise OutputError("this is no regular file", str(output.path), "choose another name with -o")
        if not folder.is_dir():
            raise OutputError("no such folder", str(folder), "make it first")
        if not os.access(folder, os.W_OK):
            raise OutputError("the folder cannot be written to", str(folder), "choose another with -o")
        if any(_is_same(output.path, article) for article in articles):
            raise OutputError("this would replace an article", str(output.path), "choose another name with -o")


def _is_same(path: Path, article: str) -> bool:
    try:
        return path.samefile(article)
    except (OSError, ValueError):
        return False


def write_all(outputs: Sequence[Output], comparison: Comparison) -> None:
    """Render everything, then write it. Raises OutputError; a file is whole or as it was."""
    rendered = [(output.path, output.format.render(comparison)) for output in outputs]
    for path, data in rendered:
        write_whole(path, data)


def write_whole(path: Path, data: bytes) -> None:
    """Write one file. Raises OutputError; the file is whole or as it was."""
    try:
        _write(path, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"it cannot be written: {reason}", str(path), "choose another place with -o") from error


def show(data: bytes) -> None:
    """Print to standard output. Raises OutputError where that fails; a reader that has gone is for `main` to see."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python tries again when it leaves
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot write: {reason}", "standard output", "write to a file with -o") from error


def _write(path: Path, data: bytes) -> None:
    path = path.resolve()  # a link stays a link: what it points to is replaced
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the umask leaves of rw for all."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
