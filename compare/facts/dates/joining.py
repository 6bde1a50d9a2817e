"""Pieces beside each other -> times: day and time of day, weekday and date, the two ends of a stretch, and bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from compare.facts.dates.pieces import Piece, before
from compare.facts.dates.stretches import one, shifted
from compare.model import Span, When
from compare.model.facts import Bound

_MIDNIGHT = 1440
_BESIDE = re.compile(
    r"[\s,]{0,3}(?:(?:late|early|precisely|exactly)\s+)?(?:(?:at|on|in|of|around|about|the)\s+){0,2}(?:(?:a|the)\s+)?",
    re.IGNORECASE,
)
_BOUNDED = re.compile(r"[\s,]{0,3}(?P<word>before|until|till|by|after|from)\s+", re.IGNORECASE)
_TO = re.compile(r"\s?[-–—]\s?|\s+(?:to|until|till|through|and)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?(?:(?:on|at|late|early|about|around)\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:(?:no|not)\s+later\s+than|on\s+or\s+before|up\s+(?:until|till|to)|prior\s+to|(?:up\s+)?until|till|by|before"
    r"|through)\s+(?:at\s+least\s+|at\s+|on\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:(?:no|not)\s+(?:earlier|sooner)\s+than|not\s+(?:until|before)|as\s+(?:early|soon)\s+as|on\s+or\s+after|starting"
    r"|beginning|effective|ever\s+since|since|from|after)\s+(?:at\s+least\s+|at\s+|on\s+)?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\b(?:not|never|cannot|neither)|n['’]t)\b[^.,;:()]{0,40}$", re.IGNORECASE)
_ENDS = re.compile(r"\s?[-–—]\s?|\s(?:to|until|till|through)\s", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\b|['’](?!\w)")


def joined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a sentence in order, those that tell one time together made one."""
    found: list[Piece] = []
    for piece in pieces:
        while found and (both := _together(text, found[-1], piece)):
            found.pop()
            piece = both
        found.append(piece)
    return [_bounded(text, piece) for piece in _stretches(text, found)]


def whens(pieces: Iterable[Piece]) -> list[When]:
    """What the pieces tell, for those of which something is known."""
    return [piece.when for piece in pieces if piece.when and not piece.weak]


def _together(text: str, left: Piece, right: Piece) -> Piece | None:
    """Two pieces side by side that tell one time: "Tuesday" "at 18:30", "Monday," "16 February"."""
    if right.span.start - left.span.end > 24:
        return None
    between = text[left.span.end : right.span.start]
    bound = _BOUNDED.fullmatch(between)
    if not bound and not _BESIDE.fullmatch(between):
        return None
    span = Span(left.span.start, right.span.end)
    for day, clock in ((left, right), (right, left)):
        if day.when and _is_day(day.when) and clock.half is not None and clock.when is None:
            return _with_half(day.when, clock.half, span)
        if day.when and day.half is not None and clock.when and not _tells_day(clock.when):
            return _with_half(replace(day.when, opens=clock.when.opens, closes=clock.when.closes), day.half, span)
    merged = _day_and_clock(left, right) or (None if bound else _weekday_and_date(left, right))
    if merged is None:
        return None
    sense: Bound = "at" if not bound else "from" if bound["word"].lower() in ("after", "from") else "until"
    return Piece(span, replace(merged, span=span, bound=sense))


def _day_and_clock(left: Piece, right: Piece) -> When | None:
    for day, clock in ((left, right), (right, left)):
        if (
            day.when
            and _is_day(day.when)
            and clock.when
            and clock.when.opens is not None
            and not _tells_day(clock.when)
        ):
            return _with_clock(day.when, clock.when)
    return None


def _with_clock(day: When, clock: When) -> When | None:
    assert clock.opens is not None
    assert clock.closes is not None
    if day.opens is not None and day.closes is not None:
        # "Monday night at 11 p.m.": the closer one counts, where it lies inside.
        for late in (0, _MIDNIGHT):
            if day.opens <= clock.opens + late and clock.closes + late <= day.closes + 60:
                return replace(day, opens=clock.opens + late, closes=clock.closes + late, zone=clock.zone)
        if clock.opens <= day.opens and day.closes <= clock.closes:
            return day
        return None
    if clock.opens == clock.closes == _MIDNIGHT:
        return day  # "midnight on Tuesday" may begin or end it
    return replace(day, opens=clock.opens, closes=clock.closes, zone=clock.zone)


def _with_half(day: When, half: int, span: Span) -> Piece | None:
    """A time that may be of the morning or evening, settled by a part of the day; else kept beside the day for one."""
    day = replace(day, span=span)
    if day.opens is None or day.closes is None:
        return Piece(span, day, half=half)
    fitting = [minutes for minutes in (half, half + 720, half + _MIDNIGHT) if day.opens <= minutes <= day.closes]
    return Piece(span, replace(day, opens=fitting[0], closes=fitting[0])) if len(fitting) == 1 else Piece(span, day)


