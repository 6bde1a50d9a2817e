from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.ingest.decoding import decode

RUSSIAN = (
    "Правительство Карета объявило, что мост через реку будет закрыт до конца мая. "
    "Жители двух деревень сообщили, что паром ходит только утром. Министр отказался отвечать на вопросы."
)
FRENCH = (
    "Le ministère a annoncé que la traversée du fleuve resterait fermée jusqu'à la fête de Noël. "
    "Les élèves des écoles voisines ont été évacués dès la première alerte, sans panique."
)
PORTUGUESE = "A decisão já foi tomada: as negociações vão começar amanhã, disse a ministra, após três horas de reunião."
SWEDISH = "Räddningstjänsten bekräftade att två båtar sjönk utanför ön på måndagen."
GREEK = "Η κυβέρνηση ανακοίνωσε ότι η γέφυρα θα παραμείνει κλειστή μέχρι το τέλος Μαΐου."
ENGLISH = "The café owner said “the naïve plan” – worth £3 million – wasn’t finished."

MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]


@pytest.mark.parametrize(("mark", "encoding"), MARKED)
def test_a_byte_order_mark_names_the_encoding_and_is_not_text(mark, encoding):
    text = "Ein Schiff sank.\r\nМост закрыт. 桥已关闭。"
    assert decode(mark + text.encode(encoding), "a.txt") == (text, encoding)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_utf_8_comes_back_as_it_was(text):
    data = text.encode()
    if not data.startswith(codecs.BOM_UTF8):
        assert decode(data, "a.txt") == (text, "utf-8")


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "\u2028line\u2029", "tab\there", "  edges  "])
def test_nothing_but_the_mark_is_taken_away(text):
    assert decode(text.encode(), "a.txt")[0] == text


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (RUSSIAN, "cp1251", "cp1251"),
        (GREEK, "cp1253", "cp1253"),
        (FRENCH, "latin-1", "cp1252"),  # which has the same letters, and more
        (FRENCH + " Coût : 5 €.", "cp1252", "cp1252"),
        (PORTUGUESE, "cp1252", "cp1252"),
        (SWEDISH, "cp1252", "cp1252"),
        (ENGLISH, "cp1252", "cp1252"),
    ],
)
def test_an_older_encoding_is_detected_and_named(text, encoding, told):
    assert decode(text.encode(encoding), "a.txt") == (text, told)


BINARY = [
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"PK\x03\x04\x14\0\0\0",
    b"text with a \0 in it",
    bytes(range(1, 32)) * 20,
    b"%PDF-1.7\n\x01\x02\x03\x04\x05\x06\x07 stream",
]


@pytest.mark.parametrize("data", BINARY)
def test_binary_data_is_refused(data):
    with pytest.raises(InputError, match="binary") as caught:
        decode(data, "a.png")
    assert "(a.png); save it as UTF-8 text" in str(caught.value)


def test_a_text_that_breaks_the_promise_of_its_mark_is_refused():
    with pytest.raises(InputError, match="says it is utf-8, but is not"):
        decode(codecs.BOM_UTF8 + b"caf\xe9 au lait", "a.txt")
    with pytest.raises(InputError, match="says it is utf-16-le, but is not"):
        decode(codecs.BOM_UTF16_LE + b"odd", "a.txt")
