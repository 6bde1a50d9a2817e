"""What came of sets that have not changed since, so that they are not compared again.

One SQLite file in the user's cache folder, or in $COMPARE_CACHE. An entry is found by a hash of everything that shapes
it, and carries that hash, so that a damaged file can be slow but never wrong. Nothing here may fail a check: a broken
file is made anew, one that cannot be used is done without, and either is told once.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from compare.check.codec import decode, encode
from compare.check.engine import Engine, digest
from compare.check.goldset import GoldSet
from compare.check.outcome import SetOutcome
from compare.check.telling import one_line

FORMAT = 1
"""A file of another format is made anew."""
MOST_BYTES = 64_000_000
"""Room for outcomes, compressed; the oldest give way. A set takes some 10,000."""
NAME = "check.sqlite"

_PATIENCE = 10.0  # seconds to wait while another process writes
_TABLE = "CREATE TABLE IF NOT EXISTS outcomes (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, data BLOB NOT NULL)"
_STORE = "INSERT OR REPLACE INTO outcomes (key, data) VALUES (?, ?)"
_LOAD = "SELECT data FROM outcomes WHERE key = ?"
_MAKE_ROOM = """
    DELETE FROM outcomes WHERE id <= (
        SELECT max(id) FROM (SELECT id, sum(length(data)) OVER (ORDER BY id DESC) AS kept FROM outcomes) WHERE kept > ?
    )"""
_BROKEN = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What SQLite says of a file with something else in it; all else means that the file cannot be used now."""

Warn = Callable[[str], None]
T = TypeVar("T")


@dataclass(frozen=True)
class Key:
    """What the outcome of a set is found by."""

    digest: str
    folder: Path
    """Where the set lies; the same set elsewhere has the same outcome."""


def key_of(gold: GoldSet, engine: Engine) -> Key | None:
    """The key of a set for that engine; None where the engine, or a file of the set, cannot be known beforehand."""
    if engine.stamp is None:
        return None
    try:
        return Key(digest((engine.stamp.encode(), *_contents(gold))), gold.folder)
    except OSError:
        return None


def _contents(gold: GoldSet) -> Iterator[bytes]:
    """All that is read of a set. The outcome holds lines of gold.json and what set.toml says of origins."""
    for name in ("gold.json", "set.toml", *gold.articles):
        yield name.encode("utf-8", "surrogatepass")
        yield (gold.folder / name).read_bytes()


def place() -> Path:
    """The folder of the cache. Raises RuntimeError where the user has no home."""
    if own := os.environ.get("COMPARE_CACHE"):
        return Path(own)
    given = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "")
    return (given if given.is_absolute() else Path.home() / ".cache") / "compare-sources"


def on_stderr(what: str) -> None:
    """Warn in one line."""
    sys.stderr.write(f"compare: warning: {what}\n")


class Cache:
    """An open cache, for one thread; also one that remembers nothing."""

    def __init__(self, base: sqlite3.Connection | None, path: Path, warn: Warn) -> None:
        self._base, self._path, self._warn = base, path, warn

    @classmethod
    def off(cls) -> Cache:
        """One that remembers nothing."""
        return cls(None, Path(), on_stderr)

    @classmethod
    def opened(cls, warn: Warn = on_stderr) -> Cache:
        """That of the user; where it cannot be used, one that remembers nothing, after a warning."""
        try:
            path = place() / NAME
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # an article may be under embargo
            cache = cls(_connected(path), path, warn)
        except (OSError, RuntimeError, ValueError, sqlite3.Error) as error:
            warn(_unused(error))
            return cls.off()
        cache._attempt(_prepare)
        return cache

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Remember nothing from here on."""
        if self._base:
            self._base.close()
            self._base = None

    def load(self, key: Key | None) -> SetOutcome | None:
        """What came of that set, with 0 for the seconds it took now; None where it is not known."""
        if key is None:
            return None
        row = self._attempt(lambda base: base.execute(_LOAD, (key.digest,)).fetchone())
        return _unpacked(row[0], key) if row else None

    def store(self, key: Key | None, outcome: SetOutcome) -> None:
        """Remember it."""
        if key is not None:
            row = key.digest, _packed(outcome, key)
            self._attempt(lambda base: _write(base, row))

    def _attempt(self, act: Callable[[sqlite3.Connection], T]) -> T | None:
        """What it gives. None where the file was broken, and is made anew, or cannot be used from here on."""
        if self._base is None:
            return None
        try:
            return act(self._base)
        except sqlite3.Error as error:
            if _is_broken(error):
                self._renew()
            else:
                self._give_up(error)
        return None

    def _renew(self) -> None:
        """An empty file is an empty database. It is not replaced by another: SQLite finds its journal by the name."""
        self._warn(f"the cache of checked sets was broken and is made anew ({one_line(str(self._path))})")
        self.close()
        try:
            os.truncate(self._path, 0)
            self._base = _connected(self._path)
            _prepare(self._base)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self._warn(_unused(error, self._path))
        self.close()


def _connected(path: Path) -> sqlite3.Connection:
    """Reads nothing yet."""
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _prepare(base: sqlite3.Connection) -> None:
    """Make the table where there is none; one of another format gives way."""
    base.execute("PRAGMA synchronous = NORMAL")
    if _format(base) == FORMAT:
        return
    with base:
        base.execute("BEGIN IMMEDIATE")  # waits for its turn; two that had begun to read could not both write
        if _format(base) != FORMAT:
            base.execute("DROP TABLE IF EXISTS outcomes")
            base.execute(_TABLE)
            base.execute(f"PRAGMA user_version = {FORMAT}")


def _format(base: sqlite3.Connection) -> int:
    number: int = base.execute("PRAGMA user_version").fetchone()[0]
    return number


def _write(base: sqlite3.Connection, row: tuple[str, bytes]) -> None:
    with base:
        base.execute("BEGIN IMMEDIATE")
        base.execute(_STORE, row)
        base.execute(_MAKE_ROOM, (MOST_BYTES,))


def _is_broken(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN  # the rest of the code says where it was noticed


def _unused(error: Exception, path: Path | None = None) -> str:
    place = f" ({one_line(str(path))})" if path else ""
    return f"the cache of checked sets is not used: {one_line(str(error))}{place}"


def _packed(outcome: SetOutcome, key: Key) -> bytes:
    return zlib.compress(json.dumps({"key": key.digest, "outcome": encode(outcome)}).encode())


def _unpacked(data: bytes, key: Key) -> SetOutcome | None:
    """None where it is damaged, or of another set."""
    try:
        held = json.loads(zlib.decompress(data))
        outcome: SetOutcome = decode(SetOutcome, held["outcome"])
    except (zlib.error, ValueError, KeyError, TypeError, RecursionError):
        return None
    here = replace(outcome, name=key.folder.name, folder=key.folder, seconds=0.0)
    return here if held["key"] == key.digest else None
