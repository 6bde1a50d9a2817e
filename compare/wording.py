"""The normal form of words, for whatever compares them; the report shows the original.

Standard library only; any stage may use it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Bounded, so that a text full of openings without an end costs no quadratic time.
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w`])([*_]{1,3}|~~|`{1,3})(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)", re.DOTALL)
_SPACE = re.compile(r"\s+(?:>\s+)*")
_WORD = re.compile(r"\d[\d.,]*\d|\w+(?:['’]\w+)*")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‚": "'"})

# Words that carry no matter of their own: articles, pronouns, auxiliaries, prepositions, reporting verbs.
FUNCTION_WORDS = frozenset(
    """a an the this that these those he she it they we i you him her them us me his its their our my your who whom
    whose which what when where why how and or but nor so yet if than then as at by for from in into of off on onto
    out over to up with within without about after again against all also am are aren't be been before being below
    between both can could did do does doing down during each few further had has have having here is it's just may
    might more most much must no not now once only other own same shall should some such there through too under
    until very was were will would while said say says told added according mr mrs ms dr s t""".split()
)


@lru_cache(maxsize=8192)
def is_latin(text: str) -> bool:
    """Whether at least half of the letters are of the Latin script; the first 4,000 code points tell."""
    letters = [char for char in text[:4000] if char.isalpha()]
    latin = sum(1 for char in letters if char.isascii() or unicodedata.name(char, "").startswith("LATIN"))
    return 2 * latin >= len(letters)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Mark-up, line breaks and typographic quotes taken away: `*So* it\\n> goes` -> `So it goes`."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    return _SPACE.sub(" ", text).strip()


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order: `Don't, 1,200 men` -> (don't, 1,200, men)."""
    return tuple(_WORD.findall(plain(text).casefold()))


@lru_cache(maxsize=65536)
def content(text: str) -> tuple[str, ...]:
    """The stems of the words that carry matter, in order."""
    return tuple(stem(word) for word in words(text) if word not in FUNCTION_WORDS)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough English stem, for counting shared words: talks -> talk, ended -> end, cities -> city.

    Strips the plural, past and participle endings of Porter's steps 1a and 1b (Porter 1980), and possessives.
    """
    word = re.sub(r"'s?$", "", word)
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2 and re.search("[aeiouy]", root):
            return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz" else root
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
