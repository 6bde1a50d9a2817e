"""Verbs in the past with their other forms, and simple clauses: who did what, at the head of a sentence."""

from __future__ import annotations

import re

from benchmarks.editing.edit import alternatives

_REGULAR = """accept approve announce arrest attack back block cancel charge charter condemn cross damage
defend deliver demand destroy detain discuss dismiss enter evacuate examine extend fire impose inspect
join kill launch move name occupy offer open order organise pass postpone present publish pull purchase raise ratify
receive reject release remove replace resume rule sack search seize sign stage start surround suspend test threaten
unveil urge use visit warn welcome close abandon adopt attend carry construct cut-off disrupt endorse
expel fine finish flatten free halt hire house injure issue mention outline persuade pledge
praise promise record recover reduce refuse report request rescue restore reveal reverse scrap sentence
supply support target transfer treat treble uncover watch wound"""
_IRREGULAR = """begin:began:begun bring:brought:brought break:broke:broken build:built:built buy:bought:bought
draw:drew:drawn drive:drove:driven find:found:found get:got:got give:gave:given hold:held:held keep:kept:kept
lay:laid:laid leave:left:left lose:lost:lost make:made:made meet:met:met pay:paid:paid see:saw:seen
sell:sold:sold send:sent:sent shoot:shot:shot spend:spent:spent steal:stole:stolen take:took:taken win:won:won
withdraw:withdrew:withdrawn write:wrote:written"""


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else base + "ed"


_DOUBLED = {"cancel": "cancelled", "transfer": "transferred", "expel": "expelled", "scrap": "scrapped"}
BASE: dict[str, str] = {}
"""Past form -> base form."""
PARTICIPLE: dict[str, str] = {}
"""Past form -> past participle."""
for _base in _REGULAR.split():
    if "-" not in _base:
        _form = _DOUBLED.get(_base) or _past(_base)
        BASE[_form], PARTICIPLE[_form] = _base, _form
for _forms in _IRREGULAR.split():
    _base, _form, _participle = _forms.split(":")
    BASE[_form], PARTICIPLE[_form] = _base, _participle

PAST = alternatives(" ".join(BASE))
SPEECH = alternatives(
    """said says say told tells added stated declared insisted claimed argued explained wrote warned announced
    acknowledged conceded recalled noted denied confirmed asked replied reported admitted called described accused
    promised reminded according"""
)
AUXILIARY = "(?:was|were|is|are|has|had|have|will|would|can|could|must)"
_NO_SUBJECT = frozenset(
    """on in at by after before as if when while since until for with without from to under over during despite
    among of not no that which who whose what how why where there but because although though once only then so
    yesterday today tomorrow was were is are has had have will would can could must may might should did do does
    be been being having said told never neither nor either instead meanwhile however it this""".split()
)
_CLAUSE = re.compile(
    rf"""^(?P<subject>[A-Z][\w'’-]*(?:\ [\w'’-]+){{0,5}}?)\ (?P<verb>{PAST})
        (?=\ (?:the|a|an|its|his|her|their|our|all|some|several|more|most|at\ least|up\ to|about|around|\d|[A-Z]
          |two|three|four|five|six)\b)""",
    re.VERBOSE,
)


def clause(text: str) -> re.Match[str] | None:
    """A sentence that begins with a plain subject, a verb in the past and its object; groups subject and verb.

    "The company chartered six jets from a Baltic operator." -> subject "The company", verb "chartered"
    """
    match = _CLAUSE.match(text)
    if not match:
        return None
    head, *rest = match["subject"].lower().split()
    inner = _NO_SUBJECT - {"of"}
    return None if head in _NO_SUBJECT or any(word in inner or word in BASE for word in rest) else match


def agreed(word: str) -> bool:
    """Whether a verb form is the same for one and for many: past forms are, but for was and has."""
    return word in BASE or word in {"had", "will", "would", "can", "could", "must"}
