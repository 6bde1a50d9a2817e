"""The laws of the house: who may import whom, and what a fresh process loads.

Source is read with `ast`; imports under `if TYPE_CHECKING:` run in no process and are left out, except where
a law speaks of knowledge and not of loading.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOUNDATION = frozenset({"model", "settings", "errors", "wording", "countries"})
JOINERS = frozenset({"pipeline", "cli", "check", "__main__", "__init__"})
"""Rooms of `compare` that may see several stages."""
MAY_ALSO_SEE = {"claims": {"facts"}}
HEAVY = frozenset(
    (
        *("torch", "transformers", "sentence_transformers", "onnxruntime", "tokenizers", "scipy", "sklearn"),
        *("pandas", "ray", "duckdb", "trafilatura", "playwright"),
    )
)
HOMES = {
    "onnxruntime": "compare/backends/onnx.py",
    "tokenizers": "compare/backends/onnx.py",
    "sentence_transformers": "compare/backends/extra.py",
}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def ours() -> list[Path]:
    return [*sources("compare"), *sources("reports")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports(path: Path, *, typing_too: bool = False, top_only: bool = False) -> frozenset[str]:
    """Every module that a file imports, in full; `from package import module` counts as both."""
    return frozenset(_imports(ast.parse(path.read_text("utf-8")).body, path, typing_too, top_only))


def _imports(body: Iterable[ast.stmt], path: Path, typing_too: bool, top_only: bool) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, path)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names if _is_module(f"{base}.{alias.name}"))
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) and not typing_too:
            yield from _imports(node.orelse, path, typing_too, top_only)
        elif not (top_only and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
            yield from _imports(_below(node), path, typing_too, top_only)


def _below(node: ast.AST) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from child.body


def _absolute(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def _is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def room(module: str) -> str:
    """compare.facts.dates -> facts; compare -> __init__."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def of_compare(found: Iterable[str]) -> set[str]:
    return {room(name) for name in found if name.split(".")[0] == "compare" and name != "compare"}


def of_reports(found: Iterable[str]) -> set[str]:
    return {name for name in found if name.split(".")[0] == "reports"}


def rooms() -> list[Path]:
    return [path for path in sources("compare") if room(module_of(path)) not in JOINERS]


# The reader of imports is itself tested: a law that sees nothing is kept by everybody.


def test_the_reader_of_imports_sees_every_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "compare" / "relate"
    package.mkdir(parents=True)
    (package / "other.py").write_text("")
    path = package / "rules.py"
    path.write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas\nelse:\n    import json\n"
        "import os.path\nfrom . import other\nfrom ..align import likeness\n"
        "try:\n    import duckdb\nexcept ImportError:\n    import csv\n"
        "class A:\n    def f(self):\n        with self:\n            from torch import nn\n"
        "match 1:\n    case 1:\n        import ray\n"
    )
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    everything = {
        "typing",
        "json",
        "os.path",
        "compare.relate",
        "compare.relate.other",
        "compare.align",
        "duckdb",
        "csv",
    }
    assert imports(path) == everything | {"torch", "ray"}
    assert imports(path, top_only=True) == everything | {"ray"}
    assert imports(path, typing_too=True) == everything | {"torch", "ray", "pandas"}


def test_there_is_something_to_judge() -> None:
    seen = {room(module_of(path)) for path in sources("compare")}
    assert seen >= {"model", "settings", "errors", "wording", "align", "relate", "origins", "group", "pipeline", "cli"}
    assert "compare.align" in imports(ROOT / "compare" / "pipeline.py")
    assert len(sources("reports")) > 5


@pytest.mark.parametrize("foundation", ["model", "wording"])
def test_the_foundation_imports_nothing_of_the_project(foundation: str) -> None:
    for path in sources("compare"):
        if room(module_of(path)) == foundation:
            found = imports(path, typing_too=True)
            assert of_compare(found) <= {foundation}, named(path)
            assert not of_reports(found), named(path)


def test_the_model_needs_the_standard_library_only() -> None:
    for path in sources("compare/model"):
        outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"compare"}
        assert not outside, named(path)


@pytest.mark.parametrize("path", rooms(), ids=named)
def test_stages_see_the_foundation_and_themselves_never_each_other(path: Path) -> None:
    home = room(module_of(path))
    allowed = {home, *FOUNDATION, *MAY_ALSO_SEE.get(home, ())}
    assert of_compare(imports(path, typing_too=True)) <= allowed


def test_errors_and_settings_lean_on_nothing_above_them() -> None:
    assert not of_compare(imports(ROOT / "compare" / "errors.py", typing_too=True))
    assert of_compare(imports(ROOT / "compare" / "settings.py", typing_too=True)) <= {"errors", "model"}


