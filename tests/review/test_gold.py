"""Decisions made into a gold set that `compare check` reads."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from compare.check.goldset import GoldSet, claims_for, load_set
from compare.errors import InputError, OutputError
from compare.model import Article, Claim, Comparison, Link, Overall, Scores, Span
from compare.review.card import files
from compare.review.decisions import Review
from compare.review.folder import write_folder
from compare.review.gold import Gold, gold, safe_name
from compare.review.merge import merged
from tests.review.made import COMPARISON, DEAD, FOURTEEN, IGNORED, MAY, NINE, OPENED, decision, reviewed

CONFLICT = decision(NINE, DEAD, "conflict", "quantity")


def article(label: str, text: str, path: str = "") -> Article:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(label, path or f"{label}.txt", label, text, sha256, ())


def claim(article: Article, words: str, sentence: str | None = None, at: int = 0) -> Claim:
    start = article.text.index(words, at)
    whole = article.text.index(sentence) if sentence else 0
    cut_from = Span(whole, whole + len(sentence)) if sentence else None
    return Claim(f"{article.id} {start}", article.id, start, start + len(words), words, sentence=cut_from)


def compared(articles: Sequence[Article], claims: Sequence[Claim], links: Sequence[Link] = ()) -> Comparison:
    return Comparison({}, tuple(articles), tuple(claims), tuple(links), (), (), Scores((), Overall(*[0] * 9)))


def saved(found: Gold, folder: Path) -> GoldSet:
    write_folder(folder, files(found, folder.name))
    return load_set(folder)


def test_the_set_loads_and_holds_what_was_decided(tmp_path: Path) -> None:
    review = reviewed(
        "Ana", CONFLICT, decision(FOURTEEN, DEAD, "agree", "attribution"), decision(OPENED, MAY, "differ")
    )
    made = saved(gold(COMPARISON, review), tmp_path / "mine")
    assert made.articles == ("wire.txt", "state.txt", "union.txt")
    assert [(link.a.quote, link.b.quote, link.relation, link.aspects) for link in made.links] == [
        (DEAD.text, NINE.text, "conflict", ("quantity",)),
        (DEAD.text, FOURTEEN.text, "agree", ("attribution",)),
        (OPENED.text, MAY.text, "differ", ()),
    ]
    assert [path.read_bytes().decode() for path in made.paths] == [one.text for one in COMPARISON.articles]
    about = tomllib.loads((tmp_path / "mine" / "set.toml").read_text("utf-8"))
    assert about["title"] == "mine"
    assert about["labelled"].startswith("By Ana, in the report of compare: 3 decisions, 0 of them")


def test_what_is_not_gold_is_counted_and_listed(tmp_path: Path) -> None:
    ben = reviewed("Ben", CONFLICT, decision(FOURTEEN, DEAD, "not a link"), decision(OPENED, NINE, "unsure"))
    lost = decision(IGNORED, DEAD, "agree")
    ana = reviewed("Ana", decision(FOURTEEN, DEAD, "agree"), decision(OPENED, FOURTEEN, "not a link"), unmatched=[lost])
    found = gold(COMPARISON, merged({"a": ana, "b": ben}).review)
    assert {(one.reason, one.left[1], one.right[1]) for one in found.left_out} == {
        ("disputed", FOURTEEN.text, DEAD.text),
        ("not a link", FOURTEEN.text, OPENED.text),
        ("unsure", NINE.text, OPENED.text),
        ("undecided", IGNORED.text, MAY.text),
        ("lost", IGNORED.text, DEAD.text),
    }
    saved(found, tmp_path / "set")
    card = (tmp_path / "set" / "README.md").read_text("utf-8")
    for reason in ("disputed", "not a link", "unsure", "undecided", "lost"):
        assert f"### 1 {reason}: " in card
    assert "Ana: agree; Ben: not a link" in card
    assert "Krippendorff's alpha" in card


def test_the_part_of_a_sentence_is_quoted_as_the_sentence_and_the_strongest_relation_counts(tmp_path: Path) -> None:
    whole = "Nine men died, and the pit was closed."
    one, two = article("one", f"Title\n\n{whole}"), article("two", "Four men died. The pit stays open.")
    died, closed = claim(one, "Nine men died,", whole), claim(one, "and the pit was closed.", whole)
    both = claim(two, "Four men died.")
    comparison = compared([two, one], [died, closed, both])
    decided = [decision(died, both, "differ", "quantity"), decision(both, closed, "conflict", "time")]
    found = gold(comparison, reviewed("Ana", *decided, comparison=comparison))
    (link,) = saved(found, tmp_path / "set").links
    assert (link.a.quote, link.b.quote) == ("Four men died.", whole)
    assert (link.relation, link.aspects) == ("conflict", ("quantity", "time"))
    assert "the decisions about 2 pairs of claims give 1 link between" in (tmp_path / "set" / "README.md").read_text(
        "utf-8"
    )


def test_words_that_stand_twice_are_quoted_with_a_few_beside_them(tmp_path: Path) -> None:
    one = article("one", "Nine men died\n\nNine men died on Monday. The mine was shut down at once.\n\nNine men died")
    two = article("two", "Nine men died.")
    title, last, other = claim(one, "Nine men died"), claim(one, "Nine men died", at=60), claim(two, "Nine men died.")
    monday = claim(one, "Nine men died on Monday.")
    comparison = compared([one, two], [title, monday, last, other])
    decided = [decision(left, other, "agree") for left in (title, monday, last)]
    made = saved(gold(comparison, reviewed("Ana", *decided, comparison=comparison)), tmp_path / "set")
    assert [one.text.count(link.a.quote) for link in made.links] == [1, 1, 1]
    for link, meant in zip(made.links, (title, monday, last), strict=True):
        assert [found.id for found in claims_for(link.a, one, comparison.claims)] == [meant.id]


def test_words_that_no_quote_tells_apart_are_listed() -> None:
    one, two = article("one", "Yes. " * 30), article("two", "Yes, he said. No.")
    here = [claim(one, "Yes.", at=5 * place) for place in range(30)]
    said, no = claim(two, "Yes, he said."), claim(two, "No.")
    comparison = compared([one, two], [*here, said, no])
    decided = [decision(here[12], said, "agree"), decision(here[0], no, "conflict")]
    with pytest.raises(InputError, match="no pair was decided"):
        gold(comparison, reviewed("Ana", *decided, comparison=comparison))
    other = article("three", "He said yes.")
    wider = compared([one, two, other], [*here, said, claim(other, "He said yes.")])
    decided.append(decision(said, wider.claims[-1], "agree"))
    found = gold(wider, reviewed("Ana", *decided, comparison=wider))
    assert [left.reason for left in found.left_out] == ["not quotable", "not quotable"]
    assert len(found.links) == 1


def test_file_names_are_safe_and_unique(tmp_path: Path) -> None:
    labels = ["../../etc/passwd", "README", "The Kelvara Gazette", "the kelvara gazette", "\u202eمهر", "***", "CON"]
    articles = [article(label, f"Story {number}.") for number, label in enumerate(labels)]
    articles[2] = replace(articles[2], path="a.MD")
    claims = [claim(one, one.text) for one in articles]
    comparison = compared(articles, claims)
    decided = decision(claims[0], claims[1], "agree")
    made = saved(gold(comparison, reviewed("Ana", decided, comparison=comparison)), tmp_path / "set")
    assert made.articles == (
        "etc-passwd.txt",
        "readme-2.txt",
        "the-kelvara-gazette.md",
        "the-kelvara-gazette-2.txt",
        "مهر.txt",
        "article-6.txt",
        "con-2.txt",
    )
    assert len(safe_name("x" * 500)) == 60


def test_line_ends_and_every_character_stay(tmp_path: Path) -> None:
    one, two = article("one", "\tNine men died.\r\n\r\nEnd \u2028 \x0c"), article("two", "Four died 😀.")
    claims = [claim(one, "Nine men died."), claim(two, "Four died 😀.")]
    comparison = compared([one, two], claims)
    decided = decision(*claims, "conflict")
    made = saved(gold(comparison, reviewed("Ana", decided, comparison=comparison)), tmp_path / "set")
    assert [path.read_bytes().decode() for path in made.paths] == [one.text, two.text]


def test_nothing_in_a_card_is_mark_up(tmp_path: Path) -> None:
    hostile = decision(NINE, DEAD, "agree", comment="<script>x</script>\n# [a](javascript:b) \u202e|")
    review = reviewed("Ana\\ *x*", hostile, decision(FOURTEEN, DEAD, "unsure", comment="<b>|\n# no"))
    saved(gold(COMPARISON, review), tmp_path / "set")
    card = (tmp_path / "set" / "README.md").read_text("utf-8")
    assert r"Ana\\ \*x\*: unsure, “\<b\>\| \# no”" in card
    assert "<b" not in card.replace(r"\<b", "")
    about = tomllib.loads((tmp_path / "set" / "set.toml").read_text("utf-8"))
    assert "Ana\\ *x*" in about["labelled"]


def test_a_newer_engine_that_cuts_otherwise_finds_the_words_by_their_place() -> None:
    renewed = replace(COMPARISON, claims=tuple(c for c in COMPARISON.claims if c.id != OPENED.id), groups=())
    found = gold(renewed, reviewed("Ana", decision(OPENED, MAY, "differ")))
    assert found.links[0].a.quote == OPENED.text


def test_line_ends_that_a_browser_changed_are_no_other_words() -> None:
    one, two = article("one", "Nine men\r\ndied."), article("two", "Four died.")
    claims = [claim(one, one.text), claim(two, two.text)]
    comparison = compared([one, two], claims)
    decided = decision(*claims, "conflict")
    decided["left"]["text"] = "Nine men\ndied."
    for id in (claims[0].id, "of an earlier engine"):
        decided["left"]["claim"] = id
        found = gold(comparison, reviewed("Ana", decided, comparison=comparison))
        assert found.links[0].a.quote == "Nine men\r\ndied."


def test_a_reviewer_without_a_name_is_told_so(tmp_path: Path) -> None:
    saved(gold(COMPARISON, reviewed("", CONFLICT)), tmp_path / "set")
    assert "By somebody who gave no name" in (tmp_path / "set" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("review", "message"),
    [
        (reviewed("Ana", decision(NINE, DEAD, "unsure")), "no pair was decided as agree, differ or conflict"),
        (reviewed("Ana"), "no pair was decided"),
        (replace(reviewed("Ana", CONFLICT), articles=()), "'wire' is not in the decisions"),
    ],
)
def test_what_makes_no_gold(review: Review, message: str) -> None:
    with pytest.raises(InputError, match=message):
        gold(COMPARISON, review, "ana.json")


def test_decisions_about_another_report_are_refused() -> None:
    review = reviewed("Ana", CONFLICT)
    wire, *others = review.articles
    other = replace(review, articles=(replace(wire, sha256="0" * 64, label="Wire 2"), *others))
    with pytest.raises(InputError, match=r"'Wire 2' is not in the report; 'wire' is not in the decisions \(a.json\)"):
        gold(COMPARISON, other, "a.json")
    item = review.items[0]
    moved = replace(item, left=replace(item.left, claim="other", start=1, end=1 + len(item.left.text)))
    with pytest.raises(InputError, match="the words of claim 'other' do not stand in 'state'"):
        gold(COMPARISON, replace(review, items=(moved,)))


def test_half_a_character_cannot_be_written() -> None:
    one, two = article("one", "Nine \ud83d died."), article("two", "Four died.")
    claims = [claim(one, one.text), claim(two, two.text)]
    comparison = compared([one, two], claims)
    found = gold(comparison, reviewed("Ana", decision(*claims, "conflict"), comparison=comparison))
    with pytest.raises(InputError, match="half a character"):
        files(found, "set")


def test_a_folder_is_new_or_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", {"a": b"1"})
    assert (tmp_path / "empty" / "a").read_bytes() == b"1"
    (tmp_path / "file").write_bytes(b"")
    for name, message in (("empty", "not empty"), ("file", "a file of that name"), ("no/where", "no such folder")):
        with pytest.raises(OutputError, match=message):
            write_folder(tmp_path / name, {"b": b"2"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "empty", "file"]


def test_a_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it cannot be written"):
        write_folder(tmp_path / "set", {"a": b"1", "no/b": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_gold_is_json_that_a_person_can_read(tmp_path: Path) -> None:
    saved(gold(COMPARISON, reviewed("Ana", CONFLICT)), tmp_path / "set")
    text = (tmp_path / "set" / "gold.json").read_text("utf-8")
    assert json.loads(text)["set"] == "set"
    assert text.startswith('{\n "set": "set",\n "articles": [')
