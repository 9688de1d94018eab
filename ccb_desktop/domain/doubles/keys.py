"""What is compared of people to find those entered twice, prepared once for each of them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import fold


class KnownPerson(NamedTuple):
    """What the books say of a person, as far as it helps to know him again.

    Attributes:
        unit_id: Where he stands in the Hội on the day of the list, else his club.
        former_ward: The ward that unit belonged to before the merger of wards.
    """

    person_id: int
    full_name: str
    sex: Sex | None = None
    born_on: PartialDate | None = None
    citizen_id: str = ""
    phone: str = ""
    home_town: str = ""
    address: str = ""
    enlisted_on: PartialDate | None = None
    discharged_on: PartialDate | None = None
    military_unit: str = ""
    party_joined_on: PartialDate | None = None
    card_no: str = ""
    unit_id: int | None = None
    unit_name: str = ""
    former_ward: str = ""


@dataclass(frozen=True, slots=True)
class PersonKey:
    """A person as he is compared.

    Attributes:
        name: Folded name, `nguyen van hung`.
        words: Its words.
        phone: Digits with the leading zero; empty when they are too few for a number.
        home_words: What of the home town names a place, without `xã`, `huyện`, `tỉnh`.
        unit_words: What of the military unit tells it: its numbers, else its words.
    """

    person: KnownPerson
    name: str
    words: tuple[str, ...]
    citizen_id: str
    card_no: str
    phone: str
    home_words: frozenset[str]
    unit_words: frozenset[str]


_PLACE_KINDS = re.compile(
    r"\b(thanh pho|thi xa|thi tran|tp|tx|tt|tinh|huyen|quan|phuong|xa|thon|ap|khu pho)\b"
)
_NOT_DIGITS = re.compile(r"\D+")
_NUMBER = re.compile(r"\d+")
_SHORTEST_PHONE = 9


def key_of(person: KnownPerson) -> PersonKey:
    """Prepare a person to be compared."""
    name = fold(person.full_name)
    return PersonKey(
        person=person,
        name=name,
        words=tuple(name.split()),
        citizen_id=plain_number(person.citizen_id),
        card_no=person.card_no.strip().upper(),
        phone=plain_phone(person.phone),
        home_words=_home_words(person.home_town),
        unit_words=_unit_words(person.military_unit),
    )


def plain_number(written: str) -> str:
    """A number as digits alone: `099 052 000 001` is `099052000001`."""
    return _NOT_DIGITS.sub("", written)


def plain_phone(written: str) -> str:
    """A phone number as digits: `+84 912.345.678` and `912345678` are `0912345678`."""
    digits = plain_number(written)
    if digits.startswith("84") and len(digits) > _SHORTEST_PHONE + 1:
        digits = digits[2:]
    if len(digits) == _SHORTEST_PHONE:
        digits = f"0{digits}"
    return digits if len(digits) > _SHORTEST_PHONE else ""


@lru_cache(maxsize=4096)
def _home_words(home_town: str) -> frozenset[str]:
    return frozenset(_PLACE_KINDS.sub(" ", fold(home_town)).split())


@lru_cache(maxsize=4096)
def _unit_words(military_unit: str) -> frozenset[str]:
    """Clerks shorten `Trung đoàn 95` to `E95`: where there are numbers, they tell the unit."""
    folded = fold(military_unit)
    return frozenset(_NUMBER.findall(folded) or folded.split())
