"""Agency credits: from which news agency an article or a paragraph says that it comes.

Reads datelines, bylines, signatures, and the fields of a header. A credit for a part that is not named ("Additional
reporting by AFP", "With agency reports") says of no words that they are the agency's, and is left out; so is that of a
picture. Every agency meets the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from compare.model import Article, Block, Claim, Span
from compare.origins.agencies import AGENCY_OF, ANY, PLAIN, agencies, is_any_named, several
from compare.origins.citations import cited


@dataclass(frozen=True)
class Credit:
    """An agency that an article names as the source of a stretch of its text."""

    agency: str
    """Its short name, whichever name stands there: "AP" for "The Associated Press"."""
    covers: Span
    """The whole text, or a paragraph."""


def credits(article: Article) -> tuple[Credit, ...]:
    """The credits of an article and of its paragraphs, in order.

    Example: a text whose first paragraph begins with "DELMA, May 3 (Reuters) - " is credited to "Reuters" as a whole.
    """
    everything = Span(0, len(article.text) or 1)
    found = {Credit(who, everything) for field in (article.outlet, article.author) for who in _line(field or "")}
    found |= {Credit(who, covers) for covers, named in _in_blocks(article, everything) for who in named}
    return tuple(sorted(found, key=lambda credit: (credit.covers, credit.agency)))


def for_whole(article: Article) -> frozenset[str]:
    """The agencies that an article credits for the whole of it."""
    return frozenset(credit.agency for credit in credits(article) if credit.covers.end >= len(article.text))


def credited(claim: Claim, given: Sequence[Credit]) -> frozenset[str]:
    """The agencies a claim comes from by the credit that is nearest to it: its own words, its paragraph, its article.

    `given` are the credits of its article.
    """
    if named := cited(claim):
        return named
    over = [credit for credit in given if credit.covers.start <= claim.start and claim.end <= credit.covers.end]
    nearest = min((credit.covers.end - credit.covers.start for credit in over), default=0)
    return frozenset(credit.agency for credit in over if credit.covers.end - credit.covers.start == nearest)


_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}"
_PLACE = rf"(?!(?:The|An?|In|On|At|But|And|For)\s)(?:(?:{_CAPITALISED}|\d{{1,4}}|de|la|do|di)[.,:/]?\s){{0,9}}"
_DATED = r"(?=[A-ZÀ-ÖØ-Þ]{3}|[^(\[/]{0,70}\d)"
_NEW = re.compile(rf"{_PLACE}(?<=\d\s)\((?P<new>[A-ZÀ-ÖØ-Þ][\w.'’& -]{{1,30}})\)\s?[–—-]")
"""After a date, whatever stands in brackets is an agency, known or not: DELMA, May 3 (Interpress) —"""
_ENDED = r"(?<=[.!?\"”’])\s?"


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    who, clear = several(ANY), several(PLAIN)
    forms = (
        rf"{_PLACE}[(\[]{clear}[)\]]\s?[:–—-]",  # Paris (AFP) --
        rf"{_DATED}{_PLACE}[(\[]{who}[)\]]\s?[:–—-]",  # DELMA, May 3 (PTI):
        rf"[(\[]{who}[)\]]\s?[:–—-]",  # (ANSA) - ROME, MAY 3 -
        rf"{_PLACE}/{who}/\s?[.:–—-]",  # MOSCOW, May 3. /TASS/.
        rf"{_PLACE}{clear}\s[–—-]{{1,2}}\s",  # Tehran, IRNA –
    )
    return tuple(re.compile(form) for form in forms)


@cache
def _signatures() -> tuple[re.Pattern[str], ...]:
    who = several(ANY)
    return (
        re.compile(rf"{_ENDED}[(\[](?:[Ss]ource:\s)?{who}[)\]]\.?$"),  # … he said. (Xinhua)
        re.compile(rf"{_ENDED}(?:[–—/]|--?)\s?{who}/?\.?$"),  # … he said. — AP
    )


@cache
def _by_line() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:[–—/(\[-]{{1,2}}\s?)?
          (?:(?:by|source|credit|agency|via|from|text\sby|story\sby|reporting\sby)\s?:?\s)?
          (?-i:{_CAPITALISED}(?:,?\s(?:and\s)?{_CAPITALISED}){{0,7}}?(?:,|\s\||\s[–—-]|\sof|\sfor|:)\s)?
          (?:the\s)?(?-i:{several(ANY)})
          (?:\s(?:staff|writers?|correspondents?|reporters?|agency|news|wires?|service|report)){{0,3}}
          (?:[;.]\s?(?:writing|editing)\sby\s.{{1,80}})?[)\]/]?\.?""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:this\s(?:article|story|report)\s(?:was|is|has\sbeen)\s(?:(?:first|originally)\s)?
              (?:published|provided|produced|written)\sby
          | (?:copyright|©|\(c\)|\d{{4}}|\s){{1,6}}(?:by)?)\s(?:the\s)?(?-i:{several(ANY)})""",
        re.VERBOSE | re.IGNORECASE,
    )


_FIELD = re.compile(r"(?!title|headline|url|link)[a-z]{1,20}[ \t]{0,3}:[ \t]{1,3}(?P<value>\S.{0,200})$", re.IGNORECASE)
_BODY = ("paragraph", "item", "heading", "byline")
_HEAD, _TAIL = 4, 3
"""Blocks of the body in which a line by itself may be a byline or a signature; elsewhere it belongs to a picture."""
_LONGEST = 200
"""Code points of such a line."""


def _in_blocks(article: Article, everything: Span) -> Iterator[tuple[Span, list[str]]]:
    body = [block for block in article.blocks if block.kind in _BODY]
    signed = [block for block in body if _signature(block.span.of(article.text))]
    for block in signed:
        # One signature under the last paragraphs is that of the article; of several, each is that of its paragraph.
        alone = len(signed) == 1 and block in body[-_TAIL:]
        yield everything if alone else block.span, _signature(block.span.of(article.text))
    opening = _opening(body)
    for block in body:
        yield everything if block in opening else block.span, _dateline(block.span.of(article.text))
    for block in (*body[:_HEAD], *body[-_TAIL:]):
        yield everything, _line(block.span.of(article.text))
    for block in article.blocks:
        if block.kind == "metadata":
            yield everything, [who for line in block.span.of(article.text).splitlines() for who in _field(line)]


def _opening(body: Sequence[Block]) -> Sequence[Block]:
    """The blocks up to the first paragraph, whose dateline is that of the article."""
    first = next((number for number, block in enumerate(body) if block.kind == "paragraph"), 0)
    return body[: first + 1]


def _dateline(text: str) -> list[str]:
    forms = (*_datelines(), _NEW) if is_any_named(text) else (_NEW,)
    return _named(next((found for form in forms if (found := form.match(text))), None))


def _signature(text: str) -> list[str]:
    end = text[-_LONGEST:]
    forms = _signatures() if is_any_named(end) else ()
    return _named(next((found for form in forms if (found := form.search(end))), None))


def _line(text: str) -> list[str]:
    line = " ".join(text[: _LONGEST + 1].split())
    if len(text) > _LONGEST or not is_any_named(line):
        return []
    return _named(_by_line().fullmatch(line) or _notice().match(line))


def _field(line: str) -> list[str]:
    field = _FIELD.match(line.strip())
    return _line(field["value"]) if field else []


def _named(found: re.Match[str] | None) -> list[str]:
    if not found:
        return []
    named = found.groupdict()
    return agencies(named["who"]) if "who" in named else [AGENCY_OF.get(named["new"], named["new"])]
