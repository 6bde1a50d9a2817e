"""Who is quoted where, how often and in whose words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from compare.model import Claim, Comparison, Link, Span
from reports import words
from reports.figures import counted, percent
from reports.safe import one_line
from reports.view.bonds import by_severity
from reports.view.index import Index
from reports.view.passages import shown
from reports.view.speaking import HOW, PARTLY, REPORTED, Said, Who, all_said
from reports.view.values import Piece, Quote
from reports.view.values.voices import Heard, OwnVoice, Part, Retold, Saying, Speaker, SpeakerKind

_NOBODY = "No speaker told"
_ORDER: tuple[SpeakerKind, ...] = ("named", "described", "nobody")
_OPENING = re.compile(r"^(?:the|an?)\b", re.IGNORECASE)


def speakers(comparison: Comparison, index: Index) -> Iterator[Speaker]:
    """Named speakers, then those only described, then claims without any; of each the most quoted first."""
    by_who = _by_who(all_said(index))
    longest = max((max(_claims(said).values()) for said in by_who.values()), default=0)
    found = [_speaker(index, who, said, longest) for who, said in by_who.items()]
    yield from sorted(found, key=lambda one: (_ORDER.index(one.kind), -one.claims, bool(one.alone), one.title))


def own_voices(comparison: Comparison, index: Index) -> Iterator[OwnVoice]:
    """For every article, in the order given, how much of it is told in the words of others."""
    said = all_said(index)
    quoting: dict[Who, set[str]] = defaultdict(set)
    for one in said:
        quoting[one.who].add(one.claim.article)
    for article in comparison.articles:
        if claims := index.claims_of[article.id]:
            yield _own_voice(index, article.id, claims, said, quoting)


def retold(comparison: Comparison, index: Index) -> Iterator[Retold]:
    """Points on which one speaker is quoted in different words, then links between the words of different speakers."""
    said = all_said(index)
    yield from _other_words(comparison, index, said)
    by_claim: dict[str, Said] = {}
    for one in said:
        by_claim.setdefault(one.claim.id, one)
    for link in by_severity(link for link in comparison.links if "attribution" in link.aspects):
        yield _of_two(index, link, by_claim)


def _by_who(said: Iterable[Said]) -> dict[Who, list[Said]]:
    found: dict[Who, list[Said]] = defaultdict(list)
    for one in said:
        found[one.who].append(one)
    return found


def _claims(said: Iterable[Said]) -> Counter[str]:
    """Article -> how many claims."""
    return Counter(one.claim.article for one in said)


def _speaker(index: Index, who: Who, said: list[Said], longest: int) -> Speaker:
    telling = list(_claims(said))
    return Speaker(
        title=_title(index, who, said),
        kind=who.kind,
        heard=tuple(_heard(index, article.id, said, longest) for article in index.comparison.articles),
        claims=len(said),
        alone=index.labels[telling[0]] if len(telling) == 1 else "",
        sayings=tuple(_saying(index, one) for one in said),
    )


def _title(index: Index, who: Who, said: Sequence[Said]) -> str:
    """The actor's fullest name, else the longest words for a name, and the most usual of a description."""
    labels = {f"actor {naming.id}": naming.label for naming in index.comparison.namings}
    if who.what in labels:
        return one_line(labels[who.what])
    counts = Counter(one.speaker for one in said)
    if who.kind == "named":
        return min(counts, key=lambda words: (-len(words), words))
    told = min(counts, key=lambda words: (-counts[words], words))
    return _OPENING.sub(lambda match: match[0].lower(), told) or _NOBODY


def _heard(index: Index, article: str, said: Sequence[Said], longest: int) -> Heard:
    own = [one for one in said if one.claim.article == article]
    counts = [(how, sum(one.how == how for one in own)) for how in HOW]
    told = ", ".join(f"{count} {how}" for how, count in counts if count)
    return Heard(index.labels[article], len(own), told, _parts(counts, longest))


