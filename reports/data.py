"""A comparison as JSON, and back without loss. docs/formats.md and docs/comparison.schema.json describe the fields."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn, get_type_hints

from compare.errors import InputError, OutputError
from compare.model import Article, Comparison, Link, PairScore, Span
from reports.codec import decode, encode, keyed, member, refuse
from reports.figures import RATIOS, corroboration, ratio

FORMAT = 1
"""The number of the format. A change that an older reader would misread makes a new one."""

_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def dumps(comparison: Comparison) -> str:
    """The comparison as JSON text that can be written as UTF-8: the same comparison gives the same text.

    Raises OutputError for a text that holds a surrogate pair as two code points, which JSON cannot tell from one.
    """
    document = {"format": FORMAT, **encode(comparison), "scores": _scores(comparison)}
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    if _SPLIT_PAIR.search(text):
        raise OutputError("a text holds half characters (surrogates) side by side", None, "decode it as UTF-16 first")
    return _HALF_PAIR.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def loads(text: str) -> Comparison:
    """The comparison that `dumps` wrote: `loads(dumps(c)) == c`. Fields that it does not know are ignored.

    Raises InputError where the text is no JSON, has another format number, lacks a field, has a value of another
    type, names an id that is not there, or has an offset that does not fit the words.
    """
    document = keyed(_parsed(text), "the whole file")
    _check_format(member(document, "format", "the whole file"))
    hints = get_type_hints(Comparison)
    fields = {name: decode(hints[name], member(document, name, "the whole file"), name) for name in _FIELDS}
    _check(fields)
    return _made(fields)


_FIELDS = ("signature", "articles", "claims", "links", "groups", "skipped", "scores", "notes", "namings")


def _scores(comparison: Comparison) -> dict[str, Any]:
    pairs = [encode(pair) | _ratios(pair) for pair in comparison.scores.pairs]
    overall = comparison.scores.overall
    return {"pairs": pairs, "overall": encode(overall) | {"corroboration": corroboration(overall)}}


def _ratios(pair: PairScore) -> dict[str, float | None]:
    return {name: ratio(pair, name) for name in RATIOS}


def _check_format(number: Any) -> None:
    if isinstance(number, bool) or number != FORMAT:
        raise InputError(f"format {number!a:.40} cannot be read", "format", f"this version reads format {FORMAT}")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        refuse(f"not JSON: {error.msg}", f"line {error.lineno}, column {error.colno}")
    except RecursionError:
        refuse("not a comparison: nested too deep", "the whole file")
    except ValueError as error:
        refuse(f"not JSON: {error}", "the whole file")


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _made(fields: dict[str, Any]) -> Comparison:
    try:
        return Comparison(**fields)
    except ValueError as error:
        refuse(str(error), "the whole file")


def _check(fields: dict[str, Any]) -> None:
    """Everything that two parts of the file have to agree on."""
    for part in ("articles", "claims", "links", "groups", "namings"):
        _check_unique(part, [thing.id for thing in fields[part]])
    articles = {article.id: article for article in fields["articles"]}
    claims = {claim.id: articles.get(claim.article) for claim in fields["claims"]}
    for where, id, known in _references(fields, set(articles), set(claims)):
        if id not in known:
            refuse(f"there is nothing with the id {id!a}", where)
    for where, span, article in _places(fields, articles, claims):
        if span.end > len(article.text):
            refuse(f"offset {span.end} lies behind the end of {article.label!a}", where)
    for number, claim in enumerate(fields["claims"]):
        if claim.span.of(articles[claim.article].text) != claim.text:
            refuse(f"the words of claim {claim.id!a} do not stand at its offsets", f"claims[{number}]")


def _check_unique(part: str, ids: list[str]) -> None:
    twice = [id for id, times in Counter(ids).items() if times > 1]
    if twice:
        refuse(f"the id {twice[0]!a} is given twice", part)


def _references(fields: dict[str, Any], articles: set[str], claims: set[str]) -> Iterator[tuple[str, str, set[str]]]:
    """(where, id, the ids it may be) for every id that points at something."""
    for number, claim in enumerate(fields["claims"]):
        yield f"claims[{number}].article", claim.article, articles
    for number, skip in enumerate(fields["skipped"]):
        yield f"skipped[{number}].article", skip.article, articles
    for part, things, known in (("links", fields["links"], claims), ("scores.pairs", fields["scores"].pairs, articles)):
        for number, thing in enumerate(things):
            yield f"{part}[{number}].left", thing.left, known
            yield f"{part}[{number}].right", thing.right, known
    for number, naming in enumerate(fields["namings"]):
        yield from ((f"namings[{number}].mentions", mention.claim, claims) for mention in naming.mentions)
    for number, group in enumerate(fields["groups"]):
        yield from ((f"groups[{number}].claims", id, claims) for id in group.claims)
        yield from ((f"groups[{number}].missing_from", id, articles) for id in group.missing_from)


def _places(
    fields: dict[str, Any], articles: dict[str, Article], claims: dict[str, Article | None]
) -> Iterator[tuple[str, Span, Article]]:
    """(where, span, the article it lies in) for every span that nothing else checks."""
    for number, skip in enumerate(fields["skipped"]):
        yield f"skipped[{number}]", skip.span, articles[skip.article]
    for number, naming in enumerate(fields["namings"]):
        for mention in naming.mentions:
            if article := claims[mention.claim]:
                yield f"namings[{number}].mentions", mention.span, article
    for number, claim in enumerate(fields["claims"]):
        for name, span in (("lead", claim.lead), ("sentence", claim.sentence)):
            if span:
                yield f"claims[{number}].{name}", span, articles[claim.article]
    for number, link in enumerate(fields["links"]):
        yield from _evidence_places(f"links[{number}]", link, claims)


def _evidence_places(where: str, link: Link, claims: dict[str, Article | None]) -> Iterator[tuple[str, Span, Article]]:
    for number, reason in enumerate(link.reasons):
        for side, span, claim in (("left", reason.left, link.left), ("right", reason.right, link.right)):
            article = claims[claim]
            if span and article:
                yield f"{where}.reasons[{number}].{side}_span", span, article
