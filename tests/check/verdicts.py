"""Small verdicts made by hand: a set on a sunken ferry, and what can come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from compare.check.goldset import Passage
from compare.check.outcome import (
    Change,
    CheckVerdict,
    Item,
    Measured,
    SetOutcome,
    SetVerdict,
    Severity,
    Shortfall,
    Threshold,
)

CI = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION")
"""Variables that say that nobody is looking."""

WIRE = "Ferry sinks off Cape Tarn.\n\nNine bodies were recovered, the coastguard said. The ship was built in 1984.\n"
STATE = "Four bodies were recovered, the ministry said.\nThe ferry is forty years old.\n"
TOLL = (Passage("wire.txt", "Nine bodies were recovered, the coastguard said."), Passage("state.txt", STATE[:46]))
AGE = (Passage("wire.txt", "The ship was built in 1984."), Passage("state.txt", "The ferry is forty years old."))

HOSTILE = (
    "a|b\n\n# <script>alert(1)</script> `x` **y** [z](http://www.evil.example) @team #12 :bomb:\n::error::no"
    "\r\n##[error]no %0A, 100% &amp; ]]> \x00\x1b[31m\x85\u2028\u202e\ud800\ufffe\uffff ~~gone~~ $x$"
)
"""What an article may hold: mark-up, commands, line ends of every kind, and characters that XML cannot hold."""


def item(ends: tuple[Passage, Passage] = TOLL, **fields: Any) -> Item:
    left, right = ends
    key = "".join(sorted(word[0] for end in ends for word in end.quote.split()))
    return Item(**{"key": key, "left": left, "right": right, "wanted": "conflict", "said": "conflict", **fields})


def outcome(*items: Item, folder: Path = Path("samples/ferry"), **fields: Any) -> SetOutcome:
    told = {"title": "Ferry", "told": (), "kin": (), "signature": {}, "seconds": 1.25}
    return SetOutcome(**{"name": "ferry", "folder": folder, "items": items, **told, **fields})


def threshold(metric: str = "links.f1", least: float = 0.6, severity: Severity = "error") -> Threshold:
    return Threshold(metric, least, severity, "samples/ferry/set.toml [thresholds]")


def measured(value: float | None = 0.7) -> Measured:
    return Measured(value, None, None, 0) if value is None else Measured(value, value - 0.1, min(1, value + 0.1), 12)


def short(value: float | None = 0.5, **fields: Any) -> Shortfall:
    return Shortfall(threshold(**fields), measured(value))


def change(kind: Any = "changed", severity: Severity = "error", one: Item | None = None) -> Change:
    words = f"{kind}: Nine bodies / Four bodies"
    return Change(kind, one or item(said="agree"), "conflict", "agree", severity, words)


def a_set(*items: Item, name: str = "ferry", **fields: Any) -> SetVerdict:
    folder = fields.pop("folder", Path("samples/ferry"))
    return SetVerdict(name, folder, outcome(*items, folder=folder), **{"measured": {"links.f1": measured()}, **fields})


def broken(error: str = "the gold cannot be read (gold.json); see docs/annotation.md") -> SetVerdict:
    return SetVerdict("broken", Path("samples/broken"), None, error=error)


def verdict(*sets: SetVerdict, **fields: Any) -> CheckVerdict:
    return CheckVerdict(sets, **{"measured": {"links.f1": measured()}, **fields})


def hostile_verdict(text: str = HOSTILE) -> CheckVerdict:
    """Every text in it is as a stranger would write it."""
    ends = Passage(text, text), Passage(f"b{text}", text)
    bad = item(ends, key=text, said="agree")
    asked = Threshold("links.f1", 0.9, "error", text)
    warned = Change("new", item(ends, key=f"2{text}", wanted=None), None, "conflict", "warn", text)
    one = a_set(
        bad,
        item(ends, key="fine"),
        name=text,
        folder=Path(text.replace("\x00", "").encode("utf-8", "replace").decode()),
        changes=(Change("changed", bad, "conflict", "agree", "error", text), warned),
        thresholds=(asked,),
        shortfalls=(Shortfall(asked, measured()),),
    )
    return verdict(one, broken(text), thresholds=(asked,), shortfalls=(Shortfall(asked, measured()),))


EVERY_KIND = {
    "all is well": verdict(a_set(item(), thresholds=(threshold(),))),
    "no set": verdict(measured={}),
    "a set that cannot be run": verdict(a_set(item()), broken()),
    "a change": verdict(a_set(item(said="agree"), changes=(change(),))),
    "a change that is a warning": verdict(a_set(item(said="agree"), changes=(change(severity="warn"),))),
    "no baseline": verdict(a_set(item(), changes=(Change("missing baseline", None, None, None, "error", "none yet"),))),
    "below a threshold": verdict(a_set(item(), thresholds=(threshold(),), shortfalls=(short(),))),
    "a threshold that cannot be measured": verdict(a_set(thresholds=(threshold(),), shortfalls=(short(None),))),
    "a warning": verdict(a_set(item(), shortfalls=(short(severity="warn"),))),
    "below a threshold over all": verdict(a_set(item()), thresholds=(threshold(),), shortfalls=(short(),)),
    "a warning over all": verdict(a_set(item()), shortfalls=(short(severity="warn"),)),
    "hostile text": hostile_verdict(),
}
"""One verdict of each kind, for what holds of all."""
