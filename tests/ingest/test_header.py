from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.ingest import from_text
from compare.ingest.header import parse_day, read_header

FULL = {
    "title": "Ship sinks off Tarsk",
    "outlet": "The Kareth Post",
    "author": "Ada Quill",
    "published": date(2026, 2, 16),
    "url": "https://example.org/ship",
    "language": "en",
}


def test_front_matter_gives_every_field():
    text = (
        "---\ntitle: Ship sinks off Tarsk\noutlet: The Kareth Post\nauthor: Ada Quill\ndate: 2026-02-16\n"
        "url: https://example.org/ship\nlanguage: en\n---\nA ship sank.\n"
    )
    header = read_header(text, "a.md")
    assert header.values == FULL
    assert header.notes == ()
    assert text[header.end :] == "A ship sank.\n"


def test_header_lines_give_every_field():
    text = (
        "Headline: Ship sinks off Tarsk\nSource: The Kareth Post\nByline: Ada Quill\nPublished: 16 February 2026\n"
        "Link: https://example.org/ship\nLang: en\n\nA ship sank.\n"
    )
    header = read_header(text, "a.txt")
    assert header.values == FULL
    assert text[header.end :].strip() == "A ship sank."


FRONT = [
    ("---\r\ntitle: A: B\r\n---\r\nText", None),
    ('---\ntitle: "A: B"\n---\nText', "A: B"),
    ("---\ntitle: Ship\n...\nText", "Ship"),
    ("---\ntitle: Ship\n---", "Ship"),
    ("\n\n---\ntitle: Ship\n---\nText", "Ship"),
    ("---\n# a comment\ntitle: Ship\n---\nText", "Ship"),
    ("---\nTitle: Ship\n---\nText", "Ship"),
    ("---\ntitle: >\n  Ship\n  sinks\n---\nText", "Ship sinks"),
    ("---\nauthor: [Ada Quill, Bo Renn]\n---\nText", "Ada Quill, Bo Renn"),
    ("---\n---\nText", None),
]


@pytest.mark.parametrize(("text", "value"), FRONT[1:])
def test_front_matter_comes_in_many_shapes(text, value):
    header = read_header(text, "a.md")
    assert next(iter(header.values.values()), None) == value
    assert text[header.end :] in ("Text", "")


