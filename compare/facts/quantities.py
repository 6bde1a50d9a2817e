"""Quantities: a number with its bounds, and what it counts.

Reads digits and words, ranges, bounds ("at least", "up to", "nearly"), percent, currencies, common units
(converted to one of each kind), and what is counted, from the words around. Years, times of day, and
numbers that are part of a name ("Section 3", "Boeing 737") are none. Does not read ordinals or ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.facts.numerals import Numeral, numerals
from compare.model import Quantity, Span
from compare.wording import FUNCTION_WORDS

_CURRENCIES = {
    "$": "usd", "us$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "₽": "rub",
    "dollar": "usd", "euro": "eur", "pound": "gbp", "sterling": "gbp", "yen": "jpy", "yuan": "cny", "rupee": "inr",
    "rial": "irr", "toman": "toman", "ruble": "rub", "rouble": "rub", "franc": "franc", "crown": "crown",
    "peso": "peso", "lira": "lira", "dinar": "dinar", "shekel": "ils", "usd": "usd", "eur": "eur", "gbp": "gbp",
}  # fmt: skip
_MEASURES: dict[str, tuple[str, float]] = {
    "kilometre": ("km", 1), "kilometer": ("km", 1), "km": ("km", 1), "mile": ("km", 1.609344),
    "metre": ("km", 0.001), "meter": ("km", 0.001), "foot": ("km", 0.0003048), "feet": ("km", 0.0003048),
    "yard": ("km", 0.0009144), "centimetre": ("km", 1e-5), "centimeter": ("km", 1e-5), "cm": ("km", 1e-5),
    "kilogram": ("kg", 1), "kilo": ("kg", 1), "kg": ("kg", 1), "tonne": ("kg", 1000), "ton": ("kg", 1000),
    "gram": ("kg", 0.001), "litre": ("litre", 1), "liter": ("litre", 1), "barrel": ("barrel", 1),
    "gallon": ("litre", 3.785412), "hectare": ("km2", 0.01), "acre": ("km2", 0.004046856),
    "second": ("hour", 1 / 3600), "minute": ("hour", 1 / 60), "hour": ("hour", 1), "day": ("hour", 24),
    "week": ("hour", 168), "fortnight": ("hour", 336), "month": ("hour", 730.5), "year": ("hour", 8766),
    "decade": ("hour", 87660),
}  # fmt: skip
_FATES = {
    "dead": """dead death deaths died die dies dying killed killing fatality fatalities lives perished slain corpses
        bodies toll martyrs martyred drowned""",
    "injured": "injured wounded hurt injuries wounds",
    "arrested": "arrested detained arrests detainees detentions arrest arresting detaining custody",
    "missing": "missing unaccounted",
    "evacuated": "evacuated evacuees evacuating displaced",
}
_FATE = {word: fate for fate, all_words in _FATES.items() for word in all_words.split()}
_PEOPLE = frozenset(
    """people person persons man men woman women child children minors civilians civilian residents soldiers troops
    workers employees passengers protesters demonstrators victims others students villagers migrants refugees
    members officers patients miners pupils families""".split()
)
_MODIFIERS = frozenset("of the other more new its their his her additional about further".split())
_NO_NOUNS = frozenset(
    """else yesterday today tonight ago apiece each later earlier before used given made bound held respectively
    previous one two three""".split()
)

_BEFORE = re.compile(
    r"""\b(?:(?P<vague>about|around|some|nearly|almost|roughly|approximately|an\ estimated|estimated|close\ to
              |just\ over|just\ under|more\ or\ less|an\ average\ of)
         |(?P<low>(?:at\ least|(?:no|not)\ (?:fewer|less)\ than|well\ over|(?<!no\ )(?<!not\ )more\ than|over|above
              |exceeding|upwards\ of|a\ minimum\ of|beyond)(?:\ (?:about|around|some))?)
         |(?P<high>(?:up\ to|at\ most|(?:no|not)\ more\ than|(?<!no\ )(?<!not\ )(?:fewer|less)\ than|under|below
              |as\ (?:many|much)\ as|a\ maximum\ of)(?:\ (?:about|around|some))?))\s+(?:(?<=than\ )the\ )?$""",
    re.VERBOSE | re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"(US\$|[$€£¥₹₽]|\b(?:USD|EUR|GBP|CHF)\s)\s?$")
_AFTER = re.compile(
    r"(?P<low>\s+or\s+(?:more|above|higher)\b|\s*\+(?!\w)|-plus\b|\s+at\s+(?:the\s+)?least\b)"
    r"|(?P<high>\s+or\s+(?:fewer|less|under|below)\b|\s+at\s+(?:the\s+)?most\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?:\s*[-–—]\s*|\s+to\s+)$")
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s*(?P<points>(?:percentage|per\ cent)\s+points?)|\s*(?:%|per\s?cent\b|pct\b|pc\b)", re.IGNORECASE
)
_NOT_A_COUNT = re.compile(
    r"\b(?:articles?|sections?|chapters?|no\.|number|numbers|phase|level|flight|boeing|airbus|resolution|room|route|highway"
    r"|channel|page|line|group|aged?|volume|version|unit|gate|platform|tel\.?|phone|terminal|pier|building|apartment|ground"
    r"|(?:half|quarter|minutes)\s+(?:past|to))\s+$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[- ]years?[- ]olds?\b|[- ]months?[- ]old\b|-year-olds?\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"[:.]\d\d\b|\s*(?:[ap]\.?m\b|o['’]clock|hours?\s+GMT|GMT\b|past\b)"
    r"|\s+in\s+the\s+(?:morning|afternoon|evening)|\s+at\s+night",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|until|till|from|since|before|after|between|and|to)\s+$", re.IGNORECASE)
_HOURS = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_MAGNITUDE = re.compile(r"\bmagnitude(?:\s+of)?[\s-]$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_TYPED = frozenset(
    {unit for unit, _ in _MEASURES.values()}
    | {*_CURRENCIES.values(), *_FATES, "people", "percent", "points", "magnitude"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:(?<=s)['’](?!\w))?")
_COMPOUND = re.compile(r"-([^\W\d_]{2,})")  # "a 60-vote threshold" counts votes
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_CLAUSE_END = re.compile(r"[,;:.!?()\"“”—–]|\b(?:and|but|while|who|which|that|with|after|before|when)\b", re.IGNORECASE)
_REACH = 60  # code points before a number in which its bound, currency or kind is looked for
_WINDOW = 45  # code points before and after a number in which its fate ("killed") is looked for


@dataclass(frozen=True)
class _Bounds:
    start: int
    end: int
    low: float | None
    high: float | None
    vague: bool


def read_quantities(text: str, taken: Sequence[Span] = ()) -> list[Quantity]:
    """The quantities of a sentence, in order; nothing is read inside the spans already `taken`.

    Example: "at least 12 people were killed" -> low 12, high None, unit "dead".
    """
    covered = {place for span in taken for place in range(span.start, span.end)}
    found = [n for n in numerals(text) if covered.isdisjoint(range(n.start, n.end))]
    return [quantity for parts in _ranges(text, found) for quantity in _quantity(text, parts)]


def _ranges(text: str, found: Sequence[Numeral]) -> Iterator[tuple[Numeral, ...]]:
    """Numerals in ones, or in twos where they are the ends of a range."""
    index = 0
    while index < len(found):
        pair = found[index : index + 2]
        if len(pair) == 2 and _is_range(text, pair[0], pair[1]):
            yield (pair[0], pair[1])
            index += 2
        else:
            yield (found[index],)
            index += 1


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    between = text[first.end : second.start]
    if not first.high < second.low or len(between) > 20:
        return False
    if _PERCENT.match(between) and not _PERCENT.match(text, second.end):
        return False
    before = _before(text, first.start)
    if currency := _CURRENCY_BEFORE.search(before):
        between, before = _CURRENCY_BEFORE.sub("", between), before[: currency.start()]
    between = _PERCENT.sub("", between)
    opened = bool(_BETWEEN.search(before))
    return bool(_RANGE.fullmatch(between)) or (opened and between.strip() == "and")


def _before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start]


def _quantity(text: str, parts: tuple[Numeral, ...]) -> Iterator[Quantity]:
    first, last = parts[0], parts[-1]
    if _is_none(text, first, last):
        return
    before = _before(text, first.start)
    currency = _CURRENCY_BEFORE.search(before)
    unit, scale, end = _unit(text, first, last, currency.group(1).strip() if currency else "")
    if unit not in _TYPED and _YEAR.fullmatch(text[first.start : first.end]) and not _BEFORE.search(before):
        return
    start = first.start - len(before) + currency.start() if currency else first.start
    low = first.low * (last.scale if first.scale == 1 and first.low < last.low / last.scale else 1)
    bounds = _bounded(text, start, end, low * scale, last.high * scale, first.vague)
    yield Quantity(Span(bounds.start, bounds.end), bounds.low, bounds.high, unit, bounds.vague)


def _is_none(text: str, first: Numeral, last: Numeral) -> bool:
    """Part of a name, a time of day, an age, or no number at all."""
    before = _before(text, first.start)
    return bool(
        _NOT_A_COUNT.search(before)
        or _CLOCK.match(text, last.end)
        or (
            _CLOCK_BEFORE.search(before)
            and _HOURS.fullmatch(text[first.start : first.end])
            and not _unit_follows(text, last)
        )
        or _AGE.match(text, last.end)
        or _is_pronoun(text, first)
    )


def _unit_follows(text: str, last: Numeral) -> bool:
    return bool(_PERCENT.match(text, last.end) or re.match(r"[ -]?[a-z]", text[last.end : last.end + 2]))


def _is_pronoun(text: str, numeral: Numeral) -> bool:
    """ "no one", "one of them", "one another", "the one who": no count."""
    if text[numeral.start : numeral.end].lower() not in ("one", "zero"):
        return False
    following = _WORD.match(text[numeral.end :][:_REACH].lstrip())
    return following is None or following[0].lower() in FUNCTION_WORDS or following[0].lower() == "another"


def _bounded(text: str, start: int, end: int, low: float, high: float, vague: bool) -> _Bounds:
    if after := _AFTER.match(text, end):
        end = after.end()
    before = _before(text, start)
    word = _BEFORE.search(before)
    if word:
        start += word.start() - len(before)
    if (word and word["low"]) or (after and after["low"]):
        return _Bounds(start, end, low, None, vague)
    if (word and word["high"]) or (after and after["high"]):
        return _Bounds(start, end, None, high, vague)
    return _Bounds(start, end, low, high, vague or word is not None)


def _unit(text: str, first: Numeral, last: Numeral, symbol: str) -> tuple[str, float, int]:
    """(normal form, factor to it, where the quantity ends)."""
    if symbol:
        return _CURRENCIES.get(symbol.lower(), symbol.lower()), 1.0, last.end
    percent = _PERCENT.match(text, last.end)
    if percent:
        return ("points" if percent["points"] else "percent"), 1.0, percent.end()
    if first.part:
        return "percent", 1.0, last.end
    if _MAGNITUDE.search(_before(text, first.start)):
        return "magnitude", 1.0, last.end
    return _counted(text, first, last)


def _counted(text: str, first: Numeral, last: Numeral) -> tuple[str, float, int]:
    after = _AFTER.match(text, last.end)
    noun = _noun(text, after.end() if after else last.end)
    if noun is None:
        fate = _fate_near(text, first.start, last.end)
        return fate or "", 1.0, last.end
    word, end = noun
    root = _singular(word)
    if root in _CURRENCIES:
        return _CURRENCIES[root], 1.0, end
    if root in _MEASURES:
        unit, factor = _MEASURES[root]
        return unit, factor, end
    if word in _FATE:
        return _FATE[word], 1.0, end
    if word in _PEOPLE:
        return _fate_near(text, first.start, end) or "people", 1.0, end
    return root, 1.0, end


def _noun(text: str, end: int) -> tuple[str, int] | None:
    """The head of the noun phrase after a number: its last word before a function word or a mark, at most four on."""
    found: tuple[str, int] | None = None
    if compound := _COMPOUND.match(text, end):
        return compound[1].lower(), compound.end()
    for count, match in enumerate(_WORD.finditer(text, end, end + _REACH)):
        between = text[end : match.start()]
        word = match[0].lower()
        if count == 5 or (between.strip() and between.strip() != "-"):
            break
        if word in _FATE or word in _PEOPLE or _singular(word) in _MEASURES or _singular(word) in _CURRENCIES:
            return word, match.end()
        if found is None and (word in _MODIFIERS or word.endswith(_POSSESSIVE)):
            end = match.end()
            continue
        if _ends_phrase(word, found[0] if found else ""):
            break
        found, end = (word, match.end()), match.end()
    return None if found and found[0].endswith("ed") else found  # "hundreds resigned": a verb


def _ends_phrase(word: str, before: str) -> bool:
    if word in FUNCTION_WORDS or word in _NO_NOUNS or word.endswith("ly"):
        return True
    if before.endswith("s"):
        return not word.endswith("s")
    return bool(before) and word.endswith(("ed", "ing"))


def _fate_near(text: str, start: int, end: int) -> str | None:
    """ "killed", "arrested" and the like in the same clause: after the number first, then before it."""
    after = _CLAUSE_END.split(text[end : end + _WINDOW], maxsplit=1)[0]
    before = _CLAUSE_END.split(text[max(0, start - _WINDOW) : start])[-1]
    for stretch in (_WORD.findall(after.lower()), list(reversed(_WORD.findall(before.lower())))):
        for word in stretch:
            if word in _FATE:
                return _FATE[word]
    return None


def _singular(word: str) -> str:
    word = word.lower()
    if word in _MEASURES or word in _CURRENCIES or word.endswith(("ss", "us", "is")):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
