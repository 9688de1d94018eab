"""Houses as they are listed, and the members' houses that need help."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.housing import HousingStage, HousingSupport

DILAPIDATED = "DILAPIDATED"
"""Code of the list HOUSE: tạm, dột nát."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingLine:
    """Help for a house with the names that its ids stand for.

    Attributes:
        payment: Number of the payment, where there is one.
        pictures: How many pictures and papers are attached.
    """

    support: HousingSupport
    unit_name: str = ""
    fund_name: str = ""
    payment: str = ""
    pictures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseInNeed:
    """A household of members whose house is dilapidated and for which nothing is done yet.

    Attributes:
        person_id: The member at its head, else one of its members.
        members: The names of its members.
    """

    household_id: int
    head_name: str
    person_id: int
    unit_id: int | None
    unit_name: str
    address: str
    members: tuple[str, ...]
    poverty: str


def houses_in_need(
    members: Iterable[MemberLine], supports: Iterable[HousingSupport], on: date
) -> list[HouseInNeed]:
    """The dilapidated houses of members, each household once, in the order of the roster.

    Left out are those for whom a house is being built, or was handed over in the year of the
    day, before anybody has found out anew how they live.
    """
    helped = {one.person_id for one in supports if _is_in_hand(one, on)}
    homes: dict[int, list[MemberLine]] = {}
    for line in members:
        if line.household_id is not None and line.house_state == DILAPIDATED:
            homes.setdefault(line.household_id, []).append(line)
    return [
        _in_need(household_id, living)
        for household_id, living in homes.items()
        if helped.isdisjoint(line.person_id for line in living)
    ]


def _is_in_hand(support: HousingSupport, on: date) -> bool:
    stage = support.stage(on)
    if stage is HousingStage.HANDED_OVER:
        return support.handed_over_on is not None and support.handed_over_on.year == on.year
    return stage is not HousingStage.VOIDED


def _in_need(household_id: int, living: list[MemberLine]) -> HouseInNeed:
    head_name = living[0].household_head or living[0].full_name
    key = search_key(head_name)
    head = next((line for line in living if search_key(line.full_name) == key), living[0])
    return HouseInNeed(
        household_id=household_id,
        head_name=head_name,
        person_id=head.person_id,
        unit_id=head.unit_id,
        unit_name=head.unit_name,
        address=head.address,
        members=tuple(line.full_name for line in living),
        poverty=head.poverty,
    )
