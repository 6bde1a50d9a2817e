"""Folders of articles -> whole sentences, each with the names of its event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.editing.edit import Event, Sentence
from compare.segment import Punkt

TITLE = r"""(?:Mrs?|Ms|Dr|President|Minister|Mayor|Governor|Judge|General|Colonel|Captain|Major|Senator|Professor
    |Inspector|Chancellor|Secretary|Commissioner
    |(?:Prime|Deputy|Deputy\ Foreign|Foreign|Finance|Health|Interior|Transport|Economy|Defence|Justice)\ Minister)"""
_CAPITAL = r"[A-Z][a-z][a-zà-ÿ]+"
_ROLE = r"""(?:an?|the)\ (?:[a-z]+\ ){0,2}?
    [a-z]*(?:er|or|ist|man|woman|person|ian|nurse|mother|father|sister|brother|head|chief|resident|analyst|student)\b"""
_PERSON = re.compile(
    rf"""{TITLE}\ (?P<titled>{_CAPITAL}\ {_CAPITAL})\b(?!-)
        | (?<![\w.]\ )(?P<aged>{_CAPITAL}\ {_CAPITAL}),\ (?:\d\d|who|whose|{_ROLE})\b""",
    re.VERBOSE,
)
_PLACE = re.compile(
    rf"""\b(?:in|near|outside)\ ({_CAPITAL})\b
        (?=[,.;]|\ (?:and|on|after|when|who|to|for|as|by|since|where|at|with|before)\b)""",
    re.VERBOSE,
)
_NO_NAME = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December The Ministry Minister Group Union Council Court Party Bank Relief News Press
    Agency Guild Assembly Parliament President Prime Board Office Institute State National City North South East West
    Northern Southern Eastern Western Asia Europe Africa America Interpress Airways Line""".split()
)
_WHOLE = re.compile(r"[A-Z\d][^\n?!]{30,320}[a-z\d%)][.]")


def read(folders: Sequence[Path]) -> list[Sentence]:
    """Every whole sentence of the .txt files in the sets of the folders; a set is a folder of articles."""
    sets = [place for folder in folders for place in sorted(folder.iterdir()) if list(place.glob("*.txt"))]
    texts = {place: [path.read_text("utf-8") for path in sorted(place.glob("*.txt"))] for place in sets}
    events = [_event(place.name, "\n".join(texts[place])) for place in sets]
    known = {name for event in events for name in event.places}
    found: list[Sentence] = []
    for place, event in zip(sets, events, strict=True):
        own = set(re.findall(r"\w+", "\n".join(texts[place])))
        event = replace(event, elsewhere=tuple(sorted(known - own)))
        found += [Sentence(text, event) for text in dict.fromkeys(_sentences("\n".join(texts[place])))]
    return found


def _event(name: str, text: str) -> Event:
    persons = {match["titled"] or match["aged"] for match in _PERSON.finditer(text)}
    counted = Counter(match[1] for match in _PLACE.finditer(text))
    places = [word for word in counted if word not in _NO_NAME and not _is_no_place(word, persons, text)]
    return Event(name, tuple(sorted(filter(_is_name, persons))), tuple(sorted(places)), text=text)


def _is_name(person: str) -> bool:
    return not set(person.split()) & _NO_NAME


def _is_no_place(word: str, persons: set[str], text: str) -> bool:
    spoken = re.search(
        rf"\b{word} (?:said|says|told|would|Group|Union)\b|\b(?:{TITLE}|[A-Z][a-z]+) {word}\b", text, re.VERBOSE
    )
    return bool(spoken) or any(word in person.split() for person in persons) or word not in _plain_places(text)


def _plain_places(text: str) -> set[str]:
    """Words that stand twice after a preposition of place."""
    seen = re.findall(rf"\b(?:in|near|outside|at|to|from|through)\ ({_CAPITAL})\b", text)
    return {word for word, times in Counter(seen).items() if times > 1}


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        written = line.strip().removeprefix("- ")
        for span in Punkt().segment(written):
            sentence = span.of(written)
            if _WHOLE.fullmatch(sentence) and _plain(sentence):
                yield sentence


def _plain(sentence: str) -> bool:
    """No date line, and every quotation closed."""
    quotes = sentence.count('"') % 2 == 0 and sentence.count("“") == sentence.count("”")
    return quotes and not re.match(r"[A-Z]{2}|\S+ [A-Z]{3}|.{0,40} [-–—] ", sentence)
