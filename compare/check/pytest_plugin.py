"""`pytest --compare-samples samples`: every sample set is a test, and so are the thresholds over all of them.

All sets that are chosen are checked together when the first of their tests runs, so that they share processes and
models. A set that cannot be run is an error, one that is not as it should be a failure. Every pytest where this package
is installed loads this file: whatever costs time is loaded where it is used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from compare.errors import CompareError

if TYPE_CHECKING:
    from compare.check.outcome import CheckVerdict, SetVerdict, Severity, Threshold
    from compare.check.thresholds import Project

_OPTION, _MARK, _TITLE = "--compare-samples", "compare_samples", "compare check"
_OVER_ALL = "over all sets"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option, which can stand in `addopts` as well."""
    told = "Check the sample sets in FOLDER, a test a set. Repeatable."
    parser.getgroup("compare").addoption(_OPTION, action="append", default=[], metavar="FOLDER", type=Path, help=told)


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known, for `-m "not compare_samples"`."""
    config.addinivalue_line("markers", f"{_MARK}: a sample set that compare check judges")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests, before any are chosen by -k, -m or --last-failed."""
    if folders := config.getoption(_OPTION):
        items.extend(_tests(session, folders))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell of sets that passed with a warning."""
    for report in terminalreporter.getreports("passed"):
        for title, text in report.sections:
            if title == f"Captured {_TITLE} {report.when}":
                terminalreporter.write_sep("-", f"{report.nodeid}: passed with a warning")
                terminalreporter.write_line(text)


class _Check:
    """What all tests of a run ask."""

    def __init__(self, folders: Sequence[Path], thresholds: tuple[Threshold, ...], alone: bool) -> None:
        self.folders = tuple(folders)
        self._thresholds = thresholds
        self._alone = alone
        self._found: dict[tuple[Path, ...], CheckVerdict | CompareError] = {}

    def of_set(self, folder: Path, session: pytest.Session) -> SetVerdict:
        """The verdict on one set, checked with all others that are chosen, unless processes share the tests."""
        chosen = tuple(item.folder for item in session.items if isinstance(item, _SetTest))
        return next(one for one in self._verdict((folder,) if self._alone else chosen).sets if one.folder == folder)

    def of_all(self) -> CheckVerdict:
        """The verdict on all sets, chosen or not: the figures over all rest on every one."""
        return self._verdict(self.folders)

    def _verdict(self, folders: tuple[Path, ...]) -> CheckVerdict:
        if folders not in self._found:
            self._found[folders] = self._checked(folders)
        found = self._found[folders]
        if isinstance(found, CompareError):
            pytest.fail(str(found), pytrace=False)
        return found

    def _checked(self, folders: tuple[Path, ...]) -> CheckVerdict | CompareError:
        from compare.check.checking import Options, check_sets

        try:
            return check_sets(folders, Options(thresholds=self._thresholds, jobs=1 if self._alone else None))
        except CompareError as error:
            return error


class _File(pytest.File):
    """The file that a test is about."""

    def collect(self) -> Sequence[pytest.Item]:
        """Nothing: the test is made with it."""
        return ()


class _Test(pytest.Item):
    """A test that asks the check."""

    def __init__(self, check: _Check, **known: Any) -> None:
        super().__init__(**known)
        self._check = check
        self.add_marker(_MARK)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where it stands."""
        return self.path, None, self.name

    def tell(self, judged: SetVerdict | CheckVerdict, failed: bool) -> None:
        """Fail, or note what is only warned of."""
        from compare.check.telling import figure

        self.user_properties.extend((metric, figure(one.value)) for metric, one in judged.measured.items())
        text = "\n".join(_lines(judged))
        if failed:
            pytest.fail(text, pytrace=False)
        if text:
            self.add_report_section("call", _TITLE, text)


class _SetTest(_Test):
    """One set."""

    def __init__(self, folder: Path, **known: Any) -> None:
        super().__init__(**known)
        self.folder = folder

    def setup(self) -> None:
        """Err where it cannot be run."""
        if error := self._check.of_set(self.folder, self.session).error:
            pytest.fail(error, pytrace=False)

    def runtest(self) -> None:
        """Hold it to its thresholds and its baseline."""
        one = self._check.of_set(self.folder, self.session)
        self.tell(one, one.failed)


class _OverAllTest(_Test):
    """The figures over all sets."""

    def runtest(self) -> None:
        """Hold them to the thresholds of the project."""
        verdict = self._check.of_all()
        if not verdict.measured:
            pytest.fail("nothing can be measured: no set could be run", pytrace=False)
        self.tell(verdict, any(one.threshold.severity == "error" for one in verdict.shortfalls))


def _tests(session: pytest.Session, named: Sequence[Path]) -> Iterator[pytest.Item]:
    folders, project, settings = _found(session.config, named)
    check = _Check(folders, project.thresholds, hasattr(session.config, "workerinput"))
    for folder in folders:
        file = _file(session, folder / "gold.json")
        yield _SetTest.from_parent(file, name=_printable(folder.name), folder=folder, check=check)
    if project.thresholds:
        yield _OverAllTest.from_parent(_file(session, settings), name=_OVER_ALL, check=check)


def _found(config: pytest.Config, named: Sequence[Path]) -> tuple[list[Path], Project, Path]:
    """The sets, what pyproject.toml says, and where that is."""
    from compare.check.checking import find_folders
    from compare.check.telling import NOTHING
    from compare.check.thresholds import Project, load_project

    settings = config.rootpath / "pyproject.toml"
    try:
        folders = find_folders(named)
        project = load_project(settings) if settings.is_file() else Project()
    except CompareError as error:
        raise pytest.UsageError(str(error)) from None
    if not folders:
        raise pytest.UsageError(NOTHING)
    return folders, project, settings


def _file(session: pytest.Session, path: Path) -> _File:
    file: _File = _File.from_parent(session, path=Path(os.path.abspath(path)))
    return file


def _printable(name: str) -> str:
    from compare.check.telling import one_line

    return one_line(name)


def _lines(judged: SetVerdict | CheckVerdict) -> Iterator[str]:
    """What fell short and what changed, what is only warned of as well."""
    from compare.check.telling import one_line, short_of

    yield from (_marked(one.threshold.severity, short_of(one)) for one in judged.shortfalls)
    for change in getattr(judged, "changes", ()):
        yield _marked(change.severity, f"{change.kind}: {one_line(change.words)}")


def _marked(severity: Severity, text: str) -> str:
    return text if severity == "error" else f"warning: {text}"
