"""All that the thresholds of a run decide on, so that many of them can be tried on one comparison.

The engine links and judges in a chain of which these thresholds are the end: what it finds with low ones holds what it
finds with higher ones. So each set is compared once, with thresholds that let everything through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from compare.check.goldset import GoldSet
from compare.check.measure import VERDICTS, Ends, gold_pairs, sentences
from compare.model import Comparison, Link, Relation
from compare.settings import Settings

LEAST_LINK = 0.1
"""The lowest probability of a link that is tried: below it one in ten is right."""
CODES: tuple[Relation, ...] = ("unsure", *VERDICTS)
"""From the weakest on: of several claims in two sentences the strongest relation counts, as in `linked_sentences`."""
_NOT_LINKED = -1

Values = NDArray[np.float64]
Places = NDArray[np.int64]
Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Thresholds:
    """Those that `compare tune` chooses, each a probability."""

    link: float
    """`RereadWeights.threshold`, or `Settings.link_threshold` where no pair is read."""
    verdict: float
    """`Settings.verdict_threshold`."""
    firm: float
    """`Settings.firm_threshold`."""
    shade: float
    """`Settings.shade_threshold`."""

    @classmethod
    def of(cls, settings: Settings) -> Thresholds:
        """Those of the settings."""
        link = settings.reread_weights.threshold if settings.reread_weights else settings.link_threshold
        return cls(link, settings.verdict_threshold, settings.firm_threshold, settings.shade_threshold)

    def put(self, settings: Settings) -> Settings:
        """The settings with these."""
        if settings.reread_weights:
            linking = replace(settings, reread_weights=replace(settings.reread_weights, threshold=self.link))
        else:
            linking = replace(settings, link_threshold=self.link)
        return replace(linking, verdict_threshold=self.verdict, firm_threshold=self.firm, shade_threshold=self.shade)


LOOSE = Thresholds(LEAST_LINK, 0.0, 0.0, 0.0)
"""Everything that any of those tried lets through."""


def rejudged(comparison: Comparison, thresholds: Thresholds) -> Comparison:
    """Its links as the thresholds leave them, of a comparison made with `LOOSE`; its groups and scores stay."""
    (codes,) = _codes(*_columns(comparison.links), [thresholds])
    kept = zip(comparison.links, codes.tolist(), strict=True)
    return replace(comparison, links=tuple(_told(link, code) for link, code in kept if code != _NOT_LINKED))


def _told(link: Link, code: int) -> Link:
    relation = CODES[code]
    return link if link.relation == relation else replace(link, relation=relation, aspects=())


def _columns(links: Sequence[Link]) -> tuple[Values, Values, Places]:
    """Probabilities, confidences and relations."""
    return (
        np.array([link.probability for link in links], float),
        np.array([link.confidence for link in links], float),
        np.array([CODES.index(link.relation) for link in links], np.int64),
    )


def _codes(probability: Values, confidence: Values, relation: Places, points: Sequence[Thresholds]) -> Places:
    """(points, n): what becomes of each link, its place in CODES or `_NOT_LINKED`. As in `compare.relate`."""
    link, verdict, firm, shade = np.array([astuple(point) for point in points]).T[..., None]
    wanted = np.where(relation == CODES.index("differ"), shade, firm)
    carried = (confidence >= verdict) & (probability * confidence >= wanted)
    codes: Places = np.where(probability >= link, np.where(carried, relation, 0), _NOT_LINKED)
    return codes


@dataclass(frozen=True)
class Sheet:
    """One set: n links between p pairs of sentences, of which g links of gold speak."""

    probability: Values
    """(n,), by pair of sentences; likewise the next two."""
    confidence: Values
    relation: Places
    """Places in CODES."""
    starts: Places
    """(p,): the first link of each pair of sentences."""
    gold: Places
    """(g, most): the pairs of sentences that stand for each link of gold; p where there are fewer."""
    truth: Places
    """(g,): places in CODES."""
    extra: Places
    """The pairs of sentences that gold does not link."""

    def counts(self, points: Sequence[Thresholds]) -> Places:
        """(points, 8, 3): right, said and wanted for each question of `measures.tally`; of aspects nothing is known."""
        codes = _codes(self.probability, self.confidence, self.relation, points)
        strongest = np.maximum.reduceat(codes, self.starts, axis=1) if len(self.starts) else codes
        pairs = np.column_stack([strongest, np.full(len(points), _NOT_LINKED)])
        options = pairs[:, self.gold]  # (points, g, most)
        first = (options != _NOT_LINKED).argmax(axis=2)[..., None]
        said = np.column_stack([np.take_along_axis(options, first, axis=2)[..., 0], pairs[:, self.extra]])
        return _tallied(said, np.append(self.truth, np.full(len(self.extra), _NOT_LINKED)))


def _tallied(said: Places, wanted: Places) -> Places:
    """Of (points, m) and (m,)."""
    made, asked = said != _NOT_LINKED, wanted != _NOT_LINKED
    everything = np.ones_like(made)
    triples = [_triple(made, asked)]
    for known in (made & asked, everything):
        triples += [_triple((said == one) & known, (wanted == one) & known) for one in range(1, len(CODES))]
    return np.stack([*triples, _triple(~everything, ~everything)], axis=1)


def _triple(said: Chosen, wanted: Chosen) -> Places:
    """(points, 3)."""
    both = np.broadcast_arrays(said & wanted, said, wanted)
    return np.stack([one.sum(axis=1) for one in both], axis=1)


def sheet(gold: GoldSet, comparison: Comparison) -> Sheet:
    """What a comparison made with `LOOSE` holds."""
    standing = sentences(comparison.claims)
    ends = {link.id: frozenset((standing[link.left], standing[link.right])) for link in comparison.links}
    links = sorted(comparison.links, key=lambda link: sorted(ends[link.id]))
    runs = [(found, sum(1 for _ in run)) for found, run in groupby(links, key=lambda link: ends[link.id])]
    place = {found: number for number, (found, _) in enumerate(runs)}
    wanted = list(gold_pairs(gold, comparison.articles, comparison.claims))
    known = {found for pairs in wanted for found in pairs}
    return Sheet(
        *_columns(links),
        starts=np.cumsum([0, *(size for _, size in runs[:-1])])[: len(runs)].astype(np.int64),
        gold=_table(wanted, place),
        truth=np.array([CODES.index(link.relation) for link in gold.links], np.int64),
        extra=np.array([number for found, number in place.items() if found not in known], np.int64),
    )


def _table(wanted: Sequence[Sequence[Ends]], place: dict[Ends, int]) -> Places:
    """(g, most): places of pairs of sentences; what was never linked has that of none."""
    none = len(place)
    most = max(map(len, wanted), default=0) or 1
    rows = [[place.get(found, none) for found in pairs] + [none] * (most - len(pairs)) for pairs in wanted]
    return np.array(rows, np.int64).reshape(len(wanted), most)
