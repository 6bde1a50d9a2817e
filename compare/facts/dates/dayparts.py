"""Parts of the day: "in the evening", "before dawn", "Monday night", "last night", "the evening of 3 March".

Minutes count from midnight; a night runs on past it: 18:00 to 05:00 is 1080 to 1740. The parts are wide and overlap, as
news uses them freely: what one paper calls the evening is the night of another.
"""

from __future__ import annotations

import re
from datetime import date

from compare.facts.dates.pieces import Form, Piece, Setting, spanned, told
from compare.facts.dates.stretches import away
from compare.facts.dates.words import STOPS, WEEKDAYS

PARTS = {
    "morning": (0, 720), "afternoon": (720, 1110), "evening": (990, 1440), "night": (1080, 1740),
    "dawn": (210, 480), "daybreak": (210, 480), "sunrise": (210, 480), "first light": (210, 480),
    "dusk": (960, 1320), "nightfall": (960, 1320), "sunset": (960, 1320), "lunchtime": (660, 900),
    "before dawn": (0, 480), "before daybreak": (0, 480), "before sunrise": (0, 480), "early hours": (0, 420),
    "small hours": (0, 420), "predawn hours": (0, 480), "pre-dawn hours": (0, 480),
    "early morning": (0, 600), "late morning": (540, 720), "mid-morning": (480, 720), "early afternoon": (720, 960),
    "mid-afternoon": (780, 1020), "late afternoon": (840, 1110), "early evening": (990, 1260),
    "late evening": (1140, 1440), "late night": (1200, 1740), "early": (0, 600), "late": (960, 1740),
}  # fmt: skip
"""First and last minute of each part; "early" and "late" are those of "early on Monday"."""


def minutes_of(part: str) -> tuple[int, int]:
    """The minutes of a part of the day: "early  morning" -> (0, 600)."""
    return PARTS[re.sub(r"\s+", " ", part.lower().strip())]


def _part(match: re.Match[str], setting: Setting) -> Piece | None:
    return told(spanned(match), clock=minutes_of(match["part"]))


def _part_of(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "Monday night", where the day stands before: the day is read apart, and joined."""
    piece = told(spanned(match), clock=minutes_of(match["part"]))
    return Piece(piece.span, piece.when, weak=True)


def _today(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "last night", "this morning", "tonight"."""
    written = match[0].lower()
    part = "night" if written == "tonight" else match["part"]
    return _on(match, setting.published, -1 if written.startswith("last") else 0, part)


def _from_anchor(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "the following morning", "the night before": counted from the day told before."""
    by = {"following": 1, "next": 1, "previous": -1, "before": -1, "same": 0, "that": 0}[match["side"].lower()]
    return _on(match, setting.anchor, by, match["part"])


def _on(match: re.Match[str], base: date | None, by: int, part: str) -> Piece:
    return told(spanned(match), away(base, by), clock=minutes_of(part))


def _any(*endings: str) -> str:
    names = [name for name in PARTS if name.split()[-1].split("-")[-1] in endings]
    return "|".join(name.replace(" ", r"\s+") for name in sorted(names, key=len, reverse=True))


_HALVES = _any("morning", "afternoon", "evening")
_HOURS = _any("hours")
_LIGHT = r"dawn|daybreak|sunrise|first\s+light|dusk|nightfall|sunset"
_DAY_FOLLOWS = (
    rf"(?:,?\s+on)?\s+(?:{'|'.join(WEEKDAYS)}|yesterday|today|tomorrow|the\s+(?:next|following|previous|same)\s+day)"
    r"|\s+on\s+(?:the\s+night\s+of\s+)?(?:\d|(?-i:[A-Z])[a-z]{2,8}\.?\s+\d)"
)
_ALONE = (
    r"(?=\s*(?:[.,;:!?)\]—–\"”]|$)|\s+(?:and|but|or|when|while|as|at|on|by|after|before|in|to|that|with|from|for|the|a|an|he"
    r"|she|it|they|we|you|i|his|her|their)\b)"
)
_LONG = frozenset({"early", "late", "mid"})

FORMS = (
    Form(frozenset({"tonight"}), "tonight(?P<part>(?!))?", _today),
    Form(frozenset({"last"}), r"(?<!the\s)last\s+(?P<part>night|evening)", _today),
    Form(
        frozenset({"this", "late", "early", "earlier", "later"}),
        rf"(?:(?:late|early|earlier|later)\s+)?this\s+(?P<part>{_HALVES}|lunchtime)",
        _today,
    ),
    Form(
        frozenset({"the", "that", "next"}),
        rf"(?:the\s+)?(?P<side>following|next|previous|same|that)\s+(?P<part>{_HALVES}|night){STOPS}",
        _from_anchor,
    ),
    Form(
        frozenset({"the"}),
        rf"the\s+(?P<part>night|evening|afternoon|morning)\s+(?P<side>before){STOPS}",
        _from_anchor,
    ),
    Form(
        frozenset({"the"}),
        rf"the\s+(?:very\s+)?(?P<part>{_HALVES}|{_HOURS}|night)(?=\s+of\b)",
        _part_of,
    ),
    Form(
        frozenset({"in", "during"}),
        rf"(?:in|during)\s+the\s+(?:very\s+)?(?P<part>{_HALVES}|{_HOURS}){_ALONE}",
        _part,
    ),
    Form(frozenset({"before"}), r"(?P<part>before\s+(?:dawn|daybreak|sunrise))", _part),
    Form(
        frozenset({"at", "around", "shortly", "just", "about"}),
        rf"(?:(?:shortly|just)\s+(?:before|after)|at|around|about)\s+(?:about\s+)?(?P<part>{_LIGHT}|lunchtime)",
        _part,
    ),
    Form(
        _LONG | {"night", "morning", "afternoon", "evening", "lunchtime"},
        rf"(?P<part>{_HALVES}|late\s+night|night|lunchtime)(?!\s+(?:football|club|shift))",
        _part_of,
    ),
    Form(_LONG, rf"(?P<part>early|late)(?={_DAY_FOLLOWS})", _part_of),
)
