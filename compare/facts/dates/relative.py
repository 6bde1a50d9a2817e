"""Days told from another: "yesterday", "last month", "over the weekend" from the day of publication, "the following
day" from the day told before."""

from __future__ import annotations

import re
from datetime import date

from compare.facts.dates.eras import SEASONS
from compare.facts.dates.pieces import Form, Piece, Setting, before, spanned, told
from compare.facts.dates.stretches import Stretch, away, between, months, part, shifted
from compare.facts.dates.tense import tense_at
from compare.facts.dates.words import MONTH, STOPS, month_of

_BY = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "coming": 1}
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NO_NOUN = (
    r"(?=\s*(?:[.,;:!?)\]—–\"”]|$)|\s+(?:and|but|when|while|as|the|a|an|he|she|it|they|we|i|his|her|its|their|with|by|at"
    r"|to|police)\b)"
)
# "the last week" is seven days and "the last year of the war" no year of ours; "the week" before "last" is a week.
_DURATION = re.compile(r"\b(?:the|his|her|its|their|our|my|every|each|of\s+the)\s+$", re.IGNORECASE)
_NOWADAYS = re.compile(
    r"\b(?:world|country|society|nation|times|life|even|youth|of|USA|Russia|India|Psychology)\s+$",
    re.IGNORECASE,
)


def _named(match: re.Match[str], setting: Setting) -> Piece | None:
    if match["day"].lower() == "today" and _NOWADAYS.search(before(setting.text, match.start())):
        return None  # "the world today", "USA Today"
    return told(spanned(match), away(setting.published, _NAMED_DAYS[match["day"].lower()]))


def _beyond(match: re.Match[str], setting: Setting) -> Piece | None:
    return told(spanned(match), away(setting.published, 2 if match["side"].lower().startswith("after") else -2))


def _stretch(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "last week", "late next month", "earlier this year"."""
    if _DURATION.search(before(setting.text, match.start())):
        return Piece(spanned(match))
    whole = _unit_near(setting.published, match["unit"].lower(), _BY[match["which"].lower()])
    return told(spanned(match), _limited(whole, (match["part"] or "").lower(), setting.published))


def _limited(whole: Stretch | None, which: str, published: date | None) -> Stretch | None:
    if whole is None or published is None or which not in ("earlier", "later"):
        return part(whole, which if which in ("early", "mid", "late") else "")
    return (
        between(whole[0], min(published, whole[1]))
        if which == "earlier"
        else between(max(published, whole[0]), whole[1])
    )


def _part_of_unit(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "the end of the year", "the start of last month"."""
    which = {"end": "late", "close": "late", "middle": "mid"}.get(match["part"].lower(), "early")
    by = _BY.get((match["which"] or "this").lower(), 0)
    if (match["which"] or "the").lower() == "the":
        return Piece(spanned(match))  # of which year, the words alone do not tell
    return told(spanned(match), part(_unit_near(setting.published, match["unit"].lower(), by), which))


def _unit_near(day: date | None, unit: str, by: int) -> Stretch | None:
    if day is None:
        return None
    if unit == "week":
        return away(day, 7 * by - day.weekday(), 7 * by - day.weekday() + 6)
    if unit == "weekend":
        return _weekend(day, by)
    if unit == "year":
        return months(day.year + by, 1, 12)
    if unit == "decade":
        return None
    there = shifted(day.replace(day=1), months=by)
    return months(there.year, there.month) if there else None


def _weekend(day: date, by: int) -> Stretch | None:
    """The weekend of this week, the last one that is over, or the next to begin."""
    saturday = 5 - day.weekday()
    if by < 0:
        return away(day, saturday - 7, saturday - 6)
    if by > 0:
        return away(day, saturday + 7, saturday + 8) if saturday <= 0 else away(day, saturday, saturday + 1)
    return away(day, saturday, saturday + 1)


def _the_weekend(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "over the weekend", "this weekend": the one just past or under way, or the coming one, by the tense."""
    tense = tense_at(setting.text, *match.span())
    if setting.published is None or tense == "unclear":
        return Piece(spanned(match))
    this = match["this"] is not None
    ahead = tense == "future" or (this and tense == "none")
    begun = setting.published.weekday() >= 5
    return told(spanned(match), _weekend(setting.published, 0 if ahead or begun else -1))


def _month_by(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "last December": the last one that is over; "next May": the first that is to begin."""
    month, published = month_of(match["month"]), setting.published
    if published is None:
        return told(spanned(match), month=month)
    by = _BY[match["which"].lower()]
    year = published.year
    if by < 0 and month >= published.month:
        year -= 1
    if by > 0 and month <= published.month:
        year += 1
    return told(spanned(match), months(year, month), month=month)


def _season_by(match: re.Match[str], setting: Setting) -> Piece | None:
    first, last = SEASONS[match["season"].lower()]
    by = _BY[match["which"].lower()]
    if setting.published is None or by == 0 or last < first:
        return Piece(spanned(match))
    found = [months(setting.published.year + year, first, last) for year in (-1, 0, 1)]
    known = [stretch for stretch in found if stretch]
    if by < 0:
        return told(spanned(match), max((stretch for stretch in known if stretch[1] < setting.published), default=None))
    return told(spanned(match), min((stretch for stretch in known if stretch[0] > setting.published), default=None))


def _neighbour(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "the following day", "the day before": counted from the day told before."""
    by = {"following": 1, "next": 1, "previous": -1, "same": 0, "after": 1, "before": -1}
    side = match["side"].lower()
    unit = match["unit"].lower()
    found = away(setting.anchor, by[side]) if unit == "day" else _unit_near(setting.anchor, unit, by[side])
    return told(spanned(match), found)


_WHOLE = r"(?P<unit>(?-i:weekend|week|month|year))"

FORMS = (
    Form(frozenset({"the"}), r"the\s+day\s+(?P<side>before\s+yesterday|after\s+tomorrow)", _beyond),
    Form(frozenset(_NAMED_DAYS), r"(?P<day>yesterday|today|tomorrow)", _named),
    Form(frozenset({"earlier", "later"}), r"(?:earlier|later)\s+(?P<day>today|tomorrow)", _named),
    Form(
        frozenset({"the"}),
        rf"the\s+(?P<side>following|next|previous|same)\s+(?P<unit>(?-i:day|week|weekend|month|year)){_NO_NOUN}",
        _neighbour,
    ),
    Form(
        frozenset({"the"}),
        rf"the\s+(?P<unit>day|week|month|year)\s+(?P<side>before|after){STOPS}",
        _neighbour,
    ),
    Form(
        frozenset({"the", "end", "start", "beginning", "close", "middle"}),
        rf"(?:the\s+)?(?P<part>end|start|beginning|close|middle)\s+of\s+(?P<which>the|last|this|next)\s+{_WHOLE}",
        _part_of_unit,
    ),
    Form(
        frozenset({"last", "this", "next", "previous", "following", "coming"}),
        rf"(?P<which>last|this|next)\s+{MONTH}",
        _month_by,
    ),
    Form(
        frozenset({"last", "this", "next"}),
        rf"(?P<which>last|this|next)\s+(?P<season>{'|'.join(SEASONS)})",
        _season_by,
    ),
    Form(frozenset({"the", "this"}), r"(?:(?P<this>this)|the)\s+weekend", _the_weekend),
    Form(
        frozenset({"last", "this", "next", "early", "late", "mid", "earlier", "later"}),
        rf"(?:(?P<part>early|late|mid|earlier|later)(?:\s+|-))?(?P<which>last|this|next)\s+{_WHOLE}",
        _stretch,
    ),
)
