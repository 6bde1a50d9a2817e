from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims import Reading, read_claims
from compare.ingest import from_text, read_all
from compare.ingest.files import Source
from compare.ingest.markdown import read as read_markdown
from compare.model import Article
from compare.segment import choose

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLES = sorted(
    path
    for path in SAMPLES.glob("*/*")
    if path.suffix in (".txt", ".md") and path.stem.lower() not in ("readme", "card")
)


def reading(article: Article) -> Reading:
    return read_claims(article, choose(article.text, article.language).segment)


def claims_of(text: str) -> list[tuple[str, str]]:
    return [(claim.kind, claim.text) for claim in reading(from_text(text, "a")).claims]


def skipped_of(text: str) -> list[tuple[str, str]]:
    return [(skip.reason, skip.span.of(text)) for skip in reading(from_text(text, "a")).skipped]


def check_that_nothing_vanishes(article: Article) -> None:
    made = reading(article)
    spans = sorted([claim.span for claim in made.claims] + [skip.span for skip in made.skipped])
    end = 0
    for span in spans:
        assert not article.text[end : span.start].strip(), "left out"
        assert span.start >= end, "told twice"
        end = span.end
    assert not article.text[end:].strip()
    assert all(article.text[claim.start : claim.end] == claim.text for claim in made.claims)
    assert all(claim.article == article.id for claim in made.claims)
    assert len({claim.id for claim in made.claims}) == len(made.claims)
    assert list(made.claims) == sorted(made.claims, key=lambda claim: claim.span)
    assert list(made.skipped) == sorted(made.skipped, key=lambda skip: skip.span)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_character_of_a_sample_is_a_claim_or_skipped_with_a_reason(path):
    (article,) = read_all([path])
    check_that_nothing_vanishes(article)
    assert reading(article).claims


PARTS = st.sampled_from(
    ["Three ships sank.", "Who knew?", "KARETH, May 3 (AP) - ", "- It was cold.", "# Ice", "By Ada Quill", "Read more",
     "\n", "\n\n", " ", "“It is over,” she said.", "Title: Ice\n\n", "---\n", "* * *",
     "| a | b |", "```\nx\n```", "桥已关闭。", "پل بسته است.", "\u2028", "Mr."]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=25).map("".join)))
def test_every_character_of_any_text_is_a_claim_or_skipped_with_a_reason(text):
    if text.strip():
        check_that_nothing_vanishes(from_text(text, "a"))


@given(st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=25).map("".join)))
def test_so_is_every_character_of_any_markdown(text):
    check_that_nothing_vanishes(read_markdown(Source("a.md", text.replace("---\n", "***\n"), "utf-8")))


SKIPPED = [
    ("dateline", "KARETH, May 3 (Interpress) -"),
    ("dateline", "KARETH, May 3 -"),
    ("dateline", "KARETH, 3 May 2026 (AP) —"),
    ("dateline", "KARETH —"),
    ("dateline", "KARETH—"),
    ("dateline", "PORT ORU --"),
    ("dateline", "KARETH/TARSK —"),
    ("dateline", "AUGUSTA, Me. —"),
    ("dateline", "KARETH, Veldria, May 3 (Interpress) -"),
    ("dateline", "ÉVREUX ―"),
    ("dateline", "(AP) —"),
    ("dateline", "Wednesday 15 October -"),
    ("dateline", "KARETH, 4 February."),
]


@pytest.mark.parametrize(("reason", "words"), SKIPPED)
def test_a_dateline_is_skipped_and_the_sentence_after_it_is_a_claim(reason, words):
    text = f"Ice stops the ferry to Tarsk\n\n{words} The ferry stopped on Monday."
    assert skipped_of(text) == [(reason, words)]
    assert claims_of(text)[1:] == [("sentence", "The ferry stopped on Monday.")]


NO_DATELINE = [
    "NATO - the alliance of the north - sent two ships.",
    "The ferry - a rusty ship - sank on Monday.",
    "UN envoys left Tarsk on Monday.",
    "A ship sank — three men drowned.",
]


