"""A sentence as tokens, with what lies in quotation marks marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from compare.facts.attribution.quotes import Quotation
from compare.model import Span

_TOKEN = re.compile(
    r"""(?:[A-Z]\.){2,5}                                                 # U.S.
      | (?-i:Mrs?|Ms|Drs?|Profs?|Sens?|Reps?|Govs?|Gens?|Lt|Cols?|Sgt|Capt|Majs?|Adm|Rev|St|Jr|Sr|Hon|Messrs
          |Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Ltd|Co)\.
      | (?-i:[A-Z]\.(?=\ ?[A-Z]))                                              # John A. Orr
      | \d[\d.,:/]{0,30}\d
      | \b(?:he|she|they|it|i|we|you|who|there)(?=['’](?:s|ve|d|ll|re|m)\b) | (?<=\w)['’](?:s|ve|d|ll|re|m)\b
      | \w{1,60}(?:['’.&-]\w{1,60}){0,6}
      | --+ | '' | `` | \S""",
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """A word or a mark: where it stands, as written and in lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins like a name."""
        return self.text[0].isupper()


END = Token(-1, -1, ".", "")
"""What stands before the first token and after the last."""


@dataclass(frozen=True)
class Sentence:
    """One sentence: its text, tokens and quotations."""

    text: str
    tokens: Sequence[Token]
    quotations: Sequence[Quotation]

    def __getitem__(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else END

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def quoted(self) -> Sequence[int]:
        """For each token the number of the quotation it lies in (its marks included), or -1."""
        inside = [-1] * len(self.tokens)
        for number, quotation in enumerate(self.quotations):
            for at in range(self.at(quotation.start), self.at(quotation.end)):
                inside[at] = number
        return inside

    @cached_property
    def is_headline(self) -> bool:
        """Whether it is written like a title: most of its longer words with a capital."""
        words = [token for token in self.tokens[:60] if len(token.text) > 3 and token.is_word]
        return len(words) > 2 and 4 * sum(token.is_capital for token in words) >= 3 * len(words)

    def at(self, place: int) -> int:
        """The first token that begins at a place of the text or after it."""
        return bisect_left(self._starts, place)

    def span(self, first: int, end: int) -> Span:
        """The stretch of the tokens [first, end)."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)


def tokenise(text: str) -> list[Token]:
    """The words and marks of a text, in order; each sees a bounded stretch."""
    return [Token(match.start(), match.end(), match[0], match[0].lower()) for match in _TOKEN.finditer(text)]
