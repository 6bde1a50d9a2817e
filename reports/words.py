"""Codes and numbers -> plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import Relation, SkipReason, Standing

GLYPHS: dict[str, str] = {
    "agree": "=",
    "differ": "≈",
    "conflict": "≠",
    "unsure": "?",
    "corroborated": "=",
    "contested": "≠",
    "told differently": "≈",
    "single source": "1",
}
"""A sign for each relation and standing, so that none is told by colour alone."""

TONES: dict[str, str] = {
    "agree": "agree",
    "differ": "differ",
    "conflict": "conflict",
    "unsure": "unsure",
    "corroborated": "agree",
    "contested": "conflict",
    "told differently": "differ",
    "single source": "single",
}
"""The accent of each relation and standing."""

STANDINGS: dict[Standing, str] = {
    "contested": "as told, the sources cannot all be right",
    "told differently": "the facts fit, the certainty or the meaning given to them does not",
    "corroborated": "two independent origins or more say the same",
    "unsure": "linked, but the evidence does not carry a verdict",
    "single source": "one source, or copies of one, tell it",
}
"""Every standing with its meaning, the one that needs most attention first."""

RELATIONS: dict[Relation, str] = {
    "conflict": "cannot both be true as told",
    "differ": "same facts, told differently",
    "agree": "both say the same",
    "unsure": "no verdict",
}

REASONS: dict[str, tuple[str, str]] = {
    "same quantity": ("Same figure", "agree"),
    "compatible quantity": ("Figures that fit", "agree"),
    "other quantity": ("Figures that do not fit", "conflict"),
    "same time": ("Same day", "agree"),
    "other time": ("Days that do not fit", "conflict"),
    "negation": ("One negates what the other says", "conflict"),
    "denial": ("One denies what the other says", "conflict"),
    "opposites": ("Words of opposite meaning", "conflict"),
    "other name": ("Another name in the same place", "conflict"),
    "hedge": ("Only one hedges", "differ"),
    "allegation": ("Only one calls it an allegation", "differ"),
    "forecast": ("Only one tells it as a forecast", "differ"),
    "condition": ("Only one sets a condition", "differ"),
    "loaded words": ("Words of praise or blame", "differ"),
    "shared wording": ("Shared wording", "agree"),
    "same speaker": ("Same speaker", "agree"),
    "model": ("The relation model", ""),
}
"""What each code of a reason means, and what it suggests."""

EVIDENCE: dict[str, str] = {
    "meaning": "Likeness of meaning",
    "best counterpart": "Each other’s best counterpart",
    "words": "Shared words",
    "numbers": "Shared numbers",
    "names": "Shared names",
    "neighbours": "Likeness of the sentences around",
    "place in the article": "Distance in the article",
    "length": "Length",
    "verbatim": "The same words",
}

SKIPPED: dict[SkipReason, str] = {
    "metadata": "details about the article",
    "byline": "byline",
    "dateline": "dateline",
    "heading": "heading that states nothing",
    "question": "question",
    "boilerplate": "boilerplate of the website",
    "caption": "caption",
    "fragment": "too short to state anything",
    "code": "code",
    "mark-up": "mark-up",
}

DEFINITIONS: tuple[tuple[str, str], ...] = (
    ("Overlap", "The share of the claims of both articles that have a counterpart in the other."),
    ("Agreement", "Over those claims, the mean worth of their links: agree 1, differ ½, conflict 0; unsure is left out."),
    ("Divergence", "1 minus overlap times agreement: 0 for articles that tell the same, 1 for articles that share nothing."),
    ("Conflict rate", "The share of the links between two articles that conflict."),
    ("Omission", "The share of one article’s claims that the other does not have."),
    ("Framing", "The share of the links that differ in certainty or interpretation."),
)

LIMITS: tuple[str, ...] = (
    "It does not know what is true. A contested claim may be right in any one source, or in none.",
    "Silence is not denial: “not mentioned” says that no counterpart was found, nothing more.",
    "Agreement is no proof. Sources that agree may have copied; shared wording is counted once, shared errors cannot be seen.",
    "A claim is a sentence, headline or list item. Two facts in one sentence are judged together; a fact spread over several "
    "sentences, in a picture or between the lines is not seen.",
    "Every verdict is an estimate. The words it rests on are marked: read them before you rely on it.",
)


def reason(code: str) -> str:
    """What a reason's code means; a code that is not known is shown as it is."""
    return REASONS[code][0] if code in REASONS else _spoken(code)


def tone(code: str) -> str:
    """What a reason's code suggests: "agree", "differ", "conflict" or ""."""
    return REASONS[code][1] if code in REASONS else ""


def evidence(name: str) -> str:
    """What a feature of a pair of claims means."""
    return EVIDENCE.get(name, _spoken(name))


def setting(name: str) -> str:
    """The name of a setting as people write it."""
    return _spoken(name.replace("_", " "))


def _spoken(code: str) -> str:
    return code[:1].upper() + code[1:]


def percent(share: float | None) -> str:
    """A share as a percentage; 0 % and 100 % only where it is exactly so, and "–" where there is none."""
    if share is None:
        return "–"
    if share in (0, 1):
        return f"{int(share * 100)} %"
    rounded = round(share * 100)
    return f"<1 %" if rounded < 1 else ">99 %" if rounded > 99 else f"{rounded} %"


def signed(weight: float) -> str:
    """A weight with its sign: +2.1, −0.4, 0.0."""
    text = f"{abs(weight):.1f}"
    return text if text == "0.0" else f"{'+' if weight > 0 else '−'}{text}"


def counted(number: int, thing: str, things: str | None = None) -> str:
    """A number with what it counts: "1 claim", "3 claims"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def joined(items: Sequence[str], last: str = "and") -> str:
    """A list as people write it: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DIRECTIONS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """A text that can be shown: control characters and lone surrogates become U+FFFD, each line break a newline."""
    return _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", text))


def in_line(text: str) -> str:
    """A text for places that hold no mark-up, such as a title: on one line, and nothing in it turns the writing around."""
    return _DIRECTIONS.sub("\ufffd", " ".join(visible(text).split()))
