"""Two claims -> findings: what can be seen in both texts that bears on how they relate.

A finding is a code, the words it rests on, and how strongly it shows (0 to 1, or a count up to 2). What it
is worth for each relation is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from compare.model import FATES, Claim, Cue, CueKind, Name, Span, Speech
from compare.relate.loaded import LOADED
from compare.relate.opposites import are_opposites
from compare.relate.quantities import match_quantities
from compare.relate.terms import Term, terms
from compare.relate.times import compare_times
from compare.wording import is_latin, plain, stem, words

_SCOPE = 7  # words after a negation or denial that it is taken to govern
_QUANTITY_CODES = {"same": "same quantity", "compatible": "compatible quantity", "incompatible": "other quantity"}


@dataclass(frozen=True)
class Finding:
    """One thing seen in a pair of claims."""

    code: str
    detail: str
    strength: float
    left: Span | None = None
    right: Span | None = None


_CONTRASTS = frozenset({"other quantity", "other time", "negation", "denial", "opposites", "other name"})
_SHADES = frozenset({"hedge", "allegation"})
DECISIVE = frozenset({"decisive change", "decisive shade"})
"""Codes that decide by definition, whatever the single findings they rest on are worth."""
_APART = 3  # most words of matter that only one of two claims has, for them to be one sentence with one thing changed
_SAME_SENTENCE = 0.6  # share of matter in common from which two claims are one sentence with one thing changed


def findings(left: Claim, right: Claim) -> list[Finding]:
    """All findings of a pair, the strongest of each code, by code.

    A contrast counts for more the more of the words around it the two claims share: "two deputies abstained" /
    "three deputies abstained" clash; two numbers of deputies in sentences otherwise unlike need not. Where all else is
    the same, the one contrast decides, and shared wording says nothing. The rules read English: of claims in another
    script they say only whether they are the same.
    """
    if not (is_latin(left.text) and is_latin(right.text)):
        same = plain(left.text) == plain(right.text)
        return [Finding("shared wording", "100%", 1.0)] if same else []
    best: dict[str, Finding] = {}
    for rule in RULES:
        for finding in rule(left, right):
            if finding.code not in best or finding.strength > best[finding.code].strength:
                best[finding.code] = finding
    alike = _shared(left, right)
    last = _decisive(left, right, best) or Finding("shared wording", f"{alike:.0%}", alike)
    return [_in_context(one, alike) for one in sorted([*best.values(), last], key=lambda one: one.code)]


def _decisive(left: Claim, right: Claim, found: Mapping[str, Finding]) -> Finding | None:
    """The one thing changed in what is otherwise the same sentence: a contrast first, else a shade of certainty."""
    contrasts, shades = [[found[code] for code in sorted(codes & set(found))] for codes in (_CONTRASTS, _SHADES)]
    opposed = found.get("opposites", Finding("", "", 0.0))
    if "other name" not in found and not _is_same_sentence(left, right, opposed.left, opposed.right):
        return None
    for code, changes in (("decisive change", contrasts), ("decisive shade", shades)):
        if changes:
            return Finding(code, "; ".join(change.detail for change in changes), 1.0)
    return None


def _is_same_sentence(left: Claim, right: Claim, *changed: Span | None) -> bool:
    """Whether all but the changed stretches, the first in the left claim and the second in the right, is the same."""
    ours, theirs = _matter(left, *changed[:1]), _matter(right, *changed[1:])
    same, apart = len(ours & theirs), len(ours ^ theirs)
    return same > 1 and same >= _SAME_SENTENCE * (same + apart) and apart <= _APART


def _matter(claim: Claim, *changed: Span | None) -> set[str]:
    """The stems of a claim without its numbers, dates, cues and speakers, and without what was changed."""
    apart = [fact.span for fact in claim.facts if not isinstance(fact, Name)] + [span for span in changed if span]
    return {
        term.stem
        for term in terms(claim.text)
        if not any(span.start - claim.start <= term.span.start < span.end - claim.start for span in apart)
    } | {quantity.unit for quantity in claim.quantities() if quantity.unit}


def _in_context(finding: Finding, alike: float) -> Finding:
    if finding.code not in _CONTRASTS:
        return finding
    return replace(finding, strength=finding.strength * (0.5 + min(2 * alike, 1.5)))


def quantities(left: Claim, right: Claim) -> Iterator[Finding]:
    """Numbers of one kind that fit or clash.

    "five points" and "116 points" may well be told of different things: but for counts of what befell people, numbers
    clash only beside a shared word, and one of several of a kind clashes less surely.
    """
    for match in match_quantities(left.quantities(), right.quantities()):
        a, b = match.left.span.shift(-left.start), match.right.span.shift(-right.start)
        if match.verdict == "incompatible" and match.left.unit not in FATES and not _beside(left, a, right, b):
            continue
        told = f"{a.of(left.text)} / {b.of(right.text)}"
        strength = 1.0 if match.only or match.verdict != "incompatible" else _ONE_OF_SEVERAL
        yield Finding(_QUANTITY_CODES[match.verdict], told, strength, match.left.span, match.right.span)


_ONE_OF_SEVERAL = 0.5  # strength of a clash where a claim has several numbers of the kind


def _beside(left: Claim, a: Span, right: Claim, b: Span) -> bool:
    """Whether a word of matter stands near both stretches."""
    return bool(_around(left.text, a) & _around(right.text, b))


def _around(text: str, span: Span) -> set[str]:
    found = terms(text)
    before = [term.stem for term in found if term.span.end <= span.start][-_NEIGHBOURS:]
    after = [term.stem for term in found if term.span.start >= span.end][:_NEIGHBOURS]
    return {*before, *after}


_NEIGHBOURS = 3  # words of matter on either side that a number or verb is taken to belong to


def dates(left: Claim, right: Claim) -> Iterator[Finding]:
    """Times that fit, or times so close and so alike in grain that one event seems to be meant by both."""
    pairs = [(a, b, compare_times(a, b)) for a in left.whens() for b in right.whens()]
    fitting = [pair for pair in pairs if pair[2] in ("same", "compatible")]
    rival = [] if fitting else [pair for pair in pairs if pair[2] == "incompatible"]
    for a, b, _ in (fitting or rival)[:1]:
        told = f"{a.span.shift(-left.start).of(left.text)} / {b.span.shift(-right.start).of(right.text)}"
        yield Finding("same time" if fitting else "other time", told, 1.0, a.span, b.span)


def polarity(left: Claim, right: Claim) -> Iterator[Finding]:
    """One side negates or denies words that the other asserts."""
    for sense in ("negation", "denial"):
        for claim, other, flipped in ((left, right, False), (right, left, True)):
            yield from _one_sided(claim, other, sense, flipped)


def _one_sided(claim: Claim, other: Claim, sense: CueKind, flipped: bool) -> Iterator[Finding]:
    denied = {term.stem for term in terms(other.text) if _governed(other, term)}
    asserted = {term.stem: term for term in terms(other.text) if term.stem not in denied}
    for cue in claim.cues(sense):
        shared = [term for term in _scope(claim, cue) if term.stem in asserted]
        if any(not _is_named(claim, term) for term in shared):
            there = asserted[shared[0].stem].span.shift(other.start)
            told = f"{cue.span.shift(-claim.start).of(claim.text)} … {', '.join(term.word for term in shared[:3])}"
            spans = (there, cue.span) if flipped else (cue.span, there)
            yield Finding(sense, told, min(len(shared), 3) / 3, *spans)


def _is_named(claim: Claim, term: Term) -> bool:
    """Whether a term is part of a name: that both speak of one person says nothing of what is negated."""
    return any(name.span.start <= term.span.start + claim.start < name.span.end for name in claim.names())


def _scope(claim: Claim, cue: Cue) -> list[Term]:
    """The terms a cue governs: the next few, and for a denial put last ("both of which he ruled out") those before."""
    found = terms(claim.text)
    after = [term for term in found if term.span.start >= cue.span.end - claim.start][:_SCOPE]
    if len(after) > 1 or cue.sense != "denial":
        return after
    return [term for term in found if term.span.end <= cue.span.start - claim.start][-_SCOPE:]


def _governed(claim: Claim, term: Term) -> bool:
    return any(term in _scope(claim, cue) for cue in claim.cues("negation", "denial"))


def opposites(left: Claim, right: Claim) -> Iterator[Finding]:
    """Words for opposite outcomes of one thing: one on each side, on that side only, and beside a shared word."""
    ours, theirs = terms(left.text), terms(right.text)
    here, there = {term.stem for term in ours}, {term.stem for term in theirs}
    for a in ours:
        for b in theirs:
            opposed = a.stem not in there and b.stem not in here and are_opposites(a.stem, b.stem)
            if opposed and _beside(left, a.span, right, b.span):
                yield Finding(
                    "opposites", f"{a.word} / {b.word}", 1.0, a.span.shift(left.start), b.span.shift(right.start)
                )


def certainty(left: Claim, right: Claim) -> Iterator[Finding]:
    """One side hedges, alleges or foretells, the other does not.

    In a long sentence a cue that governs no word of the other claim probably speaks of another of its propositions.
    """
    for sense in ("hedge", "allegation", "forecast"):
        ours, theirs = left.cues(sense), right.cues(sense)
        if bool(ours) == bool(theirs):
            continue
        claim, other, cues = (left, right, ours) if ours else (right, left, theirs)
        cue = max(cues, key=lambda cue: _bears_on(claim, cue, other))
        spans = (cue.span, None) if ours else (None, cue.span)
        yield Finding(sense, cue.span.shift(-claim.start).of(claim.text), _bears_on(claim, cue, other), *spans)


_PLAIN_SENTENCE = 15  # words up to which a cue is taken to govern the whole sentence


def _bears_on(claim: Claim, cue: Cue, other: Claim) -> float:
    known = {term.stem for term in terms(other.text)}
    if any(term.stem in known for term in _scope(claim, cue)):
        return 1.0
    return min(_PLAIN_SENTENCE / len(words(claim.text)), 1.0)


def loaded_words(left: Claim, right: Claim) -> Iterator[Finding]:
    """Praise or blame in the words of one side that the other does not use."""
    ours, theirs = _loaded(left), _loaded(right)
    only_left = [term for term in ours if term.stem not in {other.stem for other in theirs}]
    only_right = [term for term in theirs if term.stem not in {other.stem for other in ours}]
    if only_left or only_right:
        detail = " / ".join(", ".join(term.word for term in side[:2]) or "–" for side in (only_left, only_right))
        yield Finding(
            "loaded words",
            detail,
            min(len(only_left) + len(only_right), 2),
            only_left[0].span.shift(left.start) if only_left else None,
            only_right[0].span.shift(right.start) if only_right else None,
        )


def _loaded(claim: Claim) -> list[Term]:
    """Loaded words outside names: the "National Council of Resistance" is called so by everybody."""
    return [term for term in terms(claim.text) if term.stem in LOADED and not _is_named(claim, term)]


def actors(left: Claim, right: Claim) -> Iterator[Finding]:
    """Another name in the same words: "it was Washington / Tehran that walked out"."""
    for a in _spoken_of(left, right):
        for b in _spoken_of(right, left):
            if _is_variant(a, b) or not (_same_frame(left, a, right, b) or _same_but_for(left, a, right, b)):
                continue
            told = f"{a.span.shift(-left.start).of(left.text)} / {b.span.shift(-right.start).of(right.text)}"
            yield Finding("other name", told, 1.0, a.span, b.span)


def _same_but_for(left: Claim, a: Name, right: Claim, b: Name) -> bool:
    ours = _matter(left, a.span)
    return len(ours) > 1 and ours == _matter(right, b.span)


def _spoken_of(claim: Claim, other: Claim) -> list[Name]:
    """Names of a claim that the other claim does not have, those of its speakers left out."""
    there = {term.stem for term in terms(other.text)} | {word for name in other.names() for word in name.words}
    speakers = [fact.span for fact in claim.facts if isinstance(fact, Speech)]
    return [
        name
        for name in claim.names()
        if not there & {*name.words, *(stem(word) for word in name.words)}
        and not any(span.start < name.span.end and name.span.start < span.end for span in speakers)
    ]


def _is_variant(a: Name, b: Name) -> bool:
    """ "Tenn." and "Tennessee", "EU" and "European Union": one begins with the other, or is its initials."""
    short, long = sorted((a.words, b.words), key=lambda words: len("".join(words)))
    initials = "".join(word[0] for word in long)
    return "".join(short) == initials or any(x.startswith(y) or y.startswith(x) for x in short for y in long)


_FRAME = 2  # words in a row, both before and after, that must be the same for a name to have been exchanged


def _same_frame(left: Claim, a: Name, right: Claim, b: Name) -> bool:
    before_a, after_a = left.text[: a.span.start - left.start], left.text[a.span.end - left.start :]
    before_b, after_b = right.text[: b.span.start - right.start], right.text[b.span.end - right.start :]
    before = _common(reversed(words(before_a)), reversed(words(before_b)))
    return before >= _FRAME and _common(words(after_a), words(after_b)) >= _FRAME


def _common(a: Iterable[str], b: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _shared(left: Claim, right: Claim) -> float:
    """Share of the terms of the shorter claim that the other has, names left out."""
    named = {word for claim in (left, right) for name in claim.names() for word in name.words}
    ours = {term.stem for term in terms(left.text)} - named
    theirs = {term.stem for term in terms(right.text)} - named
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


RULES: tuple[Callable[[Claim, Claim], Iterator[Finding]], ...] = (
    quantities,
    dates,
    polarity,
    opposites,
    certainty,
    loaded_words,
    actors,
)
