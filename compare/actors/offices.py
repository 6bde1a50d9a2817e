"""Offices and institutions told without a name: whose they are, and who holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from compare.actors.lands import lands_of
from compare.actors.mentions import Node, Nodes, Sighting, opening_of, owner_of
from compare.actors.ties import Ties

_COLOURS = (
    "government regime authorities state junta rulers administration",
    "army military armed-forces troops",
    "police security-forces",
)
"""Words that different outlets use for one institution."""
_SAME = {word.replace("-", " "): line.split()[0] for line in _COLOURS for word in line.split()}
_SAME["security forces"] = "security forces"
_INSTITUTIONS = (
    frozenset(_SAME)
    | frozenset("""parliament cabinet leadership opposition presidency judiciary legislature navy coastguard""".split())
    | {"central bank", "ruling party", "ruling coalition", "coast guard", "air force"}
)
_PAST = frozenset("former ex then outgoing late acting".split())

Owner = tuple[str, ...]


def join_bodies(nodes: Nodes, ties: Ties) -> None:
    """The government, the regime and the authorities of one land; without a land, of the only one named."""
    owners = _owners(nodes)
    for _, bodies in sorted(_by_institution(nodes).items()):
        named: dict[Owner, list[Node]] = defaultdict(list)
        for node in bodies:
            named[owners[node]].append(node)
        lands = [owner for owner in named if owner]
        if len(lands) == 1:
            named = {lands[0]: [*named[lands[0]], *named.get((), [])]}
        for same in named.values():
            for node in same[1:]:
                ties.join(same[0], node, "one institution")


def _by_institution(nodes: Nodes) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(nodes):
        phrase = " ".join(node.words)
        if node.kind == "office" and phrase in _INSTITUTIONS:
            found[_SAME.get(phrase, phrase)].append(node)
    return found


def _owners(nodes: Nodes) -> dict[Node, Owner]:
    """The owner of every office, adjectives of lands that no table knows taken for the land."""
    lands = {node.words[0] for node in nodes if node.kind in ("body", "land") and len(node.words) == 1}
    return {node: _land(node.owner, lands) for node in nodes if node.kind == "office"}


def _land(owner: Owner, lands: set[str]) -> Owner:
    if len(owner) != 1:
        return owner
    return next(((land,) for land in lands_of(owner[0]) if land in lands), owner)


def join_offices(nodes: Nodes, ties: Ties) -> None:
    """The foreign minister, with the only holder of that office over all articles."""
    owners = _owners(nodes)
    lands = {node.words[0] for node in nodes if node.kind in ("body", "land") and len(node.words) == 1}
    holders = _holders(nodes, ties, lands)
    offices = [node for node in sorted(nodes) if node.kind == "office" and " ".join(node.words) not in _INSTITUTIONS]
    told: dict[str, set[Owner]] = defaultdict(set)
    for node in offices:
        told[" ".join(node.words)].add(owners[node])
    for node in offices:
        phrase = " ".join(node.words)
        people = _holding(phrase, holders)
        if len({top for top, _ in people}) == 1 and _fits(owners[node], {whose for _, whose in people}, told[phrase]):
            ties.join(min(top for top, _ in people), node, "office")
    _join_by_owner(offices, owners, ties)


def _holding(phrase: str, holders: dict[str, set[tuple[Node, Owner]]]) -> set[tuple[Node, Owner]]:
    """Who holds an office; "the minister" is whoever is the only minister of anything but the prime one."""
    if phrase != "minister":
        return holders.get(phrase, set())
    return {
        one
        for office, people in holders.items()
        if office.endswith("minister") and not office.endswith("prime minister")
        for one in people
    }


def _fits(owner: Owner, theirs: set[Owner], told: Iterable[Owner]) -> bool:
    """Whether the lands told with an office and with its holder leave one land only."""
    lands = {whose for whose in (theirs | ({owner} if owner else set(told))) if whose}
    return len(lands) < 2


def _holders(nodes: Nodes, ties: Ties, lands: set[str]) -> dict[str, set[tuple[Node, Owner]]]:
    """Office -> its holders and whose office it is; those that held it once are left out."""
    found: dict[str, set[tuple[Node, Owner]]] = defaultdict(set)
    for node in sorted(nodes):
        for one in nodes[node] if node.kind == "person" else ():
            role = one.name.role
            if role and role.split()[0] not in _PAST and _is_titled(one):
                found[role].add((ties.top(node), _land(_whose(one), lands)))
    return found


def _is_titled(one: Sighting) -> bool:
    """Whether the office stands right before the name, or beside it as "the foreign minister"."""
    return _opens_with_office(one) or _apposed(one)


def _opens_with_office(one: Sighting) -> bool:
    return len(one.form.split()) > len(one.name.words) and opening_of(one.form) not in (
        "mr",
        "mrs",
        "ms",
        "dr",
    )


def _apposed(one: Sighting) -> bool:
    """Whether a definite office stands beside the name: "Kamran Sadeghi, the foreign minister,"."""
    beside = [name for name in (one.before, one.after) if name and name.sort == "role"]
    return any(" ".join(name.words) in one.name.role for name in beside)


def _whose(one: Sighting) -> Owner:
    return owner_of(one) if _opens_with_office(one) else ()


def _join_by_owner(offices: list[Node], owners: dict[Node, Owner], ties: Ties) -> None:
    """Mentions of one office of one land, and those without a land where only one land is told."""
    groups: dict[str, dict[Owner, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in offices:
        groups[" ".join(node.words)][owners[node]].append(node)
    for group in groups.values():
        lands = [owner for owner in group if owner]
        for owner in lands:
            same = [*group[owner], *(group.get((), []) if len(lands) == 1 else [])]
            for node in same[1:]:
                ties.join(same[0], node, "same words")
