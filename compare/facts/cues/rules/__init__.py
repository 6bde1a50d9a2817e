"""Which of its senses a word has.

Each rule looks at the words around a phrase, and holds where the phrase has the sense of its group.
"""

from __future__ import annotations

from compare.facts.cues.rules.allegation import ALLEGATION
from compare.facts.cues.rules.around import Rule
from compare.facts.cues.rules.belief import BELIEF
from compare.facts.cues.rules.denial import DENIAL
from compare.facts.cues.rules.modals import MODALITY
from compare.facts.cues.rules.negation import NEGATION
from compare.facts.cues.rules.outlook import OUTLOOK

RULES: dict[str, Rule] = {**NEGATION, **DENIAL, **MODALITY, **BELIEF, **ALLEGATION, **OUTLOOK}
