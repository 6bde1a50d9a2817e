"""Which names are one person's: fuller and shorter, family name alone, and spelt another way."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from compare.actors.mentions import Node, Nodes, opening_of
from compare.actors.spelling import are_spellings, skeleton
from compare.actors.ties import Ties

_MALE = frozenset("mr sir lord king prince".split())
_FEMALE = frozenset("mrs ms miss lady dame queen princess".split())
_FAMILY_FIRST = frozenset(
    """kim park lee choi jung moon yoon kang cho lim han xi li wang zhang liu chen yang huang zhao wu zhou xu sun hu
    zhu guo lin deng mao nguyen tran pham""".split()
)


def full_names(nodes: Nodes, ties: Ties) -> None:
    """John F. Kennedy and John Kennedy; J. Kennedy where no other first name with J has that family name."""
    families: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in sorted(nodes):
        if node.kind == "person" and len(node.words) > 1:
            families[node.words[-1]][node.words[0]].append(node)
    for family in families.values():
        for same_first in family.values():
            _join_middles(same_first, ties)
        _join_initials(family, ties)


def _join_middles(same: list[Node], ties: Ties) -> None:
    middles = {node.words[1:-1] for node in same if len(node.words) > 2}
    if len({tuple(word[0] for word in middle) for middle in middles}) < 2:
        for left, right in pairwise(same):
            ties.join(left, right, "fuller name")


def _join_initials(family: dict[str, list[Node]], ties: Ties) -> None:
    for first in sorted(family):
        full = [other for other in family if len(other) > 1 and other[0] == first[0]]
        if len(first) == 1 and len(full) == 1:
            ties.join(family[first][0], family[full[0]][0], "initial")


def spellings(nodes: Nodes, ties: Ties) -> None:
    """One name written in two ways, as transliterations are. One article spells a name in one way: two forms that
    stand in one article are two names.
    """
    alike: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in sorted(nodes):
        if node.kind in ("person", "body"):
            alike[node.kind, *map(skeleton, node.words)].append(node)
    for rivals in alike.values():
        for at, left in enumerate(rivals[:_MOST_ALIKE]):
            for right in rivals[at + 1 : _MOST_ALIKE]:
                if are_spellings(left.words, right.words) and not _share_an_article(nodes, left, right):
                    ties.join(left, right, "spelling")


_MOST_ALIKE = 20  # forms with the same consonants that are compared in pairs


def _share_an_article(nodes: Nodes, left: Node, right: Node) -> bool:
    return bool({one.label for one in nodes[left]} & {one.label for one in nodes[right]})


def surnames(nodes: Nodes, ties: Ties) -> None:
    """The family name alone, with the only person of that name."""
    holders: dict[tuple[str, ...], set[Node]] = defaultdict(set)
    for node in sorted(nodes):
        if node.kind == "person" and len(node.words) > 1:
            for tail in _family_names(node):
                holders[tail].add(ties.top(node))
    sexed = {node: found for node in nodes if node.kind == "person" and (found := _openings(nodes, node))}
    for node in sorted(nodes):
        people = sorted(holders.get(node.words, set()) - {ties.top(node)})
        if _may_be_surname(nodes, node) and len(people) == 1 and not _of_two_sexes(ties, sexed, node, people[0]):
            titled = any(one.name.role or opening_of(one.form) in _MALE | _FEMALE for one in nodes[node])
            ties.join(people[0], node, "title and surname" if titled else "surname")


def _family_names(node: Node) -> list[tuple[str, ...]]:
    first = [(node.words[0],)] if node.words[0] in _FAMILY_FIRST and node.words[-1] not in _FAMILY_FIRST else []
    return [*first, *(node.words[at:] for at in range(1, len(node.words)))]


def _may_be_surname(nodes: Nodes, node: Node) -> bool:
    if node.kind == "person":
        return True
    return node.kind == "body" and all(one.name.sort == "unknown" for one in nodes[node])


def _openings(nodes: Nodes, node: Node) -> set[str]:
    return {opening_of(one.form) for one in nodes[node]} & (_MALE | _FEMALE)


def _of_two_sexes(ties: Ties, sexed: dict[Node, set[str]], node: Node, person: Node) -> bool:
    """Whether one is addressed as a man and the other as a woman; `sexed` has how persons are addressed."""
    openings = set(sexed.get(node, ()))
    openings |= {opening for other, found in sexed.items() if ties.top(other) == person for opening in found}
    return bool(openings & _MALE) and bool(openings & _FEMALE)
