"""The cues of negation, denial and failure.

After Morante and Daelemans (2012, ConanDoyle-neg), with the set phrases of news.
"""

from __future__ import annotations

from compare.facts.cues.lexicon.phrases import Group

POLARITY = (
    # Phrases with a negative word that negate nothing.
    Group(
        None,
        "whole",
        """not only, not just, not merely, not simply, not solely, not least, not to mention, not a few, not long
        after|ago, not far from|off, not until, not for nothing, not unlike, not uncommon|uncommonly, not
        unusual|unusually, not untrue, not unknown, not unexpected|unexpectedly, not unreasonable|unreasonably,
        not impossible, not insignificant, not inconsiderable, not more|less|fewer|later|longer|earlier than,
        whether or not, or not, if not, why not, not so much, no
        fewer|less|more|later|longer|earlier|sooner|better than, no doubt, no less, no sooner, no wonder, no
        matter, no question, no secret, no stranger, no surprise, no small, no mean, no ordinary, no coincidence,
        no accident that, no mistake, no denial|denials, nothing but, nothing short of, nothing less than, nothing
        other than, none other than, nothing new, never before, never so, never mind, without doubt, without
        question, without a doubt, without fail, without exception, not without, never without, do|did|does|would
        not hesitate, don't|didn't|doesn't|wouldn't hesitate, never hesitate~, not fail to, never fail~ to,
        neither|nor|not confirm~ nor|or deny~, decline~|refuse~ to confirm or|nor deny, not
        false|baseless|unfounded, cannot|couldn't|can't help but, could|can not help but, cannot|can't but,
        cannot|can't wait, not cease to, never cease~ to, the noes, won't hesitate, will not hesitate, not
        hesitate""",
    ),
    # A negation in several words.
    Group(
        "negation",
        "clause",
        "at no point|time|stage|moment, in no way, by no means, under no circumstances, on no account",
    ),
    Group(
        "negation",
        "clause",
        "no longer, not yet, not even, not necessarily, not always, not all, not every, not one of?",
    ),
    Group("negation", "clause", "not, never, cannot, nor, nowhere", "negates"),
    Group(
        "negation",
        "clause",
        """don't, doesn't, didn't, isn't, aren't, wasn't, weren't, hasn't, haven't, hadn't, won't, wouldn't, can't,
        couldn't, shouldn't, mustn't, needn't, ain't, shan't, mightn't, oughtn't, hardly, scarcely""",
        "negates",
    ),
    Group("negation", "subject", "no, nobody, no one, no-one, nothing, none, neither", "determines"),
    Group("negation", "phrase", "without", "negates"),
    Group("negation", "phrase", "in the absence of, devoid of", "negates"),
    # Denials: what is denied decides (rules.py).
    Group("denial", "content", "deny~", "denies"),
    Group("denial", "content", "reject~, dismiss~, dispute~, repudiate~, disavow~", "denies_statement"),
    Group("denial", "content", "refute~, rebut~, debunk~, contradict~, disprove~"),
    Group("denial", "content", "rule~ out", "rules_out"),
    Group("denial", "content", "push~ back against|on", "denies_statement"),
    Group("denial", "content", "pour~ cold water on, give~ the lie to"),
    Group("denial", "content", "denial|denials of|that, rebuttal|refutation of, rejection of", "denied_noun"),
    Group(
        "denial",
        "content",
        """no truth|substance|basis|foundation in|to|for, no evidence, no proof, no credible
        evidence, no indication|indications|suggestion that|of, no reason to believe|think|suspect, not
        true that, untrue that, not the case that, false that, not correct that, no
        hard|direct|clear|firm|conclusive|concrete evidence, no such thing as, little|scant evidence
        that|of, contrary to, little truth in""",
    ),
    Group("denial", "before", "not true, untrue, not the case, not correct, a lie, lies, nonsense, fiction", "calls"),
    Group(
        "denial",
        "before",
        """false, baseless, groundless, unfounded, fabricated, bogus,
        completely|entirely|utterly|totally|wholly|simply|patently
        false|untrue|baseless|unfounded|fabricated|groundless, without foundation|basis|merit, fake news, a
        fabrication, fabrications, guesswork, disinformation, misinformation""",
        "calls",
    ),
    Group("denial", "content", "false, baseless, groundless, unfounded, fabricated, bogus, untrue", "false_statement"),
    Group("denial", "content", "plead~ not guilty to|of, plead~ innocent to"),
    # What did not come about.
    Group(
        "failure",
        "clause",
        """fail~ to, yet to, refuse~ to, decline~ to, unable to, incapable of, neglect~ to, omit~ to, forget~ to,
        failure|refusal to, inability to, stop~ short of, fall~ short of, refrain~ from, abstain~ from, decide~
        against, opt~ against, powerless to, give~ up on, unwilling to, reluctant to, lose~ the right|chance to,
        struggle~ in vain to, try~ in vain to, try~ and failed to, too weak|late|ill to, fail~ in
        his|her|their|its bid|attempt|effort|efforts|attempts to, steer~ clear of""",
        "fails",
    ),
    Group("failure", "clause", "lack|lacks|lacked|lacking, lack of, absence of"),
    Group(
        "failure",
        "clause",
        "avoided|avoids|avoiding, averted, thwarted, foiled, prevented|prevents|preventing, forestalled",
        "averts",
    ),
    Group(
        "failure",
        "clause",
        """blocked|barred|banned|prohibited|prevented|stopped|kept|excluded|restrained|deterred|discouraged|dissuaded|forbidden
        from""",
        "hindered",
    ),
)
