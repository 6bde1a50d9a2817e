"""The pair reader: one small BERT that reads two texts at once, and a head for each question asked of them."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from compare.model import ASPECTS
from training.cross_encoder.batches import Batch, Texts
from training.cross_encoder.data import LABELS

RELATIONS = ("agree", "differ", "conflict")


class PairReader(nn.Module):
    """Encoder, pooling and heads.

    `nli` asks what the first text says of the second and has a direction. `forward` asks what two claims are to each
    other, which has none: it learns them both ways round.
    """

    def __init__(self, encoder: nn.Module, width: int, dropout: float = 0.1) -> None:
        """Take a BERT without pooling layer whose hidden states are `width` wide."""
        super().__init__()
        self.encoder = encoder
        self.pool = nn.Sequential(nn.Linear(2 * width, width), nn.Tanh(), nn.Dropout(dropout))
        self.nli_head = nn.Linear(width, len(LABELS))
        self.linked_head = nn.Linear(width, 1)
        self.relation_head = nn.Linear(width, len(RELATIONS))
        self.aspect_head = nn.Linear(width, len(ASPECTS))

    def read(self, texts: Texts) -> Tensor:
        """Map a batch to (batch, width): the first token beside the mean of all, through one layer."""
        hidden = self.encoder(
            input_ids=texts.ids, token_type_ids=texts.types, attention_mask=texts.mask
        ).last_hidden_state
        mask = texts.mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        pooled: Tensor = self.pool(torch.cat([hidden[:, 0], mean], dim=1))
        return pooled

    def nli(self, texts: Texts) -> Tensor:
        """Return the logits of `LABELS`, (batch, 3)."""
        logits: Tensor = self.nli_head(self.read(texts))
        return logits

    def forward(self, texts: Texts) -> tuple[Tensor, Tensor, Tensor]:
        """Return what two claims are to each other, read in one order, as logits.

        Of being linked, (batch,), of each of `RELATIONS`, (batch, 3), and of each of `ASPECTS`, (batch, 9).
        """
        read = self.read(texts)
        return self.linked_head(read).squeeze(-1), self.relation_head(read), self.aspect_head(read)


def from_base(folder: Path, seed: int) -> PairReader:
    """Load the encoder of the base model, its word vectors frozen, under new heads drawn with `seed`."""
    torch.manual_seed(seed)
    encoder = AutoModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation="sdpa")
    return frozen_words(PairReader(encoder, encoder.config.hidden_size))


def frozen_words(model: PairReader) -> PairReader:
    """Freeze the table of word vectors: half the parameters, and words that training never shows keep their place."""
    model.encoder.get_submodule("embeddings.word_embeddings").requires_grad_(False)
    return model


def nli_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Return the mean cross-entropy; a label that a source never gives out takes no part for its pairs."""
    return nn.functional.cross_entropy(known_only(logits, batch), batch.labels)


def known_only(logits: Tensor, batch: Batch) -> Tensor:
    """Return float32 logits with -inf at the labels that the source of a pair does not have."""
    return logits.float().masked_fill(~batch.known, float("-inf"))
