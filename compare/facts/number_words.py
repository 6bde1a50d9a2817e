"""Numbers in words: the tables, and a small grammar over tokens. Every reader gives (value, token after) or None."""

from __future__ import annotations

from compare.facts.tokens import Sentence

UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen
    eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mln": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
GROUPS = MAGNITUDES | {"dozen": 12.0, "score": 20.0}
_ARTICLES = ("a", "an")
_PARTS = {
    word: value for value, word in enumerate("half third quarter fifth sixth seventh eighth ninth tenth".split(), 2)
} | {"quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100}
FRACTIONS = {word: 1 / value for word, value in _PARTS.items()}
FRACTIONS |= {f"{word}s": value for word, value in FRACTIONS.items() if word != "half"} | {"halves": 0.5}
_RANKS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
RANKS = {word: value for value, word in enumerate(_RANKS) if value} | {
    f"{word[:-1]}ieth": value for word, value in TENS.items()
}
RANKS |= {"hundredth": 100, "thousandth": 1000}

HALVED = frozenset("year month week day hour minute mile kilometre kilometer tonne ton decade century pound".split())
"""Units that are told in halves: "half an hour", "a mile and a half"."""

Read = tuple[float, int]


def past_hyphen(sentence: Sentence, index: int) -> int:
    """The token after a hyphen that joins two words, else the same one."""
    return index + 1 if sentence.hyphened(index) else index


def small(sentence: Sentence, index: int) -> Read | None:
    """Up to ninety-nine."""
    word = sentence.word(index)
    if word in UNITS:
        return UNITS[word], index + 1
    if word not in TENS:
        return None
    following = past_hyphen(sentence, index + 1)
    unit = UNITS.get(sentence.word(following), 0)
    # "twenty one-day passes" is twenty of them
    if 0 < unit < 10 and (following > index + 1 or not sentence.hyphened(following + 1)):
        return TENS[word] + unit, following + 1
    return TENS[word], index + 1


def _hundreds(sentence: Sentence, index: int) -> Read | None:
    """ "three hundred and five", "a dozen", "twelve hundred"; "a" counts only before such a word."""
    start = small(sentence, index)
    if start is None and sentence.word(index) in _ARTICLES:
        group = past_hyphen(sentence, index + 1)
        # "a score of 12" and "a score" in a match are no twenty
        return (1.0, index + 1) if sentence.word(group) in GROUPS and sentence.word(group) != "score" else None
    return start


def _with_hundreds(sentence: Sentence, index: int) -> Read | None:
    start = _hundreds(sentence, index)
    if start is None:
        return None
    value, end = start
    group = past_hyphen(sentence, end)
    if sentence.word(group) == "dozen":
        return value * 12, group + 1
    if sentence.word(group) != "hundred":
        return start
    value, end = value * 100, group + 1
    rest = past_hyphen(sentence, end)
    rest = past_hyphen(sentence, rest + 1) if sentence.word(rest) == "and" else rest
    more = small(sentence, rest)
    if more and 0 < more[0] < 100 and _goes_on(sentence, more[1]):
        return value + more[0], more[1]
    return value, end


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a number read so far may be the end of a longer one: not in "a hundred and two others", "five-day"."""
    return not sentence.hyphened(index) and sentence.word(index) not in ("other", "others", "more", "of")


def spelled_at(sentence: Sentence, index: int) -> tuple[float, int, float] | None:
    """A cardinal in words from a token on: value, token after, and what its last word multiplies by.

    Example: "two million three hundred thousand" -> 2300000, 5, 1000.
    """
    start = _with_hundreds(sentence, index)
    if start is None:
        return None
    value, end = start
    whole, limit, scale = 0.0, float("inf"), 100.0 if sentence.word(end - 1) == "hundred" else 1.0
    while (size := MAGNITUDES.get(sentence.word(past_hyphen(sentence, end)), 0)) and 100 < size < limit:
        whole, limit, scale, end = whole + value * size, size, size, past_hyphen(sentence, end) + 1
        more = _after_magnitude(sentence, end, limit)
        if more is None:
            return whole, end, scale
        value, end, scale = more[0], more[1], 1.0
    return whole + value, end, scale


def _after_magnitude(sentence: Sentence, index: int, limit: float) -> Read | None:
    """What follows a thousand or a million in the same number: "three hundred", "and twelve"."""
    index = past_hyphen(sentence, index)
    joined = sentence.word(index) == "and"
    more = _with_hundreds(sentence, index + 1 if joined else index)
    if more is None or not 0 < more[0] < limit or sentence.word(index + joined) in _ARTICLES:
        return None
    return more if _goes_on(sentence, more[1]) else None


def and_a_half(sentence: Sentence, index: int) -> Read | None:
    """ "and a half", "and three quarters", "-and-a-half" from a token on: the fraction, and the token after."""
    index = past_hyphen(sentence, index)
    if sentence.word(index) != "and":
        return None
    index = past_hyphen(sentence, index + 1)
    count = 1 if sentence.word(index) in _ARTICLES else UNITS.get(sentence.word(index), 0)
    part = past_hyphen(sentence, index + 1)
    if not 0 < count < 10 or sentence.word(part) not in FRACTIONS:
        return None
    return count * FRACTIONS[sentence.word(part)], part + 1


def fraction_at(sentence: Sentence, index: int) -> Read | None:
    """ "two thirds", "a quarter", "three-quarters", "half": its value, whatever it is of."""
    word = sentence.word(index)
    if word == "half":
        return 0.5, index + 1
    count = 1 if word in _ARTICLES else UNITS.get(word, 0)
    part = past_hyphen(sentence, index + 1)
    named = sentence.word(part)
    if not 0 < count < 10 or named not in FRACTIONS or (named.endswith(("s", "ves")) != (count > 1)):
        return None
    return count * FRACTIONS[named], part + 1


def rank_at(sentence: Sentence, index: int) -> Read | None:
    """ "third", "twenty-first": its place in the order."""
    word = sentence.word(index)
    if word in RANKS:
        return RANKS[word], index + 1
    if word in TENS and sentence.hyphened(index + 1) and 0 < RANKS.get(sentence.word(index + 2), 0) < 10:
        return TENS[word] + RANKS[sentence.word(index + 2)], index + 3
    return None
