"""Money: the sign, code or word of a currency."""

from __future__ import annotations

from compare.facts.numerals import Numeral
from compare.facts.quantities.unit import Unit
from compare.facts.quantities.unit_tables import CODE_NAMES, CODES, CURRENCY_WORDS, DOLLARS, SIGNS
from compare.facts.tokens import Sentence


def sign_before(sentence: Sentence, numeral: Numeral) -> Unit | None:
    """The currency by a sign or code before the number: "HK$", "CHF", "Rs."."""
    first, sign = numeral.first, sentence.word(numeral.first - 1)
    if sign in SIGNS:
        prefix = sentence.word(first - 2) if sentence.joined(first - 1) else ""
        dollar = DOLLARS.get(prefix, "") if sign == "$" else ""
        return Unit(dollar or SIGNS[sign], 1, first - (2 if dollar else 1), numeral.after, symbol=True)
    if sign in CODES and sentence.written(first - 1).isupper():
        return Unit(CODE_NAMES.get(sign, sign), 1, first - 1, numeral.after, symbol=True)
    if sign == "rs" or (sign == "." and sentence.word(first - 2) == "rs"):
        return Unit("inr", 1, first - (1 if sign == "rs" else 2), numeral.after, symbol=True)
    return None


_WEIGHT = frozenset("weigh weighs weighed weighing weight heavy bomb bombs explosives warhead warheads".split())
_FINES = frozenset(
    """fine fee bill payment loan bonus prize grant cheque check ticket reward deposit voucher donation deal debt
    budget fund subsidy salary pension fare tax levy package""".split()
)


def currency(sentence: Sentence, numeral: Numeral, name: tuple[str, ...], after: int) -> Unit | None:
    """A currency by its word; "pounds" of cocaine and a "500-pound bomb" weigh, "cents" go with euros where
    there are."""
    if name == ("pound",):
        if sentence.word(after) == "sterling":
            return Unit("gbp", 1, numeral.first, after + 1)
        near = {*sentence.words[max(0, numeral.first - 4) : numeral.first], *sentence.words[after : after + 3]}
        hyphened = sentence.hyphened(numeral.after) and sentence.word(after) not in _FINES
        if near & _WEIGHT or hyphened or (sentence.word(after) == "of" and sentence.word(after - 1) == "pounds"):
            return Unit("kg", 0.45359237, numeral.first, after)
    if name == ("cent",) and ("euro" in sentence.words or "euros" in sentence.words or "€" in sentence.words):
        return Unit("eur", 0.01, numeral.first, after)
    if name == ("crown",) and sentence.word(after) in ("court", "prosecution"):
        return None
    return Unit(*CURRENCY_WORDS[name], numeral.first, after)