@pytest.mark.parametrize("text", NO_DATELINE)
def test_a_sentence_that_begins_much_like_one_stays_whole(text):
    assert claims_of(f"{text} It was cold there.")[0] == ("sentence", text)


PIECES = [
    ("question", "Who knew of the ice?"),
    ("question", "“Who knew of the ice?”"),
    ("question", "آیا پل باز می‌شود؟"),
    ("boilerplate", "Read more: The ice of Tarsk and what it did."),
    ("boilerplate", "Click here to see the pictures."),
    ("boilerplate", "Share this article on your own page."),
    ("boilerplate", "Sign up for our daily letter."),
    ("boilerplate", "Subscribe to the Kareth Post."),
    ("boilerplate", "Follow us on every channel."),
    ("boilerplate", "Related: Ice on the river of Tarsk."),
    ("boilerplate", "© 2026 The Kareth Post. All rights reserved."),
    ("boilerplate", "Copyright 2026 The Kareth Post."),
    ("boilerplate", "Reporting by Ada Quill in Tarsk; Editing by Bo Renn."),
    ("boilerplate", "This article was first published in May."),
    ("boilerplate", "Last updated: 3 May 2026."),
    ("boilerplate", "5 min read."),
    ("boilerplate", "https://example.org/ferry"),
    ("boilerplate", "Facebook Twitter WhatsApp Email"),
    ("caption", "Photo: Ada Quill shows the pier of Tarsk."),
    ("caption", "File photo: the pier of Tarsk in May."),
    ("caption", "Photo by Ada Quill of Interpress."),
    ("caption", "Image caption: the pier of Tarsk in May."),
    ("caption", "FILE - The pier of Tarsk is seen in May."),
    ("caption", "The pier of Tarsk in May (Photo: Ada Quill)."),
    ("caption", "The pier of Tarsk in May [AP Photo/Ada Quill]"),
    ("fragment", "It stopped."),
    ("byline", "By Ada Quill"),
    ("byline", "BY ADA QUILL AND BO RENN"),
    ("heading", "The ice"),
    ("heading", "A long night in Port Oru"),
]


@pytest.mark.parametrize(("reason", "words"), PIECES)
def test_a_piece_that_is_no_claim_is_skipped_with_its_reason(reason, words):
    text = f"Ice stops the ferry to Tarsk.\n\n{words}\n\nThe ferry stopped on Monday."
    assert {found for found, _ in skipped_of(text)} == {reason}
    assert " ".join(piece for _, piece in skipped_of(text)) == words


CLAIMS = [
    "Read aloud in the hall, the letter moved many.",
    "Signed in Tarsk on Monday, the pact ends the strike.",
    "Related charges against the owner were dropped.",
    "Sponsored by the ministry, the boat was sold.",
    "Published in 2019, the report found that the pier was rotten and the ice was thin.",
    "Copyright law was changed in May.",
    "Videos by bystanders showed the pier falling.",
    "Written by hand, the letter was hard to read.",
    "Shares in the ferry company fell by half.",
    "Subscribers to the ferry line were paid back.",
    "This article of the treaty binds both sides.",
    "The question is who knew of the ice.",
    "It asked “who knew?” and got no answer.",
    "By morning the ice was gone from the river.",
    "桥已关闭，渡轮停运。",
]


@pytest.mark.parametrize("words", CLAIMS)
def test_a_sentence_that_only_begins_like_one_is_a_claim(words):
    assert ("sentence", words) in claims_of(f"Ice stops the ferry to Tarsk.\n\n{words}\n\nThe ferry stopped on Monday.")


HEADLINES = [
    ("Ice stops the ferry to Tarsk", True),
    ("Three dead in ferry accident", True),
    ("Council Is Running Out Of Money", True),
    ("Police arrest six over ferry", True),
    ("Talks end without a deal", True),
    ("Ferry to resume next week", True),
    ("The ice", False),
    ("A long night in Port Oru", False),
    ("Black October on Sennet Bay", False),
]


