"""By what a rate is told ("a day", "per person"), and what a share or sum is of ("of voters", "in aid")."""

from __future__ import annotations

from compare.facts.quantities.nouns import Noun, is_verb_form, stops, topic_after
from compare.facts.quantities.people import singular
from compare.facts.tokens import Sentence

_PER = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year", "annum": "year",
    "season": "season",
    "decade": "decade", "person": "person", "head": "person", "capita": "person", "passenger": "passenger",
    "pupil": "student", "patient": "patient", "household": "household", "family": "family", "child": "child",
    "barrel": "barrel", "bbl": "barrel", "litre": "litre", "liter": "litre", "gallon": "gallon", "pint": "pint",
    "kilo": "kg", "kilogram": "kg", "kg": "kg", "gram": "gram", "pound": "pound", "lb": "pound", "ounce": "ounce",
    "tonne": "tonne", "ton": "tonne", "bushel": "bushel", "share": "share", "unit": "unit", "piece": "piece",
    "bottle": "bottle", "ticket": "ticket", "mile": "mile", "kilometre": "km", "kilometer": "km", "km": "km",
    "metre": "metre", "meter": "metre", "hectare": "hectare", "acre": "acre", "vote": "vote", "game": "game",
    "match": "game", "shift": "shift", "visit": "visit", "trip": "trip", "vehicle": "vehicle", "seat": "seat",
    "h": "hour",
    "s": "second", "round": "round", "time": "time", "word": "word", "pack": "pack", "hr": "hour",
}  # fmt: skip
_ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour",
    "nightly": "night", "apiece": "each",
}  # fmt: skip


def rate_after(sentence: Sentence, after: int) -> tuple[str, int]:
    """What a rate is told by, in normal form, and the token after it; "" where it is no rate.

    Example: after "$500" in "$500 a day" -> "day".
    """
    at = after + 1 if sentence.hyphened(after) else after
    word, following = sentence.word(at), sentence.word(at + 1)
    if word in _ADVERBS and at == after:
        return _ADVERBS[word], after + 1
    if word == "each" and following not in _PER and at == after:
        return "each", after + 1
    if sentence.hyphened(at + 1):  # "a 500-dollar-a-day habit"
        following, at = sentence.word(at + 2), at + 1
    if word == "per":
        return _per(sentence, at + 1)
    if word in ("a", "an", "each", "every", "/") and following in _PER and (word != "/" or sentence.joined(at)):
        return ("", after) if sentence.word(at + 2) in _SINCE else (_PER[following], at + 2)
    return "", after


_SINCE = frozenset("ago earlier later before after".split())  # "from 51 a year earlier" is no rate


def _per(sentence: Sentence, at: int) -> tuple[str, int]:
    word = sentence.word(at)
    if word in _PER:
        return _PER[word], at + 1
    if word[:1].isdecimal():  # "per 100,000 people"
        noun = singular(sentence.word(at + 1))
        return f"{word} {noun}", at + 2
    return (singular(word), at + 1) if word.isalpha() and not stops(word) else ("", at - 1)


_TIME_WORDS = frozenset(
    "fiscal year month week day hour minute time court cash total all full part advance return".split()
)
_HEADS_STOP = frozenset("last next this a an the according".split())


def topic_of(sentence: Sentence, first: int, after: int, money: bool) -> Noun | None:
    """What a share, measure or sum is of, from the words after it.

    Example: "61% of registered voters" -> "voter"; "$5 million in aid" -> "aid"; "a $5m fine" -> "fine".
    """
    word = sentence.word(after)
    if sentence.follows(after, ("worth", "of")):
        return topic_after(sentence, after + 2)
    if word == "of" or (word in ("the", "its", "their", "all") and sentence.word(after - 1) == "half"):
        return _known(topic_after(sentence, after + (word == "of")))
    if money and word in ("in", "for") and sentence.written(after + 1).islower():
        plain = word == "for" or sentence.word(after + 1) not in (
            "the",
            "a",
            "an",
            "this",
            "that",
            "its",
            "his",
            "her",
            "their",
        )
        return _known(topic_after(sentence, after + 1)) if plain else None
    return _modified(sentence, first, after)


def _known(noun: Noun | None) -> Noun | None:
    return noun if noun and noun.head not in _TIME_WORDS and noun.head[:1].isalpha() else None


def _modified(sentence: Sentence, first: int, after: int) -> Noun | None:
    """The noun that a sum or share stands before, after an article: "a 25% tariff", "the 3 billion euro loan"."""
    before = sentence.word(first - 1)
    if before not in ("a", "an", "the", "its", "his", "her", "their", "this") and not before.endswith("'s"):
        return None
    run: list[int] = []
    for at in range(after, after + 4):
        word = sentence.word(at)
        if stops(word) or not word[:1].isalpha() or word in _HEADS_STOP:
            break
        if not sentence.written(at).islower() or is_verb_form(sentence, at, first=not run):
            break
        run.append(at)
    if not run or len(run) > 3 or sentence.word(run[-1]).endswith("ed"):
        return None
    return _known(Noun(singular(sentence.word(run[-1])), after))
