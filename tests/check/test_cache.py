"""The cache gives back what was stored for the same set and engine, and never harms a check."""

from __future__ import annotations

import dataclasses
import json
import random
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from string import ascii_letters

import pytest

from compare.check import cache as module
from compare.check.cache import NAME, Cache, Key, key_of, place
from compare.check.codec import decode, encode
from compare.check.engine import Engine
from compare.check.goldset import GoldSet, Passage
from compare.check.outcome import Kin, SetOutcome, Told
from compare.settings import Settings
from tests.check.verdicts import AGE, HOSTILE, STATE, TOLL, WIRE, item, outcome

ROOT = Path(__file__).parents[2]
SIGNATURE = {"compare": "0.1.0", "read_floor": 0.08, "copy_words": 8, "link_reader": None}
FULL = outcome(
    item(wanted_aspects=("quantity",), said_aspects=("quantity", "attribution"), line=7),
    item(AGE, wanted=None, said="unsure"),
    item((Passage("a", HOSTILE), Passage("b", HOSTILE)), key=HOSTILE, said=None, unread=True),
    told=(Told(TOLL[0], "contested", "told differently"),),
    kin=(Kin("wire.txt", "state.txt", wanted=True, said=False),),
    signature=SIGNATURE,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def warnings() -> list[str]:
    return []


@pytest.fixture
def cache(warnings: list[str]) -> Iterator[Cache]:
    with Cache.opened(warnings.append) as opened:
        yield opened


def key(number: int = 0) -> Key:
    return Key(f"{number:064}", Path("samples/ferry"))


def named(number: int, size: int = 0) -> SetOutcome:
    """An outcome that says which it is, as long as wanted however well it is packed."""
    noise = "".join(random.Random(number).choices(ascii_letters, k=size))
    return outcome(item(key=f"{number}"), title=noise)


def remembered(*keys: Key) -> list[SetOutcome | None]:
    """What a process that begins now finds, without any warning."""
    with Cache.opened(pytest.fail) as opened:
        return [opened.load(one) for one in keys]


# What it gives back.


def test_an_outcome_comes_back_as_it_was_and_took_no_time(cache: Cache) -> None:
    assert cache.load(key()) is None
    cache.store(key(), FULL)
    assert cache.load(key()) == dataclasses.replace(FULL, seconds=0.0)
    assert remembered(key(), key(1)) == [dataclasses.replace(FULL, seconds=0.0), None]


def test_the_same_set_elsewhere_has_the_name_and_place_it_has_there(cache: Cache) -> None:
    cache.store(key(), FULL)
    found = cache.load(Key(key().digest, Path("copies/boat")))
    assert found == dataclasses.replace(FULL, name="boat", folder=Path("copies/boat"), seconds=0.0)


def test_what_is_stored_last_counts(cache: Cache) -> None:
    cache.store(key(), named(1))
    cache.store(key(), named(2))
    assert cache.load(key()) == dataclasses.replace(named(2), seconds=0.0)


def test_nothing_is_kept_by_pickle(folder: Path, cache: Cache) -> None:
    cache.store(key(), FULL)
    row = sqlite3.connect(folder / NAME).execute("SELECT data FROM outcomes").fetchone()
    assert json.loads(zlib.decompress(row[0]))["outcome"]["items"][0]["said"] == "conflict"
    for source in ("cache", "codec", "engine"):
        assert "pickle" not in (ROOT / "compare" / "check" / f"{source}.py").read_text("utf-8")


def test_one_that_is_off_remembers_nothing(folder: Path) -> None:
    with Cache.off() as cache:
        cache.store(key(), FULL)
        assert cache.load(key()) is None
    assert not folder.exists()


def test_a_set_without_a_key_is_not_remembered(cache: Cache, warnings: list[str]) -> None:
    cache.store(None, FULL)
    assert cache.load(None) is None
    assert not warnings


def test_old_outcomes_give_way_when_there_is_no_room(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100_000)
    for number in range(60):
        cache.store(key(number), named(number, 8_000))
    found = [number for number in range(60) if cache.load(key(number))]
    assert found == list(range(found[0], 60))
    assert 5 < len(found) < 25
    assert (folder / NAME).stat().st_size < 200_000


def test_an_outcome_larger_than_the_room_is_not_kept_and_harms_nothing(
    cache: Cache, warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 1_000)
    cache.store(key(), named(0, 8_000))
    assert cache.load(key()) is None
    cache.store(key(1), named(1))
    assert cache.load(key(1))
    assert not warnings


# The key.


@pytest.fixture
def gold(tmp_path: Path) -> GoldSet:
    made = tmp_path / "ferry"
    made.mkdir()
    files = {"wire.txt": WIRE, "state.txt": STATE, "gold.json": "{}", "set.toml": 'title = "Ferry"\n'}
    for name, text in files.items():
        (made / name).write_text(text, "utf-8")
    return GoldSet(made, ("wire.txt", "state.txt"), ())


def digest_of(gold: GoldSet, engine: Engine | None = None) -> str:
    found = key_of(gold, engine or Engine())
    assert found
    return found.digest


@pytest.mark.parametrize("name", ["wire.txt", "state.txt", "gold.json", "set.toml"])
def test_a_changed_file_makes_another_key(gold: GoldSet, name: str) -> None:
    before = digest_of(gold)
    assert digest_of(gold) == before
    with (gold.folder / name).open("a") as file:
        file.write("\n")
    assert digest_of(gold) != before


def test_what_is_not_read_makes_no_other_key(gold: GoldSet, tmp_path: Path) -> None:
    before = digest_of(gold)
    (gold.folder / "README.md").write_text("A card.")
    (gold.folder / "baseline.json").write_text("{}")
    assert digest_of(gold) == before
    gold.folder.rename(tmp_path / "boat")
    assert digest_of(dataclasses.replace(gold, folder=tmp_path / "boat")) == before


def test_text_moved_from_one_article_to_the_next_makes_another_key(gold: GoldSet) -> None:
    before = digest_of(gold)
    whole = WIRE + STATE
    (gold.folder / "wire.txt").write_text(whole[:10])
    (gold.folder / "state.txt").write_text(whole[10:])
    assert digest_of(gold) != before


@pytest.mark.parametrize(
    "other",
    [
        Engine(relation_model="rules"),
        Engine(settings=dataclasses.replace(Settings(), verdict_threshold=0.5)),
        Engine(settings=dataclasses.replace(Settings(), reread_weights=None)),
    ],
    ids=["another model", "another threshold", "other weights"],
)
def test_another_engine_has_another_key(gold: GoldSet, other: Engine) -> None:
    assert digest_of(gold, other) != digest_of(gold)


def test_a_folder_with_a_model_is_known_by_what_is_in_it(gold: GoldSet, tmp_path: Path) -> None:
    weights = tmp_path / "model" / "weights.bin"
    weights.parent.mkdir()
    weights.write_bytes(b"one")
    before = digest_of(gold, Engine(embedder=str(weights.parent)))
    assert digest_of(gold, Engine(embedder=str(weights.parent))) == before
    weights.write_bytes(b"two")
    assert digest_of(gold, Engine(embedder=str(weights.parent))) != before


@pytest.mark.parametrize("name", ["somebody/some-model", "models:Mine"])
def test_a_model_that_must_be_loaded_to_be_known_has_no_key(gold: GoldSet, name: str) -> None:
    assert key_of(gold, Engine(embedder=name)) is None
    assert key_of(gold, Engine(relation_model=name)) is None


def test_a_set_with_a_missing_file_has_no_key(gold: GoldSet) -> None:
    (gold.folder / "wire.txt").unlink()
    assert key_of(gold, Engine()) is None


def test_changed_code_or_weights_make_another_key(
    gold: GoldSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from compare.check import engine

    package = tmp_path / "package"
    (package / "models").mkdir(parents=True)
    (package / "rules.py").write_text("LEAST = 1")
    (package / "models" / "weights.onnx").write_bytes(b"\0")
    monkeypatch.setattr(engine, "files", lambda name: package)
    seen = []
    for path, data in (("rules.py", b"LEAST = 1"), ("rules.py", b"LEAST = 2"), ("models/weights.onnx", b"\1")):
        (package / path).write_bytes(data)
        engine._code.cache_clear()
        seen.append(digest_of(gold))
    engine._code.cache_clear()
    assert len(set(seen)) == 3


def test_the_key_is_made_without_loading_a_model() -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom compare.check.goldset import load_set\n"
        "from compare.check.engine import Engine\nfrom compare.check.cache import key_of\n"
        "assert key_of(load_set(Path('samples/dam-release')), Engine())\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"onnxruntime", "tokenizers", "torch", "nupunkt"} & set(done.stdout.split())


# Where it is.


def test_the_folder_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path) -> None:
    assert place() == folder
    monkeypatch.delenv("COMPARE_CACHE")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    for given, wanted in ((None, "me/.cache"), ("", "me/.cache"), ("not/absolute", "me/.cache"), ("xdg", "xdg")):
        if given is None:
            monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / given) if given == "xdg" else given)
        assert place() == tmp_path / wanted / "compare-sources"


