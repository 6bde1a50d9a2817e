from __future__ import annotations

from itertools import permutations

import pytest

from compare.errors import SettingsError
from compare.ingest import read_all


@pytest.fixture
def press(tmp_path):
    """Paths of small articles by name; `name: outlet` gives an outlet."""

    def write(*names: str) -> list[str]:
        paths = []
        for name in names:
            file, _, outlet = name.partition(": ")
            path = tmp_path / file
            path.parent.mkdir(exist_ok=True)
            path.write_text((f"Outlet: {outlet}\n\n" if outlet else "") + f"A ship sank, says {file}.")
            paths.append(str(path))
        return paths

    return write


CASES = [
    (["wire.txt", "state.txt"], [], ["wire", "state"]),
    (["wire.txt: The Kareth Post", "state.txt"], [], ["The Kareth Post", "state"]),
    (["wire.txt", "state.txt"], ["A", "B"], ["A", "B"]),
    (["wire.txt", "state.txt"], ["A"], ["A", "state"]),
    (["north/a.txt", "south/a.txt"], [], ["north/a", "south/a"]),
    (["north/a.txt", "north/b.txt", "south/a.txt"], [], ["north/a", "b", "south/a"]),
    (["a.txt: Post", "b.txt: Post"], [], ["Post (a)", "Post (b)"]),
    (["north/a.txt: Post", "south/a.txt: Post"], [], ["north/Post", "south/Post"]),
    (["a.txt", "a.md"], [], ["a (2)", "a"]),
    (["a.txt", "b.txt"], ["b"], ["b", "press/b"]),
    (["a.txt: Two\tPosts"], [], ["Two Posts"]),
    (["report.2026"], [], ["report"]),
]


@pytest.mark.parametrize(("names", "given", "labels"), CASES)
def test_a_label_is_given_or_the_outlet_or_the_name_of_the_file(press, tmp_path, names, given, labels):
    found = [article.label for article in read_all(press(*names), given)]
    assert found == [label.replace("press/", f"{tmp_path.name}/") for label in labels]


@pytest.mark.parametrize(
    "names",
    [["north/a.txt", "south/a.txt", "b.txt"], ["a.txt: Post", "b.txt: Post", "c.txt"], ["x/a.txt: P", "y/b.txt: P"]],
)
def test_labels_and_ids_are_the_same_in_any_order_of_files(press, names):
    paths = press(*names)
    expected = {article.path: (article.label, article.id) for article in read_all(paths)}
    for order in permutations(paths):
        assert {article.path: (article.label, article.id) for article in read_all(order)} == expected


def test_the_same_file_twice_is_numbered(press):
    (path,) = press("wire.txt")
    first, second = read_all([path, path])
    assert (first.label, second.label) == ("wire", "wire (2)")
    assert first.id != second.id
    assert first.sha256 == second.sha256


WRONG = [
    (["A", "B", "C"], "3 labels for 2 articles (--label); give one for each file"),
    (["A", "A"], "labels must be different and not empty (--label); name each source once"),
    (["A", " A "], "labels must be different and not empty (--label); name each source once"),
    ([" "], "labels must be different and not empty (--label); name each source once"),
    (["\n"], "labels must be different and not empty (--label); name each source once"),
]


@pytest.mark.parametrize(("given", "message"), WRONG)
def test_labels_that_cannot_be_told_apart_are_refused(press, given, message):
    with pytest.raises(SettingsError) as caught:
        read_all(press("wire.txt", "state.txt"), given)
    assert str(caught.value) == message


def test_a_label_is_short_and_on_one_line(press):
    (article,) = read_all(press("wire.txt"), ["long\x1b[31m\nname " * 20])
    assert article.label.isprintable()
    assert len(article.label) <= 60
