"""Words that tell opposite outcomes of one event: rose / fell, approved / rejected."""

from __future__ import annotations

from compare.wording import stem

_PAIRS = """
rise rose risen climb climbed gain gained surge surged increase increased grow grew higher up / fall fell fallen
drop dropped lose lost plunge plunged decrease decreased decline declined shrink shrank lower down slipped sank ;
open opened reopened / close closed shut shuttered ;
approve approved pass passed adopt adopted accept accepted endorse endorsed upheld / reject rejected refuse refused
veto vetoed declined defeated overturned struck ;
win won victory triumph success succeeded successful / lose lost failure failed collapse ;
begin began start started launched resume resumed / end ended stop stopped halt halted suspend suspended cancelled ;
release released free freed / arrest arrested detain detained jailed seized ;
arrive arrived enter entered / leave left withdrew withdrawn depart departed ;
confirm confirmed acknowledge acknowledged admit admitted / deny denied dispute disputed ;
support supported back backed praised welcomed / oppose opposed criticised condemned denounced ;
strength strong confidence / weakness weak distress ;
safe safely unharmed uninjured / dead killed injured wounded hurt ;
calm calmly orderly peaceful quiet / chaos chaotic riot riots unrest panic violent violence crowds demonstrations
marched ;
guilty convicted / innocent acquitted cleared ;
legal lawful / illegal unlawful lawless ;
accident accidental fault / deliberate deliberately attack sabotage arson bomb ;
voluntary voluntarily willingly / forced forcibly compelled pressure ;
early earlier before / late later after ;
full whole entire entirely / partial partly part ;
intact undamaged / damaged destroyed ruined wrecked ;
clean clear safe / contaminated polluted toxic unsafe ;
enough sufficient adequate / shortage short insufficient lack lacked ;
first began / last final ;
public publicly open openly / secret secretly private closed ;
warned warning alerted / unwarned unannounced ;
on-time ahead / late delayed overdue ;
empty deserted / packed full crowded ;
cheap cheaper / expensive dearer costlier ;
success historic breakthrough / stalemate deadlock setback ;
north northern / south southern ;
east eastern / west western ;
inside within / outside
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for pair in _PAIRS.split(";"):
        sides = [frozenset(stem(word) for word in side.split()) for side in pair.split("/")]
        for here, there in (sides, reversed(sides)):
            table |= {word: table.get(word, frozenset()) | there for word in here}
    return table


_OPPOSITES = _table()

# Prefix -> fewest letters of the word it negates: shorter ones are other words, such as port and import.
_NEGATIVE_PREFIXES = {"un": 4, "dis": 4, "non": 4, "in": 6, "im": 6}


def are_opposites(a: str, b: str) -> bool:
    """Whether two stems tell opposite outcomes; the same in either order."""
    if b in _OPPOSITES.get(a, ()):
        return True
    short, long = sorted((a, b), key=len)
    return any(long == prefix + short and len(short) >= letters for prefix, letters in _NEGATIVE_PREFIXES.items())
