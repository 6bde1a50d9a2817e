"""Every error that the training corpus may have is found, and the corpus has none."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from training.annotations import SETS
from training.validate import KINDS, Corpus, counts, errors, main, on_one_line, read_corpus

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WIRE = "Dam bursts\n\nThe dam burst on Monday.\nTwo men drowned.\n"
STATE = "Dam holds\n\nThe dam held on Monday.\n"


def end(article, quote):
    return {"article": article, "quote": quote}


def clean() -> Corpus:
    """A corpus without an error, to be spoilt."""
    conflict = {"relation": "conflict", "aspects": ["polarity"]}
    wire, state = end("wire.txt", "The dam burst on Monday."), end("state.txt", "The dam held on Monday.")
    heading = end("state.txt", "Dam holds\n\nThe dam held on Monday.")
    stand_off = {"a": ["3_1ecb.xml", 0], "b": ["3_2ecb.xml", 4], "relation": "agree", "aspects": []}
    told = {
        "set": "flood",
        "article": "wire.txt",
        "quote": "Two men drowned.",
        "kind": "same",
        "text": "Two were lost.",
    }
    return deepcopy(
        Corpus(
            {
                "flood": {
                    "set": "flood",
                    "articles": ["wire.txt", "state.txt"],
                    "links": [{"a": wire, "b": state, **conflict}],
                }
            },
            {"flood": {"wire.txt": WIRE, "state.txt": STATE}},
            {"3ecb-b": {"subtopic": "3ecb", "docs": ["3_1ecb.xml", "3_2ecb.xml"], "links": [stand_off]}},
            [told, {**told, "kind": "conflict quantity", "text": "Three were lost."}],
            {
                "flood": {"set": "flood", "links": [{"a": wire, "b": heading, **conflict}]},
                "real-3ecb-b": {"set": "3ecb-b", "links": [stand_off]},
            },
        )
    )


def found(corpus, samples=SAMPLES):
    return "\n".join(errors(corpus, samples))


def test_a_clean_corpus_has_no_errors():
    assert found(clean()) == ""


FLOOD, REAL = "invented/flood: ", "real/3ecb-b: "


def _links(corpus, kind):
    return next(iter(getattr(corpus, kind).values()))["links"]


@pytest.mark.parametrize("kind", ["invented", "real", "second"])
@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"relation": "unsure"}, "unknown relation 'unsure'"),
        ({"relation": "differ", "aspects": ["colour"]}, "unknown aspect 'colour'"),
        ({"relation": "differ", "aspects": ["time", "time"]}, "aspect given twice: time"),
        ({"relation": "agree", "aspects": ["time"]}, "agrees, and differs in ['time']"),
    ],
)
def test_a_link_says_only_what_the_rules_know(kind, change, error):
    corpus = clean()
    _links(corpus, kind)[0].update(change)
    assert error in found(corpus)


@pytest.mark.parametrize("kind", ["invented", "real", "second"])
def test_a_link_is_given_once_whichever_end_is_first(kind):
    corpus = clean()
    link = _links(corpus, kind)[0]
    _links(corpus, kind).append({**link, "a": link["b"], "b": link["a"]})
    assert found(corpus).count("linked twice") == 1


@pytest.mark.parametrize("kind", ["invented", "real", "second"])
def test_a_link_joins_two_articles(kind):
    corpus = clean()
    link = _links(corpus, kind)[0]
    link["b"] = link["a"]
    assert "a link within" in found(corpus)


@pytest.mark.parametrize(
    ("quote", "text", "stands"),
    [
        ("The dam burst on Monday.", WIRE, True),
        ("The dam  burst on Monday.", WIRE, False),
        ("the dam burst on Monday.", WIRE, False),
        ("Monday.\nTwo men", WIRE, False),
        ("", WIRE, False),
        (" ", WIRE, False),
    ],
)
def test_a_quote_is_verbatim_on_one_line(quote, text, stands):
    assert on_one_line(quote, text) is stands


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda c: c.invented["flood"].update(set="fire"), FLOOD + "calls itself fire"),
        (lambda c: c.texts["flood"].update({"local.txt": "x"}), FLOOD + "names ['state.txt', 'wire.txt'], holds"),
        (
            lambda c: c.invented["flood"]["links"][0]["a"].update(quote="The dam broke."),
            FLOOD + "not verbatim on one line",
        ),
        (lambda c: c.real["3ecb-b"].update(subtopic="4ecb"), REAL + "tells of 4ecb"),
        (lambda c: c.real["3ecb-b"]["docs"].append("4_1ecb.xml"), REAL + "a document of another event: 4_1ecb.xml"),
        (lambda c: c.real["3ecb-b"]["docs"].append("3_1ecbplus.xml"), REAL + "a document of another event"),
        (lambda c: c.real["3ecb-b"]["docs"].append("3_1ecb.xml"), "real: in two sets: 3_1ecb.xml"),
        (lambda c: c.real["3ecb-b"]["docs"].remove("3_1ecb.xml"), REAL + "no document of the set: 3_1ecb.xml"),
        (lambda c: c.real["3ecb-b"]["links"][0].update(a=["3_1ecb.xml", -1]), REAL + "no sentence number: -1"),
        (lambda c: c.real["3ecb-b"]["links"][0].update(a=["3_1ecb.xml", "0"]), REAL + "no sentence number: '0'"),
        (
            lambda c: c.rewritten[0].update(set="fire"),
            "rewritten.jsonl, line 1: not verbatim on one line of fire/wire.txt",
        ),
        (lambda c: c.rewritten[1].update(kind="agree time"), "rewritten.jsonl, line 2: unknown kind 'agree time'"),
        (lambda c: c.rewritten[1].update(text="Two men  drowned."), "line 2: no other sentence"),
        (lambda c: c.rewritten[1].update(text="Three were\nlost."), "line 2: no other sentence"),
        (lambda c: c.rewritten[1].update(text="two were lost."), "rewritten.jsonl: written twice"),
        (lambda c: c.second["flood"].update(set="fire"), "second/flood: of no set: fire"),
        (
            lambda c: c.second["real-3ecb-b"]["links"][0].update(a=["3_7ecb.xml", 0]),
            "no document of the set: 3_7ecb.xml",
        ),
        (lambda c: c.second["flood"]["links"][0]["a"].update(quote="Dam"), ""),
        (lambda c: c.second["flood"]["links"][0]["a"].update(quote="Dom"), "second/flood: not verbatim in wire.txt"),
    ],
)
def test_what_is_wrong_is_named(spoil, error):
    corpus = clean()
    spoil(corpus)
    assert error in found(corpus)
    assert bool(error) == bool(found(corpus))


def test_no_article_stands_in_two_sets():
    corpus = clean()
    corpus.texts["flood"]["state.txt"] = WIRE.replace("\n", "\n\n").upper()
    assert "invented/flood/state.txt: is also invented/flood/wire.txt" in found(corpus)


def test_no_set_is_in_samples(tmp_path):
    folder = tmp_path / "flood"
    folder.mkdir()
    (folder / "gold.json").write_text("{}", "utf-8")
    (folder / "paper.txt").write_text(WIRE, "utf-8")
    told = found(clean(), tmp_path)
    assert "invented/flood: is in samples too" in told
    assert "invented/flood/wire.txt: is also samples/flood/paper.txt" in told


def test_kinds_of_rewritten_sentences():
    assert {"same", "near", "differ certainty", "conflict place"} <= KINDS
    assert not {"agree", "agree time", "conflict"} & KINDS


def test_aspects_left_out_are_counted():
    corpus = clean()
    corpus.invented["flood"]["links"][0]["aspects"] = []
    assert found(corpus) == ""
    assert "| invented | 1 | 1 | 0 | 0 | 1 | 1 |" in counts(corpus)


def test_the_corpus_has_no_errors(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["validate.py"])
    assert main() == 0
    assert "| invented | 57 |" in capsys.readouterr().out


def test_an_error_exits_with_one(tmp_path, monkeypatch, capsys):
    for folder in ("invented/flood", "real", "second"):
        (tmp_path / folder).mkdir(parents=True)
    gold = clean().invented["flood"] | {"set": "fire"}
    (tmp_path / "invented/flood/gold.json").write_text(json.dumps(gold), "utf-8")
    (tmp_path / "invented/flood/wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "invented/flood/state.txt").write_text(STATE, "utf-8")
    (tmp_path / "rewritten.jsonl").write_text("", "utf-8")
    monkeypatch.setattr("sys.argv", ["validate.py", "--sets", str(tmp_path)])
    assert main() == 1
    assert capsys.readouterr().out.splitlines()[-1] == "invented/flood: calls itself fire"


def test_the_card_gives_the_counts_as_printed():
    card = (SETS / "README.md").read_text("utf-8")
    assert counts(read_corpus(SETS)) in card
