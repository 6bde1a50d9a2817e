"""docs/scores.md says what the code does: its tables, its arithmetic and its data, held to compare.score."""

from __future__ import annotations

import ast
import json
import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.group import groups, standing
from compare.model import Article, Claim, Group, Interval, Link, PairScore, Scores
from compare.origins import Origins
from compare.score import score
from compare.settings import Settings

PAGE = (Path(__file__).parent.parent / "docs" / "scores.md").read_text("utf-8")
SETTINGS = Settings()
SHOWN = 0.0006
"""The page rounds to three places."""


def fenced(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


(DATA,) = (json.loads(block) for block in fenced("json"))


# The example, as values


def article(label: str) -> Article:
    text = "\n".join(DATA["claims"][label].values())
    return Article(id=label, path=f"{label}.txt", label=label, text=text, sha256="", blocks=(), origin=label)


def claims(of: Article) -> Iterator[Claim]:
    for id, text in DATA["claims"][of.label].items():
        start = of.text.index(text)
        yield Claim(id, of.id, start, start + len(text), text)


ARTICLES = [article(label) for label in DATA["claims"]]
CLAIMS = [claim for one in ARTICLES for claim in claims(one)]
LINKS = [
    Link(f"l{n}", link["left"], link["right"], 0.8, 0.9, link["relation"], 0.9, tuple(link["aspects"]))
    for n, link in enumerate(DATA["links"])
]


def grouped() -> list[Group]:
    by_id = {claim.id: claim for claim in CLAIMS}
    origins = Origins(ARTICLES, CLAIMS, ((by_id[link.left], by_id[link.right]) for link in LINKS), SETTINGS)
    return list(groups(ARTICLES, CLAIMS, LINKS, origins.count, SETTINGS))


def scored() -> Scores:
    return score(ARTICLES, CLAIMS, LINKS, grouped(), SETTINGS)


def pair() -> PairScore:
    (only,) = scored().pairs
    return only


# The data against the code


@pytest.mark.parametrize("name", DATA["settings"])
def test_settings(name: str):
    assert getattr(SETTINGS, name) == DATA["settings"][name]


@pytest.mark.parametrize("name", DATA["counts"])
def test_counts(name: str):
    assert getattr(pair(), name) == DATA["counts"][name]


@pytest.mark.parametrize("name", DATA["scores"])
def test_scores(name: str):
    assert getattr(pair(), name) == pytest.approx(DATA["scores"][name], abs=SHOWN)


@pytest.mark.parametrize("name", DATA["intervals"])
def test_intervals(name: str):
    found: Interval = getattr(pair(), f"{name}_interval")
    # Another release of numpy may draw other random numbers.
    assert [found.low, found.high] == pytest.approx(DATA["intervals"][name], abs=0.02)


def test_groups():
    found = grouped()
    assert [
        {"claims": list(group.claims), "standing": group.standing, "origins": group.origins} for group in found
    ] == DATA["groups"]


@pytest.mark.parametrize("name", DATA["overall"])
def test_overall(name: str):
    assert getattr(scored().overall, name) == pytest.approx(DATA["overall"][name], abs=SHOWN)


def test_a_copy_does_not_corroborate():
    assert standing(["agree"], 2, independent=True) == "corroborated"
    assert standing(["agree"], 1, independent=False) == "single source"
    first = CLAIMS[0]
    copied = replace(first, id="b1", article="B")
    origins = Origins(ARTICLES, [first, copied], [], SETTINGS)
    assert origins.count([first, copied]) == 1


# The tables against the data


def rows(*names: str) -> Iterator[list[str]]:
    """The cells of the tables' rows that begin with one of the names."""
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if line.startswith("|") and cells[0] in names:
            yield cells


def test_tables_of_claims():
    told = {claim.id: claim.text for claim in CLAIMS}
    shown = {id: (text, linked, worth) for id, text, linked, worth in rows(*told)}
    for id, text in told.items():
        worth = DATA["worth"].get(id)
        assert shown[id] == (text, ", ".join(links_of(id)) or "–", "–" if worth is None else f"{worth:g}")


def links_of(id: str) -> Iterator[str]:
    for link in LINKS:
        if id in (link.left, link.right):
            yield f"{link.other(id)} {link.relation}"


def test_table_of_intervals():
    for name, value, interval in rows(*DATA["intervals"]):
        low, high = DATA["intervals"][name]
        assert float(value) == pytest.approx(DATA["scores"][name], abs=0.006)
        assert interval == f"{low:.2f} to {high:.2f}"


def test_table_of_standings():
    names = {group["standing"] for group in DATA["groups"]}
    shown = {name: {tuple(one.split()) for one in members.split("; ")} for name, _, members in rows(*names)}
    assert shown == {
        name: {tuple(group["claims"]) for group in DATA["groups"] if group["standing"] == name} for name in names
    }


def test_worth_of_each_claim_sums_to_what_is_stored():
    assert sum(DATA["worth"].values()) == pair().worth
    assert len(DATA["worth"]) == pair().judged


# The arithmetic

OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def value(expression: str) -> float:
    """`(5 + 4) / 11` -> 0.818…; nothing but numbers and the four operations is read."""
    return _value(ast.parse(expression, mode="eval").body)


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    assert isinstance(node, ast.Constant), ast.dump(node)
    return float(node.value)


SUMS = [line for block in fenced("text") for line in block.splitlines()]


def drawn() -> dict[str, float]:
    """The scores of the one draw that the page shows, from its data."""
    linked = {end for link in LINKS for end in (link.left, link.right)}
    worth = [DATA["worth"][id] for id in DATA["draw"] if id in DATA["worth"]]
    overlap = sum(id in linked for id in DATA["draw"]) / len(DATA["draw"])
    agreement = sum(worth) / len(worth)
    return {
        "drawn_overlap": overlap,
        "drawn_agreement": agreement,
        "drawn_divergence": 1 - overlap * agreement,
    }


@pytest.mark.parametrize("line", SUMS)
def test_arithmetic(line: str):
    name, *steps = line.split(" = ")
    known: dict[str, Any] = drawn() | {"corroboration": scored().overall.corroboration}
    expected = known[name] if name in known else getattr(pair(), name)
    assert [value(step) for step in steps] == pytest.approx([expected] * len(steps), abs=SHOWN)


def test_every_score_is_worked_out():
    assert {line.split(" = ")[0] for line in SUMS} >= {*DATA["scores"], "corroboration"}


def test_the_draw_is_the_one_shown():
    shown = re.findall(r"^    from [AB]: ((?:[ab]\d ?)+)", PAGE, re.MULTILINE)
    assert " ".join(line.strip() for line in shown).split() == DATA["draw"]
    assert len(DATA["draw"]) == len(CLAIMS)
