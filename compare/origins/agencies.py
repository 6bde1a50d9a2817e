"""The news agencies of the world, by every name that a credit gives them."""

from __future__ import annotations

import re
from functools import cache

_TABLE = """
AP: Associated Press | AP | A.P.
Reuters: Thomson Reuters | Reuters News Agency | Reuters
AFP: Agence France-Presse | Agence France Presse | AFP
dpa: Deutsche Presse-Agentur | German Press Agency | dpa | DPA
TASS: ITAR-TASS | Itar-Tass | TASS | Tass
Xinhua: Xinhua News Agency | Xinhua
UPI: United Press International | UPI
Bloomberg: Bloomberg News | *Bloomberg
PA: PA Media | PA news agency | *Press Association | *PA
Interfax: Interfax
Anadolu: Anadolu Agency | Anadolu | *AA
ANSA: ANSA
AGI: Agenzia Giornalistica Italia | *AGI
Adnkronos: Adnkronos
EFE: Agencia EFE | EFE
Europa Press: Europa Press
Kyodo: Kyodo News | Kyodo
Jiji: Jiji Press | Jiji
PTI: Press Trust of India | *PTI
ANI: Asian News International | *ANI
IANS: Indo-Asian News Service | IANS
UNI: United News of India | *UNI
IRNA: Islamic Republic News Agency | IRNA
ISNA: Iranian Students' News Agency | Iranian Students’ News Agency | ISNA
Tasnim: Tasnim
Fars: Fars News Agency | *Fars
Mehr: Mehr News Agency | *Mehr | *MNA
Yonhap: Yonhap News Agency | Yonhap
KCNA: Korean Central News Agency | KCNA
CNS: China News Service | *CNS
CNA: Central News Agency | *CNA
RIA: RIA Novosti | *RIA
Sputnik: *Sputnik
Ukrinform: Ukrinform
UNIAN: UNIAN
Interfax-Ukraine: Interfax-Ukraine
BelTA: BelTA
Kazinform: Kazinform
AKIpress: AKIpress
Armenpress: Armenpress
Azertac: Azertac | AZERTAC
Trend: Trend News Agency | *Trend
Interpressnews: Interpressnews
AAP: Australian Associated Press | *AAP
CP: Canadian Press | *CP
NZPA: New Zealand Press Association | NZPA
APA: Austria Press Agency | *APA
SDA: Keystone-SDA | Keystone-ATS | *SDA | *ATS
ANP: *ANP
Belga: Belga
Ritzau: Ritzau
NTB: NTB
TT: *TT
STT: *STT
Lusa: *Lusa
PAP: Polish Press Agency | *PAP
CTK: Czech News Agency | CTK | ČTK
TASR: TASR
MTI: *MTI
Agerpres: Agerpres
BTA: Bulgarian News Agency | *BTA
Tanjug: Tanjug
Beta: Beta News Agency | *Beta
HINA: *HINA | *Hina
STA: *STA
FENA: FENA | *Fena
ANA-MPA: Athens-Macedonian News Agency | ANA-MPA | AMNA
BNS: Baltic News Service | *BNS
LETA: *LETA
SID: *SID
KNA: *KNA
DHA: Demiroren News Agency | Demirören News Agency | *DHA
IHA: Ihlas News Agency | İhlas News Agency | *IHA
SANA: Syrian Arab News Agency | SANA
SPA: Saudi Press Agency | *SPA
WAM: Emirates News Agency | *WAM
KUNA: Kuwait News Agency | KUNA
QNA: Qatar News Agency | *QNA
BNA: Bahrain News Agency | *BNA
ONA: Oman News Agency | *ONA
Petra: Jordan News Agency | *Petra
NNA: National News Agency | *NNA
INA: Iraqi News Agency | *INA
WAFA: WAFA | *Wafa
Ma'an: Ma'an News Agency | *Ma'an
Saba: Saba News Agency | *Saba
MENA: Middle East News Agency | *MENA
APS: Algeria Press Service | *APS
MAP: Maghreb Arab Press | *MAP
TAP: Tunis Afrique Presse | *TAP
SUNA: Sudan News Agency | SUNA
ENA: Ethiopian News Agency | *ENA
GNA: Ghana News Agency | *GNA
NAN: News Agency of Nigeria | *NAN
Kenya News Agency: Kenya News Agency
SAnews: South African Government News Agency | SAnews
SAPA: South African Press Association | *SAPA | *Sapa
APP: Associated Press of Pakistan | *APP
BSS: Bangladesh Sangbad Sangstha | *BSS
UNB: United News of Bangladesh | *UNB
RSS: Rastriya Samachar Samiti
VNA: Vietnam News Agency | *VNA
TNA: Thai News Agency | *TNA
PNA: Philippine News Agency | *PNA
Antara: ANTARA | Antara
Bernama: Bernama
Montsame: Montsame
Notimex: Notimex
Telam: Telam | Télam | TELAM
Andina: Agencia Andina | *Andina
Prensa Latina: Prensa Latina
Agencia Brasil: Agencia Brasil | Agência Brasil
AVN: Agencia Venezolana de Noticias | *AVN
Dow Jones: Dow Jones Newswires | *Dow Jones
TNS: Tribune News Service | *TNS
Inter Press Service: Inter Press Service | *IPS
CNN Newsource: CNN Newsource | CNN Wire
States Newsroom: States Newsroom
"""
"""A starred name also means something else (a party, a state, a man): alone it counts only in the place of a credit."""


def _names(*, alone: bool) -> dict[str, str]:
    rows = (line.split(": ", 1) for line in _TABLE.strip().splitlines())
    every = [(name.strip(), agency) for agency, names in rows for name in names.split(" | ")]
    return {name.lstrip("*"): agency for name, agency in every if not (alone and name.startswith("*"))}


AGENCY_OF = _names(alone=False)
"""Every name -> the agency."""


def _pattern(names: dict[str, str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"


_PLAIN = _names(alone=True)
_STARRED = {name: agency for name, agency in AGENCY_OF.items() if name not in _PLAIN}
ANY = _pattern(AGENCY_OF)
"""A name in the place of a credit."""
PLAIN = _pattern(_PLAIN)
"""A name that means nothing but the agency."""
IN_TEXT = rf"(?:{PLAIN}|{_pattern(_STARRED)}(?=\s+(?:state\s+)?(?:news|wire)\s+(?:agency|service)))"
"""A name that means the agency wherever it stands; a starred one says so: "the PTI news agency"."""


_WORD = re.compile(r"\w[\w'’.-]*\w|\w")


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The first word of a name -> the names that begin with it."""
    first = {name: _WORD.findall(name)[0] for name in AGENCY_OF}
    return {word: tuple(name for name in first if first[name] == word) for word in first.values()}


def is_any_named(text: str) -> bool:
    """Whether a text may name an agency at all: cheap, so that the patterns are made only where they may match."""
    names = _by_first_word()
    return any(name in text for word in {*_WORD.findall(text)} & names.keys() for name in names[word])


def agencies(words: str) -> list[str]:
    """The agencies named in a stretch of text that names nothing else, by their short names."""
    return [AGENCY_OF[name] for name in re.findall(ANY, words)]


def several(name: str) -> str:
    """A pattern for one to four names in a row: "AFP/Reuters", "AP and dpa"; `name` is the pattern of one."""
    return rf"(?P<who>{name}(?:(?:\s?[/,&]\s?|\s(?:and|with)\s(?:the\s)?){name}){{0,3}})"