def test_nobody_else_may_look_into_it(folder: Path, cache: Cache) -> None:
    cache.store(key(), FULL)
    assert folder.stat().st_mode & 0o077 == 0


# Broken files and folders.

GARBAGE = b"\x89PNG\r\n no database " * 700


@pytest.mark.parametrize("size", [30, 60, 100, 2_000, 4_096, 8_192, 12_000])
def test_a_truncated_file_is_made_anew_with_a_warning(folder: Path, cache: Cache, size: int) -> None:
    for number in range(6):
        cache.store(key(number), named(number, 9_000))
    cache.close()
    whole = (folder / NAME).read_bytes()
    assert len(whole) > 12_000
    (folder / NAME).write_bytes(whole[:size])
    made_anew(folder)


@pytest.mark.parametrize(
    "data", [GARBAGE, b"\0" * 5_000, b"SQLite format 3\0" + GARBAGE], ids=["garbage", "zeros", "a good beginning"]
)
def test_garbage_is_made_anew_with_a_warning(folder: Path, data: bytes) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(data)
    made_anew(folder)


@pytest.mark.parametrize("data", [b"", b"S"])
def test_a_file_with_nothing_in_it_is_a_new_one(folder: Path, data: bytes) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(data)
    with Cache.opened(pytest.fail) as cache:
        cache.store(key(), FULL)
    assert remembered(key()) == [dataclasses.replace(FULL, seconds=0.0)]


