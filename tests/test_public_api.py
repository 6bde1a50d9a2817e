"""What `import compare` promises: its names, its errors, and nothing more."""

from __future__ import annotations

import ast
import importlib
import inspect
import pickle
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import compare
import compare.errors as errors
from compare.errors import CompareError

ROOT = Path(__file__).parents[1]
TREE = [found for _, found in inspect.getmembers(errors, inspect.isclass) if issubclass(found, Exception)]


def test_all_names_are_sorted_and_are_what_the_package_gives() -> None:
    assert sorted(compare.__all__) == compare.__all__
    assert set(compare.__all__) == set(compare._HOMES)
    for name in compare.__all__:
        assert getattr(compare, name) is getattr(importlib.import_module(compare._HOMES[name]), name)


def test_the_names_that_type_checkers_see_are_the_names_that_are_given() -> None:
    tree = ast.parse(Path(compare.__file__).read_text("utf-8"))
    (typed,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {alias.name: node.module for node in typed.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == compare._HOMES


def test_a_star_import_gives_them_all() -> None:
    names: dict[str, object] = {}
    exec("from compare import *", names)
    assert set(compare.__all__) <= set(names)


@pytest.mark.parametrize("name", ["nothing", "Relation", "_no", "__path_of_nothing__"])
def test_another_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'compare' has no attribute '{name}'"):
        getattr(compare, name)


@pytest.mark.parametrize("name", sorted(compare.__all__))
def test_every_public_thing_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(compare, name))


def test_the_signature_of_the_one_call() -> None:
    parameters = inspect.signature(compare.compare_articles).parameters
    assert next(iter(parameters)) == "sources"
    assert all(one.kind is one.KEYWORD_ONLY for name, one in parameters.items() if name != "sources")
    assert {"labels", "embedder", "relation_model", "settings", "progress"} <= set(parameters)


# Errors.


def test_every_error_is_below_compare_error_and_drawn_in_the_tree() -> None:
    assert CompareError in TREE
    for found in TREE:
        assert issubclass(found, CompareError)
        assert found.__name__ in (errors.__doc__ or "")
        assert found.__doc__


def classes(package: str) -> Iterator[tuple[str, ast.ClassDef]]:
    for path in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield path.relative_to(ROOT).as_posix(), node


@pytest.mark.parametrize("package", ["compare", "reports"])
def test_errors_are_made_in_one_place(package: str) -> None:
    elsewhere = [
        (file, node.name)
        for file, node in classes(package)
        if file != "compare/errors.py"
        and any(ast.unparse(base).endswith(("Error", "Exception")) for base in node.bases)
    ]
    assert elsewhere == []


@pytest.mark.parametrize("kind", TREE)
@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("no such file",), "no such file"),
        (("no such file", "a.txt"), "no such file (a.txt)"),
        (("no such file", None, "look again"), "no such file; look again"),
        (("no such file", "a.txt", "look again"), "no such file (a.txt); look again"),
    ],
)
def test_an_error_tells_what_where_and_what_to_do(kind: type[CompareError], parts: tuple[str, ...], line: str) -> None:
    error = kind(*parts)
    assert str(error) == line
    assert (error.what, error.where, error.cure) == (*parts, *[None] * (3 - len(parts)))


@pytest.mark.parametrize("kind", TREE)
def test_an_error_crosses_to_another_process_whole(kind: type[CompareError]) -> None:
    error = pickle.loads(pickle.dumps(kind("no such file", "a.txt", "look again")))
    assert type(error) is kind
    assert (str(error), error.what, error.where, error.cure) == (
        "no such file (a.txt); look again",
        "no such file",
        "a.txt",
        "look again",
    )


def test_the_one_door_to_reports_gives_what_a_notebook_shows(sample_comparison: compare.Comparison) -> None:
    html = sample_comparison._repr_html_()
    assert html.lstrip().startswith("<")
    assert all(article.label.split()[0] in html for article in sample_comparison.articles)
    frames = sample_comparison.to_frames()
    assert len(frames["claims"]) == len(sample_comparison.claims)
    assert len(frames["links"]) == len(sample_comparison.links)


def test_every_module_can_be_imported() -> None:
    for path in sorted((ROOT / "compare").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if path.name != "__main__.py":
            assert isinstance(importlib.import_module(name), ModuleType)
