"""The training loop of stage two: both heads at once, to be broken off and taken up again like stage one."""

from __future__ import annotations

import time
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from training.cross_encoder import checkpoint
from training.cross_encoder.batches import plan
from training.cross_encoder.lessons import UNKNOWN, Batch, Example, collate
from training.cross_encoder.loop import SAY_EVERY, Keeping, Meter
from training.cross_encoder.model import CrossEncoder
from training.cross_encoder.recipe import Recipe, optimiser_for, rate_at


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


def train(
    model: CrossEncoder, examples: Sequence[Example], weights: Tensor, data: str, recipe: Recipe, keeping: Keeping
) -> None:
    """Train for the epochs of the recipe, from the last checkpoint on if there is one, and leave one at the end."""
    batches = plan([len(example.ids) for example in examples], recipe.batch_size, recipe.seed, recipe.epochs)
    optimiser, run = optimiser_for(model, recipe), recipe.name(data)
    done = checkpoint.resume(keeping.path, run, model, optimiser)
    keeping.log(event="start", step=done, steps=len(batches), examples=len(examples))
    meter, kept = Meter(), time.monotonic()
    for step in range(done, len(batches)):
        batch = collate([examples[index] for index in batches[step]])
        rate = rate_at(step, len(batches), recipe)
        meter.add(_step(model, batch, weights, rate, recipe.clip, optimiser), len(batch.linked))
        if (step + 1) % SAY_EVERY == 0:
            keeping.log(step=step + 1, **meter.line())
            meter = Meter()
        if time.monotonic() - kept >= keeping.every or step + 1 == len(batches):
            checkpoint.save(keeping.path, run, step + 1, model, optimiser)
            keeping.log(event="checkpoint", step=step + 1)
            keeping.watch()
            meter, kept = Meter(), time.monotonic()


def _step(model: CrossEncoder, batch: Batch, weights: Tensor, rate: float, clip: float, optimiser: Optimizer) -> float:
    model.train()
    for group in optimiser.param_groups:
        group["lr"] = rate
    with torch.autocast("cpu", torch.bfloat16):
        read = model.read(batch.texts)
        linked, relation = model.linked_head(read).squeeze(-1), model.relation_head(read)
    loss = link_loss(linked, relation, batch, weights)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimiser.step()
    return loss.item()
