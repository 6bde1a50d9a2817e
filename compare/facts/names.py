"""Names of people, places and organisations: runs of capitalised words.

A capital at the start of a sentence says nothing, so a single word there is no name unless it is an acronym.
Does not know whether a name is a person or a place, and reads no script without capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from compare.model import Name, Span
from compare.wording import FUNCTION_WORDS

_ADDRESS = "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Prof|St"
_CAPITAL = rf"(?:(?:{_ADDRESS})\.(?=\s+[A-Z])|[A-Z]\.(?:[A-Z]\.)*|[^\W\d_a-z][\w’'-]{{0,60}}\w|[A-Z])"
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}(?:(?:\s+(?:of|the|de|al|bin|van|von|del|da|for|and)\s+(?!(?:{_ADDRESS})\.)|\s+){_CAPITAL})*"
)
_JOINERS = frozenset("of the de al bin van von del da for and".split())
_TITLES = frozenset(
    """mr mrs ms dr sir lord president minister prime foreign deputy chief chairman spokesman spokeswoman general
    colonel captain major senator governor mayor judge justice king queen prince secretary ambassador professor
    director ayatollah sen sens rep reps gov gen lt col sgt capt maj adm rev prof vice""".split()
)
_OPENERS = frozenset("yesterday today tomorrow meanwhile however still yet earlier later altogether".split())
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|US|WHO")

_OFFICES = frozenset("minister secretary".split())
_PORTFOLIOS = frozenset(
    """health interior finance defence defense transport justice energy education labour labor press oil trade
    agriculture environment information culture housing economy""".split()
)
_NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december i""".split()
)
_INSIDE = re.compile(r"(?<=[a-z,;] )([A-Z][\w’'-]+)")
_SMALL = re.compile(r"(?<!\w)[a-z][\w-]+")
_OPENING = re.compile(r"[\s\"'“‘«(\[–—-]*$")


def read_names(text: str, proper: Set[str] = frozenset()) -> list[Name]:
    """The names of a sentence, in order. `proper` are words known to be names, for the start of the sentence.

    Example: "Foreign Minister Kamran Sadeghi met the EU" -> (kamran, sadeghi), (eu,).
    """
    return [name for match in _RUN.finditer(text) for name in _names(text, match, proper)]


def proper_words(text: str) -> frozenset[str]:
    """Words of a whole article that are capitalised inside a sentence and never written small."""
    inside = {_normal(match[1]) for match in _INSIDE.finditer(text)}
    return frozenset(inside - set(_SMALL.findall(text)) - _NO_NAMES)


def _names(text: str, match: re.Match[str], proper: Set[str]) -> list[Name]:
    start, written = match.start(), match[0]
    if not written[0].isupper():
        return []  # a script without capitals: its letters are neither small nor capital
    opens = bool(_OPENING.fullmatch(text, max(0, start - 9), start)) and not text[: max(0, start - 9)].strip()
    opens = opens or text[max(0, start - 9) : start].rstrip()[-1:] in (".", "!", "?", ":")
    if opens and _normal(written.split()[0]) not in proper and _says_nothing(written):
        written, start = _without_first(written, start)
    words = _without_titles(
        [word for word in map(_normal, written.split()) if word and word not in _JOINERS | _NO_NAMES]
    )
    if not words or (all(word in FUNCTION_WORDS for word in words) and not _ACRONYM.search(written)):
        return []
    return [Name(Span(start, start + len(written)), words)]


def _without_titles(words: Sequence[str]) -> tuple[str, ...]:
    """Health Minister Ada King -> (ada, king): what is a title before a name may be a name at its end."""
    if all(word in _TITLES | _PORTFOLIOS for word in words):
        return ()
    following = [*words[1:], ""]
    return tuple(
        word
        for word, after in zip(words, following, strict=True)
        if not (after and word in _TITLES) and not (word in _PORTFOLIOS and after in _OFFICES)
    )


def _says_nothing(written: str) -> bool:
    first = written.split()[0]
    alone = len(written.split()) == 1
    return not re.fullmatch(r"(?:[A-Z]\.?){2,}", first) and (alone or first.lower() in FUNCTION_WORDS | _OPENERS)


def _without_first(written: str, start: int) -> tuple[str, int]:
    rest = written.split(None, 1)
    return (rest[1], start + len(written) - len(rest[1])) if len(rest) == 2 else ("", start)


def _normal(word: str) -> str:
    return re.sub(r"['’](?:s|d|m|ve|ll|re)?$", "", word).replace(".", "").lower()
