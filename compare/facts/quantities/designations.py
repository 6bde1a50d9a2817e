"""Numbers that count nothing: years, times of day, telephone numbers, parts of names, and "one" as a pronoun."""

from __future__ import annotations

import re

from compare.facts.numerals import Numeral
from compare.facts.tokens import Sentence
from compare.wording import FUNCTION_WORDS

_NAMED = frozenset(
    """article articles section sections chapter chapters paragraph clause amendment rule no nos number numbers phase
    level flight flights boeing airbus resolution room route highway interstate motorway channel page pages line
    group volume version unit gate platform tel telephone phone terminal pier building apartment flat ground
    figure table box lot junction exit zone sector district ward precinct grade class category type model apollo
    soyuz windows ios android iphone galaxy formula title proposition prop measure bill act book verse psalm
    season episode series part stage step tier code pin psc hwy rd suite locker cell block bed item exhibit
    count game week round lap matchday day area studio radio bbc sky fox abc expo agenda catch""".split()
)
_COUNTED_AFTER_NAME = frozenset(
    "count game week round lap day part stage step class grade type model bill act book".split()
)
_CLOCK_AFTER = frozenset("am pm a.m. p.m. a.m p.m o'clock gmt utc bst edt est cet cest pdt pst hrs".split())
_HALF_PAST = (("half", "past"), ("quarter", "past"), ("quarter", "to"), ("minutes", "past"), ("minutes", "to"))
_AT_A_TIME = frozenset("at by until till from since before after between and to around about".split())
_HOURS = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d")
_BEFORE_YEAR = frozenset(
    """in since until till by of from to between and early late mid circa before after during the summer spring autumn
    winter fall january february march april may june july august september october november december fiscal
    year election olympics season world cup census around about""".split()
)
_SURELY_YEARS = frozenset("fiscal summer spring autumn winter election season olympics census circa mid".split())
_LONG_DIGITS = 7  # digits from which a number without separators is a telephone number or a code


