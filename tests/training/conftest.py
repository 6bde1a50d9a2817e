"""What the tests of the pair reader's training share; loaded only where they run."""

from __future__ import annotations

import pytest


@pytest.fixture
def one_thread():
    """Threads cost more than they bring where the arrays are tiny."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def tokenizer():
    from tests.training.tiny import word_tokenizer

    return word_tokenizer()
