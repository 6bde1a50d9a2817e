"""`compare review`: reviewers' decisions joined and measured, or made into a gold set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.outputs import FORMATS, check, planned, show, write_whole
from compare.errors import InputError, OutputError, SettingsError

if TYPE_CHECKING:
    from compare.model import Comparison

_FILE = click.Path(path_type=Path)


@click.group(no_args_is_help=False)
def review() -> None:
    """Work with the decisions that reviewers exported from a report."""


@review.command()
@click.argument("files", nargs=-1, required=True, metavar="DECISIONS.json...", type=_FILE)
@click.option("-o", "--output", metavar="FILE.json", help="Write the merged decisions to this file.")
@click.option("-f", "--format", "format_", type=click.Choice(["json", "text"]), default="text", help="[default: text]")
def merge(files: tuple[Path, ...], output: str | None, format_: str) -> None:
    """Join the decisions of several reviewers of one report, and tell how far they agree.

    Prints Krippendorff's alpha with its 95 % interval, and every pair of claims on which they differ. In the merged
    file the decision of more than half of the reviewers counts; it holds all of theirs.

    \b
    Example:
      compare review merge ana.json ben.json -o merged.json
    """  # fmt: skip
    plan = planned((output,) if output else ())
    if plan and plan[0].format is not FORMATS["json"]:
        raise SettingsError("merged decisions are a JSON file", f"-o {output}", "end it in .json")
    check(plan, ())
    for path in (one.path for one in plan):
        _keep(path, files)
    from compare.cli import agreed
    from compare.review import decisions
    from compare.review.merge import merged

    joined = merged({str(path): decisions.load(path) for path in files})
    if len(joined.review.reviewers) == 1:
        cure = "name the files of two or more"
        raise InputError("there is one reviewer only, so nothing to merge", str(files[0]), cure)
    for one in plan:
        write_whole(one.path, decisions.dumps(joined.review))
    told = agreed.as_json(joined) if format_ == "json" else agreed.as_text(joined, output)
    show(told.encode("utf-8", "replace"))


@review.command()
@click.argument("report", metavar="REPORT.json", type=_FILE)
@click.argument("decisions", metavar="DECISIONS.json", type=_FILE)
@click.option("-o", "--output", required=True, metavar="FOLDER", type=_FILE, help="Make this folder.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def gold(report: Path, decisions: Path, output: Path, quiet: bool) -> None:
    """Make a sample set out of decisions: articles, gold.json, set.toml and a card to complete.

    REPORT.json is the JSON output of the run that was reviewed. What was not decided, disputed, unsure or no link
    does not become gold; the card lists it.

    \b
    Example:
      compare run wire.txt state.txt -o talks.html -o talks.json
      compare review gold talks.json merged.json -o samples/talks
    """  # fmt: skip
    from compare.review import decisions as reading
    from compare.review.card import files
    from compare.review.folder import check_new, write_folder
    from compare.review.gold import gold as made
    from compare.review.merge import merged

    check_new(output)
    review = merged({str(decisions): reading.load(decisions)}).review
    found = made(_comparison(report), review, str(decisions))
    write_folder(output, files(found, output.resolve().name))
    if not quiet:
        from compare.cli import agreed

        show(agreed.gold_as_text(found, output).encode("utf-8", "replace"))


def _keep(output: Path, files: tuple[Path, ...]) -> None:
    for path in files:
        if output.exists() and path.exists() and output.samefile(path):
            raise OutputError("this would replace what is merged", str(output), "choose another name with -o")


def _comparison(path: Path) -> Comparison:
    from reports.data import loads

    try:
        return loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"the report cannot be read: {reason}", str(path), "check the path") from error
    except ValueError as error:
        raise InputError("the report is no text", str(path), "make one with compare run -o report.json") from error
    except InputError as error:
        raise InputError(error.what, f"{path}, {error.where}", error.cure) from error
