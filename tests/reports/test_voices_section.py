"""What the report shows of who is quoted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace

from compare.model import Comparison, Group, Link, Name, Naming, Span, Speech
from reports.html import environment
from reports.view.index import Index
from reports.view.overview import sources
from reports.view.values.voices import Speaker
from reports.view.voices import own_voices, retold, speakers
from tests.reports.conftest import HOSTILE
from tests.reports.test_namings_section import at, naming, told
from tests.reports.test_page import Read
from tests.samples import comparison as sample

TEXTS = {
    "wire": [
        "“We will act,” said Minister Ana Ruiz.",
        "He saw nothing, he said.",
        "Two Gulf officials said no.",
        "The Gulf is calm.",
    ],
    "state": [
        "“We shall act,” Ruiz said.",
        "Officials said yes.",
        "Ruiz’s opponent said no.",
        "“It is over.”",
        "It rained.",
    ],
}
SPEECHES: dict[str, tuple[str | None, str | None, str, str]] = {
    "wire0": ("Minister Ana Ruiz", "Minister Ana Ruiz", "direct", "“We will act,”"),
    "wire1": ("Minister Ana Ruiz", "he", "indirect", "He saw nothing"),
    "wire2": ("Two Gulf officials", "Two Gulf officials", "indirect", "no"),
    "state0": ("Ruiz", "Ruiz", "direct", "“We shall act,”"),
    "state1": ("Officials", "Officials", "indirect", "yes"),
    "state2": ("Ruiz’s opponent", "Ruiz’s opponent", "indirect", "no"),
    "state3": (None, None, "direct", "“It is over.”"),
}
"""claim -> speaker, the words for it, manner, content"""


def comparison(texts: Mapping[str, list[str]] = TEXTS) -> Comparison:
    made = told(texts)
    ruiz = naming(
        made, "person", "Minister Ana Ruiz", ("wire0", "Minister Ana Ruiz"), ("state0", "Ruiz"), ("state2", "Ruiz")
    )
    gulf = naming(made, "place", "Gulf", ("wire2", "Gulf"), ("wire3", "Gulf"))
    claims = tuple(
        replace(claim, facts=(*_names(claim.id, (ruiz, gulf)), *_speech(made, claim.id))) for claim in made.claims
    )
    first = Group("g-act", ("state0", "wire0"), "corroborated", 2, ())
    rest = tuple(group for group in made.groups if not set(group.claims) & set(first.claims))
    return replace(made, claims=claims, namings=(ruiz, gulf), groups=(first, *rest))


def _names(claim: str, namings: tuple[Naming, ...]) -> list[Name]:
    return [
        Name(mention.span, (mention.form,), "person", actor=one.id)
        for one in namings
        for mention in one.mentions
        if mention.claim == claim
    ]


def _speech(made: Comparison, claim: str) -> list[Speech]:
    if claim not in SPEECHES:
        return []
    speaker, source, manner, content = SPEECHES[claim]
    place = at(made, claim, source) if source else None
    own = made.claim(claim)
    span = place or Span(own.start, own.end)
    return [Speech(span, speaker, place, None, (at(made, claim, content),), manner)]  # type: ignore[arg-type]


def voices(made: Comparison) -> dict[str, Speaker]:
    return {one.title: one for one in speakers(made, Index(made))}


def shown(made: Comparison) -> str:
    """The section alone, as markup."""
    index = Index(made)
    page = SimpleNamespace(
        sources=tuple(sources(made, index)),
        voices=tuple(speakers(made, index)),
        own_voices=tuple(own_voices(made, index)),
        retold=tuple(retold(made, index)),
    )
    return environment().get_template("voices.html.j2").render(page=page)


def test_one_speaker_is_counted_over_all_sources_whatever_each_calls_her():
    ruiz = voices(comparison())["Minister Ana Ruiz"]
    assert [(heard.source, heard.claims, heard.words) for heard in ruiz.heard] == [
        ("wire", 2, "1 quoted, 1 reported"),
        ("state", 1, "1 quoted"),
    ]
    assert [saying.speaker for saying in ruiz.sayings] == ["Minister Ana Ruiz", "Minister Ana Ruiz", "Ruiz"]


def test_whom_a_name_only_describes_does_not_speak_in_that_name():
    found = voices(comparison())
    assert found["Ruiz’s opponent"].kind == "described"
    assert found["Two Gulf officials"].alone == "wire"
    assert "Gulf" not in found


def test_the_fullest_name_decides_who_she_is():
    made = told({"wire": ["Hillary Stone met Stone.", "Stone left, she said."], "state": ["It rained."]})
    wife = naming(made, "person", "Hillary Stone", ("wire0", "Hillary Stone"))
    stone = Span(at(made, "wire0", "met Stone").end - 5, at(made, "wire0", "met Stone").end)
    names = (
        Name(wife.mentions[0].span, ("hillary", "stone"), "person", actor=wife.id),
        Name(stone, ("stone",), "person"),
    )
    she = Speech(at(made, "wire1", "she said"), "Hillary Stone", at(made, "wire1", "she"))
    facts = {"wire0": names, "wire1": (she,)}
    claims = tuple(replace(claim, facts=facts.get(claim.id, ())) for claim in made.claims)
    assert list(voices(replace(made, claims=claims, namings=(wife,)))) == ["Hillary Stone"]


def test_named_speakers_come_first_then_the_most_quoted_and_nobody_last():
    assert [(one.kind, one.claims) for one in speakers(comparison(), Index(comparison()))] == [
        ("named", 3),
        ("described", 1),
        ("described", 1),
        ("described", 1),
        ("nobody", 1),
    ]


def test_the_longest_bar_fills_its_cell_and_its_parts_adjoin():
    wire, state = voices(comparison())["Minister Ana Ruiz"].heard
    assert [(part.name, part.start, part.length) for part in wire.parts] == [("quoted", 0, 0.5), ("reported", 0.5, 0.5)]
    assert [part.length for part in state.parts] == [0.5]


def test_the_attributed_words_are_marked_in_the_whole_claim():
    saying = voices(comparison())["Officials"].sayings[0]
    assert saying.quote.text == "Officials said yes."
    assert [piece.text for piece in saying.quote.pieces if piece.tone] == ["yes"]


def test_a_clause_with_the_speaker_of_its_sentence_counts_as_reported():
    ministry = voices(sample())["the ministry"]
    assert [(heard.source, heard.words) for heard in ministry.heard if heard.claims] == [("state", "1 reported")]


def test_each_source_has_its_share_in_the_words_of_others():
    wire, state = own_voices(comparison(), Index(comparison()))
    assert (wire.attributed, wire.own) == ("3 of 4 claims (75 %)", "1 (25 %)")
    assert state.attributed == "4 of 5 claims (80 %)"
    assert state.speakers == "3, of them 2 in no other source"
    assert sum(part.count for part in state.parts) == 5


def test_one_speaker_quoted_in_other_words_stands_side_by_side():
    (one,) = retold(comparison(), Index(comparison()))
    assert one.why == "Minister Ana Ruiz is quoted in different words"
    assert [(saying.quote.source, saying.how) for saying in one.sayings] == [("wire", "quoted"), ("state", "quoted")]
    assert one.row == "g-act"


def test_the_same_words_in_other_quotation_marks_are_not_different_words():
    made = comparison()
    same = replace(
        made,
        articles=tuple(replace(one, text=_alike(one.text)) for one in made.articles),
        claims=tuple(replace(one, text=_alike(one.text)) for one in made.claims),
    )
    assert list(retold(same, Index(same))) == []


def _alike(text: str) -> str:
    return text.replace("shall", "WILL ").replace("“", '"')


def test_those_who_contradict_each_other_are_shown_with_who_they_are():
    made = comparison()
    link = Link("l", "state1", "wire2", 0.7, 0.8, "conflict", 0.7, ("polarity", "attribution"))
    *_, clash = retold(replace(made, links=(link,)), Index(replace(made, links=(link,))))
    assert clash.why.startswith("Conflict of voices")
    assert [saying.speaker for saying in clash.sayings] == ["Officials", "Two Gulf officials"]


def test_who_is_heard_in_one_source_alone_is_said_in_text():
    html = shown(comparison())
    assert "1 claim; only in wire" in html
    assert "Described, not named" in html
    assert "who speaks could not be told" in html


def test_without_speakers_there_is_no_section():
    assert shown(told(TEXTS)).strip() == ""


def test_hostile_speakers_stay_text():
    made = told({"wire": [f"{HOSTILE} said no."], "state": ["It rained."]})
    claims = tuple(replace(claim, speaker=HOSTILE) if claim.id == "wire0" else claim for claim in made.claims)
    html = shown(replace(made, claims=claims))
    assert "<img" not in html
    assert "&lt;img" in html


def test_the_words_of_a_speaker_open_on_demand_and_lead_to_the_claim(read: Read):
    page = read(comparison())
    row = page.locator("#voices tbody.speaker").first
    assert row.locator(".sightings").first.is_hidden()
    name, opener = (row.locator(part).bounding_box() or {} for part in ("th", "summary"))
    assert opener["x"] == name["x"]
    row.locator("summary").click()
    row.locator(".sightings a").first.click()
    assert page.evaluate("location.hash") == "#c-wire0"
    assert page.locator("#c-wire0").is_visible()
