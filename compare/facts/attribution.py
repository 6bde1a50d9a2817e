"""Who said it: the verb of speech and the speaker beside it.

Reads "X said", "said X", "according to X", "X told Y". A pronoun is an attribution without a named speaker.
Does not follow a speaker over sentences, nor nested quotations.
"""

from __future__ import annotations

import re

from compare.model import Span, Speech

_VERBS = (
    "said|says|told|tells|announced|announces|declared|declares|added|adds|reported|reports|stated|states|claimed|claims"
    "|insisted|insists|warned|warns|acknowledged|acknowledges|admitted|admits|denied|denies|confirmed|confirms|argued|argues"
    "|revealed|reminded|recalled|estimated?|alleged|alleges|maintained|maintains|conceded|noted|notes|wrote|writes"
)
_NAME = r"(?!(?:He|She|They|It|Who|We|I|The|A|An|But|And|That|This)\b)[A-Z][\w.’'-]*(?:\s+(?:of|the|de|al|bin|van|von)\s+[A-Z][\w.’'-]*|\s+[A-Z][\w.’'-]*){0,5}"
_ROLE = (
    r"(?:(?:the|a|an|two|three|several|some|his|her|its|their)\s+)?(?:[\w.’'-]+\s+){0,3}?"
    r"(?:officials?|police|authorities|ministry|government|spokes(?:man|woman|person)|groups?|sources?|witness(?:es)?"
    r"|residents?|diplomats?|analysts?|minister|president|agency|company|union|army|military|police|court|bank|workers"
    r"|experts?|activists?|network|broadcaster|statement|report|chairman|director|coach|doctors?|prosecutors?|lawyers?)"
)
_PRONOUN = r"he|she|they|it|who"
_SPEAKER = rf"(?P<speaker>{_NAME}|(?i:{_ROLE})|(?P<pronoun>(?i:{_PRONOUN})))"
_BEFORE = re.compile(rf"(?<!\w){_SPEAKER}(?:,[^,]{{1,60}},)?\s+(?:(?:has|have|had|also|later)\s+)?(?:{_VERBS})(?!\w)")
_AFTER = re.compile(rf"(?<!\w)(?:said|says|added|told|warned|argued|declared|announced)\s+{_SPEAKER}(?!\w)")
_ACCORDING = re.compile(rf"(?<!\w)(?i:according to)\s+{_SPEAKER}(?!\w)")


def read_speech(text: str) -> list[Speech]:
    """The attributions of a sentence, in order.

    Example: 'No, said Laleh Tavakoli.' -> speaker "Laleh Tavakoli" at [4, 23).
    """
    found: list[Speech] = []
    for pattern in (_ACCORDING, _AFTER, _BEFORE):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.start < other.span.end and other.span.start < span.end for other in found):
                speaker = None if match["pronoun"] else " ".join(match["speaker"].split())
                found.append(Speech(span, speaker))
    return sorted(found, key=lambda speech: speech.span)
