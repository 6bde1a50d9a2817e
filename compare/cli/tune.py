"""`compare tune`: sample sets in, thresholds that would serve them better out."""

from __future__ import annotations

from pathlib import Path

import click

from compare.cli.outputs import FORMATS, check, planned, show, write_whole
from compare.cli.progress import shown
from compare.errors import InputError, SettingsError


@click.command()
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path))
@click.option("--embedder", default="minilm", show_default=True, metavar="NAME_OR_PATH", help="As for compare run.")
@click.option(
    "--relation-model", default="reader", show_default=True, metavar="NAME_OR_PATH", help="As for compare run."
)
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Most processes. [default: one a core]")
@click.option(
    "-o", "--output", metavar="FILE.json", help="Write what is proposed to this file; else nothing is written."
)
@click.option("-q", "--quiet", is_flag=True, help="No table and no progress.")
def tune(
    folders: tuple[Path, ...], embedder: str, relation_model: str, jobs: int | None, output: str | None, quiet: bool
) -> None:
    """Find thresholds that serve the sample sets in FOLDERS best, and tell whether a change is worth it.

    Each event is held out in turn: what may be expected of a change is measured on sets that had no part in the choice.
    Nothing is changed.

    \b
    Example:
      compare tune samples
    """  # fmt: skip
    plan = planned((output,) if output else ())
    if plan and plan[0].format is not FORMATS["json"]:
        raise SettingsError("what is proposed is a JSON file", f"-o {output}", "end it in .json")
    from compare.check.checking import find_folders, load_ready  # the engine: loaded when the command line is sound
    from compare.check.engine import Engine
    from compare.check.tuning import tune as tuned
    from compare.check.tuning_table import as_text, dumps

    sets = [load_ready(folder)[0] for folder in find_folders(folders)]
    if not sets:
        raise InputError("no sample set found", ", ".join(map(str, folders)), "name a folder of sample sets")
    check(plan, [str(path) for gold in sets for path in (*gold.paths, gold.folder / "gold.json")])
    with shown(quiet) as progress:
        found = tuned(sets, Engine(embedder, relation_model), jobs, progress)
    for one in plan:
        write_whole(one.path, dumps(found))
    if not quiet:
        show(as_text(found).encode("utf-8", "replace"))
