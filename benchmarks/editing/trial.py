"""What an engine says of the two versions of a sentence, each in an article of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from benchmarks.editing.edit import PUBLISHED, Edit
from compare.actors import join_actors
from compare.claims import read_claims
from compare.ingest import identified
from compare.model import Article, Aspect, Block, Claim, Reason, Relation, Span
from compare.relate import Pair, Verdict, judge, load_relation_model
from compare.segment import Punkt
from compare.settings import Settings

_STRENGTH: tuple[Relation, ...] = ("conflict", "differ", "agree", "unsure")


@dataclass(frozen=True)
class Outcome:
    """An edit and the verdict on it."""

    edit: Edit
    relation: Relation
    aspects: tuple[Aspect, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def right(self) -> bool:
        """The relation wanted, with an aspect wanted where there is one."""
        wanted = self.edit.kind.aspects
        return self.relation == self.edit.kind.relation and (not wanted or bool(wanted & set(self.aspects)))


def trials(edits: Sequence[Edit], settings: Settings) -> list[Outcome]:
    """The verdict on each edit; of several claims in a sentence the strongest: conflict, differ, agree, unsure."""
    pairs = [_corresponding(*_read(edit)) for edit in edits]
    flat = [pair for several in pairs for pair in several]
    verdicts = iter(judge(flat, load_relation_model("reader", settings), settings))
    return [_outcome(edit, [next(verdicts) for _ in several]) for edit, several in zip(edits, pairs, strict=True)]


def _outcome(edit: Edit, verdicts: Sequence[Verdict]) -> Outcome:
    if not verdicts:  # read as no claim
        return Outcome(edit, "unsure")
    relation = min((verdict.relation for verdict in verdicts), key=_STRENGTH.index)
    strongest = [verdict for verdict in verdicts if verdict.relation == relation]
    aspects = tuple(sorted({aspect for verdict in strongest for aspect in verdict.aspects}))
    return Outcome(edit, relation, aspects, tuple(reason for verdict in strongest for reason in verdict.reasons))


def _read(edit: Edit) -> tuple[list[Claim], list[Claim]]:
    first, second = (_article(text, edit.beside, label) for text, label in _versions(edit))
    claims, _ = join_actors([first, second], [*_claims(first), *_claims(second)])
    left = [claim for claim in claims if claim.article == first.id]
    return left, [claim for claim in claims if claim.article == second.id]


def _versions(edit: Edit) -> tuple[tuple[str, str], tuple[str, str]]:
    return (edit.original, "first"), (edit.edited, "second")


def _article(sentence: str, beside: str, label: str) -> Article:
    """The sentence alone is compared; beside it stands what tells names from ordinary words."""
    text = f"{sentence}\n\n{beside}"
    blocks = [Block(Span(0, len(sentence)), "paragraph")]
    if beside:
        blocks.append(Block(Span(len(sentence) + 2, len(text)), "metadata"))
    article = Article("", "<text>", label, text, "", tuple(blocks), published=PUBLISHED, language="en")
    return identified(article, label)


def _claims(article: Article) -> list[Claim]:
    return list(read_claims(article, Punkt().segment).claims)


def _corresponding(left: Sequence[Claim], right: Sequence[Claim]) -> list[Pair]:
    """One by one where both hold as many claims; else each claim of the longer with the likest of the other."""
    if len(left) == len(right):
        return list(zip(left, right, strict=True))
    if not left or not right:
        return []
    if len(left) < len(right):
        return [(_likest(claim, left), claim) for claim in right]
    return [(claim, _likest(claim, right)) for claim in left]


def _likest(claim: Claim, others: Sequence[Claim]) -> Claim:
    return max(others, key=lambda other: token_set_ratio(claim.text, other.text))
