"""Fit every weight and threshold of the engine on the training sets, and write compare/models/weights.json.

usage: python training/fit.py FAMILY [FAMILY ...] [--out FILE]

A family is a folder of gold sets of one kind (training/sets/invented; the real sets as written by
training/join_ecbplus.py). Families weigh the same, whatever their size. The link threshold is the best of four-fold
cross-validation over sets, so that no set is judged by weights that saw it.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compare.align import Candidate, align
from compare.align.likeness import FAMILIES, features, sides
from compare.check.goldlinks import read_gold
from compare.check.goldset import GoldSet, find_sets
from compare.check.measure import Counts, Ends, counted, gold_pairs, sentences
from compare.claims import asserted
from compare.embed import Embedder, embed_once, load_embedder
from compare.group import cluster
from compare.model import Article, Claim, Link
from compare.relate.findings import findings
from compare.settings import LinkWeights, RelationWeights, Settings
from training.splits import FOLDS, fold_of

NAMES = [name for family in FAMILIES.values() for name in family]
# Inverse strength of the L2 penalty; cross-validated F1 is flat from 0.05 to 1.
LINK_REGULARISATION, RELATION_REGULARISATION = 0.3, 0.5
BALANCE = 0.6  # 0 no balance between relations, 1 full balance
# One sentence twice with another number, date, negation or name is a conflict, and with a hedge a difference, by the
# rules of docs/annotation.md. The training sets have too few of them to fit it.
BY_DEFINITION = {
    "decisive change": {"agree": -3.0, "differ": 0.0, "conflict": 3.0},
    "decisive shade": {"agree": -3.0, "differ": 3.0, "conflict": 0.0},
    "other name": {"agree": -0.5, "differ": 0.0, "conflict": 0.5},
    "other place": {"agree": -0.5, "differ": 0.0, "conflict": 0.5},
    "other time": {"agree": -0.5, "differ": 0.0, "conflict": 0.5},
    "failure": {"agree": -0.5, "differ": 0.0, "conflict": 0.5},
    # Who speaks says nothing of whether what is told fits; it is shown beside a clash that is there.
    "voices": {"agree": 0.0, "differ": 0.0, "conflict": 0.0},
    "quoted otherwise": {"agree": 0.0, "differ": 0.0, "conflict": 0.0},
}
VERDICTS = ("agree", "differ", "conflict")
_CONTRAST, _FIT, _SHADE = (-1, -1, 1), (1, 0, -1), (-1, 1, 0)
# What a finding may say of agree, differ, conflict: -1 only against, 1 only for, 0 either. A contrast that happens to
# stand in agreeing sentences of the training sets must not become a reason for agreement.
SIGNS: dict[str, tuple[int, int, int]] = {
    **dict.fromkeys(("other quantity", "other toll", "negation", "denial", "opposites", "other cause"), _CONTRAST),
    **dict.fromkeys(("same quantity", "compatible quantity", "same time", "same cause", "shared wording"), _FIT),
    **dict.fromkeys(("hedge", "allegation", "forecast", "condition", "loaded words"), _SHADE),
}
PLACEHOLDER = Settings(0.5, LinkWeights(0, {}, {}), 0.5, RelationWeights({}, {}), reread_weights=None)


@dataclass(frozen=True)
class Event:
    """One gold set, read and embedded."""

    gold: GoldSet
    articles: list[Article]
    claims: list[Claim]
    vectors: NDArray[np.float32]

    def wanted(self) -> list[list[Ends]]:
        """For each link of gold the pairs of sentences that stand for it."""
        return list(gold_pairs(self.gold, self.articles, self.claims))

    @cached_property
    def sentence(self) -> dict[str, str]:
        """Claim id -> the id that stands for its sentence."""
        return sentences(self.claims)

    def between(self, a: str, b: str) -> Ends:
        """The two sentences that two claims, by id, were cut from."""
        return frozenset((self.sentence[a], self.sentence[b]))

    def closest(self, ends: Ends) -> tuple[Claim, Claim]:
        """Of the claims cut from two sentences the two of most alike meaning, in canonical order."""
        sides = [[i for i, claim in enumerate(self.claims) if self.sentence[claim.id] == end] for end in ends]
        pairs = [tuple(sorted((i, j))) for i in sides[0] for j in sides[1]]
        i, j = max(pairs, key=lambda pair: float(self.vectors[pair[0]] @ self.vectors[pair[1]]))
        return self.claims[i], self.claims[j]


def read_event(gold: GoldSet, embedder: Embedder) -> Event:
    """Articles, claims in canonical order and their vectors."""
    articles, claims = read_gold(gold)
    home = {article.id: article for article in articles}
    return Event(
        gold, articles, claims, embed_once(embedder, [asserted(claim, home[claim.article]) for claim in claims])
    )


@dataclass(frozen=True)
class Table:
    """All pairs of claims of one event: features (n, f), whether gold links their sentences, and these sentences."""

    rows: NDArray[np.float64]
    linked: NDArray[np.bool_]
    ends: list[Ends]
    wanted: list[list[Ends]]
    closest: NDArray[np.bool_]
    """Whether a pair has the highest cosine of those of its two sentences: where a link of gold joins sentences of
    several claims, these are taken to be the claims that it joins."""
    fold: int
    """Sets on one event are in one fold."""


def tabulate(event: Event) -> Table:
    """The features of every pair of claims of two articles."""
    wanted = event.wanted()
    anywhere = {ends for pairs in wanted for ends in pairs}
    rows, ends = [], []
    for left, right in combinations(sides(event.claims, event.vectors), 2):
        found = features(left, right)
        rows.append(np.stack([found[name].ravel() for name in NAMES], axis=1))
        ends += [event.between(a.id, b.id) for a in left.claims for b in right.claims]
    table = np.vstack(rows)
    linked = np.array([pair in anywhere for pair in ends])
    closest = _closest(ends, table[:, NAMES.index("cosine")])
    return Table(table, linked, ends, wanted, closest, fold_of(event.gold.name))


def _closest(ends: Sequence[Ends], cosine: NDArray[np.float64]) -> NDArray[np.bool_]:
    best: dict[Ends, int] = {}
    for row, pair in enumerate(ends):
        if pair not in best or cosine[row] > cosine[best[pair]]:
            best[pair] = row
    return np.isin(np.arange(len(ends)), list(best.values()))


def fit_links(families: Sequence[Sequence[Table]]) -> LinkWeights:
    """A logistic model over standardised features, in raw units; every family weighs the same."""
    told = [[table.closest | ~table.linked for table in family] for family in families]
    tables = [
        (table, known)
        for family, all_known in zip(families, told, strict=True)
        for table, known in zip(family, all_known, strict=True)
    ]
    rows = np.vstack([table.rows[known] for table, known in tables])
    linked = np.concatenate([table.linked[known] for table, known in tables])
    sizes = [sum(int(known.sum()) for known in family) for family in told]
    weight = np.concatenate([np.full(size, len(linked) / size / len(sizes)) for size in sizes])
    centre, spread = rows.mean(0), np.maximum(rows.std(0), 1e-9)
    model = LogisticRegression(C=LINK_REGULARISATION, max_iter=1000)
    model.fit((rows - centre) / spread, linked, sample_weight=weight)
    return LinkWeights(
        float(model.intercept_[0]),
        dict(zip(NAMES, (model.coef_[0] / spread).tolist(), strict=True)),
        dict(zip(NAMES, centre.tolist(), strict=True)),
    )


def likely(weights: LinkWeights, table: Table) -> NDArray[np.float64]:
    """The probability that each pair is linked."""
    weight = np.array([weights.weights[name] for name in NAMES])
    centre = np.array([weights.centres[name] for name in NAMES])
    odds: NDArray[np.float64] = weights.bias + (table.rows - centre) @ weight
    return 1 / (1 + np.exp(-odds))


def f1(table: Sequence[tuple[Table, NDArray[np.float64]]], threshold: float) -> float:
    """F1 of links over several events at a threshold."""
    made = (
        (one, [one.ends[index] for index in np.flatnonzero(probability >= threshold)]) for one, probability in table
    )
    return sum((counted(ends, one.wanted) for one, ends in made), Counts()).f1


def fit_threshold(families: Sequence[Sequence[Table]]) -> tuple[float, float]:
    """(threshold, mean F1 over families) that is best when every event is judged by weights fitted without its fold."""
    judged: list[list[tuple[Table, NDArray[np.float64]]]] = [[] for _ in families]
    for fold in range(FOLDS):
        weights = fit_links([[t for t in family if t.fold != fold] for family in families])
        for family, out in zip(families, judged, strict=True):
            out += [(t, likely(weights, t)) for t in family if t.fold == fold]
    grid = np.arange(0.1, 0.61, 0.01)
    scores = [float(np.mean([f1(family, threshold) for family in judged])) for threshold in grid]
    best = int(np.argmax(scores))
    return round(float(grid[best]), 2), scores[best]


Linked = Sequence[tuple[Event, Sequence[Candidate]]]
"""Events with the links that were made in them."""


def fit_cohesion(families: Sequence[Linked], settings: Settings) -> tuple[float, float]:
    """(cohesion, F1): the tightest groups that join the pairs that gold links nearly as well as the best do.

    F1, a mean over families, is flat over much of the range; within 0.01 of its peak the tighter groups are better to
    read. `settings` may have no `reread_weights`: it is `group_cohesion` that is tried.
    """
    linked = [[(event, _links(found)) for event, found in family] for family in families]
    grid = np.arange(0.02, 0.61, 0.02)
    scores = []
    for cohesion in grid:
        one = replace(settings, group_cohesion=float(cohesion))
        scores.append(float(np.mean([_group_f1(family, one) for family in linked])))
    tightest = max(index for index, value in enumerate(scores) if value >= max(scores) - 0.01)
    return round(float(grid[tightest]), 2), scores[tightest]


def _links(found: Sequence[Candidate]) -> list[Link]:
    return [
        Link(f"{c.left.id}{c.right.id}", c.left.id, c.right.id, c.similarity, c.probability, "agree", 1.0)
        for c in found
    ]


def _group_f1(family: Sequence[tuple[Event, list[Link]]], settings: Settings) -> float:
    return sum((counted(_joined(event, links, settings), event.wanted()) for event, links in family), Counts()).f1


def _joined(event: Event, links: Sequence[Link], settings: Settings) -> set[Ends]:
    """The pairs of sentences of two articles that stand in one group."""
    home = {claim.id: claim.article for claim in event.claims}
    return {
        event.between(a, b)
        for members in cluster(event.claims, links, settings)
        for a, b in combinations(sorted(members), 2)
        if home[a] != home[b]
    }


def fit_relations(families: Sequence[Sequence[Event]]) -> RelationWeights:
    """A multinomial logistic model over the findings of gold links.

    A rare relation weighs by a power of its rarity: with plain weights nothing but agreement is ever said, with
    full balance six in ten agreements of real articles are called something else.
    """
    samples = [list(_judged(events)) for events in families]
    codes = sorted({code for family in samples for found, _ in family for code in found} - set(BY_DEFINITION))
    rows = np.array([[found.get(code, 0.0) for code in codes] for family in samples for found, _ in family])
    truth = np.array([VERDICTS.index(relation) for family in samples for _, relation in family])
    weight = np.concatenate([_family_weight([relation for _, relation in family]) for family in samples])
    spread = np.maximum(rows.std(0), 1e-9)
    bias, coefficients = _multinomial(rows / spread, truth, weight, [SIGNS.get(code, (0, 0, 0)) for code in codes])
    weights = {
        code: dict(zip(VERDICTS, (coefficients[i] / spread[i]).tolist(), strict=True)) for i, code in enumerate(codes)
    }
    return RelationWeights(dict(zip(VERDICTS, bias.tolist(), strict=True)), weights | BY_DEFINITION)


def _multinomial(
    rows: NDArray[np.float64], truth: NDArray[np.int64], weight: NDArray[np.float64], signs: Sequence[tuple[int, ...]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(bias (3,), coefficients (f, 3)) of least weighted log-loss with an L2 penalty, each coefficient of its sign."""
    classes, width = len(VERDICTS), rows.shape[1]
    target = np.eye(classes)[truth]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        bias, coefficients = flat[:classes], flat[classes:].reshape(width, classes)
        logits = rows @ coefficients + bias
        logits -= logits.max(1, keepdims=True)
        likely = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
        error = (likely - target) * weight[:, None]
        penalty = coefficients / RELATION_REGULARISATION
        value = -(weight * np.log(likely[np.arange(len(truth)), truth])).sum() + (coefficients * penalty).sum() / 2
        return value, np.concatenate([error.sum(0), (rows.T @ error + penalty).ravel()])

    bounds = [(None, None)] * classes + [_BOUNDS[sign] for row in signs for sign in row]
    best = minimize(loss, np.zeros(classes * (1 + width)), jac=True, bounds=bounds, method="L-BFGS-B")
    return best.x[:classes], best.x[classes:].reshape(width, classes)


