from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.acts import acts, colour_of
from compare.acts.families import families, word_forms
from compare.model import Naming
from tests.fakes import claim, told


def of(left: str, right: str) -> list[Naming]:
    one, two = claim(left, "one"), claim(right, "two")
    return acts([one, two], [(one, two)])


TABLE = [
    ("Two men were detained.", "Two men were kidnapped.", "detained", "kidnapped", "neutral / blaming"),
    ("Two men were arrested.", "Two men were taken hostage.", "arrested", "taken hostage", "neutral / blaming"),
    ("Nine were killed there.", "Nine were murdered there.", "killed", "murdered", "neutral / blaming"),
    ("Nine were killed there.", "Nine were martyred there.", "killed", "martyred", "neutral / praising"),
    ("The commander was neutralised.", "The commander was killed.", "killed", "neutralised", "neutral / praising"),
    ("The protest lasted all day.", "The riot lasted all day.", "protest", "riot", "neutral / blaming"),
    ("The unrest grew.", "The uprising grew.", "unrest", "uprising", "blaming / praising"),
    ("They sent an offer.", "They sent a plea.", "offer", "plea", "neutral / blaming"),
    ("The special operation began.", "The invasion began.", "invasion", "special operation", "blaming / praising"),
    ("The operation took an hour.", "The raid took an hour.", "operation", "raid", "neutral / blaming"),
    ("The fighters held the town.", "The terrorists held the town.", "fighters", "terrorists", "neutral / blaming"),
    ("Rebels shot at it.", "Freedom fighters shot at it.", "freedom fighters", "rebels", "praising / neutral"),
    ("They built the barrier.", "They built the wall.", "barrier", "wall", "neutral / blaming"),
    ("The troops withdrew.", "The troops fled.", "fled", "withdrew", "blaming / neutral"),
    ("The city was liberated.", "The city was occupied.", "liberated", "occupied", "praising / blaming"),
    ("The bank got a rescue.", "The bank got a bailout.", "bailout", "rescue", "blaming / neutral"),
    ("The whistleblower spoke.", "The spy spoke.", "spy", "whistleblower", "blaming / praising"),
]


@pytest.mark.parametrize(("left", "right", "a", "b", "why"), TABLE)
def test_two_words_for_one_act_make_a_naming_with_their_colours(left, right, a, b, why):
    (naming,) = of(left, right)
    assert naming.sort == "act"
    assert {(tie.left, tie.right, tie.why) for tie in naming.ties} == {(*sorted((a, b)), _in_order(a, b, why))}
    assert {mention.form for mention in naming.mentions} == {a, b}


def _in_order(a: str, b: str, why: str) -> str:
    return why if a <= b else " / ".join(reversed(why.split(" / ")))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Two men were detained.", "Two men were detained."),
        ("Two men were detained.", "They were detaining two men."),
        ("Two men were arrested and one kidnapped.", "One man was kidnapped."),
        ("The offer stands.", "The riot goes on."),
        ("Two men were neutralised.", "Two men were neutralized."),
        ("It rained.", "It snowed."),
        ("He wrote for the Morning Protest Press.", "It was a riot."),
    ],
    ids=["same word", "same lemma", "both words on one side", "two families", "two spellings", "no word", "in a name"],
)
def test_no_naming_without_two_words_for_one_act(left, right):
    assert of(left, right) == []


def test_claims_that_are_not_linked_give_nothing():
    claims = [claim("Two men were detained.", "one"), claim("Two men were kidnapped.", "two")]
    assert acts(claims, []) == []


def test_links_that_hang_together_make_one_naming_and_others_their_own():
    one, two, three = (claim(f"Two men were {verb}.", verb) for verb in ("detained", "kidnapped", "arrested"))
    far, near = (
        claim("A teacher was detained in May.", "detained"),
        claim("A teacher was abducted in May.", "kidnapped"),
    )
    found = acts([one, two, three, far, near], [(one, two), (two, three), (far, near)])
    assert sorted(sorted({mention.form for mention in naming.mentions}) for naming in found) == [
        ["abducted", "detained"],
        ["arrested", "detained", "kidnapped"],
    ]
    assert len({naming.id for naming in found}) == 2


def test_the_label_is_the_least_coloured_word():
    (naming,) = of("The rioters left.", "The demonstrators left.")
    assert naming.label == "demonstrators"


def test_spans_count_from_the_start_of_the_article():
    one = told("one", "It rained.", "Two men were detained.")
    two = told("two", "Two men were kidnapped.")
    (naming,) = acts([*one, *two], [(one[1], two[0])])
    text = "It rained. Two men were detained."
    assert naming.mentions[0].span.of(text) == "detained"


def test_the_table_cuts_both_ways():
    found = families()
    assert len(found) >= 60
    assert all(len(colours) > 1 for colours in found.values()), "a family needs two colours to tell apart"
    assert sum("praising" in colours for colours in found.values()) > len(found) / 2
    assert sum("blaming" in colours for colours in found.values()) > len(found) / 2
    assert (colour_of("Martyred"), colour_of("murdering"), colour_of("killed")) == ("praising", "blaming", "neutral")
    assert colour_of("table") is None


def test_every_form_is_of_one_family_and_readable():
    from compare.acts.families import _alternatives, _inflected

    seen: dict[str, str] = {}
    for family, colours in families().items():
        for written in (entry for entries in colours.values() for entry in entries):
            for form in (form for part in _alternatives(written) for form in _inflected(part)):
                assert seen.setdefault(form, family) == family, form
                assert not set("*+/=|") & set(form), form
                assert form == form.lower()
    assert set(seen) == set(word_forms())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kidnapped", "kidnap"),
        ("seizing", "seize"),
        ("crushes", "crush"),
        ("took hostage", "take hostage"),
        ("struck down", None),
        ("slew", "slay"),
        ("casualties", "casualty"),
        ("criticized", "criticise"),
        ("swapping", "swap"),
        ("prisoners of conscience", "prisoner of conscience"),
    ],
)
def test_forms_lead_to_their_lemma(form, lemma):
    entry = word_forms().get(form)
    assert (entry.lemma if entry else None) == lemma


SENTENCES = st.lists(
    st.sampled_from(
        [
            *("Two men were detained.", "Two men were kidnapped.", "Nine died in the riot.", "Nine were murdered."),
            *("The protest was crushed by the regime.", "The rally was dispersed by the government.", "It rained."),
        ]
    ),
    min_size=3,
    max_size=6,
)


@given(SENTENCES)
def test_order_changes_nothing_and_spans_give_the_forms(sentences):
    claims = [claim(sentence, f"a{at}") for at, sentence in enumerate(sentences)]
    pairs = list(pairwise(claims))
    found = acts(claims, pairs)
    for order in list(permutations(pairs))[:6]:
        assert acts(claims[::-1], [(right, left) for left, right in order]) == found
    by_id = {one.id: one for one in claims}
    for naming in found:
        for mention in naming.mentions:
            assert mention.span.of(by_id[mention.claim].text).lower() == mention.form


def test_a_long_claim_takes_little_time():
    one, two = claim("killed and arrested " * 2_000, "one"), claim("murdered and kidnapped " * 2_000, "two")
    assert len(acts([one, two], [(one, two)])) == 2
