"""Source text made safe to show: no control codes, no escape sequences, nothing that reorders a line.

Articles are untrusted. What is taken out here can only hide, move or colour what a reader sees.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"""(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]                              # CSI: colours, cursor
      | (?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)   # OSC, DCS: titles, links
    """,
    re.VERBOSE,
)
# Persian and Indic spelling and joined emoji need the zero-width (non-)joiner.
_KEPT = frozenset("\u200c\u200d")
_SPACES = frozenset("\t\n\x0b\x0c\r\x85\u2028\u2029")


def visible(text: str) -> str:
    """The text on one line without invisible or controlling characters; half a surrogate pair becomes U+FFFD."""
    return "".join(map(_shown, _ESCAPES.sub("", text)))


def one_line(text: str) -> str:
    """`visible`, with every run of white space as one space."""
    return " ".join(visible(text).split())


def shortened(text: str, most: int) -> str:
    """`one_line`, cut to at most `most` characters, the last of them "…" where something was cut."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def encodable(text: str) -> str:
    """The text as UTF-8 files can hold it: half a surrogate pair becomes U+FFFD, and so does NUL."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def _shown(char: str) -> str:
    if char in _SPACES:
        return " "
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    return "" if category in ("Cc", "Cf") and char not in _KEPT else char
