"""A pair reader with weights drawn at random, so small that it trains in a moment. Needs PyTorch."""

from __future__ import annotations

import torch
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from training.cross_encoder.model import PairReader, frozen_words

WORDS = "[PAD] [UNK] [CLS] [SEP] the dam held burst water rose fell crews left stayed".split()


def tiny(seed: int = 0) -> PairReader:
    """Two layers over `WORDS`."""
    torch.manual_seed(seed)
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    return frozen_words(PairReader(transformers.BertModel(config, add_pooling_layer=False), 32))


def word_tokenizer() -> Tokenizer:
    """A word is its place in `WORDS`."""
    made = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return made
