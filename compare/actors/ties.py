"""Sets of nodes that name one actor, and the evidence that joined them."""

from __future__ import annotations

from collections.abc import Iterable

from compare.actors.mentions import Node, Nodes
from compare.model import Tie


class Ties:
    """Disjoint sets of nodes (union by least key, with path halving), and a tie for every join."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._above: dict[Node, Node] = {node: node for node in nodes}
        self._found: list[tuple[Node, Node, str]] = []

    def top(self, node: Node) -> Node:
        """The node that stands for all that were joined with this one."""
        while self._above[node] is not node:
            self._above[node] = self._above[self._above[node]]
            node = self._above[node]
        return node

    def join(self, left: Node, right: Node, why: str) -> None:
        """Take two nodes for one actor."""
        a, b = sorted((self.top(left), self.top(right)))
        if a != b:
            self._above[b] = a
            self._found.append((left, right, why))

    def sets(self) -> dict[Node, list[Node]]:
        """Every set by its top, members sorted."""
        found: dict[Node, list[Node]] = {}
        for node in sorted(self._above):
            found.setdefault(self.top(node), []).append(node)
        return found

    def told(self, nodes: Nodes) -> dict[Node, list[Tie]]:
        """The ties of every set, by its top."""
        found: dict[Node, list[Tie]] = {}
        for node, seen in nodes.items():
            forms = sorted({sighting.form for sighting in seen}, key=lambda form: (-len(form), form))
            why = "country" if node.kind == "land" else "same words"
            found.setdefault(self.top(node), []).extend(Tie(forms[0], form, why) for form in forms[1:])
        for left, right, why in self._found:
            a, b = _form(nodes, left), _form(nodes, right)
            if a != b:
                found[self.top(left)].append(Tie(a, b, why))
        return found


def _form(nodes: Nodes, node: Node) -> str:
    return min((sighting.form for sighting in nodes[node]), key=lambda form: (-len(form), form))
