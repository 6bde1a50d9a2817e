"""What tuning proposes, for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

from compare.check.codec import encode
from compare.check.held import Apart
from compare.check.sheets import Thresholds
from compare.check.tuning import Tuning

FORMAT = 1
KIND = "compare tune"
_SETTING = {
    "link": "link threshold",
    "verdict": "verdict_threshold",
    "firm": "firm_threshold",
    "shade": "shade_threshold",
}
"""What each is called; the first is one of two settings (docs/check.md)."""
_WHAT = "the thresholds there are, on events held out"


def as_text(tuning: Tuning) -> str:
    """The thresholds, then what may be expected of them, then what to do."""
    return (
        "\n".join([*_thresholds(tuning), "", Apart(tuning.held_out, _WHAT).as_text().rstrip(), "", _advice(tuning)])
        + "\n"
    )


def _thresholds(tuning: Tuning) -> Iterator[str]:
    yield f"{len(tuning.sets)} sets"
    yield f"{'':20}  {'now':>6}  {'proposed':>8}  without one event"
    for part in fields(Thresholds):
        chosen = [getattr(one, part.name) for one in tuning.without]
        now, proposed = getattr(tuning.now, part.name), getattr(tuning.proposed, part.name)
        yield f"{_SETTING[part.name]:20}  {now:6.2f}  {proposed:8.2f}  {min(chosen):.2f} to {max(chosen):.2f}"


def _advice(tuning: Tuning) -> str:
    if tuning.proposed == tuning.now:
        return "Nothing to change: no thresholds serve these sets better."
    if tuning.worth_it:
        return "Worth a change: sets that had no part in the choice are served better."
    return "Keep what there is: on sets that had no part in the choice it is not served better beyond chance."


def dumps(tuning: Tuning) -> bytes:
    """The file of `compare tune -o`."""
    found = Apart(tuning.held_out, _WHAT).as_data()
    document = {
        "format": FORMAT,
        "kind": KIND,
        "now": encode(tuning.now),
        "proposed": encode(tuning.proposed),
        "worth_it": tuning.worth_it,
        "sets": list(tuning.sets),
        "without_one_event": encode(tuning.without),
        "held_out": found,
    }
    return (json.dumps(document, ensure_ascii=True, indent=1, allow_nan=False) + "\n").encode()
