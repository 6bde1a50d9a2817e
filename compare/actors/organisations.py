"""Which names are one organisation's: initials, the expansion beside them, and the firm without its "Inc"."""

from __future__ import annotations

import re
from collections import defaultdict

from compare.actors.mentions import Node, Nodes, Sighting, stems_of
from compare.actors.ties import Ties

_CORPORATE = frozenset("inc corp corporation ltd plc llc co company group holdings gmbh ag sa".split())
_SMALL = frozenset("of the for and on in de la du des".split())
_WORD = re.compile(r"\w[\w'’]*")


def parentheses(nodes: Nodes, ties: Ties) -> None:
    """International Energy Agency (IEA): one article tells that they are one."""
    where = {(one.claim.id, one.name.span): node for node, seen in nodes.items() for one in seen}
    for node in sorted(nodes):
        for one in nodes[node]:
            if node.kind in ("body", "land") and one.after and _in_brackets(one):
                other = where[one.claim.id, one.after.span]
                if other.kind == node.kind == "body":
                    ties.join(node, other, "parenthesis")


def _in_brackets(one: Sighting) -> bool:
    if one.after is None:
        return False
    text, start = one.claim.text, one.claim.start
    between = text[one.name.span.end - start : one.after.span.start - start]
    short = text[one.after.span.start - start : one.after.span.end - start]
    closed = text[one.after.span.end - start :][:1] == ")"
    return between.strip() in ("(", "(the") and closed and _is_acronym(short) and len(one.name.words) > 1


def _is_acronym(written: str) -> bool:
    letters = written.replace(".", "")
    return 1 < len(letters) < 9 and " " not in written and sum(map(str.isupper, letters)) > len(letters) / 2


def acronyms(nodes: Nodes, ties: Ties) -> None:
    """Initials, with the only name of the event that has them."""
    expansions: dict[str, set[Node]] = defaultdict(set)
    for node in sorted(nodes):
        if node.kind == "body" and len(node.words) > 1:
            for one in nodes[node][:_ENOUGH]:
                for initials in _initials(one.written):
                    expansions[initials].add(node)
    for node in sorted(nodes):
        if node.kind != "body" or len(node.words) > 1 or not any(_is_acronym(one.written) for one in nodes[node]):
            continue
        tops = {ties.top(other) for other in expansions.get(node.words[0], ())}
        if len(tops) == 1:
            ties.join(min(expansions[node.words[0]]), node, "acronym")


_ENOUGH = 5  # sightings of one name whose wording is looked at


def _initials(written: str) -> set[str]:
    words = _WORD.findall(written.lower())
    large = [word for word in words if word not in _SMALL]
    return {"".join(word[0] for word in kept) for kept in (words, large) if len(kept) > 1}


def short_names(nodes: Nodes, ties: Ties) -> None:
    """Acme Corp. and Acme."""
    for node in sorted(nodes):
        if node.kind == "body" and len(node.words) > 1 and node.words[-1] in _CORPORATE:
            short = Node("body", stems_of(nodes[node][0].name.words[:-1]))
            if short in nodes and not any(one.name.sort == "place" for one in nodes[short]):
                ties.join(node, short, "short name")
