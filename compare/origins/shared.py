"""Shared wording: which claim of one article was taken over, edited or not, from another, or both from a third.

Copies are found as local alignments of sentences: pairs of claims alike in their words are joined to passages where
they follow each other in both articles, and a passage is a copy when enough of its words are shared. Runs of two words
that few claims have (shingles, Broder 1997) say which pairs to look at, so that the time grows with the copies and not
with the pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from compare.model import Claim
from compare.origins.joined import Joined
from compare.origins.wordings import Told, covered, likeness, wordings
from compare.settings import Settings

BESIDE = 0.45
"""Least likeness beside a pair that reaches `copy_likeness`: a passage is copied as a whole. Source:
benchmarks/copies.md."""
ORDINARY = 3
"""Fewest shared ordinary words of a passage: names, numbers and function words are shared by chance."""
FEW_RUNS = 2
"""Runs that two claims must share to be looked at."""
USUAL = 5
"""Runs that are found more than this many times an article are formulas, and lead nowhere."""

Place = tuple[int, int]


@dataclass(frozen=True)
class _Pair:
    """Two claims that are alike, by their places in their articles, and how many of their own words they share."""

    left: Claim
    right: Claim
    words: int
    """In shared runs that hold an ordinary word, or all where they are the same."""
    ordinary: int
    """The ordinary ones in these runs."""
    sure: bool
    """Alike by themselves, and not only enough to stand beside a pair that is."""


def shared_wording(claims: Sequence[Claim], settings: Settings) -> list[tuple[Claim, Claim]]:
    """Every pair of claims of two articles that share their wording, in no order that depends on that of the articles.

    What a claim quotes is no evidence, for two reporters hear the same speech, but may be part of a passage. A passage
    needs about `copy_words` shared words, more where few are ordinary, and ORDINARY ordinary ones in shared runs. A
    changed number or a "not" put in leaves the wording shared: whether two claims agree is asked elsewhere.

    Example: "Divers had recovered nine bodies by early afternoon on Monday." and "Divers recovered eleven bodies by
    early afternoon on Monday, police said." share their wording.
    """
    articles: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.article, claim.start, claim.id)):
        articles[claim.article].append(claim)
    place = {claim.id: at for told in articles.values() for at, claim in enumerate(told)}
    alike: defaultdict[tuple[str, str], dict[Place, _Pair]] = defaultdict(dict)
    for pair in _alike([told for article in articles.values() for told in wordings(article)], settings):
        alike[pair.left.article, pair.right.article][place[pair.left.id], place[pair.right.id]] = pair
    return [
        (pair.left, pair.right)
        for found in alike.values()
        for passage in _passages(found)
        if _is_copy(passage, settings)
        for pair in passage
    ]


def _is_copy(passage: Sequence[_Pair], settings: Settings) -> bool:
    sure = [pair for pair in passage if pair.sure]
    words, ordinary = sum(pair.words for pair in sure), sum(pair.ordinary for pair in sure)
    # An ordinary word counts twice: as much as copy_words words of usual text, of which half are ordinary.
    return words + ordinary >= 1.5 * settings.copy_words and ordinary >= ORDINARY


def _passages(found: dict[Place, _Pair]) -> Iterable[list[_Pair]]:
    """Pairs of neighbours with neighbours, joined."""
    joined = Joined()
    for i, j in found:
        for near in product((i - 1, i, i + 1), (j - 1, j, j + 1)):
            if near in found:
                joined.join(_name((i, j)), _name(near))
    passages: defaultdict[str, list[_Pair]] = defaultdict(list)
    for at, pair in found.items():
        passages[joined.root(_name(at))].append(pair)
    return passages.values()


def _name(place: Place) -> str:
    return f"{place[0]} {place[1]}"


def _alike(told: Sequence[Told], settings: Settings) -> Iterator[_Pair]:
    for left, right in _candidates(told):
        a, b = left.own, right.own
        alike = likeness(a, b)
        if alike < settings.copy_likeness and (left.whole is not a or right.whole is not b):
            alike = max(alike, likeness(left.whole, right.whole))
        if alike >= BESIDE:
            there, back = covered(a, b, 2), covered(b, a, 2)
            words = a.length if a.words == b.words else min(len(there), len(back))
            ordinary = min(len(there & a.ordinary), len(back & b.ordinary))
            yield _Pair(left.claim, right.claim, words, ordinary, alike >= settings.copy_likeness)


def _candidates(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of claims of two articles that share runs which are no formulas, be they quoted or not."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for run in one.whole.pairs:
            holders[run].append(number)
    most = USUAL * len({one.claim.article for one in told})
    shared: Counter[Place] = Counter()
    for held in holders.values():
        if 1 < len(held) <= most:
            shared.update(combinations(held, 2))
    for (a, b), runs in shared.items():
        if runs >= FEW_RUNS and told[a].claim.article != told[b].claim.article:
            yield told[a], told[b]
