"""What is seen in a pair of claims: the codes, and the exact words that each finding rests on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Claim, Span
from compare.relate.findings import RULES, Finding, findings
from compare.relate.opposites import are_opposites
from compare.relate.rules import ASPECT_OF
from compare.settings import Settings
from compare.wording import stem
from tests.fakes import claim

LEFT_AT, RIGHT_AT = 17, 240
"""The two claims begin at different places, so that a span counted from the wrong start points at other words."""

Words = tuple[str | None, str | None]
LIKENESS = {"shared wording", "decisive change", "decisive shade"}
"""Either tells how much of the wording is common; the table leaves them out."""

TABLE: list[tuple[str, str, dict[str, Words]]] = [
    # Numbers.
    (
        "At least nine miners were killed, police said.",
        "Four miners were killed, the ministry said.",
        {"other toll": ("At least nine miners", "Four miners"), "voices": ("police", "the ministry")},
    ),
    (
        "At least 12 people were killed.",
        "Fifteen people were killed, the hospital said.",
        {"compatible quantity": ("At least 12 people", "Fifteen people")},
    ),
    (
        "Some 3,000 people marched to the square.",
        "Organisers counted 3,117 people on the march to the square.",
        {"compatible quantity": ("Some 3,000 people", "3,117 people")},
    ),
    ("Unemployment stood at 7 per cent.", "Unemployment reached 7% in the region.",
     {"same quantity": ("7 per cent", "7%")}),
    ("The wall is 2.5 metres high.", "The wall is 4 metres high.",
     {"other quantity": ("2.5 metres", "4 metres")}),
    ("Twelve people were arrested after the march.", "Twelve people were dead after the march.", {}),
    # Dates, read against the day of publication, Thursday 12 March 2026.
    ("The market reopened on Monday.", "The market reopened on Tuesday.",
     {"other time": ("Monday", "Tuesday")}),
    ("The market reopened on Monday.", "The market reopened on 9 March 2026.",
     {"same time": ("Monday", "9 March 2026")}),
    ("The market reopened yesterday.", "The market reopened on Wednesday.",
     {"same time": ("yesterday", "Wednesday")}),
    ("Talks begin on 3 March.", "Talks begin between 2 and 5 March.",
     {"same time": ("3 March", "2 and 5 March")}),
    # Negation and denial: the cue on one side, the first word it turns on the other.
    (
        "Inspectors found cracks in the wall of the dam.",
        "Inspectors found no cracks in the wall of the dam.",
        {"negation": ("cracks", "no")},
    ),
    (
        "Nobody was hurt in the blast at the depot.",
        "Six workers were hurt in the blast at the depot.",
        {"negation": ("Nobody", "Six workers were"), "other toll": ("Nobody was hurt", "Six workers")},
    ),
    (
        "Officials warned the village of the flood.",
        "The mayor denied that officials had warned the village.",
        {"denial": ("Officials", "denied"), "voices": ("Officials", "The mayor")},
    ),
    (
        "There is no evidence that the well was poisoned.",
        "The well was poisoned by smugglers.",
        {"denial": ("no evidence", "well")},
    ),
    (
        "The envoy spoke of a ceasefire and of a prisoner swap, both of which he ruled out.",
        "A ceasefire and a prisoner swap are agreed.",
        {"denial": ("ruled out", "ceasefire")},
    ),
    ("The army did not shell the school.", "The army never shelled the school.", {}),
    ("The army denies shelling the school.", "The army did not shell the school.", {}),
    ("Not only the roof burned.", "The roof burned.", {}),
    # Opposite outcomes.
    ("Shares in the bank rose after the announcement.", "Shares in the bank fell after the announcement.",
     {"opposites": ("rose", "fell")}),
    ("The tower was intact after the quake.", "The tower was destroyed in the quake.",
     {"opposites": ("intact", "destroyed")}),
    ("The pit was safe, inspectors said.", "The pit was unsafe, inspectors said.",
     {"opposites": ("safe", "unsafe")}),
    # Certainty: the cue stands on one side alone.
    ("Soldiers fired on the crowd in Orvale.", "Soldiers may have fired on the crowd in Orvale.",
     {"hedge": ("fired", "may")}),
    ("The convoy reportedly crossed the border.", "The convoy crossed the border.",
     {"allegation": ("reportedly", "crossed")}),
    ("The ferry will leave the harbour.", "The ferry left the harbour.",
     {"forecast": ("will", "harbour")}),
    ("The convoy reportedly crossed the border.", "The convoy allegedly crossed the border.", {}),
    ("Ships could dock again.", "Ships might dock again.", {}),
    ("The ferry will sail if the wind drops.", "The ferry will sail at dusk.",
     {"condition": ("if", None)}),
    # What did not come about.
    ("Divers failed to reach the cabin.", "Divers reached the cabin.",
     {"failure": ("failed to", "reached")}),
    # What it came from.
    ("The fire was caused by a gas leak.", "The fire was blamed on arsonists.",
     {"other cause": ("a gas leak", "arsonists")}),
    ("The fire was caused by a gas leak.", "The fire was due to leaking gas.",
     {"same cause": ("a gas leak", "leaking gas")}),
    # Where.
    ("The talks were held in Norway on Monday.", "The talks were held in Kenya on Monday.",
     {"other place": ("Norway", "Kenya"), "same time": ("Monday", "Monday")}),
    # Who says so, and in what words.
    ("Twelve people were killed, police said.", "Forty people were killed, activists said.",
     {"other toll": ("Twelve people", "Forty people"), "voices": ("police", "activists")}),
    ("“We will never give up the islands,” said Ada King.", "“We shall never give the islands away,” King said.",
     {"quoted otherwise": ("“We will never give up the islands,”", "“We shall never give the islands away,”")}),
    # In a sentence taken over every figure, time and party is held against what stands in its place.
    ("The bank paid 3 million marks in May and 4 million marks in June.",
     "The bank paid 3 million marks in May and 9 million marks in June.",
     {"other quantity": ("4 million marks", "9 million marks"), "same quantity": ("3 million marks", "3 million marks"),
      "same time": ("May", "May")}),
    ("The union has called off the strike at the port.", "The company has called off the strike at the port.",
     {"other name": ("union", "company")}),
    ("The strike at the port was not called off.", "The strike at the port wasn't called off.", {}),
    ("The army denied that its troops had opened fire.", "The army said its troops had not opened fire.",
     {}),
    ("Police said on Monday that 12 people had died.", "Police said on Thursday that 19 people had died.", {}),
    ("Talks in May failed, Beijing said after the meeting.", "Talks in May failed, China said after the meeting.",
     {"same time": ("May", "May")}),
    ("The firm denied that its servers were hacked.", "The servers of the firm were hacked.",
     {"denial": ("denied", "servers")}),
    # Praise and blame.
    ("Police cleared the square of protesters.", "Police brutally cleared the square of rioters.",
     {"loaded words": (None, "brutally")}),
    ("The regime freed some prisoners.", "The government freed some prisoners.",
     {"loaded words": ("regime", None)}),
    # Who did it.
    ("The envoy of Halden left the hall first.", "The envoy of Morvia left the hall first.",
     {"other name": ("Halden", "Morvia")}),
    ("The envoy of Halden left the hall first.", "Bread prices worry families in Morvia.", {}),
    # Nothing but likeness.
    ("The talks ended without a deal.", "The talks ended without a deal.", {}),
    ("Rain fell on the coast.", "The orchestra played an hour longer.", {}),
]  # fmt: skip
IDS = [f"{left[:32]} - {right[:32]}" for left, right, _ in TABLE]


def pair(left: str, right: str) -> tuple[Claim, Claim]:
    return claim(left, "left", at=LEFT_AT), claim(right, "right", at=RIGHT_AT)


def words_at(span: Span | None, of: Claim) -> str | None:
    return None if span is None else span.shift(-of.start).of(of.text)


def seen(left: Claim, right: Claim) -> dict[str, Words]:
    found = findings(left, right)
    return {f.code: (words_at(f.left, left), words_at(f.right, right)) for f in found if f.code not in LIKENESS}


def likeness(left: str, right: str) -> list[str]:
    return [found.code for found in findings(*pair(left, right)) if found.code in LIKENESS]


@pytest.mark.parametrize(("left", "right", "expected"), TABLE, ids=IDS)
def test_codes_and_the_words_they_rest_on(left: str, right: str, expected: dict[str, Words]) -> None:
    assert seen(*pair(left, right)) == expected


@pytest.mark.parametrize(("left", "right", "expected"), TABLE, ids=IDS)
def test_the_other_way_round_the_spans_change_sides(left: str, right: str, expected: dict[str, Words]) -> None:
    assert seen(*pair(right, left)) == {code: (b, a) for code, (a, b) in expected.items()}


@pytest.mark.parametrize(("left", "right", "expected"), TABLE, ids=IDS)
def test_details_quote_the_texts(left: str, right: str, expected: dict[str, Words]) -> None:
    text = f"{left} {right}".casefold()
    for found in findings(*pair(left, right)):
        if found.code in LIKENESS:
            continue
        for part in found.detail.casefold().replace(" … ", "/").replace(", ", "/").split("/"):
            assert part.strip() in (*text.split(), "–") or part.strip() in text


@pytest.mark.parametrize(("left", "right", "expected"), TABLE, ids=IDS)
def test_a_claim_and_its_copy_show_nothing_contrary(left: str, right: str, expected: dict[str, Words]) -> None:
    for sentence in (left, right):
        codes = set(seen(*pair(sentence, sentence)))
        assert codes <= {"same quantity", "same time"}
        assert likeness(sentence, sentence) == ["shared wording"]


def strength(code: str, left: str, right: str) -> float:
    (found,) = [found for found in findings(*pair(left, right)) if found.code == code]
    return found.strength


def test_a_contrast_counts_for_more_in_sentences_otherwise_alike() -> None:
    alike = strength(
        "other quantity", "Two deputies abstained from the vote.", "Three deputies abstained from the vote."
    )
    unlike = strength(
        "other quantity",
        "Two deputies abstained from the vote.",
        "At noon three deputies abstained and ate their soup.",
    )
    assert alike > unlike > 0


def test_more_denied_words_in_common_weigh_more() -> None:
    one = strength("negation", "The mayor did not resign.", "The mayor will resign over the harbour.")
    three = strength(
        "negation",
        "The mayor did not bribe builders over the harbour.",
        "The mayor chose to bribe builders over the harbour.",
    )
    assert three > one > 0


def test_one_finding_a_code_sorted_by_code() -> None:
    codes = [
        found.code
        for found in findings(
            *pair(
                "Nine people died on 3 March and 40 were hurt, but the owners may not have known of the savage fire.",
                "Eight people died on 3 March and 12 were hurt, and the owners knew of the fire.",
            )
        )
    ]
    assert codes == sorted(set(codes))
    assert {"other toll", "hedge", "negation", "loaded words"} <= set(codes)


def test_likeness_is_told_once_as_shared_wording_or_as_the_one_thing_changed() -> None:
    for left, right, _ in TABLE:
        assert len(likeness(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right", "detail"),
    [
        ("Two deputies abstained from the vote.", "Three deputies abstained from the vote.", "change: Two / Three"),
        ("The market reopened on Monday.", "The market reopened on Tuesday.", "change: Monday / Tuesday"),
        ("Inspectors found cracks in the wall.", "Inspectors found no cracks in the wall.", "change: no … cracks"),
        ("Shares in the bank rose on the news.", "Shares in the bank fell on the news.", "change: rose / fell"),
        ("The minister resigned.", "The minister did not resign.", "change: not … resign"),
        ("Nine miners died on Monday, police said.", "Four miners died on Monday, the owners said.", "change: Nine"),
        ("Soldiers fired on the crowd.", "Soldiers may have fired on the crowd.", "shade: may"),
        ("The mayor took bribes.", "The mayor allegedly took bribes.", "shade: allegedly"),
        ("Two deputies left the hall.", "Three deputies may have left the hall.", "change: Two"),
    ],
)
def test_the_one_thing_changed_in_a_sentence(left: str, right: str, detail: str) -> None:
    (changed,) = [found for found in findings(*pair(left, right)) if found.code in LIKENESS]
    kind, words = detail.split(": ")
    assert changed.code == f"decisive {kind}"
    assert all(word in changed.detail for word in words.split(" / "))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Too little in common to be one sentence with something changed.
        (
            "Two deputies abstained from the vote.",
            "In the end three deputies of the Harbour Party chose to stay at home.",
        ),
        # Much in common, and nothing changed but the words.
        ("Shares in the bank rose after the announcement.", "Shares in the bank climbed after the announcement."),
        # More than a few words apart.
        (
            "The inquiry of the harbour board into the sinking of the ferry found that two deckhands slept on watch.",
            "The inquiry of the harbour board into the sinking of the ferry found that six engineers drank gin ashore.",
        ),
    ],
)
def test_no_decisive_change(left: str, right: str) -> None:
    assert likeness(left, right) == ["shared wording"]


def test_every_code_has_a_fitted_weight_and_every_weight_a_code() -> None:
    produced = {code for _, _, expected in TABLE for code in expected} | LIKENESS
    assert produced == set(Settings().relation_weights.weights)
    assert set(ASPECT_OF) <= produced


OPPOSITES = [
    ("rose", "fell"),
    ("approved", "rejected"),
    ("safe", "unsafe"),
    ("legal", "illegal"),
    ("began", "ended"),
    ("intact", "destroyed"),
    ("possible", "impossible"),
]


@pytest.mark.parametrize(("a", "b"), OPPOSITES)
def test_opposites_in_either_order(a: str, b: str) -> None:
    assert are_opposites(stem(a), stem(b))
    assert are_opposites(stem(b), stem(a))
    assert not are_opposites(stem(a), stem(a))


@pytest.mark.parametrize(("a", "b"), [("rose", "climbed"), ("rose", "rejected"), ("ion", "union"), ("art", "bart")])
def test_what_is_not_opposite(a: str, b: str) -> None:
    assert not are_opposites(stem(a), stem(b))


VOCABULARY = """no not denied never may allegedly will twelve 12 15 killed arrested people miners Monday Tuesday 3 March
    Halden Morvia rose fell safe unsafe brutal regime the of in and talks bridge closed opened said police"""


@given(
    st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=14),
    st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=14),
)
def test_spans_lie_in_their_own_claim_whatever_is_written(ours: list[str], theirs: list[str]) -> None:
    left, right = pair(" ".join(ours) + ".", " ".join(theirs) + ".")
    for rule in RULES:
        for found in rule(left, right):
            _lies_inside(found, left, right)
    there, back = findings(left, right), findings(right, left)
    assert [(f.code, pytest.approx(f.strength)) for f in there] == [(f.code, f.strength) for f in back]


def _lies_inside(found: Finding, left: Claim, right: Claim) -> None:
    assert found.strength > 0
    for span, home in ((found.left, left), (found.right, right)):
        assert span is None or (home.start <= span.start and span.end <= home.end)


def test_of_what_is_too_long_for_a_sentence_only_sameness_is_told() -> None:
    table = "due to rain in the north on Monday and Anna Holt met Peter Lamb in Paris, " * 100
    assert findings(*pair(table, table.replace("Holt", "Bolt", 3))) == []
    assert [found.code for found in findings(*pair(table, table))] == ["shared wording"]
