"""The way of sentence-transformers: communities of sentences, and a link for any two of one community."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from benchmarks.families import Family
from benchmarks.linking import Row, f1, row, shipped_units, units
from compare.check.measure import Counts, Ends
from training.fit import Event

NAME = "MiniLM, community detection"
GRID = np.arange(0.4, 0.91, 0.05)


def community_rows(train: Sequence[Family], test: Sequence[Family]) -> Iterator[Row]:
    """`sentence_transformers.util.community_detection` at the threshold that is best on the training families."""
    threshold = max(GRID.tolist(), key=lambda at: np.mean([f1(_counts(family, at)) for family in train]))
    for family in test:
        yield row(NAME, threshold, family.name, _counts(family, threshold), shipped_units(family))


def _counts(family: Family, threshold: float) -> list[Counts]:
    return list(chain(*(units(event, _linked(event, threshold)) for event in family.events)))


def _linked(event: Event, threshold: float) -> Iterator[Ends]:
    import torch
    from sentence_transformers.util import community_detection

    vectors = torch.from_numpy(event.vectors)
    for members in community_detection(vectors, threshold=threshold, min_community_size=2):
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                if event.claims[a].article != event.claims[b].article:
                    yield event.between(event.claims[a].id, event.claims[b].id)
