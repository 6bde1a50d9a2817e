"""A comparison of many articles, made up without the engine: what the heaviest page that people make looks like.

Few points are told by nearly all, some by several, most by one; what is told by many is linked pair by pair; and one
link in four leads to a related point. Every link has the reasons and the evidence that the engine gives one.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from random import Random

from compare.model import (
    Article,
    Aspect,
    Block,
    Certainty,
    Claim,
    Comparison,
    Cue,
    Evidence,
    Fact,
    Group,
    Interval,
    Link,
    Overall,
    PairScore,
    Quantity,
    Reason,
    Relation,
    Scores,
    Span,
    Speech,
    Standing,
    When,
)

_TOLD = ((0.34, 0.85), (0.83, 0.4), (1.33, 0.15))
"""Points for each claim of an article, and the share of the articles that tell them."""
_OUTLETS = "Gazette Courier Tribune Herald Observer Mercury Register Standard Chronicle Dispatch".split()
_WHO = "the interior ministry|police|a witness|the governor|rescue workers|the union|a spokeswoman|residents".split("|")
_DID = "pulled out|counted|moved|treated|searched for|registered|brought in|lost sight of".split("|")
_WHOM = "people|children|villagers|workers|passengers|soldiers|patients|students".split("|")
_WHERE = "near the northern bridge|in the old harbour|along the Sorve valley|at the central station".split("|")
_THEN = "after the second blast|as the water rose|while the talks went on|before help arrived".split("|")
_ASPECTS: tuple[Aspect, ...] = ("certainty", "certainty", "certainty", "interpretation", "polarity")
_RELATIONS: tuple[Relation, ...] = ("agree", "differ", "conflict", "unsure")
_EVIDENCE = (
    *("meaning", "best counterpart", "words", "numbers", "names", "neighbours", "place in the article", "length"),
    *("before any likeness", "read together", "rivals", "third article", "neighbours linked", "after reading"),
)


@dataclass(frozen=True)
class _Told:
    """One point in the words of one article; "" where it does not tell that."""

    point: int
    text: str
    number: str
    day: str
    who: str
    hedge: str


def crowd(articles: int = 20, claims: int = 60, links: int = 6000, seed: int = 7) -> Comparison:
    """So many articles, claims of each and links between them; the same arguments give the same comparison."""
    chance = Random(seed)
    told = _points(articles, claims, chance)
    made = [_article(number, [_told(point, chance) for point in points]) for number, points in enumerate(told)]
    found = [claim for _, own in made for claim in own]
    at = _by_point(told, [own for _, own in made])
    joined = tuple(_links(at, links, chance))
    groups = tuple(_groups(at, joined, [article for article, _ in made]))
    scores = _scores([article for article, _ in made], found, joined, groups)
    return Comparison(
        {"compare": "made up"}, tuple(article for article, _ in made), tuple(found), joined, groups, (), scores
    )


def _points(articles: int, claims: int, chance: Random) -> list[list[int]]:
    """The points that each article tells, in the order it tells them."""
    told: list[list[int]] = [[] for _ in range(articles)]
    point = 0
    for each, share in _TOLD:
        for _ in range(round(each * claims)):
            for article in chance.sample(range(articles), max(2, round(share * articles))):
                if len(told[article]) < claims:
                    told[article].append(point)
            point += 1
    for own in told:
        own.extend(range(point, point + claims - len(own)))
        point += claims
        chance.shuffle(own)
    return told


def _told(point: int, chance: Random) -> _Told:
    """Half of the points have a number, some a day; four claims in ten a speaker."""
    same = Random(point)
    whom, where, number, day = same.choice(_WHOM), same.choice(_WHERE), same.randint(3, 900), same.randint(1, 28)
    if chance.random() < 0.1:
        number = chance.randint(3, 900)
    counted = f"{number} {whom}" if same.random() < 0.5 else ""
    dated = f"{day} March" if same.random() < 0.3 else ""
    who = chance.choice(_WHO) if chance.random() < 0.4 else ""
    hedge = "may have" if chance.random() < 0.1 else ""
    opening = f"On {dated} they" if dated else "In the first hours they"
    told = " ".join(filter(None, (opening, hedge, chance.choice(_DID), counted or f"the {whom}", where)))
    return _Told(point, f"{told} {chance.choice(_THEN)}{f', {who} said' if who else ''}.", counted, dated, who, hedge)


def _article(number: int, told: Sequence[_Told]) -> tuple[Article, list[Claim]]:
    """Three claims a paragraph."""
    paragraphs = [told[at : at + 3] for at in range(0, len(told), 3)]
    text = "\n\n".join(" ".join(one.text for one in paragraph) for paragraph in paragraphs)
    id, label = f"{number:012x}", f"The {_OUTLETS[number % 10]} {number + 1}"
    starts, at = [], 0
    for one in told:
        starts.append(at)
        at += len(one.text) + (2 if len(starts) % 3 == 0 else 1)
    claims = [_claim(id, start, one) for start, one in zip(starts, told, strict=True)]
    blocks = [_block(claims[at : at + 3]) for at in range(0, len(claims), 3)]
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(id, f"{number}.txt", label, text, digest, tuple(blocks), title=told[0].text, outlet=label)
    return article, claims


def _block(claims: Sequence[Claim]) -> Block:
    return Block(Span(claims[0].start, claims[-1].end), "paragraph")


def _claim(article: str, start: int, told: _Told) -> Claim:
    def place(words: str) -> Span:
        at = start + told.text.index(words)
        return Span(at, at + len(words))

    id = hashlib.sha256(f"{article}{told.text}{start}".encode()).hexdigest()[:12]
    facts: list[Fact] = []
    if told.day:
        day = date(2026, 3, int(told.day.split()[0]))
        facts.append(When(place(told.day), day, day))
    if told.number:
        number, unit = told.number.split()
        facts.append(Quantity(place(told.number), float(number), float(number), unit))
    if told.who:
        facts.append(Speech(place(f"{told.who} said"), told.who, place(told.who)))
    if told.hedge:
        facts.append(Cue(place(told.hedge), "hedge"))
    sure: Certainty = "hedged" if told.hedge else "asserted"
    end = start + len(told.text)
    return Claim(id, article, start, end, told.text, speaker=told.who or None, certainty=sure, facts=tuple(facts))


def _by_point(told: Sequence[Sequence[int]], claims: Sequence[Sequence[Claim]]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for points, own in zip(told, claims, strict=True):
        for point, claim in zip(points, own, strict=True):
            found[point].append(claim)
    return dict(found)


def _links(at: dict[int, list[Claim]], most: int, chance: Random) -> Iterator[Link]:
    within = [pair for claims in at.values() for pair in combinations(claims, 2)]
    chance.shuffle(within)
    own = within[: most * 3 // 4]
    yield from (_link(left, right, chance) for left, right in own)
    shared = [claims for claims in at.values() if len(claims) > 1]
    seen: set[tuple[str, str]] = set()
    for _ in range(20 * most):
        place = chance.randrange(len(shared))
        here, there = shared[place - 1], shared[place]
        left = chance.choice(here)
        for right in chance.sample(there, min(4, len(there))):
            pair = (left.id, right.id)
            if left.article < right.article and pair not in seen and len(own) + len(seen) < most:
                seen.add(pair)
                yield _link(left, right, chance)


def _link(left: Claim, right: Claim, chance: Random) -> Link:
    numbers, clash = _numbers(left, right, chance)
    usual: tuple[float, ...] = (2, 3, 6, 2) if clash else (60, 1, 0.3, 4)
    (relation,) = chance.choices(_RELATIONS, usual)
    aspects: tuple[Aspect, ...] = () if relation == "agree" else ("quantity",) if clash else (chance.choice(_ASPECTS),)
    reasons = (
        *numbers,
        Reason("model", "", chance.uniform(-0.5, 3)),
        Reason("shared wording", f"{chance.randint(0, 60)}%", chance.uniform(-0.5, 1)),
        Reason("runner-up", "", chance.uniform(-1.5, 0)),
        Reason("base", "", chance.uniform(-1, 0.5)),
    )
    evidence = tuple(
        Evidence(name, chance.random(), chance.choice((0.01, *[chance.uniform(-2, 2)] * 2))) for name in _EVIDENCE
    )
    id = "l" + hashlib.sha256(f"{left.id}{right.id}".encode()).hexdigest()[:11]
    sure, linked = chance.uniform(0.4, 0.99), chance.uniform(0.4, 0.99)
    return Link(id, left.id, right.id, chance.random(), linked, relation, sure, aspects, evidence, reasons)


def _numbers(left: Claim, right: Claim, chance: Random) -> tuple[list[Reason], bool]:
    """The reason that their numbers are, and whether they clash; some other reason where one has none."""
    if not (left.quantities() and right.quantities()):
        span = Span(left.start, left.start + 12)
        return [Reason("loaded words", f"{left.text[:12]} / –", chance.uniform(-0.5, 0.5), span)], False
    ours, theirs = left.quantities()[0], right.quantities()[0]
    clash = ours.low != theirs.low
    detail = f"{ours.low:.0f} {ours.unit} / {theirs.low:.0f} {theirs.unit}"
    code = "other quantity" if clash else "same quantity"
    return [Reason(code, detail, chance.uniform(0.2, 2), ours.span, theirs.span)], clash


def _groups(at: dict[int, list[Claim]], links: Sequence[Link], articles: Sequence[Article]) -> Iterator[Group]:
    point_of = {claim.id: point for point, claims in at.items() for claim in claims}
    relations: dict[int, set[Relation]] = defaultdict(set)
    for link in links:
        relations[point_of[link.left]].add(link.relation)
    for point, claims in at.items():
        missing = sorted({article.id for article in articles} - {claim.article for claim in claims})
        standing = _standing(len(claims), relations[point])
        yield Group(
            f"g{point:011x}", tuple(sorted(claim.id for claim in claims)), standing, len(claims), tuple(missing)
        )


def _standing(claims: int, relations: set[Relation]) -> Standing:
    if claims == 1:
        return "single source"
    if "conflict" in relations:
        return "contested"
    return "told differently" if "differ" in relations else "corroborated"


def _scores(
    articles: Sequence[Article], claims: Sequence[Claim], links: Sequence[Link], groups: Sequence[Group]
) -> Scores:
    article_of = {claim.id: claim.article for claim in claims}
    number = Counter(article_of.values())
    by_pair: dict[tuple[str, ...], list[Link]] = defaultdict(list)
    for link in links:
        by_pair[tuple(sorted((article_of[link.left], article_of[link.right])))].append(link)
    pairs = tuple(
        _score(left.id, right.id, number, article_of, by_pair[left.id, right.id])
        for left, right in combinations(articles, 2)
    )
    standings = Counter(group.standing for group in groups)
    counted = [standings[name] for name in ("corroborated", "contested", "told differently", "single source", "unsure")]  # type: ignore[index]
    return Scores(pairs, Overall(len(articles), len(articles), len(claims), len(groups), *counted))


def _score(left: str, right: str, number: Counter[str], article_of: dict[str, str], links: Sequence[Link]) -> PairScore:
    ends = {end for link in links for end in (link.left, link.right)}
    linked = Counter(article_of[end] for end in ends)
    count = Counter(link.relation for link in links)
    ci = Interval(0.2, 0.6)
    relations = (count["agree"], count["differ"], count["conflict"], count["unsure"])
    claims = (number[left], number[right], linked[left], linked[right])
    return PairScore(left, right, *claims, *relations, 0, len(ends), len(ends) / 2, ci, ci, ci)
