"""Text -> tokens, each with what its letters and the characters before it say about names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compare.countries import adjectives, capitals, countries, peoples
from compare.facts.names.bodies import GROUPS, KNOWN_ORGANISATIONS, KNOWN_PLACES
from compare.facts.names.ordinary import PREFIXES, SUFFIXES
from compare.model import NameSort

_DOTTED = (
    "Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Prof|St|Ste|Hon|Fr|Sr|Jr|Pres|Supt|Det|Cpl|Pvt|Cmdr|"
    "Brig|Insp|Atty|Inc|Corp|Co|Ltd|Bros|Messrs|Mt|Ft|Del"
)
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?|(?:{_DOTTED})\.(?=\s)|[A-Z]\.(?=\s*[A-Z])"
    r"|\d[\d.,]{0,30}\d(?!\w)|\w+(?:['’&-]\w+)*"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:d|m|ve|ll|re))$")
_ARABIC = re.compile(r"^(?:al|el|ul|ad|as|an|ar|ash|at|az|bin|ben|abu|d|l)[-'’](?=[^\W\d_])", re.IGNORECASE)
_QUOTE = frozenset("\"'“‘«„‚")
_ENDS = frozenset(".!?:;•")


class Token(NamedTuple):
    """A word of a text, without possessive and contraction."""

    start: int
    end: int
    text: str
    low: str
    """In lower case, with straight apostrophes and without a last full stop."""
    cap: bool
    """Whether its letters may make it a name."""
    owns: bool
    """Whether a possessive ending follows."""
    opens: bool
    """Whether a sentence or quotation begins here, so that its capital says nothing."""
    gap: str
    """What lies between it and the token before: " ", a mark such as "," or "&", or "" within a hyphened word."""


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order. Example: "Iran's EU-led talks" -> Iran (owns), EU, led, talks."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        for start, written in _parts(match.start(), match[0]):
            gap = _gap(text, end, start)
            token = _token(start, written, gap, _opens(text, end, start, gap, found))
            found.append(token)
            end = start + len(written)
    return [_owning(text, token) for token in found]


def _owning(text: str, token: Token) -> Token:
    """Quills' : an apostrophe after the s of a plural."""
    plural = token.cap and not token.owns and token.low.endswith("s")
    after = text[token.end : token.end + 2] if plural else ""
    return token._replace(owns=True) if after in ("' ", "’ ") else token


def _parts(start: int, written: str) -> Iterator[tuple[int, str]]:
    """A hyphened word, cut where a name ends in it: "US-led", "pro-Iranian", "Israel-Hamas"."""
    if "-" not in written:
        yield start, written
        return
    pieces = written.split("-")
    if len(pieces) > 6 or not _is_cut(written, pieces):
        yield start, written
        return
    for piece in pieces:
        if piece:
            yield start, piece
        start += len(piece) + 1


def _is_cut(written: str, pieces: list[str]) -> bool:
    if sort_known(low_of(written)):
        return False
    if pieces[0] in PREFIXES or pieces[0] in ("Then", "Ex"):
        return True
    if pieces[-1].islower() and (pieces[-1] in SUFFIXES or sort_known(low_of(pieces[0])) or pieces[0].isupper()):
        return True
    return all(sort_known(low_of(piece)) or (len(piece) > 1 and piece.isupper()) for piece in pieces)


def _token(start: int, written: str, gap: str, opens: bool) -> Token:
    owns = bool(_POSSESSIVE.search(written)) and low_of(written) not in KNOWN_ORGANISATIONS
    word = _CONTRACTION.sub("", written[:-2] if owns else written) or written
    return Token(start, start + len(word), word, low_of(word), _is_cap(word), owns, opens, gap)


@lru_cache(maxsize=16384)
def _is_cap(word: str) -> bool:
    if word[0].isupper():
        return True
    if len(word) > 2 and word[1].isupper() and word[0].islower():  # iPhone, eBay
        return True
    tail = _ARABIC.sub("", word)
    return tail != word and tail[0].isupper()


def _gap(text: str, end: int, start: int) -> str:
    between = text[end:start] if start - end < 12 else text[end : end + 12] + "…"
    if between == "-":
        return ""
    return " " if between and between.isspace() else between.strip()


def _opens(text: str, end: int, start: int, gap: str, before: list[Token]) -> bool:
    if not before:
        return not any(char.isalnum() for char in text[max(0, start - 9) : start])
    if gap in (" ", "", ","):
        return False
    last = gap[-1]
    if (last in _QUOTE and text[start - 1] in _QUOTE) or last in "-–—":
        return True
    return any(char in _ENDS for char in gap) or (before[-1].text.endswith(".") and gap == "\n")


@lru_cache(maxsize=16384)
def low_of(word: str) -> str:
    """Lower case, straight apostrophes, no full stops."""
    return word.lower().replace("’", "'").replace(".", "")


@lru_cache(maxsize=16384)
def normal(word: str) -> str:
    """A word as names are compared: "Al-Ésad’s" -> "esad", "U.S." -> "us", "O'Brien" -> "obrien"."""
    word = _POSSESSIVE.sub("", word)
    if len(word) > 4:
        word = _ARABIC.sub("", word)
    word = unicodedata.normalize("NFKD", word.lower().translate(_PLAIN))
    return "".join(char for char in word if char.isalnum() or char in "-&").strip("-&")


_PLAIN = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


@lru_cache(maxsize=16384)
def sort_known(low: str) -> NameSort | None:
    """What a form in lower case is known to name, by the closed lists; None where they do not have it."""
    if low in peoples() or low in GROUPS:
        return "people"
    if low in countries() or low in capitals() or low in KNOWN_PLACES:
        return "place"
    return "organisation" if low in KNOWN_ORGANISATIONS else None


def singular_people(low: str) -> str:
    """ "finns" -> "finnish", "republicans" -> "republican"."""
    return adjectives().get(low) or GROUPS.get(low) or low
