"""Agency credits: read where a credit stands, for what it covers; every agency by the same rules."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.ingest import from_text
from compare.model import Article, Claim
from compare.origins.agencies import AGENCY_OF, IN_TEXT
from compare.origins.citations import cited
from compare.origins.credits import Credit, credited, credits, for_whole
from tests.fakes import claim

CASES = Path(__file__).parent / "cases"
TITLE, ONE, TWO, THREE = (
    "A ferry sinks off the cape",
    "The ferry went down in a storm on Monday morning with eighty people on board.",
    "Divers looked for the missing until the evening, the coastguard said.",
    "The owner of the ship could not be reached, and his office was closed.",
)
LAYOUTS = {
    "first": f"{TITLE}\n\n{{}} {ONE}\n\n{TWO}\n\n{THREE}\n",
    "byline": f"{TITLE}\n\n{{}}\n\n{ONE}\n\n{TWO}\n\n{THREE}\n",
    "last": f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n{{}}\n",
    "end": f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{THREE} {{}}\n",
    "field": f"{{}}\nDate: 2027-02-03\n\n{TITLE}\n\n{ONE}\n\n{TWO}\n\n{THREE}\n",
    "inner": f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n{TWO}\n\n{{}}\n\n{THREE}\n\n{TWO}\n\n{ONE}\n\n{TWO}\n",
}


def cases(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [tuple(line.split(" => ")) for line in lines if line and not line.startswith("#")]


def shown(article: Article) -> str:
    found = [c.agency + ("" if c.covers.end >= len(article.text) else "*") for c in credits(article)]
    return " ".join(sorted(set(found))) or "-"


@pytest.mark.parametrize(("line", "expected"), cases("credits.txt"))
def test_what_an_article_credits(line: str, expected: str) -> None:
    place, written = line.split(" | ", 1)
    found = shown(from_text(LAYOUTS[place].format(written), "x"))
    assert found == expected, f"{line}: expected {expected}, read {found}"


@pytest.mark.parametrize(("sentence", "expected"), cases("citations.txt"))
def test_what_a_claim_cites(sentence: str, expected: str) -> None:
    found = " ".join(sorted(cited(claim(sentence)))) or "-"
    assert found == expected, f"{sentence}: expected {expected}, read {found}"


@pytest.mark.parametrize("name", ["credits.txt", "citations.txt"])
def test_no_case_stands_twice(name: str) -> None:
    assert len(set(cases(name))) == len(cases(name)) > 20


@pytest.mark.parametrize("name", sorted(AGENCY_OF))
def test_every_agency_is_treated_alike(name: str) -> None:
    for form in ("DELMA, May 3 ({}) -", "By Jane Roe, {}", "({})"):
        place = {"D": "first", "B": "byline", "(": "last"}[form[0]]
        assert for_whole(from_text(LAYOUTS[place].format(form.format(name)), "x")) == {AGENCY_OF[name]}
    plain = bool(re.fullmatch(IN_TEXT, name))
    told = f"The ship was overloaded, a diver told {name}{'' if plain else ' news agency'}."
    assert AGENCY_OF[name] in cited(claim(told))


def test_of_several_signatures_each_is_that_of_its_paragraph() -> None:
    article = from_text(f"{TITLE}\n\n{ONE} (Xinhua)\n\n{TWO} Nobody knows why that is. (dpa)\n", "x")
    assert for_whole(article) == frozenset()
    assert {(c.agency, c.covers.of(article.text)[:9]) for c in credits(article)} == {
        ("Xinhua", "The ferry"),
        ("dpa", "Divers lo"),
    }


def test_the_nearest_credit_counts() -> None:
    text = f"{ONE}\n\n{TWO}"
    everything, second = (type(claim(ONE).span)(start, len(text)) for start in (0, len(ONE) + 2))
    given = (Credit("AP", everything), Credit("dpa", second))
    assert credited(claim(ONE), given) == {"AP"}
    assert credited(claim(TWO, at=len(ONE) + 2), given) == {"dpa"}
    assert credited(claim("A diver told AFP so.", at=len(ONE) + 2), given) == {"AFP"}
    assert credited(claim(ONE), ()) == frozenset()


@given(st.text(alphabet="AP aby,.()/–—-:\n3", max_size=60), st.sampled_from(["AP", "Reuters", "(dpa)", "/TASS/", ""]))
def test_any_text_can_be_read(text: str, name: str) -> None:
    article = from_text(f"x{text}{name}{text}", "x")
    for credit in credits(article):
        assert credit.agency
        assert credit.covers.end <= len(article.text)


@pytest.mark.parametrize(
    "part", ["a ", "A ", "1,", "(", "(A", "/", "AP, ", "By A, ", "told the ", "May 3 (A", "© 2027 "]
)
def test_a_long_text_costs_no_quadratic_time(part: str) -> None:
    start = perf_counter()
    credits(from_text(part * 20_000, "x"))
    credits(from_text("DELMA " + part * 30, "x"))
    cited(Claim("a", "x", 0, len(part) * 20_000, part * 20_000))
    assert perf_counter() - start < 5
