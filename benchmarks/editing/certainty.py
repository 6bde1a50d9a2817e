"""Edits of how surely: a hedge or an allegation put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.editing.edit import Kind, Maker, Sentence, replaced
from benchmarks.editing.verbs import PARTICIPLE, clause

_SURE = re.compile(
    r"\b(?:may|might|could|would|alleg\w+|report\w*|apparent\w*|possib\w+|likely|not?|nobody|never|reject\w*|den(?:y|ied|ies)|probabl\w+|said|says|claim\w*|suspected|if|perhaps|expected)\b|\?",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?P<be>was|were)\ (?=[a-z]+ed\b)")


def _doubted(sentence: Sentence, put: str, passive: str) -> Iterator[str]:
    if _SURE.search(sentence.text):
        return
    match = clause(sentence.text)
    if match:
        yield replaced(match, put.format(past=match["verb"], done=PARTICIPLE[match["verb"]]), "verb")
    passives = list(_DONE.finditer(sentence.text))
    if len(passives) == 1:
        yield replaced(passives[0], passive.format(be=passives[0]["be"]))


def _maker(put: str, passive: str) -> Maker:
    def make(sentence: Sentence, rng: Random) -> Iterator[str]:
        return _doubted(sentence, put, passive)

    return make


def _kind(name: str, make: Maker) -> Kind:
    return Kind(name, "certainty", "differ", frozenset({"certainty"}), make)


KINDS = (
    _kind("may have", _maker("may have {done}", "may have been ")),
    _kind("allegedly", _maker("allegedly {past}", "{be} allegedly ")),
    _kind("reportedly", _maker("reportedly {past}", "{be} reportedly ")),
)
