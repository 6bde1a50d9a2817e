"""Stop anywhere, go on exactly: what a run has to remember, in one file that is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer


def save(path: Path, run: str, step: int, model: nn.Module, optimiser: Optimizer) -> None:
    """Write weights, optimiser, state of chance and the number of steps done; `run` names settings and data."""
    state = {
        "run": run,
        "step": step,
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "chance": torch.get_rng_state(),
    }
    write(path, state)


def resume(path: Path, run: str, model: nn.Module, optimiser: Optimizer) -> int:
    """Put everything back as `save` found it and return the steps done; 0 where there is no checkpoint."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    if state["run"] != run:
        raise SystemExit(f"{path} is of a run with other settings or data: choose another --out or delete it")
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    torch.set_rng_state(state["chance"])
    return int(state["step"])


def write(path: Path, state: Any) -> None:
    """Write a torch file beside its place, then move it there."""
    draft = path.with_suffix(".tmp")
    with draft.open("wb") as file:
        torch.save(state, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
