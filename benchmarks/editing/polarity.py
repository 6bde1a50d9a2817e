"""Edits of whether: a negation put in or taken out, a denial, a word turned into its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.editing.edit import Kind, Maker, Sentence, alternatives, everywhere, replaced
from benchmarks.editing.verbs import AUXILIARY, BASE, clause

_DENIED = re.compile(
    r"""\b(?:not|no|never|nor|neither|none|nobody|nothing|nowhere|without|hardly|barely|scarcely|only|few|fewer|little|less
    |refus\w+|fail\w*|den(?:y|ied|ies)|cannot|any|either|even|yet|whether|if|unless|until)\b|n['’]t\b|\?""",
    re.VERBOSE | re.IGNORECASE,
)
_HELPING = re.compile(
    rf"""(?<=\w\ )(?P<aux>{AUXILIARY})(?=\ [a-z])
        (?!\ (?:to|at|in|on|by|for|a|an|the|from|more|over|under|some|still|also|always|all
            |its|their|his|her|about
            |simply|entirely|quite|fully|just|merely|largely|mostly|partly)\b)""",
    re.VERBOSE,
)
_ANY_HELPING = re.compile(rf"\b{AUXILIARY}\b")
_INVERTED = re.compile(
    r"^(?:In|On|At|With|Among|Of|What|Nor|So|Also|Behind|Beside|Under|When|As|That|Where|How|Before|After|While|Since|Although|Because|By)\b"
)
_BELOW = re.compile(r"\b(?:before|after|when|while|once|than|as|how|because|although|though|since)\b[^,]*$")
_HAVE_PARTICIPLE = re.compile(
    r"""\ (?:[a-z]+ly\ )?(?:\w+(?:ed|en|wn|ne)|been|become|made|had|led|held|put|lost|left|kept|told|found|sent|built
        |met|hit|cut|set|won|paid|run|come|begun|spent|brought|bought|thought|fought|taught)\b""",
    re.VERBOSE,
)


def _not_in(sentence: Sentence, rng: Random) -> Iterator[str]:
    """In a sentence with one auxiliary and nothing that denies, "not" after it."""
    if _DENIED.search(sentence.text) or _INVERTED.match(sentence.text) or len(_ANY_HELPING.findall(sentence.text)) != 1:
        return
    for match in _HELPING.finditer(sentence.text):
        after = sentence.text[match.end() :]
        if match["aux"] in {"has", "had", "have"} and not _HAVE_PARTICIPLE.match(after):
            continue
        if not _BELOW.search(sentence.text[: match.start()]):
            yield replaced(match, f"{match['aux']} not" if match["aux"] != "can" else "cannot", "aux")


_NOT = re.compile(
    rf"""\b(?P<aux>{AUXILIARY})(?:\ not|n['’]t)(?=\ [a-z])
        (?!\ (?:only|until|yet|even|just|because|least|necessarily|so|one|a\ single|that|clear|sure
            |certain|known)\b)""",
    re.VERBOSE,
)
_REFERS = re.compile(
    r"""\b(?:any|anyone|anybody|anything|either|yet|even|but|nor|ever|until|much|let\ alone|at\ all|instead|rather
        |because|in\ order\ to|so\ that)\b|[;—]""",
    re.VERBOSE,
)


def _not_out(sentence: Sentence, rng: Random) -> Iterator[str]:
    if not _REFERS.search(sentence.text) and len(_DENIED.findall(sentence.text)) == 1:
        yield from everywhere(_NOT, sentence.text, lambda match: match["aux"])


_PASTS = {base: past for past, base in BASE.items()}
_DID_NOT = re.compile(rf"\b(?:did\ not|didn['’]t)\ (?P<verb>{alternatives(_PASTS)})\b", re.VERBOSE)


def _did_not_out(sentence: Sentence, rng: Random) -> Iterator[str]:
    if not _REFERS.search(sentence.text):
        yield from everywhere(_DID_NOT, sentence.text, lambda match: _PASTS[match["verb"]])


def _before_base(words: str) -> Maker:
    """ "The company chartered six jets" -> "The company did not charter six jets"."""

    def make(sentence: Sentence, rng: Random) -> Iterator[str]:
        match = clause(sentence.text)
        if match and not _DENIED.search(sentence.text):
            yield replaced(match, f"{words} {BASE[match['verb']]}", "verb")

    return make


_SAID = re.compile(
    r"""^(?P<who>(?!(?:It|This|That|On|In|At)\ )[A-Z][\w'’.-]*(?:\ [\w'’.-]+){0,5}?)\ (?:said|stated|insisted|claimed)
        \ (?:that\ )?(?=(?:the|a|an|its|their|his|her|two|three|four|more|about|some|[A-Z])\b)(?!The\ )""",
    re.VERBOSE,
)


