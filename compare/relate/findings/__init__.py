"""Two claims -> findings: what can be seen in both texts that bears on how they relate.

A finding is a code, the words it rests on, and how strongly it shows. What it is worth for each relation is not
decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from compare.model import Claim
from compare.relate.findings.actors import actors
from compare.relate.findings.amounts import quantities, times
from compare.relate.findings.causes import causes
from compare.relate.findings.certainty import certainty, loaded_words
from compare.relate.findings.finding import Finding
from compare.relate.findings.likeness import is_same_sentence, shared
from compare.relate.findings.polarity import opposites, polarity
from compare.relate.findings.swaps import exchanged
from compare.relate.findings.voices import quotations, voices
from compare.wording import is_latin, plain, words

__all__ = ["DECISIVE", "RULES", "Finding", "findings"]

RULES: tuple[Callable[[Claim, Claim], Iterator[Finding]], ...] = (
    exchanged,
    quantities,
    times,
    polarity,
    opposites,
    certainty,
    loaded_words,
    actors,
    causes,
    voices,
    quotations,
)
_NAMES = frozenset({"other name", "other place"})
_CONTRASTS = frozenset(
    {"other quantity", "other toll", "other time", "negation", "denial", "failure", "opposites", "other cause"} | _NAMES
)
_SHADES = frozenset({"hedge", "allegation", "condition"})
DECISIVE = frozenset({"decisive change", "decisive shade"})
"""Codes that decide by definition, whatever the single findings they rest on are worth."""


def findings(left: Claim, right: Claim) -> list[Finding]:
    """All findings of a pair, the strongest of each code, by code.

    A contrast counts for more the more of the words around it the two claims share: "two deputies abstained" /
    "three deputies abstained" clash; two numbers of deputies in sentences otherwise unlike need not. Where all else is
    the same, the one contrast decides, and shared wording says nothing. The rules read English: of claims in another
    script, and of what is too long for a sentence, they say only whether they are the same.
    """
    if plain(left.text) == plain(right.text):
        return [Finding("shared wording", "100%", 1.0)]
    if not (is_latin(left.text) and is_latin(right.text)) or max(map(_length, (left, right))) > _MOST_WORDS:
        return []
    found = {rule: list(rule(left, right)) for rule in RULES}
    best: dict[str, Finding] = {}
    for finding in chain.from_iterable(found.values()):
        if finding.code not in best or finding.strength > best[finding.code].strength:
            best[finding.code] = finding
    alike = shared(left, right)
    last = _decisive(left, right, best, found[exchanged]) or Finding("shared wording", f"{alike:.0%}", alike)
    return [_in_context(one, alike) for one in sorted([*best.values(), last], key=lambda one: one.code)]


def _length(claim: Claim) -> int:
    return len(words(claim.text))


_MOST_WORDS = 250  # a longer claim is no sentence but a table or a list that lost its lines: nothing is said of it


def _decisive(left: Claim, right: Claim, found: Mapping[str, Finding], swaps: Sequence[Finding]) -> Finding | None:
    """The one thing changed in what is otherwise the same sentence: a contrast first, else a shade of certainty."""
    contrasts, shades = [[found[code] for code in sorted(codes & set(found))] for codes in (_CONTRASTS, _SHADES)]
    opposed = found.get("opposites", Finding("", "", 0.0))
    if not swaps and not _NAMES & set(found) and not is_same_sentence(left, right, opposed.left, opposed.right):
        return None
    for code, changes in (("decisive change", contrasts), ("decisive shade", shades)):
        if changes:
            return Finding(code, "; ".join(change.detail for change in changes), 1.0)
    return None


def _in_context(finding: Finding, alike: float) -> Finding:
    if finding.code not in _CONTRASTS:
        return finding
    return replace(finding, strength=finding.strength * (0.5 + min(2 * alike, 1.5)))
