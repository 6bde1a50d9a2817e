"""The training loop: some epochs over a fixed plan of batches, to be broken off and taken up again."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from training.cross_encoder import checkpoint
from training.cross_encoder.batches import Example, collate, plan
from training.cross_encoder.model import PairReader, nli_loss
from training.cross_encoder.recipe import Recipe, optimiser_for, rate_at

SAY_EVERY = 25
"""Steps from one line of progress to the next."""


@dataclass(frozen=True)
class Keeping:
    """Where and how often (in seconds) a run is kept, where it writes its progress, what is called after keeping."""

    path: Path
    every: float
    log: Callable[..., None]
    watch: Callable[[], None]


@dataclass
class Meter:
    """Loss and speed since the last line of progress."""

    losses: list[float] = field(default_factory=list)
    pairs: int = 0
    began: float = field(default_factory=time.monotonic)

    def add(self, loss: float, pairs: int) -> None:
        """Count one step; a loss that is no number ends the run before it is kept."""
        if not math.isfinite(loss):
            raise SystemExit(f"the loss is {loss}; the last checkpoint is from before that")
        self.losses.append(loss)
        self.pairs += pairs

    def line(self) -> dict[str, float]:
        """Return the mean loss and the pairs a second."""
        speed = self.pairs / (time.monotonic() - self.began)
        return {"loss": round(sum(self.losses) / len(self.losses), 4), "pairs_a_second": round(speed, 1)}


class Readable(Protocol):
    """Whatever can be learned from: its tokens say how long it is."""

    @property
    def ids(self) -> Sequence[int]:
        """Token ids."""
        ...


One = TypeVar("One", bound=Readable)


def nli_loss_of(model: PairReader, examples: Sequence[Example]) -> Tensor:
    """Return the loss of the NLI head over some examples; the model reads in bfloat16."""
    batch = collate(examples)
    with torch.autocast("cpu", torch.bfloat16):
        logits = model.nli(batch.texts)
    return nli_loss(logits, batch)


def train(
    model: PairReader,
    examples: Sequence[One],
    data: str,
    recipe: Recipe,
    keeping: Keeping,
    loss_of: Callable[[PairReader, Sequence[One]], Tensor],
) -> None:
    """Train for the epochs of the recipe, going on from the last checkpoint if there is one, and leave one at the end.

    data: names the examples, so that a checkpoint of others is refused. loss_of: the loss of a batch of them.
    """
    batches = plan([len(example.ids) for example in examples], recipe.batch_size, recipe.seed, recipe.epochs)
    optimiser, run = optimiser_for(model, recipe), recipe.name(data)
    done = checkpoint.resume(keeping.path, run, model, optimiser)
    keeping.log(event="start", step=done, steps=len(batches), pairs=len(examples))
    meter, kept = Meter(), time.monotonic()
    for step in range(done, len(batches)):
        chosen = [examples[index] for index in batches[step]]
        optimiser.zero_grad(set_to_none=True)
        model.train()
        rate = rate_at(step, len(batches), recipe)
        meter.add(_step(model, loss_of(model, chosen), rate, recipe.clip, optimiser), len(chosen))
        if (step + 1) % SAY_EVERY == 0:
            keeping.log(step=step + 1, **meter.line())
            meter = Meter()
        if time.monotonic() - kept >= keeping.every or step + 1 == len(batches):
            checkpoint.save(keeping.path, run, step + 1, model, optimiser)
            keeping.log(event="checkpoint", step=step + 1)
            keeping.watch()
            meter, kept = Meter(), time.monotonic()


def _step(model: PairReader, loss: Tensor, rate: float, clip: float, optimiser: Optimizer) -> float:
    """Learn from the loss of one batch and return it."""
    for group in optimiser.param_groups:
        group["lr"] = rate
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimiser.step()
    return loss.item()
