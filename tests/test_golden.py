"""Every output of one small comparison made by hand, byte for byte. To accept a change: `make golden`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compare.cli.outputs import FORMATS
from tests.samples import comparison

GOLDEN = Path(__file__).parent / "golden"
# What matters most in each, so that a golden file accepted in haste still fails here.
SAYS = {
    "csv": "At least 12 miners died on Monday",
    "html": "Content-Security-Policy",
    "json": '"relation": "conflict"',
    "md": "Nine miners died",
    "text": "contested",
}


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_output_is_as_accepted(format_: str, tmp_path: Path) -> None:
    actual = FORMATS[format_].render(comparison())
    golden = GOLDEN / f"comparison.{format_}"
    if os.environ.get("COMPARE_ACCEPT_GOLDEN") and not os.environ.get("CI"):
        golden.write_bytes(actual)
    assert SAYS[format_] in actual.decode()
    found = tmp_path / golden.name
    found.write_bytes(actual)
    assert actual == golden.read_bytes(), f"differs: diff {golden} {found}; accept with `make golden`"
