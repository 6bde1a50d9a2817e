"""Quantities: a table of sentences, and what must hold of every one that can be written."""

from __future__ import annotations

import time
from dataclasses import dataclass
from math import isclose, prod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.facts.quantities import read_quantities
from compare.model import FATES, MEASURES, Quantity, Span

CASES = Path(__file__).parent / "cases" / "quantities.txt"
SENSES = ("change", "ordinal", "age", "score")


def lines() -> list[tuple[str, str]]:
    written = CASES.read_text(encoding="utf-8").split("\n")
    pairs = [line.partition(" => ") for line in written if line.strip() and not line.startswith("#")]
    return [(sentence, expected.strip()) for sentence, _, expected in pairs]


def number(written: str) -> float | None:
    return prod(float(part) for part in written.split("*")) if written else None


@dataclass(frozen=True)
class Told:
    """One quantity of the table, as it is written there."""

    words: str
    low: float | None
    high: float | None
    vague: bool
    unit: str
    sense: str = "amount"
    of: str = ""
    per: str = ""
    against: float | None = None

    def is_read_as(self, found: Quantity, text: str) -> bool:
        ends = ((self.low, found.low), (self.high, found.high), (self.against, found.against))
        return (
            all(_close(a, b) for a, b in ends)
            and self.words == found.span.of(text)
            and (self.vague, self.unit, self.sense) == (found.vague, found.unit, found.sense)
            and (self.of, self.per) == (found.of, found.per)
        )


def _close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else isclose(a, b, rel_tol=2e-5, abs_tol=1e-12)


def told(written: str) -> Told:
    words, _, rest = written.rpartition(" = ")
    value, unit, *more = rest.split()
    low, ranged, high = value.lstrip("~").partition("..")
    sense = next((word for word in more if word in SENSES), "amount")
    rest_of = [word for word in more if word not in SENSES]
    named = dict(zip(rest_of[::2], rest_of[1::2], strict=True))
    return Told(
        words,
        number(low),
        number(high) if ranged else number(low),
        value.startswith("~"),
        "" if unit == "-" else unit,
        sense,
        named.get("of", ""),
        named.get("per", ""),
        number(named.get("against", "")),
    )


@pytest.mark.parametrize(("sentence", "expected"), lines())
def test_the_table(sentence: str, expected: str) -> None:
    wanted = [] if expected == "-" else [told(part) for part in expected.split(" ; ")]
    found = read_quantities(sentence)
    agree = len(wanted) == len(found) and all(
        one.is_read_as(other, sentence) for one, other in zip(wanted, found, strict=True)
    )
    read = [(one.span.of(sentence), one) for one in found]
    assert agree, f"\n{sentence}\nexpected: {expected}\nread:     {read or '-'}"


def test_the_table_is_large_and_says_nothing_twice() -> None:
    sentences = [sentence for sentence, _ in lines()]
    assert len(sentences) == len(set(sentences))
    assert len(sentences) >= 300


def test_nothing_is_read_where_a_date_stands() -> None:
    text = "On 12 March 30 people came."
    assert [found.low for found in read_quantities(text, [Span(3, 11)])] == [30]


# What is written is read back


COUNTS = st.integers(2, 10**9)
SEPARATORS = [",", "\u00a0", "\u202f", "\u2009", "'", ""]
SMALL = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen
    nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
BOUNDS = {
    "": (1, 1, False), "at least ": (1, None, False), "more than ": (1, None, False), "no fewer than ": (1, None,
    False),
    "up to ": (None, 1, False), "fewer than ": (None, 1, False), "as many as ": (None, 1, False), "about ": (1,
    1, True),
    "nearly ": (1, 1, True), "an estimated ": (1, 1, True),
}  # fmt: skip
UNITS = {
    "goats": ("goat", 1), "people": ("people", 1), "percent": ("percent", 1), "per cent": ("percent", 1),
    "euros": ("eur", 1), "Swiss francs": ("chf", 1), "kilometres": ("km", 1), "miles": ("km", 1.609344),
    "tonnes": ("kg", 1000),
    "hours": ("hour", 1), "days": ("hour", 24), "acres": ("km2", 0.004046856), "litres": ("litre", 1),
}  # fmt: skip
MAGNITUDES = {" thousand": 1e3, " million": 1e6, " billion": 1e9, "k": 1e3, "bn": 1e9}


def grouped(value: int, separator: str) -> str:
    return f"{value:,}".replace(",", separator)


def in_words(value: int) -> str:
    """A number up to 999,999 in British words."""
    if value < 20:
        return SMALL[value - 2] if value > 1 else "one"
    if value < 100:
        tens, unit = divmod(value, 10)
        return TENS[tens - 2] + (f"-{in_words(unit)}" if unit else "")
    size, word = (100, "hundred") if value < 1000 else (1000, "thousand")
    count, rest = divmod(value, size)
    return f"{in_words(count)} {word}" + (f"{' and' if rest < 100 else ''} {in_words(rest)}" if rest else "")


