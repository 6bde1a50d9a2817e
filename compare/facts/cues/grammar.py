"""Closed classes of English words, and the open ones as far as the rules need them."""

from __future__ import annotations

from compare.facts.cues.inflection import forms

SUBJECT_PRONOUNS = frozenset("he she they we i you it there who".split())
POSSESSIVES = frozenset("my your his her its our their whose".split())
DETERMINERS = POSSESSIVES | frozenset(
    "the a an this that these those some any every each all both another such many several few most much more".split()
)
BE = frozenset(forms("be"))
FINITE_BE = frozenset("is are was were am isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset("will would shall should can could may might must cannot won't wouldn't can't couldn't".split())
AUXILIARIES = FINITE_BE | HAVE | DO | MODALS
SUBORDINATORS = frozenset(
    """but because although though while whereas whilst unless if when whenever after before until till since once
    where who whom whose which whoever despite whether""".split()
)
PREPOSITIONS = frozenset(
    """about above across after against along alongside amid among around as at before behind below beneath beside
    between beyond by despite during except for from in inside into like near of off on onto out outside over past per
    since through throughout to toward towards under until up upon via with within without""".split()
)
SPEECH = frozenset("said says say told tells added adds announced reported wrote warned insisted argued".split())
SILENT = frozenset("say said saying know known comment respond reply elaborate".split())
"""Verbs of which a negation tells nothing of what follows: "did not say the bridge was unsafe"."""
INVERTING = frozenset("prevent stop avert avoid thwart foil deter forestall halt block".split())
"""Verbs whose object does not come about: under a negative it does."""
RAISING = frozenset(
    """think believe expect want appear seem true case mean imagine suppose likely clear certain sure obvious""".split()
)
"""Words over which a negation reaches into the next clause: "I do not think that it fell"."""

# Verbs that follow "is to", "due to" or "set to" in news, so that "due to rain" is no forecast.
BASE_VERBS = frozenset(
    """be have become get make take give go come leave stay remain return arrive begin start open reopen close shut end
    finish stop cease continue resume launch hold host meet visit attend join enter travel fly sail depart run stand
    step resign retire quit face appear stand-trial sign ratify approve reject vote decide rule announce publish
    release reveal unveil present submit file issue receive get pay buy sell acquire merge build rebuild replace
    demolish expand extend cut raise increase reduce rise fall grow shrink lose gain win play fight race compete
    address speak talk discuss debate consider review examine investigate testify hear seek ask demand call urge offer
    propose introduce impose lift ban scrap abolish repeal amend change move relocate transfer deploy send withdraw
    pull hand deliver supply provide produce create cost spend invest borrow lend repay default expire lapse mature
    take-off land dock reach cross climb celebrate mark marry wed give-birth die serve lead head chair replace succeed
    take-over assume restore protect save help boost support strike walk march rally protest gather assemble hit lay
    shed hire recruit train teach study learn graduate tour perform release star direct write read record broadcast
    air screen premiere feature include exclude allow let force require oblige receive roll phase brief inform meet
    tell question interview arrest charge sentence extradite deport free execute evict evacuate resettle vacate plead
    deliver appear co-host co-chair break divide split share exchange swap form dissolve set bring carry put keep use
    undergo suffer experience see benefit drop slow rise pick make show target focus tackle curb combat end
    wrap conclude complete sit convene adjourn hang inspect audit monitor certify recall refund compensate""".split()
)
IRREGULAR_PASTS = frozenset(
    """was were had did went came took gave made got left fled fell rose grew knew threw flew drew blew broke spoke
    stole froze chose drove rode wrote struck stuck sank sang swam began ran drank saw ate beat bit hid slid met held
    led fed bred built sent spent lent bent lost kept slept swept wept felt dealt meant bought brought caught fought
    taught thought sought sold told found stood understood won sat shot hung dug swore tore wore bore lay paid laid
    said heard sued quit withdrew""".split()
)

INVARIANT = frozenset("been gone come known hit put cut set let shut hurt cost cast spread split burst sunk".split())
"""Participles that no ending tells, many of them the same as the base of the verb."""

# What one denies, refutes or dismisses as a statement; all else ("rejected the offer") is an event.
STATEMENTS = frozenset(
    noun + ending
    for noun in """report claim allegation accusation suggestion rumour rumor assertion statement story version account
    charge criticism insinuation notion view argument contention narrative speculation characterisation
    characterization description depiction portrayal finding conclusion interpretation comparison conspiracy involvement
    wrongdoing figure number toll estimate implication inference complaint testimony insistence explanation
    assessment article dossier""".split()
    for ending in ("", "s")
) | frozenset("news hearsay gossip talk talks conspiracies theories stories propaganda".split())
ANAPHORS = frozenset("it this that these those them".split())
# What is denied to somebody rather than of something.
GRANTS = frozenset(
    """entry access bail permission visa visas passage asylum parole treatment admission boarding service services
    benefits compensation citizenship refuge sanctuary food water medication medicine care freedom rights right chance
    opportunity request requests application applications appeal appeals petition petitions motion motions bid bids
    licence license permit permits credit loan loans clearance exit funding coverage claim-form justice custody release
    leave victory win goal penalty title medal hearing vote votes promotion space planning accreditation stay injunction
    holiday tenure shelter protection recognition use education legal lawyer lawyers status
    counsel visits
    contact""".split()
)
