"""Another name in the same words: "it was Washington / Tehran that walked out"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from compare.countries import capitals, countries, peoples
from compare.model import Claim, Name
from compare.relate.findings.finding import Finding, told
from compare.relate.findings.likeness import matter
from compare.relate.findings.terms import terms
from compare.wording import stem, words

_FRAME = 2  # words in a row, both before and after, that must be the same for a name to have been exchanged


def actors(left: Claim, right: Claim) -> Iterator[Finding]:
    """A name on either side, in the same place of the same words, for what is not the same actor."""
    for a in _spoken_of(left, right):
        for b in _spoken_of(right, left):
            if (
                _is_variant(a, b)
                or {a.sort, b.sort} == {"people", "place"}
                or not (_same_frame(left, a, right, b) or _same_but_for(left, a, right, b))
            ):
                continue
            yield Finding(name_code(left, a, right, b), told(left, a.span, right, b.span), 1.0, a.span, b.span)


def name_code(left: Claim, a: Name, right: Claim, b: Name) -> str:
    """The code of two names that clash: where it happened, or who did it ("Tehran walked out")."""
    return "other place" if _is_where(left, a) and _is_where(right, b) else "other name"


def _is_where(claim: Claim, name: Name) -> bool:
    return bool(_WHERE.search(claim.text[: name.span.start - claim.start]))


_WHERE = re.compile(r"\b(?:in|at|near|outside|inside|from|to|towards|around|into|across|through)\s+(?:the\s+)?$", re.I)


def _same_but_for(left: Claim, a: Name, right: Claim, b: Name) -> bool:
    ours = matter(left, a.span)
    return len(ours) > 1 and ours == matter(right, b.span)


def _spoken_of(claim: Claim, other: Claim) -> list[Name]:
    """Names of a claim that the other claim does not have, those of its speakers left out."""
    there = {term.stem for term in terms(other.text)} | {word for name in other.names() for word in name.words}
    speaking = [speech.source or speech.span for speech in claim.speeches()]
    return [
        name
        for name in claim.names()
        if name.sort != "role"
        and not there & {*name.words, *(stem(word) for word in name.words)}
        and not any(span.meet(name.span) for span in speaking)
    ]


def _is_variant(a: Name, b: Name) -> bool:
    """One actor under two names: joined over all articles, or one begins with the other, or is its initials."""
    if (a.actor is not None and a.actor == b.actor) or are_of_one_land(a, b):
        return True
    short, long = sorted((a.words, b.words), key=lambda words: len("".join(words)))
    initials = "".join(word[0] for word in long)
    return "".join(short) == initials or any(x.startswith(y) or y.startswith(x) for x in short for y in long)


def are_of_one_land(a: Name, b: Name) -> bool:
    """Beijing for China: a capital may stand for its country, and a people for its own."""
    lands = [_land(name) for name in (a, b)]
    return lands[0] is not None and lands[0] == lands[1]


def _land(name: Name) -> str | None:
    form = " ".join(name.words)
    return next((table[form] for table in (countries(), capitals(), peoples()) if form in table), None)


def _same_frame(left: Claim, a: Name, right: Claim, b: Name) -> bool:
    before_a, after_a = left.text[: a.span.start - left.start], left.text[a.span.end - left.start :]
    before_b, after_b = right.text[: b.span.start - right.start], right.text[b.span.end - right.start :]
    before = _common(reversed(words(before_a)), reversed(words(before_b)))
    return before >= _FRAME and _common(words(after_a), words(after_b)) >= _FRAME


def _common(a: Iterable[str], b: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
