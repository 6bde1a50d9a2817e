"""What stage two learns: all heads at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from training.cross_encoder.lessons import UNKNOWN, Batch, Example, collate
from training.cross_encoder.model import PairReader

ASPECT_SHARE = 0.1
"""Weight of the loss of aspects beside the other two."""

Logits = tuple[Tensor, Tensor, Tensor]
"""Of being linked (batch,), of relations (batch, 3), of aspects (batch, 9)."""


def start_heads(model: PairReader) -> None:
    """Begin with what stage one knows: agreement as entailment, difference as neutral, conflict as contradiction."""
    model.relation_head.load_state_dict(model.nli_head.state_dict())
    model.nli_head.requires_grad_(False)


def link_loss(logits: Logits, batch: Batch, weights: Tensor) -> Tensor:
    """Return the loss of all heads, each a mean over the pairs it is known for; weights (3,) are of the relations."""
    linked, relation, aspects = (one.float() for one in logits)
    told = batch.relation != UNKNOWN
    by_link = nn.functional.binary_cross_entropy_with_logits(linked, batch.linked)
    by_relation = nn.functional.cross_entropy(
        relation, batch.relation, weight=weights, ignore_index=UNKNOWN, reduction="sum"
    )
    shown = batch.aspects.any(1)
    by_aspect = nn.functional.binary_cross_entropy_with_logits(aspects, batch.aspects, reduction="none").sum(1)
    return (
        by_link
        + by_relation / told.sum().clamp(min=1)
        + ASPECT_SHARE * (by_aspect * shown).sum() / shown.sum().clamp(min=1)
    )


def link_loss_of(weights: Tensor) -> Callable[[PairReader, Sequence[Example]], Tensor]:
    """Return the loss of all heads over some examples; `weights` (3,) are those of the relations."""

    def loss_of(model: PairReader, examples: Sequence[Example]) -> Tensor:
        batch = collate(examples)
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(batch.texts)
        return link_loss(logits, batch, weights)

    return loss_of
