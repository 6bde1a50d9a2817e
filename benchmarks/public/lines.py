"""Files of one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_lines(path: Path) -> list[dict[str, Any]]:
    """All objects of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
