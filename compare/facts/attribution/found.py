"""The attributions of one sentence, by their cue words, before their content is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.facts.attribution.by_phrase import phrase_at
from compare.facts.attribution.by_verb import verb_at
from compare.facts.attribution.nesting import is_apart, is_nested, settled, tells_all
from compare.facts.attribution.phrases import headline_speaker
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.shapes import Found
from compare.facts.attribution.verbs import VERBS


def find(sentence: Sentence) -> list[Found]:
    """The attributions of a sentence, in order, those nested in another's words left out."""
    kept: list[Found] = []
    label = headline_speaker(sentence)
    if label:
        first, end, colon = label
        kept.append(Found(first, colon + 1, (first, end), (colon, colon + 1), "after", "clause", colon + 1, "phrase"))
    for found in _candidates(sentence):
        if kept and found.first < kept[-1].end:
            if found.source != kept[-1].source or found.cue[0] < kept[-1].end:
                continue
            found = replace(found, first=found.cue[0], way="elided")
        one = settled(sentence, found, kept)
        if one and tells_all(sentence, one):
            kept = [
                earlier
                for earlier in kept
                if (earlier.side == "around" and earlier.kind == "nothing") or is_apart(sentence, earlier, one)
            ]
        if one and not (kept and is_nested(sentence, one, kept[-1])):
            kept.append(one)
    return kept


def _candidates(sentence: Sentence) -> Iterator[Found]:
    for at in range(len(sentence)):
        if sentence.quoted[at] >= 0:
            continue
        found = verb_at(sentence, at) if sentence[at].low in VERBS else None
        found = found or phrase_at(sentence, at)
        if found:
            yield found
