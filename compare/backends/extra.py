"""Models of sentence-transformers, the library of the extra `models`: loaded by name or folder, and their names."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from compare.errors import ModelError


def load(kind: str, name: str, role: str, option: str, bundled: str) -> Any:
    """The model of that name, loaded by the class `kind` of the library, on a GPU where there is one.

    A folder is loaded without looking at the network. Raises ModelError, which speaks of the model by its `role` and
    the `option` that named it, where the extra or the model is missing.
    """
    try:
        import sentence_transformers
    except ImportError as error:
        cure = f"name {bundled}, or type: pip install 'compare-sources[models]'"
        raise ModelError(f"the {role} {name} needs sentence-transformers", option, cure) from error
    try:
        with _quiet():
            return getattr(sentence_transformers, kind)(name, local_files_only=Path(name).exists())
    except Exception as error:  # the library raises many kinds; all mean that there is no such model here
        cure = f"name {bundled}, a folder, or a model that can be downloaded"
        raise ModelError(f"no {role} {name}", option, cure) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """What the libraries below tell while they load, unasked, is kept from stderr: the caller tells it in one line."""
    logs = [sys.modules[name] for name in _TALKERS if name in sys.modules]
    before = [log.get_verbosity() for log in logs]
    bars = [log for log in logs if hasattr(log, "is_progress_bar_enabled") and log.is_progress_bar_enabled()]
    for log in logs:
        log.set_verbosity_error()
    for log in bars:
        log.disable_progress_bar()
    try:
        yield
    finally:
        for log, verbosity in zip(logs, before, strict=True):
            log.set_verbosity(verbosity)
        for log in bars:
            log.enable_progress_bar()


_TALKERS = ("transformers.utils.logging", "huggingface_hub.utils.logging")


def called(name: str, model: Any) -> str:
    """What a report calls a model: its name and the first eight digits of the SHA-256 of its weights.

    Of a folder the last part: where it lies on this machine is nothing for a report.
    """
    digest = hashlib.sha256()
    for part, weights in sorted(model.state_dict().items()):
        digest.update(part.encode())
        digest.update(weights.detach().cpu().float().numpy().tobytes())
    shown = Path(name).resolve().name if Path(name).exists() else name
    return f"{shown}@{digest.hexdigest()[:8]}"
