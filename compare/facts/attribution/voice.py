"""Who is meant: the speaker followed from sentence to sentence, and whom "he", "she", "they" and "it" stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from compare.countries import capitals, countries
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.words import ADDRESS, GROUPS, HUMANS, PAPERS, PRONOUNS

Sort = Literal["person", "group", "name", "text"]
_HE = frozenset("mr sir lord king prince pope spokesman chairman".split())
_SHE = frozenset("mrs ms miss dame lady queen princess spokeswoman chairwoman congresswoman".split())
MOST_QUOTED = 15
"""Sentences after which an open quotation is taken to have ended without its mark."""
_KEPT_FOR = 4
"""Sentences after which a pronoun no longer reaches back to a name."""


@dataclass(frozen=True)
class Voice:
    """What the sentences before tell about who speaks."""

    speaker: str | None = None
    """Who spoke last."""
    waiting: str = ""
    """The marks that end a quotation that is still open; "" where none is."""
    quoted: int = 0
    """Sentences that this quotation has gone on for."""
    spoke: bool = False
    """Whether the sentence before attributed something."""
    person: str | None = None
    """Whom "he" or "she" stands for: who spoke or acted last."""
    pronoun: str = ""
    """"he" or "she", where one of them is known to stand for that person."""
    group: str | None = None
    """Whom "they" or "it" stands for."""
    silent: int = 0
    """Sentences since that person was named."""


def sort_of(sentence: Sentence, first: int, end: int) -> Sort:
    """Whether a phrase names a person, a group, a text or thing, or somebody by a name that may be either."""
    head = _head(sentence, first, end)
    words = [sentence[at].low.removesuffix("'s").removesuffix("’s") for at in range(first, end)]
    if "and" in words or any(word in GROUPS or word.removesuffix("s") in GROUPS for word in (words[-1], head)):
        return "group"
    if head in PAPERS:
        return "text"
    if words[-1] in _lands():
        return "group"
    if (
        words[0] == "the"
        and sentence[end - 1].is_capital
        and not any(word in HUMANS or word.rstrip(".") in ADDRESS for word in words)
    ):
        return "group"
    if head.removesuffix("s") in HUMANS and head not in HUMANS:
        return "group"
    if words[0].rstrip(".") in ADDRESS or any(word in HUMANS for word in words):
        return "person"
    if any(word in GROUPS for word in words):
        return "group"
    return "name" if sentence[end - 1].is_capital else "text"


@cache
def _lands() -> frozenset[str]:
    """Countries and capitals, that speak and are no "he"."""
    return frozenset({*countries(), *capitals(), "europe", "africa", "asia", "west"})


def _head(sentence: Sentence, first: int, end: int) -> str:
    at = next(
        (at for at in range(first + 1, end) if sentence[at].low in ("of", "in", "from", "at", "for", "with")), end
    )
    return sentence[at - 1].low


def gender_of(sentence: Sentence, first: int, end: int) -> str:
    """ "he" or "she" by a form of address; "" where none tells."""
    words = {sentence[at].low.rstrip(".") for at in range(first, end)}
    return "he" if words & _HE else "she" if words & _SHE else ""


def written(sentence: Sentence, source: tuple[int, int]) -> str:
    """The words for a speaker, white space made plain, a possessive left out."""
    first, end = source
    text = " ".join(sentence.text[sentence[first].start : sentence[end - 1].end].split())
    for mark in ("'s", "’s", "'", "’"):
        text = text.removesuffix(mark).rstrip()
    return text


def meant(pronoun: str, voice: Voice) -> str | None:
    """Whom a pronoun stands for, where one alone comes into question."""
    if pronoun in ("he", "she", "his", "her"):
        wanted = {"his": "he", "her": "she"}.get(pronoun, pronoun)
        return voice.person if voice.pronoun in ("", wanted) and voice.silent < _KEPT_FOR else None
    if pronoun in ("it", "its"):
        return None if voice.group is None or _is_many(voice.group) else voice.group
    return voice.group if pronoun in ("they", "their") else None


def _is_many(group: str) -> bool:
    words = group.lower().split()
    return "and" in words or words[-1].endswith("s") or words[0].isdigit() or words[-1] in ("police", "people", "men")


def named(sentence: Sentence, source: tuple[int, int], voice: Voice) -> Voice:
    """The voice after somebody was named as speaker or subject."""
    first, end = source
    if end - first == 1 and sentence[first].low in PRONOUNS | {"his", "her", "their"}:
        low = {"his": "he", "her": "she"}.get(sentence[first].low, sentence[first].low)
        return replace(voice, pronoun=low, silent=0) if low in ("he", "she") and meant(low, voice) else voice
    text = written(sentence, source)
    if not text:
        return voice
    sort = sort_of(sentence, first, end)
    if sort == "person" or sort == "name":
        known = voice.pronoun if voice.person and _same(voice.person, text) else ""
        return replace(voice, person=text, pronoun=gender_of(sentence, first, end) or known, silent=0)
    return replace(voice, group=text if sort == "group" else None)


def _same(one: str, other: str) -> bool:
    return one.split()[-1] == other.split()[-1]
