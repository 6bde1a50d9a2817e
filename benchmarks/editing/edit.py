"""The values: a sentence with the names of its event, a kind of edit, and one edit made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from compare.model import Aspect, Relation

PUBLISHED = date(2026, 3, 12)
"""A Thursday: the day on which both versions of every sentence are printed."""


@dataclass(frozen=True)
class Event:
    """What the generator knows of a set of articles."""

    name: str
    persons: tuple[str, ...] = ()
    """Full names: "Ilse Maran"."""
    places: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    """Places of other events: surely none that holds a place of this one."""
    text: str = ""
    """All its articles: what a reader of the sentence has seen beside it."""


@dataclass(frozen=True)
class Sentence:
    """A whole sentence of an article."""

    text: str
    event: Event


Maker = Callable[[Sentence, Random], Iterable[str]]
"""The edited texts that a sentence allows; none where it has no fitting place."""


@dataclass(frozen=True)
class Kind:
    """One kind of edit, and what a reader must say of the two sentences."""

    name: str
    group: str
    """The heading it is counted under: quantity, time, polarity, participant, certainty, harmless."""
    relation: Relation
    aspects: frozenset[Aspect]
    """Any of them is right; empty where the relation has none."""
    make: Maker


@dataclass(frozen=True)
class Edit:
    """A sentence, its edited version, and what they were made to be."""

    event: str
    kind: Kind
    original: str
    edited: str
    beside: str = ""
    """The articles of the event."""


def replaced(match: re.Match[str], new: str, group: int | str = 0) -> str:
    """The searched text with what a group matched replaced."""
    return match.string[: match.start(group)] + new + match.string[match.end(group) :]


def everywhere(pattern: re.Pattern[str], text: str, new: Callable[[re.Match[str]], str | None]) -> Iterator[str]:
    """The text with one match replaced, once for each match that `new` has something for."""
    for match in pattern.finditer(text):
        put = new(match)
        if put is not None:
            yield replaced(match, put)


def as_named(person: str, match: re.Match[str]) -> str:
    """The person in the form that another was named in: in full or by the surname."""
    return person if " " in match[0] else person.split()[-1]


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def alternatives(words: str | Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first."""
    known = words.split() if isinstance(words, str) else words
    return "(?:" + "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True)) + ")"


def not_after(words: str) -> str:
    """A pattern: none of the words stands right before; "_" is a space in "up_to"."""
    return "".join(rf"(?<!(?i:\b{re.escape(word.replace('_', ' '))}\ ))" for word in words.split())
