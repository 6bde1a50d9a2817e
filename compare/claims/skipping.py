"""What of an article is no claim, and why."""

from __future__ import annotations

import re

from compare.model import ClaimKind, SkipReason
from compare.wording import plain, words

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’/-]{2,40}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?)(?:,?\ \d{4})?"
DATELINE = re.compile(
    rf"""(?!(?:FILE|UPDATED?|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|VIDEO|WATCH)\b)
        (?:{_CAPITALS}(?:,\ [A-Z][\w.]*(?:\ [A-Z][a-z]+)?){{0,2}}     # DUBAI, or AUGUSTA, Me., or WASHINGTON/PARIS
          (?:,?\ {_DAY})?(?:\s*[(/][A-Za-z ./-]{{2,30}}[)/])?        # , Feb. 16, 2026 (AP)
        | \([A-Z]{{2,10}}\)
        | (?:[A-Z][a-z]+day,?\ )?{_DAY})                             # Wednesday 15 October
        (?:\s+[–-]{{1,2}}\s+|\s*(?:--|[—―])[–-]?\s*)(?=["“'‘«(]?[A-ZÀ-ÖØ-Þ\d])
      | {_CAPITALS},\ {_DAY}(?:\s*\([A-Za-z ./-]{{2,30}}\))?\.(?:\s+|$)""",
    re.VERBOSE,
)
"""Place, day and agency before the first sentence."""
_BOILERPLATE = re.compile(
    r"""read\ (?:more|also|next)\b | (?:click|tap)\ here | sign\ (?:up|in)\b | subscribe\b | follow\ us\b
      | skip\ to\ content | share\ (?:this|on|via)\b
      | (?:related|most\ read|advertisement|sponsored|trending|see\ also|watch|listen)
        (?:\ (?:articles?|stories|news|links|content|topics))?\s*(?::|$)
      | copyright\ (?:©|\(c\)|\d{4}) | ©|\(c\)\ \d{4} | all\ rights\ reserved
      | (?:additional\ )?(?:reporting|editing|writing|edited|written|compiled)\ by:?\ (?-i:[A-Z]) | leave\ a\ comment
      | this\ (?:article|story)\ (?:was\ |has\ been\ )?
        (?:first|originally|updated|corrected|amended|produced|published)\b
      | (?:get|download|join|support)\ our\b | print\ this | comments?\ \(\d+\) | listen\ to\ this\ (?:article|story)
      | (?:last\ )?(?:updated|published|posted|edited)\b(?::|(?=.{0,45}$)).{0,40}\d{2} | \d+\ min(?:ute)?s?\ read
      | https?://\S+$ | (?:facebook|twitter|whatsapp|telegram|e-?mail|print)
        (?:[\s|,]+(?:facebook|twitter|whatsapp|telegram|x|e-?mail|print|linkedin|reddit))*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:file\s+)?(?:photo|image|picture|video|graphic|illustration|caption|infographic|map)s?"
    r"(?:\s*(?:credit|courtesy)\b|\s+by:?\s+(?-i:[A-Z])|\s+caption\b|\s*[:/©|])"
    r"|(?-i:FILE)\s+[-–—]|!\[|\((?:photo|image|reuters|ap|afp)\b[^)]*\)$)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[](?:file\s+)?(?:(?:photo|image|picture)s?\s*(?:by|:|/|©|credit|courtesy)|(?:ap|reuters|afp|epa|getty)\s*(?:photo|images?|/))"
    r"[^()\[\]]{0,60}[)\]]\.?$",
    re.IGNORECASE,
)
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")  # scripts that put no space between words
# "May 3, 2013 at 1:10 p.m. GMT": when a page was made, no claim.
_STAMP = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
    r"|[ap]\.?\s?m\.?|at|last|updated|published|posted|on|gmt|utc|[ecmp][sd]?t|\d+(?:st|nd|rd|th)?|[\s.,:;|/@–—-])+",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?؟？]['\"”’»)\]]*$")
_MIN_WORDS = {"sentence": 3, "item": 2, "title": 4, "heading": 5}
# Shorter pieces hold no proposition of their own; counted in words. Source: titles and sub-headings
# of the training sets, of which the shorter ones are hardly ever linked (training/thresholds.py).


def reason(written: str, kind: ClaimKind) -> SkipReason | None:
    """Why a piece is no claim; None where it is one."""
    text = plain(written)
    if _QUESTION.search(text):
        return "question"
    if _CAPTION.match(written) or _CAPTION.match(text) or _CREDIT.search(written):
        return "caption"
    if _STAMP.fullmatch(text):
        return "boilerplate"
    if _BOILERPLATE.match(text) and len(text.split()) <= 25:
        return "boilerplate"
    if len(words(text)) + len(_UNSPACED.findall(text)) // 2 < _MIN_WORDS[kind]:
        return "heading" if kind in ("title", "heading") else "fragment"
    return None


_STATES = re.compile(
    r"""(?<!\w)(?:is|are|was|were|has|have|had|will|would|can|could|may|must|not|to|by|says?|said|n't
      | dead|win|lose|die|meet|say|vow|sue|flee|quit|seek|urge|deny|agree|arrest|seize|reject|warn|kill|walk|begin
      | \w{2,}(?:ed|es|ts|ds|ns|ls|ps|ks|ms|ws|rs|ys|fs|gs) )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def unless_it_states(written: str) -> SkipReason | None:
    """Why a headline is no claim: it only names its matter."""
    # Without a tagger: a headline that states something has a verb form, or the "to" and "by" of headline style.
    return None if _STATES.search(plain(written)) else "heading"
