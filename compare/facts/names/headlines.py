"""Headlines in which nearly every word has a capital: there a capital says nothing."""

from __future__ import annotations

from collections.abc import Sequence, Set

from compare.facts.names.runs import known_to
from compare.facts.names.tokens import Token

_FEWEST = 4  # words from which a line can be told to be in title case
_SHORT = 4  # letters up to which a word is often small in title case ("with", "from")
_SHARE = 0.8  # of the longer words, those with a capital


def is_headline(text: str, found: Sequence[Token]) -> bool:
    """Whether a line is in title case or in capitals throughout, and no sentence."""
    words = [token for token in found if token.text[0].isalpha()]
    if len(words) < _FEWEST or len(words) > 40:
        return False
    if all(token.text.isupper() for token in words if len(token.text) > 1):
        return True
    long = [token for token in words if len(token.low) > _SHORT]
    ended = text.rstrip("\"'”’) \n").endswith(".")
    small = [token for token in words if not token.cap]
    return not ended and len(long) > 2 and sum(t.cap for t in long) >= _SHARE * len(long) and _are_little(small)


def _are_little(small: Sequence[Token]) -> bool:
    return not any(len(token.low) > _SHORT for token in small)


def tamed(found: Sequence[Token], proper: Set[str]) -> list[Token]:
    """The tokens of a headline, with a capital left only to words known as names."""
    names: set[int] = set()
    shouted = all(token.text.isupper() for token in found if len(token.text) > 1)
    for at, token in enumerate(found):
        end = known_to(found, at) if token.cap else at
        names.update(range(at, end))
        acronym = not shouted and token.text.isupper() and len(token.text) > 1
        if token.low in proper or acronym:
            names.add(at)
    return [token._replace(cap=token.cap and at in names) for at, token in enumerate(found)]
