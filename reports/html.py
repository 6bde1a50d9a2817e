"""Comparison -> one HTML file that needs nothing else: no network, no second file, and no JavaScript to be read."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from compare.model import Comparison
from reports import lean, words
from reports.view import page

STYLES = (
    *("base", "masthead", "sections", "tables", "chips", "overview", "filters", "grid", "articles"),
    *("figures", "timeline", "namings", "voices", "left_out", "method", "review", "phone", "paper"),
)
"""Files of templates/style, in the order of the cascade."""
SCRIPTS = (
    *("dom", "grid", "articles", "versions", "timeline"),
    *("review_data", "review_store", "review_file", "review_texts", "review_desk", "review_add", "review"),
    *("links", "paper"),
)
"""Files of templates/script, in the order they run; dom comes first, and lends to all."""


def render(comparison: Comparison, *, now: str | None = None) -> str:
    """The whole report. `now` is printed as the time it was made; the same arguments give the same bytes."""
    styled, script = style(STYLES), _script()
    values = {
        "page": page(comparison),
        "now": now,
        "policy": policy(styled, script),
        # Our own files, which must reach the browser byte by byte: the policy holds their hashes.
        "style": Markup(styled),  # noqa: S704
        "script": Markup(script),  # noqa: S704
    }
    return lean.markup(environment().get_template("page.html.j2").render(values))


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
    made.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "sort_keys": True}
    return made


def _share(part: float) -> str:
    """A share as the percentage that a drawing is made with."""
    return f"{part * 100:.2f}".rstrip("0").rstrip(".") + "%"


def style(names: Sequence[str]) -> str:
    """These files of templates/style, one after the other."""
    return lean.style("".join(_asset("style", f"{name}.css") for name in names))


def _script() -> str:
    """Every part in a block of its own, so that a name in one means nothing in another."""
    first, *others = (_asset("script", f"{name}.js") for name in SCRIPTS)
    return lean.script(first + "".join(f"{{\n{part}}}\n" for part in others))


def _asset(folder: str, name: str) -> str:
    return (files("reports") / "templates" / folder / name).read_text("utf-8")


def policy(style: str, script: str = "") -> str:
    """What the browser may load and run: this very style and this very script, if any, and nothing else."""
    scripts = f"script-src {_source(script)}; " if script else ""
    return f"default-src 'none'; style-src {_source(style)}; {scripts}base-uri 'none'; form-action 'none'"


def _source(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
