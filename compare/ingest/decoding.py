"""Bytes -> text, and the name of the encoding."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from compare.errors import InputError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CURE = "save it as UTF-8 text"


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text and its encoding: by byte order mark, as UTF-8, else as charset-normalizer finds.

    A text loses its byte order mark, nothing else. Raises InputError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, where), encoding
    if b"\0" in data:
        raise InputError("the file is binary, not text", where, _CURE)
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _detected(data, where)
    _refuse_control_codes(text, where)
    return text, encoding


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"the file says it is {encoding}, but is not", where, _CURE) from error
    _refuse_control_codes(text, where)
    return text


def _detected(data: bytes, where: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # here: 40 ms, and most files are UTF-8

    found = list(from_bytes(data))
    if not found:
        raise InputError("the encoding cannot be told", where, _CURE)
    # Of encodings that fit alike the library takes the first by name, cp1250; by far the most common is cp1252.
    common = [match for match in found if match.encoding == "cp1252" and _as_likely(match, found[0])]
    best = (common or found)[0]
    return str(best), best.encoding.replace("_", "-")


def _as_likely(match: CharsetMatch, best: CharsetMatch) -> bool:
    return match.chaos <= best.chaos and match.coherence >= best.coherence - 0.1


def _refuse_control_codes(text: str, where: str) -> None:
    # Text has hardly any control codes; a program, image or archive that happens to decode has many.
    codes = sum(1 for char in text if char < " " and char not in "\t\n\r\f\v\x1b")
    if codes > 2 + len(text) // 500:
        raise InputError("the file is binary, not text", where, _CURE)
