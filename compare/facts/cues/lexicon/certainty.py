"""The cues of certainty: hedges, allegations, forecasts, conditions, questions, and what could not be checked.

After the cue lists of Farkas et al. (2010, CoNLL-2010 shared task on hedges) and Saurí and Pustejovsky (2009,
FactBank), with the set phrases of news.
"""

from __future__ import annotations

from compare.facts.cues.lexicon.phrases import Group

_ADVERB = "independently|immediately|officially|yet"
_UNNAMED = "anonymous|unnamed|unidentified"

CERTAINTY = (
    # Hedges.
    Group("hedge", "clause", "may", "is_may"),
    Group("hedge", "clause", "might", "is_might"),
    Group("hedge", "clause", "could", "is_could"),
    Group("hedge", "clause", "must have", "surmises"),
    Group(
        "hedge",
        "adverb",
        """possibly, perhaps, probably, maybe, likely, unlikely, presumably, apparently, seemingly, ostensibly,
        potentially, conceivably, in all likelihood|probability, most likely, more than likely, quite possibly,
        very likely, as likely as not, by all appearances, as far as is known, in theory""",
        "is_adverb",
    ),
    Group(
        "hedge",
        "content",
        "seem~, look~ like|likely|set|as, look~ as if|though, appear~ to|that|as|likely|unlikely",
    ),
    Group("hedge", "content", "possible that, it appears|appeared, so it seems|seemed, there appears|appeared"),
    Group(
        "hedge",
        "adverb",
        """believed|thought|presumed|feared|suspected|understood|assumed|rumoured|rumored
        to|dead|killed|drowned|trapped|lost|likely|responsible|missing, reckoned to, likely to, unlikely to,
        suspected of, on suspicion of, wanted for""",
        "believed",
    ),
    Group(
        "hedge",
        "content",
        "believe~|think~|suspect~|fear~|assume~|speculate~|guess~|imagine~|suppose~|reckon~ that",
    ),
    Group(
        "hedge",
        "content",
        "believe|believes|think|thinks|suspect|suspects|fear|fears|reckon|reckons|assume|assumes",
        "opines",
    ),
    Group("hedge", "content", "suggest~ that", "suggests"),
    Group(
        "hedge",
        "content",
        "suggest|suggests|suggested|suggesting, hint|hints|hinted, point|points|pointed to",
        "evidence_suggests",
    ),
    Group(
        "hedge",
        "content",
        """suggestion|suggestions|speculation|rumours|rumors|fears|suspicion|suspicions|signs|indications that,
        possibility|chance|risk|likelihood|prospect that""",
        "noun",
    ),
    Group(
        "hedge",
        "phrase",
        """speculation|rumours|rumors|suspicion|suspicions|fears of|about,
        possibility|chance|risk|likelihood|prospect of""",
        "noun",
    ),
    Group(
        "hedge",
        "phrase",
        """apparent, suspected, possible, probable, potential, presumed, estimated, likely, supposed, rumoured,
        rumored, would-be, putative""",
        "attributive",
    ),
    Group(
        "hedge",
        "content",
        """unclear|unknown|uncertain|unsure|doubtful|debatable|questionable
        whether|if|who|what|why|how|when|where|which, not clear|known|certain|sure|decided
        whether|if|who|what|why|how|when|where|which, isn't|wasn't clear|known|certain
        whether|if|who|what|why|how|when|where, remains|remained to be seen whether|if|how?, doubt~
        whether|if|that, open question whether""",
    ),
    Group(
        "hedge",
        "before",
        "unclear, unknown, uncertain, under investigation, in doubt, in question, in dispute",
        "predicative",
    ),
    Group(
        "hedge",
        "content",
        """not rule|ruled|ruling out, cannot|can't|couldn't|didn't|won't|wouldn't|hasn't|haven't|doesn't|don't
        rule|ruled out, cannot|can't|couldn't be ruled|excluded out?, not be ruled|excluded out?, never ruled out,
        refuse~ to rule out, declined to rule out, not exclude|excluded, not dismiss the possibility|idea|risk
        of|that""",
    ),
    # What somebody alleges.
    Group("allegation", "adverb", "allegedly, reportedly, purportedly, supposedly, on charges of, by all accounts"),
    Group("allegation", "phrase", "alleged, purported", "attributive"),
    Group("allegation", "content", "allege|alleges|alleged|alleging, alleged to", "asserts"),
    Group(
        "allegation",
        "content",
        "allegation|allegations|accusation|accusations|claim|claims that",
        "noun",
    ),
    Group("allegation", "phrase", "allegation|allegations|accusation|accusations|claims of", "noun"),
    Group(
        "allegation",
        "content",
        "accuse~, accused of, charged|charge|charges with, indict~ for|on, blame~",
        "accuses",
    ),
    Group(
        "allegation",
        "content",
        "purport~ to|that, said|reported|claimed to, rumour|rumor has it, reported to have",
        "is_said",
    ),
    Group(
        "allegation",
        "content",
        "claim|claims|claimed|claiming that|to?, unconfirmed|unverified claim|claims|allegation|allegations that|of",
        "claims",
    ),
    # What could not be checked, or is told by nobody with a name.
    Group(
        "unverified",
        "whole",
        f"""could|can not be {_ADVERB}? verified|confirmed|corroborated, cannot|couldn't be {_ADVERB}?
        verified|confirmed|corroborated, has|have|had not {_ADVERB}? been {_ADVERB}?
        verified|confirmed|corroborated|substantiated, hasn't|haven't been {_ADVERB}?
        verified|confirmed|corroborated, was|were|is not {_ADVERB}? verified|confirmed, could not {_ADVERB}?
        verify|confirm|corroborate, cannot|couldn't|can't {_ADVERB}? verify|confirm|corroborate, unable to
        {_ADVERB}? verify|confirm|corroborate, no|without independent confirmation|verification, unverified,
        unconfirmed, on the? condition of anonymity, {_UNNAMED}
        source|sources|official|officials|diplomat|diplomats|person|people|aide|aides, an? {_UNNAMED}
        senior|government|security|military|intelligence|police|diplomatic official|officials|source|sources,
        declined to be named|identified, asked|asking|ask|asks not to be named|identified, requested|requesting
        anonymity, spoke|speaking|speak anonymously, not|un authorised|authorized to speak|comment|discuss""",
    ),
    # What is still to come.
    Group("forecast", "clause", "will", "is_will"),
    Group("forecast", "clause", "would", "is_would"),
    Group(
        "forecast",
        "clause",
        "shall, won't, wouldn't, i'll, you'll, he'll, she'll, it'll, we'll, they'll, that'll, who'll",
    ),
    Group(
        "forecast",
        "clause",
        """expected|forecast|predicted|projected|anticipated|scheduled|slated|tipped|bound|poised|destined|due|set
        to, expect|expects|expecting to|that, intend~ to, aim~ to, hope~ to|that, vow~ to|that, pledge~ to|that,
        promise~ to|that, threaten~ to|that, plan|plans|planned|planning to, propose~ to, predict~ that, forecast~
        that, about to, going to, on course|track to, on the verge|brink of, scheduled for, foresee~,
        prepare|prepares|preparing to""",
        "to_come",
    ),
    Group("forecast", "clause", "is|are|was|were to", "is_to"),
    Group("forecast", "content", "expect|expects, predict|predicts|predicted, anticipate|anticipates", "expects"),
    Group("forecast", "clause", "due|scheduled on|at|in|next|by|before|later|for|this", "predicative"),
    # What holds only if something else does.
    Group(
        "condition",
        "clause",
        """unless, provided|providing that, on condition that, so long as, in the event of|that, in case of, assuming
        that?, only if, subject to, contingent on|upon, conditional on|upon, depending on, pending""",
        "requires",
    ),
    Group("condition", "clause", "if, provided", "is_if"),
    Group("condition", "clause", "as long as", "lasts"),
    Group("condition", "clause", "should, were", "inverted"),
    Group("condition", "clause", "would have", "unreal"),
    # What is asked.
    Group("question", "content", "whether", "asks"),
    Group("question", "content", "if", "asks"),
    Group("question", "content", "ask~|wonder~|see~|know~|unsure|tell|determine~|check~|investigate~|establish~ if"),
)
