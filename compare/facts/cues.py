"""Cues of polarity (negation, denial) and of certainty (hedge, allegation, forecast, condition).

A cue is a word or phrase; what it governs is not resolved, so two cues of one kind in a long sentence are
two cues. Lists are closed classes of English function words and the verbs and adverbs that reporters use
for them (after the cue lists described by Farkas et al. 2010, CoNLL-2010 shared task on hedges).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.model import Certainty, Cue, CueKind, Span

_WORDS: dict[CueKind, str] = {
    "negation": r"not|cannot|\w+n['’]t|no one|no|never|nobody|nothing|none|neither|nor|without|nowhere|hardly|unable",
    "denial": r"den(?:y|ies|ied|ying)|denials?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?"
    r"|disput(?:e|es|ed|ing)|ruled out|rules out|contradict(?:s|ed)?|false|untrue|baseless|fabricat(?:ed|ion|ions)"
    r"|guesswork|contrary to|no evidence|no truth",
    "hedge": r"may|might|could|possibl[ey]|perhaps|probabl[ey]|likely|apparently|appears?|appeared|seems?|seemed"
    r"|suggest(?:s|ed|ing)?|believed|suspected|thought to|estimated?|unclear|unknown|uncertain|presumably"
    r"|divided over|under investigation|investigat(?:e|es|ed|ing)|each side accus(?:es|ed|ing)|speculat(?:ion|ed)"
    r"|rumou?red|whether",
    "allegation": r"alleged(?:ly)?|alleg(?:e|es|ing|ations?)|reportedly|unconfirmed|unverified|purported(?:ly)?"
    r"|so-called|claim(?:s|ed|ing)?|accus(?:e|es|ed|ing|ations?)|anonymous|on condition of anonymity"
    r"|could not be (?:independently )?(?:verified|confirmed)|not been (?:independently )?(?:verified|confirmed)"
    r"|according to unnamed",
    "forecast": r"will|would|shall|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|due to|set to|forecast(?:s|ed)?"
    r"|predict(?:s|ed)?|scheduled|intends?|promis(?:e|es|ed)|is to|are to",
    "condition": r"if|unless|provided that|on condition that|only as|should|in the event of|as long as",
}
_PATTERNS: dict[CueKind, re.Pattern[str]] = {
    sense: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for sense, words in _WORDS.items()
}
_NOT_A_NEGATION = re.compile(
    r"not only|no longer than|no fewer than|no less than|no more than|no doubt|without doubt", re.I
)
_OPENS = re.compile(r"(?:^|[,;:—–])\s*[\"“'‘]?$")


def read_cues(text: str) -> list[Cue]:
    """The cues of a sentence, in order. "May" as a month is none, nor is "not only", nor the "should" of duty.

    Example: "He denied that it may rain" -> denial [3, 9), hedge [18, 21).
    """
    found = [
        Cue(Span(*match.span()), sense)
        for sense, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        if not _is_other_sense(text, match)
    ]
    return sorted(found, key=lambda cue: cue.span)


def certainty(cues: Iterable[Cue]) -> Certainty:
    """How surely a claim with these cues is told, by the strongest of them; "asserted" without any."""
    senses = {cue.sense for cue in cues}
    return next((told for sense, told in _CERTAINTY.items() if sense in senses), "asserted")


# The strongest first.
_CERTAINTY: dict[CueKind, Certainty] = {
    "question": "asked",
    "unverified": "unverified",
    "allegation": "alleged",
    "condition": "conditional",
    "hedge": "hedged",
    "forecast": "predicted",
}


def _is_other_sense(text: str, match: re.Match[str]) -> bool:
    if _NOT_A_NEGATION.match(text, match.start()):
        return True
    opens = bool(_OPENS.search(text[max(0, match.start() - 4) : match.start()]))
    if match[0] == "May":
        return not opens or bool(re.match(r"\s*\d", text[match.end() : match.end() + 4]))
    return match[0].lower() == "should" and not opens
