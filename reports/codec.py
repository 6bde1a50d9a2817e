"""Values of `compare.model` <-> plain JSON values, field by field from the types that the model declares.

Three rules go beyond "a field is a key": a `span` becomes the two keys `start` and `end`, a fact carries its
`kind`, and the places of a reason are called `left_span` and `right_span`. Nothing here is evaluated or
imported by name: a file can only ever become values of the model.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from compare.errors import InputError
from compare.model import Fact, Reason, Span
from reports.safe import one_line

CURE = "write the file again with `compare run --format json`"
_FACTS: dict[str, type] = {fact.kind: fact for fact in get_args(Fact)}
_RENAMED: dict[tuple[type, str], str] = {(Reason, "left"): "left_span", (Reason, "right"): "right_span"}
_WORDS: dict[type, str] = {str: "a string", bool: "true or false", int: "a whole number", float: "a number"}


def encode(value: Any) -> Any:
    """A value of the model as dicts, lists, strings, numbers, booleans and None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dict(_pairs(value))
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def decode(kind: Any, value: Any, where: str) -> Any:
    """A value of the type `kind` from what stands at `where`. Raises InputError where it does not fit."""
    if dataclasses.is_dataclass(kind):
        return _thing(kind, value, where)
    origin, options = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _one_of(options, value, where)
    if origin is tuple:
        return tuple(decode(options[0], item, f"{where}[{n}]") for n, item in enumerate(listed(value, where)))
    if origin is Literal:
        return _word(options, value, where)
    if kind is date:
        return _day(value, where)
    return keyed(value, where) if origin is Mapping else _plain(kind, value, where)


def keyed(value: Any, where: str) -> dict[str, Any]:
    """`value`, if it is an object."""
    if not isinstance(value, dict):
        refuse("not an object", where)
    return value


def listed(value: Any, where: str) -> list[Any]:
    """`value`, if it is a list."""
    if not isinstance(value, list):
        refuse("not a list", where)
    return value


def member(value: Mapping[str, Any], key: str, where: str) -> Any:
    """What stands at a key that has to be there."""
    if key not in value:
        refuse(f"the field {key!r} is missing", where)
    return value[key]


def refuse(what: str, where: str) -> NoReturn:
    """Say what is wrong with the file, and where."""
    raise InputError(one_line(what), where, CURE)


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    kind: Any = type(value)
    if kind in _FACTS.values():
        yield "kind", kind.kind
    for name in _hints(kind):
        item = getattr(value, name)
        if name == "span":
            yield from (("start", item.start), ("end", item.end))
        else:
            yield _key(kind, name), encode(item)


def _thing(kind: Any, value: Any, where: str) -> Any:
    raw = keyed(value, where)
    fields = {name: _field(kind, name, hint, raw, where) for name, hint in _hints(kind).items()}
    try:
        return kind(**fields)
    except ValueError as error:
        refuse(str(error), where)


def _field(kind: type, name: str, hint: Any, raw: dict[str, Any], where: str) -> Any:
    if name == "span":
        return _thing(Span, raw, where)
    key = _key(kind, name)
    return decode(hint, member(raw, key, where), f"{where}.{key}")


def _one_of(options: tuple[Any, ...], value: Any, where: str) -> Any:
    if type(None) in options:
        return None if value is None else decode(options[0], value, where)
    kind = member(keyed(value, where), "kind", where)
    return _thing(_FACTS[_word(tuple(_FACTS), kind, f"{where}.kind")], value, where)


def _word(options: tuple[str, ...], value: Any, where: str) -> Any:
    if value not in options:
        refuse(f"{_quoted(value)} is none of {', '.join(options)}", where)
    return value


def _day(value: Any, where: str) -> date:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        refuse(f"{_quoted(value)} is not a date like 2026-02-16", where)
    return day


def _plain(kind: type, value: Any, where: str) -> Any:
    fitting: tuple[type, ...] = (int, float) if kind is float else (kind,)
    if not isinstance(value, fitting) or (isinstance(value, bool) and kind is not bool):
        refuse(f"{_quoted(value)} is not {_WORDS[kind]}", where)
    if isinstance(value, float) and not math.isfinite(value):
        refuse("a number is out of range", where)
    return value


def _quoted(value: Any) -> str:
    shown = ascii(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"


def _key(kind: type, name: str) -> str:
    return _RENAMED.get((kind, name), name)


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The declared type of every field, in the order of the class."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
