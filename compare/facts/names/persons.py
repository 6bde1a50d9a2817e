"""Word lists on people: forms of address, offices and callings, given names, and institutions told without a name."""

from __future__ import annotations

ADDRESS = frozenset(
    """mr mrs ms miss mx dr sir dame lord lady
    messrs madam monsieur madame herr frau señor señora signor don hon honourable
    honorable saint sri shri sayyid hajji haji master""".split()
) - {"saint", "don", "master"}
"""Forms of address: part of the span of a name, never of its words."""

ABBREVIATED = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "sgt": "sergeant",
    "capt": "captain",
    "maj": "major",
    "adm": "admiral",
    "rev": "reverend",
    "prof": "professor",
    "cpl": "corporal",
    "pvt": "private",
    "cmdr": "commander",
    "brig": "brigadier",
    "supt": "superintendent",
    "insp": "inspector",
    "det": "detective",
    "pres": "president",
    "atty": "attorney",
    "del": "delegate",
}
"""Offices written short before a name: "Sen. Quill"."""

PORTFOLIOS = frozenset(
    """health interior finance defence defense transport transportation justice energy education labour labor oil
    trade agriculture environment information culture housing economy economic industry science technology
    innovation climate foreign home internal external veterans commerce treasury tourism fisheries forestry food
    rural water sports sport youth women welfare social affairs development planning communications
    telecommunications digital immigration migration police intelligence petroleum mining mines power railways
    aviation space budget revenue customs works employment pensions work skills business security human services
    urban infrastructure investment standards drug securities exchange crime safety hygiene medicine arts
    letters sciences marine fire rescue relief reconciliation reconstruction media broadcasting research nuclear
    atomic disarmament equality families children citizenship oversight government reform
    administrative appropriations""".split()
)
"""What ministers and ministries are of: between two of these "and" joins, as in "Trade and Industry"."""

MODIFIERS = PORTFOLIOS | frozenset(
    """former ex deputy vice acting assistant associate senior junior chief prime press party opposition state
    national military army navy naval supreme crown first second executive managing general regional provincial
    federal presidential parliamentary special outgoing incoming interim veteran royal lead majority minority
    house senate human rights campaign city district county tribal religious spiritual union public central bank
    financial operating permanent under undersecretary joint high grand brigadier lieutenant major rear air
    squadron field staff parish trade court legal prominent longtime long-time retired exiled jailed late lord
    chancellor attorney solicitor independent local""".split()
)
"""Words that may stand before an office in its name."""

HEADS = frozenset(
    """president premier minister chancellor secretary ambassador governor mayor senator congressman congresswoman
    representative speaker whip leader chairman chairwoman chairperson chair director commissioner commander
    general admiral colonel major captain lieutenant sergeant corporal private marshal brigadier commodore judge
    justice magistrate prosecutor attorney lawyer solicitor barrister sheriff chief officer spokesman
    spokeswoman spokesperson envoy negotiator diplomat mediator king queen prince princess duke duchess emperor
    empress sultan emir sheikh shah ayatollah imam pope cardinal archbishop bishop patriarch rabbi pastor
    reverend father sister professor analyst economist historian scientist researcher geologist biologist
    physicist author writer novelist poet journalist reporter columnist editor correspondent blogger
    photographer filmmaker actor actress singer musician artist coach manager striker goalkeeper banker
    businessman businesswoman entrepreneur founder co-founder owner ceo cfo coo investor activist campaigner
    dissident candidate nominee lawmaker legislator mp mep deputy councillor councilman councilwoman councilor
    alderman assemblyman delegate adviser advisor aide strategist pollster treasurer comptroller controller
    superintendent inspector detective constable agent astronaut cosmonaut doctor physician surgeon nurse
    teacher student farmer veteran chaplain dean provost rector principal undersecretary viceroy regent consul
    premier first-lady co-chair co-leader vice-president vice-chairman secretary-general director-general
    engineer lecturer preacher cleric fisherman driver pilot sailor soldier scholar philanthropist billionaire
    architect designer producer comedian composer playwright swimmer sprinter boxer golfer cyclist defender
    midfielder goalscorer umpire referee rapporteur regulator ombudsman auditor coroner pathologist neurologist
    epidemiologist virologist seismologist meteorologist hydrologist ecologist chemist astronomer sociologist
    psychologist psychiatrist paediatrician pediatrician official host tycoon magnate chef""".split()
)
"""Offices and callings that end such a phrase: "foreign minister", "opposition leader"."""

