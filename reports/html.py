"""Comparison -> one HTML file that needs nothing else: no network, no second file, and no JavaScript to be read."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from compare.model import Comparison
from reports import words
from reports.view import page


def render(comparison: Comparison, *, now: str | None = None) -> str:
    """The whole report. `now` is printed as the time it was made; the same arguments give the same bytes."""
    style, script = _asset("report.css"), _asset("report.js")
    values = {
        "page": page(comparison),
        "now": now,
        "policy": _policy(style, script),
        # Our own files, which must reach the browser byte by byte: the policy holds their hashes.
        "style": Markup(style),  # noqa: S704
        "script": Markup(script),  # noqa: S704
    }
    return environment().get_template("page.html.j2").render(values)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates that escape everything, and fail where a value is missing."""
    made = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(glyphs=words.GLYPHS, tones=words.TONES, standings=words.STANDINGS, relations=words.RELATIONS)
    made.filters["share"] = _share
    return made


def _share(part: float) -> str:
    """A share as the percentage that a drawing is made with."""
    return f"{part * 100:.2f}%"


def _asset(name: str) -> str:
    return (files("reports") / "templates" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """What the browser may load and run: this very style and this very script, and nothing else."""
    return (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
