"""Words that praise or blame as they tell: of every camp, so that the same rule meets every source.

The list says nothing of who is right. It was made by reading the training sets for words that
one outlet uses where another tells the same fact without them.
"""

from __future__ import annotations

from compare.wording import stem

_WORDS = """
regime junta dictatorship tyranny theocracy mullahs clique puppet puppets stooge stooges occupiers usurpers
terrorist terrorists thugs rioters vandals mob mobs hooligans saboteurs mercenaries agitators traitors extremists
heroes heroic hero martyr martyrs martyred defenders brave bravely courageous courage valiant patriots patriotic
freedom-fighters liberators resistance uprising
massacre slaughter butchered murdered executed brutal brutally savage cowardly bloodbath carnage crime crimes criminal
outrage outrageous scandal scandalous disgrace disgraceful shame shameful insult betrayal betrayed capitulation
surrender retreat appeasement begged crawled humiliation humiliating cornered desperate fiasco farce sham charade
propaganda pretext excuse smear fabrications guesswork plot conspiracy hostile enemies enemy foreign-backed
historic triumph triumphant glorious victory victorious proud pride dignity dignified honour honourable noble
masterstroke milestone breakthrough landmark shining generous magnanimous wise wisdom prudent responsible decisive
reckless negligent negligence incompetent incompetence greed greedy cynical callous arrogant illegal illegitimate
lawless rightful just unjust unfair fair oppressed oppressors exploitation exploited plunder looting giveaway robbery
lesson calm order unity steadfast resolve unshakable strength weakness fear panic collapse chaos crisis catastrophe
disaster disastrous devastating alarming shocking sorry pitiful mere merely only finally belatedly at-last
so-called alleged self-styled ruthless crackdown repression suppressed silenced persecuted witch-hunt show-trial
justice revenge vengeance blackmail hostage hostages kidnapped abducted provocation provocateurs aggression aggressors
""".split()
LOADED: frozenset[str] = frozenset(stem(word) for word in _WORDS)