def made_anew(folder: Path) -> None:
    warnings: list[str] = []
    with Cache.opened(warnings.append) as cache:
        found = cache.load(key(5))
        cache.store(key(5), FULL)
    (told,) = warnings
    assert "broken" in told
    assert str(folder / NAME) in told
    assert found is None
    assert remembered(key(5)) == [dataclasses.replace(FULL, seconds=0.0)]


def test_pages_damaged_in_the_middle_give_no_wrong_outcome(folder: Path, cache: Cache) -> None:
    for number in range(8):
        cache.store(key(number), named(number, 9_000))
    cache.close()
    whole = bytearray((folder / NAME).read_bytes())
    for start in range(4_096, len(whole), 9_000):
        damaged = whole[:]
        damaged[start : start + 40] = b"\xff" * 40
        (folder / NAME).write_bytes(damaged)
        with Cache.opened(lambda what: None) as opened:
            for number in range(8):
                found = opened.load(key(number))
                assert found in (None, dataclasses.replace(named(number, 9_000), seconds=0.0))
            opened.store(key(99), FULL)


def test_an_entry_that_is_none_is_compared_again(folder: Path, cache: Cache) -> None:
    cache.store(key(), FULL)
    held = encode(FULL)
    broken = [
        b"no zlib",
        zlib.compress(b"no json"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(json.dumps({"key": key(1).digest, "outcome": held}).encode()),
        zlib.compress(json.dumps({"key": key().digest, "outcome": {**held, "items": None}}).encode()),
        zlib.compress(json.dumps({"key": key().digest, "outcome": {"name": "ferry"}}).encode()),
    ]
    for data in broken:
        with sqlite3.connect(folder / NAME) as base:
            base.execute("UPDATE outcomes SET data = ?", (data,))
        assert cache.load(key()) is None
        cache.store(key(), FULL)
        assert cache.load(key()) is not None


def test_another_format_gives_way_in_silence(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / NAME) as base:
        base.execute("CREATE TABLE outcomes (other TEXT)")
        base.execute(f"PRAGMA user_version = {module.FORMAT + 1}")
    with Cache.opened(pytest.fail) as cache:
        cache.store(key(), FULL)
        assert cache.load(key())


@pytest.mark.parametrize("place", ["a file/cache", "/proc/cache", "/dev/null", "with\ta tab/\u202e"])
def test_where_the_folder_cannot_be_used_there_is_no_cache_and_one_warning(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a file").touch()
    (tmp_path / "with\ta tab").touch()
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path / place))
    with Cache.opened() as cache:
        for number in range(3):
            cache.store(key(number), FULL)
            assert cache.load(key(number)) is None
    told = capsys.readouterr().err
    assert told.startswith("compare: warning: ")
    assert told.count("\n") == 1
    assert "not used" in told
    assert told[:-1].isprintable()


