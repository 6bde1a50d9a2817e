"""What linked claims call one act: "detained" in one article, "kidnapped" in another."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from compare.acts.families import Colour, word_forms
from compare.model import Claim, Mention, Name, Naming, Span, Tie

__all__ = ["acts", "colour_of"]


class _Told(NamedTuple):
    family: str
    lemma: str
    form: str
    colour: Colour
    span: Span
    """In the article."""


def acts(claims: Sequence[Claim], linked_pairs: Iterable[tuple[Claim, Claim]]) -> list[Naming]:
    """The acts, and things done or done to, that linked claims call by different words of one family.

    A word counts only where the other claim does not have it too: who tells of both an arrest and a kidnapping may
    tell of two acts. Each tie says the colours of its two forms: "neutral / blaming".

    Example: "They were detained" linked with "They were kidnapped" gives one `Naming` with two mentions.
    """
    told = {claim.id: _told(claim) for claim in claims}
    by_id = {claim.id: claim for claim in claims}
    joined: dict[str, list[tuple[_Place, _Place]]] = defaultdict(list)
    for left, right in linked_pairs:
        for a, b in _differing(told.get(left.id, []), told.get(right.id, [])):
            joined[a.family].append((_Place(left.id, a), _Place(right.id, b)))
    found = [_naming(places, by_id) for family in sorted(joined) for places in _sets(joined[family])]
    return sorted(found, key=lambda naming: naming.id)


def colour_of(form: str) -> Colour | None:
    """How a word of the table tells what it tells: "martyred" is praising; None for a word that is not in it."""
    entry = word_forms().get(form.lower())
    return entry.colour if entry else None


class _Place(NamedTuple):
    claim: str
    told: _Told


_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LONGEST = 5  # words of one entry


def _told(claim: Claim) -> list[_Told]:
    """The words of the table in a claim, names left out, the longest entry at each place."""
    words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(claim.text)]
    names = [name.span.shift(-claim.start) if claim.start else name.span for name in _named(claim)]
    found: list[_Told] = []
    at = 0
    while at < len(words):
        count, told = _entry_at(claim, words, at)
        if told and not any(span.start <= words[at][0] < span.end for span in names):
            found.append(told)
        at += count
    return found


def _named(claim: Claim) -> Iterator[Name]:
    return (name for name in claim.names() if name.sort not in ("role", "unknown") or len(name.words) > 1)


def _entry_at(claim: Claim, words: Sequence[tuple[int, int, str]], at: int) -> tuple[int, _Told | None]:
    table = word_forms()
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        form = " ".join(word for _, _, word in words[at : at + count])
        if form in table:
            entry, span = table[form], Span(words[at][0], words[at + count - 1][1]).shift(claim.start)
            return count, _Told(entry.family, entry.lemma, form, entry.colour, span)
    return 1, None


def _differing(left: Sequence[_Told], right: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Words of one family that each side has and the other has not, first with first."""
    ours, theirs = {one.lemma for one in left}, {one.lemma for one in right}
    for family in sorted({one.family for one in left}):
        here = [one for one in left if one.family == family and one.lemma not in theirs]
        there = [one for one in right if one.family == family and one.lemma not in ours]
        yield from ((a, b) for a in here[:_MOST] for b in there[:_MOST])


_MOST = 3  # words of one family in one claim


def _sets(pairs: Sequence[tuple[_Place, _Place]]) -> list[list[tuple[_Place, _Place]]]:
    """The pairs of one family by chains of linked claims: what hangs together tells of one act."""
    above: dict[str, str] = {}

    def top(claim: str) -> str:
        while above.setdefault(claim, claim) != claim:
            claim = above[claim]
        return claim

    for left, right in pairs:
        a, b = sorted((top(left.claim), top(right.claim)))
        above[b] = a
    found: dict[str, list[tuple[_Place, _Place]]] = defaultdict(list)
    for pair in pairs:
        found[top(pair[0].claim)].append(pair)
    return [found[key] for key in sorted(found)]


def _naming(pairs: Sequence[tuple[_Place, _Place]], claims: dict[str, Claim]) -> Naming:
    places = sorted(
        {place for pair in pairs for place in pair},
        key=lambda place: (claims[place.claim].article, place.told.span, place.claim),
    )
    mentions = tuple(Mention(place.claim, place.told.form, place.told.span) for place in places)
    ties = sorted({_tie(left.told, right.told) for left, right in pairs}, key=lambda tie: (tie.left, tie.right))
    return Naming(_id(mentions, places[0].told.family), "act", _label(places), mentions, tuple(ties))


def _tie(a: _Told, b: _Told) -> Tie:
    left, right = sorted((a, b), key=lambda one: one.form)
    return Tie(left.form, right.form, f"{left.colour} / {right.colour}")


def _label(places: Sequence[_Place]) -> str:
    """The most usual of the least coloured words."""
    counts = Counter((place.told.colour != "neutral", place.told.form) for place in places)
    return min(counts, key=lambda key: (key[0], -counts[key], key[1]))[1]


def _id(mentions: Sequence[Mention], family: str) -> str:
    key = "\x1f".join(
        ["act", family, *sorted({mention.form for mention in mentions}), *sorted({m.claim for m in mentions})]
    )
    return "n" + hashlib.sha256(key.encode()).hexdigest()[:12]