BROKEN = [
    "---\ntitle: [unclosed\n---\nText",
    "---\ntitle: a: b: c\n---\nText",
    '---\ntitle: "unclosed\n---\nText',
    "---\ntitle: x\n\tdate: y\n---\nText",
    FRONT[0][0],
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_front_matter_is_one_clear_line(text):
    with pytest.raises(InputError) as caught:
        read_header(text, "a.md")
    assert str(caught.value).startswith("the front matter is no YAML: ")
    assert str(caught.value).endswith("(a.md); mend the lines between ---")
    assert "\n" not in str(caught.value)


def test_fields_that_are_not_used_are_named():
    header = read_header("---\ntitle: Ship\nsection: World\ntags: [a, b]\n---\nText", "a.md")
    assert header.notes == ("header field not used: section", "header field not used: tags")
    lines = read_header("Title: Ship\nSection: World\n\nText", "a.txt")
    assert (lines.values, lines.notes) == ({"title": "Ship"}, ("header field not used: Section",))


def test_a_date_that_is_not_understood_is_named():
    header = read_header("Title: Ship\nDate: 3/4/2026\n\nText", "a.txt")
    assert header.values == {"title": "Ship"}
    assert header.notes == ("date not understood: 3/4/2026",)


NO_HEADER = [
    "A ship sank.",
    "",
    "Kareth: a ship sank.\n\nMore.",
    "Title: Ship\nA ship sank.",
    "Title: Ship",
    "Title: Ship\nDate: 2026-02-16",
    "---\nA ship sank: three died.\n---\nMore.",
    "---\n\nThe story.\n\n---\n",
    "------\ntitle: Ship\n------\n",
    "Text\n---\ntitle: Ship\n---\n",
]


@pytest.mark.parametrize("text", NO_HEADER)
def test_what_only_looks_like_a_header_stays_text(text):
    header = read_header(text, "a.txt")
    assert (header.end, header.values, header.notes) == (0, {}, ())


DAYS = [
    "2026-02-16",
    "2026-02-16T09:30:00Z",
    "2026-02-16T09:30:00+02:00",
    "2026-02-16 09:30",
    "16 February 2026",
    "February 16, 2026",
    "16 Feb 2026",
    "16 Feb. 2026",
    "Feb 16, 2026",
    "Feb. 16, 2026",
    "16.02.2026",
    "2026/02/16",
    "Monday, 16 February 2026",
    "Mon, 16 Feb 2026 09:30:00 GMT",
    "February 16, 2026, 9:30 a.m.",
    "  16 February 2026 ",
]


@pytest.mark.parametrize("written", DAYS)
def test_a_day_is_read_in_the_usual_ways_of_writing(written):
    assert parse_day(written) == date(2026, 2, 16)


@pytest.mark.parametrize(
    ("written", "day"),
    [("Sept. 3, 2026", date(2026, 9, 3)), ("3 Sept 2026", date(2026, 9, 3)), ("May 3, 2026", date(2026, 5, 3))],
)
def test_a_month_is_read_in_its_short_forms(written, day):
    assert parse_day(written) == day


@pytest.mark.parametrize("written", ["", "soon", "3/4/2026", "31 February 2026", "2026", "February", "99.99.9999"])
def test_what_is_no_day_or_could_be_two_is_none(written):
    assert parse_day(written) is None


@given(st.text(alphabet="-:.# \r\n\tatitledy[]{}\"'>&*!|", max_size=80))
def test_any_head_of_a_text_is_a_header_none_or_one_error(text):
    with suppress(InputError):
        assert 0 <= read_header(text, "a.md").end <= len(text)


DATELINES = [
    "DUBAI, Feb. 16, 2026 (AP) - The vote was put off again.",
    "LONDON, 16 February 2026 (Reuters) — The pound fell.",
    "NEW YORK, February 16, 2026 – Shares rose.",
    "BEIJING, Feb. 16, 2026 (Xinhua) -- The dam is full.",
    "AUGUSTA, Me., Feb. 16, 2026 — A bridge fell.",
    "PARIS, Monday, 16 February 2026 (AFP) - The strike goes on.",
    "SÃO PAULO, 16 Feb. 2026 /PRNewswire/ -- A mine shut.",
    "WASHINGTON/TEHRAN, 2026-02-16 (Reuters) - Talks ended.",
    "GENEVA, Feb 16 2026 - Talks ended.",
]


@pytest.mark.parametrize("opening", DATELINES)
@pytest.mark.parametrize("head", ["", "Talks end without a word\n\n", "Outlet: The Kareth Post\n\n"])
def test_the_day_in_a_dateline_dates_an_article_without_another_date(head, opening):
    article = from_text(f"{head}{opening} More is not known so far.\n\nIt went on.\n", "a")
    assert article.published == date(2026, 2, 16)
    assert article.notes == ("the date is that of the dateline",)


def test_a_date_in_the_header_counts_for_more_than_the_dateline():
    article = from_text(f"Date: 2026-02-17\n\n{DATELINES[0]}\n", "a")
    assert (article.published, article.notes) == (date(2026, 2, 17), ())


NO_DATELINE = [
    "DUBAI, Feb. 16 (AP) - The vote was put off again.",
    "DUBAI (AP) - The vote of Feb. 16, 2026, was put off again.",
    "Dubai, Feb. 16, 2026, was calm - as before.",
    "DUBAI, Feb. 31, 2026 (AP) - The vote was put off again.",
    "DUBAI, Frob 16, 2026 (AP) - The vote was put off again.",
    "On 16 February 2026 — The vote was put off again.",
    "UNESCO, 16 February 2026 was the day.",
]


@pytest.mark.parametrize("opening", NO_DATELINE)
def test_no_date_is_guessed_where_a_dateline_tells_none(opening):
    article = from_text(f"{opening} More is not known so far.\n\nIt went on.\n", "a")
    assert (article.published, article.notes) == (None, ())


@given(st.text(alphabet="DUBAI, .Feb162026()-—/'\n", max_size=120))
def test_any_opening_gives_a_day_or_none(opening):
    article = from_text(f"x{opening}", "a")
    assert (article.published is None) == ("the date is that of the dateline" not in article.notes)
