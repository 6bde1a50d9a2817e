"""What is found between articles: links, groups, scores, and the comparison that holds them all."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

from compare.model.span import Span
from compare.model.texts import Article, Claim, Skipped

if TYPE_CHECKING:
    import pandas as pd

Relation = Literal["agree", "differ", "conflict", "unsure"]
Aspect = Literal[
    "quantity",
    "time",
    "place",
    "participant",
    "cause",
    "polarity",
    "certainty",
    "interpretation",
    "attribution",
]
Standing = Literal["corroborated", "contested", "told differently", "single source", "unsure"]

NamingSort = Literal["person", "place", "organisation", "people", "role", "act", "unknown"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True)
class Evidence:
    """One feature of a pair of claims and what it adds to the log-odds that they are linked."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True)
class Reason:
    """One piece of evidence for a relation."""

    code: str
    """What was seen; the report has the words for it."""
    detail: str
    """The sources' own words or figures that it rests on."""
    weight: float
    """What it adds to the log-odds of the relation chosen; negative speaks against it."""
    left: Span | None = None
    """Where in the left claim's article."""
    right: Span | None = None
    """Where in the right claim's article."""


@dataclass(frozen=True)
class Link:
    """Two claims of two articles that speak of the same proposition, and how they relate.

    `left` and `right` are claim ids, ordered by the label of their article, so that the order of
    the input files never shows.
    """

    id: str
    left: str
    right: str
    similarity: float
    """Cosine of the two claims' vectors, -1 to 1."""
    probability: float
    """That the two are linked, 0 to 1."""
    relation: Relation
    confidence: float
    """Probability of the relation, given the link, 0 to 1."""
    aspects: tuple[Aspect, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"link {self.id} joins a claim to itself")
        if not 0 <= self.probability <= 1 or not 0 <= self.confidence <= 1:
            raise ValueError(f"link {self.id}: a probability lies outside 0 to 1")

    @property
    def is_of_voices(self) -> bool:
        """Whether it is the people quoted who contradict each other, each outlet telling the words of another."""
        return self.relation == "conflict" and "attribution" in self.aspects

    def other(self, claim: str) -> str:
        """The id at its other end."""
        return self.right if claim == self.left else self.left


@dataclass(frozen=True)
class Group:
    """All claims of all articles that speak of one proposition."""

    id: str
    claims: tuple[str, ...]
    """Claim ids, at least one, sorted."""
    standing: Standing
    origins: int
    """How many independent origins tell it: copies count once."""
    missing_from: tuple[str, ...]
    """Ids of the articles that do not have it, sorted."""


@dataclass(frozen=True)
class Mention:
    """One place where an actor or an act is named."""

    claim: str
    """Id of the claim."""
    form: str
    """How it is named there: lower case, without articles and possessives."""
    span: Span


@dataclass(frozen=True)
class Tie:
    """Why two forms are taken to name one thing."""

    left: str
    right: str
    why: str
    """"same words", "surname", "acronym", "office" and the like; the report has the words for it."""


@dataclass(frozen=True)
class Naming:
    """One actor or act, with every name that the articles give it."""

    id: str
    """Derived from its forms."""
    sort: NamingSort
    label: str
    """The fullest form, as written."""
    mentions: tuple[Mention, ...]
    """By article and place."""
    ties: tuple[Tie, ...] = ()
    """The evidence that joins its forms; none where it has only one."""


@dataclass(frozen=True)
class Interval:
    """A 95 % interval; both ends included."""

    low: float
    high: float


@dataclass(frozen=True)
class PairScore:
    """What two articles share: counts, from which every ratio is derived."""

    left: str
    right: str
    claims_left: int
    claims_right: int
    linked_left: int
    """Claims of the left article with a link to the right one."""
    linked_right: int
    agree: int
    """Links with this relation; likewise the next three."""
    differ: int
    conflict: int
    unsure: int
    framed: int
    """Links that differ in certainty or interpretation."""
    judged: int
    """Linked claims, of both articles, with a verdict other than unsure."""
    worth: float
    """Sum over the judged claims of the mean worth of their links: agree 1, differ 0.5, conflict 0."""
    overlap_interval: Interval | None = None
    agreement_interval: Interval | None = None
    divergence_interval: Interval | None = None

    @property
    def links(self) -> int:
        """All links between the two."""
        return self.agree + self.differ + self.conflict + self.unsure

    @property
    def overlap(self) -> float:
        """Share of the claims of both that have a counterpart in the other, 0 to 1."""
        return (self.linked_left + self.linked_right) / (self.claims_left + self.claims_right)

    @property
    def agreement(self) -> float | None:
        """Mean worth of the judged claims, 0 to 1; None where there are none."""
        return self.worth / self.judged if self.judged else None

    @property
    def divergence(self) -> float:
        """1 - overlap * agreement; 1 where nothing is shared."""
        return 1 - self.overlap * (self.agreement or 0.0)

    @property
    def conflict_rate(self) -> float | None:
        """Share of the links that conflict; None without links."""
        return self.conflict / self.links if self.links else None

    @property
    def framing(self) -> float | None:
        """Share of the links that differ in certainty or interpretation; None without links."""
        return self.framed / self.links if self.links else None

    @property
    def omission_left(self) -> float:
        """Share of the right article's claims that the left one lacks."""
        return 1 - self.linked_right / self.claims_right

    @property
    def omission_right(self) -> float:
        """Share of the left article's claims that the right one lacks."""
        return 1 - self.linked_left / self.claims_left


@dataclass(frozen=True)
class Overall:
    """Counts over all articles."""

    articles: int
    origins: int
    claims: int
    groups: int
    corroborated: int
    contested: int
    told_differently: int
    single_source: int
    unsure: int

    @property
    def corroboration(self) -> float:
        """Share of the groups that at least two origins tell alike, 0 to 1."""
        return self.corroborated / self.groups


@dataclass(frozen=True)
class Scores:
    """The scores of every pair of articles, and the counts over all."""

    pairs: tuple[PairScore, ...]
    overall: Overall


@dataclass(frozen=True)
class Comparison:
    """Everything that was found, from articles to scores. Articles stand in the order given."""

    signature: Mapping[str, Any]
    """All that shaped the numbers: versions, model hashes, thresholds."""
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    groups: tuple[Group, ...]
    skipped: tuple[Skipped, ...]
    scores: Scores
    notes: tuple[str, ...] = ()
    """What a reader must know about this run, in words."""
    namings: tuple[Naming, ...] = ()
    """Actors and acts that more than one claim names, with all their names."""

    def __post_init__(self) -> None:
        for claim in self.claims:
            text = self.article(claim.article).text
            if claim.span.of(text) != claim.text:
                raise ValueError(f"claim {claim.id} is not verbatim at {claim.span}")
        for link in self.links:
            if self.claim(link.left).article == self.claim(link.right).article:
                raise ValueError(f"link {link.id} lies within one article")

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    def article(self, id: str) -> Article:
        """The article of that id. Raises KeyError."""
        return self._articles[id]

    def claim(self, id: str) -> Claim:
        """The claim of that id. Raises KeyError."""
        return self._claims[id]

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """pandas frames by name: articles, claims, links, groups, pairs, skipped."""
        frames: dict[str, pd.DataFrame] = _view("frames").to_frames(self)
        return frames

    def _repr_html_(self) -> str:
        html: str = _view("notebook").summary(self)
        return html


def _view(name: str) -> Any:
    # The one door from the values to `reports`: by name and on demand, so that nothing here depends on it.
    return importlib.import_module(f"reports.{name}")
