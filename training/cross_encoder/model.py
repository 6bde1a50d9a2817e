"""The pair reader: one small BERT that reads each claim alone and then two at once, and a head for each question.

The lower layers see one claim, so that a claim is read once however many pairs it stands in; the upper layers see both
and tell their words apart by whether one looks at its own claim or at the other (a learned bias to the attention, as in
Raffel et al. 2020, there for distances). Reading apart first is DeFormer (Cao et al. 2020). Nothing in the layers knows
which claim came first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

from compare.model import ASPECTS
from training.cross_encoder.batches import Batch, Text
from training.cross_encoder.data import LABELS

RELATIONS = ("agree", "differ", "conflict")
APART = 2
"""Layers that read a claim alone; the rest read two together."""

FAR = -1e4
"""Added to the attention to what is only padding."""


class PairReader(nn.Module):
    """Layers, pooling and heads.

    `nli` asks what the first text says of the second and has a direction. `forward` asks what two claims are to each
    other, which has none: both directions are pooled and the logits are the mean.
    """

    def __init__(self, encoder: Any, dropout: float = 0.1) -> None:
        """Take a BERT without pooling layer."""
        super().__init__()
        layers, width = list(encoder.encoder.layer), encoder.config.hidden_size
        self.words = encoder.embeddings
        self.apart, self.together = nn.ModuleList(layers[:APART]), nn.ModuleList(layers[APART:])
        self.nearness = nn.Parameter(torch.zeros(len(self.together), encoder.config.num_attention_heads, 2))
        self.pool = nn.Sequential(nn.Linear(4 * width, width), nn.Tanh(), nn.Dropout(dropout))
        self.nli_head = nn.Linear(width, len(LABELS))
        self.linked_head = nn.Linear(width, 1)
        self.relation_head = nn.Linear(width, len(RELATIONS))
        self.aspect_head = nn.Linear(width, len(ASPECTS))

    def read(self, text: Text) -> Tensor:
        """Map claims to hidden states, (batch, tokens, width), each read alone."""
        hidden: Tensor = self.words(text.ids)
        for layer in self.apart:
            hidden = layer(hidden, _padding(text.mask))
        return hidden

    def meet(self, left: Tensor, right: Tensor, left_mask: Tensor, right_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Let two claims, as `read` gives them, read each other: one vector each, (batch, 2 * width)."""
        hidden, mask = torch.cat([left, right], 1), torch.cat([left_mask, right_mask], 1)
        theirs = torch.arange(hidden.shape[1], device=hidden.device) >= left.shape[1]
        other = theirs[:, None] != theirs[None, :]
        for layer, near in zip(self.together, self.nearness, strict=True):
            bias = torch.where(other, near[:, 1, None, None], near[:, 0, None, None])
            hidden = layer(hidden, bias[None] + _padding(mask))
        width = left.shape[1]
        return _vector(hidden[:, :width], left_mask), _vector(hidden[:, width:], right_mask)

    def nli(self, left: Text, right: Text) -> Tensor:
        """Return the logits of `LABELS`, (batch, 3)."""
        one, other = self.meet(self.read(left), self.read(right), left.mask, right.mask)
        logits: Tensor = self.nli_head(self.pool(torch.cat([one, other], 1)))
        return logits

    def judge(self, one: Tensor, other: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return what two met claims are to each other, as logits.

        Of being linked, (batch,), of each of `RELATIONS`, (batch, 3), and of each of `ASPECTS`, (batch, 9).
        """
        ways = [self.pool(torch.cat(way, 1)) for way in ((one, other), (other, one))]
        linked, relation, aspects = (
            (head(ways[0]) + head(ways[1])) / 2 for head in (self.linked_head, self.relation_head, self.aspect_head)
        )
        return linked.squeeze(-1), relation, aspects

    def forward(self, left: Text, right: Text) -> tuple[Tensor, Tensor, Tensor]:
        """Return what `judge` says of two claims; which is which makes no difference."""
        return self.judge(*self.meet(self.read(left), self.read(right), left.mask, right.mask))


def _padding(mask: Tensor) -> Tensor:
    """Zero for tokens, far below it for padding: (batch, 1, 1, tokens)."""
    return (1 - mask[:, None, None, :].float()) * FAR


def _vector(hidden: Tensor, mask: Tensor) -> Tensor:
    """The first token beside the mean of all."""
    weight = mask.unsqueeze(-1).to(hidden.dtype)
    return torch.cat([hidden[:, 0], (hidden * weight).sum(1) / weight.sum(1)], 1)


def from_base(folder: Path, seed: int) -> PairReader:
    """Load the layers of the base model, its word vectors frozen, under new heads drawn with `seed`."""
    torch.manual_seed(seed)
    return frozen_words(PairReader(AutoModel.from_pretrained(str(folder), add_pooling_layer=False)))


def frozen_words(model: PairReader) -> PairReader:
    """Freeze the table of word vectors: half the parameters, and words that training never shows keep their place."""
    model.words.word_embeddings.requires_grad_(False)
    return model


def nli_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Return the mean cross-entropy; a label that a source never gives out takes no part for its pairs."""
    return nn.functional.cross_entropy(known_only(logits, batch), batch.labels)


def known_only(logits: Tensor, batch: Batch) -> Tensor:
    """Return float32 logits with -inf at the labels that the source of a pair does not have."""
    return logits.float().masked_fill(~batch.known, float("-inf"))
