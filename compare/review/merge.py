"""The files of several reviewers -> one review, and how far they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.errors import InputError
from compare.review.agreement import Alpha, alpha
from compare.review.decisions import Export, Item, Review, Side, Source, Vote, moment

CURE = "let all review one and the same report"
Named = Mapping[str, Review]
"""File name -> what it holds."""


@dataclass(frozen=True)
class Tally:
    """Pairs of claims that one reviewer decided."""

    decided: int
    unsure: int
    """Apart from those."""
    peeked: int
    """Of both: after the machine's verdict was seen."""


@dataclass(frozen=True)
class Merged:
    """One review out of several."""

    review: Review
    replaced: Mapping[str, int]
    """Reviewer with several files -> pairs decided otherwise at first: the later decision counts."""

    @property
    def differing(self) -> list[Item]:
        """The pairs of claims on which reviewers do not all say the same: first those without a majority."""
        found = [item for item in self.review.items if len({vote.choice for vote in item.votes}) > 1]
        return sorted(found, key=lambda item: item.choice is not None)

    @property
    def decided_by_two(self) -> int:
        """How many pairs two reviewers or more decided, unsure apart."""
        return sum(sum(map(_decided, item.votes)) > 1 for item in self.review.items)

    def tally(self, reviewer: str) -> Tally:
        """How much one reviewer did."""
        votes = [vote for item in self.review.items for vote in item.votes if vote.reviewer == reviewer]
        decided = sum(map(_decided, votes))
        return Tally(decided, len(votes) - decided, sum(vote.peeked for vote in votes))

    @property
    def runs(self) -> int:
        """How many different signatures the reports had."""
        return len({repr(sorted(export.signature.items())) for export in self.review.exports})


@dataclass(frozen=True)
class Measure:
    """One question, and how far the reviewers agree in it."""

    name: str
    told: str
    """The question in words."""
    alpha: Alpha


def merged(files: Named) -> Merged:
    """One review out of the files, the same in any order of them.

    Raises InputError where they review different articles, one claim has other words in another file, or one of several
    files does not say who reviewed.
    """
    _check_names(files)
    _check_articles(files)
    _check_claims(files)
    reviews = list(files.values())
    listed = {article.id: article for review in reviews for article in review.articles}
    articles = tuple(sorted(listed.values(), key=lambda article: (article.label, article.id)))
    labels = {article.id: article.label for article in articles}
    items = [item for review in reviews for item in review.items]
    lost = [item for review in reviews for item in review.unmatched]
    return Merged(Review(_exports(reviews), articles, _joined(items, labels), _joined(lost, labels)), _replaced(items))


def measures(review: Review) -> list[Measure]:
    """How far the reviewers agree, by several questions. Unsure is no decision, but where it says so."""
    return [
        Measure(
            "decision",
            "agree, differ, conflict or not a link; unsure counts as missing",
            _over(review, _decided, lambda vote: vote.choice),
        ),
        Measure(
            "decision, blind",
            "the same without decisions made after the machine's verdict was seen",
            _over(review, lambda vote: _decided(vote) and not vote.peeked, lambda vote: vote.choice),
        ),
        Measure(
            "decision, with unsure",
            "the same, unsure as a decision of its own",
            _over(review, lambda vote: True, lambda vote: vote.choice),
        ),
        Measure("linked", "whether the two claims are linked at all", _over(review, _decided, _links)),
        Measure(
            "relation",
            "agree, differ or conflict, where all who decided call the two linked",
            alpha(_relations(review)),
        ),
    ]


def _over(review: Review, counts: Callable[[Vote], bool], value: Callable[[Vote], object]) -> Alpha:
    return alpha([value(vote) for vote in item.votes if counts(vote)] for item in review.items)


def _relations(review: Review) -> Iterator[list[str]]:
    for item in review.items:
        decided = list(filter(_decided, item.votes))
        if all(map(_links, decided)):
            yield [vote.choice for vote in decided]


def _decided(vote: Vote) -> bool:
    return vote.choice != "unsure"


