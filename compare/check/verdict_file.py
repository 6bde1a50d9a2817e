"""A verdict as JSON, with every item and every figure, and back again. docs/check.schema.json describes the fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compare.check.codec import decode, encode
from compare.check.outcome import CheckVerdict
from compare.check.telling import VERDICTS, one_line, verdict_of
from compare.errors import InputError

FORMAT = 1
"""The number of the format. A change that an older reader would misread makes a new one."""
KIND = "compare check"


def dumps(verdict: CheckVerdict, against: Mapping[str, Any] | None = None) -> str:
    """The document; the verdict and the exit code stand in it, the verdict on each set, and what it is held against."""
    head = {"format": FORMAT, "kind": KIND, "verdict": VERDICTS[verdict.exit_code], "exit_code": verdict.exit_code}
    told = encode(verdict)
    for raw, one in zip(told["sets"], verdict.sets, strict=True):
        raw["verdict"] = verdict_of(one)
    rest = {} if against is None else {"against": against}
    text = json.dumps({**head, **told, **rest}, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")  # half a surrogate pair, as JSON writes it


def loads(text: str) -> CheckVerdict:
    """The verdict in a document. Raises ValueError, KeyError or TypeError where there is none."""
    loaded: Any = json.loads(text)
    if not isinstance(loaded, dict) or loaded.get("kind") != KIND:
        raise ValueError("this is no verdict of compare check")
    if loaded.get("format") != FORMAT:
        raise ValueError(f"format {ascii(loaded.get('format'))[:20]} is not known")
    verdict: CheckVerdict = decode(CheckVerdict, loaded)
    return verdict


def load(path: Path) -> CheckVerdict:
    """The verdict in a file. Raises InputError, in one line."""
    try:
        return loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else one_line(str(error))[:120]
        cure = "make one with compare check --json"
        raise InputError(f"the verdict cannot be read: {reason}", str(path), cure) from error
