"""Names of all articles -> actors: which mentions speak of one person, body, place or office, and why.

Every join keeps its evidence as a `Tie`. Decisions, all of them for precision:
- Two people of one family name are never joined, nor is the family name alone with either of them.
- A word for a people joins its land only where it describes something ("Iranian officials"); as a noun
  ("Iranians") it is an actor of its own.
- "The government", "the regime", "the authorities" and the like name one institution, since the articles tell of one
  event: those of one land are joined, and those without a land with the only land that has one named.
- An office without a name is its holder only where one holder is known over all articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.actors.lands import adjectives_to_lands
from compare.actors.mentions import nodes_of, sightings
from compare.actors.namings import namings_of
from compare.actors.offices import join_bodies, join_offices
from compare.actors.organisations import acronyms, parentheses, short_names
from compare.actors.persons import full_names, spellings, surnames
from compare.actors.ties import Ties
from compare.model import Article, Claim, Fact, Name, Naming, Span

__all__ = ["join_actors"]


def join_actors(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[list[Claim], list[Naming]]:
    """The claims, each name with the actor it was joined with, and the actors that at least two claims name.

    The order of the articles and claims changes nothing but the order of the claims given back.

    Example: "Foreign Minister Kamran Sadeghi" in one article and "Sadeghi" in another make one `Naming` with the
    tie ("foreign minister kamran sadeghi", "sadeghi", "surname").
    """
    seen = sightings(articles, claims)
    nodes = nodes_of(seen)
    ties = Ties(nodes)
    for rule in (full_names, spellings, surnames, parentheses, acronyms, short_names, adjectives_to_lands):
        rule(nodes, ties)
    join_bodies(nodes, ties)
    join_offices(nodes, ties)
    namings = namings_of(nodes, ties)
    return _with_actors(claims, namings), namings


def _with_actors(claims: Sequence[Claim], namings: Sequence[Naming]) -> list[Claim]:
    actor = {(mention.claim, mention.span): naming.id for naming in namings for mention in naming.mentions}
    return [_with_actor(claim, actor) for claim in claims]


def _with_actor(claim: Claim, actor: dict[tuple[str, Span], str]) -> Claim:
    facts = tuple(_renamed(fact, actor.get((claim.id, fact.span))) for fact in claim.facts)
    return replace(claim, facts=facts) if facts != claim.facts else claim


def _renamed(fact: Fact, actor: str | None) -> Fact:
    if not isinstance(fact, Name) or fact.actor == actor:
        return fact
    return Name(fact.span, fact.words, fact.sort, fact.role, actor)
