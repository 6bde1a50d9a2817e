"""What stands in the same place of what is otherwise one sentence.

In a sentence taken over, each figure, time and name has its counterpart where it stands: no other figure of the kind
elsewhere in the sentence can make up for one that was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from compare.model import Claim, Cue, Fact, Name, Quantity, Span, When
from compare.relate.findings.actors import are_of_one_land, name_code
from compare.relate.findings.amounts import are_of_other_times, clash_of, is_day_of_speech
from compare.relate.findings.finding import Finding, at, told
from compare.relate.findings.polarity import is_turned_too, scope
from compare.relate.findings.terms import terms
from compare.relate.parties import are_other_parties
from compare.relate.quantities import compare_quantities
from compare.relate.times import compare_times
from compare.wording import FUNCTION_WORDS, stem, words

_TAKEN_OVER = 0.7
"""Share of the words, in order, from which a claim is another taken over (Levenshtein similarity)."""
_WORD = re.compile(r"\d[\d.,:]*\d|\w+(?:['’]\w+)*|[%$€£°]")


_KINDS: tuple[type[Quantity | When | Name], ...] = (Quantity, When, Name)


@dataclass(frozen=True)
class Swap:
    """Two stretches that stand in the same place, each in its article; None where nothing stands there."""

    left: Span | None
    right: Span | None


def swaps(left: Claim, right: Claim) -> list[Swap]:
    """What was replaced, put in or left out, in order; nothing where one claim is not the other taken over.

    Example: "Two deputies left the hall." / "Three deputies left the hall." -> "Two" / "Three".
    """
    ours, theirs = list(_WORD.finditer(left.text)), list(_WORD.finditer(right.text))
    if not ours or not theirs:
        return []
    a, b = (tuple(match[0].casefold() for match in side) for side in (ours, theirs))
    if Levenshtein.normalized_similarity(a, b, score_cutoff=_TAKEN_OVER) < _TAKEN_OVER:
        return []
    return [Swap(_stretch(left, ours[i:j]), _stretch(right, theirs[k:m])) for i, j, k, m in _aligned(a, b)]


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[tuple[int, int, int, int]]:
    """What was replaced, the same in either order: of several alignments that of the first text in the alphabet."""
    if a <= b:
        yield from _replaced(a, b)
    else:
        yield from ((i, j, k, m) for k, m, i, j in _replaced(b, a))


def _replaced(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Neighbouring edits as one: [i, j) of a became [k, m) of b."""
    start: tuple[int, int] | None = None
    for step in Levenshtein.opcodes(a, b):
        if step.tag != "equal":
            start = start or (step.src_start, step.dest_start)
        elif start:
            yield start[0], step.src_start, start[1], step.dest_start
            start = None
    if start:
        yield start[0], len(a), start[1], len(b)


def _stretch(claim: Claim, matches: Sequence[re.Match[str]]) -> Span | None:
    if not matches:
        return None
    return Span(claim.start + matches[0].start(), claim.start + matches[-1].end())


def exchanged(left: Claim, right: Claim) -> Iterator[Finding]:
    """What was changed in a sentence taken over: a figure, time, name or party for another, a "not" put in or left out.

    Example: "Two deputies left." / "Three deputies did not leave." -> other quantity, negation.
    """
    for swap in swaps(left, right):
        for a, b in _counterparts(left, right, swap):
            code = _clash(left, a, right, b)
            if code:
                yield Finding(code, told(left, a.span, right, b.span), 1.0, a.span, b.span)
        yield from _other_party(left, right, swap)
        yield from _turned(left, right, swap)


def _other_party(left: Claim, right: Claim, swap: Swap) -> Iterator[Finding]:
    """ "The union" / "The company": one noun for who acts exchanged for another."""
    a, b = swap.left, swap.right
    if a is None or b is None or _speaks(left, a) or _speaks(right, b):
        return
    if are_other_parties(at(left, a), at(right, b)):
        yield Finding("other name", told(left, a, right, b), 1.0, a, b)


def _speaks(claim: Claim, span: Span) -> bool:
    """Whether a stretch tells who is quoted. Who ruled out, admitted or demanded is part of what is told."""
    return any(
        speech.span.meet(span)
        for speech in claim.speeches()
        if speech.cue is None or _SAYING & set(words(at(claim, speech.cue)))
    )


_SAYING = frozenset(
    """said say says saying told tell tells added adds according stated states noted notes explained explains reported
    reports wrote writes remarked announced""".split()
)


