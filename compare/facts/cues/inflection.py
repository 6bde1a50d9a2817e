"""The forms of English verbs: deny -> deny, denies, denied, denying."""

from __future__ import annotations

import re

_IRREGULAR = {
    "be": "is are was were be been being am",
    "have": "has had having",
    "do": "does did done doing",
    "say": "says said saying",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "know": "knows knew known knowing",
    "fall": "falls fell fallen falling",
    "keep": "keeps kept keeping",
    "give": "gives gave given giving",
    "make": "makes made making",
    "hold": "holds held holding",
    "get": "gets got getting",
    "bear": "bears bore borne bearing",
    "set": "sets setting",
    "see": "sees saw seen seeing",
    "shoot": "shoots shot shooting",
    "take": "takes took taken taking",
    "play": "plays played playing",
    "forecast": "forecasts forecasted forecasting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "cast": "casts casting",
    "pay": "pays paid paying",
    "stop": "stops stopped stopping",
    "plan": "plans planned planning",
    "bar": "bars barred barring",
    "ban": "bans banned banning",
    "rebut": "rebuts rebutted rebutting",
    "omit": "omits omitted omitting",
    "avert": "averts averted averting",
    "forget": "forgets forgot forgotten forgetting",
    "rid": "rids ridding",
    "write": "writes wrote written writing",
    "tip": "tips tipped tipping",
    "forgo": "forgoes forwent forgone forgoing",
}


def forms(verb: str) -> list[str]:
    """The forms of a verb, its base first."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if re.search(r"[^aeiou]y$", verb):
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else f"{verb}s"
    if verb.endswith("e"):
        return [verb, third, f"{verb}d", f"{verb[:-1]}ing"]
    return [verb, third, f"{verb}ed", f"{verb}ing"]
