"""Harmless edits of build: the same told in another order, in the passive, or with less beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.editing.calendar import MONTH, WEEKDAY
from benchmarks.editing.edit import Sentence, capital, replaced
from benchmarks.editing.verbs import PARTICIPLE, PAST, SPEECH, clause

_DAY = rf"[Oo]n\ (?:{WEEKDAY}(?:\ (?:morning|afternoon|evening|night))?|\d\d?\ {MONTH})"
_WHEN = rf"(?:{_DAY}|[Ii]n\ (?:{MONTH}|(?:19|20)\d\d)|[Ll]ast\ (?:week|month|year|summer|winter)|[Yy]esterday)"
_WHEN_FIRST = re.compile(
    rf"""^(?P<when>{_WHEN}),?
        \ (?P<rest>(?:the|a|an|some|his|her|its|their|we|they|he|she|it|[A-Z]|\d)[^,;:\"“—–]{{10,140}})\.$""",
    re.VERBOSE,
)
_WHEN_LAST = re.compile(
    rf"""^(?P<rest>(?!(?:Behind|Under|With|From|In|On|But|And|As|When|After|By|At)\ )[A-Z\d][^,;:\"“—–]{{10,140}})
        \ (?P<when>{_WHEN})\.$""",
    re.VERBOSE,
)
_SMALL = re.compile(
    r"""(?:The|A|An|Some|His|Her|Its|Their|We|They|He|She|It|This|These|Those|Our|Two|Three|Four|Five|Six|About|More|Most
        |All|Nearly|Around|Police|Chief)\b""",
    re.VERBOSE,
)
_BELOW = re.compile(
    rf"\b(?:that|which|who|when|while|after|before|because|if|since|until|as|and|but|whether|due|to\ be|{SPEECH})\b",
    re.VERBOSE,
)


def adverbial(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "On Monday, P" <-> "P on Monday"; only in a sentence of one clause."""
    first, last = _WHEN_FIRST.match(sentence.text), _WHEN_LAST.match(sentence.text)
    if first and not _BELOW.search(first["rest"]):
        yield f"{capital(first['rest'])} {first['when'][0].lower()}{first['when'][1:]}."
    if last and not _BELOW.search(last["rest"]):
        yield f"{capital(last['when'])}, {_inside(last['rest'])}."


def _inside(text: str) -> str:
    """The words as they stand inside a sentence: a common noun or an article that began one gets a small letter."""
    common = _SMALL.match(text) or re.match(r"[A-Z][a-z]+s(?: [a-z]|$)", text)
    return text[0].lower() + text[1:] if common else text


_OBJECT = re.compile(
    r"""\ (?P<object>(?:the|a|an|\d[\d,]*|two|three|four|five|six|several|some)(?:\ [A-Za-z\d][\w-]+){1,5}?)
        (?P<rest>(?:,\ [^;:"“]{2,200}
          |\ (?:on|in|from|after|during|at|for|until|within|shortly|to|before|by)\ [^;:"“]{2,160})?)\.$""",
    re.VERBOSE,
)


_COMPLETED = frozenset("left made kept found named saw got held".split())
"""Verbs whose object may be followed by what it became: "left them angry"."""


def passive(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "The company chartered six jets." -> "Six jets were chartered by the company."."""
    active = clause(sentence.text)
    acted = active and _OBJECT.match(sentence.text, active.end())
    if (
        not active
        or not acted
        or active["verb"] in _COMPLETED
        or re.match(r"(?:He|She|They|We|I)$|Last |This ", active["subject"])
        or " as " in acted["object"]
        or re.search(r"\b(?:and|but) [a-z]+(?:ed|t)\b|saying|wiping|sparing", sentence.text)
    ):
        return
    be = "was" if re.match(r"(?:a|an)\b", acted["object"]) or not acted["object"].endswith("s") else "were"
    done = PARTICIPLE[active["verb"]]
    yield f"{capital(acted['object'])} {be} {done} by {_inside(active['subject'])}{acted['rest']}."


_WEIGHTY = re.compile(
    r"\b(?:den(?:y|ied|ies)|confirm|verif|claim|alleg|anonymity|named|estimat|unclear|doubt|disput|reject|not clear"
    r"|would have)"
)
"""What may be dropped without harm has no say in whether the rest is so."""
_FINITE = rf"(?:was|were|is|are|has|had|have|will|would|{SPEECH}|{PAST}|[a-z]{{3,}}ed)"
_ASIDE = re.compile(
    rf"(?<=[\w’'])(?P<aside>,\ (?:an?|the|who|which|whose)\ [^,;:\"“()—–]{{3,90}},)(?=\ {_FINITE}\b)", re.VERBOSE
)


def apposition(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "Maran, who opened the plant, said" -> "Maran said"."""
    matches = [match for match in _ASIDE.finditer(sentence.text) if "," not in sentence.text[: match.start()]]
    if len(matches) == 1 and not _WEIGHTY.search(matches[0]["aside"]):
        yield replaced(matches[0], "", "aside")


_TAIL = re.compile(
    r"""^(?P<main>[A-Z\d][^;:"“—–]{40,}?),
        \ (?:which|who|whose|where|while|whereas|although|though|adding|leaving|forcing|making|sending|sparing|bringing)
        \ (?P<tail>[^,;:"“—–]{10,140})\.$""",
    re.VERBOSE,
)


def clause_out(sentence: Sentence, rng: Random) -> Iterator[str]:
    """ "They left, leaving the door open." -> "They left."."""
    match = _TAIL.match(sentence.text)
    if (
        match
        and not _WEIGHTY.search(match["tail"])
        and not re.match(r"(?:On|In|As|When|If|While|After|Although|Though)\b", match["main"])
    ):
        yield match["main"] + "."
