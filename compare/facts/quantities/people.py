"""Nouns in the singular, and which of them stand for people."""

from __future__ import annotations

_PEOPLE = """person people persons individual human resident inhabitant citizen local islander villager townsman
    civilian
    noncombatant man woman child kid boy girl baby infant toddler teenager teen youth youngster adult minor
    pensioner student pupil schoolchild schoolgirl schoolboy graduate teacher professor academic soldier troop
    serviceman servicewoman troops personnel paratrooper marine sailor airman conscript reservist recruit
    veteran officer policeman policewoman police constable guard bodyguard militant insurgent rebel fighter
    gunman extremist terrorist jihadist militiaman separatist guerrilla mercenary attacker assailant bomber
    hijacker protester protestor demonstrator marcher activist supporter opponent dissident striker rioter
    looter squatter worker employee staff labourer laborer miner farmer fisherman builder driver pilot engineer
    technician mechanic firefighter fireman paramedic medic nurse doctor surgeon physician patient rescuer
    volunteer aid-worker passenger commuter traveller traveler tourist visitor guest holidaymaker pilgrim
    worshipper migrant refugee asylum-seeker immigrant foreigner national expatriate evacuee hostage captive
    prisoner inmate detainee suspect defendant witness survivor victim casualty relative mourner neighbour
    neighbor parent mother father brother sister son daughter lawmaker deputy legislator senator congressman
    congresswoman mp minister politician diplomat ambassador envoy delegate councillor councilor governor mayor
    judge juror lawyer prosecutor voter candidate member leader official journalist reporter photographer
    cameraman editor author player athlete footballer fan spectator reveller partygoer concertgoer shopper
    customer client diner skier climber hiker swimmer bather cyclist motorist pedestrian bystander onlooker
    motorcyclist seaman crewman crew stowaway smuggler trafficker dealer thief robber user subscriber follower
    viewer investor shareholder creditor homeowner tenant taxpayer consumer donor scientist researcher expert
    observer inspector monitor agent spy contractor executive director manager owner trader banker economist
    analyst priest monk nun imam cleric believer muslim christian jew hindu catholic black white democrat
    republican conservative socialist liberal islamist communist nationalist american british french chinese
    japanese russian dutch irish spanish german greek turk arab kurd pole dane swede finn briton shepherd herder
    compatriot guy lady gentleman newcomer orphan widow widower retiree aide cousin uncle aunt husband wife
    colleague friend comrade sibling twin bride cadet commander general captain colonel sergeant corporal chief
    boss founder hunter trapper backpacker camper sunbather peacekeeper policyholder peasant nomad beggar iraqi
    israeli palestinian iranian afghan pakistani saudi yemeni mexican italian canadian indian australian african
    european texan libyan syrian lebanese egyptian ukrainian picketer sheriff warden other cop trooper deportee
    dropout runner singer actor musician artist dancer chef waiter cook cleaner respondent participant attendee
    signatory applicant recipient claimant worshiper adherent""".split()
