"""Codes and numbers -> plain words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Link, Relation, SkipReason, Standing

GLYPHS: dict[str, str] = {
    "agree": "=",
    "differ": "≈",
    "conflict": "≠",
    "unsure": "?",
    "corroborated": "=",
    "contested": "≠",
    "told differently": "≈",
    "single source": "○",
}
"""A sign for each relation and standing, so that none is told by colour alone."""

TONES: dict[str, str] = {
    "agree": "agree",
    "differ": "differ",
    "conflict": "conflict",
    "unsure": "unsure",
    "corroborated": "agree",
    "contested": "conflict",
    "told differently": "differ",
    "single source": "single",
}
"""The accent of each relation and standing."""

STANDINGS: dict[Standing, str] = {
    "contested": "as told, the sources cannot all be right",
    "told differently": "the facts fit, the certainty or the meaning given to them does not",
    "corroborated": "two independent origins or more say the same",
    "unsure": "linked, but the evidence does not carry a verdict",
    "single source": "one source, or copies of one, tell it",
}
"""Every standing with its meaning, the one that needs most attention first."""

RELATIONS: dict[Relation, str] = {
    "conflict": "cannot both be true as told",
    "differ": "same facts, told differently",
    "agree": "both say the same",
    "unsure": "no verdict",
}

OF_VOICES = "conflict of voices"
"""What a conflict is called where those quoted clash and not the outlets."""
OF_VOICES_MEANS = "those quoted cannot both be right; each outlet tells the words of another"


def called(link: Link) -> str:
    """What the link is called: its relation, or a conflict of voices."""
    return OF_VOICES if link.is_of_voices else link.relation


def meaning(link: Link) -> str:
    """What that says."""
    return OF_VOICES_MEANS if link.is_of_voices else RELATIONS[link.relation]


REASONS: dict[str, str] = {
    "same quantity": "Same figure",
    "compatible quantity": "Figures that fit",
    "other quantity": "Figures that do not fit",
    "other toll": "Counts of people that do not fit",
    "same time": "Same time",
    "other time": "Times that do not fit",
    "negation": "One negates what the other says",
    "denial": "One denies what the other says",
    "failure": "One tells that it did not come about",
    "opposites": "Words of opposite meaning",
    "other name": "Another name in the same place",
    "other place": "Another place in the same words",
    "same cause": "Same cause",
    "other cause": "Causes that do not fit",
    "voices": "Told in the words of different people",
    "quoted otherwise": "The same quotation in other words",
    "decisive change": "The same sentence but for one thing",
    "decisive shade": "The same sentence, less certain",
    "hedge": "Only one hedges",
    "allegation": "Only one calls it an allegation",
    "forecast": "Only one tells it as a forecast",
    "condition": "Only one makes it depend on something",
    "loaded words": "Words of praise or blame",
    "shared wording": "Shared wording",
    "model": "The two read together",
    "base": "How often it is so at all",
    "runner-up": "The second likeliest",
}
"""What each code of a reason means."""
UNSEEN = frozenset({"base", "runner-up"})
"""Parts of the sum that nothing in the two texts stands for: only the waterfall shows them."""

EVIDENCE: dict[str, str] = {
    "meaning": "Likeness of meaning",
    "best counterpart": "Each other’s best counterpart",
    "words": "Shared words",
    "numbers": "Shared numbers",
    "names": "Shared names",
    "neighbours": "Likeness of the sentences around",
    "place in the article": "Distance in the article",
    "length": "Length",
    "verbatim": "The same words",
    "before any likeness": "Before any likeness: links are rare",
    "read together": "The two read together",
    "rivals": "Other counterparts of either in the same article",
    "third article": "A third article is linked to both",
    "neighbours linked": "The sentences before or after are linked",
    "after reading": "Before the two are read together",
}

SKIPPED: dict[SkipReason, str] = {
    "metadata": "details about the article",
    "byline": "byline",
    "dateline": "dateline",
    "heading": "heading that states nothing",
    "question": "question",
    "boilerplate": "boilerplate of the website",
    "caption": "caption",
    "fragment": "too short to state anything",
    "code": "code",
    "table": "table",
    "mark-up": "mark-up",
}

DEFINITIONS: tuple[tuple[str, str], ...] = (
    ("Overlap", "The share of the claims of both articles that have a counterpart in the other."),
    ("Agreement", "Over those claims, the mean worth of their links: agree 1, differ ½, conflict 0; unsure left out."),
    ("Divergence", "1 minus overlap times agreement: 0 where articles tell the same, 1 where they share nothing."),
    ("Conflict rate", "The share of the links between two articles that conflict."),
    ("Omission", "The share of one article’s claims that the other does not have."),
    ("Framing", "The share of the links that differ in certainty or interpretation."),
)

LIMITS: tuple[str, ...] = (
    "It does not know what is true. A contested claim may be right in any one source, or in none.",
    "Silence is not denial: “not mentioned” says that no counterpart was found, nothing more.",
    "Agreement is no proof. Copies with shared wording count once, but an error that all repeat cannot be seen.",
    "A claim is a clause, sentence, headline or list item. A sentence is cut only where that is safe: two facts in one "
    "claim are judged together. A fact spread over several sentences, shown in a picture or left between the lines is "
    "not seen.",
    "Every verdict is an estimate. The words it rests on are marked: read them before you rely on it.",
)


def reason(code: str) -> str:
    """What a reason's code means; a code that is not known is shown as it is."""
    return REASONS.get(code, _spoken(code))


def evidence(name: str) -> str:
    """What a feature of a pair of claims means."""
    return EVIDENCE.get(name, _spoken(name))


def setting(name: str) -> str:
    """The name of a setting as people write it."""
    return _spoken(name.replace("_", " "))


def _spoken(code: str) -> str:
    return code[:1].upper() + code[1:]


def signed(weight: float) -> str:
    """A weight with its sign: +2.1, −0.4, 0.0."""
    text = f"{abs(weight):.1f}"
    return text if text == "0.0" else f"{'+' if weight > 0 else '−'}{text}"


def joined(items: Sequence[str], last: str = "and") -> str:
    """A list as people write it: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
