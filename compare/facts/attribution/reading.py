"""One sentence -> its attributions, and the voice after it."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.facts.attribution.contents import contents, manner_of, spans
from compare.facts.attribution.doers import main_subject
from compare.facts.attribution.found import find
from compare.facts.attribution.quotes import Quotation, read_quotes
from compare.facts.attribution.scan import Sentence, tokenise
from compare.facts.attribution.shapes import Found
from compare.facts.attribution.voice import MOST_QUOTED, Voice, meant, named, written
from compare.facts.attribution.words import PRONOUNS
from compare.model import Span, Speech

_POSSESSIVE = frozenset({"his", "her", "their"})
_LEAST_QUOTED = 3
"""Words that a quotation without a verb of speech needs to be taken for somebody's statement."""


def read_speech(text: str, before: Voice | None = None) -> tuple[list[Speech], Voice | None]:
    """The attributions of a sentence, in order, and the voice after it; `before` is that of the sentence before.

    Example: 'No, said Laleh Tavakoli.' -> speaker "Laleh Tavakoli", span [4, 23), content "No". A quotation that
    goes on from the sentence before, and one that stands alone after somebody spoke, have no cue.
    """
    voice = before or Voice()
    quotations, waiting = read_quotes(text, voice.waiting)
    sentence = Sentence(text, tokenise(text), quotations)
    speeches, voice = _spoken(sentence, find(sentence), voice)
    alone = _unclaimed(sentence, speeches, voice if speeches else before, waiting)
    if alone:
        speeches = sorted([*speeches, alone], key=lambda speech: speech.span)
    after = _after(sentence, speeches, voice, waiting)
    return speeches, after if after != Voice() else None


def _spoken(sentence: Sentence, found: list[Found], voice: Voice) -> tuple[list[Speech], Voice]:
    speeches = []
    subject = main_subject(sentence)
    later = named(sentence, subject, voice) if subject else voice
    for number, one in enumerate(found):
        stretches = contents(sentence, found, number)
        if not stretches and one.start < len(sentence):
            continue
        near = later if subject and one.source and subject[0] < one.source[0] and one.side != "before" else voice
        if one.source and one.side != "before" and _is_unsafe(sentence, one.source, subject):
            near = replace(near, person=None)
        speech = Speech(
            span=sentence.span(one.first, one.end),
            speaker=_speaker(sentence, one.source, near),
            source=sentence.span(*one.source) if one.source else None,
            cue=sentence.span(*one.cue),
            content=spans(sentence, stretches),
            manner=manner_of(sentence, stretches),
        )
        speeches.append(speech)
        if one.source:
            later = named(sentence, one.source, later)
    return speeches, later


def _is_unsafe(sentence: Sentence, source: tuple[int, int], subject: tuple[int, int] | None) -> bool:
    """Whether a pronoun may stand for somebody named in the same sentence who is not its subject."""
    if sentence[source[0]].low not in ("he", "she") or (subject and subject[0] < source[0]):
        return False
    names = (at for at in range(1, source[0]) if sentence.quoted[at] < 0 and sentence[at].is_capital)
    return any(sentence[at - 1].low not in ("in", "on", "at", "for") for at in names)


def _speaker(sentence: Sentence, source: tuple[int, int] | None, voice: Voice) -> str | None:
    if source is None:
        return None
    first, end = source
    low = sentence[first].low
    if end - first == 1 and low in PRONOUNS | _POSSESSIVE:
        return meant(low, voice)
    return written(sentence, source) or None


def _unclaimed(sentence: Sentence, speeches: list[Speech], voice: Voice | None, waiting: str) -> Speech | None:
    """A quotation that no verb of the sentence attributes: it goes on, or stands alone."""
    if not sentence.quotations or not sentence.tokens:
        return None
    first = sentence.quotations[0]
    if any(_covers(speech, first) for speech in speeches):
        return None
    goes_on = not first.opened or (
        voice is not None and bool(voice.waiting) and not sentence.text[: first.start].strip()
    )
    if not goes_on and not (_stands_alone(sentence, first) and not speeches):
        return None
    content = _words_of(sentence.text, first)
    known = voice is not None and (goes_on or (voice.spoke and not waiting))
    if content is None or any(content.start < one.span.end and one.span.start < content.end for one in speeches):
        return None
    return Speech(span=content, speaker=voice.speaker if voice and known else None, content=(content,), manner="direct")


def _covers(speech: Speech, quotation: Quotation) -> bool:
    return any(part.start < quotation.end and quotation.start < part.end for part in speech.content)


def _stands_alone(sentence: Sentence, quotation: Quotation) -> bool:
    """Whether a sentence is one quotation and nothing else."""
    text = sentence.text
    around = text[: quotation.start] + text[quotation.end :]
    return not re.search(r"\w", around) and len(text.split()) >= _LEAST_QUOTED


def _words_of(text: str, quotation: Quotation) -> Span | None:
    stretch = text[quotation.start : quotation.end]
    left = quotation.start + len(stretch) - len(stretch.lstrip())
    return Span(left, left + len(stretch.strip())) if re.search(r"\w", stretch) else None


def _after(sentence: Sentence, speeches: list[Speech], voice: Voice, waiting: str) -> Voice:
    """The voice that the next sentence begins with."""
    quoted = voice.quoted + 1 if waiting and voice.waiting else 0
    voice = replace(voice, waiting=waiting if quoted < MOST_QUOTED else "", quoted=quoted, spoke=bool(speeches))
    if speeches:
        return replace(voice, speaker=speeches[-1].speaker)
    return replace(voice, silent=voice.silent + 1, speaker=None if waiting else voice.speaker)
