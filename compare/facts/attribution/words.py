"""The closed word classes that the grammar of attributions is written in."""

from __future__ import annotations

DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some any each every several many both all no
    another two three four five six seven eight nine ten dozens hundreds thousands most few other such one""".split()
)
ARTICLES = frozenset("the a an this these those his her its their our my your".split())
PREPOSITIONS = frozenset(
    """of in on at by for from with to into onto near about against after before during under over between among
    through within without across behind beyond outside inside since until toward towards despite amid amidst per
    via like unlike upon around above below along off out as following regarding including besides alongside
    because""".split()
)
ATTACHING = frozenset("of for in from at with to near on across within behind among inside under".split())
"""Prepositions that may hang a phrase on the noun before: officials in Port Selm."""
SUBORDINATORS = frozenset(
    """that which who whom whose when where while whereas although though because if unless whether than so then how
    why what once until whatever whoever whichever whomever""".split()
)
CONJUNCTIONS = frozenset("and but or nor yet".split())
BE = frozenset(
    "is are was were be been being am 're ’re 'm ’m isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split()
)
HAVE = frozenset("has have had having 's ’s 've ’ve 'd ’d hasn't haven't hadn't hasn’t haven’t hadn’t".split())
DO = frozenset("do does did don't doesn't didn't don’t doesn’t didn’t".split())
MODALS = frozenset(
    """will would shall should can could may might must cannot 'll ’ll won't wouldn't shouldn't can't couldn't won’t
    wouldn’t shouldn’t can’t couldn’t""".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS


NEGATIONS = frozenset(
    {"not", "never", "neither", "nor", "cannot", "no", "hardly"}
    | {word for word in AUXILIARIES if word.endswith(("n't", "n’t"))}
)
HE_OR_SHE = frozenset({"he", "she"})
OUTLET = frozenset({"i", "we", "you"})
"""Subjects that are the writer or the reader: what they say is the outlet's own voice."""
PRONOUNS = HE_OR_SHE | OUTLET | {"they", "it", "there", "him", "them", "us", "me", "himself", "herself", "themselves"}


SUBJECT_PRONOUNS = HE_OR_SHE | OUTLET | {"they", "it", "there"}


ADVERBS = frozenset(
    """also later then again first once often still now just already even ever always thus too further instead indeed
    rather soon earlier yesterday today tonight tomorrow meanwhile however nevertheless nonetheless moreover
    furthermore therefore only almost perhaps maybe simply here there alone together recently afterwards afterward
    twice back not never online away very quite ashore aboard abroad overseas nearby""".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. aug. sept. oct.
    nov. dec.""".split()
)
TIMES = (
    DAYS
    | (MONTHS - {"may", "march"})
    | frozenset(
        """today yesterday tonight tomorrow morning afternoon evening night midday noon midnight week weekend month year
    day hour hours minutes days weeks months years moment ago""".split()
    )
)
TIME_LEADS = frozenset("on late early last this next earlier later in since the that by at of a".split())
MEDIA = frozenset(
    """statement interview speech report letter email e-mail tweet briefing conference post message call broadcast
    memo note notes release article column tweets posts letters emails statements interviews messages book court
    filing hearing debate rally event address remarks comments twitter facebook television tv radio phone
    telephone video blog testimony affidavit summary editorial podcast programme program""".split()
)
"""Through what somebody speaks; never part of the speaker told before it: "Renn in a statement said"."""
SPOKEN_FOR = frozenset(
    """briefed familiar involved close based named identified responsible loyal opposed allied affiliated linked
    present knowledgeable""".split()
)
"""What may follow a noun and go on with its phrase: two people familiar with the matter."""
PAST = frozenset(
    """went came took gave knew saw fell rose began became left made found kept held met won lost ran sat stood paid
    sent built bought brought thought caught fought taught sought sold told said got grew drew flew threw broke
    spoke chose drove rode wrote ate sang rang swam sank hid led fed fled bled bred slept wept crept swept meant
    dealt felt dug hung struck stuck swore tore wore shook woke forgot forbade overtook underwent withdrew arose
    bore shot died lay lit did was were had seen given taken drawn""".split()
)
"""Finite pasts that no -ed shows."""
ADDRESS = frozenset(
    """mr mrs ms miss mx dr sir dame lord lady prof professor sen senator rep gov governor gen general lt col colonel
    sgt sergeant capt captain maj major adm admiral rev reverend president minister king queen prince princess
    pope ayatollah sheikh imam bishop archbishop cardinal judge justice mayor ambassador secretary chancellor
    premier spokesman spokeswoman spokesperson""".split()
)
HUMANS = frozenset(
    """man woman boy girl person people men women children child resident villager witness source official officer
    spokesman spokeswoman spokesperson minister president premier chancellor secretary governor mayor senator
    lawmaker congressman congresswoman representative mp deputy ambassador envoy diplomat judge lawyer attorney
    prosecutor barrister solicitor detective inspector constable commander chief chairman chairwoman chair
    director manager executive founder owner leader politician candidate campaigner activist analyst expert
    economist professor scientist researcher historian author writer journalist reporter correspondent editor
    columnist critic supporter opponent ally adviser advisor aide mediator negotiator doctor nurse surgeon medic
    paramedic firefighter soldier general colonel captain pilot driver passenger teacher student pupil worker
    farmer shopkeeper neighbour neighbor mother father parent wife husband son daughter brother sister widow
    relative victim survivor defendant plaintiff suspect coach player striker goalkeeper captain manager umpire
    referee king queen prince princess pope bishop priest imam pastor rabbi mother-of-two organiser organizer
    protester demonstrator trader investor customer consumer voter seismologist meteorologist forecaster coroner
    pathologist chairperson head boss ceo member refugee migrant friend colleague coordinator administrator
    superintendent sheriff insider veteran celebrity singer actor actress artist""".split()
)
"""Who can be a he or a she."""
GROUPS = frozenset(
    """police officials authorities government opposition ministry army military navy force forces agency bank court
    company firm group union party committee commission council parliament congress senate house administration
    department office service embassy university institute organisation organization association federation
    alliance coalition network broadcaster newspaper channel outlet paper magazine media prosecutors lawyers
    investigators rebels militants team staff crew family campaign charity foundation board regulator watchdog
    inspectorate tribunal jury inquiry panel kremlin pentagon cabinet club league airline operator manufacturer
    utility junta regime syndicate public side country state republicans democrats conservatives liberals
    think-tank ngo un eu nato""".split()
)
PAPERS = frozenset(
    """report study survey poll statement data figures document documents papers letter memo filing lawsuit complaint
    indictment affidavit ruling verdict review audit analysis article editorial communique communiqué declaration
    resolution transcript records record statistics census forecast email emails release dossier footage research
    findings paper book column notice sources source website""".split()
)
"""Texts that speak for whoever wrote them."""
NO_SPEAKERS = frozenset(
    """this that these those what which it there here all none nothing everything something anything time move fact
    others""".split()
)
_NO_ADVERBS = frozenset(
    """family supply ally italy july monopoly assembly anomaly rally bully reply fly apply daily weekly monthly
    elderly friendly deadly homily butterfly comply rely imply multiply oily holy ugly lonely likely unlikely""".split()
)


def is_adverb(low: str) -> bool:
    """Whether a word in lower case is an adverb that may stand beside a verb."""
    return low in ADVERBS or (low.endswith("ly") and low not in _NO_ADVERBS)