def is_designation(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether the number is no quantity, as far as the words around tell, whatever it might count."""
    first, after = numeral.first, numeral.after
    return (
        _is_named(sentence, numeral)
        or _is_clock(sentence, first, after)
        or _is_code(sentence, numeral)
        or (numeral.low == 1 and numeral.form == "cardinal" and _is_pronoun(sentence, first, after))
        or _is_idiom(sentence, numeral)
    )


def is_year(sentence: Sentence, numeral: Numeral) -> bool:
    """Four digits that may be a year; "2000 troops" is left to who knows what is counted."""
    return numeral.after == numeral.first + 1 and bool(_YEAR.fullmatch(sentence.word(numeral.first)))


def is_dated(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether the words before four digits, or a short year after, make them a year."""
    before = sentence.word(numeral.first - 1)
    return before in _BEFORE_YEAR or before.endswith("'s") or sentence.word(numeral.after) == "/"


def _is_named(sentence: Sentence, numeral: Numeral) -> bool:
    """ "Section 230", "No. 5", "Flight 12", "Apollo 11", "Group of Seven"."""
    first = numeral.first
    dotted = sentence.word(first - 1) == "."
    before = first - 2 if dotted or sentence.word(first - 1) in ("#", "№", "-") else first - 1
    word = sentence.word(before)
    if sentence.word(first - 1) in ("#", "№"):
        return True
    if word in _NAMED and (word not in _COUNTED_AFTER_NAME or sentence.word(first)[0].isdecimal()):
        return before == first - 1 or word in ("no", "nos", "tel", "hwy", "rd")
    if sentence.written(first)[0].isupper() and first > 0 and not sentence.word(first)[0].isdecimal():
        return sentence.follows(first - 2, ("group", "of")) or sentence.word(first - 1) == "big"
    return False


def follows_name(sentence: Sentence, numeral: Numeral) -> bool:
    """ "Apollo 11", "Windows 10": bare digits after a word with a capital that does not begin the sentence."""
    before = sentence.written(numeral.first - 1)
    plain = numeral.after == numeral.first + 1 and sentence.word(numeral.first)[0].isdecimal()
    return (
        plain
        and numeral.first > 1
        and before[:1].isupper()
        and before.isalpha()
        and before.lower() not in FUNCTION_WORDS
    )


def _is_clock(sentence: Sentence, first: int, after: int) -> bool:
    word, following = sentence.word(after), sentence.word(after + 1)
    if word in _CLOCK_AFTER or (word in ("local", "hours") and following in ("time", "gmt", "utc", "local")):
        return True
    if any(sentence.follows(first - 2, phrase) for phrase in _HALF_PAST) or word == "past":
        return True
    if word == "in" and sentence.words[after + 1 : after + 2] == ["the"] and sentence.word(after + 2) in _DAY_PARTS:
        return sentence.word(first - 1) in _AT_A_TIME
    if word == "at" and following == "night":
        return sentence.word(first - 1) in _AT_A_TIME
    bare = not sentence.word(after)[:1].isalpha() and word != "%"
    return bool(bare and sentence.word(first - 1) in _AT_A_TIME and _HOURS.fullmatch(sentence.word(first)))


_DAY_PARTS = frozenset("morning afternoon evening".split())


def _is_code(sentence: Sentence, numeral: Numeral) -> bool:
    """A telephone number, a decade, a row of digits."""
    word = sentence.word(numeral.first)
    if not word[0].isdecimal() or numeral.after > numeral.first + 1:
        return False
    if is_year(sentence, numeral) and sentence.word(numeral.first - 1) in _SURELY_YEARS:
        return True
    if _is_span_of_years(sentence, numeral.first) or _is_span_of_years(sentence, numeral.first - 2):
        return True
    if sentence.word(numeral.after) == "s" and sentence.joined(numeral.after):
        return True
    if word.isdecimal() and len(word) >= _LONG_DIGITS and set(word[-3:]) != {"0"}:
        return True
    if sentence.word(numeral.first - 1) == "+" and not sentence.joined(numeral.first - 1):
        return True
    return any(_is_row(sentence, numeral, at) for at in (numeral.first - 1, numeral.after))


def _is_span_of_years(sentence: Sentence, first: int) -> bool:
    """ "2024-25", "2019–2023" from a token on."""
    one, mark, other = (sentence.word(at) for at in range(first, first + 3))
    if mark not in ("-", "–", "/") or not sentence.joined(first + 1) or not _YEAR.fullmatch(one):
        return False
    return bool(_YEAR.fullmatch(other)) or (
        len(other) == 2 and other.isdecimal() and int(other) == (int(one) + 1) % 100
    )


def _is_row(sentence: Sentence, numeral: Numeral, at: int) -> bool:
    """Digits beside digits, as in "020 7946 1234"; a year before a number is none."""
    beside = sentence.word(at)
    if beside in ("-", "–") and sentence.joined(at) and sentence.joined(at + 1):
        one, other = sentence.word(at - 1), sentence.word(at + 1)
        return one.isdecimal() and other.isdecimal() and len(one) == 3 and len(other) >= 4 and other[-2:] != "00"
    return beside[:1].isdecimal() and not _YEAR.fullmatch(beside)


_AFTER_ONE = frozenset(
    """another released found thing way day reason side hand point time step such so could can may might must
    should would will that who which he she they it we you""".split()
)


def _is_pronoun(sentence: Sentence, first: int, after: int) -> bool:
    """ "one of them", "the one who", "no one", "one day it will", "one-sided": no count."""
    if sentence.word(first) != "one":
        return False
    following, before = sentence.word(after), sentence.word(first - 1)
    if sentence.hyphened(after):
        return sentence.word(after + 1) in (
            "on",
            "off",
            "sided",
            "time",
            "way",
            "stop",
            "man",
            "woman",
            "sixth",
            "third",
        )
    if before in ("a", "no", "any", "every", "each", "this", "that", "which", "another", "some") or sentence.hyphened(
        first - 1
    ):
        return True
    if following == "of":
        return True
    if before == "the" or not following[:1].isalpha():
        return following not in ("percent", "%", "-") and following[:1] not in "°"
    if following == "day":
        return before not in ("in", "for", "than", "just", "only", "least", "within", "after")
    if following in ("more", "other"):
        return not sentence.word(after + 1)[:1].isalpha()
    return following in _AFTER_ONE or following in FUNCTION_WORDS - {"was", "were", "other", "more", "is"}


_IDIOMS = (
    ("zero", "tolerance"), ("zero", "-", "tolerance"), ("ground", "zero"), ("zero", "-", "sum"), ("five", "-", "star"),
    ("first", "lady"), ("first", "minister"), ("first", "aid"), ("first", "of", "all"), ("second", "hand"),
    ("zero", "hour"),
    ("third", "party"), ("third", "world"), ("first", "class"), ("first", "place"), ("second", "thoughts"),
    ("net", "zero"),
)  # fmt: skip


def _is_idiom(sentence: Sentence, numeral: Numeral) -> bool:
    first = numeral.first
    if any(sentence.follows(first, phrase) or sentence.follows(first - 1, phrase) for phrase in _IDIOMS):
        return True
    if sentence.word(first) == "zero" and sentence.word(first - 1) in ("above", "below", "from", "to", "near", "at"):
        return not sentence.word(numeral.after)[:1].isalpha()
    return sentence.follows(numeral.after, ("run",)) and sentence.word(numeral.after - 1) == "k"
