"""Words that praise or blame as they tell: of every camp, so that the same rule meets every source.

The list says nothing of who is right. For every word that blames one side it holds those that blame the other
("regime" and "terrorists", "crackdown" and "rioters"), and for blame the praise. Words that neutral reports use in a
plain sense (crisis, order, calm, injured, crime, attack, resistance to a virus) are left out: they are no evidence.
Made after the word classes of Recasens et al. (2013, on one-sided and framing bias) and of guides for news writing.
"""

from __future__ import annotations

from compare.wording import stem

KINDS: dict[str, str] = {
    # Rulers and states, as those against them call them.
    "blame of rulers": """
        regime regimes junta dictatorship dictator dictators tyranny tyrant tyrants tyrannical despot despotic
        autocrat theocracy mullahs clique cabal oligarchs kleptocracy kleptocrats puppet puppets stooge stooges lackey
        lackeys henchmen cronies cronyism warlord warmonger warmongers warmongering imperialist imperialists
        imperialism colonialist occupiers usurper usurpers strongman figurehead apparatchiks nomenklatura
        self-appointed self-styled so-called illegitimate unelected bloated despots autocrats""",
    # Those who protest or fight, as those in power call them.
    "blame of opponents": """
        terrorist terrorists thug thugs thuggish thuggery rioter rioters vandals mob mobs hooligan hooligans hoodlums
        saboteur saboteurs mercenaries agitator agitators rabble-rousers troublemaker troublemakers ringleader
        ringleaders traitor traitors treacherous treachery extremist extremists fanatic fanatics fanatical subversive
        subversives seditious provocateur provocateurs foreign-backed fifth-column infidels hordes horde vermin scum
        lawless anarchist anarchists malcontents turncoat turncoats plotters rabble subversion""",
    # Both, when praised.
    "praise of persons": """
        hero heroes heroic heroically heroism martyr martyrs martyred martyrdom freedom-fighter freedom-fighters
        liberator liberators patriot patriots patriotic patriotism visionary statesman statesmanlike brave bravely
        bravery courageous courageously courage valiant valiantly gallant gallantly fearless fearlessly selfless
        selflessly dauntless noble nobly steadfast steadfastly steadfastness unbowed unyielding indomitable beloved
        revered esteemed cherished illustrious hard-working hardworking""",
    "blame of persons": """
        coward cowards cowardly cowardice reckless recklessly recklessness negligent negligence incompetent
        incompetence bungling bungled botched inept ineptitude clueless hapless greedy greed cynical cynically
        cynicism callous callously arrogant arrogantly arrogance hypocrite hypocrites hypocritical hypocrisy shameless
        shamelessly brazen brazenly heartless ruthless ruthlessly merciless spineless gutless unscrupulous
        disreputable dishonest crooked crooks fraudsters charlatan charlatans demagogue demagogues demagoguery
        power-hungry vindictive spiteful delusional unhinged deranged hysterical hysteria rant rants ranting tirade
        petulant bully bullies bullying notorious infamous disgraced embattled sneaky sneaked irresponsible
        irresponsibly conniving""",
    # Deeds of violence and force.
    "blame of deeds": """
        massacre massacres massacred slaughter slaughtered butcher butchered butchery carnage bloodbath bloodthirsty
        murderous atrocity atrocities barbaric barbarity barbarous savage savagely savagery brutal brutally brutality
        vicious viciously sadistic heinous vile evil wicked despicable dastardly abhorrent repugnant monstrous
        outrageous outrageously scandalous disgrace disgraceful shameful shamefully insult insulting betrayal betrayed
        backstabbing plunder plundered pillage pillaged giveaway blackmail vengeance aggression aggressor aggressors
        provocation provocations provocative onslaught rampage crackdown repression repressive oppress oppressed
        oppression oppressive oppressor oppressors suppressed persecuted persecution witch-hunt show-trial
        kangaroo-court inquisition purge purged strong-armed muzzled subjugated enslaved exploitation scapegoat
        scapegoats scapegoated""",
    "praise of deeds": """
        triumph triumphs triumphed triumphant triumphantly glorious gloriously glory masterstroke masterful masterly
        historic breakthrough groundbreaking pioneering generous generously generosity magnanimous magnanimity
        gracious wise wisely wisdom prudent prudently prudence far-sighted bold boldly decisive decisively resolute
        resolutely exemplary splendid magnificent brilliant brilliantly superb stellar flawless unparalleled
        remarkable uplifting resounding hard-won well-deserved long-overdue long-awaited rightful rightfully righteous
        dignity dignified honourable honorable honourably proud proudly pride jubilant joyous unshakable unshakeable
        unwavering unflinching rock-solid""",
    # Defeat and weakness, as told by those who wish it.
    "belittling": """
        mere merely paltry measly meagre meager pitiful pitifully pathetic pathetically feeble feebly laughable
        ridiculous ludicrous absurd preposterous farce farcical fiasco debacle shambles shambolic charade sham mockery
        stunt gimmick spectacle lip-service toothless half-hearted half-baked lacklustre lackluster humiliation
        humiliating humiliated capitulation capitulated capitulate appeasement appease appeasing grovel grovelling
        begged begging climbdown climb-down u-turn backtracked desperate desperately desperation floundering flailing
        beleaguered belated belatedly empty-handed ragtag motley pittance handout handouts""",
    # What the other side says, dismissed.
    "blame of words": """
        propaganda propagandist propagandists pretext pretexts excuse excuses smear smears smeared fabrications
        guesswork ploy ruse hoax fake-news fearmongering fear-mongering scaremongering scare-mongering rhetoric
        diatribe liar liars deceit deceitful deception duplicity duplicitous whitewash cover-up doublespeak slander
        slanderous libellous sabre-rattling saber-rattling bluster""",
    # Danger and ruin, beyond what a number tells.
    "alarm": """
        catastrophe catastrophic disastrous disastrously devastating alarmingly horrifying horrific horrendous
        appalling appallingly terrifying nightmare nightmarish apocalyptic apocalypse hellish doomed dire perilous
        time-bomb powder-keg bombshell skyrocketing spiralling spiraling rampant out-of-control unbridled draconian
        ruinous calamitous calamity ominous sinister insidious""",
    # Hard things told softly.
    "euphemism": """
        neutralised neutralized neutralise neutralize pacified pacification pacify cleansed cleansing rightsizing
        right-sizing downsizing rationalisation rationalization streamlining re-education reeducation
        enhanced-interrogation regrouping redeployment misspoke shortcomings""",
    # Right and wrong.
    "verdict": """
        unjust unjustly unfair unfairly unjustified unjustifiable unwarranted unprovoked cruel cruelly cruelty
        inhumane inhuman immoral unconscionable indefensible inexcusable unforgivable sacrosanct hallowed blood-soaked
        bloodstained corrupt discredited vindicated vindication revenge""",
}
"""By kind, the words as written."""

LOADED: frozenset[str] = frozenset(stem(word) for words in KINDS.values() for word in words.split())
