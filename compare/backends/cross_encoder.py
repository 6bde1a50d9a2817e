"""Any CrossEncoder of sentence-transformers trained for natural language inference, by name or folder.

Needs the extra `models`. What such a model calls entailment, neutral and contradiction is read as agree, differ and
conflict; how much that is worth is for `compare calibrate` to find out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.backends.extra import called, load
from compare.errors import ModelError
from compare.model import RELATIONS, Claim, Relation

_READ_AS: dict[str, Relation] = {
    **dict.fromkeys(("entailment", "entail", "entails", "entailed"), "agree"),
    "neutral": "differ",
    **dict.fromkeys(("contradiction", "contradict", "contradicts", "contradicted", "contradictory"), "conflict"),
}
_TOLD: tuple[Relation, ...] = ("agree", "differ", "conflict")
_MOST_CHARACTERS = 1000  # of one text: a longer sentence is cut, so that no list of names fills the memory
_BATCH = 32

Texts = tuple[str, str]


class CrossEncoderModel:
    """A relation model of sentence-transformers, on a GPU where there is one.

    Raises ModelError where the extra or the model is missing, or has not the three labels of inference.
    """

    def __init__(self, name: str) -> None:
        self._model = load("CrossEncoder", name, "relation model", "--relation-model", "reader, rules")
        self._columns = columns(self._model.config.id2label, name)
        self.name = called(name, self._model.model)

    def relate(self, pairs: Sequence[tuple[Claim, Claim]]) -> NDArray[np.float64]:
        """Probabilities of agree, differ, conflict, and 0 for unsure, (n, 4); the same whichever way round."""
        texts = [_texts(*pair) for pair in pairs]
        # In an order of their own, longest first: batches hold texts of a length, whatever the order of the pairs.
        distinct = sorted(set(texts), key=lambda pair: (-len(pair[0]) - len(pair[1]), pair))
        found = dict(zip(distinct, self._probabilities(distinct), strict=True))
        return np.array([found[pair] for pair in texts]).reshape(len(texts), len(RELATIONS))

    def _probabilities(self, pairs: Sequence[Texts]) -> NDArray[np.float64]:
        """(n, 4): the softmax of the mean logits of both directions."""
        if not pairs:
            return np.empty((0, len(RELATIONS)))
        both = [way for left, right in pairs for way in ((left, right), (right, left))]
        logits = self._logits(both).reshape(len(pairs), 2, len(_TOLD)).mean(1)
        powers = np.exp(logits - logits.max(1, keepdims=True))
        return np.column_stack([powers / powers.sum(1, keepdims=True), np.zeros(len(pairs))])

    def _logits(self, pairs: Sequence[Texts]) -> NDArray[np.float64]:
        raw: Any = self._model.predict(
            list(pairs), batch_size=_BATCH, show_progress_bar=False, activation_fn=_as_it_is, convert_to_numpy=True
        )
        logits: NDArray[np.float64] = np.asarray(raw, float)[:, self._columns]
        return logits


def columns(labels: Mapping[int, str], name: str) -> list[int]:
    """Where the model has its logits for agree, differ and conflict.

    >>> columns({0: "CONTRADICTION", 1: "ENTAILMENT", 2: "NEUTRAL"}, "some/model")
    [1, 2, 0]

    Raises ModelError where its labels are not the three of inference.
    """
    read = [(_READ_AS.get(str(label).strip().lower()), int(place)) for place, label in labels.items()]
    by_relation = dict(read)
    if len(read) != len(_TOLD) or by_relation.keys() != set(_TOLD):
        found = ", ".join(str(label) for _, label in sorted(labels.items())) or "none"
        raise ModelError(
            f"{name} has the labels {found}",
            "--relation-model",
            "name a model for inference with the labels entailment, neutral and contradiction",
        )
    return [by_relation[relation] for relation in _TOLD]


def _texts(left: Claim, right: Claim) -> Texts:
    one, other = sorted((left.text[:_MOST_CHARACTERS], right.text[:_MOST_CHARACTERS]))
    return one, other


def _as_it_is(logits: Any) -> Any:
    return logits
