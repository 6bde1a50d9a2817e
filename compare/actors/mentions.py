"""Names in claims -> sightings, and nodes: sightings that are the same words used in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from compare.countries import capitals, countries, peoples
from compare.model import Article, Claim, Name
from compare.wording import FUNCTION_WORDS, plain, stem

Kind = Literal["body", "land", "noun", "office", "person"]
_ARTICLES = re.compile(r"^(?:(?:the|a|an)\s+)+(?=\S)")
_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|')(?=\s|$)")


class Node(NamedTuple):
    """All sightings of the same words in one use; the actors are sets of these."""

    kind: Kind
    """A person; a land, its adjective included; a noun for people; an office or institution; any other body."""
    words: tuple[str, ...]
    owner: tuple[str, ...] = ()
    """For an office the words of whose it is; () where that is not told."""


class Sighting(NamedTuple):
    """One name in one claim."""

    label: str
    """Of its article."""
    start: int
    claim: Claim
    name: Name
    form: str
    """As the report compares it: lower case, no article, no possessive."""
    written: str
    before: Name | None
    """The name before it in its claim."""
    after: Name | None


Nodes = dict[Node, list[Sighting]]


@lru_cache(maxsize=65536)
def form_of(written: str) -> str:
    """A name as written -> as compared: "the *Karvian*  Bank's" -> "karvian bank"."""
    return _ARTICLES.sub("", _POSSESSIVE.sub("", plain(written).lower())) or plain(written).lower()


def sightings(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Sighting]:
    """Every name of every claim, by article and place, whatever the order of the input."""
    labels = {article.id: article.label for article in articles}
    found = [sighting for claim in claims for sighting in _of_claim(claim, labels.get(claim.article, claim.article))]
    return sorted(found, key=lambda one: (one.label, one.start, one.name.span.end, one.claim.id))


def _of_claim(claim: Claim, label: str) -> Iterator[Sighting]:
    names = claim.names()
    for at, name in enumerate(names):
        written = name.span.shift(-claim.start).of(claim.text) if claim.start else name.span.of(claim.text)
        before = names[at - 1] if at else None
        after = names[at + 1] if at + 1 < len(names) else None
        yield Sighting(label, name.span.start, claim, name, form_of(written), written, before, after)


def nodes_of(seen: Sequence[Sighting]) -> Nodes:
    """The sightings by node. A name of unknown sort goes with the person of the same words, unless a place has them."""
    persons = {one.name.words for one in seen if one.name.sort == "person"}
    persons |= {one.name.words for one in seen if _ends_in_family_name(one.name, persons)}
    bodies = {stems_of(one.name.words) for one in seen if one.name.sort in ("place", "organisation")}
    nodes: Nodes = {}
    for one in seen:
        nodes.setdefault(_node(one, persons, bodies), []).append(one)
    return nodes


def _ends_in_family_name(name: Name, persons: set[tuple[str, ...]]) -> bool:
    """Ilse Marden, where "Ms Marden" is told of as well."""
    return name.sort == "unknown" and 1 < len(name.words) < 4 and name.words[-1:] in persons


def _node(one: Sighting, persons: set[tuple[str, ...]], bodies: set[tuple[str, ...]]) -> Node:
    name = one.name
    if name.sort == "role":
        return Node("office", name.words, owner_of(one))
    if name.sort == "people":
        return _people(one)
    stems = stems_of(name.words)
    if name.sort == "person" or (name.sort == "unknown" and name.words in persons and stems not in bodies):
        return Node("person", name.words)
    land = _country(one.form)
    return Node("land", (land,)) if land else Node("body", stems)


def _country(form: str) -> str | None:
    return countries().get(form) or countries().get(form.replace(".", ""))


def _people(one: Sighting) -> Node:
    land = peoples().get(one.form)
    if land is None:
        return Node("noun", one.name.words)
    return Node("noun", one.name.words) if _is_noun(one) else Node("land", (land, "adjective"))


def _is_noun(one: Sighting) -> bool:
    """Iranians; the French said: not before a word that it could describe."""
    if " ".join(one.name.words) != one.form:
        return True
    following = one.claim.text[one.name.span.end - one.claim.start :]
    word = re.match(r"[\s-]+(\w+)", following)
    return word is None or word[1].lower() in FUNCTION_WORDS


def opening_of(form: str) -> str:
    """The first word of a form: "mr. lund" -> "mr"."""
    return form.partition(" ")[0].rstrip(".")


@lru_cache(maxsize=16384)
def stems_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's words as they are compared: "Guards Corps" and "Guard Corps" are one."""
    return tuple(stem(word) for word in words) if len(words) > 1 else words


_BETWEEN = re.compile(r"(['’]s?)?\s+(?:([a-z-]{2,20})\s+){0,2}")
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")


def owner_of(one: Sighting) -> tuple[str, ...]:
    """Whose office or body it is: "Iran's government", "the Iranian government", "the government of Iran".

    The land where the name is a land's, its people's or its capital's; else the words of the name; () if not told.
    """
    text, start = one.claim.text, one.claim.start
    before = one.before
    if before and before.sort != "role":
        between = _BETWEEN.fullmatch(text, before.span.end - start, one.name.span.start - start)
        owns = between and (between[1] or before.sort == "people" or not between[2])
        if between and owns and between[2] not in FUNCTION_WORDS:
            return owner_words(before, text[before.span.start - start : before.span.end - start])
    after = one.after
    if after and _OF.fullmatch(text, one.name.span.end - start, after.span.start - start):
        return owner_words(after, text[after.span.start - start : after.span.end - start])
    return ()


def owner_words(name: Name, written: str) -> tuple[str, ...]:
    """The land, or the words, that tell whose something is."""
    form = form_of(written)
    land = _country(form) or peoples().get(form) or capitals().get(form)
    return (land,) if land else name.words


def by_word(nodes: Iterable[Node], kind: Kind) -> dict[str, list[Node]]:
    """Nodes of one word and kind, by that word."""
    found: dict[str, list[Node]] = {}
    for node in sorted(nodes):
        if node.kind == kind and len(node.words) == 1:
            found.setdefault(node.words[0], []).append(node)
    return found
