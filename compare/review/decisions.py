"""A file of decisions <-> values: what one reviewer decided in a report, or several after a merge.

docs/decisions.schema.json describes the fields. In a merged file each decision has `votes`, one for each reviewer,
and `decision` is what more than half of them say; where there is no such majority it is "unsure" and `disputed` is
true. `comment` tells who said what, so that somebody can settle it in the report. `sources` tells who made each file,
when and with which engine. Nothing that a file holds is lost.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Literal, get_args

from compare.errors import InputError
from compare.model import ASPECTS, Aspect
from compare.review.nodes import CURE, Node, opened, parsed

FORMAT = 1
"""The number of the format. A change that an older reader would misread makes a new one."""
KIND = "compare decisions"
MAX_DECISIONS = 50_000
"""Decisions of one file: more pairs of claims than anybody reads."""
MAX_ARTICLES = 1_000
"""Articles of one file: those of a comparison, and those that decisions of earlier reports speak of."""
MAX_REVIEWERS = 1_000

Choice = Literal["agree", "differ", "conflict", "not a link", "unsure"]
CHOICES: tuple[Choice, ...] = get_args(Choice)

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_DECISION = ("link", "left", "right", "decision", "aspects", "comment", "peeked", "added", "time")
_OWN = ("format", "kind", "reviewer", "made", "signature", "articles", "decisions")
_MERGED = ("reviewers", "sources")


@dataclass(frozen=True)
class Source:
    """An article that was reviewed."""

    id: str
    sha256: str
    """Of its text in UTF-8."""
    label: str


@dataclass(frozen=True)
class Side:
    """One claim of a pair: its id, where it stands, and its words."""

    claim: str
    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Vote:
    """What one reviewer decided about a pair."""

    reviewer: str
    choice: Choice
    aspects: tuple[Aspect, ...]
    comment: str
    peeked: bool
    """Whether the machine's verdict was seen before."""
    time: str
    """ISO 8601, as written."""

    @property
    def moment(self) -> datetime:
        """When; a time without a zone is taken as UTC."""
        return moment(self.time)


@dataclass(frozen=True)
class Item:
    """Two claims, and what the reviewers decided about them."""

    left: Side
    right: Side
    link: str | None
    """Id of the link in the report; None where a reviewer put the two together."""
    added: bool
    votes: tuple[Vote, ...]
    """One a reviewer, at least one."""

    @property
    def key(self) -> frozenset[str]:
        """The ids of its two claims, in no order."""
        return frozenset((self.left.claim, self.right.claim))

    @cached_property
    def choice(self) -> Choice | None:
        """What more than half of the reviewers decided; None where no decision has so many."""
        choice, times = Counter(vote.choice for vote in self.votes).most_common(1)[0]
        return choice if 2 * times > len(self.votes) else None

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """Those that at least half of the majority name."""
        of_them = [vote.aspects for vote in self.votes if vote.choice == self.choice]
        times = Counter(aspect for named in of_them for aspect in named)
        return tuple(aspect for aspect in ASPECTS if times[aspect] and 2 * times[aspect] >= len(of_them))


@dataclass(frozen=True)
class Export:
    """One file as it came from a report."""

    reviewer: str
    """"" where no name was given."""
    made: str
    signature: Mapping[str, Any]
    """All that shaped the numbers of that report."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What else stood in the file: of use to a newer version."""


@dataclass(frozen=True)
class Review:
    """What one file holds."""

    exports: tuple[Export, ...]
    articles: tuple[Source, ...]
    """Those reviewed, and those that `unmatched` speaks of."""
    items: tuple[Item, ...]
    unmatched: tuple[Item, ...] = ()
    """Decisions from an earlier report whose claims the reviewed one no longer had."""

    @property
    def reviewers(self) -> list[str]:
        """Their names, each once, sorted."""
        return sorted({export.reviewer for export in self.exports})

    @property
    def reviewed(self) -> list[Source]:
        """The articles that are surely of the report: not only those that `unmatched` speaks of."""
        lost, kept = (
            {side.article for item in items for side in (item.left, item.right)}
            for items in (self.unmatched, self.items)
        )
        return [article for article in self.articles if article.id in kept or article.id not in lost]


def moment(time: str) -> datetime:
    """An ISO time as a value; without a zone it is taken as UTC."""
    read = datetime.fromisoformat(time)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def load(path: Path) -> Review:
    """Read a file of decisions. Raises InputError, in one line, where it is none, broken or of a newer format."""
    return _review(opened(path))


def loads(data: bytes, where: str = "decisions") -> Review:
    """The same from bytes."""
    return _review(parsed(data, where))


