"""A sentence of several propositions -> one span each, where the cut is safe.

A cut lies after a semicolon, or after a comma that is followed by "and", "but", "while" or the like and by a clause
that stands alone: a subject in its usual form, then at once a finite verb. Both sides need a finite verb. There is no
cut inside quotation marks or brackets, none in a sentence that opens with a condition or another subordinate clause,
and none in an enumeration. What is uncertain stays whole: a wrong cut would change what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from compare.model import Span

_AUXILIARY = (  # in small letters: "May" is a month
    r"(?-i:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did"
    r"|(?:is|are|was|were|has|have|had|would|could|must|should|does|do|did|ca|wo)n['’]t|cannot)"
)
# Past forms that are no participles, and present forms that are no nouns: after a subject they are its verb.
_CLEAR = (
    "said|says|rose|fell|took|gave|went|came|became|began|broke|chose|drew|drove|flew|grew|knew|ran|saw|shook|spoke|threw|withdrew"
    "|wrote|stood|ate|forgot|froze|hid|rode|sang|sank|shrank|stole|swore|tore|wore|woke|arose|undertook|overcame|remains|insists"
    "|denies|wants|expects|believes|seems|appears|needs|depends|includes|lies|contains"
)
# Past forms that may be participles: a verb only after a pronoun, or where the left side needs one.
_PAST = (
    "told|left|made|held|found|led|lost|won|met|paid|sold|sent|shot|built|bought|brought|kept|fought|caught|sought|struck|taught"
    "|thought|felt|heard|laid|spent|swung|hung|dealt|meant|read|put|cut|set|hit|shut|let|cost|hurt|quit|split|spread|got|had"
)
_PRONOUN = r"he|she|they|it|we|this|that|nobody|everybody|everyone|none|neither|both|most|many|some|others"
_DETERMINER = (
    r"the|a|an|its|his|her|their|our|no|some|many|most|several|all|both|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d[\d.,]*"
)
_ADVERB = r"(?:also|now|still|then|later|therefore|never|only|even|already|not|soon|\w{2,20}ly)"
_NOUN_WORD = r"(?!(?:who|whose|which|that|and|or|but|if|when|while|as|because|where|than|to)\b)[\w’'-]{1,30}"
_SUBJECT = (
    rf"(?:(?:none|most|some|many|both|all|half|one|two|three)\ of\ (?:the|its|their|his|her|them|those|these)\ "
    rf"(?:{_NOUN_WORD}\ ){{0,3}}?"
    rf"|(?:{_DETERMINER})\ (?:{_NOUN_WORD}\ ){{1,5}}?"
    rf"|(?-i:[A-Z])[\w’'-]{{1,30}}\ (?:(?-i:[A-Z])[\w’'-]{{1,30}}\ ){{0,3}}?"
    rf"|(?!has\b|was\b|is\b|does\b|this\b|his\b|its\b|as\b){_NOUN_WORD}s\ )"
)
_ALONE = re.compile(
    rf"(?:(?:{_PRONOUN})\ (?:{_ADVERB}\ )?(?:{_AUXILIARY}|{_CLEAR}|{_PAST}|\w{{2,20}}ed)\b"
    rf"|there\ (?:{_AUXILIARY})\b"
    rf"|{_SUBJECT}(?:{_ADVERB}\ )?(?:{_AUXILIARY}|{_CLEAR})\b)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    rf"(?<![\w’'-])(?:{_AUXILIARY}|{_CLEAR}|{_PAST}|(?!need|speed|seed|feed|breed|deed)\w{{2,20}}ed)(?![\w’'-])",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(rf"\s*(?:{_PAST}|\w{{2,20}}(?:ed|ing|wn|en))\b")
_CUT = re.compile(r";\ (?:(?:and|but|while|so|yet)\ )?|,\ (?:and|but|while|whereas|yet|so)\ ")
_CONJUNCTION = re.compile(r"(?:and|but|while|whereas|yet|so)\ $")
_SUBORDINATE = re.compile(
    r"[\"“'‘(]*(?:if|when|while|as|although|though|because|after|before|since|unless|once|until|whether|where|even|given|despite"
    r"|asked|with|without|not\ only|neither|either|the\ more|had|were|should|whatever|whoever|what)\b",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"\b(?:not only|neither|either|whether|both|between|so \w+ that|such \w+)\b", re.IGNORECASE)
_OPENING, _CLOSING = "([{“«„", ")]}”»"
_MIN_WORDS = 4  # a shorter clause holds too little to be compared by itself
_MAX_CHARS = 3000  # beyond it a sentence is a table or a list that lost its lines


def clauses(text: str) -> list[Span]:
    """The spans of a sentence's propositions, in order, without overlap; the sentence itself where no cut is safe.

    Example: "The dam broke on Monday, and the village was flooded." -> [0, 24), [25, 53).
    """
    whole = [Span(0, len(text))]
    if len(text) > _MAX_CHARS or _SUBORDINATE.match(text):
        return whole
    ends = [0, *_cuts(text), len(text)]
    parts = [Span(a, b) for a, b in pairwise(ends)]
    return [_trimmed(text, part) for part in parts] if len(parts) > 1 else whole


def is_clause(text: str) -> bool:
    """Whether a text has a finite verb, as far as its form tells."""
    return bool(_FINITE.search(text))


def without_conjunction(text: str) -> str:
    """The words of a clause without what joins it: "and the village was flooded;" -> "the village was flooded"."""
    return _LEADING.sub("", text).rstrip(" ,;.")


_LEADING = re.compile(r"(?:and|but|while|whereas|yet|so)\s+")


def _cuts(text: str) -> Iterator[int]:
    """Where each further proposition begins."""
    start, outside = 0, _outside(text)
    for match in _CUT.finditer(text):
        begin = match.end()
        if match.start() not in outside or not _stands_alone(text, begin):
            continue
        if _is_clause(text[start : match.start()], match[0]) and len(text[begin:].split()) >= _MIN_WORDS:
            cut = match.start() + (2 if _CONJUNCTION.search(match[0]) else len(match[0]))
            yield cut
            start = cut


def _stands_alone(text: str, begin: int) -> bool:
    return bool(_ALONE.match(text, begin)) and not _SUBORDINATE.match(text, begin)


def _is_clause(left: str, mark: str) -> bool:
    """Whether what stands before a cut is a clause of its own, and no member of an enumeration."""
    last = left if mark.startswith(";") else left.rpartition(",")[2]
    if last != left and _PARTICIPLE.match(last):
        return False
    return len(left.split()) >= _MIN_WORDS and bool(_FINITE.search(last)) and not _PAIRED.search(left)


def _outside(text: str) -> frozenset[int]:
    """The places outside quotation marks and brackets; none at all where they do not pair."""
    depth, quoted, places = 0, False, set()
    for place, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth == 0 and not quoted:
            places.add(place)
    return frozenset(places) if depth == 0 and not quoted else frozenset()


def _trimmed(text: str, part: Span) -> Span:
    words = part.of(text)
    return Span(part.start + len(words) - len(words.lstrip()), part.end - (len(words) - len(words.rstrip())))
