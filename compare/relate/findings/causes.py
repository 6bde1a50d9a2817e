"""What each side says it came from: "caused by a gas leak" / "blamed on saboteurs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import Claim, Span
from compare.relate.findings.finding import Finding, told
from compare.relate.findings.terms import terms

_CUE = re.compile(
    r"""\b(?:caused\ by|because\ of|due\ to|owing\ to|thanks\ to|as\ a\ result\ of|result(?:ed|s|ing)?\ from
        |stemm(?:ed|ing)\ from|triggered\ by|sparked\ by|brought\ (?:about|on)\ by|set\ off\ by|prompted\ by
        |started\ by|blam(?:ed|es|ing)\ (?:it\ )?on|attribut(?:ed|es|ing)\ (?:it\ )?to|put\ (?:it\ )?down\ to
        |the\ (?:work|fault)\ of|on\ account\ of|the\ cause\ (?:was|is|of\ \w+\ was))\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(
    r"[.,;:!?()\"“”—–]|\s(?:and|but|while|which|who|that|when|after|before|said|says|according|rather|not)\s"
)
_NO_CAUSE = re.compile(r"\b(?:not|never|n['’]t|nothing|no|neither)\b[^.;,]{0,20}$", re.IGNORECASE)
_REACH = 100  # code points after a cue in which its cause is told


def causes(left: Claim, right: Claim) -> Iterator[Finding]:
    """Each side names a cause: the same, or one that shares no word with the other."""
    for a in _causes(left):
        for b in _causes(right):
            ours, theirs = _stems(left, a), _stems(right, b)
            if ours and theirs:
                code = "same cause" if ours & theirs else "other cause"
                yield Finding(code, told(left, a, right, b), 1.0, a, b)


def _stems(claim: Claim, span: Span) -> set[str]:
    place = span.shift(-claim.start)
    return {term.stem for term in terms(claim.text) if place.holds(term.span)}


def _causes(claim: Claim) -> Iterator[Span]:
    """The stretches that name a cause, negated ones left out."""
    for match in _CUE.finditer(claim.text):
        if _NO_CAUSE.search(claim.text, max(0, match.start() - 30), match.start()):
            continue
        rest = claim.text[match.end() : match.end() + _REACH]
        end = _END.search(rest)
        length = end.start() if end else len(rest)
        if rest[:length].strip():
            yield Span(claim.start + match.end(), claim.start + match.end() + len(rest[:length].rstrip()))
