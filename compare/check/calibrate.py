"""How much the opinion of a relation model counts beside the rules, fitted on links of gold and judged on others.

A multinomial logistic model of five numbers: log-odds of a relation = rules * (that of the rules) + model * log(its
probability by the model) + bias of the relation. Such a pool of log-probabilities is Genest and Zidek's logarithmic
opinion pool (1986); with the rules left out it is temperature and bias scaling (Guo et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from compare.check.measure import VERDICTS, macro_f1
from compare.check.opinions import Opinions, Rows, Truth, story
from compare.settings import RelationBlend

BALANCES = (0.3, 0.2, 0.1, 0.0)
"""A link weighs (all links / those of its relation) to one of these powers: at 0 all links weigh the same, at 1 all
relations. Balance finds more of the rare ones and makes them look likelier than they are (docs/models.md)."""
TOLERATED = 0.08
"""Calibration error up to which balance is worth it."""
PULL = 1.0
"""Strength of the L2 penalty, in links: what so many links say is needed to move a number by about one."""
FOLDS = 10
BINS = 10
_BY_RULES_ALONE = np.array([1.0, 0.0, 0.0, 0.0, 0.0])


@dataclass(frozen=True)
class Quality:
    """How good verdicts are."""

    log_loss: float
    """Mean, in nats."""
    macro_f1: float
    calibration_error: float
    """Expected, 0 to 1."""


def blended(blend: RelationBlend, rules: Rows, model: Rows) -> Rows:
    """The log-odds of agree, differ and conflict, (n, 3)."""
    bias = np.array([blend.bias.get(relation, 0.0) for relation in VERDICTS])
    logits: Rows = blend.rules * rules + blend.model * model + bias
    return logits


def rarity(truth: Truth, power: float) -> Rows:
    """(n,): the weight of each link by how rare its relation is; mean 1."""
    counts = np.bincount(truth, minlength=len(VERDICTS))
    weight = (len(truth) / np.maximum(counts, 1))[truth] ** power
    normal: Rows = weight / weight.mean()
    return normal


def fit_blend(rules: Rows, model: Rows, truth: Truth, weight: Rows) -> RelationBlend:
    """The blend of least weighted log-loss, pulled a little towards the rules alone.

    `rules` and `model` are (n, 3), `truth` (n,) places in VERDICTS, `weight` (n,). Both factors are at least 0; the
    bias sums to 0. The model is taken as what it says beyond what it says on average: one that says the same of
    every link counts for nothing. The loss is strictly convex, so its least value with bounds is that of the problems
    in which none, one or both of the factors are held at 0, among those that keep the bounds.
    """
    usual = weight @ model / max(float(weight.sum()), 1e-9)
    design = np.concatenate(
        [np.stack([rules, model - usual], axis=2), np.tile(np.eye(len(VERDICTS)), (len(truth), 1, 1))], axis=2
    )
    best: tuple[float, Rows] | None = None
    for free_rules, free_model in product((True, False), repeat=2):
        free = np.array([free_rules, free_model, True, True, True])
        found = _newton(design, truth, weight, np.where(free, _BY_RULES_ALONE, 0.0), free)
        loss = _loss(design, truth, weight, found)
        if (found[:2] >= 0).all() and (best is None or loss < best[0]):
            best = loss, found
    assert best is not None  # with both held at 0 the bounds are kept
    factors, bias = best[1][:2], best[1][2:] - best[1][1] * usual
    bias -= bias.mean()
    return RelationBlend(
        float(factors[0]), float(factors[1]), dict(zip(VERDICTS, (float(value) for value in bias), strict=True))
    )


def _newton(design: Rows, truth: Truth, weight: Rows, start: Rows, free: NDArray[np.bool_]) -> Rows:
    """The point of least loss over the free numbers, by Newton's method with halved steps."""
    point, loss = start, _loss(design, truth, weight, start)
    for _ in range(_MOST_STEPS):
        slope, curve = _derivatives(design, truth, weight, point)
        step = np.zeros_like(point)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        if float(slope @ step) < _CLOSE:
            break
        for halving in range(_MOST_HALVINGS):
            tried = point - step / 2**halving
            reached = _loss(design, truth, weight, tried)
            if reached < loss:
                break
        else:
            break  # no step is lower: as near as the numbers can tell
        point, loss = tried, reached
    return point


