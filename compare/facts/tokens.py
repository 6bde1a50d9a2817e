"""A sentence cut into words, numbers and marks, for the rules that look to the left and right of a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

# "3,000", "1'200", "12 000" with a narrow space; "U.S.", "p.m."; "minister's"; any other mark by itself.
_TOKEN = re.compile(
    r"\d+(?:[.,'’]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)
DASHES = frozenset("-‐‑–—")
MARKS = frozenset(',;:.!?()[]"“”„«»…|') | DASHES


@dataclass(frozen=True)
class Sentence:
    """A text with its tokens; every index is one of a token, and out of range there is the word ""."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands in the text."""
        return [match.span() for match in _TOKEN.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """Each token in lower case, with straight apostrophes."""
        return [self.text[start:end].lower().replace("’", "'") for start, end in self.spans]

    def word(self, index: int) -> str:
        """The token in lower case."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def written(self, index: int) -> str:
        """The token as it stands in the text."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def joined(self, index: int) -> bool:
        """Whether no space parts the token from the one before."""
        return 0 < index < len(self.spans) and self.spans[index - 1][1] == self.spans[index][0]

    def hyphened(self, index: int) -> bool:
        """Whether the token is a hyphen inside a word: "two-day"."""
        return self.word(index) in {"-", "‐", "‑"} and self.joined(index) and self.joined(index + 1)

    def follows(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of a phrase stand from `index` on."""
        return index >= 0 and tuple(self.words[index : index + len(phrase)]) == phrase

    def clause_start(self, index: int, reach: int) -> int:
        """The first token of the clause before `index`, at most `reach` tokens back."""
        first = max(0, index - reach)
        for place in range(index - 1, first - 1, -1):
            if self.words[place] in _CLAUSE_MARKS and not self.hyphened(place):
                return place + 1
        return first


_CLAUSE_MARKS = MARKS | {"and", "but", "while", "who", "which", "that", "after", "before", "when", "as"}
