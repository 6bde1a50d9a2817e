"""Common nouns for those who act: two of different families are two parties, two of one family may be one."""

from __future__ import annotations

from compare.wording import stem

_FAMILIES = """
company firm group business manufacturer producer maker operator owner owners corporation employer employers
management managers ;
union unions federation workers employees staff strikers labour ;
government regime junta leadership cabinet ministry ministers minister administration authorities state
officials president premier ;
opposition dissidents exiles ;
parliament assembly senate congress lawmakers deputies legislators chamber ;
court courts judge judges tribunal jury bench ;
prosecution prosecutor prosecutors ;
defence defense lawyer lawyers attorney attorneys counsel ;
police officers constables gendarmes ;
army soldiers troops military forces navy airforce ;
rebels insurgents militants militia guerrillas gunmen separatists ;
council councillors mayor municipality town city governor ;
regulator watchdog inspectorate inspectors commission commissioners agency authority ;
bank lender banks ;
hospital clinic doctors doctor nurses nurse surgeons surgeon medics physicians ;
school university college teachers teacher lecturers professors ;
pupils students student ;
crew sailors seamen captain skipper pilot pilots ;
coastguard lifeguards rescuers rescue firefighters firemen ;
passengers travellers commuters ;
residents villagers neighbours tenants townspeople locals inhabitants ;
farmers growers fishermen ;
families relatives parents mothers widows ;
protesters demonstrators marchers activists campaigners ;
prisoners inmates detainees ;
refugees migrants ;
victims injured dead survivors ;
patients ;
customers savers depositors clients ;
shareholders investors ;
church bishop bishops priest priests ;
club team players coach ;
"""


def _table() -> dict[str, int]:
    return {stem(word): number for number, family in enumerate(_FAMILIES.split(";")) for word in family.split()}


_PARTY = _table()


def are_other_parties(a: str, b: str) -> bool:
    """Whether two nouns name parties that cannot be one; the same in either order.

    Example: "union" / "company" yes; "firm" / "company" no; "bridge" / "company" no.
    """
    ours, theirs = _PARTY.get(stem(a.casefold())), _PARTY.get(stem(b.casefold()))
    return ours is not None and theirs is not None and ours != theirs


def is_group(word: str) -> bool:
    """Whether a noun names a party of several people, and no single person: "police", "union"."""
    return stem(word.casefold()) in _PARTY and word.casefold() not in _SINGLE


_SINGLE = frozenset(
    """president premier minister officer prosecutor judge lawyer attorney counsel mayor governor doctor nurse teacher
    student captain skipper pilot employer owner operator maker manufacturer bishop priest coach""".split()
)
