"""One event told by five sources, made by hand so that every section of the report has something to show.

The words stand in a small notation: `[Nine people|quantity 9 9 dead]` is a stretch of text with the fact read in it.
`told(spoil=...)` passes every word that a source or a file could choose through `spoil`, and keeps all else as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from compare.model import (
    Article,
    Block,
    Claim,
    Comparison,
    Cue,
    Evidence,
    Fact,
    Group,
    Interval,
    Link,
    Mention,
    Name,
    Naming,
    Overall,
    PairScore,
    Quantity,
    Reason,
    Scores,
    Skipped,
    Span,
    Speech,
    Standing,
    Tie,
    When,
)

Spoil = Callable[[str], str]

SOURCES = {
    "wire": ("Coastal Wire", "Ferry runs aground off Port Marrow", "Mia Holt", date(2026, 3, 4)),
    "gazette": ("Marrow Gazette", "Swift rescue after ferry accident", "Lev Arden", date(2026, 3, 4)),
    "voice": ("Seafarers’ Voice", "A disaster foretold", None, date(2026, 3, 5)),
    "herald": ("Inland Herald", "Ferry runs aground", "Mia Holt", date(2026, 3, 4)),
    "courier": ("Island Courier", "Questions after the Aurelia", "Sol Brandt", date(2026, 3, 6)),
}
"""Label -> outlet, title, author, day. The herald prints the wire, so the two are one origin."""

STORY: dict[str, dict[str, str]] = {
    "wire": {
        "dead": "[At least 12 people|quantity 12 - dead] died in the ferry disaster, [police|speech police] said.",
        "saved": "[Dozens|quantity 24 - rescued vague] were pulled from the water by fishing boats.",
        "day": "The [grounding|act grounding] came on [Monday|when 2026-03-02 2026-03-02] off [Port Marrow|name port].",
        "cause": "[Police|name police] said the ferry had left its course.",
        "paid": "[Marrow Lines|name owner] will pay [about $4 million|quantity 3900000 4100000 usd vague] to families.",
        "chief": "“We did what we could,” [Prime Minister Ana Ruiz|speech ruiz] said.",
        "wire alone": "The Aurelia was built in [1987|when 1987-01-01 1987-12-31].",
    },
    "gazette": {
        "dead": "[Nine people|quantity 9 9 dead] lost their lives, [the ministry|speech ministry] said.",
        "saved": "[61 passengers|quantity 61 61 rescued] were rescued within an hour.",
        "day": "The [accident|act grounding] happened on [Tuesday, 3 March|when 2026-03-03 2026-03-03].",
        "cause": "The captain’s course caused the accident, according to [the transport ministry|name ministry].",
        "warning": "[No|cue negation] warning was ignored, [the ministry|speech ministry] said.",
        "paid": "The owner [may|cue hedge] pay [$2 million|quantity 2000000 2000000 usd] to the families.",
        "chief": "“Every hand was on deck and the state did its duty,” [the premier|speech ruiz] said.",
        "gazette alone": "[Ana Ruiz|name ruiz] thanked [the fishing crews|name crews] by name.",
    },
    "voice": {
        "dead": "[Fourteen people|quantity 14 14 dead] drowned, [the seafarers’ union|speech union] says.",
        "saved": "[At least 58 people|quantity 58 - rescued] reached the shore alive.",
        "day": "The [disaster|act grounding] came on the night of [2 March|when 2026-03-02 2026-03-02].",
        "cause": "A failed engine caused the disaster, [the union|speech union] says.",
        "warning": "[The owner|name owner] [may|cue hedge] have ignored a warning.",
        "inquiry": "An inquiry is to report [by 30 June|when 2026-06-30 2026-06-30 until].",
        "voice alone": "“Nobody listened to us for years,” [union leader Tom Okoro|speech okoro] said.",
    },
    "herald": {
        "dead": "[At least 12 people|quantity 12 - dead] died in the ferry disaster, [police|speech police] said.",
        "saved": "[Dozens|quantity 24 - rescued vague] were pulled from the water by fishing boats.",
        "chief": "“We did what we could,” [Ms Ruiz|speech ruiz] said.",
    },
    "courier": {
        "dead": "[Between 12 and 14 people|quantity 12 14 dead] are believed to have died.",
        "day": "The ferry struck the rocks on [Monday|when 2026-03-02 2026-03-02].",
        "inquiry": "The inquiry has [until the end of July|when 2026-07-31 2026-07-31 until].",
        "courier alone": "Tickets cost [18 euros|quantity 18 18 eur], up [12 percent|quantity 12 12 percent].",
    },
}
"""Label -> point -> the words in the notation above; a point that several sources tell is one group."""

VERDICTS: dict[tuple[str, str, str], tuple[str, str, str]] = {
    ("dead", "wire", "gazette"): ("conflict", "quantity", "other toll"),
    ("dead", "gazette", "voice"): ("conflict", "quantity attribution", "other toll"),
    ("dead", "gazette", "herald"): ("conflict", "quantity", "other toll"),
    ("dead", "gazette", "courier"): ("conflict", "quantity", "other toll"),
    ("dead", "wire", "voice"): ("agree", "", "compatible quantity"),
    ("day", "wire", "gazette"): ("conflict", "time", "other time"),
    ("day", "gazette", "voice"): ("conflict", "time", "other time"),
    ("day", "gazette", "courier"): ("conflict", "time", "other time"),
    ("cause", "wire", "voice"): ("unsure", "", "model"),
    ("cause", "gazette", "voice"): ("conflict", "cause", "other cause"),
    ("warning", "gazette", "voice"): ("differ", "polarity certainty", "hedge"),
    ("paid", "wire", "gazette"): ("differ", "certainty", "hedge"),
    ("chief", "wire", "gazette"): ("differ", "interpretation", "loaded words"),
    ("inquiry", "voice", "courier"): ("unsure", "", "a code that no list knows"),
}
"""(point, one label, another) -> relation, aspects, code of the reason; all other pairs of a point agree."""

_ACTORS = {
    "police": "organisation", "ruiz": "person", "ministry": "organisation", "owner": "organisation", "okoro": "person",
    "union": "organisation", "port": "place", "crews": "people", "grounding": "act",
}  # fmt: skip
_STRETCH = re.compile(r"\[([^|\]]+)\|([^\]]+)\]|([^\[]+)")


@dataclass
class _Told:
    """One article on its way."""

    label: str
    spoil: Spoil
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    mentions: list[tuple[str, str, str, Span]] = field(default_factory=list)
    """actor, point, name as written, place"""
    skipped: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.id = f"{self.label:0<12}"
        self.skip(SOURCES[self.label][1], "title")
        for point, words in STORY[self.label].items():
            self.tell(point, words)
        self.skip("Read more on our website", "paragraph")

    def skip(self, words: str, kind: str) -> None:
        start = len(self.text)
        self.text += self.spoil(words)
        self.skipped.append(Span(start, len(self.text)))
        self.end(start, kind)

    def tell(self, point: str, words: str) -> None:
        start, facts = len(self.text), list[Fact]()
        for marked, said, plain in _STRETCH.findall(words):
            at = len(self.text)
            self.text += self.spoil(marked or plain)
            if said:
                facts += self.facts(point, marked, Span(at, len(self.text)), said.split(), start)
        speech = next((fact for fact in facts if isinstance(fact, Speech)), None)
        certainty = "hedged" if any(isinstance(fact, Cue) and fact.sense == "hedge" for fact in facts) else "asserted"
        id = hashlib.sha256(f"{self.label} {point}".encode()).hexdigest()[:12]
        self.claims[point] = Claim(
            id, self.id, start, len(self.text), self.text[start:],
            speaker=speech and speech.speaker, certainty=certainty, facts=tuple(facts),  # type: ignore[arg-type]
        )  # fmt: skip
        self.end(start, "paragraph")

    def end(self, start: int, kind: str) -> None:
        self.blocks.append(Block(Span(start, len(self.text)), kind))  # type: ignore[arg-type]
        self.text += "\n\n"

    def facts(self, point: str, words: str, span: Span, said: Sequence[str], start: int) -> Iterator[Fact]:
        kind, *rest = said
        if kind == "quantity":
            low, high, unit, *vague = rest
            yield Quantity(span, *map(_number, (low, high)), self.spoil(unit), bool(vague))
        elif kind == "when":
            first, last, *bound = rest
            yield When(span, date.fromisoformat(first), date.fromisoformat(last), bound=bound[0] if bound else "at")  # type: ignore[arg-type]
        elif kind == "cue":
            yield Cue(span, rest[0], span)  # type: ignore[arg-type]
        else:
            yield from self.named(point, self.spoil(words), span, kind, rest[0])
        if kind == "speech":
            verb = Span(span.end + 1, span.end + len(" said"))
            manner = "direct" if "“" in STORY[self.label][point] else "indirect"
            content = (Span(start, span.start),) if start < span.start else ()
            yield Speech(Span(span.start, verb.end), self.spoil(words), span, verb, content, manner)  # type: ignore[arg-type]

    def named(self, point: str, name: str, span: Span, kind: str, actor: str) -> Iterator[Fact]:
        self.mentions.append((actor, point, name, span))
        if kind != "act":
            yield Name(span, tuple(_form(name).split()), _ACTORS[actor], actor=f"actor-{actor}")  # type: ignore[arg-type]

    def article(self) -> Article:
        outlet, title, author, published = SOURCES[self.label]
        spoil = self.spoil
        return Article(
            id=self.id,
            path=spoil(f"{self.label}.txt"),
            label=spoil(self.label if self.label == "voice" else outlet),
            text=self.text,
            sha256=hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest(),
            blocks=tuple(self.blocks),
            title=spoil(title),
            outlet=spoil(outlet),
            author=author and spoil(author),
            published=published,
            language=spoil("en"),
            encoding=spoil("utf-8"),
            url=f"https://example.org/{self.label}",
            origin="of-the-wire" if self.label in ("wire", "herald") else f"of-{self.label}",
            notes=(spoil("the date was guessed from the file name"),) if self.label == "voice" else (),
        )


def _form(name: str) -> str:
    return name.lower().removeprefix("the ")


def _number(word: str) -> float | None:
    return None if word == "-" else float(word)


def told(labels: int = 4, spoil: Spoil = str) -> Comparison:
    """The event as the first so many sources tell it."""
    all_told = {label: _Told(label, spoil) for label in list(SOURCES)[:labels]}
    links = tuple(_links(all_told, spoil))
    groups = tuple(_groups(all_told, links))
    claims = tuple(claim for one in all_told.values() for claim in one.claims.values())
    articles = tuple(one.article() for one in all_told.values())
    skipped = tuple(
        Skipped(one.id, span, reason)  # type: ignore[arg-type]
        for one in all_told.values()
        for span, reason in zip(one.skipped, ("heading", "boilerplate"), strict=True)
    )
    scores = Scores(tuple(_scores(all_told, links)), _overall(articles, claims, groups))
    signature = {"compare": "0.1.0", "embedder": spoil("minilm"), spoil("thresholds"): {"link_threshold": 0.3}}
    notes = (spoil("The sources were written in different years."),)
    namings = tuple(_namings(all_told, spoil))
    return Comparison(signature, articles, claims, links, groups, skipped, scores, notes, namings)


def _links(all_told: dict[str, _Told], spoil: Spoil) -> Iterator[Link]:
    for one, other in combinations(all_told, 2):
        for point in (point for point in all_told[one].claims if point in all_told[other].claims):
            yield _link(point, all_told[one].claims[point], all_told[other].claims[point], (one, other), spoil)
    # One link leads out of its group.
    yield _link("", all_told["gazette"].claims["gazette alone"], all_told["wire"].claims["chief"], ("", ""), spoil)


def _link(point: str, left: Claim, right: Claim, ends: tuple[str, str], spoil: Spoil) -> Link:
    relation, aspects, code = VERDICTS.get((point, *ends), ("agree", "", "same quantity"))
    places = [claim.facts[0].span if claim.facts else claim.span for claim in (left, right)]
    words = " / ".join(
        place.of(" " * claim.start + claim.text) for place, claim in zip(places, (left, right), strict=True)
    )
    reasons = (
        Reason(spoil(code) if code not in _KNOWN else code, words, 1.7, *places),
        Reason("shared wording", spoil("the ferry"), -0.4, None, right.span),
        Reason("base", "", -0.2),
    )
    evidence = (
        Evidence("meaning", 0.81, 2.0),
        Evidence("words", 0.5, 0.7),
        Evidence(spoil("a new feature"), 0.1, -0.3),
    )
    return Link(
        f"l-{left.id}-{right.id}", left.id, right.id, 0.81, 0.93, relation, 0.87,  # type: ignore[arg-type]
        tuple(aspects.split()), evidence, reasons,  # type: ignore[arg-type]
    )  # fmt: skip


_KNOWN = {code for _, _, code in VERDICTS.values() if not code.startswith("a code")} | {"same quantity"}


def _groups(all_told: dict[str, _Told], links: Sequence[Link]) -> Iterator[Group]:
    for point in dict.fromkeys(point for one in all_told.values() for point in one.claims):
        tellers = {label: one.claims[point].id for label, one in all_told.items() if point in one.claims}
        within = [link.relation for link in links if {link.left, link.right} <= set(tellers.values())]
        origins = len({"wire" if label == "herald" else label for label in tellers})
        missing = tuple(sorted(one.id for label, one in all_told.items() if label not in tellers))
        id = hashlib.sha256(point.encode()).hexdigest()[:12]
        yield Group(f"g{id}", tuple(sorted(tellers.values())), _standing(within, origins), origins, missing)


def _standing(relations: Sequence[str], origins: int) -> Standing:
    if origins < 2:
        return "single source"
    named: dict[str, Standing] = {"conflict": "contested", "differ": "told differently", "unsure": "unsure"}
    return next((standing for relation, standing in named.items() if relation in relations), "corroborated")


def _scores(all_told: dict[str, _Told], links: Sequence[Link]) -> Iterator[PairScore]:
    ci = Interval(0.2, 0.9)
    for one, other in combinations(all_told.values(), 2):
        ends = {claim.id for claim in (*one.claims.values(), *other.claims.values())}
        between = [link for link in links if {link.left, link.right} <= ends]
        count = Counter(link.relation for link in between)
        judged = 2 * (len(between) - count["unsure"])
        linked = [len({getattr(link, end) for link in between}) for end in ("left", "right")]
        yield PairScore(
            one.id, other.id, len(one.claims), len(other.claims), *linked, count["agree"], count["differ"],
            count["conflict"], count["unsure"], count["differ"], judged, 2 * count["agree"] + count["differ"],
            ci, ci, ci,
        )  # fmt: skip


def _overall(articles: Sequence[Article], claims: Sequence[Claim], groups: Sequence[Group]) -> Overall:
    count = Counter(group.standing for group in groups)
    names: tuple[Standing, ...] = ("corroborated", "contested", "told differently", "single source", "unsure")
    origins = len({article.origin for article in articles})
    return Overall(len(articles), origins, len(claims), len(groups), *(count[name] for name in names))


def _namings(all_told: dict[str, _Told], spoil: Spoil) -> Iterator[Naming]:
    found: dict[str, list[Mention]] = defaultdict(list)
    labels: dict[str, str] = {}
    for one in all_told.values():
        for actor, point, name, span in one.mentions:
            found[actor].append(Mention(one.claims[point].id, _form(name), span))
            labels.setdefault(actor, name)
    for actor, mentions in found.items():
        forms = list(dict.fromkeys(mention.form for mention in mentions))
        if len(mentions) > 1:
            ties = tuple(Tie(forms[0], form, spoil("same words")) for form in forms[1:])
            yield Naming(f"actor-{actor}", _ACTORS[actor], labels[actor], tuple(mentions), ties)  # type: ignore[arg-type]
