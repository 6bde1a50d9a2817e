"""Word lists on organisations and places: the nouns that name what they are, and some known by everybody."""

from __future__ import annotations

ORGANISATIONS = frozenset(
    """ministry university party corp corporation bank council army agency company inc ltd plc llc co group
    institute institution association committee subcommittee commission department bureau office court union
    federation confederation league organisation organization foundation fund trust society club parliament
    congress senate assembly cabinet government authority board academy college school hospital clinic museum
    gallery library church cathedral mosque synagogue temple navy force forces guard guards corps brigade
    battalion regiment division police service services agency administration embassy consulate command
    coalition alliance front movement network center centre laboratory laboratories observatory press post times
    herald tribune gazette journal daily news dispatch guardian telegraph chronicle observer mail mirror sun
    broadcasting television radio airlines airways air motors industries energy holdings partners
    pharmaceuticals systems technologies electric oil gas petroleum steel railways railroad exchange chamber
    tribunal secretariat directorate inspectorate registry treasury reserve constabulary brotherhood resistance
    militia guild lodge order orchestra ensemble theatre theater ballet opera studios pictures records games
    stores supermarkets insurance securities capital investments ventures brothers bros sons associates
    consulting communications media publishing publications books magazine review wire monitor watch crescent
    cross international worldwide united city rovers wanderers athletic senators rangers giants panel forum
    summit conference convention caucus quartet initiative campaign program programme project mission taskforce
    task-force unit squad team coastguard seminary faculty regulator watchdog cooperative co-operative syndicate
    consortium conglomerate enterprise enterprises works plant refinery shipyard shipping lines ferries bloc
    commonwealth republicans democrats""".split()
) - {"sun", "international", "united", "city", "order", "plant", "works", "cross"}
"""A name that ends in one of these is an organisation's: "Finance Ministry", "Liberty Dispatch"."""

PLACES = frozenset(
    """
    river street island islands province lake mountain mountains sea ocean bay gulf strait straits channel canal
    valley desert peninsula coast beach harbour harbor airport airfield station square avenue road boulevard
    lane bridge park county district region territory territories state states city town village village castle
    palace tower towers stadium arena prison jail hills hill heights forest woods falls springs creek pass
    plateau plain plains delta isle isles archipelago reef cape point border crossing market bazaar hotel mall
    plaza dam reservoir highway motorway kingdom republic emirate governorate prefecture oblast municipality
    suburb quarter basin fjord glacier volcano cemetery zoo refuge reserve salient runway terminal port base
    camp pier dock docks mosque cathedral drive crescent terrace""".split()
) - {"mosque", "cathedral", "state", "drive", "crescent"}
"""A name that ends in one of these is a place's: "Lesk River"."""

PLACE_FIRST = frozenset(
    """
    mount mt lake port cape fort gulf bay strait straits isle river san santa são sao santo saint st ste new north
    south east west northern southern eastern western upper lower central los las rio camp point villa
    wadi""".split()
)
"""A name of several words that begins with one of these is a place's unless its end says otherwise: "Port Oru"."""

OF_HEADS = frozenset(
    """ministry university bank department house council republic kingdom isle gulf strait straits bay cape church
    city court board office party institute academy museum order college school union league association society
    federation chamber bureau agency state states commission committee organisation organization library
    assembly movement army front congress parliament confederation community commonwealth district province
    region town port sea brotherhood sons daughters knights bishop archbishop duke duchess
    earl countess marquess baroness viscount prince princess
    book temple tower palace conference centre center foundation fund declaration treaty battle archdiocese
    diocese emirate sultanate free people's democratic people peoples cooperation fellowship coalition alliance
    forces guardians secretariat directorate division service corps company group network circle statue wall
    mount valley hall college arch archive archives bridge""".split()
) - {"division", "group", "company", "battle", "statue", "treaty", "book"}
"""After these "of" joins: "Bank of Veldria", "Strait of Hormuz"."""

