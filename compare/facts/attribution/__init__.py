"""Who said it: speaker, cue and content of reported and quoted speech.

A sentence is read by a small grammar over tokens (`scan`) and quotation marks (`quotes`): the closed list of verbs that
attribute (`verbs`), who does it (`doers`, `subjects`, `sources`), what the verb governs (`governed`, `clauses`), and
attributions by a phrase (`phrases`). `found` joins them, `contents` cuts what is attributed, `reading` follows the
speaker over sentences (`voice`). What stands inside another speaker's words is not read: it is told by that speaker.
"""

from compare.facts.attribution.reading import read_speech
from compare.facts.attribution.voice import Voice

__all__ = ["Voice", "read_speech"]
