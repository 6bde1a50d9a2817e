"""None of a thing: "no one was killed", "nobody died", "none of the passengers were hurt", "no casualties"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.quantities.fate_words import COUNTS, DONE, STATES
from compare.facts.quantities.people import singular
from compare.facts.tokens import MARKS, Sentence
from compare.model import Quantity, Span

_COUNTS = frozenset(
    """deaths death fatalities fatality casualties casualty injuries injury arrests arrest detentions
    evacuations abductions kidnappings""".split()
)
_BETWEEN = frozenset(
    """reports report of any immediate known reported confirmed further other new more serious major civilian or and
    american loss""".split()
)
_AUXILIARIES = frozenset(
    """was were is are has have had been be being reported confirmed known to also yet reportedly believed
    seriously badly
    on board aboard in the from of us them those people passengers crew""".split()
)
_REACH = 12  # tokens after "none" or "no one" in which what did not befall them is looked for


def read_zeros(sentence: Sentence) -> Iterator[Quantity]:
    """Every zero of what may befall people; of anything else nobody counts the absence."""
    words = sentence.words
    for index, word in enumerate(words):
        if word in ("nobody", "none") or (word == "one" and words[index - 1 : index] == ["no"]):
            first = index - (word == "one")
            if found := _befell_nobody(sentence, index, nobody=word != "none"):
                yield _zero(sentence, first, *found)
        elif word in ("no", "without", "zero") and (found := _no_count(sentence, index)):
            yield _zero(sentence, index, *found)


def _zero(sentence: Sentence, first: int, fate: str, after: int) -> Quantity:
    return Quantity(Span(sentence.spans[first][0], sentence.spans[after - 1][1]), 0.0, 0.0, fate)


def _befell_nobody(sentence: Sentence, index: int, nobody: bool) -> tuple[str, int] | None:
    """ "was killed", "of the passengers were hurt": the fate and the token after."""
    through = not nobody and sentence.word(index + 1) == "of"
    for at in range(index + 1, min(index + _REACH, len(sentence.words))):
        word = sentence.words[at]
        fate = DONE.get(word) or STATES.get(word)
        if fate:
            active = word in DONE and sentence.words[at - 1] not in _AUXILIARIES
            return None if active else (fate, at + 1)
        if word in ("was", "were", "has", "have", "had", "is", "are"):
            through = False
        elif word in MARKS or not (through or word in _AUXILIARIES or word.endswith("ly") or word == "else"):
            return None
    return None


def _no_count(sentence: Sentence, index: int) -> tuple[str, int] | None:
    for at in range(index + 1, min(index + 6, len(sentence.words))):
        word = sentence.words[at]
        if word in _COUNTS:
            head = singular(word)
            return ("casualty" if head == "casualty" else COUNTS[word]), at + 1
        if word not in _BETWEEN:
            return None
    return None
