"""Small comparisons made by hand, for tests that need values and no engine."""

from __future__ import annotations

import hashlib

from compare.model import (
    Article,
    Block,
    Claim,
    Comparison,
    Cue,
    Evidence,
    Group,
    Interval,
    Link,
    Name,
    Overall,
    PairScore,
    Quantity,
    Reason,
    Scores,
    Skipped,
    Span,
    Speech,
)

TEXTS = {
    "wire": "Twelve dead in mine\n\nAt least 12 miners died on Monday, police said. The pit opened in 1931."
    "\n\nRead more",
    "state": "Order restored\n\nNine miners died, the ministry said. No warning was ignored.",
    "union": "A disaster foretold\n\nFourteen miners died, the union says. The owners may have ignored a warning.",
}


def article(label: str) -> Article:
    text = TEXTS[label]
    title, body, *_ = text.split("\n\n")
    start = len(title) + 2
    return Article(
        id=label.ljust(12, "0"),
        path=f"{label}.txt",
        label=label,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block(Span(0, len(title)), "title"), Block(Span(start, start + len(body)), "paragraph")),
        title=title,
        outlet=label.title(),
        origin=f"origin-{label}",
    )


def claim(label: str, words: str, **fields: object) -> Claim:
    start = TEXTS[label].index(words)
    id = hashlib.sha256(f"{label}{words}".encode()).hexdigest()[:12]
    return Claim(id, label.ljust(12, "0"), start, start + len(words), words, **fields)  # type: ignore[arg-type]


def span(label: str, words: str) -> Span:
    start = TEXTS[label].index(words)
    return Span(start, start + len(words))


def comparison() -> Comparison:
    """Three articles: one clash of numbers, one difference of certainty, one claim of a single source."""
    dead = claim(
        "wire",
        "At least 12 miners died on Monday, police said.",
        speaker="police",
        facts=(
            Quantity(span("wire", "At least 12 miners"), 12, None, "dead"),
            Speech(span("wire", "police said"), "police"),
        ),
    )
    opened = claim("wire", "The pit opened in 1931.")
    nine = claim(
        "state",
        "Nine miners died, the ministry said.",
        speaker="the ministry",
        facts=(Quantity(span("state", "Nine miners"), 9, 9, "dead"),),
    )
    ignored = claim("state", "No warning was ignored.", facts=(Cue(span("state", "No"), "negation"),))
    fourteen = claim(
        "union",
        "Fourteen miners died, the union says.",
        facts=(
            Quantity(span("union", "Fourteen miners"), 14, 14, "dead"),
            Name(span("union", "Fourteen"), ("fourteen",)),
        ),
    )
    may = claim("union", "The owners may have ignored a warning.", facts=(Cue(span("union", "may"), "hedge"),))
    killed, more = span("state", "Nine miners"), span("union", "Fourteen miners")
    at_least = span("wire", "At least 12 miners")
    links = (
        Link("l-nine", nine.id, dead.id, 0.81, 0.93, "conflict", 0.9, ("quantity",),
             (Evidence("meaning", 0.81, 2.0), Evidence("words", 0.5, 0.7)),
             (Reason("other quantity", "Nine miners / At least 12 miners", 2.1, killed, at_least),)),
        Link("l-fourteen", fourteen.id, dead.id, 0.84, 0.95, "agree", 0.8, (), (Evidence("meaning", 0.84, 2.2),),
             (Reason("compatible quantity", "Fourteen miners / At least 12 miners", 1.1, more, at_least),)),
        Link("l-warning", ignored.id, may.id, 0.7, 0.8, "conflict", 0.6, ("polarity",), (),
             (Reason("negation", "No … warning", 1.2, span("state", "No"), None),
              Reason("hedge", "may", -0.4, None, span("union", "may")))),
    )  # fmt: skip
    claims = (dead, opened, nine, ignored, fourteen, may)
    wire, state, union = (article(label) for label in TEXTS)
    groups = (
        Group("g-dead", tuple(sorted((dead.id, nine.id, fourteen.id))), "contested", 3, ()),
        Group("g-warning", tuple(sorted((ignored.id, may.id))), "contested", 2, (wire.id,)),
        Group("g-opened", (opened.id,), "single source", 1, tuple(sorted((state.id, union.id)))),
    )
    ci = Interval(0.2, 0.9)
    pairs = (
        PairScore(state.id, union.id, 2, 2, 1, 1, 0, 0, 1, 0, 0, 2, 0.0, ci, ci, ci),
        PairScore(state.id, wire.id, 2, 2, 1, 1, 0, 0, 1, 0, 0, 2, 0.0, ci, ci, ci),
        PairScore(union.id, wire.id, 2, 2, 1, 1, 1, 0, 0, 0, 0, 2, 2.0, ci, ci, ci),
    )
    skipped = (
        Skipped(wire.id, span("wire", "Twelve dead in mine"), "heading"),
        Skipped(wire.id, span("wire", "Read more"), "boilerplate"),
        Skipped(state.id, span("state", "Order restored"), "heading"),
        Skipped(union.id, span("union", "A disaster foretold"), "heading"),
    )
    overall = Overall(3, 3, 6, 3, 0, 2, 0, 1, 0)
    signature = {"compare": "0.1.0", "embedder": "fake", "relation_model": "rules", "link_threshold": 0.3}
    return Comparison(signature, (wire, state, union), claims, links, groups, skipped, Scores(pairs, overall))
