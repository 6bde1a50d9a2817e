"""`compare calibrate`: gold sets and a relation model in, how much the model counts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.outputs import FORMATS, check, planned, show, write_whole
from compare.cli.progress import shown
from compare.errors import SettingsError

if TYPE_CHECKING:
    from compare.check.calibrate import Quality
    from compare.check.calibration import Calibration
    from compare.check.goldset import GoldSet


@click.command()
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path))
@click.option(
    "--relation-model",
    required=True,
    metavar="NAME_OR_PATH",
    help="A CrossEncoder of sentence-transformers (extra: models), reader, or package.module:Class.",
)
@click.option("-o", "--output", required=True, metavar="FILE.json", help="Write the calibration to this file.")
@click.option("-q", "--quiet", is_flag=True, help="No table and no progress.")
def calibrate(folders: tuple[Path, ...], relation_model: str, output: str, quiet: bool) -> None:
    """Find out how much a relation model counts beside the rules, on the gold sets in FOLDERS.

    \b
    Example:
      compare calibrate samples --relation-model some/nli-model -o some.json
      compare run a.txt b.txt --relation-model some/nli-model --calibration some.json
    """  # fmt: skip
    plan = planned((output,))
    if plan[0].format is not FORMATS["json"]:
        raise SettingsError("a calibration is a JSON file", f"-o {output}", "end it in .json")
    if relation_model == "rules":
        raise SettingsError("the rules are no model beside the rules", "--relation-model", "name a model")
    from compare.check.calibration import calibrated  # the engine: loaded when the command line is sound
    from compare.check.goldset import find_sets

    sets = list({gold.folder.resolve(): gold for folder in folders for gold in find_sets(folder)}.values())
    check(plan, _read_from(sets))
    with shown(quiet) as progress:
        made = calibrated(sets, relation_model, progress)
        write_whole(plan[0].path, made.dumps())
    if not quiet:
        show(_table(made, output).encode("utf-8", "replace"))


def _read_from(sets: Sequence[GoldSet]) -> list[str]:
    """The files that must not be replaced."""
    return [str(path) for gold in sets for path in (*gold.paths, gold.folder / "gold.json")]


def _table(made: Calibration, output: str) -> str:
    bias = ", ".join(f"{relation} {value:+.2f}" for relation, value in made.blend.bias.items())
    lines = [
        f"{sum(made.sets.values()):,} links of {len(made.sets):,} gold sets, {made.model}",
        "",
        *_rows(made.quality),
        "",
        f"rules x {made.blend.rules:.2f}, model x {made.blend.model:.2f}, {bias}",
        f"Calibration: {output}",
    ]
    return "\n".join(line if line.isprintable() else ascii(line)[1:-1] for line in lines) + "\n"


def _rows(quality: Mapping[str, Quality]) -> list[str]:
    head = f"{'':20} {'macro-F1':>9} {'calibration error':>18} {'log-loss':>9}"
    return [
        head,
        *(
            f"{name:20} {one.macro_f1:9.3f} {one.calibration_error:18.3f} {one.log_loss:9.3f}"
            for name, one in quality.items()
        ),
    ]
