"""Adjectives and their lands: "Iranian officials" and "Iran", also of lands that no table knows."""

from __future__ import annotations

from collections.abc import Iterator

from compare.actors.mentions import Node, Nodes, by_word
from compare.actors.ties import Ties

_ENDINGS = {
    "ian": ("", "y", "a", "ia", "e"),
    "an": ("", "a", "o", "e", "i"),
    "n": ("", "ia"),
    "ese": ("", "a", "o"),
    "ish": ("", "land", "e"),
    "i": ("",),
}
"""Endings of adjectives -> those of the land: "Karvian" is of "Karvia"."""
_SHORTEST = 3  # letters of the stem that is left


def adjectives_to_lands(nodes: Nodes, ties: Ties) -> None:
    """Join the adjective with its land, where the land itself is named."""
    for node in sorted(nodes):
        if node.kind == "land" and len(node.words) == 2 and Node("land", node.words[:1]) in nodes:
            ties.join(Node("land", node.words[:1]), node, "demonym")
    places = by_word(nodes, "body")
    for word, found in places.items():
        for land in lands_of(word):
            if land in places and _is_place(nodes, places[land][0]):
                ties.join(places[land][0], found[0], "demonym")
                break


def lands_of(adjective: str) -> Iterator[str]:
    """What the land of an adjective may be called: "veldrian" -> "veldr", "veldry", "veldria" and so on."""
    for ending, lands in _ENDINGS.items():
        root = adjective.removesuffix(ending)
        if root != adjective and len(root) >= _SHORTEST:
            yield from (root + end for end in lands)


def _is_place(nodes: Nodes, node: Node) -> bool:
    return any(one.name.sort == "place" for one in nodes[node])