TAILS = {
    ("secretary", "of", "state"),
    ("secretary", "of", "defense"),
    ("head", "of", "state"),
    ("head", "of", "government"),
    ("chief", "of", "staff"),
    ("chief", "of", "police"),
    ("commander", "in", "chief"),
    ("editor", "in", "chief"),
    ("secretary", "general"),
    ("attorney", "general"),
    ("solicitor", "general"),
    ("director", "general"),
    ("governor", "general"),
    ("surgeon", "general"),
    ("prosecutor", "general"),
    ("auditor", "general"),
    ("inspector", "general"),
    ("chief", "executive"),
    ("chief", "executive", "officer"),
    ("president", "elect"),
    ("first", "lady"),
}
"""Offices of which the head is not the last word."""

OFFICES = frozenset(
    """president premier chancellor governor mayor king queen pope emperor sultan emir ambassador speaker sheriff
    ayatollah vice-president secretary-general director-general first-lady minister commander-in-chief""".split()
)
"""Heads of offices that one person holds: with "the" and without a name they still mean one person."""

OFFICE_PHRASES = frozenset(
    """supreme leader|opposition leader|majority leader|minority leader|chief justice|secretary of state|
    secretary of defense|defense secretary|defence secretary|foreign secretary|home secretary|press secretary|
    secretary general|attorney general|solicitor general|governor general|prosecutor general|director general|
    head of state|head of government|chief of staff|chief executive|crown prince|president elect|first lady|
    commander in chief|justice secretary|health secretary|treasury secretary|prime minister|police chief|
    chief of police|army chief|central bank governor|education secretary|transport secretary""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)

INSTITUTIONS = frozenset(
    """government regime authorities police army military parliament cabinet junta leadership opposition administration
    presidency judiciary legislature navy rulers coastguard""".split()
)
"""Bodies told by what they are: "the government", "police"."""

INSTITUTION_PHRASES = frozenset(
    ["security forces", "armed forces", "central bank", "ruling party", "ruling coalition", "coast guard", "air force"]
)
BARE = frozenset(["police", "parliament", "authorities", "security forces"])
"""Institutions that need no "the": "police said"."""

CALLED_BY_OFFICE = frozenset(
    "president speaker chancellor minister secretary chairman ambassador governor mayor premier commissioner".split()
)
"""Offices that "Mr" stands before without a name: "Mr. President"."""

SURNAMES_TOO = frozenset(
    """king prince pope bishop major marshal judge justice chief dean baker farmer abbot cardinal duke sheriff
    shepherd archer mason cook porter field price law young grand high crown east west north south day power
    powers sultan emir imam sheikh shah president general rector provost case black white green brown teacher
    coach driver speaker deputy father sister private constable""".split()
)
"""Words of offices that are surnames as well: after a given name they are that ("Steve King")."""

GIVEN = frozenset(
    """aaron abdul abdullah abdulrahman abigail abraham abu ada adam adrian agnes ahmad ahmed aisha akira alan
    albert alejandro aleksandr alex alexander alexandra alexei alexey alfred ali alice alicia alison alistair
    allan allen ally amanda amanda amina amir amy ana anastasia anders andre andrea andreas andrei andrés andrew
    andrey andriy andy angel angela angus anita ann anna anne annette anthony antoine anton antonio antony
    arthur arturo ashraf astrid axel ayman aziz barack barbara barry bashar beatrice ben benedict benjamin
    benoit bernard bernd bernie beth betsy betty beverly bill billy birgit bob bobby boris bradley brad brenda
    brendan brett brian bridget bruce bruno bryan callum cameron camille carl carla carlo carlos carmen carol
    carole caroline carrie catherine cecilia charles charlie charlotte chen cheryl chloe chris christian
    christina christine christoph christopher chuck claire clara claude claudia clive colin connor corey craig
    cristina curtis cynthia daisy dale dan dana daniel daniela danielle danny darren dave david dean deborah
    debbie denis dennis derek diana diane diego dieter dimitri dmitri dmitry dmytro dominic don donald donna
    doris dorothy doug douglas duncan dylan ed eddie edgar edith eduardo edward edwin eileen elena eleanor eli
    elias elisabeth elise elizabeth ella ellen elliot emil emilia emily emma emmanuel enrique eric erica erik
    erika ernest ernesto ethan eugene eva evan eve evelyn fatima faisal farid fatemeh felipe felix ferdinand
    fernando filip fiona florence fran frances francesca francesco francis francisco francois françois frank
    franz fred frederick fritz gabriel gabriela gareth gary gavin gennady geoff geoffrey george georges gerald
    gerard gerhard gianni gilbert gina giorgio giovanni giulia giuseppe glen glenn gloria gordon grace graham
    greg gregory greta guillermo gustav gustavo guy habib hamid hannah hans harold harriet harry hasan hassan
    heather hector heidi heinz helen helena helene helmut henri henrik henry herbert herman hiroshi holly horst
    hossein howard hugh hugo hussein ian ibrahim ida igor ignacio ilya imran ines ingrid irene irina iris isaac
    isabel isabella ismail ivan ivana ivy jack jackie jacob jacqueline jacques jaime jake jakob james jamie jan
    jane janet janice jared jason javier jay jean jeff jeffrey jennifer jens jeremy jerome jerry jess jesse
    jessica jesus jill jim jimmy jo joachim joan joanna joanne joe joel johan johann johannes john johnny jon
    jonas jonathan jordan jorge jose josé josef joseph joshua josh joyce juan judith judy julia julian julie
    julien jürgen justin kamala kamran karen karim karin karl kate katherine kathleen kathy katie katrina kay
    keith keir ken kenji kenneth kevin khalid kim kirsten klaus kristen kristina kurt kyle lance larry lars
    laura lauren laurence laurent lawrence layla lea lee leila lena leo leon leonard leonid leopold leslie lewis
    liam lillian linda lindsay lindsey lisa liz lloyd logan lorenzo louis louise luca lucas lucia lucy luis luiz
    luka lukas luke lydia lyudmila magnus mahmoud maja manuel mara marc marcel marcelo marco marcus margaret
    margarita maria mariam marianne marie marina mario marion marisa marjorie mark marko markus marta martha
    martin martina marvin mary maryam masoud mateo mathias matt matteo matthew matthias maureen maurice max
    maxim maya megan mehdi mehmet melanie melissa michael michail michel michele michelle miguel mikael mike
    mikhail milan mira miriam mitch mitt moshe mohamed mohammad mohammed mona monica moses muhammad mustafa
    mykola nadia nancy naomi narendra natalia natalie natasha nathan nathaniel neil nelson nicholas nick nicola
    nicolas nicole niels nigel nikki nikola nikolai nikos nina noah noel nora norman nuri olaf oleg oleksandr
    olga oliver olivia olivier omar oscar osama otto owen pablo paolo pat patricia patrick paul paula pauline
    pavel pedro peggy penny per pete peter petr petra petro philip philippe phil phillip pierre piotr priya
    rachel rafael ralph ramon ramzan randy raúl raul ray raymond rebecca recep reinhard rené renee reza ricardo
    richard rick rita rob robert roberta roberto robin rod rodrigo roger roland rolf roman ron ronald ronnie
    rosa rose rosemary roy ruben rudolf rupert russell ruth ryan sabine said saleh sally salman sam samantha
    samir samira samuel sandra sara sarah saud scott sean sebastian sergei sergey sergio seth shane shannon
    sharon shaun sheila shinzo shirley sidney silvia silvio simon sofia sonia sophia sophie stacey stan stanley
    stefan stella stephanie stephen steve steven stewart stuart sue susan susanne suzanne sven svetlana sylvia
    tamara tania tanya tariq tatiana taylor ted teresa terry theo theodore theresa thérèse thomas tiffany tim
    timothy tina tobias todd tom tomas tommy tony tracy travis trevor tyler ulrich ursula valentina valeria
    valery vera vernon veronica vicky victor victoria vikram viktor vince vincent viola virginia vitali vitaly
    vivian vladimir volodymyr wael walter wanda warren wayne wendy werner will william willie wolfgang xavier
    yair yasmin yasser yevgeny yitzhak yoko yuri yusuf yvette yvonne zachary zainab zoe zoran
    dick hillary kit newt jeb megyn rush anderson laleh behrouz april june""".split()
)
"""Given names common in the news, in lower case; a name that begins with one is a person's."""

FAMILY_FIRST = frozenset(
    """kim park lee choi jung moon yoon kang cho lim han xi li wang zhang liu chen yang huang zhao wu zhou xu sun hu zhu
    guo lin deng mao hua nguyen tran pham""".split()
)
"""Family names that stand before the given name."""

PARTICLES = frozenset(
    "de la del della di da dos das do du van von der den ter ten bin ibn bint ben al el ul abu zu af av".split()
)
"""Small words inside a personal name."""

NOBLE = frozenset("duke duchess earl countess marquess prince princess bishop archbishop baroness viscount".split())
"""Before "of" and a place these name a person: "the Bishop of Harrow"."""

GENERATIONS = frozenset("jr sr ii iii iv vi vii viii xii xiv xvi".split())
"""What may end a name and is no name alone."""

MALE, FEMALE = frozenset("mr sir lord king prince".split()), frozenset("mrs ms miss lady dame queen princess".split())