@pytest.mark.parametrize(("title", "states"), HEADLINES)
def test_a_title_is_a_claim_where_it_states_something(title, states):
    text = f"{title}\n\nThe ferry stopped on Monday."
    assert (("title", title) in claims_of(text)) is states
    assert (("heading", title) in skipped_of(text)) is not states


def test_items_are_claims_of_their_own_and_their_bullets_mark_up():
    text = "The ferry stopped on Monday.\n\n- Ice on the pier\n- No captain\n"
    assert claims_of(text)[1:] == [("item", "Ice on the pier"), ("item", "No captain")]
    assert skipped_of(text) == [("mark-up", "-"), ("mark-up", "-")]


def test_mark_up_of_markdown_is_named_as_such():
    text = "# Ice stops the ferry\n\n> The ferry stopped on Monday.\n\n```\nx = 1\n```\n"
    skipped = reading(read_markdown(Source("a.md", text, "utf-8"))).skipped
    assert [(skip.reason, skip.span.of(text)) for skip in skipped] == [
        ("mark-up", "#"),
        ("mark-up", ">"),
        ("code", "```\nx = 1\n```"),
    ]


def test_metadata_is_skipped_as_such():
    text = "Title: Ice\nDate: 2026-02-16\n\nThe ferry stopped on Monday."
    assert skipped_of(text) == [("metadata", "Title: Ice\nDate: 2026-02-16")]
    (claim,) = reading(from_text(text, "a")).claims
    assert [when.first for when in claim.whens()] == [date(2026, 2, 16)]


def test_facts_stand_where_they_stand_in_the_article():
    text = "Ice on the pier.\n\nAt least 12 people were hurt, police said."
    claim = reading(from_text(text, "a")).claims[-1]
    placed = [fact.span.of(text) for fact in claim.facts if fact.kind in ("quantity", "speech")]
    assert placed == ["At least 12 people", "police said"]
    assert claim.speaker == "police"


FIRST, SECOND, THIRD = "The ferry stopped on Monday.", "It was cold on the river.", "Nobody was on board then."


def ids(*paragraphs: str, label: str = "a") -> dict[str, str]:
    return {claim.text: claim.id for claim in reading(from_text("\n\n".join(paragraphs), label)).claims}


def test_an_id_outlives_a_change_in_another_paragraph():
    before = ids(FIRST, SECOND, THIRD)
    after = ids("The ferry stopped on Tuesday.", "A new paragraph is here.", SECOND, THIRD)
    assert before[SECOND] == after[SECOND]
    assert before[THIRD] == after[THIRD]
    assert ids(THIRD, SECOND, FIRST) == before


def test_an_id_depends_on_the_label_and_repeated_words_are_told_apart():
    assert ids(FIRST)[FIRST] != ids(FIRST, label="b")[FIRST]
    twice = reading(from_text(f"{FIRST}\n\n{FIRST}", "a")).claims
    assert len({claim.id for claim in twice}) == 2
    assert twice[0].id == ids(FIRST)[FIRST]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_article_is_read_in_a_moment(path):
    (article,) = read_all([path])
    reading(article)
    begin = time.monotonic()
    reading(article)
    assert time.monotonic() - begin < 0.5


ODD = [
    "7",
    "1 ",
    "1,",
    "one two ",
    "a few ",
    "He said ",
    "3 May ",
    "12-14 ",
    "$1 ",
    "A'",
    "A.",
    "BY AAAA",
    "a. ",
    "*a ",
    "``a ",
    "[a](",
    "….",
    "-",
]


@pytest.mark.parametrize("part", ODD)
def test_a_long_odd_line_is_read_in_seconds(part):
    begin = time.monotonic()
    check_that_nothing_vanishes(from_text(f"It was cold.\n\n{part * (40_000 // len(part))}", "a"))
    assert time.monotonic() - begin < 30
