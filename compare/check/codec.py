"""Frozen dataclasses <-> plain JSON values, by the types of their fields; what does not fit them is refused."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def encode(value: Any) -> Any:
    """A value as `json.dumps` takes it."""
    if is_dataclass(value):
        return {one.name: encode(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): encode(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [encode(one) for one in value]
    return str(value) if isinstance(value, Path) else value


def decode(kind: Any, raw: Any) -> Any:
    """A value of that type. Raises ValueError, TypeError or KeyError where `raw` is none."""
    if is_dataclass(kind):
        return _dataclass(kind, raw)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(arguments, raw)
    if origin is tuple:
        return tuple(decode(arguments[0], one) for one in _is(list, raw))
    if origin is Mapping:
        return {name: decode(arguments[1], one) for name, one in _is(dict, raw).items()}
    if origin is Literal:
        return _chosen(arguments, raw)
    return Path(_is(str, raw)) if kind is Path else _plain(kind, raw)


def _dataclass(kind: Any, raw: Any) -> Any:
    hints = _hints(kind)
    given = [one for one in fields(kind) if one.name in _is(dict, raw) or _needed(one)]
    return kind(**{one.name: decode(hints[one.name], raw[one.name]) for one in given})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _optional(kinds: tuple[Any, ...], raw: Any) -> Any:
    """Of `X | None`."""
    (kind,) = (one for one in kinds if one is not types.NoneType)
    return None if raw is None else decode(kind, raw)


def _chosen(values: tuple[Any, ...], raw: Any) -> Any:
    if raw not in values:
        raise ValueError(f"{ascii(raw)[:40]} is none of {', '.join(map(str, values))}")
    return raw


def _plain(kind: Any, raw: Any) -> Any:
    if kind is float:
        return float(_is((int, float), raw))
    return raw if kind in (Any, object) else _is(kind, raw)


def _is(kind: Any, raw: Any) -> Any:
    if not isinstance(raw, kind) or (isinstance(raw, bool) and kind is not bool):
        raise TypeError(f"{ascii(raw)[:40]} is of another type")
    return raw
