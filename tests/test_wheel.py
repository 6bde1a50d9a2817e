"""The built wheel, installed into an empty environment and run from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(out),
        ".",
    ]
    subprocess.run([*command, "--disable-pip-version-check"], cwd=ROOT, check=True)
    (built,) = out.glob("compare_sources-*.whl")
    return built


def test_it_holds_both_packages_templates_and_weights(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "compare/models/minilm/model.onnx",
        "compare/models/minilm/tokenizer.json",
        "compare/models/minilm/LICENSE",
        "compare/models/minilm/card.md",
        "compare/models/reader/model.onnx",
        "compare/models/weights.json",
        "compare/py.typed",
        "reports/data.py",
    }
    assert wanted <= names
    assert any(name.startswith("reports/templates/") for name in names)
    assert not any(name.startswith(("tests/", "training/", "samples/")) for name in names)


def test_it_runs_alone_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)], check=True)
    samples = sorted(str(path) for path in (ROOT / "samples" / "direct-talks").glob("*.txt"))
    command = [str(home / "bin" / "compare-sources"), "run", *samples, "-o", "out.html", "-o", "out.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={"PATH": "", "COLUMNS": "100"})
    assert done.returncode == 0, done.stderr
    assert "<!doctype html>" in (tmp_path / "out.html").read_text("utf-8").lower()
    modules = [path.name for path in (home / "lib").glob("python*/site-packages/*")]
    assert "torch" not in modules
    assert _size(home) < 500 * MEGABYTE


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