_MOST_STEPS, _MOST_HALVINGS, _CLOSE = 100, 40, 1e-14


def _loss(design: Rows, truth: Truth, weight: Rows, point: Rows) -> float:
    logs = _log_softmax(design @ point)
    away = point - _BY_RULES_ALONE
    return float(-weight @ logs[np.arange(len(truth)), truth] + PULL * (away @ away) / 2)


def _derivatives(design: Rows, truth: Truth, weight: Rows, point: Rows) -> tuple[Rows, Rows]:
    """(gradient (5,), Hessian (5, 5))."""
    likely = np.exp(_log_softmax(design @ point))
    mean = np.einsum("nc,ncp->np", likely, design)
    slope = weight @ (mean - design[np.arange(len(truth)), truth]) + PULL * (point - _BY_RULES_ALONE)
    spread = design - mean[:, None, :]
    curve = np.einsum("n,nc,ncp,ncq->pq", weight, likely, spread, spread, optimize=True) + PULL * np.eye(len(point))
    return slope, curve


def _log_softmax(logits: Rows) -> Rows:
    raised = logits - logits.max(1, keepdims=True)
    logs: Rows = raised - np.log(np.exp(raised).sum(1, keepdims=True))
    return logs


def fit(opinions: Opinions, balance: float) -> RelationBlend:
    """The blend fitted on all of them, each link weighed by the rarity of its relation to that power."""
    return fit_blend(opinions.rules, opinions.model, opinions.truth, rarity(opinions.truth, balance))


def best_balance(opinions: Opinions) -> float:
    """The highest of BALANCES whose cross-validated calibration error is tolerated, else that of the least."""
    errors: dict[float, float] = {}
    for balance in BALANCES:
        errors[balance] = quality(crossed(opinions, balance), opinions.truth).calibration_error
        if errors[balance] <= TOLERATED:
            return balance
    return min(errors, key=lambda balance: (errors[balance], balance))


def crossed(opinions: Opinions, balance: float) -> Rows:
    """The log-odds of every link by a blend that was fitted without its event, (n, 3)."""
    logits = np.empty_like(opinions.rules)
    for held in _folds(opinions.sets):
        blend = fit(opinions.of(~held), balance)
        logits[held] = blended(blend, opinions.rules[held], opinions.model[held])
    return logits


def _folds(sets: Sequence[str]) -> Iterator[NDArray[np.bool_]]:
    """The links held out in each turn: each event in one of them, alone where there are few."""
    known = sorted(set(map(story, sets)))
    fold = {name: place % FOLDS for place, name in enumerate(known)}
    own = np.array([fold[story(name)] for name in sets])
    yield from (own == turn for turn in range(min(FOLDS, len(known))))


def quality(logits: Rows, truth: Truth) -> Quality:
    """How good the likeliest relation and its probability are, every link weighing the same."""
    logs = _log_softmax(logits)
    guess = logs.argmax(1)
    confidence: Rows = np.exp(logs[np.arange(len(truth)), guess])
    judged = [(VERDICTS[true], VERDICTS[said]) for true, said in zip(truth, guess, strict=True)]
    return Quality(
        log_loss=float(-logs[np.arange(len(truth)), truth].mean()),
        macro_f1=macro_f1(judged),
        calibration_error=calibration_error(confidence, guess == truth),
    )


def calibration_error(confidences: Rows, rights: NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015), 0 to 1; 0 of nothing.

    >>> calibration_error(np.array([0.95, 0.95]), np.array([True, False]))
    0.45
    """
    if not len(confidences):
        return 0.0
    place = np.minimum((np.asarray(confidences) * BINS).astype(int), BINS - 1)
    gaps = np.bincount(place, np.asarray(confidences) - np.asarray(rights, float), minlength=BINS)
    return float(np.abs(gaps).sum() / len(confidences))


def compared(opinions: Opinions, uncalibrated: RelationBlend, balance: float) -> dict[str, Quality]:
    """By what is listened to: the rules, the model, both uncalibrated, and both by blends that never saw the event."""
    return {
        "rules alone": quality(opinions.rules, opinions.truth),
        "model alone": quality(opinions.model, opinions.truth),
        "both, uncalibrated": quality(blended(uncalibrated, opinions.rules, opinions.model), opinions.truth),
        "both, calibrated": quality(crossed(opinions, balance), opinions.truth),
    }
