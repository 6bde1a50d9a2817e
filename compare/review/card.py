"""A gold set -> its files: the articles, gold.json, set.toml, and a card that says what did not become gold."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from compare.errors import InputError
from compare.model import ASPECTS, Article, Relation
from compare.review.agreement import Alpha
from compare.review.decisions import Review, said
from compare.review.gold import REASONS, Gold, LeftOut, Reason
from compare.review.merge import measures

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_RELATIONS: tuple[Relation, ...] = ("agree", "differ", "conflict")
_JOINERS = "\u200c\u200d"
_WHY: dict[Reason, str] = {
    "not a link": "decided to be no link",
    "unsure": "the reviewers could not tell",
    "disputed": "no majority among the reviewers",
    "undecided": "found by the machine, nobody decided",
    "lost": "decided in an earlier report whose claims this one no longer has",
    "not quotable": "the words stand more than once in the article",
}


def files(gold: Gold, name: str) -> dict[str, bytes]:
    """Every file of the set of that name. Raises InputError where an article cannot be written as UTF-8."""
    articles = {gold.names[article.id]: _encoded(article) for article in gold.articles}
    card, about = _card(gold, name), _about(gold, name)
    return {**articles, "gold.json": gold.dumps(name), "set.toml": about.encode(), "README.md": card.encode()}


def _encoded(article: Article) -> bytes:
    try:
        return article.text.encode()
    except UnicodeEncodeError as error:
        what = "the text holds half a character (a surrogate), which no UTF-8 file can"
        raise InputError(what, article.label, "mend the article and compare again") from error


def _about(gold: Gold, name: str) -> str:
    languages = {article.language for article in gold.articles}
    language = languages.pop() if len(languages) == 1 else None
    fields = {
        "title": one_line(name),
        "licence": "not stated",
        "labelled": _labelled(gold.review),
        "language": one_line(language or "und"),
    }
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


def _labelled(review: Review) -> str:
    names = ", ".join(one_line(name) or "somebody who gave no name" for name in review.reviewers)
    peeked = sum(vote.peeked for item in review.items for vote in item.votes)
    votes = sum(len(item.votes) for item in review.items)
    return (
        f"By {names}, in the report of compare: {votes:,} decisions, "
        f"{peeked:,} of them made after the machine's verdict was seen. Pairs that the machine did not link were "
        "looked at only where a reviewer added them."
    )


def _card(gold: Gold, name: str) -> str:
    parts = (_head(gold, name), _sources(gold), _counts(gold), _how(gold.review), _left_out(gold.left_out), _to_write())
    return "\n".join(line for part in parts for line in part)


def _head(gold: Gold, name: str) -> Iterator[str]:
    yield from (f"# {escaped(name)}", "")
    made = sum(link.decisions for link in gold.links)
    links = "1 link" if len(gold.links) == 1 else f"{len(gold.links):,} links"
    yield f"Made from a review; the decisions about {made:,} pairs of claims give {links} between sentences."
    yield ""


def _sources(gold: Gold) -> Iterator[str]:
    yield from ("| file | source | title |", "|---|---|---|")
    for article in gold.articles:
        yield f"| `{gold.names[article.id]}` | {escaped(article.label)} | {escaped(article.title or '')} |"
    yield ""


def _counts(gold: Gold) -> Iterator[str]:
    relations = Counter(link.relation for link in gold.links)
    aspects = Counter(aspect for link in gold.links for aspect in link.aspects)
    yield from ("| links | " + " | ".join(_RELATIONS) + " |", "|---|---|---|---|")
    yield f"| {len(gold.links):,} | " + " | ".join(f"{relations[relation]:,}" for relation in _RELATIONS) + " |"
    named = ", ".join(f"{aspect} {aspects[aspect]:,}" for aspect in ASPECTS if aspects[aspect])
    yield from ("", f"Aspects: {named or 'none'}.", "")


def _how(review: Review) -> Iterator[str]:
    yield from ("## How it was labelled", "", escaped(_labelled(review)), "")
    if len(review.reviewers) > 1:
        yield from ("Krippendorff's alpha, with its 95 % interval:", "")
        yield from (_measured(measure.name, measure.told, measure.alpha) for measure in measures(review))
        yield ""


def _measured(name: str, told: str, found: Alpha) -> str:
    ends = f" ({found.interval.low:.2f} to {found.interval.high:.2f})" if found.interval else ""
    value = "none: " + found.why if found.value is None else f"{found.value:.2f}{ends} over {found.units:,} pairs"
    return f"- {name} ({told}): {value}"


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    yield from ("## What did not become gold", "")
    if not left_out:
        yield from ("Nothing: every pair was decided.", "")
    for reason in REASONS:
        found = [one for one in left_out if one.reason == reason]
        if found:
            yield from (f"### {len(found):,} {reason}: {_WHY[reason]}", "")
            yield from (f"- {_pair(one)}" for one in found)
            yield ""


def _pair(one: LeftOut) -> str:
    sides = " / ".join(f"**{escaped(label)}** {escaped(words)}" for label, words in (one.left, one.right))
    return sides + "".join(f"; {escaped(said(vote))}" for vote in one.votes)


def _to_write() -> Iterator[str]:
    yield from ("## Still to be written", "")
    yield "- The event, and the voices of the outlets."
    yield "- What is hard in it."
    yield "- By which rules it was labelled, such as docs/annotation.md of compare."
    yield "- The licence. The articles belong to their outlets: do not pass them on without their leave."
    yield ""


def escaped(text: str) -> str:
    """The text on one line of Markdown, none of it mark-up."""
    return _MARKS.sub(r"\\\1", one_line(text))


def one_line(text: str) -> str:
    """The text on one line, without what cannot be seen but for the joiners that Persian and Indic spelling needs."""
    return " ".join("".join(char if char.isprintable() or char in _JOINERS else " " for char in text).split())
