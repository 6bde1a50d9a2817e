"""A folder written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from compare.errors import OutputError


def check_new(folder: Path) -> None:
    """Raise OutputError where the folder cannot be made, or something stands there already."""
    if not folder.name:
        raise OutputError("this names no new folder", str(folder), "name one with -o")
    if folder.is_dir():
        if any(folder.iterdir()):
            raise OutputError("the folder is not empty", str(folder), "name a new one with -o")
    elif os.path.lexists(folder):
        raise OutputError("there is a file of that name", str(folder), "name a new folder with -o")
    if not folder.parent.is_dir():
        raise OutputError("no such folder", str(folder.parent), "make it first")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write these files into a new folder, or an empty one. Raises OutputError; nothing is left behind then."""
    try:
        check_new(folder)
        _write(folder.resolve(), files)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"it cannot be written: {reason}", str(folder), "choose another place with -o") from error


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}."))
    try:
        for name, data in files.items():
            _write_file(made / name, data)
        made.chmod(_mode())
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _write_file(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mode() -> int:
    """What the umask leaves of a folder that all may read and write."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o777 & ~mask
