"""Which sets learn and which are kept apart: by the event they tell, so that no two sets on one event are parted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from compare.check.opinions import story

FOLDS = 4
HOLD_EVERY = 4
"""Of every four events of a family, by name, the last is held out."""


def fold_of(name: str) -> int:
    """One of `FOLDS`, by the story alone."""
    return int(hashlib.sha256(story(name).encode()).hexdigest(), 16) % FOLDS


def held_out(names: Sequence[str]) -> set[str]:
    """The sets that no model learns from, so that what is fitted upon a model meets sets it never saw."""
    stories = sorted({story(name) for name in names})
    held = set(stories[HOLD_EVERY - 1 :: HOLD_EVERY])
    return {name for name in names if story(name) in held}
