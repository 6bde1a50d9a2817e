"""Units and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor, isfinite, log10

_SCALES: dict[str, tuple[tuple[float, str], ...]] = {
    "km": ((1e-6, "millimetres"), (0.001, "metres"), (1, "kilometres")),
    "kg": ((0.001, "grams"), (1, "kilograms"), (1000, "tonnes")),
    "litre": ((1, "litres"), (1000, "cubic metres")),
    "km2": ((1e-6, "square metres"), (0.01, "hectares"), (1, "square kilometres")),
    "hour": (
        (1 / 3600, "seconds"), (1 / 60, "minutes"), (1, "hours"), (24, "days"), (730.5, "months"), (8766, "years")
    ),
    "kw": ((0.001, "watts"), (1, "kilowatts"), (1000, "megawatts"), (1_000_000, "gigawatts")),
    "kwh": ((1, "kilowatt-hours"), (1000, "megawatt-hours"), (1_000_000, "gigawatt-hours")),
}  # fmt: skip
"""The units that a measure can be shown in, smallest first, and what one of each is in its normal form."""
_WORDS = {
    "percent": "percent", "points": "percentage points", "barrel": "barrels", "celsius": "degrees Celsius",
    "degree": "degrees", "magnitude": "magnitude", "casualty": "casualties", "hospitalised": "in hospital",
    "people": "people",
    "usd": "US dollars", "eur": "euros", "gbp": "pounds", "jpy": "yen", "cny": "yuan", "inr": "rupees",
    "rub": "roubles", "irr": "rials", "toman": "tomans", "franc": "francs", "crown": "crowns", "peso": "pesos",
    "lira": "lira", "dinar": "dinars", "ils": "shekels", "chf": "Swiss francs", "aud": "Australian dollars",
    "cad": "Canadian dollars", "hkd": "Hong Kong dollars", "nzd": "New Zealand dollars", "sgd": "Singapore dollars",
    "sek": "Swedish kronor", "nok": "Norwegian kroner", "dkk": "Danish kroner", "czk": "Czech crowns", "pln": "zlotys",
    "huf": "forints", "brl": "reais", "mxn": "Mexican pesos", "ars": "Argentine pesos", "zar": "rand",
    "try": "Turkish lira", "krw": "won", "uah": "hryvnias", "aed": "UAE dirhams", "sar": "Saudi riyals",
    "dirham": "dirhams", "riyal": "riyals", "ngn": "naira", "kes": "Kenyan shillings", "shilling": "shillings",
    "thb": "baht", "twd": "Taiwan dollars", "php": "Philippine pesos", "vnd": "dong", "egp": "Egyptian pounds",
    "pkr": "Pakistani rupees", "iqd": "Iraqi dinars", "btc": "bitcoins",
}  # fmt: skip
_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet"}
_NAMED = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MOST = 1e15  # from which a number is told by its power of ten
_LEAST = 1e-4
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def shown_in(unit: str, values: Sequence[float]) -> tuple[float, str]:
    """What to divide by, and the unit's name: the unit in which the numbers are shortest to write."""
    if unit not in _SCALES:
        return 1.0, _WORDS.get(unit, "")
    able = [scale for scale in reversed(_SCALES[unit]) if all(isfinite(value / scale[0]) for value in values)]
    return min(able, key=lambda scale: sum(len(written(value / scale[0])) for value in values))


def counted_in(texts: Sequence[str], thing: str, *, several: bool = True) -> str:
    """A thing counted, in the plural where the sources use that or `several` are counted: "patient" -> "patients"."""
    both = plural(thing)
    if any(_stands_in(text, both) for text in texts):
        return both
    return thing if not several or any(_stands_in(text, thing) for text in texts) else both


def _stands_in(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def plural(thing: str) -> str:
    """More than one of it, by the plain rules of English."""
    if thing in _PLURALS:
        return _PLURALS[thing]
    if re.search(r"[^aeiou]y$", thing):
        return f"{thing[:-1]}ies"
    return f"{thing}es" if re.search(r"(?:s|x|z|ch|sh)$", thing) else f"{thing}s"


def written(value: float, digits: int = 4) -> str:
    """A number as people write it: "1,138", "5.6 billion", "0.25", "3 × 10³⁰⁰"."""
    size = abs(value)
    if size and (size >= _MOST or size < _LEAST):
        return _signed(value, _powers(size))
    for step, name in _NAMED:
        if size >= step:
            return _signed(value, f"{_decimal(size / step, digits)} {name}")
    return _signed(value, _decimal(size, digits))


def _signed(value: float, size: str) -> str:
    return f"−{size}" if value < 0 else size


def _decimal(size: float, digits: int) -> str:
    places = max(0, digits - 1 - floor(log10(size))) if size else 0
    text = f"{size:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _powers(size: float) -> str:
    head, _, power = f"{size:.2e}".partition("e")
    head = head.rstrip("0").rstrip(".")
    raised = f"10{str(int(power)).translate(_RAISED)}"
    return raised if head == "1" else f"{head} × {raised}"
