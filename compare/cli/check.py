"""`compare check`: sample sets in, a verdict and its exit code out; and `compare check new`, which starts a set."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.check_outputs import Files, annotate
from compare.cli.outputs import show
from compare.cli.progress import shown
from compare.errors import SettingsError

if TYPE_CHECKING:
    from compare.check.held import Apart
    from compare.check.outcome import CheckVerdict
    from compare.check.thresholds import Project

_PATH = click.Path(path_type=Path)
_DEFAULT = Path("samples")
_BASELINE = "baseline"
_LEAST_WIDTH, _MOST_WIDTH = 60, 120


@click.command()
@click.argument("folder", metavar="FOLDER", type=_PATH)
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE ARTICLE...", type=_PATH)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing.")
def new(folder: Path, articles: tuple[Path, ...], quiet: bool) -> None:
    """Start a sample set in FOLDER with copies of two or more ARTICLES.

    Writes set.toml, a card to complete, and gold.json without links, which are for a person to mark.

    \b
    Example:
      compare check new samples/ferry wire.txt state.txt
    """  # fmt: skip
    from compare.check.new_set import start_set
    from compare.check.telling import one_line

    made = start_set(folder, articles)
    if not quiet:
        told = [f"Set: {folder}", f"Files: {', '.join(made)}", f"Now mark the links: {folder / 'README.md'} says how."]
        show("".join(f"{one_line(line)}\n" for line in told).encode("utf-8", "replace"))


class _FoldersOrNew(click.Command):
    """A command that takes folders, but for `new` as its first word. A folder of that name is ./new."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args[:1] == ["new"]:
            return new.make_context(f"{info_name} new", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command(cls=_FoldersOrNew)
@click.argument("folders", nargs=-1, metavar="[FOLDER...]", type=_PATH)
@click.option("--list", "list_", is_flag=True, help="List the sets and check nothing.")
@click.option("--accept", is_flag=True, help="Make what the engine says now the baseline. Not where CI is set.")
@click.option("--embedder", default="minilm", show_default=True, metavar="NAME_OR_PATH", help="As for compare run.")
@click.option(
    "--relation-model", default="reader", show_default=True, metavar="NAME_OR_PATH", help="As for compare run."
)
@click.option("--against", metavar="WHAT", help="Tell what is better and worse than the baseline, or than FILE.json.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Most processes. [default: one a core]")
@click.option("--no-cache", is_flag=True, help="Compare every set anew, and remember nothing.")
@click.option("-f", "--format", "format_", type=click.Choice(["json", "text"]), default="text", help="[default: text]")
@click.option("--junit", metavar="FILE", type=_PATH, help="Write JUnit XML.")
@click.option("--json", "json_", metavar="FILE", type=_PATH, help="Write everything, also each item.")
@click.option("--markdown", metavar="FILE", type=_PATH, help="Write a summary in Markdown.")
@click.option("--html", metavar="FOLDER", type=_PATH, help="Write a page, and the report of every set, into FOLDER.")
@click.option(
    "--github/--no-github", default=None, help="Annotations for GitHub. [default: where GITHUB_ACTIONS is set]"
)
@click.option("-q", "--quiet", is_flag=True, help="The verdict alone, and no progress.")
def check(
    folders: tuple[Path, ...],
    list_: bool,
    accept: bool,
    embedder: str,
    relation_model: str,
    against: str | None,
    jobs: int | None,
    no_cache: bool,
    format_: str,
    junit: Path | None,
    json_: Path | None,
    markdown: Path | None,
    html: Path | None,
    github: bool | None,
    quiet: bool,
) -> int:
    """Check that the engine finds what is agreed to be in sample sets: those in FOLDERS, or as pyproject.toml says.

    \b
    Exit code: 0 passed, 1 below a threshold or not as the baseline,
    2 a set could not be run, 3 nothing was checked.
    To start a set: compare check new FOLDER ARTICLE ARTICLE...

    \b
    Example:
      compare check samples --junit check.xml
    """  # fmt: skip
    files = Files(junit, json_, markdown, html)
    files.check()
    project = _project()
    wanted = folders or project.folders or (_DEFAULT,)
    if list_:
        return _list(wanted, format_)
    if accept and against == _BASELINE:
        raise SettingsError("the baseline is about to be replaced", "--against baseline", "leave out --accept")
    from compare.check.checking import Options, check_sets  # the engine: loaded when the command line is sound
    from compare.check.engine import Engine
    from compare.check.held import held_against

    with shown(quiet) as progress:
        held = held_against(against) if against else None
        keep = files.keep if html else None
        options = Options(
            Engine(embedder, relation_model), project.thresholds, jobs, not no_cache, accept, keep, progress
        )
        verdict = check_sets(wanted, options)
        apart = held(verdict) if held else None
        files.write(verdict, apart)
    told = _told(verdict, apart, format_, quiet)
    show(told.encode("utf-8", "replace"))
    annotate(verdict, github, format_)
    return verdict.exit_code


def _project() -> Project:
    """What the nearest pyproject.toml says of checks."""
    from compare.check.thresholds import Project, load_project

    found = (place / "pyproject.toml" for place in (Path(), *Path.cwd().parents))
    nearest = next((path for path in found if path.is_file()), None)
    return load_project(nearest) if nearest else Project()


def _list(folders: Sequence[Path], format_: str) -> int:
    from compare.check.listing import as_json, as_text, exit_code, listed

    sets = listed(folders)
    show((as_json if format_ == "json" else as_text)(sets).encode("utf-8", "replace"))
    return exit_code(sets)


def _told(verdict: CheckVerdict, apart: Apart | None, format_: str, quiet: bool) -> str:
    from compare.check.table import last_line, table
    from compare.check.verdict_file import dumps

    if format_ == "json":
        return dumps(verdict, apart.as_data() if apart else None)
    if quiet:
        return last_line(verdict) + "\n"
    width = min(max(shutil.get_terminal_size().columns, _LEAST_WIDTH), _MOST_WIDTH)
    return (apart.as_text() + "\n" if apart else "") + table(verdict, width)
