"""Units and currencies by their words and signs, each turned into one of its kind."""

from __future__ import annotations

_MASS_LENGTH_AND_SO_ON = """
    km 1: kilometre kilometer km kms
    km 1.609344: mile mi
    km 1.852: nautical-mile
    km 0.001: metre meter
    km 0.0003048: foot feet ft
    km 0.0009144: yard yd
    km 0.0000254: inch inche
    km 0.00001: centimetre centimeter cm
    km 0.000001: millimetre millimeter mm
    kg 1: kilogram kilogramme kilo kg kgs
    kg 1000: tonne ton metric-ton metric-tonne
    kg 0.001: gram gramme
    kg 0.000001: milligram mg
    kg 0.45359237: lb lbs
    kg 0.028349523: ounce oz
    litre 1: litre liter
    litre 0.001: millilitre milliliter ml
    litre 3.785412: gallon
    litre 0.568261: pint
    litre 1000: cubic-metre cubic-meter m³
    litre 28.316847: cubic-foot cubic-feet
    barrel 1: barrel bbl
    km2 1: square-kilometre square-kilometer square-km sq-km km²
    km2 2.589988: square-mile sq-mile
    km2 0.000001: square-metre square-meter sq-m m²
    km2 0.000000092903: square-foot square-feet sq-ft
    km2 0.01: hectare ha
    km2 0.004046856: acre
    hour 1: hour hr hrs
    hour 0.016666666666666666: minute min mins
    hour 0.0002777777777777778: second
    hour 24: day
    hour 168: week
    hour 336: fortnight
    hour 730.5: month
    hour 8766: year yr yrs
    hour 87660: decade
    hour 876600: century
    kw 1: kilowatt kw
    kw 0.001: watt
    kw 1000: megawatt mw
    kw 1000000: gigawatt gw
    kwh 1: kilowatt-hour kwh
    kwh 1000: megawatt-hour mwh
    kwh 1000000: gigawatt-hour gwh
    kwh 1000000000: terawatt-hour twh
"""
_CURRENCY_WORDS = """
    usd 1: dollar us-dollar american-dollar buck
    usd 0.01: cent us-cent
    aud 1: australian-dollar
    cad 1: canadian-dollar
    hkd 1: hong-kong-dollar
    nzd 1: new-zealand-dollar
    sgd 1: singapore-dollar
    eur 1: euro
    eur 0.01: euro-cent eurocent
    gbp 1: pound sterling pound-sterling british-pound quid
    gbp 0.01: penny pence
    jpy 1: yen japanese-yen
    cny 1: yuan renminbi chinese-yuan
    inr 1: rupee indian-rupee
    pkr 1: pakistani-rupee
    irr 1: rial iranian-rial
    toman 1: toman
    rub 1: ruble rouble russian-ruble russian-rouble
    chf 1: swiss-franc
    franc 1: franc
    crown 1: crown
    sek 1: swedish-crown swedish-krona swedish-kronor krona kronor
    nok 1: norwegian-crown norwegian-krone norwegian-kroner
    dkk 1: danish-crown danish-krone danish-kroner
    czk 1: czech-crown czech-koruna koruna
    peso 1: peso
    mxn 1: mexican-peso
    ars 1: argentine-peso argentinian-peso
    lira 1: lira
    try 1: turkish-lira
    dinar 1: dinar
    iqd 1: iraqi-dinar
    dirham 1: dirham
    riyal 1: riyal
    ils 1: shekel
    brl 1: real-brazilian brazilian-real reais
    zar 1: rand
    krw 1: won-korean korean-won
    uah 1: hryvnia
    pln 1: zloty
    huf 1: forint
    ngn 1: naira
    kes 1: kenyan-shilling
    shilling 1: shilling
    thb 1: baht
    btc 1: bitcoin
"""


def _table(lines: str) -> dict[tuple[str, ...], tuple[str, float]]:
    found: dict[tuple[str, ...], tuple[str, float]] = {}
    for line in lines.strip().splitlines():
        head, _, words = line.partition(":")
        name, factor = head.split()
        found |= {tuple(word.split("-")): (name, float(factor)) for word in words.split()}
    return found


MEASURES = _table(_MASS_LENGTH_AND_SO_ON)
"""Words of a unit, in the singular -> its normal form, and what one of it is in that."""
CURRENCY_WORDS = _table(_CURRENCY_WORDS)
SIGNS = {
    "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "₽": "rub", "₪": "ils", "₩": "krw", "₺": "try",
    "₴": "uah", "₦": "ngn", "฿": "thb", "₿": "btc", "₱": "php", "₫": "vnd",
}  # fmt: skip
DOLLARS = {
    "us": "usd", "a": "aud", "au": "aud", "c": "cad", "ca": "cad", "can": "cad", "hk": "hkd", "nz": "nzd", "s": "sgd",
    "r": "brl", "nt": "twd", "u.s.": "usd",
}  # fmt: skip
CODES = frozenset(
    """usd eur gbp chf aud cad nzd hkd sgd jpy cny rmb inr rub sek nok dkk pln czk huf brl mxn zar try krw ils
    aed sar irr
    ngn thb twd uah egp pkr""".split()
)
CODE_NAMES = {"rmb": "cny"}
RATES = {
    "kph": ("km", 1.0), "kmh": ("km", 1.0), "mph": ("km", 1.609344), "knot": ("km", 1.852), "kt": ("km", 1.852),
    "kts": ("km", 1.852),
}  # fmt: skip
"""Words for a speed -> unit and factor, per hour."""
CURRENCIES = frozenset(
    {name for name, _ in CURRENCY_WORDS.values()} | {*SIGNS.values(), *DOLLARS.values(), *(CODES - {"rmb"})}
)
