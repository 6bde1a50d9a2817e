"""Who said it: the verb of speech and the speaker beside it.

Reads "X said", "said X", "according to X", "X told Y". A pronoun is an attribution without a named speaker.
Does not follow a speaker over sentences, nor nested quotations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.model import Span, Speech

_VERBS = (
    "said|says|told|tells|announced|announces|declared|declares|added|adds|reported|reports|stated|states|claimed|claims"
    "|insisted|insists|warned|warns|acknowledged|acknowledges|admitted|admits|denied|denies|confirmed|confirms|argued|argues"
    "|revealed|reminded|recalled|estimated?|alleged|alleges|maintained|maintains|conceded|noted|notes|wrote|writes"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NO_NAME = (
    r"He|She|They|It|Who|We|I|You|The|A|An|But|And|That|This|While|As|When|If|After|Before|Although|Though|In|On|At|For|So|What"
    rf"|According|{_DAYS}|January|February|March|April|May|June|July|August|September|October|November|December"
)
_PART = r"[A-Z][\w.’'-]{0,40}"
_NAME = rf"(?!(?:{_NO_NAME})\b){_PART}(?:\s+(?:of|the|de|al|bin|van|von)\s+{_PART}|\s+(?!(?:{_DAYS})\b){_PART}){{0,5}}"
_ROLE = (
    r"(?:(?:the|a|an|two|three|several|some|his|her|its|their)\s+)?"
    r"(?:(?!(?:in|on|at|to|that|for|of|by|with|he|she|they|it|when|if|which|who|as|and|but|or|from|while)\b)\w[\w.’'-]{0,40}\s+){0,3}?"
    r"(?:officials?|police|authorities|ministry|government|spokes(?:man|woman|person)|groups?|sources?|witness(?:es)?"
    r"|residents?|diplomats?|analysts?|minister|president|agency|company|union|army|military|police|court|bank|workers"
    r"|experts?|activists?|network|broadcaster|statement|report|chairman|director|coach|doctors?|prosecutors?|lawyers?)"
)
_PRONOUN = r"he|she|they|it|who"
_NAMED = rf"(?P<speaker>{_NAME}|(?i:{_ROLE}))"
_SPEAKER = rf"(?P<speaker>{_NAME}|(?i:{_ROLE})|(?P<pronoun>(?i:{_PRONOUN})))"
_BEFORE = re.compile(
    rf"(?<!\w)(?<!\b(?:in|of|at)\s)(?<!\b(?:in|of|at)\sthe\s)(?<!\bfrom\s){_SPEAKER}(?<!['’]s)(?:,[^,]{{1,60}},)?(?:\s+(?:on\s+)?(?:{_DAYS}))?"
    rf"\s+(?:(?:has|have|had|also|later)\s+)?(?:{_VERBS})(?!\w)"
)
# The verb comes first only after a quotation or a clause: in "he said the army would" the army says nothing.
_AFTER = re.compile(
    rf"(?<=[,\"”'’?!—–-])\s+(?P<start>)(?:said|says|added|warned|argued|declared|announced)\s+{_NAMED}(?!\w)"
)
_ACCORDING = re.compile(rf"(?<!\w)(?P<start>)(?i:according to)\s+{_SPEAKER}(?!\w)")


@dataclass(frozen=True)
class Voice:
    """Who spoke last, and whether the quotation goes on after the end of the sentence."""

    speaker: str | None
    quoting: bool = False


def read_speech(text: str, before: Voice | None = None) -> tuple[list[Speech], Voice | None]:
    """The attributions of a sentence, in order, and the voice after it; `before` is that of the sentence before.

    Example: 'No, said Laleh Tavakoli.' -> speaker "Laleh Tavakoli" at [4, 23).
    """
    found = _read(text)
    named = [speech.speaker for speech in found if speech.speaker]
    return found, (Voice(named[-1]) if named else before)


def _read(text: str) -> list[Speech]:
    found: list[Speech] = []
    covered: set[int] = set()
    for pattern in (_ACCORDING, _AFTER, _BEFORE):
        for match in pattern.finditer(text):
            speech = _speech(match)
            places = range(speech.span.start, speech.span.end)
            if covered.isdisjoint(places):
                covered.update(places)
                found.append(speech)
    return sorted(found, key=lambda speech: speech.span)


def _speech(match: re.Match[str]) -> Speech:
    fields = match.groupdict()
    start = match.start() if fields.get("start") is None else match.start("start")
    if fields.get("pronoun"):
        return Speech(Span(start, match.end()), None)
    speaker = " ".join(fields["speaker"].split())
    full_stop = speaker.endswith(".") and not re.search(r"(?:\b[A-Z]\.)+$", speaker) and match[0].endswith(".")
    return Speech(Span(start, match.end() - full_stop), speaker.removesuffix("." if full_stop else ""))
