"""A claim as a string of words to be found again in another: what its outlet wrote, and what it only quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import LCSseq

from compare.model import Claim
from compare.wording import FUNCTION_WORDS, plain

_BREAK = "\x00"
"""Stands where a quotation was taken out, so that no run of words leads across it."""
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"  # scripts that put no space between words: each sign is one
_WORD = re.compile(rf"{_BREAK}|\d[\d.,]*\d|[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:'[^\W{_UNSPACED}]+)*")

Run = tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """Words in lower case, in order, with a break where a quotation was left out."""

    words: tuple[str, ...]
    ordinary: frozenset[int]
    """Places of the words that an outlet chose: no name, number or function word."""

    @cached_property
    def length(self) -> int:
        """Its words, without the breaks."""
        return len(self.words) - self.words.count(_BREAK)

    @cached_property
    def pairs(self) -> dict[Run, tuple[int, ...]]:
        """Its runs of two words of which one is ordinary, and where they begin."""
        return self._runs(2)

    @cached_property
    def triples(self) -> dict[Run, tuple[int, ...]]:
        """The same of three."""
        return self._runs(3)

    def _runs(self, size: int) -> dict[Run, tuple[int, ...]]:
        found: dict[Run, tuple[int, ...]] = {}
        for place, run in enumerate(zip(*(self.words[step:] for step in range(size)), strict=False)):
            if _BREAK not in run and not self.ordinary.isdisjoint(range(place, place + size)):
                found[run] = (*found.get(run, ())[-_TIMES:], place)
        return found


_TIMES = 20
"""Places kept of one run: a text that says one thing over and over costs no quadratic time."""


@dataclass(frozen=True)
class Told:
    """A claim with its wording, as it stands and without what it quotes."""

    claim: Claim
    whole: Wording
    own: Wording


def wordings(claims: Sequence[Claim]) -> Iterator[Told]:
    """The wording of the claims of one article, which stand in its order.

    A quotation goes on from claim to claim of a paragraph until it is closed, or another is opened.

    Example: `"No," Mr Roe told the three men.` has the own words (break, mr, roe, told, the, three, men), of which
    "three" and "men" are ordinary.
    """
    end, open_ = 0, False
    for claim in claims:
        text = plain(claim.text)
        own, open_ = _unquoted(text, open_ and claim.start <= end + 1)
        end = claim.end
        yield Told(claim, _wording(text), _wording(own))


def likeness(a: Wording, b: Wording) -> float:
    """How much of the shorter wording is in the longer, 0 to 1.

    The mean of two shares of its words: those in runs of three that both have, wherever these stand, so that a
    clause may move; and those of the longest common subsequence, so that a word may change in every run.
    """
    shortest = min(a.length, b.length)
    if not shortest:
        return 0.0
    in_runs = min(len(covered(a, b, 3)), len(covered(b, a, 3)))
    breaks = min(a.words.count(_BREAK), b.words.count(_BREAK))
    in_order = max(0, LCSseq.similarity(a.words, b.words) - breaks)
    return float(min(shortest, in_runs) + in_order) / (2 * shortest)


def covered(a: Wording, b: Wording, size: int) -> set[int]:
    """Places of the words of `a` in runs of two or three words that `b` has too."""
    ours, theirs = (a.pairs, b.pairs) if size == 2 else (a.triples, b.triples)
    starts = [place for run in ours.keys() & theirs.keys() for place in ours[run]]
    return {place + step for place in starts for step in range(size)}


@lru_cache(maxsize=65536)
def _wording(text: str) -> Wording:
    found = _WORD.findall(text)
    return Wording(tuple(word.casefold() for word in found), frozenset(_ordinary(found)))


def _ordinary(words: Sequence[str]) -> Iterator[int]:
    for place, word in enumerate(words):
        begins = place == 0 or words[place - 1] == _BREAK
        named = word[0].isupper() and not begins
        if word != _BREAK and not named and not word[0].isdigit() and word.casefold() not in FUNCTION_WORDS:
            yield place


_SINGLE = re.compile(r"(?<!\w)'(?=\w)[^']{1,600}(?:'\w[^']{0,600}){0,20}[,.?!…]'(?!\w)")
_DOUBLE = re.compile(r'"[^"]*"')
_MARK = re.compile(r'(?P<opens>(?<![^\s(\[\'—–-])"(?=\S))|"')


def _unquoted(text: str, open_: bool) -> tuple[str, bool]:
    """A plain text with a break for each quotation, and whether one is left open; `open_`: it begins within one."""
    first = _MARK.search(text)
    if first and (open_ or text.count('"') % 2):
        open_ = not first["opens"]
    text = f'"{text}' if open_ else text
    left_open = text.count('"') % 2 == 1
    text = f'{text}"' if left_open else text
    return _SINGLE.sub(_BREAK, _DOUBLE.sub(_BREAK, text)), left_open
