"""Links as one line tells them, for the table, the frames and the summaries: many things in one cell, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compare.model import Claim, Comparison, Link, Reason
from reports import words
from reports.safe import one_line

SEPARATOR = ";"
"""Stands between several names or ids in one cell."""


def joined(items: Iterable[str]) -> str:
    """Several names or ids in one cell."""
    return SEPARATOR.join(items)


def reasons(link: Link) -> str:
    """Every reason with what it adds to the verdict: "Figures that do not fit: nine / at least 12 (+2.1)"."""
    told = (f"{named(reason)} ({words.signed(reason.weight)})" for reason in link.reasons)
    return f"{SEPARATOR} ".join(told)


def named(reason: Reason) -> str:
    """A reason in words, with the sources' own where it rests on some."""
    return ": ".join(filter(None, (one_line(words.reason(reason.code)), one_line(reason.detail))))


def telling(link: Link) -> list[Reason]:
    """The reasons that were seen in the two and weigh enough to be told: not those whose weight is written as 0.0."""
    seen = [reason for reason in link.reasons if reason.code not in words.UNSEEN]
    return [reason for reason in seen if words.signed(reason.weight) != words.signed(0)]


class Homes:
    """In which group each claim is."""

    def __init__(self, comparison: Comparison) -> None:
        """Look every claim up once."""
        self._comparison = comparison
        self._group = {claim: group for group in comparison.groups for claim in group.claims}

    def group(self, claim: str) -> str:
        """The id of its group; "" where it is in none."""
        return self._group[claim].id if claim in self._group else ""

    def standing(self, claim: str) -> str | None:
        """The standing of its group."""
        return self._group[claim].standing if claim in self._group else None

    def groups(self, link: Link) -> str:
        """The group of a link; two where it leads from one group to another."""
        return joined(dict.fromkeys(filter(None, (self.group(link.left), self.group(link.right)))))

    def label(self, claim: str) -> str:
        """The label of its article."""
        return self._comparison.article(self._comparison.claim(claim).article).label

    def unlinked(self) -> Iterator[Claim]:
        """The claims that no link touches."""
        linked = {end for link in self._comparison.links for end in (link.left, link.right)}
        return (claim for claim in self._comparison.claims if claim.id not in linked)
