"""Single edits in words: the pairs to be read by eye, the wrong verdicts with their reasons, and all as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.editing.edit import Edit
from benchmarks.editing.generate import KINDS
from benchmarks.editing.report import Results
from benchmarks.editing.trial import Outcome


def wrong(outcome: Outcome) -> bool:
    """A change of meaning that is missed, or a harmless one called a conflict or a difference."""
    return outcome.relation in {"conflict", "differ"} if outcome.edit.kind.group == "harmless" else not outcome.right


def errors(outcomes: Sequence[Outcome], most: int) -> str:
    """Wrong verdicts, at most so many a kind, with the reasons."""
    lines = []
    for kind in KINDS:
        found = [one for one in outcomes if one.edit.kind == kind and wrong(one)]
        if found:
            lines.append(f"\n## {kind.group}: {kind.name} ({len(found)} wrong)")
        lines += [line for one in found[:most] for line in _told(one)]
    return "\n".join(lines)


def _told(outcome: Outcome) -> Iterator[str]:
    edit = outcome.edit
    yield f"\n- {edit.original}\n+ {edit.edited}"
    yield f"  {outcome.relation} {', '.join(outcome.aspects)} ({edit.event})"
    for reason in outcome.reasons:
        left = edit.original[reason.left.start : reason.left.end] if reason.left else ""
        right = edit.edited[reason.right.start : reason.right.end] if reason.right else ""
        yield f"    {reason.weight:+.2f} {reason.code}: {reason.detail} [{left} | {right}]"


def pairs(edits: Sequence[Edit], most: int) -> str:
    """The pairs themselves, at most so many a kind, to be read by eye."""
    lines = []
    for kind in KINDS:
        found = [edit for edit in edits if edit.kind == kind][:most]
        lines += [f"\n## {kind.group}: {kind.name}", *(f"- {edit.original}\n+ {edit.edited}\n" for edit in found)]
    return "\n".join(lines)


def data(results: Results) -> str:
    """Every edit with its verdict, as JSON."""
    rows: Iterable[dict[str, Any]] = (
        {
            "set": one.edit.event,
            "group": one.edit.kind.group,
            "kind": one.edit.kind.name,
            "original": one.edit.original,
            "edited": one.edit.edited,
            "wanted": {"relation": one.edit.kind.relation, "aspects": sorted(one.edit.kind.aspects)},
            "said": {"relation": one.relation, "aspects": list(one.aspects)},
            "right": not wrong(one),
            "cosine": round(cosine, 4),
        }
        for one, cosine in zip(results.outcomes, results.cosines, strict=True)
    )
    return json.dumps(list(rows), indent=1, ensure_ascii=False) + "\n"
