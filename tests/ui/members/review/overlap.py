"""Some people of a branch entered once more, as the clerk of another old ward had them."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.members import events, people, units

MERGED_ON = PartialDate(2025, 7, 1)


def overlap(store, count):
    """Enter so many members again in a unit of another ward; gives the unit's id."""
    unit = Unit(
        code="CHX",
        kind=UnitKind.CHI_HOI,
        names=(UnitName("Chi hội Bến Mới"),),
        former_ward="Bến Mới",
    )
    units.save_unit(store, unit)
    own = next(unit.id for unit in units.list_units(store) if unit.code == "CHX")
    lines = people.list_members(store, date.today())
    step = max(1, len(lines) // count)
    for place, line in enumerate(lines[: count * step : step]):
        _enter_again(store, people.load_person_file(store, line.person_id).person, own, place)
    return own


def _enter_again(store, person, unit_id, place):
    again = replace(
        person,
        id=None,
        full_name=search_key(person.full_name).upper(),
        born_on=person.born_on and PartialDate(person.born_on.year),
        citizen_id="",
        phone=f"+84 {person.phone[1:]}" if person.phone else "",
        address=f"{place + 3} đường Bến Mới",
        household_id=None,
        policies=(),
        note="Danh sách của phường Bến Mới",
    )
    membership = Membership(
        unit_id=unit_id, on_roll_from=MERGED_ON, card_no=f"BM-{place:03}", joined_on=MERGED_ON
    )
    events.admit_member(store, again, membership, None)
