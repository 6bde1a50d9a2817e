"""The verbs that attribute, in all their forms, and what each may govern.

After the verbs of communication of Levin (1993, class 37) and the factual verbs of Quirk et al. (1985, 16.31), with
what newspapers add to them, and without those that take for known what they govern: know, realise, see, learn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["base", "s", "past", "ing", "participle"]


Frame = Literal["clause", "object", "to", "whom", "name", "as", "after", "stance", "question"]


@dataclass(frozen=True)
class Verb:
    """One form of a verb that attributes.

    What it governs (`frames`): "clause" a bare clause ("said the road is open"); "object" a noun that stands for a
    claim ("denied the report"); "to" an infinitive ("vowed to stay"); "whom" who is spoken to ("told reporters
    that"); "name" a name given ("called it a disgrace"); "as" likewise ("described it as"); "after" a preposition
    ("warned of losses"); "question" an open question ("asked whether"); "stance" marks an opinion, which may be
    told with a negation. All but "name" and "as" verbs govern "that" and a quotation.
    """

    lemma: str
    form: Form
    frames: frozenset[str]
    after: frozenset[str] = frozenset()

    def takes(self, frame: Frame) -> bool:
        """Whether it may govern that."""
        return frame in self.frames


_CLAUSE = """say add acknowledge admit affirm allege announce argue assert attest aver avow boast brag caution claim
 clarify complain concede conclude concur confess confide confirm contend counter declare disclose emphasise emphasize
 estimate explain grumble hint imply indicate insinuate insist jest joke lament maintain mention moan mutter
 opine plead posit predict proclaim promise propose protest quip reaffirm reason reassert recall recommend reckon
 recount reiterate relate repeat report respond retort reveal signal speculate state stipulate stress suggest surmise
 swear testify theorise theorize threaten thunder tweet underline underscore vow warn whisper write forecast project
 hypothesise hypothesize profess specify volunteer intimate acknowledge note observe remark muse pledge reply agree
 believe think feel hope fear expect suspect doubt assume worry anticipate find show guess decide determine
 contemplate advise deny wonder demand tell inform assure remind notify reassure"""
_QUOTE_ONLY = """ask answer comment cry exclaim murmur mumble scoff shout shriek snap sneer interject chide continue
    begin conclude yell chant post text blog marvel rejoin gush joke laugh sigh enquire inquire counter echo fume
    gripe elaborate rage rule tell inform assure remind notify advise urge beg implore instruct order reassure alert
    message email cable radio object preach interrupt read sing bemoan venture lecture taunt tease holler roar
    bellow hiss growl grunt stammer stutter lash rant concede accuse warn charge question"""
_OBJECT = """deny confirm announce reject dismiss condemn denounce criticise criticize praise acknowledge admit blame
    accuse predict forecast propose demand promise pledge refute dispute deplore decry hail mock ridicule question
    rebut disavow reveal disclose allege describe slam lambast lambaste blast deride disparage belittle repudiate
    bemoan lament applaud commend laud endorse reiterate stress emphasise emphasize underline underscore recommend
    suggest reaffirm express voice mention explain demand recount recall cite echo assail castigate chastise
    rebuke scold berate doubt fear discredit downplay exaggerate estimate urge insist claim threaten"""
_TO = """tell urge beg implore instruct order advise warn caution exhort remind counsel beseech promise pledge vow
    threaten swear claim ask demand propose profess"""
_WHOM = """tell inform assure remind warn notify advise ask caution urge beg implore instruct order reassure
    promise alert beseech exhort counsel encourage"""
_NAME = "call brand dub label term deem declare pronounce"
_AS = """describe characterise characterize portray depict denounce condemn dismiss cite hail decry criticise criticize
    deride praise blast slam ridicule mock brand label reject view regard interpret"""
_STANCE = "believe think feel hope fear expect suspect doubt assume agree accept deny dispute confirm rule"
_QUESTION = """ask wonder question enquire inquire explain say tell describe clarify specify reveal disclose indicate
    doubt decide"""
_AFTER = {
    "warn": "of about against",
    "caution": "against",
    "complain": "of about",
    "boast": "of about",
    "brag": "about",
    "speak": "of",
    "talk": "of",
    "call": "for on upon",
    "appeal": "for",
    "accuse": "",
    "hint": "at",
    "allude": "to",
    "refer": "to",
    "point": "to out",
    "speculate": "about on",
    "joke": "about that",
    "insist": "on",
    "object": "to",
    "protest": "against",
    "apologise": "for",
    "apologize": "for",
    "ask": "for about",
    "rule": "out",
    "argue": "for against",
    "testify": "about to against",
    "agree": "with",
    "disagree": "with",
    "vouch": "for",
    "confess": "to",
    "admit": "to",
    "worry": "about",
    "inquire": "about",
    "enquire": "about",
    "rail": "against",
    "write": "of about",
    "comment": "on",
    "elaborate": "on",
    "liken": "",
    "compare": "",
    "muse": "about",
    "rant": "about",
    "remark": "on",
    "reflect": "on",
    "dwell": "on",
}


_SHIFTED = "blame accuse liken compare"  # an object and then of, for, to: accused the army of looting


NEVER_LAST = frozenset("find show decide agree determine know demand doubt".split())
"""Verbs whose clause never stands before them: no ", the study found" alone."""
_IRREGULAR = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "think": ("thought", "thought"),
    "feel": ("felt", "felt"),
    "find": ("found", "found"),
    "swear": ("swore", "sworn"),
    "forecast": ("forecast", "forecast"),
    "begin": ("began", "begun"),
    "show": ("showed", "shown"),
    "speak": ("spoke", "spoken"),
    "sing": ("sang", "sung"),
    "read": ("read", "read"),
    "know": ("knew", "known"),
}


_DOUBLED = frozenset("admit submit rebut brag refer quip dub blog plan aver beg concur chat".split())


# Forms that are mostly nouns or adjectives: read as verbs only before "that", a quotation or a clause with a pronoun.
NOUNISH = frozenset(
    """claims reports states notes comments questions answers demands promises estimates forecasts fears hopes doubts
    views objects signals projects projections charges orders counters pledges posts blogs texts messages cites
    brands labels terms stresses remarks attacks faults calls claim report state note comment question answer
    demand promise estimate forecast fear hope doubt view object signal project charge order counter pledge post
    text message brand label term stress remark attack fault call alert alerts jokes joke tweets tweet whispers
    whisper reason reasons lament laments sighs sigh laugh laughs advocate advocates champion champions points
    talks voice voices guess guesses echo echoes show shows read begin find finds rage radio cable email emails
    lecture lash welcome express offer offers cast casts bill bills present presents paint paints frame frames
    order rule rules murmur protest protests praise slam blast back detail details outline outlines rebuke rebukes
    mock worry worries cry cries""".split()
)


def _forms(lemma: str) -> Iterator[tuple[str, Form]]:
    past, participle = _IRREGULAR.get(lemma, ("", ""))
    regular = _past(lemma)
    yield lemma, "base"
    yield _third(lemma), "s"
    yield past or regular, "past"
    yield _ing(lemma), "ing"
    if participle and participle != past:
        yield participle, "participle"
    if lemma == "label":
        yield from (("labelled", "past"), ("labelling", "ing"))


def _third(lemma: str) -> str:
    if lemma[-1] == "y" and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _past(lemma: str) -> str:
    if lemma[-1] == "y" and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ed"
    return lemma + ("d" if lemma[-1] == "e" else "ed")


def _ing(lemma: str) -> str:
    if lemma in _DOUBLED or lemma == "begin":
        return lemma + lemma[-1] + "ing"
    return (lemma[:-1] if lemma[-1] == "e" and not lemma.endswith("ee") else lemma) + "ing"


def _frames() -> dict[str, set[str]]:
    frames: dict[str, set[str]] = {}
    lists = (
        *((_CLAUSE, "clause"), (_QUOTE_ONLY, "quote"), (_OBJECT, "object"), (_TO, "to"), (_WHOM, "whom")),
        *((_NAME, "name"), (_AS, "as"), (_STANCE, "stance"), (_QUESTION, "question"), (" ".join(_AFTER), "after")),
        (_SHIFTED, "object"),
    )
    for names, frame in lists:
        for lemma in names.split():
            frames.setdefault(lemma, set()).add(frame)
    return frames


def _inventory() -> dict[str, Verb]:
    return {
        word: Verb(lemma, form, frozenset(frames), frozenset(_AFTER.get(lemma, "").split()))
        for lemma, frames in _frames().items()
        for word, form in _forms(lemma)
    }


VERBS = _inventory()
"""Every form of every verb that attributes."""
