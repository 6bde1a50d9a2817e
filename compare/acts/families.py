"""Words by which outlets call one act, or one who acts, each with its colour: neutral, praising or blaming."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from compare.acts.table import TABLE

Colour = Literal["neutral", "praising", "blaming"]


class Entry(NamedTuple):
    """One word of the table."""

    family: str
    lemma: str
    """The word that all its forms are of."""
    colour: Colour


_COLOURS: tuple[Colour, ...] = ("neutral", "praising", "blaming")


@cache
def families() -> dict[str, dict[Colour, list[str]]]:
    """Family -> colour -> entries as the table writes them."""
    found: dict[str, dict[Colour, list[str]]] = {}
    for block in re.split(r"\n(?=\S)", TABLE):
        name, _, rest = block.partition("\n")
        parts = re.split(r"\s*\b(neutral|praising|blaming): ", rest)
        cells = dict(zip(parts[1::2], parts[2::2], strict=True))
        found[name] = {colour: re.split(r",\s+", cells[colour]) for colour in _COLOURS if colour in cells}
    return found


@cache
def word_forms() -> dict[str, Entry]:
    """Every form in lower case -> its entry. Where two families have one form, the first has it."""
    found: dict[str, Entry] = {}
    for family, colours in families().items():
        for colour, entries in colours.items():
            for written in entries:
                forms = [form for part in _alternatives(written) for form in _inflected(part)]
                for form in forms:
                    found.setdefault(form, Entry(family, forms[0], colour))
    return found


def _alternatives(written: str) -> Iterator[str]:
    """The forms of one entry: "take/took hostage" -> take hostage, took hostage."""
    for phrase in written.split("="):
        words = [word.split("/") for word in phrase.split()]
        for at in range(max(map(len, words))):
            yield " ".join(word[min(at, len(word) - 1)] for word in words)


def _inflected(written: str) -> list[str]:
    for mark, inflect in (("*", _verb_forms), ("+", _noun_forms)):
        if mark in written:
            before, _, after = written.partition(mark)
            head = before.split()[-1]
            return [f"{before[: len(before) - len(head)]}{form}{after}" for form in inflect(head)]
    return [written]


def _noun_forms(word: str) -> list[str]:
    return [word, f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"]


_DOUBLED = ("kidnap", "slam", "ban", "gag", "expel", "grab", "quit", "drop", "prop", "flop", "swap", "gut")
"""Endings of verbs that double their last letter."""


def _verb_forms(word: str) -> list[str]:
    """detain -> detain, detains, detained, detaining; seize -> seizing; kidnap -> kidnapped."""
    if word.endswith("e"):
        return [word, f"{word}s", f"{word}d", f"{word[:-1]}ing"]
    base = word + word[-1] if word.endswith(_DOUBLED) else word
    plural = f"{word}es" if word.endswith(("s", "x", "ch", "sh", "z")) else f"{word}s"
    return [word, plural, f"{base}ed", f"{base}ing"]
