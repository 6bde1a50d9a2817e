"""What is counted: the head of the noun phrase after a number, and which nouns are people."""

from __future__ import annotations

from dataclasses import dataclass

from compare.facts.number_words import UNITS
from compare.facts.quantities.people import is_people, is_plural, singular
from compare.facts.tokens import MARKS, Sentence
from compare.wording import FUNCTION_WORDS

MODIFIERS = frozenset(
    "the these those all its their his her our my your more other further additional new such".split()
)
_STOPS = (FUNCTION_WORDS - MODIFIERS - {"off"}) | frozenset(
    """else yesterday today tonight tomorrow ago apiece later earlier beforehand so-called monday tuesday wednesday
    thursday friday saturday sunday because although though since despite whereas unless whether along across
    toward towards amid among around behind beside beyond near inside outside upon via per like unlike less
    least ever never yet still even already also just instead meanwhile however therefore thus every each either
    neither january february march april june july august september october november december not n't
    respectively one two three four five six seven eight nine ten have had has went came said fell rose told
    took made gave left won lost held saw got sank ran became began grew kept led met paid put sent spoke stood
    thought felt found shot hid fled broke chose drew drove flew knew wore wrote think say says want wants
    believe believes marched marching gathered is are was were goes go get gets make makes takes take come comes
    would could should can will may might must shall do does did without within following including according
    died dies die killed wounded injured arrested detained missing dead hurt evacuated perished drowned escaped
    survived""".split()
)
_REACH = 6  # tokens after a number in which the noun it counts is looked for


@dataclass(frozen=True)
class Noun:
    """The head of a noun phrase, in the singular, and the token after it."""

    head: str
    after: int
    capital: bool = False

    @property
    def people(self) -> bool:
        """Whether people are counted."""
        return is_people(self.head) or (self.capital and self.head.endswith(("an", "i", "ese", "ite")))


def stops(word: str) -> bool:
    """Whether a word ends a noun phrase: a mark, a verb, a word of grammar."""
    return not word or word in MARKS or word in _STOPS or (word.endswith("ly") and word not in _ADJECTIVES_IN_LY)


_ADJECTIVES_IN_LY = frozenset(
    """family ally elderly friendly early daily weekly monthly yearly costly deadly likely lonely only unruly silly
    ugly holy italy assembly july supply monopoly anomaly rally butterfly fly bully belly jelly""".split()
)


def noun_after(sentence: Sentence, index: int, one: bool = False) -> Noun | None:
    """The noun that a number before `index` counts: the first plural near; of "one" the word that a verb or mark
    follows.

    Example: after "12" in "12 armed men stormed the hall" -> "man".
    """
    if sentence.hyphened(index):
        return _compound(sentence, index)
    index = _past_of(sentence, index)
    return _single(sentence, index) if one else _plural(sentence, index)


def _compound(sentence: Sentence, index: int) -> Noun | None:
    """ "a 60-vote threshold" counts votes."""
    word = sentence.word(index + 1)
    if not word[:1].isalpha() or word in _NO_COMPOUND or sentence.word(index + 2) == "-" == sentence.word(index + 4):
        return None
    return Noun(singular(word), index + 2)


_NO_COMPOUND = frozenset(
    """sided faced way fold tier dimensional on to in time off out and or story storey lane party plus odd man size
    sixth hit legged handed wheel wheeled wheeler pronged seater bedroom ish minded hand piece armed stop
    quarter up down day-old track figure digit color colour star shot and-a-half th st nd rd""".split()
) - {"party", "story", "storey", "bedroom", "seater", "man", "lane"}


def _past_of(sentence: Sentence, index: int) -> int:
    """ "four of the wells", "dozens of people", "12 of the 15 miners": past what stands before the noun."""
    at = index + 1 if sentence.word(index) == "of" else index
    if at > index and sentence.word(at) in ("them", "whom", "us"):
        at += 1
    while sentence.word(at) in MODIFIERS and at < index + 4:
        at += 1
    if sentence.word(index) != "of":
        return at
    for place in range(at, at + 3):  # "of the town's 19,000 residents"
        word = sentence.word(place)
        if word[:1].isdecimal() or word in UNITS:
            return place + 1
        if not word.endswith("'s") and not sentence.word(place + 1).endswith("'s"):
            break
    return at


