"""The overview: who is compared, what they share, and where they clash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from compare.model import Article, Comparison, Interval, Overall, PairScore, Standing
from reports import figures, words
from reports.figures import counted, percent, ratio
from reports.safe import one_line
from reports.view.index import Index
from reports.view.lead import count_of
from reports.view.lead import lead as lead
from reports.view.values import Bar, Count, Matrix, Pair, Share, Source

_SHADES = 5
_ENOUGH = 6  # judged claims of a pair, below which its scores say too little


def title(comparison: Comparison) -> str:
    """A heading made from the names of the sources."""
    labels = [one_line(article.label) for article in comparison.articles]
    if len(labels) > 4:
        labels = [*labels[:3], f"{len(labels) - 3} others"]
    return f"How {words.joined(labels)} tell it"


def details(comparison: Comparison) -> tuple[str, ...]:
    """The details worth a column: at least one article has it, and the label does not say it already."""
    return tuple(name for name, read in _DETAILS.items() if any(map(read, comparison.articles)))


def unknown(comparison: Comparison) -> str:
    """Which details are missing everywhere."""
    missing = [name.lower() for name in _DETAILS if name not in details(comparison)]
    if any(article.outlet for article in comparison.articles):
        missing = [name for name in missing if name != "outlet"]
    return f"No source names its {words.joined(missing, 'or')}." if missing else ""


_DETAILS: dict[str, Callable[[Article], str]] = {
    "Outlet": lambda article: "" if article.outlet == article.label else one_line(article.outlet or ""),
    "Author": lambda article: one_line(article.author or ""),
    "Date": lambda article: article.published.isoformat() if article.published else "",
    "Language": lambda article: one_line(article.language or ""),
    "Encoding": lambda article: one_line(article.encoding),
}


def sources(comparison: Comparison, index: Index) -> Iterator[Source]:
    """The articles in the order given."""
    names = details(comparison)
    origins = {origin: number for number, origin in enumerate(dict.fromkeys(map(_origin, comparison.articles)), 1)}
    for article in comparison.articles:
        yield Source(
            id=article.id,
            label=index.labels[article.id],
            title=one_line(article.title or ""),
            outlet=one_line(article.outlet or ""),
            details=tuple(_DETAILS[name](article) for name in names),
            words=len(article.text.split()),
            claims=len(index.claims_of[article.id]),
            origin=origins[_origin(article)],
            url=_web_address(article.url),
            shares=_shares(comparison, article),
            notes=tuple(one_line(note) for note in article.notes),
        )


def _origin(article: Article) -> str:
    return article.origin or article.id


def _web_address(url: str | None) -> str:
    try:
        known = url and urlsplit(url).scheme in ("http", "https") and one_line(url) == url
    except ValueError:
        return ""
    return url or "" if known else ""


def _shares(comparison: Comparison, article: Article) -> str:
    others = [other for other in comparison.articles if other.id != article.id and other.origin == article.origin]
    if not article.origin or not others:
        return ""
    return f"shares its wording with {words.joined([one_line(other.label) for other in others])}"


def counts(overall: Overall) -> Iterator[Count]:
    """How many points have each standing."""
    for standing, meaning in words.STANDINGS.items():
        yield Count(standing, count_of(overall, standing), meaning)


def bars(comparison: Comparison, index: Index) -> Iterator[Bar]:
    """The claims of each source by the standing of what they tell."""
    for article in comparison.articles:
        claims = index.claims_of[article.id]
        found = Counter(index.group_of[claim.id].standing for claim in claims)
        told = [f"{found[standing]} {standing}" for standing in words.STANDINGS if found[standing]]
        yield Bar(index.labels[article.id], len(claims), tuple(_parts(found)), words.joined(told))


def _parts(found: Counter[Standing]) -> Iterator[Share]:
    total, start = found.total(), 0
    for standing in words.STANDINGS:
        if found[standing]:
            yield Share(standing, found[standing], start / total, found[standing] / total)
            start += found[standing]


def pairs(comparison: Comparison, index: Index) -> Iterator[Pair]:
    """The scores of every two sources, in the order of the articles."""
    column = {article.id: place for place, article in enumerate(comparison.articles)}
    for score in sorted(comparison.scores.pairs, key=lambda score: sorted((column[score.left], column[score.right]))):
        yield _pair(index, score)


def _pair(index: Index, score: PairScore) -> Pair:
    agreement = ratio(score, "agreement")
    return Pair(
        left=index.labels[score.left],
        right=index.labels[score.right],
        overlap=percent(ratio(score, "overlap")),
        agreement=percent(agreement),
        divergence=percent(ratio(score, "divergence")),
        overlap_interval=_interval(score.overlap_interval),
        agreement_interval=_interval(score.agreement_interval),
        divergence_interval=_interval(score.divergence_interval),
        conflict_rate=percent(ratio(score, "conflict_rate")),
        framing=percent(ratio(score, "framing")),
        omission_left=percent(ratio(score, "omission_left")),
        omission_right=percent(ratio(score, "omission_right")),
        counts=_counts(score),
        overlap_share=ratio(score, "overlap") or 0.0,
        step=None if agreement is None else min(int(agreement * (_SHADES + 1)), _SHADES),
    )


def _interval(interval: Interval | None) -> str:
    return figures.interval(interval) if interval else ""


def _counts(score: PairScore) -> str:
    parts = [f"{count} {name}" for name in ("conflict", "differ", "agree", "unsure") if (count := getattr(score, name))]
    return f"{counted(score.links, 'link')}: {', '.join(parts)}" if parts else "no links"


def alike(comparison: Comparison) -> str:
    """Which two tell it most and least alike, and whether the figures carry it."""
    if len(comparison.scores.pairs) < 2:
        return ""
    known = [pair for pair in comparison.scores.pairs if pair.judged >= _ENOUGH]
    if len(known) < 2:
        return "Which two tell it most alike cannot be told: too few of their claims are linked."
    most, *_, least = sorted(known, key=lambda pair: (pair.divergence, pair.left, pair.right))
    if most.divergence == least.divergence:
        return f"All pairs tell it equally alike (divergence {percent(most.divergence)})."
    told = f"{_both(comparison, most)} tell it most alike (divergence {percent(most.divergence)}), "
    told += f"{_both(comparison, least)} least ({percent(least.divergence)})"
    return f"{told}." if _apart(most, least) else f"{told}; the intervals overlap, so the order is not certain."


def _both(comparison: Comparison, pair: PairScore) -> str:
    return words.joined(sorted(one_line(comparison.article(id).label) for id in (pair.left, pair.right)))


def _apart(near: PairScore, far: PairScore) -> bool:
    one, other = near.divergence_interval, far.divergence_interval
    return bool(one and other and one.high < other.low)


def matrix(comparison: Comparison, made: tuple[Pair, ...]) -> Matrix:
    """Every pair once, below the diagonal."""
    labels = [one_line(article.label) for article in comparison.articles]
    by_ends = {frozenset((pair.left, pair.right)): pair for pair in made}

    def row(place: int) -> tuple[Pair | None, ...]:
        before = (by_ends.get(frozenset((labels[place], other))) for other in labels[:place])
        return (*before, *[None] * (len(labels) - 1 - place))

    rows = tuple((labels[place], row(place)) for place in range(1, len(labels)))
    return Matrix(tuple(labels[:-1]), rows, alike(comparison))
