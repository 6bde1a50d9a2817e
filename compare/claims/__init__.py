"""Sentence spans -> claims, and what was skipped, with the reason.

Every character goes to one of them or is white space.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.claims.clauses import clauses, is_clause, without_conjunction
from compare.claims.pieces import Piece, pieces
from compare.facts import Context, certainty, proper_words, read_facts
from compare.model import Article, Certainty, Claim, Cue, Fact, Skipped, Span, Speech
from compare.wording import plain

__all__ = ["Reading", "asserted", "read_claims"]


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
    for piece in pieces(article, segment):
        if piece.reason:
            skipped.append(Skipped(article.id, piece.span, piece.reason))
            continue
        facts, context = read_facts(piece.span.of(article.text), context)
        claims += _claims(article, piece, [fact.shift(piece.span.start) for fact in facts])
    numbered = tuple(_with_ids(claims, article.label))
    covered = [claim.span for claim in numbered] + [skip.span for skip in skipped]
    skipped += [Skipped(article.id, span, "mark-up") for span in _uncovered(article.text, covered)]
    return Reading(numbered, tuple(sorted(skipped, key=lambda skip: skip.span)))


def _claims(article: Article, piece: Piece, facts: Sequence[Fact]) -> Iterator[Claim]:
    """One claim a proposition of the sentence, each with the facts that stand in it."""
    parts = [part.shift(piece.span.start) for part in clauses(piece.span.of(article.text))]
    for part in parts:
        yield Claim(
            id="",
            article=article.id,
            start=part.start,
            end=part.end,
            text=part.of(article.text),
            kind=piece.kind,
            speaker=_speaker(facts, part),
            certainty=_certainty(article.text, facts, part),
            lead=piece.lead,
            sentence=piece.span if len(parts) > 1 else None,
            facts=tuple(kept for fact in facts if (kept := fact.clip(part)) is not None),
        )


def asserted(claim: Claim, article: Article) -> str:
    """What a claim says, with what it needs beside it to be understood alone.

    A clause is followed by its sentence, that tells who "it" is; an item that is no clause follows its lead-in.

    Example: "- a new bridge" after "The plan includes:" -> "The plan includes: a new bridge".
    """
    if claim.sentence:
        return plain(f"{without_conjunction(claim.text)}. {claim.sentence.of(article.text)}")
    if claim.lead and not is_clause(claim.text):
        return plain(f"{claim.lead.of(article.text)} {claim.text}")
    return plain(claim.text)


def _certainty(text: str, facts: Sequence[Fact], part: Span) -> Certainty:
    """By the cues in a clause, else by those before or after it that govern it."""
    cues = [fact for fact in facts if isinstance(fact, Cue)]
    within = [kept.shift(-part.start) for cue in cues if (kept := cue.clip(part)) is not None]
    around = [cue for cue in cues if not part.holds(cue.span) and cue.scope is not None and cue.scope.meet(part)]
    own = certainty(within, part.of(text))
    return certainty(around) if own == "asserted" else own


def _speaker(facts: Sequence[Fact], part: Span) -> str | None:
    """Who says it: whose content it is, or whose words of speech stand in it."""
    speeches = [fact for fact in facts if isinstance(fact, Speech) and fact.speaker]
    told = [speech for speech in speeches if any(content.meet(part) for content in speech.content)]
    named = told or [speech for speech in speeches if part.holds(speech.span)]
    return named[0].speaker if named else None


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
