"""Reading a file of decisions, and the one line for each thing that can be wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from compare.errors import InputError
from compare.review import decisions, nodes
from compare.review.decisions import dumps, load, loads
from compare.review.merge import merged
from tests.conftest import ROOT
from tests.review.made import DEAD, FOURTEEN, IGNORED, MAY, NINE, OPENED, decision, exported, reviewed

NOT_TWELVE = decision(NINE, DEAD, "conflict", "quantity", comment="nine ≠ 12")
FILE = exported("Ana", NOT_TWELVE, decision(IGNORED, MAY, "unsure"))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(FILE)
    change(document)
    return json.dumps(document).encode()


def test_what_a_reviewer_decided() -> None:
    review = loads(FILE)
    assert review.reviewers == ["Ana"]
    assert [article.label for article in review.articles] == ["wire", "state", "union"]
    first, second = review.items
    assert (first.left.text, first.choice, first.aspects) == (NINE.text, "conflict", ("quantity",))
    assert first.votes[0].comment == "nine ≠ 12"
    assert second.choice == "unsure"


def test_a_time_without_a_zone_and_a_byte_order_mark_are_read() -> None:
    review = loads(b"\xef\xbb\xbf" + changed(lambda file: file.update(made="2026-02-16T11:00")))
    assert decisions.moment(review.exports[0].made).isoformat() == "2026-02-16T11:00:00+00:00"


def test_what_nobody_knows_is_kept_with_its_file() -> None:
    one = loads(changed(lambda file: file.update(theme="dark", pages=[1.5, {"a": None}])))
    both = merged({"a.json": one, "b.json": reviewed("Ben")}).review
    again = loads(dumps(both))
    assert again == both
    assert again.exports[0].extra == {"theme": "dark", "pages": [1.5, {"a": None}]}


def test_a_merged_file_reads_back_with_every_vote() -> None:
    both = merged(
        {"a.json": loads(FILE), "b.json": reviewed("Ben", decision(DEAD, NINE, "differ", peeked=True))}
    ).review
    data = dumps(both)
    assert loads(data) == both
    entry = json.loads(data)["decisions"][0]
    assert (entry["decision"], entry["disputed"], entry["peeked"]) == ("unsure", True, True)
    assert [(vote["reviewer"], vote["decision"]) for vote in entry["votes"]] == [("Ana", "conflict"), ("Ben", "differ")]
    assert entry["comment"] == "Ana: conflict (quantity), “nine ≠ 12”\nBen: differ"


SCHEMA = json.loads((ROOT / "docs" / "decisions.schema.json").read_text("utf-8"))


def test_what_these_tests_read_is_what_the_schema_describes() -> None:
    jsonschema.validate(json.loads(FILE), SCHEMA)


def test_a_merged_file_is_one_of_these_with_more_to_it() -> None:
    ben = reviewed(
        "Ben", decision(DEAD, NINE, "differ"), decision(IGNORED, MAY, "unsure"), decision(OPENED, MAY, "agree")
    )
    document = json.loads(dumps(merged({"a.json": loads(FILE), "b.json": ben}).review))
    for key in ("reviewers", "sources"):
        document.pop(key)
    for entry in document["decisions"]:
        entry.pop("votes")
        entry.pop("disputed")
    jsonschema.validate(document, SCHEMA)
    assert [entry["decision"] for entry in document["decisions"]] == ["unsure", "unsure", "agree"]


def test_half_a_character_survives() -> None:
    one = reviewed("Ana", decision(NINE, DEAD, "agree", comment="half \ud83d"))
    assert loads(dumps(one)).items[0].votes[0].comment == "half \ud83d"


def first(file: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = file["decisions"][0]
    return entry


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "kind": (lambda file: file.update(kind="something"), "this is no file of decisions"),
    "format is a word": (lambda file: file.update(format="1"), "this is no file of decisions"),
    "format is missing": (lambda file: file.pop("format"), "this is no file of decisions"),
    "newer format": (lambda file: file.update(format=2), "format 2 cannot be read, this version reads format 1"),
    "no reviewer": (lambda file: file.update(reviewer=None), "'reviewer' is not a text"),
    "an article without a label": (lambda file: file["articles"][0].update(label="  \u202e"), "'label' is empty"),
    "a novel of a reviewer": (lambda file: file.update(reviewer="x" * 201), "more than 200 characters"),
    "made": (lambda file: file.update(made="yesterday"), "'made' is not a time"),
    "signature": (lambda file: file.update(signature=[]), "'signature' is not an object"),
    "articles": (lambda file: file.update(articles={}), "'articles' is not a list"),
    "too many articles": (lambda file: file.update(articles=file["articles"] * 400), "more than 1,000"),
    "an article twice": (lambda file: file["articles"].append(file["articles"][0]), "two articles have one id"),
    "an article without hash": (lambda file: file["articles"][0].update(sha256="abc"), "'sha256' is no hash"),
    "no decisions": (lambda file: file.pop("decisions"), "the field 'decisions' is missing"),
    "a decision is a word": (lambda file: file.update(decisions=["agree"]), "not an object"),
    "an unknown decision": (lambda file: first(file).update(decision="maybe"), "none of agree, differ"),
    "a decision of null": (lambda file: first(file).update(decision=None), "'decision' is None"),
    "an unknown aspect": (lambda file: first(file).update(aspects=["colour"]), "'aspects' is 'colour'"),
    "aspects is a word": (lambda file: first(file).update(aspects="time"), "'aspects' is not a list"),
    "peeked": (lambda file: first(file).update(peeked=1), "'peeked' is not true or false"),
    "a link is a number": (lambda file: first(file).update(link=3), "'link' is not a text"),
    "comment": (lambda file: first(file).update(comment=None), "'comment' is not a text"),
    "a long comment": (lambda file: first(file).update(comment="x" * 100_001), "more than 100,000 characters"),
    "a field unknown": (lambda file: first(file).update(mood="good"), "the field 'mood' is not known"),
    "votes of one": (lambda file: first(file).update(votes=[]), "the field 'votes' is not known"),
    "a field missing": (lambda file: first(file).pop("added"), "the field 'added' is missing"),
    "a place before the text": (lambda file: first(file)["left"].update(start=-1), "'start' is not a whole number"),
    "a place is true": (lambda file: first(file)["left"].update(start=True), "'start' is not a whole number"),
    "no place": (lambda file: first(file)["left"].update(end=3), "no words, or no place for them"),
    "no words": (lambda file: first(file)["left"].update(text=" "), "no words, or no place for them"),
    "within one article": (lambda file: first(file).update(left=first(file)["right"]), "of one article"),
    "an article not listed": (lambda file: first(file)["left"].update(article="elsewhere"), "not listed, 'elsewhere'"),
}


@pytest.mark.parametrize(("change", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said_in_one_line(change: Callable[[dict[str, Any]], object], message: str) -> None:
    with pytest.raises(InputError) as error:
        loads(changed(change), "ana.json")
    assert message in str(error.value)
    assert "ana.json" in str(error.value)
    assert str(error.value).isprintable()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON"),
        (b"[]", "not an object"),
        (b"\xff\xfe{}", "not JSON"),
        (b'{"format": 1,', "not JSON"),
        (b'{"format": NaN}', "NaN is no number"),
        (b'{"format": 1e999}', "1e999 is no number"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a": ' * 60 + b"1" + b"}" * 60, "nested too deep"),
    ],
)
def test_what_is_no_json_object(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        loads(data)


def test_a_newer_format_says_what_helps() -> None:
    with pytest.raises(InputError, match="a newer version of compare reads it"):
        loads(changed(lambda file: file.update(format=2)))


def test_too_many_decisions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "MAX_DECISIONS", 1)
    with pytest.raises(InputError, match="'decisions' has 2 entries, more than 1"):
        loads(FILE)


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path, tmp_path / "none.json", Path("a\0b")):
        with pytest.raises(InputError, match="the file cannot be read"):
            load(path)
    (tmp_path / "a.json").write_bytes(FILE)
    assert load(tmp_path / "a.json") == loads(FILE)
    monkeypatch.setattr(nodes, "MAX_BYTES", 100)
    with pytest.raises(InputError, match="larger than 100 bytes"):
        load(tmp_path / "a.json")


MERGED = dumps(merged({"a": loads(FILE), "b": reviewed("Ben", decision(DEAD, FOURTEEN, "agree"))}).review)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda file: first(file).update(decision="agree"), "not what more than half of the votes say"),
        (lambda file: first(file).update(disputed=True), "'disputed' is wrong"),
        (lambda file: first(file)["votes"].append(first(file)["votes"][0]), "a reviewer has two"),
        (lambda file: first(file).update(votes=[]), "'votes' is empty"),
        (lambda file: first(file)["votes"][0].update(reviewer="Zoe"), "none of Ana, Ben"),
        (lambda file: first(file).pop("votes"), "the field 'votes' is missing"),
        (lambda file: file.update(sources=[]), "'sources' is empty"),
        (lambda file: file.pop("sources"), "the field 'sources' is missing"),
        (lambda file: file.update(theme="dark"), "the field 'theme' is not known"),
    ],
)
def test_a_merged_file_that_contradicts_itself(change: Callable[[dict[str, Any]], object], message: str) -> None:
    document = json.loads(MERGED)
    change(document)
    with pytest.raises(InputError, match=message):
        loads(json.dumps(document).encode())