def dumps(review: Review) -> bytes:
    """A merged file: the same review gives the same bytes."""
    latest = max(review.exports, key=lambda export: moment(export.made))
    document = {
        "format": FORMAT,
        "kind": KIND,
        "reviewer": ", ".join(review.reviewers),
        "reviewers": review.reviewers,
        "made": latest.made,
        "signature": latest.signature,
        "articles": [asdict(article) for article in review.articles],
        "decisions": [_told(item) for item in review.items],
        "unmatched": [_told(item) for item in review.unmatched],
        "sources": [_source(export) for export in review.exports],
    }
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return (_HALF_PAIR.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n").encode()


def _told(item: Item) -> dict[str, Any]:
    disputed = item.choice is None
    comments = [said(vote) for vote in item.votes if disputed or vote.comment]
    return {
        "link": item.link,
        "left": asdict(item.left),
        "right": asdict(item.right),
        "decision": item.choice or "unsure",
        "disputed": disputed,
        "aspects": list(item.aspects),
        "comment": "\n".join(comments),
        "peeked": any(vote.peeked for vote in item.votes),
        "added": item.added,
        "time": max(item.votes, key=lambda vote: vote.moment).time,
        "votes": [vote_told(vote) for vote in item.votes],
    }


def said(vote: Vote) -> str:
    """A vote in words: 'Ana: conflict (quantity), "nine is not twelve"'."""
    aspects = f" ({', '.join(vote.aspects)})" if vote.aspects else ""
    comment = f", “{vote.comment}”" if vote.comment else ""
    return f"{vote.reviewer}: {vote.choice}{aspects}{comment}"


def vote_told(vote: Vote) -> dict[str, Any]:
    """A vote as the file has it."""
    told = asdict(vote)
    return {"reviewer": told.pop("reviewer"), "decision": told.pop("choice"), **told, "aspects": list(vote.aspects)}


def _source(export: Export) -> dict[str, Any]:
    told = {"reviewer": export.reviewer, "made": export.made, "signature": export.signature}
    return {**told, "extra": export.extra} if export.extra else told


def _review(node: Node) -> Review:
    _check_format(node)
    merged = "reviewers" in node.fields
    node.keys((*_OWN, *_MERGED) if merged else _OWN, ("unmatched",) if merged else [*node.fields])
    exports = _sources(node) if merged else (_export(node),)
    read = partial(_merged, sorted({export.reviewer for export in exports})) if merged else partial(_single, exports[0])
    articles = tuple(_article(one) for one in node.nodes("articles", MAX_ARTICLES))
    items = tuple(map(read, node.nodes("decisions", MAX_DECISIONS)))
    unmatched = node.nodes("unmatched", MAX_DECISIONS) if "unmatched" in node.fields else ()
    _check_articles(node, articles, items)
    return Review(exports, articles, items, tuple(map(read, unmatched)))


def _check_format(node: Node) -> None:
    number = node.fields.get("format")
    if node.fields.get("kind") != KIND or isinstance(number, bool) or not isinstance(number, int):
        node.refuse("this is no file of decisions")
    if number != FORMAT:
        what = f"format {number!a:.40} cannot be read, this version reads format {FORMAT}"
        raise InputError(what, node.where, "a newer version of compare reads it" if number > FORMAT else CURE)


def _export(node: Node) -> Export:
    extra = {key: value for key, value in node.fields.items() if key not in (*_OWN, "unmatched")}
    return Export(node.line("reviewer"), node.time("made"), node.node("signature").fields, extra)


def _sources(node: Node) -> tuple[Export, ...]:
    exports = tuple(_source_read(one) for one in node.nodes("sources", MAX_REVIEWERS))
    return exports or node.refuse("'sources' is empty")


def _source_read(node: Node) -> Export:
    node.keys(("reviewer", "made", "signature"), ("extra",))
    extra = node.node("extra").fields if "extra" in node.fields else {}
    return Export(node.named("reviewer"), node.time("made"), node.node("signature").fields, extra)


def _article(node: Node) -> Source:
    node.keys(("id", "sha256", "label"))
    if not re.fullmatch("[0-9a-f]{64}", node.text("sha256")):
        node.refuse("'sha256' is no hash of 64 hexadecimal digits")
    return Source(node.named("id"), node.text("sha256"), node.named("label"))


def _single(export: Export, node: Node) -> Item:
    node.keys(_DECISION)
    return _item(node, (_vote(node, export.reviewer),))


def _merged(reviewers: Sequence[str], node: Node) -> Item:
    node.keys((*_DECISION, "votes", "disputed"))
    item = _item(node, tuple(_one_of_several(one, reviewers) for one in node.nodes("votes", MAX_REVIEWERS)))
    if (node.fields["decision"], node.truth("disputed")) != (item.choice or "unsure", item.choice is None):
        node.refuse("'decision' is not what more than half of the votes say, or 'disputed' is wrong")
    return item


def _item(node: Node, votes: tuple[Vote, ...]) -> Item:
    left, right = _side(node.node("left")), _side(node.node("right"))
    if left.article == right.article:
        node.refuse("both claims are of one article")
    if not votes or len({vote.reviewer for vote in votes}) < len(votes):
        node.refuse("'votes' is empty, or a reviewer has two")
    return Item(left, right, node.maybe("link"), node.truth("added"), votes)


def _side(node: Node) -> Side:
    node.keys(("claim", "article", "start", "end", "text"))
    start, end, text = node.place("start"), node.place("end"), node.text("text")
    if not text.strip() or end <= start:
        node.refuse("no words, or no place for them")
    return Side(node.named("claim"), node.named("article"), start, end, text)


def _one_of_several(node: Node, reviewers: Sequence[str]) -> Vote:
    node.keys(("reviewer", "decision", "aspects", "comment", "peeked", "time"))
    return _vote(node, node.word("reviewer", reviewers))


def _vote(node: Node, reviewer: str) -> Vote:
    choice, aspects = node.word("decision", CHOICES), node.words("aspects", ASPECTS)
    return Vote(reviewer, choice, aspects, node.text("comment"), node.truth("peeked"), node.time("time"))


def _check_articles(node: Node, articles: Sequence[Source], items: Sequence[Item]) -> None:
    known = {article.id for article in articles}
    if len(known) < len(articles):
        node.refuse("two articles have one id")
    for number, item in enumerate(items):
        for side in (item.left, item.right):
            if side.article not in known:
                node.refuse(f"decisions[{number}] is of an article that is not listed, {side.article[:40]!a}")