FOR_HEADS = frozenset(
    """center centre institute department ministry campaign council organisation organization fund committee
    movement office coalition alliance society association agency foundation bank commission court secretariat
    programme program network project museum forum initiative school college academy bureau directorate doctors
    reporters citizens scientists students mothers women""".split()
)
ON_HEADS = frozenset(
    "committee subcommittee commission council panel conference convention institute center centre board forum".split()
)

STATE_BODIES = frozenset(
    """ministry parliament embassy government cabinet army navy police consulate senate presidency judiciary
    legislature""".split()
)
"""What every country has: in "Iranian Foreign Ministry" the land is one name and the body another."""

CORPORATE = frozenset("inc corp corporation ltd plc llc co company group holdings gmbh ag sa spa nv".split())
"""What a firm's name may end in or do without."""

NUMBERED = frozenset(
    """boeing airbus flight channel apollo formula route highway interstate pier terminal soyuz falcon windows
    iphone galaxy tupolev antonov ilyushin sukhoi brigade unit platform studio starship ariane fortune
    pennsylvania radio model area catch""".split()
)
"""Before these digits belong to the name: "Boeing 737"."""

CLAUSES = frozenset(
    """article section chapter resolution protocol amendment paragraph clause figure table page proposition day
    week phase stage level class grade game round gate room rule volume vol part appendix annex step tier
    category act title bill measure psalm verse ward type group division week line item schedule directive order lot
    point no number""".split()
)
"""Before digits these name a passage or a step, no actor: "Article 5"."""

KNOWN_ORGANISATIONS = frozenset(
    form.strip()
    for form in """
    european union|eu|united nations|un|nato|who|imf|fbi|cia|nsa|iaea|opec|asean|osce|icc|wto|unicef|unesco|
    unhcr|european commission|european parliament|world bank|white house|kremlin|pentagon|capitol|knesset|
    duma|bundestag|bundesrat|congress|senate|house of representatives|house of commons|house of lords|
    downing street|state department|reuters|associated press|ap|afp|agence france-presse|bbc|cnn|nbc|abc|cbs|
    npr|fox news|al jazeera|al-jazeera|xinhua|tass|interfax|irna|wall street|scotland yard|hamas|hezbollah|hizbollah|
    hizbullah|hezbullah|taliban|al qaeda|al-qaeda|al-qaida|islamic state|isis|isil|boko haram|fatah|likud|plo|
    red cross|red crescent|amnesty international|greenpeace|oxfam|human rights watch|doctors without borders|
    google|apple|microsoft|amazon|facebook|twitter|meta|netflix|tesla|boeing|airbus|toyota|honda|volkswagen|
    siemens|shell|bp|exxon|exxonmobil|chevron|gazprom|rosneft|samsung|huawei|ibm|intel|general motors|
    general electric|goldman sachs|morgan stanley|jpmorgan|j.p. morgan|jpmorgan chase|lehman brothers|
    deutsche bank|walmart|mcdonald's|starbucks|marks and spencer|johnson and johnson|procter and gamble|
    barnes and noble|smith and wesson|standard and poor's|ernst and young|simon and schuster|burger king|
    dairy queen|new york times|wall street journal|washington post|financial times|fifa|uefa|nfl|nba|
    supreme court|security council|general assembly|gop|tories|labour|conservatives|liberal democrats|
    democrats|republicans|brexit party|tea party|interpol|europol|frontex|federal reserve|fed|sinn fein|nhs|
    mi5|mi6|mossad|shin bet|irgc|quds force|house|kremlin|planned parenthood|black lives matter|christian aid|
    save the children|médecins sans frontières|bank of england|g7|g8|g20|major league baseball|medicare|
    medicaid|commons|wikileaks|youtube|instagram|tiktok|whatsapp|telegram|uber|disney|sony|nokia|pfizer|
    moderna|bayer|nestlé|nestle|lloyd's|moody's|sotheby's|macy's|levi's|wendy's|kellogg's|sainsbury's|
    christie's|young men's christian association|national guard|secret service""".replace("\n", "").split("|")
) - {
    "democrats",
    "republicans",
    "who",
    "capitol",
    "house",
    "labour",
    "fed",
    "commons",
    "shell",
    "meta",
    "conservatives",
}

