"""Check the whole training corpus, and count it.

usage: python training/validate.py [--sets FOLDER] [--samples FOLDER]

Prints how many sets and links there are by relation and aspect, then one line an error; exits with 1 where there is
any. Links that differ or conflict without an aspect are counted, not errors.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tables import ROOT, table
from compare.model import ASPECTS
from training.annotations import SETS, STRENGTH, passage

KINDS = {"same", "near"} | {f"{relation} {aspect}" for relation in ("differ", "conflict") for aspect in ASPECTS}
"""What a rewritten sentence may be of its original."""
Json = Mapping[str, Any]
Texts = Mapping[str, str]
"""Article or document -> its text."""


@dataclass(frozen=True)
class Corpus:
    """Everything under training/sets, as it stands in the files."""

    invented: Mapping[str, Json]
    texts: Mapping[str, Texts]
    """Set -> its articles, as they lie in its folder."""
    real: Mapping[str, Json]
    rewritten: Sequence[Json]
    second: Mapping[str, Json]
    """By file name; those of real sets begin with real-."""


def read_corpus(sets: Path) -> Corpus:
    """Read every file. Raises what json raises where one is broken."""
    golds = sorted((sets / "invented").glob("*/gold.json"))
    return Corpus(
        {path.parent.name: _json(path) for path in golds},
        {path.parent.name: _articles(path.parent) for path in golds},
        {path.stem: _json(path) for path in sorted((sets / "real").glob("*.json"))},
        [json.loads(line) for line in (sets / "rewritten.jsonl").read_text("utf-8").splitlines()],
        {path.stem: _json(path) for path in sorted((sets / "second").glob("*.json"))},
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _articles(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}


def errors(corpus: Corpus, samples: Path) -> Iterator[str]:
    """One line an error, by kind of set."""
    for name, gold in corpus.invented.items():
        yield from (f"invented/{name}: {error}" for error in invented_errors(name, gold, corpus.texts[name]))
    for name, gold in corpus.real.items():
        yield from (f"real/{name}: {error}" for error in real_errors(name, gold))
    yield from _twice("real: in two sets", [document for gold in corpus.real.values() for document in gold["docs"]])
    for number, one in enumerate(corpus.rewritten, 1):
        yield from (f"rewritten.jsonl, line {number}: {error}" for error in rewritten_errors(one, corpus.texts))
    yield from _twice("rewritten.jsonl: written twice", [_words(one["quote"], one["text"]) for one in corpus.rewritten])
    for name, gold in corpus.second.items():
        yield from (f"second/{name}: {error}" for error in second_errors(name, gold, corpus))
    yield from shared_articles(corpus.texts, samples)


def invented_errors(name: str, gold: Json, texts: Texts) -> Iterator[str]:
    """Articles are those of the folder, quotes are verbatim on one line of them."""
    if gold["set"] != name:
        yield f"calls itself {gold['set']}"
    if sorted(gold["articles"]) != sorted(texts):
        yield f"names {sorted(gold['articles'])}, holds {sorted(texts)}"
    yield from link_errors(gold["links"])
    for article, quote in _ends(gold["links"]):
        if not on_one_line(quote, texts.get(article, "")):
            yield f"not verbatim on one line of {article}: {quote[:60]!r}"


def real_errors(name: str, gold: Json) -> Iterator[str]:
    """Links join sentences, by number, of two documents of the set; sets of one event differ by a letter."""
    if gold["subtopic"] != re.sub(r"-[a-z]$", "", name):
        yield f"tells of {gold['subtopic']}"
    for document in gold["docs"]:
        if re.sub(r"_\d+(\w+)\.xml", r"\1", document) != gold["subtopic"]:
            yield f"a document of another event: {document}"
    yield from link_errors(gold["links"])
    yield from _stand_off_errors(gold["links"], gold["docs"])


def _stand_off_errors(links: Sequence[Json], documents: Sequence[str]) -> Iterator[str]:
    for document, number in _ends(links):
        if document not in documents:
            yield f"no document of the set: {document}"
        if type(number) is not int or number < 0:
            yield f"no sentence number: {number!r}"


def rewritten_errors(one: Json, texts: Mapping[str, Texts]) -> Iterator[str]:
    """The original is verbatim in an invented set, the kind is known, and the text is another sentence on one line."""
    if not on_one_line(one["quote"], texts.get(one["set"], {}).get(one["article"], "")):
        yield f"not verbatim on one line of {one['set']}/{one['article']}: {one['quote'][:60]!r}"
    if one["kind"] not in KINDS:
        yield f"unknown kind {one['kind']!r}"
    if not one["text"].strip() or "\n" in one["text"] or _words(one["text"]) == _words(one["quote"]):
        yield f"no other sentence: {one['text'][:60]!r}"


def second_errors(name: str, gold: Json, corpus: Corpus) -> Iterator[str]:
    """A second annotation is of a set there is; its quotes may hold a heading with the sentence after it."""
    real = name.startswith("real-")
    if gold["set"] != name.removeprefix("real-") or gold["set"] not in (corpus.real if real else corpus.invented):
        yield f"of no set: {gold['set']}"
        return
    yield from link_errors(gold["links"])
    if real:
        yield from _stand_off_errors(gold["links"], corpus.real[gold["set"]]["docs"])
        return
    for article, quote in _ends(gold["links"]):
        if not quote.strip() or quote not in corpus.texts[gold["set"]].get(article, ""):
            yield f"not verbatim in {article}: {quote[:60]!r}"


def link_errors(links: Sequence[Json]) -> Iterator[str]:
    """What no annotation may have: unknown words, a link within one article, a link twice."""
    for link in links:
        (a, _), (b, _) = passage(link["a"]), passage(link["b"])
        if a == b:
            yield f"a link within {a}"
        if link["relation"] not in STRENGTH:
            yield f"unknown relation {link['relation']!r}"
        yield from (f"unknown aspect {aspect!r}" for aspect in link["aspects"] if aspect not in ASPECTS)
        yield from _twice("aspect given twice", link["aspects"])
        if link["relation"] == "agree" and link["aspects"]:
            yield f"agrees, and differs in {link['aspects']}"
    yield from _twice("linked twice", [frozenset(passage(link[end]) for end in "ab") for link in links])


def shared_articles(texts: Mapping[str, Texts], samples: Path) -> Iterator[str]:
    """No article in two sets, and none of the sets in samples/."""
    known = {path.parent.name: _articles(path.parent) for path in sorted(samples.glob("*/gold.json"))}
    yield from (f"invented/{name}: is in samples too" for name in texts.keys() & known.keys())
    home: dict[str, str] = {}
    for where, article, text in (
        (f"{kind}/{name}", article, text)
        for kind, sets in (("samples", known), ("invented", texts))
        for name, articles in sets.items()
        for article, text in articles.items()
    ):
        if home.setdefault(_words(text), f"{where}/{article}") != f"{where}/{article}":
            yield f"{where}/{article}: is also {home[_words(text)]}"


def on_one_line(quote: str, text: str) -> bool:
    """Whether a quote, not empty, stands verbatim on one line."""
    return bool(quote.strip()) and any(quote in line for line in text.splitlines())


def _ends(links: Iterable[Json]) -> Iterator[tuple[str, Any]]:
    return (passage(link[end]) for link in links for end in "ab")


def _words(*texts: str) -> str:
    return "\n".join(" ".join(text.casefold().split()) for text in texts)


def _twice(what: str, values: Iterable[Any]) -> Iterator[str]:
    return (f"{what}: {_brief(value)}" for value, count in Counter(values).items() if count > 1)


def _brief(value: Any) -> str:
    if isinstance(value, frozenset):
        return " / ".join(f"{article} {str(where)[:50]!r}" for article, where in sorted(value, key=str))
    return str(value)[:120]


def counts(corpus: Corpus) -> str:
    """Tables: sets and links by relation, aspects, kinds of rewritten sentences."""
    folders = {
        "invented": corpus.invented,
        "real": corpus.real,
        "second, invented": {n: gold for n, gold in corpus.second.items() if not n.startswith("real-")},
        "second, real": {n: gold for n, gold in corpus.second.items() if n.startswith("real-")},
    }
    links = {kind: [link for gold in sets.values() for link in gold["links"]] for kind, sets in folders.items()}
    head = ("sets", "number", "links", *STRENGTH, "no aspect")
    kinds = Counter(one["kind"] for one in corpus.rewritten)
    return "\n\n".join(
        (
            table(head, [(kind, len(folders[kind]), *_by_relation(found)) for kind, found in links.items()]),
            table(("aspect", *folders), [(a, *(_with(a, found) for found in links.values())) for a in ASPECTS]),
            table(("rewritten sentences", "number"), [*kinds.most_common(), ("all", len(corpus.rewritten))]),
        )
    )


def _by_relation(links: Sequence[Json]) -> tuple[int, ...]:
    found = Counter(link["relation"] for link in links)
    bare = sum(not link["aspects"] for link in links if link["relation"] != "agree")
    return len(links), *(found[relation] for relation in STRENGTH), bare


def _with(aspect: str, links: Sequence[Json]) -> int:
    return sum(aspect in link["aspects"] for link in links)


def main() -> int:
    """Count, check, print; 1 where there are errors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=Path, default=SETS, metavar="FOLDER")
    parser.add_argument("--samples", type=Path, default=ROOT / "samples", metavar="FOLDER")
    options = parser.parse_args()
    corpus = read_corpus(options.sets)
    print(counts(corpus))
    found = list(errors(corpus, options.samples))
    print("", *(found or ["no errors"]), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
