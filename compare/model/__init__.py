"""The nouns of the project and what is always true of them. Standard library only.

Every value is frozen; a change makes a new one. Offsets are half-open `[start, end)` in code
points of `Article.text`, for claims and for every fact and reason below them, and are checked
when a value is made.
"""

from compare.model.results import (
    ASPECTS,
    RELATIONS,
    STANDINGS,
    Aspect,
    Comparison,
    Evidence,
    Group,
    Interval,
    Link,
    Overall,
    PairScore,
    Reason,
    Relation,
    Scores,
    Standing,
)
from compare.model.texts import (
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Cue,
    CueKind,
    Fact,
    Name,
    Quantity,
    Skipped,
    SkipReason,
    Span,
    Speech,
    When,
)

__all__ = [
    "ASPECTS",
    "RELATIONS",
    "STANDINGS",
    "Article",
    "Aspect",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Cue",
    "CueKind",
    "Evidence",
    "Fact",
    "Group",
    "Interval",
    "Link",
    "Name",
    "Overall",
    "PairScore",
    "Quantity",
    "Reason",
    "Relation",
    "Scores",
    "SkipReason",
    "Skipped",
    "Span",
    "Speech",
    "Standing",
    "When",
]
