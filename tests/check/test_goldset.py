"""Reading gold: what is in a set, and one line for each thing that can be wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare import from_text
from compare.check.goldset import GoldLink, GoldSet, Passage, claims_for, find_sets, load_set
from compare.errors import CompareError
from compare.model import ASPECTS, RELATIONS, Article, Claim
from tests.conftest import SAMPLES, all_sample_sets

WIRE = "Ferry sinks off Cape Tarn.\n\nNine bodies were recovered, the coastguard said. The ship was built in 1984."
STATE = "Four bodies were recovered, the ministry said."
LINK = {
    "a": {"article": "wire.txt", "quote": "Nine bodies were recovered, the coastguard said."},
    "b": {"article": "state.txt", "quote": STATE},
    "relation": "conflict",
    "aspects": ["quantity"],
}
GOLD = {"set": "ferry", "articles": ["wire.txt", "state.txt"], "links": [LINK]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ferry"
    made.mkdir()
    (made / "wire.txt").write_text(WIRE, "utf-8")
    (made / "state.txt").write_text(STATE, "utf-8")
    write(made, GOLD)
    return made


def write(folder: Path, gold: object) -> None:
    (folder / "gold.json").write_text(json.dumps(gold), "utf-8")


def test_a_set_and_its_links(folder: Path) -> None:
    gold = load_set(folder)
    passages = Passage("wire.txt", LINK["a"]["quote"]), Passage("state.txt", STATE)
    assert gold == GoldSet(folder, ("wire.txt", "state.txt"), (GoldLink(*passages, "conflict", ("quantity",)),))
    assert gold.name == "ferry"
    assert gold.paths == [folder / "wire.txt", folder / "state.txt"]


def test_aspects_may_be_left_out(folder: Path) -> None:
    write(folder, {**GOLD, "links": [{**LINK, "relation": "agree", "aspects": []}]})
    assert load_set(folder).links[0].aspects == ()
    write(folder, {**GOLD, "links": [{name: value for name, value in LINK.items() if name != "aspects"}]})
    assert load_set(folder).links[0].aspects == ()


def test_sets_are_found_in_a_folder_and_below_it_by_name(folder: Path) -> None:
    assert [gold.name for gold in find_sets(folder)] == ["ferry"]
    other = folder.parent / "below" / "airport"
    other.mkdir(parents=True)
    for file in folder.iterdir():
        (other / file.name).write_bytes(file.read_bytes())
    assert [gold.name for gold in find_sets(folder.parent)] == ["airport", "ferry"]


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_a_folder_without_gold(tmp_path: Path, place: str) -> None:
    with pytest.raises(CompareError, match=r"no gold set found \(.*\); name a folder with gold.json in it or below it"):
        find_sets(tmp_path / place)


def changed(**fields: object) -> dict[str, object]:
    return {**GOLD, "links": [{**LINK, **fields}]}


def at(article: str = "wire.txt", quote: object = WIRE[:26]) -> dict[str, object]:
    return {"article": article, "quote": quote}


BROKEN = [
    ("{", "the gold cannot be read: "),
    ("[]", "the gold cannot be read: "),
    ("null", "the gold cannot be read: "),
    ("{}", "the gold cannot be read: "),
    (json.dumps({"articles": ["wire.txt"]}), "the gold cannot be read: 'links'"),
    (json.dumps({"links": []}), "the gold cannot be read: 'articles'"),
    (json.dumps({**GOLD, "links": ["agree"]}), "the gold cannot be read: "),
    (json.dumps(changed(relation="same")), "unknown relation 'same'"),
    (json.dumps(changed(relation=None)), "unknown relation None"),
    (json.dumps(changed(aspects=["colour"])), "unknown aspect 'colour'"),
    (json.dumps(changed(a=at(quote=""))), "no quote: ''"),
    (json.dumps(changed(a=at(quote=12))), "no quote: 12"),
    (json.dumps(changed(a={"quote": "x"})), "the gold cannot be read: 'article'"),
    (json.dumps(changed(a=at("state.txt", STATE))), "a link within one article, state.txt"),
    (json.dumps(changed(a=at(quote="Nine bodies were found."))), "a quote is not verbatim: 'Nine bodies were found.'"),
    (json.dumps(changed(a=at("radio.txt"))), "a quote is not verbatim: "),
    (json.dumps({**GOLD, "articles": ["wire.txt", "state.txt", "gone.txt"]}), "an article of the set cannot be read"),
]


@pytest.mark.parametrize(("written", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_what_is_wrong_is_one_line_that_names_the_file(folder: Path, written: str, message: str) -> None:
    (folder / "gold.json").write_text(written, "utf-8")
    with pytest.raises(CompareError) as caught:
        load_set(folder)
    line = str(caught.value)
    assert message in line
    assert "\n" not in line
    assert str(folder) in (caught.value.where or "")
    assert caught.value.cure


def test_a_set_without_gold_and_gold_in_another_encoding(folder: Path) -> None:
    (folder / "gold.json").write_bytes(json.dumps(GOLD).encode("utf-16"))
    with pytest.raises(CompareError, match="the gold cannot be read"):
        load_set(folder)
    (folder / "gold.json").unlink()
    with pytest.raises(CompareError, match="the gold cannot be read"):
        load_set(folder)


def test_an_article_that_is_not_utf_8(folder: Path) -> None:
    (folder / "state.txt").write_bytes("Vier Tote in Köln.".encode("latin-1"))
    with pytest.raises(CompareError, match="an article of the set cannot be read"):
        load_set(folder)


def test_a_quote_over_two_lines_keeps_their_ends(folder: Path) -> None:
    (folder / "wire.txt").write_bytes(b"Nine bodies\r\nwere recovered.")
    write(folder, changed(a=at(quote="Nine bodies\r\nwere recovered.")))
    assert load_set(folder).links[0].a.quote == "Nine bodies\r\nwere recovered."
    write(folder, changed(a=at(quote="Nine bodies\nwere recovered.")))
    with pytest.raises(CompareError, match="a quote is not verbatim"):
        load_set(folder)


# Which claims stand for a passage.

TEXT = "Nine bodies were recovered. The ship was built in 1984."
ARTICLE = from_text(TEXT, "wire")


def cut(*ends: tuple[int, int], article: Article = ARTICLE) -> list[Claim]:
    return [Claim(f"c{start}", article.id, start, end, TEXT[start:end]) for start, end in ends]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([(0, 27), (28, 55)], ["c0"]),
        ([(0, 55)], ["c0"]),
        ([(0, 11), (12, 27), (28, 55)], ["c0", "c12"]),
        ([(14, 55)], []),
        ([(13, 55)], ["c13"]),
        ([(28, 55)], []),
        ([], []),
    ],
)
def test_claims_that_overlap_by_half_of_the_shorter_stand_for_a_quote(
    ends: list[tuple[int, int]], expected: list[str]
) -> None:
    quoted = Passage("wire.txt", TEXT[:27])
    assert [claim.id for claim in claims_for(quoted, ARTICLE, cut(*ends))] == expected


def test_a_claim_of_another_article_never_stands_for_a_quote() -> None:
    other = from_text(TEXT, "state")
    assert list(claims_for(Passage("wire.txt", TEXT[:27]), ARTICLE, cut((0, 27), article=other))) == []


# The curated sets themselves.


FEW_LINKS = {"little-in-common": 5, "nothing-in-common": 0}


@pytest.mark.parametrize("folder", all_sample_sets(), ids=lambda folder: folder.name)
def test_a_curated_set_is_sound(folder: Path) -> None:
    gold = load_set(folder)
    assert len(gold.articles) >= 3
    assert len(gold.links) >= FEW_LINKS.get(folder.name, 20)
    assert {link.relation for link in gold.links} <= set(RELATIONS)
    assert {aspect for link in gold.links for aspect in link.aspects} <= set(ASPECTS)
    ends = [frozenset((link.a, link.b)) for link in gold.links]
    assert len(ends) == len(set(ends))
    assert json.loads((folder / "gold.json").read_text("utf-8"))["set"] == folder.name
    assert {path.name for path in folder.iterdir()} >= {*gold.articles, "README.md", "set.toml"}


def test_all_curated_sets_are_found() -> None:
    assert [gold.folder for gold in find_sets(SAMPLES)] == all_sample_sets()
