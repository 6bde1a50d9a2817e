"""Attributions without a verb: "according to X", "in the words of X", "the claim by X that", "X: ..."."""

from __future__ import annotations

from compare.facts.attribution.clauses import opens_clause
from compare.facts.attribution.scan import Sentence
from compare.facts.attribution.sources import is_inner, is_verb, may_speak, phrase_after
from compare.facts.attribution.words import ARTICLES, AUXILIARIES, GROUPS, HUMANS, PREPOSITIONS, PRONOUNS

WORDS_OF = frozenset("words view opinion judgment judgement telling".split())
CLAIMS = frozenset(
    """claim claims allegation allegations accusation accusations assertion assertions statement statements warning
    warnings report reports suggestion suggestions contention insistence denial denials admission announcement
    belief view argument arguments promise promises pledge vow threat threats prediction predictions comment
    comments remark remarks observation complaint complaints charge charges declaration assurance assurances
    confirmation acknowledgement acknowledgment revelation revelations rumour rumours rumor rumors speculation
    hint hints concession conclusion finding findings fear fears hope hopes concern concerns suspicion suspicions
    estimate estimates word notion""".split()
)
"""Nouns that a clause with "that" may fill with what is claimed."""
_NORMS = frozenset(
    "plan plans schedule law custom tradition protocol procedure need age size rank taste script".split()
)
"""What things go according to, without its saying anything."""
_LABELS = frozenset(
    """update updated watch video live breaking exclusive analysis opinion photos pictures related note editor's
    correction explainer explained factbox timeline q a review preview report poll news recap podcast
    audio gallery question answer source sources outlet date title author headline byline location category
    tags""".split()
)


def according_to(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The speaker's tokens [first, end) after "according to" or "in the words of"; None where none begins here."""
    token, second = sentence[at], sentence[at + 1]
    first = None
    if token.low == "according" and second.low == "to":
        first = at + 2
    elif (
        token.low == "in" and second.low == "the" and sentence[at + 2].low in WORDS_OF and sentence[at + 3].low == "of"
    ):
        first = at + 4
    if first is None:
        return None
    end = phrase_after(sentence, first)
    if sentence[first].low in _NORMS:
        return None
    return (first, end) if end and may_speak(sentence, first, end) else None


def in_their_words(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The speaker of "in Renn's words" or "in his view": tokens [first, end), the possessor alone."""
    if sentence[at].low != "in":
        return None
    for place in range(at + 2, min(at + 8, len(sentence))):
        if sentence[place].low in WORDS_OF - {"telling"}:
            owner = sentence[place - 1].low
            if owner.endswith(("'s", "’s", "s'", "s’")) or owner in ("his", "her", "their", "'", "’"):
                return at + 1, place
            return None
        if not (is_inner(sentence[place - 1]) or sentence[place - 1].low in ("his", "her", "their")):
            return None
    return None


def claim_noun(sentence: Sentence, at: int) -> tuple[tuple[int, int] | None, int] | None:
    """Of "the claim by X that ..." or "X's claim that ...": the speaker's tokens, if told, and the token of "that"."""
    if sentence[at].low not in CLAIMS:
        return None
    speaker, place = _owner(sentence, at), at + 1
    if sentence[place].low in ("by", "from", "of", "among") and speaker is None:
        end = phrase_after(sentence, place + 1)
        if end is None or (is_verb(sentence, end) and sentence[end].low != "that"):
            return None
        speaker = (place + 1, end)
        place = end
    if (
        sentence[place].low != "that"
        or not sentence[place + 1].is_word
        or is_verb(sentence, place + 1)
        or not opens_clause(sentence, place + 1)
    ):
        return None
    return speaker, place


def _owner(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The possessor before a noun: the minister's claim, his repeated claim."""
    for place in range(at - 1, max(at - 4, -1), -1):
        low = sentence[place].low
        if low in ("his", "her", "their"):
            return place, place + 1
        if low.endswith(("'s", "’s")) or (low in ("'", "’") and sentence[place - 1].low.endswith("s")):
            return _possessor(sentence, place)
        if low in ARTICLES or not is_inner(sentence[place]):
            return None
    return None


def _possessor(sentence: Sentence, last: int) -> tuple[int, int] | None:
    first = last
    while last - first < 6:
        before = sentence[first - 1]
        if before.low in ARTICLES:
            return first - 1, last + 1
        if (
            not is_inner(before)
            or before.low in PREPOSITIONS | PRONOUNS
            or (sentence[last].is_capital and not before.is_capital)
        ):
            break
        if is_verb(sentence, first - 1):
            break
        first -= 1
    return first, last + 1


def headline_speaker(sentence: Sentence) -> tuple[int, int, int] | None:
    """Of "Police: road is open" the speaker's tokens and the colon: (first, end, colon)."""
    for colon in range(1, min(8, len(sentence))):
        token = sentence[colon]
        if token.low == ":":
            break
        if (
            (token.low in ARTICLES and colon > 0)
            or is_verb(sentence, colon)
            or (not is_inner(sentence[colon - 1]) and colon > 1)
        ):
            return None
    else:
        return None
    words = [sentence[at].low for at in range(colon)]
    if any(word in _LABELS for word in words) or is_verb(sentence, 0) or len(sentence) - colon < 4:
        return None
    end = phrase_after(sentence, 0)
    place = colon + 1
    sure = sentence[place].low in ("a", "an")
    claims = sentence.quoted[place] >= 0 or opens_clause(sentence, place, sure=sure)
    if sure and not any(sentence[at].low in AUXILIARIES for at in range(place, place + 10)):
        return None
    return (0, colon, colon) if claims and end == colon and _is_voice(sentence, colon) else None


def _is_voice(sentence: Sentence, colon: int) -> bool:
    """Whether a label is a name or says who speaks: "Sadeghi", "Two ministers", not "Lake cleanup" or "Alert 7"."""
    last = sentence[colon - 1]
    if any(sentence[at].text[0].isdigit() for at in range(colon)):
        return False
    singular = last.low.removesuffix("s")
    if {last.low, singular} & (HUMANS | GROUPS):
        return True
    names = all(sentence[at].is_capital or sentence[at].low in ("of", "de", "al", "van", "von") for at in range(colon))
    return names and sentence[0].low not in ARTICLES and not (last.text.isupper() and len(last.text) > 5)
