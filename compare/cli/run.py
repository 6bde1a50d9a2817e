"""`compare run`: articles in, reports out."""

from __future__ import annotations

import shutil
import sys
import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.outputs import FORMATS, Output, check, planned, show, write_all
from compare.cli.progress import shown
from compare.errors import SettingsError
from compare.model import Comparison

if TYPE_CHECKING:
    from compare.relate import RelationModel
    from compare.settings import Settings

_DEFAULT = "comparison.html"
_GATE_FAILED = 1


@click.command()
@click.argument("articles", nargs=-1, metavar="ARTICLE ARTICLE...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="PATH",
    help=f"Write a report: .html, .json, .csv, .md or .txt. Repeatable. [default: {_DEFAULT}]",
)
@click.option("-f", "--format", "format_", type=click.Choice(sorted(FORMATS)), help="Print to standard output.")
@click.option(
    "-l",
    "--label",
    "labels",
    multiple=True,
    metavar="NAME",
    help="Name a source, in the order of the articles. Repeatable.",
)
@click.option(
    "--embedder",
    default="minilm",
    show_default=True,
    metavar="NAME_OR_PATH",
    help="minilm (bundled), or any sentence-transformers model (extra: models).",
)
@click.option(
    "--relation-model",
    default="reader",
    show_default=True,
    metavar="NAME_OR_PATH",
    help="reader (bundled), rules, package.module:Class, or any CrossEncoder for inference (extra: models).",
)
@click.option("--calibration", metavar="FILE", help="How much that model counts: a file by compare calibrate.")
@click.option("--fail-on", type=click.Choice(["conflict", "differ"]), help="Exit 1 where a link is at least so sharp.")
@click.option("--open", "open_", is_flag=True, help="Open the HTML report in a browser.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def run(
    articles: tuple[str, ...],
    outputs: tuple[str, ...],
    format_: str | None,
    labels: tuple[str, ...],
    embedder: str,
    relation_model: str,
    calibration: str | None,
    fail_on: str | None,
    open_: bool,
    quiet: bool,
) -> int:
    """Compare two to twenty ARTICLES on one event: text or Markdown files, or - for standard input.

    \b
    Example:
      compare run wire.txt state.txt exile.md -o talks.html -o talks.json
    """  # fmt: skip
    plan = planned(outputs or (() if format_ else (_DEFAULT,)))
    check(plan, articles)
    if open_ and not _pages(plan):
        raise SettingsError("there is no HTML report to open", "--open", "add -o report.html")
    from compare.pipeline import compare_articles  # the engine: loaded when the command line is known to be sound

    with shown(quiet) as progress:
        model, settings = _judging(relation_model, calibration)
        comparison = compare_articles(
            articles, labels=labels, embedder=embedder, relation_model=model, settings=settings, progress=progress
        )
        progress("writing")
        write_all(plan, comparison)
    _tell(comparison, plan, format_, quiet)
    for page in _pages(plan) if open_ else ():
        webbrowser.open(page.resolve().as_uri())
    return _gate(comparison, fail_on)


def _judging(relation_model: str, calibration: str | None) -> tuple[str | RelationModel, Settings]:
    """The relation model and the settings: with a calibration, loaded to see that this was made for it."""
    from compare.settings import Settings

    settings = Settings()
    if calibration is None:
        return relation_model, settings
    from compare.check.calibration import load_calibration
    from compare.relate import load_relation_model

    made = load_calibration(Path(calibration))
    model = load_relation_model(relation_model, settings)
    return model, replace(settings, relation_blend=made.blend_for(model.name))


def _tell(comparison: Comparison, plan: list[Output], format_: str | None, quiet: bool) -> None:
    if format_:
        show(FORMATS[format_].render(comparison))
    elif not quiet:
        from reports.text import render

        path = str(next((output.path for output in plan if output.format is FORMATS["html"]), plan[0].path))
        width = min(shutil.get_terminal_size().columns, 120)
        show(render(comparison, width=width, colour=sys.stdout.isatty(), path=path).encode("utf-8", "replace"))


def _pages(plan: list[Output]) -> list[Path]:
    return [output.path for output in plan if output.format is FORMATS["html"]]


def _gate(comparison: Comparison, fail_on: str | None) -> int:
    sharp = {"conflict": {"conflict"}, "differ": {"differ", "conflict"}}.get(fail_on or "", set())
    found = sum(1 for link in comparison.links if link.relation in sharp)
    if found:
        click.echo(f"compare: {found} link{'' if found == 1 else 's'} with relation {fail_on} or sharper", err=True)
    return _GATE_FAILED if found else 0