_PLURALS = {
    "people": "people", "persons": "people", "person": "people", "individuals": "people", "others": "people",
    "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "knives": "knife",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "halves": "half", "wolves": "wolf",
    "leaves": "leaf", "loaves": "loaf", "thieves": "thief", "shelves": "shelf", "calves": "calf",
    "police": "police", "troops": "soldier", "personnel": "personnel", "staff": "worker", "crew": "crew",
    "cattle": "cattle", "sheep": "sheep", "aircraft": "aircraft", "fish": "fish", "deer": "deer",
    "headquarters": "headquarters",
    "series": "series", "species": "species", "offspring": "child", "spacecraft": "spacecraft",
    "hovercraft": "hovercraft",
    "criteria": "criterion", "phenomena": "phenomenon", "crises": "crisis", "bases": "base", "analyses": "analysis",
    "mps": "mp", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "houses": "house",
    "horses": "horse",
    "nurses": "nurse", "cases": "case", "causes": "cause", "clauses": "clause", "purchases": "purchase",
    "phases": "phase",
    "courses": "course", "verses": "verse", "licenses": "license", "licences": "licence", "diseases": "disease",
    "spouses": "spouse", "warehouses": "warehouse", "purses": "purse", "exercises": "exercise", "axes": "axe",
    "shoes": "shoe", "movies": "movie", "cookies": "cookie", "calories": "calorie", "zombies": "zombie", "ties": "tie",
    "lies": "lie", "dies": "die", "pies": "pie", "british": "british", "french": "french", "chinese": "chinese",
    "japanese": "japanese", "dutch": "dutch", "irish": "irish", "spanish": "spanish", "caches": "cache",
    "aches": "ache",
}  # fmt: skip
# Words of one meaning, so that two outlets' counts of the same people meet.
_SYNONYMS = {
    "demonstrator": "protester", "protestor": "protester", "marcher": "protester", "serviceman": "soldier",
    "troop": "soldier", "employee": "worker", "staffer": "worker", "labourer": "worker", "laborer": "worker",
    "deputy": "lawmaker", "mp": "lawmaker", "legislator": "lawmaker", "parliamentarian": "lawmaker", "kid": "child",
    "inhabitant": "resident", "insurgent": "militant", "gunman": "gunman", "policeman": "police",
    "policewoman": "police",
    "person": "people", "individual": "people", "other": "people", "human": "people", "home": "home",
    "airplane": "plane",
    "aeroplane": "plane", "automobile": "car", "inmate": "prisoner", "pupil": "student", "schoolchild": "student",
    "holidaymaker": "tourist", "firefighter": "firefighter", "fireman": "firefighter", "labour": "worker",
}  # fmt: skip
_NOT_PEOPLE = frozenset(
    """senior junior major interior exterior superior inferior prior poor outdoor former larger bigger smaller younger
    older newer earlier later lower higher upper inner outer greater further cheaper longer shorter never over
    under after important significant giant plant restaurant elephant constant distant instant relevant pregnant
    warrant grant committee coffee degree tree fee list mist checklist harbor labor vapor tremor humor odor
    terror corridor armor rumor harbour favour favor colour color honour honor flavour flavor layer dinner
    supper water fiber fibre timber lumber copper silver rubber leather trigger offer transfer career bowler-hat
    covenant remnant pollutant september october november december quarter-final semi-final shutter gutter
    butter pepper cover recover container computer trailer tanker helicopter reactor sector factor number order
    letter paper tower river centre center matter quarter corner chapter charter shelter summer winter power
    weather member-state server motor tractor missile-launcher launcher monitor mirror door floor error meter
    litre fighter-jet freighter bomber-jet flower newspaper poster counter cylinder dollar transformer generator
    transistor propeller bunker locker filter burner cruiser carrier destroyer dumper border barrier answer
    disaster murder semester trimester master cluster theater theatre register parameter tonner finger shoulder
    liter liver ladder hammer zipper sweater trouser""".split()
)
_PEOPLE_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee", "goer", "child")
KINDS = frozenset(_SYNONYMS.get(word, word) for word in _PEOPLE)
"""Nouns that count people, in normal form; every one of them is "people" too."""
PART_OF_THE_DEAD = frozenset(
    """child woman man boy girl baby infant teenager civilian soldier police officer guard firefighter militant fighter
    rebel gunman foreigner tourist journalist student teacher doctor nurse medic paramedic rescuer worshipper
    minor relative hostage attacker terrorist bomber reporter lawmaker marine sailor volunteer bystander
    adult""".split()
)
"""Kinds that are told apart from the other dead or hurt: "three children were killed" is no toll."""


def is_people(head: str) -> bool:
    """Whether a noun in normal form stands for people."""
    if head in KINDS:
        return True
    return len(head) > 4 and head.endswith(_PEOPLE_ENDINGS) and head not in _NOT_PEOPLE


def singular(word: str) -> str:
    """The normal form of a plural or singular noun: "deputies" -> "lawmaker", "ships" -> "ship"."""
    word = word.removesuffix("'s").removesuffix("'")
    root = _PLURALS.get(word) or _singular(word)
    return _SYNONYMS.get(root, root)


def _singular(word: str) -> str:
    if word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _PLURALS and word not in ("person",):
        return True
    return len(word) > 3 and word.endswith(("s", "men")) and not word.endswith(("ss", "us", "is", "'s"))