def _weekday_and_date(left: Piece, right: Piece) -> When | None:
    """ "Monday, 16 February", "16 February, a Monday"; a weekday written helps to find the year."""
    for name, dated in ((left.when, right.when), (right.when, left.when)):
        if name is None or dated is None or name.day is not None or not _names_day(name, dated):
            continue
        if dated.weekday is not None or dated.day is None or None not in (dated.opens, name.opens):
            continue
        clock = name if name.opens is not None else dated
        both = replace(dated, weekday=name.weekday, opens=clock.opens, closes=clock.closes, zone=clock.zone)
        return _agreeing(both)
    return None


def _names_day(name: When, dated: When) -> bool:
    """Whether it is a weekday, or another word for the same day ("this morning, 6 March")."""
    return name.weekday is not None or (name.month is None and name.first == name.last == dated.first is not None)


def _agreeing(when: When) -> When:
    """Where the day found is not the weekday written, the same date a year to either side may be."""
    if when.first is None or when.weekday in (None, when.first.weekday()):
        return when
    for year in (when.first.year - 1, when.first.year + 1):
        found = one(year, when.first.month, when.first.day)
        if found and found[0].weekday() == when.weekday:
            return replace(when, first=found[0], last=found[1])
    return when


def _is_day(when: When) -> bool:
    """Whether it tells a single day, known or not."""
    if when.first is not None and when.first == when.last:
        return True
    return when.first is None and (when.weekday is not None or when.day is not None)


def _tells_day(when: When) -> bool:
    return when.first is not None or when.weekday is not None or when.day is not None or when.month is not None


def _stretches(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Two ends of one stretch made one: "from Monday to Wednesday", "28 February - 3 March"."""
    found: list[Piece] = []
    for piece in pieces:
        both = _stretch(text, found[-1], piece) if found else None
        if both:
            found.pop()
        found.append(both or piece)
    return found


def _stretch(text: str, left: Piece, right: Piece) -> Piece | None:
    if right.span.start - left.span.end > 12 or left.when is None or right.when is None:
        return None
    link = text[left.span.end : right.span.start]
    opening = _FROM.search(before(text, left.span.start, 24))
    if not _TO.fullmatch(link) or not (opening or link.strip() in ("-", "–", "—")):
        return None
    if opening and _AND.fullmatch(link) and opening["word"].lower() != "between":
        return None
    span = Span(left.span.start - (len(opening[0]) if opening else 0), right.span.end)
    made = _from_to(left.when, right.when)
    if made:
        return Piece(span, replace(made, span=span))
    return Piece(span) if opening else None  # one end alone would tell another time


def _from_to(left: When, right: When) -> When | None:
    if left.opens is None and right.opens is None:
        first, last = (
            left.first or _weekday_from(left, right.first, -1),
            right.last or _weekday_from(right, left.last, 1),
        )
        return When(left.span, first, last) if first and last and first <= last else None
    if _tells_day(left) or left.opens is None or right.opens is None or left.closes != left.opens:
        return None
    closes = right.closes if right.closes is not None and right.closes >= left.opens else None
    zone = right.zone if left.zone is None else left.zone
    return replace(right, opens=left.opens, closes=closes, zone=zone) if closes is not None else None


def _weekday_from(when: When, day: date | None, step: int) -> date | None:
    """The nearest such weekday before or after a day; None for what is no weekday."""
    if when.weekday is None or day is None:
        return None
    return shifted(day, step * ((step * (when.weekday - day.weekday())) % 7 or 7))


def _bounded(text: str, piece: Piece) -> Piece:
    """With the word before it that makes it an end: "by Friday", "since 3 March"; not "since Friday's vote"."""
    when = piece.when
    if when is None or when.bound != "at" or _OWNED.match(text, piece.span.end):
        return piece
    if piece.span.of(text)[:8].lower().startswith(("from ", "between ", "before ")):
        return piece
    front = before(text, piece.span.start)
    since, until = _SINCE.search(front), _UNTIL.search(front)
    found = since or until
    if found is None:
        return piece
    span = Span(piece.span.start - (len(front) - found.start()), piece.span.end)
    if found[0].split()[0].lower() == "from" and _ENDS.search(piece.span.of(text)):
        return Piece(span, replace(when, span=span))
    negated = not since and _is_put_off(found[0], front[: found.start()])
    sense: Bound = "from" if since or negated else "until"
    return Piece(span, replace(when, span=span, bound=sense), piece.half, piece.weak)


def _is_put_off(word: str, front: str) -> bool:
    """ "will not open until Friday" tells from when it is open."""
    return word.split()[0].lower() in ("until", "till", "before") and bool(_NOT.search(front))
