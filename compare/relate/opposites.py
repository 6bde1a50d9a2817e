"""Words that tell opposite outcomes of one event: rose / fell, approved / rejected.

Two such words about one thing cannot both be true. What may well follow one another in one event (arrested / released,
arrived / left), what different people do side by side (praised / condemned, survived / died),
and what only tells a share or an order (full / part, first / last, early / late) is left out: it made conflicts of
reports that agree. Regular forms come from the stem, irregular ones are listed.
"""

from __future__ import annotations

from compare.wording import stem

# One sense a line; every word of a side is the opposite of every word of the other.
_PAIRS = """
rise rose risen climb gain surge soar jump increase grow grew grown / fall fell fallen drop plunge plummet decrease
decline shrink shrank shrunk slip sink sank sunk tumble slump dip slide slid ;
higher / lower slipping ;
gain / lose lost ;
raise hike increase / cut lower reduce slash trim ;
widen / narrow ;
improve better / worsen worse deteriorate ;
accelerate quicken / slow decelerate ;
strengthen stronger / weaken weaker ;
expand / contract shrink shrank shrunk ;
lengthen extend prolong / shorten curtail ;
double / halve ;
tighten / loosen relax ease ;
surplus profit / deficit loss losses ;
majority / minority ;
exceed / undershoot ;
overestimate / underestimate ;
boom / recession slump bust ;
buy bought / sell sold ;

open reopen / close closed shut shutter ;
lock / unlock ;
approve adopt ratify enact / reject veto defeat ;
pass passed / reject defeat ;
accept / reject refuse rebuff ;
agree / refuse ;
endorse support back favour favor / oppose opposed ;
uphold upheld / overturn quash annul reverse ;
allow permit authorise authorize / ban prohibit forbid forbade forbidden outlaw ;
legalise legalize / outlaw criminalise criminalize ban ;
impose / lift waive ;
introduce enact / abolish scrap repeal ;
hire recruit / sack fire dismiss ;
appoint / dismiss oust ;
sign / veto ;
grant / refuse withhold withheld ;
join / quit ;
include / exclude ;
nationalise nationalize / privatise privatize ;
merge / split ;
keep kept retain / scrap abandon ditch ;
retain / lose lost forfeit ;

win won / lose lost ;
victory / defeat ;
succeed succeeded success successful successfully / fail failed failure unsuccessful unsuccessfully ;
breakthrough / stalemate deadlock impasse setback ;
re-elected reelected / unseated ousted ;
advance / retreat withdraw withdrew withdrawn ;
deploy / withdraw withdrew withdrawn ;
escalate escalation / de-escalate de-escalation ;
attend / boycott skip ;
stay remain / resign quit ;
begin began begun / end ended finish ;
resume restart / suspend halt pause ;
continue continued / cease halt suspend discontinue ;
proceed / cancel postpone ;
on-time punctual punctually / delayed overdue ;

release free freed / detain imprison seize ;
confirm acknowledge admit concede / deny denied denial ;
true / false untrue ;
genuine authentic / fake forged fabricated ;
guilty convict / innocent acquit exonerate ;
legal legally lawful lawfully / illegal illegally unlawful unlawfully ;
valid / void invalid ;

alive / dead ;
unharmed uninjured unhurt unscathed / injure injured hurt wound wounded harmed killed ;
armed / unarmed ;
sober / drunk intoxicated ;
conscious / unconscious ;
present presence / absent absence ;
peaceful peacefully nonviolent / violent violently violence ;
calm calmly orderly / chaotic chaos disorderly ;
united unity / divided division disunity ;
unanimous unanimously / split divided ;
intact undamaged / damage damaged destroy destroyed wreck wrecked ruin ruined ;
clean / contaminate contaminated pollute polluted tainted ;
safe / dangerous hazardous unsafe toxic ;
stable / unstable volatile ;
enough sufficient adequate / insufficient inadequate short shortage scarce ;
empty deserted / full packed crowded ;
cheap cheaper / expensive costlier dearer ;
strong / weak ;
permanent permanently / temporary temporarily ;
mandatory compulsory obligatory / optional voluntary ;
voluntary voluntarily willingly / forced forcibly coerced ;
accident accidental accidentally / deliberate deliberately intentional intentionally sabotage arson ;
planned premeditated / spontaneous spontaneously ;
public publicly / secret secretly ;
optimistic optimism / pessimistic pessimism ;
partisan / bipartisan nonpartisan ;
civilian / combatant
"""

# Words with a negative prefix that is not productive: of "dis", "in" and the like most words are no negation of the
# rest ("disclose", "invest", "dismiss").
_NEGATED = """
disagree disappear disapprove disobey disqualify disconnect discontinue disarm dissatisfied dishonest disloyal
disproportionate disrespectful dislike distrust disadvantage discourage disallow disorganised disorganized disunited
inaccurate inactive inadequate inadmissible inappropriate incapable incomplete incompatible inconclusive inconsistent
incorrect indecisive independent indirect indirectly ineffective ineligible inevitable inexperienced informal inhuman
insecure insignificant insufficient intolerable intolerant invalid involuntary involuntarily
impartial impassable impatient imperfect impossible improbable improper imprecise
illegal illegally illegitimate illogical irregular irrelevant irresponsible irreversible
nonviolent nonprofit nonbinding nonexistent noncompliance
"""
_PREFIXES = ("dis", "in", "im", "il", "ir", "non")

# Before "un" every adjective can be negated, and these verbs are undone, or only look so.
_UNDONE = frozenset(
    stem(word)
    for word in """load veil cover fold dergo earth seat settle ravel plug pack hinge freeze mask furl leash less rest
    ease wind tangle cork bundle burden screw wrap roll dress animous real til iform identify""".split()
)
_SHORTEST = 4  # letters of a word that "un" negates: shorter ones are other words, such as ion and union


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    pairs = [tuple(frozenset(map(stem, side.split())) for side in pair.split("/")) for pair in _PAIRS.split(";")]
    for word in _NEGATED.split():
        bare = next(word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
        pairs.append((frozenset({stem(bare)}), frozenset({stem(word)})))
    for pair in pairs:
        for here, there in (pair, reversed(pair)):
            table |= {word: table.get(word, frozenset()) | there for word in here}
    return table


_OPPOSITES = _table()


def are_opposites(a: str, b: str) -> bool:
    """Whether two stems tell opposite outcomes; the same in either order.

    Example: "ros" (rose) and "fell" do, and so do "harm" and "unharm", "possibl" and "impossibl".
    """
    if b in _OPPOSITES.get(a, ()):
        return True
    short, long = sorted((a, b), key=len)
    return long == f"un{short}" and len(short) >= _SHORTEST and short not in _UNDONE
