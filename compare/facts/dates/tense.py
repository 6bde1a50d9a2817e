"""Whether a clause tells of the past or of what is to come, by the verb forms beside a date.

There is no parser here: the last verb form before the date decides, and where there is none the first one after it.
"""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future", "unclear", "none"]

_PLANNED = r"due|set|expected|scheduled|slated|planned|supposed|poised|likely|about|going"
_PAST = """said told met held began went came took gave made left won lost shot fell rose broke found sent saw spoke
struck led sat was were had did got became wrote ran fled hit heard brought thought fought caught sought taught paid
sold stood grew flew drew threw knew blew won wore swore rode drove chose froze stole bought kept slept felt dealt
swept burnt spent built lent read cut shut put burst spread quit laid hung fired sank sprang sang drank swam
rang""".split()
_NO_VERBS = "need indeed speed feed seed deed breed hundred united exceed proceed succeed sacred naked".split()
_DONE = (
    "declined failed refused managed continued tried appeared seemed used attempted returned travelled traveled".split()
)
_NO_INFINITIVES = """the a an his her its their our this that these those hospital court prison jail custody work school
parliament office power safety death earth church town police people him them us one two three four five six""".split()
_TO = rf"to\s+(?!(?:{'|'.join(_NO_INFINITIVES)})\b)(?-i:[a-z])[a-z]*"
_VERBS = re.compile(
    rf"""\b(?:
      (?P<unclear>(?:was|were|been|had)\s+(?:(?:{_PLANNED})(?:\s+(?:to|for))?|to)(?:\s+be)?(?:\s+\w+)?
        | (?:may|might|could|can|cannot)(?:\s+(?:not|be)){{0,2}}(?:\s+\w+)?
        | (?:meet|begin|start|open|end|resume|expire|return|close|kick|arrive|reopen)s?
        | in\s+an?\s+(?:[a-z]+\s+)?(?:interview|statement|tweet|post)
        | takes\s+(?:effect|place)
        | (?:(?!(?:{"|".join(_DONE)})\b)[a-z]{{2,20}}ed|told\s+\w+|urged\s+\w+|asked\s+\w+|ordered\s+\w+)\s+{_TO})
      | (?P<future>(?:will|shall|would|must|should)(?:\s+(?:not|also|now|\w{{2,20}}ly))?(?:\s+be)?(?:\s+(?!have\b)\w+)?
        | won['’]t(?:\s+be)?(?:\s+\w+)?
        | (?:(?:is|are)\s+)?(?:{_PLANNED})\s+to(?:\s+be)?(?:\s+\w+)?
        | (?:is|are)\s+(?:due|scheduled|expected|planned|slated|set)(?:\s+(?:for|on|in|back))?
        | (?:due|scheduled|slated|planned)\s+(?:for|on|by|in)
        | (?:plan|aim|intend|hope|want|prepare|vow|pledge|promise|threaten|need|have|ha)s?\s+to(?:\s+be)?(?:\s+\w+)?
        | (?:plans|planning|preparing|hoping|aiming)\s+(?:to|for)(?:\s+\w+)? | (?:is|are)\s+to(?:\s+be)?\s+\w+)
      | (?P<past>(?:{"|".join(_PAST)})|(?!(?:{"|".join(_NO_VERBS)})\b)[a-z]{{2,20}}ed)
      | (?P<present>is|are)
    )\b | ['’]ll(?:\s+be)?(?:\s+\w+)?""",
    re.VERBOSE | re.IGNORECASE,
)
_INFINITIVE = re.compile(rf"\b{_TO}", re.IGNORECASE)
_BREAK = re.compile(r"[;:()\"“”]|[.!?]\s")
_OPENS = re.compile(
    r"(?:.*[,—–])?\s*(?:(?:and|but|then|so)\s+)?(?:(?:on|in|by|from|until|early|late|starting)\s+)*(?:the\s+)?",
    re.IGNORECASE,
)
_WINDOW = 120  # characters looked at on either side


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the clause around text[start:end].

    Example: of "Friday" in "ministers said they will meet on Friday" -> "future".
    """
    left = _BREAK.split(text[max(0, start - _WINDOW) : start])[-1]
    verbs = [_sort(match) for match in _VERBS.finditer(left)]
    if verbs:
        return verbs[-1]
    if _INFINITIVE.search(left):
        return "unclear"
    right = _VERBS.search(_BREAK.split(text[end : end + _WINDOW])[0])
    after = _sort(right) if right and right.lastgroup != "present" else "none"
    # "On Monday the court will": the date is the clause's own. "The attack on Monday will": it is not.
    return "unclear" if after == "future" and not _OPENS.fullmatch(left) else after


def _sort(match: re.Match[str]) -> Tense:
    if match.lastgroup in ("unclear", "present"):
        return "unclear"
    return "past" if match.lastgroup == "past" else "future"
