"""What each source calls the same actor or act."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from compare.model import Comparison, Mention, Naming
from reports.figures import counted
from reports.safe import one_line, visible
from reports.view.index import Index
from reports.view.values.namings import Alikeness, Form, Forms, Joined, Named, Sighting

_SORTS = {"people": "group of people", "role": "office", "unknown": ""}
_WHY = {
    "same words": "the same words, but for titles, endings or signs",
    "fuller name": "one is the fuller form of the other",
    "initial": "the initial fits the first name",
    "spelling": "two spellings of one name",
    "surname": "the family name, which only one person here has",
    "title and surname": "a title and the family name, which only one person here has",
    "parenthesis": "a source puts one in brackets after the other",
    "acronym": "the first letters of the other",
    "short name": "a part of the full name that fits nothing else here",
    "demonym": "the word for what belongs to the place",
    "country": "two names of one country",
    "office": "the office, of which only one holder is named",
    "one institution": "words for one institution, of which only one is named",
}
_ONE_ACT = "claims linked to each other use one where the other uses the other"
_AROUND = 32  # characters on each side of a mention


def named(comparison: Comparison, index: Index) -> Iterator[Named]:
    """Every actor and act, those first that the sources name most differently, and then the most often named."""
    counts = {naming.id: _counts(comparison, naming) for naming in comparison.namings}
    order = sorted(
        comparison.namings,
        key=lambda naming: (-round(_distance(counts[naming.id]), 6), -len(naming.mentions), naming.label, naming.id),
    )
    for naming in order:
        yield _named(index, naming, counts[naming.id])


Counts = Mapping[str, Counter[str]]
"""Article -> how often it uses each form; only articles that name the thing."""


def _counts(comparison: Comparison, naming: Naming) -> Counts:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in naming.mentions:
        found[comparison.claim(mention.claim).article][mention.form] += 1
    return found


def _distance(counts: Counts) -> float:
    """Over all pairs of sources that name it, the mean share of uses that fall on other forms, 0 to 1."""
    pairs = list(combinations(counts.values(), 2))
    return sum(1 - _common(a, b) for a, b in pairs) / len(pairs) if pairs else 0.0


def _common(a: Counter[str], b: Counter[str]) -> float:
    return sum(min(a[form] / a.total(), b[form] / b.total()) for form in a)


def _named(index: Index, naming: Naming, counts: Counts) -> Named:
    written = _written(index, naming)
    return Named(
        title=one_line(naming.label),
        sort=_SORTS.get(naming.sort, naming.sort),
        is_act=naming.sort == "act",
        alikeness=_alikeness(counts),
        forms=tuple(_forms(index, article.id, counts, written) for article in index.comparison.articles),
        shared=_shared(index, naming, counts),
        joined=tuple(Joined(_as(tie.left, written), _as(tie.right, written), _why(naming, tie.why))
                     for tie in naming.ties),
        sightings=tuple(_sighting(index, mention) for mention in naming.mentions),
    )  # fmt: skip


def _alikeness(counts: Counts) -> Alikeness:
    if len(counts) < 2:
        return "alone"
    return "alike" if len({frozenset(forms) for forms in counts.values()}) == 1 else "differ"


def _shared(index: Index, naming: Naming, counts: Counts) -> str:
    if len(counts) < 2:
        return f"named by {', '.join(index.labels[article] for article in counts)} alone"
    every = set().union(*counts.values())
    common = every.intersection(*counts.values())
    forms = counted(len(every), "word" if naming.sort == "act" else "name")
    return f"{len(common) or 'none'} of {forms} shared by all"


def _written(index: Index, naming: Naming) -> dict[str, str]:
    """Form -> as most often written; of equals the one with the fewest capitals."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in naming.mentions:
        spellings[mention.form][one_line(_at(index, mention))] += 1
    return {form: min(found, key=lambda one: (-found[one], _capitals(one), one)) for form, found in spellings.items()}


def _capitals(words: str) -> int:
    return sum(letter.isupper() for letter in words)


def _at(index: Index, mention: Mention) -> str:
    return mention.span.of(index.comparison.article(index.comparison.claim(mention.claim).article).text)


def _as(form: str, written: Mapping[str, str]) -> str:
    return written.get(form) or one_line(form)


def _forms(index: Index, article: str, counts: Counts, written: Mapping[str, str]) -> Forms:
    own = counts.get(article, Counter[str]())
    others = {form for other, forms in counts.items() if other != article for form in forms}
    order = sorted(own, key=lambda form: (-own[form], form))
    return Forms(index.labels[article], tuple(Form(written[form], own[form], form not in others) for form in order))


def _why(naming: Naming, code: str) -> str:
    return _ONE_ACT if naming.sort == "act" else _WHY.get(code, one_line(code))


def _sighting(index: Index, mention: Mention) -> Sighting:
    claim = index.comparison.claim(mention.claim)
    start, end = mention.span.start - claim.start, mention.span.end - claim.start
    return Sighting(
        claim=claim.id,
        source=index.labels[claim.article],
        before=_end_of(visible(claim.text[:start])),
        words=visible(claim.text[start:end]),
        after=_start_of(visible(claim.text[end:])),
    )


def _end_of(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    cut = text[-_AROUND:]
    return "… " + (cut.partition(" ")[2] or cut)


def _start_of(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    cut = text[:_AROUND]
    return (cut.rpartition(" ")[0] or cut) + " …"
