"""Source text is shown as what it is, and does nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from reports.safe import encodable, one_line, shortened, visible
from tests.reports.strategies import words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jcleared", "cleared"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bcreset", "creset"),
        ("back\x08space\x7f", "backspace"),
        ("left\u202eright\u2066\u200f", "leftright"),
        ("in\u200bvisible\ufeff\U000e0041", "invisible"),
        ("a\nb\tc\u2028d\r\ne", "a b c d  e"),
        ("half \ud800", "half \ufffd"),
        ("می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"),
    ],
)
def test_visible(text: str, shown: str):
    assert visible(text) == shown


@given(words)
def test_nothing_that_controls_is_left(text: str):
    for char in visible(text):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@given(words)
def test_one_line_has_no_wide_gaps(text: str):
    assert one_line(text) == " ".join(visible(text).split())


def test_what_is_cut_says_so():
    assert shortened("twelve dead", 8) == "twelve…"
    assert shortened("twelve", 6) == "twelve"


@given(words)
def test_encodable_changes_only_what_a_file_cannot_hold(text: str):
    written = encodable(text).encode("utf-8").decode("utf-8")
    assert len(written) == len(text)
    assert all(new in (old, "\ufffd") for new, old in zip(written, text, strict=True))
