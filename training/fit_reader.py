"""Fit how the pair reader counts beside likeness and rules, and put it into compare/models/weights.json.

usage: python training/fit_reader.py FAMILY [FAMILY ...] [--out FILE]

Run it after training/fit.py, whose weights it builds on, and after every change of the reader. It fits on the events
that the reader did not learn from (`held_out`), families weighing the same, and prints what cross-validation over
these events finds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compare.align import Candidate, prospects
from compare.align.reread import first_look, likeness, reread
from compare.align.rivals import RIVALS, rivalry
from compare.backends.reader import Reader
from compare.check.calibrate import blended, calibration_error, fit_blend, rarity
from compare.check.goldset import find_sets
from compare.check.measure import Counts, Ends, counted, macro_f1
from compare.check.opinions import told
from compare.relate.rules import Rules
from compare.settings import RelationBlend, RereadWeights, Settings
from training.fit import VERDICTS, Event, embedder, fit_cohesion, read_event
from training.splits import FOLDS, fold_of, held_out

Array = NDArray[np.float64]
THRESHOLDS = np.arange(0.1, 0.61, 0.01)
FLAT = 0.002
"""F1 within this of the best is no worse."""
RARITY = 0.2
"""Power of rarity by which a relation weighs: of the BALANCES of `compare calibrate` the highest with a cross-validated
calibration error that is tolerated in each family (0.04 and 0.08; at 0.3 the real one has 0.09)."""
LIKELY = 0.3
"""Calibration of links is measured from this probability on: pairs far from linked are many and easy."""


@dataclass(frozen=True)
class Case:
    """An event that the reader never saw, with its prospects and what the reader says of each."""

    family: str
    event: Event
    found: list[Candidate]
    read: NDArray[np.float32]
    linked: NDArray[np.bool_]
    """Whether gold links the sentences of a prospect."""
    told: NDArray[np.bool_]
    """Prospects that teach: of the claims of two linked sentences the closest pair, and all that are not linked."""
    wanted: list[list[Ends]]

    def rivalry(self, weights: RereadWeights) -> Array:
        """What the rivals of each prospect say, by the first look."""
        place = {claim.id: index for index, claim in enumerate(self.event.claims)}
        pairs = [(place[one.left.id], place[one.right.id]) for one in self.found]
        likely = first_look(self.found, self.read.astype(float), weights)
        return rivalry(pairs, likely, [claim.article for claim in self.event.claims])


def read_case(family: str, event: Event, reader: Reader, settings: Settings | None = None) -> Case:
    """Find the prospects of an event and let the reader read them."""
    settings = settings or Settings()
    found = prospects(event.claims, event.vectors, settings, settings.read_floor)
    read = reader.linked([(one.left, one.right) for one in found])
    wanted = event.wanted()
    gold = {ends for pairs in wanted for ends in pairs}
    ends = [event.between(one.left.id, one.right.id) for one in found]
    linked = np.array([pair in gold for pair in ends], bool)
    best = {
        pair: max(one.similarity for one, own in zip(found, ends, strict=True) if own == pair) for pair in set(ends)
    }
    closest = np.array([one.similarity >= best[pair] for one, pair in zip(found, ends, strict=True)], bool)
    return Case(family, event, found, read, linked, (closest | ~linked) & _open(found), wanted)


def _open(found: Sequence[Candidate]) -> NDArray[np.bool_]:
    return np.array([not one.certain for one in found], bool)


def fit_reread(cases: Sequence[Case]) -> RereadWeights:
    """Both looks: a logistic model over likeness and reading, then one over these and the rivals by the first."""
    plain = _logistic(cases, [np.column_stack([likeness(case.found), case.read]) for case in cases])
    first = RereadWeights((plain[0], plain[1], plain[2]), 0, 0, 0, {}, 0.5, 0.0)
    whole = _logistic(
        cases, [np.column_stack([likeness(case.found), case.read, case.rivalry(first)]) for case in cases]
    )
    return replace(first, bias=whole[0], odds=whole[1], read=whole[2], rivals=dict(zip(RIVALS, whole[3:], strict=True)))


def _logistic(cases: Sequence[Case], rows: Sequence[Array]) -> list[float]:
    """[bias, *coefficients] over the prospects that teach; every family weighs the same."""
    table = np.vstack([row[case.told] for case, row in zip(cases, rows, strict=True)])
    truth = np.concatenate([case.linked[case.told] for case in cases])
    sizes = {name: sum(int(case.told.sum()) for case in cases if case.family == name) for name in _families(cases)}
    weight = np.concatenate([np.full(int(case.told.sum()), 1 / sizes[case.family]) for case in cases])
    model = LogisticRegression(C=10, max_iter=5000)
    model.fit(table, truth, sample_weight=weight * len(truth) / len(sizes))
    return [float(model.intercept_[0]), *model.coef_[0].tolist()]


def _families(cases: Iterable[Case]) -> list[str]:
    return list(dict.fromkeys(case.family for case in cases))


Looked = list[tuple[Case, list[Candidate]]]


def crossed(cases: Sequence[Case]) -> Looked:
    """Each case with its prospects as looked at again by weights fitted without its fold."""
    looked: Looked = []
    for number in range(FOLDS):
        ours = [case for case in cases if fold_of(case.event.gold.name) == number]
        others = [case for case in cases if fold_of(case.event.gold.name) != number]
        weights = replace(fit_reread(others), threshold=0.0)
        looked += [(case, reread(case.found, case.event.claims, case.read, weights)) for case in ours]
    return looked


def choose_threshold(looked: Looked) -> tuple[float, float]:
    """(threshold, mean F1 over families): the lowest of those that are nearly the best, for F1 is flat around it.

    A needless link is seen and judged by whoever reads the page; one that was left out is seen by nobody.
    """
    scores = [float(np.mean([f1(own, at) for own in _by_family(looked)])) for at in THRESHOLDS]
    near = [place for place, score in enumerate(scores) if score >= max(scores) - FLAT]
    return round(float(THRESHOLDS[near[0]]), 2), scores[near[0]]


def _by_family(looked: Looked) -> list[Looked]:
    names = _families(case for case, _ in looked)
    return [[one for one in looked if one[0].family == name] for name in names]


def f1(looked: Looked, threshold: float) -> float:
    """F1 of links between sentences."""
    made = ((case, _above(case, candidates, threshold)) for case, candidates in looked)
    return sum((counted(ends, case.wanted) for case, ends in made), Counts()).f1


def _above(case: Case, candidates: Sequence[Candidate], threshold: float) -> list[Ends]:
    return [case.event.between(one.left.id, one.right.id) for one in candidates if one.probability >= threshold]


def link_calibration(looked: Looked) -> float:
    """Calibration error of the probabilities of prospects of at least `LIKELY`, mean over families."""
    errors = []
    for family in _by_family(looked):
        rows = [
            (one.probability, case.event.between(one.left.id, one.right.id) in {e for p in case.wanted for e in p})
            for case, candidates in family
            for one in candidates
            if one.probability >= LIKELY and not one.certain
        ]
        chance, right = np.array([row[0] for row in rows]), np.array([row[1] for row in rows], float)
        errors.append(calibration_error(chance, right))
    return float(np.mean(errors))


def choose_cohesion(looked: Looked, threshold: float) -> tuple[float, float]:
    """(cohesion, F1), as training/fit.py chooses it."""
    families = [
        [(case.event, [one for one in candidates if one.probability >= threshold]) for case, candidates in own]
        for own in _by_family(looked)
    ]
    return fit_cohesion(families, replace(Settings(), reread_weights=None))


def relation_rows(cases: Sequence[Case], reader: Reader, settings: Settings) -> tuple[Array, Array, NDArray[np.int64]]:
    """The links of gold: log-odds by the rules (n, 3), log-probabilities by the reader (n, 3), truth (n,)."""
    rules = Rules(settings)
    pairs, truth = [], []
    for case in cases:
        for link, ends in zip(case.event.gold.links, case.wanted, strict=True):
            if ends:
                pairs.append(case.event.closest(ends[0]))
                truth.append(VERDICTS.index(link.relation))
    odds = np.array([[rules.weigh(pair).logits[name] for name in VERDICTS] for pair in pairs])
    return odds, told(reader.relate(pairs)), np.array(truth)


def main() -> None:
    """Read, fit, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("families", nargs="+", type=Path)
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).resolve().parent.parent / "compare/models/weights.json"
    )
    options = parser.parse_args()
    settings, reader = replace(Settings(), reread_weights=None), Reader()
    cases = [
        read_case(folder.name, read_event(gold, embedder()), reader, settings)
        for folder in options.families
        for sets in [find_sets(folder)]
        for gold in sets
        if gold.name in held_out([one.name for one in sets])
    ]
    print(len(cases), "events that the reader did not learn from")
    looked = crossed(cases)
    threshold, link_f1 = choose_threshold(looked)
    cohesion, group_f1 = choose_cohesion(looked, threshold)
    weights = replace(fit_reread(cases), threshold=threshold, cohesion=cohesion)
    print(
        f"links: threshold {threshold}, F1 {link_f1:.3f}, by family",
        [round(f1(own, threshold), 3) for own in _by_family(looked)],
    )
    print(f"groups: cohesion {cohesion}, F1 {group_f1:.3f}; calibration error of links {link_calibration(looked):.3f}")
    print(weights)
    blend = fit_relations(cases, reader, settings)
    known = json.loads(options.out.read_text("utf-8"))
    known |= {"reread_weights": asdict(weights), "relation_blend": {"name": reader.name, **asdict(blend)}}
    options.out.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


def fit_relations(cases: Sequence[Case], reader: Reader, settings: Settings) -> RelationBlend:
    """The blend of rules and reader over the links of gold, families weighing the same."""
    rows = [
        relation_rows([case for case in cases if case.family == name], reader, settings) for name in _families(cases)
    ]
    odds, model, truth = (np.concatenate(parts) for parts in zip(*rows, strict=True))
    weight = np.concatenate([rarity(row[2], RARITY) / len(row[2]) for row in rows]) * len(truth) / len(rows)
    blend = fit_blend(odds, model, truth, weight)
    for name, (one, other, right) in zip(_families(cases), rows, strict=True):
        for label, logits in (("rules", one), ("reader", other), ("blend", blended(blend, one, other))):
            print(f"{name}, {label}: {_quality(logits, right)}")
    print(blend)
    return blend


def _quality(logits: Array, truth: NDArray[np.int64]) -> str:
    said = logits.argmax(1)
    f1 = macro_f1([(VERDICTS[t], VERDICTS[g]) for t, g in zip(truth, said, strict=True)])
    return f"macro-F1 {f1:.3f}, agreements called conflict {(said[truth == 0] == 2).mean():.3f}"


if __name__ == "__main__":
    main()