def _parts(counts: Sequence[tuple[str, int]], whole: int) -> tuple[Part, ...]:
    ends = accumulate((count for _, count in counts), initial=0)
    return tuple(
        Part(name, count, start / whole, count / whole)
        for (name, count), (start, _) in zip(counts, pairwise(ends), strict=True)
        if count
    )


def _saying(index: Index, one: Said) -> Saying:
    return Saying(_quote(index, one.claim, one.content), one.how, one.speaker)


def _quote(index: Index, claim: Claim, content: Iterable[Span]) -> Quote:
    group = index.group_of[claim.id]
    pieces = tuple(_pieces(claim, [span for span in content if span != claim.span]))
    return Quote(claim.id, index.labels[claim.article], pieces, group.id, group.standing)


def _pieces(claim: Claim, marked: Sequence[Span]) -> Iterator[Piece]:
    inner = {end for span in marked for end in (span.start, span.end) if claim.start < end < claim.end}
    for start, end in pairwise(sorted({claim.start, claim.end, *inner})):
        over = any(span.start <= start and end <= span.end for span in marked)
        yield Piece(shown(claim.text[start - claim.start : end - claim.start]), "said" if over else "")


def _own_voice(
    index: Index, article: str, claims: Sequence[Claim], said: Sequence[Said], quoting: Mapping[Who, set[str]]
) -> OwnVoice:
    by_claim: dict[str, set[str]] = defaultdict(set)
    for one in said:
        if one.claim.article == article:
            by_claim[one.claim.id].add(one.how)
    how = Counter(hows.pop() if len(hows) == 1 else PARTLY for hows in by_claim.values())
    own = len(claims) - len(by_claim)
    heard = [articles for who, articles in quoting.items() if article in articles and who.kind != "nobody"]
    alone = sum(len(articles) == 1 for articles in heard)
    return OwnVoice(
        source=index.labels[article],
        parts=_parts([*((name, how[name]) for name in HOW), ("own voice", own)], len(claims)),
        attributed=f"{len(by_claim)} of {counted(len(claims), 'claim')} ({percent(len(by_claim) / len(claims))})",
        own=f"{own} ({percent(own / len(claims))})",
        speakers=f"{len(heard)}, of them {alone} in no other source" if heard else "0",
    )


def _other_words(comparison: Comparison, index: Index, said: Sequence[Said]) -> Iterator[Retold]:
    """Direct words of one speaker in one row, from several sources, that are not the same words."""
    found: dict[tuple[str, Who], list[Said]] = defaultdict(list)
    for one in said:
        if one.how != REPORTED and one.who.kind != "nobody" and one.content:
            found[index.group_of[one.claim.id].id, one.who].append(one)
    for (row, who), quoted in sorted(found.items(), key=lambda item: (-len(_claims(item[1])), item[0][0])):
        if len(_claims(quoted)) > 1 and len({_spoken(index, one) for one in quoted}) > 1:
            yield Retold(f"{_title(index, who, quoted)} is quoted in different words",
                         row, tuple(_saying(index, one) for one in quoted))  # fmt: skip


def _spoken(index: Index, one: Said) -> str:
    """The words attributed, without quotation marks, stops and capitals."""
    text = index.comparison.article(one.claim.article).text
    return " ".join(re.findall(r"\w+", " ".join(span.of(text) for span in one.content).casefold()))


def _of_two(index: Index, link: Link, by_claim: Mapping[str, Said]) -> Retold:
    sayings = [
        _saying(index, by_claim[end])
        if end in by_claim
        else Saying(_quote(index, index.comparison.claim(end), ()), "own voice", "")
        for end in (link.left, link.right)
    ]
    called = words.called(link)
    return Retold(f"{called[:1].upper()}{called[1:]}: {words.meaning(link)}", sayings[0].quote.row, tuple(sayings))
