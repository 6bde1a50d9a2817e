"""`--against`: what the sets are held against, and how the two differ, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.check.against import Against, Difference, Differences, against, of_baseline
from compare.check.baseline import load_baseline
from compare.check.outcome import CheckVerdict, SetOutcome
from compare.check.telling import figure, one_line, shortened
from compare.check.verdict_file import load

_BASELINE = "baseline"
_NAME = 28
_SHOWN = {"links.f1": "links F1", "relations.macro_f1": "relations F1", "end_to_end.macro_f1": "end to end F1"}
"""Of each set; over all sets every figure is shown."""


@dataclass(frozen=True)
class Apart:
    """How two differ, and what the other one is."""

    found: Against
    what: str
    """As on the command line."""

    def as_text(self) -> str:
        """For a terminal."""
        return "\n".join(_lines(self.found, one_line(self.what))) + "\n"

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        sets = [{"name": name, "differences": _data(differences)} for name, differences in self.found.sets]
        overall, alone = _data(self.found.overall), list(self.found.alone)
        return {"what": self.what, "overall": overall, "sets": sets, "alone": alone}


def held_against(what: str) -> Callable[[CheckVerdict], Apart]:
    """What holds a verdict against "baseline", or against the verdict in a JSON file. Raises InputError."""
    theirs = None if what == _BASELINE else _outcomes(load(Path(what)))

    def hold(verdict: CheckVerdict) -> Apart:
        ours = _outcomes(verdict)
        return Apart(against(ours, _accepted(ours) if theirs is None else theirs), what)

    return hold


def _outcomes(verdict: CheckVerdict) -> list[SetOutcome]:
    return [one.outcome for one in verdict.sets if one.outcome]


def _accepted(ours: list[SetOutcome]) -> list[SetOutcome]:
    """What the engine said when each baseline was accepted; a set without one has nothing to be held against."""
    found = ((one, load_baseline(one.folder)) for one in ours)
    return [of_baseline(one, baseline) for one, baseline in found if baseline]


def _lines(found: Against, what: str) -> Iterator[str]:
    yield f"{'against ' + shortened(what, 50)}: this, the other, and how far apart they are, with its 95 % interval"
    yield ""
    yield f"{'over all sets':{_NAME}}  {'this':>7}  {'other':>7}  {'':24}  verdict"
    yield from (_row(metric, one) for metric, one in found.overall.items())
    yield from ("", f"{'set':{_NAME}}  {'this':>7}  {'other':>7}  {'':24}  verdict")
    for name, differences in found.sets:
        yield from _of_set(shortened(name, 14), differences)
    if found.alone:
        yield from ("", f"Not on both sides: {', '.join(map(one_line, found.alone))}")


def _of_set(name: str, differences: Differences) -> Iterator[str]:
    shown = {head: differences[metric] for metric, head in _SHOWN.items() if metric in differences}
    yield from (_row(f"{name} {head}", one) for head, one in shown.items())
    if not shown:
        yield f"{name}  nothing that both can be measured by"


def _row(name: str, one: Difference) -> str:
    apart = f"{one.value:+.3f} ({one.low:+.3f} to {one.high:+.3f})"
    return f"{name:{_NAME}}  {figure(one.ours):>7}  {figure(one.theirs):>7}  {apart:24}  {one.verdict}"


def _data(differences: Differences) -> dict[str, Any]:
    return {
        metric: {
            "ours": one.ours,
            "theirs": one.theirs,
            "difference": one.value,
            "low": one.low,
            "high": one.high,
            "changed": one.changed,
            "verdict": one.verdict,
        }
        for metric, one in differences.items()
    }
