"""Disjoint sets of names."""

from __future__ import annotations


class Joined:
    """Disjoint sets of names (union-find); the root of a set is its smallest name, whatever the order of joining."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The smallest name joined with this one."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def join(self, a: str, b: str) -> None:
        """Put two names into one set."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