_BOUNDS = {-1: (None, 0.0), 0: (None, None), 1: (0.0, None)}


def _family_weight(relations: Sequence[str]) -> NDArray[np.float64]:
    counts = {relation: relations.count(relation) for relation in VERDICTS}
    weight = np.array([(len(relations) / max(counts[relation], 1)) ** BALANCE for relation in relations])
    normal: NDArray[np.float64] = weight / weight.sum() * 1000
    return normal


def _judged(events: Sequence[Event]) -> Iterator[tuple[dict[str, float], str]]:
    for event in events:
        for link, pairs in zip(event.gold.links, event.wanted(), strict=True):
            for ends in pairs[:1]:
                left, right = event.closest(ends)
                yield {f.code: f.strength for f in findings(left, right)}, link.relation


@cache
def embedder() -> Embedder:
    """The default embedder, loaded once."""
    return load_embedder("minilm")


def fit(folders: Sequence[Path]) -> dict[str, Any]:
    """Everything in weights.json."""
    families = [[read_event(gold, embedder()) for gold in find_sets(folder)] for folder in folders]
    tables = [[tabulate(event) for event in family] for family in families]
    threshold, cv = fit_threshold(tables)
    links = fit_links(tables)
    settings = replace(PLACEHOLDER, link_threshold=threshold, link_weights=links)
    linked = [[(event, align(event.claims, event.vectors, settings)) for event in family] for family in families]
    cohesion, group_f1 = fit_cohesion(linked, settings)
    logging.info("link threshold %.2f (cross-validated F1 %.3f)", threshold, cv)
    logging.info("group cohesion %.2f (F1 %.3f)", cohesion, group_f1)
    return {
        "made_by": "training/fit.py",
        "sets": {folder.name: len(family) for folder, family in zip(folders, families, strict=True)},
        "cross_validated_link_f1": round(cv, 4),
        "link_threshold": threshold,
        "link_weights": vars(links),
        "group_cohesion": cohesion,
        "relation_weights": vars(fit_relations(families)),
    }


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("families", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path("compare/models/weights.json"))
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    arguments.out.write_text(json.dumps(fit(arguments.families), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
