"""Sets of nodes -> the namings that the report shows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from compare.actors.mentions import Node, Nodes, Sighting
from compare.actors.ties import Ties
from compare.model import Mention, Naming, NamingSort, Tie

_FEWEST = 2  # claims that must name an actor


def namings_of(nodes: Nodes, ties: Ties) -> list[Naming]:
    """The actors that at least two claims name, by their first mention."""
    told = ties.told(nodes)
    found: list[tuple[tuple[str, int], Naming]] = []
    for top, members in ties.sets().items():
        seen = sorted((one for node in members for one in nodes[node]), key=lambda one: (one.label, one.start))
        if len({one.claim.id for one in seen}) >= _FEWEST:
            found.append(((seen[0].label, seen[0].start), _naming(members, seen, told.get(top, ()))))
    return _with_own_ids([naming for _, naming in sorted(found, key=lambda pair: pair[0])])


def _naming(members: Sequence[Node], seen: Sequence[Sighting], ties: Sequence[Tie]) -> Naming:
    sort = _sort(members, seen)
    mentions = tuple(Mention(one.claim.id, one.form, one.name.span) for one in seen)
    owners = sorted({" ".join(node.owner) for node in members if node.owner})
    kept = tuple(sorted(set(ties), key=lambda tie: (tie.left, tie.right, tie.why)))
    return Naming(_id(sort, {one.form for one in seen}, owners), sort, _label(sort, seen), mentions, kept)


def _sort(members: Sequence[Node], seen: Sequence[Sighting]) -> NamingSort:
    if any(node.kind == "person" for node in members):
        return "person"
    if any(node.kind == "land" and len(node.words) == 1 for node in members):
        return "place"
    counts: Counter[NamingSort] = Counter(one.name.sort for one in seen if one.name.sort != "unknown")
    return min(counts, key=lambda sort: (-counts[sort], sort)) if counts else "unknown"


def _label(sort: NamingSort, seen: Sequence[Sighting]) -> str:
    """The fullest name as written most often, without what stands before it where it is also told so."""
    own = [one for one in seen if one.name.sort in (sort, "unknown")] or seen
    counts = Counter(one.written for one in own)
    words = {one.written: len(one.name.words) for one in own}
    shouted = {written: written.isupper() and len(written) > _ACRONYM for written in words}
    often = {form: 0 if sort == "place" else -counts[form] for form in counts}  # "Karvia", however often "Karvian"
    return min(counts, key=lambda form: (-words[form], shouted[form], often[form], len(form), form))


_ACRONYM = 6  # letters up to which capitals throughout are usual


def _id(sort: str, forms: set[str], owners: Sequence[str]) -> str:
    key = "\x1f".join([sort, *sorted(forms), "\x1e", *owners])
    return "n" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _with_own_ids(namings: Sequence[Naming]) -> list[Naming]:
    """Two actors may go by the same forms; the later one's id is then numbered."""
    seen: Counter[str] = Counter()
    found: list[Naming] = []
    for naming in namings:
        number, seen[naming.id] = seen[naming.id], seen[naming.id] + 1
        id = f"{naming.id}-{number + 1}" if number else naming.id
        found.append(Naming(id, naming.sort, naming.label, naming.mentions, naming.ties))
    return found
