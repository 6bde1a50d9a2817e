"""Edits of who and where: another person or institution did it, or it was done in another place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.editing.edit import Kind, Maker, Sentence, alternatives, as_named
from benchmarks.editing.sentences import TITLE
from benchmarks.editing.verbs import AUXILIARY, PAST, SPEECH, agreed

_ACTED = "ordered decided died resigned stood went came gave took fled spoke arrived walked led"
_ACTS = rf"(?=\ (?:{AUXILIARY}|{PAST}|{alternatives(_ACTED)})\b)"


def _person(place: str) -> Maker:
    """One person of the event for another, in a place of the sentence where nobody is quoted."""

    def make(sentence: Sentence, rng: Random) -> Iterator[str]:
        for person in sentence.event.persons:
            surname = person.split()[-1]
            named = re.compile(rf"\b(?:{re.escape(person)}|{re.escape(surname)})\b(?!\ [A-Z]|-)")
            spoken = re.compile(
                rf"""{surname}(?:,\ [^,]+,)?\ (?:{SPEECH}\b|\w+\ that\b) | ,\ {surname}\ \w+[,.]
                    | \b(?:{SPEECH}|according\ to|told)\ (?:[\w.]+\ ){{0,4}}{surname}""",
                re.VERBOSE,
            )
            here = re.compile(place.replace("NAME", named.pattern), re.VERBOSE)
            others = [other for other in sentence.event.persons if other.split()[-1] not in sentence.text]
            plain = not spoken.search(sentence.text) and not _namesake(surname, person).search(sentence.text)
            if others and plain and here.search(sentence.text):
                yield named.sub(partial(as_named, rng.choice(others)), sentence.text)

    return make


def _namesake(surname: str, person: str) -> re.Pattern[str]:
    """The surname after a first name that is not the person's."""
    first = re.escape(person.split()[0])
    return re.compile(rf"(?!{TITLE}\ |{first}\ )\b(?<!-)[A-Z][\w.’'-]*\ {re.escape(surname)}\b", re.VERBOSE)


_WHERE = r"\b(?P<in>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o)\ (?P<place>{})\b(?!\ [A-Z]|['’]|-)"


def _place(sentence: Sentence, rng: Random) -> Iterator[str]:
    """A place for one of another event: surely not the same, nor a part of it."""
    for place in sentence.event.places:
        found = re.search(_WHERE.format(place), sentence.text, re.VERBOSE)
        new = [other for other in sentence.event.elsewhere if other not in sentence.text]
        if found and new and len(re.findall(rf"\b{place}", sentence.text)) == 1:
            yield sentence.text[: found.start("place")] + rng.choice(new) + sentence.text[found.end("place") :]


_ROLES = {
    "union": "company",
    "company": "union",
    "airline": "union",
    "guild": "airline",
    "government": "opposition",
    "opposition": "government",
    "ministry": "opposition",
    "court": "government",
    "judge": "minister",
    "minister": "mayor",
    "mayor": "minister",
    "president": "opposition leader",
    "governor": "mayor",
    "army": "rebel force",
    "police": "residents",
    "prosecution": "defence",
    "prosecutor": "defence lawyer",
    "defence": "prosecution",
    "regulator": "company",
    "council": "ministry",
    "parliament": "government",
    "bank": "regulator",
    "operator": "ministry",
    "state": "company",
    "ministers": "trade unions",
    "rebels": "soldiers",
    "soldiers": "rebels",
    "workers": "managers",
    "students": "teachers",
    "firefighters": "soldiers",
    "residents": "officials",
    "owners": "tenants",
    "tenants": "owners",
    "crew": "coastguard",
    "coastguard": "crew",
    "mill": "town",
    "panel": "company",
    "federation": "government",
    "agency": "company",
    "hospital": "ministry",
    "trust": "ministry",
    "mine": "ministry",
}
_ROLE = re.compile(
    rf"^(?P<the>The\ )?(?P<role>{alternatives([*_ROLES, *map(str.capitalize, _ROLES)])})\ (?=(?P<verb>[a-z]+)\b)",
    re.VERBOSE,
)


def _role(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "The union rejected" -> "The company rejected"; where both are named they change places."""
    match = _ROLE.match(sentence.text)
    if (
        not match
        or not (agreed(match["verb"]) or match["verb"] in {"has", "was", "is", "were", "ordered"})
        or re.fullmatch(SPEECH, match["verb"])
    ):
        return
    old, rest = match["role"].lower(), sentence.text[match.end("role") :]
    new = _ROLES[old]
    if not match["the"]:
        new = new.capitalize()
    if match["verb"] == "was" and new.endswith("s"):
        return
    yield (match["the"] or "") + new + re.sub(rf"\bthe {re.escape(new)}\b(?![-\w])", f"the {old}", rest)


def _acted_on(sentence: Sentence, rng: Random) -> Iterator[str]:
    """A person's name by whom something was done: "was approved by Ilse Maran"."""
    yield from _person(r"\b(?:by|against|for|with|of|killed|met|to|from|under)\ (?:[A-Z]\w+\ ){0,3}?NAME")(
        sentence, rng
    )


def _kind(name: str, make: Maker) -> Kind:
    return Kind(name, "participant", "conflict", frozenset({"participant", "place"}), make)


KINDS = (
    _kind("person who acts", _person(rf"NAME{_ACTS}")),
    _kind("person acted on", _acted_on),
    _kind("place", _place),
    _kind("role that acts", _role),
)
