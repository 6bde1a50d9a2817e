"""The families of words for one act: data, read by `families`.

A family is a line at the margin, then its words by colour. The table cuts both ways: what blames one camp stands beside
what blames the other, by one rule for all. It says how a word tells, never which word is right. Neutral is what the
style books of news agencies ask for; the other words are those that they ask to leave to quotations.
"""

from __future__ import annotations

# "arrest*" is a verb with its endings, "raid+" a noun with its plural; words joined by "/" and phrases joined by "="
# are forms of one entry. A form stands in one family only.
TABLE = """
arrest
    neutral: detain*, arrest*, detention+, hold/held in custody, take/took/taken into custody, seize*,
        apprehend*
    blaming: kidnap*, abduct*, kidnapping+, abduction+, snatch*, take/took/taken hostage, hostage-taking
imprisoned
    neutral: prisoner+, detainee+, inmate+
    praising: prisoner+ of conscience
    blaming: hostage+, convict+, captive+
killing
    neutral: kill*, died, die/dies/dying, death+, shoot/shot dead, killing+
    praising: martyr*, martyrdom+, fell in battle, gave his life, gave their lives, neutralise*=neutralize*,
        eliminate*, take out=took out=taken out
    blaming: murder*, slaughter*, massacre*, butcher*, assassinate*, execute*, mow*/mown down,
        slay/slays/slew/slain, bloodbath+, carnage, extrajudicial killing+, liquidate*, exterminate*,
        gun*/gunned down
dead
    neutral: casualty/casualties, victim+, fatality/fatalities
    praising: the fallen, hero/heroes
    blaming: collateral damage
protest
    neutral: protest*, demonstration+, rally/rallies, march*, demonstrate*, gathering+
    praising: uprising+, revolution+, revolt+
    blaming: riot*, unrest, disturbance+, disorder+, sedition, mob violence, insurrection+, rioting
protesters
    neutral: protester+=protestor+, demonstrator+, marcher+, crowd+
    praising: freedom-seeker+, patriot+
    blaming: rioter+, mob+, hooligan+, vandal+, thug+, agitator+, troublemaker+, hoodlum+, looter+,
        insurrectionist+
fighters
    neutral: fighter+, gunman/gunmen, militant+, armed group+, militia+, militiaman/militiamen, rebel+
    praising: freedom fighter+, resistance fighter+, liberator+, partisan+, defender+
    blaming: terrorist+, extremist+, jihadist+, bandit+, insurgent+, mercenary/mercenaries
attack
    neutral: attack*, operation+, offensive+, airstrike+=air strike+, air raid+
    praising: liberation, special operation+, peacekeeping mission+, counterattack+, counter-offensive+
    blaming: raid*, invasion+, invade*, assault*, aggression+, onslaught+, incursion+, blitz
taking
    neutral: capture*, take control of=took control of
    praising: liberate*, recapture*
    blaming: occupy/occupies/occupied/occupying, overrun/overran, annex*, conquer*, grab*
rule over land
    neutral: control+
    praising: protection, reunification
    blaming: occupation+, annexation+, colonisation=colonization
settlement
    neutral: settlement+, neighbourhood+=neighborhood+
    blaming: colony/colonies, outpost+
settlers
    neutral: settler+
    praising: pioneer+
    blaming: colonist+, coloniser+=colonizer+
barrier
    neutral: barrier+, fence+, border fence+
    praising: security fence+
    blaming: wall+, apartheid wall+
withdrawal
    neutral: withdrawal+, withdraw/withdraws/withdrew/withdrawn, pullout+, redeployment+, redeploy*
    praising: regroup*, goodwill gesture+
    blaming: retreat*, flee/flees/fled, rout*
truce
    neutral: truce+, ceasefire+=cease-fire+, armistice+, pause+
    blaming: capitulation+, surrender*, sell-out
offer
    neutral: offer*, proposal+, propose*, overture+
    praising: olive branch, gesture of goodwill
    blaming: plea+, ultimatum+, ploy+, begging, beg*
request
    neutral: request*, appeal*
    blaming: demand*, beseech*, grovel*
talks
    neutral: talks, negotiation+, meeting+, discussion+
    praising: dialogue
    blaming: appeasement, horse-trading, haggling
deal
    neutral: deal+, agreement+, accord+, pact+
    praising: breakthrough+, historic agreement+
    blaming: giveaway+, carve-up, stitch-up, diktat+
concession
    neutral: concession+, compromise+
    praising: flexibility, statesmanship
    blaming: climbdown+, cave-in, humiliation+, u-turn+, backdown
government
    neutral: government+, authorities, leadership
    blaming: regime+, junta+, dictatorship+, tyranny, clique+, theocracy
leader
    neutral: leader+, ruler+, head of state
    praising: statesman/statesmen, founding father+
    blaming: strongman/strongmen, dictator+, tyrant+, despot+, autocrat+, warlord+
officials
    neutral: official+
    praising: public servant+
    blaming: crony/cronies, apparatchik+, henchman/henchmen, mullah+
opposition
    neutral: opposition, opponent+, critic+
    praising: dissident+, pro-democracy campaigner+, resistance, reformer+
    blaming: traitor+, turncoat+, fifth column, renegade+, foreign agent+
coup
    neutral: takeover+, change of power, seizure of power
    blaming: coup+, putsch+, power grab+, mutiny/mutinies, usurpation
police action
    neutral: disperse*, police action
    praising: restore order=restored order, restoring order
    blaming: crackdown+, repression, suppress*, brutality, crush*, quell*
emergency rule
    neutral: state of emergency, emergency measure+, curfew+
    blaming: martial law, police state
sanctions
    neutral: sanction+, restriction+, penalty/penalties
    blaming: economic war, economic warfare, blockade*, siege+, stranglehold+
migrants
    neutral: migrant+, immigrant+, asylum seeker+=asylum-seeker+, undocumented immigrant+, arrival+
    praising: refugee+, newcomer+, dreamer+
    blaming: illegal immigrant+, illegal+, illegal alien+, illegal migrant+, intruder+, infiltrator+
migration
    neutral: migration, influx, immigration
    blaming: flood of migrants, invasion of migrants, swarm+, wave of migrants
expulsion
    neutral: deport*, deportation+, removal+, expel*, expulsion+
    praising: repatriate*, repatriation+
    blaming: banish*, mass deportation+, ethnic cleansing, round up=rounded up
leak
    neutral: leak*, disclosure+, disclose*
    praising: whistle-blow, whistleblowing, revelation+
    blaming: betrayal+, betray*, treason
leaker
    neutral: source+, leaker+
    praising: whistle-blower+=whistleblower+
    blaming: spy/spies, mole+, snitch
surveillance
    neutral: surveillance, monitoring
    praising: intelligence gathering
    blaming: spying, spied, snoop*, eavesdrop*, espionage
interrogation
    neutral: interrogation+, enhanced interrogation, interrogate*
    blaming: torture*, abuse*, mistreatment, ill-treatment
statement
    neutral: statement+, announcement+
    blaming: rant*, tirade+, diatribe+, outburst+, harangue+
criticism
    neutral: criticise*=criticize*, criticism+, condemn*, rebuke*
    blaming: slam*, blast*, lash out=lashed out, smear*, vilify/vilifies/vilified, witch-hunt+
denial
    neutral: deny/denies/denied, denial+, reject*, dismiss*
    praising: refute*, debunk*
    blaming: stonewall*, cover-up+, evade*
claim
    neutral: account+, version+
    praising: testimony/testimonies
    blaming: propaganda, fabrication+, fake news, disinformation, myth+, rumour+=rumor+, lies
inquiry
    neutral: investigation+, inquiry/inquiries, probe+, investigate*
    praising: fact-finding
    blaming: fishing expedition+, show trial+, inquisition+
trial
    neutral: trial+, prosecution+, proceeding+, prosecute*
    praising: day in court
    blaming: persecution+, persecute*, kangaroo court+, vendetta+
punishment
    neutral: sentence*, punishment+, penalise*
    blaming: revenge, vengeance, retribution, reprisal+
retaliation
    neutral: response+, retaliation, retaliate*
    praising: deterrence, self-defence strike+
    blaming: provocation+, escalation+, escalate*
nuclear work
    neutral: nuclear programme+=nuclear program+, enrichment
    praising: peaceful nuclear programme, nuclear achievement+
    blaming: bomb-making, nuclear blackmail, nuclear weapons programme
weapons
    neutral: missile+, weapon+, arms
    praising: deterrent+
    blaming: war machine+, arsenal of terror
alliance
    neutral: alliance+, partner+, ally/allies
    praising: brotherhood, friendship
    blaming: axis, puppet+, stooge+, proxy/proxies, client state+, vassal+, lackey+
support
    neutral: support*, assist*, assistance
    praising: stand by=stood by, solidarity
    blaming: prop* up, meddle*, meddling, interfere*, interference, bankroll*
aid
    neutral: aid, relief, aid package+
    praising: lifeline+, humanitarian help
    blaming: handout+, bribe+, blood money
spending cuts
    neutral: spending cut+, budget cut+, cutback+
    praising: reform+, fiscal discipline, efficiency measure+
    blaming: austerity, slash*, gut*, axe*
tax
    neutral: tax+, levy/levies
    blaming: tax grab+, stealth tax+, raid on savers, death tax
welfare
    neutral: benefit+, welfare, social security, entitlement+
    praising: safety net
    blaming: dole, freebie+
rescue of firms
    neutral: rescue*, loan+, recapitalisation, stabilisation
    praising: lifeline loan+
    blaming: bailout+=bail-out+, bail out=bailed out, corporate welfare, giveaway to banks
privatisation
    neutral: privatisation=privatization, sale+, privatise*=privatize*
    praising: modernisation, opening up
    blaming: sell-off+, fire sale+, asset-stripping, plunder*
nationalisation
    neutral: nationalisation=nationalization, nationalise*=nationalize*
    praising: public ownership, return to public hands
    blaming: expropriation+, expropriate*, confiscation+, confiscate*, land grab+
dismissal
    neutral: dismissal+, lay off/laid off, job cut+, redundancy/redundancies, layoff+, fired
    praising: restructure*, streamline*, rightsizing
    blaming: purge*, sack*, bloodletting, cull+
strike
    neutral: industrial action, strike action, walkout+, stoppage+, work stoppage+
    praising: stand for workers' rights
    blaming: wildcat action, disruption, holding to ransom, sabotage*
strikebreakers
    neutral: replacement worker+, temporary staff
    blaming: scab+, strikebreaker+
pay rise
    neutral: pay rise+
    praising: fair pay, living wage
    blaming: fat-cat pay, windfall+, bonanza+
lobbying
    neutral: lobby/lobbies/lobbied/lobbying
    praising: advocacy
    blaming: influence-peddling, arm-twisting
payment
    neutral: payment+, donation+, donate*
    praising: gift+, generosity
    blaming: kickback+, bribery, payoff+, hush money, pay-off+
profit
    neutral: profit+, earnings
    blaming: profiteering, price-gouging, greed
abortion foes
    neutral: anti-abortion, abortion opponent+, opponents of abortion
    praising: pro-life, pro-lifer+
    blaming: anti-choice
abortion backers
    neutral: abortion-rights, abortion rights supporter+, supporters of abortion rights
    praising: pro-choice
    blaming: pro-abortion, abortionist+
unborn
    neutral: foetus/foetuses=fetus/fetuses, embryo+
    praising: unborn child=unborn children, unborn baby=unborn babies
    blaming: clump of cells
gun laws
    neutral: gun control, gun law+, gun restrictions
    praising: gun safety, common-sense gun laws
    blaming: gun grab+, disarm*
climate
    neutral: climate change, global warming
    blaming: climate crisis, climate emergency, climate hoax, climate alarmism
climate doubters
    neutral: climate sceptic+=climate skeptic+
    praising: climate realist+
    blaming: climate denier+, denier+
climate campaigners
    neutral: environmentalist+, climate activist+, environmental group+
    praising: earth defender+, guardians of the forest
    blaming: eco-terrorist+, eco-zealot+, climate alarmist+
health reform
    neutral: health care law, affordable care act, health law
    praising: health care for all
    blaming: obamacare, socialised medicine=socialized medicine
estate tax
    neutral: estate tax+, inheritance tax+
    blaming: death duties
drug laws
    neutral: legalisation=legalization, legalise*=legalize*
    praising: end of prohibition
    blaming: drug free-for-all
affirmative action
    neutral: affirmative action, positive action
    praising: equal opportunity
    blaming: reverse discrimination, quota+
same-sex marriage
    neutral: same-sex marriage+, gay marriage+
    praising: marriage equality, equal marriage
    blaming: redefinition of marriage
religious dress
    neutral: headscarf/headscarves, veil+
    praising: modest dress
    blaming: symbol of oppression
vote
    neutral: election+, vote
    praising: festival of democracy, mandate from the people
    blaming: sham vote, sham election+, rigged vote, rigged election+, farce+, charade+
win
    neutral: win/wins/won, victory/victories, defeat*
    praising: triumph*, landslide+, historic victory
    blaming: steal/steals/stole/stolen, power at any price
loss
    neutral: loss/losses, setback+
    praising: moral victory
    blaming: humiliating defeat+, thrashing+, debacle+, fiasco+, trounce*
change of mind
    neutral: change* course, revise*, reverse*, reversal+
    praising: rethink, show* flexibility
    blaming: flip-flop*, backtrack*, cave* in, about-face
crash
    neutral: crash*, accident+, incident+, collision+
    blaming: disaster+, catastrophe+, tragedy/tragedies, calamity/calamities
failure
    neutral: fault+, error+, mistake+, failure+
    praising: technical hitch
    blaming: blunder+, negligence, incompetence, bungle*, botch*
pollution
    neutral: spill+, discharge+
    blaming: ecological disaster+, poisoning, contamination
hacking
    neutral: cyberattack+=cyber-attack+, breach/breaches, intrusion+
    praising: hacktivism, penetration test
    blaming: cyber-terrorism, sabotage of networks
evacuation
    neutral: evacuate*, evacuation+, relocate*, relocation+
    praising: bring to safety=brought to safety
    blaming: displace*, displacement, uproot*, drive out=drove out=driven out, evict*, eviction+
house demolition
    neutral: demolish*, demolition+, clearance+
    praising: urban renewal, regeneration
    blaming: bulldoze*, razing, raze*, levelled=leveled
entry
    neutral: enter*, entry/entries
    blaming: storm*, break into=broke into, burst into, breached
ban
    neutral: ban*, prohibition+, prohibit*, suspend*, suspension+
    praising: safeguard+
    blaming: censor*, censorship, gag*, muzzle*, silence*
foreign funds
    neutral: foreign fund+, funding
    praising: international solidarity
    blaming: foreign meddling, foreign money
separatists
    neutral: separatist+, secessionist+
    praising: independence movement+, self-determination movement
    blaming: splittist+, breakaway faction+
doping
    neutral: positive test+, adverse finding+
    praising: contamination of supplements
    blaming: doping, cheat*, cheating
deposed
    neutral: oust*, remove* from office, unseat*
    praising: step* aside
    blaming: topple*, overthrow/overthrew/overthrown
resignation
    neutral: resign*, resignation+, step* down, stepped down, quit/quits
    praising: make/made way, bow* out
    blaming: forced out, driven from office, hounded out, jump* ship
vaccine
    neutral: vaccine mandate+, vaccination requirement+, vaccination
    praising: protection for all
    blaming: forced vaccination, the jab, coercion
lockdown
    neutral: lockdown+, stay-at-home order+, closure+
    praising: protective measure+
    blaming: house arrest, shutdown+
inspection
    neutral: inspection+, inspector visit+
    praising: verification
    blaming: intrusion on sovereignty, fishing for secrets
boat seizure
    neutral: board*, boarding, intercept*, interception+
    praising: enforce the law at sea
    blaming: hijack*, piracy, pirate*
swap
    neutral: exchange*, swap*, prisoner exchange+
    praising: homecoming
    blaming: ransom+, trade in human beings
""".strip()
