"""The least that figures may be: `[thresholds]` of a set and `[tool.compare.check.thresholds]` of a project."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from compare.check.measures import METRICS
from compare.check.outcome import Measured, Severity, Shortfall, Threshold
from compare.errors import SettingsError

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_TABLE = "tool.compare.check"
_CURE = "see docs/check.md"
_PLACES = 9
"""0.1 + 0.7 is 0.8."""


@dataclass(frozen=True)
class Project:
    """What a pyproject.toml says of checks."""

    thresholds: tuple[Threshold, ...] = ()
    """Of the figures over all sets."""
    folders: tuple[Path, ...] = ()
    """What is checked where no folder is named."""


def load_thresholds(pyproject: Path) -> tuple[Threshold, ...]:
    """Those of the figures over all sets. Raises SettingsError."""
    return load_project(pyproject).thresholds


def load_project(pyproject: Path) -> Project:
    """What `[tool.compare.check]` says; nothing where there is none. Raises SettingsError with one line."""
    try:
        loaded = tomllib.loads(pyproject.read_text("utf-8"))
        return _project(_table(loaded), pyproject)
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"the settings of the check cannot be read: {error}", str(pyproject), _CURE) from error


def _table(loaded: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Any = loaded
    for name in _TABLE.split("."):
        found = found.get(name, {})
        if not isinstance(found, dict):
            raise ValueError(f"{_TABLE} is no table")
    if unknown := sorted(found.keys() - {"folders", "thresholds"}):
        raise ValueError(f"unknown key {unknown[0]!r} in [{_TABLE}]; known are folders, thresholds")
    return dict(found)


def _project(table: Mapping[str, Any], pyproject: Path) -> Project:
    folders = table.get("folders", [])
    if not isinstance(folders, list) or not all(isinstance(name, str) for name in folders):
        raise ValueError('folders is no list of names, such as ["samples"]')
    where = f"{pyproject} [{_TABLE}.thresholds]"
    return Project(
        read_thresholds(table.get("thresholds", {}), where), tuple(pyproject.parent / name for name in folders)
    )


def read_thresholds(table: object, where: str) -> tuple[Threshold, ...]:
    """Those of a table, `"links.f1" = 0.6` or `= {least = 0.6, severity = "warn"}`. Raises ValueError.

    TOML reads a name that is not in quotation marks as tables in tables, which mean the same.
    """
    if not isinstance(table, dict):
        raise ValueError("thresholds is no table")
    return tuple(_threshold(metric, value, where) for metric, value in _flat(table))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        metric = f"{before}{name}"
        if isinstance(value, dict) and metric not in METRICS:
            yield from _flat(value, f"{metric}.")
        else:
            yield metric, value


def _threshold(metric: str, value: object, where: str) -> Threshold:
    if metric not in METRICS:
        raise ValueError(f"unknown metric {metric!r}; known are {', '.join(METRICS)}")
    table = value if isinstance(value, dict) else {"least": value}
    if table.keys() - {"least", "severity"} or "least" not in table:
        raise ValueError(f'{metric} is neither a number nor {{least = 0.6, severity = "warn"}}')
    return Threshold(metric, _share(metric, table["least"]), severity_of(table.get("severity", "error")), where)


def _share(metric: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{metric} must be a number from 0 to 1, not {value!r}")
    return float(value)


def severity_of(value: object) -> Severity:
    """The severity of that name. Raises ValueError."""
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise ValueError(f"unknown severity {value!r}; known are {', '.join(SEVERITIES)}")


def shortfalls(thresholds: Sequence[Threshold], measured: Mapping[str, Measured]) -> tuple[Shortfall, ...]:
    """The figures below their threshold, and those that cannot be measured."""
    found = ((one, measured.get(one.metric, Measured(None, None, None, 0))) for one in thresholds)
    return tuple(Shortfall(one, figure) for one, figure in found if not _meets(figure.value, one.least))


def _meets(value: float | None, least: float) -> bool:
    return value is not None and round(value, _PLACES) >= least
