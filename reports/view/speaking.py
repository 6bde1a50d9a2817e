"""Who speaks in each claim, and how."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.model import Article, Claim, Name, Span, Speech
from reports.safe import one_line
from reports.view.index import Index
from reports.view.values.voices import SpeakerKind

HOW = ("quoted", "partly quoted", "reported")
QUOTED, PARTLY, REPORTED = HOW
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_AFTER = re.compile(r"\s(?:of|from|in|at|who|whose)\b|,(?!.*\band\b)|\s\(")
_NO_HEAD = frozenset("of for to from with by at in on near behind under close about against than and or".split())
"""Words before a name which say that it only describes who speaks: "a diplomat posted in the Gulf"."""


@dataclass(frozen=True)
class Who:
    """Who speaks; equal for all the words that stand for one speaker."""

    kind: SpeakerKind
    what: str


@dataclass(frozen=True)
class Said:
    """One claim that one speaker stands for."""

    who: Who
    claim: Claim
    speaker: str
    """As told there; "" where nobody is."""
    how: str
    content: tuple[Span, ...]


def all_said(index: Index) -> list[Said]:
    """Every claim that is attributed, once for each who speaks in it, by article and place."""
    reader = _Reader(index)
    claims = (claim for article in index.comparison.articles for claim in index.claims_of[article.id])
    return [one for claim in claims for one in reader.said(claim)]


class _Reader:
    """Tells who speaks: the actor where a name does, else the words as told."""

    def __init__(self, index: Index) -> None:
        self._sorts = {naming.id: naming.sort for naming in index.comparison.namings}
        self._names = {
            article.id: self._named(article, index.claims_of[article.id]) for article in index.comparison.articles
        }

    def _named(self, article: Article, claims: Iterable[Claim]) -> list[tuple[Name, str]]:
        names = sorted((name for claim in claims for name in claim.names()), key=lambda name: name.span)
        return [(name, _plain(name.span.of(article.text))) for name in names]

    def said(self, claim: Claim) -> Iterator[Said]:
        """Who speaks in a claim, and how; a clause without words of speech has the speaker of its sentence."""
        speeches = claim.speeches()
        if not speeches and claim.speaker:
            who = self._who(claim.article, claim.speaker, claim.span)
            yield Said(who, claim, one_line(claim.speaker), REPORTED, ())
        by_who: dict[Who, list[Speech]] = defaultdict(list)
        for speech in speeches:
            by_who[self._who(claim.article, speech.speaker, speech.source or speech.span)].append(speech)
        for who, found in by_who.items():
            content = tuple(span for speech in found for span in speech.content)
            yield Said(who, claim, one_line(found[0].speaker or ""), _how(found), content)

    def _who(self, article: str, speaker: str | None, at: Span) -> Who:
        if not speaker:
            return Who("nobody", "")
        name = self._head(article, speaker, at)
        if name and name.actor:
            institution = name.sort == "role" and self._sorts.get(name.actor) == "role"
            return Who("described" if institution else "named", f"actor {name.actor}")
        if name and name.sort != "role":
            return Who("named", f"name {' '.join(name.words)}")
        return Who("described", f"words {_plain(speaker)}")

    def _head(self, article: str, speaker: str, at: Span) -> Name | None:
        """The name that the speaker goes by: in the words that attribute, else the fullest and last before them."""
        names, words = self._names[article], _plain(speaker)
        heads = [(name, form) for name, form in reversed(names) if _is_head(words, form)]
        within = [name for name, _ in heads if at.holds(name.span)]
        before = [one for one in heads if one[0].span.end <= at.start]
        return within[-1] if within else max(before, key=lambda one: len(one[1]), default=(None, ""))[0]


def _is_head(speaker: str, name: str) -> bool:
    """Whether a name says who speaks, and not only something of them.

    Example: "laleh tavakoli" in "laleh tavakoli of the council", but not "gulf" in "two gulf officials".
    """
    if not name or name not in speaker:
        return False
    before, _, after = speaker.partition(name)
    if (before and not before.endswith(" ")) or not _NO_HEAD.isdisjoint(before.split()):
        return False
    return not after or _AFTER.match(after) is not None


def _plain(text: str) -> str:
    return _ARTICLE.sub("", one_line(text).casefold())


def _how(speeches: Sequence[Speech]) -> str:
    manners = {speech.manner for speech in speeches}
    return {frozenset({"direct"}): QUOTED, frozenset({"indirect"}): REPORTED}.get(frozenset(manners), PARTLY)
