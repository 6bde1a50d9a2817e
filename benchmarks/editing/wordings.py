"""Harmless edits of words: synonyms, short forms, who said it, how a person is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.editing.edit import Sentence, alternatives, as_named, capital, everywhere
from benchmarks.editing.sentences import TITLE
from benchmarks.editing.verbs import SPEECH

_SYNONYMS = """said:stated began:started begun:started bought:purchased obtain:get about:approximately
roughly:approximately nearly:almost almost:nearly injured:hurt hurt:injured wounded:injured shut:closed often:frequently
ended:finished deputies:lawmakers lawmakers:deputies autumn:fall talks:negotiations negotiations:talks firm:company
rescued:saved attempted:tried tried:attempted additional:extra extra:additional doctors:physicians building:structure
took_place:happened residents:inhabitants inhabitants:residents homes:houses houses:homes lately:recently
because_of:owing_to owing_to:because_of declared:stated shortly_after:soon_after immediately:at_once at_once:immediately
entire:whole whole:entire"""
_SYNONYM = {
    old.replace("_", " "): new.replace("_", " ") for old, new in (pair.split(":") for pair in _SYNONYMS.split())
}
_WORDS = re.compile(rf"(?<![\w-]){alternatives(_SYNONYM)}(?![\w-])")


def synonym(sentence: Sentence, rng: Random) -> Iterator[str]:
    """A neutral word for another: "began" -> "started"."""
    return everywhere(_WORDS, sentence.text, lambda match: _SYNONYM[match[0]] if _fits(match) else None)


def _fits(match: re.Match[str]) -> bool:
    after, before = match.string[match.end() :], match.string[: match.start()]
    if match[0] == "about":
        return bool(re.match(r" \d", after))
    if match[0] == "tried":
        return after.startswith(" to ")
    if match[0] == "said":
        return not after.lstrip().startswith(('"', "“", "to ")) and not before.endswith(('"', '," ', "be "))
    return not (
        match[0] in {"hurt", "firm", "whole", "fall", "entire", "extra"}
        and not before.endswith(("the ", "were ", "was "))
    )


_SHORT = {"will not": "won't", "cannot": "can't", "can not": "can't"}
_LONG = {"won't": "will not", "can't": "cannot"}
_NOT = re.compile(
    r"""\b(?P<aux>was|were|is|are|has|have|had|did|does|do|would|could|should|will|can|wo|ca)(?:\ not\b|not\b|n['’]t\b)
        (?=\ (?!only|just|so\b|even|merely|one\b|a\ single)\w)""",
    re.VERBOSE,
)


def contraction(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "Was not" <-> "wasn't"."""

    def new(match: re.Match[str]) -> str:
        plain = match[0].replace("’", "'")
        if "'" in plain:
            return _LONG.get(plain) or f"{match['aux']} not"
        return _SHORT.get(plain) or f"{match['aux']}n't"

    return everywhere(_NOT, sentence.text, new)


_SAID_FIRST = re.compile(
    r"""^(?P<who>(?!(?:It|This|That|On|In|He|She|They|We|I)\ )[A-Z][\w'’.-]*(?:\ [\w'’.-]+){0,6}?)\ said\ (?:that\ )?
        (?P<rest>(?:the|a|an|two|three|four|five|more|about|some|most|all|(?!(?:He|She|It|They|I|We)\b)[A-Z\d][\w’'-]*)
        \ .*)$""",
    re.VERBOSE,
)
_SAID_LAST = re.compile(
    r"""^(?P<rest>[^"“]{40,}?),
        \ (?P<who>(?:the|a|an|[A-Z]|officials|police|witnesses|residents|traders|doctors|rescuers|two|people)[\w'’.-]*
        (?:\ [\w'’.-]+){0,5})\ said\.$""",
    re.VERBOSE,
)
_PLAIN_REST = re.compile(r"\"|“|\b(?:I|we|our|us|my|said|would|might|could|should|may)\b", re.IGNORECASE)


def attribution_out(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "Police said two were held." -> "Two were held."."""
    for pattern in (_SAID_FIRST, _SAID_LAST):
        match = pattern.match(sentence.text)
        if match and not _PLAIN_REST.search(match["rest"]) and not match["who"].lower().endswith((" who", " and")):
            yield capital(match["rest"].rstrip(".")) + "."


_OPENING = re.compile(r"(?:The|A|An|Some|About|Two|Three|Four|Five|Nine|Its|Their)\b")
_SPEAKERS = ("officials said", "police said", "a spokesman said", "according to officials")


def attribution_in(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "Two were held." -> "Two were held, police said."."""
    if (
        not _PLAIN_REST.search(sentence.text)
        and not re.search(rf"{SPEECH}|reports|\d:\d\d:|Agency", sentence.text)
        and len(sentence.text.split()) < 30
    ):
        yield sentence.text.removesuffix(".") + f", {rng.choice(_SPEAKERS)}."
        if _OPENING.match(sentence.text):
            yield f"Officials said {sentence.text[0].lower()}{sentence.text[1:]}"


_TITLED = re.compile(
    rf"\b(?P<title>{TITLE})\ (?P<first>[A-Z][a-z]+)\ (?P<last>[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?)\b(?!\ [A-Z])", re.VERBOSE
)


def surname(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "Prime Minister Ilse Maran" -> "Prime Minister Maran", and the title left out."""
    yield from everywhere(_TITLED, sentence.text, lambda match: f"{match['title']} {match['last']}")
    yield from everywhere(_TITLED, sentence.text, _untitled)


def _untitled(match: re.Match[str]) -> str | None:
    longer = re.search(r"[A-Z][\w’'-]* $|[Tt]he $", match.string[: match.start()])
    return None if longer else f"{match['first']} {match['last']}"


_INDIRECT = re.compile(
    r"\b(?P<verb>said|told\ (?:reporters|the\ \w+|parliament)|added|stated|stressed|noted|insisted)(?=\ that\b|\.$)",
    re.VERBOSE,
)


def speaker(sentence: Sentence, rng: Random) -> Iterator[str]:
    """Another person quoted for the same: "Maran said that" -> "Holm said that"; agreement, by definition."""
    if re.search(r"[\"“]|\b(?:he|she|his|her|we|our|I|my|they|their)\b", sentence.text):
        return
    for person in sentence.event.persons:
        last = person.split()[-1]
        spoken = re.search(
            rf"\b(?:[A-Z][a-z]+\ )?{last}\ {_INDIRECT.pattern}|\bsaid\ (?:\w+\ ){{0,2}}{re.escape(person)}\.$",
            sentence.text,
            re.VERBOSE,
        )
        others = [other for other in sentence.event.persons if other.split()[-1] not in sentence.text]
        if spoken and others and sentence.text.count(last) == 1:
            named = re.compile(rf"(?:[A-Z][a-z]+ )*{re.escape(person)}|\b{last}\b")
            yield named.sub(partial(as_named, rng.choice(others)), sentence.text)
