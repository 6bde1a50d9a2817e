"""The words that make a number a bound or a rough figure: "at least", "up to", "nearly", "or more"."""

from __future__ import annotations

from dataclasses import dataclass

from compare.facts.tokens import Sentence

_LOW = """at least | at the very least | at the least | no fewer than | no less than | not fewer than | not less
    than | more than
    | far more than | much more than | slightly more than | well more than | many more than | greater than | over
    | well over | above | well above | exceeding | exceeds | exceeded | in excess of | upwards of | upward of |
    north of
    | a minimum of | minimum of | as few as | as little as | > | ≥ | topped | surpassed | topping | surpassing"""
_HIGH = """up to | at most | at the most | at the very most | no more than | not more than | fewer than | less than
    | far fewer than | far less than | slightly less than | slightly fewer than | under | well under | below |
    well below
    | as many as | as much as | as high as | a maximum of | maximum of | south of | < | ≤ | anything up to | not
    exceeding
    | no greater than"""
_VAGUE = """about | around | some | nearly | almost | roughly | approximately | approx | approx . | an estimated
    | estimated
    | close to | just over | just under | just above | just below | just short of | more or less | an average of
    | average
    | on average | circa | c . | ca . | in the region of | on the order of | in the order of | something like
    | somewhere around | ~ | ≈ | a little over | a little under | a little more than | a little less than |
    slightly over
    | slightly under | just more than | just less than | virtually | practically | nearing | approaching |
    getting on for
    | well-nigh | a reported | an approximate | an average | perhaps | maybe | probably | near | nearer"""
_LATER = {
    "low": ("or more", "or above", "or higher", "or greater", "or over", "at least", "at the least", "- plus",
    "plus", "+",
            "and over", "and above", "or older", "and older", "or longer", "at minimum"),
    "high": ("or fewer", "or less", "or under", "or below", "at most", "at the most", "or lower", "and under", "tops",
             "or younger", "and younger", "at maximum"),
    "vague": ("or so", "- odd", "- ish", "or thereabouts", "give or take", "on average", "approximately", "odd"),
}  # fmt: skip


def _phrases(written: str, kind: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): kind for phrase in written.split("|")}


_EARLIER = _phrases(_LOW, "low") | _phrases(_HIGH, "high") | _phrases(_VAGUE, "vague")
_AFTER = {tuple(phrase.split()): kind for kind, phrases in _LATER.items() for phrase in phrases}
_LONGEST = max(map(len, _EARLIER))
_LAST_WORDS = frozenset(phrase[-1] for phrase in _EARLIER)
_BEFORE_UP_TO = frozenset("add adds added adding live lives lived sign signs signed".split())


@dataclass(frozen=True)
class Bounds:
    """What the words around tell, and the first and last-but-one token they take."""

    first: int
    after: int
    low: bool = False
    high: bool = False
    vague: bool = False


def bounds_before(sentence: Sentence, first: int, lasting: bool = False) -> Bounds:
    """The bounds before a number; of a time (`lasting`) "over" and "under" tell how long something went on.

    Example: "at least about 300" -> low and vague.
    """
    kinds: set[str] = set()
    at = first
    for _ in range(3):
        length, kind = _phrase_before(sentence, _past_the(sentence, at))
        if not kind or (kinds & {"low", "high"} and kind != "vague"):
            break
        if lasting and length == 1 and sentence.word(at - 1) == "over" and sentence.word(at - 2) not in _FOR:
            break
        at = _past_the(sentence, at) - length
        kinds.add(kind)
    return Bounds(at, first, "low" in kinds, "high" in kinds, "vague" in kinds)


_FOR = frozenset("for after of by took takes lasted lasting spent than just well a waited from".split())


def _past_the(sentence: Sentence, at: int) -> int:
    """ "more than the 300 reported": the article does not part the bound from its number."""
    return at - 1 if sentence.word(at - 1) in ("the", "an", "a") and sentence.word(at - 2) == "than" else at


def _phrase_before(sentence: Sentence, at: int) -> tuple[int, str]:
    if sentence.word(at - 1) not in _LAST_WORDS:
        return 0, ""
    for length in range(min(_LONGEST, at), 0, -1):
        phrase = tuple(sentence.words[at - length : at])
        kind = _EARLIER.get(phrase, "")
        if not kind:
            continue
        if phrase == ("up", "to") and sentence.word(at - 3) in _BEFORE_UP_TO:
            return 0, ""
        return length, kind
    return 0, ""


def bounds_after(sentence: Sentence, after: int) -> Bounds:
    """The bounds after a number or its unit: "or more", "+", "at most"."""
    for length in (3, 2, 1):
        phrase = tuple(sentence.words[after : after + length])
        kind = _AFTER.get(phrase, "") if len(phrase) == length else ""
        if kind and _fits(sentence, after, phrase):
            return Bounds(after, after + length, kind == "low", kind == "high", kind == "vague")
    return Bounds(after, after)


def _fits(sentence: Sentence, after: int, phrase: tuple[str, ...]) -> bool:
    if phrase[0] in ("-", "+") or phrase in (("odd",), ("plus",)):
        return sentence.joined(after) and not sentence.word(after + len(phrase))[:1].isdecimal()
    return phrase[0] != "at" or not sentence.word(after + len(phrase))[:1].isdecimal()
