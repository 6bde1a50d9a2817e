"""One side negates, denies or reports the failure of what the other asserts, or tells the opposite outcome."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Claim, Cue, CueKind
from compare.relate.findings.finding import Finding, at
from compare.relate.findings.likeness import beside, is_of_another
from compare.relate.findings.terms import Term, terms
from compare.relate.opposites import are_opposites

_SCOPE = 7  # words after a cue that it is taken to govern where its scope is not known
_TURNING: tuple[CueKind, ...] = ("negation", "denial", "failure")


def polarity(left: Claim, right: Claim) -> Iterator[Finding]:
    """One side negates or denies words that the other asserts."""
    for sense in _TURNING:
        yield from _one_sided(left, right, sense, flipped=False)
        yield from _one_sided(right, left, sense, flipped=True)


def _one_sided(claim: Claim, other: Claim, sense: CueKind, *, flipped: bool) -> Iterator[Finding]:
    """A cue and the words it governs that the other side asserts; what that side only alleges is not asserted.

    The larger the share of what is denied that the other side has, and if its head is among it, the surer they clash.
    """
    asserted = _asserted(other)
    conditions = [cue.scope for cue in claim.cues("condition") if cue.scope]
    for cue in claim.cues(sense):
        if any(condition.holds(cue.span) for condition in conditions) or _is_contrast(claim, cue):
            continue
        if is_turned_too(claim, cue, other):
            continue
        governed = scope(claim, cue)
        common = [term for term in governed if term.stem in asserted]
        if any(not is_named(claim, term) for term in common):
            there = asserted[common[0].stem].span.shift(other.start)
            detail = f"{at(claim, cue.span)} … {', '.join(term.word for term in common[:3])}"
            spans = (there, cue.span) if flipped else (cue.span, there)
            head = 1.0 if governed[0].stem in asserted else _HEADLESS
            few = 1.0 if sense == "denial" else min(len(common) / _FEW, 1)
            yield Finding(sense, detail, head * few * len(common) / len(governed), *spans)


def is_turned_too(claim: Claim, cue: Cue, other: Claim) -> bool:
    """Whether the other side turns a word that this cue governs: "denied opening fire" / "had not opened fire"."""
    governed = {term.stem for term in scope(claim, cue)}
    there = {term.stem for one in other.cues(*_TURNING) for term in scope(other, one)}
    return bool(governed & there)


def _is_contrast(claim: Claim, cue: Cue) -> bool:
    """ "A seat at home, not a spot at a bar": the "not" sets one thing against another and denies neither."""
    return at(claim, cue.span).lower() == "not" and claim.text[: cue.span.start - claim.start].rstrip().endswith(
        (",", "—", "–")
    )


def _asserted(claim: Claim) -> dict[str, Term]:
    """The terms that no cue turns or leaves open, and that are no part of one ("without merit")."""
    cues = claim.cues(*_TURNING, *_OPEN)
    open_here = {term.stem for cue in cues for term in scope(claim, cue)}
    cued = [cue.span.shift(-claim.start) for cue in cues]
    return {
        term.stem: term
        for term in terms(claim.text)
        if term.stem not in open_here and not any(span.meet(term.span) for span in cued)
    }


_FEW = 2  # governed words that must be shared for a negation to be sure
_OPEN: tuple[CueKind, ...] = ("allegation", "question")
_HEADLESS = 0.5  # strength where the first word governed, mostly the verb, is not shared


def is_named(claim: Claim, term: Term) -> bool:
    """Whether a term is part of a name: that both speak of one person says nothing of what is negated."""
    names = [name for name in claim.names() if name.sort != "role"]
    return any(name.span.start <= term.span.start + claim.start < name.span.end for name in names)


def scope(claim: Claim, cue: Cue) -> list[Term]:
    """The terms a cue governs: those in its scope, the next few where that is not known."""
    found = terms(claim.text)
    if cue.scope is not None:
        stretch = cue.scope.shift(-claim.start)
        own = cue.span.shift(-claim.start)
        return [term for term in found if stretch.holds(term.span) and term.span.meet(own) is None]
    return [term for term in found if term.span.start >= cue.span.end - claim.start][:_SCOPE]


def _unturned(claim: Claim) -> list[Term]:
    """The terms that nothing negates: "not changed" is no opposite of "unchanged"."""
    turned = {term.span for cue in claim.cues("negation", "failure") for term in scope(claim, cue)}
    return [term for term in terms(claim.text) if term.span not in turned]


def opposites(left: Claim, right: Claim) -> Iterator[Finding]:
    """Words for opposite outcomes of one thing: one on each side, on that side only, and beside a shared word."""
    ours, theirs = _unturned(left), _unturned(right)
    here, there = {term.stem for term in ours}, {term.stem for term in theirs}
    for a in ours:
        for b in theirs:
            if a.stem in there or b.stem in here or not are_opposites(a.stem, b.stem):
                continue
            spans = (a.span.shift(left.start), b.span.shift(right.start))
            if beside(left, spans[0], right, spans[1]) and not is_of_another(left, spans[0], right, spans[1]):
                yield Finding("opposites", f"{a.word} / {b.word}", 1.0, *spans)