def _links(vote: Vote) -> bool:
    return vote.choice != "not a link"


def _exports(reviews: Sequence[Review]) -> tuple[Export, ...]:
    exports = [export for review in reviews for export in review.exports]
    return tuple(sorted(exports, key=lambda export: (export.reviewer, moment(export.made), repr(export))))


def _joined(items: Sequence[Item], labels: Mapping[str, str]) -> tuple[Item, ...]:
    """One item a pair of claims, in order of label and place."""
    found = [_one(same, labels) for same in _by_pair(items).values()]
    return tuple(sorted(found, key=lambda item: (*_order(item.left, labels), *_order(item.right, labels))))


def _one(same: Sequence[Item], labels: Mapping[str, str]) -> Item:
    """The pair with the latest vote of each reviewer; the claim of the article that comes first on the left."""
    left, right = sorted((same[0].left, same[0].right), key=lambda side: _order(side, labels))
    latest = {vote.reviewer: vote for vote in sorted((vote for item in same for vote in item.votes), key=_age)}
    link = min((item.link for item in same if item.link is not None), default=None)
    votes = tuple(latest[reviewer] for reviewer in sorted(latest))
    return Item(left, right, link, any(item.added for item in same), votes)


def _age(vote: Vote) -> tuple[object, ...]:
    # What follows the time settles two decisions of one moment, so that the order of the files never shows.
    return (vote.moment, vote.choice, vote.aspects, vote.comment, vote.peeked)


def _replaced(items: Sequence[Item]) -> dict[str, int]:
    found: dict[str, int] = {}
    for same in _by_pair(items).values():
        choices: dict[str, set[str]] = {}
        for vote in (vote for item in same for vote in item.votes):
            choices.setdefault(vote.reviewer, set()).add(vote.choice)
        for reviewer in (reviewer for reviewer, made in choices.items() if len(made) > 1):
            found[reviewer] = found.get(reviewer, 0) + 1
    return dict(sorted(found.items()))


def _by_pair(items: Iterable[Item]) -> dict[frozenset[str], list[Item]]:
    found: dict[frozenset[str], list[Item]] = {}
    for item in items:
        found.setdefault(item.key, []).append(item)
    return found


def _order(side: Side, labels: Mapping[str, str]) -> tuple[str, str, int, int, str]:
    return (labels.get(side.article, ""), side.article, side.start, side.end, side.claim)


def _check_names(files: Named) -> None:
    for name, review in files.items():
        if len(files) > 1 and "" in review.reviewers:
            raise InputError("it does not say who reviewed", name, "export it again with a name")


def _check_articles(files: Named) -> None:
    (first, review), *others = files.items()
    for name, other in others:
        wrong = [*_new(other.reviewed, review.articles), *_missing(review.reviewed, other.articles)]
        if wrong:
            raise InputError(f"not the articles that {first} reviews: {'; '.join(wrong)}", name, CURE)


def _new(theirs: Sequence[Source], ours: Sequence[Source]) -> Iterator[str]:
    """Those of theirs that are not ours, in words. An id stands for label and text."""
    by_text, labels = {one.sha256: one for one in ours}, {one.label for one in ours}
    for one in theirs:
        same = by_text.get(one.sha256)
        if same is None:
            yield f"{one.label!a} {'has another text' if one.label in labels else 'is new'}"
        elif one.id not in {other.id for other in ours}:
            yield f"{same.label!a} is called {one.label!a}"


def _missing(ours: Sequence[Source], theirs: Sequence[Source]) -> Iterator[str]:
    known = {one.sha256 for one in theirs} | {one.label for one in theirs}
    yield from (f"{one.label!a} is missing" for one in ours if not {one.sha256, one.label} & known)


def _check_claims(files: Named) -> None:
    """One id is one claim, in every file; the words that no longer matched are of other articles."""
    known: dict[str, Side] = {}
    for name, review in files.items():
        for side in (side for item in review.items for side in (item.left, item.right)):
            if known.setdefault(side.claim, side) != side:
                raise InputError(f"claim {side.claim[:40]!a} has other words or another place", name, CURE)