def test_the_package_itself_loads_nothing() -> None:
    assert imports(ROOT / "compare" / "__init__.py") <= {"__future__", "importlib", "typing"}


def test_compare_apart_from_its_command_line_never_imports_reports() -> None:
    for path in sources("compare"):
        if room(module_of(path)) != "cli":
            assert not of_reports(imports(path, typing_too=True)), named(path)


def test_one_door_leads_to_reports_by_name() -> None:
    doors = []
    for path in sources("compare"):
        if room(module_of(path)) == "cli":
            continue
        for scope in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(scope, ast.FunctionDef) and any(map(_names_reports, ast.walk(scope))):
                doors.append((named(path), scope.name))
    assert doors == [("compare/model/results.py", "_view")]
    outside = [
        named(path)
        for path in sources("compare")
        if room(module_of(path)) != "cli" and any(map(_names_reports, ast.walk(ast.parse(path.read_text("utf-8")))))
    ]
    assert outside == ["compare/model/results.py"]


def _names_reports(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(re.match(r"reports[.:]\S*$", node.value))
    )


def test_reports_sees_the_values_and_the_errors_only() -> None:
    for path in sources("reports"):
        found = {name for name in imports(path, typing_too=True) if name.split(".")[0] == "compare"}
        assert "compare" not in found, named(path)
        assert of_compare(found) <= {"model", "errors"}, named(path)


def heavy_imports(*, top_only: bool = False) -> dict[str, set[str]]:
    """Heavy package -> files that import it."""
    found: dict[str, set[str]] = {}
    for path in ours():
        for name in imports(path, top_only=top_only):
            if name.split(".")[0] in HEAVY:
                found.setdefault(name.split(".")[0], set()).add(named(path))
    return found


def test_a_heavy_package_is_imported_in_one_file() -> None:
    found = heavy_imports()
    assert {package: files for package, files in found.items() if len(files) > 1} == {}
    assert {package: {home} for package, home in HOMES.items()}.items() <= found.items()


def test_a_file_that_loads_a_heavy_package_is_loaded_by_name_only() -> None:
    """Only `backends` load a heavy package at once, and outside of these nobody imports one of them at once."""
    for package, files in heavy_imports(top_only=True).items():
        assert all(file.startswith("compare/backends/") for file in files), package
    for path in ours():
        if room(module_of(path)) != "backends":
            assert "backends" not in of_compare(imports(path, top_only=True)), named(path)


def test_nothing_is_called_utils() -> None:
    forbidden = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert not [named(path) for path in ours() if forbidden & set(path.relative_to(ROOT).with_suffix("").parts)]


def test_no_star_imports() -> None:
    for path in ours():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.names[0].name == "*"), named(path)


# What a fresh process loads.

_TELL = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"


def loaded_by(*statements: str, cwd: Path = ROOT) -> set[str]:
    """Top-level modules after running these statements in a new interpreter."""
    command = [sys.executable, "-c", "\n".join([*statements, _TELL])]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


def calling(*arguments: str) -> tuple[str, ...]:
    """Statements that run the command line as `python -m compare` does, and go on after it."""
    return (
        "import runpy, sys",
        f"sys.argv = {['compare', *arguments]!r}",
        "try:",
        "    runpy.run_module('compare', run_name='__main__')",
        "except SystemExit as done:",
        "    assert not done.code, done.code",
    )


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(("import compare",), id="import compare"),
        pytest.param(calling("--help"), id="--help"),
        pytest.param(calling("--version"), id="--version"),
        pytest.param(("import compare", "compare.Article, compare.CompareError, compare.Settings"), id="the values"),
    ],
)
def test_what_is_asked_for_often_loads_nothing_heavy(statements: tuple[str, ...]) -> None:
    loaded = loaded_by(*statements)
    assert "compare" in loaded
    assert not loaded & (HEAVY | {"numpy", "rapidfuzz", "nupunkt", "jinja2"})


def test_importing_the_package_loads_no_command_line() -> None:
    assert not loaded_by("import compare") & {"click", "rich", "reports"}


def test_a_run_with_the_default_models_loads_no_package_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "The bridge was closed on Monday.\n\nNine people were hurt, police said.\n", "utf-8"
    )
    (tmp_path / "two.txt").write_text(
        "The bridge was shut on Monday.\n\nFour people were hurt, the town said.\n", "utf-8"
    )
    loaded = loaded_by(*calling("run", "one.txt", "two.txt", "-q"), cwd=tmp_path)
    assert (tmp_path / "comparison.html").exists()
    assert {"onnxruntime", "tokenizers", "numpy"} <= loaded
    assert not loaded & (HEAVY - {"onnxruntime", "tokenizers"})