def test_a_folder_in_place_of_the_file_is_left_alone(folder: Path, warnings: list[str]) -> None:
    (folder / NAME).mkdir(parents=True)
    with Cache.opened(warnings.append) as cache:
        cache.store(key(), FULL)
    assert len(warnings) == 1
    assert (folder / NAME).is_dir()


def test_a_file_that_cannot_be_written_any_more_is_done_without(cache: Cache, warnings: list[str]) -> None:
    assert cache._base
    cache._base.execute("PRAGMA query_only = 1")
    for number in range(3):
        cache.store(key(number), FULL)
    assert len(warnings) == 1
    assert cache.load(key()) is None


def test_one_that_waits_too_long_goes_on_without(
    folder: Path, cache: Cache, warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.store(key(), FULL)
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    other = sqlite3.connect(folder / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Cache.opened(warnings.append) as late:
        assert late.load(key()) is None
        late.store(key(1), FULL)
    assert len(warnings) == 1
    assert "locked" in warnings[0]
    other.execute("ROLLBACK")
    assert cache.load(key())


# Several processes, and an end from outside.

WRITER = """
import sys
from tests.check.test_cache import Cache, key, named
first, last = map(int, sys.argv[1:])
def fail(what):
    sys.exit(what)
with Cache.opened(fail) as cache:
    for number in range(first, last):
        cache.store(key(number), named(number, 3000))
        assert cache.load(key(number)), number
        print(number, flush=True)
"""


def writing(first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_processes_write_at_once(folder: Path) -> None:
    both = [writing(0, 40), writing(20, 60)]
    for process in both:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        assert len(out.split()) == 40
    found = remembered(*map(key, range(60)))
    assert found == [dataclasses.replace(named(number, 3000), seconds=0.0) for number in range(60)]


def test_a_process_killed_while_it_writes_leaves_a_cache_that_opens(folder: Path) -> None:
    done = 0
    for delay in (0.0, 0.001, 0.004, 0.013, 0.04):
        process = writing(done, done + 10_000)
        assert process.stdout
        told = [process.stdout.readline()]  # it has begun to write
        time.sleep(delay)
        process.kill()
        rest, err = process.communicate(timeout=60)
        assert process.returncode == -9, err
        told += rest.splitlines()
        stored = [int(line) for line in told if line.strip()]
        found = remembered(*map(key, stored))
        assert found == [dataclasses.replace(named(number, 3000), seconds=0.0) for number in stored]
        done = stored[-1] + 1
    assert sqlite3.connect(folder / NAME).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_process_killed_within_a_transaction_leaves_the_cache_as_it_was(folder: Path, cache: Cache) -> None:
    """With so small a memory for pages that half of what it writes is in the file already."""
    for number in range(20):
        cache.store(key(number), named(number, 3000))
    code = (
        "import os, signal, sqlite3, sys\nbase = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "base.execute('PRAGMA cache_size = 1')\nbase.execute('BEGIN IMMEDIATE')\n"
        "base.execute('UPDATE outcomes SET data = randomblob(20000)')\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder / NAME)], check=False)
    assert done.returncode == -9
    assert (folder / f"{NAME}-journal").stat().st_size
    found = remembered(*map(key, range(20)))
    assert found == [dataclasses.replace(named(number, 3000), seconds=0.0) for number in range(20)]


# The codec.


@dataclasses.dataclass(frozen=True)
class Grown:
    """What a later version may have: a field that an earlier one did not write."""

    name: str
    new: tuple[str, ...] = ()


def test_a_field_with_a_default_may_be_missing() -> None:
    assert decode(Grown, {"name": "ferry"}) == Grown("ferry")
    with pytest.raises(KeyError):
        decode(Grown, {"new": ["a"]})


@pytest.mark.parametrize(
    ("field", "raw"),
    [
        ("name", 3),
        ("items", "text"),
        ("items", [{"key": "only"}]),
        ("kin", [{"left": "a", "right": "b", "wanted": 1, "said": True}]),
        ("told", [{"passage": {"article": "a", "quote": "b"}, "wanted": "nonsense", "said": "unsure"}]),
        ("seconds", True),
        ("signature", []),
    ],
)
def test_what_is_no_outcome_is_refused(field: str, raw: object) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        decode(SetOutcome, {**encode(FULL), field: raw})
