from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.segment import ByRule, Punkt, choose


def sentences(text: str, language: str | None = None) -> list[str]:
    return [span.of(text) for span in choose(text, language).segment(text)]


# sentences of one text; they are joined with spaces and must come apart at the same places
ENGLISH = [
    ["The ferry stopped.", "It was cold."],
    ["Who knew?", "Nobody!", "The pier fell."],
    ["The pact was signed on Feb. 16 by the U.S. and its allies.", "It holds."],
    ["Mr. Brandt met Ms. Orr.", "Dr. Venn stayed at home."],
    ["“Mr. Brandt lied,” she said.", "He did not answer."],
    ["The U.S. Senate voted.", "The bill fell."],
    ["It rose by 3.5 percent to $1.2 billion.", "Nobody knows why."],
    ["The firm, Halden Inc., closed.", "Its boats are for sale."],
    ["“It is over,” he said.", "“We lost.”"],
    ["“It is over.”", "The hall was silent."],
    ["\"Why?\" Ms Orr asked.", "Nobody spoke."],
    ["“It is over.” he said.", "The hall was silent."],
    ["“Stop!” Venn said.", "The bus went on."],
    ["It began at 4 p.m. on Monday.", "It ended at night."],
    ["They live on St. Anne Street.", "It is long."],
    ["Former Reps. Orr and Venn spoke.", "So did Sen. Quill."],
    ["The account was held at a bank.", "It was empty."],
    ["It lasted a month.", "Then it stopped."],
    ["He earns (he says) little.", "She earns more."],
    ["It was cold... and dark.", "They waited."],
    ["See www.example.org for more.", "It is free."],
    ["No. 3 won.", "No. 4 lost."],
]  # fmt: skip

OTHER = [
    ["桥已关闭。", "渡轮什么时候开？", "没有人知道！"],
    ["他说：“桥已关闭。”", "她没有回答。"],
    ["橋は閉鎖された。", "「なぜですか？」", "誰も答えなかった。"],
    ["أُغلق الجسر.", "متى يُفتح؟", "لا أحد يعرف."],
    ["پل بسته است.", "آیا باز می‌شود؟", "کسی نمی‌داند."],
    ["पुल बंद है।", "यह कब खुलेगा?", "कोई नहीं जानता।"],
    ["Мост закрыт.", "Когда он откроется?", "Никто не знает!"],
    ["Мост закрыл г. Иванов.", "Это сделал А. С. Орлов."],
    ["Ущерб составил 3.5 млн. рублей.", "Денег нет."],
    ["Он живёт на ул. Ленина.", "Дом старый."],
    ["«Мост закрыт.»", "Люди ждут."],
    ["Η γέφυρα έκλεισε.", "Κανείς δεν ξέρει."],
]


@pytest.mark.parametrize("parts", ENGLISH + OTHER, ids=lambda parts: parts[0])
def test_a_text_comes_apart_into_its_sentences(parts):
    joiner = "" if "\u3000" < parts[0][0] < "\u9fff" else " "
    assert sentences(joiner.join(parts)) == parts


@pytest.mark.parametrize("parts", ENGLISH, ids=lambda parts: parts[0])
def test_line_breaks_and_wide_gaps_between_sentences_change_nothing(parts):
    assert sentences("  " + "\n   ".join(parts) + "\n") == parts


def test_a_sentence_broken_over_lines_is_one():
    assert len(sentences("The ferry to Tarsk\nstopped. It was\ncold.")) == 2


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("The ferry stopped.", None, Punkt),
        ("La ferme était fermée.", None, Punkt),
        ("桥已关闭。", None, ByRule),
        ("Мост закрыт.", None, ByRule),
        ("پل بسته است.", None, ByRule),
        ("桥已关闭。", "en", Punkt),
        ("The ferry stopped.", "zh", Punkt),
        ("12.5 %", None, Punkt),
        ("", None, Punkt),
    ],
)
def test_the_script_or_the_language_chooses(text, language, kind):
    assert isinstance(choose(text, language), kind)


@pytest.mark.parametrize("segmenter", [Punkt(), ByRule()], ids=["punkt", "rule"])
@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "...", "?!", "\u200b", "。"])
def test_short_texts_give_what_is_there_and_no_more(segmenter, text):
    assert "".join(span.of(text) for span in segmenter.segment(text)) == text.strip()


WORDS = [
    "ferry",
    "Tarsk",
    "Mr.",
    "U.S.",
    "“It",
    "is.”",
    "said",
    "3.5",
    "。",
    "؟",
    "।",
    "...",
    "!",
    "?",
    "\n",
    "\n\n",
    "  ",
    "(a)",
    "—",
]


@pytest.mark.parametrize("segmenter", [Punkt(), ByRule()], ids=["punkt", "rule"])
@given(text=st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_spans_are_ordered_apart_and_leave_out_only_white_space(segmenter, text):
    end = 0
    for span in segmenter.segment(text):
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


ODD = {
    "digits": "7" * 300_000,
    "one line": "The ferry to Tarsk stopped because of ice. " * 24_000,
    "no stop": "ferry " * 170_000,
    "stops": "." * 300_000,
    "initials": "A. " * 100_000,
    "quotes": "“" * 300_000,
    "lower case": "so it went. " * 80_000,
    "chinese": "桥已关闭。" * 100_000,
    "arabic": "پل بسته است. " * 50_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_huge_odd_text_is_cut_in_seconds(text):
    begin = time.monotonic()
    choose(text).segment(text)
    assert time.monotonic() - begin < 30
