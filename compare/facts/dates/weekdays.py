"""Days of the week: "Monday", "next Monday", "Tuesday last week", "every Friday".

A weekday is the last one up to the day of publication, the coming one in a clause about the future, and only a weekday
where the clause does not say.
"""

from __future__ import annotations

import re

from compare.facts.dates.pieces import Form, Piece, Setting, before, spanned, told
from compare.facts.dates.stretches import Stretch, away
from compare.facts.dates.tense import Tense, tense_at
from compare.facts.dates.words import SHORT_DAYS, WEEKDAY, WEEKDAYS

_REPEATED = re.compile(r"\b(?:every|each|most|some|alternate|many|other|per)\s+$", re.IGNORECASE)
# Feasts, sales, bands and clubs are names; so are newspapers and programmes.
_NAMED = re.compile(
    r"\b(?:Black|Good|Easter|Palm|Ash|Bloody|Super|Cyber|Holy|Maundy|Whit|Shrove|Sheffield|Giving|Fat|Blue|Mr|Ms|Miss|Man"
    r"|Joe|Rick|Low)\s+$"
)
_TITLE = re.compile(
    r"\s+(?:(?:Night\s+(?:Football|Live|Lights))|Times|Mirror|Telegraph|Express|Mail|World|Herald|Post|Star|Mercury"
    r"|Review|Tribune|People|Independent|Sun|Club|Addams|Politics)\b"
)
_UNSURE = re.compile(r"\b(?:on\s+an?|one|first|second|third|fourth|final)\s+$", re.IGNORECASE)
_OF_EVENT = re.compile(r"\s+(?:before|after|following|preceding)\b|\s+(?:of|in)\s+(?:the|each|every|(?-i:[A-Z]))")
_AFTER_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_COMING_BOUND = re.compile(
    r"\b(?:by|until|till|before|from|after|starting|beginning|effective|through|ahead\s+of|as\s+of|deadline(?:\s+of)?)\s+"
    r"(?:late\s+|early\s+|at\s+least\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


def _weekday(match: re.Match[str], setting: Setting) -> Piece | None:
    front = before(setting.text, match.start())
    if _NAMED.search(front) or _TITLE.match(setting.text, match.end()):
        return Piece(spanned(match))
    if _REPEATED.search(front) or match["plural"]:
        return Piece(spanned(match))
    weekday = WEEKDAYS[match["weekday"].lower()]
    which = re.sub(r"\s+", " ", (match["which"] or "").lower()).removeprefix("the ")
    return told(spanned(match), _resolved(weekday, which, match, setting), weekday=weekday)


def _resolved(weekday: int, which: str, match: re.Match[str], setting: Setting) -> Stretch | None:
    if which in ("following", "previous"):
        return _from_anchor(weekday, which, setting)
    published, front = setting.published, before(setting.text, match.start())
    if published is None or (
        _UNSURE.search(front) and not setting.text[match.end() : match.end() + 2].strip().isalpha()
    ):
        return None
    if match["week"]:
        weeks = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        return away(published, weekday - published.weekday() + 7 * weeks)
    if _OF_EVENT.match(setting.text, match.end()) and (which or _AFTER_THE.search(front)):
        return None  # "the last Monday of May", "the Friday before the vote"
    ahead = (weekday - published.weekday()) % 7
    if which in ("next", "coming", "this coming"):
        return away(published, ahead or 7)
    if which in ("last", "past", "this past"):
        return away(published, ahead - 7)
    tense = _tense(which, match, setting, front)
    if tense == "unclear" or (tense == "future" and not ahead):
        return None  # said of a Monday on a Monday: today, or a week on
    return away(published, ahead if tense == "future" or not ahead else ahead - 7)


def _from_anchor(weekday: int, which: str, setting: Setting) -> Stretch | None:
    if setting.anchor is None:
        return None
    ahead = (weekday - setting.anchor.weekday()) % 7 or 7
    return away(setting.anchor, ahead if which == "following" else ahead - 7 if ahead < 7 else -7)


def _tense(which: str, match: re.Match[str], setting: Setting, front: str) -> Tense:
    tense = tense_at(setting.text, *match.span())
    if which == "this":
        return "past" if tense == "past" else "future"
    if setting.text[match.end() : match.end() + 2] in ("'s", "’s"):
        # "Monday's vote will": the verb says when the vote counts, not when it is held.
        return "unclear" if tense in ("future", "unclear") or re.search(r"ahead\s+of\s+$", front) else "past"
    if tense in ("past", "none") and _COMING_BOUND.search(front):
        return "unclear"  # "closed until Monday" looks ahead, "was held until Monday" back
    return tense


def _short(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "Mon." with a date right behind it; alone, "Sun" is a newspaper."""
    return told(spanned(match), weekday=SHORT_DAYS[match["short"].lower()])


def _weekdays(match: re.Match[str], setting: Setting) -> Piece | None:
    """ "Monday to Friday": when something is open, as a rule."""
    if re.search(r"\b(?:from|between)\s+$", before(setting.text, match.start()), re.IGNORECASE):
        return None
    return Piece(spanned(match))


_WHICH = r"(?:(?P<which>(?:the\s+)?(?:next|coming|this\s+coming|this\s+past|last|past|this|following|previous))\s+)?"
_WEEK = r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week(?!['’]s|\s*end))?"
_FULL = frozenset(WEEKDAYS)
_DAYS = "|".join(WEEKDAYS)

FORMS = (
    Form(_FULL, rf"(?:{_DAYS})(?:\s?[-–—]\s?|\s+(?:to|through|thru)\s+)(?:{_DAYS})", _weekdays),
    Form(
        _FULL
        | {word + "s" for word in _FULL}
        | {"the", "next", "coming", "last", "past", "this", "following", "previous"},
        rf"{_WHICH}{WEEKDAY}(?P<plural>s)?{_WEEK}",
        _weekday,
    ),
    Form(
        frozenset(SHORT_DAYS),
        (
            rf"(?P<short>(?=(?-i:[A-Z]))(?:{'|'.join(sorted(SHORT_DAYS, key=len, reverse=True))}))\b\.?"
            r"(?=,?\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+(?-i:[A-Z])[a-z]{2}|(?-i:[A-Z])[a-z]{2,8}\.?\s+\d))"
        ),
        _short,
    ),
)
