"""Word lists on what is no name: months, openings of sentences, abbreviations, and what may follow a subject."""

from __future__ import annotations

from compare.wording import FUNCTION_WORDS

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays feb
    apr jun jul aug sep sept oct nov dec tue tues thu thur thurs christmas easter ramadan
    thanksgiving halloween passover hanukkah nowruz diwali gmt bst utc est edt pst pdt cet cest
    farvardin ordibehesht khordad shahrivar bahman esfand muharram shaaban""".split()
)
HOLIDAYS = frozenset("good black bloody ash palm boxing cyber super holy easter whit maundy election new".split())
"""Before a day of the week these make a holiday's name."""
MONTHS_AND_NAMES = frozenset("april may june august march".split())

OPENERS = FUNCTION_WORDS | frozenset(
    """yesterday today tomorrow tonight meanwhile however still yet earlier later altogether nevertheless
    nonetheless moreover furthermore besides instead otherwise therefore thus hence indeed perhaps maybe
    although though because since while whereas unless despite amid among amongst across along around behind
    beside beneath beyond inside near outside opposite past per regarding like unlike toward towards throughout
    upon via versus former ex- ex top senior acting many several two three four five six seven eight nine ten
    eleven twelve dozens hundreds thousands millions another every either neither nothing nobody none everyone
    everybody everything someone somebody something anyone anybody anything others much little less least enough
    half first second third last next previous recent late early then thereafter afterwards afterward previously
    recently lately currently presently formerly finally eventually suddenly immediately soon often sometimes
    always never ever again almost nearly even just quite rather really very well critics supporters opponents
    officials experts analysts observers sources witnesses residents protesters demonstrators investigators
    lawyers prosecutors lawmakers ministers leaders rebels militants soldiers troops police authorities people
    men women children workers students voters farmers doctors scientists researchers economists diplomats
    activists survivors relatives families neighbours neighbors reports figures data both except including given
    let let's please dear yes no ok okay oh so-called following according asked told says say said only once
    whether wherever whenever whatever whoever however here there where when why how what who which that this
    these those i we you he she it they my your his her its our their under over up down off onto out please
    thanks thank new old big small great good bad bereaved inside dear hello goodbye call take make get go come
    see look read watch find keep help ask put send give show tell try think believe fellow longtime veteran
    retired young old local national international global foreign public private rival speaking citing quoting
    during until till plus minus most more""".split()
)
"""Words that open a sentence and are no names, whatever capital follows."""

NO_NAMES = frozenset(
    """tv gdp ceo cfo coo cto dna rna hiv aids suv gps iq pdf id pm ok atm lgbt lgbtq lgbtqi mp mps mep meps vip
    vips pow pows ngo ngos ai pc cctv ied ieds icbm ptsd ufo cv diy faq usb am pm covid covid-19 sars phd mba ba
    ma bsc internet web celsius fahrenheit cpi vat pr hr qa rv rpm mph kph ph ad bc ce bce etc eg ie vs nb ps
    isbn url html lpg lng wmd dui dvd cd sms ipo m&a r&d q&a p&l pcr mri ct eta aka asap er rsvp sos diy god mr mrs
    ms dr sir ceos""".split()
)
"""Abbreviations and capitalised words that name nobody."""

SHOUTED = FUNCTION_WORDS | frozenset(
    "not never all very now stop yes video photo watch breaking update updated exclusive live".split()
)

PREFIXES = frozenset(
    """
    anti pro non ex post pre mid trans un inter intra sub super ultra neo pan cross counter then quasi pseudo semi mid
    late early self co all""".split()
)
"""What may be put before a name with a hyphen: "pro-Veldrian"."""
SUFFIXES = frozenset(
    """led backed based born style controlled funded made held run owned friendly wide sponsored allied linked
    trained aligned occupied brokered mediated bound area like era educated speaking majority dominated imposed
    supplied ruled listed issued affiliated inspired proposed appointed administered certified raised class
    esque built ready only free level""".split()
)
"""What may follow a name with a hyphen: "Tarsk-based"."""

DEFINITE = frozenset("the his her its their our my your this that".split())

_AFTER_A_SUBJECT = """
    said told took made gave went came began held sent put kept left met won lost led fought struck shot found
    brought bought sold built broke spoke wrote knew thought felt saw heard set cut hit let shut quit says wants
    has denies claims insists believes plans hopes seeks needs faces blames calls accuses remains appears seems
    knows expects refuses rejects warns argues makes takes gives say want deny claim insist believe plan hope
    seek need face accuse remain appear seem know expect refuse reject warn argue vowed urged agreed fell rose
    grew stood sat ran became chose swore withdrew forbade threw drew flew drove got paid laid sought caught
    taught bore tore wore fled sped spent lent meant dealt swept also never always often still already later
    earlier yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday who whose which
    that late early soon again tonight recently alone itself himself herself themselves cannot can't won't isn't
    wasn't didn't doesn't don't hasn't hadn't couldn't wouldn't shouldn't aren't weren't haven't may might must
    shall ought whether""".split()
AFTER_A_SUBJECT = (FUNCTION_WORDS - {"s", "t", "mr", "mrs", "ms", "dr"}) | frozenset(_AFTER_A_SUBJECT)
"""Words that may follow a noun standing by itself; before others it may only describe them ("police station")."""
