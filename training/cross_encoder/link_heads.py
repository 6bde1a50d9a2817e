"""What stage two learns: both heads at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from training.cross_encoder.lessons import UNKNOWN, Batch, Example, collate
from training.cross_encoder.model import CrossEncoder


def start_heads(model: CrossEncoder) -> None:
    """Begin with what stage one knows: agreement as entailment, difference as neutral, conflict as contradiction."""
    model.relation_head.load_state_dict(model.nli_head.state_dict())
    model.nli_head.requires_grad_(False)


def link_loss(linked: Tensor, relation: Tensor, batch: Batch, weights: Tensor) -> Tensor:
    """Return the loss of both heads: linked (batch,), relation (batch, 3), weights (3,); a mean over the batch each."""
    one = nn.functional.binary_cross_entropy_with_logits(linked.float(), batch.linked)
    other = nn.functional.cross_entropy(
        relation.float(), batch.relation, weight=weights, ignore_index=UNKNOWN, reduction="sum"
    )
    return one + other / max(int((batch.relation != UNKNOWN).sum()), 1)


def link_loss_of(weights: Tensor) -> Callable[[CrossEncoder, Sequence[Example]], Tensor]:
    """Return the loss of both heads over some examples; `weights` (3,) are those of the relations."""

    def loss_of(model: CrossEncoder, examples: Sequence[Example]) -> Tensor:
        batch = collate(examples)
        with torch.autocast("cpu", torch.bfloat16):
            read = model.read(batch.texts)
            linked, relation = model.linked_head(read).squeeze(-1), model.relation_head(read)
        return link_loss(linked, relation, batch, weights)

    return loss_of
