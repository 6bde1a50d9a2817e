"""Sentences -> a balanced set of edits, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from benchmarks.editing import actors, certainty, harmless, polarity, quantities, times
from benchmarks.editing.edit import Edit, Kind, Sentence

KINDS: tuple[Kind, ...] = (
    *quantities.KINDS,
    *times.KINDS,
    *polarity.KINDS,
    *actors.KINDS,
    *certainty.KINDS,
    *harmless.KINDS,
)
WANTED: Mapping[str, int] = {
    "quantity": 150,
    "time": 120,
    "polarity": 125,
    "participant": 105,
    "certainty": 60,
    "harmless": 500,
}
"""Edits of each group."""
CHANGING = ("quantity", "time", "polarity", "participant")
"""Groups after which the sentences conflict."""
_MOST = 0.05  # share of a set of articles in the edits of changed meaning, and in the harmless ones


def generate(sentences: Sequence[Sentence], seed: int, wanted: Mapping[str, int] = WANTED) -> list[Edit]:
    """As many edits of each group as wanted, or as there are; kinds take turns, and sets that have few edits go first.

    A sentence is edited once in a group, and no set gives more than a twentieth of the changed or the harmless ones.
    """
    rng = Random(seed)
    made = {kind: _all(kind, sentences, rng) for kind in KINDS}
    changed: Counter[str] = Counter()
    most = max(round(_MOST * sum(wanted.get(group, 0) for group in CHANGING)), 1)
    chosen: list[Edit] = []
    for group in CHANGING:
        chosen += _balanced([made[kind] for kind in KINDS if kind.group == group], wanted.get(group, 0), changed, most)
    for group in ("certainty", "harmless"):
        most = max(round(_MOST * wanted.get(group, 0)), 1)
        chosen += _balanced(
            [made[kind] for kind in KINDS if kind.group == group], wanted.get(group, 0), Counter(), most
        )
    return chosen


def _all(kind: Kind, sentences: Sequence[Sentence], rng: Random) -> list[Edit]:
    """One edit a sentence, in random order."""
    found = []
    for sentence in sentences:
        texts = [text for text in kind.make(sentence, rng) if text != sentence.text]
        if texts:
            found.append(Edit(sentence.event.name, kind, sentence.text, rng.choice(texts), sentence.event.text))
    rng.shuffle(found)
    return found


def _balanced(kinds: Sequence[list[Edit]], wanted: int, used: Counter[str], most: int) -> list[Edit]:
    chosen: list[Edit] = []
    seen: set[str] = set()
    waiting = [list(edits) for edits in kinds]
    while len(chosen) < wanted and any(waiting):
        for edits in waiting:
            edits[:] = [edit for edit in edits if edit.original not in seen and used[edit.event] < most]
            if edits and len(chosen) < wanted:
                edit = min(edits, key=lambda one: used[one.event])
                chosen.append(edit)
                seen.add(edit.original)
                used[edit.event] += 1
    return chosen
