"""Sentence spans -> claims, and what was skipped, with the reason.

Every character goes to one of them or is white space.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.facts import Context, certainty, proper_words, read_facts
from compare.model import Article, Block, Claim, ClaimKind, Cue, Fact, Skipped, SkipReason, Span, Speech
from compare.wording import plain, words

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’/-]{2,40}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?)(?:,?\ \d{4})?"
_DATELINE = re.compile(
    rf"""(?!(?:FILE|UPDATED?|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|VIDEO|WATCH)\b)
        (?:{_CAPITALS}(?:,\ [A-Z][\w.]*(?:\ [A-Z][a-z]+)?){{0,2}}     # DUBAI, or AUGUSTA, Me., or WASHINGTON/PARIS
          (?:,?\ {_DAY})?(?:\s*[(/][A-Za-z ./-]{{2,30}}[)/])?        # , Feb. 16, 2026 (AP)
        | \([A-Z]{{2,10}}\)
        | (?:[A-Z][a-z]+day,?\ )?{_DAY})                             # Wednesday 15 October
        (?:\s+[–-]{{1,2}}\s+|\s*(?:--|[—―])[–-]?\s*)(?=["“'‘«(]?[A-ZÀ-ÖØ-Þ\d])
      | {_CAPITALS},\ {_DAY}(?:\s*\([A-Za-z ./-]{{2,30}}\))?\.(?:\s+|$)""",
    re.VERBOSE,
)
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


@dataclass(frozen=True)
class Reading:
    """What was read in one article."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


def read_claims(article: Article, segment: Callable[[str], list[Span]]) -> Reading:
    """The claims of an article and what was skipped. `segment` cuts a block into sentence spans."""
    context = Context(article.published, proper_words(article.text))
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for piece in _pieces(article, segment):
        if piece.reason:
            skipped.append(Skipped(article.id, piece.span, piece.reason))
        else:
            text = piece.span.of(article.text)
            facts, context = read_facts(text, context)
            claims.append(_claim(article, piece, [fact.shift(piece.span.start) for fact in facts]))
    numbered = tuple(_with_ids(claims, article.label))
    covered = [claim.span for claim in numbered] + [skip.span for skip in skipped]
    skipped += [Skipped(article.id, span, "mark-up") for span in _uncovered(article.text, covered)]
    return Reading(numbered, tuple(sorted(skipped, key=lambda skip: skip.span)))


@dataclass(frozen=True)
class _Piece:
    span: Span
    kind: ClaimKind = "sentence"
    reason: SkipReason | None = None


def _pieces(article: Article, segment: Callable[[str], list[Span]]) -> Iterator[_Piece]:
    for block in article.blocks:
        if block.kind in ("metadata", "byline", "caption", "code", "table"):
            yield _Piece(block.span, reason=block.kind)
        elif block.kind in ("title", "heading"):
            yield _headline(article.text, block)
        else:
            for span in segment(block.span.of(article.text)):
                yield from _sentence(article.text, span.shift(block.span.start), block)


def _headline(text: str, block: Block) -> _Piece:
    kind: ClaimKind = "title" if block.kind == "title" else "heading"
    return _Piece(block.span, kind, _reason(block.span.of(text), kind) or _unless_it_states(block.span.of(text), kind))


def _sentence(text: str, span: Span, block: Block) -> Iterator[_Piece]:
    dateline = _DATELINE.match(text, span.start, span.end) if span.start == block.span.start else None
    start = dateline.end() if dateline else span.start
    if dateline:
        yield _Piece(Span(span.start, span.start + len(dateline[0].rstrip())), reason="dateline")
    if start < span.end:
        span, kind = Span(start, span.end), _KINDS[block.kind == "item"]
        yield _Piece(span, kind, _reason(span.of(text), kind))


_KINDS: tuple[ClaimKind, ClaimKind] = ("sentence", "item")


def _reason(written: str, kind: ClaimKind) -> SkipReason | None:
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


def _unless_it_states(written: str, kind: ClaimKind) -> SkipReason | None:
    # Without a tagger: a headline that states something has a verb form, or the "to" and "by" of headline style.
    return None if _STATES.search(plain(written)) else "heading"


def _claim(article: Article, piece: _Piece, facts: Sequence[Fact]) -> Claim:
    speakers = [fact.speaker for fact in facts if isinstance(fact, Speech) and fact.speaker]
    cues = [fact for fact in facts if isinstance(fact, Cue)]
    text = piece.span.of(article.text)
    return Claim(
        id="",
        article=article.id,
        start=piece.span.start,
        end=piece.span.end,
        text=text,
        kind=piece.kind,
        speaker=speakers[0] if speakers else None,
        certainty=certainty(cues),
        facts=tuple(facts),
    )


def _with_ids(claims: Sequence[Claim], label: str) -> Iterator[Claim]:
    """Ids from label and words, so that they outlive a change elsewhere in the article; repeated words are numbered."""
    seen: Counter[str] = Counter()
    for claim in claims:
        key = f"{label}\x1f{claim.text}\x1f{seen[claim.text]}".encode("utf-8", "surrogatepass")
        seen[claim.text] += 1
        yield replace(claim, id=hashlib.sha256(key).hexdigest()[:12])


def _uncovered(text: str, covered: Sequence[Span]) -> Iterator[Span]:
    """Stretches of anything but white space that no claim and no skipped piece covers."""
    end = 0
    for span in [*sorted(covered), Span(len(text), len(text) + 1)]:
        for match in re.finditer(r"\S(?:.*\S)?", text[end : span.start]):
            yield Span(end + match.start(), end + match.end())
        end = max(end, span.end)
