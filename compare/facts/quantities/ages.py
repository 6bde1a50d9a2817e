"""How old somebody is: "a 43-year-old man", "aged 7", "Reza Amini, 43, said"."""

from __future__ import annotations

from compare.facts.numerals import Numeral
from compare.facts.quantities.unit import Unit
from compare.facts.tokens import Sentence

_YEARS = {"year": 1.0, "years": 1.0, "month": 1 / 12, "months": 1 / 12, "week": 7 / 365.25, "weeks": 7 / 365.25,
          "day": 1 / 365.25, "days": 1 / 365.25}  # fmt: skip
_OLDEST = 122  # years; nobody is known to have lived longer


def age(sentence: Sentence, numeral: Numeral) -> Unit | None:
    """The unit of an age, in years; None where the number is none."""
    at = numeral.after + sentence.hyphened(numeral.after)
    factor = _YEARS.get(sentence.word(at), 0)
    rest = at + 1 + sentence.hyphened(at + 1)
    if factor and (sentence.word(rest) in ("old", "olds") or sentence.follows(at + 1, ("of", "age"))):
        after = rest + 1 if sentence.word(rest).startswith("old") else at + 3
        return Unit("year", factor, numeral.first, after, "age") if _of_a_person(sentence, at, after) else None
    if numeral.high > _OLDEST or numeral.form != "cardinal":
        return None
    before = _aged_before(sentence, numeral.first)
    if before is not None:
        years = sentence.word(numeral.after) in ("years", "months")
        return Unit("year", _YEARS.get(sentence.word(numeral.after), 1), before, numeral.after + years, "age")
    return Unit("year", 1, numeral.first, numeral.after, "age") if _stands_apart(sentence, numeral) else None


_OLD_THINGS = frozenset(
    """war conflict tradition law building church company feud dispute ban rule regime policy blockade siege embargo
    insurgency uprising campaign programme program agreement treaty deal pact truce ceasefire strike occupation
    civil bridge house record border presidency monarchy kingdom""".split()
)


def _of_a_person(sentence: Sentence, at: int, after: int) -> bool:
    """Not "the six-year-old war", unlike "a six-year-old girl"; of what follows "years old" nothing can be told."""
    return not {sentence.word(after), sentence.word(after + 1)} & _OLD_THINGS


def _aged_before(sentence: Sentence, first: int) -> int | None:
    """Where "aged", "age" or "the age of" before a number begins."""
    if sentence.word(first - 1) in ("between", "from", "over", "under", "about", "around", "just"):
        first -= 1
    if sentence.word(first - 1) in ("aged", "age", "ages"):
        return first - 1
    return first - 2 if sentence.follows(first - 2, ("age", "of")) else None


def _stands_apart(sentence: Sentence, numeral: Numeral) -> bool:
    """ "Reza Amini, 43, said", "Ada and Emil Holt, 74 and 71, live": an age put after a name."""
    digits, first, after = sentence.written(numeral.first), numeral.first, numeral.after
    if not digits.isdecimal() or after != first + 1:
        return False
    if sentence.word(first - 1) == "and" and sentence.word(first - 2).isdecimal():
        first -= 2
    elif sentence.word(after) == "and" and sentence.word(after + 1).isdecimal():
        after += 2
    before, name, mark = sentence.word(first - 1), sentence.written(first - 2), sentence.word(after)
    if before not in (",", "(") or not name[:1].isupper() or not name.isalpha() or len(name) < 2:
        return False
    if name.lower() in _MONTHS or sentence.word(first - 3) in _PLACES:
        return False
    last_in_row = mark == "," and not sentence.word(after + 1)[:1].isdecimal()
    return last_in_row if before == "," else mark == ")"


_PLACES = frozenset("in at from near outside around between".split())
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday""".split()
)
