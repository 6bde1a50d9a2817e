"""Names of people, places, organisations, peoples and offices, by capitals, closed lists and a small grammar.

A capital at the start of a sentence says nothing, so a single word there is a name only where the article writes it
so elsewhere or a list knows it. Reads no script without capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from compare.facts.names.bodies import CORPORATE
from compare.facts.names.headlines import is_headline, tamed
from compare.facts.names.ordinary import OPENERS, SHOUTED
from compare.facts.names.persons import ADDRESS, CALLED_BY_OFFICE, GIVEN, NOBLE, PARTICLES, PORTFOLIOS
from compare.facts.names.proper import proper_words
from compare.facts.names.roles import body_at, follows, is_office, office_at, role_words, stands_alone
from compare.facts.names.runs import cut, is_body, known_to, may_name, run_at
from compare.facts.names.sorts import sort_of
from compare.facts.names.tokens import Token, normal, singular_people, sort_known, tokens
from compare.model import Name, NameSort, Span

__all__ = ["proper_words", "read_names"]

_BEFORE_A_BODY = PORTFOLIOS | frozenset("national international public new great young".split())
_ONCE = frozenset("former ex then outgoing acting late deputy".split())
_LONGEST_OFFICE = 5  # words of an office told before a name
_JOINERS = PARTICLES | frozenset("of the for and on against".split())


def read_names(text: str, proper: Set[str] = frozenset()) -> list[Name]:
    """The names of a sentence, in order. `proper` is what `proper_words` found in its article.

    Example: "Foreign Minister Kamran Sadeghi met the EU" -> (kamran, sadeghi), a person in the role "foreign
    minister"; (eu,), an organisation.
    """
    found = tokens(text)
    headline = is_headline(text, found)
    return list(_read(tamed(found, proper) if headline else found, proper, headline))


def _read(found: Sequence[Token], proper: Set[str], headline: bool) -> Iterator[Name]:
    at = 0
    while at < len(found):
        name, at = _role(found, at, headline) or _named(found, at, proper)
        if name:
            yield name


_Step = tuple[Name | None, int]


def _role(found: Sequence[Token], at: int, headline: bool) -> _Step | None:
    """An office with a name after it, an office or institution alone; None where neither begins here."""
    body = body_at(found, at)
    if body > at and not headline and stands_alone(found, at, body):
        return _told(found, at, body), body
    office = office_at(found, at)
    if office == at or _is_longer_name(found, at, office):
        return None
    person = _person_at(found, office)
    if person > office:
        return _person(found, at, office, person), person
    if not headline and is_office(role_words(found[at:office])) and stands_alone(found, at, office):
        return _told(found, at, office), office
    return None, office


def _is_longer_name(found: Sequence[Token], at: int, office: int) -> bool:
    """General Motors, Prince Edward Island, Justice Department: the words of an office begin another name."""
    if not found[at].cap:
        return False
    end = run_at(found, at, ())
    noble = end > office and found[at].low in NOBLE and found[office].low == "of"
    return noble or known_to(found, at) > at or (end > office and is_body(found, at, end))


def _person_at(found: Sequence[Token], at: int) -> int:
    """Where the personal name after an office or title ends; `at` where none stands there."""
    here = at
    while here < min(len(found), at + 3) and follows(found, here) and found[here].low in ADDRESS and found[here].cap:
        here += 1
    if not (here < len(found) and follows(found, here) and may_name(found, here)):
        return at
    first = found[here]
    if first.text.isupper() and len(first.low) > 1 and not found[here - 1].text.isupper() and "." not in first.text:
        return at
    if sort_known(first.low) and first.low not in GIVEN:
        return at
    end = cut(found, here, run_at(found, here, ()))
    return at if is_body(found, here, end) or found[here].low in CORPORATE else end


def _person(found: Sequence[Token], start: int, office: int, end: int) -> Name | None:
    named = [token for token in found[office:end] if token.low not in ADDRESS]
    role = _office(found, start, office)
    return _name(found, start, end, _words(named), "person", role)


def _office(found: Sequence[Token], start: int, end: int) -> str:
    """An office with what puts it in the past, though a land stand between: "former U.S. President"."""
    if start == end:
        return ""
    role = " ".join(role_words(found[start:end]))
    for here in range(start - 1, max(start - 5, -1), -1):
        if found[here + 1].gap not in (" ", ""):
            break
        if found[here].low in _ONCE:
            return f"{found[here].low} {role}"
        if not found[here].cap:
            break
    return role


def _told(found: Sequence[Token], start: int, end: int) -> Name:
    return Name(Span(found[start].start, found[end - 1].end), role_words(found[start:end]), "role")


def _named(found: Sequence[Token], at: int, proper: Set[str]) -> _Step:
    """The name that begins at a token, and where to read on."""
    token = found[at]
    if token.cap and token.low in ADDRESS:
        end = _person_at(found, at + 1)
        if end == at + 2 and found[at + 1].low in CALLED_BY_OFFICE:
            return None, end
        return (_person(found, at, at, end), end) if end > at + 1 else (None, at + 1)
    if not may_name(found, at):
        return None, at + 1
    end = max(known_to(found, at), cut(found, at, run_at(found, at, proper)))
    if token.opens and _says_nothing(found, at, end, proper):
        return None, at + 1
    return _sorted(found, at, end), end


def _says_nothing(found: Sequence[Token], at: int, end: int, proper: Set[str]) -> bool:
    """Whether the capital of a word that opens a sentence is owed to that alone."""
    token = found[at]
    if normal(token.text) in proper or known_to(found, at) > at:
        return False
    if any(map(str.isupper, token.text[1:])) and len(token.low) > 1 and token.low not in SHOUTED:
        return False
    if end - at == 1 and token.low not in OPENERS and follows(found, end) and found[end].cap:
        office = office_at(found, end)
        return not (office > end and _person_at(found, office) > office)
    if token.low in GIVEN and end - at > 1:
        return False
    if is_body(found, at, end) and (token.owns or token.low in _BEFORE_A_BODY):
        return False
    return end - at == 1 or token.low in OPENERS or token.low.endswith(("ing", "ly", "ed"))


def _sorted(found: Sequence[Token], start: int, end: int) -> Name | None:
    sort = sort_of(found, start, end)
    role = (_apposed(found, start, end) or _foretold(found, start, end)) if sort in ("person", "unknown") else ""
    return _name(found, start, end, _words(found[start:end]), "person" if role else sort, role)


def _apposed(found: Sequence[Token], start: int, end: int) -> str:
    """The office told after a name, "Kamran Sadeghi, Iran's foreign minister,", or ""."""
    if found[end - 1].owns:
        return ""
    at = _past_determiner(found, _past_age(found, end))
    office = office_at(found, at) if end < len(found) and found[end].gap == "," and at < len(found) else at
    if office > at and _is_closed(found, office):
        return " ".join(role_words(found[at:office]))
    return ""


def _foretold(found: Sequence[Token], start: int, end: int) -> str:
    """The office told before a name, "the foreign minister, Kamran Sadeghi,", or ""."""
    if end - start < 2 or found[start].gap != "," or not (end == len(found) or found[end].gap[:1] in (",", ".", ")")):
        return ""
    for here in range(max(start - _LONGEST_OFFICE, 0), start):
        if office_at(found, here) == start and stands_alone(found, here, start):
            return _office(found, here, start)
    return ""


def _past_age(found: Sequence[Token], at: int) -> int:
    aged = at + 1 < len(found) and found[at].text.isdigit() and found[at + 1].gap == ","
    return at + 1 if aged else at


def _past_determiner(found: Sequence[Token], at: int) -> int:
    here = at
    while here < min(at + 3, len(found)) and (here == at or found[here].gap == " "):
        known = found[here].cap and (found[here].owns or sort_known(found[here].low))
        if found[here].low not in ("the", "a", "an", "his", "her", "its", "their") and not known:
            break
        here += 1
    return here


def _is_closed(found: Sequence[Token], at: int) -> bool:
    """Whether an apposition ends here: with a comma or the sentence, or goes on with "of", "for" and the like."""
    return at >= len(found) or found[at].gap[:1] in (",", ".", ")") or found[at].low in ("of", "for", "at", "in", "who")


def _words(run: Sequence[Token]) -> tuple[str, ...]:
    small = [token for token in run if not (token.low in _JOINERS and not token.cap)]
    if len(run) == 1 and sort_known(run[0].low) == "people":
        return (normal(singular_people(run[0].low)),)
    return tuple(word for word in (normal(token.text) for token in small) if word)


def _name(
    found: Sequence[Token], start: int, end: int, words: tuple[str, ...], sort: NameSort, role: str = ""
) -> Name | None:
    return Name(Span(found[start].start, found[end - 1].end), words, sort, role) if words else None
