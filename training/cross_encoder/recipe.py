"""The numbers that shape the result, and the optimiser they make."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import torch
from torch import nn


@dataclass(frozen=True)
class Recipe:
    """Pairs in a batch, the highest learning rate, the share of steps it rises for, and what holds the weights back."""

    batch_size: int = 32
    rate: float = 1e-4
    warm_up: float = 0.06
    weight_decay: float = 0.01
    clip: float = 1.0
    seed: int = 20
    epochs: int = 1

    def name(self, data: str) -> str:
        """Name a run by its numbers and its data, so that a checkpoint is only used for the run it belongs to."""
        return json.dumps(asdict(self) | {"data": data}, sort_keys=True)


def optimiser_for(model: nn.Module, recipe: Recipe) -> torch.optim.AdamW:
    """Make AdamW over what is not frozen; biases and layer norms do not decay."""
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    groups = [
        {"params": [weight for weight in weights if weight.ndim > 1], "weight_decay": recipe.weight_decay},
        {"params": [weight for weight in weights if weight.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=recipe.rate)


def rate_at(step: int, steps: int, recipe: Recipe) -> float:
    """Return the learning rate of a step: a straight rise over the warm-up, then a straight fall towards 0."""
    rise = max(1, round(steps * recipe.warm_up))
    return recipe.rate * min((step + 1) / rise, (steps - step) / max(1, steps - rise))