KNOWN_PLACES = frozenset(
    form.strip()
    for form in """
    new york|new york city|los angeles|san francisco|chicago|boston|houston|dallas|miami|philadelphia|seattle|
    detroit|atlanta|denver|phoenix|baltimore|new orleans|las vegas|st. louis|st louis|cleveland|pittsburgh|
    sacramento|california|texas|florida|new jersey|pennsylvania|ohio|michigan|illinois|north carolina|
    south carolina|tennessee|alabama|mississippi|louisiana|arkansas|kentucky|west virginia|maryland|delaware|
    connecticut|rhode island|massachusetts|vermont|new hampshire|maine|wisconsin|minnesota|iowa|missouri|
    kansas|nebraska|oklahoma|north dakota|south dakota|montana|wyoming|colorado|new mexico|arizona|utah|
    nevada|idaho|oregon|washington state|alaska|hawaii|indiana|toronto|montreal|vancouver|quebec|ontario|
    sydney|melbourne|brisbane|perth|auckland|manchester|liverpool|birmingham|glasgow|leeds|bristol|oxford|
    cambridge|munich|hamburg|frankfurt|cologne|milan|naples|turin|venice|marseille|lyon|geneva|zurich|basel|
    istanbul|izmir|aleppo|homs|idlib|mosul|basra|erbil|kirkuk|karachi|lahore|mumbai|bombay|kolkata|calcutta|
    bangalore|chennai|hyderabad|shanghai|hong kong|guangzhou|wuhan|osaka|kyoto|hiroshima|nagasaki|fukushima|
    busan|sao paulo|são paulo|rio de janeiro|st. petersburg|st petersburg|saint petersburg|kharkiv|kharkov|
    odesa|odessa|donetsk|luhansk|mariupol|kherson|lviv|donbas|donbass|lagos|johannesburg|cape town|durban|
    dubai|mecca|medina|jeddah|benghazi|alexandria|haifa|nablus|hebron|jenin|rafah|khan younis|khan yunis|
    kandahar|herat|helmand|isfahan|mashhad|shiraz|tabriz|qom|natanz|strait of hormuz|red sea|black sea|baltic|
    balkans|caucasus|caribbean|mediterranean|atlantic|pacific|arctic|antarctica|siberia|persian gulf|
    suez canal|golan heights|sinai|kashmir|punjab|sindh|xinjiang|darfur|donetsk|bavaria|saxony|brooklyn|
    manhattan|queens|bronx|harlem|hollywood|silicon valley|capitol hill|guantánamo bay|guantanamo bay|
    tiananmen square|tahrir square|nice|newfoundland and labrador|tyne and wear|strasbourg|davos|dc|conn|fla|calif|
    tenn|ariz|colo|minn|nev|okla|wis|ga|ky|neb|kan|penn|va|md|ala|ny|nyc""".replace("\n", "").split("|")
) - {"nice", "queens", "phoenix", "turin"}

GROUPS = {
    form: single
    for single, plural in (
        pair.split(":")
        for pair in """
    republican:republicans democrat:democrats muslim:muslims christian:christians jew:jews jewish:jewish
    sunni:sunnis shiite:shiites shia:shias kurd:kurds catholic:catholics protestant:protestants hindu:hindus
    sikh:sikhs buddhist:buddhists mormon:mormons alawite:alawites druze:druze yazidi:yazidis pashtun:pashtuns
    tatar:tatars uighur:uighurs uyghur:uyghurs rohingya:rohingyas roma:roma houthi:houthis arab:arabs
    bedouin:bedouins maori:maoris latino:latinos hispanic:hispanics nazi:nazis marxist:marxists
    communist:communists islamist:islamists zionist:zionists tory:tories democratic:democratic basque:basques
    breton:bretons texan:texans californian:californians londoner:londoners parisian:parisians slav:slavs
    gulf:gulf western:western scandinavian:scandinavians""".split()
    )
    for form in (single, plural)
}
for _not_people in ("gulf", "western"):
    GROUPS.pop(_not_people)
"""Peoples, faiths and camps without a land of their own -> the word in the singular."""