def _denied_that(sentence: Sentence, rng: Random) -> Iterator[str]:
    match = _SAID.match(sentence.text)
    single = match and not re.search(r"\b(?:said|added|told|says)\b", sentence.text[match.end() :])
    if match and single and not _DENIED.search(sentence.text) and '"' not in sentence.text:
        yield f"{match['who']} denied that {sentence.text[match.end() :]}"


_NO = re.compile(r"\b(?P<be>had|has|have|were|are)\ no\ (?=[a-z]+[a-rt-z]s\b(?!\ (?:than|longer)))")
_NO_ONE = re.compile(r"\b(?P<no>[Nn]o\ one|[Nn]obody)\ (?=(?:was|were|had|has|is|will)\b)")
_NONE = re.compile(r"\b(?P<no>[Nn]one)\ of\ (?=the|them|us|these|his|her|their)")
_TO_VERB = re.compile(
    rf"(?<!have\ )(?<!had\ )(?<!has\ )\b(?:failed|refused|declined)\ to\ (?P<verb>{alternatives(_PASTS)})\b"
)


def _no_out(sentence: Sentence, rng: Random) -> Iterator[str]:
    if _REFERS.search(sentence.text):
        return
    yield from everywhere(_NO, sentence.text, lambda match: f"{match['be']} ")
    yield from everywhere(_NO_ONE, sentence.text, lambda match: f"{'Someone' if match['no'][0] == 'N' else 'someone'} ")
    yield from everywhere(_NONE, sentence.text, lambda match: f"{'All' if match['no'][0] == 'N' else 'all'} of ")


def _failed_out(sentence: Sentence, rng: Random) -> Iterator[str]:
    if not _REFERS.search(sentence.text):
        yield from everywhere(_TO_VERB, sentence.text, lambda match: _PASTS[match["verb"]])


_PAIRS = """rose:fell opened:closed approved:rejected won:lost accepted:rejected backed:opposed supported:opposed
confirmed:denied arrived:left lifted:imposed praised:condemned welcomed:condemned strengthened:weakened
succeeded:failed doubled:halved gained:lost climbed:dropped raised:lowered adopted:rejected jumped:plunged
upheld:overturned expanded:shrank reduced:increased survived:died joined:left bought:sold entered:left began:ended
started:ended acquitted:convicted"""
_OPPOSITE = {
    **dict(pair.split(":")[::-1] for pair in _PAIRS.split()),
    **dict(pair.split(":") for pair in _PAIRS.split()),
}
# As main verb only where no participle can stand: with its amount, in a plain clause, or after "was" or "were".
_RISE = re.compile(
    r"""^[A-Z][\w'’]*(?:\ [\w'’]+){0,4}?\ (?P<verb>rose|fell|increased|climbed|dropped|jumped|plunged|doubled|halved)\b
        (?=\ (?:to|by|from|in|on|sharply|slightly|\d)|[.,])""",
    re.VERBOSE,
)
_PASSIVE = re.compile(
    r"""\b(?:was|were|been)\ (?P<verb>opened|closed|approved|rejected|accepted|increased|confirmed|lifted|strengthened
        |weakened|raised|lowered|adopted|upheld|overturned|reduced|acquitted|convicted)\b""",
    re.VERBOSE,
)
_TRADED = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|[Mm]arkets?)\b.* (?:opened|closed)\b")
_SHORT = 26  # words: in a longer sentence the word is seldom what it is about


def _opposite(sentence: Sentence, rng: Random) -> Iterator[str]:
    text = sentence.text
    if len(text.split()) > _SHORT or _DENIED.search(text):
        return
    plain = clause(text)
    matches = [match for match in (_RISE.match(text), plain) if match and match["verb"] in _OPPOSITE]
    for match in [*matches, *_PASSIVE.finditer(text)]:
        new = _OPPOSITE[match["verb"]]
        if new not in text and not _TRADED.search(text):
            yield replaced(match, new, "verb")


def _kind(name: str, make: Maker) -> Kind:
    return Kind(name, "polarity", "conflict", frozenset({"polarity"}), make)


KINDS = (
    _kind("not put in", _not_in),
    _kind("not taken out", _not_out),
    _kind("did not put in", _before_base("did not")),
    _kind("did not taken out", _did_not_out),
    _kind("denied that", _denied_that),
    _kind("no taken out", _no_out),
    _kind("failed to put in", _before_base("failed to")),
    _kind("refusal taken out", _failed_out),
    _kind("opposite word", _opposite),
)