def one(sentence: str) -> Quantity:
    found = read_quantities(sentence)
    assert len(found) == 1, f"{sentence}: {found}"
    return found[0]


@given(COUNTS, st.sampled_from(SEPARATORS), st.sampled_from(sorted(BOUNDS)), st.sampled_from(sorted(UNITS)))
def test_digits_bounds_and_units_are_read_back(value: int, separator: str, bound: str, unit: str) -> None:
    if separator == "" and (1600 <= value < 2200 or value >= 10**6):
        return  # a year, or a code
    low, high, vague = BOUNDS[bound]
    name, factor = UNITS[unit]
    found = one(f"They saw {bound}{grouped(value, separator)} {unit}.")
    assert (found.low, found.high) == (
        low and pytest.approx(value * factor),
        high and pytest.approx(value * factor),
    )
    assert (found.unit, found.vague) == (name, vague)


@given(st.integers(2, 999_999))
def test_words_are_read_back(value: int) -> None:
    assert one(f"They saw {in_words(value)} goats.").low == value


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(sorted(MAGNITUDES)))
def test_magnitudes_are_read_back(whole: int, tenth: int, magnitude: str) -> None:
    found = one(f"It cost ${whole}.{tenth}{magnitude}.")
    assert (found.low, found.unit) == (pytest.approx((whole + tenth / 10) * MAGNITUDES[magnitude]), "usd")


@given(st.integers(2, 9999), st.integers(1, 9999), st.sampled_from(["{} to {}", "between {} and {}", "{}-{}", "{}–{}"]))
def test_ranges_are_read_back(low: int, more: int, written: str) -> None:
    found = one(f"They saw {written.format(f'{low:,}', f'{low + more:,}')} goats.")
    assert (found.low, found.high, found.unit) == (low, low + more, "goat")


@given(st.integers(2, 99), st.integers(2, 99))
def test_each_verb_keeps_its_own_number(dead: int, hurt: int) -> None:
    expected = [(dead, "dead"), (hurt, "injured")]
    for sentence in (
        f"A blast hit the port, killing {dead} and injuring {hurt}.",
        f"{dead} people were killed and {hurt} others injured.",
        f"The blast killed {in_words(dead)} people and wounded {in_words(hurt)} more.",
    ):
        assert [(found.low, found.unit) for found in read_quantities(sentence)] == expected


@pytest.mark.parametrize(
    ("written", "unit"), [("12 arrested", "arrested"), ("12 people were arrested", "arrested"),
                          ("arrested 12 people", "arrested"), ("the arrest of 12 people", "arrested")]
)  # fmt: skip
def test_one_fate_in_any_form_has_one_unit(written: str, unit: str) -> None:
    (found,) = read_quantities(f"On that day police {written} in the town.")
    assert (found.low, found.unit) == (12, unit)


def test_every_unit_of_fate_and_measure_is_known_to_the_model() -> None:
    from compare.facts.quantities.fate_words import COUNTS, DOING, DONE, STATES
    from compare.facts.quantities.unit_tables import CURRENCIES
    from compare.facts.quantities.unit_tables import MEASURES as READ

    assert {*COUNTS.values(), *DOING.values(), *DONE.values(), *STATES.values()} <= FATES
    assert {name for name, _ in READ.values()} | CURRENCIES <= MEASURES


# Any text


@given(st.text(alphabet="0123456789 -–,.%$toand abcPeople", max_size=80))
def test_any_text_gives_ordered_quantities_inside_it(text: str) -> None:
    found = read_quantities(text)
    assert all(quantity.span.end <= len(text) for quantity in found)
    assert sorted(found, key=lambda quantity: quantity.span) == found


PIECES = st.sampled_from(
    """12 1,200 3.5 million hundred a and half quarter to between from of the people were killed injured arrested
    , . - –
    $ % percent year - old aged no one nobody none not who including among them two third by rose per day
    votes""".split()
)


@given(st.lists(PIECES, max_size=40), st.booleans())
def test_any_row_of_its_own_words_is_read_without_failing(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for quantity in read_quantities(text):
        assert quantity.span.of(text).strip()


@pytest.mark.parametrize(
    "piece",
    ["a ", "1,", "(", '"', "not ", "in the ", "12 ", "12 people ", "12 people, ", "one hundred and ", "two of the ",
     "1-", "$", "no ", "killed ", "12 and ", "half a ", "none of ", "more than ", "men and ", "ed ", "x-", "'"],
)  # fmt: skip
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    short, long = (_seconds(piece * count) for count in (2_000, 20_000))
    assert long < 40 * short + 0.5


def _seconds(text: str) -> float:
    start = time.perf_counter()
    read_quantities(text)
    return time.perf_counter() - start
