"""Sentences that name a news agency as their source: "Reuters reported", "she told the Xinhua news agency"."""

from __future__ import annotations

import re

from compare.model import Claim
from compare.origins.agencies import IN_TEXT, agencies, several

_SORT = (
    r"(?:the|an?|and|state|state-run|state-owned|official|semi-?official|private|national|recent|news|agency|wire|service"
    r"|[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30})"
)
_WHO = several(IN_TEXT)
_BEFORE = (
    r"(?i:told|tells|telling|according\sto|citing|(?:cited|quoted|reported)\sby|interview\s(?:with|to)|spoke\sto"
    r"|speaking\sto)"
)
_BETWEEN = (
    r"(?:\s(?:state\s)?(?:news|wire)\s(?:agency|service))?"
    r"(?:\s(?:(?:on\s)?[A-Z][a-z]{2,6}day|has|had|also|later|earlier|first)){0,3}"
)
_AFTER = r"(?:reported|reports|said|says|quoted|quotes|cited|wrote)"
_CITED = (
    re.compile(rf"(?<!\w){_BEFORE}\s(?:{_SORT}\s){{0,5}}?{_WHO}"),
    re.compile(rf"{_WHO}{_BETWEEN}\s{_AFTER}(?!\w)"),
    re.compile(rf"[,\"”’']\s(?:reported|reports|said|says|wrote)\s(?:the\s)?{_WHO}"),
)
_SPEAKER = re.compile(rf"(?:{_SORT}\s){{0,5}}?{IN_TEXT}")


def cited(claim: Claim) -> frozenset[str]:
    """The agencies that a claim names as its source, by its words or as the speaker of what it reports.

    Example: "Twelve died, a doctor told AFP." -> {"AFP"}; "The minister denied a Reuters report." -> none.
    """
    text = " ".join(claim.text.split())
    named = [who for form in _CITED for found in form.finditer(text) for who in agencies(found["who"])]
    speakers = [said.speaker for said in claim.speeches() if said.speaker and _SPEAKER.fullmatch(said.speaker)]
    return frozenset(named + [who for speaker in speakers for who in agencies(speaker)])