def _turned(left: Claim, right: Claim, swap: Swap) -> Iterator[Finding]:
    """A "not", a denial or a failure that was put into a sentence, or left out."""
    for claim, stretch, other, flipped in ((left, swap.left, right, False), (right, swap.right, left, True)):
        for cue in _turning(claim, stretch):
            there = swap.left if flipped else swap.right
            if is_turned_too(claim, cue, other) or (there is not None and _cues_at(other, there)):
                continue  # "was not" / "wasn't", "denied opening fire" / "had not opened fire"
            there = there or _turned_word(claim, cue, other)
            if there is not None:
                spans = (there, cue.span) if flipped else (cue.span, there)
                yield Finding(cue.sense, f"{at(claim, cue.span)} … {at(other, there)}", 1.0, *spans)


def _turned_word(claim: Claim, cue: Cue, other: Claim) -> Span | None:
    """The first word that the cue governs, where it stands in the other claim."""
    known = {term.stem: term.span.shift(other.start) for term in reversed(terms(other.text))}
    return next((known[term.stem] for term in scope(claim, cue) if term.stem in known), None)


def _turning(claim: Claim, stretch: Span | None) -> list[Cue]:
    """The cue that was exchanged: a longer stretch is a clause put in or left out, with a cue of its own."""
    if stretch is None or len(at(claim, stretch).split()) > _FEW_WORDS:
        return []
    found = [cue for cue in _cues_at(claim, stretch) if stretch.holds(cue.span) or cue.span.holds(stretch)]
    return found if len(found) == 1 else []


def _cues_at(claim: Claim, stretch: Span) -> list[Cue]:
    return [cue for cue in claim.cues("negation", "denial", "failure") if cue.span.meet(stretch)]


_FEW_WORDS = 4  # "did not" and a verb, "denied that"


def _counterparts(left: Claim, right: Claim, swap: Swap) -> Iterator[tuple[Fact, Fact]]:
    """Facts of one kind that the two stretches touch, in order, where both have as many."""
    for kind in _KINDS:
        ours, theirs = (_touched(claim, kind, part) for claim, part in ((left, swap.left), (right, swap.right)))
        if len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)


def _touched(claim: Claim, kind: type[Quantity | When | Name], stretch: Span | None) -> list[Fact]:
    """The facts of a kind that a stretch touches, in order."""
    if stretch is None:
        return []
    facts = [fact for fact in claim.facts if isinstance(fact, kind) and fact.span.meet(stretch)]
    # Who is quoted for it, and on which day they spoke, is no part of what is told.
    if kind is When:
        return [fact for fact in facts if not is_day_of_speech(claim, fact.span)]
    return [fact for fact in facts if kind is Quantity or not _speaks(claim, fact.span)]


def _clash(left: Claim, a: Fact, right: Claim, b: Fact) -> str | None:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return clash_of(a) if _other_quantity(a, b) and not are_of_other_times(left, a, right, b) else None
    if isinstance(a, When) and isinstance(b, When):
        return "other time" if _other_time(a, b) else None
    if isinstance(a, Name) and isinstance(b, Name) and _other_name(a, b):
        return name_code(left, a, right, b)
    return None


def _other_quantity(a: Quantity, b: Quantity) -> bool:
    verdict = compare_quantities(a, b)
    if verdict == "not comparable" and a.sense == b.sense and not (a.unit and b.unit):
        # What is counted was not read alike, yet it stands in the same place of the same words.
        verdict = compare_quantities(_bare(a), _bare(b))
    return verdict == "incompatible"


def _bare(quantity: Quantity) -> Quantity:
    return replace(quantity, unit="thing", of="", per="")


def _other_time(a: When, b: When) -> bool:
    """In the same place of the same words two times are told of one thing, however far apart they lie."""
    if a.bound != b.bound:
        return False
    verdict = compare_times(replace(a, bound="at"), replace(b, bound="at"))
    if verdict == "compatible" and _barely_meet(a, b):
        return True
    known = (a.first is not None and b.first is not None) or (a.month is not None and b.month is not None)
    return verdict == "incompatible" or (verdict == "not comparable" and known)


def _barely_meet(a: When, b: When) -> bool:
    """ "Tuesday afternoon" / "Tuesday night": parts of a day that have blurred ends in common."""
    if a.opens is None or a.closes is None or b.opens is None or b.closes is None:
        return False
    both = min(a.closes, b.closes) - max(a.opens, b.opens)
    return both < _BLUR * min(a.closes - a.opens, b.closes - b.opens)


_BLUR = 0.2  # share of the shorter part of a day


def _other_name(a: Name, b: Name) -> bool:
    """Two names of one sort and no word in common, not joined as one actor: an office and a person may be one."""
    if a.sort != b.sort or (a.actor is not None and a.actor == b.actor):
        return False
    if a.sort == "role":
        return bool(a.words and b.words) and are_other_parties(a.words[-1], b.words[-1])
    ours, theirs = ({stem(word) for word in name.words} - FUNCTION_WORDS for name in (a, b))
    return not ours & theirs and not are_of_one_land(a, b)