def _plural(sentence: Sentence, index: int) -> Noun | None:
    for at in range(index, index + _REACH):
        word = sentence.word(at)
        if sentence.hyphened(at):
            continue
        if word in _BEFALLEN and is_plural(sentence.word(at + 1)) and not is_people(singular(sentence.word(at + 1))):
            continue  # "1,200 dead seabirds"
        if stops(word) or word[0].isdecimal():
            return None
        if is_plural(word) and not sentence.hyphened(at + 1):
            return _last_plural(sentence, at)
        if word.endswith("is") and len(word) > 5 and sentence.written(at)[0].isupper():  # "two Israelis"
            return Noun(word[:-1], at + 1, capital=True)
    return None


_BEFALLEN = frozenset("dead missing injured wounded".split())


def _last_plural(sentence: Sentence, at: int) -> Noun:
    """ "eight arms dealers" counts dealers."""
    following = sentence.word(at + 1)
    further = (
        is_plural(following)
        and not stops(following)
        and sentence.word(at + 2) != "'"
        and following not in _PLURAL_VERBS
    )
    place = at + 1 if further else at
    head = singular(sentence.word(place))
    if head in _SEXES_AND_AGES and sentence.word(place + 1) in ("and", ",", "or"):  # "500 men, women and children"
        other = singular(sentence.word(place + 2))
        head = "people" if other in _SEXES_AND_AGES and other != head else head
    return Noun(head, place + 1, sentence.written(place)[0].isupper())


_SEXES_AND_AGES = frozenset("man woman child boy girl".split())


_PLURAL_VERBS = frozenset(
    """plans calls needs faces leaves means works says makes takes seems remains
    threatens""".split()
)


def _single(sentence: Sentence, index: int) -> Noun | None:
    run: list[int] = []
    at = index
    while at < index + 6 and len(run) < 4:
        word = sentence.word(at)
        if stops(word) or word[0].isdecimal():
            break
        if sentence.hyphened(at + 1):  # "one anti-war text"
            at += 2
            continue
        run.append(at)
        if is_people(singular(word)) and not is_people(singular(sentence.word(at + 1))):
            return Noun(singular(word), at + 1)
        at += 1
    if (
        not run
        or len(run) > 2
        or not sentence.written(run[-1]).islower()
        or sentence.word(run[-1]).endswith(("ed", "ing"))
    ):
        return None
    if len(run) == 2 and not sentence.word(run[0]).endswith(_ADJECTIVE_ENDINGS):
        return None
    return Noun(singular(sentence.word(run[-1])), run[-1] + 1)


_ADJECTIVE_ENDINGS = ("al", "ic", "an", "ive", "ous", "ful", "less", "ese", "ish", "y")


def topic_after(sentence: Sentence, index: int) -> Noun | None:
    """What a share or sum is of, from the word after "of" on: "the registered voters" -> "voter", "cocaine"."""
    at = index
    while sentence.word(at) in _DETERMINERS and at < index + 3:
        at += 1
    if sentence.word(at)[:1].isdecimal():
        at += 1
    run: list[int] = []
    for place in range(at, at + 4):
        word = sentence.word(place)
        if sentence.hyphened(place):
            continue
        if stops(word) or not word[0].isalpha() or is_verb_form(sentence, place, first=not run):
            break
        run.append(place)
        if is_plural(word):
            break
    if not run or sentence.word(run[-1]).endswith("ed"):
        return None
    place = run[-1]
    return Noun(singular(sentence.word(place)), place + 1)


def is_verb_form(sentence: Sentence, at: int, first: bool) -> bool:
    """ "voted", "helping": no noun; but "registered voters", and "spending" where a mark or a verb follows."""
    word, following = sentence.word(at), sentence.word(at + 1)
    if word.endswith("ing"):
        if first and is_plural(following):  # "speaking fees"
            return False
        return not (
            following in MARKS
            or following in ("was", "is", "were", "are", "to", "for", "and", "had", "has", "over", "")
        )
    return not first and word.endswith("ed")


_DETERMINERS = MODIFIERS | {"a", "an", "this", "that", "both"}
