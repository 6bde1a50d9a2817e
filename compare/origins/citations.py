"""Sentences that name a news agency as their source: "Reuters reported", "she told the Xinhua news agency"."""

from __future__ import annotations

import re
from functools import cache

from compare.model import Claim
from compare.origins.agencies import IN_TEXT, agencies, is_any_named, several

_SORT = (
    r"(?:the|an?|and|state|state-run|state-owned|official|semi-?official|private|national|recent|news|agency|wire|service"
    r"|[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30})"
)
_BEFORE = (
    r"(?i:told|tells|telling|according\sto|citing|(?:cited|quoted|reported)\sby|interview\s(?:with|to)|spoke\sto"
    r"|speaking\sto)"
)
_BETWEEN = (
    r"(?:\s(?:state\s)?(?:news|wire)\s(?:agency|service))?"
    r"(?:\s(?:(?:on\s)?[A-Z][a-z]{2,6}day|has|had|also|later|earlier|first)){0,3}"
)
_AFTER = r"(?:reported|reports|said|says|quoted|quotes|cited|wrote)"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    who = several(IN_TEXT)
    return (
        re.compile(rf"(?<!\w){_BEFORE}\s(?:{_SORT}\s){{0,5}}?{who}"),
        re.compile(rf"{who}{_BETWEEN}\s{_AFTER}(?!\w)"),
        re.compile(rf"[,\"”’']\s(?:reported|reports|said|says|wrote)\s(?:the\s)?{who}"),
    )


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(rf"(?:{_SORT}\s){{0,5}}?{IN_TEXT}")


def cited(claim: Claim) -> frozenset[str]:
    """The agencies that a claim names as its source, by its words or as the speaker of what it reports.

    Example: "Twelve died, a doctor told AFP." -> {"AFP"}; "The minister denied a Reuters report." -> none.
    """
    text = " ".join(claim.text.split())
    told = [said.speaker for said in claim.speeches() if said.speaker]
    if not is_any_named(" ".join([text, *told])):
        return frozenset()
    named = [who for form in _forms() for found in form.finditer(text) for who in agencies(found["who"])]
    speakers = [speaker for speaker in told if _speaker().fullmatch(speaker)]
    return frozenset(named + [who for speaker in speakers for who in agencies(speaker)])
