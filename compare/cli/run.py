"""`compare run`: articles in, reports out."""

from __future__ import annotations

import shutil
import sys
import webbrowser
from pathlib import Path

import click

from compare.cli.outputs import FORMATS, Output, check, planned, write_all
from compare.cli.progress import shown
from compare.model import Comparison

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
    help=f"Write a report: .html, .json, .csv or .md. Repeatable. [default: {_DEFAULT}]",
)
@click.option("-f", "--format", "format_", type=click.Choice(sorted(FORMATS)), help="Print to standard output instead.")
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
    "--relation-model", default="rules", show_default=True, metavar="NAME", help="rules, or package.module:Class."
)
@click.option("--fail-on", type=click.Choice(["conflict", "differ"]), help="Exit 1 where such a link is found.")
@click.option("--open", "open_", is_flag=True, help="Open the HTML report in a browser.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def run(
    articles: tuple[str, ...],
    outputs: tuple[str, ...],
    format_: str | None,
    labels: tuple[str, ...],
    embedder: str,
    relation_model: str,
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
    from compare.pipeline import compare_articles  # the engine: loaded when the command line is known to be sound

    with shown(quiet) as progress:
        comparison = compare_articles(
            articles, labels=labels, embedder=embedder, relation_model=relation_model, progress=progress
        )
        progress("writing")
        write_all(plan, comparison)
    _tell(comparison, plan, format_, quiet)
    if open_:
        _open(plan)
    return _gate(comparison, fail_on)


def _tell(comparison: Comparison, plan: list[Output], format_: str | None, quiet: bool) -> None:
    if format_:
        sys.stdout.buffer.write(FORMATS[format_].render(comparison))
    elif not quiet:
        from reports.text import render

        path = next((str(output.path) for output in plan if output.path.suffix == ".html"), str(plan[0].path))
        width = min(shutil.get_terminal_size().columns, 120)
        click.echo(render(comparison, width=width, colour=sys.stdout.isatty(), path=path), nl=False)


def _open(plan: list[Output]) -> None:
    for output in plan:
        if output.path.suffix == ".html":
            webbrowser.open(Path(output.path).resolve().as_uri())


def _gate(comparison: Comparison, fail_on: str | None) -> int:
    found = sum(1 for link in comparison.links if link.relation == fail_on)
    if found:
        click.echo(f"compare: {found} link{'' if found == 1 else 's'} with relation {fail_on} (--fail-on)", err=True)
    return _GATE_FAILED if found else 0
