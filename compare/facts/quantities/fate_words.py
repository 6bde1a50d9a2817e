"""The words for what befell people, by the part they play in a sentence."""

from __future__ import annotations

_TABLE = {
    # fate: done to them | what they do or are | nouns that count them | doing it to them
    "dead": (
        "killed murdered slain slaughtered massacred executed lynched assassinated",
        "dead died die dies dying perished perish drowned succumbed",
        """dead death deaths fatality fatalities killing killings lives bodies corpses toll martyrs murder
        murders executions
        deceased""",
        "kill kills killed killing murder murdered murdering slaying massacred executed executing claimed claiming",
    ),
    "injured": (
        "injured wounded hurt maimed",
        "injured wounded",
        "injured wounded injuries injury wounds wounding",
        "injure injures injured injuring wound wounds wounded wounding hurt maiming",
    ),
    "arrested": (
        "arrested detained apprehended",
        "",
        "arrest arrests detainees detention detentions arrested arrestees",
        "arrest arrests arrested arresting detain detains detained detaining apprehended apprehending",
    ),
    "missing": (
        "",
        "missing unaccounted disappeared vanished",
        "missing disappearance disappearances",
        "",
    ),
    "evacuated": (
        "evacuated",
        "",
        "evacuees evacuation evacuations",
        "evacuate evacuates evacuated evacuating",
    ),
    "displaced": (
        "displaced uprooted",
        "",
        "displaced displacement",
        "displace displaces displaced displacing uprooting uprooted",
    ),
    "rescued": (
        "rescued",
        "",
        "rescue rescues",
        "rescue rescues rescued rescuing",
    ),
    "hospitalised": (
        "hospitalised hospitalized",
        "",
        "hospitalisations hospitalizations",
        "hospitalised hospitalized hospitalising hospitalizing",
    ),
    "abducted": (
        "abducted kidnapped",
        "",
        "abduction abductions kidnapping kidnappings",
        "abduct abducts abducted abducting kidnap kidnaps kidnapped kidnapping",
    ),
    "released": (
        "freed released",
        "",
        "release",
        "free freed freeing frees release released releasing releases",
    ),
}


def _column(index: int) -> dict[str, str]:
    return {word: fate for fate, columns in _TABLE.items() for word in columns[index].split()}


DONE = _column(0)
"""Participles: "12 people were killed"."""
STATES = _column(1)
"""What stands without an object: "12 people died", "12 dead", "12 missing"."""
COUNTS = _column(2)
"""Nouns: "12 deaths", "the arrest of 12"."""
DOING = _column(3)
"""Verbs that take people as their object: "killing 12", "police arrested 12"."""
DIRECT = {
    word: fate
    for word, fate in {**_column(2), **_column(1), **_column(0)}.items()
    if word not in ("toll", "die", "dies", "died")
}
"""What may stand right after a number: "12 dead", "12 injured", "12 arrests"."""
PHRASES = {
    ("taken", "into", "custody"): "arrested", ("in", "custody"): "arrested", ("under", "arrest"): "arrested",
    ("rounded", "up"): "arrested", ("taken", "to", "hospital"): "hospitalised", ("in", "hospital"): "hospitalised",
    ("taken", "to", "hospitals"): "hospitalised", ("taken", "to", "the", "hospital"): "hospitalised",
    ("rushed", "to", "hospital"): "hospitalised", ("lost", "their", "lives"): "dead", ("lost", "his", "life"): "dead",
    ("lost", "her", "life"): "dead", ("shot", "dead"): "dead", ("stabbed", "to", "death"): "dead", ("burned",
    "to", "death"): "dead",
    ("burnt", "to", "death"): "dead", ("beaten", "to", "death"): "dead", ("crushed", "to", "death"): "dead",
    ("forced", "from", "their", "homes"): "displaced", ("driven", "from", "their", "homes"): "displaced",
    ("forced", "to", "flee"): "displaced", ("lost", "their", "homes"): "displaced", ("taken",
    "hostage"): "abducted", ("set", "free"): "released",
    ("put", "to", "death"): "dead", ("shot", "and", "killed"): "dead", ("shot", "and", "wounded"): "injured",
}  # fmt: skip
GLUE = frozenset(
    """was were is are be been being has have had having got get also still so far now already later reportedly
    confirmed feared presumed believed reported listed declared pronounced known said thought as to by then
    seriously badly critically severely slightly lightly wrongly officially initially others other more people
    who that will would could may might either both all of them whom those remain remained remains left lay lie
    found including on board aboard onboard overall total at least up taken""".split()
)
"""Words that may stand between people and what befell them."""
PREPOSITIONS = frozenset("in at from near aboard on outside inside across around with of".split())
CASUALTY = "casualty"
"""Dead or injured, where only both together are counted."""
