"""Harmless edits of dates: the same day or hour written another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from benchmarks.editing.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from benchmarks.editing.edit import PUBLISHED, Sentence, everywhere

_BRITISH = re.compile(rf"(?<![\d–-])(?<!to\ )(?<!and\ )\b(?P<d>\d\d?)\ (?P<m>{MONTH})\b(?!\ \d{{4}})", re.VERBOSE)
_AMERICAN = re.compile(rf"(?<![\d–-])\b(?P<m>{MONTH})\ (?P<d>\d\d?)\b(?![\d–:/-]|,\ \d{{4}}|\ to|\ and)", re.VERBOSE)
_SHORT = {
    month: month[:3] + "." for month in MONTHS if month not in {"March", "April", "May", "June", "July", "September"}
}
_SHORT["September"] = "Sept."


def order(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "3 March" <-> "March 3"."""
    yield from everywhere(_BRITISH, sentence.text, lambda match: f"{match['m']} {int(match['d'])}")
    yield from everywhere(_AMERICAN, sentence.text, lambda match: f"{int(match['d'])} {match['m']}")


def ordinal(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "March 3" -> "3rd March"; "12 October" -> "Oct. 12"."""
    yield from everywhere(
        _AMERICAN, sentence.text, lambda match: f"{match['d']}{_ending(int(match['d']))} {match['m']}"
    )
    yield from everywhere(
        _BRITISH,
        sentence.text,
        lambda match: f"{_SHORT[match['m']]} {int(match['d'])}" if match["m"] in _SHORT else None,
    )


def _ending(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(0 if 10 < day < 14 else day % 10, "th")


_DATED = re.compile(
    rf"""\b{MONTH}\b
        |\b(?:will|would|next|last|today|tomorrow|to\ be|due|until|by|is|are|every|before|week|expected|plan\w*)\b""",
    re.VERBOSE,
)
_ON = re.compile(
    rf"(?P<on>\b[Oo]n\ )(?P<w>{WEEKDAY})\b(?!['’,]|\ (?:morning|afternoon|evening|night|and|or|to))", re.VERBOSE
)
_YESTERDAY = re.compile(r"\byesterday\b(?!['’]|\ (?:morning|afternoon|evening))")


def weekday(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "On Monday" -> "on 9 March": of what is past, in a paper of Thursday 12 March."""
    if _DATED.search(sentence.text) or len(re.findall(WEEKDAY, sentence.text)) > 1:
        return
    yield from everywhere(_ON, sentence.text, lambda match: _date(match, rng))
    if not re.search(WEEKDAY, sentence.text):
        yield from everywhere(_YESTERDAY, sentence.text, lambda match: "on Wednesday")


def _date(match: re.Match[str], rng: Random) -> str | None:
    back = (PUBLISHED.weekday() - WEEKDAYS.index(match["w"])) % 7
    if not 0 < back < 6:  # the day of print itself may be meant, or the same day a week ago
        return None
    day = PUBLISHED - timedelta(days=back)
    month = MONTHS[day.month - 1]
    return match["on"] + rng.choice([f"{day.day} {month}", f"{month} {day.day}"])


_HOUR = re.compile(
    r"\b(?P<h>1?\d)(?:[.:](?P<m>\d\d))?\ (?P<half>[ap])\.m\.(?!\ (?:to|and)\b)(?P<end>,?\ )(?P<next>[a-z])", re.VERBOSE
)


def hour(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "10.40 p.m." -> "22:40" or "10:40pm"."""

    def new(match: re.Match[str]) -> str | None:
        hour, minute = int(match["h"]), match["m"] or "00"
        if not 1 <= hour <= 11:
            return None
        clock = f"{hour + 12 * (match['half'] == 'p'):02d}:{minute}"
        short = f"{hour}{':' + minute if match['m'] else ''}{match['half']}m"
        return rng.choice([clock, short]) + match["end"] + match["next"]

    return everywhere(_HOUR, sentence.text, new)
